/* Golmac: MIT licence, see LICENSE.

   The upper window (8.6, 8.7). A story may print below the rows it has split off: they are kept, too. */
#include "frontends/plain/upper.h"

#include <stdlib.h>
#include <string.h>

int plain_upper_init(struct upper *upper, unsigned width, unsigned height)
{
    memset(upper, 0, sizeof *upper);
    upper->width = width < UPPER_COLUMNS ? width : UPPER_COLUMNS;
    upper->height = height < UPPER_ROWS ? height : UPPER_ROWS;
    upper->row_text = calloc(upper->height, sizeof *upper->row_text);
    return upper->row_text ? 0 : -1;
}

void plain_upper_free(struct upper *upper)
{
    free(upper->row_text);
    upper->row_text = NULL;
}

/* Write c at a place; the row is as long as what was written to it. */
static void put(struct upper *upper, unsigned column, zm_u16 c)
{
    struct upper_row *row = &upper->row_text[upper->row];

    while (row->length <= column)
        row->text[row->length++] = ' ';
    row->text[column] = c;
}

void plain_upper_print(struct upper *upper, const zm_u16 *text, unsigned length)
{
    for (; length--; text++) {
        if (*text == '\n') {
            upper->column = 0;
            if (upper->row + 1 < upper->height)
                upper->row++;
        } else if (upper->column < upper->width) {
            put(upper, upper->column++, *text);
        }
    }
}

void plain_upper_set_cursor(struct upper *upper, zm_u16 y, zm_u16 x)
{
    upper->row = y == 0 ? 0 : y > upper->height ? upper->height - 1 : y - 1u;
    upper->column = x == 0 ? 0 : x > upper->width ? upper->width - 1 : x - 1u;
}

void plain_upper_erase(struct upper *upper)
{
    unsigned row;

    for (row = 0; row < upper->height; row++)
        upper->row_text[row].length = 0;
    upper->row = upper->column = 0;
}

void plain_upper_clear_row(struct upper *upper, unsigned row)
{
    upper->row_text[row].length = 0;
}

void plain_upper_erase_to_end_of_line(struct upper *upper)
{
    struct upper_row *row = &upper->row_text[upper->row];

    if (row->length > upper->column)
        row->length = (zm_u16)upper->column;
}

void plain_upper_begin_table_line(struct upper *upper, unsigned line)
{
    if (line == 0) {
        upper->table_column = upper->column;
        return;
    }
    upper->column = upper->table_column;
    if (upper->row + 1 < upper->height)
        upper->row++;
}

void plain_upper_set_row(struct upper *upper, unsigned row, const zm_u16 *text, unsigned length)
{
    struct upper_row *to = &upper->row_text[row];

    if (length > UPPER_COLUMNS)
        length = UPPER_COLUMNS;
    memcpy(to->text, text, length * sizeof *text);
    to->length = (zm_u16)length;
}

/* The text of a row as a listener wants it: no spaces around it, and where more than one stands between words,
   " | ". At most UPPER_COLUMNS units; returns how many. */
static unsigned plain_upper_read(const struct upper *upper, unsigned row, zm_u16 *text)
{
    const struct upper_row *from = &upper->row_text[row];
    unsigned i, spaces = 0, length = 0;

    for (i = 0; i < from->length && length + 4 <= UPPER_COLUMNS; i++) {
        if (from->text[i] == ' ') {
            spaces++;
            continue;
        }
        if (length && spaces) {
            text[length++] = ' ';
            if (spaces > 1) {
                text[length++] = '|';
                text[length++] = ' ';
            }
        }
        spaces = 0;
        text[length++] = from->text[i];
    }
    return length;
}

unsigned plain_upper_tell(struct upper *upper, unsigned row, zm_u16 *text, int *changed)
{
    struct upper_row *of = &upper->row_text[row];
    unsigned length = plain_upper_read(upper, row, text);

    *changed = of->told_length != length || memcmp(of->told, text, length * sizeof *text) != 0;
    of->told_length = (zm_u16)length;
    memcpy(of->told, text, length * sizeof *text);
    return length;
}
