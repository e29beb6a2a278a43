/* Golmac: MIT licence, see LICENSE. */
/* Numbers that are known: a variable that holds one is read as that number where this takes no more room, sums and
   comparisons of numbers are settled, and sums are put so that their number is small. What is known goes on into a
   block that control enters from the one before alone. */
#include "compiler/ir/passes.h"
#include "compiler/ir/blocks.h"

enum { MOST_SMALL = 255 };       /* an operand up to this takes one byte, as a variable does */

struct fact { int since, number; };      /* valid while since is the present block's */

struct folding {
    struct ir_program *p;
    struct ir_routine *r;
    struct fact *facts;          /* by live_variable() */
    int since;
    bool *drop;                  /* by instruction */
    bool changed;
};

static bool number_of(const struct ir_operand *o, int *n)
{
    *n = (int16_t)(uint16_t)o->value.offset;
    return o->kind == OPERAND_VALUE && o->value.kind == VALUE_NUMBER;
}

static void forget(struct folding *f, const struct ir_operand *o)
{
    f->facts[live_variable(o)].since = 0;
}

/* Reads known variables as their numbers. The routine that is called is not one. */
static void put_numbers(struct folding *f, struct ir_instruction *i)
{
    for (int o = i->operation == IR_CALL; o < i->operand_count; o++) {
        const struct fact *fact = &f->facts[live_variable(&i->operands[o])];
        if (!live_variable(&i->operands[o]) || fact->since != f->since || fact->number < 0 || fact->number > MOST_SMALL
            || (o == 0 && ir_names_variable(i)))
            continue;
        i->operands[o] = ir_operand_number(fact->number);
        f->changed = true;
    }
}

/* ---- Sums ---- */

static bool calculate(const struct ir_instruction *i, int a, int b, int *result)
{
    int id = opcode_id(i->opcode);
    switch (id) {
    case OP_add: *result = a + b; return true;
    case OP_sub: *result = a - b; return true;
    case OP_mul: *result = a * b; return true;
    case OP_and: *result = a & b; return true;
    case OP_or: *result = a | b; return true;
    case OP_div: *result = b ? a / b : 0; return b != 0;
    case OP_mod: *result = b ? a % b : 0; return b != 0;
    default: return false;
    }
}

static void become_store(struct folding *f, int n, struct ir_operand from)
{
    struct ir_instruction *i = &f->r->code.at[n];
    struct ir_operand both[2] = { i->store, from };
    f->changed = true;
    if (i->store.kind == OPERAND_NONE || ir_same_variable(&i->store, &from)) {
        f->drop[n] = true;
        return;
    }
    i->opcode = opcode_row(OP_store);
    i->operands = arena_copy(f->p->arena, both, sizeof both);
    i->operand_count = 2;
    i->store.kind = OPERAND_NONE;
}

/* x + -3 is x - 3 and the other way round. */
static void prefer_small(struct folding *f, struct ir_instruction *i, int b)
{
    if (b >= 0 || b < -MOST_SMALL)
        return;
    i->opcode = opcode_row(ir_is_row(i, OP_add) ? OP_sub : OP_add);
    i->operands = arena_copy(f->p->arena, i->operands, sizeof i->operands[0] * i->operand_count);
    i->operands[1] = ir_operand_number(-b);
    f->changed = true;
}

static void fold_sum(struct folding *f, int n)
{
    struct ir_instruction *i = &f->r->code.at[n];
    int a, b, result;
    bool left, right, sum = ir_is_row(i, OP_add) || ir_is_row(i, OP_sub);
    if (i->operand_count != 2 || !ir_is_variable(&i->store))
        return;
    left = number_of(&i->operands[0], &a);
    right = number_of(&i->operands[1], &b);
    if (left && right && calculate(i, a, b, &result)) {
        result &= 0xFFFF;
        if (result <= MOST_SMALL)
            become_store(f, n, ir_operand_number(result));
    } else if (sum && right && b == 0 && ir_is_variable(&i->operands[0])) {
        become_store(f, n, i->operands[0]);
    } else if (sum && right) {
        prefer_small(f, i, b);
    }
}

/* ---- Branches ---- */

/* Does the branch's condition hold? False when that is not known. */
static bool decide(const struct ir_instruction *i, bool *holds)
{
    int a, b;
    if (!(i->opcode->flags & OPCODE_BRANCHES) || !i->operand_count || i->operand_count > 2
        || !number_of(&i->operands[0], &a))
        return false;
    if (ir_is_row(i, OP_jz)) {
        *holds = a == 0;
        return true;
    }
    if (i->operand_count != 2 || !number_of(&i->operands[1], &b))
        return false;
    *holds = ir_is_row(i, OP_je) ? a == b : ir_is_row(i, OP_jl) ? a < b : ir_is_row(i, OP_jg) ? a > b : (a & b) == b;
    return ir_is_row(i, OP_je) || ir_is_row(i, OP_jl) || ir_is_row(i, OP_jg) || ir_is_row(i, OP_test);
}

static void fold_branch(struct folding *f, int n)
{
    struct ir_instruction *i = &f->r->code.at[n];
    bool holds;
    if (!decide(i, &holds))
        return;
    f->changed = true;
    f->drop[n] = holds != i->branch_if;
    if (f->drop[n])
        return;
    routine_take_branch(f->p, i);
}

/* ---- All ---- */

static void learn(struct folding *f, const struct ir_instruction *i)
{
    int n;
    forget(f, ir_written(i));
    if (ir_is_row(i, OP_store) && live_variable(&i->operands[0]) && number_of(&i->operands[1], &n))
        f->facts[live_variable(&i->operands[0])] = (struct fact){ f->since, n };
}

static void fold_instruction(struct folding *f, int n)
{
    struct ir_instruction *i = &f->r->code.at[n];
    if (ir_is_marker(i))
        return;
    if (!i->by_hand) {
        put_numbers(f, i);
        if (i->operation == IR_OPCODE && i->opcode->flags & OPCODE_STORES)
            fold_sum(f, n);
        else if (i->operation == IR_OPCODE)
            fold_branch(f, n);
    }
    if (!f->drop[n])
        learn(f, i);
}

/* A variable that is set to a number, a sum with a number, a number that is compared. */
static bool has_numbers(const struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        int number;
        if (i->operation == IR_OPCODE && i->operand_count
            && (ir_is_row(i, OP_store) || i->opcode->flags & OPCODE_STORES)
            && number_of(&i->operands[i->operand_count - 1], &number))
            return true;
        if (i->operation == IR_OPCODE && i->operand_count && number_of(&i->operands[0], &number))
            return true;
    }
    return false;
}

bool ir_fold(struct ir_program *p, struct ir_routine *r)
{
    struct folding f = { .p = p, .r = r };
    const struct ir_blocks *b;
    if (!has_numbers(r) || ir_is_by_hand(r))
        return false;
    b = blocks_find(p, r);
    f.facts = ARENA_ARRAY(&p->scratch, struct fact, FIRST_TEMPORARY + r->temporary_count);
    f.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    for (int block = 0; block < b->count; block++) {
        if (block == 0 || b->at[block].entries > 1 || b->at[block - 1].next != block)
            f.since++;
        for (int n = b->at[block].first; n < b->at[block].end; n++)
            fold_instruction(&f, n);
    }
    if (f.changed)
        blocks_drop(p, r, f.drop);
    return f.changed;
}
