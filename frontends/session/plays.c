/* Golmac: MIT licence, see LICENSE.

   Playthroughs. To say where one stands its whole journal is read: half a millisecond for a hundred turns. */
#include "frontends/session/plays.h"
#include "frontends/session/catalogue.h"
#include "frontends/formats/identity.h"
#include "frontends/base/paths.h"

#include <stdlib.h>
#include <string.h>

const struct journal_story *plays_story(struct session *session)
{
    struct identity identity;

    if (!session->is_described) {
        identity_of(&identity, &session->story);
        journal_describe(&session->described, session->story.code, session->story.code_size, identity.ifid);
        session->is_described = 1;
    }
    return &session->described;
}

/* ---- One ---- */

static int load_record(void *context, const unsigned char *record, zm_u32 size)
{
    return timeline_load(context, record, size) < 0 ? -1 : 0;
}

enum journal_opening play_open(struct play *play, struct session *session, const char *path, int writing,
                               struct message *why)
{
    enum journal_opening opening;

    memset(play, 0, sizeof *play);
    journal_init(&play->journal);
    play->point = TIMELINE_NONE;
    if (session_make_timeline(session, &play->timeline) != 0) {
        message_set(why, "there is no memory left");
        return JOURNAL_FAILED;
    }
    play->timeline.limit = 0;
    opening = journal_open(&play->journal, path, plays_story(session), writing, load_record, &play->timeline, &play->damage,
                           why);
    play->point = timeline_stopped_at(&play->timeline);
    return opening;
}

void play_close(struct play *play)
{
    (void)journal_close(&play->journal);
    timeline_free(&play->timeline);
}

/* ---- Rows ---- */

static void describe(struct play_row *row, struct session *session, const struct play *play, time_t when)
{
    const char *own = session->journal.copy[JOURNAL_FIRST].path;
    char name[PLAY_NAME], date[CATALOGUE_DATE];
    struct timeline_turn turn;
    int used;

    path_base(row->path, name, sizeof name);
    catalogue_date(when, date);
    used = snprintf(row->line, sizeof row->line, "%c %s (%s): ", own && strcmp(own, row->path) == 0 ? '*' : ' ', name,
                    date);
    row->text = NULL;
    if (play->point == TIMELINE_NONE) {
        snprintf(row->line + used, sizeof row->line - (size_t)used, "no turn of it can be read");
        return;
    }
    (void)timeline_turn(&play->timeline, play->timeline.points[play->point].turn, &turn);
    snprintf(row->line + used, sizeof row->line - (size_t)used, "turn %lu%s%s%s%s", (unsigned long)turn.turn,
             *turn.place ? ", " : "", turn.place, turn.branch ? " = " : "", turn.branch ? turn.branch : "");
    row->text = strdup(turn.text);
}

int plays_open(struct plays *plays, struct session *session)
{
    struct journal_list list;
    struct message ignored;
    struct play play;

    journal_list(&list, session->files.folder, plays_story(session), &ignored);
    plays->row = calloc(list.count + 1, sizeof *plays->row);
    for (plays->count = 0; plays->row && plays->count < list.count; plays->count++) {
        struct play_row *row = &plays->row[plays->count];

        row->path = list.entry[plays->count].path;
        list.entry[plays->count].path = NULL;
        (void)play_open(&play, session, row->path, 0, &ignored);
        describe(row, session, &play, list.entry[plays->count].written.tv_sec);
        play_close(&play);
    }
    journal_list_free(&list);
    return plays->row ? 0 : -1;
}

void plays_close(struct plays *plays)
{
    while (plays->count) {
        free(plays->row[--plays->count].path);
        free(plays->row[plays->count].text);
    }
    free(plays->row);
    plays->row = NULL;
}

/* ---- One of them ---- */

static int is_called(const char *path, const char *name)
{
    const char *file = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    char base[PLAY_NAME];

    path_base(path, base, sizeof base);
    return strcmp(base, name) == 0 || strcmp(file, name) == 0;
}

char *plays_find(struct session *session, const char *name, struct message *why)
{
    struct journal_list list;
    char *path = NULL;
    size_t i;

    journal_list(&list, session->files.folder, plays_story(session), why);
    for (i = 0; i < list.count && !path; i++)
        if (is_called(list.entry[i].path, name))
            path = strdup(list.entry[i].path);
    journal_list_free(&list);
    if (!path)
        message_set(why, "there is no playthrough %s of this story in %s: --playthroughs lists them", name,
                    session->files.folder);
    return path;
}

static void row_line(void *context, unsigned row, char *line, size_t size)
{
    snprintf(line, size, "%s", ((struct plays *)context)->row[row].line);
}

static void row_text(void *context, unsigned row, char *text, size_t size)
{
    const char *last = ((struct plays *)context)->row[row].text;

    snprintf(text, size, "%s", last ? last : "");
}

/* A number typed, where there are no lists. */
static long choose_by_number(struct session *session, const struct plays *plays)
{
    char question[80], answer[16] = "", *end;
    unsigned long number;
    size_t i;

    for (i = 0; i < plays->count; i++)
        session_say(session, "%lu%s", (unsigned long)i + 1, plays->row[i].line);
    snprintf(question, sizeof question, "Which one? (1-%lu, Return: none) ", (unsigned long)plays->count);
    if (session->frontend->ask(session->frontend->context, question, answer, sizeof answer) != 0) {
        session->ended = 1;
        return -1;
    }
    number = strtoul(answer, &end, 10);
    return end == answer || *end || number < 1 || number > plays->count ? -1 : (long)number - 1;
}

char *plays_choose(struct session *session)
{
    struct plays plays;
    struct list_source source = { &plays, "Playthroughs of this story", "go on", 0, 0, row_line, row_text };
    char *path = NULL;
    long row;

    if (plays_open(&plays, session) != 0)
        return NULL;
    source.count = (unsigned)plays.count;
    row = session->frontend->choose ? session->frontend->choose(session->frontend->context, &source)
                                    : choose_by_number(session, &plays);
    if (row >= 0)
        path = strdup(plays.row[row].path);
    plays_close(&plays);
    return path;
}
