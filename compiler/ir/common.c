/* Golmac: MIT licence, see LICENSE. */
/* What was worked out before is not worked out again while its value is still somewhere and all it was made of is
   unchanged. Blocks that control enters from the one before alone go on with what is known there. A value that is
   read once more than before needs a variable, so the routine must have room for one. */
#include "compiler/ir/passes.h"
#include "compiler/ir/values.h"

enum { MOST_KNOWN = 48 };

/* A result that is known: that of instruction `made`, as it stood then. */
struct known {
    struct ir_instruction made;
    struct ir_operand holder;    /* where the value is */
};

struct sharing {
    struct ir_program *p;
    struct ir_routine *r;
    struct ir_value_uses *values;
    struct known known[MOST_KNOWN];
    int count;
    int room;                    /* variables that may still be asked for */
    bool *drop;                  /* by instruction */
    bool changed;
};

/* A result that depends on the operands and memory alone, and does nothing else. */
static bool is_pure(const struct ir_instruction *i)
{
    bool gives = i->operation == IR_NOT || (i->operation == IR_OPCODE && i->opcode->flags & OPCODE_STORES);
    if (!gives || i->by_hand || i->label != LABEL_NONE || ir_effects(i) & ~(EFFECT_READS | EFFECT_FAULTS)
        || ir_names_variable(i) || !ir_is_variable(&i->store))
        return false;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK || i->operands[o].indirect)
            return false;
    return true;
}

static bool is_commutative(const struct ir_instruction *i)
{
    return ir_is_row(i, OP_add) || ir_is_row(i, OP_mul) || ir_is_row(i, OP_and) || ir_is_row(i, OP_or);
}

static bool same_operands(const struct ir_instruction *a, const struct ir_instruction *b)
{
    for (int o = 0; o < a->operand_count; o++)
        if (!ir_same_operand(&a->operands[o], &b->operands[o]))
            return false;
    return true;
}

static bool same_work(const struct ir_instruction *a, const struct ir_instruction *b)
{
    if (a->operation != b->operation || a->opcode != b->opcode || a->operand_count != b->operand_count)
        return false;
    return same_operands(a, b) || (is_commutative(a) && ir_same_operand(&a->operands[0], &b->operands[1])
                                   && ir_same_operand(&a->operands[1], &b->operands[0]));
}

static const struct known *find_known(const struct sharing *s, const struct ir_instruction *i)
{
    for (int k = s->count - 1; k >= 0; k--)
        if (same_work(&s->known[k].made, i))
            return &s->known[k];
    return NULL;
}

/* Does the instruction change this operand's value? The globals are a table in memory (6.2): what writes memory may
   write them. */
static bool is_written(const struct ir_operand *operand, const struct ir_instruction *i)
{
    return ir_same_variable(operand, ir_written(i))
        || (operand->kind == OPERAND_GLOBAL && ir_effects(i) & (EFFECT_WRITES | EFFECT_CALLS));
}

/* Does the known result change, or get lost, when this instruction is executed? */
static bool is_lost(const struct known *k, const struct ir_instruction *i)
{
    bool writes = ir_effects(i) & (EFFECT_WRITES | EFFECT_CALLS) || ir_written(i)->kind == OPERAND_GLOBAL;
    if ((writes && ir_effects(&k->made) & EFFECT_READS) || is_written(&k->holder, i))
        return true;
    for (int o = 0; o < k->made.operand_count; o++)
        if (is_written(&k->made.operands[o], i))
            return true;
    return false;
}

static void forget(struct sharing *s, const struct ir_instruction *i)
{
    int kept = 0;
    if (ir_written(i)->kind == OPERAND_NONE && !(ir_effects(i) & (EFFECT_WRITES | EFFECT_CALLS)))
        return;
    for (int k = 0; k < s->count; k++)
        if (!is_lost(&s->known[k], i))
            s->known[kept++] = s->known[k];
    s->count = kept;
}

static void learn(struct sharing *s, const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++)
        if (ir_same_variable(&i->operands[o], &i->store))
            return;
    if (s->count == MOST_KNOWN) {
        s->count--;
        for (int k = 0; k < s->count; k++)
            s->known[k] = s->known[k + 1];
    }
    s->known[s->count++] = (struct known){ *i, i->store };
}

/* Where the last use of the temporary that instruction n sets stands, if each stands in its block and before
   `holder` changes; -1 otherwise. */
static int last_use(const struct sharing *s, int n, int end, const struct known *k)
{
    const struct ir_operand *temporary = &s->r->code.at[n].store;
    const struct ir_value_uses *v = &s->values[live_variable(temporary)];
    int left = v->uses;
    if (temporary->kind != OPERAND_TEMPORARY || v->definitions != 1 || !left)
        return -1;
    for (int m = n + 1; m < end; m++) {
        const struct ir_instruction *i = &s->r->code.at[m];
        for (int o = 0; o < i->operand_count; o++)
            left -= ir_same_variable(&i->operands[o], temporary);
        if (!left)
            return m;
        if (is_written(&k->holder, i))
            return -1;
    }
    return -1;
}

/* A temporary that was read once will be read again. A copy alone does not pay for the variable before version 5. */
static bool may_hold(struct sharing *s, const struct ir_operand *holder, bool copies)
{
    if (holder->kind != OPERAND_TEMPORARY || s->values[live_variable(holder)].uses > 1)
        return true;
    if (s->room <= 0 || (copies && s->p->version < 5))
        return false;
    s->room--;
    return true;
}

/* Takes the result from where it is known; in the end by copying it. */
static void reuse(struct sharing *s, int n, int end, const struct known *k)
{
    struct ir_instruction *i = &s->r->code.at[n];
    int last = last_use(s, n, end, k);
    struct ir_operand copy[2] = { i->store, k->holder };
    if (!may_hold(s, &k->holder, last < 0))
        return;
    s->changed = true;
    if (last >= 0) {
        s->values[live_variable(&k->holder)].uses += s->values[live_variable(&i->store)].uses;
        values_replace(s->r, n + 1, last + 1, &i->store, k->holder);
        s->drop[n] = true;
    } else if (ir_same_variable(&i->store, &k->holder)) {
        s->drop[n] = true;
    } else {
        i->operation = IR_OPCODE;
        i->opcode = opcode_row(OP_store);
        i->operands = arena_copy(s->p->arena, copy, sizeof copy);
        i->operand_count = 2;
        i->store.kind = OPERAND_NONE;
        s->values[live_variable(&k->holder)].uses++;
    }
}

static void share_block(struct sharing *s, const struct ir_basic_block *b)
{
    for (int n = b->first; n < b->end; n++) {
        struct ir_instruction *i = &s->r->code.at[n];
        bool pure = is_pure(i);
        const struct known *k = pure ? find_known(s, i) : NULL;
        if (k)
            reuse(s, n, b->end, k);
        if (s->drop[n])
            continue;
        forget(s, i);
        if (pure && i->store.kind != OPERAND_NONE)
            learn(s, i);
    }
}

/* Most routines work out too little for anything to come twice. */
static bool has_work(const struct ir_routine *r)
{
    int count = 0;
    for (int n = 0; n < r->code.count && count < 2; n++)
        count += is_pure(&r->code.at[n]);
    return count == 2;
}

bool ir_common(struct ir_program *p, struct ir_routine *r)
{
    struct sharing s = { .p = p, .r = r };
    struct ir_blocks b;
    if (!has_work(r) || ir_is_by_hand(r))
        return false;
    b = blocks_find(p, r);
    s.values = values_find(p, r);
    s.room = values_room(p, r, s.values);
    s.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    for (int block = 0; block < b.count; block++) {
        if (block == 0 || b.at[block].entries > 1 || b.at[block - 1].next != block)
            s.count = 0;
        share_block(&s, &b.at[block]);
    }
    if (s.changed)
        routine_drop(r, s.drop);
    return s.changed;
}
