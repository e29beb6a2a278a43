/* Golmac: MIT licence, see LICENSE.

   The screen model: its beginning and end, its size, and which file carries out what the machine asks. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/text.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 254 }; /* a height of 255 means no end (8.4.1) */

/* ---- Size ---- */

static unsigned at_least_one(unsigned value)
{
    return value ? value : 1;
}

static void measure(struct screen *screen, const struct screen_metrics *metrics)
{
    unsigned columns, rows;

    screen->metrics = *metrics;
    screen->metrics.cell_width = at_least_one(metrics->cell_width);
    screen->metrics.line_height = at_least_one(metrics->line_height);
    columns = at_least_one(metrics->width / screen->metrics.cell_width);
    rows = at_least_one(metrics->height / screen->metrics.line_height);
    if (screen->zm->version != 6 && metrics->measure && metrics->measure < columns)
        columns = metrics->measure;
    screen->columns = columns < GRID_COLUMNS ? columns : GRID_COLUMNS;
    screen->rows = rows < MOST_ROWS ? rows : MOST_ROWS;
    screen->left = 0;
    if (metrics->centred && metrics->width > screen->columns * screen->metrics.cell_width)
        screen->left = (metrics->width - screen->columns * screen->metrics.cell_width) / 2;
    if (screen->zm->version == 6)
        screen->left = 0;
}

static unsigned status_rows(const struct screen *screen)
{
    return screen->zm->version <= 3 ? 1 : 0;
}

/* As it is when a story begins. */
static void reset(struct screen *screen)
{
    style_reset(&screen->style);
    screen->window = 0;
    screen->by_word = true;
    screen->cursor_hidden = false;
    screen->input.waiting = screen->input.shown = false;
    screen->status.shown = false;
    screen->top_rows = status_rows(screen);
    screen->page_background = SCREEN_DEFAULT;
    if (screen->zm->version == 6)
        window_area_reset(screen);
    else
        upper_reset(screen);
    lower_new_page(screen, screen->zm->version <= 4 ? PAGE_AT_BOTTOM : 0);
}

int screen_init(struct screen *screen, struct zm *zm, const struct screen_metrics *metrics,
                const struct screen_pictures *pictures)
{
    memset(screen, 0, sizeof *screen);
    screen->zm = zm;
    if (pictures)
        screen->pictures = *pictures;
    screen->patient = true;
    measure(screen, metrics);
    if (flow_init(&screen->flow, &screen->metrics, screen->columns * screen->metrics.cell_width) != 0)
        return -1;
    if (grid_init(&screen->grid, screen->columns, screen->rows) != 0) {
        flow_free(&screen->flow);
        return -1;
    }
    reset(screen);
    return 0;
}

void screen_free(struct screen *screen)
{
    flow_free(&screen->flow);
    grid_free(&screen->grid);
    windows_free(&screen->windows);
    paint_free(&screen->paint);
    paint_free(&screen->held);
    display_list_free(&screen->shown);
    free(screen->painted);
    rows_free(&screen->view);
    memset(screen, 0, sizeof *screen);
}

void screen_resize(struct screen *screen, const struct screen_metrics *metrics)
{
    unsigned scrolled = screen_scrolled(screen);

    measure(screen, metrics);
    if (grid_resize(&screen->grid, screen->columns, screen->rows) != 0) {
        screen->starved++;
        screen->columns = screen->grid.width;
        screen->rows = screen->grid.height;
    }
    flow_set_width(&screen->flow, screen->columns * screen->metrics.cell_width);
    if (screen->top_rows > screen->rows)
        screen->top_rows = screen->rows;
    status_draw(screen);
    if (screen->zm->version == 6)
        windows_fit(screen);
    screen->view.touched = true;
    screen->view.selected = false;
    if (!scrolled)
        screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
}

void screen_describe(const struct screen *screen, struct zm_screen *description)
{
    int graphic = screen->zm->version == 6;

    description->width = (zm_u16)screen->columns;
    description->height = (zm_u16)screen->rows;
    description->font_width = graphic ? (zm_u16)screen->metrics.cell_width : 1;
    description->font_height = graphic ? (zm_u16)screen->metrics.line_height : 1;
    description->can |= ZM_CAN_STATUS | ZM_CAN_SPLIT;
}

void screen_set_more(struct screen *screen, bool on)
{
    if (on && !screen->patient)
        lower_was_read(screen); /* what went by meanwhile */
    screen->patient = on;
}

/* ---- Requests ---- */

/* A request that means nothing in this version. */
static zm_u16 ignore(struct screen *screen, zm_u16 *operand, unsigned count)
{
    (void)screen;
    (void)operand;
    (void)count;
    return 0;
}

static zm_u16 restart(struct screen *screen, zm_u16 *operand, unsigned count)
{
    (void)operand;
    (void)count;
    reset(screen);
    return 0;
}

/* 15, check_unicode: everything but control codes and halves of pairs can be printed, and typed. */
static zm_u16 check_unicode(struct screen *screen, zm_u16 *operand, unsigned count)
{
    zm_u16 unit = request_operand(operand, count, 0, 0);

    (void)screen;
    return unit < 32 || (unit >= 127 && unit < 160) || utf16_is_half(unit) ? 0 : 3;
}

static zm_u16 read_mouse(struct screen *screen, zm_u16 *operand, unsigned count)
{
    (void)count;
    operand[0] = screen->mouse_y;
    operand[1] = screen->mouse_x;
    operand[2] = screen->mouse_buttons;
    operand[3] = 0;
    return 0;
}

static bool never(const zm_u16 *operand, unsigned count)
{
    (void)operand;
    (void)count;
    return false;
}

static bool always(const zm_u16 *operand, unsigned count)
{
    (void)operand;
    (void)count;
    return true;
}

static const struct request {
    unsigned opcode;
    request_handler *text, *graphic;
    bool (*ends_word)(const zm_u16 *operand, unsigned count);
} requests[] = {
#define REQUEST(opcode, text, graphic, ends_word) { ZM_OP_##opcode, text, graphic, ends_word },
#include "frontends/screen/requests.def"
};

static const struct request *find_request(unsigned opcode)
{
    unsigned i;

    for (i = 0; i < sizeof requests / sizeof *requests; i++)
        if (requests[i].opcode == opcode)
            return &requests[i];
    return NULL;
}

/* In version 6 the word printed last is painted first, unless it may go on. */
static zm_u16 carry_out(struct screen *screen, unsigned opcode, zm_u16 *operand, unsigned count)
{
    const struct request *request = find_request(opcode);

    if (!request)
        return 0;
    if (screen->zm->version != 6)
        return request->text(screen, operand, count);
    if (request->ends_word(operand, count))
        window_text_flush(screen);
    return request->graphic(screen, operand, count);
}

/* ---- [MORE] ---- */

bool screen_page_is_full(const struct screen *screen)
{
    return screen->full;
}

/* Carry out the request that had to wait. It may fill the page again. */
static void end_delay(struct screen *screen)
{
    struct screen_delayed delayed = screen->delayed;

    screen->delayed.waits = false;
    if (delayed.waits)
        (void)carry_out(screen, delayed.opcode, delayed.operand, delayed.count);
}

void screen_turn_page(struct screen *screen)
{
    if (!screen->full)
        return;
    screen->full = false;
    if (screen->zm->version == 6)
        drawing_turn_page(screen);
    else
        lower_turn_page(screen);
    if (!screen->full)
        end_delay(screen);
}

void screen_skip_pages(struct screen *screen)
{
    screen->skipping = true;
    screen_turn_page(screen);
}

/* If the host has not stopped the machine at a full page, the page counts as read. */
static void pass_over_page(struct screen *screen)
{
    while (screen->full && screen->delayed.waits)
        screen_turn_page(screen);
}

/* Have requests wait that would erase or move what is being read, in versions other than 6. A machine that is stopped
   sends at most one. */
static bool is_delayed(struct screen *screen, unsigned opcode, const zm_u16 *operand, unsigned count)
{
    struct screen_delayed *delayed = &screen->delayed;

    pass_over_page(screen);
    if (!screen->full || screen->zm->version == 6
        || (opcode != ZM_OP_erase_window && opcode != ZM_OP_split_window && opcode != ZM_OP_restart))
        return false;
    delayed->waits = true;
    delayed->opcode = opcode;
    delayed->count = count < 8 ? count : 8;
    memcpy(delayed->operand, operand, delayed->count * sizeof *operand);
    return true;
}

zm_u16 screen_perform(struct screen *screen, unsigned opcode, zm_u16 *operand, unsigned count)
{
    screen_hide_input(screen);
    if (screen->zm->version == 6)
        window_text_resume(screen);
    return is_delayed(screen, opcode, operand, count) ? 0 : carry_out(screen, opcode, operand, count);
}

/* ---- Text ---- */

static void print(struct screen *screen, const zm_u16 *text, unsigned length)
{
    struct screen_style style = print_style(screen);

    if (screen->zm->version == 6)
        window_text_print(screen, text, length);
    else if (screen->window)
        upper_print(screen, &style, text, length);
    else
        lower_print(screen, &style, text, length);
}

static bool is_control(zm_u16 unit)
{
    return (unit < 32 && unit != '\n') || (unit >= 0x7F && unit < 0xA0);
}

/* Units from here on that are printed as they are: no control codes, no halves of pairs alone. */
static unsigned count_sound(const zm_u16 *text, unsigned length)
{
    unsigned i = 0;

    while (i < length && !is_control(text[i]) && !utf16_is_low(text[i])) {
        if (utf16_is_high(text[i]) && (i + 1 == length || !utf16_is_low(text[i + 1])))
            break;
        i += utf16_is_high(text[i]) ? 2 : 1;
    }
    return i;
}

/* Paragraph indent and sentence space, which only version 6 has (3.8.2); other control codes are nothing. */
static void print_unsound(struct screen *screen, zm_u16 unit)
{
    static const zm_u16 spaces[] = { ' ', ' ', ' ' }, replacement = UTF_REPLACEMENT;

    if (unit == 9)
        print(screen, spaces, 3);
    else if (unit == 11)
        print(screen, spaces, 2);
    else if (!is_control(unit))
        print(screen, &replacement, 1);
}

static void print_pieces(struct screen *screen, const zm_u16 *text, unsigned length)
{
    unsigned piece;

    while (length) {
        piece = count_sound(text, length);
        if (piece)
            print(screen, text, piece);
        if (piece < length)
            print_unsound(screen, text[piece++]);
        text += piece;
        length -= piece;
    }
}

/* The first half of a pair waits for the second, which may come with the next text: half a character has no width. */
void screen_print(struct screen *screen, const zm_u16 *text, unsigned length)
{
    zm_u16 pair[2] = { screen->half, 0 };

    screen_hide_input(screen);
    pass_over_page(screen);
    if (length == 0)
        return;
    if (screen->half) {
        screen->half = 0;
        pair[1] = *text;
        print_pieces(screen, pair, utf16_is_low(*text) ? 2 : 1);
        text += utf16_is_low(*text);
        length -= utf16_is_low(pair[1]);
    }
    if (length && utf16_is_high(text[length - 1]))
        screen->half = text[--length];
    print_pieces(screen, text, length);
}

/* ---- Painting ---- */

const struct paint_operation *screen_painting(struct screen *screen, unsigned *count)
{
    if (!screen->at_work && !screen->full)
        window_text_flush(screen);
    return paint_take(&screen->paint, count);
}

/* ---- The mouse ---- */

bool screen_mouse(struct screen *screen, int x, int y, unsigned buttons, zm_u16 *story_x, zm_u16 *story_y)
{
    int graphic = screen->zm->version == 6;

    x -= (int)screen->left;
    if (x < 0 || y < 0)
        return false;
    x = graphic ? x + 1 : x / (int)screen->metrics.cell_width + 1;
    y = graphic ? y + 1 : y / (int)screen->metrics.line_height + 1;
    if (!graphic && ((unsigned)x > screen->columns || (unsigned)y > screen->rows))
        return false;
    *story_x = screen->mouse_x = (zm_u16)x;
    *story_y = screen->mouse_y = (zm_u16)y;
    screen->mouse_buttons = (zm_u16)buttons;
    return !graphic || windows_want_mouse(&screen->windows, *story_x, *story_y);
}
