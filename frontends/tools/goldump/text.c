/* Golmac: MIT licence, see LICENSE.

   Text: Z-characters to ZSCII to Unicode (section 3). */
#include "frontends/tools/goldump/dump.h"
#include "frontends/base/utf.h"

enum { A2_ESCAPE = 6, A2_NEW_LINE = 7 };

/* Bytes: far more than any has, and little enough that a story cannot make texts grow without end. */
enum { LONGEST_ABBREVIATION = 512 };

static const char standard_letters[] =
    "abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ" " \n0123456789.,!?_#'\"/\\-:()";
static const char version_1_symbols[] = " 0123456789.,!?_#'\"/\\<-:()";

/* 3.8.5.3: ZSCII 155 to 223. */
static const uint16_t extra_characters[] = {
    0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xDF, 0xBB, 0xAB, 0xEB, 0xEF, 0xFF, 0xCB, 0xCF, 0xE1, 0xE9, 0xED, 0xF3,
    0xFA, 0xFD, 0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xDD, 0xE0, 0xE8, 0xEC, 0xF2, 0xF9, 0xC0, 0xC8, 0xCC, 0xD2, 0xD9,
    0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0xC2, 0xCA, 0xCE, 0xD4, 0xDB, 0xE5, 0xC5, 0xF8, 0xD8, 0xE3, 0xF1, 0xF5, 0xC3,
    0xD1, 0xD5, 0xE6, 0xC6, 0xE7, 0xC7, 0xFE, 0xF0, 0xDE, 0xD0, 0xA3, 0x153, 0x152, 0xA1, 0xBF,
};
enum { EXTRA_FIRST = 155, EXTRA_COUNT = sizeof extra_characters / sizeof *extra_characters };

unsigned text_unicode(const struct dump *dump, unsigned zscii)
{
    size_t table = dump->image.unicode;

    if (zscii == 13)
        return '\n';
    if (zscii >= 32 && zscii <= 126)
        return zscii;
    if (dump->image.version == 6 && (zscii == 9 || zscii == 11))
        return ' ';
    if (zscii < EXTRA_FIRST || zscii > 251)
        return 0;
    if (table)
        return zscii - EXTRA_FIRST < image_byte(dump, table) ? image_word(dump, table + 1 + 2 * (zscii - EXTRA_FIRST))
            : 0;
    return zscii - EXTRA_FIRST < EXTRA_COUNT ? extra_characters[zscii - EXTRA_FIRST] : 0;
}

void text_add_unicode(struct bytes *to, unsigned unicode)
{
    char text[UTF8_PER_CHARACTER];

    bytes_add_block(to, text, (int)utf8_put(text, utf16_is_half(unicode) ? UTF_REPLACEMENT : unicode));
}

/* ---- Z-characters ---- */

struct decoder {
    const struct dump *dump;
    struct bytes *to;
    int alphabet, locked;
    int bank;               /* of the abbreviation whose number comes next, from 1; 0: none */
    int escape;             /* halves of a ZSCII code that are still to come */
    unsigned zscii;
    bool inside;            /* an abbreviation: it may hold no other (3.3.1) */
};

static size_t decode_string(struct decoder *decoder, size_t address, size_t end);

static void put_zscii(struct decoder *decoder, unsigned zscii)
{
    unsigned unicode = text_unicode(decoder->dump, zscii);

    if (unicode)
        text_add_unicode(decoder->to, unicode);
    else if (zscii != 0)
        text_add_unicode(decoder->to, 0xFFFD);
}

static void put_letter(struct decoder *decoder, unsigned z)
{
    const struct image *image = &decoder->dump->image;
    int place = decoder->alphabet * 26 + (int)z - 6;

    if (decoder->alphabet == 2 && z == A2_NEW_LINE && image->version > 1)
        bytes_add(decoder->to, '\n');
    else if (image->alphabet)
        put_zscii(decoder, image_byte(decoder->dump, image->alphabet + (size_t)place));
    else if (decoder->alphabet == 2 && image->version == 1)
        bytes_add(decoder->to, version_1_symbols[z - 6]);
    else
        bytes_add(decoder->to, standard_letters[place]);
}

static void put_abbreviation(struct decoder *decoder, unsigned z)
{
    const struct image *image = &decoder->dump->image;
    struct decoder inner = { .dump = decoder->dump, .to = decoder->to, .inside = true };
    size_t entry = image->abbreviations + 2 * (32 * ((size_t)decoder->bank - 1) + z);
    size_t address = image_word(decoder->dump, entry) * (size_t)2;

    if (!decoder->inside && image->abbreviations)
        decode_string(&inner, address, address + LONGEST_ABBREVIATION);
    decoder->bank = 0;
}

/* 3.2.2, 3.2.3, 3.3, 3.5.2 */
static void put_control(struct decoder *decoder, unsigned z)
{
    int version = decoder->dump->image.version;

    decoder->alphabet = decoder->locked;
    if (z == 0)
        bytes_add(decoder->to, ' ');
    else if (z == 1 && version == 1)
        bytes_add(decoder->to, '\n');
    else if (z == 1 || (z <= 3 && version >= 3))
        decoder->bank = (int)z;
    else if (version >= 3)
        decoder->alphabet = (int)z - 3;
    else {
        decoder->alphabet = (decoder->locked + (z & 1 ? 2 : 1)) % 3;
        if (z >= 4)
            decoder->locked = decoder->alphabet;
    }
}

static void put_character(struct decoder *decoder, unsigned z)
{
    if (decoder->escape) {
        decoder->zscii = decoder->zscii << 5 | z;
        if (--decoder->escape == 0)
            put_zscii(decoder, decoder->zscii);
    } else if (decoder->bank)
        put_abbreviation(decoder, z);
    else if (z < 6)
        put_control(decoder, z);
    else if (decoder->alphabet == 2 && z == A2_ESCAPE) {
        decoder->escape = 2;
        decoder->zscii = 0;
        decoder->alphabet = decoder->locked;
    } else {
        put_letter(decoder, z);
        decoder->alphabet = decoder->locked;
    }
}

static size_t decode_string(struct decoder *decoder, size_t address, size_t end)
{
    struct span bytes = decoder->dump->image.bytes;
    unsigned word;

    for (; address < end && span_has(bytes, address, 2); address += 2) {
        word = span_word(bytes, address);
        put_character(decoder, word >> 10 & 31);
        put_character(decoder, word >> 5 & 31);
        put_character(decoder, word & 31);
        if (word & 0x8000)
            return address + 2;
    }
    return bytes.size;
}

size_t text_decode(const struct dump *dump, size_t address, struct bytes *to)
{
    return text_decode_part(dump, address, dump->image.bytes.size, to);
}

size_t text_decode_part(const struct dump *dump, size_t address, size_t length, struct bytes *to)
{
    struct decoder decoder = { .dump = dump, .to = to };

    return decode_string(&decoder, address, address + length);
}

void text_quote(struct bytes *to, struct bytes text)
{
    for (int i = 0; i < text.count; i++)
        switch (text.at[i]) {
        case '\n': bytes_add(to, '^'); break;
        case '"': bytes_add(to, '~'); break;
        case '^': case '~': case '@': case '\\': bytes_format(to, "@@%d", text.at[i]); break;
        default: bytes_add(to, text.at[i]);
        }
}
