/* Golmac: MIT licence, see LICENSE.

   Playthroughs. To say where one stands its whole journal is read: half a millisecond for a hundred turns. */
#include "frontends/session/playthrough_list.h"
#include "frontends/session/saved_games.h"
#include "frontends/base/paths.h"

#include <stdlib.h>
#include <string.h>

/* ---- One ---- */

static int load_record(void *context, const unsigned char *record, zm_u32 size)
{
    return timeline_load(context, record, size) < 0 ? -1 : 0;
}

enum journal_opening playthrough_open(struct playthrough *play, struct session *session, const char *path, bool writing,
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
    opening = journal_open(&play->journal, path, session_journal_story(session), writing, load_record, &play->timeline,
                           &play->damage, why);
    play->point = timeline_stopped_at(&play->timeline);
    return opening;
}

void playthrough_close(struct playthrough *play)
{
    (void)journal_close(&play->journal);
    timeline_free(&play->timeline);
}

/* ---- Rows ---- */

static void describe(struct playthrough_row *row, struct session *session, const struct playthrough *play, time_t when)
{
    const char *own = session->journal.copy[JOURNAL_FIRST].path;
    char name[PLAYTHROUGH_NAME], date[SAVED_GAMES_DATE];
    struct timeline_turn turn;
    int used;

    path_base(row->path, name, sizeof name);
    saved_games_date(when, date);
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

int playthrough_list_open(struct playthrough_list *list, struct session *session)
{
    struct journal_list journals;
    struct message ignored;
    struct playthrough play;

    journal_list(&journals, session->files.folder, session_journal_story(session), &ignored);
    list->row = calloc(journals.count + 1, sizeof *list->row);
    for (list->count = 0; list->row && list->count < journals.count; list->count++) {
        struct playthrough_row *row = &list->row[list->count];

        row->path = journals.entry[list->count].path;
        journals.entry[list->count].path = NULL;
        (void)playthrough_open(&play, session, row->path, 0, &ignored);
        describe(row, session, &play, journals.entry[list->count].written.tv_sec);
        playthrough_close(&play);
    }
    journal_list_free(&journals);
    return list->row ? 0 : -1;
}

void playthrough_list_close(struct playthrough_list *list)
{
    while (list->count) {
        free(list->row[--list->count].path);
        free(list->row[list->count].text);
    }
    free(list->row);
    list->row = NULL;
}

/* ---- One of them ---- */

static bool is_called(const char *path, const char *name)
{
    const char *file = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    char base[PLAYTHROUGH_NAME];

    path_base(path, base, sizeof base);
    return strcmp(base, name) == 0 || strcmp(file, name) == 0;
}

char *playthrough_find(struct session *session, const char *name, struct message *why)
{
    struct journal_list journals;
    char *path = NULL;
    size_t i;

    journal_list(&journals, session->files.folder, session_journal_story(session), why);
    for (i = 0; i < journals.count && !path; i++)
        if (is_called(journals.entry[i].path, name))
            path = strdup(journals.entry[i].path);
    journal_list_free(&journals);
    if (!path)
        message_set(why, "there is no playthrough %s of this story in %s: --playthroughs lists them", name,
                    session->files.folder);
    return path;
}

static void row_line(void *context, unsigned row, char *line, size_t size)
{
    snprintf(line, size, "%s", ((struct playthrough_list *)context)->row[row].line);
}

static void row_text(void *context, unsigned row, char *text, size_t size)
{
    const char *last = ((struct playthrough_list *)context)->row[row].text;

    snprintf(text, size, "%s", last ? last : "");
}

static void free_list(void *context)
{
    playthrough_list_close(context);
    free(context);
}

/* The rows stay what they are while the path is used. */
static void row_chosen(struct session *session, void *context, int row)
{
    const struct playthrough_list *list = context;

    session->resuming.chosen(session, row < 0 ? NULL : strdup(list->row[row].path));
}

/* A number typed, where there are no lists. */
static void number_typed(struct session *session, const char *answer)
{
    struct playthrough_list *list = session->resuming.list;
    char *end;
    unsigned long number = answer ? strtoul(answer, &end, 10) : 0;
    bool is_row = answer && end != answer && !*end && number >= 1 && number <= list->count;

    session->resuming.list = NULL;
    if (!answer)
        session->ended = true;
    row_chosen(session, list, is_row ? (int)number - 1 : -1);
    free_list(list);
}

static void ask_number(struct session *session, struct playthrough_list *list)
{
    enum { ANSWER_SIZE = 16 };
    char question[80];
    size_t i;

    session->resuming.list = list;
    for (i = 0; i < list->count; i++)
        session_say(session, "%lu%s", (unsigned long)i + 1, list->row[i].line);
    snprintf(question, sizeof question, "Which one? (1-%lu, Return: none) ", (unsigned long)list->count);
    session_ask(session, SESSION_ASKS_ROW, question, ANSWER_SIZE, number_typed);
}

void playthrough_choose(struct session *session, path_taker *then)
{
    struct list_source source = { NULL, "Playthroughs of this story", "go on", 0, 0, row_line, row_text };
    struct playthrough_list *list = malloc(sizeof *list);

    session->resuming.chosen = then;
    if (!list || playthrough_list_open(list, session) != 0) {
        free(list);
        then(session, NULL);
    } else if (session->host.shows_lists) {
        source.context = list;
        source.count = (unsigned)list->count;
        session_offer(session, &source, free_list, row_chosen);
    } else {
        ask_number(session, list);
    }
}

void playthrough_drop_list(struct session *session)
{
    if (session->resuming.list)
        free_list(session->resuming.list);
    session->resuming.list = NULL;
}
