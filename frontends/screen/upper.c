/* Golmac: MIT licence, see LICENSE.

   The upper window of versions 3 to 8 (8.6, 8.7), on the cells of the grid, below the status line.

   A story may print below the rows it has split off: the window then grows to hold that, as the standard
   recommends. When it shrinks, what was printed in the rows given up stays standing over the lower window until
   the player has typed the next line: so a quote box is seen, and the text behind it is not lost. It goes up with
   the text when that scrolls. */

#include "frontends/screen/text.h"
#include <string.h>

static unsigned status_rows(const struct screen *screen)
{
    return screen->zm->version <= 3 ? 1 : 0;
}

void upper_reset(struct screen *screen)
{
    grid_clear(&screen->grid, 0, GRID_ROWS);
    grid_move(&screen->grid, status_rows(screen), 0);
    screen->box_rows = screen->new_rows = 0;
    screen->flow.mark[FLOW_BOX] = FLOW_NOWHERE;
}

/* ---- A box left standing ---- */

static void upper_forget_box(struct screen *screen)
{
    if (screen->flow.mark[FLOW_BOX] == FLOW_NOWHERE)
        return;
    grid_clear(&screen->grid, screen->top_rows, GRID_ROWS);
    screen->flow.mark[FLOW_BOX] = FLOW_NOWHERE;
    screen->box_rows = 0;
}

void upper_was_seen(struct screen *screen)
{
    upper_forget_box(screen);
    screen->new_rows = 0;
}

static bool is_written(const struct screen *screen, unsigned row)
{
    unsigned column;

    for (column = 0; column < screen->columns; column++)
        if (grid_at(&screen->grid, row, column)->count)
            return true;
    return false;
}

/* The row that the last line of the lower window stands in. */
static unsigned last_row(struct screen *screen, zm_u32 *place)
{
    struct lower_view view;
    struct flow_line last;

    flow_last_line(&screen->flow, &last);
    *place = last.start;
    lower_look(screen, &view);
    while (view.line.start < last.start && flow_next(&screen->flow, &view.line))
        view.row++;
    return view.row;
}

/* The window is about to give up its rows from this one on. Those that the player has not had time to see stay. */
static void leave_box(struct screen *screen, unsigned row)
{
    unsigned end = screen->top_rows < screen->new_rows ? screen->top_rows : screen->new_rows;
    zm_u32 place;

    while (end > row && !is_written(screen, end - 1))
        end--;
    if (screen->flow.mark[FLOW_BOX] != FLOW_NOWHERE)
        return;
    if (end <= row) {
        grid_clear(&screen->grid, row, GRID_ROWS);
        return;
    }
    screen->box_row = last_row(screen, &place);
    screen->box_rows = end;
    screen->box_length = screen->flow.length;
    screen->flow.mark[FLOW_BOX] = place;
}

/* ---- Size ---- */

static void set_rows(struct screen *screen, unsigned rows)
{
    if (rows > screen->rows)
        rows = screen->rows;
    if (rows > screen->top_rows && screen->flow.mark[FLOW_BOX] != FLOW_NOWHERE
        && screen->box_length != screen->flow.length)
        upper_forget_box(screen); /* another box: not on top of the first */
    if (rows < screen->top_rows)
        leave_box(screen, rows);
    screen->top_rows = rows;
    lower_make_room(screen, rows);
    lower_check_page(screen, false);
}

unsigned upper_rows(const struct screen *screen)
{
    return screen->top_rows > status_rows(screen) ? screen->top_rows - status_rows(screen) : 0;
}

void upper_set_rows(struct screen *screen, unsigned rows)
{
    set_rows(screen, rows + status_rows(screen));
    if (screen->grid.row >= screen->top_rows) /* 8.7.2.1.1 */
        grid_move(&screen->grid, status_rows(screen), 0);
    if (screen->zm->version == 3) /* 8.6.1.1.2 */
        grid_clear(&screen->grid, 1, screen->top_rows - 1);
}

zm_u16 upper_split(struct screen *screen, zm_u16 *operand, unsigned count)
{
    upper_set_rows(screen, request_operand(operand, count, 0, 0));
    return 0;
}

zm_u16 upper_set_window(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 window = request_operand(operand, count, 0, 0);

    if (window == WINDOW_CURRENT || window > 1)
        return 0;
    screen->window = window;
    if (window) /* 8.7.2 */
        grid_move(&screen->grid, status_rows(screen), 0);
    return 0;
}

/* ---- Printing ---- */

/* If the cursor is below the window the window grows. Not in version 3, where the story cannot have put it there. */
static bool make_room(struct screen *screen)
{
    if (screen->grid.row < screen->top_rows)
        return true;
    if (screen->zm->version <= 3)
        return false;
    set_rows(screen, screen->grid.row + 1);
    return true;
}

void upper_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned piece;

    while (length) {
        for (piece = 0; piece < length && text[piece] != '\n'; piece++)
            continue;
        if (piece && make_room(screen)) {
            grid_print(&screen->grid, style, text, piece);
            if (screen->new_rows <= screen->grid.row)
                screen->new_rows = screen->grid.row + 1;
        }
        if (piece < length)
            grid_print(&screen->grid, style, text + piece++, 1);
        text += piece;
        length -= piece;
    }
}

zm_u16 upper_print_table(struct screen *screen, zm_u16 *operand, unsigned count)
{
    static const zm_u16 new_line = '\n';
    unsigned line = request_operand(operand, count, 0, 0);
    struct screen_style style = print_style(screen);

    if (screen->window)
        grid_begin_table_line(&screen->grid, line);
    else if (line)
        lower_print(screen, &style, &new_line, 1);
    return 0;
}

/* ---- The cursor ---- */

/* A coordinate of the story's, as a row or column from 0. */
static unsigned from_zero(zm_u16 coordinate)
{
    return (zm_s16)coordinate < 1 ? 0 : coordinate - 1u;
}

void upper_place_cursor(struct screen *screen, zm_u16 row, zm_u16 column)
{
    grid_move(&screen->grid, from_zero(row) + status_rows(screen), from_zero(column));
}

zm_u16 upper_set_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    if (screen->window)
        upper_place_cursor(screen, request_operand(operand, count, 0, 1), request_operand(operand, count, 1, 1));
    return 0;
}

void upper_tell_cursor(const struct screen *screen, zm_u16 *row, zm_u16 *column)
{
    *row = (zm_u16)(screen->grid.row - (screen->grid.row ? status_rows(screen) : 0) + 1);
    *column = (zm_u16)(screen->grid.column + 1);
}

zm_u16 upper_get_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    (void)count;
    upper_tell_cursor(screen, &operand[0], &operand[1]);
    return 0;
}

/* ---- Erasing (8.7.3) ---- */

enum { ERASE_UNSPLIT = -1, ERASE_ALL = -2, TO_LINE_END = 1 };

static void new_page(struct screen *screen)
{
    screen->page_background = screen->style.background;
    upper_forget_box(screen);
    lower_new_page(screen, screen->zm->version <= 4 ? PAGE_AT_BOTTOM : 0);
}

static void erase_upper(struct screen *screen)
{
    struct screen_style blank = style_blank(&screen->style);

    grid_fill(&screen->grid, status_rows(screen), 0, screen->top_rows - status_rows(screen), screen->columns, &blank);
    grid_move(&screen->grid, status_rows(screen), 0);
}

/* -1: all, and no split; -2: all; else a window (8.7.3.3, 15). */
zm_u16 upper_erase_window(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_s16 window = (zm_s16)request_operand(operand, count, 0, 0);

    if (window == ERASE_UNSPLIT) {
        screen->top_rows = status_rows(screen);
        screen->window = 0;
        upper_reset(screen);
        status_draw(screen);
        new_page(screen);
    } else if (window == ERASE_ALL) {
        unsigned row = screen->grid.row, column = screen->grid.column;

        erase_upper(screen);
        new_page(screen);
        grid_move(&screen->grid, row, column);
    } else if (window == 1) {
        erase_upper(screen);
    } else if (window == 0) {
        new_page(screen);
    }
    return 0;
}

zm_u16 upper_erase_line(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct screen_style blank = style_blank(&screen->style);

    if (screen->window && request_operand(operand, count, 0, 0) == TO_LINE_END)
        grid_fill(&screen->grid, screen->grid.row, screen->grid.column, 1, screen->columns, &blank);
    return 0;
}

/* ---- As it was at another turn ---- */

void upper_begin_again(struct screen *screen, unsigned rows)
{
    upper_set_rows(screen, rows);
    if (rows)
        erase_upper(screen);
}

void upper_put_row(struct screen *screen, unsigned row, const struct screen_style *style, const zm_u16 *text,
                   unsigned length)
{
    if (row < status_rows(screen) || row >= screen->top_rows)
        return;
    grid_move(&screen->grid, row, 0);
    grid_print(&screen->grid, style, text, length);
    screen->new_rows = row + 1;
}
