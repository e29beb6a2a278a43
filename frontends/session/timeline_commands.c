/* Golmac: MIT licence, see LICENSE.

   Commands about the timeline: back, forth, elsewhere, and what there is. */
#include "frontends/timeline/compare.h"
#include "frontends/session/session_internal.h"

#include <stdlib.h>
#include <string.h>

enum { LISTED = 30, LINE_SIZE = 400, NUMBER_MAX = 0x7FFFFFFE };

/* The number in the argument; fallback if there is none; -1 if it is no number. */
static long number_of(const char *argument, long fallback)
{
    char *end;
    long number;

    if (*argument == 0)
        return fallback;
    number = strtol(argument, &end, 10);
    return *end || number < 0 || number > NUMBER_MAX ? -1 : number;
}

/* Nothing is discarded: that the player is elsewhere now is written, too. */
static void write_move(struct session *session)
{
    session_write_remark(session, TIMELINE_MOVE, "");
}

static bool has_turns(struct session *session)
{
    if (session->timeline.current != TIMELINE_NONE)
        return true;
    session_say(session, "No turns are kept (-u 0).");
    return false;
}

/* ---- /undo, /redo ---- */

void session_undo(struct session *session, const char *argument, int direction)
{
    const char *verb = direction < 0 ? "undo" : "redo";
    long wanted = number_of(argument, 1), done = 0;
    zm_u32 point = session->timeline.current, next;

    if (wanted <= 0) {
        session_say(session, "/%s takes a number of turns.", verb);
        return;
    }
    if (!session_has_undo(session)) {
        session_say(session, "Nothing is kept for undo (-u 0).");
        return;
    }
    for (; done < wanted && point != TIMELINE_NONE; done++, point = next) {
        next = timeline_step(&session->timeline, point, direction);
        if (next == TIMELINE_NONE || !session->timeline.points[next].readable)
            break;
    }
    if (done == 0 || session_go_to_point(session, point, 0) != 0) {
        session_say(session, "There is nothing to %s.", verb);
        return;
    }
    write_move(session);
    if (done == 1)
        session_say(session, "One turn %sne.", direction < 0 ? "undo" : "redo");
    else
        session_say(session, "%ld turns %sne.", done, verb);
}

/* ---- /timeline ---- */

static void show_turns(struct session *session, const struct timeline_turn *turns, size_t first, size_t last)
{
    char line[LINE_SIZE];

    for (; first < last; first++) {
        timeline_describe(&turns[first], line, sizeof line);
        session_say(session, "%s", line);
    }
}

/* All, or those nearest to where the game stands. */
void session_show_timeline(struct session *session, const char *argument)
{
    struct timeline_turn *turns;
    size_t count, at = 0, first = 0, last;

    if (!has_turns(session))
        return;
    turns = timeline_list(&session->timeline, &count);
    last = count;
    while (at < count && !turns[at].is_current)
        at++;
    if (strcmp(argument, "all") != 0 && count > LISTED) {
        first = at < LISTED / 2 ? 0 : at - LISTED / 2;
        if (first + LISTED > count)
            first = count - LISTED;
        last = first + LISTED;
    }
    show_turns(session, turns, first, last);
    if (last - first < count)
        session_say(session, "These are %lu of %lu turns: /timeline all lists them all.", (unsigned long)(last - first),
                    (unsigned long)count);
    free(turns);
}

/* ---- /goto ---- */

/* The point that the player means: a turn's number, or a branch's name. TIMELINE_NONE: the player has been told. */
static zm_u32 point_of(struct session *session, const char *command, const char *argument)
{
    zm_u32 point = timeline_find_branch(&session->timeline, argument);
    long turn = number_of(argument, -1);

    if (point == TIMELINE_NONE && turn >= 0)
        point = timeline_find_turn(&session->timeline, (zm_u32)turn);
    while (point != TIMELINE_NONE && session->timeline.points[point].turn == TIMELINE_NONE)
        point = session->timeline.points[point].parent;
    if (*argument == 0)
        session_say(session, "/%s takes a turn's number, or the name of a branch: /timeline lists them.", command);
    else if (point == TIMELINE_NONE)
        session_say(session, "There is no turn or branch %s: /timeline lists them.", argument);
    return *argument ? point : TIMELINE_NONE;
}

void session_goto(struct session *session, const char *argument)
{
    zm_u32 point;

    if (!has_turns(session) || (point = point_of(session, "goto", argument)) == TIMELINE_NONE)
        return;
    session_say(session, "Turn %lu.", (unsigned long)session->timeline.points[point].turn);
    if (session_go_to_point(session, point, 1) != 0) {
        session_say(session, "This turn cannot be read: the journal is damaged there.");
        return;
    }
    session->wanted.needs_prompt = 0; /* the text ends with the prompt */
    write_move(session);
}

/* ---- /branch, /branches ---- */

void session_name_branch(struct session *session, const char *name)
{
    if (!has_turns(session))
        return;
    if (*name == 0 || number_of(name, -1) >= 0) {
        session_say(session, "/branch takes a name, which is no number.");
        return;
    }
    if (strlen(name) > TIMELINE_NAME_MAX) {
        session_say(session, "This name is too long: it may have %d bytes, and has %lu.", TIMELINE_NAME_MAX,
                    (unsigned long)strlen(name));
        return;
    }
    if (timeline_find_branch(&session->timeline, name) != TIMELINE_NONE) {
        session_say(session, "There is a branch %s already: /branches lists them.", name);
        return;
    }
    if (timeline_name(&session->timeline, name) != 0) {
        session_say(session, "There is no memory left.");
        return;
    }
    session_write_remark(session, TIMELINE_NAME, name);
    session_say(session, "This line is called %s now.", name);
}

void session_show_branches(struct session *session)
{
    struct timeline_turn *turns;
    char line[LINE_SIZE];
    size_t count, i;

    if (!has_turns(session))
        return;
    turns = timeline_list(&session->timeline, &count);
    for (i = 0; i < count; i++)
        if (turns[i].is_tip || turns[i].branch) {
            turns[i].level = 0;
            timeline_describe(&turns[i], line, sizeof line);
            session_say(session, "%s", line);
        }
    free(turns);
}

/* ---- /diff ---- */

static void say_line(void *context, const char *line)
{
    session_say(context, "%s", line);
}

void session_compare(struct session *session, const char *argument)
{
    zm_u32 point;
    const struct timeline_state *then = &session->timeline.other;
    struct debug_names names;

    if (!has_turns(session) || (point = point_of(session, "diff", argument)) == TIMELINE_NONE)
        return;
    if (timeline_peek(&session->timeline, point) != 0
        || then->size < (zm_u32)SAVED_STATE_MEMORY + session->zm.dynamic_size) {
        session_say(session, "This turn cannot be read: the journal is damaged there.");
        return;
    }
    debug_names_load(&names, session->story.path, session->story.code, session->story.code_size);
    if (compare_memory(&session->zm, then->bytes + SAVED_STATE_MEMORY, &names, say_line, session) == 0)
        session_say(session, "Nothing has changed since turn %lu.",
                    (unsigned long)session->timeline.points[point].turn);
}
