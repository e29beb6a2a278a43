/* Golmac: MIT licence, see LICENSE.

   UTF-8 and UTF-16. */
#include "frontends/base/utf.h"

unsigned utf16_put(uint16_t *units, uint32_t character)
{
    if (character < 0x10000) {
        units[0] = (uint16_t)character;
        return 1;
    }
    units[0] = (uint16_t)(0xD800 + ((character - 0x10000) >> 10));
    units[1] = (uint16_t)(0xDC00 + (character & 0x3FF));
    return 2;
}

size_t utf8_put(char *text, uint32_t character)
{
    static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    size_t bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    size_t i;

    for (i = bytes - 1; i > 0; i--) {
        text[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    text[0] = (char)(lead[bytes == 1 ? 0 : bytes] | character);
    return bytes;
}

size_t utf8_encode(char *text, const uint16_t *units, size_t length)
{
    size_t i, size = 0;

    for (i = 0; i < length; i++) {
        uint32_t c = units[i];

        if (c < 0x80) {
            text[size++] = (char)c;
            continue;
        }
        if (utf16_is_high(c) && i + 1 < length && utf16_is_low(units[i + 1]))
            c = utf16_join(c, units[++i]);
        else if (utf16_is_half(c))
            c = UTF_REPLACEMENT;
        size += utf8_put(text + size, c);
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

/* Take the character at text: *used bytes of it, at least one. Returns whether they were UTF-8; if not, *used of them
   make one U+FFFD. */
static bool take_character(const unsigned char *text, size_t length, size_t *used, uint32_t *character)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t bytes = length_of(text[0]);
    uint32_t c = bytes < 2 ? text[0] : text[0] & (0x7Fu >> bytes);
    size_t i;

    *used = 1;
    if (bytes == 0)
        return false;
    for (i = 1; i < bytes; i++) {
        if (i >= length || (text[i] & 0xC0) != 0x80)
            return false;
        c = c << 6 | (text[i] & 0x3Fu);
        *used = i + 1;
    }
    *character = c;
    return c >= least[bytes] && c <= 0x10FFFF && !utf16_is_half(c);
}

size_t utf8_character(const unsigned char *text, size_t length, uint32_t *character)
{
    size_t used;

    return take_character(text, length, &used, character) ? used : 0;
}

size_t utf8_decode(uint16_t *units, size_t room, const char *text, size_t length)
{
    size_t used, at, size = 0;

    for (at = 0; at < length; at += used) {
        uint32_t c;

        if (!take_character((const unsigned char *)text + at, length - at, &used, &c))
            c = UTF_REPLACEMENT;
        if (size + (c > 0xFFFF ? 2 : 1) > room)
            break;
        size += utf16_put(units + size, c);
    }
    return size;
}

void utf8_write(FILE *file, const uint16_t *text, unsigned length)
{
    enum { PIECE = 512 };
    char bytes[PIECE * UTF8_PER_UNIT];
    size_t size;

    while (length) {
        unsigned piece = length < PIECE ? length : PIECE;

        if (piece < length && utf16_is_high(text[piece - 1]))
            piece--;
        size = utf8_encode(bytes, text, piece);
        fwrite(bytes, 1, size, file);
        text += piece;
        length -= piece;
    }
}
