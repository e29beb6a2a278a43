/* Golmac: MIT licence, see LICENSE. */
/* Numbers of two bytes that code names often are kept in globals that nobody changes: an operand then takes one byte,
   and an instruction of two operands often its short form. Each such global costs its two bytes in the table. Programs
   that reach variables by number could find them, so there all stays as it is. */
#include "compiler/ir/program.h"

#include <stdlib.h>

enum { MOST_GLOBALS = 240, RESERVED_GLOBALS = 1, TABLE_COST = 2, FIRST_GLOBAL = 16 };
enum { HEADER_GLOBALS = 12 };     /* Standard, section 11.1: the header's word with the table's address */

struct constant {
    struct ir_value value;
    int saves;                   /* bytes, in all the code; 0: a free slot */
    int global;                  /* in .globals; -1: none */
};

struct pooling {
    struct ir_program *program;
    struct constant *slots;      /* slot_count of them, a power of two */
    int slot_count;
};

static bool is_large(const struct ir_operand *o)
{
    if (o->kind != OPERAND_VALUE)
        return false;
    switch (o->value.kind) {
    case VALUE_NUMBER: return (o->value.offset & 0xFFFF) > 255;
    case VALUE_ROUTINE: case VALUE_STRING: case VALUE_ARRAY: case VALUE_WORD: case VALUE_TABLE: return true;
    case VALUE_LAYOUT: return o->value.index != LAYOUT_OBJECT_COUNT;
    default: return false;
    }
}

static bool may_change(const struct ir_instruction *i, int operand)
{
    bool names = operand == 0 && i->operation == IR_OPCODE && i->opcode->flags & (OPCODE_VARIABLE | OPCODE_LABEL);
    return !i->by_hand && !names && is_large(&i->operands[operand]);
}

/* The long form has room for two operands of one byte, and the form that takes larger ones a byte more. */
static int saving(const struct ir_instruction *i)
{
    int large = 0;
    for (int o = 0; o < i->operand_count; o++)
        large += is_large(&i->operands[o]);
    if (i->operation != IR_OPCODE || i->opcode->operands != OPCODE_2OP || i->operand_count != 2)
        return 1;
    return large == 1 ? 2 : 1;
}

static struct constant *find(const struct pooling *g, struct ir_value v)
{
    uint32_t mask = (uint32_t)g->slot_count - 1, offset = (uint32_t)v.offset & 0xFFFF;
    uint32_t k = (((uint32_t)v.index * 31 + (uint32_t)v.kind) * 65537 + offset) * 2654435761u >> 7 & mask;
    while (g->slots[k].saves && (g->slots[k].value.kind != v.kind || g->slots[k].value.index != v.index
                                 || ((uint32_t)g->slots[k].value.offset & 0xFFFF) != offset))
        k = (k + 1) & mask;
    return &g->slots[k];
}

static void count(struct pooling *g, struct ir_operand *o, int saves)
{
    struct constant *k = find(g, o->value);
    k->value = o->value;
    k->saves += saves;
    k->global = -1;
}

static void replace(struct pooling *g, struct ir_operand *o, int saves)
{
    const struct constant *k = find(g, o->value);
    (void)saves;
    if (k->global >= 0)
        *o = (struct ir_operand){ OPERAND_GLOBAL, false, { VALUE_NUMBER, k->global, 0 } };
}

static void each_operand_of(struct pooling *g, struct ir_instruction *i,
                            void act(struct pooling *, struct ir_operand *, int saves))
{
    int saves = saving(i);
    for (int o = 0; o < i->operand_count; o++)
        if (may_change(i, o))
            act(g, &i->operands[o], saves);
}

/* Calls act for each operand of the live code that may be a global. */
static void each_operand(struct pooling *g, void act(struct pooling *, struct ir_operand *, int saves))
{
    struct ir_program *p = g->program;
    for (int r = 0; r < p->routines.count; r++)
        for (int i = 0; p->routines.at[r]->live && i < p->routines.at[r]->code.count; i++)
            each_operand_of(g, &p->routines.at[r]->code.at[i], act);
}

static bool is_table(struct ir_value v)
{
    return v.kind == VALUE_LAYOUT && v.index == LAYOUT_GLOBALS;
}

/* 0-->6 and its like: where the header says where the table is. */
static bool reads_header(const struct ir_instruction *i)
{
    int at = 0;
    if (!ir_is_row(i, OP_loadw) && !ir_is_row(i, OP_loadb))
        return false;
    for (int o = 0; o < 2; o++) {
        if (i->operands[o].kind != OPERAND_VALUE || i->operands[o].value.kind != VALUE_NUMBER)
            return false;
        at += i->operands[o].value.offset * (o == 1 && ir_is_row(i, OP_loadw) ? 2 : 1);
    }
    return at == HEADER_GLOBALS || at == HEADER_GLOBALS + 1;
}

/* The table's address, or assembly that names a variable by a number it works out, or by one beyond the program's. */
static bool finds_variables(const struct ir_program *p, const struct ir_instruction *i)
{
    const struct ir_operand *first = i->operands;
    for (int o = 0; o < i->operand_count; o++)
        if (i->operands[o].kind == OPERAND_VALUE && is_table(i->operands[o].value))
            return true;
    if (i->operation == IR_BYTES || reads_header(i))
        return true;
    if (i->operation != IR_OPCODE || !(i->opcode->flags & OPCODE_VARIABLE) || !i->operand_count)
        return false;
    return first->indirect || (first->kind == OPERAND_VALUE && first->value.kind == VALUE_NUMBER
                               && first->value.offset >= FIRST_GLOBAL + p->globals.count);
}

static void note_table(struct ir_value *v, void *found)
{
    if (is_table(*v))
        *(bool *)found = true;
}

static bool program_finds_variables(struct ir_program *p)
{
    bool in_data = false;
    program_each_data_value(p, note_table, &in_data);
    for (int r = 0; r < p->routines.count; r++)
        for (int i = 0; p->routines.at[r]->live && i < p->routines.at[r]->code.count; i++)
            if (finds_variables(p, &p->routines.at[r]->code.at[i]))
                return true;
    return in_data;
}

static int operand_count(const struct ir_program *p)
{
    int count = 0;
    for (int r = 0; r < p->routines.count; r++)
        for (int i = 0; i < p->routines.at[r]->code.count; i++)
            count += p->routines.at[r]->code.at[i].operand_count;
    return count;
}

static int by_saving(const void *a, const void *b)
{
    const struct constant *left = *(struct constant *const *)a, *right = *(struct constant *const *)b;
    if (left->saves != right->saves)
        return right->saves - left->saves;
    if (left->value.kind != right->value.kind)
        return (int)left->value.kind - (int)right->value.kind;
    return left->value.index != right->value.index ? left->value.index - right->value.index
        : left->value.offset - right->value.offset;
}

static void choose(struct pooling *g)
{
    struct ir_program *p = g->program;
    struct constant **list = ARENA_ARRAY(p->arena, struct constant *, g->slot_count);
    int count = 0;
    for (int k = 0; k < g->slot_count; k++)
        if (g->slots[k].saves > TABLE_COST)
            list[count++] = &g->slots[k];
    qsort(list, (size_t)count, sizeof *list, by_saving);
    for (int k = 0; k < count && p->globals.count < MOST_GLOBALS - RESERVED_GLOBALS; k++) {
        list[k]->global = p->globals.count;
        *vector_add(p->arena, &p->globals) = (struct ir_global){
            .name = arena_format(p->arena, "(constant %d)", k + 1), .initial = list[k]->value, .live = true };
    }
}

void program_pool(struct ir_program *p)
{
    struct pooling g = { .program = p };
    int most = operand_count(p);
    if (program_finds_variables(p))
        return;
    for (g.slot_count = 16; g.slot_count < 2 * most;)
        g.slot_count *= 2;
    g.slots = ARENA_ARRAY(p->arena, struct constant, g.slot_count);
    each_operand(&g, count);
    choose(&g);
    each_operand(&g, replace);
}
