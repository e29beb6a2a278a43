/* Golmac: MIT licence, see LICENSE. */
/* Rows that do the same and are shorter: inc and dec, inc_chk and dec_chk, jz. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

static void become(struct ir_program *p, struct ir_instruction *i, enum opcode_id id, struct ir_operand operand)
{
    i->opcode = opcode_row(id);
    i->operands = arena_copy(p->arena, &operand, sizeof operand);
    i->operand_count = 1;
}

/* je x 0, je 0 x. */
static bool shorten_compare(struct ir_program *p, struct ir_instruction *i)
{
    int zero = ir_is_number(&i->operands[1], 0) ? 1 : ir_is_number(&i->operands[0], 0) ? 0 : -1;
    if (zero < 0)
        return false;
    become(p, i, OP_jz, i->operands[1 - zero]);
    return true;
}

/* add x 1 -> x, and the like. */
static bool shorten_sum(struct ir_program *p, struct ir_instruction *i)
{
    bool adds = i->opcode == opcode_row(OP_add);
    int variable = adds && i->operands[0].kind == OPERAND_VALUE ? 1 : 0;
    const struct ir_operand *by = &i->operands[1 - variable];
    if (!ir_same_variable(&i->operands[variable], &i->store) || (!ir_is_number(by, 1) && !ir_is_number(by, -1)))
        return false;
    become(p, i, adds == ir_is_number(by, 1) ? OP_inc : OP_dec, i->store);
    i->store.kind = OPERAND_NONE;
    return true;
}

/* inc_chk branches when the variable is then greater, dec_chk when it is less. The other comparison holds when the
   variable is not greater than the number before, or not less than the one behind. */
static bool is_opposite(const struct ir_instruction *step, const struct ir_instruction *test)
{
    return ir_is_row(step, OP_inc) == ir_is_row(test, OP_jl);
}

static bool may_join(const struct ir_instruction *step, const struct ir_instruction *test)
{
    const struct ir_operand *with = &test->operands[1];
    if (!ir_same_variable(&step->operands[0], &test->operands[0]) || ir_same_variable(&step->operands[0], with)
        || with->kind == OPERAND_STACK)
        return false;
    return !is_opposite(step, test) || (with->kind == OPERAND_VALUE && with->value.kind == VALUE_NUMBER
                                        && (with->value.offset & 0xFFFF)
                                            != (ir_is_row(step, OP_inc) ? 0x8000 : 0x7FFF));
}

/* inc x; jg x n: inc_chk x n. */
static bool join_test(struct ir_program *p, struct ir_instruction *step, struct ir_instruction *test)
{
    bool up = ir_is_row(step, OP_inc);
    if ((!ir_is_row(test, OP_jl) && !ir_is_row(test, OP_jg)) || !may_join(step, test))
        return false;
    test->operands = arena_copy(p->arena, test->operands, sizeof test->operands[0] * test->operand_count);
    if (is_opposite(step, test)) {
        test->operands[1].value.offset += up ? -1 : 1;
        test->branch_if = !test->branch_if;
    }
    test->opcode = opcode_row(up ? OP_inc_chk : OP_dec_chk);
    return true;
}

/* The instruction behind n in its block; NULL: a label stands between. */
static struct ir_instruction *following(const struct ir_routine *r, int n)
{
    for (n++; n < r->code.count; n++)
        if (r->code.at[n].operation != IR_LINE)
            return r->code.at[n].operation == IR_LABEL ? NULL : &r->code.at[n];
    return NULL;
}

static bool shorten(struct ir_program *p, struct ir_routine *r, int n, bool *drop)
{
    struct ir_instruction *i = &r->code.at[n], *next;
    if (ir_is_row(i, OP_je) && i->operand_count == 2)
        return shorten_compare(p, i);
    if ((ir_is_row(i, OP_add) || ir_is_row(i, OP_sub)) && shorten_sum(p, i))
        return true;
    if (!ir_is_row(i, OP_inc) && !ir_is_row(i, OP_dec))
        return false;
    next = following(r, n);
    *drop = next && join_test(p, i, next);
    return *drop;
}

bool ir_step(struct ir_program *p, struct ir_routine *r)
{
    bool *drop = ARENA_ARRAY(&p->scratch, bool, r->code.count), changed = false;
    for (int n = 0; n < r->code.count; n++)
        changed |= shorten(p, r, n, &drop[n]);
    if (changed)
        blocks_drop(p, r, drop);
    return changed;
}
