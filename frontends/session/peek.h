/* Golmac: MIT licence, see LICENSE.

   Where a saved game stands, without restoring it into the game that is played. */
#ifndef SESSION_PEEK_H
#define SESSION_PEEK_H

#include <stddef.h>
#include "frontends/host/files.h"
#include "frontends/formats/story.h"

/* Describe a save of the story, at a path that files_path gave: "Cloakroom, score 0, turn 12", as far as its first global
   variables say so (8.2.2; stories by Inform keep to that in later versions, too). Empty if they do not. Returns 0, or -1
   saying why the save cannot be restored. */
int save_peek(const struct files *files, const char *path, const struct story *story, char *text, size_t size,
              struct message *why);

#endif
