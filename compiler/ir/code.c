/* Golmac: MIT licence, see LICENSE. */
/* What every pass asks of an instruction. */
#include "compiler/ir/code.h"

bool ir_ends(const struct ir_instruction *i)
{
    return i->operation == IR_RETURN || i->operation == IR_PRINT_RETURN || i->operation == IR_JUMP
        || (i->operation == IR_OPCODE && (i->opcode->flags & OPCODE_ENDS));
}

bool ir_goes_to_label(const struct ir_instruction *i)
{
    return i->label >= 0 && i->operation != IR_LABEL;
}

bool ir_is_marker(const struct ir_instruction *i)
{
    return i->operation == IR_LABEL || i->operation == IR_LINE;
}

bool ir_is_row(const struct ir_instruction *i, enum opcode_id id)
{
    return i->operation == IR_OPCODE && i->opcode == opcode_row(id) && !i->by_hand;
}

struct ir_operand ir_operand_number(int n)
{
    return (struct ir_operand){ .kind = OPERAND_VALUE, .value = ir_number(n) };
}

bool ir_is_number(const struct ir_operand *o, int n)
{
    return o->kind == OPERAND_VALUE && o->value.kind == VALUE_NUMBER && ((o->value.offset ^ n) & 0xFFFF) == 0;
}

bool ir_is_variable(const struct ir_operand *o)
{
    return o->kind == OPERAND_LOCAL || o->kind == OPERAND_GLOBAL || o->kind == OPERAND_TEMPORARY;
}

bool ir_same_variable(const struct ir_operand *a, const struct ir_operand *b)
{
    return ir_is_variable(a) && a->kind == b->kind && a->value.index == b->value.index;
}

bool ir_same_operand(const struct ir_operand *a, const struct ir_operand *b)
{
    if (a->kind != OPERAND_VALUE || b->kind != OPERAND_VALUE)
        return ir_same_variable(a, b);
    return a->value.kind == b->value.kind && a->value.index == b->value.index
        && ((a->value.offset ^ b->value.offset) & 0xFFFF) == 0;
}

bool ir_returns_number(const struct ir_instruction *i, int n)
{
    return i->operation == IR_RETURN && ir_is_number(&i->operands[0], n);
}

bool ir_is_opaque(const struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        if (i->operation == IR_BYTES || (i->by_hand && i->operation == IR_OPCODE && i->label == LABEL_NONE
                                         && (i->opcode->flags & (OPCODE_BRANCHES | OPCODE_LABEL))))
            return true;
    }
    return false;
}

static bool names_unknown_variable(const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].indirect)
            return true;
    return i->operation == IR_OPCODE && i->opcode->flags & OPCODE_VARIABLE && i->operand_count
        && !ir_is_variable(&i->operands[0]);
}

bool ir_is_by_hand(const struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++)
        if (r->code.at[n].by_hand && names_unknown_variable(&r->code.at[n]))
            return true;
    return r->stack_by_hand;
}

bool ir_names_variable(const struct ir_instruction *i)
{
    return i->operation == IR_OPCODE && i->opcode->flags & OPCODE_VARIABLE && i->operand_count
        && !i->operands[0].indirect;
}

bool ir_reads_operand(const struct ir_instruction *i, int operand)
{
    return operand > 0 || !ir_names_variable(i)
        || (i->opcode != opcode_row(OP_store) && i->opcode != opcode_row(OP_pull));
}

const struct ir_operand *ir_written(const struct ir_instruction *i)
{
    static const struct ir_operand none = { .kind = OPERAND_NONE };
    if (i->store.kind != OPERAND_NONE)
        return &i->store;
    return ir_names_variable(i) && i->opcode != opcode_row(OP_load) ? &i->operands[0] : &none;
}

int ir_effects(const struct ir_instruction *i)
{
    static const uint16_t effects[OPCODE_COUNT] = {
#define EFFECT(id, effects) [OP_##id] = effects,
#include "compiler/ir/effects.def"
#undef EFFECT
    };
    int id;
    switch ((enum ir_operation)i->operation) {
    case IR_OPCODE:
        id = opcode_id(i->opcode);
        return id >= 0 ? effects[id] : EFFECT_ALL;
    case IR_CALL: return EFFECT_CALLS;
    case IR_PRINT: case IR_PRINT_RETURN: return EFFECT_WRITES_BYTES | EFFECT_OUTSIDE;
    case IR_BYTES: return EFFECT_ALL;
    default: return 0;
    }
}
