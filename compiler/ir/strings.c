/* Golmac: MIT licence, see LICENSE. */
/* Strings that read alike become one, where no program can tell: each is only printed, whether at once or by the
   routines that it is given to. What a routine does with each of its locals is assumed to be harmless until some
   instruction is found that does more with it, or hands it on to where more is done with it. */
#include "compiler/ir/program.h"

struct merging {
    struct ir_program *program;
    bool (*keeps)[IR_MOST_LOCALS + 1];   /* by routine and local: more than printing is done with what it holds */
    bool *distinct;                      /* by string: so it must stay */
};

static bool compares_with_numbers(const struct ir_instruction *i, int operand)
{
    for (int o = 0; o < i->operand_count; o++)
        if (o != operand && (i->operands[o].kind != OPERAND_VALUE || i->operands[o].value.kind != VALUE_NUMBER))
            return false;
    return true;
}

/* Whether a string in this operand may be any other that reads alike. */
static bool is_harmless(const struct merging *m, int routine, const struct ir_instruction *i, int operand)
{
    const struct ir_operand *first = i->operands;
    const struct ir_routine *called;
    if (i->by_hand)
        return false;
    if (i->operation == IR_CALL) {
        if (operand == 0 || first->kind != OPERAND_VALUE || first->value.kind != VALUE_ROUTINE || first->value.offset)
            return false;
        called = m->program->routines.at[first->value.index];
        return operand > called->local_count || !m->keeps[first->value.index][operand];
    }
    if (ir_is_row(i, OP_store))
        return operand == 1 && !first->indirect && first->kind == OPERAND_LOCAL
            && !m->keeps[routine][first->value.index];
    if (ir_is_row(i, OP_je))
        return compares_with_numbers(i, operand);
    return ir_is_row(i, OP_print_paddr) || ir_is_row(i, OP_jz);
}

static bool find_keepers_of(struct merging *m, int routine)
{
    const struct ir_routine *r = m->program->routines.at[routine];
    bool found = false;
    for (int i = 0; i < r->code.count; i++)
        for (int o = 0; o < r->code.at[i].operand_count; o++) {
            const struct ir_instruction *in = &r->code.at[i];
            const struct ir_operand *local = &in->operands[o];
            if (local->kind != OPERAND_LOCAL || m->keeps[routine][local->value.index]
                || (!local->indirect && !ir_reads_operand(in, o)) || is_harmless(m, routine, in, o))
                continue;
            m->keeps[routine][local->value.index] = found = true;
        }
    return found;
}

static void find_keepers(struct merging *m)
{
    bool changed = true;
    for (int r = 0; r < m->program->routines.count; r++)
        if (ir_is_opaque(m->program->routines.at[r]) || ir_is_by_hand(m->program->routines.at[r]))
            for (int l = 0; l <= IR_MOST_LOCALS; l++)
                m->keeps[r][l] = true;
    while (changed) {
        changed = false;
        for (int r = 0; r < m->program->routines.count; r++)
            changed |= find_keepers_of(m, r);
    }
}

static void keep(struct ir_value *v, void *distinct)
{
    if (v->kind == VALUE_STRING || v->kind == VALUE_LOW_STRING)
        ((bool *)distinct)[v->index] = true;
}

static void keep_strings_of(struct merging *m, int routine)
{
    struct ir_routine *r = m->program->routines.at[routine];
    bool opaque = ir_is_opaque(r);
    for (int i = 0; i < r->code.count; i++)
        for (int o = 0; o < r->code.at[i].operand_count; o++) {
            struct ir_operand *operand = &r->code.at[i].operands[o];
            if (operand->kind == OPERAND_VALUE && (operand->value.offset || opaque
                                                   || !is_harmless(m, routine, &r->code.at[i], o)))
                keep(&operand->value, m->distinct);
        }
}

/* The first of the strings that read alike, by string. */
static int *find_first(const struct merging *m)
{
    struct ir_program *p = m->program;
    uint32_t slots = 16;
    int *first = ARENA_ARRAY(p->arena, int, p->strings.count), *slot;
    while (slots < 2 * (uint32_t)p->strings.count)
        slots *= 2;
    slot = ARENA_ARRAY(p->arena, int, slots);            /* a string's index + 1; 0: free */
    for (int s = 0; s < p->strings.count; s++) {
        uint32_t k = text_hash(p->strings.at[s].text) & (slots - 1);
        first[s] = s;
        if (m->distinct[s])
            continue;
        while (slot[k] && !text_equal(p->strings.at[slot[k] - 1].text, p->strings.at[s].text))
            k = (k + 1) & (slots - 1);
        if (!slot[k])
            slot[k] = s + 1;
        first[s] = slot[k] - 1;
    }
    return first;
}

static void replace(struct ir_routine *r, const int *first)
{
    for (int i = 0; i < r->code.count; i++)
        for (int o = 0; o < r->code.at[i].operand_count; o++) {
            struct ir_operand *operand = &r->code.at[i].operands[o];
            if (operand->kind == OPERAND_VALUE && operand->value.kind == VALUE_STRING)
                operand->value.index = first[operand->value.index];
        }
}

void program_merge_strings(struct ir_program *p)
{
    struct merging m = { .program = p };
    const int *first;
    m.keeps = arena_alloc(p->arena, sizeof *m.keeps * (size_t)p->routines.count);
    m.distinct = ARENA_ARRAY(p->arena, bool, p->strings.count);
    find_keepers(&m);
    program_each_data_value(p, keep, m.distinct);
    for (int r = 0; r < p->routines.count; r++)
        keep_strings_of(&m, r);
    first = find_first(&m);
    for (int r = 0; r < p->routines.count; r++)
        replace(p->routines.at[r], first);
}
