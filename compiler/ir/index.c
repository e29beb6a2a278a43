/* Golmac: MIT licence, see LICENSE. */
/* A number that is added to an array's index is added to the array's address, which is known when compiling: array-->(n
   + 1) is (array + 2)-->n. The machine adds both modulo 65536, whatever the order. */
#include "compiler/ir/passes.h"
#include "compiler/ir/values.h"

/* The bytes of an entry; 0: the instruction is none with an array and an index. */
static int entry_bytes(const struct ir_instruction *i)
{
    if (ir_is_row(i, OP_loadw) || ir_is_row(i, OP_storew))
        return 2;
    return ir_is_row(i, OP_loadb) || ir_is_row(i, OP_storeb) ? 1 : 0;
}

static bool is_array(const struct ir_operand *o)
{
    return o->kind == OPERAND_VALUE && (o->value.kind == VALUE_ARRAY || o->value.kind == VALUE_TABLE);
}

/* The operand of a sum with a number that is no number; -1: it is no such sum. */
static int index_operand(const struct ir_instruction *sum)
{
    bool adds = ir_is_row(sum, OP_add);
    if (!adds && !ir_is_row(sum, OP_sub))
        return -1;
    for (int o = 0; o < (adds ? 2 : 1); o++)
        if (ir_is_variable(&sum->operands[o]) && sum->operands[1 - o].kind == OPERAND_VALUE
            && sum->operands[1 - o].value.kind == VALUE_NUMBER)
            return o;
    return -1;
}

static bool join(struct ir_program *p, const struct ir_value_uses *values, const struct ir_instruction *sum,
                 struct ir_instruction *access)
{
    int index = index_operand(sum), bytes = entry_bytes(access), number;
    if (index < 0 || !bytes || !is_array(&access->operands[0]) || !values_is_single(values, &sum->store)
        || !ir_same_variable(&access->operands[1], &sum->store))
        return false;
    number = sum->operands[1 - index].value.offset * bytes;
    access->operands = arena_copy(p->arena, access->operands, sizeof access->operands[0] * access->operand_count);
    access->operands[0].value.offset += ir_is_row(sum, OP_add) ? number : -number;
    access->operands[1] = sum->operands[index];
    return true;
}

bool ir_index(struct ir_program *p, struct ir_routine *r)
{
    const struct ir_value_uses *values = NULL;
    bool *drop = ARENA_ARRAY(&p->scratch, bool, r->code.count), changed = false;
    for (int n = 0, next; n < r->code.count; n++) {
        if (index_operand(&r->code.at[n]) < 0 || r->code.at[n].store.kind != OPERAND_TEMPORARY)
            continue;
        for (next = n + 1; next < r->code.count && r->code.at[next].operation == IR_LINE;)
            next++;
        if (next == r->code.count || !entry_bytes(&r->code.at[next]))
            continue;
        if (!values)
            values = values_find(p, r);
        drop[n] = join(p, values, &r->code.at[n], &r->code.at[next]);
        changed |= drop[n];
    }
    if (changed)
        routine_drop(r, drop);
    return changed;
}
