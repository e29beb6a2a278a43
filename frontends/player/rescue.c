/* Golmac: MIT licence, see LICENSE.

   Saving what a hangup would lose: nothing, if the journal has it; its last turn is this one. There is nobody to tell how that
   went: the save is there, or it is not. */
#include "frontends/player/player.h"
#include "frontends/player/rescue.h"

#include <stdlib.h>

void rescue_game(struct player *player)
{
    struct session *session = player->session;
    struct message why;
    char name[100], *path;

    if (!session || (journal_is_open(&session->journal) && !session->journal_behind)
        || !(player->hung_up || (player->interrupted && *player->interrupted)))
        return;
    snprintf(name, sizeof name, "%s-hangup.qzl", session->story.name);
    path = files_path(&session->files, name, &why);
    if (path)
        (void)save_write(path, player->zm, &why);
    free(path);
}
