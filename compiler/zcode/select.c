/* Golmac: MIT licence, see LICENSE. */
/* From intermediate code to rows of the opcode table, one for one, save where a version has no row for the whole: a
   call whose result nobody wants, a text that is printed as a string. What could be shorter is the affair of ir/. */
#include "compiler/zcode/back.h"

static struct machine_instruction *add(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from,
                                       enum opcode_id id)
{
    struct machine_instruction *i = vector_add(&z->scratch, &m->code);
    *i = (struct machine_instruction){ .opcode = opcode_row(id), .from = from, .label = LABEL_NONE };
    return i;
}

static void take_operands(struct machine_instruction *i, const struct ir_instruction *from)
{
    i->operands = from->operands;
    i->operand_count = from->operand_count;
    i->store = from->store;
}

static enum opcode_id call_with_result(int version, int arguments)
{
    if (version <= 3)
        return OP_call;
    return arguments == 0 ? OP_call_1s : arguments == 1 ? OP_call_2s : arguments <= 3 ? OP_call_vs : OP_call_vs2;
}

static enum opcode_id call_without_result(int arguments)
{
    return arguments == 0 ? OP_call_1n : arguments == 1 ? OP_call_2n : arguments <= 3 ? OP_call_vn : OP_call_vn2;
}

static void select_call(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from)
{
    int arguments = from->operand_count - 1, most = z->version <= 3 ? 3 : 7;
    bool wanted = from->store.kind != OPERAND_NONE;
    struct machine_instruction *i;
    if (arguments > most) {
        diag(&z->c->diagnostics, DIAG_LIMIT, from->at, "arguments in a call", (long)arguments, z->version, (long)most);
        return;
    }
    i = add(z, m, from,
            wanted || z->version < 5 ? call_with_result(z->version, arguments) : call_without_result(arguments));
    take_operands(i, from);
    if (wanted || z->version >= 5)
        return;
    if (z->scratch_variable) {
        i->store = (struct ir_operand){ .kind = OPERAND_VALUE, .value = ir_number(z->scratch_variable) };
    } else {
        i->store = (struct ir_operand){ .kind = OPERAND_STACK };
        add(z, m, from, OP_pop);
    }
}

static void select_return(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from)
{
    const struct ir_operand *o = &from->operands[0];
    if (ir_is_number(o, 0))
        add(z, m, from, OP_rfalse);
    else if (ir_is_number(o, 1))
        add(z, m, from, OP_rtrue);
    else if (o->kind == OPERAND_STACK)
        add(z, m, from, OP_ret_popped);
    else
        take_operands(add(z, m, from, OP_ret), from);
}

static void select_print(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from)
{
    bool returns = from->operation == IR_PRINT_RETURN;
    struct encoded e = text_encode(z, from->text, TEXT_STRING);
    struct printed *p = printed_find(z, from->text);
    struct ir_operand *o;
    struct machine_instruction *i;
    if (!printed_is_string(z, p, e.length)) {
        add(z, m, from, returns ? OP_print_ret : OP_print)->text = e;
        return;
    }
    if (p->at < 0)
        p->at = text_place_string(z, e);
    o = ARENA_NEW(&z->scratch, struct ir_operand);
    o->kind = OPERAND_VALUE;
    o->value = (struct ir_value){ (enum ir_value_kind)VALUE_PACKED_STRING, 0, p->at };
    i = add(z, m, from, OP_print_paddr);
    i->operands = o;
    i->operand_count = 1;
    if (returns) {
        add(z, m, from, OP_new_line);
        add(z, m, from, OP_rtrue);
    }
}

static void select_opcode(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from)
{
    struct machine_instruction *i;
    if (from->opcode == opcode_row(OP_ret) && !from->by_hand) {
        select_return(z, m, from);
        return;
    }
    i = add(z, m, from, OP_nop);
    i->opcode = from->opcode;
    take_operands(i, from);
    i->label = from->label;
    i->branch_if = from->branch_if;
    if (from->opcode->flags & OPCODE_TEXT)
        i->text = text_encode(z, from->text, TEXT_STRING);
}

static void select_one(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from)
{
    struct machine_instruction *i;
    switch ((enum ir_operation)from->operation) {
    case IR_OPCODE: select_opcode(z, m, from); return;
    case IR_CALL: select_call(z, m, from); return;
    case IR_RETURN: select_return(z, m, from); return;
    case IR_NOT: take_operands(add(z, m, from, z->version < 5 ? OP_not_old : OP_not), from); return;
    case IR_PRINT: case IR_PRINT_RETURN: select_print(z, m, from); return;
    case IR_JUMP: add(z, m, from, OP_jump)->label = from->label; return;
    case IR_LABEL: case IR_BYTES: case IR_LINE:
        i = add(z, m, from, OP_nop);
        i->opcode = NULL;
        i->label = from->operation == IR_LABEL ? from->label : LABEL_NONE;
        return;
    }
}

struct machine_routine select_routine(struct zcode *z, const struct ir_routine *r)
{
    int room = r->code.count + r->code.count / 4 + 4;
    struct machine_routine m = {
        { ARENA_ARRAY(&z->scratch, struct machine_instruction, room), 0, room }, r->label_count
    };
    for (int i = 0; i < r->code.count; i++)
        select_one(z, &m, &r->code.at[i]);
    return m;
}
