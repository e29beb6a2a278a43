/* Golmac: MIT licence, see LICENSE.

   The terminal player, as a program sees it. Where ncurses was not found, golmac is built with golmac/no_terminal.c
   instead, which has none and says so. */
#ifndef NCURSES_TERMINAL_H
#define NCURSES_TERMINAL_H

#include <signal.h>
#include <stdbool.h>
#include "frontends/host/settings.h"

/* Whether standard input and output are a terminal that can be painted on, and this build can do it. */
bool terminal_is_usable(void);

/* What this build can do in a terminal: a sentence for --help. */
const char *terminal_summary(void);

/* Play the story that the settings have chosen; without one, those that are chosen from the library. interrupted: set
   to a signal's number by a signal that asks to end. The terminal is left as it was found. Returns the program's exit
   status, the user having been told why if it is no success. */
int terminal_play(struct settings *settings, const char *program, volatile sig_atomic_t *interrupted);

#endif
