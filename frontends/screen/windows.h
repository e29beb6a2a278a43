/* Golmac: MIT licence, see LICENSE.

   The eight windows of version 6 (8.8): their properties, and printing in them. */
#ifndef WINDOWS_H
#define WINDOWS_H

#include "frontends/screen/style.h"

enum { WINDOW_COUNT = 8, WINDOW_CURRENT = 0xFFFD, WINDOW_LINE = 1024, WINDOW_PIECES = 16 };

/* Numbers of the properties (8.8.3.2); the last two are true colours (Standard 1.1). */
enum window_property {
    WINDOW_Y, WINDOW_X, WINDOW_HEIGHT, WINDOW_WIDTH, WINDOW_CURSOR_Y, WINDOW_CURSOR_X, WINDOW_LEFT, WINDOW_RIGHT,
    WINDOW_INTERRUPT, WINDOW_COUNTDOWN, WINDOW_STYLE, WINDOW_COLOURS, WINDOW_FONT, WINDOW_FONT_SIZE, WINDOW_ATTRIBUTES,
    WINDOW_LINES, WINDOW_TRUE_FOREGROUND, WINDOW_TRUE_BACKGROUND, WINDOW_PROPERTIES
};

/* Bits of WINDOW_ATTRIBUTES (8.8.3.1). */
enum window_attribute { WINDOW_WRAPS = 1, WINDOW_SCROLLS = 2, WINDOW_TRANSCRIBED = 4, WINDOW_BUFFERED = 8 };

struct window {
    zm_u16 property[WINDOW_PROPERTIES]; /* as the story reads them; those of style and colour are made when read */
    struct screen_style style;
};

struct windows {
    struct window window[WINDOW_COUNT];
    unsigned mouse;             /* the mouse is held in this window; 0xFFFF: nowhere (@mouse_window) */
    unsigned width, height;     /* of the screen, when the story was told last */
    zm_u16 table_x;             /* where a table's first line began */
    zm_u16 input_x, input_y;    /* of the cursor, where a half-typed line begins */
    /* text printed in the current window and not yet painted: the word that is being made, in pieces of a style each */
    zm_u16 word[WINDOW_LINE];
    unsigned word_length, pieces;
    struct { unsigned start; struct screen_style style; } piece[WINDOW_PIECES];
    /* text printed after a newline interrupt became due: it waits for the routine */
    zm_u16 *held;
    zm_u32 held_length, held_room;
    bool holding;
    unsigned held_window;
    unsigned interrupts;        /* of the machine when the text began to wait */
};

void windows_free(struct windows *windows);

#endif
