/* Golmac: MIT licence, see LICENSE. */
/* Tidies each routine's code: jumps to jumps and to returns, branches round jumps, code that control never
   reaches, texts printed one after the other. Repeats until nothing changes. A routine whose assembly
   jumps by hand-made offsets is left alone. Where statements begin makes no difference. */
#include "compiler/ir/program.h"

#include <string.h>

struct tidy {
    struct ir_program *program;
    struct ir_routine *r;
    int *place;                  /* by label: its index in the code */
    int *uses;                   /* by label: how many refer to it */
    bool *keep;                  /* by instruction */
    bool strip;                  /* code that is not reached goes */
    bool changed;
};

static bool has_label(const struct ir_instruction *i)
{
    return i->label >= 0 && i->operation != IR_LABEL;
}

static bool ends(const struct ir_instruction *i)
{
    return i->operation == IR_RETURN || i->operation == IR_PRINT_RETURN || i->operation == IR_JUMP
        || (i->operation == IR_OPCODE && (i->opcode->flags & OPCODE_ENDS));
}

static bool is_marker(const struct ir_instruction *i)
{
    return i->operation == IR_LABEL || i->operation == IR_LINE;
}

/* Offsets written by hand: nobody knows where they lead. */
static bool is_opaque(const struct ir_instruction *i)
{
    if (i->operation == IR_BYTES)
        return true;
    return i->by_hand && i->operation == IR_OPCODE && i->label == LABEL_NONE
        && (i->opcode->flags & (OPCODE_BRANCHES | OPCODE_LABEL));
}

static void find_labels(struct tidy *t)
{
    memset(t->uses, 0, sizeof *t->uses * (size_t)t->r->label_count);
    for (int i = 0; i < t->r->code.count; i++) {
        const struct ir_instruction *in = &t->r->code.at[i];
        if (in->operation == IR_LABEL)
            t->place[in->label] = i;
        else if (has_label(in))
            t->uses[in->label]++;
    }
}

/* The first instruction at or after i that does something; count when there is none. */
static int next_real(const struct tidy *t, int i)
{
    while (i < t->r->code.count && is_marker(&t->r->code.at[i]))
        i++;
    return i;
}

static const struct ir_instruction *target_of(const struct tidy *t, int label)
{
    int i = next_real(t, t->place[label]);
    return i < t->r->code.count ? &t->r->code.at[i] : NULL;
}

static bool returns_number(const struct ir_instruction *i, int n)
{
    return i->operation == IR_RETURN && i->operands[0].kind == OPERAND_VALUE
        && i->operands[0].value.kind == VALUE_NUMBER
        && ((i->operands[0].value.offset ^ n) & 0xFFFF) == 0;
}

/* Where a branch or jump to this label ends up after all jumps to jumps; a circle of jumps is cut short. */
static int final_label(const struct tidy *t, int label)
{
    for (int steps = 0; steps < 32; steps++) {
        const struct ir_instruction *to = target_of(t, label);
        if (!to || to->operation != IR_JUMP || to->label == label)
            break;
        label = to->label;
    }
    return label;
}

static void retarget(struct tidy *t, struct ir_instruction *i)
{
    int label = final_label(t, i->label);
    const struct ir_instruction *to = target_of(t, label);
    if (i->operation == IR_OPCODE && to && returns_number(to, 0))
        label = LABEL_RETURN_FALSE;
    else if (i->operation == IR_OPCODE && to && returns_number(to, 1))
        label = LABEL_RETURN_TRUE;
    t->changed |= label != i->label;
    i->label = label;
}

/* A jump to a return returns. The value must not be on the stack: its depth is the same, but say it simply. */
static void return_at_once(struct tidy *t, struct ir_instruction *i)
{
    const struct ir_instruction *to = target_of(t, i->label);
    if (!to || to->operation != IR_RETURN || to->by_hand)
        return;
    i->operation = IR_RETURN;
    i->label = LABEL_NONE;
    i->operand_count = 1;
    i->operands = to->operands;
    t->changed = true;
}

static void thread_jumps(struct tidy *t)
{
    for (int i = 0; i < t->r->code.count; i++) {
        struct ir_instruction *in = &t->r->code.at[i];
        if (!has_label(in) || in->by_hand)
            continue;
        retarget(t, in);
        if (in->operation == IR_JUMP)
            return_at_once(t, in);
    }
}

static bool leads_to(const struct tidy *t, int from, int label)
{
    for (; from < t->r->code.count && is_marker(&t->r->code.at[from]); from++)
        if (t->r->code.at[from].operation == IR_LABEL && t->r->code.at[from].label == label)
            return true;
    return false;
}

/* branch L1; jump L2; L1:  and  branch L1; return 0 or 1; L1: */
static void invert_over_jump(struct tidy *t, int i)
{
    struct ir_instruction *in = &t->r->code.at[i];
    int j = i + 1, label;
    while (j < t->r->code.count && t->r->code.at[j].operation == IR_LINE)
        j++;
    if (j >= t->r->code.count || in->by_hand || !has_label(in) || in->operation != IR_OPCODE
        || !leads_to(t, j + 1, in->label))
        return;
    if (t->r->code.at[j].operation == IR_JUMP)
        label = t->r->code.at[j].label;
    else if (returns_number(&t->r->code.at[j], 0))
        label = LABEL_RETURN_FALSE;
    else if (returns_number(&t->r->code.at[j], 1))
        label = LABEL_RETURN_TRUE;
    else
        return;
    in->label = label;
    in->branch_if = !in->branch_if;
    t->keep[j] = false;
    t->changed = true;
}

/* A test whose both ways are one, and that does nothing else. */
static bool is_idle_branch(const struct ir_instruction *i)
{
    if (i->operation != IR_OPCODE || i->by_hand || (i->opcode->flags & (OPCODE_STORES | OPCODE_VARIABLE))
        || i->opcode->operands > OPCODE_2OP)
        return false;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_STACK)
            return false;
    return (i->opcode->flags & OPCODE_BRANCHES) && i->operand_count;
}

static void drop_idle_jumps(struct tidy *t)
{
    for (int i = 0; i < t->r->code.count; i++) {
        struct ir_instruction *in = &t->r->code.at[i];
        if (!t->keep[i] || in->by_hand)
            continue;
        if (has_label(in) && (in->operation == IR_JUMP || is_idle_branch(in)) && leads_to(t, i + 1, in->label)) {
            t->keep[i] = false;
            t->changed = true;
        } else {
            invert_over_jump(t, i);
        }
    }
}

/* What control can reach, from the routine's start. */
static void mark_reached(struct tidy *t)
{
    int *work = ARENA_ARRAY(t->program->arena, int, t->r->label_count + 2), count = 0;
    work[count++] = 0;
    while (count) {
        for (int i = work[--count]; i < t->r->code.count && !t->keep[i]; i++) {
            const struct ir_instruction *in = &t->r->code.at[i];
            t->keep[i] = true;
            if (has_label(in) && !t->keep[t->place[in->label]] && t->uses[in->label]) {
                t->uses[in->label] = 0;          /* on the list once */
                work[count++] = t->place[in->label];
            }
            if (ends(in))
                break;
        }
    }
}

static void sweep(struct tidy *t)
{
    int kept = 0;
    for (int i = 0; i < t->r->code.count; i++) {
        struct ir_instruction *in = &t->r->code.at[i];
        if (!t->keep[i] || (in->operation == IR_LABEL && !t->uses[in->label])) {
            t->changed = true;
            continue;
        }
        t->r->code.at[kept++] = *in;
    }
    t->r->code.count = kept;
}

static void remove_unreached(struct tidy *t)
{
    find_labels(t);
    if (t->strip) {
        memset(t->keep, 0, sizeof *t->keep * (size_t)t->r->code.count);
        mark_reached(t);
    }
    for (int i = 0; i < t->r->code.count; i++)
        if (!t->strip)
            t->keep[i] = true;
    memset(t->uses, 0, sizeof *t->uses * (size_t)t->r->label_count);
    for (int i = 0; i < t->r->code.count; i++)
        if (t->keep[i] && has_label(&t->r->code.at[i]))
            t->uses[t->r->code.at[i].label]++;
    sweep(t);
}

/* Texts */

static struct text join_texts(struct tidy *t, struct text a, struct text b)
{
    uint32_t *units = ARENA_ARRAY(t->program->arena, uint32_t, a.length + b.length);
    if (a.length)
        memcpy(units, a.units, sizeof *units * (size_t)a.length);
    if (b.length)
        memcpy(units + a.length, b.units, sizeof *units * (size_t)b.length);
    return (struct text){ units, a.length + b.length };
}

static bool is_new_line(const struct ir_instruction *i)
{
    return i->operation == IR_OPCODE && !i->by_hand && i->opcode == opcode_row(OP_new_line);
}

static bool is_print(const struct ir_instruction *i)
{
    return i->operation == IR_PRINT && !i->by_hand;
}

/* The instruction after i, whatever statement it belongs to; NULL at the end. */
static struct ir_instruction *following(const struct tidy *t, const struct ir_instruction *i)
{
    const struct ir_instruction *end = t->r->code.at + t->r->code.count;
    struct ir_instruction *next = t->r->code.at + (i - t->r->code.at) + 1;
    while (next < end && next->operation == IR_LINE)
        next++;
    return next < end ? next : NULL;
}

static void drop(struct tidy *t, const struct ir_instruction *i)
{
    t->keep[i - t->r->code.at] = false;
}

/* print, then print or print_ret, perhaps with a new line between: one text, put at the second. */
static bool join_prints(struct tidy *t, struct ir_instruction *a)
{
    static const uint32_t new_line[] = { '\n' };
    struct ir_instruction *b = following(t, a), *between = NULL;
    if (b && is_new_line(b)) {
        between = b;
        b = following(t, b);
    }
    if (!b || !is_print(a) || (!is_print(b) && b->operation != IR_PRINT_RETURN) || b->by_hand)
        return false;
    if (between) {
        a->text = join_texts(t, a->text, (struct text){ new_line, 1 });
        drop(t, between);
    }
    b->text = join_texts(t, a->text, b->text);
    drop(t, a);
    return true;
}

/* print "...^"; rtrue  and  print; new_line; rtrue: print_ret. */
static bool join_return(struct tidy *t, struct ir_instruction *a)
{
    struct ir_instruction *b = following(t, a), *between = NULL;
    struct text text = a->text;
    if (b && is_new_line(b)) {
        between = b;
        b = following(t, b);
    } else if (text.length && text.units[text.length - 1] == '\n') {
        text.length--;
    } else {
        return false;
    }
    if (!b || !is_print(a) || !returns_number(b, 1) || b->by_hand)
        return false;
    b->operation = IR_PRINT_RETURN;
    b->text = text;
    b->operand_count = 0;
    drop(t, a);
    if (between)
        drop(t, between);
    return true;
}

static void join_all(struct tidy *t)
{
    for (int i = 0; i < t->r->code.count; i++)
        t->keep[i] = true;
    for (int i = 0; i < t->r->code.count; i++)
        if (t->keep[i] && (join_prints(t, &t->r->code.at[i]) || join_return(t, &t->r->code.at[i])))
            t->changed = true;
    find_labels(t);
    sweep(t);
}

static bool may_be_tidied(const struct ir_routine *r)
{
    for (int i = 0; i < r->code.count; i++)
        if (is_opaque(&r->code.at[i]))
            return false;
    return r->code.count > 0;
}

static void tidy_routine(struct tidy *t)
{
    enum { MOST_ROUNDS = 20 };
    t->place = ARENA_ARRAY(t->program->arena, int, t->r->label_count + 1);
    t->uses = ARENA_ARRAY(t->program->arena, int, t->r->label_count + 1);
    t->keep = ARENA_ARRAY(t->program->arena, bool, t->r->code.count + 1);
    t->changed = true;
    for (int round = 0; t->changed && round < MOST_ROUNDS; round++) {
        t->changed = false;
        find_labels(t);
        thread_jumps(t);
        for (int i = 0; i < t->r->code.count; i++)
            t->keep[i] = true;
        drop_idle_jumps(t);
        find_labels(t);
        sweep(t);
        remove_unreached(t);
        join_all(t);
    }
}

void program_simplify(struct compiler *c, struct ir_program *p)
{
    for (int i = 0; i < p->routines.count; i++) {
        struct tidy t = { .program = p, .r = p->routines.at[i] };
        t.strip = c->options.setting[SETTING_STRIP_UNREACHABLE_LABELS] != 0;
        if (may_be_tidied(t.r))
            tidy_routine(&t);
    }
}
