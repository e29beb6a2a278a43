/* Golmac: MIT licence, see LICENSE. */
/* Texts printed one after the other become one, and print_ret says a new line and returns true by itself. */
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

bool ir_prints(struct ir_program *p, struct ir_routine *r)
{
    struct joining t = { p, r, ARENA_ARRAY(&p->scratch, bool, r->code.count) };
    bool changed = false;
    for (int i = 0; i < r->code.count; i++)
        changed |= !t.drop[i] && (join_prints(&t, &r->code.at[i]) || join_return(&t, &r->code.at[i]));
    if (changed)
        blocks_drop(p, r, t.drop);
    return changed;
}
