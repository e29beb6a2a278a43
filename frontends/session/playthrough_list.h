/* Golmac: MIT licence, see LICENSE.

   The playthroughs that there are of a story: read from their journals, listed, chosen. Each goes by the name of its
   file, without the folder and .journal. */
#ifndef SESSION_PLAYTHROUGH_LIST_H
#define SESSION_PLAYTHROUGH_LIST_H

#include "frontends/session/session_internal.h"

/* A playthrough that has been read. */
struct playthrough {
    struct journal journal;         /* open if it was opened for writing, and can be written */
    struct timeline timeline;
    struct journal_damage damage;
    struct message unwritable;      /* why it can only be read, if it can */
    zm_u32 point;                   /* where it stopped; TIMELINE_NONE: no turn of it can be read */
};

/* Read the playthrough in the journal at path; writing: to go on with it. What comes of it is said as journal_open
   does. Whatever that is, playthrough_close ends it. */
enum journal_opening playthrough_open(struct playthrough *play, struct session *session, const char *path, bool writing,
                               struct message *why);
void playthrough_close(struct playthrough *play);

enum { PLAYTHROUGH_NAME = 256, PLAYTHROUGH_LINE = 700 };

struct playthrough_row {
    char *path;
    char *text;                     /* what was printed last */
    char line[PLAYTHROUGH_LINE];    /* "* cloak-2 (2026-11-21 06:00): turn 12, Foyer | Score: 0"; *: it is played now */
};

struct playthrough_list { struct playthrough_row *row; size_t count; };

/* All of them, the one played last first. 0, or -1 if there is no memory. */
int playthrough_list_open(struct playthrough_list *list, struct session *session);
void playthrough_list_close(struct playthrough_list *list);

/* The path of the playthrough of this name, allocated; NULL: there is none, why. */
char *playthrough_find(struct session *session, const char *name, struct message *why);

/* Have the player choose one from a list. Its path, allocated, goes to then; NULL: none is wanted. */
void playthrough_choose(struct session *session, path_taker *then);

/* What is being chosen will not be. */
void playthrough_drop_list(struct session *session);

#endif
