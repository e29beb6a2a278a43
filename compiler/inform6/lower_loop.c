/* Golmac: MIT licence, see LICENSE. */
/* Loops and choices. */
#include "compiler/inform6/lower.h"

/* Loops */

static void lower_inside(struct lowering *l, const struct stmt *body, int break_label, int continue_label)
{
    struct lowering outer = *l;
    l->break_label = break_label;
    l->continue_label = continue_label;
    if (body)
        lower_statement(l, body);
    l->break_label = outer.break_label;
    l->continue_label = outer.continue_label;
}

/* Known when compiling to hold always, or not to be there. */
static bool is_endless(const struct expr *condition)
{
    return !condition || (condition->constant.kind == VALUE_NUMBER && (condition->constant.offset & 0xFFFF) != 0);
}

/* The test stands at the bottom, where control jumps first: a round executes one jump less. */
static void lower_rounds(struct lowering *l, const struct stmt *s, const struct expr *condition,
                         const struct expr *step, int start)
{
    struct loop_code c = { .start = start };
    int top = lower_new_label(l), test = lower_new_label(l), end = lower_new_label(l);
    int next = step ? lower_new_label(l) : test;
    if (!is_endless(condition))
        emit_jump(l, test);
    c.body = l->out->code.count;
    emit_label(l, top);
    lower_inside(l, s->body, end, next);
    c.step = l->out->code.count;
    if (step) {
        emit_label(l, next);
        lower_effect(l, step);
    }
    c.test = l->out->code.count;
    emit_label(l, test);
    if (is_endless(condition))
        emit_jump(l, top);
    else
        lower_condition(l, condition, top, true);
    emit_label(l, end);
    if (step && !is_endless(condition))
        lower_settle_indices(l, condition, &c);
}

static void lower_while(struct lowering *l, const struct stmt *s)
{
    lower_rounds(l, s, s->a, NULL, l->out->code.count);
}

static void lower_do(struct lowering *l, const struct stmt *s)
{
    int top = lower_new_label(l), end = lower_new_label(l), next = lower_new_label(l);
    emit_label(l, top);
    lower_inside(l, s->body, end, next);
    emit_label(l, next);
    lower_condition(l, s->a, top, false);
    emit_label(l, end);
}

static void lower_for(struct lowering *l, const struct stmt *s)
{
    int start = l->out->code.count;
    if (s->a)
        lower_effect(l, s->a);
    lower_rounds(l, s, s->b, s->c, start);
}

/* All objects by number. */
static void lower_loop_all(struct lowering *l, const struct stmt *s)
{
    int top = lower_new_label(l), end = lower_new_label(l), next = lower_new_label(l);
    struct ir_operand x = lower_lvalue(l, s->b);
    emit_move(l, x, operand_number(1));
    emit_label(l, top);
    if (s->a && !lower_is_variable(s->a))
        lower_condition(l, s->a, next, false);
    lower_inside(l, s->body, end, next);
    emit_label(l, next);
    emit_branch(l, OP_inc_chk, top, false, 2, x, operand_system(SYSTEM_ACTUAL_LARGEST_OBJECT));
    emit_label(l, end);
}

/* The place that the loop walks is still known at its end: in (x in x) the variable has left it. */
static bool knows_home(struct lowering *l, const struct stmt *s, struct ir_operand x)
{
    struct ir_operand home = lower_is_variable(s->c) ? lower_lvalue(l, s->c) : operand_none();
    return s->form == LOOP_IN && !ir_same_variable(&home, &x);
}

/* Strict mode asks before going on whether the object is still where the loop found it. */
static void lower_next_check(struct lowering *l, const struct stmt *s, struct ir_operand x, int end)
{
    struct ir_operand home = knows_home(l, s, x) ? lower_expression(l, s->c) : operand_number(0), going;
    if (!lower_is_strict(l))
        return;
    going = operand_new(l);
    emit_call(l, going, 3, operand_veneer(l, VENEER_CHECK_NEXT), x, home);
    emit_branch(l, OP_jz, end, true, 1, going);
}

/* The first object of a loop through siblings; when there is none the loop is over. */
static void lower_loop_start(struct lowering *l, const struct stmt *s, struct ir_operand x, int end)
{
    struct ir_operand parent;
    if (s->form == LOOP_FROM) {
        lower_expression_to(l, s->c, x);
        emit_branch(l, OP_jz, end, true, 1, x);
        return;
    }
    if (s->form == LOOP_NEAR) {
        parent = operand_new(l);
        emit_store(l, OP_get_parent, parent, 1, lower_checked_object(l, s->c, 12));
    } else {
        parent = lower_checked_object(l, s->c, 6);
    }
    emit_store(l, OP_get_child, x, 1, parent);
    if (l->reachable) {
        vector_last(&l->out->code)->label = end;
        vector_last(&l->out->code)->branch_if = false;
    }
}

static void lower_loop_siblings(struct lowering *l, const struct stmt *s)
{
    int top = lower_new_label(l), end = lower_new_label(l), next = lower_new_label(l);
    struct ir_operand x = lower_lvalue(l, s->b);
    lower_loop_start(l, s, x, end);
    emit_label(l, top);
    lower_inside(l, s->body, end, next);
    emit_label(l, next);
    lower_next_check(l, s, x, end);
    emit_store(l, OP_get_sibling, x, 1, x);
    if (l->reachable)
        vector_last(&l->out->code)->label = top;
    emit_label(l, end);
}

void lower_loop(struct lowering *l, const struct stmt *s)
{
    if (s->kind == STMT_WHILE)
        lower_while(l, s);
    else if (s->kind == STMT_DO)
        lower_do(l, s);
    else if (s->kind == STMT_FOR)
        lower_for(l, s);
    else if (s->form == LOOP_ALL || (s->form == LOOP_IN && (!lower_is_simple(s->c) || s->c->bracketed)))
        lower_loop_all(l, s);
    else
        lower_loop_siblings(l, s);
}

/* Choices */

static void lower_range(struct lowering *l, struct ir_operand value, const struct case_range *r, int body, int next,
                        bool last)
{
    int miss = last ? next : lower_new_label(l);
    emit_branch(l, OP_jl, miss, true, 2, value, lower_first(l, r->from));
    emit_branch(l, OP_jg, last ? next : body, last, 2, value, lower_first(l, r->to));
    if (!last)
        emit_label(l, miss);
}

static const struct case_range *next_single(const struct case_range *r)
{
    while (r && r->to)
        r = r->next;
    return r;
}

/* Comes out at the next instruction when a case fits, at `next` when none does. Single values go first. */
static void lower_cases(struct lowering *l, struct ir_operand value, const struct case_range *cases, int next)
{
    int body = lower_new_label(l);
    bool ranges = false;
    const struct case_range *r;
    for (r = cases; r; r = r->next)
        ranges |= r->to != NULL;
    for (r = next_single(cases); r; r = next_single(r->next)) {
        bool last = !ranges && !next_single(r->next);
        emit_branch(l, OP_je, last ? next : body, !last, 2, value, lower_first(l, r->from));
    }
    for (r = cases; r; r = r->next) {
        const struct case_range *later = r->next;
        while (later && !later->to)
            later = later->next;
        if (r->to)
            lower_range(l, value, r, body, next, !later);
    }
    emit_label(l, body);
}

void lower_switch(struct lowering *l, const struct stmt *s)
{
    struct ir_operand value = lower_first(l, s->a);
    int end = lower_new_label(l), next = LABEL_NONE;
    for (const struct stmt *b = s->body; b; b = b->next) {
        if (b->kind != STMT_CASE) {
            lower_inside(l, b, end, l->continue_label);
            continue;
        }
        if (next != LABEL_NONE && l->reachable)
            emit_jump(l, end);
        if (next != LABEL_NONE)
            emit_label(l, next);
        next = lower_new_label(l);
        if (b->cases)
            lower_cases(l, value, b->cases, next);
    }
    if (next != LABEL_NONE)
        emit_label(l, next);
    emit_label(l, end);
}

/* An action routine's body is a switch on sw__var whose cases return. */
void lower_body(struct lowering *l, const struct routine *r)
{
    int next = LABEL_NONE;
    for (const struct stmt *s = r->body; s; s = s->next) {
        if (s->kind != STMT_CASE || !r->has_cases) {
            lower_statement(l, s);
            continue;
        }
        if (next != LABEL_NONE) {
            emit_return(l, operand_number(!r->embedded));
            emit_label(l, next);
        }
        next = lower_new_label(l);
        if (s->cases)
            lower_cases(l, operand_global(l, "sw__var"), s->cases, next);
    }
    if (next != LABEL_NONE) {
        emit_return(l, operand_number(!r->embedded));
        emit_label(l, next);
    }
}
