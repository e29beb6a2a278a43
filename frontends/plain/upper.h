/* Golmac: MIT licence, see LICENSE.

   The upper window and the status line as a grid of characters, and what of it is new since it was last told. */
#ifndef PLAIN_UPPER_H
#define PLAIN_UPPER_H

#include "interp/zmachine.h"

enum { UPPER_ROWS = 255, UPPER_COLUMNS = 512 };

struct upper_row {
    zm_u16 length;                  /* columns that have been written */
    zm_u16 told_length;
    zm_u16 text[UPPER_COLUMNS];
    zm_u16 told[UPPER_COLUMNS];     /* as it was last told */
};

struct upper {
    unsigned width, height;         /* of the screen; rows below height do not exist */
    unsigned rows;                  /* of the window (split_window); the status line is row 0 */
    unsigned row, column;           /* of the cursor, from 0 */
    unsigned table_column;          /* where a table's first line began */
    struct upper_row *row_text;     /* height rows */
};

/* Returns 0, or -1 if there is no memory. */
int plain_upper_init(struct upper *upper, unsigned width, unsigned height);
void plain_upper_free(struct upper *upper);

void plain_upper_print(struct upper *upper, const zm_u16 *text, unsigned length);
void plain_upper_set_cursor(struct upper *upper, zm_u16 y, zm_u16 x); /* from 1 */
void plain_upper_erase(struct upper *upper);
void plain_upper_clear_row(struct upper *upper, unsigned row);
void plain_upper_erase_to_end_of_line(struct upper *upper);
void plain_upper_begin_table_line(struct upper *upper, unsigned line);

/* Replace a row. */
void plain_upper_set_row(struct upper *upper, unsigned row, const zm_u16 *text, unsigned length);

/* The same; it counts as told now. *changed: whether it is not what was told before. */
unsigned plain_upper_tell(struct upper *upper, unsigned row, zm_u16 *text, int *changed);

#endif
