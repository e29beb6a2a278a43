/* Golmac: MIT licence, see LICENSE. */
/* Folding: what an operator comes to when its operands are known, in the Z-machine's 16-bit arithmetic
   (Standard, section 2.3). An address plus or minus a number stays an address. */
#include "check.h"

static int signed_word(int32_t n)
{
    return (int)((n & 0xFFFF) ^ 0x8000) - 0x8000;
}

static bool is_number(struct ir_value v)
{
    return v.kind == VALUE_NUMBER;
}

static bool same_reference(struct ir_value a, struct ir_value b)
{
    return a.kind == b.kind && a.kind != VALUE_NONE && a.index == b.index;
}

static struct ir_value none(void)
{
    return (struct ir_value){0};
}

static struct ir_value divide(struct front *f, const struct expr *e, int a, int b)
{
    if (b == 0) {
        diag(&f->c->diagnostics, DIAG_DIVISION_BY_ZERO, e->at);
        return ir_number(0);
    }
    return ir_number(signed_word(e->mark == MARK_DIVIDE ? a / b : a % b));
}

static struct ir_value fold_numbers(struct front *f, const struct expr *e, int a, int b)
{
    switch (e->mark) {
    case MARK_PLUS: return ir_number(signed_word(a + b));
    case MARK_MINUS: return ir_number(signed_word(a - b));
    case MARK_TIMES: return ir_number(signed_word((int32_t)((uint32_t)a * (uint32_t)b)));
    case MARK_DIVIDE:
    case MARK_REMAINDER: return divide(f, e, a, b);
    case MARK_BIT_AND: return ir_number(signed_word(a & b));
    case MARK_BIT_OR: return ir_number(signed_word(a | b));
    default: return none();
    }
}

static struct ir_value shifted(struct ir_value v, int distance)
{
    v.offset = signed_word(v.offset + distance);
    return v;
}

static struct ir_value fold_binary(struct front *f, const struct expr *e)
{
    struct ir_value a = e->left->constant, b = e->right->constant;
    if (is_number(a) && is_number(b))
        return fold_numbers(f, e, signed_word(a.offset), signed_word(b.offset));
    if (is_number(b) && b.offset == 0 && (e->mark == MARK_DIVIDE || e->mark == MARK_REMAINDER))
        diag(&f->c->diagnostics, DIAG_DIVISION_BY_ZERO, e->at);
    if (a.kind == VALUE_NONE || b.kind == VALUE_NONE)
        return none();
    if (e->mark == MARK_PLUS && is_number(b))
        return shifted(a, b.offset);
    if (e->mark == MARK_PLUS && is_number(a))
        return shifted(b, a.offset);
    if (e->mark == MARK_MINUS && is_number(b))
        return shifted(a, -b.offset);
    if (e->mark == MARK_MINUS && same_reference(a, b))
        return ir_number(signed_word(a.offset - b.offset));
    return none();
}

static struct ir_value fold_unary(const struct expr *e)
{
    struct ir_value a = e->left->constant;
    if (!is_number(a))
        return none();
    switch (e->mark) {
    case MARK_MINUS: return ir_number(signed_word(-a.offset));
    case MARK_BIT_NOT: return ir_number(signed_word(~a.offset));
    case MARK_NOT: return ir_number((a.offset & 0xFFFF) == 0);
    default: return none();
    }
}

static bool compare_numbers(enum mark mark, int a, int b)
{
    switch (mark) {
    case MARK_EQUAL: return a == b;
    case MARK_UNEQUAL: return a != b;
    case MARK_LESS: return a < b;
    case MARK_GREATER: return a > b;
    case MARK_LESS_EQUAL: return a <= b;
    default: return a >= b;
    }
}

static struct ir_value fold_compare(const struct expr *e)
{
    const struct expr *right = e->arguments;
    if (!right || right->next || !is_number(e->left->constant) || !is_number(right->constant))
        return none();
    return ir_number(compare_numbers(e->mark, signed_word(e->left->constant.offset), signed_word(right->constant.offset)));
}

static struct ir_value fold_logic(const struct expr *e)
{
    struct ir_value a = e->left->constant, b = e->right->constant;
    if (!is_number(a) || !is_number(b))
        return none();
    return ir_number(e->mark == MARK_AND ? (a.offset & 0xFFFF) && (b.offset & 0xFFFF) : (a.offset & 0xFFFF) || (b.offset & 0xFFFF));
}

void fold_expression(struct front *f, struct expr *e)
{
    switch (e->kind) {
    case EXPR_BINARY: e->constant = fold_binary(f, e); break;
    case EXPR_UNARY: e->constant = fold_unary(e); break;
    case EXPR_COMPARE: e->constant = fold_compare(e); break;
    case EXPR_LOGIC: e->constant = fold_logic(e); break;
    default: break;
    }
}
