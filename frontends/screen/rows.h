/* Golmac: MIT licence, see LICENSE.

   The screen as rows of runs: composed at each refresh from the status line, the upper window and the lines of the
   lower window that are in view, and compared with those of the refresh before. */
#ifndef ROWS_H
#define ROWS_H

#include "frontends/screen/style.h"

/* How a line ends: with its paragraph, broken at spaces (not shown), or broken inside a word. */
enum row_break { ROW_ENDS, ROW_AT_SPACE, ROW_BROKEN };

struct screen_run {
    unsigned x, width;          /* width of the text, in units */
    struct screen_style style;
    unsigned length;
    const zm_u16 *text;
};

/* A row as it is to be painted: first its whole width in the colour fill, then its runs in order (a later one may lie
   over an earlier one: a quote box over text), each on its background. */
struct screen_row {
    unsigned y;                 /* of its top */
    zm_u32 fill;                /* enum screen_colour or 0xRRGGBB: the background beside the runs */
    bool changed;               /* since the refresh before */
    int continues;              /* the line goes on in the next row: enum row_break */
    unsigned count;
    const struct screen_run *run;
    zm_u32 hash, first;         /* the model's own */
};

struct screen_rows {
    struct screen_row *row;
    zm_u32 count, room;
    struct screen_run *run;
    zm_u32 runs, run_room;
    zm_u16 *text;
    zm_u32 length, text_room;
    bool touched;               /* all rows count as changed */
    bool cursor_shown;
    unsigned cursor_x, cursor_y;
    bool selected;              /* what is marked: from one point to another, in reading order */
    unsigned from_row, from_x, to_row, to_x;
};

#endif
