/* Golmac: MIT licence, see LICENSE.

   The windows of version 6: where they are, what they are like, and the requests that say so (8.8.3, 15). */

#include "frontends/screen/graphics.h"
#include "interp/header.h"
#include <stdlib.h>
#include <string.h>

enum { NO_MOUSE_WINDOW = 0xFFFF, NEVER_MORE = 0xFC19 /* -999 */ };

void windows_free(struct windows *windows)
{
    free(windows->held);
    memset(windows, 0, sizeof *windows);
}

struct window *windows_named(struct screen *screen, zm_u16 number)
{
    if (number == WINDOW_CURRENT)
        number = (zm_u16)screen->window;
    return number < WINDOW_COUNT ? &screen->windows.window[number] : NULL;
}

struct paint_area windows_area(const struct window *window)
{
    const zm_u16 *property = window->property;
    struct paint_area area = { (zm_s16)property[WINDOW_X] - 1, (zm_s16)property[WINDOW_Y] - 1, property[WINDOW_WIDTH],
                         property[WINDOW_HEIGHT] };

    return area;
}

/* ---- At the start (8.8.3.3) ---- */

void windows_reset(struct screen *screen)
{
    struct windows *windows = &screen->windows;
    unsigned i;

    windows->width = screen->columns * screen->metrics.cell_width;
    windows->height = screen->rows * screen->metrics.line_height;
    windows->mouse = 1;
    windows->word_length = 0;
    windows->holding = false;
    windows->held_length = 0;
    for (i = 0; i < WINDOW_COUNT; i++) {
        struct window *window = &windows->window[i];
        zm_u16 *property = window->property;

        memset(property, 0, sizeof window->property);
        property[WINDOW_Y] = property[WINDOW_X] = property[WINDOW_CURSOR_Y] = property[WINDOW_CURSOR_X] = 1;
        property[WINDOW_ATTRIBUTES] = i == 0 ? WINDOW_WRAPS | WINDOW_SCROLLS | WINDOW_TRANSCRIBED | WINDOW_BUFFERED
                                             : WINDOW_BUFFERED;
        property[WINDOW_WIDTH] = i < 2 ? (zm_u16)windows->width : 0;
        property[WINDOW_HEIGHT] = i == 0 ? (zm_u16)windows->height : 0;
        style_reset(&window->style);
    }
}

/* ---- Cursor and size ---- */

/* A cursor that the window's edges or margins have left outside goes to the left margin (8.8.3.4, 15 set_margins). */
void windows_keep_cursor(struct window *window)
{
    zm_u16 *property = window->property;
    unsigned right = property[WINDOW_WIDTH] > property[WINDOW_RIGHT]
                         ? property[WINDOW_WIDTH] - (unsigned)property[WINDOW_RIGHT] : 0;

    if (property[WINDOW_CURSOR_X] <= property[WINDOW_LEFT] || property[WINDOW_CURSOR_X] > right + 1)
        property[WINDOW_CURSOR_X] = (zm_u16)(property[WINDOW_LEFT] + 1);
}

static void keep_cursor_inside(struct window *window)
{
    zm_u16 *property = window->property;

    if (property[WINDOW_CURSOR_Y] > property[WINDOW_HEIGHT] || property[WINDOW_CURSOR_X] > property[WINDOW_WIDTH]) {
        property[WINDOW_CURSOR_Y] = 1;
        property[WINDOW_CURSOR_X] = (zm_u16)(property[WINDOW_LEFT] + 1);
    }
}

zm_u16 windows_move(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));

    if (!window || count < 3)
        return 0;
    window->property[WINDOW_Y] = operand[1];
    window->property[WINDOW_X] = operand[2];
    return 0;
}

zm_u16 windows_size(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));

    if (!window || count < 3)
        return 0;
    window->property[WINDOW_HEIGHT] = operand[1];
    window->property[WINDOW_WIDTH] = operand[2];
    keep_cursor_inside(window);
    return 0;
}

zm_u16 windows_margins(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 2, WINDOW_CURRENT));

    if (!window || count < 2)
        return 0;
    window->property[WINDOW_LEFT] = operand[0];
    window->property[WINDOW_RIGHT] = operand[1];
    windows_keep_cursor(window);
    return 0;
}

/* operation: 0 set, 1 set the bits, 2 clear them, 3 turn them over. */
zm_u16 windows_style(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));
    zm_u16 flags = request_operand(operand, count, 1, 0) & 15;

    if (!window)
        return 0;
    switch (request_operand(operand, count, 2, 0)) {
    case 0: window->property[WINDOW_ATTRIBUTES] = flags; break;
    case 1: window->property[WINDOW_ATTRIBUTES] |= flags; break;
    case 2: window->property[WINDOW_ATTRIBUTES] &= (zm_u16)~(unsigned)flags; break;
    case 3: window->property[WINDOW_ATTRIBUTES] ^= flags; break;
    default: break;
    }
    return 0;
}

/* A cursor stays where it is on the screen, unless that is no longer in its window (15, split_window). */
static void place_window(struct window *window, unsigned y, unsigned height)
{
    zm_u16 *property = window->property;
    int cursor = property[WINDOW_Y] + property[WINDOW_CURSOR_Y] - (int)y;

    property[WINDOW_Y] = (zm_u16)y;
    property[WINDOW_HEIGHT] = (zm_u16)height;
    property[WINDOW_CURSOR_Y] = cursor < 1 ? 0xFFFF : (zm_u16)cursor;
    keep_cursor_inside(window);
}

zm_u16 windows_split(struct screen *screen, zm_u16 *operand, unsigned count)
{
    unsigned height = screen->windows.height, upper = request_operand(operand, count, 0, 0);

    if (upper > height)
        upper = height;
    place_window(&screen->windows.window[1], 1, upper);
    place_window(&screen->windows.window[0], upper + 1, height - upper);
    return 0;
}

/* 8.8.2: the story may look at this bit and paint its screen anew. */
void windows_ask_for_painting(struct screen *screen)
{
    if (screen->zm->dynamic)
        (void)zm_put_byte(screen->zm, H_FLAGS2 + 1, screen->zm->dynamic[H_FLAGS2 + 1] | FLAGS2_REDRAW);
}

/* The screen has another size: windows that reached its edges still do, and the story is asked to paint anew
   (8.8.2). */
void windows_fit(struct screen *screen)
{
    struct windows *windows = &screen->windows;
    unsigned width = screen->columns * screen->metrics.cell_width;
    unsigned height = screen->rows * screen->metrics.line_height, i;

    if (width == windows->width && height == windows->height)
        return;
    for (i = 0; i < 2; i++) {
        zm_u16 *property = windows->window[i].property;

        if (property[WINDOW_X] + property[WINDOW_WIDTH] == (int)windows->width + 1)
            property[WINDOW_WIDTH] = (zm_u16)(property[WINDOW_X] <= width ? width + 1 - property[WINDOW_X] : 0);
        if (property[WINDOW_Y] + property[WINDOW_HEIGHT] == (int)windows->height + 1)
            property[WINDOW_HEIGHT] = (zm_u16)(property[WINDOW_Y] <= height ? height + 1 - property[WINDOW_Y] : 0);
        keep_cursor_inside(&windows->window[i]);
    }
    windows->width = width;
    windows->height = height;
    windows_ask_for_painting(screen);
}

/* ---- The current window, its cursor ---- */

enum { CURSOR_OFF = -1, CURSOR_ON = -2 };

zm_u16 windows_choose(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 window = request_operand(operand, count, 0, 0);

    if (window < WINDOW_COUNT)
        screen->window = window;
    return 0;
}

zm_u16 windows_set_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_s16 y = (zm_s16)request_operand(operand, count, 0, 1);
    struct window *window = windows_named(screen, request_operand(operand, count, 2, WINDOW_CURRENT));
    zm_u16 x = request_operand(operand, count, 1, 1);

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

zm_u16 windows_get_cursor(struct screen *screen, zm_u16 *operand, unsigned count)
{
    const struct window *window = windows_named(screen, WINDOW_CURRENT);

    (void)count;
    operand[0] = window->property[WINDOW_CURSOR_Y];
    operand[1] = window->property[WINDOW_CURSOR_X];
    return 0;
}

bool windows_cursor_place(const struct screen *screen, unsigned *x, unsigned *y)
{
    const struct window *window = &screen->windows.window[screen->window];
    struct paint_area frame = windows_area(window);
    int left = frame.x + window->property[WINDOW_CURSOR_X] - 1, top = frame.y + window->property[WINDOW_CURSOR_Y] - 1;

    if (left < 0 || top < 0 || top >= (int)screen->windows.height)
        return false;
    *x = (unsigned)left < screen->windows.width ? (unsigned)left : screen->windows.width - screen->metrics.cell_width;
    *y = (unsigned)top;
    return true;
}

/* ---- Properties ---- */

/* The number of a colour; the story's default where it has no other, 16 where it has no number (8.3.5.2). */
static zm_u16 number_of(zm_u32 colour, zm_u8 usual)
{
    unsigned number = colour_number(colour);

    if (colour == SCREEN_DEFAULT && usual)
        return usual;
    return (zm_u16)(number ? number : 16);
}

enum { TRUE_TRANSPARENT = 0xFFFC /* -4 */ };

static zm_u16 true_of(zm_u32 colour, zm_u16 usual)
{
    if (colour == SCREEN_TRANSPARENT)
        return TRUE_TRANSPARENT;
    return colour == SCREEN_DEFAULT ? usual : colour_true(colour);
}

static unsigned at_most_byte(unsigned value)
{
    return value < 255 ? value : 255;
}

/* What a word that is not painted yet will change. */
bool windows_get_ends_word(const zm_u16 *operand, unsigned count)
{
    zm_u16 property = request_operand(operand, count, 1, WINDOW_PROPERTIES);

    return property == WINDOW_CURSOR_Y || property == WINDOW_CURSOR_X || property == WINDOW_COUNTDOWN
        || property == WINDOW_LINES;
}

zm_u16 windows_get(struct screen *screen, zm_u16 *operand, unsigned count)
{
    const struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));
    const struct zm_screen *told = &screen->zm->screen;
    zm_u16 property = request_operand(operand, count, 1, WINDOW_PROPERTIES);

    if (!window || property >= WINDOW_PROPERTIES)
        return 0;
    switch (property) {
    case WINDOW_STYLE: return window->style.bits & 15;
    case WINDOW_COLOURS:
        return (zm_u16)(number_of(window->style.background, told->background) << 8
                        | number_of(window->style.foreground, told->foreground));
    case WINDOW_FONT: return window->style.font;
    case WINDOW_FONT_SIZE:
        return (zm_u16)(at_most_byte(screen->metrics.line_height) << 8 | at_most_byte(screen->metrics.cell_width));
    case WINDOW_TRUE_FOREGROUND: return true_of(window->style.foreground, told->true_foreground);
    case WINDOW_TRUE_BACKGROUND: return true_of(window->style.background, told->true_background);
    default: return window->property[property];
    }
}

/* Properties that have opcodes of their own to set them and are made of the style cannot be written (8.8.3.2). */
zm_u16 windows_put(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, request_operand(operand, count, 0, WINDOW_CURRENT));
    zm_u16 property = request_operand(operand, count, 1, WINDOW_PROPERTIES);

    if (window && property < WINDOW_PROPERTIES && count > 2)
        window->property[property] = operand[2];
    return 0;
}

/* -1 asks for what was held back; nothing ever is: displays paint when input is waited for, and whenever they like. */
zm_u16 windows_buffer_screen(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 previous = (zm_u16)screen->screen_buffer, state = request_operand(operand, count, 0, 0);

    if (state <= 1)
        screen->screen_buffer = state;
    return previous;
}

/* ---- The mouse ---- */

zm_u16 windows_mouse(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 window = request_operand(operand, count, 0, NO_MOUSE_WINDOW);

    if (window == WINDOW_CURRENT)
        window = (zm_u16)screen->window;
    screen->windows.mouse = window < WINDOW_COUNT ? window : NO_MOUSE_WINDOW;
    return 0;
}

/* A mouse window of no size, as window 1 is at first, holds nothing back. */
bool windows_want_mouse(const struct windows *windows, zm_u16 x, zm_u16 y)
{
    const zm_u16 *property;

    if (windows->mouse >= WINDOW_COUNT)
        return true;
    property = windows->window[windows->mouse].property;
    if (property[WINDOW_WIDTH] == 0 || property[WINDOW_HEIGHT] == 0)
        return true;
    return x >= property[WINDOW_X] && x - property[WINDOW_X] < property[WINDOW_WIDTH]
        && y >= property[WINDOW_Y] && y - property[WINDOW_Y] < property[WINDOW_HEIGHT];
}
