/* Golmac: MIT licence, see LICENSE. */
/* Routines: [ Name locals; ... ] of the program and [; ... ] in properties. While one is parsed, the names of its
   locals hold their numbers. */
#include "compiler/inform6/parse.h"

#include <string.h>

static void add_local(struct parser *p, struct routine *r, const struct token *t)
{
    if (t->name->local) {
        diag(&p->c->diagnostics, DIAG_DUPLICATE_LOCAL, t->at, t->name->text);
        return;
    }
    if (r->local_count == MOST_LOCALS) {
        diag(&p->c->diagnostics, DIAG_LIMIT, t->at, "local variables of this routine", (long)MOST_LOCALS + 1,
             p->c->options.version, (long)MOST_LOCALS);
        p->failed = true;
        return;
    }
    r->locals[r->local_count] = t->name;
    r->local_at[r->local_count++] = t->at;
    t->name->local = (int16_t)r->local_count;
}

/* print "..." or if (...) on a line of its own: the ';' before it is missing. */
static bool begins_statement(struct parser *p)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_NAME && t->line_start && keywords_of_token(t, CONTEXT_STATEMENT)
        && parse_peek_at(p, 1)->kind != TOKEN_NAME && parse_peek_at(p, 1)->mark != MARK_SEMICOLON;
}

/* Up to the ';', which it takes. If the program ends here, the message is about the routine. */
static void parse_locals(struct parser *p, struct routine *r)
{
    r->locals = ARENA_ARRAY(&p->c->arena, struct name *, MOST_LOCALS);
    r->local_at = ARENA_ARRAY(&p->c->arena, position, MOST_LOCALS);
    r->traced = parse_accept(p, MARK_TIMES);
    while (parse_peek(p)->kind == TOKEN_NAME && !p->failed && !begins_statement(p)) {
        struct token t = parse_take(p);
        add_local(p, r, &t);
    }
    if (p->failed || parse_is_mark(p, MARK_SEMICOLON) || begins_statement(p))
        parse_semicolon(p);
    else if (parse_peek(p)->kind != TOKEN_END)
        parse_expected(p, "the name of a local variable or ';'");
}

static void forget_locals(const struct routine *r)
{
    for (int i = 0; i < r->local_count; i++)
        r->locals[i]->local = 0;
}

/* What comes next shows that the ']' before it is missing. */
static void unterminated(struct parser *p, const struct routine *r)
{
    const struct token *t = parse_peek(p);
    p->failed = !parse_is_next_segment(p);
    if (p->cut_off || p->unclosed || (t->kind == TOKEN_END && p->c->definitions_lost))
        return;
    if (t->kind != TOKEN_END)
        diag_hint(&p->c->diagnostics, "a ']' is missing before %s in line %d", parse_found(p, t),
                  source_locate(&p->c->sources, t->at).line);
    diag(&p->c->diagnostics, DIAG_UNTERMINATED, r->at, "this routine");
}

static void parse_body(struct parser *p, struct routine *r)
{
    struct stmt **last = &r->body;
    bool had_default = false;
    while (!parse_is_mark(p, MARK_CLOSE_SQUARE)) {
        if (parse_peek(p)->kind == TOKEN_END || parse_is_outside(p)) {
            unterminated(p, r);
            return;
        }
        p->failed = false;
        *last = parse_statement_or_case(p, true);
        r->has_cases |= *last && (*last)->kind == STMT_CASE;
        parse_check_case(p, *last, &had_default);
        while (*last)
            last = &(*last)->next;
    }
    parse_take(p);
}

/* After a syntax error the cases at the top may have been those of a switch. */
static void doubt_cases(struct routine *r)
{
    for (struct stmt *s = r->body; s; s = s->next)
        for (struct case_range *range = s->kind == STMT_CASE ? s->cases : NULL; range; range = range->next)
            range->from->kind = EXPR_BAD;
}

static void check_labels(struct parser *p, const struct routine *r)
{
    for (const struct label *l = r->labels; l; l = l->next)
        if (!l->defined_at)
            diag(&p->c->diagnostics, DIAG_UNKNOWN_LABEL, l->used_at, l->name->text);
}

static void parse_inside(struct parser *p, struct routine *r)
{
    p->routine = r;
    p->unclosed = false;
    p->last_label = &r->labels;
    parse_locals(p, r);
    parse_body(p, r);
    r->end = p->last_end;
    if (r->faulty)
        doubt_cases(r);
    else
        check_labels(p, r);
    forget_locals(r);
    p->routine = NULL;
    p->tree->routine_count++;
}

static struct routine *routine_new(struct parser *p, struct name *name, position at)
{
    const struct source *from = source_find(&p->c->sources, at);
    struct routine *r = ARENA_NEW(&p->c->arena, struct routine);
    r->name = name;
    r->at = at;
    r->system = from && from->system;
    r->veneer = from && from->veneer;
    return r;
}

void parse_routine(struct parser *p)
{
    struct token open = parse_take(p);
    struct token name = *parse_peek(p);
    struct directive *d;
    if (!parse_name(p, "the routine's name")) {
        p->c->definitions_lost = true;
        parse_skip_to_directive(p);
        return;
    }
    d = parse_new_directive(p, TREE_ROUTINE, name.at);
    d->name = name.name;
    d->routine = routine_new(p, name.name, open.at);
    d->symbol = symbol_define(p->c, name.name, SYMBOL_ROUTINE, d);
    if (d->symbol)
        d->symbol->flags |= SYMBOL_UNFINISHED;
    parse_inside(p, d->routine);
    if (d->symbol)
        d->symbol->flags &= (unsigned)~SYMBOL_UNFINISHED;
    parse_add_directive(p, d);
    if (p->unclosed && !p->failed && !parse_is_mark(p, MARK_SEMICOLON))
        parse_skip_to_directive(p);
    else if (!p->failed)
        parse_semicolon(p);
}

struct routine *parse_embedded_routine(struct parser *p, const struct object *o, struct name *property)
{
    struct token open = parse_take(p);
    const char *text = arena_format(&p->c->arena, "%s%s%s", o->name ? o->name->text : "", o->is_class ? "::" : ".",
                                    property->text);
    struct routine *r = routine_new(p, names_intern(&p->c->names, text, (int)strlen(text)), open.at);
    r->embedded = true;
    parse_inside(p, r);
    return r;
}
