/* Golmac: MIT licence, see LICENSE.

   The plain player, as a program sees it. */
#ifndef PLAIN_PLAY_H
#define PLAIN_PLAY_H

#include <signal.h>
#include "frontends/host/options.h"

/* Play the story of the options on standard input and output. interrupted: set by a signal that asks to end. Returns
   the program's exit status, the user having been told why if it is no success. */
int plain_play(const struct options *options, const char *program, volatile sig_atomic_t *interrupted);

#endif
