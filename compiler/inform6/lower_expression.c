/* Golmac: MIT licence, see LICENSE. */
/* Expressions: values, calls, arithmetic, assignments to variables. What a place other than a variable
   needs (properties, array entries, objects) is in lower_property.c, truth in lower_condition.c. */
#include "compiler/inform6/lower.h"

bool lower_is_variable(const struct expr *e)
{
    return e->kind == EXPR_LOCAL || (e->kind == EXPR_NAME && e->symbol && e->symbol->kind == SYMBOL_GLOBAL
                                     && e->constant.kind == VALUE_NONE);
}

bool lower_is_simple(const struct expr *e)
{
    return e->constant.kind != VALUE_NONE || lower_is_variable(e);
}

struct ir_operand lower_lvalue(struct lowering *l, const struct expr *e)
{
    struct ir_operand o = { .kind = OPERAND_LOCAL };
    (void)l;
    o.value.index = e->value;
    if (e->kind != EXPR_LOCAL) {
        o.kind = OPERAND_GLOBAL;
        o.value.index = e->symbol->index;
    }
    return o;
}

struct ir_operand lower_expression(struct lowering *l, const struct expr *e)
{
    struct ir_operand t;
    if (e->constant.kind != VALUE_NONE)
        return operand_value(e->constant);
    if (lower_is_variable(e))
        return lower_lvalue(l, e);
    if (e->kind == EXPR_BINARY && e->mark == MARK_COMMA) {       /* a variable after a comma is read when it is used */
        lower_effect(l, e->left);
        return lower_expression(l, e->right);
    }
    t = operand_new(l);
    lower_expression_to(l, e, t);
    return t;
}

struct ir_operand lower_first(struct lowering *l, const struct expr *e)
{
    if (e->constant.kind != VALUE_NONE)
        return operand_value(e->constant);
    if ((e->kind == EXPR_ASSIGN || (e->kind == EXPR_STEP && e->prefix)) && lower_is_variable(e->left)) {
        lower_effect(l, e);
        return lower_lvalue(l, e->left);
    }
    if (e->kind == EXPR_BINARY && e->mark == MARK_COMMA) {
        lower_effect(l, e->left);
        return lower_first(l, e->right);
    }
    return lower_expression(l, e);
}

/* From right to left; the one evaluated last is used at once, so it need not be pushed. */
int lower_operands(struct lowering *l, const struct expr *const *e, int count, struct ir_operand *out)
{
    int last = 0;
    while (last < count && lower_is_simple(e[last]))
        last++;
    for (int n = count - 1; n >= 0; n--)
        out[n] = n == last ? lower_first(l, e[n]) : lower_expression(l, e[n]);
    return count;
}

static int list_of(const struct expr *first, const struct expr **out, int most)
{
    int count = 0;
    for (; first && count < most; first = first->next)
        out[count++] = first;
    return count;
}

static void lower_call(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    const struct expr *parts[IR_MOST_OPERANDS] = { e->left };
    struct ir_operand operands[IR_MOST_OPERANDS];
    struct ir_instruction *i;
    int count = 1 + list_of(e->arguments, parts + 1, IR_MOST_OPERANDS - 1);
    lower_operands(l, parts, count, operands);
    i = emit(l, IR_CALL, count);
    for (int n = 0; n < count; n++)
        i->operands[n] = operands[n];
    i->store = store;
}

/* Arithmetic */

static enum opcode_id arithmetic_row(enum mark mark)
{
    switch (mark) {
    case MARK_PLUS: return OP_add;
    case MARK_MINUS: return OP_sub;
    case MARK_TIMES: return OP_mul;
    case MARK_DIVIDE: return OP_div;
    case MARK_REMAINDER: return OP_mod;
    case MARK_BIT_AND: return OP_and;
    default: return OP_or;
    }
}

static bool may_divide_by_zero(const struct lowering *l, const struct expr *e)
{
    const struct ir_value by = e->right->constant;
    return lower_is_strict(l) && (e->mark == MARK_DIVIDE || e->mark == MARK_REMAINDER)
        && !(by.kind == VALUE_NUMBER && (by.offset & 0xFFFF) != 0);
}

static void lower_arithmetic(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    const struct expr *parts[2] = { e->left, e->right };
    struct ir_operand operands[2];
    enum opcode_id row = arithmetic_row(e->mark);
    lower_operands(l, parts, 2, operands);
    if (may_divide_by_zero(l, e)) {
        struct ir_operand by = operands[1];
        operands[1] = operand_new(l);
        emit_call(l, operands[1], 2, operand_veneer(l, VENEER_CHECK_DIVISOR), by);
    }
    emit_store(l, row, store, 2, operands[0], operands[1]);
}

static void lower_unary(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct ir_instruction *i;
    struct ir_operand o;
    if (e->mark == MARK_NOT) {
        lower_truth(l, e, store);
        return;
    }
    o = lower_first(l, e->left);
    if (e->mark == MARK_MINUS) {
        emit_store(l, OP_sub, store, 2, operand_number(0), o);
        return;
    }
    i = emit(l, IR_NOT, 1);
    i->operands[0] = o;
    i->store = store;
}

static void lower_binary(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    switch (e->mark) {
    case MARK_COMMA:
        lower_effect(l, e->left);
        lower_expression_to(l, e->right, store);
        break;
    case MARK_ARROW: case MARK_LONG_ARROW:
        lower_array_read(l, e, store);
        break;
    case MARK_PLUS: case MARK_MINUS: case MARK_TIMES: case MARK_DIVIDE: case MARK_REMAINDER:
    case MARK_BIT_AND: case MARK_BIT_OR:
        lower_arithmetic(l, e, store);
        break;
    default:
        lower_dot(l, e, store);
    }
}

/* Assignments and steps */

static void lower_assign(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct ir_operand to;
    if (!lower_is_variable(e->left)) {
        lower_assign_place(l, e, store);
        return;
    }
    to = lower_lvalue(l, e->left);
    lower_expression_to(l, e->right, to);
    emit_move(l, store, to);
}

static void lower_step(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    enum opcode_id row = e->mark == MARK_INCREMENT ? OP_inc : OP_dec;
    struct ir_operand variable;
    if (!lower_is_variable(e->left)) {
        lower_step_place(l, e, store);
        return;
    }
    variable = lower_lvalue(l, e->left);
    if (!e->prefix)
        emit_move(l, store, variable);           /* x = x++ steps x, as in Inform */
    emit_opcode(l, row, 1, variable);
    if (e->prefix)
        emit_move(l, store, variable);
}

void lower_expression_to(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    if (lower_is_simple(e)) {
        emit_move(l, store, lower_expression(l, e));
        return;
    }
    switch (e->kind) {
    case EXPR_CALL: lower_call(l, e, store); break;
    case EXPR_FUNCTION: lower_function(l, e, store); break;
    case EXPR_MESSAGE: lower_message(l, e, store); break;
    case EXPR_UNARY: lower_unary(l, e, store); break;
    case EXPR_STEP: lower_step(l, e, store); break;
    case EXPR_BINARY: lower_binary(l, e, store); break;
    case EXPR_ASSIGN: lower_assign(l, e, store); break;
    case EXPR_COMPARE: case EXPR_CONDITION: case EXPR_LOGIC: lower_truth(l, e, store); break;
    default: emit_move(l, store, operand_number(0));     /* was diagnosed */
    }
}

void lower_effect(struct lowering *l, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_CALL: case EXPR_MESSAGE: case EXPR_FUNCTION: case EXPR_ASSIGN: case EXPR_STEP:
        if (e->constant.kind == VALUE_NONE)
            lower_expression_to(l, e, operand_none());
        break;
    case EXPR_BINARY:
        if (e->mark == MARK_COMMA) {
            lower_effect(l, e->left);
            lower_effect(l, e->right);
            break;
        }
        lower_expression_to(l, e, operand_none());
        break;
    case EXPR_COMPARE: case EXPR_CONDITION: case EXPR_LOGIC: {
        int after = lower_new_label(l);
        lower_condition(l, e, after, true);
        emit_label(l, after);
        break;
    }
    default:
        if (!lower_is_simple(e))
            lower_expression_to(l, e, operand_none());
    }
}
