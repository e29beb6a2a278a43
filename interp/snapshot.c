/* Golmac: MIT licence, see LICENSE.

   Snapshots in memory: the whole state of a stopped machine, in the form that snapshot.h describes. */
#include "snapshot.h"
#include "variables.h"

enum { EXTENSION_SIZE = 2 * (X_KNOWN + 1) };

static void put_word(zm_u8 *at, unsigned value)
{
    at[0] = LOW(value >> 8);
    at[1] = LOW(value);
}

static void put_long(zm_u8 *at, zm_u32 value)
{
    put_word(at, (unsigned)(value >> 16) & 0xFFFFu);
    put_word(at + 2, (unsigned)value & 0xFFFFu);
}

static zm_u16 get_word(const zm_u8 *at)
{
    return WORD((unsigned)at[0] << 8 | at[1]);
}

static zm_u32 get_long(const zm_u8 *at)
{
    return (zm_u32)get_word(at) << 16 | get_word(at + 2);
}

enum { SEVERAL = 16 };

/* Copy words between the machine's order of bytes and a snapshot's, either way: several at a time, where they must be
   swapped. */
static void copy_words(void *to_words, const void *from_words, size_t words)
{
    static const zm_u16 one = 1;
    zm_u8 *to = (zm_u8 *)to_words;
    const zm_u8 *from = (const zm_u8 *)from_words;
    zm_u16 several[SEVERAL];
    unsigned i;

    if (*(const zm_u8 *)&one == 0) {
        ZM_COPY(to, from, 2 * words);
        return;
    }
    for (; words >= SEVERAL; words -= SEVERAL, to += 2 * SEVERAL, from += 2 * SEVERAL) {
        ZM_COPY(several, from, sizeof several);
        for (i = 0; i < SEVERAL; i++)
            several[i] = WORD(several[i] >> 8 | several[i] << 8);
        ZM_COPY(to, several, sizeof several);
    }
    for (; words > 0; words--, to += 2, from += 2) {
        to[0] = from[1];
        to[1] = from[0];
    }
}

static void put_identity(const struct zm *zm, zm_u8 *at)
{
    unsigned i;

    for (i = 0; i < IDENTITY_BYTES; i++)
        at[i] = zm_identity(zm, i);
}

static int is_same_story(const struct zm *zm, const zm_u8 *identity)
{
    unsigned i;

    for (i = 0; i < IDENTITY_BYTES; i++)
        if (identity[i] != zm_identity(zm, i))
            return 0;
    return 1;
}

zm_u32 zm_snapshot_size(const struct zm *zm)
{
    return SNAPSHOT_MEMORY + (zm_u32)zm->dynamic_size + 2 * (zm_u32)(zm->sp - zm->stack);
}

zm_u32 zm_snapshot(const struct zm *zm, zm_u8 *buffer, zm_u32 size)
{
    zm_u8 *at = buffer + SNAPSHOT_MEMORY;
    unsigned i;

    if (size < zm_snapshot_size(zm))
        return 0;
    put_long(buffer, 0x5A4D5331);
    put_long(buffer + SNAPSHOT_PC, zm_address_of(zm, zm->ip));
    put_word(buffer + SNAPSHOT_WORDS, (unsigned)(zm->sp - zm->stack));
    put_word(buffer + SNAPSHOT_FRAME, (unsigned)(zm->frame - zm->stack));
    put_word(buffer + SNAPSHOT_DEPTH, zm->depth);
    put_word(buffer + SNAPSHOT_INTERRUPTS, (unsigned)zm->interrupts << 8);
    put_identity(zm, buffer + SNAPSHOT_IDENTITY);
    buffer[SNAPSHOT_STATE] = zm->state;
    buffer[SNAPSHOT_COUNT] = zm->request.count;
    put_long(buffer + SNAPSHOT_INSTRUCTION, zm->request.instruction);
    for (i = 0; i < 4; i++)
        put_word(buffer + SNAPSHOT_OPERANDS + 2 * i, zm->request.operand[i]);
    put_word(buffer + SNAPSHOT_SIZE, zm->dynamic_size);
    ZM_COPY(at, zm->dynamic, zm->dynamic_size);
    copy_words(at + zm->dynamic_size, zm->stack, (size_t)(zm->sp - zm->stack));
    return zm_snapshot_size(zm);
}

/* A word of a snapshot's stack. */
typedef zm_u8 cell[2];

/* The first two words of a frame, the second in front: kind, locals, and 24 bits of where the caller goes on. */
static zm_u32 frame_call(const cell *frame)
{
    zm_u32 words = get_long(frame[0]);

    return words << 16 | words >> 16;
}

/* The index of the frame below. The high byte is hardly ever needed, and the way down goes faster where nothing waits
   for it. */
static size_t frame_below(const cell *frame)
{
    size_t below = frame[3][1];

    if (ZM_RARELY(frame[3][0] != 0))
        below += 256u * frame[3][0];
    return below;
}

static int is_frame(const struct zm *zm, zm_u32 call, unsigned arguments, size_t room)
{
    return (call & 0xFFFFFF) < zm->story_size && FRAME_WORDS + (call >> 24 & 15u) <= room && arguments <= ARGUMENTS_MAX;
}

enum { ONE_CALL = 1, ONE_INTERRUPT = 0x10000 };

/* Whether the frames from the current one down fit one under the other, and are as many as the snapshot says. The
   lowest was called in version 6 only. */
static int is_stack(const struct zm *zm, const zm_u8 *buffer, const cell *stack, size_t end)
{
    zm_u32 said = buffer[SNAPSHOT_INTERRUPTS] * (zm_u32)ONE_INTERRUPT + get_word(buffer + SNAPSHOT_DEPTH)
                + !IS_VERSION(zm, 6);
    zm_u32 call, calls = 0;
    size_t frame = get_word(buffer + SNAPSHOT_FRAME);

    for (;; end = frame, frame = frame_below(stack + frame)) {
        if (frame + FRAME_WORDS > end)
            return 0;
        call = frame_call(stack + frame);
        if (!is_frame(zm, call, stack[frame + 2][0], end - frame))
            return 0;
        calls += call >> 28 >= CALL_TIMED ? ONE_CALL + ONE_INTERRUPT : ONE_CALL;
        if (frame == 0)
            return calls == said;
    }
}

static int is_snapshot(const struct zm *zm, const zm_u8 *buffer, zm_u32 size)
{
    zm_u16 words;

    if (size < SNAPSHOT_MEMORY || get_long(buffer) != 0x5A4D5331)
        return 0;
    words = get_word(buffer + SNAPSHOT_WORDS);
    return is_same_story(zm, buffer + SNAPSHOT_IDENTITY)
        && get_word(buffer + SNAPSHOT_SIZE) == zm->dynamic_size
        && words <= zm->limit - zm->stack
        && size == SNAPSHOT_MEMORY + (zm_u32)zm->dynamic_size + 2 * (zm_u32)words
        && get_long(buffer + SNAPSHOT_PC) < zm->story_size
        && get_long(buffer + SNAPSHOT_INSTRUCTION) < zm->story_size
        && buffer[SNAPSHOT_STATE] < ZM_QUIT && buffer[SNAPSHOT_COUNT] <= 8
        && is_stack(zm, buffer, (const cell *)(buffer + SNAPSHOT_MEMORY + zm->dynamic_size), words);
}

/* Whether dynamic memory has the header of these bytes already, and the words of its extension (11.1.7): then what
   the machine keeps about them stands. */
static int header_stands(const struct zm *zm, const zm_u8 *bytes)
{
    zm_u32 extension = get_word(bytes + H_EXTENSION);

    return ZM_SAME(zm->dynamic, bytes, HEADER_SIZE) && extension + EXTENSION_SIZE <= zm->dynamic_size
        && ZM_SAME(zm->dynamic + extension, bytes + extension, EXTENSION_SIZE);
}

unsigned zm_restore(struct zm *zm, const zm_u8 *buffer, zm_u32 size)
{
    const zm_u8 *at = buffer + SNAPSHOT_MEMORY;
    zm_u8 kept = zm_kept_flags(zm);
    int stands;
    unsigned i;

    if (!is_snapshot(zm, buffer, size))
        return ZM_ERROR_bad_snapshot;
    stands = ZM_FAST && header_stands(zm, at);
    zm->sp = zm->stack + get_word(buffer + SNAPSHOT_WORDS);
    copy_words(zm->stack, at + zm->dynamic_size, get_word(buffer + SNAPSHOT_WORDS));
    zm_take_frame(zm, zm->stack + get_word(buffer + SNAPSHOT_FRAME));
    zm->depth = get_word(buffer + SNAPSHOT_DEPTH);
    zm->interrupts = buffer[SNAPSHOT_INTERRUPTS];
    for (i = 0; i < 4; i++)
        zm->request.operand[i] = get_word(buffer + SNAPSHOT_OPERANDS + 2 * i);
    zm->request.count = buffer[SNAPSHOT_COUNT];
    zm->request.instruction = get_long(buffer + SNAPSHOT_INSTRUCTION);
    zm->request.state = buffer[SNAPSHOT_STATE];
    ZM_COPY(zm->dynamic, at, zm->dynamic_size);
    if (stands)
        zm_reset_output(zm);
    else
        zm_take_memory(zm, kept);
    zm->ip = zm_go(zm, get_long(buffer + SNAPSHOT_PC));
    zm->state = buffer[SNAPSHOT_STATE];
    return ZM_ERROR_none;
}

/* ---- Random numbers ---- */

enum { AT_RANDOM = 0, AT_SEED = 4, AT_CYCLE = 8, AT_CYCLE_LENGTH = 10 };

void zm_snapshot_random(const struct zm *zm, zm_u8 *buffer)
{
    put_long(buffer + AT_RANDOM, zm->random);
    put_long(buffer + AT_SEED, zm->seed);
    put_word(buffer + AT_CYCLE, zm->cycle);
    put_word(buffer + AT_CYCLE_LENGTH, zm->cycle_length);
}

void zm_restore_random(struct zm *zm, const zm_u8 *buffer)
{
    zm->random = get_long(buffer + AT_RANDOM);
    zm->seed = get_long(buffer + AT_SEED);
    zm->cycle = get_word(buffer + AT_CYCLE);
    zm->cycle_length = get_word(buffer + AT_CYCLE_LENGTH);
}
