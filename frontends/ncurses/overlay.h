/* Golmac: MIT licence, see LICENSE.

   The pictures of version 6 as they lie on the screen: cells that show wherever the model's own are empty, and where
   each picture is, for terminals that draw pictures themselves. Places are columns and rows from 0. */
#ifndef NCURSES_OVERLAY_H
#define NCURSES_OVERLAY_H

#include "frontends/chafa/module.h"

struct rectangle { int x, y, width, height; };

/* A part of a picture, where it lies. */
struct placed {
    unsigned number, columns, rows;     /* the whole picture */
    struct media_part part;
    int x, y;
};

enum { OVERLAY_PLACED = 64 };

struct overlay {
    unsigned columns, rows;
    struct media_cell *cells;           /* character 0: none */
    unsigned char *changed;             /* of rows: since overlay_painted */
    unsigned count;
    struct placed placed[OVERLAY_PLACED];   /* in the order they were drawn; the oldest are forgotten */
};

/* The screen has this size now: what fits stays. 0, or -1 if there is no memory (then there is no overlay). */
int overlay_resize(struct overlay *overlay, unsigned columns, unsigned rows);
void overlay_free(struct overlay *overlay);

/* Nothing shows in the rectangle any more. */
void overlay_clear(struct overlay *overlay, struct rectangle area);

/* What shows in the rectangle moves up by so many rows (down if negative). */
void overlay_scroll(struct overlay *overlay, struct rectangle area, int by);

/* A picture's part shows now. cells: all of the picture; NULL: the terminal draws it, its cells are blank. */
void overlay_put(struct overlay *overlay, const struct placed *placed, const struct media_cell *cells);

/* The cells of a row; NULL: there are none. */
const struct media_cell *overlay_row(const struct overlay *overlay, unsigned row);

/* All rows with pictures count as changed. */
void overlay_touch(struct overlay *overlay);

/* All has been painted. */
void overlay_painted(struct overlay *overlay);

#endif
