/* Golmac: MIT licence, see LICENSE.

   The timeline: every turn of a playthrough as a tree. A turn is a stop at which the player was asked for input; it
   knows the command that led there and what was printed since the one before. Going back and doing something else
   makes a branch; nothing is discarded. Between the turns stand the story's own snapshots (@save_undo).

   Each point is kept as a record (record.h), the bytes that a journal keeps of it: its state is the difference from its
   parent's (zm_diff), or, every 64 points and where that is smaller, from the story's own bytes. Only the state where
   the game stands is kept whole. All text is UTF-8. */
#ifndef TIMELINE_TIMELINE_H
#define TIMELINE_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>
#include "frontends/timeline/record.h"

enum { TIMELINE_NAME_MAX = 40 };

struct timeline_point {
    struct record record;           /* points into bytes */
    unsigned char *bytes;           /* owned */
    zm_u32 size;
    zm_u32 parent;                  /* points, by index, here and below; TIMELINE_NONE: none */
    zm_u32 first_child, last_child, next_sibling;
    zm_u32 next;                    /* the child that /redo goes to */
    zm_u32 turn;                    /* its number; TIMELINE_NONE: no turn */
    zm_u32 since_full;              /* differences to apply after the nearest full record */
    bool readable;                  /* no record on the way to its state is missing */
    bool leads_on;                  /* a turn comes after it */
};

struct timeline_branch { char name[TIMELINE_NAME_MAX + 1]; zm_u32 point; };

/* A state: RECORD_STATE_MAX bytes of room, zeros past size. */
struct timeline_state { unsigned char *bytes; zm_u32 size; };

struct timeline {
    struct timeline_point *points;  /* in the order they were made */
    zm_u32 count, room;
    zm_u32 current;                 /* where the game stands; TIMELINE_NONE: nowhere yet */
    zm_u32 turns;                   /* the number of the next turn */
    zm_u32 numbers;                 /* the number of the next record */
    zm_u32 limit;                   /* commands that can be taken back at least; 0: all, and nothing is forgotten */
    zm_u32 forget_at;               /* prune only when there are this many points */
    zm_u32 full_size;               /* bytes of the last full difference */
    struct timeline_branch *branches;
    unsigned branch_count;
    int branch;                     /* the one that grows when a turn is added; -1: none */
    bool taken;                     /* the story has come back to the current point, a TIMELINE_STORY */
    struct timeline_state whole;    /* the state at current */
    struct timeline_state other;    /* the next one, while it is put together */
    struct timeline_state base;     /* the story's own bytes, at their place in a state */
    unsigned char *scratch;         /* room for any difference */
};

/* base: the story's own bytes, where they stand in a state; copied. limit: turns that can be taken back, 0:
   all. Returns 0, or -1 if there is no memory. */
int timeline_init(struct timeline *timeline, const unsigned char *base, zm_u32 base_size, zm_u32 limit);
void timeline_free(struct timeline *timeline);

/* ---- Growing ---- */

struct timeline_entry {
    enum timeline_kind kind;            /* a turn, or TIMELINE_STORY */
    const char *command, *place, *text;
    const unsigned char *state;
    zm_u32 state_size;                  /* at most RECORD_STATE_MAX */
};

/* Add a point after the current one; it is the current one then. 0, or -1 if there is no memory: nothing has changed
   then. */
int timeline_add(struct timeline *timeline, const struct timeline_entry *entry);

/* A record about a point, TIMELINE_MOVE or TIMELINE_NAME, for a journal: *size bytes, allocated, or NULL. */
unsigned char *timeline_remark(struct timeline *timeline, zm_u32 point, enum timeline_kind kind, const char *name,
                               zm_u32 *size);

/* Add what a record of a journal says: they come in the order of their numbers. Returns 0, or -1 if there is no memory,
   or 1 if it makes no sense here: it is passed over. The game stands nowhere until timeline_go, when all are in. */
int timeline_load(struct timeline *timeline, const unsigned char *bytes, zm_u32 size);

/* How many turns cannot be read, because a record that their state needs is missing. */
zm_u32 timeline_unreadable(const struct timeline *timeline);

/* The point where the loaded playthrough stopped: the last turn that can be read; TIMELINE_NONE: there is none. */
zm_u32 timeline_stopped_at(const struct timeline *timeline);

/* ---- timeline_forget.c: where there is no journal ---- */

/* Forget points, if there are far more than the limit asks for. What stays: the line that the game came by, as far back
   as the limit says (but of keys and the story's own snapshots no more than 64 for each command of the limit), lines
   with names, what else is newest, and what the states of those need. */
void timeline_forget(struct timeline *timeline);

/* For timeline_forget: hang the point at index under its parent, which comes before it. */
void timeline_link(struct timeline *timeline, zm_u32 index);

/* ---- Going about ---- */

/* Make a point the current one: timeline->whole is its state then. 0, or -1 with nothing changed: it cannot be read. */
int timeline_go(struct timeline *timeline, zm_u32 point);

/* The state of a point in timeline->other, without going there. 0 or -1. */
int timeline_peek(struct timeline *timeline, zm_u32 point);

/* The point of a turn's number, or TIMELINE_NONE. */
zm_u32 timeline_find_turn(const struct timeline *timeline, zm_u32 turn);

/* The point of the nearest turn that waits for a command, before (direction -1) or after (+1) a point;
   TIMELINE_NONE. */
zm_u32 timeline_step(const struct timeline *timeline, zm_u32 from, int direction);

/* Go to the newest @save_undo on the line that the story has not come back to yet. 0 or -1. */
int timeline_take(struct timeline *timeline);

/* ---- Branches ---- */

/* Give the line that ends at the current point a name, instead of the one it had; cut to TIMELINE_NAME_MAX bytes. 0, or
   -1 if there is no memory. */
int timeline_name(struct timeline *timeline, const char *name);

/* The point where the branch of this name ends, or TIMELINE_NONE. */
zm_u32 timeline_find_branch(const struct timeline *timeline, const char *name);

/* ---- Lists ---- */

/* A turn, as lists show it. The texts stay until the timeline changes. */
struct timeline_turn {
    zm_u32 turn;
    zm_u32 parent;          /* the turn before; TIMELINE_NONE: none that is known */
    enum timeline_kind kind;
    const char *command;    /* what the player typed to get here; "" at the start */
    const char *place;      /* the status line here: "Foyer | Score: 0" */
    const char *text;       /* printed since the turn before, the prompt at its end */
    const char *branch;     /* the name of the branch that ends here, or NULL */
    unsigned level;         /* branches off branches are one level deeper each: 0 but in timeline_list */
    bool is_current;        /* the game stands here */
    bool is_on_line;        /* the game came by here: 0 but in timeline_list */
    bool is_tip;            /* no turn comes after it */
    bool is_readable;       /* it can be gone to: no damage to a journal hides it */
};

/* The turn of this number. 0, or -1 if there is none. */
int timeline_turn(const struct timeline *timeline, zm_u32 turn, struct timeline_turn *out);

/* All turns as a tree is drawn, each after its parent, branches after the turn they leave and before the line they
   leave. Allocated, *count of them; NULL if there are none or no memory. */
struct timeline_turn *timeline_list(const struct timeline *timeline, size_t *count);

/* A turn as a line of a list, with the lines of the tree before it: "| * 12 > take lamp | Cellar | Score: 5". */
void timeline_describe(const struct timeline_turn *turn, char *line, size_t size);

#endif
