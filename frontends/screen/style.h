/* Golmac: MIT licence, see LICENSE.

   How a run of text looks, and colours. */
#ifndef STYLE_H
#define STYLE_H

#include <stdbool.h>
#include "frontends/screen/characters.h"

/* Bits of screen_style.bits: first those of @set_text_style (15). */
enum screen_style_bit {
    SCREEN_REVERSE = 1,
    SCREEN_BOLD = 2,
    SCREEN_ITALIC = 4,
    SCREEN_FIXED = 8,           /* asked for by style, by font 3 or 4, by Flags 2, or by being in the upper window */
    SCREEN_INPUT = 16,          /* typed by the player */
    SCREEN_REMARK = 32,         /* said by the host */
    SCREEN_WARNING = 64,
    SCREEN_FOUND = 128,         /* marked: found in the scrollback */
    SCREEN_SELECTED = 256,      /* marked with the mouse */
    SCREEN_STATUS = 512,        /* the status line of versions 1 to 3 */
    SCREEN_BY_CHARACTER = 1024  /* lines break after any character (@buffer_mode 0); nothing to paint */
};

/* A colour is 0xRRGGBB, or: */
#define SCREEN_DEFAULT 0x1000000u       /* the display's own */
#define SCREEN_TRANSPARENT 0x2000000u   /* as a background in version 6: what is there shows through (colour 15) */

struct screen_style {
    zm_u16 bits;                /* enum screen_style_bit */
    zm_u8 font;                 /* 1 the usual one, 3 character graphics (16), 4 fixed pitch */
    zm_u8 unused;               /* 0 */
    zm_u32 foreground, background; /* as the story set them: SCREEN_REVERSE is not applied to them */
};

bool screen_style_equal(const struct screen_style *a, const struct screen_style *b);

/* Roman, in the usual font and the display's own colours. */
void style_reset(struct screen_style *style);

/* Spaces in this: the background without anything else of a style. */
struct screen_style style_blank(const struct screen_style *style);

/* 0xRRGGBB of a colour number 2 to 12 (8.3.1), by the standard's true colours; SCREEN_DEFAULT for others. */
zm_u32 colour_of_number(unsigned number);

/* And back: the number of a colour, SCREEN_DEFAULT: 1; 0 if no number stands for it. */
unsigned colour_number(zm_u32 colour);

/* 0xRRGGBB of a 15-bit true colour (8.3.7), and back. */
zm_u32 colour_of_true(zm_u16 colour);
zm_u16 colour_true(zm_u32 colour);

#endif
