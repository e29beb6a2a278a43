/* Golmac: MIT licence, see LICENSE. */
/* A call of a routine that does nothing but return a number, or what it is given, is that value. Libraries have many
   such routines: the entry points that a game leaves out. */
#include "compiler/ir/passes.h"

/* The first instruction, if it returns a value that the caller knows; NULL: the routine does more. */
static const struct ir_instruction *only_return(const struct ir_routine *r)
{
    const struct ir_instruction *i;
    int n = 0;
    while (n < r->code.count && ir_is_marker(&r->code.at[n]))
        n++;
    i = n < r->code.count ? &r->code.at[n] : NULL;
    if (!i || i->operation != IR_RETURN || i->by_hand || ir_is_opaque(r) || i->operands[0].indirect)
        return NULL;
    return i->operands[0].kind == OPERAND_VALUE || i->operands[0].kind == OPERAND_LOCAL ? i : NULL;
}

static bool uses_stack(const struct ir_instruction *i)
{
    bool uses = i->store.kind == OPERAND_STACK;
    for (int o = 0; o < i->operand_count; o++)
        uses |= i->operands[o].kind == OPERAND_STACK;
    return uses;
}

/* The value of `result`, as the routine returns it, in the call. A local that no argument sets is 0. */
static struct ir_operand value_of(const struct ir_instruction *call, const struct ir_operand *result)
{
    if (result->kind == OPERAND_VALUE)
        return *result;
    return result->value.index < call->operand_count ? call->operands[result->value.index] : ir_operand_number(0);
}

static bool replace(struct ir_program *p, struct ir_instruction *call)
{
    const struct ir_operand *to = call->operands;
    const struct ir_instruction *result;
    struct ir_operand operands[2];
    if (call->operation != IR_CALL || to->kind != OPERAND_VALUE || to->value.kind != VALUE_ROUTINE || to->value.offset
        || uses_stack(call))
        return false;
    result = only_return(p->routines.at[to->value.index]);
    if (!result)
        return false;
    p->routines.at[to->value.index]->replaced = true;
    operands[0] = call->store;
    operands[1] = value_of(call, &result->operands[0]);
    *call = (struct ir_instruction){ .operation = IR_OPCODE, .opcode = opcode_row(OP_store), .at = call->at,
                                     .label = LABEL_NONE, .operand_count = 2,
                                     .operands = arena_copy(p->arena, operands, sizeof operands) };
    return true;
}

void program_replace_calls(struct ir_program *p)
{
    for (int n = 0; n < p->routines.count; n++) {
        struct ir_routine *r = p->routines.at[n];
        struct arena_mark mark = arena_mark(&p->scratch);
        bool *drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
        if (ir_is_opaque(r))
            continue;
        for (int i = 0; i < r->code.count; i++)
            drop[i] = replace(p, &r->code.at[i]) && r->code.at[i].operands[0].kind == OPERAND_NONE;
        routine_drop(r, drop);
        arena_release(&p->scratch, mark);
    }
}
