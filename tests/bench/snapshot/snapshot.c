/* Golmac: MIT licence, see LICENSE.

   snapshot STORY...: how many snapshots and restores a second, of each story at its first prompt, beside a plain memcpy of as
   many bytes, in turns; and the difference of two turns. The best of many rounds of each counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "zmachine.h"

enum { STACK_WORDS = 32767, STORY_MAX = 524288, ROUNDS = 400, EACH = 200, KINDS = 4 };
enum kind { COPY, SNAPSHOT, RESTORE, DIFFERENCE };

struct game { struct zm zm; zm_u8 *story, *dynamic, *bytes, *copy, *difference; zm_u16 *stack; zm_u32 size; };

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    return (void)context, (void)opcode, (void)operand, (void)count, (zm_u16)0;
}

static int game_open(struct game *game, const char *path)
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
    setup.dynamic = game->dynamic = malloc(0x10000);
    setup.stack = game->stack = malloc(STACK_WORDS * sizeof *setup.stack);
    setup.stack_words = STACK_WORDS;
    setup.host.print = print;
    setup.host.perform = perform;
    if (!setup.dynamic || !setup.stack || zm_init(&game->zm, &setup) != ZM_ERROR_none)
        return -1;
    while (zm_run(&game->zm, 10000) == ZM_BUDGET)
        continue;
    game->size = zm_snapshot_size(&game->zm);
    game->bytes = malloc(game->size);
    game->copy = malloc(game->size);
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
        if (zm_diff(game->copy, game->size, game->bytes, game->size, game->difference, ZM_DIFF_ROOM(game->size)) > game->size)
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

static void measure(struct game *game)
{
    double best[KINDS] = { 1, 1, 1, 1 };
    int round, kind;

    for (round = 0; round < ROUNDS; round++)
        for (kind = 0; kind < KINDS; kind++) {
            double seconds = seconds_for(game, (enum kind)kind);

            if (seconds < best[kind])
                best[kind] = seconds;
        }
    printf("%5.1f KB  %10.0f snapshots/s  %10.0f restores/s  %10.0f differences/s  %10.0f memcpy/s   of memcpy's time: %.2f, %.2f\n",
           game->zm.dynamic_size / 1024.0, 1 / best[SNAPSHOT], 1 / best[RESTORE], 1 / best[DIFFERENCE], 1 / best[COPY],
           best[SNAPSHOT] / best[COPY], best[RESTORE] / best[COPY]);
}

int main(int count, char **words)
{
    struct game game;
    int i;

    for (i = 1; i < count; i++) {
        if (game_open(&game, words[i]) != 0) {
            fprintf(stderr, "snapshot: %s does not wait for a line\n", words[i]);
            return 1;
        }
        measure(&game);
        free(game.story);
        free(game.dynamic);
        free(game.stack);
        free(game.bytes);
        free(game.copy);
        free(game.difference);
    }
    return 0;
}
