/* Golmac: MIT licence, see LICENSE. */
/* Values that nobody reads: an instruction that does nothing else goes, a call keeps no result. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

/* May it be left out when its result is not wanted? */
static bool is_idle(const struct ir_instruction *i)
{
    if (i->by_hand || i->label != LABEL_NONE || ir_effects(i) & ~EFFECT_READS || i->operation == IR_LABEL)
        return false;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK)
            return false;
    return true;
}

/* Nobody reads what the instruction sets. */
static bool drop_result(struct ir_instruction *i, bool *drop)
{
    if (i->by_hand)
        return false;
    if (is_idle(i)) {
        *drop = true;
        return true;
    }
    if (i->operation != IR_CALL)
        return false;
    i->store.kind = OPERAND_NONE;
    return true;
}

/* Temporaries that are never read. True when there are any. */
static bool drop_temporaries(struct ir_program *p, struct ir_routine *r, bool *drop)
{
    bool *read = ARENA_ARRAY(&p->scratch, bool, r->temporary_count), changed = false;
    for (int n = 0; n < r->code.count; n++)
        for (int o = 0; o < r->code.at[n].operand_count; o++)
            if (r->code.at[n].operands[o].kind == OPERAND_TEMPORARY && ir_reads_operand(&r->code.at[n], o))
                read[r->code.at[n].operands[o].value.index] = true;
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_operand *written = ir_written(&r->code.at[n]);
        if (written->kind == OPERAND_TEMPORARY && !read[written->value.index])
            changed |= drop_result(&r->code.at[n], &drop[n]);
    }
    return changed;
}

/* Does an instruction behind n, on the way that does not branch, read the local that n sets? */
static bool is_read_soon(const struct ir_routine *r, int n)
{
    enum { SOON = 24 };
    const struct ir_operand *local = ir_written(&r->code.at[n]);
    for (int m = n + 1; m < r->code.count && m < n + SOON; m++) {
        const struct ir_instruction *i = &r->code.at[m];
        for (int o = 0; o < i->operand_count; o++)
            if (ir_same_variable(&i->operands[o], local) && ir_reads_operand(i, o))
                return true;
        if (ir_ends(i) || ir_same_variable(ir_written(i), local))
            return false;
    }
    return false;
}

/* Is there a local that may not be read? To be sure takes longer. */
static bool may_have_dead_local(const struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++)
        if (ir_written(&r->code.at[n])->kind == OPERAND_LOCAL && !is_read_soon(r, n))
            return true;
    return false;
}

/* Locals that nobody reads before they are set again. */
static bool drop_locals(struct ir_program *p, struct ir_routine *r, bool *drop)
{
    const struct ir_blocks *b = blocks_find(p, r);
    struct ir_live live = live_find_some(p, r, b, 1);
    uint64_t set;
    bool changed = false;
    for (int block = 0; block < b->count; block++) {
        live_at_end(&live, b, block, &set);
        for (int n = b->at[block].end - 1; n >= b->at[block].first; n--) {
            const struct ir_operand *written = ir_written(&r->code.at[n]);
            if (!drop[n] && written->kind == OPERAND_LOCAL && !live_has(&set, written->value.index))
                changed |= drop_result(&r->code.at[n], &drop[n]);
            if (!drop[n])
                live_step_back(&live, &r->code.at[n], &set);
        }
    }
    return changed;
}

bool ir_dead(struct ir_program *p, struct ir_routine *r)
{
    bool *drop, changed;
    if (ir_is_by_hand(r))
        return false;
    drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    changed = drop_temporaries(p, r, drop);
    if (may_have_dead_local(r))
        changed |= drop_locals(p, r, drop);
    if (changed)
        blocks_drop(p, r, drop);
    return changed;
}
