/* Golmac: MIT licence, see LICENSE.

   Snapshots as differences. A difference is a sequence of: bytes that are the same (a count), bytes that are not
   (a count, then that many XORed bytes). Counts are base 128, least first, high bit set on all but the last byte. */
#include "history.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_BYTES = 5 };

/* ---- Differences ---- */

static size_t put_count(unsigned char *out, zm_u32 value)
{
    size_t size = 0;

    while (value > 0x7F) {
        out[size++] = (unsigned char)(0x80 | (value & 0x7F));
        value >>= 7;
    }
    out[size++] = (unsigned char)value;
    return size;
}

static zm_u32 get_count(const unsigned char **at)
{
    zm_u32 value = 0;
    unsigned shift = 0;

    do
        value |= (zm_u32)(**at & 0x7F) << shift, shift += 7;
    while (*(*at)++ & 0x80);
    return value;
}

struct pair { const unsigned char *a, *b; zm_u32 a_size, b_size; };

static unsigned char xor_at(const struct pair *pair, zm_u32 i)
{
    return (unsigned char)((i < pair->a_size ? pair->a[i] : 0) ^ (i < pair->b_size ? pair->b[i] : 0));
}

/* First place from i on where the two differ, or end. Eight bytes at a time where both have them. */
static zm_u32 skip_same(const struct pair *pair, zm_u32 i, zm_u32 end)
{
    zm_u32 both = pair->a_size < pair->b_size ? pair->a_size : pair->b_size;
    uint64_t a, b;

    for (; i + sizeof a <= both; i += (zm_u32)sizeof a) {
        memcpy(&a, pair->a + i, sizeof a);
        memcpy(&b, pair->b + i, sizeof b);
        if (a != b)
            break;
    }
    while (i < end && xor_at(pair, i) == 0)
        i++;
    return i;
}

/* End of the bytes that differ from i on; a few that are the same cost less inside than a new pair of counts. */
static zm_u32 skip_different(const struct pair *pair, zm_u32 i, zm_u32 end)
{
    zm_u32 last = i;

    for (; i < end && i - last < 3; i++)
        if (xor_at(pair, i))
            last = i + 1;
    return last;
}

/* Encode the difference into out, which is large enough for the worst case. Returns its size. */
static size_t encode(const struct pair *pair, unsigned char *out)
{
    zm_u32 end = pair->a_size > pair->b_size ? pair->a_size : pair->b_size;
    zm_u32 i, start;
    size_t size = 0;

    for (i = 0; i < end;) {
        start = skip_same(pair, i, end);
        if (start == end)
            break;
        size += put_count(out + size, start - i);
        i = skip_different(pair, start, end);
        size += put_count(out + size, i - start);
        for (; start < i; start++)
            out[size++] = xor_at(pair, start);
    }
    return size;
}

static void apply(const struct history_step *step, unsigned char *bytes)
{
    const unsigned char *at = step->difference, *end = at + step->size;
    zm_u32 i = 0, n;

    while (at < end) {
        i += get_count(&at);
        for (n = get_count(&at); n > 0; n--)
            bytes[i++] ^= *at++;
    }
}

/* ---- The line of snapshots ---- */

int history_init(struct history *history, unsigned limit)
{
    size_t room = 2 * ((size_t)limit + 1);

    memset(history, 0, sizeof *history);
    if (limit == 0)
        return 0;
    history->steps = calloc(room, sizeof *history->steps);
    history->kinds = calloc(room, 1);
    if (!history->steps || !history->kinds) {
        history_free(history);
        return -1;
    }
    history->limit = limit;
    history->room = (unsigned)room;
    return 0;
}

/* Forget the snapshots after the current one. */
static void forget_newer(struct history *history)
{
    while (history->count > history->current + 1) {
        history->count--;
        history->turns -= history->kinds[history->count] == HISTORY_TURN;
        free(history->steps[history->count - 1].difference);
    }
}

static void forget_oldest(struct history *history)
{
    history->turns -= history->kinds[0] == HISTORY_TURN;
    free(history->steps[0].difference);
    history->count--;
    history->current--;
    memmove(history->steps, history->steps + 1, history->count * sizeof *history->steps);
    memmove(history->kinds, history->kinds + 1, history->count);
}

void history_free(struct history *history)
{
    history->current = 0;
    if (history->count)
        forget_newer(history);
    free(history->steps);
    free(history->kinds);
    free(history->whole);
    memset(history, 0, sizeof *history);
}

/* Room for size bytes in the whole snapshot, zeros where nothing was. */
static int reserve(struct history *history, zm_u32 size)
{
    unsigned char *larger;

    if (size <= history->whole_room)
        return 0;
    larger = realloc(history->whole, size);
    if (!larger)
        return -1;
    memset(larger + history->whole_room, 0, size - history->whole_room);
    history->whole = larger;
    history->whole_room = size;
    return 0;
}

/* The step from the whole snapshot to the bytes. Worst case: pairs of counts around single bytes, three the same
   between them, which takes less than the bytes themselves and two counts. */
static int make_step(const struct history *history, const unsigned char *bytes, zm_u32 size, struct history_step *step)
{
    struct pair pair = { history->whole, bytes, history->whole_size, size };
    zm_u32 longer = size > history->whole_size ? size : history->whole_size;
    unsigned char *scratch = malloc(2 * (size_t)longer + 2 * COUNT_BYTES);

    if (!scratch)
        return -1;
    step->size = (zm_u32)encode(&pair, scratch);
    step->older = history->whole_size;
    step->newer = size;
    step->difference = realloc(scratch, step->size ? step->size : 1);
    if (!step->difference)
        step->difference = scratch; /* larger than it needs to be */
    return 0;
}

int history_push(struct history *history, enum history_kind kind, const unsigned char *bytes, zm_u32 size)
{
    struct history_step step;

    if (history->room == 0 || reserve(history, size) != 0)
        return -1;
    if (history->count) {
        if (make_step(history, bytes, size, &step) != 0)
            return -1;
        forget_newer(history);
        if (history->count == history->room)
            forget_oldest(history);
        history->steps[history->count - 1] = step;
        history->current++;
    }
    history->kinds[history->count++] = (unsigned char)kind;
    history->turns += kind == HISTORY_TURN;
    memcpy(history->whole, bytes, size);
    memset(history->whole + size, 0, history->whole_room - size);
    history->whole_size = size;
    while (history->turns > history->limit + 1)
        forget_oldest(history);
    return 0;
}

static void move_to(struct history *history, unsigned target)
{
    while (history->current > target) {
        const struct history_step *step = &history->steps[--history->current];

        apply(step, history->whole);
        history->whole_size = step->older;
    }
    while (history->current < target) {
        const struct history_step *step = &history->steps[history->current++];

        apply(step, history->whole);
        history->whole_size = step->newer;
    }
}

static int find(struct history *history, enum history_kind kind, long from, int direction)
{
    for (; from >= 0 && from < (long)history->count; from += direction)
        if (history->kinds[from] == kind) {
            move_to(history, (unsigned)from);
            return 0;
        }
    return -1;
}

int history_go(struct history *history, enum history_kind kind, int direction)
{
    return find(history, kind, (long)history->current + direction, direction);
}

int history_take(struct history *history)
{
    if (find(history, HISTORY_STORY, history->current, -1) != 0)
        return -1;
    history->kinds[history->current] = HISTORY_SPENT;
    return 0;
}
