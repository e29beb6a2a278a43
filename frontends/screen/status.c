/* Golmac: MIT licence, see LICENSE.

   The status line of versions 1 to 3 (8.2): the place on the left, score and turns or the time on the right.
   Where there is little room the right side is said more shortly, then the name gives way, at a word's end. */

#include "frontends/screen/text.h"
#include "interp/header.h"
#include <stdio.h>
#include <string.h>

enum { TEXT = 48, WAYS = 4, GAP = 2, NARROW = 20, ELLIPSIS = 3 };

zm_u16 status_show(struct screen *screen, zm_u16 *operand, unsigned count)
{
    struct screen_status *status = &screen->status;

    if (screen->zm->version > 3)
        return 0;
    status->shown = true;
    status->length = zm_object_name(screen->zm, request_operand(operand, count, 0, 0), status->place,
                                    sizeof status->place / sizeof *status->place);
    status->first = (zm_s16)request_operand(operand, count, 1, 0);
    status->second = request_operand(operand, count, 2, 0);
    status->is_time = request_operand(operand, count, 3, 0) != 0;
    status_draw(screen);
    return 0;
}

void status_show_again(struct screen *screen)
{
    struct zm *zm = screen->zm;
    zm_u16 operand[4];

    operand[0] = zm_global(zm, 0);
    operand[1] = zm_global(zm, 1);
    operand[2] = zm_global(zm, 2);
    operand[3] = zm->version == 3 && zm_byte(zm, H_FLAGS1) & FLAGS1_TIME;
    (void)status_show(screen, operand, 4);
}

/* The right side in full, and in three ways shorter; the last is empty. */
static void describe(const struct screen_status *status, char text[][TEXT])
{
    unsigned hours = (unsigned)status->first & 0xFFFF, minutes = (unsigned)status->second;

    if (status->is_time) {
        unsigned shown = hours % 12 ? hours % 12 : 12;
        const char *half = hours % 24 < 12 ? "AM" : "PM";

        snprintf(text[0], TEXT, "Time: %u:%02u %s", shown, minutes, half);
        snprintf(text[1], TEXT, "%u:%02u %s", shown, minutes, half);
        snprintf(text[2], TEXT, "%u:%02u", hours, minutes);
    } else {
        snprintf(text[0], TEXT, "Score: %d  Moves: %d", status->first, status->second);
        snprintf(text[1], TEXT, "S: %d  M: %d", status->first, status->second);
        snprintf(text[2], TEXT, "%d/%d", status->first, status->second);
    }
    text[3][0] = 0;
}

/* Units of the name that fit in so many columns, with "..." after them when it is cut: at a space, if there is one. */
static unsigned fit_name(const struct screen_status *status, unsigned columns)
{
    unsigned length = 0, taken = 0, units, last_space = 0;

    for (; length < status->length; length += units) {
        units = character_units(status->place + length, status->length - length);
        if (status->place[length] == ' ' && taken + ELLIPSIS <= columns)
            last_space = length;
        taken += columns_of(status->place + length, units);
        if (taken > columns)
            return last_space ? last_space : length;
    }
    return length;
}

static void put_name(struct screen *screen, const struct screen_style *style, unsigned columns)
{
    static const zm_u16 ellipsis[ELLIPSIS] = { '.', '.', '.' };
    const struct screen_status *status = &screen->status;
    unsigned length = fit_name(status, columns);

    grid_print(&screen->grid, style, status->place, length);
    if (length < status->length && columns_of(status->place, length) + ELLIPSIS <= columns)
        grid_print(&screen->grid, style, ellipsis, ELLIPSIS);
}

static void put_right(struct screen *screen, const struct screen_style *style, const char *text, unsigned column)
{
    grid_move(&screen->grid, 0, column);
    for (; *text; text++) {
        zm_u16 unit = (unsigned char)*text;

        grid_print(&screen->grid, style, &unit, 1);
    }
}

/* The shortest way is taken only where even half of the name would not fit beside a longer one. */
static void draw(struct screen *screen, const struct screen_style *style)
{
    unsigned columns = screen->columns, margin = columns > NARROW, way = 0, name, right;
    char text[WAYS][TEXT];

    describe(&screen->status, text);
    name = columns_of(screen->status.place, screen->status.length);
    while (way < WAYS - 1
           && strlen(text[way]) + 2 * margin + GAP + (way < WAYS - 2 ? name : name / 2) > columns)
        way++;
    right = text[way][0] ? (unsigned)strlen(text[way]) + margin : 0;
    grid_move(&screen->grid, 0, margin);
    put_name(screen, style, columns - margin - (right ? right + GAP : 0));
    put_right(screen, style, text[way], columns - right);
}

void status_draw(struct screen *screen)
{
    struct screen_style style;
    unsigned row = screen->grid.row, column = screen->grid.column;

    if (!screen->status.shown)
        return;
    style_reset(&style);
    style.bits = SCREEN_REVERSE | SCREEN_FIXED | SCREEN_STATUS;
    grid_fill(&screen->grid, 0, 0, 1, screen->columns, &style);
    draw(screen, &style);
    screen->grid.row = row;
    screen->grid.column = column;
}
