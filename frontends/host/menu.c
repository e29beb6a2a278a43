/* Golmac: MIT licence, see LICENSE.

   Commands that show a list to choose from, on frontends that have lists. */
#include "session.h"
#include "catalogue.h"

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
#include "commands.def"
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

static void describe_save(void *context, unsigned row, char *line, size_t size)
{
    catalogue_describe(&((const struct catalogue *)context)->saves[row], line, size);
}

int session_menu_save(struct session *session, struct catalogue *catalogue, const char *verb, char *name, size_t size)
{
    struct list_source source = { catalogue, "Saved games", verb, (unsigned)catalogue->count, 0, describe_save, NULL };
    int row = session->frontend->choose(session->frontend->context, &source);

    if (row < 0)
        return -1;
    snprintf(name, size, "%s", catalogue->saves[row].name);
    return 0;
}
