/* Golmac: MIT licence, see LICENSE.

   The player: what every screen frontend shares. It shows a story on a display (display.h) by way of the screen model
   (screen.h), and reads what is typed: lines with all that editing them takes, single keys, timed input, hot keys, the mouse;
   [MORE], looking back and finding, lists, sounds, questions. A frontend calls player_play and does the painting.

   Files, in the order the data meets them: player.c (a play from beginning to end), events.c (what happens at the display,
   and what of it is the same wherever it happens), line.c (lines and keys), editor.c browse.c letters.c complete.c (the line
   being typed), hotkeys.c, look.c (looking back, finding, marking), remarks.c (questions and remarks), list.c scene.c
   (what lies over the screen), sound.c. Tables: keys.def, editor.def, hotkeys.def. */
#ifndef PLAYER_H
#define PLAYER_H

#include <signal.h>
#include "display.h"
#include "frontends/host/session.h"

/* Play the story of the options on the display until it ends: without a story, the one chosen from the library; after it, a
   story file dropped on the display. interrupted: set by a signal that asks to end. Returns how the last play ended;
   after SESSION_FAULT, *why is to be told to the player once the display has been closed ("" if he knows). */
enum session_status player_play(const struct options *options, const char *program, struct display *display,
                                volatile sig_atomic_t *interrupted, struct message *why);

#endif
