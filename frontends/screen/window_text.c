/* Golmac: MIT licence, see LICENSE.

   Printing in the windows of version 6 (8.8.3.1, 8.8.3.2): words are gathered and painted when they are whole,
   lines wrapped, clipped and scrolled as the window's attributes say, new lines counted for [MORE] and
   interrupts.

   When a newline interrupt is due the story's routine must run before more is painted: it may change the margins.
   What is still to be printed is held until the machine has run it. */
#include "frontends/screen/graphics.h"
#include "frontends/base/utf.h"
#include "frontends/screen/array.h"
#include "interp/header.h"

#include <stdlib.h>
#include <string.h>

enum { NEVER_MORE = -999, ZORK_ZERO_RELEASE = 393, MSDOS = 6 };

/* ---- Geometry of a window; columns and rows in units from its top left, beginning at 1 ---- */

static unsigned right_margin(const struct window *window)
{
    unsigned width = window->property[WINDOW_WIDTH], margin = window->property[WINDOW_RIGHT];

    return width > margin ? width - margin : 0;
}

/* Units left in the line. */
static unsigned room(const struct window *window)
{
    unsigned right = right_margin(window), x = window->property[WINDOW_CURSOR_X];

    return x && right + 1 > x ? right + 1 - x : 0;
}

static bool at_left(const struct window *window)
{
    return window->property[WINDOW_CURSOR_X] <= window->property[WINDOW_LEFT] + 1;
}

static unsigned rows_of(const struct screen *screen, const struct window *window)
{
    return window->property[WINDOW_HEIGHT] / screen->metrics.line_height;
}

static struct paint_area area_at_cursor(const struct screen *screen, const struct window *window, unsigned width)
{
    struct paint_area frame = windows_area(window);
    struct paint_area area = { frame.x + window->property[WINDOW_CURSOR_X] - 1,
                         frame.y + window->property[WINDOW_CURSOR_Y] - 1,
                         (int)width, (int)screen->metrics.line_height };

    return area;
}

/* ---- The scrollback ---- */

/* Running text is kept: that of windows that are copied to the transcript. */
static void keep(struct screen *screen, const struct window *window, const zm_u16 *text, unsigned length)
{
    if (window->property[WINDOW_ATTRIBUTES] & WINDOW_TRANSCRIBED)
        flow_add(&screen->flow, &window->style, text, length);
}

/* ---- New lines ---- */

static bool is_zork_zero_for_msdos(const struct zm *zm)
{
    return zm->dynamic && zm->dynamic[H_INTERPRETER] == MSDOS
        && (zm->dynamic[H_RELEASE] << 8 | zm->dynamic[H_RELEASE + 1]) == ZORK_ZERO_RELEASE
        && memcmp(zm->dynamic + H_SERIAL, "890714", 6) == 0;
}

/* The window's routine is due: it runs before the machine's next instruction. */
static void interrupt(struct screen *screen, const struct window *window)
{
    struct windows *windows = &screen->windows;

    zm_interrupt(screen->zm, window->property[WINDOW_INTERRUPT]);
    windows->holding = screen->zm->pending != 0;
    windows->held_window = screen->window;
    windows->interrupts = screen->zm->interrupts;
}

static void count_down(struct screen *screen, struct window *window)
{
    zm_u16 *countdown = &window->property[WINDOW_COUNTDOWN];

    if (*countdown && --*countdown == 0)
        interrupt(screen, window);
}

static void count_line(struct window *window)
{
    zm_u16 *lines = &window->property[WINDOW_LINES];

    if ((zm_s16)*lines != NEVER_MORE && *lines != 0x7FFF)
        ++*lines;
}

/* If the window is full of new lines, the page ends before what comes next (8.8.3.2.6). */
static void check_page(struct screen *screen, struct window *window)
{
    zm_u16 *lines = &window->property[WINDOW_LINES];
    unsigned rows = rows_of(screen, window);

    if (!(window->property[WINDOW_ATTRIBUTES] & WINDOW_SCROLLS) || rows < 2 || (zm_s16)*lines < (int)rows - 1)
        return;
    *lines = 0;
    if (screen->patient && !screen->skipping)
        drawing_end_page(screen);
}

static void advance_line(struct screen *screen, struct window *window)
{
    unsigned line = screen->metrics.line_height;
    zm_u16 *property = window->property;
    struct paint_area area = windows_area(window);

    if (property[WINDOW_CURSOR_Y] + 2 * line - 1 <= property[WINDOW_HEIGHT])
        property[WINDOW_CURSOR_Y] = (zm_u16)(property[WINDOW_CURSOR_Y] + line);
    else if (property[WINDOW_ATTRIBUTES] & WINDOW_SCROLLS)
        drawing_scroll(screen, &area, (int)line, &window->style);
}

void window_text_new_line(struct screen *screen, struct window *window)
{
    check_page(screen, window);
    advance_line(screen, window);
    window->property[WINDOW_CURSOR_X] = (zm_u16)(window->property[WINDOW_LEFT] + 1);
    count_line(window);
    count_down(screen, window);
}

/* ---- Words ---- */

/* Paint text that fits, or what of it does where nothing wraps. */
static void put(struct screen *screen, struct window *window, const struct screen_style *style, const zm_u16 *text,
                unsigned length, unsigned width)
{
    struct paint_area area = area_at_cursor(screen, window, width);

    check_page(screen, window);
    drawing_text(screen, &area, style, text, length);
    window->property[WINDOW_CURSOR_X] = (zm_u16)(window->property[WINDOW_CURSOR_X] + width);
}

/* As many characters as there is room for. Returns the units painted. */
static unsigned put_some(struct screen *screen, struct window *window, const struct screen_style *style,
                         const zm_u16 *text, unsigned length)
{
    unsigned taken = 0, units, width = 0, with;

    while (taken < length) {
        units = character_units(text + taken, length - taken);
        with = metrics_advance(&screen->metrics, style, text, taken + units);
        if (with > room(window))
            break;
        width = with;
        taken += units;
    }
    if (taken)
        put(screen, window, style, text, taken, width);
    return taken;
}

/* Text runs into the right margin: the next line, unless the window does not wrap (then the cursor stays at the
   margin). Returns false if the rest is not to be printed now. */
static bool wrap(struct screen *screen, struct window *window)
{
    if (!(window->property[WINDOW_ATTRIBUTES] & WINDOW_WRAPS)) {
        window->property[WINDOW_CURSOR_X] = (zm_u16)(right_margin(window) + 1);
        return false;
    }
    window_text_new_line(screen, window);
    return !screen->windows.holding;
}

static void hold(struct screen *screen, const zm_u16 *text, unsigned length)
{
    struct windows *windows = &screen->windows;

    if (array_reserve(&windows->held, &windows->held_room, windows->held_length + length, sizeof *text) != 0) {
        screen->starved++;
        return;
    }
    memcpy(windows->held + windows->held_length, text, length * sizeof *text);
    windows->held_length += length;
}

/* A word in pieces of a line each. */
static void put_by_character(struct screen *screen, struct window *window, const struct screen_style *style,
                             const zm_u16 *text, unsigned length)
{
    while (length) {
        unsigned taken = put_some(screen, window, style, text, length);

        text += taken;
        length -= taken;
        if (length == 0)
            return;
        if (taken == 0 && at_left(window)) /* not even one fits in a whole line */
            return;
        if (!wrap(screen, window)) {
            if (screen->windows.holding)
                hold(screen, text, length);
            return;
        }
    }
}

/* ---- A word, which may change its style within ---- */

static unsigned piece_length(const struct windows *windows, unsigned piece, unsigned length)
{
    unsigned end = piece + 1 < windows->pieces ? windows->piece[piece + 1].start : length;

    return end - windows->piece[piece].start;
}

static unsigned word_width(const struct screen *screen, unsigned length)
{
    const struct windows *windows = &screen->windows;
    unsigned width = 0, i;

    for (i = 0; i < windows->pieces; i++)
        width += metrics_advance(&screen->metrics, &windows->piece[i].style, windows->word + windows->piece[i].start,
                                 piece_length(windows, i, length));
    return width;
}

static void put_piece(struct screen *screen, struct window *window, const struct screen_style *style,
                      const zm_u16 *text, unsigned length)
{
    unsigned width = metrics_advance(&screen->metrics, style, text, length);

    if (width <= room(window))
        put(screen, window, style, text, length, width);
    else
        put_by_character(screen, window, style, text, length);
}

static void put_word(struct screen *screen, struct window *window, unsigned length)
{
    struct windows *windows = &screen->windows;
    unsigned both = WINDOW_WRAPS | WINDOW_BUFFERED, i;

    if (word_width(screen, length) > room(window) && (window->property[WINDOW_ATTRIBUTES] & both) == both
        && !at_left(window) && !wrap(screen, window)) {
        hold(screen, windows->word, length);
        return;
    }
    for (i = 0; i < windows->pieces; i++) {
        const zm_u16 *text = windows->word + windows->piece[i].start;

        if (windows->holding)
            hold(screen, text, piece_length(windows, i, length));
        else
            put_piece(screen, window, &windows->piece[i].style, text, piece_length(windows, i, length));
    }
}

void window_text_flush(struct screen *screen)
{
    struct windows *windows = &screen->windows;
    unsigned length = windows->word_length;

    if (screen->zm->version != 6 || length == 0)
        return;
    windows->word_length = 0;
    put_word(screen, windows_named(screen, WINDOW_CURRENT), length);
}

/* One unit more of the word, of the present style. */
static void add_to_word(struct screen *screen, zm_u16 unit)
{
    struct windows *windows = &screen->windows;
    struct screen_style style = print_style(screen);
    int is_first = windows->word_length == 0;

    if (!is_first && screen_style_equal(&windows->piece[windows->pieces - 1].style, &style)) {
        windows->word[windows->word_length++] = unit;
        return;
    }
    if (!is_first && windows->pieces == WINDOW_PIECES)
        window_text_flush(screen);
    if (windows->word_length == 0)
        windows->pieces = 0;
    windows->piece[windows->pieces].start = windows->word_length;
    windows->piece[windows->pieces++].style = style;
    windows->word[windows->word_length++] = unit;
}

/* A space where the line is full is not seen. */
static void put_space(struct screen *screen, struct window *window)
{
    static const zm_u16 space = ' ';
    struct screen_style style = print_style(screen);
    unsigned width = metrics_advance(&screen->metrics, &style, &space, 1);

    if (width <= room(window))
        put(screen, window, &style, &space, 1, width);
    else if (!(window->property[WINDOW_ATTRIBUTES] & WINDOW_BUFFERED)
             || !(window->property[WINDOW_ATTRIBUTES] & WINDOW_WRAPS))
        put_by_character(screen, window, &style, &space, 1);
}

/* ---- Text ---- */

static bool begins_word(zm_u16 unit)
{
    return unit >= 0x1100 && !utf16_is_half(unit) && columns_of_character(unit) == 2;
}

/* One unit. Returns false if those after it must wait. */
static bool take(struct screen *screen, struct window *window, zm_u16 unit)
{
    struct windows *windows = &screen->windows;

    if (unit == '\n' || unit == ' ' || begins_word(unit) || windows->word_length == WINDOW_LINE)
        window_text_flush(screen);
    if (windows->holding) {
        hold(screen, &unit, 1);
        return false;
    }
    if (unit == '\n')
        window_text_new_line(screen, window);
    else if (unit == ' ')
        put_space(screen, window);
    else
        add_to_word(screen, unit);
    return !windows->holding;
}

static void print_now(struct screen *screen, const zm_u16 *text, unsigned length)
{
    struct window *window = windows_named(screen, WINDOW_CURRENT);
    unsigned i = 0;

    while (i < length && take(screen, window, text[i]))
        i++;
    if (i < length)
        hold(screen, text + i + 1, length - i - 1);
}

static bool routine_has_ended(const struct screen *screen)
{
    return screen->zm->pending == 0 && screen->zm->interrupts <= screen->windows.interrupts;
}

/* The routine has run: what was held follows, from the left margin as it is now (8.8.3.2.2.1). */
void window_text_resume(struct screen *screen)
{
    struct windows *windows = &screen->windows;
    unsigned window = screen->window;

    while (windows->holding && routine_has_ended(screen)) {
        zm_u16 *text = windows->held;
        unsigned length = (unsigned)windows->held_length;
        struct window *held = &windows->window[windows->held_window];

        windows->held = NULL;
        windows->held_length = windows->held_room = 0;
        windows->holding = false;
        screen->window = windows->held_window;
        if (!is_zork_zero_for_msdos(screen->zm))
            held->property[WINDOW_CURSOR_X] = (zm_u16)(held->property[WINDOW_LEFT] + 1);
        print_now(screen, text, length);
        if (!windows->holding && windows->held_window != window)
            window_text_flush(screen); /* else its last word may go on */
        free(text);
        screen->window = window;
    }
}

void window_text_print(struct screen *screen, const zm_u16 *text, unsigned length)
{
    window_text_resume(screen);
    keep(screen, windows_named(screen, WINDOW_CURRENT), text, length);
    if (screen->windows.holding)
        hold(screen, text, length);
    else
        print_now(screen, text, length);
}

/* ---- Tables, measuring ---- */

zm_u16 window_text_begin_table_line(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct window *window = windows_named(screen, WINDOW_CURRENT);
    zm_u16 *property = window->property;

    if (request_operand(operand, count, 0, 0) == 0) {
        screen->windows.table_x = property[WINDOW_CURSOR_X];
        return 0;
    }
    window_text_new_line(screen, window);
    property[WINDOW_CURSOR_X] = screen->windows.table_x;
    windows_keep_cursor(window);
    return 0;
}

enum { MEMORY_CLOSED = 0xFFFD /* -3 */, MEASURED_MOST = 1024 };

/* The width of text that the story has printed into its memory (11.1, word $30): operand: -3, address, length. */
zm_u16 window_text_measure(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 text[MEASURED_MOST], length = request_operand(operand, count, 2, 0), i;
    struct screen_style style = print_style(screen);
    zm_u32 address = request_operand(operand, count, 1, 0);

    if (request_operand(operand, count, 0, 0) != MEMORY_CLOSED || length > MEASURED_MOST)
        return 0;
    for (i = 0; i < length; i++)
        text[i] = zm_from_zscii(screen->zm, zm_byte(screen->zm, address + i));
    return (zm_u16)metrics_advance(&screen->metrics, &style, text, length);
}
