/* Golmac: MIT licence, see LICENSE.

   What version 6 paints, as a list of operations in the order they were asked for. A display that keeps a picture
   of the screen carries them out on it. They are clipped already: what a rectangle covers lies on the screen. */
#ifndef PAINT_H
#define PAINT_H

#include "frontends/screen/style.h"

enum paint_kind {
    PAINT_FILL,         /* the rectangle in a colour (SCREEN_DEFAULT: the display's background) */
    PAINT_TEXT,         /* a run of text with its top left at left, top, as far as it is in the rectangle; first the
                           rectangle gets its background, unless that is SCREEN_TRANSPARENT */
    PAINT_PICTURE,      /* picture number, its top left at left, top; shown as far as it is in the rectangle, which may
                           be empty: then its palette is what matters */
    PAINT_SCROLL        /* what the rectangle holds moves up by units (down if negative); the rest becomes colour */
};

/* A rectangle of the screen, in units from 0. */
struct paint_area { int x, y, width, height; };

struct paint_area paint_area_common(const struct paint_area *a, const struct paint_area *b);

struct paint_operation {
    enum paint_kind kind;
    int x, y, width, height;
    int left, top;              /* PAINT_TEXT, PAINT_PICTURE */
    int by;                     /* PAINT_SCROLL */
    unsigned number;            /* PAINT_PICTURE */
    bool adapts;                /* PAINT_PICTURE: it takes the palette of the last one that does not */
    zm_u32 colour;              /* PAINT_FILL, PAINT_SCROLL */
    struct screen_style style;  /* PAINT_TEXT */
    const zm_u16 *text;         /* PAINT_TEXT: set when the list is taken */
    unsigned length;
    zm_u32 place;               /* the model's own: of text, until then */
};

struct paint {
    struct paint_operation *operation;
    zm_u32 count, room;
    zm_u16 *text;
    zm_u32 length, text_room;
    bool taken;                 /* the list was handed out: the next operation begins a new one */
};

enum { PAINT_MOST = 20000 };    /* operations kept for a display that never takes them; then the oldest half goes */

void paint_free(struct paint *paint);

/* Add an operation; style and text are copied. Returns 0, or -1 if there is no memory. */
int paint_add(struct paint *paint, const struct paint_operation *operation);

/* The operations added since this was last called; they stay until the next paint_add. */
const struct paint_operation *paint_take(struct paint *paint, unsigned *count);

#endif
