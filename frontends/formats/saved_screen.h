/* Golmac: MIT licence, see LICENSE.

   What is kept of a screen with each turn, as bytes that mean the same everywhere (saves/README.md has the table).
   Numbers are most significant byte first.

   SAVED_SCREEN bytes come first, for every version: struct saved_screen. In them the first two, those from
   SAVED_SCREEN_OTHERS to SAVED_SCREEN_TEXT and the last eight belong to whoever keeps the bytes, and are 0 here. In
   version 6 the painted screen stands elsewhere: SAVED_WINDOWS bytes about the windows (struct saved_windows), then
   what the screen model adds. */
#ifndef SAVED_SCREEN_H
#define SAVED_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include "interp/zmachine.h"

enum { SAVED_SCREEN = 2048, SAVED_SCREEN_OTHERS = 20, SAVED_SCREEN_TEXT = 32, SAVED_SCREEN_UNITS = 2016 };

/* A screen as bytes, kept or to be recalled; painted_size 0: nothing was painted, or nothing is known of it. */
struct saved_screen_bytes {
    const unsigned char *screen;    /* SAVED_SCREEN bytes */
    const unsigned char *painted;
    zm_u32 painted_size;
};

/* Of version 6 only the window. Fields are in the order of their bytes. */
struct saved_screen {
    zm_u16 window;                  /* that text goes to */
    zm_u16 upper_rows;              /* of the upper window, without the status line */
    zm_u16 style;                   /* bits of @set_text_style */
    zm_u16 foreground, background;  /* numbers of colours (8.3.1); 0: the colour has none, or the story has set none */
    zm_u16 font;                    /* 0: the story has set none */
    zm_u16 unbuffered;              /* 1: @buffer_mode 0 */
    zm_u16 row, column;             /* of the upper window's cursor, from 1 */
    zm_u16 text[SAVED_SCREEN_UNITS];    /* the rows of the status line and the upper window, each ended by 10, without
                                           spaces at its end */
    unsigned length;
};

/* Write SAVED_SCREEN bytes. Text that does not fit is left out from the end. */
void saved_screen_write(unsigned char *bytes, const struct saved_screen *saved);

/* Read SAVED_SCREEN bytes, whatever is in them. Control codes in the text become spaces. */
void saved_screen_read(struct saved_screen *saved, const unsigned char *bytes);

/* The next row of the text, from *at on, which moves behind it; *length: its units. NULL: there is none. */
const zm_u16 *saved_screen_row(const struct saved_screen *saved, unsigned *at, unsigned *length);

/* The first row that has any words, in a few words, with " | " where more than one space is: "Foyer | Score: 0". Cut to
   size. */
void saved_screen_describe(const unsigned char *bytes, char *place, size_t size);

/* ---- The windows of version 6 ---- */

enum {
    SAVED_WINDOWS = 376, SAVED_WINDOW_COUNT = 8, SAVED_PROPERTIES = 16, SAVED_NO_MOUSE = 0xFFFF,
    SAVED_COLOUR_DEFAULT = 0x1000000
};

struct saved_style { zm_u16 bits, font; zm_u32 foreground, background; };   /* as struct screen_style has them */

struct saved_window { zm_u16 property[SAVED_PROPERTIES]; struct saved_style style; };

/* Places and sizes are in units of the display that the screen was kept on. */
struct saved_windows {
    zm_u16 width, height, cell_width, line_height;
    zm_u16 window;                  /* the current one */
    zm_u16 mouse;                   /* the one of @mouse_window; SAVED_NO_MOUSE: none */
    zm_u16 cursor_hidden, screen_buffer, table_column;
    zm_u32 background;              /* of the running text */
    struct saved_window each[SAVED_WINDOW_COUNT];
};

/* Write SAVED_WINDOWS bytes. */
void saved_windows_write(unsigned char *bytes, const struct saved_windows *saved);

/* Read them from the beginning of a painted screen. Returns whether they are there and sound: windows that exist, a
   screen that has a size. */
bool saved_windows_read(struct saved_windows *saved, const unsigned char *bytes, zm_u32 size);

#endif
