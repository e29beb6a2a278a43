/* Golmac: MIT licence, see LICENSE. */
/* Globals that a routine keeps as its callers left them: it puts their values on the stack where it begins, and takes
   them back wherever it returns. */
#include "compiler/ir/passes.h"

struct guarding {
    struct ir_program *p;
    struct ir_routine *r;
    const struct ir_guard *g;
    int returns[2];              /* labels of a return of false and of true, wanted by branches; LABEL_NONE: not */
};

static struct ir_operand global(int index)
{
    return (struct ir_operand){ .kind = OPERAND_GLOBAL, .value = { .index = index } };
}

static void add_row(struct guarding *g, enum opcode_id id, int count, struct ir_operand a, struct ir_operand b)
{
    struct ir_instruction *i = routine_add(g->p, g->r, IR_OPCODE, count);
    i->opcode = opcode_row(id);
    if (count > 0)
        i->operands[0] = a;
    if (count > 1)
        i->operands[1] = b;
}

static void add_begin(struct guarding *g)
{
    for (int k = 0; k < g->g->count; k++)
        add_row(g, OP_push, 1, global(g->g->globals[k]), global(0));
}

static bool is_guarded(const struct guarding *g, const struct ir_operand *o)
{
    bool guarded = o->kind == OPERAND_STACK;
    for (int k = 0; k < g->g->count; k++)
        guarded |= o->kind == OPERAND_GLOBAL && o->value.index == g->g->globals[k];
    return guarded;
}

/* The value that is returned may lie where the others are put back. */
static void add_return(struct guarding *g, struct ir_operand value)
{
    if (is_guarded(g, &value)) {
        add_row(g, OP_store, 2, global(g->g->free), value);
        value = global(g->g->free);
    }
    for (int k = g->g->count - 1; k >= 0; k--)
        add_row(g, OP_store, 2, global(g->g->globals[k]), (struct ir_operand){ .kind = OPERAND_STACK });
    routine_add(g->p, g->r, IR_RETURN, 1)->operands[0] = value;
}

static int label_of_return(struct guarding *g, bool truth)
{
    if (g->returns[truth] == LABEL_NONE)
        g->returns[truth] = routine_new_label(g->r);
    return g->returns[truth];
}

static void add(struct guarding *g, struct ir_instruction i)
{
    if (i.operation == IR_RETURN) {
        add_return(g, i.operands[0]);
        return;
    }
    if (i.label == LABEL_RETURN_FALSE || i.label == LABEL_RETURN_TRUE)
        i.label = label_of_return(g, i.label == LABEL_RETURN_TRUE);
    if (i.operation != IR_PRINT_RETURN) {
        *vector_add(g->p->arena, &g->r->code) = i;
        return;
    }
    i.operation = IR_PRINT;
    *vector_add(g->p->arena, &g->r->code) = i;
    add_row(g, OP_new_line, 0, global(0), global(0));
    add_return(g, ir_operand_number(1));
}

/* Assembly that returns takes the value from the stack, or stands where nothing may be put before it. */
bool ir_may_guard(const struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        if (i->by_hand && i->operation == IR_OPCODE && i->opcode->flags & OPCODE_ENDS && i->label == LABEL_NONE
            && opcode_id(i->opcode) != OP_quit && opcode_id(i->opcode) != OP_restart)
            return false;
    }
    return !r->stack_by_hand && !ir_is_opaque(r);
}

void ir_guard(struct ir_program *p, struct ir_routine *r, const struct ir_guard *guard)
{
    struct guarding g = { p, r, guard, { LABEL_NONE, LABEL_NONE } };
    struct ir_routine old = *r;
    r->code.at = NULL;
    r->code.count = r->code.capacity = 0;
    add_begin(&g);
    for (int n = 0; n < old.code.count; n++)
        add(&g, old.code.at[n]);
    for (int truth = 0; truth < 2; truth++) {
        if (g.returns[truth] == LABEL_NONE)
            continue;
        routine_add(p, r, IR_LABEL, 0)->label = g.returns[truth];
        add_return(&g, ir_operand_number(truth));
    }
}
