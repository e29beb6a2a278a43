/* Golmac: MIT licence, see LICENSE.

   The tree of turns as a list. */
#include "frontends/timeline/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS_DRAWN = 12 };

/* The nearest turn at or before a point, or TIMELINE_NONE. */
static zm_u32 turn_at(const struct timeline *timeline, zm_u32 point)
{
    while (point != TIMELINE_NONE && timeline->points[point].turn == TIMELINE_NONE)
        point = timeline->points[point].parent;
    return point;
}

/* The branch that ends at this turn, or at the story's own snapshots after it. */
static const char *branch_name(const struct timeline *timeline, zm_u32 point)
{
    unsigned i;

    for (i = 0; i < timeline->branch_count; i++)
        if (turn_at(timeline, timeline->branches[i].point) == point)
            return timeline->branches[i].name;
    return NULL;
}

static void describe_point(const struct timeline *timeline, zm_u32 index, struct timeline_turn *turn)
{
    const struct timeline_point *point = &timeline->points[index];
    zm_u32 parent = turn_at(timeline, point->parent);

    memset(turn, 0, sizeof *turn);
    turn->turn = point->turn;
    turn->parent = parent == TIMELINE_NONE ? TIMELINE_NONE : timeline->points[parent].turn;
    turn->kind = point->record.kind;
    turn->command = point->record.command;
    turn->place = point->record.place;
    turn->text = point->record.text;
    turn->branch = branch_name(timeline, index);
    turn->is_current = index == turn_at(timeline, timeline->current);
    turn->is_tip = !point->leads_on;
    turn->is_readable = point->readable;
}

int timeline_turn(const struct timeline *timeline, zm_u32 turn, struct timeline_turn *out)
{
    zm_u32 point = timeline_find_turn(timeline, turn);

    if (point == TIMELINE_NONE)
        return -1;
    describe_point(timeline, point, out);
    return 0;
}

/* ---- The walk through the tree ---- */

struct visit { zm_u32 point; unsigned level; };

struct walk {
    const struct timeline *timeline;
    unsigned char *on_line;         /* by point */
    struct visit *waiting;          /* those to visit, the next one last */
    size_t waiting_count;
    struct timeline_turn *turns;
    size_t count;
};

static bool is_shown(const struct timeline_point *point)
{
    return point->turn != TIMELINE_NONE || point->leads_on;
}

static void await(struct walk *walk, zm_u32 point, unsigned level)
{
    walk->waiting[walk->waiting_count].point = point;
    walk->waiting[walk->waiting_count++].level = level;
}

/* Whether more than one turn comes of a point. */
static int goes_on(const struct timeline_point *points, zm_u32 point)
{
    while (points[point].turn == TIMELINE_NONE && points[point].leads_on)
        point = points[point].first_child;
    return points[point].leads_on;
}

/* The child that the line goes on with: the first that was made, but not one that led nowhere. */
static zm_u32 find_main(const struct timeline_point *points, zm_u32 child)
{
    zm_u32 first = TIMELINE_NONE;

    for (; child != TIMELINE_NONE; child = points[child].next_sibling) {
        if (is_shown(&points[child]) && goes_on(points, child))
            return child;
        if (is_shown(&points[child]) && first == TIMELINE_NONE)
            first = child;
    }
    return first;
}

/* The line goes on at its level when all branches have been drawn, so it waits longest. */
static void await_children(struct walk *walk, const struct timeline_point *point, unsigned level)
{
    const struct timeline_point *points = walk->timeline->points;
    zm_u32 child, line = find_main(points, point->first_child);
    size_t first, last;

    if (line != TIMELINE_NONE)
        await(walk, line, level);
    first = walk->waiting_count;
    for (child = point->first_child; child != TIMELINE_NONE; child = points[child].next_sibling)
        if (is_shown(&points[child]) && child != line)
            await(walk, child, level + 1);
    for (last = walk->waiting_count; first + 1 < last; first++) {
        struct visit swapped = walk->waiting[first];

        walk->waiting[first] = walk->waiting[--last];
        walk->waiting[last] = swapped;
    }
}

static void mark_line(struct walk *walk)
{
    zm_u32 point = walk->timeline->current;

    for (; point != TIMELINE_NONE; point = walk->timeline->points[point].parent)
        walk->on_line[point] = 1;
}

static void visit_all(struct walk *walk)
{
    while (walk->waiting_count > 0) {
        struct visit visit = walk->waiting[--walk->waiting_count];
        const struct timeline_point *point = &walk->timeline->points[visit.point];

        if (point->turn != TIMELINE_NONE) {
            struct timeline_turn *turn = &walk->turns[walk->count++];

            describe_point(walk->timeline, visit.point, turn);
            turn->level = visit.level;
            turn->is_on_line = walk->on_line[visit.point];
        }
        await_children(walk, point, visit.level);
    }
}

/* Lines that begin at the start, or where a journal's damage hides what was before. */
static void walk_roots(struct walk *walk)
{
    zm_u32 i;

    for (i = 0; i < walk->timeline->count; i++)
        if (walk->timeline->points[i].parent == TIMELINE_NONE) {
            await(walk, i, 0);
            visit_all(walk);
        }
}

struct timeline_turn *timeline_list(const struct timeline *timeline, size_t *count)
{
    struct walk walk = { timeline, NULL, NULL, 0, NULL, 0 };

    *count = 0;
    if (timeline->count == 0)
        return NULL;
    walk.on_line = calloc(timeline->count, 1);
    walk.waiting = malloc(timeline->count * sizeof *walk.waiting);
    walk.turns = malloc(timeline->count * sizeof *walk.turns);
    if (walk.on_line && walk.waiting && walk.turns) {
        mark_line(&walk);
        walk_roots(&walk);
        *count = walk.count;
    }
    free(walk.on_line);
    free(walk.waiting);
    if (walk.count)
        return walk.turns;
    free(walk.turns);
    return NULL;
}

void timeline_describe(const struct timeline_turn *turn, char *line, size_t size)
{
    char bars[2 * LEVELS_DRAWN + 1];
    unsigned level = turn->level < LEVELS_DRAWN ? turn->level : LEVELS_DRAWN, i;

    for (i = 0; i < level; i++)
        memcpy(bars + 2 * i, "| ", 2);
    bars[2 * level] = 0;
    snprintf(line, size, "%s%c %lu%s%s%s%s%s%s%s%s", bars, turn->is_current ? '*' : ' ', (unsigned long)turn->turn,
             turn->kind == TIMELINE_KEY ? " key" : "", *turn->command ? " > " : "", turn->command,
             *turn->place ? " | " : "", turn->place, turn->branch ? " = " : "", turn->branch ? turn->branch : "",
             turn->is_readable ? "" : " (damaged)");
}
