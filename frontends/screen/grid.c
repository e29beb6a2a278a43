/* Golmac: MIT licence, see LICENSE.

   Cells. Text may come in any pieces: a mark that combines, or the second half of a pair, joins the cell before it. */
#include "frontends/screen/grid.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { ZERO_WIDTH_JOINER = 0x200D, FIRST_PICTOGRAPH = 0x203C };

static unsigned at_most(unsigned value, unsigned most)
{
    return value < most ? value : most;
}

/* ---- Size ---- */

/* Replace the cells by more of them, the old ones at their places. */
static int make_room(struct grid *grid, unsigned width, unsigned height)
{
    struct grid_cell *cell = calloc((size_t)width * height, sizeof *cell);
    unsigned row;

    if (!cell)
        return -1;
    for (row = 0; row < grid->room_height; row++)
        memcpy(cell + (size_t)row * width, grid->cell + (size_t)row * grid->room_width,
               grid->room_width * sizeof *cell);
    free(grid->cell);
    grid->cell = cell;
    grid->room_width = width;
    grid->room_height = height;
    return 0;
}

int grid_resize(struct grid *grid, unsigned width, unsigned height)
{
    width = at_most(width ? width : 1, GRID_COLUMNS);
    height = at_most(height ? height : 1, GRID_ROWS);
    if ((width > grid->room_width || height > grid->room_height)
        && make_room(grid, width > grid->room_width ? width : grid->room_width,
                     height > grid->room_height ? height : grid->room_height) != 0)
        return -1;
    grid->width = width;
    grid->height = height;
    grid->row = at_most(grid->row, height - 1);
    grid->column = at_most(grid->column, width);
    return 0;
}

int grid_init(struct grid *grid, unsigned width, unsigned height)
{
    memset(grid, 0, sizeof *grid);
    return grid_resize(grid, width, height);
}

void grid_free(struct grid *grid)
{
    free(grid->cell);
    memset(grid, 0, sizeof *grid);
}

struct grid_cell *grid_at(const struct grid *grid, unsigned row, unsigned column)
{
    if (row >= grid->height || column >= grid->width)
        return NULL;
    return &grid->cell[(size_t)row * grid->room_width + column];
}

/* ---- Writing ---- */

/* A cell is written over: the other half of a wide character that it belonged to becomes a space. */
static void part_wide(struct grid *grid, unsigned row, unsigned column)
{
    struct grid_cell *cell = grid_at(grid, row, column), *other;

    if (!cell)
        return;
    other = cell->covered ? (column ? cell - 1 : NULL) : grid_at(grid, row, column + 1);
    if (other && (cell->covered || other->covered)) {
        other->unit[0] = ' ';
        other->count = 1;
        other->covered = 0;
    }
}

static void put_space(struct grid *grid, unsigned row, unsigned column, const struct screen_style *style)
{
    struct grid_cell *cell = grid_at(grid, row, column);

    if (!cell)
        return;
    part_wide(grid, row, column);
    cell->unit[0] = ' ';
    cell->count = 1;
    cell->covered = 0;
    cell->style = *style;
}

/* The cell that was written last on the cursor's row; NULL if the cursor may have moved since. */
static struct grid_cell *cell_before(const struct grid *grid)
{
    struct grid_cell *cell = grid->column ? grid_at(grid, grid->row, grid->column - 1) : NULL;

    if (cell && cell->covered)
        cell--;
    return cell && cell->count ? cell : NULL;
}

/* Whether a character belongs to the cell before: it combines, or it is the second half of a pair, or follows a
   joiner. */
static bool joins(const struct grid_cell *cell, zm_u32 character)
{
    zm_u16 last = cell->unit[cell->count - 1];

    if (utf16_is_low(character))
        return utf16_is_high(last);
    return (last == ZERO_WIDTH_JOINER && character >= FIRST_PICTOGRAPH)
        || (character >= 32 && columns_of_character(character) == 0);
}

static void join(struct grid *grid, struct grid_cell *cell, const zm_u16 *text, unsigned units)
{
    unsigned i, columns = columns_of(cell->unit, cell->count);

    if (cell->count + units > GRID_UNITS)
        return;
    for (i = 0; i < units; i++)
        cell->unit[cell->count++] = text[i];
    if (columns == 1 && columns_of(cell->unit, cell->count) == 2 && grid->column < grid->width) {
        put_space(grid, grid->row, grid->column, &cell->style);
        cell[1].count = 0;
        cell[1].covered = 1;
        grid->column++;
    }
}

static void put(struct grid *grid, const struct screen_style *style, const zm_u16 *text, unsigned units)
{
    unsigned i, columns = columns_of(text, units);
    struct grid_cell *cell = grid_at(grid, grid->row, grid->column);

    if (!cell || columns == 0 || grid->column + columns > grid->width)
        return;
    for (i = columns; i--; )
        put_space(grid, grid->row, grid->column + i, style);
    memcpy(cell->unit, text, units * sizeof *text);
    cell->count = (zm_u8)units;
    if (columns == 2) {
        cell[1].count = 0;
        cell[1].covered = 1;
    }
    grid->column += columns;
}

static void new_line(struct grid *grid)
{
    grid->column = 0;
    if (grid->row + 1 < grid->height)
        grid->row++;
}

void grid_print(struct grid *grid, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned units;

    for (; length; text += units, length -= units) {
        zm_u32 character = character_at(text, length, &units);
        struct grid_cell *before = character < 0x80 ? NULL : cell_before(grid);

        if (character == '\n')
            new_line(grid);
        else if (before && joins(before, character))
            join(grid, before, text, units);
        else
            put(grid, style, text, units);
    }
}

void grid_move(struct grid *grid, unsigned row, unsigned column)
{
    grid->row = at_most(row, grid->height - 1);
    grid->column = at_most(column, grid->width - 1);
}

/* ---- Rectangles ---- */

void grid_fill(struct grid *grid, unsigned row, unsigned column, unsigned rows, unsigned columns,
               const struct screen_style *style)
{
    unsigned y, x;

    for (y = row; y < grid->height && y - row < rows; y++)
        for (x = column; x < grid->width && x - column < columns; x++)
            put_space(grid, y, x, style);
}

void grid_clear(struct grid *grid, unsigned row, unsigned rows)
{
    for (; row < grid->room_height && rows; row++, rows--)
        memset(grid->cell + (size_t)row * grid->room_width, 0, grid->room_width * sizeof *grid->cell);
}

/* Halves of wide characters that a copy has parted become spaces. */
static void mend_row(struct grid *grid, unsigned row)
{
    struct grid_cell *cell = grid_at(grid, row, 0);
    unsigned x;

    for (x = 0; x < grid->width; x++) {
        int wide = cell[x].count && columns_of(cell[x].unit, cell[x].count) == 2;
        int whole = x + 1 < grid->width && cell[x + 1].covered;

        if (wide ? !whole : cell[x].covered) {
            cell[x].unit[0] = ' ';
            cell[x].count = 1;
            cell[x].covered = 0;
        } else {
            x += wide;
        }
    }
}

static void copy_row(struct grid *grid, unsigned to, unsigned from, unsigned column, unsigned columns)
{
    memmove(grid_at(grid, to, column), grid_at(grid, from, column), columns * sizeof *grid->cell);
    mend_row(grid, to);
}

void grid_scroll(struct grid *grid, unsigned row, unsigned column, unsigned rows, unsigned columns, int by,
                 const struct screen_style *style)
{
    unsigned distance, i;

    if (row >= grid->height || column >= grid->width || rows == 0 || columns == 0)
        return;
    rows = at_most(rows, grid->height - row);
    columns = at_most(columns, grid->width - column);
    distance = at_most(by < 0 ? 0u - (unsigned)by : (unsigned)by, rows);
    for (i = 0; i + distance < rows; i++) {
        if (by > 0)
            copy_row(grid, row + i, row + i + distance, column, columns);
        else
            copy_row(grid, row + rows - 1 - i, row + rows - 1 - i - distance, column, columns);
    }
    grid_fill(grid, by > 0 ? row + rows - distance : row, column, distance, columns, style);
}

void grid_begin_table_line(struct grid *grid, unsigned line)
{
    if (line == 0) {
        grid->table_column = grid->column;
        return;
    }
    grid->column = at_most(grid->table_column, grid->width);
    if (grid->row + 1 < grid->height)
        grid->row++;
}
