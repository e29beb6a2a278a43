/* Golmac: MIT licence, see LICENSE. */
/* The directives that are one line. They define their name before they take the ';', so that a conditional right
   behind it knows the name. */
#include "compiler/inform6/parse.h"

#include <string.h>
#include <strings.h>

enum { FIRST_PROPERTY = 4 };     /* 1 to 3 are the compiler's own */

/* Parts */

static struct directive *parse_named(struct parser *p, enum directive_kind kind, const char *what)
{
    struct token name = *parse_peek(p);
    struct directive *d;
    if (!parse_name(p, what))
        return NULL;
    d = parse_new_directive(p, kind, name.at);
    d->name = name.name;
    return d;
}

static void define(struct parser *p, struct directive *d, enum symbol_kind kind)
{
    d->symbol = symbol_define(p->c, d->name, kind, d);
}

static bool at_end(struct parser *p)
{
    return p->failed || parse_is_mark(p, MARK_SEMICOLON) || parse_peek(p)->kind == TOKEN_END || parse_begins_anew(p);
}

/* Values side by side, to the ';'. */
static struct expr *parse_values(struct parser *p)
{
    struct expr *first = NULL, **last = &first;
    while (!at_end(p)) {
        *last = parse_value(p);
        last = &(*last)->next;
    }
    return first;
}

static int parse_number(struct parser *p, const char *what, int least, int most)
{
    struct expr *e = parse_level(p, LEVEL_ADD);
    struct ir_value v = constant_evaluate(p->c, e);
    if (p->failed)
        return least;
    if (v.kind != VALUE_NUMBER)
        diag(&p->c->diagnostics, DIAG_NOT_CONSTANT, e->at, what);
    else if ((v.offset & 0xFFFF) < least || (v.offset & 0xFFFF) > most)
        diag(&p->c->diagnostics, DIAG_OUT_OF_RANGE, e->at, what, (long)v.offset, (long)least, (long)most);
    else
        return v.offset & 0xFFFF;
    p->failed = true;
    return least;
}

static struct expr *parse_quoted(struct parser *p, const char *what)
{
    struct token t = *parse_peek(p);
    struct expr *e;
    if (t.kind != TOKEN_STRING && t.kind != TOKEN_WORD && t.kind != TOKEN_CHARACTER) {
        parse_expected(p, what);
        return NULL;
    }
    parse_take(p);
    e = parse_expr_of_token(p, &t);
    return e;
}

static void refuse(struct parser *p, const struct token *t, const char *why)
{
    diag(&p->c->diagnostics, DIAG_REFUSED, t->at, why);
    p->failed = true;
}

/* Directives; the keyword has been taken, and its ';' will be */

static void parse_abbreviate(struct parser *p, struct token *t)
{
    struct directive *d = parse_new_directive(p, TREE_ABBREVIATE, t->at);
    struct expr **last = &d->words;
    while (!at_end(p)) {
        struct token text;
        if (!parse_string(p, &text, "a string to abbreviate"))
            break;
        *last = parse_expr_of_token(p, &text);
        last = &(*last)->next;
    }
    parse_add_directive(p, d);
}

static bool parse_array_kind(struct parser *p, struct directive *d)
{
    static const struct { enum keyword_word word; enum array_kind kind; } words[] = {
        { WORD_STRING, ARRAY_STRING }, { WORD_TABLE, ARRAY_TABLE }, { WORD_BUFFER, ARRAY_BUFFER }
    };
    d->is_static |= parse_accept_word(p, WORD_STATIC);
    if (parse_accept(p, MARK_ARROW)) {
        d->array = ARRAY_BYTE;
        return true;
    }
    if (parse_accept(p, MARK_LONG_ARROW)) {
        d->array = ARRAY_WORD;
        return true;
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (parse_accept_word(p, words[i].word)) {
            d->array = words[i].kind;
            return true;
        }
    parse_expected(p, "'->', '-->', 'string', 'table' or 'buffer'");
    return false;
}

/* [ a; b c; d; ] */
static void parse_array_block(struct parser *p, struct directive *d)
{
    struct expr **last = &d->values;
    d->fill = FILL_VALUES;
    parse_take(p);
    while (!p->failed && !parse_is_mark(p, MARK_CLOSE_SQUARE)) {
        if (parse_accept(p, MARK_SEMICOLON))
            continue;
        if (!parse_starts_value(p)) {
            parse_expected(p, "a value or ']'");
            break;
        }
        *last = parse_value(p);
        last = &(*last)->next;
    }
    parse_expect(p, MARK_CLOSE_SQUARE, "']'");
}

static void parse_array(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_ARRAY, "the array's name");
    (void)t;
    if (!d)
        return;
    define(p, d, SYMBOL_ARRAY);
    if (!parse_array_kind(p, d))
        return;
    d->is_static |= parse_accept_word(p, WORD_STATIC);
    parse_accept_word(p, WORD_INITIAL);
    if (parse_is_mark(p, MARK_OPEN_SQUARE)) {
        parse_array_block(p, d);
    } else {
        if (at_end(p))
            parse_expected(p, "the array's size or values");
        d->values = parse_values(p);
        if (d->values)
            d->fill = d->values->next ? FILL_VALUES : d->values->kind == EXPR_STRING ? FILL_TEXT : FILL_SIZE;
    }
    parse_add_directive(p, d);
}

/* Iftrue may ask for the number of an attribute or property. The checker computes it again, and decides. */
static void number_in_order(struct directive *d, int first, int *count)
{
    const struct symbol *original = d->other ? d->other->symbol : NULL;
    if (!d->symbol)
        return;
    if (original && original != d->symbol)
        d->symbol->value = original->value;
    else if (!d->other)
        d->symbol->value = ir_number(first + (*count)++);
}

static void parse_attribute(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_ATTRIBUTE, "the attribute's name");
    (void)t;
    if (!d)
        return;
    if (parse_accept_word(p, WORD_ALIAS))
        d->other = parse_name(p, "the name of another attribute");
    define(p, d, SYMBOL_ATTRIBUTE);
    number_in_order(d, p->c->options.setting[SETTING_INFIX], &p->tree->attribute_count);
    parse_add_directive(p, d);
}

static const struct grammar_constant {
    const char *name, *setting_name;
    enum setting setting;
    int least, most;
} grammar_constants[] = {
    { "Grammar__Version", "GRAMMAR_VERSION", SETTING_GRAMMAR_VERSION, 1, 3 },
    { "Grammar_Meta__Value", "GRAMMAR_META_FLAG", SETTING_GRAMMAR_META_FLAG, 0, 1 }
};

/* Such a constant stands for a setting, which goes before it, and may be defined again. */
static void settle_grammar(struct parser *p, struct directive *d, const struct grammar_constant *g)
{
    struct options *options = &p->c->options;
    struct diagnostics *said = &p->c->diagnostics;
    struct ir_value v = d->symbol->value;
    if (options->setting_by[g->setting] > CHOSEN_BY_DIRECTIVE) {
        diag(said, DIAG_SETTING_GOES_BEFORE, d->at, g->name, g->setting_name, options->setting[g->setting]);
    } else if (v.kind != VALUE_NUMBER) {
        diag(said, DIAG_NOT_CONSTANT, d->at, g->name);
    } else if (v.offset < g->least || v.offset > g->most) {
        diag(said, DIAG_OUT_OF_RANGE, d->at, g->name, (long)v.offset, (long)g->least, (long)g->most);
    } else {
        options->setting[g->setting] = v.offset;
        options->setting_by[g->setting] = CHOSEN_BY_DIRECTIVE;
    }
    d->symbol->value = ir_number(options->setting[g->setting]);
    d->symbol->flags |= SYMBOL_BUILT_IN | SYMBOL_DEFAULT;
    symbol_update_all(p->c);
}

static void check_grammar_constant(struct parser *p, struct directive *d)
{
    for (size_t i = 0; i < sizeof grammar_constants / sizeof grammar_constants[0]; i++)
        if (strcasecmp(d->name->text, grammar_constants[i].name) == 0)
            settle_grammar(p, d, &grammar_constants[i]);
}

/* Constant A = 1, B = 2; */
static void parse_constant(struct parser *p, struct token *t)
{
    (void)t;
    do {
        struct directive *d = parse_named(p, TREE_CONSTANT, "the constant's name");
        if (!d)
            return;
        define(p, d, SYMBOL_CONSTANT);
        if (parse_accept(p, MARK_ASSIGN) || (!at_end(p) && !parse_is_mark(p, MARK_COMMA)))
            d->values = parse_level(p, LEVEL_LOGIC);
        if (d->symbol && d->values) {            /* at once where possible: long chains stay shallow */
            d->symbol->expression = d->values;
            d->symbol->value = constant_evaluate(p->c, d->values);
        } else if (d->symbol) {
            d->symbol->value = ir_number(0);
        }
        if (d->symbol)
            check_grammar_constant(p, d);
        parse_add_directive(p, d);
    } while (!p->failed && parse_accept(p, MARK_COMMA));
}

static void parse_default(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_CONSTANT, "the constant's name");
    bool wanted;
    (void)t;
    if (!d)
        return;
    wanted = !symbol_is_defined(d->name);
    if (wanted)
        define(p, d, SYMBOL_CONSTANT);
    parse_accept(p, MARK_ASSIGN);
    d->values = parse_level(p, LEVEL_LOGIC);
    if (!wanted || !d->symbol)
        return;
    d->symbol->flags |= SYMBOL_DEFAULT;
    d->symbol->expression = d->values;
    parse_add_directive(p, d);
}

static void parse_dictionary(struct parser *p, struct token *t)
{
    struct directive *d = parse_new_directive(p, TREE_DICTIONARY, t->at);
    d->words = parse_quoted(p, "a dictionary word");
    if (!d->words)
        return;
    d->words->kind = EXPR_WORD;
    d->values = parse_values(p);
    parse_add_directive(p, d);
}

static void parse_end(struct parser *p, struct token *t)
{
    (void)t;
    p->ended = true;
}

static void parse_fake_action(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_FAKE_ACTION, "the fake action's name");
    (void)t;
    if (!d)
        return;
    define(p, d, SYMBOL_FAKE_ACTION);
    parse_add_directive(p, d);
}

static void parse_global(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_GLOBAL, "the variable's name");
    if (!d)
        return;
    if (d->name->symbol && d->name->symbol->kind == SYMBOL_GLOBAL)       /* again: check_program.c sees to the values */
        d->symbol = d->name->symbol;
    else
        define(p, d, SYMBOL_GLOBAL);
    if (parse_is_mark(p, MARK_ARROW) || parse_is_mark(p, MARK_LONG_ARROW)) {
        refuse(p, t, "arrays are made with 'Array', not with 'Global'");
        return;
    }
    if (parse_accept(p, MARK_ASSIGN) || !at_end(p))
        d->values = parse_level(p, LEVEL_LOGIC);
    parse_add_directive(p, d);
}

static void parse_import(struct parser *p, struct token *t)
{
    refuse(p, t, "modules cannot be imported: include the source instead of linking it");
}

static void parse_link(struct parser *p, struct token *t)
{
    refuse(p, t, "modules cannot be linked: include the source instead");
}

static void parse_include(struct parser *p, struct token *t)
{
    struct token name;
    struct source *s;
    (void)t;
    if (!parse_string(p, &name, "a file name in quotes")) {
        p->c->definitions_lost = true;
        return;
    }
    parse_semicolon(p);
    if (p->c->diagnostics.last_error == p->last_end)      /* no ';': what was read ahead comes after the file */
        preprocess_rewind(p->in, p->last_end);
    s = include_open(p->c, name.text, name.length, name.at);
    if (s)
        preprocess_include(p->in, s);
}

static void parse_lowstring(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_LOWSTRING, "the string's name");
    struct token text;
    (void)t;
    if (!d || !parse_string(p, &text, "a string"))
        return;
    define(p, d, SYMBOL_CONSTANT);
    d->values = parse_expr_of_token(p, &text);
    parse_add_directive(p, d);
}

/* Warnings that a library itself gives are for its users, so system files do not suppress them. */
static void say_message(struct parser *p, enum diagnostic_id id, const struct token *t, const struct token *text)
{
    struct diagnostics *d = &p->c->diagnostics;
    bool in_system = d->warnings_in_system;
    d->warnings_in_system = true;
    diag(d, id, t->at, text->length, text->text);
    d->warnings_in_system = in_system;
}

static void parse_message(struct parser *p, struct token *t)
{
    enum diagnostic_id id = DIAG_USER_NOTE;
    struct token text;
    if (parse_accept_word(p, WORD_ERROR))
        id = DIAG_USER_ERROR;
    else if (parse_accept_word(p, WORD_FATALERROR))
        id = DIAG_USER_FATAL;
    else if (parse_accept_word(p, WORD_WARNING))
        id = DIAG_USER_WARNING;
    if (!parse_string(p, &text, "a string"))
        return;
    if (id == DIAG_USER_NOTE && p->c->diagnostics.format != FORMAT_JSON)
        printf("%.*s\n", text.length, text.text);
    else
        say_message(p, id, t, &text);
}

/* Origsource; Origsource "file"; Origsource "file" line; Origsource "file" line column; */
static void parse_origsource(struct parser *p, struct token *t)
{
    struct token file;
    int line = 0, column = 0;
    if (parse_is_mark(p, MARK_SEMICOLON)) {
        source_set_origin(&p->c->sources, t->at, NULL, 0, 0);
        return;
    }
    if (!parse_string(p, &file, "a file name in quotes"))
        return;
    if (!at_end(p))
        line = parse_number(p, "the line", 0, 0xFFFF);
    if (!at_end(p))
        column = parse_number(p, "the column", 0, 0xFFFF);
    source_set_origin(&p->c->sources, t->at, arena_string(&p->c->arena, file.text, (size_t)file.length), line, column);
}

/* The words may stand in any order and twice; the last one is the name if there is no other. */
static bool parse_property_word(struct parser *p, struct directive *d)
{
    if (parse_is_word(p, WORD_ADDITIVE))
        return d->additive = true;
    if (parse_is_word(p, WORD_LONG))
        return d->is_long = true;
    if (parse_is_word(p, WORD_INDIVIDUAL))
        return d->individual = true;
    return false;
}

static void parse_property(struct parser *p, struct token *t)
{
    struct directive *d = parse_new_directive(p, TREE_PROPERTY, t->at);
    while (parse_peek_at(p, 1)->kind == TOKEN_NAME && parse_property_word(p, d))
        parse_take(p);
    d->at = parse_peek(p)->at;
    d->name = parse_name(p, "the property's name");
    if (!d->name)
        return;
    if (parse_accept_word(p, WORD_ALIAS))
        d->other = parse_name(p, "the name of another property");
    else if (parse_accept(p, MARK_ASSIGN) || !at_end(p))
        d->values = parse_level(p, LEVEL_LOGIC);
    if (d->is_long)
        diag(&p->c->diagnostics, DIAG_OBSOLETE_DIRECTIVE, t->at, "all properties are 'long' now");
    define(p, d, d->individual ? SYMBOL_INDIVIDUAL : SYMBOL_PROPERTY);
    if (!d->individual)
        number_in_order(d, FIRST_PROPERTY, &p->tree->property_count);
    if (d->symbol)
        d->symbol->flags |= (d->additive ? SYMBOL_ADDITIVE : 0) | (d->is_long ? SYMBOL_LONG : 0);
    parse_add_directive(p, d);
}

static void parse_release(struct parser *p, struct token *t)
{
    (void)t;
    p->tree->release = parse_number(p, "the release number", 0, 0xFFFF);
    p->tree->has_release = true;
}

/* Replace A; Replace A B; the names of system functions may be replaced as well. */
static void parse_replace(struct parser *p, struct token *t)
{
    struct token name = *parse_peek(p);
    struct name *renamed = NULL;
    (void)t;
    if (!parse_name(p, "the routine's name"))
        return;
    if (!at_end(p))
        renamed = parse_name(p, "another name for the routine replaced");
    if (!p->failed)
        symbol_replace(p->c, name.name, renamed, name.at);
}

static void parse_serial(struct parser *p, struct token *t)
{
    struct token text;
    (void)t;
    if (!parse_string(p, &text, "a serial number of six digits in quotes"))
        return;
    if (text.length != 6 || strspn(text.text, "0123456789") < 6) {
        refuse(p, &text, "a serial number has six digits: \"250131\"");
        return;
    }
    memcpy(p->tree->serial, text.text, 6);
}

static void parse_statusline(struct parser *p, struct token *t)
{
    (void)t;
    if (parse_accept_word(p, WORD_TIME))
        p->tree->statusline_time = true;
    else if (parse_accept_word(p, WORD_SCORE))
        p->tree->statusline_time = false;
    else
        parse_expected(p, "'score' or 'time'");
}

static struct stmt *return_false(struct parser *p, position at)
{
    struct stmt *s = parse_new_stmt(p, STMT_KEYWORD, at);
    s->keyword = STATEMENT_RFALSE;
    s->end = p->last_end;
    return s;
}

/* Stub Name n: unless it is defined, a routine of n locals that returns false. */
static void parse_stub(struct parser *p, struct token *t)
{
    struct directive *d = parse_named(p, TREE_ROUTINE, "the routine's name");
    struct routine *r = ARENA_NEW(&p->c->arena, struct routine);
    bool wanted = d && !symbol_is_defined(d->name);
    (void)t;
    if (!d)
        return;
    r->local_count = parse_number(p, "the number of locals of a stub", 0, 4);
    if (!wanted || p->failed)
        return;
    d->routine = r;
    r->name = d->name;
    r->at = d->at;
    r->end = p->last_end;
    r->stub = true;
    r->system = d->system;
    r->locals = ARENA_ARRAY(&p->c->arena, struct name *, r->local_count);
    r->local_at = ARENA_ARRAY(&p->c->arena, position, r->local_count);
    for (int i = 0; i < r->local_count; i++) {
        const char *text = arena_format(&p->c->arena, "dummy%d", i + 1);
        r->locals[i] = names_intern(&p->c->names, text, (int)strlen(text));
        r->local_at[i] = d->at;
    }
    r->body = return_false(p, d->at);
    define(p, d, SYMBOL_ROUTINE);
    if (d->symbol)
        d->symbol->flags |= SYMBOL_STUB | SYMBOL_DEFAULT;
    p->tree->routine_count++;
    parse_add_directive(p, d);
}

/* Too late: code has been parsed for another version. */
static bool is_too_late(struct parser *p, const struct token *t)
{
    bool late = p->routine || p->tree->routine_count > 0;
    if (late)
        diag(&p->c->diagnostics, DIAG_TOO_LATE, t->at, arena_string(&p->c->arena, t->text, (size_t)t->length));
    return late;
}

/* Takes the letters from the source, since xv5~S is not a token. */
static void parse_switches(struct parser *p, struct token *t)
{
    const struct source *s = source_find(&p->c->sources, t->at);
    const char *text = s->text + (t->end - s->start), *end = strchr(text, ';');
    while (*text == ' ' || *text == '\t' || *text == '\n' || *text == '-' || *text == '"')
        text++;
    if (!end || end < text) {
        parse_expected(p, "switches and ';'");
        return;
    }
    while (end > text && strchr(" \t\n\"", end[-1]))
        end--;
    while (!parse_is_mark(p, MARK_SEMICOLON) && parse_peek(p)->kind != TOKEN_END)
        parse_take(p);
    if (is_too_late(p, t))
        return;
    diag(&p->c->diagnostics, DIAG_OBSOLETE_DIRECTIVE, t->at,
         "say them on the command line or in '!% -' lines at the source's beginning instead of in Switches");
    switches_apply_directive(p->c, arena_string(&p->c->arena, text, (size_t)(end - text)));
    symbol_update_all(p->c);
}

static void parse_system_file(struct parser *p, struct token *t)
{
    struct source *s = source_find(&p->c->sources, t->at);
    (void)p;
    s->system = true;
}

static void parse_trace(struct parser *p, struct token *t)
{
    struct directive *d = parse_new_directive(p, TREE_TRACE, t->at);
    d->word = WORD_ASSEMBLY;
    if (parse_peek(p)->kind == TOKEN_NAME)
        d->word = (uint8_t)parse_take_word(p);
    if (!parse_is_word(p, WORD_ON) && !parse_is_word(p, WORD_OFF))
        d->values = at_end(p) ? NULL : parse_value(p);
    else
        parse_take(p);
    parse_add_directive(p, d);
}

static void parse_undef(struct parser *p, struct token *t)
{
    struct token name = *parse_peek(p);
    (void)t;
    if (parse_name(p, "a constant's name"))
        symbol_undefine(p->c, name.name, name.at);
}

static void parse_version(struct parser *p, struct token *t)
{
    bool chosen = p->c->options.version_by > CHOSEN_BY_DIRECTIVE;        /* then it may be any value, even none yet */
    int version = chosen ? constant_evaluate(p->c, parse_level(p, LEVEL_ADD)).offset
                : parse_number(p, "the version", 3, 8);
    if (p->failed || (!chosen && is_too_late(p, t)))
        return;
    if (options_set_version(p->c, version))
        diag(&p->c->diagnostics, DIAG_OBSOLETE_DIRECTIVE, t->at,
             "say -v5 on the command line or '!% -v5' on the first line instead");
    else
        diag(&p->c->diagnostics, DIAG_VERSION_CHOSEN, t->at, p->c->options.version);
    symbol_update_all(p->c);
}

/* Zcharacter 'x'; Zcharacter "a" "b" "c"; Zcharacter table 'a' ...; Zcharacter table + 'a'; Zcharacter terminating
   129; */
static void parse_zcharacter(struct parser *p, struct token *t)
{
    struct directive *d = parse_new_directive(p, TREE_ZCHARACTER, t->at);
    if (parse_accept_word(p, WORD_TABLE)) {
        d->word = WORD_TABLE;
        d->additive = parse_accept(p, MARK_PLUS);
        d->values = parse_values(p);
    } else if (parse_accept_word(p, WORD_TERMINATING)) {
        d->word = WORD_TERMINATING;
        d->values = parse_values(p);
    } else if (parse_peek(p)->kind == TOKEN_STRING) {
        struct expr **last = &d->words;
        for (int i = 0; i < 3 && (*last = parse_quoted(p, "three strings")); i++)
            last = &(*last)->next;
    } else {
        d->words = parse_quoted(p, "a character, strings, 'table' or 'terminating'");
    }
    parse_add_directive(p, d);
}

typedef void parse_line(struct parser *p, struct token *word);

static parse_line *const lines[] = {
    [DIRECTIVE_ABBREVIATE] = parse_abbreviate, [DIRECTIVE_ARRAY] = parse_array, [DIRECTIVE_ATTRIBUTE] = parse_attribute,
    [DIRECTIVE_CONSTANT] = parse_constant, [DIRECTIVE_DEFAULT] = parse_default,
    [DIRECTIVE_DICTIONARY] = parse_dictionary,
    [DIRECTIVE_END] = parse_end, [DIRECTIVE_FAKE_ACTION] = parse_fake_action, [DIRECTIVE_GLOBAL] = parse_global,
    [DIRECTIVE_IMPORT] = parse_import, [DIRECTIVE_INCLUDE] = parse_include, [DIRECTIVE_LINK] = parse_link,
    [DIRECTIVE_LOWSTRING] = parse_lowstring, [DIRECTIVE_MESSAGE] = parse_message,
    [DIRECTIVE_ORIGSOURCE] = parse_origsource,
    [DIRECTIVE_PROPERTY] = parse_property, [DIRECTIVE_RELEASE] = parse_release, [DIRECTIVE_REPLACE] = parse_replace,
    [DIRECTIVE_SERIAL] = parse_serial, [DIRECTIVE_STATUSLINE] = parse_statusline, [DIRECTIVE_STUB] = parse_stub,
    [DIRECTIVE_SWITCHES] = parse_switches, [DIRECTIVE_SYSTEM_FILE] = parse_system_file, [DIRECTIVE_TRACE] = parse_trace,
    [DIRECTIVE_UNDEF] = parse_undef, [DIRECTIVE_VERSION] = parse_version, [DIRECTIVE_ZCHARACTER] = parse_zcharacter,
    [DIRECTIVE_ENDIF] = NULL
};

/* Where the directives begin that came after `before`. A list of constants has a place for each. */
static void set_start(const struct parser *p, const struct directive *before, const struct token *word)
{
    for (struct directive *d = before ? before->next : p->tree->first; d; d = d->next)
        d->start = d->kind == TREE_CONSTANT ? d->at : word->at;
}

void parse_one_liner(struct parser *p, struct token *word)
{
    int which = word->name->word[CONTEXT_DIRECTIVE];
    const struct directive *before = p->tree->last;
    p->failed = false;
    if (which == DIRECTIVE_ENDOFFILE) {
        parse_semicolon(p);
        preprocess_leave(p->in);
        return;
    }
    if (!lines[which]) {
        diag(&p->c->diagnostics, DIAG_UNKNOWN_DIRECTIVE, word->at, word->name->text);
        p->failed = true;
    } else {
        lines[which](p, word);
        set_start(p, before, word);
    }
    if (which != DIRECTIVE_INCLUDE || p->failed)
        parse_semicolon(p);
}
