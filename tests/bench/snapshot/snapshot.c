/* Golmac: MIT licence, see LICENSE.

   snapshot STORY...: how many snapshots and restores a second, of each story at its first prompt, beside a plain memcpy
   of as many bytes, in turns; and the difference of two turns. The best of many rounds of each counts, and as memcpy
   itself is up to a fifth slower between some addresses than between others, the mean of several places of the
   memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "zmachine.h"

enum { STACK_WORDS = 32767, STORY_MAX = 524288, ROUNDS = 60, EACH = 200, PLACES = 8, KINDS = 4 };
enum kind { COPY, SNAPSHOT, RESTORE, DIFFERENCE };

struct game { struct zm zm; zm_u8 *story, *dynamic, *bytes, *copy, *difference; zm_u16 *stack; zm_u32 size; };

/* The three pieces of memory that are copied between are moved against each other, by as little as malloc would. */
static zm_u8 *allot(size_t size, size_t shift)
{
    zm_u8 *bytes = malloc(size + shift);

    return bytes ? bytes + shift : NULL;
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    return (void)context, (void)opcode, (void)operand, (void)count, (zm_u16)0;
}

static int game_open(struct game *game, const char *path, size_t place)
{
    struct zm_setup setup;
    FILE *file = fopen(path, "rb");

    memset(game, 0, sizeof *game);
    memset(&setup, 0, sizeof setup);
    game->story = malloc(STORY_MAX);
    if (!file || !game->story)
        return -1;
    setup.story = game->story;
    setup.story_size = (zm_u32)fread(game->story, 1, STORY_MAX, file);
    fclose(file);
    setup.dynamic = game->dynamic = allot(0x10000, 16 * place);
    setup.stack = game->stack = malloc(STACK_WORDS * sizeof *setup.stack);
    setup.stack_words = STACK_WORDS;
    setup.host.print = print;
    setup.host.perform = perform;
    if (!setup.dynamic || !setup.stack || zm_init(&game->zm, &setup) != ZM_ERROR_none)
        return -1;
    while (zm_run(&game->zm, 10000) == ZM_BUDGET)
        continue;
    game->size = zm_snapshot_size(&game->zm);
    game->bytes = allot(game->size, 48 * place);
    game->copy = allot(game->size, 112 * place);
    game->difference = malloc(ZM_DIFF_ROOM(game->size));
    return game->bytes && game->copy && game->difference && game->zm.state == ZM_NEED_LINE ? 0 : -1;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The compiler must not see that nothing comes of it. */
static void touch(const void *bytes)
{
    __asm__ volatile("" : : "r"(bytes) : "memory");
}

static void do_one(struct game *game, enum kind kind)
{
    switch (kind) {
    case COPY:
        memcpy(game->copy, game->bytes, game->size);
        break;
    case SNAPSHOT:
        if (zm_snapshot(&game->zm, game->bytes, game->size) != game->size)
            abort();
        break;
    case RESTORE:
        if (zm_restore(&game->zm, game->bytes, game->size) != ZM_ERROR_none)
            abort();
        break;
    case DIFFERENCE:
        if (zm_diff(game->copy, game->size, game->bytes, game->size, game->difference, ZM_DIFF_ROOM(game->size))
            > game->size)
            abort();
        break;
    }
    touch(game->copy);
}

static double seconds_for(struct game *game, enum kind kind)
{
    double start = now();
    int i;

    for (i = 0; i < EACH; i++)
        do_one(game, kind);
    return (now() - start) / EACH;
}

static void game_close(struct game *game, size_t place)
{
    free(game->story);
    free(game->dynamic - 16 * place);
    free(game->stack);
    free(game->bytes - 48 * place);
    free(game->copy - 112 * place);
    free(game->difference);
}

/* Adds the best of many rounds to the seconds of each kind. */
static void measure(struct game *game, double *seconds)
{
    double best[KINDS] = { 1, 1, 1, 1 };
    int round, kind;

    for (round = 0; round < ROUNDS; round++)
        for (kind = 0; kind < KINDS; kind++) {
            double one = seconds_for(game, (enum kind)kind);

            if (one < best[kind])
                best[kind] = one;
        }
    for (kind = 0; kind < KINDS; kind++)
        seconds[kind] += best[kind] / PLACES;
}

static int report(const char *path)
{
    double seconds[KINDS] = { 0, 0, 0, 0 };
    struct game game;
    size_t place;

    for (place = 0; place < PLACES; place++) {
        if (game_open(&game, path, place) != 0)
            return fprintf(stderr, "snapshot: %s does not wait for a line\n", path), 1;
        measure(&game, seconds);
        game_close(&game, place);
    }
    printf("%5.1f KB  %10.0f snapshots/s  %10.0f restores/s  %10.0f differences/s  %10.0f memcpy/s   of memcpy's time: "
           "%.2f, %.2f\n",
           game.zm.dynamic_size / 1024.0, 1 / seconds[SNAPSHOT], 1 / seconds[RESTORE], 1 / seconds[DIFFERENCE],
           1 / seconds[COPY], seconds[SNAPSHOT] / seconds[COPY], seconds[RESTORE] / seconds[COPY]);
    return 0;
}

int main(int count, char **words)
{
    int i;

    for (i = 1; i < count; i++)
        if (report(words[i]) != 0)
            return 1;
    return 0;
}
