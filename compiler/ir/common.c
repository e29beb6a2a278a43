/* Golmac: MIT licence, see LICENSE. */
/* What was worked out before is not worked out again while its value is still somewhere and all it was made of is
   unchanged; nor is a test made again whose outcome is known. A call counts as work when its routine only reads. What
   is known where two ways meet is what both know; at the top of a loop nothing is. A value that is read once more
   than before needs a variable, so the routine must have room for one. */
#include "compiler/ir/passes.h"
#include "compiler/ir/values.h"

#include <string.h>

enum { MOST_KNOWN = 48 };

/* A result that is known: that of instruction `made`, as it stood then; or that the condition of `made` holds. */
struct known {
    struct ir_instruction made;
    struct ir_operand holder;    /* where the value is; OPERAND_NONE: `made` is a test */
    bool holds;
    int reads;                   /* effects of `made` */
    uint64_t variables;          /* variable_bit of all that it is made of, and of the holder */
};

struct state {
    const struct known **at;     /* `count` of them, which never change */
    int count;
    int arrived;                 /* ways that have brought what they know */
};

enum work { WORK_NONE, WORK_RESULT, WORK_TEST };

struct sharing {
    struct ir_program *p;
    struct ir_routine *r;
    uint8_t *work;               /* by instruction: enum work, where something alike is done elsewhere too */
    const struct ir_blocks *blocks;
    struct ir_value_uses *values;        /* NULL: not asked for yet */
    struct state *entry;         /* by block: what is known at its start */
    const struct known *known[MOST_KNOWN];       /* what is known now */
    int count;
    int room;                    /* variables that may still be asked for */
    bool *drop;                  /* by instruction */
    bool changed;
};

static bool has_plain_operands(const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK || i->operands[o].indirect)
            return false;
    return !i->by_hand && !ir_names_variable(i);
}

static bool only_reads(const struct ir_program *p, const struct ir_instruction *i)
{
    return !(program_effects(p, i) & ~(EFFECT_READS | EFFECT_FAULTS));
}

/* A result that depends on the operands and memory alone, and does nothing else. */
static bool is_pure(const struct ir_program *p, const struct ir_instruction *i)
{
    bool gives = i->operation == IR_NOT || i->operation == IR_CALL
        || (i->operation == IR_OPCODE && i->opcode->flags & OPCODE_STORES);
    return gives && i->label == LABEL_NONE && ir_is_variable(&i->store) && has_plain_operands(i) && only_reads(p, i);
}

/* A branch that does nothing else. */
static bool is_test(const struct ir_program *p, const struct ir_instruction *i)
{
    return i->label != LABEL_NONE && i->operation == IR_OPCODE && i->opcode->flags & OPCODE_BRANCHES
        && i->operand_count == 2 - ir_is_row(i, OP_jz) && i->store.kind == OPERAND_NONE && has_plain_operands(i)
        && only_reads(p, i);
}

static bool is_commutative(const struct ir_instruction *i)
{
    return ir_is_row(i, OP_add) || ir_is_row(i, OP_mul) || ir_is_row(i, OP_and) || ir_is_row(i, OP_or)
        || ir_is_row(i, OP_je);
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
        if (same_work(&s->known[k]->made, i))
            return s->known[k];
    return NULL;
}

/* What the instruction does to memory; a global is memory. */
static int effects_of(const struct sharing *s, const struct ir_instruction *i)
{
    return program_effects(s->p, i) | (ir_written(i)->kind == OPERAND_GLOBAL ? EFFECT_WRITES_GLOBALS : 0);
}

/* Does the instruction with these effects change this operand's value? The globals are a table in memory (6.2): what
   writes memory may write them. */
static bool is_written(const struct ir_operand *operand, const struct ir_operand *written, int effects)
{
    return ir_same_variable(operand, written)
        || (operand->kind == OPERAND_GLOBAL && written->kind != OPERAND_GLOBAL && effects & EFFECT_WRITES_GLOBALS);
}

/* A bit of several that stands for this variable, perhaps among others: bit 0 for all globals. */
static uint64_t variable_bit(const struct ir_operand *o)
{
    return o->kind == OPERAND_GLOBAL ? 1 : ir_is_variable(o) ? (uint64_t)2 << live_variable(o) % 63 : 0;
}

/* Does the known result change, or get lost, by an instruction that writes this variable and has these effects? */
static bool is_lost(const struct known *k, const struct ir_operand *written, int effects)
{
    if (effects_meet(effects, k->reads) || is_written(&k->holder, written, effects))
        return true;
    for (int o = 0; o < k->made.operand_count; o++)
        if (is_written(&k->made.operands[o], written, effects))
            return true;
    return false;
}

static void forget(struct sharing *s, const struct ir_instruction *i)
{
    const struct ir_operand *written = ir_written(i);
    int kept = 0, effects = effects_of(s, i);
    uint64_t bits = variable_bit(written) | (effects & EFFECT_WRITES_GLOBALS ? 1 : 0);
    if (!bits && !(effects & EFFECT_WRITES))
        return;
    for (int n = 0; n < s->count; n++) {
        const struct known *k = s->known[n];
        if (!(k->variables & bits || effects_meet(effects, k->reads)) || !is_lost(k, written, effects))
            s->known[kept++] = k;
    }
    s->count = kept;
}

static void learn(struct sharing *s, const struct ir_instruction *i, bool holds)
{
    struct known *k;
    uint64_t variables = variable_bit(&i->store);
    for (int o = 0; o < i->operand_count; o++) {
        if (ir_same_variable(&i->operands[o], &i->store))
            return;
        variables |= variable_bit(&i->operands[o]);
    }
    if (s->count == MOST_KNOWN)
        memmove(s->known, s->known + 1, sizeof s->known[0] * (size_t)--s->count);
    k = ARENA_NEW(&s->p->scratch, struct known);
    *k = (struct known){ *i, i->store, holds, program_effects(s->p, i), variables };
    s->known[s->count++] = k;
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
        if (is_written(&k->holder, ir_written(i), effects_of(s, i)))
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

static void count_values(struct sharing *s)
{
    if (s->values)
        return;
    s->values = values_find(s->p, s->r);
    s->room = values_room(s->p, s->r, s->values);
}

/* Takes the result from where it is known; in the end by copying it. */
static void reuse(struct sharing *s, int n, int end, const struct known *k)
{
    struct ir_instruction *i = &s->r->code.at[n];
    struct ir_operand copy[2] = { i->store, k->holder };
    int last;
    count_values(s);
    last = last_use(s, n, end, k);
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

/* A test whose outcome is known: control goes there, or on. */
static void settle(struct sharing *s, int n, bool holds)
{
    struct ir_instruction *i = &s->r->code.at[n];
    s->changed = true;
    if (holds == i->branch_if)
        routine_take_branch(s->p, i);
    else
        s->drop[n] = true;
}

static void share_block(struct sharing *s, const struct ir_basic_block *b)
{
    for (int n = b->first; n < b->end; n++) {
        struct ir_instruction *i = &s->r->code.at[n];
        const struct known *k = s->work[n] != WORK_NONE ? find_known(s, i) : NULL;
        if (k && s->work[n] == WORK_TEST)
            settle(s, n, k->holds);
        else if (k)
            reuse(s, n, b->end, k);
        if (s->drop[n] || ir_is_marker(i))
            continue;
        if (s->count)
            forget(s, i);
        if (s->work[n] == WORK_RESULT && i->store.kind != OPERAND_NONE)
            learn(s, i, false);
    }
}

/* Keeps of what is known at the block's start what this way there knows as well. */
static void meet(const struct sharing *s, struct state *entry)
{
    int kept = 0;
    for (int k = 0; k < entry->count; k++)
        for (int other = 0; other < s->count; other++)
            if (entry->at[k] == s->known[other]) {
                entry->at[kept++] = entry->at[k];
                break;
            }
    entry->count = kept;
}

/* One way to the block, with what is known at its end. */
static void arrive(struct sharing *s, int block)
{
    struct state *entry;
    if (block == BLOCK_NONE)
        return;
    entry = &s->entry[block];
    if (entry->arrived++) {
        meet(s, entry);
        return;
    }
    entry->count = s->count;
    if (s->count)
        entry->at = arena_copy(&s->p->scratch, s->known, sizeof s->known[0] * (size_t)s->count);
}

/* A test that was made is known on both ways that go on from it. */
static void leave(struct sharing *s, const struct ir_basic_block *b)
{
    const struct ir_instruction *last = &s->r->code.at[b->end - 1];
    bool test = s->work[b->end - 1] == WORK_TEST && !s->drop[b->end - 1] && is_test(s->p, last);
    const int ways[2] = { b->branch, b->next };
    for (int k = 0; k < 2; k++) {
        int count = s->count;
        if (ways[k] == BLOCK_NONE)
            continue;
        if (test && s->blocks->at[ways[k]].entries == 1)
            learn(s, last, k == 0 ? last->branch_if : !last->branch_if);
        arrive(s, ways[k]);
        s->count = count < s->count ? count : s->count;
    }
}

static void share(struct sharing *s)
{
    int *order = ARENA_ARRAY(&s->p->scratch, int, s->blocks->count);
    int count = blocks_order(s->p, s->blocks, order);
    for (int k = 0; k < count; k++) {
        const struct ir_basic_block *b = &s->blocks->at[order[k]];
        const struct state *entry = &s->entry[order[k]];
        s->count = entry->arrived == b->entries ? entry->count : 0;
        if (s->count)
            memcpy(s->known, entry->at, sizeof s->known[0] * (size_t)s->count);
        share_block(s, b);
        leave(s, b);
    }
}

enum { ALIKE_SLOTS = 256 };

/* Temporaries are alike: one may turn out to be another, if something else comes twice. */
static unsigned hash_operand(const struct ir_operand *o)
{
    unsigned index = o->kind == OPERAND_TEMPORARY ? 0 : (unsigned)o->value.index;
    return (o->kind * 64u + index) * 64u + ((unsigned)o->value.offset & 0xFFFF);
}

static unsigned hash_work(const struct ir_instruction *i)
{
    unsigned hash = i->operation == IR_OPCODE ? (unsigned)opcode_id(i->opcode) * 7919u : i->operation;
    for (int o = 0; o < i->operand_count; o++)
        hash += hash_operand(&i->operands[o]) * 2654435761u;
    return hash >> 16 & (ALIKE_SLOTS - 1);
}

static bool has_temporary(const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_TEMPORARY)
            return true;
    return false;
}

/* Marks the work that looks as if it were done twice. False, as in most routines: there is none. */
static bool find_work(struct sharing *s)
{
    int count = s->r->code.count;
    uint8_t *hash = ARENA_ARRAY(&s->p->scratch, uint8_t, count), seen[ALIKE_SLOTS] = { 0 };
    bool found = false;
    s->work = ARENA_ARRAY(&s->p->scratch, uint8_t, count);
    for (int n = 0; n < count; n++) {
        const struct ir_instruction *i = &s->r->code.at[n];
        if (ir_is_marker(i) || (i->operation == IR_OPCODE && !(i->opcode->flags & (OPCODE_STORES | OPCODE_BRANCHES))))
            continue;
        s->work[n] = is_pure(s->p, i) ? WORK_RESULT : is_test(s->p, i) ? WORK_TEST : WORK_NONE;
        if (s->work[n] == WORK_NONE)
            continue;
        hash[n] = (uint8_t)hash_work(i);
        found |= seen[hash[n]] > 0 && !has_temporary(i);
        seen[hash[n]] += seen[hash[n]] < 2;
    }
    for (int n = 0; found && n < count; n++)
        if (seen[hash[n]] < 2)
            s->work[n] = WORK_NONE;
    return found;
}

bool ir_common(struct ir_program *p, struct ir_routine *r)
{
    struct sharing s = { .p = p, .r = r };
    if (!find_work(&s) || ir_is_by_hand(r))
        return false;
    s.blocks = blocks_find(p, r);
    s.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    s.entry = ARENA_ARRAY(&p->scratch, struct state, s.blocks->count);
    share(&s);
    if (s.changed)
        blocks_drop(p, r, s.drop);
    return s.changed;
}
