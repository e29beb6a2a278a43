/* Golmac: MIT licence, see LICENSE. */
/* Decoding UTF-8 strictly (Unicode, table 3-7). */
#include "frontends/base/utf8.h"

static int size_by_first(unsigned char first)
{
    return first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : (first & 0xF0) == 0xE0 ? 3
        : first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

int utf8_character(const unsigned char *at, size_t left, uint32_t *code)
{
    static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
    int size = size_by_first(at[0]);
    if (size == 0 || (size_t)size > left)
        return 0;
    *code = size == 1 ? at[0] : at[0] & (0x7Fu >> size);
    for (int i = 1; i < size; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (at[i] & 0x3Fu);
    }
    return *code < least[size] || (*code >= 0xD800 && *code < 0xE000) || *code > 0x10FFFF ? 0 : size;
}
