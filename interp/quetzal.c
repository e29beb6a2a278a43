/* Golmac: MIT licence, see LICENSE.

   Saves in the Quetzal 1.4 format, which every interpreter reads: the story's identity and program
   counter (IFhd), dynamic memory as differences from the story file (CMem), the stack (Stks). */
#include "variables.h"

#define FOUR(a, b, c, d) ((zm_u32)(a) << 24 | (zm_u32)(b) << 16 | (zm_u32)(c) << 8 | (d))
#define ID_FORM FOUR('F', 'O', 'R', 'M')
#define ID_IFZS FOUR('I', 'F', 'Z', 'S')
#define ID_IFHD FOUR('I', 'F', 'h', 'd')
#define ID_CMEM FOUR('C', 'M', 'e', 'm')
#define ID_UMEM FOUR('U', 'M', 'e', 'm')
#define ID_STKS FOUR('S', 't', 'k', 's')

enum { IFHD_SIZE = 13, DISCARDS = 0x10, FRAME_BYTES = 8 };

/* ---- Writing ---- */

/* Counts bytes; without a sink that is all it does. */
struct writer { const struct zm_sink *sink; zm_u32 count; zm_u8 failed; };

static void put_byte(struct writer *w, unsigned byte)
{
    w->count++;
    if (w->sink && !w->failed)
        w->failed = w->sink->put(w->sink->context, LOW(byte)) != 0;
}

static void put_word(struct writer *w, zm_u16 word)
{
    put_byte(w, word >> 8);
    put_byte(w, word & 0xFFu);
}

static void put_long(struct writer *w, zm_u32 value)
{
    put_word(w, WORD(value >> 16));
    put_word(w, WORD(value));
}

static void put_address(struct writer *w, zm_u32 address)
{
    put_byte(w, (unsigned)(address >> 16) & 0xFFu);
    put_word(w, WORD(address));
}

/* A run of n equal bytes is a zero and n - 1; those at the end are left out (Quetzal 3.2). */
static void put_memory(struct zm *zm, struct writer *w)
{
    zm_u16 address;
    zm_u16 equal = 0;

    for (address = 0; address < zm->dynamic_size; address++) {
        unsigned difference = zm->dynamic[address] ^ zm_original(zm, address);

        if (difference == 0) {
            equal++;
            continue;
        }
        for (; equal; equal = WORD(equal > 256 ? equal - 256u : 0u)) {
            put_byte(w, 0);
            put_byte(w, equal > 256 ? 255u : equal - 1u);
        }
        put_byte(w, difference);
    }
}

/* The frame above a frame, or 0 for the newest; links lead down only. */
static const zm_u16 *frame_above(const struct zm *zm, const zm_u16 *frame)
{
    const zm_u16 *above = zm->frame;

    if (above == frame)
        return 0;
    while (zm->stack + above[3] != frame)
        above = zm->stack + above[3];
    return above;
}

static void put_frame(const struct zm *zm, struct writer *w, const zm_u16 *frame,
                      const struct zm_prompt *prompt)
{
    const zm_u16 *above = frame_above(zm, frame);
    const zm_u16 *word = frame + FRAME_WORDS, *end = zm->sp;
    unsigned locals = frame[1] >> 8 & 15, arguments = frame[2] >> 8;
    unsigned i, taken = !above && prompt ? prompt->taken_count : 0u;

    if (above)
        end = above;
    put_byte(w, frame[1] & 0xFFu);
    put_word(w, frame[0]);
    put_byte(w, locals | (frame[1] >> 12 == CALL_STORE ? 0u : (unsigned)DISCARDS));
    put_byte(w, frame[2] & 0xFFu);
    put_byte(w, (1u << arguments) - 1);
    put_word(w, WORD((unsigned)(end - word) - locals + taken));
    while (word < end)
        put_word(w, *word++);
    for (i = 0; i < taken; i++)
        put_word(w, prompt->taken[i]);
}

static void put_returning_frame(const struct zm *zm, struct writer *w)
{
    unsigned i;

    put_address(w, zm->request.instruction);
    put_byte(w, LOCALS_MAX | DISCARDS);
    put_byte(w, 0);
    put_byte(w, 0);
    put_word(w, 0);
    for (i = 0; i < LOCALS_MAX; i++)
        put_word(w, 0);
}

static void put_stack(struct zm *zm, struct writer *w, const struct zm_prompt *prompt)
{
    const zm_u16 *frame;

    for (frame = zm->stack; frame; frame = frame_above(zm, frame))
        put_frame(zm, w, frame, prompt);
    if (prompt)
        put_returning_frame(zm, w);
}

/* Length of what a chunk holds, and of the chunk with its pad byte. */
#define PADDED(length) ((length) + ((length) & 1))

static void put_header(struct zm *zm, struct writer *w, zm_u32 pc)
{
    unsigned i;

    put_long(w, ID_IFHD);
    put_long(w, IFHD_SIZE);
    for (i = 0; i < IDENTITY_BYTES; i++)
        put_byte(w, zm_identity(zm, i));
    put_address(w, pc);
    put_byte(w, 0);
}

static void begin_chunk(struct writer *w, zm_u32 id, zm_u32 length)
{
    put_long(w, id);
    put_long(w, length);
}

static void end_chunk(struct writer *w, zm_u32 length)
{
    if (length & 1)
        put_byte(w, 0);
}

unsigned zm_write_save(struct zm *zm, const struct zm_sink *sink, zm_u32 pc,
                       const struct zm_prompt *prompt)
{
    struct writer memory, stack, w;

    memory.sink = stack.sink = 0;
    memory.count = stack.count = w.count = 0;
    memory.failed = stack.failed = w.failed = 0;
    put_memory(zm, &memory);
    put_stack(zm, &stack, prompt);
    w.sink = sink;
    begin_chunk(&w, ID_FORM, 4 + 3 * 8 + IFHD_SIZE + 1 + PADDED(memory.count) + PADDED(stack.count));
    put_long(&w, ID_IFZS);
    put_header(zm, &w, pc);
    begin_chunk(&w, ID_CMEM, memory.count);
    put_memory(zm, &w);
    end_chunk(&w, memory.count);
    begin_chunk(&w, ID_STKS, stack.count);
    put_stack(zm, &w, prompt);
    end_chunk(&w, stack.count);
    return w.failed ? ZM_ERROR_save_write : ZM_ERROR_none;
}

unsigned zm_quetzal_write(struct zm *zm, const struct zm_sink *sink)
{
    return zm_write_save(zm, sink, zm_address_of(zm, zm->ip), 0);
}

/* ---- Reading ---- */

/* The file is read twice: first nothing is changed (taking 0), then everything is taken. left counts
   down the chunk; pc and the chunks seen are found on the way. */
struct reader {
    const struct zm_source *source;
    zm_u32 left, pc;
    zm_u8 error, taking, seen;
};
enum { SEEN_HEADER = 1, SEEN_MEMORY = 2, SEEN_STACK = 4 };

static void fail(struct reader *r, unsigned error)
{
    if (r->error == ZM_ERROR_none)
        r->error = LOW(error);
}

static unsigned get_byte(struct reader *r)
{
    int byte = r->error || r->left == 0 ? -1 : r->source->get(r->source->context);

    if (byte < 0) {
        fail(r, ZM_ERROR_save_truncated);
        return 0;
    }
    r->left--;
    return (unsigned)byte & 0xFFu;
}

static zm_u16 get_word(struct reader *r)
{
    unsigned high = get_byte(r);

    return WORD(high << 8 | get_byte(r));
}

static zm_u32 get_long(struct reader *r)
{
    zm_u32 high = get_word(r);

    return high << 16 | get_word(r);
}

static zm_u32 get_address(struct reader *r)
{
    zm_u32 high = get_byte(r);

    return high << 16 | get_word(r);
}

static void read_header(struct zm *zm, struct reader *r)
{
    unsigned i;

    for (i = 0; i < IDENTITY_BYTES; i++)
        if (get_byte(r) != zm_identity(zm, i))
            fail(r, ZM_ERROR_wrong_story);
    r->pc = get_address(r);
    if (r->pc >= zm->story_size)
        fail(r, ZM_ERROR_wrong_story);
    r->seen |= SEEN_HEADER;
}

/* Differences past the end of the chunk are none (Quetzal 3.5). */
static void read_compressed(struct zm *zm, struct reader *r)
{
    zm_u32 address = 0, run;

    while (r->left && !r->error) {
        unsigned difference = get_byte(r);

        run = difference ? 1 : get_byte(r) + 1;
        if (address + run > zm->dynamic_size)
            fail(r, ZM_ERROR_bad_memory_chunk);
        else if (difference && r->taking)
            zm->dynamic[address] = LOW(difference ^ zm_original(zm, address));
        address += run;
    }
    r->seen |= SEEN_MEMORY;
}

static void read_plain(struct zm *zm, struct reader *r)
{
    zm_u16 address;

    if (r->left != zm->dynamic_size)
        fail(r, ZM_ERROR_bad_memory_chunk);
    for (address = 0; address < zm->dynamic_size && !r->error; address++) {
        zm_u8 byte = LOW(get_byte(r));

        if (r->taking)
            zm->dynamic[address] = byte;
    }
    r->seen |= SEEN_MEMORY;
}

static unsigned count_arguments(unsigned mask)
{
    unsigned count = 0;

    for (; mask; mask >>= 1)
        count++;
    return count;
}

/* One frame onto the stack at *top; below is the index of the frame under it. */
static void read_frame(struct zm *zm, struct reader *r, zm_u16 **top, const zm_u16 *below)
{
    zm_u16 *frame = *top;
    zm_u32 back = get_address(r);
    unsigned flags = get_byte(r), result = get_byte(r), arguments = count_arguments(get_byte(r));
    unsigned locals = flags & 15u, words = get_word(r);
    size_t room = (size_t)(zm->limit - frame);

    if (r->error)
        return;
    if (room < FRAME_WORDS + locals || words > room - FRAME_WORDS - locals || arguments > ARGUMENTS_MAX
        || back >= zm->story_size) {
        fail(r, ZM_ERROR_bad_stack_chunk);
        return;
    }
    words += locals;
    *top += FRAME_WORDS + words;
    if (r->taking) {
        frame[0] = WORD(back);
        frame[1] = WORD(back >> 16 | locals << 8
                        | (flags & DISCARDS ? (unsigned)CALL_DISCARD << 12 : 0u));
        frame[2] = WORD(result | arguments << 8);
        frame[3] = WORD(below - zm->stack);
        zm_take_frame(zm, frame);
        zm->sp = *top;
    }
    for (frame += FRAME_WORDS; words--; frame++) {
        zm_u16 word = get_word(r);

        if (r->taking)
            *frame = word;
    }
}

static void read_stack(struct zm *zm, struct reader *r)
{
    zm_u16 *top = zm->stack, *below = zm->stack, *frame;
    zm_u16 depth = 0;

    while (r->left && !r->error) {
        frame = top;
        read_frame(zm, r, &top, below);
        below = frame;
        depth++;
    }
    if (depth == 0)
        fail(r, ZM_ERROR_bad_stack_chunk);
    if (r->taking)
        zm->depth = WORD(IS_VERSION(zm, 6) ? depth : depth - 1u);
    r->seen |= SEEN_STACK;
}

static void read_chunk(struct zm *zm, struct reader *r, zm_u32 id)
{
    if (id == ID_IFHD && !(r->seen & SEEN_HEADER))
        read_header(zm, r);
    else if (id == ID_CMEM && !(r->seen & SEEN_MEMORY))
        read_compressed(zm, r);
    else if (id == ID_UMEM && !(r->seen & SEEN_MEMORY))
        read_plain(zm, r);
    else if (id == ID_STKS && !(r->seen & SEEN_STACK))
        read_stack(zm, r);
    while (r->left && !r->error)
        (void)get_byte(r);
}

/* Read the chunks of the form; each ends at an even place. */
static void read_form(struct zm *zm, struct reader *r)
{
    zm_u32 form, id, length;

    r->left = 12;
    if (get_long(r) != ID_FORM)
        fail(r, ZM_ERROR_not_quetzal);
    form = get_long(r);
    if (get_long(r) != ID_IFZS)
        fail(r, ZM_ERROR_not_quetzal);
    form = form < 4 ? 0 : form - 4;
    while (form >= 8 && !r->error) {
        r->left = 8;
        id = get_long(r);
        length = get_long(r);
        form -= 8;
        if (length > form)
            fail(r, ZM_ERROR_save_truncated);
        r->left = length;
        read_chunk(zm, r, id);
        form -= length;
        if (length & 1 && form) {
            r->left = 1;
            (void)get_byte(r);
            form--;
        }
    }
}

static unsigned missing_chunk(unsigned seen)
{
    if (!(seen & SEEN_HEADER))
        return ZM_ERROR_save_no_header;
    if (!(seen & SEEN_MEMORY))
        return ZM_ERROR_save_no_memory;
    return seen & SEEN_STACK ? ZM_ERROR_none : ZM_ERROR_save_no_stack;
}

static unsigned read_pass(struct zm *zm, struct reader *r, const struct zm_source *source, int taking)
{
    r->source = source;
    r->error = ZM_ERROR_none;
    r->taking = LOW(taking);
    r->seen = 0;
    r->pc = 0;
    if (source->rewind(source->context))
        return ZM_ERROR_save_truncated;
    read_form(zm, r);
    return r->error ? r->error : missing_chunk(r->seen);
}

unsigned zm_quetzal_read(struct zm *zm, const struct zm_source *source)
{
    struct reader r;
    zm_u8 kept = zm_kept_flags(zm);
    unsigned error = read_pass(zm, &r, source, 0);

    if (error)
        return error;
    zm_restart(zm);
    error = read_pass(zm, &r, source, 1);
    if (error) {
        zm_stop(zm, error, 0);
        return error;
    }
    zm_take_memory(zm, kept);
    zm->ip = zm_go(zm, r.pc);
    zm->state = ZM_SAVE;
    return ZM_ERROR_none;
}
