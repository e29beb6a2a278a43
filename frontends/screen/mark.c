/* Golmac: MIT licence, see LICENSE.

   Looking back: the scrollback, finding in it, and text marked with the mouse. */
#include "frontends/screen/model.h"
#include "frontends/screen/letters.h"

/* ---- The scrollback ---- */

unsigned screen_scrolled(const struct screen *screen)
{
    struct flow *flow = (struct flow *)&screen->flow; /* counting lines keeps what it finds out, changes nothing else */

    if (flow->mark[FLOW_VIEW] == FLOW_NOWHERE)
        return 0;
    return (unsigned)flow_count(flow, flow->mark[FLOW_VIEW], FLOW_NOWHERE - 1) - 1;
}

unsigned screen_scroll(struct screen *screen, unsigned lines)
{
    struct flow *flow = &screen->flow;
    struct flow_line last, first;
    unsigned page = screen_page(screen), above, gone;

    flow->mark[FLOW_VIEW] = FLOW_NOWHERE;
    flow_last_line(flow, &last);
    gone = (unsigned)flow_back(flow, &last, lines, 0);
    if (gone == 0)
        return 0;
    first = last;
    for (above = 1 + (unsigned)flow_back(flow, &first, page ? page - 1 : 0, 0); above < page && gone; above++, gone--)
        (void)flow_next(flow, &last); /* no further than to a full page */
    if (gone)
        flow->mark[FLOW_VIEW] = last.end; /* at another width, the line that then ends there */
    return gone;
}

/* ---- Finding ---- */

static int matches(const zm_u16 *at, const zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < length; i++)
        if (letters_small(at[i]) != letters_small(text[i]))
            return 0;
    return 1;
}

/* Where text first occurs at or after a place (direction 1), or last begins before it (-1), capitals or not;
   FLOW_NOWHERE. */
static zm_u32 flow_find(const struct flow *flow, zm_u32 place, const zm_u16 *text, unsigned length, int direction)
{
    if (length == 0 || length > flow->length)
        return FLOW_NOWHERE;
    if (direction < 0) {
        if (place > flow->length - length + 1)
            place = flow->length - length + 1;
        while (place--)
            if (matches(flow->text + place, text, length))
                return place;
        return FLOW_NOWHERE;
    }
    for (; place <= flow->length - length; place++)
        if (matches(flow->text + place, text, length))
            return place;
    return FLOW_NOWHERE;
}

static int is_in_view(struct screen *screen, zm_u32 place)
{
    struct lower_view view;
    struct flow_line line;

    lower_look(screen, &view);
    if (view.row >= view.end || place < view.line.start)
        return 0;
    line = view.line;
    while (++view.row < view.end && flow_next(&screen->flow, &line))
        continue;
    return place < line.next;
}

/* Its line in the middle, if it is not in view. */
static void show_place(struct screen *screen, zm_u32 place)
{
    struct flow *flow = &screen->flow;
    struct flow_line line, first;
    unsigned page = screen_page(screen), i;
    zm_u32 above;

    if ((screen->zm->version != 6 || flow->mark[FLOW_VIEW] != FLOW_NOWHERE) && is_in_view(screen, place))
        return;
    flow_line_at(flow, place, &line);
    for (i = 0; i < page / 2; i++)
        (void)flow_next(flow, &line);
    first = line;
    for (above = 1 + flow_back(flow, &first, page ? page - 1 : 0, 0); above < page; above++)
        (void)flow_next(flow, &line);
    flow->mark[FLOW_VIEW] = line.end;
}

int screen_find(struct screen *screen, const zm_u16 *text, unsigned length, int direction, int again)
{
    struct flow *flow = &screen->flow;
    zm_u32 from = flow->mark[FLOW_FOUND], found;

    if (from == FLOW_NOWHERE)
        from = direction < 0 ? flow->length : 0;
    else if (direction < 0)
        from += !again;
    else
        from += again != 0;
    found = flow_find(flow, from, text, length, direction);
    if (found == FLOW_NOWHERE)
        return 0;
    flow->mark[FLOW_FOUND] = found;
    flow->mark[FLOW_FOUND_END] = found + length;
    show_place(screen, found);
    return 1;
}

void screen_find_end(struct screen *screen)
{
    screen->flow.mark[FLOW_FOUND] = screen->flow.mark[FLOW_FOUND_END] = FLOW_NOWHERE;
}

/* ---- Marking with the mouse ---- */

static unsigned row_of(const struct screen *screen, int y)
{
    return y < 0 ? 0 : (unsigned)y / screen->metrics.line_height;
}

void screen_select(struct screen *screen, int from_x, int from_y, int to_x, int to_y)
{
    struct screen_rows *view = &screen->view;
    unsigned from = row_of(screen, from_y), to = row_of(screen, to_y);
    int swapped = to < from || (to == from && to_x < from_x);

    view->selected = 1;
    view->from_row = swapped ? to : from;
    view->to_row = swapped ? from : to;
    view->from_x = swapped ? (to_x < 0 ? 0 : (unsigned)to_x) : (from_x < 0 ? 0 : (unsigned)from_x);
    view->to_x = swapped ? (from_x < 0 ? 0 : (unsigned)from_x) : (to_x < 0 ? 0 : (unsigned)to_x);
}

void screen_select_end(struct screen *screen)
{
    screen->view.selected = 0;
}

/* Units of a run's text that are left of x: a character counts when its middle is, or if whole is set, when all of it
   is. */
static unsigned units_before(const struct screen *screen, const struct screen_run *run, const zm_u16 *text, unsigned x,
                             int whole)
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

void mark_selected(const struct screen *screen, unsigned row, const struct screen_run *run, const zm_u16 *text,
                   unsigned *from, unsigned *to)
{
    const struct screen_rows *view = &screen->view;

    *from = *to = 0;
    if (row < view->from_row || row > view->to_row)
        return;
    *from = row == view->from_row ? units_before(screen, run, text, view->from_x, 0) : 0;
    *to = row == view->to_row ? units_before(screen, run, text, view->to_x, 0) : run->length;
    if (*to < *from)
        *to = *from;
}

/* The run at a point of the last refresh. */
static const struct screen_run *run_at(const struct screen *screen, unsigned row, int x)
{
    const struct screen_row *of = screen_row(screen, row);
    unsigned i;

    for (i = of->count; i--; )
        if (x >= (int)of->run[i].x && x < (int)(of->run[i].x + of->run[i].width))
            return &of->run[i];
    return NULL;
}

int screen_select_word(struct screen *screen, int x, int y)
{
    const struct screen_run *run = run_at(screen, row_of(screen, y), x);
    unsigned at, from, to;

    if (!run)
        return 0;
    at = units_before(screen, run, run->text, (unsigned)x, 1);
    if (at == run->length || !letters_in_word(run->text[at]))
        return 0;
    for (from = at; from && letters_in_word(run->text[from - 1]); from--)
        continue;
    for (to = at; to < run->length && letters_in_word(run->text[to]); to++)
        continue;
    screen_select(screen, (int)(run->x + metrics_advance(&screen->metrics, &run->style, run->text, from)), y,
                  (int)(run->x + metrics_advance(&screen->metrics, &run->style, run->text, to)), y);
    return 1;
}

/* ---- What is marked, as text ---- */

struct copy { zm_u16 *text; unsigned length, room; };

static void put(struct copy *copy, const zm_u16 *text, unsigned length)
{
    for (; length-- && copy->length < copy->room; text++)
        copy->text[copy->length++] = *text;
}

static void copy_row(const struct screen *screen, const struct screen_row *row, struct copy *copy)
{
    static const zm_u16 space = ' ';
    unsigned i, end = 0, begun = 0;

    for (i = 0; i < row->count; i++) {
        const struct screen_run *run = &row->run[i];

        if (!(run->style.bits & SCREEN_SELECTED))
            continue;
        for (; begun && end + screen->metrics.cell_width <= run->x; end += screen->metrics.cell_width)
            put(copy, &space, 1);
        put(copy, run->text, run->length);
        end = run->x + run->width;
        begun = 1;
    }
}

static void end_row(const struct screen_row *row, unsigned start, struct copy *copy)
{
    static const zm_u16 ends[] = { '\n', ' ' };

    if (row->continues == ROW_BROKEN)
        return;
    while (copy->length > start && copy->text[copy->length - 1] == ' ')
        copy->length--;
    put(copy, &ends[row->continues != 0], 1);
}

unsigned screen_selection(const struct screen *screen, zm_u16 *text, unsigned room)
{
    struct copy copy = { text, 0, room };
    unsigned row, start;

    if (!screen->view.selected)
        return 0;
    for (row = screen->view.from_row; row <= screen->view.to_row && row < screen->view.count; row++) {
        start = copy.length;
        copy_row(screen, screen_row(screen, row), &copy);
        if (row < screen->view.to_row)
            end_row(screen_row(screen, row), start, &copy);
    }
    while (copy.length && copy.text[copy.length - 1] == '\n')
        copy.length--; /* empty rows below the text */
    return copy.length;
}
