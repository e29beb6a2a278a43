/* Golmac: MIT licence, see LICENSE.

   Composing the screen's rows: which text stands where, and whether that is what stood there before. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/text.h"
#include "frontends/screen/array.h"

#include <stdlib.h>
#include <string.h>

void rows_free(struct screen_rows *rows)
{
    free(rows->row);
    free(rows->run);
    free(rows->text);
    memset(rows, 0, sizeof *rows);
}

/* ---- Runs ---- */

/* While rows are composed their arrays may move: runs and text are known by number, pointers are set in the end. */
static void add_run(struct screen *screen, struct screen_row *row, const struct screen_run *run, const zm_u16 *text)
{
    struct screen_rows *view = &screen->view;

    if (run->length == 0)
        return;
    if (array_reserve(&view->run, &view->run_room, view->runs + 1, sizeof *view->run) != 0
        || array_reserve(&view->text, &view->text_room, view->length + run->length, sizeof *view->text) != 0) {
        screen->starved++;
        return;
    }
    view->run[view->runs++] = *run;
    memcpy(view->text + view->length, text, run->length * sizeof *text);
    view->length += run->length;
    row->count++;
}

/* ---- What is selected ---- */

unsigned rows_units_before(const struct screen *screen, const struct screen_run *run, const zm_u16 *text, unsigned x,
                           bool whole)
{
    unsigned at = 0, left = run->x, units, right;

    while (at < run->length) {
        units = character_units(text + at, run->length - at);
        right = run->x + metrics_advance(&screen->metrics, &run->style, text, at + units);
        if (whole ? right > x : left + (right - left) / 2 >= x)
            return at;
        left = right;
        at += units;
    }
    return at;
}

/* What of a run in a row is selected, in units of its text: *from to *to (equal: nothing). */
static void find_selected(const struct screen *screen, unsigned row, const struct screen_run *run, const zm_u16 *text,
                          unsigned *from, unsigned *to)
{
    const struct screen_rows *view = &screen->view;

    *from = *to = 0;
    if (row < view->from_row || row > view->to_row)
        return;
    *from = row == view->from_row ? rows_units_before(screen, run, text, view->from_x, false) : 0;
    *to = row == view->to_row ? rows_units_before(screen, run, text, view->to_x, false) : run->length;
    if (*to < *from)
        *to = *from;
}

/* A part of a run, at the place that the part before it ends. */
static unsigned add_part(struct screen *screen, struct screen_row *row, const struct screen_run *whole,
                         const zm_u16 *text, unsigned from, unsigned to, unsigned bits, unsigned x)
{
    struct screen_run part = *whole;

    part.x = x;
    part.length = to - from;
    part.style.bits |= (zm_u16)bits;
    part.width = metrics_advance(&screen->metrics, &part.style, text + from, part.length);
    add_run(screen, row, &part, text + from);
    return x + part.width;
}

/* Add text to a row, divided where the mark of a selection begins and ends. */
static void add_text(struct screen *screen, struct screen_row *row, unsigned x, unsigned width,
                     const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    struct screen_run run = { x, width, *style, length, NULL };
    unsigned from = 0, to = 0;

    run.style.bits &= (zm_u16)~(unsigned)SCREEN_BY_CHARACTER;
    if (screen->view.selected)
        find_selected(screen, (unsigned)(row - screen->view.row), &run, text, &from, &to);
    if (from == to) {
        add_run(screen, row, &run, text);
        return;
    }
    x = add_part(screen, row, &run, text, 0, from, 0, x);
    x = add_part(screen, row, &run, text, from, to, SCREEN_SELECTED, x);
    (void)add_part(screen, row, &run, text, to, length, 0, x);
}

/* ---- Cells ---- */

enum { CELLS_TEXT = 512 };

/* The cells from a column on that look alike: their text. Returns how many; text is cut where it is too long. */
static unsigned gather(const struct screen *screen, unsigned grid_row, unsigned column, zm_u16 *text, unsigned *length)
{
    const struct grid_cell *first = grid_at(&screen->grid, grid_row, column), *cell = first;
    unsigned count = 0, i;

    *length = 0;
    while (column + count < screen->columns && *length + GRID_UNITS <= CELLS_TEXT
           && (cell->covered || (cell->count && screen_style_equal(&cell->style, &first->style)))) {
        for (i = 0; i < cell->count; i++)
            text[(*length)++] = cell->unit[i];
        count++;
        /* where characters are measured, one that is not a plain column wide must not shift those after it */
        if (screen->metrics.advance && cell->covered)
            break;
        cell++;
    }
    return count;
}

/* Where the last column ends: at the edge of the area if only a part of a cell is left beyond it. */
static unsigned right_edge(const struct screen *screen)
{
    unsigned edge = screen->left + screen->columns * screen->metrics.cell_width;

    return screen->metrics.width - edge < screen->metrics.cell_width ? screen->metrics.width : edge;
}

/* A row of the grid. */
static void add_cells(struct screen *screen, struct screen_row *row, unsigned grid_row)
{
    zm_u16 text[CELLS_TEXT];
    unsigned column = 0, count, length, x, unit = screen->metrics.cell_width;

    while (column < screen->columns) {
        const struct grid_cell *cell = grid_at(&screen->grid, grid_row, column);

        if (!cell || !cell->count) {
            column++;
            continue;
        }
        count = gather(screen, grid_row, column, text, &length);
        x = screen->left + column * unit;
        column += count;
        add_text(screen, row, x, column == screen->columns ? right_edge(screen) - x : count * unit, &cell->style, text,
                 length);
    }
}

/* ---- Lines ---- */

/* Where the style of a line changes next: with its run, or with the mark of what was found. */
static zm_u32 next_change(const struct flow *flow, zm_u32 place, zm_u32 end, struct screen_style *style)
{
    zm_u32 found = flow->mark[FLOW_FOUND], found_end = flow->mark[FLOW_FOUND_END];
    zm_u32 change = flow_style(flow, place, end, style);

    if (found == FLOW_NOWHERE || found_end == FLOW_NOWHERE)
        return change;
    if (place >= found && place < found_end) {
        style->bits |= SCREEN_FOUND;
        return found_end < change ? found_end : change;
    }
    return place < found && found < change ? found : change;
}

static void add_line(struct screen *screen, struct screen_row *row, const struct flow_line *line)
{
    struct flow *flow = &screen->flow;
    zm_u32 place = line->start, end;
    unsigned x = screen->left;
    struct screen_style style;

    row->continues = line->ends ? ROW_ENDS : line->end < line->next ? ROW_AT_SPACE : ROW_BROKEN;
    for (; place < line->end; place = end) {
        unsigned width;

        end = next_change(flow, place, line->end, &style);
        width = metrics_advance(&screen->metrics, &style, flow->text + place, end - place);
        add_text(screen, row, x, width, &style, flow->text + place, end - place);
        x += width;
    }
}

static void set_cursor(struct screen *screen, unsigned x, unsigned row)
{
    unsigned last = screen->left + (screen->columns - 1) * screen->metrics.cell_width;

    screen->view.cursor_x = x < last ? x : last;
    screen->view.cursor_y = row * screen->metrics.line_height;
    screen->view.cursor_shown = true;
}

/* Where in the running text the cursor stands. */
static zm_u32 cursor_place(const struct screen *screen)
{
    if (screen->input.shown && screen->flow.mark[FLOW_INPUT] != FLOW_NOWHERE)
        return screen->flow.mark[FLOW_INPUT] + screen->input.cursor;
    return screen->flow.length;
}

/* A place at a line's end is in the line after it, unless that does not exist. */
static bool is_in_line(const struct flow *flow, const struct flow_line *line, zm_u32 place)
{
    return place >= line->start && (place < line->next || (place == flow->length && line->next > flow->length));
}

static void place_cursor(struct screen *screen, const struct flow_line *line, unsigned row)
{
    zm_u32 place = cursor_place(screen);

    if (screen->input.waiting && screen->zm->version != 6 && !screen->window && is_in_line(&screen->flow, line, place))
        set_cursor(screen, screen->left + flow_width(&screen->flow, line->start, place), row);
}

/* ---- The screen ---- */

struct composer {
    struct lower_view view;     /* the next line of the lower window */
    int line_left;              /* there is one */
    int box;                    /* a quote box stands over the lower window */
    int box_shift;              /* rows that it has moved */
};

/* The row that the line which a quote box goes with stands in now; 0 if it is out of view: then so is the box. */
static bool find_box_row(struct screen *screen, const struct lower_view *view, unsigned *found)
{
    struct lower_view at = *view;
    zm_u32 place = screen->flow.mark[FLOW_BOX];

    if (place == FLOW_NOWHERE || screen->flow.mark[FLOW_VIEW] != FLOW_NOWHERE)
        return false;
    for (; at.row < at.end; at.row++) {
        if (is_in_line(&screen->flow, &at.line, place)) {
            *found = at.row;
            return true;
        }
        if (!flow_next(&screen->flow, &at.line))
            return false;
    }
    return false;
}

static void add_lower(struct screen *screen, struct screen_row *row, unsigned number, struct composer *composer)
{
    int grid_row = (int)number - composer->box_shift;

    if (composer->line_left && number >= composer->view.row && number < composer->view.end) {
        add_line(screen, row, &composer->view.line);
        place_cursor(screen, &composer->view.line, number);
        composer->line_left = flow_next(&screen->flow, &composer->view.line);
    }
    if (composer->box && grid_row >= (int)screen->top_rows && grid_row < (int)screen->box_rows)
        add_cells(screen, row, (unsigned)grid_row);
}

static void add_row(struct screen *screen, struct screen_row *row, unsigned number, struct composer *composer)
{
    int looking_back = screen->flow.mark[FLOW_VIEW] != FLOW_NOWHERE;

    if (screen->zm->version == 6 && !looking_back) {
        if (!screen->metrics.advance)
            add_cells(screen, row, number);
    } else if (number < screen->top_rows) {
        add_cells(screen, row, number);
    } else {
        add_lower(screen, row, number, composer);
    }
}

static void place_other_cursor(struct screen *screen)
{
    unsigned x, y;

    if (!screen->input.waiting || screen->flow.mark[FLOW_VIEW] != FLOW_NOWHERE)
        return;
    if (screen->zm->version == 6) {
        if (!screen->cursor_hidden && windows_cursor_place(screen, &x, &y)) {
            screen->view.cursor_x = x;
            screen->view.cursor_y = y;
            screen->view.cursor_shown = true;
        }
    } else if (screen->window) {
        set_cursor(screen, screen->left + screen->grid.column * screen->metrics.cell_width, screen->grid.row);
    }
}

/* ---- What has changed ---- */

static void mix(zm_u32 *hash, zm_u32 value)
{
    *hash = (*hash ^ value) * 16777619u;
    *hash ^= *hash >> 15;
}

static zm_u32 hash_row(const struct screen_rows *view, const struct screen_row *row)
{
    zm_u32 hash = 2166136261u, i, k;

    mix(&hash, row->fill);
    for (i = row->first; i < row->first + row->count; i++) {
        const struct screen_run *run = &view->run[i];

        mix(&hash, run->x);
        mix(&hash, run->width);
        mix(&hash, (zm_u32)run->style.bits << 8 | run->style.font);
        mix(&hash, run->style.foreground);
        mix(&hash, run->style.background);
        for (k = 0; k < run->length; k++)
            mix(&hash, run->text[k]);
        mix(&hash, 0x10000);
    }
    return hash;
}

/* The arrays stay where they are from now on. */
static void set_pointers(struct screen *screen)
{
    struct screen_rows *view = &screen->view;
    zm_u32 i, text = 0;

    for (i = 0; i < view->runs; i++) {
        view->run[i].text = view->text + text;
        text += view->run[i].length;
    }
    for (i = 0; i < screen->rows; i++)
        view->row[i].run = view->row[i].count ? view->run + view->row[i].first : NULL;
}

static unsigned compare(struct screen *screen)
{
    struct screen_rows *view = &screen->view;
    unsigned i, changed = 0;

    for (i = 0; i < screen->rows; i++) {
        zm_u32 hash = hash_row(view, &view->row[i]);

        view->row[i].changed = view->touched || hash != view->row[i].hash;
        view->row[i].hash = hash;
        changed += (unsigned)view->row[i].changed;
    }
    view->touched = false;
    return changed;
}

/* ---- For displays ---- */

static void begin(struct screen *screen, struct composer *composer)
{
    unsigned row;

    screen->view.runs = screen->view.length = 0;
    screen->view.cursor_shown = false;
    lower_look(screen, &composer->view);
    composer->line_left = 1;
    composer->box = find_box_row(screen, &composer->view, &row);
    composer->box_shift = composer->box ? (int)row - (int)screen->box_row : 0;
}

unsigned screen_refresh(struct screen *screen)
{
    struct screen_rows *view = &screen->view;
    struct composer composer;
    unsigned i;

    if (array_reserve(&view->row, &view->room, screen->rows, sizeof *view->row) != 0) {
        screen->starved++;
        view->count = 0;
        return 0;
    }
    if (view->count != screen->rows)
        view->touched = true;
    view->count = screen->rows;
    if (!screen->at_work && !screen->full)
        window_text_flush(screen);
    begin(screen, &composer);
    for (i = 0; i < screen->rows; i++) {
        struct screen_row *row = &view->row[i];

        row->y = i * screen->metrics.line_height;
        row->fill = screen->page_background;
        row->continues = ROW_ENDS;
        row->count = 0;
        row->first = view->runs;
        add_row(screen, row, i, &composer);
    }
    place_other_cursor(screen);
    set_pointers(screen);
    return compare(screen);
}

const struct screen_row *screen_row(const struct screen *screen, unsigned row)
{
    static const struct screen_row nothing = { .fill = SCREEN_DEFAULT };

    return row < screen->view.count ? &screen->view.row[row] : &nothing;
}

void screen_touch(struct screen *screen)
{
    screen->view.touched = true;
}

bool screen_cursor(const struct screen *screen, unsigned *x, unsigned *y)
{
    *x = screen->view.cursor_x;
    *y = screen->view.cursor_y;
    return screen->view.cursor_shown;
}
