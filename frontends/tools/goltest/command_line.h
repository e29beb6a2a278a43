/* Golmac: MIT licence, see LICENSE.

   The command line of goltest, by the table in options.def. */
#ifndef GOLTEST_COMMAND_LINE_H
#define GOLTEST_COMMAND_LINE_H

#include <stdbool.h>
#include "frontends/base/vector.h"
#include "frontends/base/message.h"

struct words { const char **at; int count, capacity; };

typedef bool field_FLAG;
typedef const char *field_TEXT;
typedef struct words field_LIST;

struct command_line {
#define OPTION(letter, name, kind, field, argument, help) field_##kind field;
#include "frontends/tools/goltest/options.def"
    const char *script;     /* NULL: none was given */
    struct words names;     /* of tests, with wildcards */
};

/* Returns 0, or -1 saying what is wrong. Lists live in the arena, texts in the words. */
int command_line_read(struct command_line *line, struct arena *arena, int count, char **words, struct message *why);

/* The options, for --help. */
void command_line_print(void);

#endif
