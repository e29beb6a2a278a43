/* Golmac: MIT licence, see LICENSE.

   Lexical analysis (section 13): dividing a line into words, and finding them in a dictionary. */
#include "machine.h"

/* What an analysis works on: a dictionary of separators, then entries of one length, sorted or not (13.2,
   13.3); a line of length characters, at positions that count from origin; the parse buffer (13.6). */
struct analysis {
    zm_u32 separators, entries, line;
    zm_u16 entry_count, parse;
    zm_u8 separator_count, entry_length, sorted;
    zm_u8 length, origin;
    zm_u8 count, room, keep_unknown;
};

static int open_dictionary(struct zm *zm, struct analysis *a, zm_u16 address)
{
    zm_u16 count;

    a->separator_count = zm_byte(zm, address);
    a->separators = (zm_u32)address + 1;
    a->entries = a->separators + a->separator_count;
    a->entry_length = zm_byte(zm, a->entries);
    count = zm_word(zm, a->entries + 1);
    a->entries += 3;
    a->sorted = !(count & 0x8000);
    a->entry_count = a->sorted ? count : WORD(0u - count);
    if (a->entry_length >= 2 * ENCODED_WORDS(zm) || count == 0)
        return 1;
    zm_stop(zm, ZM_ERROR_bad_dictionary, address);
    return 0;
}

/* Versions 1 to 4 end the line with a zero, later ones count it (15, read). */
static void find_line(struct zm *zm, struct analysis *a, zm_u16 text)
{
    a->origin = BEFORE(zm, 5) ? 1 : 2;
    a->line = (zm_u32)text + a->origin;
    a->length = zm_byte(zm, text + a->origin - 1u);
    if (BEFORE(zm, 5)) {
        unsigned room = a->length;

        a->length = 0;
        while (a->length < room && zm_byte(zm, a->line + a->length))
            a->length++;
    }
}

/* Compare an encoded word with the entry at address: below, at or above 0. */
static int compare(struct zm *zm, const zm_u16 *encoded, zm_u32 address)
{
    unsigned i;
    zm_u16 word;

    for (i = 0; i < ENCODED_WORDS(zm); i++, address += 2) {
        word = zm_word(zm, address);
        if (encoded[i] != word)
            return encoded[i] < word ? -1 : 1;
    }
    return 0;
}

/* Sorted entries are searched from the middle, others from the front. */
static zm_u16 find_word(struct zm *zm, const struct analysis *a, const zm_u16 *encoded)
{
    zm_u16 low = 0, high = a->entry_count;

    while (low < high) {
        zm_u16 middle = a->sorted ? WORD(low + (unsigned)(high - low) / 2) : low;
        zm_u32 address = a->entries + (zm_u32)middle * a->entry_length;
        int order = compare(zm, encoded, address);

        if (order == 0)
            return WORD(address);
        if (order < 0 && a->sorted)
            high = middle;
        else
            low = WORD(middle + 1u);
    }
    return 0;
}

/* Encode the word of length characters at address. */
static void encode(struct zm *zm, zm_u32 address, unsigned length, zm_u16 *encoded)
{
    zm_u8 zscii[3 * ENCODED_WORDS_MAX];
    unsigned i;

    if (length > sizeof zscii)
        length = sizeof zscii;
    for (i = 0; i < length; i++)
        zscii[i] = zm_load_byte(zm, address + i);
    zm_encode(zm, zscii, length, encoded);
}

/* The word from position from up to position to, if there is one. */
static void add_word(struct zm *zm, struct analysis *a, unsigned from, unsigned to)
{
    zm_u16 block = WORD(a->parse + 2u + 4u * a->count);
    zm_u16 encoded[ENCODED_WORDS_MAX];
    zm_u16 entry;

    if (from == to || a->count == a->room)
        return;
    a->count++;
    encode(zm, a->line + from, to - from, encoded);
    entry = find_word(zm, a, encoded);
    if (entry == 0 && a->keep_unknown)
        return;
    zm_store_word(zm, block, entry);
    zm_store_word(zm, WORD(block + 2u), WORD((to - from) << 8 | (from + a->origin)));
}

static int is_separator(struct zm *zm, const struct analysis *a, zm_u8 zscii)
{
    unsigned i;

    for (i = 0; i < a->separator_count; i++)
        if (zm_byte(zm, a->separators + i) == zscii)
            return 1;
    return 0;
}

/* Spaces divide words and vanish; separators divide them and are words themselves (13.6.1). The end
   divides like a space. */
void zm_tokenise(struct zm *zm, zm_u16 text, zm_u16 parse, zm_u16 dictionary, int keep_unknown)
{
    struct analysis a;
    unsigned at, from = 0;

    if (!open_dictionary(zm, &a, dictionary))
        return;
    find_line(zm, &a, text);
    a.parse = parse;
    a.count = 0;
    a.room = zm_byte(zm, parse);
    a.keep_unknown = LOW(keep_unknown);
    for (at = 0; at <= a.length && zm->state != ZM_FAULT; at++) {
        zm_u8 zscii = at < a.length ? zm_byte(zm, a.line + at) : LOW(' ');
        int divides = is_separator(zm, &a, zscii);

        if (!divides && zscii != ' ')
            continue;
        add_word(zm, &a, from, at);
        if (divides && at < a.length)
            add_word(zm, &a, at, at + 1);
        from = at + 1;
    }
    zm_store_byte(zm, WORD(parse + 1u), a.count);
}

code op_tokenise(struct zm *zm, code ip)
{
    zm_u16 dictionary = zm->count > 2 && zm->operand[2] ? zm->operand[2] : zm->dictionary;

    zm_tokenise(zm, zm->operand[0], zm->operand[1], dictionary, zm->count > 3 && zm->operand[3]);
    return ip;
}

code op_encode_text(struct zm *zm, code ip)
{
    zm_u16 encoded[ENCODED_WORDS_MAX];
    unsigned i;

    encode(zm, (zm_u32)zm->operand[0] + zm->operand[2], zm->operand[1], encoded);
    for (i = 0; i < ENCODED_WORDS(zm); i++)
        zm_store_word(zm, WORD(zm->operand[3] + 2 * i), encoded[i]);
    return ip;
}
