/* Golmac: MIT licence, see LICENSE.

   The proof: the machine itself restores the saved game, or says why not. */
#include "frontends/tools/goldump/doctor.h"

struct cursor { struct span bytes; size_t at; };

static int get(void *context)
{
    struct cursor *cursor = context;

    return cursor->at < cursor->bytes.size ? cursor->bytes.at[cursor->at++] : -1;
}

static int go_back(void *context)
{
    ((struct cursor *)context)->at = 0;
    return 0;
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context;
    (void)streams;
    (void)text;
    (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context;
    (void)opcode;
    (void)operand;
    (void)count;
    return 0;
}

const char *doctor_try(struct patient *save, struct span bytes)
{
    enum { STACK_WORDS = 32767 };
    struct dump *dump = save->dump;
    struct zm *zm = ARENA_NEW(dump->arena, struct zm);
    struct cursor cursor = { bytes, 0 };
    struct zm_source source = { &cursor, get, go_back };
    struct zm_setup setup = { .host = { .print = print, .perform = perform }, .story = dump->image.bytes.at,
                              .story_size = (zm_u32)dump->image.bytes.size, .stack_words = STACK_WORDS };
    unsigned error;

    setup.dynamic = arena_alloc(dump->arena, (size_t)zm_dynamic_size(setup.story) + 1);
    setup.stack = ARENA_ARRAY(dump->arena, zm_u16, STACK_WORDS);
    error = zm_init(zm, &setup);
    if (error != ZM_ERROR_none)
        return arena_format(dump->arena, "the story itself does not start: %s", zm_error_text(error));
    error = zm_quetzal_read(zm, &source);
    return error == ZM_ERROR_none ? NULL : zm_error_text(error);
}
