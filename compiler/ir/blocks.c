/* Golmac: MIT licence, see LICENSE. */
/* Finding the basic blocks of a routine: one begins at each label and behind each branch, jump and end. */
#include "compiler/ir/blocks.h"

#include <string.h>

static bool leaves(const struct ir_instruction *i)
{
    return ir_ends(i) || (i->label != LABEL_NONE && i->operation != IR_LABEL);
}

static struct ir_basic_block *add_block(struct arena *scratch, struct ir_blocks *b, int *room, int first)
{
    b->at = vector_grow(scratch, b->at, b->count, room, sizeof *b->at);
    b->at[b->count] = (struct ir_basic_block){ .first = first, .next = BLOCK_NONE, .branch = BLOCK_NONE };
    return &b->at[b->count++];
}

static void divide(struct arena *scratch, const struct ir_routine *r, struct ir_blocks *b)
{
    struct ir_basic_block *block = NULL;
    int room = 0;
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        if (!block || (i->operation == IR_LABEL && block->first < n))
            block = add_block(scratch, b, &room, n);
        if (i->operation == IR_LABEL)
            b->of_label[i->label] = b->count - 1;
        block->end = n + 1;
        if (leaves(i))
            block = NULL;
    }
}

static void connect(const struct ir_routine *r, struct ir_blocks *b)
{
    for (int k = 0; k < b->count; k++) {
        struct ir_basic_block *block = &b->at[k];
        const struct ir_instruction *last = &r->code.at[block->end - 1];
        if (ir_goes_to_label(last))
            block->branch = b->of_label[last->label];
        if (!ir_ends(last) && k + 1 < b->count)
            block->next = k + 1;
        if (block->branch != BLOCK_NONE)
            b->at[block->branch].entries++;
        if (block->next != BLOCK_NONE)
            b->at[block->next].entries++;
    }
}

struct ir_blocks blocks_find(struct ir_program *p, const struct ir_routine *r)
{
    struct ir_blocks b = { .count = 0 };
    b.of_label = ARENA_ARRAY(&p->scratch, int, r->label_count + 1);
    for (int l = 0; l < r->label_count; l++)
        b.of_label[l] = BLOCK_NONE;
    divide(&p->scratch, r, &b);
    connect(r, &b);
    if (b.count)
        b.at[0].entries++;
    return b;
}

static void reach(bool *reached, int *work, int *count, int block)
{
    if (block == BLOCK_NONE || reached[block])
        return;
    reached[block] = true;
    work[(*count)++] = block;
}

void blocks_mark_reached(struct ir_program *p, const struct ir_blocks *b, bool *reached)
{
    int *work = ARENA_ARRAY(&p->scratch, int, b->count + 1), count = 0;
    for (int k = 0; k < b->count; k++)
        if (reached[k])
            work[count++] = k;
    if (b->count)
        reach(reached, work, &count, 0);
    while (count) {
        const struct ir_basic_block *block = &b->at[work[--count]];
        reach(reached, work, &count, block->next);
        reach(reached, work, &count, block->branch);
    }
}

/* Pushes the block's next way that was not gone yet. False: all were. */
static bool go_on(const struct ir_blocks *b, int *work, int *count, uint8_t *gone, bool *seen)
{
    int block = work[*count - 1];
    while (gone[block] < 2) {
        int to = gone[block]++ ? b->at[block].next : b->at[block].branch;
        if (to == BLOCK_NONE || seen[to])
            continue;
        seen[to] = true;
        work[(*count)++] = to;
        return true;
    }
    return false;
}

int blocks_order(struct ir_program *p, const struct ir_blocks *b, int *order)
{
    int *work = ARENA_ARRAY(&p->scratch, int, b->count), count = 0, left = b->count;
    uint8_t *gone = ARENA_ARRAY(&p->scratch, uint8_t, b->count);
    bool *seen = ARENA_ARRAY(&p->scratch, bool, b->count);
    if (b->count) {
        seen[0] = true;
        work[count++] = 0;
    }
    while (count)
        if (!go_on(b, work, &count, gone, seen))
            order[--left] = work[--count];
    memmove(order, order + left, sizeof *order * (size_t)(b->count - left));
    return b->count - left;
}
