/* Golmac: MIT licence, see LICENSE. */
/* Finding the basic blocks of a routine: one begins at each label and behind each branch, jump and end. They lie in
   vectors of the program, which serve one routine after the other. */
#include "compiler/ir/blocks.h"

#include <string.h>

static bool leaves(const struct ir_instruction *i)
{
    return ir_ends(i) || (i->label != LABEL_NONE && i->operation != IR_LABEL);
}

static struct ir_basic_block *add_block(struct arena *arena, struct ir_blocks *b, int first)
{
    struct ir_basic_block *block = vector_add(arena, b);
    *block = (struct ir_basic_block){ .first = first, .next = BLOCK_NONE, .branch = BLOCK_NONE };
    return block;
}

static void divide(struct arena *arena, const struct ir_routine *r, struct ir_blocks *b)
{
    struct ir_basic_block *block = NULL;
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        if (!block || (i->operation == IR_LABEL && block->first < n))
            block = add_block(arena, b, n);
        if (i->operation == IR_LABEL)
            b->of_label[i->label] = b->count - 1;
        block->end = n + 1;
        if (leaves(i))
            block = NULL;
    }
}

static int branch_of(const struct ir_routine *r, const struct ir_blocks *b, int block)
{
    const struct ir_instruction *last = &r->code.at[b->at[block].end - 1];
    return ir_goes_to_label(last) ? b->of_label[last->label] : BLOCK_NONE;
}

static int next_of(const struct ir_routine *r, const struct ir_blocks *b, int block)
{
    const struct ir_instruction *last = &r->code.at[b->at[block].end - 1];
    return !ir_ends(last) && block + 1 < b->count ? block + 1 : BLOCK_NONE;
}

static void connect(const struct ir_routine *r, struct ir_blocks *b)
{
    for (int k = 0; k < b->count; k++) {
        struct ir_basic_block *block = &b->at[k];
        block->branch = branch_of(r, b, k);
        block->next = next_of(r, b, k);
        if (block->branch != BLOCK_NONE)
            b->at[block->branch].entries++;
        if (block->next != BLOCK_NONE)
            b->at[block->next].entries++;
    }
}

static void clear_labels(struct arena *arena, struct ir_blocks *b, int count)
{
    if (b->label_capacity < count) {
        b->label_capacity = 2 * count;
        b->of_label = ARENA_ARRAY(arena, int, b->label_capacity);
    }
    for (int l = 0; l < count; l++)
        b->of_label[l] = BLOCK_NONE;
}

const struct ir_blocks *blocks_find(struct ir_program *p, const struct ir_routine *r)
{
    struct ir_blocks *b = p->blocks ? p->blocks : (p->blocks = ARENA_NEW(p->arena, struct ir_blocks));
    if (b->of == r)
        return b;
    b->of = r;
    b->count = 0;
    clear_labels(p->arena, b, r->label_count);
    divide(p->arena, r, b);
    connect(r, b);
    if (b->count)
        b->at[0].entries++;
    return b;
}

void blocks_forget(struct ir_program *p)
{
    if (p->blocks)
        p->blocks->of = NULL;
}

/* Takes out what is dropped of each block. False when a border goes with it, or a whole block, and when control goes
   elsewhere from a block than it did. */
static bool shrink(struct ir_blocks *b, const struct ir_routine *r, const bool *drop)
{
    int kept = 0;
    for (int k = 0; k < b->count; k++) {
        int first = kept;
        if (b->at[k].branch != branch_of(r, b, k) || b->at[k].next != next_of(r, b, k))
            return false;
        for (int n = b->at[k].first; n < b->at[k].end; n++) {
            if (drop[n] && (leaves(&r->code.at[n]) || r->code.at[n].operation == IR_LABEL))
                return false;
            kept += !drop[n];
        }
        if (kept == first)
            return false;
        b->at[k].first = first;
        b->at[k].end = kept;
    }
    return true;
}

void blocks_drop(struct ir_program *p, struct ir_routine *r, const bool *drop)
{
    struct ir_blocks *b = p->blocks;
    if (b && b->of == r)
        b->kept = shrink(b, r, drop);
    routine_drop(r, drop);
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
