/* Golmac: MIT licence, see LICENSE.

   The tree of turns: how it grows, and how the states in it come back. */
#include "frontends/timeline/timeline.h"

#include <stdlib.h>
#include <string.h>

/* A full record at least every so many points. */
enum { FULL_EVERY = 64 };

static int state_init(struct timeline_state *state)
{
    state->bytes = calloc(RECORD_STATE_MAX, 1);
    state->size = 0;
    return state->bytes ? 0 : -1;
}

static void state_set(struct timeline_state *state, const unsigned char *bytes, zm_u32 size)
{
    memcpy(state->bytes, bytes, size);
    if (size < state->size)
        memset(state->bytes + size, 0, state->size - size);
    state->size = size;
}

int timeline_init(struct timeline *timeline, const unsigned char *base, zm_u32 base_size, zm_u32 limit)
{
    memset(timeline, 0, sizeof *timeline);
    timeline->current = TIMELINE_NONE;
    timeline->branch = -1;
    timeline->limit = limit;
    timeline->full_size = TIMELINE_NONE;
    timeline->scratch = malloc(ZM_DIFF_ROOM(RECORD_STATE_MAX));
    if (base_size > RECORD_STATE_MAX || !timeline->scratch || state_init(&timeline->whole) != 0
        || state_init(&timeline->other) != 0 || state_init(&timeline->base) != 0) {
        timeline_free(timeline);
        return -1;
    }
    state_set(&timeline->base, base, base_size);
    return 0;
}

void timeline_free(struct timeline *timeline)
{
    zm_u32 i;

    for (i = 0; i < timeline->count; i++)
        free(timeline->points[i].bytes);
    free(timeline->points);
    free(timeline->branches);
    free(timeline->whole.bytes);
    free(timeline->other.bytes);
    free(timeline->base.bytes);
    free(timeline->scratch);
    memset(timeline, 0, sizeof *timeline);
}

/* ---- The tree ---- */

/* The oldest point that has come to be a turn's ancestor knows that a turn comes after it, and so do those between. */
static void mark_way(struct timeline *timeline, zm_u32 parent)
{
    for (; parent != TIMELINE_NONE && !timeline->points[parent].leads_on; parent = timeline->points[parent].parent)
        timeline->points[parent].leads_on = true;
}

void timeline_link(struct timeline *timeline, zm_u32 index)
{
    struct timeline_point *point = &timeline->points[index], *parent;

    point->first_child = point->last_child = point->next_sibling = point->next = TIMELINE_NONE;
    point->leads_on = false;
    point->since_full = 0;
    point->readable = (point->record.flags & RECORD_FULL) != 0;
    if (point->parent != TIMELINE_NONE) {
        parent = &timeline->points[point->parent];
        if (parent->last_child == TIMELINE_NONE)
            parent->first_child = index;
        else
            timeline->points[parent->last_child].next_sibling = index;
        parent->last_child = parent->next = index;
        if (!(point->record.flags & RECORD_FULL)) {
            point->since_full = parent->since_full + 1;
            point->readable = parent->readable;
        }
    }
    if (point->record.kind < TIMELINE_STORY)
        mark_way(timeline, point->parent);
}

static int reserve_point(struct timeline *timeline)
{
    zm_u32 room = timeline->room ? 2 * timeline->room : 64;
    struct timeline_point *larger;

    if (timeline->count < timeline->room)
        return 0;
    larger = realloc(timeline->points, room * sizeof *larger);
    if (!larger)
        return -1;
    timeline->points = larger;
    timeline->room = room;
    return 0;
}

/* Make the record's bytes, which are the timeline's from now on, a point. Room for it has been made. */
static void append_point(struct timeline *timeline, const struct record *record, unsigned char *bytes, zm_u32 size,
                         zm_u32 parent)
{
    struct timeline_point *point = &timeline->points[timeline->count];

    memset(point, 0, sizeof *point);
    point->record = *record;
    point->bytes = bytes;
    point->size = size;
    point->parent = parent;
    point->turn = record->kind < TIMELINE_STORY ? timeline->turns++ : TIMELINE_NONE;
    timeline_link(timeline, timeline->count);
    if (timeline->branch >= 0)
        timeline->branches[timeline->branch].point = timeline->count;
    if (record->flags & RECORD_FULL)
        timeline->full_size = record->difference_size;
    timeline->numbers = record->number + 1;
    timeline->current = timeline->count++;
    timeline->taken = false;
}

/* ---- Adding ---- */

/* The smaller difference, into scratch: from the parent's state, or from the story's own bytes. */
static zm_u32 encode(struct timeline *timeline, const struct timeline_entry *entry, unsigned *flags)
{
    const struct timeline_state *whole = &timeline->whole, *base = &timeline->base;
    zm_u32 room = ZM_DIFF_ROOM(RECORD_STATE_MAX), size, full;

    if (timeline->current != TIMELINE_NONE && timeline->points[timeline->current].since_full + 1 < FULL_EVERY) {
        size = zm_diff(whole->bytes, whole->size, entry->state, entry->state_size, timeline->scratch, room);
        if (size <= timeline->full_size)
            return size;
        full = zm_diff(base->bytes, base->size, entry->state, entry->state_size, timeline->scratch, room);
        if (full >= size) /* so it is the parent's after all */
            return zm_diff(whole->bytes, whole->size, entry->state, entry->state_size, timeline->scratch, room);
        *flags |= RECORD_FULL;
        return full;
    }
    *flags |= RECORD_FULL;
    return zm_diff(base->bytes, base->size, entry->state, entry->state_size, timeline->scratch, room);
}

int timeline_add(struct timeline *timeline, const struct timeline_entry *entry)
{
    struct record record;
    unsigned char *bytes;
    zm_u32 size, parent = timeline->current;

    if (entry->state_size == 0 || entry->state_size > RECORD_STATE_MAX || reserve_point(timeline) != 0)
        return -1;
    memset(&record, 0, sizeof record);
    record.number = timeline->numbers;
    record.parent = parent == TIMELINE_NONE ? TIMELINE_NONE : timeline->points[parent].record.number;
    record.kind = entry->kind;
    record.flags = timeline->taken ? RECORD_UNDONE : 0;
    record.state_size = entry->state_size;
    record.command = entry->command;
    record.place = entry->place;
    record.text = entry->text;
    record.difference_size = encode(timeline, entry, &record.flags);
    record.difference = timeline->scratch;
    bytes = record_write(&record, &size);
    if (!bytes)
        return -1;
    (void)record_read(&record, bytes, size); /* what was written can be read */
    append_point(timeline, &record, bytes, size, parent);
    state_set(&timeline->whole, entry->state, entry->state_size);
    timeline_forget(timeline);
    return 0;
}

unsigned char *timeline_remark(struct timeline *timeline, zm_u32 point, enum timeline_kind kind, const char *name,
                               zm_u32 *size)
{
    struct record record;

    memset(&record, 0, sizeof record);
    record.number = timeline->numbers++;
    record.parent = timeline->points[point].record.number;
    record.kind = kind;
    record.command = name;
    record.place = record.text = "";
    return record_write(&record, size);
}

/* ---- Loading ---- */

/* The point whose record has this number, or TIMELINE_NONE. */
static zm_u32 find_number(const struct timeline *timeline, zm_u32 number)
{
    zm_u32 low = 0, high = timeline->count;

    while (low < high) {
        zm_u32 middle = low + (high - low) / 2;

        if (timeline->points[middle].record.number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < timeline->count && timeline->points[low].record.number == number ? low : TIMELINE_NONE;
}

/* Where branch is, when the game has come to the current point by other ways than growing. */
static void find_branch(struct timeline *timeline)
{
    unsigned i;

    timeline->branch = -1;
    for (i = 0; i < timeline->branch_count; i++)
        if (timeline->branches[i].point == timeline->current)
            timeline->branch = (int)i;
}

static void arrive(struct timeline *timeline, zm_u32 point)
{
    zm_u32 child = point;

    timeline->current = point;
    timeline->taken = false;
    find_branch(timeline);
    for (; (point = timeline->points[child].parent) != TIMELINE_NONE; child = point)
        timeline->points[point].next = child;
}

static int load_remark(struct timeline *timeline, const struct record *record)
{
    zm_u32 about = find_number(timeline, record->parent);

    timeline->numbers = record->number + 1;
    if (about == TIMELINE_NONE)
        return 1;
    arrive(timeline, about);
    return record->kind == TIMELINE_NAME ? timeline_name(timeline, record->command) : 0;
}

/* The bytes are the timeline's when they have become a point; else they are still the caller's. */
static int load_point(struct timeline *timeline, const struct record *record, unsigned char *bytes, zm_u32 size)
{
    zm_u32 parent = record->parent == TIMELINE_NONE ? TIMELINE_NONE : find_number(timeline, record->parent);

    if (reserve_point(timeline) != 0)
        return -1;
    if (parent == TIMELINE_NONE)
        timeline->branch = -1;
    else if (parent != timeline->current)
        arrive(timeline, parent);
    append_point(timeline, record, bytes, size, parent);
    return 0;
}

int timeline_load(struct timeline *timeline, const unsigned char *bytes, zm_u32 size)
{
    struct record record;
    unsigned char *copy;
    int result;

    if (record_read(&record, bytes, size) != 0 || record.number < timeline->numbers || record.number == TIMELINE_NONE)
        return 1;
    copy = malloc(size);
    if (!copy)
        return -1;
    memcpy(copy, bytes, size);
    record_clean(copy, size);
    (void)record_read(&record, copy, size);
    result = record.kind >= TIMELINE_MOVE ? load_remark(timeline, &record) : load_point(timeline, &record, copy, size);
    if (result != 0 || record.kind >= TIMELINE_MOVE)
        free(copy);
    return result;
}

zm_u32 timeline_unreadable(const struct timeline *timeline)
{
    zm_u32 i, count = 0;

    for (i = 0; i < timeline->count; i++)
        count += timeline->points[i].turn != TIMELINE_NONE && !timeline->points[i].readable;
    return count;
}

static bool is_place_to_stop(const struct timeline_point *point)
{
    return point->turn != TIMELINE_NONE && point->readable;
}

zm_u32 timeline_stopped_at(const struct timeline *timeline)
{
    zm_u32 i = timeline->current;

    while (i != TIMELINE_NONE && !is_place_to_stop(&timeline->points[i]))
        i = timeline->points[i].parent;
    if (i != TIMELINE_NONE)
        return i;
    for (i = timeline->count; i-- > 0;)
        if (is_place_to_stop(&timeline->points[i]))
            return i;
    return TIMELINE_NONE;
}

/* ---- Going about ---- */

/* The points from the nearest full record to this one, oldest first: allocated. */
static zm_u32 *chain_to(const struct timeline *timeline, zm_u32 point)
{
    zm_u32 length = timeline->points[point].since_full + 1, i;
    zm_u32 *chain = malloc(length * sizeof *chain);

    for (i = length; chain && i-- > 0; point = timeline->points[point].parent)
        chain[i] = point;
    return chain;
}

int timeline_peek(struct timeline *timeline, zm_u32 point)
{
    const struct timeline_point *points = timeline->points;
    struct timeline_state *other = &timeline->other;
    zm_u32 *chain, i;
    unsigned wrong = 0;

    if (point >= timeline->count || !points[point].readable)
        return -1;
    chain = chain_to(timeline, point);
    if (!chain)
        return -1;
    memset(other->bytes, 0, RECORD_STATE_MAX);
    memcpy(other->bytes, timeline->base.bytes, timeline->base.size);
    for (i = 0; !wrong && i <= points[point].since_full; i++)
        wrong = zm_apply(other->bytes, RECORD_STATE_MAX, points[chain[i]].record.difference,
                         points[chain[i]].record.difference_size);
    free(chain);
    other->size = points[point].record.state_size;
    memset(other->bytes + other->size, 0, RECORD_STATE_MAX - other->size);
    return wrong ? -1 : 0;
}

int timeline_go(struct timeline *timeline, zm_u32 point)
{
    struct timeline_state swapped = timeline->whole;

    if (timeline_peek(timeline, point) != 0)
        return -1;
    timeline->whole = timeline->other;
    timeline->other = swapped;
    arrive(timeline, point);
    return 0;
}

zm_u32 timeline_find_turn(const struct timeline *timeline, zm_u32 turn)
{
    zm_u32 i;

    for (i = 0; i < timeline->count; i++)
        if (timeline->points[i].turn == turn && turn != TIMELINE_NONE)
            return i;
    return TIMELINE_NONE;
}

zm_u32 timeline_step(const struct timeline *timeline, zm_u32 from, int direction)
{
    do
        from = direction < 0 ? timeline->points[from].parent : timeline->points[from].next;
    while (from != TIMELINE_NONE && timeline->points[from].record.kind != TIMELINE_LINE);
    return from;
}

int timeline_take(struct timeline *timeline)
{
    int spent = timeline->taken;
    zm_u32 i;

    for (i = timeline->current; i != TIMELINE_NONE; i = timeline->points[i].parent) {
        if (timeline->points[i].record.kind == TIMELINE_STORY && !spent)
            break;
        spent = (timeline->points[i].record.flags & RECORD_UNDONE) != 0;
    }
    if (i == TIMELINE_NONE || timeline_go(timeline, i) != 0)
        return -1;
    timeline->taken = true;
    return 0;
}

/* ---- Branches ---- */

zm_u32 timeline_find_branch(const struct timeline *timeline, const char *name)
{
    unsigned i;

    for (i = 0; i < timeline->branch_count; i++)
        if (strcmp(timeline->branches[i].name, name) == 0)
            return timeline->branches[i].point;
    return TIMELINE_NONE;
}

int timeline_name(struct timeline *timeline, const char *name)
{
    struct timeline_branch *larger;
    size_t length = strlen(name);

    if (length > TIMELINE_NAME_MAX)
        for (length = TIMELINE_NAME_MAX; length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80;)
            length--;
    find_branch(timeline);
    if (timeline->branch < 0) {
        larger = realloc(timeline->branches, (timeline->branch_count + 1) * sizeof *larger);
        if (!larger)
            return -1;
        timeline->branches = larger;
        timeline->branch = (int)timeline->branch_count++;
        timeline->branches[timeline->branch].point = timeline->current;
    }
    memcpy(timeline->branches[timeline->branch].name, name, length);
    timeline->branches[timeline->branch].name[length] = 0;
    return 0;
}
