/* Golmac: MIT licence, see LICENSE. */
/* What instructions do, as far as the whole program tells: a call does what its routine does, with all that this
   calls; a write to an entry of an array, within its bounds, changes nothing but bytes. */
#include "compiler/ir/program.h"

struct call { int caller, callee; };

struct finding {
    struct ir_program *p;
    int *effects;                /* by routine */
    VECTOR(struct call) calls;
};

/* A load or store of an entry that is known, and that its array has. */
static bool is_array_entry(const struct ir_program *p, const struct ir_instruction *i)
{
    const struct ir_value *base = &i->operands[0].value, *index = &i->operands[1].value;
    bool words = ir_is_row(i, OP_loadw) || ir_is_row(i, OP_storew);
    int size = words ? 2 : 1, start;
    const struct ir_array *a;
    if (base->index >= p->arrays.count || i->operands[1].kind != OPERAND_VALUE || index->kind != VALUE_NUMBER
        || (!words && !ir_is_row(i, OP_loadb) && !ir_is_row(i, OP_storeb)))
        return false;
    a = &p->arrays.at[base->index];
    start = base->offset + index->offset * size;
    return start >= (a->length_word ? -2 : 0) && start + size <= a->count * (a->words ? 2 : 1);
}

static const struct ir_routine *called(const struct ir_program *p, const struct ir_instruction *i)
{
    const struct ir_operand *to = &i->operands[0];
    bool known = i->operation == IR_CALL && !i->by_hand && to->kind == OPERAND_VALUE && to->value.kind == VALUE_ROUTINE
        && to->value.offset == 0 && to->value.index < p->routines.count;
    return known ? p->routines.at[to->value.index] : NULL;
}

int program_effects(const struct ir_program *p, const struct ir_instruction *i)
{
    const struct ir_routine *r;
    int effects;
    if (i->operation == IR_CALL)
        return (r = called(p, i)) ? EFFECT_ALL & ~r->lacks : EFFECT_ALL;
    effects = ir_effects(i);
    if (i->operand_count >= 2 && i->operands[0].kind == OPERAND_VALUE && i->operands[0].value.kind == VALUE_ARRAY
        && is_array_entry(p, i))
        return effects & (EFFECT_READS_BYTES | EFFECT_WRITES_BYTES);
    if (p->version == 6 && effects & EFFECT_OUTSIDE)
        return EFFECT_ALL;       /* a new line may run a routine there (Standard, section 8.8.3.2.2.2) */
    return effects & EFFECT_CALLS ? EFFECT_ALL : effects;
}

bool effects_meet(int writer, int reader)
{
    return writer >> 6 & reader & EFFECT_READS;
}

/* Of an instruction that is no call; of variables the globals count. */
static int own_effects(const struct ir_program *p, const struct ir_instruction *i)
{
    int effects = i->operation == IR_CALL ? 0 : program_effects(p, i);
    const struct ir_operand *written = ir_written(i);
    if (written->kind == OPERAND_GLOBAL)
        effects |= EFFECT_WRITES_GLOBALS;
    for (int o = 0; o < i->operand_count; o++) {
        if (i->operands[o].kind == OPERAND_GLOBAL)
            effects |= EFFECT_READS_GLOBALS;
        if (i->operands[o].indirect || (o == 0 && i->operands[o].kind == OPERAND_VALUE && ir_names_variable(i)))
            return EFFECT_ALL;
    }
    return effects;
}

static void start(struct finding *f, int n)
{
    const struct ir_routine *r = f->p->routines.at[n];
    if (r->says_fault) {
        f->effects[n] = EFFECT_FAULTS;
        return;
    }
    for (int k = 0; k < r->code.count && f->effects[n] != EFFECT_ALL; k++) {
        const struct ir_instruction *i = &r->code.at[k];
        if (ir_is_marker(i))
            continue;
        f->effects[n] |= own_effects(f->p, i);
        if (i->operation == IR_CALL && called(f->p, i))
            *vector_add(f->p->arena, &f->calls) = (struct call){ n, i->operands[0].value.index };
        else if (i->operation == IR_CALL)
            f->effects[n] = EFFECT_ALL;
    }
}

void program_find_effects(struct ir_program *p)
{
    struct arena_mark mark = arena_mark(&p->scratch);
    struct finding f = { .p = p };
    bool changed = true;
    f.effects = ARENA_ARRAY(&p->scratch, int, p->routines.count);
    for (int n = 0; n < p->routines.count; n++)
        start(&f, n);
    while (changed) {
        changed = false;
        for (int k = f.calls.count - 1; k >= 0; k--) {
            int *of = &f.effects[f.calls.at[k].caller], all = *of | f.effects[f.calls.at[k].callee];
            changed |= all != *of;
            *of = all;
        }
    }
    for (int n = 0; n < p->routines.count; n++)
        p->routines.at[n]->lacks = (uint16_t)(EFFECT_ALL & ~f.effects[n]);
    arena_release(&p->scratch, mark);
}
