/* Golmac: MIT licence, see LICENSE.

   What the options ask for instead of a play: --playthroughs, --export. */
#include "frontends/session/playthrough_list.h"

#include <stdlib.h>
#include <string.h>

/* ---- --playthroughs ---- */

static int print_plays(struct session *session, FILE *out, struct message *why)
{
    struct playthrough_list list;
    size_t i;

    if (playthrough_list_open(&list, session) != 0)
        return message_set(why, "there is no memory left");
    for (i = 0; i < list.count; i++)
        fprintf(out, "%s\n", list.row[i].line + 2);
    if (list.count == 0)
        fprintf(out, "There are no playthroughs of this story in %s.\n", session->files.folder);
    playthrough_list_close(&list);
    return 0;
}

/* ---- --export ---- */

/* The playthrough that is meant: the path of its journal, allocated; NULL: why. */
static char *path_of_play(struct session *session, struct message *why)
{
    char *path;

    if (session->options->playthrough)
        return playthrough_find(session, session->options->playthrough, why);
    path = journal_find(session->files.folder, session_journal_story(session), why);
    if (!path && *why->text == 0)
        message_set(why, "there is no playthrough of this story in %s", session->files.folder);
    return path;
}

/* The machine at the turn that is asked for. 0, or -1 saying why not. */
static int stand_at_turn(struct session *session, struct playthrough *play, zm_u32 *turn, struct message *why)
{
    struct zm_screen screen = { ZM_CAN_STATUS | ZM_CAN_SPLIT | ZM_CAN_UNDO, 80, 24, 1, 1, 9, 2, 0x7FFF, 0, 6, 'A' };
    struct timeline *timeline = &play->timeline;
    zm_u32 point = play->point;

    if (session->options->turn >= 0)
        point = timeline_find_turn(timeline, (zm_u32)session->options->turn);
    if (point == TIMELINE_NONE && session->options->turn >= 0)
        return message_set(why, "there is no turn %ld in %s", session->options->turn,
                           session->options->playthrough ? session->options->playthrough : "the last playthrough");
    zm_set_screen(&session->zm, &screen);
    if (point == TIMELINE_NONE || timeline_go(timeline, point) != 0
        || saved_state_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, 0) != 0)
        return message_set(why, "the turn cannot be read: the journal is damaged");
    *turn = timeline->points[point].turn;
    return 0;
}

static int write_turn(struct session *session, struct playthrough *play, FILE *out, struct message *why)
{
    zm_u32 turn;
    char *path = session_path_of(session, session->options->export_to, why);
    int result = path && stand_at_turn(session, play, &turn, why) == 0 ? save_write(path, &session->zm, why) : -1;

    if (result == 0)
        fprintf(out, "Turn %lu is in %s.\n", (unsigned long)turn, path);
    free(path);
    return result;
}

static int export(struct session *session, FILE *out, struct message *why)
{
    char *path = path_of_play(session, why);
    struct playthrough play;
    int result = -1;

    if (path) {
        if (playthrough_open(&play, session, path, 0, why) != JOURNAL_FAILED)
            result = write_turn(session, &play, out, why);
        playthrough_close(&play);
    }
    free(path);
    return result;
}

/* ---- Which ---- */

bool session_has_action(const struct options *options)
{
    return options->export_to || options->list_playthroughs;
}

int session_run_action(const struct options *options, const char *program, FILE *out, struct message *why)
{
    struct session *session;
    int result = -1;

    if (!options->story)
        return message_set(why, "--%s needs a story", options->export_to ? "export" : "playthroughs");
    if (options->export_to && *options->export_to == 0)
        return message_set(why, "--export needs the name of a file");
    session = session_open(options, program, why);
    if (session)
        result = options->export_to ? export(session, out, why) : print_plays(session, out, why);
    session_close(session);
    return result;
}
