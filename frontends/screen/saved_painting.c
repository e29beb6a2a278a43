/* Golmac: MIT licence, see LICENSE.

   The painted screen of version 6 as bytes, and back (saves/README.md has the format). Numbers are most significant
   byte first. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/array.h"
#include "frontends/base/utf.h"

#include <string.h>

enum { KEPT_MOST = 0x10000, TEXT_UNITS = 1024 };

/* Of an operation's first byte: the kind, and: */
enum { KIND = 3, FOLLOWS = 4, SAME_STYLE = 8, SHIFTED = 16, ADAPTS = 32 };

/* ---- Writing ---- */

struct writer {
    struct screen *screen;
    zm_u32 length;
    int failed;
    const struct paint_operation *last, *last_text; /* written */
};

static void put(struct writer *writer, unsigned bytes, zm_u32 value)
{
    struct screen *screen = writer->screen;

    if (writer->failed || array_reserve(&screen->painted, &screen->painted_room, writer->length + bytes, 1) != 0) {
        writer->failed = 1;
        return;
    }
    while (bytes-- > 0)
        screen->painted[writer->length++] = (unsigned char)(value >> 8 * bytes & 0xFF);
}

/* Base 128, least significant digit first, bit 7 set on all digits but the last. */
static void put_number(struct writer *writer, zm_u32 value)
{
    for (; value > 127; value >>= 7)
        put(writer, 1, (value & 127) | 128);
    put(writer, 1, value);
}

static void put_style(struct writer *writer, const struct screen_style *style)
{
    put(writer, 2, style->bits);
    put(writer, 2, style->font);
    put(writer, 4, style->foreground);
    put(writer, 4, style->background);
}

static void save_window(struct saved_window *saved, const struct window *window)
{
    memcpy(saved->property, window->property, sizeof saved->property);
    saved->style.bits = window->style.bits;
    saved->style.font = window->style.font;
    saved->style.foreground = window->style.foreground;
    saved->style.background = window->style.background;
}

static void put_windows(struct writer *writer)
{
    struct screen *screen = writer->screen;
    const struct windows *windows = &screen->windows;
    struct saved_windows saved = {
        .width = (zm_u16)windows->width, .height = (zm_u16)windows->height,
        .cell_width = (zm_u16)screen->metrics.cell_width, .line_height = (zm_u16)screen->metrics.line_height,
        .window = (zm_u16)screen->window, .mouse = (zm_u16)windows->mouse, .cursor_hidden = screen->cursor_hidden != 0,
        .screen_buffer = (zm_u16)screen->screen_buffer, .table_column = windows->table_x,
        .background = screen->page_background
    };
    unsigned i;

    for (i = 0; i < WINDOW_COUNT; i++)
        save_window(&saved.each[i], &windows->window[i]);
    if (array_reserve(&screen->painted, &screen->painted_room, SAVED_WINDOWS, 1) != 0) {
        writer->failed = 1;
        return;
    }
    saved_windows_write(screen->painted, &saved);
    writer->length = SAVED_WINDOWS;
}

static void put_text(struct writer *writer, const struct paint_operation *operation)
{
    const zm_u16 *text = display_list_text(&writer->screen->shown, operation);
    unsigned length = operation->length < TEXT_UNITS ? operation->length : TEXT_UNITS;
    char bytes[TEXT_UNITS * UTF8_PER_UNIT];
    zm_u32 size = (zm_u32)utf8_encode(bytes, text, length), i;

    put_number(writer, size);
    for (i = 0; i < size; i++)
        put(writer, 1, (unsigned char)bytes[i]);
}

static unsigned flags_of(const struct writer *writer, const struct paint_operation *operation)
{
    const struct paint_operation *last = writer->last, *last_text = writer->last_text;
    unsigned flags = operation->kind;

    if (last && operation->y == last->y && operation->height == last->height && operation->x == last->x + last->width)
        flags |= FOLLOWS;
    if (operation->kind == PAINT_TEXT && last_text && screen_style_equal(&operation->style, &last_text->style))
        flags |= SAME_STYLE;
    if (operation->kind != PAINT_FILL && (operation->left != operation->x || operation->top != operation->y))
        flags |= SHIFTED;
    return operation->adapts ? flags | ADAPTS : flags;
}

static void put_operation(struct writer *writer, const struct paint_operation *operation)
{
    unsigned flags = flags_of(writer, operation);

    put(writer, 1, flags);
    put_number(writer, (zm_u32)operation->width);
    if (!(flags & FOLLOWS)) {
        put_number(writer, (zm_u32)operation->height);
        put_number(writer, (zm_u32)operation->x);
        put_number(writer, (zm_u32)operation->y);
    }
    if (flags & SHIFTED) {
        put(writer, 2, (zm_u32)operation->left);
        put(writer, 2, (zm_u32)operation->top);
    }
    if (operation->kind == PAINT_FILL)
        put(writer, 4, operation->colour);
    if (operation->kind == PAINT_PICTURE)
        put_number(writer, operation->number);
    if (operation->kind == PAINT_TEXT) {
        if (!(flags & SAME_STYLE))
            put_style(writer, &operation->style);
        put_text(writer, operation);
        writer->last_text = operation;
    }
    writer->last = operation;
}

/* A painting that is too long to be kept loses what was painted first. */
void saved_painting_keep(struct screen *screen, struct saved_screen_bytes *bytes)
{
    const struct display_list *shown = &screen->shown;
    zm_u32 first = 0, i;
    struct writer writer;

    window_text_flush(screen);
    display_list_tidy(&screen->shown);
    do {
        writer = (struct writer){ screen, 0, 0, NULL, NULL };
        put_windows(&writer);
        for (i = first; i < shown->count && writer.length <= KEPT_MOST; i++)
            put_operation(&writer, &shown->operation[i]);
        first += (shown->count - first) / 2 + 1;
    } while (writer.length > KEPT_MOST && first < shown->count);
    if (writer.failed || writer.length > KEPT_MOST)
        return;
    bytes->painted = screen->painted;
    bytes->painted_size = writer.length;
}

/* ---- Reading ---- */

struct reader {
    const unsigned char *at, *end;
    int failed;
    unsigned from_width, to_width, from_height, to_height;  /* of the screen there, and here */
    unsigned cell_width, line_height;                       /* there */
    struct paint_operation operation;                       /* read last */
    zm_u16 text[TEXT_UNITS];
};

static zm_u32 get(struct reader *reader, unsigned bytes)
{
    zm_u32 value = 0;

    if ((size_t)(reader->end - reader->at) < bytes) {
        reader->failed = 1;
        reader->at = reader->end;
        return 0;
    }
    while (bytes-- > 0)
        value = value << 8 | *reader->at++;
    return value;
}

static zm_u32 get_number(struct reader *reader)
{
    zm_u32 value = 0, digit;
    unsigned shift;

    for (shift = 0; shift < 21; shift += 7) {
        digit = get(reader, 1);
        value |= (digit & 127) << shift;
        if (digit < 128)
            return value;
    }
    reader->failed = 1;
    return 0;
}

static int get_signed(struct reader *reader)
{
    return (zm_s16)get(reader, 2);
}

static void demand(struct reader *reader, int is_sound)
{
    reader->failed |= !is_sound;
}

static void take_style(struct reader *reader, struct screen_style *style, const struct saved_style *saved)
{
    style->bits = saved->bits;
    style->font = (zm_u8)saved->font;
    style->unused = 0;
    style->foreground = saved->foreground;
    style->background = saved->background;
    demand(reader, style->bits < SCREEN_BY_CHARACTER && (style->font == 1 || style->font == 3 || style->font == 4)
                   && style->foreground <= SCREEN_DEFAULT
                   && (style->background <= SCREEN_DEFAULT || style->background == SCREEN_TRANSPARENT));
}

static void get_style(struct reader *reader, struct screen_style *style)
{
    struct saved_style saved;

    saved.bits = (zm_u16)get(reader, 2);
    saved.font = (zm_u16)get(reader, 2);
    saved.foreground = get(reader, 4);
    saved.background = get(reader, 4);
    take_style(reader, style, &saved);
}

static void get_text(struct reader *reader)
{
    zm_u32 size = get_number(reader);

    if (size > TEXT_UNITS * UTF8_PER_UNIT || (size_t)(reader->end - reader->at) < size) {
        reader->failed = 1;
        return;
    }
    reader->operation.text = reader->text;
    reader->operation.length = (unsigned)utf8_decode(reader->text, TEXT_UNITS, (const char *)reader->at, size);
    reader->at += size;
    demand(reader, reader->operation.length != 0);
}

static void get_place(struct reader *reader, unsigned flags)
{
    struct paint_operation *operation = &reader->operation;
    int next = operation->x + operation->width;

    operation->width = (int)get_number(reader);
    operation->x = next;
    if (!(flags & FOLLOWS)) {
        operation->height = (int)get_number(reader);
        operation->x = (int)get_number(reader);
        operation->y = (int)get_number(reader);
    }
    operation->left = flags & SHIFTED ? get_signed(reader) : operation->x;
    operation->top = flags & SHIFTED ? get_signed(reader) : operation->y;
    demand(reader, operation->x + operation->width <= 0x7FFF && operation->y + operation->height <= 0x7FFF);
}

static void get_operation(struct reader *reader)
{
    unsigned flags = get(reader, 1);
    struct paint_operation *operation = &reader->operation;

    operation->kind = (enum paint_kind)(flags & KIND);
    operation->adapts = (flags & ADAPTS) != 0;
    operation->length = 0;
    get_place(reader, flags);
    switch (operation->kind) {
    case PAINT_FILL:
        operation->colour = get(reader, 4);
        demand(reader, operation->colour <= SCREEN_DEFAULT);
        break;
    case PAINT_TEXT:
        if (!(flags & SAME_STYLE))
            get_style(reader, &operation->style);
        get_text(reader);
        break;
    case PAINT_PICTURE: operation->number = get_number(reader); break;
    case PAINT_SCROLL: demand(reader, 0); break;
    }
}

static void begin_reading(struct reader *reader, const struct screen *screen, const unsigned char *bytes, zm_u32 size)
{
    memset(reader, 0, sizeof *reader);
    reader->at = bytes;
    reader->end = bytes + size;
    style_reset(&reader->operation.style);
    reader->to_width = screen->columns * screen->metrics.cell_width;
    reader->to_height = screen->rows * screen->metrics.line_height;
}

/* ---- A display of another kind ---- */

/* Everything takes the part of the screen that it took. */
static int across(const struct reader *reader, int units)
{
    return (int)((long)units * (long)reader->to_width / (long)reader->from_width);
}

static int down(const struct reader *reader, int units)
{
    return (int)((long)units * (long)reader->to_height / (long)reader->from_height);
}

/* A place of the story's, from 1, or a length. */
static void fit_property(const struct reader *reader, zm_u16 *value, unsigned property)
{
    switch (property) {
    case WINDOW_Y: case WINDOW_CURSOR_Y: *value = (zm_u16)(down(reader, (zm_s16)*value - 1) + 1); break;
    case WINDOW_X: case WINDOW_CURSOR_X: *value = (zm_u16)(across(reader, (zm_s16)*value - 1) + 1); break;
    case WINDOW_HEIGHT: *value = (zm_u16)down(reader, *value); break;
    case WINDOW_WIDTH: case WINDOW_LEFT: case WINDOW_RIGHT: *value = (zm_u16)across(reader, *value); break;
    default: break;
    }
}

/* Where the text painted last ended: as it was kept, and as it is here. */
struct text_end { int kept_top, kept_x, x; };

/* Text is as wide as it is here: what stood right of it on its line may have to give way. */
static void fit_text(const struct screen *screen, const struct paint_operation *kept, struct paint_operation *operation,
                     struct text_end *end)
{
    if (kept->top == end->kept_top && kept->x >= end->kept_x && operation->left < end->x)
        operation->left = operation->x = end->x;
    operation->width = (int)metrics_advance(&screen->metrics, &operation->style, operation->text, operation->length);
    operation->height = (int)screen->metrics.line_height;
    end->kept_top = kept->top;
    end->kept_x = kept->x + kept->width;
    end->x = operation->left + operation->width;
}

/* A picture has a size of its own on each display. */
static void fit_picture(const struct screen *screen, struct paint_operation *operation)
{
    unsigned width, height;

    if (operation->width == 0 || !screen->pictures.size
        || !screen->pictures.size(screen->pictures.context, operation->number, &width, &height))
        return;
    operation->x = operation->left;
    operation->y = operation->top;
    operation->width = (int)width;
    operation->height = (int)height;
}

static struct paint_operation fit_operation(const struct reader *reader, const struct screen *screen,
                                            struct text_end *end)
{
    const struct paint_operation *kept = &reader->operation;
    struct paint_operation operation = *kept;

    operation.left = across(reader, kept->left);
    operation.top = down(reader, kept->top);
    operation.x = across(reader, kept->x);
    operation.y = down(reader, kept->y);
    operation.width = across(reader, kept->x + kept->width) - operation.x;
    operation.height = down(reader, kept->y + kept->height) - operation.y;
    if (operation.kind == PAINT_TEXT)
        fit_text(screen, kept, &operation, end);
    if (operation.kind == PAINT_PICTURE)
        fit_picture(screen, &operation);
    return operation;
}

/* ---- Showing ---- */

/* The windows and what else there is before the painting; windows and screen may be a copy that nobody looks at. */
static void get_windows(struct reader *reader, struct screen *screen, struct windows *windows)
{
    struct saved_windows saved;
    unsigned i;

    demand(reader, saved_windows_read(&saved, reader->at, (zm_u32)(reader->end - reader->at)));
    if (reader->failed)
        return;
    reader->at += SAVED_WINDOWS;
    windows->width = reader->from_width = saved.width;
    windows->height = reader->from_height = saved.height;
    reader->cell_width = saved.cell_width;
    reader->line_height = saved.line_height;
    screen->window = saved.window;
    windows->mouse = saved.mouse;
    screen->cursor_hidden = saved.cursor_hidden != 0;
    screen->screen_buffer = saved.screen_buffer;
    windows->table_x = saved.table_column;
    screen->page_background = saved.background;
    demand(reader, screen->page_background <= SCREEN_DEFAULT);
    for (i = 0; i < WINDOW_COUNT; i++) {
        memcpy(windows->window[i].property, saved.each[i].property, sizeof saved.each[i].property);
        take_style(reader, &windows->window[i].style, &saved.each[i].style);
    }
}

static bool is_sound(const struct screen *screen, const unsigned char *bytes, zm_u32 size)
{
    struct screen copy = *screen;
    struct reader reader;

    begin_reading(&reader, screen, bytes, size);
    get_windows(&reader, &copy, &copy.windows);
    while (!reader.failed && reader.at < reader.end)
        get_operation(&reader);
    return !reader.failed;
}

static bool is_of_another_kind(const struct reader *reader, const struct screen *screen)
{
    return reader->cell_width != screen->metrics.cell_width || reader->line_height != screen->metrics.line_height;
}

static void paint(struct screen *screen, struct reader *reader)
{
    while (reader->at < reader->end) {
        get_operation(reader);
        drawing_again(screen, &reader->operation);
    }
}

/* On a display of another kind the running text is laid out anew: what window 0 shows is not painted but printed. */
static void paint_fitted(struct screen *screen, struct reader *reader, const struct paint_area *running)
{
    struct text_end end = { -1, 0, 0 };

    while (reader->at < reader->end) {
        struct paint_operation operation;
        struct paint_area area, common;

        get_operation(reader);
        area = (struct paint_area){ reader->operation.x, reader->operation.y, reader->operation.width,
                                    reader->operation.height };
        common = paint_area_common(&area, running);
        if (reader->operation.kind != PAINT_FILL && area.width > 0 && common.width == area.width
            && common.height == area.height)
            continue;
        operation = fit_operation(reader, screen, &end);
        drawing_again(screen, &operation);
    }
}

static void print_again(struct screen *screen, const zm_u16 *text, unsigned length)
{
    unsigned window = screen->window;
    bool patient = screen->patient;
    zm_u16 first = 0;

    screen->patient = false;
    screen->window = first;
    (void)window_area_erase(screen, &first, 1);
    window_text_print(screen, text, length);
    window_text_flush(screen);
    screen->window = window;
    screen->patient = patient;
}

static void fit_windows(const struct reader *reader, struct screen *screen)
{
    struct windows *windows = &screen->windows;
    unsigned i, k;

    windows->width = reader->to_width;
    windows->height = reader->to_height;
    for (i = 0; i < WINDOW_COUNT; i++)
        for (k = 0; k < SAVED_PROPERTIES; k++)
            fit_property(reader, &windows->window[i].property[k], k);
    windows_ask_for_painting(screen);
}

static void recall_fitted(struct screen *screen, struct reader *reader, const zm_u16 *text, unsigned length)
{
    struct paint_area running = windows_area(&screen->windows.window[0]);

    fit_windows(reader, screen);
    paint_fitted(screen, reader, &running);
    print_again(screen, text, length);
}

static void recall_as_it_was(struct screen *screen, struct reader *reader, const zm_u16 *text, unsigned length)
{
    const struct window *window = &screen->windows.window[0];

    windows_fit(screen);
    paint(screen, reader);
    flow_add(&screen->flow, &window->style, text, length);
}

bool saved_painting_recall(struct screen *screen, const struct saved_screen_bytes *bytes, const zm_u16 *text,
                           unsigned length)
{
    struct windows *windows = &screen->windows;
    struct reader reader;

    if (!is_sound(screen, bytes->painted, bytes->painted_size))
        return false;
    window_area_reset(screen);
    begin_reading(&reader, screen, bytes->painted, bytes->painted_size);
    get_windows(&reader, screen, windows);
    if (is_of_another_kind(&reader, screen))
        recall_fitted(screen, &reader, text, length);
    else
        recall_as_it_was(screen, &reader, text, length);
    screen->flow.mark[FLOW_VIEW] = FLOW_NOWHERE;
    screen->view.touched = true;
    return true;
}
