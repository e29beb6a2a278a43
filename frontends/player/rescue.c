/* Golmac: MIT licence, see LICENSE.

   Saving what a hangup would lose: nothing, if the journal has it; its last turn is this one. There is nobody to tell how that
   went: the save is there, or it is not. */
#include "frontends/player/player.h"
#include "frontends/player/rescue.h"

void rescue_game(struct player *player)
{
    if (player->session && (player->hung_up || (player->interrupted && *player->interrupted)))
        session_rescue(player->session);
}
