/* Golmac: MIT licence, see LICENSE. */
/* Building an ir_program: adding routines, strings, words, tables and instructions. Everything is in the compiler's
   arena. Words are found again by a hash table over their texts, so adding one costs the same however many
   there are. */
#include "compiler/ir/alphabet.h"

#include <stdlib.h>
#include <string.h>

struct ir_program *program_new(struct compiler *c)
{
    struct ir_program *p = ARENA_NEW(&c->arena, struct ir_program);
    p->arena = &c->arena;
    p->version = c->options.version;
    p->release = 1;
    p->main = -1;
    p->keep_unreachable = c->options.setting[SETTING_STRIP_UNREACHABLE_LABELS] == 0;
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
    *vector_add(p->arena, &p->strings) = (struct ir_string){ .text = text, .at = at, .live = true };
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

void text_trace(struct text t, FILE *out)
{
    for (int i = 0; i < t.length; i++) {
        if (t.units[i] < 0x7F && t.units[i] >= ' ' && t.units[i] != '^')
            putc((int)t.units[i], out);
        else
            fprintf(out, t.units[i] == '\n' ? "^" : t.units[i] < TEXT_ZSCII ? "@{%x}" : "@@%u",
                    (unsigned)(t.units[i] & 0xFFFF));
    }
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

int program_add_word(struct ir_program *p, struct text text, position at)
{
    int *slot;
    if (p->words.count * 2 >= p->word_slot_count)
        widen_slots(p);
    slot = find_slot(p, text);
    if (!*slot) {
        struct ir_word *w = vector_add(p->arena, &p->words);
        *w = (struct ir_word){ .text = text, .at = at, .live = true, .entry = p->words.count - 1 };
        w->cut = alphabet_spell_word(p, text, w->letters);
        *slot = p->words.count;
    }
    return *slot - 1;
}

/* By letters; of those that are equal, the first made comes first. */
static int compare_words(const void *a, const void *b)
{
    const struct ir_word *left = *(struct ir_word *const *)a, *right = *(struct ir_word *const *)b;
    int order = memcmp(left->letters, right->letters, sizeof left->letters);
    return order ? order : left < right ? -1 : left > right;
}

void program_merge_words(struct ir_program *p)
{
    struct ir_word **sorted = ARENA_ARRAY(p->arena, struct ir_word *, p->words.count);
    for (int i = 0; i < p->words.count; i++)
        sorted[i] = &p->words.at[i];
    qsort(sorted, (size_t)p->words.count, sizeof *sorted, compare_words);
    for (int i = 0; i < p->words.count; i++) {
        bool same = i > 0 && memcmp(sorted[i]->letters, sorted[i - 1]->letters, sizeof sorted[i]->letters) == 0;
        sorted[i]->entry = same ? sorted[i - 1]->entry : (int)(sorted[i] - p->words.at);
    }
}

/* Tables */

int program_add_table(struct ir_program *p, const char *name, bool is_static)
{
    *vector_add(p->arena, &p->tables) = (struct ir_table){ .name = name, .is_static = is_static };
    return p->tables.count - 1;
}

/* Every value */

struct visit { void (*act)(struct ir_value *, void *); void *with; };

static void visit_list(struct ir_value *list, int count, const struct visit *v)
{
    for (int i = 0; i < count; i++)
        v->act(&list[i], v->with);
}

static void visit_cells(struct ir_cells *c, const struct visit *v)
{
    for (int i = 0; i < c->list.count; i++)
        v->act(&c->list.at[i].value, v->with);
}

static void visit_object(struct ir_object *o, const struct visit *v)
{
    for (int i = 0; i < o->properties.count; i++)
        visit_list(o->properties.at[i].values.at, o->properties.at[i].values.count, v);
    visit_cells(&o->behind, v);
}

static void visit_data(struct ir_program *p, const struct visit *v)
{
    for (int i = 0; i < p->globals.count; i++)
        v->act(&p->globals.at[i].initial, v->with);
    for (int i = 0; i < p->arrays.count; i++)
        visit_list(p->arrays.at[i].values.at, p->arrays.at[i].values.count, v);
    for (int i = 0; i < p->tables.count; i++)
        visit_cells(&p->tables.at[i].cells, v);
    for (int i = 0; i < p->objects.count; i++)
        visit_object(&p->objects.at[i], v);
    visit_list(p->property_defaults, 64, v);
}

void program_each_data_value(struct ir_program *p, void (*act)(struct ir_value *, void *), void *with)
{
    visit_data(p, &(struct visit){ act, with });
}

struct settling { const struct ir_value *values; };

static void settle(struct ir_value *v, void *with)
{
    const struct settling *s = with;
    int32_t offset = v->offset;
    if (v->kind != VALUE_LATER)
        return;
    *v = s->values[v->index];
    v->offset += offset;
}

static void settle_code(struct ir_routine *r, struct settling *s)
{
    for (int i = 0; i < r->code.count; i++)
        for (int k = 0; k < r->code.at[i].operand_count; k++)
            settle(&r->code.at[i].operands[k].value, s);
}

void program_settle(struct ir_program *p, const struct ir_value *values)
{
    struct settling s = { values };
    for (int i = 0; i < p->routines.count; i++)
        settle_code(p->routines.at[i], &s);
    program_each_data_value(p, settle, &s);
    for (int i = 0; i < p->debug.count; i++)
        settle(&p->debug.at[i].value, &s);
}

/* Code */

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

struct ir_operand routine_new_temporary(struct ir_routine *r)
{
    return (struct ir_operand){ .kind = OPERAND_TEMPORARY, .value = { .index = r->temporary_count++ } };
}

void routine_take_branch(struct ir_program *p, struct ir_instruction *branch)
{
    int label = branch->label;
    branch->operation = label >= 0 ? IR_JUMP : IR_RETURN;
    branch->operand_count = label < 0;
    if (label >= 0)
        return;
    branch->label = LABEL_NONE;
    branch->operands = ARENA_NEW(p->arena, struct ir_operand);
    branch->operands[0] = ir_operand_number(label == LABEL_RETURN_TRUE);
}

void routine_drop(struct ir_routine *r, const bool *drop)
{
    int kept = 0;
    for (int i = 0; i < r->code.count; i++) {
        if (drop[i])
            continue;
        if (kept < i)
            r->code.at[kept] = r->code.at[i];
        kept++;
    }
    r->code.count = kept;
}

bool routine_leads_to(const struct ir_routine *r, int from, int label)
{
    for (; from < r->code.count && ir_is_marker(&r->code.at[from]); from++)
        if (r->code.at[from].operation == IR_LABEL && r->code.at[from].label == label)
            return true;
    return false;
}
