/* Golmac: MIT licence, see LICENSE.

   Running text: keeping it. How it becomes lines is in layout.c. */
#include "frontends/screen/flow.h"
#include "frontends/screen/array.h"

#include <stdlib.h>
#include <string.h>

/* ---- Beginning and end ---- */

int flow_init(struct flow *flow, const struct screen_metrics *metrics, unsigned width)
{
    unsigned i;

    memset(flow, 0, sizeof *flow);
    flow->metrics = metrics;
    flow->width = width;
    for (i = 0; i < FLOW_MARKS; i++)
        flow->mark[i] = FLOW_NOWHERE;
    flow->mark[FLOW_PAGE] = flow->mark[FLOW_UNREAD] = 0;
    flow->start_paragraph = FLOW_NOWHERE;
    if (array_reserve(&flow->paragraph, &flow->paragraph_room, 1, sizeof *flow->paragraph) != 0
        || array_reserve(&flow->run, &flow->run_room, 1, sizeof *flow->run) != 0
        || array_reserve(&flow->text, &flow->room, 1, sizeof *flow->text) != 0
        || array_reserve(&flow->start, &flow->start_room, 1, sizeof *flow->start) != 0) {
        flow_free(flow);
        return -1;
    }
    memset(flow->paragraph, 0, sizeof *flow->paragraph);
    memset(flow->run, 0, sizeof *flow->run);
    flow->run->style.font = 1;
    flow->run->style.foreground = flow->run->style.background = SCREEN_DEFAULT;
    flow->paragraphs = flow->runs = 1;
    return 0;
}

void flow_free(struct flow *flow)
{
    free(flow->text);
    free(flow->run);
    free(flow->paragraph);
    free(flow->start);
    memset(flow, 0, sizeof *flow);
}

/* ---- Looking ---- */

zm_u32 flow_paragraph_at(const struct flow *flow, zm_u32 place)
{
    zm_u32 low = 0, high = flow->paragraphs;

    while (high - low > 1) {
        zm_u32 middle = low + (high - low) / 2;

        if (flow->paragraph[middle].start <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The run that a place is in. */
static zm_u32 run_at(const struct flow *flow, zm_u32 place)
{
    zm_u32 low = 0, high = flow->runs;

    while (high - low > 1) {
        zm_u32 middle = low + (high - low) / 2;

        if (flow->run[middle].start <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

zm_u32 flow_style(const struct flow *flow, zm_u32 place, zm_u32 end, struct screen_style *style)
{
    zm_u32 run = run_at(flow, place);

    *style = flow->run[run].style;
    return run + 1 < flow->runs && flow->run[run + 1].start < end ? flow->run[run + 1].start : end;
}

unsigned flow_width(const struct flow *flow, zm_u32 from, zm_u32 to)
{
    unsigned width = 0;

    while (from < to) {
        struct screen_style style;
        zm_u32 end = flow_style(flow, from, to, &style);

        width += metrics_advance(flow->metrics, &style, flow->text + from, end - from);
        from = end;
    }
    return width;
}

/* ---- Forgetting ---- */

static void move_marks(struct flow *flow, zm_u32 by)
{
    unsigned i;

    for (i = 0; i < FLOW_MARKS; i++)
        if (flow->mark[i] != FLOW_NOWHERE)
            flow->mark[i] = flow->mark[i] > by ? flow->mark[i] - by : 0;
}

/* Forget the paragraphs before this one. */
static void forget_before(struct flow *flow, zm_u32 paragraph)
{
    zm_u32 by = flow->paragraph[paragraph].start, run = run_at(flow, by), i;

    flow->length -= by;
    memmove(flow->text, flow->text + by, flow->length * sizeof *flow->text);
    flow->runs -= run;
    memmove(flow->run, flow->run + run, flow->runs * sizeof *flow->run);
    for (i = 0; i < flow->runs; i++)
        flow->run[i].start = flow->run[i].start > by ? flow->run[i].start - by : 0;
    flow->paragraphs -= paragraph;
    memmove(flow->paragraph, flow->paragraph + paragraph, flow->paragraphs * sizeof *flow->paragraph);
    for (i = 0; i < flow->paragraphs; i++)
        flow->paragraph[i].start -= by;
    move_marks(flow, by);
    flow->start_paragraph = FLOW_NOWHERE;
}

static void forget_oldest(struct flow *flow)
{
    zm_u32 paragraph = 0;

    while (paragraph + 1 < flow->paragraphs
           && flow->paragraph[paragraph].start < flow->length / 4 && paragraph < flow->paragraphs / 4)
        paragraph++;
    /* many runs in few paragraphs, or the other way round: at least one paragraph goes */
    if (paragraph == 0 && flow->paragraphs > 1)
        paragraph = 1;
    if (paragraph)
        forget_before(flow, paragraph);
}

/* ---- Adding ---- */

static struct flow_paragraph *last_paragraph(const struct flow *flow)
{
    return &flow->paragraph[flow->paragraphs - 1];
}

bool flow_at_start(const struct flow *flow)
{
    return last_paragraph(flow)->start == flow->length;
}

/* What is added from now on is in this style. */
static int set_style(struct flow *flow, const struct screen_style *style)
{
    struct flow_run *last = &flow->run[flow->runs - 1];

    if (screen_style_equal(&last->style, style))
        return 0;
    if (last->start == flow->length && (flow->runs == 1 || flow->run[flow->runs - 2].start < last->start)) {
        last->style = *style;
        return 0;
    }
    if (array_reserve(&flow->run, &flow->run_room, flow->runs + 1, sizeof *flow->run) != 0)
        return -1;
    flow->run[flow->runs].start = flow->length;
    flow->run[flow->runs++].style = *style;
    return 0;
}

static int add_units(struct flow *flow, const zm_u16 *text, unsigned length)
{
    if (array_reserve(&flow->text, &flow->room, flow->length + length, sizeof *flow->text) != 0)
        return -1;
    memcpy(flow->text + flow->length, text, length * sizeof *text);
    flow->length += length;
    last_paragraph(flow)->lines = 0;
    if (flow->start_paragraph == flow->paragraphs - 1)
        flow->start_whole = false;
    return 0;
}

static int end_paragraph(struct flow *flow)
{
    static const zm_u16 new_line = '\n';
    zm_u32 lines = last_paragraph(flow)->lines;

    if (array_reserve(&flow->paragraph, &flow->paragraph_room, flow->paragraphs + 1, sizeof *flow->paragraph) != 0
        || add_units(flow, &new_line, 1) != 0)
        return -1;
    last_paragraph(flow)->lines = lines;
    flow->paragraph[flow->paragraphs].start = flow->length;
    flow->paragraph[flow->paragraphs++].lines = 1;
    return 0;
}

/* Text without a new line. */
static int add_piece(struct flow *flow, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    zm_u32 room = FLOW_PARAGRAPH - (flow->length - last_paragraph(flow)->start);

    while (length > room) {
        if (set_style(flow, style) != 0 || add_units(flow, text, room) != 0 || end_paragraph(flow) != 0)
            return -1;
        text += room;
        length -= room;
        room = FLOW_PARAGRAPH;
    }
    return length ? (set_style(flow, style) != 0 || add_units(flow, text, length) != 0 ? -1 : 0) : 0;
}

static void keep_size(struct flow *flow)
{
    zm_u32 before;

    do {
        before = flow->paragraphs;
        if (flow->length > FLOW_UNITS || flow->runs > FLOW_RUNS || flow->paragraphs > FLOW_PARAGRAPHS)
            forget_oldest(flow);
    } while (flow->paragraphs < before);
}

void flow_add(struct flow *flow, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned piece;
    int failed = 0;

    while (length && !failed) {
        for (piece = 0; piece < length && text[piece] != '\n'; piece++)
            continue;
        failed = add_piece(flow, style, text, piece) != 0;
        if (!failed && piece < length)
            failed = end_paragraph(flow) != 0;
        piece += piece < length;
        text += piece;
        length -= piece;
        keep_size(flow);
    }
    flow->starved += failed;
}

void flow_cut(struct flow *flow, zm_u32 place)
{
    struct flow_paragraph *last = last_paragraph(flow);

    if (place < last->start)
        place = last->start;
    if (place >= flow->length)
        return;
    flow->length = place;
    while (flow->runs > 1 && flow->run[flow->runs - 1].start >= place)
        flow->runs--;
    last->lines = flow->length == last->start;
    if (flow->start_paragraph == flow->paragraphs - 1)
        flow->start_paragraph = FLOW_NOWHERE;
}

