/* Golmac: MIT licence, see LICENSE.

   Version 6: what the host says and what the player types, in the current window or the one that has the running
   text. */
#include "frontends/screen/model.h"
#include "frontends/base/utf.h"

#include <string.h>

static struct window *current(struct screen *screen)
{
    return windows_named(screen, WINDOW_CURRENT);
}

/* ---- The host's remarks: window 0's ---- */

static void break_line(struct screen *screen)
{
    static const zm_u16 new_line = '\n';
    const zm_u16 *property = current(screen)->property;

    graphic_flush(screen);
    if (property[WINDOW_CURSOR_X] > property[WINDOW_LEFT] + 1)
        graphic_print(screen, &new_line, 1);
}

void graphic_say(struct screen *screen, const struct screen_style *style, const char *text)
{
    struct screen_style kept = screen->windows.window[0].style;
    unsigned window = screen->window, units;
    zm_u16 piece[256];
    size_t length = strlen(text), bytes;

    graphic_flush(screen);
    screen->window = 0;
    screen->windows.window[0].style = *style;
    screen->windows.window[0].style.background = kept.background;
    screen->windows.window[0].style.foreground = kept.foreground;
    break_line(screen);
    for (; length; text += bytes, length -= bytes) {
        bytes = length < 200 ? length : 200;
        while (bytes < length && ((unsigned char)text[bytes] & 0xC0) == 0x80 && bytes > 4)
            bytes--;
        units = (unsigned)utf8_decode(piece, sizeof piece / sizeof *piece, text, bytes);
        graphic_print(screen, piece, units);
    }
    break_line(screen);
    screen->windows.window[0].style = kept;
    screen->window = window;
}

void graphic_show_prompt(struct screen *screen)
{
    const zm_u16 *property = current(screen)->property;

    if (property[WINDOW_CURSOR_X] <= property[WINDOW_LEFT] + 1 && screen->prompt.length)
        graphic_print(screen, screen->prompt.text, screen->prompt.length);
    graphic_flush(screen);
}

/* ---- What is typed ---- */

/* What the story has printed of the line: the cursor goes before it, and it is typed again over itself. */
static void take_over(struct screen *screen, const zm_u16 *preload, unsigned length)
{
    struct screen_style style = ink_for_print(screen);
    zm_u16 *property = current(screen)->property;
    unsigned width = metrics_advance(&screen->metrics, &style, preload, length);

    if (property[WINDOW_CURSOR_X] > property[WINDOW_LEFT] + width)
        property[WINDOW_CURSOR_X] = (zm_u16)(property[WINDOW_CURSOR_X] - width);
    if (screen->flow.length >= length)
        flow_cut(&screen->flow, screen->flow.length - length);
}

void graphic_begin_input(struct screen *screen, const zm_u16 *preload, unsigned length)
{
    if (length)
        take_over(screen, preload, length);
    typing_keep_prompt(screen);
}

/* Whatever has been printed has been read. */
static void forget_lines(struct screen *screen)
{
    unsigned i;

    for (i = 0; i < WINDOW_COUNT; i++)
        if ((zm_s16)screen->windows.window[i].property[WINDOW_LINES] > 0)
            screen->windows.window[i].property[WINDOW_LINES] = 0;
}

/* The place of the line that is typed, to the right margin. */
static struct area input_area(struct screen *screen)
{
    const struct window *window = current(screen);
    const zm_u16 *property = window->property;
    struct area frame = area_of_window(window);
    struct area area = { frame.x + screen->windows.input_x - 1, frame.y + screen->windows.input_y - 1, 0,
                         (int)screen->metrics.line_height };

    area.width = property[WINDOW_WIDTH] - (int)property[WINDOW_RIGHT] - (int)screen->windows.input_x + 1;
    return area;
}

/* A line that is longer than its place shows the part before the cursor. */
void graphic_show_input(struct screen *screen, const struct screen_style *style)
{
    struct screen_input *input = &screen->input;
    zm_u16 *property = current(screen)->property;
    struct area area;
    unsigned start = 0, length, room;

    if (!input->shown) {
        screen->windows.input_x = property[WINDOW_CURSOR_X];
        screen->windows.input_y = property[WINDOW_CURSOR_Y];
    }
    area = input_area(screen);
    drawing_fill(screen, &area, style);
    room = area.width > 0 ? (unsigned)area.width : 0;
    while (start < input->cursor
           && metrics_advance(&screen->metrics, style, input->text + start, input->cursor - start) >= room)
        start += character_units(input->text + start, input->cursor - start);
    for (length = input->length - start; length; length--)
        if (metrics_advance(&screen->metrics, style, input->text + start, length) <= room)
            break;
    drawing_text(screen, &area, style, input->text + start, length);
    property[WINDOW_CURSOR_X] = (zm_u16)(screen->windows.input_x
        + metrics_advance(&screen->metrics, style, input->text + start, input->cursor - start));
}

void graphic_hide_input(struct screen *screen)
{
    struct area area = input_area(screen);
    zm_u16 *property = current(screen)->property;

    drawing_fill(screen, &area, &current(screen)->style);
    property[WINDOW_CURSOR_X] = screen->windows.input_x;
    property[WINDOW_CURSOR_Y] = screen->windows.input_y;
}

void graphic_end_input(struct screen *screen, int new_line)
{
    static const zm_u16 unit = '\n';
    struct screen_style style = current(screen)->style;

    if (current(screen)->property[WINDOW_ATTRIBUTES] & WINDOW_TRANSCRIBED) {
        style.bits |= SCREEN_INPUT;
        flow_add(&screen->flow, &style, screen->input.text, screen->input.shown ? screen->input.length : 0);
        flow_add(&screen->flow, &style, &unit, new_line ? 1 : 0);
    }
    if (new_line)
        graphic_new_line(screen, current(screen));
    forget_lines(screen);
}

/* ---- The cursor ---- */

int graphic_cursor(const struct screen *screen, unsigned *x, unsigned *y)
{
    const struct window *window = &screen->windows.window[screen->window];
    struct area frame = area_of_window(window);
    int left = frame.x + window->property[WINDOW_CURSOR_X] - 1, top = frame.y + window->property[WINDOW_CURSOR_Y] - 1;

    if (left < 0 || top < 0 || top >= (int)screen->windows.height)
        return 0;
    *x = (unsigned)left < screen->windows.width ? (unsigned)left : screen->windows.width - screen->metrics.cell_width;
    *y = (unsigned)top;
    return 1;
}
