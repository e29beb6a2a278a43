/* Golmac: MIT licence, see LICENSE. */
/* Assembly statements: one instruction, kept as it was written. */
#include "compiler/inform6/lower.h"

static struct ir_operand assembly_operand(struct lowering *l, const struct asm_operand *a)
{
    struct ir_operand o;
    if (a->mode == ASM_STACK || (a->mode == ASM_INDIRECT && !a->value)) {
        l->out->stack_by_hand = true;
        o = (struct ir_operand){ .kind = OPERAND_STACK };
    } else {
        o = a->value->constant.kind != VALUE_NONE ? operand_value(a->value->constant)
            : lower_is_variable(a->value) ? lower_lvalue(l, a->value) : operand_number(0);
    }
    o.indirect = a->mode == ASM_INDIRECT;
    return o;
}

static int operand_total(const struct asm_operand *a)
{
    int count = 0;
    for (; a && count < IR_MOST_OPERANDS; a = a->next)
        count++;
    return count;
}

static int branch_label(const struct lowering *l, const struct assembly *a)
{
    if (a->branch_returns)
        return a->branch_returns > 0 ? LABEL_RETURN_TRUE : LABEL_RETURN_FALSE;
    return a->branch ? l->first_label + a->branch->number : LABEL_NONE;
}

static void lower_bytes(struct lowering *l, const struct asm_operand *first)
{
    struct ir_instruction *i = emit(l, IR_BYTES, 0);
    uint32_t *units;
    int count = 0;
    for (const struct asm_operand *o = first; o; o = o->next)
        count++;
    units = ARENA_ARRAY(l->f->program->arena, uint32_t, count);
    i->text = (struct text){ units, count };
    i->by_hand = true;
    for (const struct asm_operand *o = first; o; o = o->next)
        *units++ = (uint32_t)o->value->constant.offset & 0xFF;
}

static void lower_words(struct lowering *l, const struct asm_operand *first)
{
    for (const struct asm_operand *o = first; o; o = o->next) {
        struct ir_instruction *i = emit(l, IR_BYTES, 1);
        i->by_hand = true;
        i->operands[0] = operand_value(o->value->constant);
    }
}

void lower_assembly(struct lowering *l, const struct stmt *s)
{
    const struct assembly *a = s->assembly;
    struct ir_instruction *i;
    int count = operand_total(a->operands);
    const struct asm_operand *o = a->operands;
    if (!a->opcode) {
        l->out->stack_by_hand = true;
        if (a->words)
            lower_words(l, a->operands);
        else
            lower_bytes(l, a->operands);
        return;
    }
    if (a->target && (a->opcode->flags & OPCODE_LABEL)) {
        emit_jump(l, l->first_label + a->target->number);
        return;
    }
    i = emit(l, IR_OPCODE, count);
    i->opcode = a->opcode;
    i->by_hand = true;
    for (int n = 0; n < count; n++, o = o->next)
        i->operands[n] = assembly_operand(l, o);
    if (a->store)
        i->store = assembly_operand(l, a->store);
    if (a->branches) {
        i->label = branch_label(l, a);
        i->branch_if = !a->negated;
    }
    if (a->text)
        i->text = literal_text(l->f, a->text, a->length, s->at);
    if (a->opcode->flags & OPCODE_ENDS)
        l->reachable = false;
}
