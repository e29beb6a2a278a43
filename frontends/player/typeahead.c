/* Golmac: MIT licence, see LICENSE.

   What was typed ahead. */
#include "frontends/player/typeahead.h"
#include "frontends/player/modes.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

/* Of a waiting key: above all units of text; the modifiers stand above that. */
#define IS_KEY 0x200000u
#define KEY_MASK 0x1FFFFFu
enum { MODIFIER_SHIFT = 24 };

void typeahead_free(struct typeahead *typeahead)
{
    free(typeahead->waiting);
    memset(typeahead, 0, sizeof *typeahead);
}

void typeahead_forget(struct typeahead *typeahead)
{
    typeahead->next = typeahead->count = 0;
}

static int make_room(struct typeahead *typeahead, unsigned more)
{
    unsigned room = typeahead->room ? typeahead->room : 256;
    zm_u32 *larger;

    if (more > TYPEAHEAD_MOST - typeahead->count)
        return -1;
    while (room < typeahead->count + more)
        room *= 2;
    if (room == typeahead->room)
        return 0;
    larger = realloc(typeahead->waiting, room * sizeof *larger);
    if (!larger)
        return -1;
    typeahead->waiting = larger;
    typeahead->room = room;
    return 0;
}

static int add(struct typeahead *typeahead, zm_u32 item)
{
    if (typeahead->next == typeahead->count)
        typeahead_forget(typeahead);
    if (make_room(typeahead, 1) != 0)
        return -1;
    typeahead->waiting[typeahead->count++] = item;
    return 0;
}

int typeahead_add_key(struct typeahead *typeahead, unsigned key, unsigned modifiers)
{
    return add(typeahead, IS_KEY | key | (zm_u32)modifiers << MODIFIER_SHIFT);
}

int typeahead_add_text(struct typeahead *typeahead, const zm_u16 *text, unsigned length)
{
    unsigned i;
    int full = 0;

    for (i = 0; i < length && !full; i++)
        if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n')))
            full = typeahead_add_key(typeahead, DISPLAY_KEY_return, 0);
        else if (text[i] == '\t')
            full = add(typeahead, ' ');
        else if (text[i] >= 32 && !(text[i] >= 127 && text[i] < 160))
            full = add(typeahead, text[i]);
    return full;
}

bool typeahead_take(struct typeahead *typeahead, struct stroke *stroke)
{
    zm_u32 item;

    if (typeahead->next == typeahead->count)
        return false;
    item = typeahead->waiting[typeahead->next++];
    stroke->kind = item & IS_KEY ? STROKE_KEY : STROKE_CHARACTER;
    stroke->key = item & KEY_MASK;
    stroke->modifiers = item >> MODIFIER_SHIFT;
    if (stroke->kind == STROKE_KEY || !utf16_is_half(item))
        return true;
    stroke->key = UTF_REPLACEMENT;
    if (utf16_is_high(item) && typeahead->next < typeahead->count && utf16_is_low(typeahead->waiting[typeahead->next]))
        stroke->key = utf16_join(item, typeahead->waiting[typeahead->next++]);
    return true;
}
