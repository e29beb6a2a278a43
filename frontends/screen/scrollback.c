/* Golmac: MIT licence, see LICENSE.

   Looking back: the scrollback, and finding in it. */
#include "frontends/screen/text.h"
#include "frontends/screen/characters.h"

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

static bool matches(const zm_u16 *at, const zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < length; i++)
        if (character_small(at[i]) != character_small(text[i]))
            return false;
    return true;
}

/* Where text first occurs at or after a place (direction 1), or last begins before it (-1), capitals or not;
   FLOW_NOWHERE. */
static zm_u32 find_text(const struct flow *flow, zm_u32 place, const zm_u16 *text, unsigned length, int direction)
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

static bool is_in_view(struct screen *screen, zm_u32 place)
{
    struct lower_view view;
    struct flow_line line;

    lower_look(screen, &view);
    if (view.row >= view.end || place < view.line.start)
        return false;
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

bool screen_find(struct screen *screen, const zm_u16 *text, unsigned length, int direction, bool again)
{
    struct flow *flow = &screen->flow;
    zm_u32 from = flow->mark[FLOW_FOUND], found;

    if (from == FLOW_NOWHERE)
        from = direction < 0 ? flow->length : 0;
    else if (direction < 0)
        from += !again;
    else
        from += again != 0;
    found = find_text(flow, from, text, length, direction);
    if (found == FLOW_NOWHERE)
        return false;
    flow->mark[FLOW_FOUND] = found;
    flow->mark[FLOW_FOUND_END] = found + length;
    show_place(screen, found);
    return true;
}

void screen_find_end(struct screen *screen)
{
    screen->flow.mark[FLOW_FOUND] = screen->flow.mark[FLOW_FOUND_END] = FLOW_NOWHERE;
}
