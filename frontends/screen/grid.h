/* Golmac: MIT licence, see LICENSE.

   Cells: the upper window, and the whole screen of version 6 on a character display. A cell holds a user-perceived
   character, as far as it has not more than GRID_UNITS units; one of two columns leaves the cell after it empty. */
#ifndef GRID_H
#define GRID_H

#include "frontends/screen/style.h"

enum { GRID_UNITS = 4, GRID_ROWS = 1024, GRID_COLUMNS = 2048 };

struct grid_cell {
    zm_u16 unit[GRID_UNITS];
    zm_u8 count;                /* of units; 0: nothing written, or the second column of a wide character */
    zm_u8 covered;              /* 1: the second column */
    struct screen_style style;
};

struct grid {
    unsigned width, height;     /* cells on the screen */
    unsigned room_width, room_height; /* cells kept: those outside a screen that has shrunk are not lost */
    unsigned row, column;       /* of the cursor, from 0; column may be width: the line is full */
    unsigned table_column;      /* where a table's first line began */
    struct grid_cell *cell;
};

/* All cells empty. Returns 0, or -1 if there is no memory; then nothing has changed. */
int grid_init(struct grid *grid, unsigned width, unsigned height);
int grid_resize(struct grid *grid, unsigned width, unsigned height);
void grid_free(struct grid *grid);

/* A cell of the screen; NULL outside. */
struct grid_cell *grid_at(const struct grid *grid, unsigned row, unsigned column);

/* Write text at the cursor; what goes past the right edge is lost, and what goes past the last row. */
void grid_print(struct grid *grid, const struct screen_style *style, const zm_u16 *text, unsigned length);

/* Put the cursor; rows and columns outside become the last ones. */
void grid_move(struct grid *grid, unsigned row, unsigned column);

/* Make spaces of a style of a rectangle of cells (what of it is on the screen), or nothing at all. */
void grid_fill(struct grid *grid, unsigned row, unsigned column, unsigned rows, unsigned columns,
               const struct screen_style *style);
void grid_clear(struct grid *grid, unsigned row, unsigned rows);

/* Move the cells of a rectangle up by so many rows (down if negative); the rows freed become spaces of the style. */
void grid_scroll(struct grid *grid, unsigned row, unsigned column, unsigned rows, unsigned columns, int by,
                 const struct screen_style *style);

/* A table's line begins (print_table): line 0 here, others below it. */
void grid_begin_table_line(struct grid *grid, unsigned line);

#endif
