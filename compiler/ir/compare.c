/* Golmac: MIT licence, see LICENSE. */
/* Two instructions that one opcode does: bits that are masked and tested, a parent that is compared, a child or
   sibling that is asked for and compared with nothing, and several values that one variable is compared with. */
#include "compiler/ir/passes.h"
#include "compiler/ir/values.h"

enum { MOST_COMPARED = 4, MOST_CHAINED = 16 };   /* operands of je; of these, one behind the other */

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

/* ---- A variable that is compared with several values ---- */

/* Instructions je, one behind the other, that compare one operand and go to one label when it is equal. The last may go
   elsewhere when it is not, the label following. */
struct chain {
    struct ir_instruction *list[MOST_CHAINED];
    int count;
    struct ir_operand values[MOST_CHAINED * (MOST_COMPARED - 1)];      /* each once */
    int value_count, before;                                           /* before: with those that come twice */
};

static bool same_value(const struct ir_program *p, const struct ir_operand *a, const struct ir_operand *b)
{
    bool words = a->kind == OPERAND_VALUE && b->kind == OPERAND_VALUE && a->value.kind == VALUE_WORD
        && b->value.kind == VALUE_WORD && a->value.offset == b->value.offset;
    if (words && a->value.index < p->words.count && b->value.index < p->words.count)
        return p->words.at[a->value.index].entry == p->words.at[b->value.index].entry;
    return ir_same_operand(a, b);
}

static void add_to_chain(const struct comparing *c, struct chain *chain, struct ir_instruction *i)
{
    chain->list[chain->count++] = i;
    for (int o = 1; o < i->operand_count; o++) {
        int k = 0;
        while (k < chain->value_count && !same_value(c->p, &chain->values[k], &i->operands[o]))
            k++;
        if (k == chain->value_count)
            chain->values[chain->value_count++] = i->operands[o];
        chain->before++;
    }
}

static bool may_chain(const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK)
            return false;
    return ir_is_row(i, OP_je) && i->operand_count >= 2 && i->operand_count <= MOST_COMPARED;
}

static void find_chain(const struct comparing *c, int n, struct chain *chain)
{
    struct ir_instruction *i = &c->r->code.at[n], *next;
    add_to_chain(c, chain, i);
    while (i->branch_if && chain->count < MOST_CHAINED) {
        next = following(c, (int)(i - c->r->code.at));
        if (!next || !may_chain(next) || !ir_same_operand(&i->operands[0], &next->operands[0]))
            return;
        if (next->branch_if ? next->label != i->label
                            : !routine_leads_to(c->r, (int)(next - c->r->code.at) + 1, i->label))
            return;
        add_to_chain(c, chain, next);
        i = next;
    }
}

/* Fills the last instructions of the chain with the values, and drops those before. */
static void join_equals(struct comparing *c, int n)
{
    struct chain chain = { .count = 0 };
    int needed, from = 0;
    if (!may_chain(&c->r->code.at[n]))
        return;
    find_chain(c, n, &chain);
    needed = (chain.value_count + MOST_COMPARED - 2) / (MOST_COMPARED - 1);
    if (needed == chain.count && chain.value_count == chain.before)
        return;
    for (int k = 0; k < chain.count - needed; k++)
        drop(c, chain.list[k]);
    for (int k = chain.count - needed; k < chain.count; k++) {
        struct ir_operand operands[MOST_COMPARED] = { chain.list[k]->operands[0] };
        int count = 1;
        while (count < MOST_COMPARED && from < chain.value_count)
            operands[count++] = chain.values[from++];
        chain.list[k]->operand_count = (uint8_t)count;
        chain.list[k]->operands = arena_copy(c->p->arena, operands, sizeof operands[0] * (size_t)count);
    }
    c->changed = true;
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
        if (c.drop[n])
            continue;
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
