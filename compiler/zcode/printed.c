/* Golmac: MIT licence, see LICENSE. */
/* Texts that routines print. One that several places print becomes one string if that takes less room than a copy
   in line in each place. Programs cannot tell, since such a string has no name. */
#include "compiler/zcode/back.h"

#include <string.h>

struct printed *printed_find(struct zcode *z, struct text t)
{
    uint32_t mask = (uint32_t)z->printed_slots - 1, i = text_hash(t) & mask;
    while (z->printed[i].count && !text_equal(z->printed[i].text, t))
        i = (i + 1) & mask;
    return &z->printed[i];
}

static bool prints(const struct ir_instruction *i)
{
    return i->operation == IR_PRINT || i->operation == IR_PRINT_RETURN;
}

static int count_instructions(const struct ir_program *p)
{
    int count = 0;
    for (int r = 0; r < p->routines.count; r++)
        for (int i = 0; i < p->routines.at[r]->code.count; i++)
            count += prints(&p->routines.at[r]->code.at[i]);
    return count;
}

static void note(struct zcode *z, const struct ir_instruction *i)
{
    struct printed *p = printed_find(z, i->text);
    if (!p->count)
        *p = (struct printed){ .text = i->text, .at = -1 };
    p->count++;
    p->returns += i->operation == IR_PRINT_RETURN;
}

void printed_count(struct zcode *z)
{
    const struct ir_program *p = z->program;
    int count = count_instructions(p);
    for (z->printed_slots = 16; z->printed_slots < 2 * count;)
        z->printed_slots *= 2;
    z->printed = ARENA_ARRAY(&z->c->arena, struct printed, z->printed_slots);
    for (int r = 0; r < p->routines.count; r++) {
        const struct ir_routine *routine = p->routines.at[r];
        for (int i = 0; i < routine->code.count && (routine->live || r == p->main); i++)
            if (prints(&routine->code.at[i]))
                note(z, &routine->code.at[i]);
    }
}

/* In line: an opcode and the text, each time. As a string: print_paddr and its operand, and new_line and rtrue after
   it for print_ret. */
bool printed_is_string(const struct zcode *z, const struct printed *p, int length)
{
    int stored = (length + z->unit - 1) / z->unit * z->unit;
    if (p->text.length > z->c->options.setting[SETTING_ZCODE_MAX_INLINE_STRING])
        return true;
    return p->count > 1 && 3 * p->count + 2 * p->returns + stored < p->count * (1 + length);
}
