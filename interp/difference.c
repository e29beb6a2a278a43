/* Golmac: MIT licence, see LICENSE.

   The difference of two runs of bytes, such as snapshots: a sequence of bytes that are the same (a count) and bytes
   that are not (a count, then that many bytes, XORed). Counts are base 128, least first, the high bit set on all
   digits but the last. Being XORed, a difference leads either way; past the end of the shorter run stand zeros. */
#include "machine.h"

/* Bytes that are compared at once, and how many that are the same cost less among the others than two counts. */
enum { BLOCK = 16, GAP = 3 };

struct pair { const zm_u8 *a, *b; zm_u32 a_size, b_size, both, end; };

static zm_u8 xor_at(const struct pair *pair, zm_u32 i)
{
    if (i < pair->both)
        return LOW(pair->a[i] ^ pair->b[i]);
    return i < pair->a_size ? pair->a[i] : i < pair->b_size ? pair->b[i] : LOW(0);
}

/* The first place from i on where the two differ, or the end. */
static zm_u32 skip_same(const struct pair *pair, zm_u32 i)
{
    while (i + BLOCK <= pair->both && ZM_SAME(pair->a + i, pair->b + i, BLOCK))
        i += BLOCK;
    while (i < pair->end && xor_at(pair, i) == 0)
        i++;
    return i;
}

/* The end of the bytes that differ from i on, a few that are the same among them. */
static zm_u32 skip_different(const struct pair *pair, zm_u32 i)
{
    zm_u32 last = i;

    for (; i < pair->end && i - last < GAP; i++)
        if (xor_at(pair, i))
            last = i + 1;
    return last;
}

/* Where a difference is written: bytes that do not fit are counted only. */
struct output { zm_u8 *at; zm_u32 size, room; };

static void put(struct output *out, unsigned byte)
{
    if (out->size < out->room)
        out->at[out->size] = LOW(byte);
    out->size++;
}

static void put_count(struct output *out, zm_u32 count)
{
    for (; count > 0x7F; count >>= 7)
        put(out, 0x80u | ((unsigned)count & 0x7Fu));
    put(out, (unsigned)count);
}

zm_u32 zm_diff(const zm_u8 *a, zm_u32 a_size, const zm_u8 *b, zm_u32 b_size, zm_u8 *difference, zm_u32 room)
{
    struct pair pair;
    struct output out;
    zm_u32 i, start;

    pair.a = a;
    pair.b = b;
    pair.a_size = a_size;
    pair.b_size = b_size;
    pair.both = a_size < b_size ? a_size : b_size;
    pair.end = a_size < b_size ? b_size : a_size;
    out.at = difference;
    out.size = 0;
    out.room = room;
    for (i = 0; (start = skip_same(&pair, i)) < pair.end;) {
        put_count(&out, start - i);
        i = skip_different(&pair, start);
        put_count(&out, i - start);
        for (; start < i; start++)
            put(&out, xor_at(&pair, start));
    }
    return out.size;
}

/* The count at *at, and *at past it; past end, or greater than 32 bits hold: *at is 0. */
static zm_u32 get_count(const zm_u8 **at, const zm_u8 *end)
{
    zm_u32 count = 0;
    unsigned shift = 0;
    const zm_u8 *next = *at;

    for (; next < end && shift < 28; shift += 7, next++) {
        count |= (zm_u32)(*next & 0x7F) << shift;
        if (!(*next & 0x80)) {
            *at = next + 1;
            return count;
        }
    }
    *at = 0;
    return 0;
}

unsigned zm_apply(zm_u8 *bytes, zm_u32 size, const zm_u8 *difference, zm_u32 length)
{
    const zm_u8 *at = difference, *end = difference + length;
    zm_u32 i = 0, same, count;

    while (at < end) {
        same = get_count(&at, end);
        count = at ? get_count(&at, end) : (zm_u32)0;
        if (!at || same > size - i || count > size - i - same || count > (zm_u32)(end - at))
            return ZM_ERROR_bad_snapshot;
        for (i += same; count > 0; count--)
            bytes[i++] ^= *at++;
    }
    return ZM_ERROR_none;
}
