/* Golmac: MIT licence, see LICENSE. */
/* The tools with which all lowering makes operands and instructions. Code that control cannot reach is not even
   emitted, except for labels, after which it may be reached again. */
#include "compiler/inform6/lower.h"

#include <stdarg.h>

/* Operands */

struct ir_operand operand_value(struct ir_value v)
{
    return (struct ir_operand){ .kind = OPERAND_VALUE, .value = v };
}

struct ir_operand operand_number(int n)
{
    return operand_value(ir_number(n));
}

struct ir_operand operand_none(void)
{
    return (struct ir_operand){ .kind = OPERAND_NONE };
}

struct ir_operand operand_system(enum system_constant s)
{
    return operand_value(ir_reference(VALUE_LATER, (int)s));
}

struct ir_operand operand_veneer(struct lowering *l, enum veneer id)
{
    return operand_value(veneer_require(l->f, id));
}

struct ir_operand operand_global(struct lowering *l, const char *name)
{
    const struct name *n = names_find(&l->f->c->names, name);
    struct ir_operand o = { .kind = OPERAND_GLOBAL };
    o.value.index = n && n->symbol ? n->symbol->index : 0;
    return o;
}

struct ir_operand operand_new(struct lowering *l)
{
    return routine_new_temporary(l->out);
}

bool operand_is_variable(struct ir_operand o)
{
    return o.kind == OPERAND_LOCAL || o.kind == OPERAND_GLOBAL;
}

static bool operand_same(struct ir_operand a, struct ir_operand b)
{
    return operand_is_variable(a) && a.kind == b.kind && a.value.index == b.value.index;
}

/* Instructions */

int lower_version(const struct lowering *l)
{
    return l->f->program->version;
}

bool lower_is_strict(const struct lowering *l)
{
    return l->f->c->options.setting[SETTING_STRICT_MODE] != 0 && !l->routine->veneer && lower_version(l) >= 5;
}

int lower_new_label(struct lowering *l)
{
    return routine_new_label(l->out);
}

struct ir_instruction *emit(struct lowering *l, enum ir_operation operation, int operand_count)
{
    struct ir_instruction *i = routine_add(l->f->program, l->out, operation, operand_count);
    i->at = l->at;
    if (!l->reachable && operation != IR_LABEL)
        l->out->code.count--;
    return i;
}

static void fill_operands(struct ir_instruction *i, int count, va_list arguments)
{
    for (int n = 0; n < count; n++)
        i->operands[n] = va_arg(arguments, struct ir_operand);
}

static struct ir_instruction *emit_row(struct lowering *l, enum opcode_id id, int count, va_list arguments)
{
    struct ir_instruction *i = emit(l, IR_OPCODE, count);
    i->opcode = opcode_row(id);
    fill_operands(i, count, arguments);
    if (i->opcode->flags & OPCODE_ENDS)
        l->reachable = false;
    return i;
}

struct ir_instruction *emit_opcode(struct lowering *l, enum opcode_id id, int count, ...)
{
    va_list arguments;
    struct ir_instruction *i;
    va_start(arguments, count);
    i = emit_row(l, id, count, arguments);
    va_end(arguments);
    return i;
}

void emit_store(struct lowering *l, enum opcode_id id, struct ir_operand store, int count, ...)
{
    va_list arguments;
    va_start(arguments, count);
    emit_row(l, id, count, arguments)->store = store;
    va_end(arguments);
}

void emit_branch(struct lowering *l, enum opcode_id id, int label, bool branch_if, int count, ...)
{
    va_list arguments;
    struct ir_instruction *i;
    va_start(arguments, count);
    i = emit_row(l, id, count, arguments);
    va_end(arguments);
    i->label = label;
    i->branch_if = branch_if;
}

void emit_call(struct lowering *l, struct ir_operand store, int count, ...)
{
    va_list arguments;
    struct ir_instruction *i = emit(l, IR_CALL, count);
    va_start(arguments, count);
    fill_operands(i, count, arguments);
    va_end(arguments);
    i->store = store;
}

void emit_label(struct lowering *l, int label)
{
    emit(l, IR_LABEL, 0)->label = label;
    l->reachable = true;
}

void emit_return(struct lowering *l, struct ir_operand value)
{
    emit(l, IR_RETURN, 1)->operands[0] = value;
    l->reachable = false;
}

void emit_jump(struct lowering *l, int label)
{
    if (label == LABEL_RETURN_FALSE || label == LABEL_RETURN_TRUE) {
        emit_return(l, operand_number(label == LABEL_RETURN_TRUE));
        return;
    }
    emit(l, IR_JUMP, 0)->label = label;
    l->reachable = false;
}

void emit_move(struct lowering *l, struct ir_operand to, struct ir_operand from)
{
    if (to.kind != OPERAND_NONE && !operand_same(to, from))
        emit_opcode(l, OP_store, 2, to, from);
}

void emit_print(struct lowering *l, struct text t)
{
    if (t.length)
        emit(l, IR_PRINT, 0)->text = t;
}
