/* Golmac: MIT licence, see LICENSE. */
/* Which variables live where: a variable lives from where it is set to where it is read last, whatever way control
   takes. */
#include "compiler/ir/blocks.h"

#include <string.h>

int live_variable(const struct ir_operand *o)
{
    if (o->kind == OPERAND_LOCAL)
        return o->value.index;
    return o->kind == OPERAND_TEMPORARY ? FIRST_TEMPORARY + o->value.index : 0;
}

void live_step_back(const struct ir_live *l, const struct ir_instruction *i, uint64_t *set)
{
    int most = 64 * l->words, written = live_variable(ir_written(i));
    if (written < most)
        set[written / 64] &= ~((uint64_t)1 << written % 64);
    for (int o = 0; o < i->operand_count; o++) {
        int read = live_variable(&i->operands[o]);
        if (read && read < most && ir_reads_operand(i, o))
            set[read / 64] |= (uint64_t)1 << read % 64;
    }
}

void live_at_end(const struct ir_live *l, const struct ir_blocks *b, int block, uint64_t *set)
{
    const int ways[2] = { b->at[block].next, b->at[block].branch };
    memset(set, 0, sizeof *set * (size_t)l->words);
    for (int k = 0; k < 2; k++)
        for (int w = 0; ways[k] != BLOCK_NONE && w < l->words; w++)
            set[w] |= l->in[ways[k] * l->words + w];
}

/* What a block does with variables: reads before it sets them, sets. */
struct transfer { uint64_t *reads, *sets; };

static void find_transfer(const struct ir_live *l, const struct ir_routine *r, const struct ir_blocks *b,
                          struct transfer *t)
{
    for (int block = 0; block < b->count; block++) {
        uint64_t *reads = &t->reads[block * l->words], *sets = &t->sets[block * l->words];
        for (int n = b->at[block].end - 1; n >= b->at[block].first; n--) {
            int written = live_variable(ir_written(&r->code.at[n]));
            if (written < 64 * l->words)
                sets[written / 64] |= (uint64_t)1 << written % 64;
            live_step_back(l, &r->code.at[n], reads);
        }
    }
}

/* The block's set at its start from those of the blocks behind it. True when it grew. */
static bool update(struct ir_live *l, const struct transfer *t, const struct ir_blocks *b, int block, uint64_t *set)
{
    uint64_t *in = &l->in[block * l->words];
    bool grew = false;
    live_at_end(l, b, block, set);
    for (int w = 0; w < l->words; w++) {
        uint64_t now = t->reads[block * l->words + w] | (set[w] & ~t->sets[block * l->words + w]);
        grew |= now != in[w];
        in[w] = now;
    }
    return grew;
}

struct ir_live live_find(struct ir_program *p, const struct ir_routine *r, const struct ir_blocks *b)
{
    return live_find_some(p, r, b, (FIRST_TEMPORARY + r->temporary_count + 63) / 64);
}

struct ir_live live_find_some(struct ir_program *p, const struct ir_routine *r, const struct ir_blocks *b, int words)
{
    struct ir_live l = { .words = words };
    uint64_t *set = ARENA_ARRAY(&p->scratch, uint64_t, words * (2 * b->count + 1));
    struct transfer t = { set + words, set + words * (b->count + 1) };
    bool changed = true, loops = false;
    for (int block = 0; block < b->count; block++)
        loops |= b->at[block].branch != BLOCK_NONE && b->at[block].branch <= block;
    l.in = ARENA_ARRAY(&p->scratch, uint64_t, l.words * b->count);
    find_transfer(&l, r, b, &t);
    while (changed) {
        changed = false;
        for (int block = b->count - 1; block >= 0; block--)
            changed |= update(&l, &t, b, block, set);
        changed &= loops;        /* else one way through from the end to the start says all */
    }
    return l;
}
