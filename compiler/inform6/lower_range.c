/* Golmac: MIT licence, see LICENSE. */
/* Loops that count from one number to another: in their bodies, arrays that have all these entries are read and
   written without strict mode's checks. */
#include "compiler/inform6/lower.h"

struct range { int local, first, last; };

static bool is_plain_number(const struct ir_operand *o, int *n)
{
    *n = (int16_t)(uint16_t)o->value.offset;
    return o->kind == OPERAND_VALUE && o->value.kind == VALUE_NUMBER;
}

static bool writes(const struct ir_instruction *i, int local)
{
    const struct ir_operand *o = ir_written(i);
    return o->kind == OPERAND_LOCAL && o->value.index == local;
}

/* A label of the source, where control may come from anywhere, or assembly. */
static bool is_unclear(const struct lowering *l, const struct ir_instruction *i)
{
    bool of_source = i->operation == IR_LABEL && i->label >= l->first_label
        && i->label < l->first_label + l->routine->label_count;
    return of_source || i->by_hand;
}

/* The only instruction from `from` to `to` - 1 that sets the local. NULL: there is none, there are more, or what
   happens is not clear. */
static const struct ir_instruction *only_write(const struct lowering *l, int from, int to, int local)
{
    const struct ir_instruction *only = NULL;
    for (int n = from; n < to; n++) {
        const struct ir_instruction *i = &l->out->code.at[n];
        if (is_unclear(l, i) || (writes(i, local) && only))
            return NULL;
        if (writes(i, local))
            only = i;
    }
    return only;
}

static bool is_left_alone(const struct lowering *l, int from, int to, int local)
{
    for (int n = from; n < to; n++)
        if (is_unclear(l, &l->out->code.at[n]) || writes(&l->out->code.at[n], local))
            return false;
    return true;
}

/* A local that is compared with a number: the last number for which this holds, going up or down. */
static bool read_limit(const struct expr *e, bool up, struct range *r)
{
    enum mark open = up ? MARK_LESS : MARK_GREATER, closed = up ? MARK_LESS_EQUAL : MARK_GREATER_EQUAL;
    const struct expr *with = e->arguments;
    if (e->kind == EXPR_LOGIC && e->mark == MARK_AND)
        return read_limit(e->left, up, r) || read_limit(e->right, up, r);
    if (e->kind != EXPR_COMPARE || (e->mark != open && e->mark != closed) || e->left->kind != EXPR_LOCAL
        || with->next || with->constant.kind != VALUE_NUMBER)
        return false;
    r->local = e->left->value;
    r->last = (int16_t)(uint16_t)with->constant.offset + (e->mark == closed ? 0 : up ? -1 : 1);
    return true;
}

static bool find_range(const struct lowering *l, const struct expr *condition, const struct loop_code *c, bool up,
                       struct range *r)
{
    const struct ir_instruction *start, *step;
    if (!read_limit(condition, up, r) || !is_left_alone(l, c->body, c->step, r->local))
        return false;
    start = only_write(l, c->start, c->body, r->local);
    step = only_write(l, c->step, c->test, r->local);
    return r->last < 0x7FFF && start && ir_is_row(start, OP_store) && is_plain_number(&start->operands[1], &r->first)
        && step && ir_is_row(step, up ? OP_inc : OP_dec)
        && is_left_alone(l, c->test, l->out->code.count, r->local);
}

/* Which check of an array's entry the instruction calls: VENEER_COUNT: none. */
static enum veneer check_called(const struct lowering *l, const struct ir_instruction *i)
{
    static const enum veneer checks[] = { VENEER_ARRAY_LOAD_BYTE, VENEER_ARRAY_LOAD_WORD, VENEER_ARRAY_STORE_BYTE,
                                          VENEER_ARRAY_STORE_WORD };
    const struct ir_value *to;
    if (i->operation != IR_CALL)
        return VENEER_COUNT;
    to = &i->operands[0].value;
    if (i->operands[0].kind != OPERAND_VALUE || to->kind != VALUE_ROUTINE
        || !l->f->program->routines.at[to->index]->veneer)
        return VENEER_COUNT;
    for (size_t k = 0; k < sizeof checks / sizeof checks[0]; k++)
        if (l->f->veneer[checks[k]] && l->f->veneer_index[checks[k]] == to->index)
            return checks[k];
    return VENEER_COUNT;
}

static void settle_check(struct lowering *l, struct ir_instruction *i, enum veneer check, int low, int high)
{
    bool words = check == VENEER_ARRAY_LOAD_WORD || check == VENEER_ARRAY_STORE_WORD;
    bool loads = check == VENEER_ARRAY_LOAD_BYTE || check == VENEER_ARRAY_LOAD_WORD;
    const struct ir_array *a = &l->f->program->arrays.at[i->operands[1].value.index];
    if (low < 0 || high > lower_last_index(a, words))
        return;
    i->operation = IR_OPCODE;
    i->opcode = opcode_row(loads ? words ? OP_loadw : OP_loadb : words ? OP_storew : OP_storeb);
    i->operands++;
    i->operand_count = loads ? 2 : 3;
}

void lower_settle_indices(struct lowering *l, const struct expr *condition, const struct loop_code *c)
{
    struct range r = { 0, 0, 0 };
    bool up = true;
    if (!lower_is_strict(l))
        return;
    if (!find_range(l, condition, c, true, &r)) {
        up = false;
        if (!find_range(l, condition, c, false, &r))
            return;
    }
    for (int n = c->body; n < c->step; n++) {
        struct ir_instruction *i = &l->out->code.at[n];
        enum veneer check = check_called(l, i);
        if (check != VENEER_COUNT && i->operands[2].kind == OPERAND_LOCAL && i->operands[2].value.index == r.local)
            settle_check(l, i, check, up ? r.first : r.last, up ? r.last : r.first);
    }
}
