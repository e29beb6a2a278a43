/* Golmac: MIT licence, see LICENSE.

   Characters, words and capitals. */
#include "frontends/screen/letters.h"
#include "frontends/base/utf.h"
#include "frontends/screen/style.h"

unsigned letters_next(const zm_u16 *text, unsigned length, unsigned at)
{
    return at < length ? at + character_units(text + at, length - at) : length;
}

unsigned letters_previous(const zm_u16 *text, unsigned at)
{
    unsigned place = 0, next;

    while ((next = letters_next(text, at, place)) < at)
        place = next;
    return place;
}

bool letters_in_word(zm_u16 unit)
{
    if (unit < 128)
        return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z')
               || unit == '\'';
    return unit >= 0xC0 && unit != 0xD7 && unit != 0xF7 && !(unit >= 0x2000 && unit < 0x2C00 && unit != 0x2019)
           && !(unit >= 0x3000 && unit < 0x3005) && !(unit >= 0xFF00 && unit < 0xFF10);
}

/* Of alphabets whose capitals and small letters alternate, capitals are even in most places, odd in some. */
static zm_u16 small_latin(zm_u16 unit)
{
    if ((unit >= 0x139 && unit <= 0x148) || (unit >= 0x179 && unit <= 0x17E))
        return (zm_u16)(unit + unit % 2);
    return unit == 0x130 || unit == 0x131 || unit >= 0x178 ? unit : (zm_u16)(unit | 1);
}

zm_u16 letters_small(zm_u16 unit)
{
    if ((unit >= 'A' && unit <= 'Z') || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7)
        || (unit >= 0x391 && unit <= 0x3A9) || (unit >= 0x410 && unit <= 0x42F))
        return (zm_u16)(unit + 32);
    if (unit >= 0x400 && unit <= 0x40F)
        return (zm_u16)(unit + 80);
    return unit >= 0x100 && unit <= 0x17E ? small_latin(unit) : unit;
}

bool letters_begin(const zm_u16 *text, unsigned length, const zm_u16 *start, unsigned start_length)
{
    unsigned i;

    for (i = 0; i < start_length && i < length && letters_small(text[i]) == letters_small(start[i]); i++)
        continue;
    return i == start_length;
}

unsigned letters_find(const zm_u16 *text, unsigned length, const zm_u16 *part, unsigned part_length)
{
    unsigned at;

    for (at = 0; at + part_length <= length; at++)
        if (letters_begin(text + at, length - at, part, part_length))
            return at;
    return length;
}

unsigned letters_put(zm_u16 *text, zm_u32 code)
{
    return utf16_put(text, code);
}
