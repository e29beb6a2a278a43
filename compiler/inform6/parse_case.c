/* Golmac: MIT licence, see LICENSE. */
/* The cases of switch and of action routines, and telling them from statements. */
#include "compiler/inform6/parse.h"

static bool ends_case_value(const struct token *t, bool actions)
{
    return (t->kind == TOKEN_MARK && (t->mark == MARK_COLON || t->mark == MARK_COMMA))
        || (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_WORD) == WORD_TO && !t->name->local && !actions);
}

/* Whether the statement that begins here with a bracket comes to a ':' outside of brackets. */
static bool has_colon(struct parser *p)
{
    int depth = 0;
    for (int i = 0;; i++) {
        const struct token *t = parse_peek_at(p, i);
        if (t->kind == TOKEN_END || t->kind == TOKEN_STRING)
            return false;
        if (t->kind != TOKEN_MARK)
            continue;
        if (t->mark == MARK_SEMICOLON || t->mark == MARK_OPEN_BRACE || t->mark == MARK_CLOSE_BRACE)
            return false;
        depth += (t->mark == MARK_OPEN) - (t->mark == MARK_CLOSE);
        if (depth == 0 && t->mark == MARK_COLON)
            return true;
    }
}

/* A value with ',' ':' or 'to' behind it begins a case, even Give: and Remove:. A string is a statement, which
   prints it. A number or word in front of a statement begins a case whose ':' is missing. At a routine's top there
   are no ranges, so a variable there may be called 'to'. */
static bool is_case(struct parser *p, bool actions)
{
    const struct token *t = parse_peek(p);
    bool named;
    if (t->kind == TOKEN_END || t->kind == TOKEN_STRING
        || (t->kind == TOKEN_HASH_NAME && t->name->word[CONTEXT_DIRECTIVE]))
        return false;
    if (t->kind == TOKEN_MARK && t->mark == MARK_OPEN)
        return has_colon(p);
    if (t->kind == TOKEN_MARK)
        return t->mark == MARK_MINUS && parse_peek_at(p, 1)->kind != TOKEN_MARK
            && ends_case_value(parse_peek_at(p, 2), actions);
    named = t->kind == TOKEN_NAME;
    t = parse_peek_at(p, 1);
    return ends_case_value(t, actions)
        || (!named && (t->kind == TOKEN_STRING || (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT))));
}

static struct expr *parse_case_value(struct parser *p, bool actions)
{
    struct expr *e = parse_level(p, actions ? LEVEL_PRIMARY : LEVEL_LOGIC);
    if (actions && !e->bracketed && (e->kind == EXPR_NAME || e->kind == EXPR_LOCAL))
        e->kind = EXPR_ACTION;
    return e;
}

/* (1, 2, 3): a list in brackets is a case for each of its values. */
static struct case_range **add_values(struct parser *p, struct case_range **last, struct expr *e)
{
    if (e->kind == EXPR_BINARY && e->mark == MARK_COMMA) {
        last = add_values(p, last, e->left);
        return add_values(p, last, e->right);
    }
    *last = ARENA_NEW(&p->c->arena, struct case_range);
    (*last)->from = e;
    return &(*last)->next;
}

static struct stmt *parse_case(struct parser *p, bool actions)
{
    struct stmt *s = parse_new_stmt(p, STMT_CASE, parse_peek(p)->at);
    struct case_range **next = &s->cases;
    do {
        struct case_range **range = next;
        next = add_values(p, next, parse_case_value(p, actions));
        if (!p->failed && parse_accept_word(p, WORD_TO))
            (*range)->to = parse_case_value(p, actions);
    } while (!p->failed && parse_accept(p, MARK_COMMA));
    parse_expect(p, MARK_COLON, "',' or ':'");
    s->end = p->last_end;
    return s;
}

void parse_check_case(struct parser *p, const struct stmt *s, bool *had_default)
{
    if (!s || s->kind != STMT_CASE)
        return;
    if (*had_default)
        diag(&p->c->diagnostics, DIAG_DEFAULT_NOT_LAST, s->at);
    *had_default = !s->cases;
}

struct stmt *parse_statement_or_case(struct parser *p, bool actions)
{
    const struct token *t = parse_peek(p);
    if (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT) == STATEMENT_DEFAULT
        && parse_peek_at(p, 1)->mark == MARK_COLON) {
        struct stmt *s = parse_new_stmt(p, STMT_CASE, t->at);
        parse_take(p);
        parse_take(p);
        s->end = p->last_end;
        return s;
    }
    return is_case(p, actions) ? parse_case(p, actions) : parse_statement(p);
}
