/* Golmac: MIT licence, see LICENSE.

   The options of a player, by the table in options.def: on the command line and in the config file (config.h). */
#ifndef HOST_OPTIONS_H
#define HOST_OPTIONS_H

#include "frontends/base/message.h"

#include <stdbool.h>
#include <stdio.h>

typedef bool option_FLAG;
typedef long option_SWITCH;
typedef long option_NUMBER;
typedef const char *option_TEXT;
typedef bool option_ACTION;
typedef const char *option_ACTION_TEXT;

/* A field for each row. Numbers and switches that were not given are -1, texts NULL, flags and actions false. */
struct options {
#define OPTION(letter, name, kind, field, least, greatest, argument, help) option_##kind field;
#include "frontends/host/options.def"
    const char *story;  /* what stands beside the options; NULL: nothing */
    const char *complaints; /* what the config file holds that means nothing: lines, for the player to be told when
                               the play begins; NULL: nothing */
};

/* Everything as if nothing had been given. */
void options_default(struct options *options);

/* Read the command line over what the options are: what it does not give stays. Returns 0, or -1 saying what is wrong
   with it. */
int options_override(struct options *options, int count, char **words, struct message *why);

/* Set the option with this long name, as a line of the config file does. value: its text, which must stay; "": as if
   the option had not been given; NULL: a flag that stands alone. Returns 0, or -1 saying what is wrong. */
int options_set(struct options *options, const char *name, const char *value, struct message *why);

/* The list of options for --help. */
void options_print(FILE *file);

#endif
