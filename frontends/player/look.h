/* Golmac: MIT licence, see LICENSE.

   Keys that mean the same everywhere (look.def): looking back, finding, marking, copying. And the hot keys (hotkeys.def). */
#ifndef LOOK_H
#define LOOK_H

#include "frontends/player/strokes.h"

struct player;

/* A stroke while the player waits for another: looking back and finding take theirs. Returns 1 if it was one. */
int look_stroke(struct player *player, const struct stroke *stroke);

/* Only what finding takes, when it is going on. Returns 1 if it was that. */
int look_find_stroke(struct player *player, const struct stroke *stroke);

void look_wheel(struct player *player, int lines);
void look_press(struct player *player, const struct stroke *stroke);
void look_drag(struct player *player, const struct event *event);

/* Back to where the story is; nothing is marked, nothing looked for. */
void look_up(struct player *player);

/* Show in the last row what is going on: a search, how far back the view is, or the player's own message. */
void look_tell(struct player *player);

/* The command of a hot key, asking for its argument, in player->command. Returns 0 if it is none. */
int look_hotkey(struct player *player, const struct stroke *stroke);

#endif
