/* Golmac: MIT licence, see LICENSE. */
/* Counting definitions and uses. */
#include "compiler/ir/values.h"

struct ir_value_uses *values_find(struct ir_program *p, const struct ir_routine *r)
{
    struct ir_value_uses *v = ARENA_ARRAY(&p->scratch, struct ir_value_uses, FIRST_TEMPORARY + r->temporary_count);
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        int written = live_variable(ir_written(i));
        v[written].definitions++;
        v[written].definition = n;
        for (int o = 0; o < i->operand_count; o++)
            if (ir_reads_operand(i, o))
                v[live_variable(&i->operands[o])].uses++;
    }
    return v;
}

int values_room(const struct ir_program *p, const struct ir_routine *r, const struct ir_value_uses *v)
{
    int room = IR_MOST_LOCALS - r->local_count;
    if (p->main >= 0 && p->routines.at[p->main] == r)
        return 0;
    for (int t = FIRST_TEMPORARY; t < FIRST_TEMPORARY + r->temporary_count; t++)
        if (v[t].uses > 1 || v[t].definitions > 1 || (v[t].definitions && !v[t].uses))
            room--;
    return room;
}

bool values_is_single(const struct ir_value_uses *v, const struct ir_operand *o)
{
    const struct ir_value_uses *of = &v[live_variable(o)];
    return o->kind == OPERAND_TEMPORARY && of->definitions == 1 && of->uses == 1;
}

void values_replace(struct ir_routine *r, int first, int end, const struct ir_operand *temporary, struct ir_operand by)
{
    for (int n = first; n < end; n++)
        for (int o = 0; o < r->code.at[n].operand_count; o++)
            if (ir_same_variable(&r->code.at[n].operands[o], temporary))
                r->code.at[n].operands[o] = by;
}
