/* Golmac: MIT licence, see LICENSE.

   Keeping a screen as bytes, and showing it again (formats/saved_screen.h). saved_painting.c does what version 6
   paints. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/text.h"

#include <string.h>

enum { STYLES = 15, FONT_NORMAL = 1, FONT_GRAPHICS = 3, FONT_FIXED = 4 };

/* ---- Keeping ---- */

/* A row of cells, without the spaces at its end. */
static unsigned read_row(const struct grid *grid, unsigned row, zm_u16 *text, unsigned room)
{
    unsigned column, used = 0, length = 0;

    for (column = 0; column < grid->width && used + GRID_UNITS <= room; column++) {
        const struct grid_cell *cell = grid_at(grid, row, column);

        if (cell->count) {
            memcpy(text + used, cell->unit, cell->count * sizeof *text);
            used += cell->count;
        } else if (!cell->covered) {
            text[used++] = ' ';
        }
        if (used && text[used - 1] != ' ')
            length = used;
    }
    return length;
}

unsigned screen_read_upper(const struct screen *screen, zm_u16 *text, unsigned room)
{
    unsigned rows = screen->zm->version == 6 ? 0 : screen->top_rows, row, used = 0;

    for (row = 0; row < rows && row < screen->grid.height && used + 1 < room; row++) {
        used += read_row(&screen->grid, row, text + used, room - used - 1);
        text[used++] = '\n';
    }
    return used;
}

static void keep_cursor(const struct screen *screen, struct saved_screen *saved)
{
    zm_u16 place[4] = { 1, 1 };

    if (screen->zm->version != 6 && screen->window != 0)
        upper_tell_cursor(screen, &place[0], &place[1]);
    saved->row = place[0];
    saved->column = place[1];
}

/* A colour that has no number is kept as 0: unknown. */
static void keep_style(const struct screen *screen, struct saved_screen *saved)
{
    struct screen_style style = print_style_now(screen);

    saved->style = style.bits & STYLES;
    saved->foreground = (zm_u16)colour_number(style.foreground);
    saved->background = (zm_u16)colour_number(style.background);
    saved->font = style.font;
    saved->unbuffered = !screen->by_word;
}

void screen_keep(struct screen *screen, struct saved_screen_bytes *bytes)
{
    struct saved_screen saved;

    bytes->painted = NULL;
    bytes->painted_size = 0;
    if (screen->zm->version == 6)
        saved_painting_keep(screen, bytes);
    saved.window = (zm_u16)screen->window;
    saved.upper_rows = (zm_u16)upper_rows(screen);
    keep_cursor(screen, &saved);
    keep_style(screen, &saved);
    saved.length = screen_read_upper(screen, saved.text, SAVED_SCREEN_UNITS);
    saved_screen_write(screen->saved, &saved);
    bytes->screen = screen->saved;
}

/* ---- Having it again ---- */

/* The text of the turn, in the lower window. */
static void print_again(struct screen *screen, const zm_u16 *text, unsigned length)
{
    screen->window = 0;
    screen->style.bits = 0;
    screen->style.font = FONT_NORMAL;
    screen_print(screen, text, length);
}

static void recall_colours(struct screen *screen, const struct saved_screen *saved)
{
    if (saved->foreground)
        screen->style.foreground = colour_of_number(saved->foreground);
    if (saved->background)
        screen->style.background = colour_of_number(saved->background);
}

/* The bytes do not tell what the cells looked like: they become Roman, in the story's colours. */
static void recall_upper(struct screen *screen, const struct saved_screen *saved)
{
    struct screen_style style = screen->style;
    const zm_u16 *text;
    unsigned at = 0, length, row;

    style.bits = SCREEN_FIXED;
    style.font = FONT_NORMAL;
    upper_begin_again(screen, saved->upper_rows);
    for (row = 0; (text = saved_screen_row(saved, &at, &length)) != NULL; row++)
        upper_put_row(screen, row, &style, text, length);
    if (screen->zm->version <= 3)
        status_show_again(screen);
}

static void recall_style(struct screen *screen, const struct saved_screen *saved)
{
    screen->style.bits = saved->style & STYLES;
    if (saved->font == FONT_NORMAL || saved->font == FONT_GRAPHICS || saved->font == FONT_FIXED)
        screen->style.font = (zm_u8)saved->font;
    screen->by_word = !saved->unbuffered;
}

static void recall_cursor(struct screen *screen, const struct saved_screen *saved)
{
    screen->window = saved->window == 1;
    if (screen->window && screen->zm->version > 3)
        upper_place_cursor(screen, saved->row, saved->column);
    else if (screen->window)
        upper_place_cursor(screen, 1, 1);
}

static void recall_text(struct screen *screen, const struct saved_screen *saved, const zm_u16 *text, unsigned length)
{
    upper_was_seen(screen);
    if (length)
        print_again(screen, text, length);
    recall_colours(screen, saved);
    recall_upper(screen, saved);
    recall_cursor(screen, saved);
    recall_style(screen, saved);
}

/* The player goes to another turn: the page that was being read is of no interest any more. */
static void forget_page(struct screen *screen)
{
    screen->delayed.waits = false;
    if (screen->full && screen->zm->version != 6)
        lower_was_read(screen);
    drawing_forget_pages(screen);
}

bool screen_recall(struct screen *screen, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                   bool print)
{
    struct saved_screen saved;

    screen_hide_input(screen);
    forget_page(screen);
    if (screen->zm->version != 6) {
        saved_screen_read(&saved, bytes->screen);
        recall_text(screen, &saved, text, print ? length : 0);
        return true;
    }
    if (saved_painting_recall(screen, bytes, text, length))
        return true;
    if (print)
        screen_print(screen, text, length);
    return false;
}

void screen_was_restored(struct screen *screen)
{
    if (screen->zm->version != 3)
        return;
    screen_hide_input(screen);
    upper_set_rows(screen, 0);
    screen->window = 0;
}

bool screen_transcribes(const struct screen *screen)
{
    if (screen->zm->version != 6)
        return screen->window == 0;
    return screen->windows.window[screen->window].property[WINDOW_ATTRIBUTES] & WINDOW_TRANSCRIBED;
}
