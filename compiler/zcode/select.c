/* Golmac: MIT licence, see LICENSE. */
/* From intermediate code to rows of the opcode table, and the rewriting that always shortens: returns in place of jumps to
   returns, branches in place of branches over jumps, jz, inc and dec. What is by hand stays as written. */
#include "compiler/zcode/zcode.h"

#include <string.h>

static struct machine_instruction *add(struct zcode *z, struct machine_routine *m, const struct ir_instruction *from,
                                       enum opcode_id id)
{
    struct machine_instruction *i = vector_add(&z->scratch, &m->code);
    *i = (struct machine_instruction){ .opcode = opcode_row(id), .from = from, .label = LABEL_NONE };
    return i;
}

static bool is_number(const struct ir_operand *o, int number)
{
    return o->kind == OPERAND_VALUE && o->value.kind == VALUE_NUMBER && (o->value.offset & 0xFFFF) == (number & 0xFFFF);
}

static bool same_variable(const struct ir_operand *a, const struct ir_operand *b)
{
    return a->kind == b->kind && (a->kind == OPERAND_LOCAL || a->kind == OPERAND_GLOBAL)
        && a->value.index == b->value.index;
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
    i = add(z, m, from, wanted || z->version < 5 ? call_with_result(z->version, arguments) : call_without_result(arguments));
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
    if (is_number(o, 0))
        add(z, m, from, OP_rfalse);
    else if (is_number(o, 1))
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

static void shorten_compare(struct zcode *z, struct machine_instruction *i)
{
    int zero = is_number(&i->operands[1], 0) ? 1 : is_number(&i->operands[0], 0) ? 0 : -1;
    if (zero < 0)
        return;
    i->opcode = opcode_row(OP_jz);
    i->operands = arena_copy(&z->scratch, &i->operands[1 - zero], sizeof i->operands[0]);
    i->operand_count = 1;
}

static void shorten_step(struct zcode *z, struct machine_instruction *i)
{
    bool adds = i->opcode == opcode_row(OP_add);
    const struct ir_operand *variable = &i->operands[0], *step = &i->operands[1];
    if (adds && variable->kind == OPERAND_VALUE) {
        variable = &i->operands[1];
        step = &i->operands[0];
    }
    if (!same_variable(variable, &i->store) || (!is_number(step, 1) && !is_number(step, -1)))
        return;
    i->opcode = opcode_row(adds == is_number(step, 1) ? OP_inc : OP_dec);
    i->operands = arena_copy(&z->scratch, variable, sizeof *variable);
    i->operand_count = 1;
    i->store.kind = OPERAND_NONE;
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
    if (from->by_hand)
        return;
    if (i->opcode == opcode_row(OP_je) && i->operand_count == 2)
        shorten_compare(z, i);
    else if (i->opcode == opcode_row(OP_add) || i->opcode == opcode_row(OP_sub))
        shorten_step(z, i);
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

/* ---- Rewriting ---- */

static bool is_label(const struct machine_instruction *i)
{
    return !i->opcode && i->from->operation == IR_LABEL;
}

static bool costs_nothing(const struct machine_instruction *i)
{
    return !i->opcode && i->from->operation != IR_BYTES;
}

static bool is_jump(const struct machine_instruction *i)
{
    return i->opcode == opcode_row(OP_jump) && i->label != LABEL_NONE && !i->from->by_hand;
}

/* The first instruction at or after `at` that does something; code.count when the routine ends. */
static int skip_idle(const struct machine_routine *m, int at)
{
    while (at < m->code.count && costs_nothing(&m->code.at[at]))
        at++;
    return at;
}

static int *find_labels(struct zcode *z, const struct machine_routine *m)
{
    int *at = ARENA_ARRAY(&z->scratch, int, m->label_count + 1);
    for (int i = 0; i < m->code.count; i++)
        if (is_label(&m->code.at[i]))
            at[m->code.at[i].label] = i;
    return at;
}

/* Where a label leads at last, through jumps: an index in the code. A ring of jumps leads nowhere new. */
static int destination(const struct machine_routine *m, const int *labels, int label, int *last_label)
{
    int at = skip_idle(m, labels[label]);
    for (int steps = 0; steps < 100 && at < m->code.count && is_jump(&m->code.at[at]); steps++) {
        label = m->code.at[at].label;
        at = skip_idle(m, labels[label]);
    }
    *last_label = label;
    return at;
}

static void retarget(const struct machine_routine *m, const int *labels, struct machine_instruction *i)
{
    int label, at = destination(m, labels, i->label, &label);
    const struct machine_instruction *to = at < m->code.count ? &m->code.at[at] : NULL;
    bool branches = i->opcode->flags & OPCODE_BRANCHES;
    i->label = label;
    if (!to || to->from->by_hand)
        return;
    if (branches && to->opcode == opcode_row(OP_rtrue)) {
        i->label = LABEL_RETURN_TRUE;
    } else if (branches && to->opcode == opcode_row(OP_rfalse)) {
        i->label = LABEL_RETURN_FALSE;
    } else if (!branches && (to->opcode == opcode_row(OP_rtrue) || to->opcode == opcode_row(OP_rfalse)
                             || to->opcode == opcode_row(OP_ret_popped))) {
        i->opcode = to->opcode;
        i->label = LABEL_NONE;
    }
}

static bool drop(struct machine_instruction *i)
{
    i->opcode = NULL;
    i->label = LABEL_NONE;
    i->dropped = true;
    return true;
}

static void remove_dropped(struct machine_routine *m)
{
    int kept = 0;
    for (int i = 0; i < m->code.count; i++) {
        if (m->code.at[i].dropped)
            continue;
        if (kept < i)
            m->code.at[kept] = m->code.at[i];
        kept++;
    }
    m->code.count = kept;
}

static bool has_label(const struct machine_routine *m, int from, int to, int label)
{
    for (int i = from; i < to; i++)
        if (is_label(&m->code.at[i]) && (label == LABEL_NONE || m->code.at[i].label == label))
            return true;
    return false;
}

static bool is_branch_over(const struct machine_routine *m, int at, int next)
{
    const struct machine_instruction *a = &m->code.at[at];
    return a->opcode && !a->from->by_hand && a->opcode->flags & OPCODE_BRANCHES && a->label >= 0 && next < m->code.count
        && is_jump(&m->code.at[next]) && !has_label(m, at + 1, next, LABEL_NONE)
        && has_label(m, next + 1, skip_idle(m, next + 1), a->label);
}

/* A branch over a jump is the opposite branch to where the jump goes; a jump to what follows is nothing. */
static void shorten_jumps(struct machine_routine *m)
{
    bool dropped = false;
    for (int i = 0; i < m->code.count; i++) {
        struct machine_instruction *a = &m->code.at[i];
        int next;
        if (!a->opcode || a->label < 0)
            continue;
        next = skip_idle(m, i + 1);
        if (is_jump(a) && has_label(m, i + 1, next, a->label)) {
            dropped = drop(a);
        } else if (is_branch_over(m, i, next)) {
            a->label = m->code.at[next].label;
            a->branch_if = !a->branch_if;
            dropped = drop(&m->code.at[next]);
        }
    }
    if (dropped)
        remove_dropped(m);
}

static void drop_unreachable(struct zcode *z, struct machine_routine *m)
{
    int *uses = ARENA_ARRAY(&z->scratch, int, m->label_count + 1);
    bool reachable = true, dropped = false;
    for (int i = 0; i < m->code.count; i++)
        if (m->code.at[i].opcode && m->code.at[i].label >= 0)
            uses[m->code.at[i].label]++;
    for (int i = 0; i < m->code.count; i++) {
        struct machine_instruction *a = &m->code.at[i];
        if (is_label(a) && uses[a->label])
            reachable = true;
        else if (!a->opcode || a->from->by_hand)
            reachable |= !costs_nothing(a);
        else if (!reachable)
            dropped = drop(a);
        if (a->opcode && a->opcode->flags & OPCODE_ENDS)
            reachable = false;
    }
    if (dropped)
        remove_dropped(m);
}

struct machine_routine select_routine(struct zcode *z, const struct ir_routine *r)
{
    int room = r->code.count + r->code.count / 4 + 4;
    struct machine_routine m = {
        { ARENA_ARRAY(&z->scratch, struct machine_instruction, room), 0, room }, r->label_count
    };
    int *labels;
    for (int i = 0; i < r->code.count; i++)
        select_one(z, &m, &r->code.at[i]);
    if (!m.label_count)
        return m;
    shorten_jumps(&m);
    labels = find_labels(z, &m);
    for (int i = 0; i < m.code.count; i++) {
        struct machine_instruction *a = &m.code.at[i];
        if (a->opcode && a->label >= 0 && !a->from->by_hand)
            retarget(&m, labels, a);
    }
    drop_unreachable(z, &m);
    shorten_jumps(&m);
    return m;
}
