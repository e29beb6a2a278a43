/* Golmac: MIT licence, see LICENSE. */
/* Where control goes from one instruction to another: a jump to a jump goes there at once, a jump to a return
   returns, a branch over a jump is the opposite branch, and what leads to the next instruction anyway goes. Where
   statements begin makes no difference. */
#include "compiler/ir/passes.h"

#include <string.h>

struct threading {
    struct ir_program *p;
    struct ir_routine *r;
    int *place, *uses;           /* by label: its index in the code, how many go there */
    bool *drop;                  /* by instruction */
    int *going;                  /* the instructions that go to labels, going_count of them: all else is passed over */
    int going_count;
    bool patient, waits;         /* branches that may soon be turned are left alone; some are */
    bool changed;
};

static void find_labels(struct threading *t)
{
    memset(t->uses, 0, sizeof *t->uses * (size_t)t->r->label_count);
    t->going_count = 0;
    for (int i = 0; i < t->r->code.count; i++) {
        if (t->r->code.at[i].operation == IR_LABEL)
            t->place[t->r->code.at[i].label] = i;
        if (!ir_goes_to_label(&t->r->code.at[i]))
            continue;
        t->uses[t->r->code.at[i].label]++;
        t->going[t->going_count++] = i;
    }
}

/* The first instruction behind this label that does something; NULL when there is none. */
static const struct ir_instruction *target_of(const struct threading *t, int label)
{
    int i = t->place[label];
    while (i < t->r->code.count && ir_is_marker(&t->r->code.at[i]))
        i++;
    return i < t->r->code.count ? &t->r->code.at[i] : NULL;
}

/* Where a branch or jump to this label ends up after all jumps to jumps; a circle of jumps is cut short. */
static int final_label(const struct threading *t, int label)
{
    for (int steps = 0; steps < 100; steps++) {
        const struct ir_instruction *to = target_of(t, label);
        if (!to || to->operation != IR_JUMP || to->label == label)
            break;
        label = to->label;
    }
    return label;
}

static void retarget(struct threading *t, struct ir_instruction *i)
{
    int label = final_label(t, i->label);
    const struct ir_instruction *to = target_of(t, label);
    if (i->operation == IR_OPCODE && to && ir_returns_number(to, 0))
        label = LABEL_RETURN_FALSE;
    else if (i->operation == IR_OPCODE && to && ir_returns_number(to, 1))
        label = LABEL_RETURN_TRUE;
    t->changed |= label != i->label;
    i->label = label;
}

/* A jump to a return returns: unless the value lies on the machine's stack, where it would have to be each time. */
static void return_at_once(struct threading *t, struct ir_instruction *i)
{
    const struct ir_instruction *to = target_of(t, i->label);
    if (!to || to->operation != IR_RETURN || to->by_hand || to->operands[0].kind == OPERAND_STACK)
        return;
    i->operation = IR_RETURN;
    i->label = LABEL_NONE;
    i->operand_count = 1;
    i->operands = arena_copy(t->p->arena, to->operands, sizeof to->operands[0]);
    t->changed = true;
}

/* A branch over one jump or return, with labels between that something still uses. */
static bool may_be_turned(const struct threading *t, int i)
{
    int j = i + 1;
    while (j < t->r->code.count && ir_is_marker(&t->r->code.at[j]))
        j++;
    return t->r->code.at[i].operation == IR_OPCODE && j < t->r->code.count
        && (t->r->code.at[j].operation == IR_JUMP || t->r->code.at[j].operation == IR_RETURN)
        && routine_leads_to(t->r, j + 1, t->r->code.at[i].label);
}

static void retarget_all(struct threading *t)
{
    for (int k = 0; k < t->going_count; k++) {
        int i = t->going[k];
        if (t->drop[i] || t->r->code.at[i].by_hand || !ir_goes_to_label(&t->r->code.at[i]))
            continue;            /* drop_idle_jumps may have made it return */
        if (t->patient && may_be_turned(t, i))
            t->waits = true;
        else
            retarget(t, &t->r->code.at[i]);
    }
}

static void return_all(struct threading *t)
{
    for (int k = 0; k < t->going_count; k++)
        if (t->r->code.at[t->going[k]].operation == IR_JUMP && !t->r->code.at[t->going[k]].by_hand)
            return_at_once(t, &t->r->code.at[t->going[k]]);
}

/* Control comes to what stands here from above alone. */
static bool is_passed(const struct threading *t, const struct ir_instruction *i)
{
    return i->operation == IR_LINE || (i->operation == IR_LABEL && !t->uses[i->label]);
}

/* branch L1; jump L2; L1:  and  branch L1; return 0 or 1; L1: */
static void invert_over_jump(struct threading *t, int i)
{
    struct ir_instruction *in = &t->r->code.at[i];
    int j = i + 1, label;
    while (j < t->r->code.count && is_passed(t, &t->r->code.at[j]))
        j++;
    if (j >= t->r->code.count || in->by_hand || !ir_goes_to_label(in) || in->operation != IR_OPCODE
        || !routine_leads_to(t->r, j + 1, in->label))
        return;
    if (t->r->code.at[j].operation == IR_JUMP)
        label = t->r->code.at[j].label;
    else if (ir_returns_number(&t->r->code.at[j], 0))
        label = LABEL_RETURN_FALSE;
    else if (ir_returns_number(&t->r->code.at[j], 1))
        label = LABEL_RETURN_TRUE;
    else
        return;
    in->label = label;
    in->branch_if = !in->branch_if;
    t->drop[j] = t->changed = true;
}

/* A test whose both ways are one, and that does nothing else. */
static bool is_idle_branch(const struct ir_instruction *i)
{
    if (i->operation != IR_OPCODE || i->by_hand || !(i->opcode->flags & OPCODE_BRANCHES)
        || (ir_effects(i) & ~(EFFECT_READS | EFFECT_FAULTS)) || ir_written(i)->kind != OPERAND_NONE)
        return false;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK)
            return false;
    return i->operand_count > 0;
}

static void drop_idle_jumps(struct threading *t)
{
    for (int k = 0; k < t->going_count; k++) {
        int i = t->going[k];
        struct ir_instruction *in = &t->r->code.at[i];
        if (t->drop[i] || in->by_hand)
            continue;
        if (routine_leads_to(t->r, i + 1, in->label) && (in->operation == IR_JUMP || is_idle_branch(in)))
            t->drop[i] = t->changed = true;
        else
            invert_over_jump(t, i);
    }
}

/* Branches over jumps are turned first: a jump that has become a return is only good for returning. */
static bool thread_once(struct threading *t)
{
    t->changed = t->waits = false;
    memset(t->drop, 0, sizeof *t->drop * (size_t)t->r->code.count);
    find_labels(t);
    drop_idle_jumps(t);
    retarget_all(t);
    if (t->changed)
        routine_drop(t->r, t->drop);
    else if (!t->waits)
        return_all(t);
    return t->changed;
}

bool ir_thread(struct ir_program *p, struct ir_routine *r)
{
    enum { MOST_ROUNDS = 20 };
    struct threading t = { .p = p, .r = r };
    bool changed = false;
    if (!r->label_count)
        return false;
    t.place = ARENA_ARRAY(&p->scratch, int, r->label_count);
    t.uses = ARENA_ARRAY(&p->scratch, int, r->label_count);
    t.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    t.going = ARENA_ARRAY(&p->scratch, int, r->code.count);
    t.patient = true;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        if (thread_once(&t))
            changed = true;
        else if (t.waits)
            t.patient = false;
        else
            break;
    }
    return changed;
}
