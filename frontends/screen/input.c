/* Golmac: MIT licence, see LICENSE.

   What the player types, as it stands on the screen: at the end of the running text, or at the cursor of the upper
   window. A half-typed line can be taken back and shown again at any time. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/text.h"

#include <string.h>

static bool is_graphic(const struct screen *screen)
{
    return screen->zm->version == 6;
}

static struct screen_style input_style(const struct screen *screen)
{
    struct screen_style style = print_style(screen);

    style.bits = (zm_u16)((style.bits & ~(unsigned)SCREEN_BY_CHARACTER) | SCREEN_INPUT);
    return style;
}

/* ---- What the story has printed of the line already (15, read) ---- */

static zm_u16 lower_case(zm_u16 unit)
{
    return unit >= 'A' && unit <= 'Z' ? (zm_u16)(unit + 32) : unit;
}

static bool same_text(const zm_u16 *a, const zm_u16 *b, unsigned length)
{
    while (length && lower_case(*a) == lower_case(*b)) {
        a++;
        b++;
        length--;
    }
    return length == 0;
}

static void take_over_lower(struct screen *screen, const zm_u16 *text, unsigned length)
{
    struct flow *flow = &screen->flow;
    zm_u32 start = flow->paragraph[flow->paragraphs - 1].start;

    if (flow->length - start >= length && same_text(flow->text + flow->length - length, text, length))
        flow_cut(flow, flow->length - length);
}

/* In cells: only where each unit has one. */
static void take_over_upper(struct screen *screen, const zm_u16 *text, unsigned length)
{
    struct grid *grid = &screen->grid;
    unsigned i;

    if (length > grid->column)
        return;
    for (i = 0; i < length; i++) {
        const struct grid_cell *cell = grid_at(grid, grid->row, grid->column - length + i);

        if (!cell || cell->count != 1 || lower_case(cell->unit[0]) != lower_case(text[i]))
            return;
    }
    grid->column -= length;
}

/* ---- The prompt ---- */

/* The text at the end of the scrollback is the prompt, for screen_show_prompt. (In version 6 it is only if the
   window's text goes there.) */
static void keep_prompt(struct screen *screen)
{
    struct flow *flow = &screen->flow;
    struct screen_prompt *prompt = &screen->prompt;
    zm_u32 start = flow->paragraph[flow->paragraphs - 1].start;

    prompt->length = flow->length - start < SCREEN_PROMPT_UNITS ? (unsigned)(flow->length - start) : 0;
    memcpy(prompt->text, flow->text + start, prompt->length * sizeof *prompt->text);
    if (prompt->length)
        (void)flow_style(flow, start, flow->length, &prompt->style);
}

/* ---- In a window of version 6 ---- */

static struct window *current(struct screen *screen)
{
    return windows_named(screen, WINDOW_CURRENT);
}


/* What the story has printed of the line: the cursor goes before it, and it is typed again over itself. */
static void take_over(struct screen *screen, const zm_u16 *preload, unsigned length)
{
    struct screen_style style = print_style(screen);
    zm_u16 *property = current(screen)->property;
    unsigned width = metrics_advance(&screen->metrics, &style, preload, length);

    if (property[WINDOW_CURSOR_X] > property[WINDOW_LEFT] + width)
        property[WINDOW_CURSOR_X] = (zm_u16)(property[WINDOW_CURSOR_X] - width);
    if (screen->flow.length >= length)
        flow_cut(&screen->flow, screen->flow.length - length);
}

static void begin_in_window(struct screen *screen, const zm_u16 *preload, unsigned length)
{
    if (length)
        take_over(screen, preload, length);
    keep_prompt(screen);
}

/* Whatever has been printed has been read. */
static void forget_lines(struct screen *screen)
{
    unsigned i;

    for (i = 0; i < WINDOW_COUNT; i++)
        if ((zm_s16)screen->windows.window[i].property[WINDOW_LINES] > 0)
            screen->windows.window[i].property[WINDOW_LINES] = 0;
}

/* The place of the line that is typed, to the right margin. */
static struct paint_area input_area(struct screen *screen)
{
    const struct window *window = current(screen);
    const zm_u16 *property = window->property;
    struct paint_area frame = windows_area(window);
    struct paint_area area = { frame.x + screen->windows.input_x - 1, frame.y + screen->windows.input_y - 1, 0,
                         (int)screen->metrics.line_height };

    area.width = property[WINDOW_WIDTH] - (int)property[WINDOW_RIGHT] - (int)screen->windows.input_x + 1;
    return area;
}

/* A line that is longer than its place shows the part before the cursor. */
static void show_in_window(struct screen *screen, const struct screen_style *style)
{
    struct screen_input *input = &screen->input;
    zm_u16 *property = current(screen)->property;
    struct paint_area area;
    unsigned start = 0, length, room;

    if (!input->shown) {
        screen->windows.input_x = property[WINDOW_CURSOR_X];
        screen->windows.input_y = property[WINDOW_CURSOR_Y];
    }
    area = input_area(screen);
    drawing_fill(screen, &area, style);
    room = area.width > 0 ? (unsigned)area.width : 0;
    while (start < input->cursor
           && metrics_advance(&screen->metrics, style, input->text + start, input->cursor - start) >= room)
        start += character_units(input->text + start, input->cursor - start);
    for (length = input->length - start; length; length--)
        if (metrics_advance(&screen->metrics, style, input->text + start, length) <= room)
            break;
    drawing_text(screen, &area, style, input->text + start, length);
    property[WINDOW_CURSOR_X] = (zm_u16)(screen->windows.input_x
        + metrics_advance(&screen->metrics, style, input->text + start, input->cursor - start));
}

static void hide_in_window(struct screen *screen)
{
    struct paint_area area = input_area(screen);
    zm_u16 *property = current(screen)->property;

    drawing_fill(screen, &area, &current(screen)->style);
    property[WINDOW_CURSOR_X] = screen->windows.input_x;
    property[WINDOW_CURSOR_Y] = screen->windows.input_y;
}

static void end_in_window(struct screen *screen, bool new_line)
{
    static const zm_u16 unit = '\n';
    struct screen_style style = current(screen)->style;

    if (current(screen)->property[WINDOW_ATTRIBUTES] & WINDOW_TRANSCRIBED) {
        style.bits |= SCREEN_INPUT;
        flow_add(&screen->flow, &style, screen->input.text, screen->input.shown ? screen->input.length : 0);
        flow_add(&screen->flow, &style, &unit, new_line ? 1 : 0);
    }
    if (new_line)
        window_text_new_line(screen, current(screen));
    forget_lines(screen);
}

/* ---- Beginning ---- */

/* What is printed and not yet seen is shown. */
static void show_all(struct screen *screen)
{
    screen_hide_input(screen);
    screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
    if (is_graphic(screen)) {
        window_text_resume(screen);
        window_text_flush(screen);
    } else {
        lower_check_page(screen, true);
    }
}

bool screen_begin_input(struct screen *screen, const zm_u16 *preload, unsigned length)
{
    struct screen_input *input = &screen->input;

    show_all(screen);
    if (screen->full)
        return false;
    if (is_graphic(screen)) {
        begin_in_window(screen, preload, length);
    } else {
        lower_was_read(screen);
        if (screen->window == 0 && length)
            take_over_lower(screen, preload, length);
        else if (length)
            take_over_upper(screen, preload, length);
        if (screen->window == 0)
            keep_prompt(screen);
    }
    screen->skipping = false;
    input->waiting = true;
    input->length = input->cursor = 0;
    if (length)
        screen_set_input(screen, preload, length, length);
    return true;
}

/* ---- While it is typed ---- */

/* The cells that a line in the upper window covers are spaces again. */
static void show_upper(struct screen *screen, const struct screen_style *style)
{
    struct screen_input *input = &screen->input;
    struct grid *grid = &screen->grid;
    unsigned start = 0, room;

    if (!input->shown) {
        input->row = grid->row;
        input->column = grid->column;
    }
    if (input->column >= grid->width) /* full, or the screen has become narrower */
        input->column = grid->width - 1;
    room = grid->width - input->column;
    while (start < input->cursor && columns_of(input->text + start, input->cursor - start) >= room)
        start += character_units(input->text + start, input->cursor - start);
    grid_move(grid, input->row, input->column);
    grid_fill(grid, input->row, input->column, 1, input->shown_columns, style);
    grid_print(grid, style, input->text + start, input->length - start);
    input->shown_columns = grid->column - input->column;
    grid_move(grid, input->row, input->column + columns_of(input->text + start, input->cursor - start));
}

static void show_lower(struct screen *screen, const struct screen_style *style)
{
    struct screen_input *input = &screen->input;

    if (input->shown)
        flow_cut(&screen->flow, screen->flow.mark[FLOW_INPUT]);
    screen->flow.mark[FLOW_INPUT] = screen->flow.length;
    flow_add(&screen->flow, style, input->text, input->length);
    if (screen->flow.mark[FLOW_INPUT] < screen->flow.paragraph[screen->flow.paragraphs - 1].start)
        screen->flow.mark[FLOW_INPUT] = screen->flow.paragraph[screen->flow.paragraphs - 1].start;
}

static void keep_text(struct screen_input *input, const zm_u16 *text, unsigned length, unsigned cursor)
{
    input->length = length < SCREEN_INPUT_UNITS ? length : SCREEN_INPUT_UNITS;
    input->cursor = cursor < input->length ? cursor : input->length;
    memmove(input->text, text, input->length * sizeof *text);
}

void screen_set_input(struct screen *screen, const zm_u16 *text, unsigned length, unsigned cursor)
{
    struct screen_style style = input_style(screen);

    keep_text(&screen->input, text, length, cursor);
    if (is_graphic(screen))
        show_in_window(screen, &style);
    else if (screen->window)
        show_upper(screen, &style);
    else
        show_lower(screen, &style);
    screen->input.shown = true;
}

void screen_hide_input(struct screen *screen)
{
    struct screen_input *input = &screen->input;
    struct screen_style style;

    if (!input->shown)
        return;
    style = input_style(screen);
    if (is_graphic(screen)) {
        hide_in_window(screen);
    } else if (screen->window) {
        style.bits &= (zm_u16)~(unsigned)SCREEN_INPUT;
        grid_fill(&screen->grid, input->row, input->column, 1, input->shown_columns, &style);
        grid_move(&screen->grid, input->row, input->column);
        input->shown_columns = 0;
    } else {
        flow_cut(&screen->flow, screen->flow.mark[FLOW_INPUT]);
        screen->flow.mark[FLOW_INPUT] = FLOW_NOWHERE;
    }
    input->shown = false;
}

/* ---- The end ---- */

static void end_upper(struct screen *screen, bool new_line)
{
    static const zm_u16 unit = '\n';
    struct screen_input *input = &screen->input;
    struct screen_style style = input_style(screen);

    grid_move(&screen->grid, input->row, input->column + columns_of(input->text, input->length));
    if (new_line)
        grid_print(&screen->grid, &style, &unit, 1);
}

void screen_end_input(struct screen *screen, const zm_u16 *text, unsigned length, bool new_line)
{
    static const zm_u16 unit = '\n';
    struct screen_input *input = &screen->input;
    struct screen_style style = input_style(screen);

    screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
    if (length || input->shown)
        screen_set_input(screen, text, length, length);
    input->waiting = false;
    if (is_graphic(screen)) {
        end_in_window(screen, new_line);
    } else if (screen->window) {
        if (input->shown)
            end_upper(screen, new_line);
    } else if (new_line) {
        flow_add(&screen->flow, &style, &unit, 1);
    }
    input->shown = false;
    input->shown_columns = 0;
    screen->flow.mark[FLOW_INPUT] = FLOW_NOWHERE;
    lower_was_read(screen);
    upper_was_seen(screen);
}
