/* Golmac: MIT licence, see LICENSE. */
/* Finds what nothing refers to. Strings and veneer routines that only unreachable code asked for are always left out,
   other routines with $OMIT_UNUSED_ROUTINES; $WARN_UNUSED_ROUTINES says which those are. Dictionary
   words stay: players can type them. */
#include "compiler/ir/program.h"

struct marking {
    struct ir_program *program;
    bool *routine, *string;
    VECTOR(int) work;            /* routines marked, not yet looked through */
};

static void mark_value(struct marking *m, struct ir_value v)
{
    if (v.kind == VALUE_STRING || v.kind == VALUE_LOW_STRING) {
        m->string[v.index] = true;
    } else if (v.kind == VALUE_ROUTINE && !m->routine[v.index]) {
        m->routine[v.index] = true;
        *vector_add(m->program->arena, &m->work) = v.index;
    }
}

static void mark_cells(struct marking *m, const struct ir_cells *c)
{
    for (int i = 0; i < c->list.count; i++)
        mark_value(m, c->list.at[i].value);
}

static void mark_tables(struct marking *m)
{
    const struct ir_program *p = m->program;
    for (int i = 0; i < p->globals.count; i++)
        mark_value(m, p->globals.at[i].initial);
    for (int i = 0; i < p->arrays.count; i++)
        for (int n = 0; n < p->arrays.at[i].values.count; n++)
            mark_value(m, p->arrays.at[i].values.at[n]);
    for (int i = 0; i < 64; i++)
        mark_value(m, p->property_defaults[i]);
    for (int i = 0; i < p->tables.count; i++)
        mark_cells(m, &p->tables.at[i].cells);
}

static void mark_objects(struct marking *m)
{
    for (int i = 0; i < m->program->objects.count; i++) {
        const struct ir_object *o = &m->program->objects.at[i];
        for (int k = 0; k < o->properties.count; k++)
            for (int n = 0; n < o->properties.at[k].values.count; n++)
                mark_value(m, o->properties.at[k].values.at[n]);
        mark_cells(m, &o->behind);
    }
}

static void mark_code(struct marking *m)
{
    while (m->work.count) {
        const struct ir_routine *r = m->program->routines.at[m->work.at[--m->work.count]];
        for (int i = 0; i < r->code.count; i++)
            for (int o = 0; o < r->code.at[i].operand_count; o++)
                if (r->code.at[i].operands[o].kind == OPERAND_VALUE)
                    mark_value(m, r->code.at[i].operands[o].value);
    }
}

static void mark_kept_routines(struct marking *m, bool all)
{
    mark_value(m, ir_reference(VALUE_ROUTINE, m->program->main));
    for (int i = 0; all && i < m->program->routines.count; i++)
        if (!m->program->routines.at[i]->veneer)
            mark_value(m, ir_reference(VALUE_ROUTINE, i));
    mark_tables(m);
    mark_objects(m);
    mark_code(m);
}

static struct marking mark_program(struct ir_program *p, bool all)
{
    struct marking m = { .program = p };
    m.routine = ARENA_ARRAY(p->arena, bool, p->routines.count + 1);
    m.string = ARENA_ARRAY(p->arena, bool, p->strings.count + 1);
    mark_kept_routines(&m, all);
    return m;
}

static void warn_unused(struct compiler *c, struct ir_program *p, int level)
{
    struct marking m = mark_program(p, false);
    for (int i = 0; i < p->routines.count; i++) {
        const struct ir_routine *r = p->routines.at[i];
        if (!m.routine[i] && !r->replaced && !r->veneer && r->at && (level > 1 || !r->system))
            diag(&c->diagnostics, DIAG_UNUSED_ROUTINE, r->at, r->name);
    }
}

const bool *program_used_routines(struct ir_program *p)
{
    return mark_program(p, false).routine;
}

void program_find_unused(struct compiler *c, struct ir_program *p)
{
    struct marking m = mark_program(p, c->options.setting[SETTING_OMIT_UNUSED_ROUTINES] == 0);
    for (int i = 0; i < p->routines.count; i++)
        p->routines.at[i]->live &= m.routine[i];
    for (int i = 0; i < p->strings.count; i++)
        p->strings.at[i].live &= m.string[i];
    if (c->options.setting[SETTING_WARN_UNUSED_ROUTINES])
        warn_unused(c, p, c->options.setting[SETTING_WARN_UNUSED_ROUTINES]);
}
