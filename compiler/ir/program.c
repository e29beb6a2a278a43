/* Golmac: MIT licence, see LICENSE. */
/* Building an ir_program: adding routines, strings, words and instructions. Everything is in the compiler's
   arena. Words are found again by a hash table over their texts, so adding one costs the same however many
   there are. */
#include "compiler/ir/program.h"

#include <string.h>

struct ir_program *program_new(struct compiler *c)
{
    struct ir_program *p = ARENA_NEW(&c->arena, struct ir_program);
    p->arena = &c->arena;
    p->version = c->options.version;
    p->release = 1;
    p->main = -1;
    p->grammar_version = c->options.setting[SETTING_GRAMMAR_VERSION];
    p->grammar_meta_flag = c->options.setting[SETTING_GRAMMAR_META_FLAG] != 0;
    for (int i = 0; i < 64; i++)
        p->property_defaults[i] = ir_number(0);
    return p;
}

int program_add_routine(struct ir_program *p, const char *name, position at)
{
    struct ir_routine *r = ARENA_NEW(p->arena, struct ir_routine);
    r->name = name;
    r->at = at;
    r->live = true;
    *vector_add(p->arena, &p->routines) = r;
    return p->routines.count - 1;
}

int program_add_string(struct ir_program *p, struct text text, position at)
{
    *vector_add(p->arena, &p->strings) = (struct ir_string){ text, at, true };
    return p->strings.count - 1;
}

uint32_t text_hash(struct text t)
{
    uint32_t h = 0x811c9dc5u;
    for (int i = 0; i < t.length; i++)
        h = (h ^ t.units[i]) * 16777619u;
    return h ^ h >> 15;
}

bool text_equal(struct text a, struct text b)
{
    return a.length == b.length
        && (a.length == 0 || memcmp(a.units, b.units, (size_t)a.length * sizeof a.units[0]) == 0);
}

/* The slot of the word with this text, or the free one where it belongs. Slots hold index + 1; 0 is free. */
static int *find_slot(struct ir_program *p, struct text text)
{
    uint32_t mask = (uint32_t)p->word_slot_count - 1;
    uint32_t i = text_hash(text) & mask;
    while (p->word_slots[i] && !text_equal(p->words.at[p->word_slots[i] - 1].text, text))
        i = (i + 1) & mask;
    return &p->word_slots[i];
}

static void widen_slots(struct ir_program *p)
{
    p->word_slot_count = p->word_slot_count ? p->word_slot_count * 2 : 1024;
    p->word_slots = ARENA_ARRAY(p->arena, int, p->word_slot_count);
    for (int i = 0; i < p->words.count; i++)
        *find_slot(p, p->words.at[i].text) = i + 1;
}

int program_add_word(struct ir_program *p, struct text text, int flags, position at)
{
    int *slot;
    if (p->words.count * 2 >= p->word_slot_count)
        widen_slots(p);
    slot = find_slot(p, text);
    if (!*slot) {
        *vector_add(p->arena, &p->words) = (struct ir_word){ .text = text, .at = at, .live = true, .verb = -1 };
        *slot = p->words.count;
    }
    p->words.at[*slot - 1].flags |= flags;
    return *slot - 1;
}

struct ir_instruction *routine_add(struct ir_program *p, struct ir_routine *r, enum ir_operation operation,
                                   int operand_count)
{
    struct ir_instruction *i = vector_add(p->arena, &r->code);
    i->operation = (uint8_t)operation;
    i->operand_count = (uint8_t)operand_count;
    i->label = LABEL_NONE;
    i->branch_if = true;
    if (operand_count)
        i->operands = ARENA_ARRAY(p->arena, struct ir_operand, operand_count);
    return i;
}

int routine_new_label(struct ir_routine *r)
{
    return r->label_count++;
}
