/* Golmac: MIT licence, see LICENSE.

   Looking back, finding, marking, copying: the keys of scrollback_keys.def and the mouse mean this whatever mode the
   player is in. And the hot keys (hotkeys.def). */
#ifndef SCROLLBACK_H
#define SCROLLBACK_H

#include "frontends/player/modes.h"

/* Take a stroke that looks back, finds, marks or copies. Returns whether it was one. */
bool scrollback_stroke(struct player *player, const struct stroke *stroke);

/* The same while text is looked for, and only what that takes. */
bool scrollback_find_stroke(struct player *player, const struct stroke *stroke);

void scrollback_wheel(struct player *player, int lines);
void scrollback_drag(struct player *player, const struct event *event);

/* Back to where the story is; nothing is marked, nothing looked for. */
void scrollback_leave(struct player *player);

/* Show in the last row what is looked for, or how far back the view is. Returns whether it is either. */
bool scrollback_tell(struct player *player);
void scrollback_tell_search(struct player *player, const char *what, const zm_u16 *needle, unsigned length,
                            bool failing);

/* Row number of scrollback_keys.def; NULL: it does what another row does. */
unsigned scrollback_rows(void);
const char *scrollback_help(unsigned row, unsigned *key, unsigned *modifiers);

/* hotkeys.c: have the command of a hot key in player->command, once it has been confirmed and its argument been asked
   for. Returns whether the stroke was a hot key. */
bool hotkey_take(struct player *player, const struct stroke *stroke);

#endif
