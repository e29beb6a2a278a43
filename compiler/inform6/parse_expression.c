/* Golmac: MIT licence, see LICENSE. */
/* Expressions, by the levels of DM4's table 1B. Prefix operators take in whatever follows on their own level or
   above, so ~a & b is ~(a & b); binary ones group to the left, save '='. */
#include "compiler/inform6/parse.h"

#include <string.h>

enum { LONGEST_CHAIN = 4000 };   /* operators on one level in one expression: the tree is that deep on its left */

static struct expr *bad(struct parser *p, position at)
{
    return parse_new_expr(p, EXPR_BAD, at);
}

/* A ',' with nothing to separate is passed over. */
bool parse_stray_comma(struct parser *p)
{
    if (!parse_is_mark(p, MARK_COMMA))
        return false;
    diag(&p->c->diagnostics, DIAG_STRAY_COMMA, parse_peek(p)->at);
    parse_take(p);
    return true;
}

static bool is_close(const struct token *t)
{
    return t->kind == TOKEN_MARK && t->mark == MARK_CLOSE;
}

static struct expr *missing_value(struct parser *p)
{
    position at = parse_peek(p)->at;
    parse_expected(p, "a value");
    return bad(p, at);
}

/* In brackets everything may stand again. */
static struct expr *parse_bracketed(struct parser *p)
{
    bool in_list = p->in_list, in_for = p->in_for, in_action = p->in_action, in_assembly = p->in_assembly;
    struct expr *e;
    parse_take(p);
    p->in_list = p->in_for = p->in_action = p->in_assembly = false;
    e = parse_level(p, LEVEL_COMMA);
    e->bracketed = true;
    parse_expect(p, MARK_CLOSE, "')'");
    p->in_list = in_list;
    p->in_for = in_for;
    p->in_action = in_action;
    p->in_assembly = in_assembly;
    return e;
}

/* After the callee: ( a, b ). Inform 7 writes (, b) for calls without a first argument. */
static struct expr *parse_arguments(struct parser *p)
{
    bool in_for = p->in_for;
    struct expr *first = NULL, **last = &first;
    parse_take(p);
    p->in_for = false;
    while (!parse_is_mark(p, MARK_CLOSE) && !p->failed) {
        if (parse_stray_comma(p))
            continue;
        *last = parse_level(p, LEVEL_ASSIGN);
        last = &(*last)->next;
        if (parse_is_mark(p, MARK_COMMA) && is_close(parse_peek_at(p, 1)))
            parse_stray_comma(p);
        else if (!parse_accept(p, MARK_COMMA))
            break;
    }
    parse_expect(p, MARK_CLOSE, "',' or ')'");
    p->in_for = in_for;
    return first;
}

static bool is_function(struct parser *p, const struct token *t)
{
    return t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_FUNCTION) && !t->name->local && !p->in_list
        && !(t->name->symbol && t->name->symbol->flags & SYMBOL_REPLACED) && parse_is_mark(p, MARK_OPEN);
}

static struct expr *parse_primary(struct parser *p)
{
    const struct token *next = parse_peek(p);
    struct token t;
    struct expr *e;
    if (next->kind == TOKEN_MARK && next->mark == MARK_OPEN)
        return parse_bracketed(p);
    if (next->kind == TOKEN_MARK || next->kind == TOKEN_END)
        return missing_value(p);
    t = parse_take(p);
    e = parse_expr_of_token(p, &t);
    if (is_function(p, &t)) {
        e->kind = EXPR_FUNCTION;
        e->function = keywords_of_token(&t, CONTEXT_FUNCTION);
        e->arguments = parse_arguments(p);
        e->end = p->last_end;
    }
    return e;
}

static bool is_lvalue(const struct expr *e)
{
    return e->kind == EXPR_NAME || e->kind == EXPR_LOCAL || e->kind == EXPR_BAD
        || (e->kind == EXPR_BINARY && (e->mark == MARK_ARROW || e->mark == MARK_LONG_ARROW || e->mark == MARK_DOT));
}

static void check_lvalue(struct parser *p, const struct expr *e, position at, const char *what)
{
    if (is_lvalue(e) || p->failed)
        return;
    if (!parse_is_comment_meant(p, parse_peek(p)))
        diag(&p->c->diagnostics, DIAG_BAD_LVALUE, at, what);
    p->failed = true;
}

static const char *step_word(enum mark mark)
{
    return mark == MARK_INCREMENT ? "increased" : "decreased";
}

static struct expr *parse_unary(struct parser *p, enum level level)
{
    struct token t = parse_take(p);
    bool step = t.mark == MARK_INCREMENT || t.mark == MARK_DECREMENT;
    struct expr *e = parse_new_expr(p, step ? EXPR_STEP : EXPR_UNARY, t.at);
    e->mark = t.mark;
    e->prefix = true;
    e->left = parse_level(p, level);
    e->end = p->last_end;
    if (step)
        check_lvalue(p, e->left, t.at, step_word(t.mark));
    return e;
}

static struct expr *parse_prefix(struct parser *p)
{
    if (parse_peek(p)->line_start)
        parse_note_comment(p);
    switch (parse_peek(p)->mark) {
    case MARK_NOT: return parse_unary(p, LEVEL_LOGIC);
    case MARK_BIT_NOT: return parse_unary(p, LEVEL_MULTIPLY);
    case MARK_MINUS: return parse_unary(p, LEVEL_MINUS);
    case MARK_INCREMENT: case MARK_DECREMENT: return parse_unary(p, LEVEL_STEP);
    default: return parse_primary(p);
    }
}

static const int8_t levels[] = {         /* of marks after an operand; 0 for those that are no operators, or commas */
    [MARK_ASSIGN] = LEVEL_ASSIGN, [MARK_AND] = LEVEL_LOGIC, [MARK_OR] = LEVEL_LOGIC,
    [MARK_EQUAL] = LEVEL_COMPARE, [MARK_UNEQUAL] = LEVEL_COMPARE, [MARK_GREATER_EQUAL] = LEVEL_COMPARE,
    [MARK_GREATER] = LEVEL_COMPARE, [MARK_LESS_EQUAL] = LEVEL_COMPARE, [MARK_LESS] = LEVEL_COMPARE,
    [MARK_PLUS] = LEVEL_ADD, [MARK_MINUS] = LEVEL_ADD, [MARK_TIMES] = LEVEL_MULTIPLY, [MARK_DIVIDE] = LEVEL_MULTIPLY,
    [MARK_REMAINDER] = LEVEL_MULTIPLY, [MARK_BIT_AND] = LEVEL_MULTIPLY, [MARK_BIT_OR] = LEVEL_MULTIPLY,
    [MARK_ARROW] = LEVEL_ENTRY, [MARK_LONG_ARROW] = LEVEL_ENTRY,
    [MARK_INCREMENT] = LEVEL_STEP, [MARK_DECREMENT] = LEVEL_STEP,
    [MARK_DOT_AMPERSAND] = LEVEL_PROPERTY_ADDRESS, [MARK_DOT_HASH] = LEVEL_PROPERTY_ADDRESS,
    [MARK_DOT_DOT_AMPERSAND] = LEVEL_PROPERTY_ADDRESS, [MARK_DOT_DOT_HASH] = LEVEL_PROPERTY_ADDRESS,
    [MARK_OPEN] = LEVEL_CALL, [MARK_DOT] = LEVEL_MESSAGE, [MARK_DOT_DOT] = LEVEL_MESSAGE,
    [MARK_SUPERCLASS] = LEVEL_SUPERCLASS, [MARK_DOLLAR] = 0
};

/* The level of what follows an operand; -1 when the expression ends here. */
static int infix_level(struct parser *p)
{
    const struct token *t = parse_peek(p);
    int level;
    if (t->kind == TOKEN_NAME)
        return keywords_of_token(t, CONTEXT_CONDITION) && !p->in_list && !t->name->local
            ? keywords_of_token(t, CONTEXT_CONDITION) == CONDITION_OR ? LEVEL_OR : LEVEL_COMPARE : -1;
    if (t->kind != TOKEN_MARK || t->mark > MARK_DOLLAR)
        return -1;
    if (t->mark == MARK_COMMA)
        return LEVEL_COMMA;
    level = levels[t->mark];
    if ((p->in_list && (level == LEVEL_CALL || level == LEVEL_STEP)) || (p->in_action && level == LEVEL_CALL)
        || (p->in_for && t->mark == MARK_SUPERCLASS) || (p->in_assembly && level == LEVEL_ENTRY))
        return -1;
    return level ? level : -1;
}

static struct expr *parse_call(struct parser *p, struct expr *callee)
{
    struct expr *e = parse_new_expr(p, EXPR_CALL, parse_peek(p)->at);
    e->left = callee;
    if (callee->kind == EXPR_BINARY && callee->mark == MARK_DOT && !callee->bracketed) {
        e->kind = EXPR_MESSAGE;
        e->at = callee->at;
        e->left = callee->left;
        e->right = callee->right;
    }
    e->arguments = parse_arguments(p);
    e->end = p->last_end;
    return e;
}

static struct expr *parse_step_after(struct parser *p, struct expr *left)
{
    struct token t = parse_take(p);
    struct expr *e = parse_new_expr(p, EXPR_STEP, t.at);
    e->mark = t.mark;
    e->left = left;
    check_lvalue(p, left, t.at, step_word(t.mark));
    return e;
}

static struct expr *parse_alternatives(struct parser *p)
{
    struct expr *first = parse_level(p, LEVEL_ADD), *last = first;
    while (!p->failed && infix_level(p) == LEVEL_OR) {
        parse_take(p);
        last = last->next = parse_level(p, LEVEL_ADD);
    }
    return first;
}

static struct expr *parse_comparison(struct parser *p, struct expr *left)
{
    struct token t = parse_take(p);
    struct expr *e = parse_new_expr(p, t.kind == TOKEN_NAME ? EXPR_CONDITION : EXPR_COMPARE, t.at);
    e->left = left;
    e->mark = t.mark;
    if (t.kind == TOKEN_NAME)
        e->condition = keywords_of_token(&t, CONTEXT_CONDITION);
    e->arguments = parse_alternatives(p);
    e->end = p->last_end;
    if (infix_level(p) == LEVEL_COMPARE && !p->failed) {
        diag(&p->c->diagnostics, DIAG_NEED_BRACKETS, parse_peek(p)->at);
        p->failed = true;
    }
    return e;
}

static struct expr *parse_assignment(struct parser *p, struct expr *left)
{
    struct token t = parse_take(p);
    struct expr *e = parse_new_expr(p, EXPR_ASSIGN, t.at);
    check_lvalue(p, left, t.at, "assigned to");
    e->left = left;
    e->right = parse_level(p, LEVEL_ASSIGN);
    e->end = p->last_end;
    return e;
}

/* The operators with two dots, for individual properties only, are older names of those with one, which take both
   kinds. */
static enum mark modern(enum mark mark)
{
    switch (mark) {
    case MARK_DOT_DOT: return MARK_DOT;
    case MARK_DOT_DOT_AMPERSAND: return MARK_DOT_AMPERSAND;
    case MARK_DOT_DOT_HASH: return MARK_DOT_HASH;
    default: return mark;
    }
}

static struct expr *parse_binary(struct parser *p, struct expr *left, enum level level)
{
    struct token t;
    struct expr *e;
    if (p->in_list && parse_is_mark(p, MARK_MINUS) && !p->failed)
        diag(&p->c->diagnostics, DIAG_AMBIGUOUS_MINUS, parse_peek(p)->at);
    t = parse_take(p);
    e = parse_new_expr(p, level == LEVEL_LOGIC ? EXPR_LOGIC : EXPR_BINARY, t.at);
    e->mark = modern(t.mark);
    e->left = left;
    e->right = parse_level(p, level + 1);
    e->end = p->last_end;
    return e;
}

static struct expr *parse_stray_or(struct parser *p, struct expr *left)
{
    if (!p->failed)
        diag(&p->c->diagnostics, DIAG_STRAY_OR, parse_peek(p)->at);
    p->failed = true;
    parse_take(p);
    parse_level(p, LEVEL_ADD);
    return left;
}

static struct expr *parse_infix(struct parser *p, struct expr *left, enum level level)
{
    switch (level) {
    case LEVEL_ASSIGN: return parse_assignment(p, left);
    case LEVEL_COMPARE: return parse_comparison(p, left);
    case LEVEL_OR: return parse_stray_or(p, left);
    case LEVEL_STEP: return parse_step_after(p, left);
    case LEVEL_CALL: return parse_call(p, left);
    default: return parse_binary(p, left, level);
    }
}

static struct expr *too_deep(struct parser *p, int limit)
{
    position at = parse_peek(p)->at;
    if (!p->failed)
        diag(&p->c->diagnostics, DIAG_NESTED_TOO_DEEP, at, "this expression is", limit);
    p->failed = true;
    return bad(p, at);
}

struct expr *parse_level(struct parser *p, enum level level)
{
    struct expr *left;
    int found, chain = 0;
    if (p->expression_depth >= DEEPEST_EXPRESSION)
        return too_deep(p, DEEPEST_EXPRESSION);
    p->expression_depth++;
    left = parse_prefix(p);
    while (!p->failed && (found = infix_level(p)) >= (int)level) {
        left = chain++ < LONGEST_CHAIN ? parse_infix(p, left, (enum level)found) : too_deep(p, LONGEST_CHAIN);
    }
    p->expression_depth--;
    if (p->expression_depth == 0 && p->c->options.trace[TRACE_EXPR] && !p->failed)
        tree_trace_expression(&p->c->sources, left, stdout);
    return p->failed ? bad(p, left->at) : left;
}

struct expr *parse_any(struct parser *p)
{
    return parse_level(p, LEVEL_COMMA);
}

struct expr *parse_value(struct parser *p)
{
    bool in_list = p->in_list;
    struct expr *e;
    p->in_list = true;
    e = parse_level(p, LEVEL_LOGIC);
    p->in_list = in_list;
    return e;
}

bool parse_starts_value(struct parser *p)
{
    const struct token *t = parse_peek(p);
    switch (t->kind) {
    case TOKEN_END: return false;
    case TOKEN_MARK:
        return t->mark == MARK_OPEN || t->mark == MARK_NOT || t->mark == MARK_BIT_NOT || t->mark == MARK_MINUS
            || t->mark == MARK_INCREMENT || t->mark == MARK_DECREMENT;
    default: return true;
    }
}

struct expr *parse_expression(struct preprocessor *in)
{
    struct parser p = { .c = preprocess_compiler(in), .tree = preprocess_tree(in), .in = in };
    return parse_level(&p, LEVEL_ASSIGN);
}
