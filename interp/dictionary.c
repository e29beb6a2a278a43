/* Golmac: MIT licence, see LICENSE.

   Lexical analysis (section 13): dividing a line into words, and finding them in a dictionary. */
#include "machine.h"

/* A dictionary: separators, then entries of one length, sorted or not (13.2, 13.3). */
struct dictionary {
    zm_u32 separators, entries;
    zm_u16 count;
    zm_u8 separator_count, length, sorted;
};

/* A line to analyse: characters at address; positions in the parse buffer count from origin. */
struct line { zm_u16 address, length; zm_u8 origin; };

/* Where words go: the parse buffer (13.6). */
struct words { zm_u16 address; zm_u8 count, room, keep_unknown; };

static int open_dictionary(struct zm *zm, zm_u16 address, struct dictionary *d)
{
    zm_u16 count;

    d->separator_count = zm_byte(zm, address);
    d->separators = (zm_u32)address + 1;
    d->entries = d->separators + d->separator_count;
    d->length = zm_byte(zm, d->entries);
    count = zm_word(zm, d->entries + 1);
    d->entries += 3;
    d->sorted = !(count & 0x8000);
    d->count = d->sorted ? count : WORD(0u - count);
    if (d->length >= 2 * ENCODED_WORDS(zm) || d->count == 0)
        return 1;
    zm_stop(zm, ZM_ERROR_bad_dictionary, address);
    return 0;
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

static zm_u16 search_sorted(struct zm *zm, const struct dictionary *d, const zm_u16 *encoded)
{
    zm_u16 low = 0, high = d->count;

    while (low < high) {
        zm_u16 middle = WORD(low + (unsigned)(high - low) / 2);
        zm_u32 address = d->entries + (zm_u32)middle * d->length;
        int order = compare(zm, encoded, address);

        if (order == 0)
            return WORD(address);
        if (order < 0)
            high = middle;
        else
            low = WORD(middle + 1u);
    }
    return 0;
}

static zm_u16 search_unsorted(struct zm *zm, const struct dictionary *d, const zm_u16 *encoded)
{
    zm_u32 address = d->entries;
    zm_u16 i;

    for (i = 0; i < d->count && address < zm->story_size; i++, address += d->length)
        if (compare(zm, encoded, address) == 0)
            return WORD(address);
    return 0;
}

static zm_u16 look_up(struct zm *zm, const struct dictionary *d, zm_u16 text, zm_u16 length)
{
    zm_u8 zscii[3 * ENCODED_WORDS_MAX];
    zm_u16 encoded[ENCODED_WORDS_MAX];
    unsigned i;

    if (length > sizeof zscii)
        length = sizeof zscii;
    for (i = 0; i < length; i++)
        zscii[i] = zm_byte(zm, text + i);
    zm_encode(zm, zscii, length, encoded);
    return d->sorted ? search_sorted(zm, d, encoded) : search_unsorted(zm, d, encoded);
}

static void add_word(struct zm *zm, struct words *words, const struct dictionary *d,
                     const struct line *line, zm_u16 from, zm_u16 to)
{
    zm_u16 block = WORD(words->address + 2u + 4u * words->count);
    zm_u16 entry;

    if (words->count == words->room)
        return;
    words->count++;
    entry = look_up(zm, d, WORD(line->address + from), WORD(to - from));
    if (entry == 0 && words->keep_unknown)
        return;
    zm_store_word(zm, block, entry);
    zm_store_byte(zm, WORD(block + 2u), LOW(to - from));
    zm_store_byte(zm, WORD(block + 3u), LOW(from + line->origin));
}

static int is_separator(struct zm *zm, const struct dictionary *d, zm_u8 zscii)
{
    unsigned i;

    for (i = 0; i < d->separator_count; i++)
        if (zm_byte(zm, d->separators + i) == zscii)
            return 1;
    return 0;
}

/* Versions 1 to 4 end the line with a zero, later ones count it (15, read). */
static void find_line(struct zm *zm, zm_u16 text, struct line *line)
{
    unsigned room = zm_byte(zm, text);

    if (!BEFORE(zm, 5)) {
        line->origin = 2;
        line->length = zm_byte(zm, text + 1u);
    } else {
        line->origin = 1;
        line->length = 0;
        while (line->length < room && zm_byte(zm, text + 1u + line->length))
            line->length++;
    }
    line->address = WORD(text + line->origin);
}

/* Spaces divide words and vanish; separators divide them and are words themselves (13.6.1). */
void zm_tokenise(struct zm *zm, zm_u16 text, zm_u16 parse, zm_u16 dictionary, int keep_unknown)
{
    struct dictionary d;
    struct line line;
    struct words words;
    zm_u16 at, from = 0;

    if (!open_dictionary(zm, dictionary, &d))
        return;
    find_line(zm, text, &line);
    words.address = parse;
    words.count = 0;
    words.room = zm_byte(zm, parse);
    words.keep_unknown = LOW(keep_unknown);
    for (at = 0; at < line.length && zm->state != ZM_FAULT; at++) {
        zm_u8 zscii = zm_byte(zm, line.address + at);
        int divides = is_separator(zm, &d, zscii);

        if (!divides && zscii != ' ')
            continue;
        if (at > from)
            add_word(zm, &words, &d, &line, from, at);
        if (divides)
            add_word(zm, &words, &d, &line, at, WORD(at + 1u));
        from = WORD(at + 1u);
    }
    if (at > from)
        add_word(zm, &words, &d, &line, from, at);
    zm_store_byte(zm, WORD(parse + 1u), words.count);
}

code op_tokenise(struct zm *zm, code ip)
{
    zm_u16 dictionary = zm->count > 2 && zm->operand[2] ? zm->operand[2] : zm->dictionary;

    zm_tokenise(zm, zm->operand[0], zm->operand[1], dictionary, zm->count > 3 && zm->operand[3]);
    return ip;
}

code op_encode_text(struct zm *zm, code ip)
{
    zm_u8 zscii[3 * ENCODED_WORDS_MAX];
    zm_u16 encoded[ENCODED_WORDS_MAX];
    unsigned i, length = zm->operand[1];

    if (length > sizeof zscii)
        length = sizeof zscii;
    for (i = 0; i < length; i++)
        zscii[i] = zm_load_byte(zm, (zm_u32)zm->operand[0] + zm->operand[2] + i);
    zm_encode(zm, zscii, length, encoded);
    for (i = 0; i < ENCODED_WORDS(zm); i++)
        zm_store_word(zm, WORD(zm->operand[3] + 2 * i), encoded[i]);
    return ip;
}
