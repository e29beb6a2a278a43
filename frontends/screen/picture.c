/* Golmac: MIT licence, see LICENSE.

   The pictures of version 6 (8.8.6, 15): asked about, drawn, erased. Where they are, and what is in them, the
   host knows. */
#include "frontends/screen/graphics.h"

enum { TABLE_MOST = 256 };

static bool find_size(const struct screen *screen, zm_u16 number, unsigned *width, unsigned *height)
{
    return screen->pictures.size && number
        && screen->pictures.size(screen->pictures.context, number, width, height);
}

/* The place of a picture in the current window, and what of it the window shows. Returns false if there is no such
   picture. */
static bool place(struct screen *screen, const zm_u16 *operand, unsigned count, struct paint_area *whole,
                  struct paint_area *shown)
{
    const struct window *window = windows_named(screen, WINDOW_CURRENT);
    struct paint_area frame = windows_area(window);
    zm_u16 y = request_operand(operand, count, 1, 0), x = request_operand(operand, count, 2, 0);
    unsigned width, height;

    if (!find_size(screen, request_operand(operand, count, 0, 0), &width, &height) || width > 0x7FFF || height > 0x7FFF)
        return false;
    whole->x = frame.x + (zm_s16)(x ? x : window->property[WINDOW_CURSOR_X]) - 1;
    whole->y = frame.y + (zm_s16)(y ? y : window->property[WINDOW_CURSOR_Y]) - 1;
    whole->width = (int)width;
    whole->height = (int)height;
    *shown = paint_area_common(whole, &frame);
    return true;
}

zm_u16 picture_draw(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct paint_area whole, shown;

    if (place(screen, operand, count, &whole, &shown))
        drawing_picture(screen, &shown, operand[0], whole.x, whole.y);
    return 0;
}

zm_u16 picture_erase(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct paint_area whole, shown;

    if (place(screen, operand, count, &whole, &shown))
        drawing_fill(screen, &shown, &windows_named(screen, WINDOW_CURRENT)->style);
    return 0;
}

/* Height before width; of picture 0: how many there are, and their release. */
zm_u16 picture_data(struct screen *screen, zm_u16 *operand, unsigned count)
{
    unsigned width, height;

    if (request_operand(operand, count, 0, 0) == 0) {
        operand[0] = (zm_u16)screen->pictures.count;
        operand[1] = (zm_u16)screen->pictures.release;
        return screen->pictures.count > 0;
    }
    if (!find_size(screen, operand[0], &width, &height)) {
        operand[0] = operand[1] = 0;
        return 0;
    }
    operand[0] = (zm_u16)height;
    operand[1] = (zm_u16)width;
    return 1;
}

/* The numbers stand in words up to a 0. */
zm_u16 picture_table(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 number[TABLE_MOST];
    zm_u32 address = request_operand(operand, count, 0, 0);
    unsigned length = 0;

    if (!screen->pictures.prepare || !screen->zm->dynamic)
        return 0;
    while (length < TABLE_MOST && (number[length] = zm_word(screen->zm, address + 2 * length)) != 0)
        length++;
    screen->pictures.prepare(screen->pictures.context, number, length);
    return 0;
}
