/* Golmac: MIT licence, see LICENSE.

   Where things are kept of a story between plays, besides saves. Under $XDG_DATA_HOME/golmac:

     transcripts/STORY/      a transcript of every play (auto_transcript.h)
     played/STORY/path       where the story was played from; changed last when it was last played
     played/STORY/commands   the commands typed (history.h)
     played/STORY/notes.txt  the player's notes

   STORY is the file's name, release and serial number: cloak-1-061127. */
#ifndef HOST_STORY_DATA_H
#define HOST_STORY_DATA_H

#include <time.h>
#include "frontends/formats/story.h"

/* The path of kind/STORY/file under the data folder, allocated; NULL if there is no memory. The folders need not be
   there. */
char *story_data_path(const struct story *story, const char *kind, const char *file);

/* Note that the story is being played now. A folder that cannot be written is no mistake: the library then does not
   know. */
void story_data_played(const struct story *story);

/* When the story was last played; 0: never. */
time_t story_data_last_played(const struct story *story);

#endif
