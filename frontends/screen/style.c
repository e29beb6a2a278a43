/* Golmac: MIT licence, see LICENSE.

   Styles, colours, and the columns of characters. */
#include "frontends/screen/style.h"
#include "frontends/base/utf.h"
#include "frontends/screen/metrics.h"

enum { FONT_NORMAL = 1 };

bool screen_style_equal(const struct screen_style *a, const struct screen_style *b)
{
    return a->bits == b->bits && a->font == b->font && a->foreground == b->foreground && a->background == b->background;
}

void style_reset(struct screen_style *style)
{
    style->bits = 0;
    style->font = FONT_NORMAL;
    style->unused = 0;
    style->foreground = style->background = SCREEN_DEFAULT;
}

struct screen_style style_blank(const struct screen_style *style)
{
    struct screen_style blank = *style;

    blank.bits = SCREEN_FIXED;
    blank.font = FONT_NORMAL;
    blank.foreground = SCREEN_DEFAULT;
    return blank;
}

/* ---- Colours ---- */

static const struct { zm_u8 number; zm_u16 colour; } numbered[] = {
#define COLOUR(number, colour) { number, colour },
#include "frontends/screen/colours.def"
};

enum { NUMBERED = sizeof numbered / sizeof *numbered, TRANSPARENT_NUMBER = 15 };

/* Five bits as eight, so that the brightest stays the brightest. */
static zm_u32 widen(unsigned component)
{
    return (component & 31u) << 3 | (component & 31u) >> 2;
}

zm_u32 colour_of_true(zm_u16 colour)
{
    return widen(colour) << 16 | widen((unsigned)colour >> 5) << 8 | widen((unsigned)colour >> 10);
}

zm_u16 colour_true(zm_u32 colour)
{
    return (zm_u16)((colour >> 19 & 31) | (colour >> 11 & 31) << 5 | (colour >> 3 & 31) << 10);
}

zm_u32 colour_of_number(unsigned number)
{
    unsigned i;

    if (number == TRANSPARENT_NUMBER)
        return SCREEN_TRANSPARENT;
    for (i = 0; i < NUMBERED; i++)
        if (numbered[i].number == number)
            return colour_of_true(numbered[i].colour);
    return SCREEN_DEFAULT;
}

unsigned colour_number(zm_u32 colour)
{
    unsigned i;

    if (colour == SCREEN_DEFAULT)
        return 1;
    if (colour == SCREEN_TRANSPARENT)
        return TRANSPARENT_NUMBER;
    for (i = 0; i < NUMBERED; i++)
        if (colour_of_true(numbered[i].colour) == colour)
            return numbered[i].number;
    return 0;
}

/* ---- Characters ---- */

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

unsigned metrics_advance(const struct screen_metrics *metrics, const struct screen_style *style, const zm_u16 *text,
                         unsigned length)
{
    if (length == 0)
        return 0;
    if (metrics->advance)
        return metrics->advance(metrics->context, style, text, length);
    return columns_of(text, length) * metrics->cell_width;
}
