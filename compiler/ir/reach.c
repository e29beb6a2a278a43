/* Golmac: MIT licence, see LICENSE. */
/* Code that control never comes to goes, and so do labels that nothing uses. With $STRIP_UNREACHABLE_LABELS=0 what
   stands behind a label that something uses stays, though that something is not reached itself. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

static void count_uses(const struct ir_routine *r, int *uses, const bool *drop)
{
    for (int i = 0; i < r->code.count; i++)
        if (!drop[i] && ir_goes_to_label(&r->code.at[i]))
            uses[r->code.at[i].label]++;
}

static void drop_unreached(const struct ir_blocks *b, const bool *reached, bool *drop)
{
    for (int k = 0; k < b->count; k++)
        for (int i = b->at[k].first; i < b->at[k].end; i++)
            drop[i] = !reached[k];
}

bool ir_reach(struct ir_program *p, struct ir_routine *r)
{
    const struct ir_blocks *b = blocks_find(p, r);
    bool *reached = ARENA_ARRAY(&p->scratch, bool, b->count), *drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    int *uses = ARENA_ARRAY(&p->scratch, int, r->label_count);
    int before = r->code.count;
    if (p->keep_unreachable) {
        count_uses(r, uses, drop);
        for (int l = 0; l < r->label_count; l++)
            if (uses[l])
                reached[b->of_label[l]] = true;
    }
    blocks_mark_reached(p, b, reached);
    drop_unreached(b, reached, drop);
    for (int l = 0; l < r->label_count; l++)
        uses[l] = 0;
    count_uses(r, uses, drop);
    for (int i = 0; i < r->code.count; i++)
        drop[i] |= r->code.at[i].operation == IR_LABEL && !uses[r->code.at[i].label];
    routine_drop(r, drop);
    return r->code.count != before;
}
