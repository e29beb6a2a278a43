/* Golmac: MIT licence, see LICENSE.

   Text (section 3): decoding Z-characters to ZSCII, and encoding words for the dictionary. */
#include "machine.h"

enum { ALPHABET_SIZE = 26, FIRST_LETTER = 6, ESCAPE = 6, NEW_LINE = 7, PAD = 5 };
enum { ZSCII_NEW_LINE = 13 };

/* ---- Alphabets (3.5) ---- */

/* A0, A1, A2 from Z-character 6 on; in A2 the first is the escape, the second a new line. */
static const char letters[] =
    "abcdefghijklmnopqrstuvwxyz"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    " \r0123456789.,!?_#'\"/\\-:()";
/* A2 of version 1, where a new line is Z-character 1 (3.5.4). */
static const char letters_v1[] = " 0123456789.,!?_#'\"/\\<-:()";

/* A table of the story's own, from version 5 on; 0 if it has none. */
#define OWN_ALPHABET(zm) (BEFORE(zm, 5) ? 0u : (zm)->alphabet)

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
