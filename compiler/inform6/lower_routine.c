/* Golmac: MIT licence, see LICENSE. */
/* Routines: their locals, their statements, and what they print of themselves when they are traced. */
#include "compiler/inform6/lower.h"

#include <string.h>

enum { MOST_ARGUMENTS = 7 };

static bool is_traced_by_switch(const struct lowering *l)
{
    const struct options *o = &l->f->c->options;
    int level = o->trace_calls > o->trace[TRACE_RUNTIME] ? o->trace_calls : o->trace[TRACE_RUNTIME];
    return level >= (l->routine->veneer ? 3 : l->routine->system ? 2 : 1);
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

/* -X: calls are told while Infix watches the routine, or the object that it belongs to. */
static void lower_watch(struct lowering *l)
{
    int skip = lower_new_label(l), number = table_infix_routine(l->f, l->routine->index);
    struct ir_operand byte = operand_new(l), bit = operand_new(l);
    if (l->routine->embedded) {
        emit_branch(l, OP_test_attr, skip, false, 2, operand_global(l, "self"), operand_number(0));
    } else {
        emit_store(l, OP_loadb, byte, 2, operand_system(SYSTEM_ROUTINE_FLAGS_ARRAY), operand_number(number / 8));
        emit_store(l, OP_and, bit, 2, byte, operand_number(1 << number % 8));
        emit_branch(l, OP_jz, skip, true, 1, bit);
    }
    lower_trace(l);
    emit_label(l, skip);
}

static void name_locals(struct ir_program *p, const struct routine *r, struct ir_routine *out)
{
    out->local_count = r->local_count < IR_MOST_LOCALS ? r->local_count : IR_MOST_LOCALS;
    out->local_names = ARENA_ARRAY(p->arena, const char *, out->local_count);
    for (int n = 0; n < out->local_count; n++)
        out->local_names[n] = r->locals[n]->text;
}

/* Code grows in the same room for every routine, so that only what is kept takes new memory. */
static void begin_code(struct front *f, struct ir_routine *out)
{
    out->code.at = f->draft.at;
    out->code.capacity = f->draft.capacity;
}

static void end_code(struct front *f, struct ir_routine *out)
{
    size_t size = sizeof out->code.at[0] * (size_t)out->code.count;
    f->draft.at = out->code.at;
    f->draft.capacity = out->code.capacity;
    out->code.at = arena_copy(f->program->arena, out->code.at, size);
    out->code.capacity = out->code.count;
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
    begin_code(f, out);
    if (!r->stub && is_traced_by_switch(&l))
        lower_trace(&l);
    else if (!r->stub && !r->veneer && f->c->options.setting[SETTING_INFIX])
        lower_watch(&l);
    else if (!r->stub && r->traced)
        lower_trace(&l);
    if (!r->doubtful)
        lower_body(&l, r);
    emit_return(&l, operand_number(!r->embedded));
    end_code(f, out);
}
