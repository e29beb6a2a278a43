/* Golmac: MIT licence, see LICENSE.

   The command line of goltest. */
#ifndef GOLTEST_COMMAND_LINE_H
#define GOLTEST_COMMAND_LINE_H

#include "frontends/base/message.h"
#include "frontends/base/vector.h"

#include <stdbool.h>

struct words { const char **at; int count, capacity; };

struct command_line {
    struct arena *arena;        /* for the lists; the texts stay in the words */
    const char *script;         /* NULL: none was given */
    struct words names;         /* of tests, with wildcards */
    struct words precommands;
    /* A field for each option; texts that were not given are NULL. */
    const char *game, *interpreter, *check_class, *seed, *width, *transcripts, *coverage, *debug;
    bool list, rem, vital, verbose, tap, strict, bless, no_echo, commands, help, version;
};

/* Returns 0, or -1 saying what is wrong. */
int command_line_read(struct command_line *line, struct arena *arena, int count, char **words, struct message *why);

/* The options, for --help. */
void command_line_print(void);

#endif
