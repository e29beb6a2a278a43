/* Golmac: MIT licence, see LICENSE.

   Themes. */
#include "frontends/sdl/theme.h"

#include <string.h>

static const struct theme themes[] = {
#define THEME(name, ...) { name, __VA_ARGS__ },
#include "frontends/sdl/theme.def"
};

const struct theme *theme_find(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof themes / sizeof *themes; i++)
        if (!name || strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

const char *theme_names(void)
{
    return ""
#define THEME(name, ...) " " name
#include "frontends/sdl/theme.def"
        ;
}

zm_u32 theme_ground(const struct theme *theme, zm_u32 colour)
{
    return colour == SCREEN_DEFAULT ? theme->background : colour;
}

/* The text's own colour where the story has set none. */
static zm_u32 usual_ink(const struct theme *theme, unsigned bits)
{
    if (bits & SCREEN_WARNING)
        return theme->warning;
    if (bits & SCREEN_REMARK)
        return theme->remark;
    return bits & SCREEN_INPUT ? theme->input : theme->text;
}

void theme_colours(const struct theme *theme, const struct screen_style *style, zm_u32 *ink, zm_u32 *ground)
{
    if (style->bits & SCREEN_SELECTED) {
        *ink = theme->marked_text;
        *ground = theme->marked;
    } else if (style->bits & SCREEN_FOUND) {
        *ink = theme->found_text;
        *ground = theme->found;
    } else if (style->bits & (SCREEN_REVERSE | SCREEN_STATUS)) {
        *ink = style->background <= 0xFFFFFF ? style->background
               : style->foreground == SCREEN_DEFAULT ? theme->bar_text : theme->background;
        *ground = style->foreground == SCREEN_DEFAULT
                  ? (style->background == SCREEN_DEFAULT ? theme->bar : theme->text) : style->foreground;
    } else {
        *ink = style->foreground == SCREEN_DEFAULT ? usual_ink(theme, style->bits) : style->foreground;
        *ground = style->background == SCREEN_DEFAULT ? theme->background : style->background;
    }
}

/* ---- Contrast ---- */

/* Light that a colour gives, 0 to 1 (WCAG 2, relative luminance), with the square for the curve of sRGB: near
   enough. */
static double light_of(zm_u32 colour)
{
    double red = (double)(colour >> 16 & 255) / 255, green = (double)(colour >> 8 & 255) / 255,
           blue = (double)(colour & 255) / 255;

    return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

int theme_can_see(zm_u32 colour, zm_u32 ground)
{
    const double least = 3, stray = 0.05;
    double a = light_of(colour) + stray, b = light_of(ground) + stray;

    return a > b ? a >= least * b : b >= least * a;
}
