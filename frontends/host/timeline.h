/* Golmac: MIT licence, see LICENSE.

   The timeline: every turn of a playthrough as a tree. A turn is a stop at which the player was asked for input; it
   knows the command that led there and what was printed since the one before. Going back and doing something else
   makes a branch; nothing is discarded. Between the turns stand the story's own snapshots (@save_undo).

   Each point is kept as a record, the bytes that a journal (journal.h) keeps of it: its state is the difference from
   its parent's, XORed and run-length coded (zm_diff), or, every 64 points and where that is smaller, from the story's own
   bytes. The format is in saves/README.md. Where the game stands is kept whole. All text is UTF-8. */
#ifndef HOST_TIMELINE_H
#define HOST_TIMELINE_H

#include <stddef.h>
#include "zmachine.h"

/* No point, no turn, no record. */
#define TIMELINE_NONE 0xFFFFFFFFu

enum timeline_kind {
    TIMELINE_LINE,  /* a turn: the machine waits for a command */
    TIMELINE_KEY,   /* a turn: the machine waits for a key */
    TIMELINE_STORY, /* the machine waits for the result of @save_undo */
    TIMELINE_MOVE,  /* a record only: the player went to the parent */
    TIMELINE_NAME,  /* a record only: the branch that the parent stands at the end of has this name from now on */
    TIMELINE_KINDS
};

/* The longest state: the screen's (moment.h), the snapshot's registers, dynamic memory, stack. */
enum { TIMELINE_STATE_MAX = 1 << 18, TIMELINE_TEXT_MAX = 16000, TIMELINE_NAME_MAX = 40 };

struct timeline_bytes { unsigned char *at; zm_u32 size, room; };

struct timeline_point {
    unsigned char *record;          /* owned; what follows points into it */
    zm_u32 record_size;
    const char *command;            /* what the player typed to get here; "" for keys that are none, and the start */
    const char *place;              /* the status line here: "Foyer | Score: 0" */
    const char *text;               /* printed since the turn before */
    const unsigned char *difference;
    zm_u32 difference_size, state_size;
    zm_u32 number;                  /* of the record, in the journal */
    zm_u32 parent;                  /* points, by index, here and below; TIMELINE_NONE: none */
    zm_u32 first_child, last_child, next_sibling;
    zm_u32 next;                    /* the child that /redo goes to */
    zm_u32 turn;                    /* its number; TIMELINE_NONE: no turn */
    zm_u32 since_full;              /* differences to apply from the nearest full record on */
    unsigned char kind, full, readable;
    unsigned char undone;           /* the story has come back to the parent, a TIMELINE_STORY: not again from here */
};

struct timeline_branch { char name[TIMELINE_NAME_MAX + 1]; zm_u32 point; };

struct timeline {
    struct timeline_point *points;  /* in the order they were made */
    zm_u32 count, room;
    zm_u32 current;                 /* where the game stands, whole; TIMELINE_NONE: nowhere yet */
    zm_u32 last_turn;               /* the newest turn that was played to, or gone to */
    zm_u32 turns;                   /* numbers given to turns: the next one's */
    zm_u32 numbers;                 /* numbers given to records: the next one's */
    zm_u32 keep;                    /* points kept at least; 0: all. The oldest are forgotten */
    struct timeline_branch *branches;
    unsigned branch_count, branch;  /* branch_count: the current line has no name */
    int taken;                      /* the story has come back to the current point */
    struct timeline_bytes whole;    /* the state at current */
    struct timeline_bytes base;     /* the story's own bytes, at their place in a state */
    struct timeline_bytes scratch;  /* for differences */
};

/* A turn, as lists show it. The texts stay until the timeline changes. */
struct timeline_turn {
    zm_u32 turn, parent;            /* numbers; TIMELINE_NONE: no parent that is known */
    enum timeline_kind kind;
    const char *command, *place, *text;
    const char *branch;             /* the name of the branch that ends here, or NULL */
    int level;                      /* in timeline_list: branches off branches are one level deeper each */
    int is_current;                 /* the game stands here */
    int is_on_line;                 /* the game came by here */
    int is_tip;                     /* no turn comes after it */
    int is_readable;                /* it can be gone to: no damage to a journal hides it */
};

/* base: the story's own bytes, where they stand in a state (moment_base); copied. keep: turns that can be taken back if
   there is no journal, 0: all. Returns 0, or -1 if there is no memory. */
int timeline_init(struct timeline *timeline, const unsigned char *base, zm_u32 base_size, zm_u32 keep);
void timeline_free(struct timeline *timeline);

/* ---- Growing ---- */

struct timeline_entry {
    enum timeline_kind kind;
    const char *command, *place, *text; /* cut to what a record holds */
    const unsigned char *state;
    zm_u32 state_size;
};

/* Add a point after the current one; it is the current one then. Its record is points[current].record. 0, or -1 if
   there is no memory: nothing has changed then. */
int timeline_add(struct timeline *timeline, const struct timeline_entry *entry);

/* Add what a record of a journal says. Returns 0, or -1 if there is no memory, or 1 if it makes no sense here: it is passed over.
   The state is not made whole: timeline_go does that when all are in. */
int timeline_load(struct timeline *timeline, const unsigned char *record, zm_u32 size);

/* After the last record: how many points cannot be read because records are missing. */
zm_u32 timeline_unreadable(const struct timeline *timeline);

/* Where the loaded playthrough stopped: the last turn that can be read; TIMELINE_NONE: there is none. */
zm_u32 timeline_stopped_at(const struct timeline *timeline);

/* ---- Going about ---- */

/* Make a point the current one, by its index: timeline->whole is its state then. 0, or -1 with nothing changed: it cannot
   be read. */
int timeline_go(struct timeline *timeline, zm_u32 point);

/* The point of a turn's number, or TIMELINE_NONE. */
zm_u32 timeline_find_turn(const struct timeline *timeline, zm_u32 turn);

/* The point of the nearest turn that waits for a command, before (direction -1) or after (+1) a point; TIMELINE_NONE. */
zm_u32 timeline_step(const struct timeline *timeline, zm_u32 from, int direction);

/* Go to the newest @save_undo on the line that the story has not come back to yet. 0 or -1. */
int timeline_take(struct timeline *timeline);

/* ---- Branches ---- */

/* Give the line that ends at the current point a name, in place of an older one. 0, or -1 if there is no memory. */
int timeline_name(struct timeline *timeline, const char *name);

/* The point where the branch of this name ends, or TIMELINE_NONE. */
zm_u32 timeline_find_branch(const struct timeline *timeline, const char *name);

/* Records of TIMELINE_MOVE and TIMELINE_NAME about the current point, for a journal: size bytes, allocated, or NULL. */
unsigned char *timeline_move_record(struct timeline *timeline, zm_u32 *size);
unsigned char *timeline_name_record(struct timeline *timeline, const char *name, zm_u32 *size);

/* ---- Lists ---- */

/* The turn of this number. 0, or -1 if there is none. */
int timeline_turn(const struct timeline *timeline, zm_u32 turn, struct timeline_turn *out);

/* All turns as a tree is drawn, each after its parent, branches after the turn they leave and before the line they leave.
   Allocated, *count of them; NULL if there are none or no memory. */
struct timeline_turn *timeline_list(const struct timeline *timeline, size_t *count);

/* A turn as a line of a list: "  12 > take lamp      Cellar | Score: 5", with the tree's lines before it. */
void timeline_describe(const struct timeline_turn *turn, char *line, size_t size);

#endif
