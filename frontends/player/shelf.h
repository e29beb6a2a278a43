/* Golmac: MIT licence, see LICENSE.

   The library on a display: a list of the stories there are, before any is played. */
#ifndef SHELF_H
#define SHELF_H

#include "frontends/player/player.h"

/* Show the list until a story is chosen, or dropped on the display. Returns its path, allocated; NULL: none, the player has
   left, or *why says what went wrong. */
char *shelf_choose(const struct options *options, struct display *display, volatile sig_atomic_t *interrupted,
                   struct message *why);

#endif
