/* Golmac: MIT licence, see LICENSE.

   Styles and colours. */
#include "frontends/screen/style.h"
#include "frontends/screen/characters.h"
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

/* ---- Measuring ---- */

unsigned metrics_advance(const struct screen_metrics *metrics, const struct screen_style *style, const zm_u16 *text,
                         unsigned length)
{
    if (length == 0)
        return 0;
    if (metrics->advance)
        return metrics->advance(metrics->context, style, text, length);
    return columns_of(text, length) * metrics->cell_width;
}
