/* Golmac: MIT licence, see LICENSE.

   The list of what version 6 paints. */
#include "frontends/screen/paint.h"
#include "frontends/screen/array.h"

#include <stdlib.h>
#include <string.h>

void paint_free(struct paint *paint)
{
    free(paint->operation);
    free(paint->text);
    memset(paint, 0, sizeof *paint);
}

static int larger(int a, int b) { return a > b ? a : b; }
static int smaller(int a, int b) { return a < b ? a : b; }

struct paint_area paint_area_common(const struct paint_area *a, const struct paint_area *b)
{
    struct paint_area common = { larger(a->x, b->x), larger(a->y, b->y), 0, 0 };

    common.width = larger(0, smaller(a->x + a->width, b->x + b->width) - common.x);
    common.height = larger(0, smaller(a->y + a->height, b->y + b->height) - common.y);
    return common;
}

static void begin_list(struct paint *paint)
{
    paint->count = paint->length = 0;
    paint->taken = false;
}

/* Nobody takes the list: forget the older half of it. */
static void forget_half(struct paint *paint)
{
    zm_u32 kept = paint->count / 2, dropped = paint->count - kept, by = 0, i;

    memmove(paint->operation, paint->operation + dropped, kept * sizeof *paint->operation);
    paint->count = kept;
    for (i = 0; i < kept && by == 0; i++)
        by = paint->operation[i].length ? paint->operation[i].place : 0;
    for (i = 0; i < kept; i++)
        if (paint->operation[i].length)
            paint->operation[i].place -= by;
    paint->length -= by;
    memmove(paint->text, paint->text + by, paint->length * sizeof *paint->text);
}

int paint_add(struct paint *paint, const struct paint_operation *operation)
{
    struct paint_operation *added;

    if (paint->taken)
        begin_list(paint);
    if (paint->count >= PAINT_MOST)
        forget_half(paint);
    if (array_reserve(&paint->operation, &paint->room, paint->count + 1, sizeof *paint->operation) != 0
        || array_reserve(&paint->text, &paint->text_room, paint->length + operation->length, sizeof *paint->text) != 0)
        return -1;
    added = &paint->operation[paint->count++];
    *added = *operation;
    added->place = paint->length;
    if (operation->length)
        memcpy(paint->text + paint->length, operation->text, operation->length * sizeof *paint->text);
    paint->length += operation->length;
    return 0;
}

const struct paint_operation *paint_take(struct paint *paint, unsigned *count)
{
    zm_u32 i;

    if (paint->taken)
        begin_list(paint);
    for (i = 0; i < paint->count; i++)
        paint->operation[i].text = paint->operation[i].length ? paint->text + paint->operation[i].place : NULL;
    *count = (unsigned)paint->count;
    paint->taken = true;
    return paint->operation;
}
