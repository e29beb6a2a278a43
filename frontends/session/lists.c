/* Golmac: MIT licence, see LICENSE.

   Commands that show a list to choose from, on frontends that have lists. */
#include "frontends/session/session_internal.h"
#include "frontends/session/saved_games.h"

#include <stdlib.h>
#include <string.h>

/* ---- /timeline ---- */

struct turns { struct timeline_turn *turn; size_t count; };

static void describe_turn(void *context, unsigned row, char *line, size_t size)
{
    timeline_describe(&((struct turns *)context)->turn[row], line, size);
}

static void preview_turn(void *context, unsigned row, char *text, size_t size)
{
    snprintf(text, size, "%s", ((struct turns *)context)->turn[row].text);
}

static void free_turns(void *context)
{
    struct turns *turns = context;

    free(turns->turn);
    free(turns);
}

static void turn_chosen(struct session *session, void *context, int row)
{
    const struct turns *turns = context;
    char number[20];

    if (row < 0)
        return;
    snprintf(number, sizeof number, "%lu", (unsigned long)turns->turn[row].turn);
    session_goto(session, number);
}

int session_offer_turns(struct session *session)
{
    struct list_source source = { NULL, "Turns of this playthrough", "go there", 0, 0, describe_turn, preview_turn };
    struct turns *turns;

    if (!session->host.shows_lists || session->timeline.current == TIMELINE_NONE || !(turns = calloc(1, sizeof *turns)))
        return -1;
    turns->turn = timeline_list(&session->timeline, &turns->count);
    if (!turns->turn) {
        free_turns(turns);
        return -1;
    }
    source.context = turns;
    source.count = (unsigned)turns->count;
    while (source.first < source.count && !turns->turn[source.first].is_current)
        source.first++;
    session_offer(session, &source, free_turns, turn_chosen);
    return 0;
}

/* ---- /help ---- */

static const struct { const char *name, *argument, *help; } commands[] = {
#define COMMAND(name, argument, help) { #name, argument, help },
#include "frontends/session/commands.def"
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static unsigned count_lines(const char *text)
{
    unsigned lines = 0;

    for (; text && *text; text++)
        lines += *text == '\n';
    return lines;
}

/* The rows are the commands, then the keys that do something, a line each. */
static void describe_help(void *context, unsigned row, char *line, size_t size)
{
    const char *keys = ((const struct session_host *)context)->keys;

    if (row < COMMANDS) {
        snprintf(line, size, "/%s%s%s: %s", commands[row].name, *commands[row].argument ? " " : "",
                 commands[row].argument, commands[row].help);
        return;
    }
    for (row -= COMMANDS; row; row--)
        keys = strchr(keys, '\n') + 1;
    snprintf(line, size, "%.*s", (int)strcspn(keys, "\n"), keys);
}

static void help_read(struct session *session, void *rows, int row)
{
    (void)session, (void)rows, (void)row;
}

int session_offer_help(struct session *session)
{
    struct list_source source = { &session->host, "Commands and keys", NULL, COMMANDS, 0, describe_help, NULL };

    if (!session->host.shows_lists)
        return -1;
    source.count += count_lines(session->host.keys);
    session_offer(session, &source, NULL, help_read);
    return 0;
}

/* ---- Saved games ---- */

/* The rows are the saves; with typed >= 0 one row more, at that place, for a name to be typed. */
struct saves {
    struct session *session;
    struct saved_games games;
    int typed;
    void (*then)(struct session *session, const char *name);
};

static const struct saved_game *save_at(const struct saves *saves, unsigned row)
{
    if (saves->typed >= 0 && row == (unsigned)saves->typed)
        return NULL;
    return &saves->games.saves[row - (saves->typed == 0)];
}

static void describe_save(void *context, unsigned row, char *line, size_t size)
{
    const struct saved_game *save = save_at(context, row);

    if (save)
        saved_games_describe(save, line, size);
    else
        snprintf(line, size, "(a name to type)");
}

static void preview_save(void *context, unsigned row, char *text, size_t size)
{
    const struct saves *saves = context;
    const struct saved_game *save = save_at(saves, row);
    struct session *session = saves->session;
    struct message why = { "" };
    char *path = save ? files_path(&session->files, save->name, &why) : NULL;

    text[0] = 0;
    if (path && saved_games_peek(&session->files, path, &session->story, text, size, &why) != 0)
        snprintf(text, size, "%s", why.text);
    free(path);
}

static void free_saves(void *context)
{
    struct saves *saves = context;

    saved_games_close(&saves->games);
    free(saves);
}

static void save_chosen(struct session *session, void *context, int row)
{
    const struct saves *saves = context;
    const struct saved_game *save = row >= 0 ? save_at(saves, (unsigned)row) : NULL;

    saves->then(session, row < 0 ? NULL : save ? save->name : "");
}

void session_offer_saves(struct session *session, struct saved_games *games, const char *verb, int typed,
                        void (*then)(struct session *session, const char *name))
{
    struct list_source source = { NULL, "Saved games", verb, (unsigned)games->count + (typed >= 0), 0, describe_save,
                                  preview_save };
    struct saves *saves = malloc(sizeof *saves);

    if (!saves) {
        saved_games_close(games);
        then(session, NULL);
        return;
    }
    *saves = (struct saves){ session, *games, typed, then };
    source.context = saves;
    session_offer(session, &source, free_saves, save_chosen);
}

/* The newest first; those of other stories are left out. */
static void sort_saves(struct saved_games *games)
{
    size_t i, k, kept = 0;

    for (i = 0; i < games->count; i++) {
        struct saved_game save = games->saves[i];

        if (!save.ours) {
            free(save.name);
            continue;
        }
        for (k = kept++; k > 0 && games->saves[k - 1].when < save.when; k--)
            games->saves[k] = games->saves[k - 1];
        games->saves[k] = save;
    }
    games->count = kept;
}

int session_offer_names(struct session *session, bool saving, void (*then)(struct session *session, const char *name))
{
    struct saved_games games;

    if (!session->host.shows_lists || saved_games_open(&games, session->files.folder, &session->story) != 0)
        return -1;
    sort_saves(&games);
    if (games.count == 0) {
        saved_games_close(&games);
        return -1;
    }
    session_offer_saves(session, &games, saving ? "save" : "restore", saving ? 0 : (int)games.count, then);
    return 0;
}
