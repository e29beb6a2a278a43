/* Golmac: MIT licence, see LICENSE. */
/* What print, print_ret and a bare string print: a list of values, each maybe after a rule in brackets. */
#include "compiler/inform6/parse.h"

/* Whether ( name ) is a rule for what follows: it is none when the list goes on there or an operator follows. */
static bool is_print_rule(struct parser *p)
{
    const struct token *t = parse_peek(p);
    bool keyword, local;
    if (t->kind != TOKEN_MARK || t->mark != MARK_OPEN || parse_peek_at(p, 1)->kind != TOKEN_NAME
        || parse_peek_at(p, 2)->mark != MARK_CLOSE)
        return false;
    local = parse_peek_at(p, 1)->name->local;
    keyword = keywords_of_token(parse_peek_at(p, 1), CONTEXT_PRINT) && !local;
    t = parse_peek_at(p, 3);
    if (t->kind == TOKEN_NAME)
        return !keywords_of_token(t, CONTEXT_CONDITION) || t->name->local;
    if (t->kind == TOKEN_END)
        return false;
    return t->kind != TOKEN_MARK || t->mark == MARK_OPEN || t->mark == MARK_NOT || t->mark == MARK_BIT_NOT
        || ((t->mark == MARK_MINUS || t->mark == MARK_INCREMENT || t->mark == MARK_DECREMENT) && !local)
        || (keyword && t->mark != MARK_COMMA && t->mark != MARK_SEMICOLON);
}

static void parse_print_rule(struct parser *p, struct print_item *item)
{
    struct token name;
    parse_take(p);
    name = parse_take(p);
    parse_take(p);
    item->rule = keywords_of_token(&name, CONTEXT_PRINT);
    if (item->rule == PRINT_NONE || (name.name->symbol && name.name->symbol->kind == SYMBOL_ROUTINE)) {
        item->rule = PRINT_NONE;
        item->routine = name.name;
    } else if (item->rule == PRINT_THE || item->rule == PRINT_A || item->rule == PRINT_AN) {
        item->capital = name.text[0] == 'T' || name.text[0] == 'A';
    }
}

static struct print_item *parse_print_item(struct parser *p)
{
    struct print_item *item = ARENA_NEW(&p->c->arena, struct print_item);
    if (parse_peek(p)->kind == TOKEN_STRING) {
        struct token t = parse_take(p);
        item->value = parse_expr_of_token(p, &t);
    } else {
        if (is_print_rule(p))
            parse_print_rule(p, item);
        item->value = parse_level(p, LEVEL_ASSIGN);
    }
    return item;
}

/* print "one", 2,; is good enough for Inform. */
static bool goes_on(struct parser *p)
{
    const struct token *after;
    if (!parse_is_mark(p, MARK_COMMA))
        return false;
    after = parse_peek_at(p, 1);
    if (after->kind != TOKEN_MARK || after->mark != MARK_SEMICOLON)
        return parse_accept(p, MARK_COMMA);
    parse_stray_comma(p);
    return false;
}

void parse_print(struct parser *p, struct stmt *s)
{
    struct print_item **last = &s->prints;
    s->kind = STMT_PRINT;
    s->returns |= s->keyword == STATEMENT_PRINT_RET;
    do {
        *last = parse_print_item(p);
        last = &(*last)->next;
    } while (!p->failed && goes_on(p));
    parse_semicolon(p);
}
