/* Golmac: MIT licence, see LICENSE. */
/* From lexers to one stream: files that include files, conditionals, look-ahead. Tokens are cut only when they are
   asked for, because a conditional depends on the symbols that are defined so far. */
#include "compiler/inform6/keywords.h"
#include "compiler/inform6/symbol.h"
#include "compiler/inform6/token.h"

#include <ctype.h>
#include <string.h>

/* Files inside files; and the same file inside itself, which is rarely meant, and takes memory each time. */
enum { DEEPEST_INCLUDE = 1024, DEEPEST_SELF_INCLUDE = 64, DEEPEST_CONDITION = 32 };

/* A file being read, and how many conditionals were open when it was entered. */
struct entry {
    struct lexer lexer;
    int conditions;
};

struct condition {
    position at;                 /* of If... */
    bool has_ifnot;
};

struct preprocessor {
    struct compiler *c;
    struct tree *tree;
    struct expr *(*condition)(struct preprocessor *p);
    VECTOR(struct entry) files;
    VECTOR(struct condition) conditions;
    VECTOR(struct token) ahead;  /* cut but not taken; the first `taken` of them are gone */
    int taken;
    int handling;                /* conditionals met inside the expression of another */
};

struct compiler *preprocess_compiler(const struct preprocessor *p)
{
    return p->c;
}

struct tree *preprocess_tree(const struct preprocessor *p)
{
    return p->tree;
}

void preprocess_include(struct preprocessor *p, struct source *s)
{
    struct entry *e;
    int same = 0;
    for (int i = 0; i < p->files.count; i++)
        same += !strcmp(p->files.at[i].lexer.source->path, s->path);
    if (p->files.count >= DEEPEST_INCLUDE || same >= DEEPEST_SELF_INCLUDE) {
        diag(&p->c->diagnostics, DIAG_INCLUDE_DEPTH, s->included_at, p->files.count, s->path);
        return;
    }
    e = vector_add(&p->c->arena, &p->files);
    *e = (struct entry){ .lexer = lexer_open(p->c, s), .conditions = p->conditions.count };
}

struct preprocessor *preprocess_open(struct compiler *c, struct tree *tree, struct source *main,
                                     struct expr *(*condition)(struct preprocessor *p))
{
    struct preprocessor *p = ARENA_NEW(&c->arena, struct preprocessor);
    p->c = c;
    p->tree = tree;
    p->condition = condition;
    preprocess_include(p, main);
    return p;
}

void preprocess_rewind(struct preprocessor *p, position at)
{
    struct lexer *l = &vector_last(&p->files)->lexer;
    if (at < l->source->start || at > l->source->start + (position)l->source->length)
        return;
    l->offset = (int)(at - l->source->start);
    p->taken = p->ahead.count = 0;
}

void preprocess_leave(struct preprocessor *p)
{
    struct entry *e = vector_last(&p->files);
    e->lexer.offset = e->lexer.source->length;
    p->conditions.count = e->conditions;
}

bool preprocess_is_conditional(const struct name *name)
{
    return name && name->word[CONTEXT_DIRECTIVE] >= DIRECTIVE_IFDEF && name->word[CONTEXT_DIRECTIVE] <= DIRECTIVE_ENDIF;
}

/* The next token of the innermost file that has one, behind those that are cut already. */
static struct token *cut(struct preprocessor *p)
{
    struct token *t = vector_add(&p->c->arena, &p->ahead);
    for (;;) {
        lexer_next(&vector_last(&p->files)->lexer, t);
        if (t->kind != TOKEN_END || p->files.count == 1)
            return t;
        p->files.count--;
    }
}

static void expect_semicolon(struct preprocessor *p, position after)
{
    if (preprocess_peek(p, 0)->mark == MARK_SEMICOLON)
        preprocess_next(p);
    else
        diag(&p->c->diagnostics, DIAG_MISSING_SEMICOLON, after);
}

/* Skips what a false condition excludes: to its Endif, or to its Ifnot if there was none yet. Nested conditionals
   count everywhere, with or without '#'. Answers what ended it; NONE: nothing did. */
static enum keyword_directive skip_excluded(struct preprocessor *p, const struct condition *of, position *end)
{
    struct lexer *l = &vector_last(&p->files)->lexer;
    int depth = 1;
    l->quiet = true;
    while (depth > 0) {
        struct token t;
        lexer_next(l, &t);
        bool named = t.kind == TOKEN_NAME || t.kind == TOKEN_HASH_NAME;
        int word = named ? t.name->word[CONTEXT_DIRECTIVE] : DIRECTIVE_NONE;
        if (t.kind == TOKEN_END) {
            l->quiet = false;
            p->c->definitions_lost = true;
            diag(&p->c->diagnostics, DIAG_UNTERMINATED, of->at, "this conditional");
            return DIRECTIVE_NONE;
        }
        *end = t.end;
        if (word == DIRECTIVE_IFNOT && depth == 1 && !of->has_ifnot) {
            l->quiet = false;
            return DIRECTIVE_IFNOT;
        }
        depth += word >= DIRECTIVE_IFDEF && word <= DIRECTIVE_IFFALSE;
        depth -= word == DIRECTIVE_ENDIF;
    }
    l->quiet = false;
    return DIRECTIVE_ENDIF;
}

static bool is_name_defined(struct preprocessor *p, position *end)
{
    const struct token *t = preprocess_peek(p, 0);
    if (t->kind != TOKEN_NAME) {
        diag(&p->c->diagnostics, DIAG_EXPECTED, t->at, "a name", "something else");
        *end = t->at;
        return false;
    }
    *end = t->end;
    struct name *name = preprocess_next(p)->name;
    if (name->symbol)
        name->symbol->flags |= SYMBOL_USED;
    return symbol_is_defined(name);
}

/* The first name in it that nothing has defined so far. */
static const struct expr *find_unknown(const struct expr *e)
{
    const struct expr *found = NULL;
    if (!e)
        return NULL;
    if (e->kind == EXPR_NAME && !symbol_is_defined(e->name))
        return e;
    for (const struct expr *a = e->arguments; a && !found; a = a->next)
        found = find_unknown(a);
    return found ? found : (found = find_unknown(e->left)) ? found : find_unknown(e->right);
}

static bool is_constant_name(const struct name *n, void *context)
{
    (void)context;
    return n->symbol && n->symbol->kind == SYMBOL_CONSTANT;
}

static void say_undecided(struct preprocessor *p, const struct expr *e)
{
    const struct expr *unknown = find_unknown(e);
    const struct name *near = unknown ? names_nearest(&p->c->names, unknown->name, is_constant_name, NULL) : NULL;
    if (!unknown) {
        diag(&p->c->diagnostics, DIAG_NOT_CONSTANT, e->at, "the condition of Iftrue or Iffalse");
        return;
    }
    if (near)
        diag_hint(&p->c->diagnostics, "did you mean '%s'?", near->text);
    diag(&p->c->diagnostics, DIAG_UNKNOWN_NAME, unknown->at, unknown->name->text);
}

/* After an error in the condition: skips to its ';'. */
static void skip_condition(struct preprocessor *p)
{
    const struct token *t = preprocess_peek(p, 0);
    while (t->kind != TOKEN_END && !t->line_start && t->mark != MARK_SEMICOLON) {
        preprocess_next(p);
        t = preprocess_peek(p, 0);
    }
}

static bool is_expression_true(struct preprocessor *p, position *end)
{
    struct expr *e = p->condition(p);
    struct ir_value value = constant_evaluate(p->c, e);
    if (e->kind == EXPR_BAD)
        skip_condition(p);
    else
        *end = e->end;
    if (value.kind == VALUE_NONE && e->kind != EXPR_BAD)
        say_undecided(p, e);
    p->c->definitions_lost |= value.kind == VALUE_NONE;
    return value.kind != VALUE_NONE && (value.kind != VALUE_NUMBER || (value.offset & 0xFFFF) != 0);
}

static bool is_true(struct preprocessor *p, enum keyword_directive word, position *end)
{
    switch (word) {
    case DIRECTIVE_IFDEF: return is_name_defined(p, end);
    case DIRECTIVE_IFNDEF: return !is_name_defined(p, end);
    case DIRECTIVE_IFV3: return p->c->options.version <= 3;
    case DIRECTIVE_IFV5: return p->c->options.version > 3;
    case DIRECTIVE_IFTRUE: return is_expression_true(p, end);
    default: return !is_expression_true(p, end);
    }
}

static void handle_if(struct preprocessor *p, const struct token *t)
{
    struct condition now = { .at = t->at };
    position end = t->end;
    bool good = is_true(p, t->name->word[CONTEXT_DIRECTIVE], &end);
    expect_semicolon(p, end);
    if (!good) {
        enum keyword_directive ended = skip_excluded(p, &now, &end);
        if (ended != DIRECTIVE_NONE)
            expect_semicolon(p, end);
        if (ended != DIRECTIVE_IFNOT)
            return;
        now.has_ifnot = true;
    }
    *vector_add(&p->c->arena, &p->conditions) = now;
}

static void handle_ifnot(struct preprocessor *p, const struct token *t)
{
    struct condition *now = p->conditions.count ? vector_last(&p->conditions) : NULL;
    position end = t->end;
    expect_semicolon(p, t->end);
    if (!now || now->has_ifnot) {
        if (!p->c->definitions_lost)
            diag(&p->c->diagnostics, DIAG_STRAY_CONDITIONAL, t->at, "Ifnot");
        return;
    }
    now->has_ifnot = true;
    if (skip_excluded(p, now, &end) != DIRECTIVE_NONE)
        expect_semicolon(p, end);
    p->conditions.count--;
}

static void handle_endif(struct preprocessor *p, const struct token *t)
{
    expect_semicolon(p, t->end);
    if (p->conditions.count)
        p->conditions.count--;
    else if (!p->c->definitions_lost)
        diag(&p->c->diagnostics, DIAG_STRAY_CONDITIONAL, t->at, "Endif");
}

static bool is_conditional_name(const struct name *n, void *context)
{
    (void)context;
    return preprocess_is_conditional(n);
}

/* #Ifdfe: reports the mistake, then takes it for what was meant, so that what it governs is read as intended. */
static void mend_conditional(struct preprocessor *p, struct token *t)
{
    const struct name *near = names_nearest(&p->c->names, t->name, is_conditional_name, NULL);
    if (!near || t->name->symbol)
        return;
    diag_hint(&p->c->diagnostics, "did you mean '%c%s'?", toupper((unsigned char)near->text[0]), near->text + 1);
    diag(&p->c->diagnostics, DIAG_UNKNOWN_DIRECTIVE, t->at, t->name->text);
    t->name = names_find(&p->c->names, near->text);
}

/* Handles a conditional whose word has just been cut. Tokens that were cut before it are put aside meanwhile. */
static void handle(struct preprocessor *p, const struct token *t)
{
    struct preprocessor aside = *p;
    if (p->handling >= DEEPEST_CONDITION) {
        diag(&p->c->diagnostics, DIAG_NESTED_TOO_DEEP, t->at, "conditionals inside conditions are", DEEPEST_CONDITION);
        return;
    }
    p->handling++;
    memset(&p->ahead, 0, sizeof p->ahead);
    p->taken = 0;
    if (t->name->word[CONTEXT_DIRECTIVE] == DIRECTIVE_ENDIF)
        handle_endif(p, t);
    else if (t->name->word[CONTEXT_DIRECTIVE] == DIRECTIVE_IFNOT)
        handle_ifnot(p, t);
    else
        handle_if(p, t);
    for (int i = p->taken; i < p->ahead.count; i++)
        *vector_add(&p->c->arena, &aside.ahead) = p->ahead.at[i];
    p->ahead.at = aside.ahead.at;
    p->ahead.count = aside.ahead.count;
    p->ahead.capacity = aside.ahead.capacity;
    p->taken = aside.taken;
    p->handling--;
}

const struct token *preprocess_peek(struct preprocessor *p, int ahead)
{
    if (p->taken + ahead < p->ahead.count)
        return &p->ahead.at[p->taken + ahead];
    if (p->taken == p->ahead.count)
        p->taken = p->ahead.count = 0;
    while (p->ahead.count - p->taken <= ahead) {
        struct token *t = cut(p), word;
        if (t->kind != TOKEN_HASH_NAME)
            continue;
        if (t->line_start && !t->name->word[CONTEXT_DIRECTIVE] && !t->name->word[CONTEXT_SYSTEM])
            mend_conditional(p, t);
        if (!preprocess_is_conditional(t->name))
            continue;
        word = *t;
        p->ahead.count--;
        handle(p, &word);
    }
    return &p->ahead.at[p->taken + ahead];
}

/* As the source has it; a line ends with its ';'. */
static void trace_token(const struct preprocessor *p, const struct token *t)
{
    const struct source *s = source_find(&p->c->sources, t->at);
    if (!s->veneer && t->kind != TOKEN_END)
        printf("%.*s%c", (int)(t->end - t->at), s->text + (t->at - s->start), t->mark == MARK_SEMICOLON ? '\n' : ' ');
}

const struct token *preprocess_next(struct preprocessor *p)
{
    const struct token *t = preprocess_peek(p, 0);
    if (p->c->options.trace[TRACE_TOKENS])
        trace_token(p, t);
    p->taken++;
    return t;
}

bool preprocess_conditional(struct preprocessor *p)
{
    struct token t = *preprocess_peek(p, 0);
    if (t.kind != TOKEN_NAME || !preprocess_is_conditional(t.name))
        return false;
    preprocess_next(p);
    handle(p, &t);
    return true;
}

void preprocess_conditional_as(struct preprocessor *p, const struct name *name)
{
    struct token t = *preprocess_next(p);
    t.name = names_find(&p->c->names, name->text);
    handle(p, &t);
}

void preprocess_finish(struct preprocessor *p)
{
    p->c->definitions_lost |= p->conditions.count > 0;
    for (int i = 0; i < p->conditions.count; i++)
        diag(&p->c->diagnostics, DIAG_UNTERMINATED, p->conditions.at[i].at, "this conditional");
}
