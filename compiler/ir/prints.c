/* Golmac: MIT licence, see LICENSE. */
/* Texts printed one after the other become one, and print_ret says a new line and returns true by itself. Before the
   passes, strings that code does nothing with but print them become texts. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

#include <string.h>

struct joining {
    struct ir_program *p;
    struct ir_routine *r;
    bool *drop;                  /* by instruction */
};

static struct text join_texts(struct joining *t, struct text a, struct text b)
{
    uint32_t *units = ARENA_ARRAY(t->p->arena, uint32_t, a.length + b.length);
    if (a.length)
        memcpy(units, a.units, sizeof *units * (size_t)a.length);
    if (b.length)
        memcpy(units + a.length, b.units, sizeof *units * (size_t)b.length);
    return (struct text){ units, a.length + b.length };
}

static bool is_new_line(const struct ir_instruction *i)
{
    return ir_is_row(i, OP_new_line);
}

static bool is_print(const struct ir_instruction *i)
{
    return i->operation == IR_PRINT && !i->by_hand;
}

/* The instruction after i, whatever statement it belongs to; NULL at the end. */
static struct ir_instruction *following(const struct joining *t, const struct ir_instruction *i)
{
    const struct ir_instruction *end = t->r->code.at + t->r->code.count;
    struct ir_instruction *next = t->r->code.at + (i - t->r->code.at) + 1;
    while (next < end && next->operation == IR_LINE)
        next++;
    return next < end ? next : NULL;
}

static void drop(struct joining *t, const struct ir_instruction *i)
{
    t->drop[i - t->r->code.at] = true;
}

/* print, then print or print_ret, perhaps with a new line between: one text, put at the second. */
static bool join_prints(struct joining *t, struct ir_instruction *a)
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
static bool join_return(struct joining *t, struct ir_instruction *a)
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
    if (!b || !is_print(a) || !ir_returns_number(b, 1) || b->by_hand)
        return false;
    b->operation = IR_PRINT_RETURN;
    b->text = text;
    b->operand_count = 0;
    drop(t, a);
    if (between)
        drop(t, between);
    return true;
}

/* print "^" is new_line, and print "" nothing. */
static bool shorten(struct joining *t, struct ir_instruction *a)
{
    if (!is_print(a) || a->text.length > 1 || (a->text.length == 1 && a->text.units[0] != '\n'))
        return false;
    if (a->text.length == 0) {
        drop(t, a);
        return true;
    }
    *a = (struct ir_instruction){ .operation = IR_OPCODE, .opcode = opcode_row(OP_new_line), .at = a->at,
                                  .label = LABEL_NONE };
    return true;
}

bool ir_prints(struct ir_program *p, struct ir_routine *r)
{
    struct joining t = { p, r, ARENA_ARRAY(&p->scratch, bool, r->code.count) };
    bool changed = false;
    for (int i = 0; i < r->code.count; i++)
        changed |= !t.drop[i] && (join_prints(&t, &r->code.at[i]) || join_return(&t, &r->code.at[i])
                                  || shorten(&t, &r->code.at[i]));
    if (changed)
        blocks_drop(p, r, t.drop);
    return changed;
}

/* ---- Strings ---- */

static bool prints_string(const struct ir_instruction *i)
{
    return ir_is_row(i, OP_print_paddr) && i->operands[0].kind == OPERAND_VALUE
        && i->operands[0].value.kind == VALUE_STRING && i->operands[0].value.offset == 0;
}

static void note_use(struct ir_value *v, void *used)
{
    if (v->kind == VALUE_STRING || v->kind == VALUE_LOW_STRING)
        ((bool *)used)[v->index] = true;
}

static void note_uses(struct ir_routine *r, bool *used)
{
    for (int i = 0; i < r->code.count; i++)
        for (int o = 0; o < r->code.at[i].operand_count && !prints_string(&r->code.at[i]); o++)
            if (r->code.at[i].operands[o].kind == OPERAND_VALUE)
                note_use(&r->code.at[i].operands[o].value, used);
}

static void print_texts(const struct ir_program *p, struct ir_routine *r, const bool *used)
{
    for (int i = 0; i < r->code.count; i++) {
        struct ir_instruction *in = &r->code.at[i];
        if (!prints_string(in) || used[in->operands[0].value.index])
            continue;
        in->operation = IR_PRINT;
        in->text = p->strings.at[in->operands[0].value.index].text;
        in->operand_count = 0;
    }
}

void program_print_texts(struct ir_program *p)
{
    bool *used = ARENA_ARRAY(p->arena, bool, p->strings.count);
    program_each_data_value(p, note_use, used);
    for (int r = 0; r < p->routines.count; r++)
        note_uses(p->routines.at[r], used);
    for (int r = 0; r < p->routines.count; r++)
        if (!ir_is_opaque(p->routines.at[r]))
            print_texts(p, p->routines.at[r], used);
}
