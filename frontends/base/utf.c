/* Golmac: MIT licence, see LICENSE.

   UTF-8 and UTF-16. */
#include "frontends/base/utf.h"

static int is_high(zm_u32 unit) { return unit >= 0xD800 && unit < 0xDC00; }
static int is_low(zm_u32 unit) { return unit >= 0xDC00 && unit < 0xE000; }

static size_t put_character(char *text, zm_u32 c)
{
    static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    size_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    size_t i;

    for (i = bytes - 1; i > 0; i--) {
        text[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    text[0] = (char)(lead[bytes == 1 ? 0 : bytes] | c);
    return bytes;
}

size_t utf8_encode(char *text, const zm_u16 *units, size_t length)
{
    size_t i, size = 0;

    for (i = 0; i < length; i++) {
        zm_u32 c = units[i];

        if (c < 0x80) {
            text[size++] = (char)c;
            continue;
        }
        if (is_high(c) && i + 1 < length && is_low(units[i + 1]))
            c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00u);
        else if (is_high(c) || is_low(c))
            c = UTF_REPLACEMENT;
        size += put_character(text + size, c);
    }
    return size;
}

/* Bytes of the character that begins with this one; 0 if none does. */
static size_t length_of(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* The character at text; *used bytes of it were eaten, at least one. */
static zm_u32 get_character(const unsigned char *text, size_t length, size_t *used)
{
    static const zm_u32 least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t bytes = length_of(text[0]);
    zm_u32 c = bytes < 2 ? text[0] : text[0] & (0x7Fu >> bytes);
    size_t i;

    *used = 1;
    if (bytes == 0)
        return UTF_REPLACEMENT;
    for (i = 1; i < bytes; i++) {
        if (i >= length || (text[i] & 0xC0) != 0x80)
            return UTF_REPLACEMENT;
        c = c << 6 | (text[i] & 0x3Fu);
        *used = i + 1;
    }
    return c < least[bytes] || c > 0x10FFFF || is_high(c) || is_low(c) ? UTF_REPLACEMENT : c;
}

size_t utf8_decode(zm_u16 *units, size_t room, const char *text, size_t length)
{
    size_t used, at, size = 0;

    for (at = 0; at < length; at += used) {
        zm_u32 c = get_character((const unsigned char *)text + at, length - at, &used);

        if (size + (c > 0xFFFF ? 2 : 1) > room)
            break;
        if (c > 0xFFFF) {
            units[size++] = (zm_u16)(0xD7C0 + (c >> 10));
            c = 0xDC00 | (c & 0x3FF);
        }
        units[size++] = (zm_u16)c;
    }
    return size;
}

void utf8_write(FILE *file, const zm_u16 *text, unsigned length)
{
    enum { PIECE = 512 };
    char bytes[PIECE * UTF8_PER_UNIT];
    size_t size;

    while (length) {
        unsigned piece = length < PIECE ? length : PIECE;

        if (piece < length && text[piece - 1] >= 0xD800 && text[piece - 1] < 0xDC00)
            piece--;
        size = utf8_encode(bytes, text, piece);
        fwrite(bytes, 1, size, file);
        text += piece;
        length -= piece;
    }
}
