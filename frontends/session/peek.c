/* Golmac: MIT licence, see LICENSE.

   A machine of its own reads the save, and is asked. */
#include "frontends/session/peek.h"
#include "frontends/session/save.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { STACK_WORDS = 32767, NAME_UNITS = 64, FLAGS_1 = 1, TIME_GAME = 2 };

static void print_nothing(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform_nothing(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

/* Letters, and no more than a name has: else the variable holds something else. */
static int is_name(const zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < length && text[i] >= ' '; i++)
        continue;
    return length > 1 && length < NAME_UNITS && i == length;
}

/* Where the place stands among the globals: first (8.2.2), but in later versions the library may have one of its own before
   it. -1: nowhere; the first four objects of a story by Inform are classes. Writes its name, and its length. */
static int find_place(struct zm *zm, zm_u16 *name, unsigned *length)
{
    enum { CLASSES = 4 };
    int i, last = zm->version <= 3 ? 0 : 1;

    for (i = 0; i <= last; i++) {
        *length = zm_object_name(zm, zm_global(zm, (unsigned)i), name, NAME_UNITS);
        if (is_name(name, *length) && (zm->version <= 3 || zm_global(zm, (unsigned)i) > CLASSES))
            return i;
    }
    return -1;
}

static void describe(struct zm *zm, char *text, size_t size)
{
    zm_u16 units[NAME_UNITS];
    char name[NAME_UNITS * UTF8_PER_UNIT + 1];
    unsigned length;
    int place = find_place(zm, units, &length), first, second;

    text[0] = 0;
    if (place < 0)
        return;
    name[utf8_encode(name, units, length)] = 0;
    first = (zm_s16)zm_global(zm, (unsigned)place + 1);
    second = (zm_s16)zm_global(zm, (unsigned)place + 2);
    if (zm->version == 3 && zm_byte(zm, FLAGS_1) & TIME_GAME)
        snprintf(text, size, "%s, %d:%02d", name, first, second);
    else if (second >= 0)
        snprintf(text, size, "%s, score %d, turn %d", name, first, second);
    else
        snprintf(text, size, "%s", name);
}

int save_peek(const struct files *files, const char *path, const struct story *story, char *text, size_t size,
              struct message *why)
{
    struct zm *zm = malloc(sizeof *zm);
    struct zm_setup setup;
    int result = -1;

    memset(&setup, 0, sizeof setup);
    setup.host.print = print_nothing;
    setup.host.perform = perform_nothing;
    setup.story = story->code;
    setup.story_size = story->code_size;
    setup.dynamic = malloc((size_t)zm_dynamic_size(setup.story) + 1);
    setup.stack = malloc(STACK_WORDS * sizeof *setup.stack);
    setup.stack_words = STACK_WORDS;
    message_set(why, "there is no memory left");
    if (zm && setup.dynamic && setup.stack && zm_init(zm, &setup) == ZM_ERROR_none)
        result = save_read(files, path, zm, why);
    if (result == 0)
        describe(zm, text, size);
    free(setup.dynamic);
    free(setup.stack);
    free(zm);
    return result;
}
