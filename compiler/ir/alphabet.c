/* Golmac: MIT licence, see LICENSE. */
/* Characters: Unicode to ZSCII (Standard, section 3.8), and how each ZSCII code is spelt in Z-characters with the
   standard alphabets or the program's own (3.5). Codes outside the alphabets are spelt by the ten-bit escape (3.4). */
#include "compiler/ir/alphabet.h"

#include <string.h>

enum { SHIFT_A1 = 4, SHIFT_A2 = 5, ESCAPE = 6, A2_ESCAPE = 52, A2_NEW_LINE = 53, FIRST_EXTRA = 155 };

static const char standard_alphabet[] =
    "abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ" " \n0123456789.,!?_#'\"/\\-:()";

/* Section 3.8.5.3: the characters of ZSCII 155 to 223 unless the story has a table of its own. */
static const uint16_t standard_extra[] = {
    0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf, 0xbb, 0xab, 0xeb, 0xef, 0xff, 0xcb, 0xcf, 0xe1, 0xe9, 0xed, 0xf3, 0xfa,
    0xfd, 0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xdd, 0xe0, 0xe8, 0xec, 0xf2, 0xf9, 0xc0, 0xc8, 0xcc, 0xd2, 0xd9, 0xe2, 0xea,
    0xee, 0xf4, 0xfb, 0xc2, 0xca, 0xce, 0xd4, 0xdb, 0xe5, 0xc5, 0xf8, 0xd8, 0xe3, 0xf1, 0xf5, 0xc3, 0xd1, 0xd5, 0xe6,
    0xc6, 0xe7, 0xc7, 0xfe, 0xf0, 0xde, 0xd0, 0xa3, 0x153, 0x152, 0xa1, 0xbf
};

static int find_extra(const struct ir_program *p, uint32_t unit)
{
    if (p->extra_given) {
        for (int i = 0; i < p->extra_characters.count; i++)
            if (p->extra_characters.at[i] == unit)
                return FIRST_EXTRA + i;
        return -1;
    }
    for (size_t i = 0; i < sizeof standard_extra / sizeof standard_extra[0]; i++)
        if (standard_extra[i] == unit)
            return FIRST_EXTRA + (int)i;
    return -1;
}

int alphabet_zscii(const struct ir_program *p, uint32_t unit)
{
    if (unit >= TEXT_ZSCII && unit < TEXT_LOW_STRING)
        return (int)(unit - TEXT_ZSCII) & 1023;
    if (unit == '\n' || unit == '\r')
        return 13;
    if (unit >= 32 && unit <= 126)
        return (int)unit;
    return find_extra(p, unit);
}

uint32_t alphabet_unicode(const struct ir_program *p, int zscii)
{
    int index = zscii - FIRST_EXTRA;
    if (zscii == 13)
        return '\n';
    if (zscii >= 32 && zscii <= 126)
        return (uint32_t)zscii;
    if (index < 0 || !p->extra_given)
        return index < 0 ? 0 : alphabet_standard_extra(index);
    return index < p->extra_characters.count ? p->extra_characters.at[index] : 0;
}

uint32_t alphabet_standard(int place)
{
    return (unsigned char)standard_alphabet[place];
}

uint32_t alphabet_standard_extra(int index)
{
    return index < (int)(sizeof standard_extra / sizeof standard_extra[0]) ? standard_extra[index] : 0;
}

static void spell_escaped(struct spelling *s, int zscii)
{
    *s = (struct spelling){ 4, { SHIFT_A2, ESCAPE, (uint8_t)(zscii >> 5), (uint8_t)(zscii & 31) } };
}

/* Earlier alphabets are cheaper, so a character that stands twice keeps its first spelling. */
static void spell_by_alphabet(struct alphabet *a, int place)
{
    struct spelling *s = &a->spelling[place == A2_NEW_LINE ? 13 : a->zscii[place]];
    uint8_t character = (uint8_t)(6 + place % 26);
    if (place == A2_ESCAPE || s->count < 4)
        return;
    if (place < 26)
        *s = (struct spelling){ 1, { character } };
    else
        *s = (struct spelling){ 2, { place < 52 ? SHIFT_A1 : SHIFT_A2, character } };
}

static void take_alphabet(const struct ir_program *p, struct alphabet *a)
{
    for (int i = 0; i < 78; i++) {
        int zscii = alphabet_zscii(p, p->alphabet[i]);
        if (i == A2_ESCAPE || i == A2_NEW_LINE)
            zscii = i == A2_ESCAPE ? 32 : 13;
        a->zscii[i] = (uint8_t)(zscii < 0 ? '?' : zscii);
    }
    a->custom = true;
}

const struct alphabet *alphabet_of(struct ir_program *p)
{
    struct alphabet *a;
    if (p->spellings)
        return p->spellings;
    a = ARENA_NEW(p->arena, struct alphabet);
    memcpy(a->zscii, standard_alphabet, sizeof a->zscii);
    if (p->alphabet[0])
        take_alphabet(p, a);
    for (int zscii = 0; zscii < 256; zscii++)
        spell_escaped(&a->spelling[zscii], zscii);
    for (int place = 0; place < 78; place++)
        spell_by_alphabet(a, place);
    a->spelling[' '] = (struct spelling){ 1, { 0 } };
    return p->spellings = a;
}

struct spelling alphabet_spell(const struct alphabet *a, int code)
{
    struct spelling s;
    if (code <= 255)
        return a->spelling[code];
    spell_escaped(&s, code);
    return s;
}

int alphabet_word_letters(const struct ir_program *p)
{
    return p->version <= 3 ? 6 : 9;
}

struct spelling alphabet_spell_entry(int entry)
{
    return (struct spelling){ 2, { (uint8_t)(1 + entry / 32), (uint8_t)(entry % 32) } };
}

static struct spelling spell_unit(const struct ir_program *p, const struct alphabet *a, uint32_t unit)
{
    int zscii = alphabet_zscii(p, unit);
    if (unit >= TEXT_LOW_STRING)
        return alphabet_spell_entry((int)(unit - TEXT_LOW_STRING));
    return alphabet_spell(a, zscii < 0 ? '?' : zscii);
}

bool alphabet_spell_word(struct ir_program *p, struct text word, uint8_t letters[IR_WORD_LETTERS])
{
    const struct alphabet *a = alphabet_of(p);
    int most = alphabet_word_letters(p), count = 0;
    for (int i = 0; i < word.length; i++) {
        struct spelling s = spell_unit(p, a, word.units[i]);
        for (int k = 0; k < s.count; k++, count++)
            if (count < most)
                letters[count] = s.at[k];
    }
    for (int i = count; i < most; i++)
        letters[i] = ALPHABET_PAD;
    return count > most;
}
