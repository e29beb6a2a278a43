/* Golmac: MIT licence, see LICENSE. */
/* A routine's code as basic blocks, and what is known of its variables at their borders. A block is a run of
   instructions that control enters at its first and leaves at its last. The code itself stays one vector. The
   program keeps the blocks that were found last, for the passes that follow: see blocks_find. */
#ifndef GOLC_BLOCKS_H
#define GOLC_BLOCKS_H

#include "compiler/ir/program.h"

enum { BLOCK_NONE = -1 };

struct ir_basic_block {
    int first, end;              /* instructions first to end - 1 */
    int next;                    /* the block that control runs on into; BLOCK_NONE: it ends, jumps or returns */
    int branch;                  /* the one that its last instruction goes to; BLOCK_NONE: none, or it returns */
    int entries;                 /* blocks that come here by next or branch; the routine's start is one more */
};

struct ir_blocks {
    struct ir_basic_block *at;
    int count, capacity;
    int *of_label;               /* the block that begins with this label; BLOCK_NONE: the label stands nowhere */
    int label_capacity;
    const struct ir_routine *of; /* whose blocks they are; NULL: nobody's any more */
    bool kept;                   /* by blocks_drop, in the running pass */
};

/* The routine's blocks, found anew unless they are at hand. They hold until the pass ends; of what it changed the
   next pass sees them true, since the passes' driver forgets them after a pass that changed anything in another way
   than by blocks_drop. */
const struct ir_blocks *blocks_find(struct ir_program *p, const struct ir_routine *r);
/* routine_drop for a pass that puts in nothing and makes no branch, jump or return of what was none. The next pass has
   the blocks without a search, unless a border is dropped or control goes elsewhere from one. */
void blocks_drop(struct ir_program *p, struct ir_routine *r, const bool *drop);
void blocks_forget(struct ir_program *p);
/* By block: what control comes to from the first, and from those already marked. */
void blocks_mark_reached(struct ir_program *p, const struct ir_blocks *b, bool *reached);

/* Fills `order`, which has room for all, with the blocks that control comes to, each behind all that lead to it but
   for the ends of loops. Returns how many. */
int blocks_order(struct ir_program *p, const struct ir_blocks *b, int *order);

/* live.c: variables whose values may still be read. Local n is variable n, temporary n is 16 + n. */
enum { FIRST_TEMPORARY = IR_MOST_LOCALS + 1 };
int live_variable(const struct ir_operand *o);             /* 0: no local or temporary */

struct ir_live {
    int words;                   /* of 64 bits in a set */
    uint64_t *in;                /* by block: the set at its start */
};

struct ir_live live_find(struct ir_program *p, const struct ir_routine *r, const struct ir_blocks *b);
/* Of the variables that sets of so many words hold, and no others: one word has all locals. */
struct ir_live live_find_some(struct ir_program *p, const struct ir_routine *r, const struct ir_blocks *b, int words);
void live_at_end(const struct ir_live *l, const struct ir_blocks *b, int block, uint64_t *set);       /* fills set */
/* From what lives behind the instruction to what lives before it. */
void live_step_back(const struct ir_live *l, const struct ir_instruction *i, uint64_t *set);

static inline bool live_has(const uint64_t *set, int variable)
{
    return set[variable / 64] >> variable % 64 & 1;
}

#endif
