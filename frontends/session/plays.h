/* Golmac: MIT licence, see LICENSE.

   The playthroughs that there are of a story: read from their journals, listed, chosen. Each goes by the name of its file,
   without the folder and .journal. */
#ifndef SESSION_PLAYS_H
#define SESSION_PLAYS_H

#include "frontends/session/session_internal.h"

/* A playthrough that has been read. */
struct play {
    struct journal journal;         /* open if it was opened for writing, and can be written */
    struct timeline timeline;
    struct journal_damage damage;
    struct message unwritable;      /* why it can only be read, if it can */
    zm_u32 point;                   /* where it stopped; TIMELINE_NONE: no turn of it can be read */
};

/* Read the playthrough in the journal at path; writing: to go on with it. What comes of it is said as journal_open does.
   Whatever that is, play_close ends it. */
enum journal_opening play_open(struct play *play, struct session *session, const char *path, int writing,
                               struct message *why);
void play_close(struct play *play);

/* What the journals of the session's story begin with. */
const struct journal_story *plays_story(struct session *session);

enum { PLAY_NAME = 256, PLAY_LINE = 700 };

struct play_row {
    char *path;
    char *text;             /* what was printed last */
    char line[PLAY_LINE];   /* "* cloak-2 (2026-11-21 06:00): turn 12, Foyer | Score: 0", the star for the session's own */
};

struct plays { struct play_row *row; size_t count; };

/* All of them, the one played last first. 0, or -1 if there is no memory. */
int plays_open(struct plays *plays, struct session *session);
void plays_close(struct plays *plays);

/* The path of the playthrough of this name, allocated; NULL: there is none, why. */
char *plays_find(struct session *session, const char *name, struct message *why);

/* Have the player choose one from a list. Its path, allocated, goes to then; NULL: none is wanted. */
void plays_choose(struct session *session, path_taker *then);

/* What is being chosen will not be. */
void plays_drop(struct session *session);

#endif
