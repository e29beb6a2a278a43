/* Golmac: MIT licence, see LICENSE.

   The colours of the window. */
#ifndef SDL_THEME_H
#define SDL_THEME_H

#include "frontends/screen/style.h"

struct theme {
    const char *name;
    zm_u8 background_number, text_number;
    zm_u32 background, text, input, remark, warning, bar, bar_text, marked, marked_text, found, found_text;
};

/* The theme of a name; NULL if there is none. name NULL: the first one. */
const struct theme *theme_find(const char *name);

/* All names, for a message: "light, dark, ...". */
const char *theme_names(void);

/* What a style is painted in, 0xRRGGBB. *ground is SCREEN_TRANSPARENT where nothing is to be painted behind. */
void theme_colours(const struct theme *theme, const struct screen_style *style, zm_u32 *ink, zm_u32 *ground);

/* A colour that may be SCREEN_DEFAULT: then the background. */
zm_u32 theme_ground(const struct theme *theme, zm_u32 colour);

/* Whether one colour can be told from another beside it: a contrast of 3 (WCAG 2, 1.4.11). */
bool theme_can_see(zm_u32 colour, zm_u32 ground);

#endif
