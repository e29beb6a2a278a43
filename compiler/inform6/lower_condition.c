/* Golmac: MIT licence, see LICENSE. */
/* Conditions: to branches, and branches to truth values where one is wanted. The alternatives of `or` are all
   evaluated, from right to left, before the left side, as Inform does. */
#include "compiler/inform6/lower.h"

/* A condition with alternatives, its operands evaluated. */
struct test {
    enum opcode_id row;
    bool negated;                /* true when no alternative holds the row's condition */
    struct ir_operand left;
    struct ir_operand right[MOST_LISTED];
    int count;
};

/* Branches when some alternative holds, each by a comparison of its own, or when none does. */
static void emit_alternatives(struct lowering *l, const struct test *t, int label, bool branch_if)
{
    bool wanted = branch_if != t->negated;       /* branch when an alternative holds */
    int matched = wanted ? label : lower_new_label(l);
    for (int n = 0; n < t->count; n++) {
        bool last = n == t->count - 1;
        emit_branch(l, t->row, last ? label : matched, last ? wanted : true, 2, t->left, t->right[n]);
    }
    if (!wanted)
        emit_label(l, matched);
}

static bool has_alternatives(const struct expr *e)
{
    return e->arguments && e->arguments->next;
}

/* The operands, right to left. */
static void lower_sides(struct lowering *l, const struct expr *e, struct test *t)
{
    const struct expr *parts[MOST_LISTED + 1] = { e->left };
    struct ir_operand operands[MOST_LISTED + 1];
    int count = 1;
    for (const struct expr *a = e->arguments; a && count <= MOST_LISTED; a = a->next)
        parts[count++] = a;
    lower_operands(l, parts, count, operands);
    t->left = operands[0];
    t->count = count - 1;
    for (int n = 1; n < count; n++)
        t->right[n - 1] = operands[n];
}

static void lower_compare(struct lowering *l, const struct expr *e, int label, bool branch_if)
{
    struct test t = { .row = OP_je };
    bool unequal = e->mark == MARK_UNEQUAL;
    t.negated = unequal || e->mark == MARK_GREATER_EQUAL || e->mark == MARK_LESS_EQUAL;
    if (e->mark == MARK_LESS || e->mark == MARK_GREATER_EQUAL)
        t.row = OP_jl;
    else if (e->mark == MARK_GREATER || e->mark == MARK_LESS_EQUAL)
        t.row = OP_jg;
    lower_sides(l, e, &t);
    emit_alternatives(l, &t, label, branch_if);
}

/* An object that is named: what the veneer would answer is known. */
static bool is_answer_known(struct lowering *l, const struct expr *e, bool *answer)
{
    return e->condition == CONDITION_OFCLASS ? lower_known_class(l, e, answer) : lower_known_provides(l, e, answer);
}

/* The veneer answers: is this routine of the left side and some alternative not zero? */
static void lower_asked(struct lowering *l, const struct expr *e, enum veneer id, int label, bool branch_if)
{
    struct ir_operand routine = operand_veneer(l, id);
    struct ir_operand left, answer = operand_new(l);
    int matched = branch_if ? label : lower_new_label(l);
    if (!has_alternatives(e)) {
        const struct expr *parts[2] = { e->left, e->arguments };
        struct ir_operand operands[2];
        lower_operands(l, parts, 2, operands);
        emit_call(l, answer, 3, routine, operands[0], operands[1]);
        emit_branch(l, OP_jz, label, !branch_if, 1, answer);
        return;
    }
    left = lower_first(l, e->left);
    for (const struct expr *a = e->arguments; a; a = a->next) {
        struct ir_operand right = lower_first(l, a);
        answer = operand_new(l);
        emit_call(l, answer, 3, routine, left, right);
        emit_branch(l, OP_jz, a->next || branch_if ? matched : label, !(a->next || branch_if), 1, answer);
    }
    if (!branch_if)
        emit_label(l, matched);
}

/* RT__ChHas and RT__ChIn give an object that fails the test in a bad one's place. There is none when the attribute may
   be no attribute, or when the parent may be nothing. */
static bool is_test_asked(const struct expr *e, bool attribute)
{
    for (const struct expr *a = e->arguments; a; a = a->next)
        if (attribute ? a->constant.kind == VALUE_NONE : a->constant.kind != VALUE_OBJECT)
            return true;
    return false;
}

static void lower_object_test(struct lowering *l, const struct expr *e, int label, bool branch_if)
{
    bool attribute = e->condition == CONDITION_HAS || e->condition == CONDITION_HASNT;
    struct test t = { .row = attribute ? OP_test_attr : OP_jin };
    bool check = lower_is_strict(l) && e->left->constant.kind != VALUE_OBJECT;
    t.negated = e->condition == CONDITION_HASNT || e->condition == CONDITION_NOTIN;
    if (lower_is_strict(l) && (attribute || check) && is_test_asked(e, attribute)) {
        enum veneer id = attribute ? VENEER_CHECK_HAS_VALUE : VENEER_CHECK_IN_VALUE;
        lower_asked(l, e, id, label, branch_if != t.negated);
        return;
    }
    lower_sides(l, e, &t);
    if (check) {
        enum veneer id = attribute ? VENEER_CHECK_HAS : VENEER_CHECK_IN;
        struct ir_operand checked = operand_new(l);
        emit_call(l, checked, 2, operand_veneer(l, id), t.left);
        t.left = checked;
    }
    emit_alternatives(l, &t, label, branch_if);
}

static void lower_logic(struct lowering *l, const struct expr *e, int label, bool branch_if)
{
    bool is_and = e->mark == MARK_AND;
    int skip;
    if (is_and != branch_if) {
        lower_condition(l, e->left, label, branch_if);
        lower_condition(l, e->right, label, branch_if);
        return;
    }
    skip = lower_new_label(l);
    lower_condition(l, e->left, skip, !branch_if);
    lower_condition(l, e->right, label, branch_if);
    emit_label(l, skip);
}

static bool is_truth_known(const struct expr *e, bool *truth)
{
    if (e->constant.kind == VALUE_NONE)
        return false;
    *truth = e->constant.kind != VALUE_NUMBER || (e->constant.offset & 0xFFFF) != 0;
    return e->constant.kind == VALUE_NUMBER || e->constant.kind == VALUE_OBJECT || e->constant.kind == VALUE_STRING
        || e->constant.kind == VALUE_ARRAY || e->constant.kind == VALUE_WORD;
}

void lower_condition(struct lowering *l, const struct expr *e, int label, bool branch_if)
{
    bool truth;
    if (is_truth_known(e, &truth)) {
        if (truth == branch_if)
            emit_jump(l, label);
    } else if (e->kind == EXPR_LOGIC) {
        lower_logic(l, e, label, branch_if);
    } else if (e->kind == EXPR_UNARY && e->mark == MARK_NOT) {
        lower_condition(l, e->left, label, !branch_if);
    } else if (e->kind == EXPR_COMPARE) {
        lower_compare(l, e, label, branch_if);
    } else if (e->kind == EXPR_CONDITION && (e->condition == CONDITION_OFCLASS || e->condition == CONDITION_PROVIDES)) {
        if (!is_answer_known(l, e, &truth))
            lower_asked(l, e, e->condition == CONDITION_OFCLASS ? VENEER_OF_CLASS : VENEER_PROVIDES, label, branch_if);
        else if (truth == branch_if)
            emit_jump(l, label);
    } else if (e->kind == EXPR_CONDITION) {
        lower_object_test(l, e, label, branch_if);
    } else if (e->kind == EXPR_BINARY && e->mark == MARK_COMMA) {
        lower_effect(l, e->left);
        lower_condition(l, e->right, label, branch_if);
    } else {
        emit_branch(l, OP_jz, label, !branch_if, 1, lower_first(l, e));
    }
}

static bool mentions(const struct expr *e, int local)
{
    for (; e; e = e->next)
        if ((e->kind == EXPR_LOCAL && e->value == local) || (e->left && mentions(e->left, local))
            || (e->right && mentions(e->right, local)) || mentions(e->arguments, local))
            return true;
    return false;
}

/* 0, then one more when the condition holds: shorter than two stores and a jump. A variable that the condition
   may read cannot be set beforehand. */
void lower_truth(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    int end = lower_new_label(l), truth;
    if (store.kind == OPERAND_NONE)
        store = operand_new(l);
    if (store.kind == OPERAND_TEMPORARY || (store.kind == OPERAND_LOCAL && !mentions(e->left, store.value.index)
                                        && !mentions(e->right, store.value.index) && !mentions(e->arguments,
                                                                                               store.value.index))) {
        emit_move(l, store, operand_number(0));
        lower_condition(l, e, end, false);
        emit_opcode(l, OP_inc, 1, store);
        emit_label(l, end);
        return;
    }
    truth = lower_new_label(l);
    lower_condition(l, e, truth, true);
    emit_move(l, store, operand_number(0));
    emit_jump(l, end);
    emit_label(l, truth);
    emit_move(l, store, operand_number(1));
    emit_label(l, end);
}
