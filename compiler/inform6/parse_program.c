/* Golmac: MIT licence, see LICENSE. */
/* The program: directives one after the other. */
#include "compiler/inform6/parse.h"

#include <ctype.h>
#include <string.h>

static bool is_directive_or_class(const struct name *n, void *context)
{
    (void)context;
    return n->word[CONTEXT_DIRECTIVE] || (n->symbol && n->symbol->kind == SYMBOL_CLASS);
}

static void say_unknown_directive(struct parser *p, const struct token *t, const struct name *near)
{
    if (t->name->symbol && t->name->symbol->flags & SYMBOL_REPORTED)
        return;
    if (near)
        diag_hint(&p->c->diagnostics, "did you mean '%c%s'?", toupper((unsigned char)near->text[0]), near->text + 1);
    else if (keywords_of_token(t, CONTEXT_STATEMENT))
        diag_hint(&p->c->diagnostics, "it begins a statement: was the routine it belongs to ended too early?");
    diag(&p->c->diagnostics, DIAG_UNKNOWN_DIRECTIVE, t->at, arena_string(&p->c->arena, t->text, (size_t)t->length));
}

/* The keyword, or the class, has been taken. */
static void parse_known_directive(struct parser *p, struct token *t)
{
    switch (t->name->word[CONTEXT_DIRECTIVE]) {
    case DIRECTIVE_NONE: case DIRECTIVE_OBJECT: case DIRECTIVE_NEARBY: case DIRECTIVE_CLASS: parse_object(p, t); break;
    case DIRECTIVE_VERB: case DIRECTIVE_EXTEND: parse_verb(p, t); break;
    default: parse_one_liner(p, t);
    }
}

/* Whether a misspelt directive may be taken for this one: those that end the file are too much for a guess. */
static bool may_be_meant(const struct name *name)
{
    int word = name->word[CONTEXT_DIRECTIVE];
    return word != DIRECTIVE_END && word != DIRECTIVE_ENDOFFILE;
}

/* A word that was to be another is taken for that, so that what it defines is not missed; else what follows may be
   anything. */
static void unknown_directive(struct parser *p, struct token *t)
{
    const struct name *near = keywords_of_token(t, CONTEXT_STATEMENT) ? NULL
                            : names_nearest(&p->c->names, t->name, is_directive_or_class, NULL);
    if (parse_is_runaway(p, t))
        return;
    say_unknown_directive(p, t, near);
    if (near && preprocess_is_conditional(near)) {
        preprocess_conditional_as(p->in, near);
    } else if (near && may_be_meant(near)) {
        parse_take(p);
        t->name = names_find(&p->c->names, near->text);
        parse_known_directive(p, t);
    } else {
        p->failed = true;
        parse_skip_to_directive(p);
    }
}

/* At a directive's keyword, with '#' before it or not. */
void parse_directive(struct parser *p)
{
    struct token t = *parse_peek(p);
    if (t.name->word[CONTEXT_DIRECTIVE] || (t.name->symbol && t.name->symbol->kind == SYMBOL_CLASS)) {
        parse_take(p);
        parse_known_directive(p, &t);
    } else {
        unknown_directive(p, &t);
    }
}

static void parse_one(struct parser *p)
{
    const struct token *t = parse_peek(p);
    p->failed = false;
    p->comment = 0;
    if (t->kind == TOKEN_MARK && t->mark == MARK_OPEN_SQUARE) {
        parse_routine(p);
    } else if (t->kind == TOKEN_MARK && t->mark == MARK_SEMICOLON) {
        parse_take(p);
    } else if (t->kind == TOKEN_NAME || t->kind == TOKEN_HASH_NAME) {
        if (t->kind != TOKEN_NAME || !preprocess_conditional(p->in))
            parse_directive(p);
    } else {
        p->c->definitions_lost |= t->kind == TOKEN_STRING || t->mark == MARK_HASH;      /* of Include, or Ifdef */
        parse_expected(p, "a directive");
        parse_skip_to_directive(p);
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
    symbol_install_all(c, p.tree);
    p.in = preprocess_open(c, p.tree, main, parse_expression);
    parse_settings(&p);
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
    p.in = preprocess_open(c, tree, text, parse_expression);
    while (parse_peek(&p)->kind != TOKEN_END)
        parse_one(&p);
    for (struct directive *d = before ? before->next : tree->first; d; d = d->next)
        if (d->routine)
            d->routine->veneer = d->routine->system = true;
    return before ? before->next : tree->first;
}
