/* Golmac: MIT licence, see LICENSE.

   Pictures as cells. */
#include "frontends/ncurses/overlay.h"
#include "frontends/screen/style.h"

#include <stdlib.h>
#include <string.h>

static struct media_cell *at(const struct overlay *overlay, int x, int y)
{
    return overlay->cells + (size_t)y * overlay->columns + x;
}

/* As much of a rectangle as lies on the screen. */
static struct rectangle clip(const struct overlay *overlay, struct rectangle area)
{
    int right = area.x + area.width, bottom = area.y + area.height;

    area.x = area.x < 0 ? 0 : area.x;
    area.y = area.y < 0 ? 0 : area.y;
    right = right > (int)overlay->columns ? (int)overlay->columns : right;
    bottom = bottom > (int)overlay->rows ? (int)overlay->rows : bottom;
    area.width = right > area.x ? right - area.x : 0;
    area.height = bottom > area.y ? bottom - area.y : 0;
    return area;
}

int overlay_resize(struct overlay *overlay, unsigned columns, unsigned rows)
{
    struct media_cell *cells = calloc((size_t)columns * rows + 1, sizeof *cells);
    unsigned char *changed = calloc((size_t)rows + 1, 1);
    unsigned y, width = columns < overlay->columns ? columns : overlay->columns;

    for (y = 0; cells && changed && y < rows && y < overlay->rows; y++)
        memcpy(cells + (size_t)y * columns, at(overlay, 0, (int)y), width * sizeof *cells);
    free(overlay->cells);
    free(overlay->changed);
    overlay->cells = cells;
    overlay->changed = changed;
    overlay->columns = columns;
    overlay->rows = rows;
    if (cells && changed) {
        overlay_touch(overlay);
        return 0;
    }
    overlay_free(overlay);
    return -1;
}

void overlay_free(struct overlay *overlay)
{
    free(overlay->cells);
    free(overlay->changed);
    memset(overlay, 0, sizeof *overlay);
}

/* Whether a picture's part lies in the rectangle whole. */
static bool is_within(const struct placed *placed, struct rectangle area)
{
    return placed->x >= area.x && placed->y >= area.y && placed->x + (int)placed->part.width <= area.x + area.width
        && placed->y + (int)placed->part.height <= area.y + area.height;
}

static void forget(struct overlay *overlay, unsigned index)
{
    overlay->count--;
    memmove(overlay->placed + index, overlay->placed + index + 1, (overlay->count - index) * sizeof *overlay->placed);
}

void overlay_clear(struct overlay *overlay, struct rectangle area)
{
    unsigned i = 0;
    int y;

    area = clip(overlay, area);
    while (i < overlay->count)
        if (is_within(&overlay->placed[i], area))
            forget(overlay, i);
        else
            i++;
    for (y = area.y; y < area.y + area.height; y++) {
        memset(at(overlay, area.x, y), 0, (size_t)area.width * sizeof *overlay->cells);
        overlay->changed[y] = 1;
    }
}

void overlay_scroll(struct overlay *overlay, struct rectangle area, int by)
{
    int y, from, step = by > 0 ? 1 : -1;
    unsigned i;

    area = clip(overlay, area);
    for (i = 0; i < overlay->count; i++)
        if (is_within(&overlay->placed[i], area))
            overlay->placed[i].y -= by;
    for (y = by > 0 ? area.y : area.y + area.height - 1; y >= area.y && y < area.y + area.height; y += step) {
        from = y + by;
        if (from >= area.y && from < area.y + area.height)
            memcpy(at(overlay, area.x, y), at(overlay, area.x, from), (size_t)area.width * sizeof *overlay->cells);
        else
            memset(at(overlay, area.x, y), 0, (size_t)area.width * sizeof *overlay->cells);
        overlay->changed[y] = 1;
    }
}

void overlay_put(struct overlay *overlay, const struct placed *placed, const struct media_cell *cells)
{
    static const struct media_cell blank = { ' ', SCREEN_DEFAULT, SCREEN_DEFAULT };
    struct rectangle area = { placed->x, placed->y, (int)placed->part.width, (int)placed->part.height };
    int x, y;

    overlay_clear(overlay, area);
    area = clip(overlay, area);
    for (y = area.y; y < area.y + area.height; y++)
        for (x = area.x; x < area.x + area.width; x++)
            *at(overlay, x, y) = !cells ? blank
                : cells[((size_t)placed->part.top + (size_t)(y - placed->y)) * placed->columns + placed->part.left
                        + (size_t)(x - placed->x)];
    if (overlay->count == OVERLAY_PLACED)
        forget(overlay, 0);
    overlay->placed[overlay->count++] = *placed;
}

const struct media_cell *overlay_row(const struct overlay *overlay, unsigned row)
{
    return row < overlay->rows ? at(overlay, 0, (int)row) : NULL;
}

void overlay_touch(struct overlay *overlay)
{
    if (overlay->changed)
        memset(overlay->changed, 1, overlay->rows);
}

void overlay_painted(struct overlay *overlay)
{
    if (overlay->changed)
        memset(overlay->changed, 0, overlay->rows);
}
