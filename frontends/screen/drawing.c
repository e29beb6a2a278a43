/* Golmac: MIT licence, see LICENSE.

   What version 6 paints: cells on a character display, operations on any other. Pictures are always operations. */

#include "frontends/screen/graphics.h"
#include <string.h>

static bool is_cells(const struct screen *screen)
{
    return !screen->metrics.advance;
}

/* ---- Areas ---- */

/* The part of an area that is on the screen. Returns false if there is none. */
static bool clip(const struct screen *screen, const struct paint_area *area, struct paint_area *clipped)
{
    struct paint_area whole = { 0, 0, (int)screen->windows.width, (int)screen->windows.height };

    *clipped = paint_area_common(area, &whole);
    return clipped->width > 0 && clipped->height > 0;
}

static int at_least_one(int value) { return value > 0 ? value : 1; }

/* The cells that an area covers by half or more, at least one each way. */
static struct paint_area in_cells(const struct screen *screen, const struct paint_area *area)
{
    int unit = (int)screen->metrics.cell_width, line = (int)screen->metrics.line_height;
    struct paint_area cells = { area->x / unit, area->y / line, 0, 0 };

    cells.width = at_least_one( (area->x + area->width + unit / 2) / unit - cells.x);
    cells.height = at_least_one( (area->y + area->height + line / 2) / line - cells.y);
    return cells;
}

static struct paint_operation operation_for(enum paint_kind kind, const struct paint_area *area)
{
    struct paint_operation operation = { .kind = kind, .x = area->x, .y = area->y, .width = area->width,
                                         .height = area->height, .left = area->x, .top = area->y };

    return operation;
}

/* ---- Into cells ---- */

/* The style of cells that an operation fills with a colour. */
static struct screen_style blank_style(zm_u32 colour)
{
    struct screen_style style;

    style_reset(&style);
    style.bits = SCREEN_FIXED;
    style.background = colour;
    return style;
}

static void fill_cells(struct screen *screen, const struct paint_area *area, const struct screen_style *style)
{
    struct paint_area cells = in_cells(screen, area);

    grid_fill(&screen->grid, (unsigned)cells.y, (unsigned)cells.x, (unsigned)cells.height,
              (unsigned)cells.width, style);
}

static void scroll_cells(struct screen *screen, const struct paint_area *area, const struct paint_operation *operation)
{
    struct paint_area cells = in_cells(screen, area);
    struct screen_style blank = blank_style(operation->colour);

    grid_scroll(&screen->grid, (unsigned)cells.y, (unsigned)cells.x, (unsigned)cells.height, (unsigned)cells.width,
                operation->by / (int)screen->metrics.line_height, &blank);
}

static void put_cells(struct screen *screen, const struct paint_area *area, const struct screen_style *style,
                      const zm_u16 *text, unsigned length)
{
    struct screen_style seen = *style;
    const struct grid_cell *cell;
    unsigned row = (unsigned)area->y / screen->metrics.line_height;
    unsigned column = (unsigned)area->x / screen->metrics.cell_width;

    cell = grid_at(&screen->grid, row, column);
    if (!cell)
        return;
    if (style->background == SCREEN_TRANSPARENT)
        seen.background = cell->count ? cell->style.background : SCREEN_DEFAULT;
    grid_move(&screen->grid, row, column);
    grid_print(&screen->grid, &seen, text, length);
}

/* Put the part of a run that lies in the operation's rectangle; the run begins at left. */
static void put_part(struct screen *screen, const struct paint_area *clipped, const struct paint_operation *operation)
{
    struct paint_area area = *clipped;
    unsigned start = 0, end, units;
    int column = operation->left / (int)screen->metrics.cell_width;
    int first = area.x / (int)screen->metrics.cell_width;
    int last = (area.x + area.width) / (int)screen->metrics.cell_width;

    for (; start < operation->length && column < first; start += units) {
        units = character_units(operation->text + start, operation->length - start);
        column += (int)columns_of(operation->text + start, units);
    }
    area.x = column * (int)screen->metrics.cell_width;
    for (end = start; end < operation->length; end += units) {
        units = character_units(operation->text + end, operation->length - end);
        column += (int)columns_of(operation->text + end, units);
        if (column > last)
            break;
    }
    if (end > start)
        put_cells(screen, &area, &operation->style, operation->text + start, end - start);
}

/* A picture empties the cells under it. */
static void paint_cells(struct screen *screen, const struct paint_operation *operation)
{
    struct paint_area area = { operation->x, operation->y, operation->width, operation->height };
    struct screen_style style = blank_style(operation->colour);

    switch (operation->kind) {
    case PAINT_FILL: fill_cells(screen, &area, &style); break;
    case PAINT_TEXT: put_part(screen, &area, operation); break;
    case PAINT_SCROLL: scroll_cells(screen, &area, operation); break;
    case PAINT_PICTURE:
        style_reset(&style);
        if (area.width > 0 && area.height > 0)
            fill_cells(screen, &area, &style);
        break;
    }
}

/* ---- Pages ---- */

/* Stands among the operations that are held where the next page is full. */
static const struct paint_operation page_end = { .kind = (enum paint_kind)(PAINT_SCROLL + 1) };

static bool ends_page(const struct paint_operation *operation)
{
    return operation->kind == page_end.kind;
}

/* The display gets text in cells as rows, not as an operation. */
static void carry_out(struct screen *screen, const struct paint_operation *operation)
{
    if (is_cells(screen))
        paint_cells(screen, operation);
    if (!(operation->kind == PAINT_TEXT && is_cells(screen)) && paint_add(&screen->paint, operation) != 0)
        screen->starved++;
}

/* If a host neither turns pages nor stops the machine, its pages are turned when too many operations are held. */
static void hold(struct screen *screen, const struct paint_operation *operation)
{
    if (screen->held.count >= PAINT_MOST / 2)
        while (screen->full)
            drawing_turn_page(screen);
    if (screen->full && paint_add(&screen->held, operation) == 0)
        return;
    if (!ends_page(operation))
        carry_out(screen, operation);
}

/* The model knows at once what the screen will show. The player sees it after having read the pages before it. */
static void add(struct screen *screen, const struct paint_operation *operation)
{
    if (display_list_add(&screen->shown, operation) != 0)
        screen->starved++;
    if (screen->full)
        hold(screen, operation);
    else
        carry_out(screen, operation);
}

void drawing_end_page(struct screen *screen)
{
    screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
    if (screen->full)
        hold(screen, &page_end);
    else
        screen->full = true;
}

static void forget_held(struct screen *screen, zm_u32 count)
{
    struct paint *held = &screen->held;

    held->count -= count;
    if (held->count == 0)
        held->length = 0;
    else
        memmove(held->operation, held->operation + count, held->count * sizeof *held->operation);
}

void drawing_turn_page(struct screen *screen)
{
    struct paint *held = &screen->held;
    zm_u32 i;

    for (i = 0; i < held->count; i++) {
        struct paint_operation operation = held->operation[i];

        if (ends_page(&operation) && !screen->skipping)
            break;
        operation.text = held->text + operation.place;
        if (!ends_page(&operation))
            carry_out(screen, &operation);
    }
    screen->full = i < held->count;
    forget_held(screen, screen->full ? i + 1 : i);
}

void drawing_forget_pages(struct screen *screen)
{
    screen->full = false;
    forget_held(screen, screen->held.count);
}

/* ---- Painting ---- */

void drawing_fill(struct screen *screen, const struct paint_area *area, const struct screen_style *style)
{
    struct paint_operation operation;
    struct paint_area clipped;

    if (style->background == SCREEN_TRANSPARENT || !clip(screen, area, &clipped))
        return;
    operation = operation_for(PAINT_FILL, &clipped);
    operation.colour = style->background;
    add(screen, &operation);
}

void drawing_text(struct screen *screen, const struct paint_area *area, const struct screen_style *style,
                  const zm_u16 *text, unsigned length)
{
    struct paint_operation operation;
    struct paint_area clipped;

    if (length == 0 || area->x < 0 || area->y < 0 || !clip(screen, area, &clipped))
        return;
    operation = operation_for(PAINT_TEXT, &clipped);
    operation.style = *style;
    operation.text = text;
    operation.length = length;
    add(screen, &operation);
}

void drawing_scroll(struct screen *screen, const struct paint_area *area, int by, const struct screen_style *style)
{
    struct paint_operation operation;
    struct paint_area clipped;

    if (by == 0 || !clip(screen, area, &clipped))
        return;
    operation = operation_for(PAINT_SCROLL, &clipped);
    operation.by = by;
    operation.colour = style->background == SCREEN_TRANSPARENT ? SCREEN_DEFAULT : style->background;
    add(screen, &operation);
}

void drawing_picture(struct screen *screen, const struct paint_area *area, unsigned number, int left, int top)
{
    struct paint_operation operation;
    struct paint_area clipped;

    if (!clip(screen, area, &clipped))
        return;
    operation = operation_for(PAINT_PICTURE, &clipped);
    operation.number = number;
    operation.adapts = screen->pictures.adapts && screen->pictures.adapts(screen->pictures.context, number);
    operation.left = left;
    operation.top = top;
    add(screen, &operation);
}

/* ---- Painting again ---- */

void drawing_again(struct screen *screen, const struct paint_operation *operation)
{
    struct paint_area area = { operation->x, operation->y, operation->width, operation->height }, clipped;
    struct paint_operation again = *operation;
    struct screen_style style;
    int is_seen = clip(screen, &area, &clipped);

    style_reset(&style);
    style.background = operation->colour;
    again.x = clipped.x;
    again.y = clipped.y;
    again.width = clipped.width;
    again.height = clipped.height;
    if (operation->kind == PAINT_PICTURE && is_seen) {
        drawing_picture(screen, &area, operation->number, operation->left, operation->top);
    } else if (operation->kind == PAINT_PICTURE) {
        again.width = again.height = 0;
        add(screen, &again);
    } else if (operation->kind == PAINT_FILL) {
        drawing_fill(screen, &area, &style);
    } else if (is_seen) {
        add(screen, &again);
    }
}
