/* Golmac: MIT licence, see LICENSE.

   Records and their bytes. */
#include "frontends/timeline/record.h"
#include "frontends/base/order.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { AT_NUMBER = 0, AT_PARENT = 4, AT_KIND = 8, AT_FLAGS = 9, AT_STATE = 10, AT_TEXTS = 14 };

/* ---- Writing ---- */

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Copy a text of at most limit bytes, cut at a character. Returns the end of the copy, past its 0. */
static unsigned char *put_text(unsigned char *at, const char *text, size_t limit, bool cut_beginning)
{
    size_t length = strlen(text);

    if (length > limit && cut_beginning) {
        text += length - limit;
        for (length = limit; length > 0 && is_continuation(*text); text++)
            length--;
    } else if (length > limit) {
        for (length = limit; length > 0 && is_continuation(text[length]);)
            length--;
    }
    memcpy(at, text, length);
    at[length] = 0;
    return at + length + 1;
}

unsigned char *record_write(const struct record *record, zm_u32 *size)
{
    size_t room = AT_TEXTS + strlen(record->command) + strlen(record->place) + strlen(record->text) + 3;
    unsigned char *bytes = malloc(room + record->difference_size), *at;

    if (!bytes)
        return NULL;
    order_put_little(bytes + AT_NUMBER, 4, record->number);
    order_put_little(bytes + AT_PARENT, 4, record->parent);
    bytes[AT_KIND] = (unsigned char)record->kind;
    bytes[AT_FLAGS] = (unsigned char)record->flags;
    order_put_little(bytes + AT_STATE, 4, record->state_size);
    at = put_text(bytes + AT_TEXTS, record->command, RECORD_COMMAND_MAX, 0);
    at = put_text(at, record->place, RECORD_PLACE_MAX, 0);
    at = put_text(at, record->text, RECORD_TEXT_MAX, 1);
    if (record->difference_size)
        memcpy(at, record->difference, record->difference_size);
    *size = (zm_u32)(at - bytes) + record->difference_size;
    return bytes;
}

/* ---- Reading ---- */

/* The text at *at, and *at past its 0; NULL if that is not there. */
static const char *take_text(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *text = *at, *zero = memchr(text, 0, (size_t)(end - text));

    if (!zero)
        return NULL;
    *at = zero + 1;
    return (const char *)text;
}

static bool is_sound(const struct record *record)
{
    if (record->kind >= TIMELINE_KINDS || (record->parent >= record->number && record->parent != TIMELINE_NONE))
        return false;
    if (record->kind < TIMELINE_MOVE)
        return record->state_size > 0 && record->state_size <= RECORD_STATE_MAX
            && (record->parent != TIMELINE_NONE || record->flags & RECORD_FULL);
    return record->parent != TIMELINE_NONE;
}

int record_read(struct record *record, const unsigned char *bytes, zm_u32 size)
{
    const unsigned char *at = bytes + AT_TEXTS, *end = bytes + size;

    if (size < AT_TEXTS + 3)
        return -1;
    record->number = order_little(bytes + AT_NUMBER, 4);
    record->parent = order_little(bytes + AT_PARENT, 4);
    record->kind = bytes[AT_KIND];
    record->flags = bytes[AT_FLAGS];
    record->state_size = order_little(bytes + AT_STATE, 4);
    record->command = take_text(&at, end);
    record->place = record->command ? take_text(&at, end) : NULL;
    record->text = record->place ? take_text(&at, end) : NULL;
    record->difference = at;
    record->difference_size = (zm_u32)(end - at);
    return record->text && is_sound(record) ? 0 : -1;
}

/* ---- Texts of unknown origin ---- */

/* U+0080 to U+009F are control codes, too: C2 80 to C2 9F. */
static bool is_control(const unsigned char *at)
{
    return *at < ' ' || *at == 127 || (*at == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0);
}

void record_clean(unsigned char *bytes, zm_u32 size)
{
    unsigned char *at = bytes + AT_TEXTS, *end = bytes + size;
    int text;

    for (text = 0; text < 3; text++, at++)
        for (; at < end && *at; at++)
            if (is_control(at) && !(text == 2 && *at == '\n')) {
                if (*at == 0xC2)
                    at[1] = ' ';
                *at = ' ';
            }
}
