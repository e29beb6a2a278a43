/* Golmac: MIT licence, see LICENSE. */
/* Two instructions that one opcode does: bits that are masked and tested, a parent that is compared, a child or
   sibling that is asked for and compared with nothing, and several values that one variable is compared with. */
#include "compiler/ir/passes.h"
#include "compiler/ir/values.h"

enum { MOST_COMPARED = 4 };      /* operands of je */

struct comparing {
    struct ir_program *p;
    struct ir_routine *r;
    struct ir_value_uses *values;        /* NULL: not asked for yet */
    int *uses;                   /* by label */
    bool *drop;                  /* by instruction */
    bool changed;
};

static int count_bits(int n)
{
    int count = 0;
    for (n &= 0xFFFF; n; n &= n - 1)
        count++;
    return count;
}

static bool is_plain_number(const struct ir_operand *o)
{
    return o->kind == OPERAND_VALUE && o->value.kind == VALUE_NUMBER;
}

/* The instruction behind n, in the same block; NULL when control may come there in another way. */
static struct ir_instruction *following(const struct comparing *c, int n)
{
    for (n++; n < c->r->code.count; n++)
        if (c->r->code.at[n].operation != IR_LINE && !c->drop[n])
            return c->r->code.at[n].operation == IR_LABEL ? NULL : &c->r->code.at[n];
    return NULL;
}

static void become(struct comparing *c, struct ir_instruction *i, enum opcode_id id, struct ir_operand a,
                   struct ir_operand b)
{
    struct ir_operand both[2] = { a, b };
    i->opcode = opcode_row(id);
    i->operands = arena_copy(c->p->arena, both, sizeof both);
    i->operand_count = 2;
}

static void drop(struct comparing *c, const struct ir_instruction *i)
{
    c->drop[i - c->r->code.at] = true;
    c->changed = true;
}

/* The value that `test`, a je or jz, compares with the temporary; NULL: it does something else. */
static const struct ir_operand *compared(const struct ir_instruction *test, const struct ir_operand *temporary)
{
    static const struct ir_operand zero = { .kind = OPERAND_VALUE, .value = { VALUE_NUMBER, 0, 0 } };
    if (ir_is_row(test, OP_jz) && ir_same_variable(&test->operands[0], temporary))
        return &zero;
    if (!ir_is_row(test, OP_je) || test->operand_count != 2)
        return NULL;
    for (int o = 0; o < 2; o++)
        if (ir_same_variable(&test->operands[o], temporary) && !ir_same_variable(&test->operands[1 - o], temporary))
            return &test->operands[1 - o];
    return NULL;
}

/* and x 4 -> t, compared with 0 or 4; and x 6 -> t, compared with 6: test. */
static void join_mask(struct comparing *c, struct ir_instruction *i, struct ir_instruction *test,
                      const struct ir_operand *with)
{
    int mask = is_plain_number(&i->operands[1]) ? 1 : 0;
    const struct ir_operand *bits = &i->operands[mask], *of = &i->operands[1 - mask];
    bool zero = ir_is_number(with, 0);
    if (!is_plain_number(bits) || of->kind == OPERAND_VALUE || !is_plain_number(with)
        || (zero ? count_bits(bits->value.offset) != 1 : !ir_same_operand(bits, with)))
        return;
    test->branch_if ^= zero;
    become(c, test, OP_test, *of, *bits);
    drop(c, i);
}

/* get_parent x -> t, compared with something that is not plainly nothing: jin. */
static void join_parent(struct comparing *c, struct ir_instruction *i, struct ir_instruction *test,
                        const struct ir_operand *with)
{
    if (with->kind == OPERAND_STACK || i->operands[0].kind == OPERAND_STACK || ir_is_number(with, 0))
        return;
    become(c, test, OP_jin, i->operands[0], *with);
    drop(c, i);
}

/* A temporary that the next instruction compares, and nothing else reads. */
static void join_with_test(struct comparing *c, int n)
{
    struct ir_instruction *i = &c->r->code.at[n], *test = following(c, n);
    const struct ir_operand *with = test && i->store.kind == OPERAND_TEMPORARY ? compared(test, &i->store) : NULL;
    if (!c->values)
        c->values = values_find(c->p, c->r);
    if (!with || !values_is_single(c->values, &i->store))
        return;
    if (ir_is_row(i, OP_and))
        join_mask(c, i, test, with);
    else
        join_parent(c, i, test, with);
}

/* get_child x -> v ?next; next: jz v ?away, or je v 0 ?away. */
static void join_relative(struct comparing *c, int n)
{
    struct ir_instruction *i = &c->r->code.at[n], *test;
    const struct ir_operand *with;
    int k = n + 1;
    while (k < c->r->code.count && c->r->code.at[k].operation == IR_LINE)
        k++;
    if (k == c->r->code.count || c->r->code.at[k].operation != IR_LABEL || c->r->code.at[k].label != i->label
        || c->uses[i->label] != 1)
        return;
    test = following(c, k);
    with = test ? compared(test, &i->store) : NULL;
    if (!with || !ir_is_number(with, 0))
        return;
    i->label = test->label;
    i->branch_if = !test->branch_if;
    drop(c, test);
}

/* je x a.. ?L; je x b.. ?L, and the same where the second goes elsewhere unless it holds and L follows: one je. */
static bool join_equals(struct comparing *c, int n)
{
    struct ir_instruction *i = &c->r->code.at[n], *next = following(c, n);
    struct ir_operand operands[MOST_COMPARED];
    bool same, meets;
    if (!next || !ir_is_row(next, OP_je) || !i->branch_if || i->operand_count + next->operand_count - 1 > MOST_COMPARED
        || i->operand_count < 2 || next->operand_count < 2 || !ir_same_operand(&i->operands[0], &next->operands[0]))
        return false;
    same = next->branch_if && next->label == i->label;
    meets = !next->branch_if && routine_leads_to(c->r, (int)(next - c->r->code.at) + 1, i->label);
    if (!same && !meets)
        return false;
    for (int o = 0; o < i->operand_count; o++)
        operands[o] = i->operands[o];
    for (int o = 1; o < next->operand_count; o++)
        operands[i->operand_count + o - 1] = next->operands[o];
    next->operand_count = (uint8_t)(i->operand_count + next->operand_count - 1);
    next->operands = arena_copy(c->p->arena, operands, sizeof operands[0] * next->operand_count);
    drop(c, i);
    return true;
}

bool ir_compare(struct ir_program *p, struct ir_routine *r)
{
    struct comparing c = { .p = p, .r = r };
    c.uses = ARENA_ARRAY(&p->scratch, int, r->label_count);
    c.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    for (int n = 0; n < r->code.count; n++)
        if (ir_goes_to_label(&r->code.at[n]))
            c.uses[r->code.at[n].label]++;
    for (int n = 0; n < r->code.count; n++) {
        struct ir_instruction *i = &r->code.at[n];
        if (ir_is_row(i, OP_and) || ir_is_row(i, OP_get_parent))
            join_with_test(&c, n);
        else if ((ir_is_row(i, OP_get_child) || ir_is_row(i, OP_get_sibling)) && i->label >= 0)
            join_relative(&c, n);
        else if (ir_is_row(i, OP_je))
            join_equals(&c, n);
    }
    if (c.changed)
        routine_drop(r, c.drop);
    return c.changed;
}
