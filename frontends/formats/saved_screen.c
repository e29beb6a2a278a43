/* Golmac: MIT licence, see LICENSE.

   A kept screen, from its fields to its bytes and back. */
#include "frontends/formats/saved_screen.h"
#include "frontends/base/order.h"
#include "frontends/base/utf.h"

#include <string.h>

enum {
    AT_LAYOUT = 0, AT_WORDS = 2, WORDS = 9, LAYOUT_WITHOUT_SIZES = 1, SIZES = 8,
    TEXT_MOST = SAVED_SCREEN - SAVED_SCREEN_TEXT,   /* bytes; where the keeper's sizes end the bytes, so many less */
    PAINTED_LAYOUT = 1, AT_BACKGROUND = 20, AT_EACH = 24, EACH = 44, AT_STYLE = 2 * SAVED_PROPERTIES, WINDOW_WORDS = 9
};

/* ---- The screen ---- */

/* A last character that does not fit is left out. */
static void put_text(unsigned char *to, const zm_u16 *text, unsigned length)
{
    enum { ROOM = TEXT_MOST - SIZES };
    char bytes[SAVED_SCREEN_UNITS * UTF8_PER_UNIT];
    size_t size = utf8_encode(bytes, text, length);

    if (size > ROOM)
        for (size = ROOM; size > 0 && ((unsigned char)bytes[size] & 0xC0) == 0x80;)
            size--;
    memcpy(to, bytes, size);
}

void saved_screen_write(unsigned char *bytes, const struct saved_screen *saved)
{
    const zm_u16 words[WORDS] = {
        saved->window, saved->upper_rows, saved->style, saved->foreground, saved->background, saved->font,
        saved->unbuffered, saved->row, saved->column
    };
    unsigned i;

    memset(bytes, 0, SAVED_SCREEN);
    for (i = 0; i < WORDS; i++)
        order_put_word(bytes + AT_WORDS + 2 * i, words[i]);
    put_text(bytes + SAVED_SCREEN_TEXT, saved->text, saved->length);
}

/* Bytes of the text: up to the first zero. */
static size_t text_size(const unsigned char *bytes)
{
    size_t most = order_word(bytes + AT_LAYOUT) == LAYOUT_WITHOUT_SIZES ? TEXT_MOST : TEXT_MOST - SIZES;
    const unsigned char *text = bytes + SAVED_SCREEN_TEXT, *end = memchr(text, 0, most);

    return end ? (size_t)(end - text) : most;
}

static bool is_control(zm_u16 unit)
{
    return (unit < ' ' && unit != '\n') || (unit >= 127 && unit < 160);
}

void saved_screen_read(struct saved_screen *saved, const unsigned char *bytes)
{
    zm_u16 *const words[WORDS] = {
        &saved->window, &saved->upper_rows, &saved->style, &saved->foreground, &saved->background, &saved->font,
        &saved->unbuffered, &saved->row, &saved->column
    };
    unsigned i;

    for (i = 0; i < WORDS; i++)
        *words[i] = order_word(bytes + AT_WORDS + 2 * i);
    saved->length = (unsigned)utf8_decode(saved->text, SAVED_SCREEN_UNITS, (const char *)bytes + SAVED_SCREEN_TEXT,
                                          text_size(bytes));
    for (i = 0; i < saved->length; i++)
        if (is_control(saved->text[i]))
            saved->text[i] = ' ';
}

/* A row that was cut, and has no end, is none. */
const zm_u16 *saved_screen_row(const struct saved_screen *saved, unsigned *at, unsigned *length)
{
    unsigned start = *at, end = start;

    while (end < saved->length && saved->text[end] != '\n')
        end++;
    if (end >= saved->length)
        return NULL;
    *length = end - start;
    *at = end + 1;
    return saved->text + start;
}

static void append(char *place, size_t size, const char *text, size_t length)
{
    size_t used = strlen(place);

    if (used + length < size) {
        memcpy(place + used, text, length);
        place[used + length] = 0;
    }
}

void saved_screen_describe(const unsigned char *bytes, char *place, size_t size)
{
    const char *at = (const char *)bytes + SAVED_SCREEN_TEXT, *end = at + text_size(bytes);
    size_t length, spaces;

    place[0] = 0;
    while (at < end && (*at == ' ' || *at == '\n'))
        at++;
    while (at < end && *at != '\n') {
        for (length = 0; at + length < end && !strchr(" \n", at[length]); length++)
            continue;
        append(place, size, at, length);
        for (at += length, spaces = 0; at < end && *at == ' '; at++)
            spaces++;
        if (spaces && at < end && *at != '\n')
            append(place, size, spaces == 1 ? " " : " | ", spaces == 1 ? 1 : 3);
    }
}

/* ---- Windows ---- */

static void put_window(unsigned char *to, const struct saved_window *window)
{
    unsigned i;

    for (i = 0; i < SAVED_PROPERTIES; i++)
        order_put_word(to + 2 * i, window->property[i]);
    order_put_word(to + AT_STYLE, window->style.bits);
    order_put_word(to + AT_STYLE + 2, window->style.font);
    order_put_long(to + AT_STYLE + 4, window->style.foreground);
    order_put_long(to + AT_STYLE + 8, window->style.background);
}

static void get_window(struct saved_window *window, const unsigned char *from)
{
    unsigned i;

    for (i = 0; i < SAVED_PROPERTIES; i++)
        window->property[i] = order_word(from + 2 * i);
    window->style.bits = order_word(from + AT_STYLE);
    window->style.font = order_word(from + AT_STYLE + 2);
    window->style.foreground = order_long(from + AT_STYLE + 4);
    window->style.background = order_long(from + AT_STYLE + 8);
}

void saved_windows_write(unsigned char *bytes, const struct saved_windows *saved)
{
    const zm_u16 words[WINDOW_WORDS] = {
        saved->width, saved->height, saved->cell_width, saved->line_height, saved->window, saved->mouse,
        saved->cursor_hidden, saved->screen_buffer, saved->table_column
    };
    unsigned i;

    order_put_word(bytes + AT_LAYOUT, PAINTED_LAYOUT);
    for (i = 0; i < WINDOW_WORDS; i++)
        order_put_word(bytes + AT_WORDS + 2 * i, words[i]);
    order_put_long(bytes + AT_BACKGROUND, saved->background);
    for (i = 0; i < SAVED_WINDOW_COUNT; i++)
        put_window(bytes + AT_EACH + EACH * i, &saved->each[i]);
}

bool saved_windows_read(struct saved_windows *saved, const unsigned char *bytes, zm_u32 size)
{
    zm_u16 *const words[WINDOW_WORDS] = {
        &saved->width, &saved->height, &saved->cell_width, &saved->line_height, &saved->window, &saved->mouse,
        &saved->cursor_hidden, &saved->screen_buffer, &saved->table_column
    };
    unsigned i;

    if (size < SAVED_WINDOWS || order_word(bytes + AT_LAYOUT) != PAINTED_LAYOUT)
        return false;
    for (i = 0; i < WINDOW_WORDS; i++)
        *words[i] = order_word(bytes + AT_WORDS + 2 * i);
    saved->background = order_long(bytes + AT_BACKGROUND);
    for (i = 0; i < SAVED_WINDOW_COUNT; i++)
        get_window(&saved->each[i], bytes + AT_EACH + EACH * i);
    return saved->width != 0 && saved->height != 0 && saved->window < SAVED_WINDOW_COUNT
        && (saved->mouse < SAVED_WINDOW_COUNT || saved->mouse == SAVED_NO_MOUSE);
}
