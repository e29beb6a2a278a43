/* Golmac: MIT licence, see LICENSE. */
/* Branches as short as they can be (Standard, section 4.7): all begin short, and those that do not reach are
   lengthened until all do. Lengths only grow, so this ends; what is left short is short in the best solution too. */
#include "compiler/zcode/back.h"

enum { SHORTEST = 2, SHORT_MOST = 63, LONG_LEAST = -8192, LONG_MOST = 8191 };

/* Bytes that a branch takes beyond a short one. */
static int extra(const struct machine_instruction *i)
{
    static const int bytes[] = { 0, 1, 3 };
    return bytes[i->reach];
}

static bool is_branch(const struct machine_instruction *i)
{
    return i->opcode && i->opcode->flags & OPCODE_BRANCHES && i->label >= 0;
}

static void place(struct machine_routine *m, int *label_at)
{
    int offset = 0;
    for (int i = 0; i < m->code.count; i++) {
        struct machine_instruction *a = &m->code.at[i];
        a->offset = offset;
        if (!a->opcode && a->from->operation == IR_LABEL)
            label_at[a->label] = offset;
        offset += a->length;
    }
}

static bool lengthen(struct machine_instruction *i, const int *label_at)
{
    int distance = label_at[i->label] - (i->offset + i->length) + 2, before = extra(i);
    if (i->reach == REACH_SHORT && (distance < SHORTEST || distance > SHORT_MOST))
        i->reach = REACH_LONG;
    if (i->reach == REACH_LONG && (distance < LONG_LEAST || distance > LONG_MOST))
        i->reach = REACH_FAR;
    i->length += extra(i) - before;
    return extra(i) != before;
}

void branch_relax(struct zcode *z, struct machine_routine *m)
{
    int *label_at = ARENA_ARRAY(&z->scratch, int, m->label_count + 1);
    bool changed = m->label_count > 0;
    for (int i = 0; i < m->code.count; i++)
        m->code.at[i].length = instruction_length(z, &m->code.at[i]);
    place(m, label_at);
    while (changed) {
        changed = false;
        for (int i = 0; i < m->code.count; i++)
            if (is_branch(&m->code.at[i]))
                changed |= lengthen(&m->code.at[i], label_at);
        if (changed)
            place(m, label_at);
    }
    for (int i = 0; i < m->code.count; i++)
        if (m->code.at[i].opcode && m->code.at[i].label >= 0)
            m->code.at[i].target = label_at[m->code.at[i].label];
}
