/* Golmac: MIT licence, see LICENSE. */
/* Routines, and the tools with which all lowering makes operands and instructions. Code that control cannot
   reach is not even emitted, except for labels, after which it may be reached again. */
#include "compiler/inform6/lower.h"

#include <stdarg.h>
#include <string.h>

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

bool operand_is_number(struct ir_operand o, int n)
{
    return o.kind == OPERAND_VALUE && o.value.kind == VALUE_NUMBER && (o.value.offset & 0xFFFF) == (n & 0xFFFF);
}

bool operand_is_variable(struct ir_operand o)
{
    return o.kind == OPERAND_LOCAL || o.kind == OPERAND_GLOBAL;
}

bool operand_same(struct ir_operand a, struct ir_operand b)
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

/* Routines */

enum { MOST_ARGUMENTS = 7 };

static bool is_traced(const struct lowering *l)
{
    const struct options *o = &l->f->c->options;
    int level = o->trace_calls > o->trace[TRACE_RUNTIME] ? o->trace_calls : o->trace[TRACE_RUNTIME];
    if (l->routine->stub)
        return false;
    if (l->routine->veneer)
        return level >= 3;
    return l->routine->traced || level >= (l->routine->system ? 2 : 1);
}

/* -g and [ Name *: each call says the routine's name and its arguments; from version 5 only those that were given. */
static void lower_trace(struct lowering *l)
{
    const struct routine *r = l->routine;
    struct arena *a = l->f->program->arena;
    const char *opening = arena_format(a, "[ %s(", r->name->text);
    int end = lower_new_label(l);
    emit_print(l, literal_text(l->f, opening, (int)strlen(opening), r->at));
    for (int n = 0; n < r->local_count && n < MOST_ARGUMENTS; n++) {
        const char *name = arena_format(a, "%s%s = ", n ? ", " : "", r->locals[n]->text);
        if (lower_version(l) >= 5)
            emit_branch(l, OP_check_arg_count, end, false, 1, operand_number(n + 1));
        emit_print(l, literal_text(l->f, name, (int)strlen(name), r->at));
        emit_opcode(l, OP_print_num, 1, (struct ir_operand){ .kind = OPERAND_LOCAL, .value = { .index = n + 1 } });
    }
    emit_label(l, end);
    emit_print(l, literal_text(l->f, ") ]^", 4, r->at));
}

static void name_locals(struct ir_program *p, const struct routine *r, struct ir_routine *out)
{
    out->local_count = r->local_count < IR_MOST_LOCALS ? r->local_count : IR_MOST_LOCALS;
    out->local_names = ARENA_ARRAY(p->arena, const char *, out->local_count);
    for (int n = 0; n < out->local_count; n++)
        out->local_names[n] = r->locals[n]->text;
}

void lower_routine(struct front *f, const struct routine *r)
{
    struct ir_routine *out = f->program->routines.at[r->index];
    struct lowering l = { .f = f, .out = out, .routine = r, .break_label = LABEL_NONE, .continue_label = LABEL_NONE };
    out->at = r->at;
    out->end = r->end;
    out->system = r->system;
    out->veneer = r->veneer;
    out->embedded = r->embedded;
    out->label_count = r->label_count;
    l.reachable = true;
    l.at = r->at;
    name_locals(f->program, r, out);
    if (is_traced(&l))
        lower_trace(&l);
    lower_body(&l, r);
    emit_return(&l, operand_number(!r->embedded));
}
