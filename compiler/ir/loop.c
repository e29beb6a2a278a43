/* Golmac: MIT licence, see LICENSE. */
/* A loop that tests at its top and jumps back there tests at its bottom instead, where this costs nothing: when the
   variable is stepped just before (step.c makes one instruction of both), or when the first test is known to hold
   and can go. */
#include "compiler/ir/passes.h"

struct looping {
    struct ir_program *p;
    struct ir_routine *r;
    int *place, *uses;           /* by label: where it stands, how many go there */
    int *body;                   /* by instruction: the label that is wanted behind it; LABEL_NONE: none */
    bool *drop;
    bool changed;
};

static bool is_test(const struct ir_instruction *i)
{
    if (!ir_is_row(i, OP_jl) && !ir_is_row(i, OP_jg) && !ir_is_row(i, OP_je) && !ir_is_row(i, OP_jz))
        return false;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK || i->operands[o].kind == OPERAND_TEMPORARY)
            return false;
    return i->operand_count <= 2 && i->label >= 0;
}

/* The instruction before n, in the same block; NULL: a label stands between. */
static const struct ir_instruction *before(const struct ir_routine *r, int n)
{
    while (--n >= 0)
        if (r->code.at[n].operation != IR_LINE)
            return r->code.at[n].operation == IR_LABEL ? NULL : &r->code.at[n];
    return NULL;
}

/* inc or dec of the variable that the test compares: step.c joins them. */
static bool steps(const struct ir_instruction *i, const struct ir_instruction *test)
{
    return i && (ir_is_row(i, OP_inc) || ir_is_row(i, OP_dec)) && (ir_is_row(test, OP_jl) || ir_is_row(test, OP_jg))
        && ir_step_joins(i, test);
}

static bool compares(const struct ir_instruction *test, int a, int b)
{
    bool holds = ir_is_row(test, OP_jl) ? a < b : ir_is_row(test, OP_jg) ? a > b : a == b;
    return holds == test->branch_if;
}

/* Is the test's variable set to a number just before, so that the first time it does not branch? */
static bool is_entered_for_certain(const struct looping *l, int label, const struct ir_instruction *test)
{
    const struct ir_instruction *set;
    struct ir_operand with = test->operand_count == 2 ? test->operands[1] : ir_operand_number(0);
    int n = l->place[label];
    while (n > 0 && ir_is_marker(&l->r->code.at[n - 1])) {
        n--;
        if (l->r->code.at[n].operation == IR_LABEL && l->uses[l->r->code.at[n].label])
            return false;
    }
    set = n ? &l->r->code.at[n - 1] : NULL;
    return l->uses[label] == 1 && set && ir_is_row(set, OP_store)
        && ir_same_variable(&set->operands[0], &test->operands[0])
        && set->operands[1].kind == OPERAND_VALUE && set->operands[1].value.kind == VALUE_NUMBER
        && with.kind == OPERAND_VALUE && with.value.kind == VALUE_NUMBER
        && !compares(test, (int16_t)(uint16_t)set->operands[1].value.offset, (int16_t)(uint16_t)with.value.offset);
}

/* jump top; end:  where  top: test ?end */
static void turn(struct looping *l, int n)
{
    struct ir_instruction *jump = &l->r->code.at[n];
    int top = l->place[jump->label];
    struct ir_instruction *test;
    bool certain;
    while (top < n && ir_is_marker(&l->r->code.at[top]))
        top++;
    test = &l->r->code.at[top];
    if (top >= n || l->drop[top] || !is_test(test) || !routine_leads_to(l->r, n + 1, test->label))
        return;
    certain = is_entered_for_certain(l, jump->label, test);
    if (!certain && !steps(before(l->r, n), test))
        return;
    if (l->body[top] == LABEL_NONE)
        l->body[top] = routine_new_label(l->r);
    jump->operation = IR_OPCODE;
    jump->opcode = test->opcode;
    jump->operand_count = test->operand_count;
    jump->operands = arena_copy(l->p->arena, test->operands, sizeof test->operands[0] * test->operand_count);
    jump->branch_if = !test->branch_if;
    jump->label = l->body[top];
    l->drop[top] = certain;
    l->changed = true;
}

/* Puts the labels behind the tests that want them, and takes out those that are settled. */
static void rewrite(struct looping *l, int count)
{
    struct ir_routine old = *l->r;
    l->r->code.at = NULL;
    l->r->code.count = l->r->code.capacity = 0;
    for (int n = 0; n < count; n++) {
        if (!l->drop[n])
            *vector_add(l->p->arena, &l->r->code) = old.code.at[n];
        if (l->body[n] != LABEL_NONE)
            routine_add(l->p, l->r, IR_LABEL, 0)->label = l->body[n];
    }
}

bool ir_loop(struct ir_program *p, struct ir_routine *r)
{
    struct looping l = { .p = p, .r = r };
    int labels = r->label_count, count = r->code.count;
    l.place = ARENA_ARRAY(&p->scratch, int, labels);
    l.uses = ARENA_ARRAY(&p->scratch, int, labels);
    l.body = ARENA_ARRAY(&p->scratch, int, count);
    l.drop = ARENA_ARRAY(&p->scratch, bool, count);
    for (int n = 0; n < count; n++) {
        l.body[n] = LABEL_NONE;
        if (r->code.at[n].operation == IR_LABEL)
            l.place[r->code.at[n].label] = n;
        else if (ir_goes_to_label(&r->code.at[n]))
            l.uses[r->code.at[n].label]++;
    }
    for (int n = 0; n < count; n++)
        if (r->code.at[n].operation == IR_JUMP && r->code.at[n].label < labels && l.place[r->code.at[n].label] < n)
            turn(&l, n);
    if (l.changed)
        rewrite(&l, count);
    return l.changed;
}
