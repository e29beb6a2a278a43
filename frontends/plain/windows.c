/* Golmac: MIT licence, see LICENSE.

   The windows of version 6 as far as a story can ask about them (8.8.3): properties are kept, not obeyed. A unit is a
   character. Window 0 is the lower window; the others share the upper one. */
#include "frontends/plain/plain.h"

#include <string.h>

enum {
    Y, X, HEIGHT, WIDTH, CURSOR_Y, CURSOR_X, LEFT_MARGIN, RIGHT_MARGIN, STYLE = 10, FONT = 12, FONT_SIZE, ATTRIBUTES,
    CURRENT = 0xFFFD
};

/* The window that an operand means; NULL if there is none. */
static zm_u16 *properties(struct plain *plain, zm_u16 window)
{
    if (window == CURRENT)
        window = (zm_u16)plain->window;
    return window < WINDOWS ? plain->property[window] : NULL;
}

void plain_windows_reset(struct plain *plain)
{
    unsigned window, i;

    for (window = 0; window < WINDOWS; window++) {
        zm_u16 *property = plain->property[window];

        for (i = 0; i < WINDOW_PROPERTIES; i++)
            property[i] = 0;
        property[Y] = property[X] = property[CURSOR_Y] = property[CURSOR_X] = 1;
        property[FONT] = 1;
        property[FONT_SIZE] = 0x0101;
        property[ATTRIBUTES] = window == 0 ? 15 : 8; /* 8.8.3.1.2.2, 8.8.3.3 */
        property[WIDTH] = window < 2 ? plain->screen.width : 0;
        property[HEIGHT] = window == 0 ? plain->screen.height : 0;
    }
}

static void plain_windows_set(struct plain *plain, zm_u16 window, unsigned property, zm_u16 value)
{
    zm_u16 *of = properties(plain, window);

    if (of && property < WINDOW_PROPERTIES)
        of[property] = value;
}

zm_u16 plain_windows_get(struct plain *plain, zm_u16 window, unsigned property)
{
    zm_u16 *of = properties(plain, window);

    if (!of || property >= WINDOW_PROPERTIES)
        return 0;
    if (of == plain->property[plain->window < WINDOWS ? plain->window : 0] && plain->window != 0) {
        of[CURSOR_Y] = (zm_u16)(plain->upper.row + 1);
        of[CURSOR_X] = (zm_u16)(plain->upper.column + 1);
    }
    return of[property];
}

/* operation: 0 set, 1 set the bits, 2 clear them, 3 turn them over (15, window_style). */
static void set_style(struct plain *plain, const zm_u16 *operand, unsigned count)
{
    zm_u16 *of = properties(plain, operand[0]);
    zm_u16 operation = count > 2 ? operand[2] : 0, flags = operand[1];

    if (!of)
        return;
    switch (operation) {
    case 0: of[ATTRIBUTES] = flags; break;
    case 1: of[ATTRIBUTES] |= flags; break;
    case 2: of[ATTRIBUTES] &= (zm_u16)~flags; break;
    default: of[ATTRIBUTES] ^= flags; break;
    }
}

void plain_windows_perform(struct plain *plain, unsigned opcode, const zm_u16 *operand, unsigned count)
{
    switch (opcode) {
    case ZM_OP_move_window:
        plain_windows_set(plain, operand[0], Y, operand[1]);
        plain_windows_set(plain, operand[0], X, operand[2]);
        break;
    case ZM_OP_window_size:
        plain_windows_set(plain, operand[0], HEIGHT, operand[1]);
        plain_windows_set(plain, operand[0], WIDTH, operand[2]);
        break;
    case ZM_OP_set_margins:
        plain_windows_set(plain, count > 2 ? operand[2] : (zm_u16)CURRENT, LEFT_MARGIN, operand[0]);
        plain_windows_set(plain, count > 2 ? operand[2] : (zm_u16)CURRENT, RIGHT_MARGIN, operand[1]);
        break;
    case ZM_OP_put_wind_prop:
        plain_windows_set(plain, operand[0], operand[1], operand[2]);
        break;
    case ZM_OP_set_text_style:
        plain_windows_set(plain, CURRENT, STYLE, operand[0]);
        break;
    case ZM_OP_set_font:
        plain_windows_set(plain, CURRENT, FONT, operand[0]);
        break;
    case ZM_OP_window_style:
        set_style(plain, operand, count);
        break;
    default:
        break;
    }
}

/* 8.8.3.1 */
bool plain_windows_transcribe(struct plain *plain)
{
    enum { TRANSCRIBED = 4 };

    return plain_windows_get(plain, CURRENT, ATTRIBUTES) & TRANSCRIBED;
}
