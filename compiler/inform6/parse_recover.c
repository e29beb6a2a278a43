/* Golmac: MIT licence, see LICENSE. */
/* Errors of syntax, and how the parser finds its place after one: the end of the statement, the ';' that was
   forgotten, the next directive. Names in what is passed over may have been defined there, so that they are missing
   is not said. */
#include "compiler/inform6/parse.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* The keyword among those that `what` lists in quotes, if it is this name but for a slip. */
static bool is_listed(const struct name *n, void *what)
{
    const char *at = strchr(what, '\'');
    for (; at; at = strchr(at + 1, '\''))
        if (strncasecmp(at + 1, n->text, (size_t)n->length) == 0 && at[n->length + 1] == '\'')
            return true;
    return false;
}

/* A word of the language in capitals. */
static bool is_capital_keyword(const struct token *t)
{
    for (int context = CONTEXT_STATEMENT; context <= CONTEXT_PRINT; context++)
        if (t->name->word[context] && !keywords_of_token(t, context))
            return true;
    return false;
}

static void say_expected(struct parser *p, const struct token *t, const char *what)
{
    const struct name *near = t->kind != TOKEN_NAME ? NULL
                            : names_nearest(&p->c->names, t->name, is_listed, (void *)what);
    if (parse_is_comment_meant(p, t))
        return;
    if (near)
        diag_hint(&p->c->diagnostics, "did you mean '%s'?", near->text);
    else if (!parse_hint_of_habit(p, t) && t->kind == TOKEN_NAME && is_capital_keyword(t))
        diag_hint(&p->c->diagnostics, "words of the language are written in small letters");
    diag(&p->c->diagnostics, DIAG_EXPECTED, t->at, what, parse_found(p, t));
}

/* Whether a string over several lines holds what looks like code: a line that ends in ; [ ] { } or ', */
static bool holds_code(const struct token *s)
{
    for (int i = 1; i < s->length; i++) {
        int last = i - 1;
        if (s->text[i] != '\n')
            continue;
        while (last > 0 && (s->text[last] == ' ' || s->text[last] == '\t'))
            last--;
        if (strchr(";[]{}", s->text[last]) || (last > 0 && s->text[last] == ',' && s->text[last - 1] == '\''))
            return true;
    }
    return false;
}

/* A line that begins a routine, directive or object without a blank before it. */
static bool begins_at_margin(struct parser *p, const char *line)
{
    int length = (int)strcspn(line, " \t\n;\"'");
    const struct name *name;
    if (line[0] == '[')
        return line[1] == ' ' || isalpha((unsigned char)line[1]);
    if (!isalpha((unsigned char)line[0]) || length > 32 || (line[length] != ' ' && line[length] != '\t'))
        return false;
    name = names_find(&p->c->names, arena_string(&p->c->arena, line, (size_t)length));
    return name && !preprocess_is_conditional(name)
        && (name->word[CONTEXT_DIRECTIVE] || (name->symbol && name->symbol->kind == SYMBOL_CLASS));
}

/* Where the parser can go on: the end of the line before the first after the string's that begins something. */
static position find_margin(struct parser *p, const struct token *string)
{
    const struct source *s = source_find(&p->c->sources, string->at);
    const char *line = strchr(string->text, '\n');
    while (line && !begins_at_margin(p, line + 1))
        line = strchr(line + 1, '\n');
    return line ? s->start + (position)(line - s->text) : s->start + (position)s->length;
}

/* Whether the token stands on the line where the string ends, or is the string. */
static bool is_beside(const struct token *string, const struct token *t)
{
    const char *text = string->text + string->length;
    if (t->at < string->end)
        return t->at == string->at;
    for (position i = 0; i < t->at - string->end; i++)
        if (text[i] == '\n' || text[i] == '\0')
            return false;
    return true;
}

/* Every string leads further on than the one before it, since none is asked about twice. */
static void return_to_margin(struct parser *p, const struct token *string)
{
    preprocess_rewind(p->in, find_margin(p, string));
    p->long_string = (struct token){0};
    p->failed = p->unclosed = p->cut_off = p->c->definitions_lost = true;
}

static void take_lost(struct parser *p)
{
    struct token t = parse_take(p);
    if (t.kind == TOKEN_NAME && !symbol_is_defined(t.name))
        symbol_mention(p->c, t.name, t.at)->flags |= SYMBOL_REPORTED;
}

/* Takes a token after a failure. A string that holds code began with a quote that should have ended one. */
static void pass_over(struct parser *p)
{
    struct token t = *parse_peek(p);
    if (p->routine)
        parse_take(p);
    else
        take_lost(p);
    if (t.kind == TOKEN_STRING && !t.unclosed && holds_code(&t))
        return_to_margin(p, &t);
}

/* A string whose first line has no letter may have begun with the quote that was to end one. */
static bool begins_blank(const struct token *s)
{
    for (int i = 0; i < s->length && !isalnum((unsigned char)s->text[i]); i++)
        if (s->text[i] == '\n')
            return true;
    return false;
}

bool parse_is_runaway(struct parser *p, const struct token *t)
{
    struct token string = t->kind == TOKEN_STRING ? *t : p->long_string;
    if (!string.at || string.unclosed || !is_beside(&string, t) || (!holds_code(&string) && !begins_blank(&string)))
        return false;
    diag_hint(&p->c->diagnostics, "it goes on to the quote in line %d", source_locate(&p->c->sources, string.end).line);
    diag(&p->c->diagnostics, DIAG_UNTERMINATED, string.at, "this string");
    return_to_margin(p, &string);
    return true;
}

void parse_expected(struct parser *p, const char *what)
{
    const struct token *t = parse_peek(p);
    if (!p->failed && !(p->cut_off && t->kind == TOKEN_END) && !parse_is_runaway(p, t))
        say_expected(p, t, what);
    p->failed = true;
    if (p->routine)
        p->routine->faulty = true;
}

static bool is_statement_word(const struct token *t)
{
    return t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT) && !t->name->local;
}

static bool begins_directive(const struct token *t)
{
    return t->kind == TOKEN_NAME && t->name->word[CONTEXT_DIRECTIVE] && !keywords_of_token(t, CONTEXT_SEGMENT);
}

static bool is_mark(const struct token *t, enum mark mark)
{
    return t->kind == TOKEN_MARK && t->mark == mark;
}

static bool is_segment_word(const struct token *t)
{
    return t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_SEGMENT);
}

/* After the name of a class: -> name "short name" with ... Values side by side may look so too, but for 'with'. */
static bool continues_instance(struct parser *p)
{
    bool surely = p->failed || p->routine, named;
    int i = 1;
    while (is_mark(parse_peek_at(p, i), MARK_ARROW))
        i++;
    named = parse_peek_at(p, i)->kind == TOKEN_NAME && !is_segment_word(parse_peek_at(p, i));
    i += named;
    if (surely && (parse_peek_at(p, i)->kind == TOKEN_STRING
                   || (named && is_mark(parse_peek_at(p, i), MARK_SEMICOLON))))
        return true;
    i += parse_peek_at(p, i)->kind == TOKEN_STRING;
    return is_segment_word(parse_peek_at(p, i));
}

/* Whether the tokens to come begin a directive or routine as no statement or value can: not 'object = 3' nor
   'default:'. */
static bool begins_definition(struct parser *p)
{
    const struct token *t = parse_peek(p);
    const struct name *name = t->name;
    if (is_mark(t, MARK_OPEN_SQUARE))
        return parse_peek_at(p, 1)->kind == TOKEN_NAME;
    if (t->kind != TOKEN_NAME || name->local)
        return false;
    if (name->symbol && name->symbol->kind == SYMBOL_CLASS)
        return continues_instance(p);
    if (!begins_directive(t) || preprocess_is_conditional(name))
        return false;
    t = parse_peek_at(p, 1);
    if (t->kind == TOKEN_MARK)
        return t->mark == MARK_SEMICOLON || (t->mark == MARK_ARROW && continues_instance(p));
    return t->kind != TOKEN_END;
}

/* with, has and their like before a name, which no statement begins with. */
static bool is_next_segment(struct parser *p)
{
    const struct token *t = parse_peek(p);
    if (t->kind != TOKEN_NAME || !keywords_of_token(t, CONTEXT_SEGMENT) || t->name->local)
        return false;
    t = parse_peek_at(p, 1);
    return t->kind == TOKEN_NAME || is_mark(t, MARK_BIT_NOT);
}

bool parse_is_outside(struct parser *p)
{
    const struct token *t = parse_peek(p);
    if (!t->line_start)
        return false;
    if (is_mark(t, MARK_OPEN_SQUARE))
        return !p->in_object || (t->margin && begins_definition(p));
    return (t->margin && begins_definition(p)) || (p->in_object && is_next_segment(p));
}

bool parse_is_next_segment(struct parser *p)
{
    return p->in_object && parse_peek(p)->line_start && is_next_segment(p);
}

/* Whether a token at a line's start says that what went before has ended, ';' or not. */
static bool begins_anew(struct parser *p)
{
    const struct token *t = parse_peek(p);
    if (!t->line_start)
        return false;
    if (t->kind == TOKEN_MARK)
        return (t->mark == MARK_OPEN_SQUARE && (t->margin || !p->in_object)) || (t->mark == MARK_AT && p->routine);
    if (p->routine)
        return is_statement_word(t) || (p->failed && parse_is_outside(p));
    return t->margin && (begins_directive(t) || begins_definition(p));
}

bool parse_begins_anew(struct parser *p)
{
    return begins_anew(p);
}

static int bracket_change(const struct token *t)
{
    if (t->kind != TOKEN_MARK)
        return 0;
    switch (t->mark) {
    case MARK_OPEN: case MARK_OPEN_SQUARE: case MARK_OPEN_BRACE: return 1;
    case MARK_CLOSE: case MARK_CLOSE_SQUARE: case MARK_CLOSE_BRACE: return -1;
    default: return 0;
    }
}

/* After an error, within the statement: skips to `mark` on this level of brackets. Stops before ';' and before a
   bracket that closes more than was opened. */
static bool seek(struct parser *p, enum mark mark)
{
    int depth = 0;
    for (;;) {
        const struct token *t = parse_peek(p);
        if (t->kind == TOKEN_END || t->unclosed || begins_anew(p))
            return false;
        if (t->kind == TOKEN_MARK && depth == 0 && t->mark == mark)
            return true;
        if (t->kind == TOKEN_MARK && (t->mark == MARK_SEMICOLON || t->mark == MARK_OPEN_BRACE))
            return false;
        if (depth + bracket_change(t) < 0)
            return false;
        depth += bracket_change(t);
        pass_over(p);
    }
}

bool parse_expect(struct parser *p, enum mark mark, const char *shown)
{
    if (!parse_is_mark(p, mark)) {
        parse_expected(p, shown);
        if (!seek(p, mark))
            return false;
    }
    parse_take(p);
    return true;
}

/* After an error: skips to the ';' of the statement or directive and takes it. Skips braces and routines inside it
   whole. */
static void skip_statement(struct parser *p)
{
    int depth = 0;
    for (;;) {
        const struct token *t = parse_peek(p);
        if (t->kind == TOKEN_END || (depth <= 0 && begins_anew(p)) || (t->margin && begins_definition(p)))
            return;
        if (t->kind == TOKEN_MARK && t->mark == MARK_SEMICOLON && depth <= 0) {
            parse_take(p);
            return;
        }
        if (t->kind == TOKEN_MARK && (t->mark == MARK_OPEN_BRACE || t->mark == MARK_OPEN_SQUARE))
            depth++;
        if (t->kind == TOKEN_MARK && (t->mark == MARK_CLOSE_BRACE || t->mark == MARK_CLOSE_SQUARE) && --depth < 0
            && (p->routine || p->in_object))
            return;
        pass_over(p);
    }
}

/* If what follows begins a line or closes a bracket, a ';' is missing. */
static bool was_forgotten(struct parser *p)
{
    const struct token *t = parse_peek(p);
    return t->line_start || t->kind == TOKEN_END || is_statement_word(t)
        || (t->kind == TOKEN_MARK && (t->mark == MARK_CLOSE_SQUARE || t->mark == MARK_CLOSE_BRACE));
}

void parse_semicolon(struct parser *p)
{
    if (!p->failed && parse_accept(p, MARK_SEMICOLON))
        return;
    if (!p->failed && was_forgotten(p)) {
        if (!(p->cut_off && parse_peek(p)->kind == TOKEN_END))
            diag(&p->c->diagnostics, DIAG_MISSING_SEMICOLON, p->last_end);
        return;
    }
    parse_expected(p, "';'");
    skip_statement(p);
    p->failed = false;
}

void parse_skip_to_directive(struct parser *p)
{
    bool fresh = false;
    p->failed = true;
    while (parse_peek(p)->kind != TOKEN_END) {
        fresh |= parse_peek(p)->line_start;
        if (fresh && begins_definition(p))
            return;
        if (fresh && preprocess_conditional(p->in))
            continue;
        fresh = parse_is_mark(p, MARK_SEMICOLON);
        take_lost(p);
    }
}

struct name *parse_name(struct parser *p, const char *what)
{
    if (parse_peek(p)->kind == TOKEN_NAME)
        return parse_take(p).name;
    parse_expected(p, what);
    return NULL;
}

bool parse_string(struct parser *p, struct token *t, const char *what)
{
    if (parse_peek(p)->kind == TOKEN_STRING) {
        *t = parse_take(p);
        return true;
    }
    parse_expected(p, what);
    return false;
}
