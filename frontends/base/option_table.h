/* Golmac: MIT licence, see LICENSE.

   The command line of a program, by a table: a row for each option, whose value goes into a field of the program's own
   struct. Letters may stand together (-mq), an argument may follow its letter at once (-s42) or as the next word; a
   long name takes its argument after = or as the next word; "--" ends the options. A flag takes none, or yes or no
   after =. */
#ifndef BASE_OPTION_TABLE_H
#define BASE_OPTION_TABLE_H

#include "frontends/base/message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* What an option takes; beside it, the type of its field, and the field's value when the option is not given. */
enum option_kind {
    OPTION_FLAG,        /* nothing                                          bool, false */
    OPTION_SWITCH,      /* nothing: a flag whose default depends            long, -1 */
    OPTION_NUMBER,      /* a number from least to greatest                  long, -1 */
    OPTION_TEXT,        /* a text                                           const char *, NULL */
    OPTION_EACH,        /* a text, each time it is given                    no field: the table's take() */
    OPTION_ACTION,      /* as FLAG, and as TEXT, but on the command line only: no config file has them */
    OPTION_ACTION_TEXT
};

struct option {
    char letter;                /* 0: only the long name */
    const char *name;
    enum option_kind kind;
    size_t offset;              /* of its field */
    long least, greatest;       /* of a number */
    const char *argument;       /* what the argument is called; NULL: there is none */
    const char *help;           /* NULL: not listed */
};

struct option_table {
    const struct option *rows;
    size_t count;
    /* Take a word that is no option (option NULL), or the text of an OPTION_EACH. Returns 0, or -1 saying what is
       wrong. */
    int (*take)(void *values, const struct option *option, const char *text, struct message *why);
};

/* Every field as if no option had been given. */
void option_table_reset(const struct option_table *table, void *values);

/* Read a command line over what the values are; words[0] is the program. Texts stay in the words. Returns 0, or -1
   saying what is wrong; then the values before it are set. */
int option_table_read(const struct option_table *table, void *values, int count, char **words, struct message *why);

/* Set the option with this long name, as a line of a config file does. value: its text, which must stay; "": as if the
   option had not been given; NULL: a flag that stands alone. Returns 0, or -1 saying what is wrong. */
int option_table_set(const struct option_table *table, void *values, const char *name, const char *value,
                     struct message *why);

/* Print rows for --help: their help begins at that column. */
void option_table_print(const struct option *rows, size_t count, int column, FILE *file);

/* A row like those, for what is no option: a name, as it is, and from that column on (on a line of its own after a long
   name) what it means, ASCII, in lines no wider than a terminal of 80 columns. And a paragraph with an empty line. */
enum { OPTION_COLUMNS = 79 };
void option_row(FILE *file, const char *name, int column, const char *text);
void option_paragraph(FILE *file, const char *text);

#endif
