/* Golmac: MIT licence, see LICENSE.

   Text marked with the mouse: by the rows of the last refresh. */
#include "frontends/screen/model.h"
#include "frontends/screen/characters.h"

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

    view->selected = true;
    view->from_row = swapped ? to : from;
    view->to_row = swapped ? from : to;
    view->from_x = swapped ? (to_x < 0 ? 0 : (unsigned)to_x) : (from_x < 0 ? 0 : (unsigned)from_x);
    view->to_x = swapped ? (from_x < 0 ? 0 : (unsigned)from_x) : (to_x < 0 ? 0 : (unsigned)to_x);
}

void screen_select_end(struct screen *screen)
{
    screen->view.selected = false;
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

bool screen_select_word(struct screen *screen, int x, int y)
{
    const struct screen_run *run = run_at(screen, row_of(screen, y), x);
    unsigned at, from, to;

    if (!run)
        return false;
    at = rows_units_before(screen, run, run->text, (unsigned)x, true);
    if (at == run->length || !character_in_word(run->text[at]))
        return false;
    for (from = at; from && character_in_word(run->text[from - 1]); from--)
        continue;
    for (to = at; to < run->length && character_in_word(run->text[to]); to++)
        continue;
    screen_select(screen, (int)(run->x + metrics_advance(&screen->metrics, &run->style, run->text, from)), y,
                  (int)(run->x + metrics_advance(&screen->metrics, &run->style, run->text, to)), y);
    return true;
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
