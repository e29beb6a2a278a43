/* Golmac: MIT licence, see LICENSE.

   Commands that show a list to choose from, on frontends that have lists. */
#include "frontends/session/session.h"
#include "frontends/session/catalogue.h"
#include "frontends/session/peek.h"

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

int session_menu_turns(struct session *session)
{
    struct turns turns;
    struct list_source source = { &turns, "Turns of this playthrough", "go there", 0, 0, describe_turn, preview_turn };
    char number[20];
    int row;

    if (!session->frontend->choose || session->timeline.current == TIMELINE_NONE)
        return -1;
    turns.turn = timeline_list(&session->timeline, &turns.count);
    if (!turns.turn)
        return -1;
    source.count = (unsigned)turns.count;
    while (source.first < source.count && !turns.turn[source.first].is_current)
        source.first++;
    row = session->frontend->choose(session->frontend->context, &source);
    if (row >= 0) {
        snprintf(number, sizeof number, "%lu", (unsigned long)turns.turn[row].turn);
        session_goto(session, number);
    }
    free(turns.turn);
    return 0;
}

/* ---- /help ---- */

static const struct { const char *name, *argument, *help; } commands[] = {
#define COMMAND(name, argument, help) { #name, argument, help },
#include "frontends/session/commands.def"
};
enum { COMMANDS = sizeof commands / sizeof *commands };

/* A line for each key that does something. */
struct help { const char *keys; };

static unsigned count_lines(const char *text)
{
    unsigned lines = 0;

    for (; text && *text; text++)
        lines += *text == '\n';
    return lines;
}

static void describe_help(void *context, unsigned row, char *line, size_t size)
{
    const char *keys = ((struct help *)context)->keys;

    if (row < COMMANDS) {
        snprintf(line, size, "/%s%s%s: %s", commands[row].name, *commands[row].argument ? " " : "", commands[row].argument,
                 commands[row].help);
        return;
    }
    for (row -= COMMANDS; row; row--)
        keys = strchr(keys, '\n') + 1;
    snprintf(line, size, "%.*s", (int)strcspn(keys, "\n"), keys);
}

int session_menu_help(struct session *session)
{
    struct help help = { session->frontend->keys };
    struct list_source source = { &help, "Commands and keys", NULL, COMMANDS, 0, describe_help, NULL };

    if (!session->frontend->choose)
        return -1;
    source.count += count_lines(help.keys);
    (void)session->frontend->choose(session->frontend->context, &source);
    return 0;
}

/* ---- Saved games ---- */

/* The rows are the saves; with typed >= 0 one row more, at that place, for a name to be typed. */
struct saves { struct session *session; struct catalogue *catalogue; int typed; };

static const struct catalogue_save *save_at(const struct saves *saves, unsigned row)
{
    if (saves->typed >= 0 && row == (unsigned)saves->typed)
        return NULL;
    return &saves->catalogue->saves[row - (saves->typed == 0)];
}

static void describe_save(void *context, unsigned row, char *line, size_t size)
{
    const struct catalogue_save *save = save_at(context, row);

    if (save)
        catalogue_describe(save, line, size);
    else
        snprintf(line, size, "(a name to type)");
}

static void preview_save(void *context, unsigned row, char *text, size_t size)
{
    const struct saves *saves = context;
    const struct catalogue_save *save = save_at(saves, row);
    struct session *session = saves->session;
    struct message why = { "" };
    char *path = save ? files_path(&session->files, save->name, &why) : NULL;

    text[0] = 0;
    if (path && save_peek(&session->files, path, &session->story, text, size, &why) != 0)
        snprintf(text, size, "%s", why.text);
    free(path);
}

int session_menu_save(struct session *session, struct catalogue *catalogue, const char *verb, int typed, char *name,
                      size_t size)
{
    struct saves saves = { session, catalogue, typed };
    struct list_source source = { &saves, "Saved games", verb, (unsigned)catalogue->count + (typed >= 0), 0, describe_save,
                                  preview_save };
    int row = session->frontend->choose(session->frontend->context, &source);
    const struct catalogue_save *save = row >= 0 ? save_at(&saves, (unsigned)row) : NULL;

    if (row < 0)
        return -1;
    snprintf(name, size, "%s", save ? save->name : "");
    return 0;
}

/* The newest first; those of other stories are left out. */
static void sort_saves(struct catalogue *catalogue)
{
    size_t i, k, kept = 0;

    for (i = 0; i < catalogue->count; i++) {
        struct catalogue_save save = catalogue->saves[i];

        if (!save.ours) {
            free(save.name);
            continue;
        }
        for (k = kept++; k > 0 && catalogue->saves[k - 1].when < save.when; k--)
            catalogue->saves[k] = catalogue->saves[k - 1];
        catalogue->saves[k] = save;
    }
    catalogue->count = kept;
}

int session_menu_name(struct session *session, int saving, char *name, size_t size)
{
    struct catalogue catalogue;
    int result = 0;

    name[0] = 0;
    if (!session->frontend->choose || catalogue_open(&catalogue, session->files.folder, &session->story) != 0)
        return 0;
    sort_saves(&catalogue);
    if (catalogue.count)
        result = session_menu_save(session, &catalogue, saving ? "save" : "restore", saving ? 0 : (int)catalogue.count, name,
                                   size);
    catalogue_close(&catalogue);
    return result;
}
