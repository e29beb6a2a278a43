/* Golmac: MIT licence, see LICENSE.

   The saved games in a folder, and where each of them stands, without restoring it into the game that is played. */
#ifndef SESSION_SAVED_GAMES_H
#define SESSION_SAVED_GAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>
#include "frontends/host/files.h"
#include "frontends/formats/story.h"

struct saved_game {
    char *name;     /* without the folder */
    time_t when;
    bool ours;      /* of the story asked about; else another's */
};

struct saved_games { struct saved_game *saves; size_t count; };

/* Find the saved games in a folder, in the order of their names. A folder that cannot be read has none. Returns 0, or
   -1 if there is no memory. */
int saved_games_open(struct saved_games *games, const char *folder, const struct story *story);
void saved_games_close(struct saved_games *games);

/* A date and time, as lists show it; "" if it is none. */
enum { SAVED_GAMES_DATE = 32 };
void saved_games_date(time_t when, char date[SAVED_GAMES_DATE]);

/* A save as a line: its name, its date, whose it is. */
void saved_games_describe(const struct saved_game *save, char *line, size_t size);

/* Describe a save of the story, at a path that files_path gave: "Cloakroom, score 0, turn 12", as far as its first
   global variables say so (8.2.2; stories by Inform keep to that in later versions, too). Empty if they do not.
   Returns 0, or -1 saying why the save cannot be restored. */
int saved_games_peek(const struct files *files, const char *path, const struct story *story, char *text, size_t size,
              struct message *why);

#endif
