/* Golmac: MIT licence, see LICENSE.

   The command line of a player, by the table in options.def. */
#ifndef HOST_OPTIONS_H
#define HOST_OPTIONS_H

#include <stdio.h>
#include "message.h"

typedef long option_FLAG;
typedef long option_NUMBER;
typedef const char *option_TEXT;

/* A field for each row. Numbers that were not given are -1, texts NULL, flags 0. */
struct options {
#define OPTION(letter, name, kind, field, least, greatest, argument, help) option_##kind field;
#include "options.def"
    const char *story;  /* what stands beside the options; NULL: nothing */
};

/* Read the command line. Returns 0, or -1 saying what is wrong with it. */
int options_read(struct options *options, int count, char **words, struct message *why);

/* The list of options for --help. */
void options_print(FILE *file);

#endif
