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

static void free_plays(void *context)
{
    plays_close(context);
    free(context);
}

/* The rows stay what they are while the path is used. */
static void row_chosen(struct session *session, void *context, int row)
{
    const struct plays *plays = context;

    session->path_chosen(session, row < 0 ? NULL : strdup(plays->row[row].path));
}

/* A number typed, where there are no lists. */
static void number_typed(struct session *session, const char *answer)
{
    struct plays *plays = session->plays;
    char *end;
    unsigned long number = answer ? strtoul(answer, &end, 10) : 0;
    bool is_row = answer && end != answer && !*end && number >= 1 && number <= plays->count;

    session->plays = NULL;
    if (!answer)
        session->ended = true;
    row_chosen(session, plays, is_row ? (int)number - 1 : -1);
    free_plays(plays);
}

static void ask_number(struct session *session, struct plays *plays)
{
    enum { ANSWER_SIZE = 16 };
    char question[80];
    size_t i;

    session->plays = plays;
    for (i = 0; i < plays->count; i++)
        session_say(session, "%lu%s", (unsigned long)i + 1, plays->row[i].line);
    snprintf(question, sizeof question, "Which one? (1-%lu, Return: none) ", (unsigned long)plays->count);
    session_ask(session, SESSION_ASKS_ROW, question, ANSWER_SIZE, number_typed);
}

void plays_choose(struct session *session, path_taker *then)
{
    struct list_source source = { NULL, "Playthroughs of this story", "go on", 0, 0, row_line, row_text };
    struct plays *plays = malloc(sizeof *plays);

    session->path_chosen = then;
    if (!plays || plays_open(plays, session) != 0) {
        free(plays);
        then(session, NULL);
    } else if (session->host.shows_lists) {
        source.context = plays;
        source.count = (unsigned)plays->count;
        session_offer(session, &source, free_plays, row_chosen);
    } else {
        ask_number(session, plays);
    }
}

void plays_drop(struct session *session)
{
    if (session->plays)
        free_plays(session->plays);
    session->plays = NULL;
}
