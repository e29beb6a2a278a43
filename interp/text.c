/* Golmac: MIT licence, see LICENSE.

   Text (section 3): decoding Z-characters to ZSCII, encoding words for the dictionary, and the
   character sets between ZSCII and Unicode. */
#include "machine.h"

enum { ALPHABET_SIZE = 26, FIRST_LETTER = 6, ESCAPE = 6, NEW_LINE = 7, PAD = 5 };
enum { ZSCII_NEW_LINE = 13, FIRST_EXTRA = 155, LAST_EXTRA = 251 };

/* ---- Alphabets (3.5) ---- */

/* A0, A1, A2 from Z-character 6 on; in A2 the first is the escape, the second a new line. */
static const char letters[] =
    "abcdefghijklmnopqrstuvwxyz"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    " \r0123456789.,!?_#'\"/\\-:()";
/* A2 of version 1, where a new line is Z-character 1 (3.5.4). */
static const char letters_v1[] = " 0123456789.,!?_#'\"/\\<-:()";

/* Tables of the story's own, from version 5 on; 0 if it has none. */
#define OWN_ALPHABET(zm) (BEFORE(zm, 5) ? 0u : (zm)->alphabet)
#define OWN_CHARACTERS(zm) (BEFORE(zm, 5) ? 0u : (zm)->unicode)

static zm_u8 letter(struct zm *zm, unsigned alphabet, unsigned z)
{
    unsigned place = alphabet * ALPHABET_SIZE + z - FIRST_LETTER;

    if (OWN_ALPHABET(zm) && !(alphabet == 2 && z <= NEW_LINE))
        return zm_byte(zm, (zm_u32)zm->alphabet + place);
    if (IS_VERSION(zm, 1) && alphabet == 2)
        return LOW(letters_v1[z - FIRST_LETTER]);
    return LOW(letters[place]);
}

/* ---- Decoding (3.2 to 3.4) ---- */

/* Where decoding stands within one string. */
struct decoder {
    zm_u8 alphabet;      /* for the next Z-character */
    zm_u8 locked;        /* for those after it: other than 0 only in versions 1 and 2 */
    zm_u8 pending;       /* what the Z-characters to come belong to */
    zm_u8 bank;          /* of the abbreviation, 1 to 3; or the high bits of a ZSCII code */
    zm_u8 inside;        /* decoding an abbreviation */
    zm_u16 *left;        /* words that the whole text, its abbreviations included, may still have */
};

/* No text is longer than this; one that is would keep a host waiting inside one instruction. */
enum { TEXT_WORDS_MAX = 0xFFFF };

enum { NOTHING, ABBREVIATION, ZSCII_HIGH, ZSCII_LOW };

static zm_u32 print_string(struct zm *zm, zm_u32 address, int inside, zm_u16 *left);

/* Abbreviation strings are at word addresses (1.2.2), and hold no abbreviations (3.3.1). */
static void print_abbreviation(struct zm *zm, const struct decoder *d, unsigned z)
{
    zm_u32 entry = zm->abbreviations + 2 * (32 * (d->bank - 1u) + z);

    if (d->inside)
        zm_warn(zm, ZM_ERROR_nested_abbreviation, WORD(32 * (d->bank - 1u) + z));
    else
        (void)print_string(zm, (zm_u32)zm_word(zm, entry) * 2, 1, d->left);
}

/* Z-characters 1 to 5: new lines, abbreviations and shifts, which versions 1 and 2 lock (3.2). */
static void decode_control(struct zm *zm, struct decoder *d, unsigned z)
{
    unsigned first_shift = BEFORE(zm, 3) ? 2 : 4;

    if (z == 1 && IS_VERSION(zm, 1)) {
        zm_put_zscii(zm, ZSCII_NEW_LINE);
    } else if (z < first_shift) {
        d->bank = LOW(z);
        d->pending = ABBREVIATION;
    } else if (!BEFORE(zm, 3)) {
        d->alphabet = LOW(z - 3);
        return;
    } else {
        d->alphabet = LOW((d->alphabet + (z & 1 ? 2u : 1u)) % 3);
        if (z >= 4)
            d->locked = d->alphabet;
        return;
    }
    d->alphabet = d->locked;
}

static void decode_pending(struct zm *zm, struct decoder *d, unsigned z)
{
    unsigned was = d->pending;

    d->pending = NOTHING;
    if (was == ABBREVIATION) {
        print_abbreviation(zm, d, z);
    } else if (was == ZSCII_HIGH) {
        d->bank = LOW(z);
        d->pending = ZSCII_LOW;
    } else {
        zm_put_zscii(zm, WORD((unsigned)d->bank << 5 | z));
    }
}

static void decode(struct zm *zm, struct decoder *d, unsigned z)
{
    if (d->pending) {
        decode_pending(zm, d, z);
    } else if (z >= FIRST_LETTER) {
        if (d->alphabet == 2 && z == ESCAPE)
            d->pending = ZSCII_HIGH;
        else
            zm_put_zscii(zm, letter(zm, d->alphabet, z));
        d->alphabet = d->locked;
    } else if (z == 0) {
        zm_put_zscii(zm, ' ');
        d->alphabet = d->locked;
    } else {
        decode_control(zm, d, z);
    }
}

static zm_u32 print_string(struct zm *zm, zm_u32 address, int inside, zm_u16 *left)
{
    struct decoder d;
    unsigned word;

    d.alphabet = d.locked = d.pending = d.bank = 0;
    d.inside = LOW(inside);
    d.left = left;
    do {
        if (ZM_RARELY(address + 1 >= zm->story_size)) {
            zm_stop(zm, ZM_ERROR_bad_string, WORD(address));
            break;
        }
        if (ZM_RARELY(*left == 0)) {
            zm_stop(zm, ZM_ERROR_endless_text, WORD(address));
            break;
        }
        --*left;
        word = zm_raw_word(zm, address);
        address += 2;
        decode(zm, &d, word >> 10 & 31);
        decode(zm, &d, word >> 5 & 31);
        decode(zm, &d, word & 31);
    } while (!(word & 0x8000));
    return address;
}

zm_u32 zm_print_text(struct zm *zm, zm_u32 address)
{
    zm_u16 left = TEXT_WORDS_MAX;

    return print_string(zm, address, 0, &left);
}

zm_u32 zm_string_address(const struct zm *zm, zm_u16 packed)
{
    return UNPACK(zm, packed, string_offset);
}

/* ---- Encoding (3.7) ---- */

/* Z-characters of a word being encoded: as many as fit, padded to the end. */
struct encoder { zm_u8 z[3 * ENCODED_WORDS_MAX]; zm_u8 count, room, locked; };

static void add(struct encoder *e, unsigned z)
{
    if (e->count < e->room)
        e->z[e->count++] = LOW(z);
}

/* The alphabet of a character and its place there; alphabet 3 if it has none. */
static unsigned find_letter(struct zm *zm, unsigned zscii, unsigned *z)
{
    unsigned alphabet = 0;

    if (!OWN_ALPHABET(zm)) { /* the standard alphabets: only A2 needs a search */
        *z = FIRST_LETTER + (zscii | 32) - 'a';
        if (*z >= FIRST_LETTER && *z < FIRST_LETTER + ALPHABET_SIZE)
            return zscii & 32 ? 0 : 1;
        alphabet = 2;
    }
    for (; alphabet < 3; alphabet++)
        for (*z = FIRST_LETTER; *z < FIRST_LETTER + ALPHABET_SIZE; ++*z)
            if (letter(zm, alphabet, *z) == zscii
                && !(alphabet == 2 && (*z == ESCAPE || (*z == NEW_LINE && !BEFORE(zm, 2)))))
                return alphabet;
    return 3;
}

/* Letters not in the alphabets are spelt out in A2. */
static unsigned alphabet_of(struct zm *zm, unsigned zscii)
{
    unsigned z, alphabet = find_letter(zm, zscii, &z);

    return alphabet == 3 ? 2 : alphabet;
}

/* Versions 1 and 2: get to an alphabet for one character, and stay when the next one is of it too
   (3.7.1). */
static void shift_or_lock(struct encoder *e, unsigned alphabet, int stays)
{
    unsigned way = (alphabet + 3 - e->locked) % 3;

    if (way == 0)
        return;
    add(e, (stays ? 3 : 1) + way);
    if (stays)
        e->locked = LOW(alphabet);
}

/* The character zscii[i] of a word of length characters. */
static void encode_character(struct zm *zm, struct encoder *e, const zm_u8 *zscii, unsigned i, unsigned length)
{
    unsigned z, found = find_letter(zm, zscii[i], &z), alphabet = found == 3 ? 2 : found;

    if (BEFORE(zm, 3))
        shift_or_lock(e, alphabet, i + 1 < length && alphabet_of(zm, zscii[i + 1]) == alphabet);
    else if (alphabet)
        add(e, 3 + alphabet);
    if (found < 3) {
        add(e, z);
    } else {
        add(e, ESCAPE);
        add(e, zscii[i] >> 5);
        add(e, zscii[i] & 31u);
    }
}

void zm_encode(struct zm *zm, const zm_u8 *zscii, unsigned length, zm_u16 *encoded)
{
    struct encoder e;
    unsigned i;

    e.count = e.locked = 0;
    e.room = LOW(3 * ENCODED_WORDS(zm));
    for (i = 0; i < length && e.count < e.room; i++)
        encode_character(zm, &e, zscii, i, length);
    while (e.count < e.room)
        add(&e, PAD);
    for (i = 0; i < ENCODED_WORDS(zm); i++)
        encoded[i] = WORD((unsigned)e.z[3 * i] << 10 | (unsigned)e.z[3 * i + 1] << 5 | e.z[3 * i + 2]);
    encoded[i - 1] |= 0x8000;
}

/* ---- ZSCII and Unicode (3.8) ---- */

/* The usual extra characters, of Latin-1; 0x52 and 0x53 stand for U+0152 and U+0153. */
static const zm_u8 extra[] = {
    0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xDF, 0xBB, 0xAB, 0xEB, 0xEF, 0xFF, 0xCB, 0xCF, 0xE1, 0xE9, 0xED,
    0xF3, 0xFA, 0xFD, 0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xDD, 0xE0, 0xE8, 0xEC, 0xF2, 0xF9, 0xC0, 0xC8, 0xCC,
    0xD2, 0xD9, 0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0xC2, 0xCA, 0xCE, 0xD4, 0xDB, 0xE5, 0xC5, 0xF8, 0xD8, 0xE3,
    0xF1, 0xF5, 0xC3, 0xD1, 0xD5, 0xE6, 0xC6, 0xE7, 0xC7, 0xFE, 0xF0, 0xDE, 0xD0, 0xA3, 0x53, 0x52, 0xA1,
    0xBF
};

/* Number of extra characters, from 155 on. */
static unsigned extra_count(struct zm *zm)
{
    unsigned count;

    if (!OWN_CHARACTERS(zm))
        return sizeof extra / sizeof extra[0];
    count = zm_byte(zm, zm->unicode);
    return count > LAST_EXTRA - FIRST_EXTRA + 1 ? LAST_EXTRA - FIRST_EXTRA + 1u : count;
}

static zm_u16 extra_character(struct zm *zm, unsigned i)
{
    if (OWN_CHARACTERS(zm))
        return zm_word(zm, zm->unicode + 1u + 2 * i);
    return extra[i] < 0xA0 ? WORD(0x100 + extra[i]) : extra[i];
}

zm_u16 zm_from_zscii(struct zm *zm, zm_u8 zscii)
{
    if (zscii >= ' ' && zscii <= '~')
        return zscii;
    if (zscii == ZSCII_NEW_LINE)
        return '\n';
    if (zscii >= FIRST_EXTRA && zscii - FIRST_EXTRA < (int)extra_count(zm))
        return extra_character(zm, zscii - (unsigned)FIRST_EXTRA);
    if (IS_VERSION(zm, 6) && (zscii == 9 || zscii == 11))
        return zscii;
    return 0;
}

zm_u8 zm_to_zscii(struct zm *zm, zm_u16 unicode)
{
    unsigned i, count;

    if (unicode >= ' ' && unicode <= '~')
        return LOW(unicode);
    if (unicode == '\n' || unicode == '\r')
        return ZSCII_NEW_LINE;
    count = extra_count(zm);
    for (i = 0; i < count; i++)
        if (extra_character(zm, i) == unicode)
            return LOW(FIRST_EXTRA + i);
    return 0;
}

/* Lower case of the letters that Latin, Greek and Cyrillic share with their capitals by distance. */
static zm_u16 lower_unicode(zm_u16 c)
{
    static const struct { zm_u16 first, last, distance; } ranges[] = {
        {'A', 'Z', 32}, {0xC0, 0xD6, 32}, {0xD8, 0xDE, 32}, {0x391, 0x3A9, 32},
        {0x400, 0x40F, 80}, {0x410, 0x42F, 32}
    };
    unsigned i;

    for (i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return WORD(c + ranges[i].distance);
    if ((c >= 0x100 && c < 0x138) || (c >= 0x14A && c < 0x178))
        return WORD(c | 1);
    return c;
}

zm_u8 zm_typed_zscii(struct zm *zm, zm_u16 unicode)
{
    zm_u8 lower = zm_to_zscii(zm, lower_unicode(unicode));

    return lower ? lower : zm_to_zscii(zm, unicode);
}
