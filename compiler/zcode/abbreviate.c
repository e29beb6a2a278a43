/* Golmac: MIT licence, see LICENSE. */
/* Which abbreviations texts may use: with -e those that the program declares, with -u those found here. Of all
   substrings that occur more than once (suffix.c lists them) the search takes the one that saves most, then the one
   that saves most in addition, and so on. It measures the saving against the optimal parse of the texts with what
   it chose before: forward and backward costs at the ends of a substring give it without another parse. Estimates
   in the heap only fall, so it looks at most candidates once. At the end, better ones replace choices that later
   ones made nearly useless. */
#include "compiler/zcode/back.h"

#include "compiler/zcode/suffix.h"
#include "interp/header.h"

#include <stdlib.h>
#include <string.h>

enum {
    TABLE_ENTRIES = 96, REFERENCE_COST = 2, ENTRY_COST = 3,  /* the table's word, in Z-characters */
    LEAST_LENGTH = 2, ROUNDS = 3, LOOKS = 4, SEPARATOR = 0xFFFF
};

struct match { int16_t choice; int32_t next; };
struct choice {
    struct repeat string;
    bool active, looked_at;
    int uses, loss;
};

struct search {
    struct zcode *z;
    struct arena *arena;
    uint16_t *text;              /* all texts, each with a SEPARATOR behind it; low strings are separators, too */
    int length;
    int *raw;                    /* cost of everything before a place, without abbreviations */
    int *forward, *backward;     /* best cost from the text's start to a place, and from there to its end */
    int *start_of;               /* of the text that a place belongs to */
    int *match_at;               /* first match that begins at a place; -1: none */
    int *stamp, stamps;          /* by a text's start: when it was last visited */
    VECTOR(struct match) matches;
    const int *order;            /* suffixes, sorted */
    struct repeat *heap;
    int heap_count;
    VECTOR(struct choice) choices;
};

/* ---- Gathering ---- */

struct collector { struct zcode *z; uint16_t *at; int length; bool low_strings; };

static void collect(struct collector *k, struct text t)
{
    for (int i = 0; i < t.length; i++) {
        int zscii = alphabet_zscii(k->z->program, t.units[i]);
        k->low_strings |= t.units[i] >= TEXT_LOW_STRING;
        if (k->at)
            k->at[k->length] = t.units[i] >= TEXT_LOW_STRING ? SEPARATOR : (uint16_t)(zscii < 0 ? '?' : zscii);
        k->length++;
    }
    if (k->at)
        k->at[k->length] = SEPARATOR;
    k->length++;
}

static void collect_strings(struct collector *k, bool names)
{
    const struct ir_program *p = k->z->program;
    for (int i = 0; i < p->strings.count; i++)
        if (p->strings.at[i].live && p->strings.at[i].is_name == names)
            collect(k, p->strings.at[i].text);
}

static bool is_low_string_value(const struct ir_operand *o)
{
    return o->kind == OPERAND_VALUE && (o->value.kind == VALUE_LOW_STRING
        || (o->value.kind == VALUE_LAYOUT && o->value.index == LAYOUT_ABBREVIATIONS));
}

/* The statement `string`, and programs by hand, find the table of low strings through the header. */
static bool reads_table_address(const struct ir_instruction *i)
{
    const struct ir_operand *o = i->operands;
    int at;
    if (i->operation != IR_OPCODE || i->operand_count < 2 || o[0].kind != OPERAND_VALUE || o[1].kind != OPERAND_VALUE
        || o[0].value.kind != VALUE_NUMBER || o[1].value.kind != VALUE_NUMBER)
        return false;
    at = o[0].value.offset + o[1].value.offset * (i->opcode == opcode_row(OP_loadw) ? 2 : 1);
    return (i->opcode == opcode_row(OP_loadw) || i->opcode == opcode_row(OP_loadb))
        && (at & 0xFFFE) == H_ABBREVIATIONS;
}

static void collect_code(struct collector *k, const struct ir_routine *r)
{
    for (int i = 0; i < r->code.count; i++) {
        const struct ir_instruction *a = &r->code.at[i];
        if (a->text.length && a->operation != IR_BYTES)
            collect(k, a->text);
        k->low_strings |= reads_table_address(a);
        for (int o = 0; o < a->operand_count; o++)
            k->low_strings |= is_low_string_value(&a->operands[o]);
    }
}

static void collect_all(struct collector *k)
{
    const struct ir_program *p = k->z->program;
    k->length = 0;
    collect_strings(k, false);
    for (int i = 0; i < p->routines.count; i++)
        if (p->routines.at[i]->live)
            collect_code(k, p->routines.at[i]);
    for (int i = 0; i < p->objects.count; i++)
        if (p->objects.at[i].live)
            collect(k, p->objects.at[i].short_name);
    collect_strings(k, true);
}

/* ---- Parsing ---- */

static void parse_forward(struct search *s, int start)
{
    int i = start;
    for (; s->text[i] != SEPARATOR; i++)
        s->forward[i + 1] = s->raw[i + 1] - s->raw[start] + REFERENCE_COST;
    for (i = start, s->forward[i] = 0; s->text[i] != SEPARATOR; i++) {
        int here = s->forward[i], plain = here + s->raw[i + 1] - s->raw[i];
        if (plain < s->forward[i + 1])
            s->forward[i + 1] = plain;
        for (int m = s->match_at[i]; m >= 0; m = s->matches.at[m].next) {
            const struct choice *c = &s->choices.at[s->matches.at[m].choice];
            if (c->active && here + REFERENCE_COST < s->forward[i + c->string.length])
                s->forward[i + c->string.length] = here + REFERENCE_COST;
        }
    }
}

static void parse_backward(struct search *s, int start)
{
    int end = start;
    while (s->text[end] != SEPARATOR)
        end++;
    s->backward[end] = 0;
    for (int i = end - 1; i >= start; i--) {
        s->backward[i] = s->backward[i + 1] + s->raw[i + 1] - s->raw[i];
        for (int m = s->match_at[i]; m >= 0; m = s->matches.at[m].next) {
            const struct choice *c = &s->choices.at[s->matches.at[m].choice];
            if (c->active && REFERENCE_COST + s->backward[i + c->string.length] < s->backward[i])
                s->backward[i] = REFERENCE_COST + s->backward[i + c->string.length];
        }
    }
}

/* Parses again the texts in which a string occurs. Answers by how much they got cheaper. */
static int parse_texts_of(struct search *s, const struct repeat *r, bool both)
{
    int saved = 0;
    s->stamps++;
    for (int k = 0; k < r->count; k++) {
        int start = s->start_of[s->order[r->first + k]];
        if (s->stamp[start] == s->stamps)
            continue;
        s->stamp[start] = s->stamps;
        saved += s->backward[start];
        if (both) {
            parse_forward(s, start);
            parse_backward(s, start);
            saved -= s->backward[start];
        } else {
            parse_backward(s, start);
            saved -= s->backward[start];
        }
    }
    return saved;
}

/* ---- What a string saves ---- */

static int own_cost(const struct search *s, const struct repeat *r)
{
    int at = s->order[r->first], cost = s->raw[at + r->length] - s->raw[at];
    return (cost + 2) / 3 * 3 + ENTRY_COST;
}

static int by_place(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* Whether two occurrences can overlap: some proper beginning is also an ending. */
static bool overlaps_itself(const struct search *s, const struct repeat *r)
{
    const uint16_t *at = s->text + s->order[r->first];
    for (int shift = 1; shift < r->length; shift++)
        if (memcmp(at, at + shift, sizeof *at * (size_t)(r->length - shift)) == 0)
            return true;
    return false;
}

static int saving_at(const struct search *s, const struct repeat *r, int at)
{
    int start = s->start_of[at];
    int with = s->forward[at] + REFERENCE_COST + s->backward[at + r->length];
    return s->backward[start] > with ? s->backward[start] - with : 0;
}

static int saving(struct search *s, const struct repeat *r)
{
    int sum = -own_cost(s, r), last_end = -1;
    struct arena_mark mark = arena_mark(s->arena);
    const int *places = s->order + r->first;
    if (overlaps_itself(s, r)) {
        int *sorted = arena_copy(s->arena, places, sizeof *places * (size_t)r->count);
        qsort(sorted, (size_t)r->count, sizeof *sorted, by_place);
        places = sorted;
    } else {
        last_end = -s->length;
    }
    for (int k = 0; k < r->count; k++) {
        int gain;
        if (last_end >= 0 && places[k] < last_end)
            continue;
        gain = saving_at(s, r, places[k]);
        sum += gain;
        if (gain && last_end >= -1)
            last_end = places[k] + r->length;
    }
    arena_release(s->arena, mark);
    return sum;
}

/* ---- The heap, largest saving first ---- */

static void sift_down(struct search *s, int i)
{
    struct repeat moving = s->heap[i];
    for (;;) {
        int child = 2 * i + 1;
        if (child + 1 < s->heap_count && s->heap[child + 1].saving > s->heap[child].saving)
            child++;
        if (child >= s->heap_count || s->heap[child].saving <= moving.saving)
            break;
        s->heap[i] = s->heap[child];
        i = child;
    }
    s->heap[i] = moving;
}

static void heap_pop(struct search *s)
{
    s->heap[0] = s->heap[--s->heap_count];
    if (s->heap_count)
        sift_down(s, 0);
}

/* Brings the best to the top, with its present saving. False if nothing saves anything. */
static bool find_best(struct search *s)
{
    while (s->heap_count && s->heap[0].saving > 0) {
        int before = s->heap[0].saving;
        s->heap[0].saving = saving(s, &s->heap[0]);
        if (s->heap[0].saving == before)
            return true;
        if (s->heap[0].saving <= 0)
            heap_pop(s);
        else
            sift_down(s, 0);
    }
    return false;
}

/* ---- Choosing ---- */

static void take(struct search *s, int slot, struct repeat r)
{
    s->choices.at[slot] = (struct choice){ .string = r, .active = true };
    for (int k = 0; k < r.count; k++) {
        int at = s->order[r.first + k], m = s->matches.count;
        *vector_add(s->arena, &s->matches) = (struct match){ (int16_t)slot, s->match_at[at] };
        s->match_at[at] = m;
    }
    parse_texts_of(s, &r, true);
}

static void unlink_matches(struct search *s, int slot)
{
    const struct repeat *r = &s->choices.at[slot].string;
    for (int k = 0; k < r->count; k++) {
        int *link = &s->match_at[s->order[r->first + k]];
        while (*link >= 0 && s->matches.at[*link].choice != slot)
            link = &s->matches.at[*link].next;
        if (*link >= 0)
            *link = s->matches.at[*link].next;
    }
}

/* The loss without a choice: parses its texts without it, and again with it. */
static int loss_of(struct search *s, int slot)
{
    struct choice *c = &s->choices.at[slot];
    int loss;
    c->active = false;
    loss = -parse_texts_of(s, &c->string, false);
    c->active = true;
    parse_texts_of(s, &c->string, false);
    return loss - own_cost(s, &c->string);
}

/* How often the texts, as they are parsed now, use each choice. */
static void count_uses(struct search *s)
{
    for (int slot = 0; slot < s->choices.count; slot++)
        s->choices.at[slot].uses = 0;
    for (int i = 0; i < s->length;) {
        int taken = -1;
        for (int m = s->match_at[i]; m >= 0 && taken < 0; m = s->matches.at[m].next) {
            const struct choice *c = &s->choices.at[s->matches.at[m].choice];
            if (c->active && s->backward[i] == REFERENCE_COST + s->backward[i + c->string.length])
                taken = s->matches.at[m].choice;
        }
        if (taken >= 0)
            s->choices.at[taken].uses++;
        i += taken < 0 ? 1 : s->choices.at[taken].string.length;
    }
}

/* What a choice would cost as a text of its own, with the other choices. */
static int cost_without(struct search *s, int slot)
{
    const struct repeat *r = &s->choices.at[slot].string;
    int at = s->order[r->first], cost[LONGEST_REPEAT + 1] = {0};
    for (int i = r->length - 1; i >= 0; i--) {
        cost[i] = cost[i + 1] + s->raw[at + i + 1] - s->raw[at + i];
        for (int m = s->match_at[at + i]; m >= 0; m = s->matches.at[m].next) {
            const struct choice *c = &s->choices.at[s->matches.at[m].choice];
            int end = i + c->string.length;
            if (s->matches.at[m].choice != slot && end <= r->length && REFERENCE_COST + cost[end] < cost[i])
                cost[i] = REFERENCE_COST + cost[end];
        }
    }
    return cost[0];
}

/* No choice loses more than its uses cost in place of it. Of the few that lose least by this, the one that does. */
static int find_weakest(struct search *s, int *least)
{
    int weakest = -1;
    count_uses(s);
    for (int slot = 0; slot < s->choices.count; slot++) {
        struct choice *c = &s->choices.at[slot];
        c->loss = c->uses * (cost_without(s, slot) - REFERENCE_COST) - own_cost(s, &c->string);
        c->looked_at = false;
    }
    for (int look = 0; look < LOOKS && look < s->choices.count; look++) {
        int slot = -1, loss;
        for (int k = 0; k < s->choices.count; k++)
            if (!s->choices.at[k].looked_at && (slot < 0 || s->choices.at[k].loss < s->choices.at[slot].loss))
                slot = k;
        s->choices.at[slot].looked_at = true;
        loss = loss_of(s, slot);
        if (weakest < 0 || loss < *least) {
            weakest = slot;
            *least = loss;
        }
    }
    return weakest;
}

static bool replace_weakest(struct search *s)
{
    int least = 0, weakest = find_weakest(s, &least);
    struct repeat best, old;
    if (weakest < 0 || !find_best(s) || s->heap[0].saving <= least)
        return false;
    best = s->heap[0];
    old = s->choices.at[weakest].string;
    heap_pop(s);
    unlink_matches(s, weakest);
    s->choices.at[weakest].active = false;
    parse_texts_of(s, &old, true);
    take(s, weakest, best);
    return true;
}

static void choose(struct search *s, int most)
{
    while (s->choices.count < most && find_best(s)) {
        struct repeat best = s->heap[0];
        heap_pop(s);
        vector_add(s->arena, &s->choices);
        take(s, s->choices.count - 1, best);
    }
    for (int i = 0; i < most * ROUNDS && replace_weakest(s); i++)
        continue;
}

/* ---- All ---- */

static void prepare(struct search *s, const struct collector *k)
{
    int n = k->length, start = 0;
    s->text = k->at;
    s->length = n;
    s->raw = ARENA_ARRAY(s->arena, int, n + 1);
    s->forward = ARENA_ARRAY(s->arena, int, n + 1);
    s->backward = ARENA_ARRAY(s->arena, int, n + 1);
    s->start_of = ARENA_ARRAY(s->arena, int, n + 1);
    s->match_at = ARENA_ARRAY(s->arena, int, n + 1);
    s->stamp = ARENA_ARRAY(s->arena, int, n + 1);
    memset(s->match_at, -1, sizeof s->match_at[0] * (size_t)(n + 1));
    for (int i = 0; i < n; i++) {
        s->raw[i + 1] = s->raw[i] + (s->text[i] == SEPARATOR ? 0 : text_code_cost(s->z, s->text[i]));
        s->start_of[i] = start;
        s->forward[i] = s->raw[i] - s->raw[start];
        if (s->text[i] == SEPARATOR) {
            for (int b = start; b <= i; b++)
                s->backward[b] = s->raw[i] - s->raw[b];
            start = i + 1;
        }
    }
}

static void build_heap(struct search *s, const struct repeats *list)
{
    s->heap = list->at;
    s->heap_count = 0;
    for (int i = 0; i < list->count; i++) {
        struct repeat r = list->at[i];
        int at = s->order[r.first], cost = s->raw[at + r.length] - s->raw[at];
        r.saving = r.count * (cost - REFERENCE_COST) - own_cost(s, &r);
        if (r.saving > 0)
            s->heap[s->heap_count++] = r;
    }
    for (int i = s->heap_count / 2 - 1; i >= 0; i--)
        sift_down(s, i);
}

/* As the source would declare it, to be put into the program in place of -u. */
static void say_choice(const struct ir_program *p, const struct text *t, FILE *out)
{
    fprintf(out, "%s \"", p->abbreviate);
    for (int i = 0; i < t->length; i++) {
        uint32_t u = t->units[i];
        if (u == '\n' || u == '"')
            putc(u == '"' ? '~' : '^', out);
        else if (u >= TEXT_ZSCII)
            fprintf(out, "@@%d", (int)(u - TEXT_ZSCII));
        else if (u < ' ' || u >= 126 || strchr("@^\\", (int)u))
            fprintf(out, "@{%X}", (unsigned)u);
        else
            putc((int)u, out);
    }
    fputs("\";\n", out);
}

/* Copies the choices as texts of ZSCII codes, before the search's memory is given back. */
static int copy_choices(const struct search *s, struct text *out, uint32_t *units)
{
    for (int i = 0; i < s->choices.count; i++) {
        const struct repeat *r = &s->choices.at[i].string;
        for (int k = 0; k < r->length; k++) {
            int code = s->text[s->order[r->first] + k];
            units[k] = alphabet_unicode(s->z->program, code);
            if (!units[k])
                units[k] = TEXT_ZSCII + (uint32_t)code;
        }
        out[i] = (struct text){ units, r->length };
        units += LONGEST_REPEAT;
    }
    return s->choices.count;
}

static void find(struct zcode *z, struct collector *k, int most)
{
    struct text *found = ARENA_ARRAY(&z->c->arena, struct text, TABLE_ENTRIES);
    uint32_t *units = ARENA_ARRAY(&z->c->arena, uint32_t, TABLE_ENTRIES * LONGEST_REPEAT);
    struct arena_mark mark = arena_mark(&z->c->arena);
    struct search s = { .z = z, .arena = &z->c->arena };
    struct repeats list;
    int count;
    k->at = ARENA_ARRAY(s.arena, uint16_t, k->length + 1);
    collect_all(k);
    prepare(&s, k);
    list = suffix_repeats(s.arena, s.text, s.length, SEPARATOR, LEAST_LENGTH, &s.order);
    build_heap(&s, &list);
    choose(&s, most);
    count = copy_choices(&s, found, units);
    arena_release(&z->c->arena, mark);
    for (int i = 0; i < count; i++) {
        text_add_abbreviation(z, found[i]);
        if (z->c->options.trace[TRACE_FINDABBREVS] || !z->c->options.optimize)
            say_choice(z->program, &found[i], stdout);
    }
}

/* Low strings come first in the table. If the program uses none, -u gives their places to abbreviations. */
static int entries_for_abbreviations(struct zcode *z, bool low_strings)
{
    const struct options *o = &z->c->options;
    int low = o->setting[SETTING_MAX_DYNAMIC_STRINGS], most = o->setting[SETTING_MAX_ABBREVS];
    bool chosen = o->setting_by[SETTING_MAX_ABBREVS] != CHOSEN_BY_DEFAULT;
    if (low + most > TABLE_ENTRIES && chosen)
        low = TABLE_ENTRIES - most;
    if (o->find_abbreviations && !low_strings && !chosen) {
        low = 0;
        most = TABLE_ENTRIES;
    }
    z->low_string_count = low;
    return most < TABLE_ENTRIES - low ? most : TABLE_ENTRIES - low;
}

static void declare_one(struct zcode *z, const struct ir_abbreviation *a)
{
    int before = z->abbreviations.count;
    struct codes codes = {0};
    long cost = 0;
    text_add_abbreviation(z, a->text);
    if (z->abbreviations.count > before)
        codes = vector_last(&z->abbreviations)->codes;
    for (int i = 0; i < codes.length; i++)
        cost += text_code_cost(z, codes.at[i]);
    if (cost <= REFERENCE_COST)
        diag(&z->c->diagnostics, DIAG_USELESS_ABBREVIATION, a->at, cost);
}

static void declare(struct zcode *z, int most)
{
    const struct ir_program *p = z->program;
    if (p->abbreviations.count > most)
        diag(&z->c->diagnostics, DIAG_LIMIT, 0, "abbreviations ($MAX_ABBREVS and $MAX_DYNAMIC_STRINGS share 96)",
             (long)p->abbreviations.count, z->version, (long)most);
    for (int i = 0; i < p->abbreviations.count && i < most; i++)
        declare_one(z, &p->abbreviations.at[i]);
}

void abbreviate_choose(struct zcode *z)
{
    struct collector k = { .z = z };
    int most;
    z->alphabet = alphabet_of(z->program);
    if (z->c->options.find_abbreviations)
        collect_all(&k);
    most = entries_for_abbreviations(z, k.low_strings);
    if (z->c->options.find_abbreviations)
        find(z, &k, most);
    else if (z->c->options.economy)
        declare(z, most);
}
