/* Golmac: MIT licence, see LICENSE. */
/* Rows that do the same and are shorter: inc and dec, jz. */
#include "compiler/ir/passes.h"

static void become(struct ir_program *p, struct ir_instruction *i, enum opcode_id id, struct ir_operand operand)
{
    i->opcode = opcode_row(id);
    i->operands = arena_copy(p->arena, &operand, sizeof operand);
    i->operand_count = 1;
}

/* je x 0, je 0 x. */
static bool shorten_compare(struct ir_program *p, struct ir_instruction *i)
{
    int zero = ir_is_number(&i->operands[1], 0) ? 1 : ir_is_number(&i->operands[0], 0) ? 0 : -1;
    if (zero < 0)
        return false;
    become(p, i, OP_jz, i->operands[1 - zero]);
    return true;
}

/* add x 1 -> x, and the like. */
static bool shorten_sum(struct ir_program *p, struct ir_instruction *i)
{
    bool adds = i->opcode == opcode_row(OP_add);
    int variable = adds && i->operands[0].kind == OPERAND_VALUE ? 1 : 0;
    const struct ir_operand *by = &i->operands[1 - variable];
    if (!ir_same_variable(&i->operands[variable], &i->store) || (!ir_is_number(by, 1) && !ir_is_number(by, -1)))
        return false;
    become(p, i, adds == ir_is_number(by, 1) ? OP_inc : OP_dec, i->store);
    i->store.kind = OPERAND_NONE;
    return true;
}

bool ir_step(struct ir_program *p, struct ir_routine *r)
{
    bool changed = false;
    for (int n = 0; n < r->code.count; n++) {
        struct ir_instruction *i = &r->code.at[n];
        if (ir_is_row(i, OP_je) && i->operand_count == 2)
            changed |= shorten_compare(p, i);
        else if (ir_is_row(i, OP_add) || ir_is_row(i, OP_sub))
            changed |= shorten_sum(p, i);
    }
    return changed;
}
