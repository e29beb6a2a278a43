/* Golmac: MIT licence, see LICENSE.

   The list over the screen. From the top: the title, the rows, a line with nothing in it, what the chosen row stands
   for (where the screen has ten rows or more), the keys. */
#include "frontends/player/list.h"
#include "frontends/screen/characters.h"
#include "frontends/base/utf.h"
#include "frontends/base/wrap.h"

#include <stdio.h>
#include <string.h>

enum { ROWS_FOR_PREVIEW = 10, WHEEL_LINES = 3 };

void list_init(struct list *list, const struct list_source *source)
{
    memset(list, 0, sizeof *list);
    list->source = source;
    list->chosen = source->first < source->count ? source->first : 0;
    list->preview_row = source->count;
}

/* ---- Where things stand ---- */

static unsigned preview_rows(const struct list *list)
{
    return list->source->preview && list->rows >= ROWS_FOR_PREVIEW ? list->rows / 3 : 0;
}

/* Rows of the source that are in view. */
static unsigned page(const struct list *list)
{
    unsigned taken = 2 + preview_rows(list) + (preview_rows(list) != 0);

    return list->rows > taken ? list->rows - taken : 1;
}

static void show_chosen(struct list *list)
{
    unsigned count = page(list);

    if (list->chosen < list->top)
        list->top = list->chosen;
    if (list->chosen >= list->top + count)
        list->top = list->chosen - count + 1;
}

void list_resize(struct list *list, unsigned rows, unsigned columns)
{
    if (list->rows == rows && list->columns == columns)
        return;
    list->rows = rows;
    list->columns = columns;
    list->preview_row = list->source->count;
    show_chosen(list);
}

/* ---- Moving ---- */

static void choose(struct list *list, long row)
{
    long last = (long)list->source->count - 1;

    list->chosen = row <= 0 || last < 0 ? 0 : (unsigned)(row < last ? row : last);
    show_chosen(list);
}

void list_scroll(struct list *list, int lines)
{
    choose(list, (long)list->chosen - (long)lines * WHEEL_LINES);
}

bool list_click(struct list *list, unsigned row)
{
    unsigned wanted = list->top + row - 1, before = list->chosen;

    if (row == 0 || row > page(list) || wanted >= list->source->count)
        return false;
    choose(list, (long)wanted);
    return wanted == before;
}

/* ---- Looking for a row ---- */

static bool row_fits(const struct list *list, unsigned row)
{
    char line[LIST_TEXT];
    zm_u16 text[LIST_TEXT];
    unsigned length;

    list->source->row(list->source->context, row, line, sizeof line);
    length = (unsigned)utf8_decode(text, LIST_TEXT, line, strlen(line));
    return characters_find(text, length, list->needle, list->needle_length) < length;
}

/* The next row from first on that has the needle in it. */
static void look_for(struct list *list, unsigned first)
{
    unsigned i, row, count = list->source->count;

    list->not_found = false;
    for (i = 0; i < count && list->needle_length; i++) {
        row = (first + i) % count;
        if (row_fits(list, row)) {
            choose(list, (long)row);
            return;
        }
    }
    list->not_found = list->needle_length != 0;
}

void list_type(struct list *list, zm_u32 character)
{
    if (list->needle_length + 2 > LIST_NEEDLE)
        return;
    list->needle_length += character_put(list->needle + list->needle_length, character);
    look_for(list, list->chosen);
}

static void shorten(struct list *list)
{
    list->needle_length = character_previous(list->needle, list->needle_length);
    look_for(list, list->chosen);
}

/* ---- Keys ---- */

/* Escape first ends the search. */
static enum list_result leave(struct list *list)
{
    if (list->needle_length == 0)
        return LIST_LEFT;
    list->needle_length = 0;
    list->not_found = false;
    return LIST_GOES_ON;
}

enum list_result list_key(struct list *list, unsigned key, unsigned modifiers)
{
    switch (key) {
    case DISPLAY_KEY_up: choose(list, (long)list->chosen - 1); break;
    case DISPLAY_KEY_down: choose(list, (long)list->chosen + 1); break;
    case DISPLAY_KEY_page_up: choose(list, (long)list->chosen - (long)page(list)); break;
    case DISPLAY_KEY_page_down: choose(list, (long)list->chosen + (long)page(list)); break;
    case DISPLAY_KEY_home: choose(list, 0); break;
    case DISPLAY_KEY_end: choose(list, (long)list->source->count - 1); break;
    case DISPLAY_KEY_tab: look_for(list, list->chosen + 1); break;
    case DISPLAY_KEY_backspace: shorten(list); break;
    case DISPLAY_KEY_escape: return leave(list);
    case DISPLAY_KEY_return: return list->source->count && list->source->verb ? LIST_CHOSEN : LIST_LEFT;
    case 'p': if (modifiers & WITH_CTRL) choose(list, (long)list->chosen - 1); break;
    case 'n': if (modifiers & WITH_CTRL) choose(list, (long)list->chosen + 1); break;
    case 'g': if (modifiers & WITH_CTRL) return LIST_LEFT; break;
    }
    return LIST_GOES_ON;
}

/* ---- What stands in a row ---- */

static unsigned decode(const char *line, zm_u16 *text, unsigned room)
{
    return (unsigned)utf8_decode(text, room, line, strlen(line));
}

static unsigned title_text(const struct list *list, zm_u16 *text, unsigned room)
{
    char line[LIST_TEXT];

    if (list->source->count)
        snprintf(line, sizeof line, " %s (%u of %u)", list->source->title, list->chosen + 1, list->source->count);
    else
        snprintf(line, sizeof line, " %s: there are none", list->source->title);
    return decode(line, text, room);
}

static unsigned keys_text(const struct list *list, zm_u16 *text, unsigned room)
{
    char line[LIST_TEXT], needle[LIST_NEEDLE * UTF8_PER_UNIT + 1];

    needle[utf8_encode(needle, list->needle, list->needle_length)] = 0;
    if (list->needle_length)
        snprintf(line, sizeof line, " Looking for: %s%s   Tab: the next", needle,
                 list->not_found ? " (not there)" : "");
    else if (list->source->verb)
        snprintf(line, sizeof line, " Return: %s   Escape: back   letters: look for a row", list->source->verb);
    else
        snprintf(line, sizeof line, " Escape: back   letters: look for a row");
    return decode(line, text, room);
}

static unsigned source_text(const struct list *list, unsigned row, zm_u16 *text, unsigned room)
{
    char line[LIST_TEXT];

    line[0] = row == list->chosen ? '>' : ' '; /* not by colour alone */
    line[1] = ' ';
    line[2] = 0;
    list->source->row(list->source->context, row, line + 2, sizeof line - 2);
    line[2 + strcspn(line + 2, "\n")] = 0;
    return decode(line, text, room);
}

static void put_preview(void *context, const zm_u16 *text, unsigned length)
{
    struct list *list = context;

    if (length > LIST_PREVIEW - list->preview_length)
        length = LIST_PREVIEW - list->preview_length;
    memcpy(list->preview + list->preview_length, text, length * sizeof *text);
    list->preview_length += length;
}

static void make_preview(struct list *list)
{
    char bytes[LIST_PREVIEW] = "";
    zm_u16 text[LIST_PREVIEW];
    struct wrap wrap;

    if (list->preview_row == list->chosen)
        return;
    list->source->preview(list->source->context, list->chosen, bytes, sizeof bytes);
    list->preview_row = list->chosen;
    list->preview_length = 0;
    wrap_init(&wrap, list->columns, put_preview, list);
    wrap_text(&wrap, text, decode(bytes, text, LIST_PREVIEW));
    wrap_flush(&wrap);
}

static unsigned preview_text(struct list *list, unsigned line, zm_u16 *text, unsigned room)
{
    unsigned at = 0, length = 0;

    make_preview(list);
    for (; line && at < list->preview_length; at++)
        line -= list->preview[at] == '\n';
    while (!line && at + length < list->preview_length && list->preview[at + length] != '\n' && length < room) {
        text[length] = list->preview[at + length];
        length++;
    }
    return length;
}

unsigned list_text(struct list *list, unsigned row, zm_u16 *text, unsigned room, bool *reverse)
{
    unsigned index = list->top + row - 1;

    *reverse = row == 0 || row + 1 == list->rows;
    if (row == 0)
        return title_text(list, text, room);
    if (row + 1 == list->rows)
        return keys_text(list, text, room);
    if (row <= page(list)) {
        *reverse = index == list->chosen && list->source->count;
        return index < list->source->count ? source_text(list, index, text, room) : 0;
    }
    return row == page(list) + 1 || list->source->count == 0 ? 0 : preview_text(list, row - page(list) - 2, text, room);
}
