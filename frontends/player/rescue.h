/* Golmac: MIT licence, see LICENSE.

   The display has gone while a story was being played (the terminal hung up, the window's system ended): save first. */
#ifndef RESCUE_H
#define RESCUE_H

struct player;

/* If the play ends without the player having been asked: save the game in the save folder as STORY-hangup.qzl. */
void rescue_game(struct player *player);

#endif
