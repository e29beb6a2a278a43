/* Golmac: MIT licence, see LICENSE.

   Where nothing keeps the turns but memory, the oldest are forgotten. Points are in the order they were made, which
   says nothing of how near they are: the game may stand on a branch of its second turn. So what must stay is marked,
   point by point, from where the game stands; the others go. */
#include "frontends/timeline/timeline.h"

#include <stdlib.h>

/* Points that are kept for each command of the limit: on all lines together, and at most on the line of the game. Some
   more, so that a story's beginning is not counted. */
enum { POINTS_A_TURN = 2, MOST_A_TURN = 64, SOME_MORE = 64 };

struct keeping { const struct timeline *timeline; unsigned char *keep; zm_u32 kept; };

static void keep(struct keeping *keeping, zm_u32 point)
{
    keeping->kept += !keeping->keep[point];
    keeping->keep[point] = 1;
}

/* With all that its state needs: the points back to the nearest full record. */
static void keep_readable(struct keeping *keeping, zm_u32 point)
{
    const struct timeline_point *points = keeping->timeline->points;

    for (; point != TIMELINE_NONE; point = points[point].parent) {
        keep(keeping, point);
        if (points[point].since_full == 0)
            return;
    }
}

static void keep_line(struct keeping *keeping)
{
    const struct timeline *timeline = keeping->timeline;
    zm_u32 point = timeline->current, before = point, lines = 0;

    for (; point != TIMELINE_NONE && lines <= timeline->limit && keeping->kept / MOST_A_TURN <= timeline->limit;
         point = timeline->points[point].parent) {
        lines += timeline->points[point].record.kind == TIMELINE_LINE;
        keep(keeping, point);
        before = point;
    }
    keep_readable(keeping, before);
}

static void mark(struct keeping *keeping)
{
    const struct timeline *timeline = keeping->timeline;
    zm_u32 wanted = POINTS_A_TURN * timeline->limit + SOME_MORE, i;
    unsigned branch;

    keep_line(keeping);
    for (branch = 0; branch < timeline->branch_count; branch++)
        keep_readable(keeping, timeline->branches[branch].point);
    for (i = timeline->count; i-- > 0 && keeping->kept < wanted;)
        keep_readable(keeping, i);
}

/* What goes where: map[old] is the new place of a point, or TIMELINE_NONE; next[new] is the old place of the child that
   /redo goes to. */
struct moving { zm_u32 *map, *next; };

static zm_u32 moved(const struct moving *moving, zm_u32 old)
{
    return old == TIMELINE_NONE ? TIMELINE_NONE : moving->map[old];
}

/* Free what is not kept, and move together what is. */
static void move_together(struct timeline *timeline, const unsigned char *keep, struct moving *moving)
{
    zm_u32 i, count = 0;

    for (i = 0; i < timeline->count; i++) {
        moving->map[i] = keep[i] ? count : TIMELINE_NONE;
        if (keep[i]) {
            moving->next[count] = timeline->points[i].next;
            timeline->points[count++] = timeline->points[i];
        } else {
            free(timeline->points[i].bytes);
        }
    }
    timeline->count = count;
}

static void link_again(struct timeline *timeline, const struct moving *moving)
{
    unsigned branch;
    zm_u32 i;

    timeline->current = moved(moving, timeline->current);
    for (branch = 0; branch < timeline->branch_count; branch++)
        timeline->branches[branch].point = moved(moving, timeline->branches[branch].point);
    for (i = 0; i < timeline->count; i++) {
        timeline->points[i].parent = moved(moving, timeline->points[i].parent);
        timeline_link(timeline, i);
    }
    for (i = 0; i < timeline->count; i++)
        timeline->points[i].next = moved(moving, moving->next[i]);
}

void timeline_forget(struct timeline *timeline)
{
    struct keeping keeping = { timeline, NULL, 0 };
    struct moving moving;

    if (timeline->limit == 0 || timeline->count < timeline->forget_at
        || timeline->count < 2 * (POINTS_A_TURN * timeline->limit + SOME_MORE))
        return;
    keeping.keep = calloc(timeline->count, 1);
    moving.map = malloc(timeline->count * sizeof *moving.map);
    moving.next = malloc(timeline->count * sizeof *moving.next);
    if (keeping.keep && moving.map && moving.next) { /* else all stays */
        mark(&keeping);
        move_together(timeline, keeping.keep, &moving);
        link_again(timeline, &moving);
        timeline->forget_at = 2 * timeline->count;
    }
    free(keeping.keep);
    free(moving.map);
    free(moving.next);
}
