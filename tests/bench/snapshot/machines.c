/* Golmac: MIT licence, see LICENSE.

   machines N STORY: N machines of one story in one process, each played to its first prompt: what they take of the
   system's memory, beside what their dynamic memory, their stacks and their registers come to. The story's bytes are
   shared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "zmachine.h"

enum { STACK_WORDS = 1024, STORY_MAX = 524288 };

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    return (void)context, (void)opcode, (void)operand, (void)count, (zm_u16)0;
}

/* Bytes of this process that are in memory. */
static double resident(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    long pages = 0;

    if (file) {
        if (fscanf(file, "%*d %ld", &pages) != 1)
            pages = 0;
        fclose(file);
    }
    return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

static zm_u8 *load(const char *path, zm_u32 *size)
{
    FILE *file = fopen(path, "rb");
    zm_u8 *story = malloc(STORY_MAX);

    if (!file || !story)
        return NULL;
    *size = (zm_u32)fread(story, 1, STORY_MAX, file);
    fclose(file);
    return story;
}

/* A machine and its memory in one piece. */
static struct zm *make_machine(const zm_u8 *story, zm_u32 size, size_t bytes)
{
    struct zm *zm = malloc(bytes);
    struct zm_setup setup;

    if (!zm)
        return NULL;
    memset(&setup, 0, sizeof setup);
    setup.story = story;
    setup.story_size = size;
    setup.stack = (zm_u16 *)(zm + 1);
    setup.stack_words = STACK_WORDS;
    setup.dynamic = (zm_u8 *)(setup.stack + STACK_WORDS);
    setup.host.print = print;
    setup.host.perform = perform;
    if (zm_init(zm, &setup) != ZM_ERROR_none)
        return NULL;
    while (zm_run(zm, 10000) == ZM_BUDGET)
        continue;
    return zm;
}

int main(int count, char **words)
{
    long machines = count == 3 ? atol(words[1]) : 0, i;
    zm_u32 size = 0;
    zm_u8 *story = machines > 0 ? load(words[2], &size) : NULL;
    size_t each;
    double before, used;

    if (!story || size < 64)
        return fputs("usage: machines N STORY\n", stderr), 2;
    each = sizeof (struct zm) + STACK_WORDS * sizeof (zm_u16) + zm_dynamic_size(story);
    before = resident();
    for (i = 0; i < machines; i++) {
        struct zm *zm = make_machine(story, size, each);

        if (!zm || zm->state != ZM_NEED_LINE)
            return fprintf(stderr, "machines: machine %ld was not made\n", i), 1;
    }
    used = (resident() - before) / (double)machines;
    printf("%ld machines of one story: %.0f bytes each in memory; its dynamic memory is %u, its stack %u, its "
           "registers %u\n",
           machines, used, (unsigned)zm_dynamic_size(story), (unsigned)(STACK_WORDS * sizeof (zm_u16)),
           (unsigned)sizeof (struct zm));
    if (used <= (double)each * 1.05)
        return 0;
    printf("machines: that is more than their sum, %u\n", (unsigned)each);
    return 1;
}
