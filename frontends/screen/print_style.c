/* Golmac: MIT licence, see LICENSE.

   Text styles, fonts and colours (8.1, 8.3, 8.7.1). Versions other than 6 have one style for both windows. */
#include "frontends/screen/graphics.h"
#include "interp/header.h"

enum { FONT_NORMAL = 1, FONT_GRAPHICS = 3, FONT_FIXED = 4, STYLES = 15 };

static struct screen_style *style_of_window(struct screen *screen, zm_u16 window)
{
    if (screen->zm->version != 6)
        return &screen->style;
    if (window == WINDOW_CURRENT)
        window = (zm_u16)screen->window;
    return window < WINDOW_COUNT ? &screen->windows.window[window].style : NULL;
}

static struct screen_style *print_style_of(struct screen *screen)
{
    return style_of_window(screen, WINDOW_CURRENT);
}

struct screen_style print_style_now(const struct screen *screen)
{
    return screen->zm->version == 6 ? screen->windows.window[screen->window].style : screen->style;
}

struct screen_style print_style(const struct screen *screen)
{
    int graphic = screen->zm->version == 6;
    struct screen_style style = print_style_now(screen);

    if (style.font != FONT_NORMAL || (!graphic && screen->window)
        || (!graphic && screen->zm->dynamic && screen->zm->dynamic[H_FLAGS2 + 1] & FLAGS2_FIXED))
        style.bits |= SCREEN_FIXED;
    if (!graphic && !screen->window && !screen->by_word)
        style.bits |= SCREEN_BY_CHARACTER;
    return style;
}

/* Styles add up, until Roman ends them all. */
zm_u16 print_style_set_bits(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 bits = request_operand(operand, count, 0, 0) & STYLES;
    struct screen_style *style = print_style_of(screen);

    style->bits = bits ? (zm_u16)(style->bits | bits) : 0;
    return 0;
}

zm_u16 print_style_set_font(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 font = request_operand(operand, count, 0, 0);
    struct screen_style *style = print_style_of(screen);
    zm_u16 previous = style->font;

    if (font == 0)
        return previous;
    if (font != FONT_NORMAL && font != FONT_GRAPHICS && font != FONT_FIXED)
        return 0;
    style->font = (zm_u8)font;
    return previous;
}

/* ---- Colours ---- */

/* The ground of a text as it is seen. */
static zm_u32 ground_of(const struct screen *screen, const struct screen_style *style)
{
    if (!(style->bits & SCREEN_REVERSE))
        return style->background;
    return style->foreground == SCREEN_DEFAULT ? colour_of_true(screen->zm->screen.true_foreground) : style->foreground;
}

static bool picture_colour(const struct screen *screen, const struct paint_operation *operation, int x, int y,
                          zm_u32 *colour)
{
    const struct screen_pictures *pictures = &screen->pictures;

    return pictures->colour && pictures->colour(pictures->context, operation->number, (unsigned)(x - operation->left),
                                                (unsigned)(y - operation->top), colour);
}

/* Colour -1 (8.3.1), of version 6: what is under the cursor, be it of a picture; the window's background if that is not
   known. */
static zm_u32 colour_under_cursor(const struct screen *screen)
{
    const struct window *window = &screen->windows.window[screen->window % WINDOW_COUNT];
    struct paint_area area = windows_area(window);
    int x = area.x + window->property[WINDOW_CURSOR_X] - 1, y = area.y + window->property[WINDOW_CURSOR_Y] - 1;
    const struct paint_operation *operation = NULL;
    zm_u32 colour;

    while ((operation = display_list_under(&screen->shown, x, y, operation)) != NULL) {
        if (operation->kind == PAINT_FILL)
            return operation->colour;
        if (operation->kind == PAINT_TEXT)
            return ground_of(screen, &operation->style);
        if (picture_colour(screen, operation, x, y, &colour))
            return colour;
    }
    return window->style.background;
}

enum { NUMBER_UNDER_CURSOR = -1, NUMBER_DEFAULT = 1, NUMBER_LAST = 9, NUMBER_GREY = 12, NUMBER_TRANSPARENT = 15 };

/* The colour that a number means; what the number does not mean, or forbids, is the present colour. */
static zm_u32 colour_meant(struct screen *screen, zm_s16 number, zm_u32 present, int is_background)
{
    int graphic = screen->zm->version == 6;

    if (number == NUMBER_DEFAULT)
        return SCREEN_DEFAULT;
    if (number == NUMBER_UNDER_CURSOR && graphic)
        return colour_under_cursor(screen);
    if (number > NUMBER_DEFAULT && number <= (graphic ? NUMBER_GREY : NUMBER_LAST))
        return colour_of_number((unsigned)number);
    return number == NUMBER_TRANSPARENT && graphic && is_background ? SCREEN_TRANSPARENT : present;
}

static zm_u16 set_colours(struct screen *screen, zm_u16 *operand, unsigned count,
                          zm_u32 (*meant)(struct screen *, zm_s16, zm_u32, int))
{
    struct screen_style *style = style_of_window(screen, request_operand(operand, count, 2, WINDOW_CURRENT));

    if (!style || count < 2)
        return 0;
    style->foreground = meant(screen, (zm_s16)operand[0], style->foreground, 0);
    style->background = meant(screen, (zm_s16)operand[1], style->background, 1);
    return 0;
}

/* What is under the cursor is known when the word before it is painted. */
bool print_style_set_colour_ends_word(const zm_u16 *operand, unsigned count)
{
    return (zm_s16)request_operand(operand, count, 0, 0) == NUMBER_UNDER_CURSOR
        || (zm_s16)request_operand(operand, count, 1, 0) == NUMBER_UNDER_CURSOR;
}

zm_u16 print_style_set_colour(struct screen *screen, zm_u16 *operand, unsigned count)
{
    return set_colours(screen, operand, count, colour_meant);
}

enum { TRUE_DEFAULT = -1, TRUE_CURRENT = -2, TRUE_UNDER_CURSOR = -3, TRUE_TRANSPARENT = -4 };

static zm_u32 true_colour_meant(struct screen *screen, zm_s16 number, zm_u32 present, int is_background)
{
    switch (number) {
    case TRUE_DEFAULT: return colour_meant(screen, NUMBER_DEFAULT, present, is_background);
    case TRUE_UNDER_CURSOR: return colour_meant(screen, NUMBER_UNDER_CURSOR, present, is_background);
    case TRUE_TRANSPARENT: return colour_meant(screen, NUMBER_TRANSPARENT, present, is_background);
    default: return number < 0 ? present : colour_of_true((zm_u16)number);
    }
}

bool print_style_set_true_colour_ends_word(const zm_u16 *operand, unsigned count)
{
    return (zm_s16)request_operand(operand, count, 0, 0) == TRUE_UNDER_CURSOR
        || (zm_s16)request_operand(operand, count, 1, 0) == TRUE_UNDER_CURSOR;
}

zm_u16 print_style_set_true_colour(struct screen *screen, zm_u16 *operand, unsigned count)
{
    return set_colours(screen, operand, count, true_colour_meant);
}
