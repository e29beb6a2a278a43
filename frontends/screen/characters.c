/* Golmac: MIT licence, see LICENSE.

   Characters and their columns, words and capitals. */
#include "frontends/screen/characters.h"
#include "frontends/base/utf.h"
#include "frontends/base/utf.h"

/* ---- Columns ---- */

static const struct { zm_u32 first, last, columns; } widths[] = {
#define COLUMNS(first, last, columns) { first, last, columns },
#include "frontends/screen/columns.def"
};

enum { FIRST_UNUSUAL = 0x300, ZERO_WIDTH_JOINER = 0x200D, FIRST_PICTOGRAPH = 0x203C };

static bool is_flag(zm_u32 character) { return character >= 0x1F1E6 && character <= 0x1F1FF; }
static bool is_skin(zm_u32 character) { return character >= 0x1F3FB && character <= 0x1F3FF; }

zm_u32 character_at(const zm_u16 *text, unsigned length, unsigned *units)
{
    *units = 1;
    if (!utf16_is_high(text[0]) || length < 2 || !utf16_is_low(text[1]))
        return text[0];
    *units = 2;
    return utf16_join(text[0], text[1]);
}

unsigned columns_of_character(zm_u32 character)
{
    unsigned low = 0, high = sizeof widths / sizeof *widths;

    if (character < FIRST_UNUSUAL)
        return character < 32 ? 0 : 1;
    while (low < high) {
        unsigned middle = (low + high) / 2;

        if (character > widths[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sizeof widths / sizeof *widths && character >= widths[low].first)
        return (unsigned)widths[low].columns;
    return 1;
}

/* Columns of a user-perceived character of so many units: those of its first code point; a flag, made of two,
   takes 2. */
static unsigned columns_of_cluster(const zm_u16 *text, unsigned units)
{
    unsigned one;
    zm_u32 first = character_at(text, units, &one);

    return is_flag(first) && units > one ? 2 : columns_of_character(first);
}

unsigned columns_of(const zm_u16 *text, unsigned length)
{
    unsigned at = 0, columns = 0, units;

    for (; at < length; at += units) {
        if (text[at] < FIRST_UNUSUAL && (at + 1 == length || text[at + 1] < FIRST_UNUSUAL)) {
            columns += text[at] >= 32;
            units = 1;
        } else {
            units = character_units(text + at, length - at);
            columns += columns_of_cluster(text + at, units);
        }
    }
    return columns;
}

unsigned character_units(const zm_u16 *text, unsigned length)
{
    unsigned units, more;
    zm_u32 first = character_at(text, length, &units), next;
    int joined = 0, flags = is_flag(first);

    while (units < length) {
        next = character_at(text + units, length - units, &more);
        if (!(joined && next >= FIRST_PICTOGRAPH) && !is_skin(next) && !(flags == 1 && is_flag(next))
            && (next < FIRST_UNUSUAL || columns_of_character(next) != 0))
            break;
        flags += is_flag(next);
        joined = next == ZERO_WIDTH_JOINER;
        units += more;
    }
    return units;
}

/* ---- Places in a line ---- */

unsigned character_next(const zm_u16 *text, unsigned length, unsigned at)
{
    return at < length ? at + character_units(text + at, length - at) : length;
}

unsigned character_previous(const zm_u16 *text, unsigned at)
{
    unsigned place = 0, next;

    while ((next = character_next(text, at, place)) < at)
        place = next;
    return place;
}

bool character_in_word(zm_u16 unit)
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

zm_u16 character_small(zm_u16 unit)
{
    if ((unit >= 'A' && unit <= 'Z') || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7)
        || (unit >= 0x391 && unit <= 0x3A9) || (unit >= 0x410 && unit <= 0x42F))
        return (zm_u16)(unit + 32);
    if (unit >= 0x400 && unit <= 0x40F)
        return (zm_u16)(unit + 80);
    return unit >= 0x100 && unit <= 0x17E ? small_latin(unit) : unit;
}

bool characters_begin(const zm_u16 *text, unsigned length, const zm_u16 *start, unsigned start_length)
{
    unsigned i;

    for (i = 0; i < start_length && i < length && character_small(text[i]) == character_small(start[i]); i++)
        continue;
    return i == start_length;
}

unsigned characters_find(const zm_u16 *text, unsigned length, const zm_u16 *part, unsigned part_length)
{
    unsigned at;

    for (at = 0; at + part_length <= length; at++)
        if (characters_begin(text + at, length - at, part, part_length))
            return at;
    return length;
}

unsigned character_put(zm_u16 *text, zm_u32 code)
{
    return utf16_put(text, code);
}
