/* Golmac: MIT licence, see LICENSE. */
/* A growing string of bytes. */
#include "frontends/base/bytes.h"
#include "frontends/base/order.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static uint8_t *room(struct bytes *b, int count)
{
    int capacity = b->capacity ? b->capacity : 64;
    uint8_t *wider;
    if (!b->at || b->count + count > b->capacity) {
        while (capacity < b->count + count)
            capacity *= 2;
        wider = arena_alloc(b->arena, (size_t)capacity);
        if (b->count)
            memcpy(wider, b->at, (size_t)b->count);
        b->at = wider;
        b->capacity = capacity;
    }
    b->count += count;
    return b->at + b->count - count;
}

void bytes_add(struct bytes *b, int byte)
{
    *room(b, 1) = (uint8_t)byte;
}

void bytes_add_word(struct bytes *b, int word)
{
    order_put_word(room(b, 2), (unsigned)word);
}

void bytes_add_block(struct bytes *b, const void *from, int count)
{
    uint8_t *p = room(b, count);
    if (count)
        memcpy(p, from, (size_t)count);
}

void bytes_add_zeros(struct bytes *b, int count)
{
    uint8_t *p = room(b, count);
    if (count)
        memset(p, 0, (size_t)count);
}

void bytes_align(struct bytes *b, int unit)
{
    bytes_add_zeros(b, (unit - b->count % unit) % unit);
}

void bytes_put_word(struct bytes *b, int at, int word)
{
    assert(at >= 0 && at + 2 <= b->count && "bytes_put_word stays inside what was added");
    order_put_word(b->at + at, (unsigned)word);
}

void bytes_add_long(struct bytes *b, uint32_t number)
{
    order_put_long(room(b, 4), number);
}

void bytes_put_long(struct bytes *b, int at, uint32_t number)
{
    assert(at >= 0 && at + 4 <= b->count && "bytes_put_long stays inside what was added");
    order_put_long(b->at + at, number);
}

void bytes_format(struct bytes *b, const char *format, ...)
{
    va_list arguments;
    char *s;
    va_start(arguments, format);
    s = arena_vformat(b->arena, format, arguments);
    va_end(arguments);
    bytes_add_block(b, s, (int)strlen(s));
}
