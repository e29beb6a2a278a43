/* Golmac: MIT licence, see LICENSE. */
/* A loop that tests at its bottom is entered by a jump to its test. Where that is one comparison it is made at the
   entrance too, in place of the jump; and where its outcome is known there the jump, or the way round it, goes. */
#include "compiler/ir/passes.h"

struct looping {
    struct ir_program *p;
    struct ir_routine *r;
    int *place, *uses;           /* by label: where it stands, how many go there */
    int *behind;                 /* by instruction: the label that is wanted behind it; LABEL_NONE: none */
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

static bool compares(const struct ir_instruction *test, int a, int b)
{
    bool holds = ir_is_row(test, OP_jl) ? a < b : ir_is_row(test, OP_jg) ? a > b : a == b;
    return holds == test->branch_if;
}

/* Is the test's variable set to a number just before instruction n, so that the test branches there? */
static bool is_certain(const struct looping *l, int n, const struct ir_instruction *test)
{
    const struct ir_instruction *set;
    struct ir_operand with = test->operand_count == 2 ? test->operands[1] : ir_operand_number(0);
    while (n > 0 && l->r->code.at[n - 1].operation == IR_LINE)
        n--;
    set = n ? &l->r->code.at[n - 1] : NULL;
    return set && ir_is_row(set, OP_store) && ir_same_variable(&set->operands[0], &test->operands[0])
        && set->operands[1].kind == OPERAND_VALUE && set->operands[1].value.kind == VALUE_NUMBER
        && with.kind == OPERAND_VALUE && with.value.kind == VALUE_NUMBER
        && compares(test, (int16_t)(uint16_t)set->operands[1].value.offset, (int16_t)(uint16_t)with.value.offset);
}

/* Bytes of the operand, roughly. */
static int room(const struct ir_operand *o)
{
    return o->kind == OPERAND_VALUE && (o->value.kind != VALUE_NUMBER || (o->value.offset & 0xFFFF) > 255) ? 2 : 1;
}

/* Little more than the jump. */
static bool is_short(const struct ir_instruction *test)
{
    int bytes = 0;
    for (int o = 0; o < test->operand_count; o++)
        bytes += room(&test->operands[o]);
    return bytes <= 2;
}

/* jump bottom; top:  where  bottom: test ?top */
static void enter(struct looping *l, int n)
{
    struct ir_instruction *jump = &l->r->code.at[n];
    int bottom = l->place[jump->label];
    const struct ir_instruction *test;
    while (bottom < l->r->code.count && ir_is_marker(&l->r->code.at[bottom]))
        bottom++;
    test = &l->r->code.at[bottom];
    if (bottom == l->r->code.count || !is_test(test) || !routine_leads_to(l->r, n + 1, test->label))
        return;
    if (!is_certain(l, n, test) && !is_short(test))
        return;
    l->changed = true;
    l->drop[l->place[jump->label]] = --l->uses[jump->label] == 0;
    if (is_certain(l, n, test)) {
        l->drop[n] = true;
        return;
    }
    if (l->behind[bottom] == LABEL_NONE)
        l->behind[bottom] = routine_new_label(l->r);
    jump->operation = IR_OPCODE;
    jump->opcode = test->opcode;
    jump->operand_count = test->operand_count;
    jump->operands = arena_copy(l->p->arena, test->operands, sizeof test->operands[0] * test->operand_count);
    jump->branch_if = !test->branch_if;
    jump->label = l->behind[bottom];
}

/* Puts the labels behind the tests that want them, and takes out the jumps that are settled. */
static void rewrite(struct looping *l, int count)
{
    struct ir_routine old = *l->r;
    int room = 0;
    for (int n = 0; n < count; n++)
        room += !l->drop[n] + (l->behind[n] != LABEL_NONE);
    l->r->code.at = ARENA_ARRAY(l->p->arena, struct ir_instruction, room);
    l->r->code.count = 0;
    l->r->code.capacity = room;
    for (int n = 0; n < count; n++) {
        if (!l->drop[n])
            *vector_add(l->p->arena, &l->r->code) = old.code.at[n];
        if (l->behind[n] != LABEL_NONE)
            routine_add(l->p, l->r, IR_LABEL, 0)->label = l->behind[n];
    }
}

bool ir_loop(struct ir_program *p, struct ir_routine *r)
{
    struct looping l = { .p = p, .r = r };
    int labels = r->label_count, count = r->code.count;
    l.place = ARENA_ARRAY(&p->scratch, int, labels);
    l.uses = ARENA_ARRAY(&p->scratch, int, labels);
    l.behind = ARENA_ARRAY(&p->scratch, int, count);
    l.drop = ARENA_ARRAY(&p->scratch, bool, count);
    for (int n = 0; n < count; n++) {
        l.behind[n] = LABEL_NONE;
        if (r->code.at[n].operation == IR_LABEL)
            l.place[r->code.at[n].label] = n;
        else if (ir_goes_to_label(&r->code.at[n]))
            l.uses[r->code.at[n].label]++;
    }
    for (int n = 0; n < count; n++)
        if (r->code.at[n].operation == IR_JUMP && !r->code.at[n].by_hand && l.place[r->code.at[n].label] > n)
            enter(&l, n);
    if (l.changed)
        rewrite(&l, count);
    return l.changed;
}
