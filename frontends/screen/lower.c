/* Golmac: MIT licence, see LICENSE.

   The lower window: where its page stands on the screen, and what the player has had time to read.

   The page is the text since the window was cleared. It begins at a row (page_top) and grows down; when it reaches the
   last row it scrolls, its first lines going under the upper window and out of view. In versions 1 to 4 it begins
   below the screen, so that the last line always is in the last row (8.5.2, 8.7.2.2). */
#include "frontends/screen/text.h"

static unsigned lower_rows(const struct screen *screen)
{
    return screen->rows > screen->top_rows ? screen->rows - screen->top_rows : 0;
}

unsigned screen_page(const struct screen *screen)
{
    return screen->zm->version == 6 ? screen->rows : lower_rows(screen);
}

/* ---- The page ---- */

static void add(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned starved = screen->flow.starved;

    flow_add(&screen->flow, style, text, length);
    screen->starved += screen->flow.starved - starved;
}

void lower_end_line(struct screen *screen)
{
    static const zm_u16 new_line = '\n';
    struct screen_style style = print_style(screen);

    if (!flow_at_start(&screen->flow))
        add(screen, &style, &new_line, 1);
}

void lower_was_read(struct screen *screen)
{
    struct flow_line line;

    flow_last_line(&screen->flow, &line);
    screen->flow.mark[FLOW_UNREAD] = line.start;
}

void lower_new_page(struct screen *screen, unsigned row)
{
    lower_end_line(screen);
    screen->flow.mark[FLOW_PAGE] = screen->flow.mark[FLOW_UNREAD] = screen->flow.length;
    screen->flow.mark[FLOW_BOX] = FLOW_NOWHERE;
    screen->page_top = row > screen->top_rows ? row : screen->top_rows;
}

/* The upper window takes so many rows: a page that has room below them moves there (8.7.2.2). */
void lower_make_room(struct screen *screen, unsigned rows)
{
    if (screen->page_top < rows)
        screen->page_top = rows;
}

/* The last line to show, and the row after it: those of the view if the player looks back, those of a full page, or the
   end of the text. */
static void find_end(struct screen *screen, struct flow_line *line, unsigned *end)
{
    struct flow *flow = &screen->flow;
    unsigned lines;

    *end = screen->rows;
    if (flow->mark[FLOW_VIEW] != FLOW_NOWHERE) {
        flow_line_at(flow, flow->mark[FLOW_VIEW], line);
    } else if (screen->full && screen->zm->version != 6) {
        *end = screen->rows - 1;
        flow_line_at(flow, flow->mark[FLOW_UNREAD], line);
        for (lines = 2; lines < lower_rows(screen) && flow_next(flow, line); lines++)
            continue;
    } else {
        flow_last_line(flow, line);
    }
}

void lower_look(struct screen *screen, struct lower_view *view)
{
    struct flow *flow = &screen->flow;
    zm_u32 first = flow->mark[FLOW_VIEW] == FLOW_NOWHERE ? flow->mark[FLOW_PAGE] : 0, lines;

    find_end(screen, &view->line, &view->end);
    if (view->end <= screen->top_rows) {
        view->row = view->end = screen->top_rows;
        return;
    }
    lines = 1 + flow_back(flow, &view->line, view->end - screen->top_rows - 1, first);
    view->row = view->end - lines;
    if (view->line.start <= first && screen->page_top < view->row && flow->mark[FLOW_VIEW] == FLOW_NOWHERE)
        view->row = screen->page_top;
}

/* ---- [MORE] (8.4.1) ---- */

/* Lines that the player has not had time to read. At input the line of the cursor is one of them, even if it is
   empty. */
static zm_u32 unread(struct screen *screen, bool at_input, zm_u32 most)
{
    zm_u32 lines = flow_count(&screen->flow, screen->flow.mark[FLOW_UNREAD], most + 2);

    return lines - (!at_input && flow_at_start(&screen->flow));
}

static void read_page(struct screen *screen)
{
    struct flow_line line;
    unsigned rows = lower_rows(screen), i;

    flow_line_at(&screen->flow, screen->flow.mark[FLOW_UNREAD], &line);
    for (i = 1; (i < rows || i < 2) && flow_next(&screen->flow, &line); i++)
        continue;
    screen->flow.mark[FLOW_UNREAD] = line.start;
}

void lower_check_page(struct screen *screen, bool at_input)
{
    if (screen->full || !screen->patient || screen->skipping || lower_rows(screen) <= 1
        || unread(screen, at_input, screen->rows) <= lower_rows(screen))
        return;
    screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
    screen->full = true;
}

void lower_turn_page(struct screen *screen)
{
    read_page(screen);
    lower_check_page(screen, false);
}

/* ---- Printing ---- */

void lower_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    add(screen, style, text, length);
    lower_check_page(screen, false);
}

zm_u16 lower_buffer_mode(struct screen *screen, zm_u16 *operand, unsigned count)
{
    screen->by_word = request_operand(operand, count, 0, 1) != 0;
    return 0;
}
