/* Golmac: MIT licence, see LICENSE.

   The list of what version 6 shows. Text is looked under only now and then: it seldom covers anything. */
#include "frontends/screen/display_list.h"
#include "frontends/screen/array.h"

#include <stdlib.h>
#include <string.h>

enum { TIDY_FIRST = 1024 };

void display_list_free(struct display_list *list)
{
    free(list->operation);
    free(list->text);
    memset(list, 0, sizeof *list);
}

const zm_u16 *display_list_text(const struct display_list *list, const struct paint_operation *operation)
{
    return list->text + operation->place;
}

/* ---- Rectangles ---- */

static bool is_empty(const struct paint_operation *operation)
{
    return operation->width <= 0 || operation->height <= 0;
}

static bool contains(const struct paint_operation *outer, const struct paint_operation *inner)
{
    return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width
        && inner->y + inner->height <= outer->y + outer->height;
}

static bool is_apart(const struct paint_operation *a, const struct paint_operation *b)
{
    return a->x + a->width <= b->x || b->x + b->width <= a->x || a->y + a->height <= b->y || b->y + b->height <= a->y;
}

/* Through pictures one may see what is under them. */
static bool is_opaque(const struct paint_operation *operation)
{
    return operation->kind == PAINT_FILL
        || (operation->kind == PAINT_TEXT && operation->style.background != SCREEN_TRANSPARENT);
}

static bool hides(const struct paint_operation *upper, const struct paint_operation *lower)
{
    return is_opaque(upper) && contains(upper, lower);
}

/* The same picture at the same place: the earlier one is not missed. */
static bool repeats(const struct paint_operation *later, const struct paint_operation *earlier)
{
    return later->kind == PAINT_PICTURE && earlier->kind == PAINT_PICTURE && later->number == earlier->number
        && later->left == earlier->left && later->top == earlier->top && contains(later, earlier);
}

/* ---- Forgetting ---- */

/* Of a picture its palette is left. Returns whether nothing is left. */
static bool blank(struct paint_operation *operation)
{
    operation->width = operation->height = 0;
    return operation->kind != PAINT_PICTURE || operation->adapts;
}

/* Forget what the operation that comes next hides. */
static void uncover(struct display_list *list, const struct paint_operation *next)
{
    zm_u32 i, kept = 0;

    for (i = 0; i < list->count; i++) {
        struct paint_operation *operation = &list->operation[i];

        if ((hides(next, operation) || repeats(next, operation)) && !is_empty(operation) && blank(operation))
            continue;
        list->operation[kept++] = *operation;
    }
    list->count = kept;
}

static bool is_hidden(const struct display_list *list, zm_u32 index)
{
    zm_u32 i;

    for (i = index + 1; i < list->count; i++)
        if (hides(&list->operation[i], &list->operation[index]))
            return true;
    return false;
}

/* Of pictures without a size only those are wanted that the next picture takes its palette from, or one to come. */
static void forget_palettes(struct display_list *list)
{
    int wanted = 1;
    zm_u32 i = list->count, first = list->count;

    while (i-- > 0) {
        struct paint_operation *operation = &list->operation[i];
        int is_picture = operation->kind == PAINT_PICTURE;

        if (!is_empty(operation) || (is_picture && wanted))
            list->operation[--first] = *operation;
        if (is_picture)
            wanted = operation->adapts;
    }
    list->count -= first;
    memmove(list->operation, list->operation + first, list->count * sizeof *list->operation);
}

/* Pieces of one text share it until now. Without memory everything stays as it is. */
static void pack_text(struct display_list *list)
{
    zm_u32 i, length = 0, used = 0;
    zm_u16 *text;

    for (i = 0; i < list->count; i++)
        length += list->operation[i].length;
    text = malloc((length + 1) * sizeof *text);
    if (!text)
        return;
    for (i = 0; i < list->count; i++) {
        struct paint_operation *operation = &list->operation[i];

        if (operation->length)
            memcpy(text + used, list->text + operation->place, operation->length * sizeof *text);
        operation->place = used;
        used += operation->length;
    }
    free(list->text);
    list->text = text;
    list->length = length;
    list->text_room = length + 1;
}

void display_list_tidy(struct display_list *list)
{
    zm_u32 i;

    for (i = 0; i < list->count; i++)
        if (!is_empty(&list->operation[i]) && is_hidden(list, i))
            (void)blank(&list->operation[i]);
    forget_palettes(list);
    if (list->count > DISPLAY_LIST_MOST * 3 / 4) {
        zm_u32 dropped = list->count - DISPLAY_LIST_MOST * 3 / 4;

        list->count -= dropped;
        memmove(list->operation, list->operation + dropped, list->count * sizeof *list->operation);
    }
    pack_text(list);
    list->tidy_at = list->count * 2 < TIDY_FIRST ? TIDY_FIRST : list->count * 2;
    if (list->tidy_at > DISPLAY_LIST_MOST)
        list->tidy_at = DISPLAY_LIST_MOST;
}

/* ---- Scrolling ---- */

/* The part of an operation from one corner to another becomes an operation of its own, before it. Returns 0, or -1 if
   there is no memory. */
static int split(struct display_list *list, zm_u32 index, int left, int top, int right, int bottom)
{
    struct paint_operation *operation;

    if (array_reserve(&list->operation, &list->room, list->count + 1, sizeof *list->operation) != 0)
        return -1;
    operation = &list->operation[index];
    memmove(operation + 1, operation, (list->count - index) * sizeof *operation);
    operation->x = left;
    operation->y = top;
    operation->width = right - left;
    operation->height = bottom - top;
    list->count++;
    return 0;
}

/* Split off what of an operation is outside a rectangle that it overlaps, and leave what is inside. Returns its index
   now; without memory what is outside is lost. */
static zm_u32 split_outside(struct display_list *list, zm_u32 index, const struct paint_operation *rectangle)
{
    const struct paint_operation whole = list->operation[index];
    int right = whole.x + whole.width, bottom = whole.y + whole.height;
    int left = whole.x > rectangle->x ? whole.x : rectangle->x, top = whole.y > rectangle->y ? whole.y : rectangle->y;
    int inner_right = rectangle->x + rectangle->width, inner_bottom = rectangle->y + rectangle->height;
    struct paint_operation *inside;

    inner_right = right < inner_right ? right : inner_right;
    inner_bottom = bottom < inner_bottom ? bottom : inner_bottom;
    if (whole.y < top && split(list, index, whole.x, whole.y, right, top) == 0)
        index++;
    if (bottom > inner_bottom && split(list, index, whole.x, inner_bottom, right, bottom) == 0)
        index++;
    if (whole.x < left && split(list, index, whole.x, top, left, inner_bottom) == 0)
        index++;
    if (right > inner_right && split(list, index, inner_right, top, right, inner_bottom) == 0)
        index++;
    inside = &list->operation[index];
    inside->x = left;
    inside->y = top;
    inside->width = inner_right - left;
    inside->height = inner_bottom - top;
    return index;
}

/* Move an operation that lies in the rectangle; what leaves it is gone. */
static void move(struct paint_operation *operation, const struct paint_operation *rectangle, int by)
{
    int bottom = operation->y + operation->height - by, last = rectangle->y + rectangle->height;

    operation->top -= by;
    operation->y -= by;
    if (operation->y < rectangle->y)
        operation->y = rectangle->y;
    if (bottom > last)
        bottom = last;
    operation->height = bottom - operation->y;
    if (operation->height <= 0)
        (void)blank(operation);
}

static int scroll(struct display_list *list, const struct paint_operation *rectangle)
{
    struct paint_operation bare = *rectangle;
    zm_u32 i;

    for (i = 0; i < list->count; i++) {
        const struct paint_operation *operation = &list->operation[i];

        if (is_empty(operation) || is_apart(operation, rectangle)
            || (operation->kind == PAINT_FILL && contains(operation, rectangle)))
            continue;
        if (!contains(rectangle, operation))
            i = split_outside(list, i, rectangle);
        move(&list->operation[i], rectangle, rectangle->by);
    }
    bare.kind = PAINT_FILL;
    bare.height = rectangle->by > 0 ? rectangle->by : -rectangle->by;
    if (bare.height > rectangle->height)
        bare.height = rectangle->height;
    if (rectangle->by > 0)
        bare.y += rectangle->height - bare.height;
    return display_list_add(list, &bare);
}

/* ---- Adding ---- */

/* A space that stands right after a word: nobody sees whether it was painted with it. */
static bool ends_word(const struct display_list *list, const struct paint_operation *operation)
{
    const struct paint_operation *last;

    if (list->count == 0)
        return false;
    last = &list->operation[list->count - 1];
    return operation->kind == PAINT_TEXT && last->kind == PAINT_TEXT && operation->length == 1
        && operation->text[0] == ' ' && last->place + last->length == list->length && last->y == operation->y
        && last->height == operation->height && last->x + last->width == operation->x && last->top == operation->top
        && last->width > 0 && last->style.font == 1 && screen_style_equal(&last->style, &operation->style);
}

static int append(struct display_list *list, const struct paint_operation *operation)
{
    if (array_reserve(&list->text, &list->text_room, list->length + operation->length, sizeof *list->text) != 0)
        return -1;
    if (operation->length)
        memcpy(list->text + list->length, operation->text, operation->length * sizeof *list->text);
    list->length += operation->length;
    return 0;
}

int display_list_add(struct display_list *list, const struct paint_operation *operation)
{
    struct paint_operation *added;

    if (operation->kind == PAINT_SCROLL)
        return scroll(list, operation);
    if (ends_word(list, operation) && append(list, operation) == 0) {
        list->operation[list->count - 1].width += operation->width;
        list->operation[list->count - 1].length++;
        return 0;
    }
    if (operation->kind != PAINT_TEXT)
        uncover(list, operation);
    if (list->count >= (list->tidy_at ? list->tidy_at : TIDY_FIRST))
        display_list_tidy(list);
    if (array_reserve(&list->operation, &list->room, list->count + 1, sizeof *list->operation) != 0
        || append(list, operation) != 0)
        return -1;
    added = &list->operation[list->count++];
    *added = *operation;
    added->text = NULL;
    added->place = list->length - operation->length;
    return 0;
}

const struct paint_operation *display_list_under(const struct display_list *list, int x, int y,
                                                 const struct paint_operation *before)
{
    size_t i = before ? (size_t)(before - list->operation) : list->count;

    while (i-- > 0) {
        const struct paint_operation *operation = &list->operation[i];

        if (x >= operation->x && x < operation->x + operation->width && y >= operation->y
            && y < operation->y + operation->height && (operation->kind == PAINT_PICTURE || is_opaque(operation)))
            return operation;
    }
    return NULL;
}
