/* Golmac: MIT licence, see LICENSE.

   Version 6: erasing and scrolling what windows show (8.8.5, 15). */
#include "frontends/screen/graphics.h"

enum { ERASE_UNSPLIT = -1, ERASE_ALL = -2, TO_LINE_END = 1 };

static struct window *current(struct screen *screen)
{
    return windows_named(screen, WINDOW_CURRENT);
}

/* ---- Erasing ---- */

static void fill_screen(struct screen *screen, const struct screen_style *style)
{
    struct paint_area whole = { 0, 0, (int)screen->windows.width, (int)screen->windows.height };

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

void window_area_reset(struct screen *screen)
{
    windows_reset(screen);
    fill_screen(screen, &screen->windows.window[0].style);
}

static void unsplit(struct screen *screen)
{
    zm_u16 rows[8] = { 0 };

    (void)windows_split(screen, rows, 1);
    screen->window = 0;
    go_home(current(screen));
}

zm_u16 window_area_erase(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_s16 number = (zm_s16)request_operand(operand, count, 0, 0);
    struct window *window;
    struct paint_area area;

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
    area = windows_area(window);
    drawing_fill(screen, &area, &window->style);
    go_home(window);
    forget_lines(window);
    return 0;
}

/* To the right margin, or so many units less one. */
zm_u16 window_area_erase_line(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = current(screen);
    zm_u16 *property = window->property, wanted = request_operand(operand, count, 0, TO_LINE_END);
    struct paint_area frame = windows_area(window), line;
    int room;

    room = property[WINDOW_WIDTH] - (int)property[WINDOW_RIGHT] - (int)property[WINDOW_CURSOR_X] + 1;
    line.x = frame.x + property[WINDOW_CURSOR_X] - 1;
    line.y = frame.y + property[WINDOW_CURSOR_Y] - 1;
    line.width = wanted == TO_LINE_END || wanted - 1 > room ? room : wanted - 1;
    line.height = (int)screen->metrics.line_height;
    line = paint_area_common(&line, &frame);
    drawing_fill(screen, &line, &window->style);
    return 0;
}

/* ---- Scrolling ---- */

zm_u16 window_area_scroll(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));
    struct paint_area area;

    if (!window)
        return 0;
    area = windows_area(window);
    drawing_scroll(screen, &area, (zm_s16)request_operand(operand, count, 1, 0), &window->style);
    return 0;
}
