/* Golmac: MIT licence, see LICENSE.

   The screen of versions other than 6: the lower window, the status line, the upper window. Only for files of this
   folder. */
#ifndef TEXT_H
#define TEXT_H

#include "frontends/screen/model.h"

/* ---- lower.c ---- */

/* The row where a page begins that stands at the bottom of any screen. */
enum { PAGE_AT_BOTTOM = 0xFFFF };

/* What of the running text is in view. */
struct lower_view {
    struct flow_line line;      /* the first line in view */
    unsigned row, end;          /* of it; the first row after the lower window's last line */
};

void lower_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length);

/* The next text begins a line. */
void lower_end_line(struct screen *screen);

/* The window is cleared; its text begins at this row. */
void lower_new_page(struct screen *screen, unsigned row);

/* The upper window takes so many rows: a page that has room below them moves there (8.7.2.2). */
void lower_make_room(struct screen *screen, unsigned rows);
void lower_look(struct screen *screen, struct lower_view *view);

/* Find out whether the page is full; at_input: the line of the cursor must be seen, too, even if it is empty. */
void lower_check_page(struct screen *screen, bool at_input);
void lower_turn_page(struct screen *screen);

/* The player has read everything. */
void lower_was_read(struct screen *screen);

request_handler lower_buffer_mode;

/* ---- status.c ---- */

/* At each change of the width, too. */
void status_draw(struct screen *screen);

/* What it shows is taken from the machine's variables (8.2.2), not told by the story. */
void status_show_again(struct screen *screen);

request_handler status_show;

/* ---- upper.c ---- */

void upper_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length);
void upper_reset(struct screen *screen);

/* Rows without the status line's, and the same by 8.6.1.1.2, 8.7.2.1.1. */
unsigned upper_rows(const struct screen *screen);
void upper_set_rows(struct screen *screen, unsigned rows);

/* The cursor's place, from 1, 1; the status line has no row. */
void upper_tell_cursor(const struct screen *screen, zm_u16 *row, zm_u16 *column);
void upper_place_cursor(struct screen *screen, zm_u16 row, zm_u16 column);

/* So many rows, all blank, and what each then shows; here the status line, if there is one, is row 0, and stays as it
   is. */
void upper_begin_again(struct screen *screen, unsigned rows);
void upper_put_row(struct screen *screen, unsigned row, const struct screen_style *style, const zm_u16 *text,
                   unsigned length);

/* The player has typed: what stands above has been seen, a box goes. */
void upper_was_seen(struct screen *screen);

request_handler upper_split, upper_set_window, upper_erase_window, upper_erase_line, upper_set_cursor, upper_get_cursor,
                upper_print_table;

#endif
