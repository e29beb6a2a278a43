/* Golmac: MIT licence, see LICENSE. */
/* Making the nodes of the tree. */
#include "compiler/inform6/parse.h"

struct expr *parse_new_expr(struct parser *p, enum expr_kind kind, position at)
{
    struct expr *e = ARENA_NEW(&p->c->arena, struct expr);
    e->kind = kind;
    e->at = at;
    e->end = p->last_end;
    return e;
}

struct expr *parse_expr_of_token(struct parser *p, const struct token *t)
{
    static const enum expr_kind kinds[] = {
        [TOKEN_NAME] = EXPR_NAME, [TOKEN_NUMBER] = EXPR_NUMBER, [TOKEN_STRING] = EXPR_STRING, [TOKEN_WORD] = EXPR_WORD,
        [TOKEN_CHARACTER] = EXPR_CHARACTER, [TOKEN_ACTION] = EXPR_ACTION, [TOKEN_HASH_NAME] = EXPR_SYSTEM,
        [TOKEN_HASH_DOLLAR] = EXPR_HASH_DOLLAR
    };
    struct expr *e;
    if (t->kind == TOKEN_END || t->kind == TOKEN_MARK)
        return NULL;
    e = parse_new_expr(p, kinds[t->kind], t->at);
    e->end = t->end;
    e->value = t->value;
    e->name = t->name;
    if (t->kind == TOKEN_STRING || t->kind == TOKEN_WORD || t->kind == TOKEN_CHARACTER) {
        e->text = t->text;
        e->length = t->length;
    }
    if (t->kind == TOKEN_NAME && t->name->local) {
        e->kind = EXPR_LOCAL;
        e->value = t->name->local;
    } else if (t->kind == TOKEN_NAME && t->name->symbol && t->name->symbol->kind == SYMBOL_CONSTANT) {
        e->symbol = t->name->symbol;     /* now: Undef may come later */
    }
    return e;
}

struct stmt *parse_new_stmt(struct parser *p, enum stmt_kind kind, position at)
{
    struct stmt *s = ARENA_NEW(&p->c->arena, struct stmt);
    s->kind = kind;
    s->at = at;
    return s;
}

struct directive *parse_new_directive(struct parser *p, enum directive_kind kind, position at)
{
    const struct source *from = source_find(&p->c->sources, at);
    struct directive *d = ARENA_NEW(&p->c->arena, struct directive);
    d->kind = kind;
    d->at = at;
    d->system = from && from->system;
    return d;
}

void parse_add_directive(struct parser *p, struct directive *d)
{
    d->end = p->last_end;
    if (p->tree->last)
        p->tree->last->next = d;
    else
        p->tree->first = d;
    p->tree->last = d;
}

struct label *parse_label_named(struct parser *p, struct name *name)
{
    struct label *l;
    for (l = p->routine->labels; l; l = l->next)
        if (l->name == name)
            return l;
    l = ARENA_NEW(&p->c->arena, struct label);
    l->name = name;
    l->number = p->routine->label_count++;
    *p->last_label = l;
    p->last_label = &l->next;
    return l;
}

struct label *parse_label_use(struct parser *p, const struct token *name)
{
    struct label *l = parse_label_named(p, name->name);
    if (!l->used_at)
        l->used_at = name->at;
    return l;
}
