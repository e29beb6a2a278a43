/* Golmac: MIT licence, see LICENSE.

   Stories on a display, one after another. */
#ifndef PLAYING_H
#define PLAYING_H

#include <signal.h>
#include "frontends/host/settings.h"
#include "frontends/player/display.h"
#include "frontends/session/session.h"

/* Play the story that the settings have chosen on the display until it ends, and after it a story file dropped there;
   without a story those that are chosen from the library. interrupted: set by a signal that asks to end. Returns how the last
   play ended; after SESSION_FAULT, *why is to be told to the user once the display has been closed; "": he has read it. */
enum session_status player_play(struct settings *settings, const char *program, struct display *display,
                                volatile sig_atomic_t *interrupted, struct message *why);

#endif
