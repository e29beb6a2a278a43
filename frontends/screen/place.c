/* Golmac: MIT licence, see LICENSE.

   Version 6: choosing windows, cursors, erasing, scrolling (8.8.5, 15). */
#include "frontends/screen/model.h"

enum { CURSOR_OFF = -1, CURSOR_ON = -2, ERASE_UNSPLIT = -1, ERASE_ALL = -2, TO_LINE_END = 1 };

static struct window *current(struct screen *screen)
{
    return windows_named(screen, WINDOW_CURRENT);
}

/* ---- Erasing ---- */

static void fill_screen(struct screen *screen, const struct screen_style *style)
{
    struct area whole = { 0, 0, (int)screen->windows.width, (int)screen->windows.height };

    drawing_fill(screen, &whole, style);
    screen->page_background = style->background == SCREEN_TRANSPARENT ? SCREEN_DEFAULT : style->background;
}

static void go_home(struct window *window)
{
    window->property[WINDOW_CURSOR_Y] = 1;
    window->property[WINDOW_CURSOR_X] = (zm_u16)(window->property[WINDOW_LEFT] + 1);
}

static void forget_lines(struct window *window)
{
    if ((zm_s16)window->property[WINDOW_LINES] > 0)
        window->property[WINDOW_LINES] = 0;
}

void graphic_reset(struct screen *screen)
{
    windows_reset(screen);
    fill_screen(screen, &screen->windows.window[0].style);
}

static void unsplit(struct screen *screen)
{
    zm_u16 rows[8] = { 0 };

    (void)graphic_split(screen, rows, 1);
    screen->window = 0;
    go_home(current(screen));
}

zm_u16 graphic_erase_window(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_s16 number = (zm_s16)screen_operand(operand, count, 0, 0);
    struct window *window;
    struct area area;

    graphic_flush(screen);
    if (number == ERASE_UNSPLIT) {
        fill_screen(screen, &screen->windows.window[0].style);
        unsplit(screen);
        forget_lines(current(screen));
        return 0;
    }
    if (number == ERASE_ALL) {
        fill_screen(screen, &current(screen)->style);
        return 0;
    }
    window = windows_named(screen, (zm_u16)number);
    if (!window)
        return 0;
    area = area_of_window(window);
    drawing_fill(screen, &area, &window->style);
    go_home(window);
    forget_lines(window);
    return 0;
}

/* To the right margin, or so many units less one. */
zm_u16 graphic_erase_line(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = current(screen);
    zm_u16 *property = window->property, wanted = screen_operand(operand, count, 0, TO_LINE_END);
    struct area frame = area_of_window(window), line;
    int room;

    graphic_flush(screen);
    room = property[WINDOW_WIDTH] - (int)property[WINDOW_RIGHT] - (int)property[WINDOW_CURSOR_X] + 1;
    line.x = frame.x + property[WINDOW_CURSOR_X] - 1;
    line.y = frame.y + property[WINDOW_CURSOR_Y] - 1;
    line.width = wanted == TO_LINE_END || wanted - 1 > room ? room : wanted - 1;
    line.height = (int)screen->metrics.line_height;
    line = area_common(&line, &frame);
    drawing_fill(screen, &line, &window->style);
    return 0;
}

/* ---- Windows and cursors ---- */

zm_u16 graphic_set_window(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 window = screen_operand(operand, count, 0, 0);

    graphic_flush(screen);
    if (window < WINDOW_COUNT)
        screen->window = window;
    return 0;
}

zm_u16 graphic_set_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_s16 y = (zm_s16)screen_operand(operand, count, 0, 1);
    struct window *window = windows_named(screen, screen_operand(operand, count, 2, WINDOW_CURRENT));
    zm_u16 x = screen_operand(operand, count, 1, 1);

    graphic_flush(screen);
    if (y == CURSOR_OFF || y == CURSOR_ON) {
        screen->cursor_hidden = y == CURSOR_OFF;
        return 0;
    }
    if (!window)
        return 0;
    window->property[WINDOW_CURSOR_Y] = (zm_u16)(y < 1 ? 1 : y);
    window->property[WINDOW_CURSOR_X] = (zm_s16)x < 1 ? 1 : x;
    windows_keep_cursor(window);
    return 0;
}

zm_u16 graphic_get_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    (void)count;
    graphic_flush(screen);
    operand[0] = current(screen)->property[WINDOW_CURSOR_Y];
    operand[1] = current(screen)->property[WINDOW_CURSOR_X];
    return 0;
}

zm_u16 graphic_print_table(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = current(screen);
    zm_u16 *property = window->property;

    graphic_flush(screen);
    if (screen_operand(operand, count, 0, 0) == 0) {
        screen->windows.table_x = property[WINDOW_CURSOR_X];
        return 0;
    }
    graphic_new_line(screen, window);
    property[WINDOW_CURSOR_X] = screen->windows.table_x;
    windows_keep_cursor(window);
    return 0;
}

/* ---- Others ---- */

zm_u16 graphic_scroll(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, screen_operand(operand, count, 0, WINDOW_CURRENT));
    struct area area;

    graphic_flush(screen);
    if (!window)
        return 0;
    area = area_of_window(window);
    drawing_scroll(screen, &area, (zm_s16)screen_operand(operand, count, 1, 0), &window->style);
    return 0;
}

enum { MEMORY_CLOSED = 0xFFFD /* -3 */, MEASURED_MOST = 1024 };

/* The width of text that the story has printed into its memory (11.1, word $30): operand: -3, address, length. */
zm_u16 graphic_measure(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 text[MEASURED_MOST], length = screen_operand(operand, count, 2, 0), i;
    struct screen_style style = ink_for_print(screen);
    zm_u32 address = screen_operand(operand, count, 1, 0);

    if (screen_operand(operand, count, 0, 0) != MEMORY_CLOSED || length > MEASURED_MOST)
        return 0;
    for (i = 0; i < length; i++)
        text[i] = zm_from_zscii(screen->zm, zm_byte(screen->zm, address + i));
    return (zm_u16)metrics_advance(&screen->metrics, &style, text, length);
}

/* Without meaning in version 6, where a window's attribute says it (15). */
zm_u16 graphic_buffer_mode(struct screen *screen, zm_u16 *operand, unsigned count)
{
    return screen_ignore(screen, operand, count);
}

/* -1 asks for what was held back; nothing ever is: displays paint when input is waited for, and whenever they like. */
zm_u16 graphic_buffer_screen(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 previous = (zm_u16)screen->screen_buffer, state = screen_operand(operand, count, 0, 0);

    graphic_flush(screen);
    if (state <= 1)
        screen->screen_buffer = state;
    return previous;
}
