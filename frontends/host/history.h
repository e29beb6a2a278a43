/* Golmac: MIT licence, see LICENSE.

   Undo: a line of snapshots, of which one is whole (where the game stands) and each other is kept as its difference
   from its neighbour: XOR, run-length coded. A difference leads either way, so going forward again costs nothing more.
   Two kinds of snapshots share the line: those the story made (@save_undo) and those made before each turn. */
#ifndef HOST_HISTORY_H
#define HOST_HISTORY_H

#include "zmachine.h"

enum history_kind {
    HISTORY_TURN,   /* the machine waits for a command */
    HISTORY_STORY,  /* the machine waits for the result of @save_undo */
    HISTORY_SPENT   /* was HISTORY_STORY, and the story went back to it: not again */
};

struct history_step {   /* from one snapshot to the next */
    unsigned char *difference;
    zm_u32 size;        /* bytes of the difference */
    zm_u32 older, newer;/* bytes of the two snapshots */
};

struct history {
    struct history_step *steps; /* steps[i] leads from snapshot i to i + 1 */
    unsigned char *kinds;       /* enum history_kind of snapshot i */
    unsigned limit;             /* turns that can be taken back */
    unsigned room;              /* snapshots kept at most: each turn may have one of the story's, too */
    unsigned count, current;    /* snapshots; the one that is whole */
    unsigned turns;             /* snapshots that are HISTORY_TURN */
    unsigned char *whole;
    zm_u32 whole_size, whole_room;
};

/* limit: turns that can be taken back; 0: nothing is kept. Returns 0, or -1 if there is no memory. */
int history_init(struct history *history, unsigned limit);
void history_free(struct history *history);

/* Append a snapshot after the current one; those that came after it are forgotten, and the oldest if there is no
   room. It is then the current one. Returns 0, or -1 if there is no memory or history keeps nothing. */
int history_push(struct history *history, enum history_kind kind, const unsigned char *bytes, zm_u32 size);

/* Make the nearest snapshot of this kind before (direction -1) or after (+1) the current one the current one.
   Returns 0, or -1 if there is none. */
int history_go(struct history *history, enum history_kind kind, int direction);

/* Make the newest @save_undo snapshot, the current one counts, the current one, and mark it spent. 0 or -1. */
int history_take(struct history *history);

#endif
