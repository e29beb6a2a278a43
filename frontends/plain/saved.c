/* Golmac: MIT licence, see LICENSE.

   The plain screen as bytes, and back (formats/saved_screen.h): what it cannot show it remembers for a screen that
   can. */
#include "frontends/plain/plain.h"

enum { CELL = 1, FONT_NORMAL = 1 };

/* ---- Keeping ---- */

static void keep_windows(struct plain *plain, struct saved_screen_bytes *bytes)
{
    static const struct saved_style usual = { 0, FONT_NORMAL, SAVED_COLOUR_DEFAULT, SAVED_COLOUR_DEFAULT };
    struct saved_windows saved = {
        .width = plain->screen.width, .height = plain->screen.height, .cell_width = CELL, .line_height = CELL,
        .window = (zm_u16)(plain->window < WINDOWS ? plain->window : 0), .mouse = SAVED_NO_MOUSE,
        .screen_buffer = plain->screen_buffer, .background = SAVED_COLOUR_DEFAULT
    };
    unsigned window, i;

    for (window = 0; window < WINDOWS; window++) {
        for (i = 0; i < SAVED_PROPERTIES; i++)
            saved.each[window].property[i] = plain_windows_get(plain, (zm_u16)window, i);
        saved.each[window].style = usual;
    }
    saved_windows_write(plain->saved_windows, &saved);
    bytes->painted = plain->saved_windows;
    bytes->painted_size = SAVED_WINDOWS;
}

static unsigned status_rows(const struct plain *plain)
{
    return plain->zm->version <= 3 ? 1 : 0;
}

void plain_keep_screen(void *context, struct saved_screen_bytes *bytes)
{
    struct plain *plain = context;
    struct saved_screen saved;
    unsigned status = status_rows(plain);

    saved.window = (zm_u16)plain->window;
    saved.upper_rows = (zm_u16)(plain->upper.rows > status ? plain->upper.rows - status : 0);
    saved.style = plain->style;
    saved.foreground = plain->foreground;
    saved.background = plain->background;
    saved.font = plain->font;
    saved.unbuffered = !plain->wrap.by_word;
    saved.row = saved.column = 1;
    if (plain->window != 0 && plain->zm->version != 6) {
        saved.row = (zm_u16)(plain->upper.row + 1);
        saved.column = (zm_u16)(plain->upper.column + 1);
    }
    saved.length = plain_read_upper(plain, saved.text, SAVED_SCREEN_UNITS);
    saved_screen_write(plain->saved, &saved);
    *bytes = (struct saved_screen_bytes){ plain->saved, NULL, 0 };
    if (plain->zm->version == 6)
        keep_windows(plain, bytes);
}

/* ---- Having it again ---- */

static void recall_upper(struct plain *plain, const struct saved_screen *saved)
{
    const zm_u16 *text;
    unsigned at = 0, length, row;

    plain_upper_split(plain, saved->upper_rows);
    if (saved->upper_rows)
        plain_upper_erase(&plain->upper);
    for (row = 0; row < plain->upper.height && (text = saved_screen_row(saved, &at, &length)) != NULL; row++)
        if (row >= status_rows(plain) && saved->upper_rows)
            plain_upper_set_row(&plain->upper, row, text, length < plain->upper.width ? length : plain->upper.width);
    if (plain->zm->version <= 3)
        plain_show_machine_status(plain);
}

static void recall_text(struct plain *plain, const struct saved_screen *saved)
{
    recall_upper(plain, saved);
    plain->window = saved->window == 1;
    if (plain->zm->version <= 3)
        plain_upper_set_cursor(&plain->upper, 2, 1);
    else
        plain_upper_set_cursor(&plain->upper, saved->row, saved->column);
    plain->style = saved->style;
    plain->foreground = saved->foreground;
    plain->background = saved->background;
    plain->font = saved->font == 4 ? 4 : FONT_NORMAL;
    plain->wrap.by_word = !saved->unbuffered;
}

/* Only a display whose units are characters has properties that mean anything here. */
static void recall_windows(struct plain *plain, const struct saved_screen_bytes *bytes)
{
    struct saved_windows saved;
    unsigned window, i;

    if (!saved_windows_read(&saved, bytes->painted, bytes->painted_size) || saved.cell_width != CELL
        || saved.line_height != CELL)
        return;
    plain->window = saved.window;
    plain->screen_buffer = saved.screen_buffer;
    for (window = 0; window < WINDOWS; window++)
        for (i = 0; i < SAVED_PROPERTIES; i++)
            plain->property[window][i] = saved.each[window].property[i];
}

/* The text goes where running text goes. In version 6 the windows must be known first. */
void plain_recall_screen(void *context, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                         bool print)
{
    struct plain *plain = context;
    struct saved_screen saved;

    if (plain->zm->version == 6)
        recall_windows(plain, bytes);
    else
        plain->window = 0;
    if (print)
        plain_print(plain, text, length);
    if (plain->zm->version == 6)
        return;
    saved_screen_read(&saved, bytes->screen);
    recall_text(plain, &saved);
}

/* 8.6.1.3 */
void plain_was_restored(void *context)
{
    struct plain *plain = context;

    if (plain->zm->version != 3)
        return;
    plain_upper_split(plain, 0);
    plain->window = 0;
}

bool plain_transcribes(void *context)
{
    struct plain *plain = context;

    if (plain->zm->version != 6)
        return plain->window == 0;
    return plain_windows_transcribe(plain);
}
