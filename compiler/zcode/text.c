/* Golmac: MIT licence, see LICENSE. */
/* Texts to Z-characters (Standard, section 3). A text is parsed from its end: the cheapest spelling of each suffix
   is known before that of the next longer one. So abbreviations are used optimally, not greedily. */
#include "compiler/zcode/back.h"

#include <string.h>

enum { WORD_END = 0x80, TABLE_ENTRIES = 96 };

static struct codes text_codes(struct zcode *z, struct arena *arena, struct text t)
{
    uint16_t *codes = ARENA_ARRAY(arena, uint16_t, t.length);
    for (int i = 0; i < t.length; i++) {
        int zscii = alphabet_zscii(z->program, t.units[i]);
        if (t.units[i] >= TEXT_LOW_STRING)
            codes[i] = (uint16_t)(CODE_LOW_STRING + (t.units[i] - TEXT_LOW_STRING));
        else
            codes[i] = (uint16_t)(zscii < 0 ? '?' : zscii);
    }
    return (struct codes){ codes, t.length };
}

static struct spelling spell(const struct zcode *z, int code)
{
    return code >= CODE_LOW_STRING ? alphabet_spell_entry(code - CODE_LOW_STRING) : alphabet_spell(z->alphabet, code);
}

int text_code_cost(const struct zcode *z, int code)
{
    return spell(z, code).count;
}

int text_characters(const struct zcode *z, struct text t)
{
    int count = 0;
    for (int i = 0; i < t.length; i++)
        count += t.units[i] >= TEXT_LOW_STRING ? 2 : spell(z, alphabet_zscii(z->program, t.units[i]) & 1023).count;
    return count;
}

/* The suffixes' costs, and the abbreviation each best begins with (-1: spell the code). */
struct parse { int *cost, *choice; };

static void parse_at(const struct zcode *z, struct codes c, struct parse *p, int i)
{
    p->cost[i] = spell(z, c.at[i]).count + p->cost[i + 1];
    p->choice[i] = -1;
    if (c.at[i] >= CODE_LOW_STRING)
        return;
    for (int a = z->first_abbreviation[c.at[i]]; a >= 0; a = z->abbreviations.at[a].next) {
        struct codes found = z->abbreviations.at[a].codes;
        if (found.length > c.length - i || 2 + p->cost[i + found.length] >= p->cost[i])
            continue;
        if (memcmp(found.at, c.at + i, sizeof c.at[0] * (size_t)found.length) == 0) {
            p->cost[i] = 2 + p->cost[i + found.length];
            p->choice[i] = a;
        }
    }
}

static struct parse parse(struct zcode *z, struct codes c)
{
    struct parse p = { ARENA_ARRAY(&z->scratch, int, c.length + 1), ARENA_ARRAY(&z->scratch, int, c.length + 1) };
    for (int i = c.length - 1; i >= 0; i--)
        parse_at(z, c, &p, i);
    return p;
}

/* Z-characters gather three to a word; the last word is marked (section 3.2). */
struct packer {
    uint8_t *at;
    int length, gathered;
    unsigned word;
};

static void pack(struct packer *p, int character)
{
    p->word = p->word << 5 | (unsigned)character;
    if (++p->gathered < 3)
        return;
    p->at[p->length++] = (uint8_t)(p->word >> 8);
    p->at[p->length++] = (uint8_t)p->word;
    p->gathered = 0;
    p->word = 0;
}

static void pack_spelling(struct packer *p, struct spelling s)
{
    for (int i = 0; i < s.count; i++)
        pack(p, s.at[i]);
}

static struct encoded pack_end(struct packer *p)
{
    while (p->gathered || !p->length)
        pack(p, ALPHABET_PAD);
    p->at[p->length - 2] |= WORD_END;
    return (struct encoded){ p->at, p->length };
}

struct encoded text_encode(struct zcode *z, struct text t, enum text_use use)
{
    struct codes c = text_codes(z, &z->scratch, t);
    struct parse p = {0};
    struct packer out = {0};
    struct encoded e;
    bool abbreviate = use != TEXT_ABBREVIATION && z->abbreviations.count;
    if (abbreviate)
        p = parse(z, c);
    out.at = arena_alloc(&z->scratch, (size_t)(ALPHABET_MOST_SPELLING * c.length + 6));
    for (int i = 0; i < c.length;) {
        int a = abbreviate ? p.choice[i] : -1;
        pack_spelling(&out, a < 0 ? spell(z, c.at[i]) : alphabet_spell_entry(z->low_string_count + a));
        if (a >= 0)
            z->abbreviations.at[a].uses++;
        i += a < 0 ? 1 : z->abbreviations.at[a].codes.length;
    }
    e = pack_end(&out);
    z->text_characters += t.length;
    z->text_bytes += e.length;
    return e;
}

struct encoded text_encode_word(struct zcode *z, const struct ir_word *w)
{
    struct packer out = { .at = arena_alloc(&z->scratch, 6) };
    for (int i = 0; i < alphabet_word_letters(z->program); i++)
        pack(&out, w->letters[i]);
    return pack_end(&out);
}

void text_add_abbreviation(struct zcode *z, struct text t)
{
    struct abbreviation a = { text_codes(z, &z->c->arena, t), t, -1, 0 };
    if (a.codes.length < 1 || a.codes.at[0] >= CODE_LOW_STRING)
        return;
    a.next = z->first_abbreviation[a.codes.at[0]];
    z->first_abbreviation[a.codes.at[0]] = z->abbreviations.count;
    *vector_add(&z->c->arena, &z->abbreviations) = a;
}

int text_place_string(struct zcode *z, struct encoded e)
{
    struct bytes *strings = &z->section[SECTION_STRINGS];
    bytes_align(strings, z->unit);
    bytes_add_block(strings, e.bytes, e.length);
    return strings->count - e.length;
}

int text_place_low_string(struct zcode *z, int string)
{
    struct bytes *low = &z->section[SECTION_LOW_STRINGS];
    if (z->low_string_at[string] < 0) {
        struct encoded e = text_encode(z, z->program->strings.at[string].text, TEXT_ABBREVIATION);
        z->low_string_at[string] = low->count;
        bytes_add_block(low, e.bytes, e.length);
    }
    return z->low_string_at[string];
}

static void add_half_address(struct zcode *z, int offset)
{
    struct bytes *table = &z->section[SECTION_ABBREVIATIONS];
    *vector_add(&z->c->arena, &z->fixups) = (struct fixup){
        SECTION_ABBREVIATIONS, 2, table->count, { (enum ir_value_kind)VALUE_HALF_LOW, 0, offset } };
    bytes_add_word(table, 0);
}

/* A low string prints three spaces until the program sets it, as with Inform. Entries that no text uses are left
   out only with -O, since programs may find the table through the header and fill it. */
static void build_table(struct zcode *z)
{
    static const uint32_t spaces[3] = { ' ', ' ', ' ' };
    struct bytes *low = &z->section[SECTION_LOW_STRINGS], *table = &z->section[SECTION_ABBREVIATIONS];
    struct encoded unset = text_encode(z, (struct text){ spaces, 3 }, TEXT_ABBREVIATION);
    if (z->low_string_count)
        bytes_add_block(low, unset.bytes, unset.length);
    for (int i = 0; i < z->low_string_count; i++)
        add_half_address(z, 0);
    for (int i = 0; i < z->abbreviations.count; i++) {
        struct encoded e = text_encode(z, z->abbreviations.at[i].text, TEXT_ABBREVIATION);
        add_half_address(z, low->count);
        bytes_add_block(low, e.bytes, e.length);
    }
    if (!z->c->options.optimize)
        bytes_add_zeros(table, 2 * TABLE_ENTRIES - table->count);
}

void text_encode_strings(struct zcode *z)
{
    const struct ir_program *p = z->program;
    z->strings = ARENA_ARRAY(&z->c->arena, struct encoded, p->strings.count);
    z->string_at = ARENA_ARRAY(&z->c->arena, int, p->strings.count);
    z->low_string_at = ARENA_ARRAY(&z->c->arena, int, p->strings.count);
    for (int i = 0; i < p->strings.count; i++)
        z->string_at[i] = z->low_string_at[i] = -1;
    build_table(z);
    for (int i = 0; i < p->strings.count; i++) {
        struct arena_mark mark = arena_mark(&z->scratch);
        struct encoded e = { NULL, 0 };
        if (p->strings.at[i].live)
            e = text_encode(z, p->strings.at[i].text, TEXT_STRING);
        z->strings[i] = (struct encoded){ arena_copy(&z->c->arena, e.bytes, (size_t)e.length), e.length };
        arena_release(&z->scratch, mark);
    }
}
