/* Golmac: MIT licence, see LICENSE.

   Which routines and lines of a story its tests have reached: instructions are counted as they are executed, and
   gameinfo.dbg says which line each begins. A line's count is that of its statement executed most often; a routine's,
   that of its first instruction. What the compiler added by itself is left out. */
#ifndef GOLTEST_COVERAGE_H
#define GOLTEST_COVERAGE_H

#include "frontends/formats/places.h"
#include "frontends/formats/story.h"

struct coverage {
    struct arena *arena;
    const char *story;          /* its path */
    const char *debug;          /* the debug file's */
    struct span bytes;          /* the story as its file has it */
    uint32_t *counts;           /* of each of its bytes: how often an instruction there was executed */
    struct places places;
};

struct coverage_sum { int routines, routines_reached, lines, lines_reached; };

/* Begin to count. debug: the debug file; NULL: gameinfo.dbg beside the story. Returns 0, or -1 saying why not.
   Everything lives in the arena. */
int coverage_open(struct coverage *coverage, struct arena *arena, const struct story *story, const char *debug,
                  struct message *why);

/* Whether this is the story whose instructions are counted. */
bool coverage_is_of(const struct coverage *coverage, const struct story *story);

/* coverage: struct coverage. The instruction at an address is about to be executed. */
void coverage_count(void *coverage, zm_u32 address);

/* What has been reached of one source file, or, with -1, of all. */
struct coverage_sum coverage_sum(const struct coverage *coverage, int file);

/* Write it to a file: as a tracefile of lcov if its name ends with ".info", else as text. Returns 0, or -1 saying why
   not. */
int coverage_write(const struct coverage *coverage, const char *path, struct message *why);

#endif
