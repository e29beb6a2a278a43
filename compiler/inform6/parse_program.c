/* Golmac: MIT licence, see LICENSE. */
/* The program: directives one after the other; the parser's stream, and how it finds its place after an error. */
#include "parse.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

const struct token *parse_peek(struct parser *p)
{
    return preprocess_peek(p->in, 0);
}

const struct token *parse_peek_at(struct parser *p, int ahead)
{
    return preprocess_peek(p->in, ahead);
}

struct token parse_take(struct parser *p)
{
    struct token t = preprocess_next(p->in);
    if (t.kind != TOKEN_END)
        p->last_end = t.end;
    p->cut_off |= t.unclosed;
    return t;
}

bool parse_is_mark(struct parser *p, enum mark mark)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_MARK && t->mark == mark;
}

bool parse_is_word(struct parser *p, enum keyword_word word)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_NAME && token_word(t, CONTEXT_WORD) == (int)word;
}

bool parse_accept(struct parser *p, enum mark mark)
{
    bool there = parse_is_mark(p, mark);
    if (there)
        parse_take(p);
    return there;
}

int parse_take_word(struct parser *p)
{
    struct token t = parse_take(p);
    return token_word(&t, CONTEXT_WORD);
}

bool parse_accept_word(struct parser *p, enum keyword_word word)
{
    bool there = parse_is_word(p, word);
    if (there)
        parse_take(p);
    return there;
}

const char *parse_found(struct parser *p, const struct token *t)
{
    switch (t->kind) {
    case TOKEN_END: return "the end of the program";
    case TOKEN_STRING: return "a string";
    case TOKEN_WORD: return "a dictionary word";
    case TOKEN_CHARACTER: return "a character";
    default: return arena_format(&p->c->arena, "'%.*s'", t->length < 60 ? t->length : 60, t->text);
    }
}

/* The keyword among those that `what` lists in quotes, if it is this name but for a slip. */
static bool is_listed(const struct name *n, void *what)
{
    const char *at = strchr(what, '\'');
    for (; at; at = strchr(at + 1, '\''))
        if (strncasecmp(at + 1, n->text, (size_t)n->length) == 0 && at[n->length + 1] == '\'')
            return true;
    return false;
}

static void say_expected(struct parser *p, const struct token *t, const char *what)
{
    const struct name *near = t->kind == TOKEN_NAME ? names_nearest(&p->c->names, t->name, is_listed, (void *)what) : NULL;
    diag(&p->c->diagnostics, DIAG_EXPECTED, t->at, what, parse_found(p, t));
    if (near) {
        diag_hint(&p->c->diagnostics, "did you mean '%s'?", near->text);
        return;
    }
    for (int context = CONTEXT_STATEMENT; t->kind == TOKEN_NAME && context <= CONTEXT_PRINT; context++)
        if (t->name->word[context] && !token_word(t, context)) {
            diag_hint(&p->c->diagnostics, "words of the language are written in small letters");
            return;
        }
}

void parse_expected(struct parser *p, const char *what)
{
    const struct token *t = parse_peek(p);
    if (!p->failed && !(p->cut_off && t->kind == TOKEN_END))
        say_expected(p, t, what);
    p->failed = true;
}

static bool is_statement_word(const struct token *t)
{
    return t->kind == TOKEN_NAME && token_word(t, CONTEXT_STATEMENT) && !t->name->local;
}

/* Whether a token at a line's start says that what went before has ended, ';' or not. */
static bool begins_anew(struct parser *p, const struct token *t)
{
    if (!t->line_start)
        return false;
    if (t->kind == TOKEN_MARK)
        return (t->mark == MARK_OPEN_SQUARE && (t->margin || !p->in_object)) || (t->mark == MARK_AT && p->routine);
    if (p->routine)
        return is_statement_word(t);
    return t->margin && t->kind == TOKEN_NAME && t->name->word[CONTEXT_DIRECTIVE] && !token_word(t, CONTEXT_SEGMENT);
}

bool parse_begins_anew(struct parser *p)
{
    return begins_anew(p, parse_peek(p));
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

/* After a failure, within the statement: up to `mark` on this level of brackets; stays before ';' and before a bracket that
   closes more than was opened. */
static bool seek(struct parser *p, enum mark mark)
{
    int depth = 0;
    for (;;) {
        const struct token *t = parse_peek(p);
        if (t->kind == TOKEN_END || t->unclosed || begins_anew(p, t))
            return false;
        if (t->kind == TOKEN_MARK && depth == 0 && t->mark == mark)
            return true;
        if (t->kind == TOKEN_MARK && (t->mark == MARK_SEMICOLON || t->mark == MARK_OPEN_BRACE))
            return false;
        if (depth + bracket_change(t) < 0)
            return false;
        depth += bracket_change(t);
        parse_take(p);
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

/* After a failure: past the statement's or directive's ';'. Braces and routines inside it are passed over whole. */
static void skip_statement(struct parser *p)
{
    int depth = 0;
    for (;;) {
        const struct token *t = parse_peek(p);
        if (t->kind == TOKEN_END || (depth <= 0 && begins_anew(p, t)))
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
        parse_take(p);
    }
}

/* A ';' was forgotten when what follows begins a line or closes a bracket. */
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

struct directive *directive_new(struct parser *p, enum directive_kind kind, position at)
{
    const struct source *from = sources_find(&p->c->sources, at);
    struct directive *d = ARENA_NEW(&p->c->arena, struct directive);
    d->kind = kind;
    d->at = at;
    d->system = from && from->system;
    return d;
}

void directive_add(struct parser *p, struct directive *d)
{
    d->end = p->last_end;
    if (p->tree->last)
        p->tree->last->next = d;
    else
        p->tree->first = d;
    p->tree->last = d;
}

static bool is_directive_or_class(const struct name *n, void *context)
{
    (void)context;
    return n->word[CONTEXT_DIRECTIVE] || (n->symbol && n->symbol->kind == SYMBOL_CLASS);
}

static void unknown_directive(struct parser *p, const struct token *t)
{
    const struct name *near = names_nearest(&p->c->names, t->name, is_directive_or_class, NULL);
    diag(&p->c->diagnostics, DIAG_UNKNOWN_DIRECTIVE, t->at, arena_string(&p->c->arena, t->text, (size_t)t->length));
    if (near)
        diag_hint(&p->c->diagnostics, "did you mean '%c%s'?", toupper((unsigned char)near->text[0]), near->text + 1);
    p->failed = true;
    parse_take(p);
    parse_semicolon(p);
}

/* At a directive's keyword, with '#' before it or not. */
void parse_directive(struct parser *p)
{
    struct token t = *parse_peek(p);
    int word = t.name->word[CONTEXT_DIRECTIVE];
    if (word == DIRECTIVE_OBJECT || word == DIRECTIVE_NEARBY || word == DIRECTIVE_CLASS) {
        parse_take(p);
        parse_object(p, &t);
    } else if (word == DIRECTIVE_VERB || word == DIRECTIVE_EXTEND) {
        parse_take(p);
        parse_verb(p, &t);
    } else if (word) {
        parse_take(p);
        parse_one_liner(p, &t);
    } else if (t.name->symbol && t.name->symbol->kind == SYMBOL_CLASS) {
        parse_take(p);
        parse_object(p, &t);
    } else {
        unknown_directive(p, &t);
    }
}

static void parse_one(struct parser *p)
{
    const struct token *t = parse_peek(p);
    p->failed = false;
    if (t->kind == TOKEN_MARK && t->mark == MARK_OPEN_SQUARE) {
        parse_routine(p);
    } else if (t->kind == TOKEN_MARK && t->mark == MARK_SEMICOLON) {
        parse_take(p);
    } else if (t->kind == TOKEN_NAME || t->kind == TOKEN_HASH_NAME) {
        if (t->kind != TOKEN_NAME || !preprocess_conditional(p->in))
            parse_directive(p);
    } else {
        parse_expected(p, "a directive");
        parse_take(p);
        parse_semicolon(p);
    }
}

static void count_lines(struct compiler *c, struct tree *tree)
{
    for (int i = 0; i < c->sources.list.count; i++) {
        const struct source *s = c->sources.list.at[i];
        for (const char *at = s->text; (at = memchr(at, '\n', (size_t)(s->text + s->length - at))); at++)
            tree->line_count++;
    }
}

static struct tree *tree_new(struct compiler *c)
{
    struct tree *tree = ARENA_NEW(&c->arena, struct tree);
    tree->release = 1;
    return tree;
}

struct tree *parse_program(struct compiler *c, struct source *main)
{
    struct parser p = { .c = c, .tree = tree_new(c) };
    keywords_install(c);
    symbols_install(c, p.tree);
    p.in = preprocess_open(c, p.tree, main);
    while (!p.ended && parse_peek(&p)->kind != TOKEN_END && diag_may_continue(&c->diagnostics))
        parse_one(&p);
    if (!p.ended && !p.cut_off && diag_may_continue(&c->diagnostics))
        preprocess_finish(p.in);
    count_lines(c, p.tree);
    return p.tree;
}

struct directive *parse_veneer(struct compiler *c, struct tree *tree, struct source *text)
{
    struct parser p = { .c = c, .tree = tree };
    struct directive *before = tree->last;
    text->veneer = text->system = true;
    p.in = preprocess_open(c, tree, text);
    while (parse_peek(&p)->kind != TOKEN_END)
        parse_one(&p);
    for (struct directive *d = before ? before->next : tree->first; d; d = d->next)
        if (d->routine)
            d->routine->veneer = d->routine->system = true;
    return before ? before->next : tree->first;
}
