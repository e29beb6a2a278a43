/* Golmac: MIT licence, see LICENSE. */
/* The bytes of a source file to UTF-8 with '\n' line ends: they are in the character set that -C names, or, where
   nothing names one, in UTF-8 if all of them make sense so, else in ISO 8859-1. As in Inform a no-break space is a
   space, a soft hyphen a hyphen, a byte 0 the end, and what no character is becomes '?'. In comments that does not
   matter; elsewhere encoding_check says it, once for a file. */
#include "compiler/inform6/token.h"
#include "frontends/base/utf.h"

#include <string.h>

enum { NO_BREAK_SPACE = 0xA0, SOFT_HYPHEN = 0xAD, END_OF_FILE_MARK = 26 };

/* The upper halves, $A0 to $FF, of ISO 8859-2 to 8859-9 as they were in 1999; 0: not in the set. */
static const uint16_t upper_halves[8][96] = {
    { /* 8859-2 */
        0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E, 0x0164,
        0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7,
        0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102,
        0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
        0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
        0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
        0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3,
        0x00F4, 0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9
    },
    { /* 8859-3 */
        0x00A0, 0x0126, 0x02D8, 0x00A3, 0x00A4, 0, 0x0124, 0x00A7, 0x00A8, 0x0130, 0x015E, 0x011E,
        0x0134, 0x00AD, 0, 0x017B, 0x00B0, 0x0127, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x0125, 0x00B7,
        0x00B8, 0x0131, 0x015F, 0x011F, 0x0135, 0x00BD, 0, 0x017C, 0x00C0, 0x00C1, 0x00C2, 0,
        0x00C4, 0x010A, 0x0108, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF,
        0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x0120, 0x00D6, 0x00D7, 0x011C, 0x00D9, 0x00DA, 0x00DB,
        0x00DC, 0x016C, 0x015C, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0, 0x00E4, 0x010B, 0x0109, 0x00E7,
        0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0, 0x00F1, 0x00F2, 0x00F3,
        0x00F4, 0x0121, 0x00F6, 0x00F7, 0x011D, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x016D, 0x015D, 0x02D9
    },
    { /* 8859-4 */
        0x00A0, 0x0104, 0x0138, 0x0156, 0x00A4, 0x0128, 0x013B, 0x00A7, 0x00A8, 0x0160, 0x0112, 0x0122,
        0x0166, 0x00AD, 0x017D, 0x00AF, 0x00B0, 0x0105, 0x02DB, 0x0157, 0x00B4, 0x0129, 0x013C, 0x02C7,
        0x00B8, 0x0161, 0x0113, 0x0123, 0x0167, 0x014A, 0x017E, 0x014B, 0x0100, 0x00C1, 0x00C2, 0x00C3,
        0x00C4, 0x00C5, 0x00C6, 0x012E, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x0116, 0x00CD, 0x00CE, 0x012A,
        0x0110, 0x0145, 0x014C, 0x0136, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x0172, 0x00DA, 0x00DB,
        0x00DC, 0x0168, 0x016A, 0x00DF, 0x0101, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x012F,
        0x010D, 0x00E9, 0x0119, 0x00EB, 0x0117, 0x00ED, 0x00EE, 0x012B, 0x0111, 0x0146, 0x014D, 0x0137,
        0x00F4, 0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x0173, 0x00FA, 0x00FB, 0x00FC, 0x0169, 0x016B, 0x02D9
    },
    { /* 8859-5 */
        0x00A0, 0x0401, 0x0402, 0x0403, 0x0404, 0x0405, 0x0406, 0x0407, 0x0408, 0x0409, 0x040A, 0x040B,
        0x040C, 0x00AD, 0x040E, 0x040F, 0x0410, 0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417,
        0x0418, 0x0419, 0x041A, 0x041B, 0x041C, 0x041D, 0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423,
        0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042A, 0x042B, 0x042C, 0x042D, 0x042E, 0x042F,
        0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437, 0x0438, 0x0439, 0x043A, 0x043B,
        0x043C, 0x043D, 0x043E, 0x043F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444, 0x0445, 0x0446, 0x0447,
        0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F, 0x2116, 0x0451, 0x0452, 0x0453,
        0x0454, 0x0455, 0x0456, 0x0457, 0x0458, 0x0459, 0x045A, 0x045B, 0x045C, 0x00A7, 0x045E, 0x045F
    },
    { /* 8859-6 */
        0x00A0, 0, 0, 0, 0x00A4, 0, 0, 0, 0, 0, 0, 0,
        0x060C, 0x00AD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0x061B, 0, 0, 0, 0x061F, 0, 0x0621, 0x0622, 0x0623,
        0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F,
        0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, 0x0638, 0x0639, 0x063A, 0,
        0, 0, 0, 0, 0x0640, 0x0641, 0x0642, 0x0643, 0x0644, 0x0645, 0x0646, 0x0647,
        0x0648, 0x0649, 0x064A, 0x064B, 0x064C, 0x064D, 0x064E, 0x064F, 0x0650, 0x0651, 0x0652, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    },
    { /* 8859-7 */
        0x00A0, 0x2018, 0x2019, 0x00A3, 0, 0, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0, 0x00AB,
        0x00AC, 0x00AD, 0, 0x2015, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x0384, 0x0385, 0x0386, 0x00B7,
        0x0388, 0x0389, 0x038A, 0x00BB, 0x038C, 0x00BD, 0x038E, 0x038F, 0x0390, 0x0391, 0x0392, 0x0393,
        0x0394, 0x0395, 0x0396, 0x0397, 0x0398, 0x0399, 0x039A, 0x039B, 0x039C, 0x039D, 0x039E, 0x039F,
        0x03A0, 0x03A1, 0, 0x03A3, 0x03A4, 0x03A5, 0x03A6, 0x03A7, 0x03A8, 0x03A9, 0x03AA, 0x03AB,
        0x03AC, 0x03AD, 0x03AE, 0x03AF, 0x03B0, 0x03B1, 0x03B2, 0x03B3, 0x03B4, 0x03B5, 0x03B6, 0x03B7,
        0x03B8, 0x03B9, 0x03BA, 0x03BB, 0x03BC, 0x03BD, 0x03BE, 0x03BF, 0x03C0, 0x03C1, 0x03C2, 0x03C3,
        0x03C4, 0x03C5, 0x03C6, 0x03C7, 0x03C8, 0x03C9, 0x03CA, 0x03CB, 0x03CC, 0x03CD, 0x03CE, 0
    },
    { /* 8859-8 */
        0x00A0, 0, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00D7, 0x00AB,
        0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
        0x00B8, 0x00B9, 0x00F7, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0x2017, 0x05D0, 0x05D1, 0x05D2, 0x05D3, 0x05D4, 0x05D5, 0x05D6, 0x05D7,
        0x05D8, 0x05D9, 0x05DA, 0x05DB, 0x05DC, 0x05DD, 0x05DE, 0x05DF, 0x05E0, 0x05E1, 0x05E2, 0x05E3,
        0x05E4, 0x05E5, 0x05E6, 0x05E7, 0x05E8, 0x05E9, 0x05EA, 0, 0, 0, 0, 0
    },
    { /* 8859-9 */
        0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB,
        0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
        0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x00C3,
        0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF,
        0x011E, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA, 0x00DB,
        0x00DC, 0x0130, 0x015E, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
        0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x011F, 0x00F1, 0x00F2, 0x00F3,
        0x00F4, 0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x0131, 0x015F, 0x00FF
    }
};

/* The letters of each set in the order in which they become the story's, as first and last bytes. */
static const unsigned char letters[8][30] = {
    { 0xA1, 0xA1, 0xA3, 0xA3, 0xA5, 0xA6, 0xA9, 0xAC, 0xAE, 0xAF, 0xC0, 0xD6, 0xD8, 0xDE, 0xB1, 0xB1, 0xB3, 0xB3,
      0xB5, 0xB6, 0xB9, 0xBC, 0xBE, 0xBF, 0xDF, 0xF6, 0xF8, 0xFE },
    { 0xA1, 0xA1, 0xA6, 0xA6, 0xA9, 0xAC, 0xAF, 0xAF, 0xB1, 0xB1, 0xB6, 0xB6, 0xB9, 0xBC, 0xBF, 0xC2, 0xC4, 0xCF,
      0xD1, 0xD6, 0xD8, 0xE2, 0xE4, 0xEF, 0xF1, 0xF6, 0xF8, 0xFE },
    { 0xA1, 0xA3, 0xA5, 0xA6, 0xA9, 0xAC, 0xAE, 0xAE, 0xB1, 0xB1, 0xB3, 0xB3, 0xB5, 0xB6, 0xB9, 0xD6, 0xD8, 0xF6,
      0xF8, 0xFE },
    { 0xA1, 0xAC, 0xAE, 0xEF, 0xF1, 0xFC, 0xFE, 0xFF },
    { 0xAC, 0xAC, 0xBB, 0xBB, 0xBF, 0xBF, 0xC1, 0xDA, 0xE0, 0xF2 },
    { 0xB4, 0xB6, 0xB8, 0xBA, 0xBC, 0xBC, 0xBE, 0xD1, 0xD3, 0xFE },
    { 0xE0, 0xFA },
    { 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0xFF }
};

int encoding_letters(char set, uint16_t found[ENCODING_MOST_LETTERS])
{
    int count = 0;
    if (set < '2' || set > '9')
        return 0;
    for (const unsigned char *range = letters[set - '2']; range[0]; range += 2)
        for (int byte = range[0]; byte <= range[1]; byte++)
            found[count++] = upper_halves[set - '2'][byte - 0xA0];
    return count;
}

/* One character off the bytes: its code, and how many bytes it took. */
struct decoded {
    uint32_t code;
    int size;
    bool bad;
};

struct reading {
    char set;                    /* as options.character_set */
    bool guessed;                /* UTF-8, though nobody said so */
};

static struct decoded decode_utf8(const struct reading *r, const unsigned char *at, size_t left)
{
    uint32_t code = 0;
    int size = (int)utf8_character(at, left, &code);
    if (!size)
        return (struct decoded){ '?', 1, true };
    if (r->guessed && (code == NO_BREAK_SPACE || code == SOFT_HYPHEN))
        code = code == SOFT_HYPHEN ? '-' : ' ';
    return (struct decoded){ code, size, false };
}

static struct decoded decode_byte(char set, unsigned char byte)
{
    uint32_t code = set < '2' ? byte : upper_halves[set - '2'][byte < 0xA0 ? 0 : byte - 0xA0];
    if (byte < 0xA0 || set == '0' || !code)
        return (struct decoded){ '?', 1, true };
    return (struct decoded){ byte == NO_BREAK_SPACE ? ' ' : byte == SOFT_HYPHEN ? '-' : code, 1, false };
}

static bool is_blank(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == END_OF_FILE_MARK;
}

/* Bytes that stand for themselves in every character set. */
static bool is_plain_byte(unsigned char byte)
{
    return (byte >= ' ' && byte < 127) || (is_blank(byte) && byte != '\r');
}

static struct decoded decode(const struct reading *r, const unsigned char *at, size_t left)
{
    if (at[0] == '\r')
        return (struct decoded){ '\n', left > 1 && at[1] == '\n' ? 2 : 1, false };
    if (at[0] < 128)
        return (struct decoded){ is_plain_byte(at[0]) ? at[0] : '?', 1, !is_plain_byte(at[0]) };
    return r->set == 'u' ? decode_utf8(r, at, left) : decode_byte(r->set, at[0]);
}

static size_t byte_order_mark(const unsigned char *bytes, size_t size)
{
    return size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* These eight are all printable characters of ASCII: less 32 each keeps its top bit clear, and so does less 1 what its
   bits make with those of 127. */
static bool are_printable(const unsigned char *bytes)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return !((eight | (eight - 32 * ones) | ((eight ^ 127 * ones) - ones)) & 0x80 * ones);
}

/* How many bytes from here on are the same in every character set and no '\r': all, in most sources. */
static size_t plain_run(const unsigned char *bytes, size_t left)
{
    size_t i = 0;
    for (; left - i >= 8; i += 8)
        for (size_t k = are_printable(bytes + i) ? 8 : 0; k < 8; k++)
            if (!is_plain_byte(bytes[i + k]))
                return i + k;
    while (i < left && is_plain_byte(bytes[i]))
        i++;
    return i;
}

static size_t end_of(const unsigned char *bytes, size_t size)
{
    const unsigned char *zero = memchr(bytes, 0, size);
    return zero ? (size_t)(zero - bytes) : size;
}

static bool are_ascii(const unsigned char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return !(eight & 0x8080808080808080u);
}

/* Whether it is well-formed, and has characters beyond ASCII. */
static bool is_utf8(const unsigned char *bytes, size_t size)
{
    uint32_t code;
    bool beyond = false;
    for (size_t i = 0, length; i < size; i += length) {
        length = size - i >= 8 && are_ascii(bytes + i) ? 8 : bytes[i] < 128 ? 1
            : utf8_character(bytes + i, size - i, &code);
        beyond |= bytes[i] > 127;
        if (!length)
            return false;
    }
    return beyond;
}

/* Hardly any text in another set happens to be well-formed UTF-8. */
static struct reading choose_reading(const struct compiler *c, const unsigned char *bytes, size_t size)
{
    struct reading r = { c->options.character_set, false };
    if (c->options.switch_by['C'] == CHOSEN_BY_DEFAULT && !c->options.byte_map && is_utf8(bytes, size))
        r = (struct reading){ 'u', true };
    return r;
}

static void map_bytes(const unsigned char *map, unsigned char *bytes, size_t size)
{
    for (size_t i = 0; map && i < size; i++)
        bytes[i] = map[bytes[i]];
}

char *encoding_to_utf8(struct compiler *c, unsigned char *bytes, size_t size, int *length)
{
    struct reading r;
    char *text;
    int put = 0;
    map_bytes(c->options.byte_map, bytes, size);
    if (plain_run(bytes, size) == size) {
        *length = (int)size;
        return (char *)bytes;
    }
    size = end_of(bytes, size);
    r = choose_reading(c, bytes, size);
    text = arena_alloc(&c->arena, size * 3 + 1);
    for (size_t i = byte_order_mark(bytes, size); i < size; ) {
        size_t plain = plain_run(bytes + i, size - i);
        struct decoded d;
        memcpy(text + put, bytes + i, plain);
        put += (int)plain;
        i += plain;
        if (i == size)
            break;
        d = decode(&r, bytes + i, size - i);
        put += utf8_put(text + put, d.code);
        i += (size_t)d.size;
    }
    text[put] = '\0';
    *length = put;
    return text;
}

/* Messages */

enum place { IN_CODE, IN_COMMENT, IN_STRING, IN_QUOTES };

static enum place place_after(enum place place, uint32_t code)
{
    switch (place) {
    case IN_CODE: return code == '!' ? IN_COMMENT : code == '"' ? IN_STRING : code == '\'' ? IN_QUOTES : IN_CODE;
    case IN_COMMENT: return code == '\n' ? IN_CODE : IN_COMMENT;
    case IN_STRING: return code == '"' ? IN_CODE : IN_STRING;
    default: return code == '\'' || code == '\n' ? IN_CODE : IN_QUOTES;
    }
}

/* Behind so many bytes of ASCII. */
static enum place place_behind(enum place place, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (place == IN_COMMENT || place == IN_STRING) {
            const unsigned char *end = memchr(bytes + i, place == IN_COMMENT ? '\n' : '"', count - i);
            if (!end)
                return place;
            i = (size_t)(end - bytes);
        }
        place = place_after(place, bytes[i]);
    }
    return place;
}

/* What a file has outside comments. */
struct findings {
    position bad, beyond_ascii;  /* the first; 0: none */
    int bad_count;
    unsigned char bad_byte;
};

static void find(struct findings *f, const struct decoded *d, unsigned char byte, position at)
{
    if (d->bad && f->bad_count++ == 0) {
        f->bad = at;
        f->bad_byte = byte;
    }
    if (d->code > 127 && !f->beyond_ascii)
        f->beyond_ascii = at;
}

static void say(struct compiler *c, const struct findings *f, const struct reading *r)
{
    if (f->bad && r->set == 'u' && !r->guessed)
        diag(&c->diagnostics, DIAG_BAD_UTF8, f->bad, f->bad_byte);
    else if (f->bad)
        diag(&c->diagnostics, DIAG_NOT_IN_CHARACTER_SET, f->bad, f->bad_byte, r->set, f->bad_count);
    if (r->guessed && f->beyond_ascii)
        diag(&c->diagnostics, DIAG_TAKEN_AS_UTF8, f->beyond_ascii);
}

/* Old files are filled up with such bytes; anything else is lost. */
static bool is_filling(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] && !is_blank(bytes[i]))
            return false;
    return true;
}

void encoding_check(struct compiler *c, const unsigned char *bytes, size_t size, struct source *s)
{
    char scratch[4];
    size_t end = end_of(bytes, size);
    struct reading r = choose_reading(c, bytes, end);
    struct findings found = {0};
    enum place place = IN_CODE;
    position at = s->start;
    if (s->text == (const char *)bytes)
        return;
    s->guessed = r.guessed;
    for (size_t i = byte_order_mark(bytes, end); i < end; ) {
        size_t plain = plain_run(bytes + i, end - i);
        struct decoded d;
        place = place_behind(place, bytes + i, plain);
        at += (position)plain;
        i += plain;
        if (i == end)
            break;
        d = decode(&r, bytes + i, end - i);
        if (place != IN_COMMENT)
            find(&found, &d, bytes[i], at);
        place = place_after(place, d.code);
        at += (position)utf8_put(scratch, d.code);
        i += (size_t)d.size;
    }
    say(c, &found, &r);
    if (!is_filling(bytes + end, size - end))
        diag(&c->diagnostics, DIAG_ZERO_ENDS, at);
}
