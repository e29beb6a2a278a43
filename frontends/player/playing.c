/* Golmac: MIT licence, see LICENSE.

   Stories on a display, one after another: that of the command line, or those chosen from the library, or dropped. */
#include "frontends/player/playing.h"
#include "frontends/player/player.h"
#include "frontends/host/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The library ---- */

static void describe_row(void *context, unsigned row, char *line, size_t size)
{
    const struct library *library = context;

    library_describe(&library->rows[row], line, size);
}

static void preview_row(void *context, unsigned row, char *text, size_t size)
{
    const struct library_row *story = &((const struct library *)context)->rows[row];

    snprintf(text, size, "%s\n%s%s\nZ-machine version %u. %s", story->title, story->headline, *story->headline ? "\n" : "",
             story->version, story->path);
}

static char *choose(struct player *player, struct library *library)
{
    struct list_source source = { library, "Stories", "play", (unsigned)library->count, 0, describe_row, preview_row };
    char *path;
    int row;

    if (library->count == 0)
        source.title = "Stories in the folders of ZCODE_PATH and in $XDG_DATA_HOME/golmac/stories";
    row = player_choose(player, &source);
    path = player->dropped ? player->dropped : row >= 0 ? strdup(library->rows[row].path) : NULL;
    player->dropped = NULL;
    return path;
}

/* A machine that has no story: the screen asks for its version only. */
static char *choose_on(struct player *player, struct zm *zm, const struct options *options, struct display *display,
                       volatile sig_atomic_t *interrupted, struct message *why)
{
    struct library library;
    char *path;

    memset(zm, 0, sizeof *zm);
    zm->version = 5;
    if (library_open(&library) != 0)
        return NULL;
    if (player_init(player, display, zm, options) != 0) {
        library_close(&library);
        return NULL;
    }
    player->in_library = true;
    player->interrupted = interrupted;
    why->text[0] = 0;
    path = choose(player, &library);
    player_free(player);
    library_close(&library);
    return path;
}

/* Show the list until a story is chosen, or dropped on the display. Returns its path, allocated; NULL: none, the player has
   left, or *why says what went wrong. */
static char *choose_story(const struct options *options, struct display *display, volatile sig_atomic_t *interrupted,
                   struct message *why)
{
    struct player *player = malloc(sizeof *player);
    struct zm *zm = malloc(sizeof *zm);
    char *path = NULL;

    message_set(why, "there is no memory left");
    if (display->begin && display->begin(display->context, NULL) != 0)
        why->text[0] = 0;
    else if (player && zm)
        path = choose_on(player, zm, options, display, interrupted, why);
    free(zm);
    free(player);
    return path;
}

/* ---- A story, from its beginning to its end ---- */

/* The last screen stays until it has been read. What stopped the story is told there, not once more when the display is closed. */
static void show_end(struct player *player, enum session_status status, struct message *why)
{
    static const zm_u16 nothing[1];

    if (player->gone || (player->interrupted && *player->interrupted))
        return;
    if (status == SESSION_FAULT)
        player_warn(player, session_why(player->session));
    player_begin_input(player, nothing, 0);
    mode_begin(player, MODE_END, NULL)->text = status != SESSION_FAULT ? "[Press any key to leave]"
        : "[The story has stopped: press any key to leave]\n[Stopped: press any key]";
    (void)modes_wait(player, 0);
    why->text[0] = 0;
}

static enum session_status play(struct player *player, struct message *why)
{
    struct session *session = player->session;
    enum session_status status;

    if (player->display->set_title)
        player->display->set_title(player->display->context, session_story(session)->name);
    session_begin(session, &player->host, &player->description);
    status = session_drive(session, &player->blocking);
    if (status == SESSION_FAULT)
        message_set(why, "%s", session_why(session));
    if (session_machine(session)->state == ZM_QUIT || status == SESSION_FAULT) /* not if the player has said so */
        show_end(player, status, why);
    return player->hung_up ? SESSION_INTERRUPTED : status;
}

static enum session_status show(struct session *session, struct player *player, struct display *display,
                                volatile sig_atomic_t *interrupted, struct message *why, char **next)
{
    enum session_status status;

    if (display->begin && display->begin(display->context, session_story(session)) != 0) {
        why->text[0] = 0;
        return SESSION_FAULT;
    }
    if (player_init(player, display, session_machine(session), session_options(session)) != 0) {
        message_set(why, "there is no memory left");
        return SESSION_FAULT;
    }
    player->session = session;
    player->editor.recall = session_recall(session);
    player->interrupted = player->blocking.interrupted = interrupted;
    status = play(player, why);
    *next = player->dropped;
    player->dropped = NULL;
    player_free(player);
    return status;
}

static enum session_status play_once(const struct options *options, const char *program, struct display *display,
                                     volatile sig_atomic_t *interrupted, struct message *why, char **next)
{
    struct player *player = malloc(sizeof *player);
    enum session_status status = SESSION_FAULT;
    struct session *session;

    message_set(why, "there is no memory left");
    session = player ? session_open(options, program, why) : NULL;
    if (session) {
        why->text[0] = 0;
        status = show(session, player, display, interrupted, why, next);
    }
    session_close(session);
    free(player);
    return status;
}

/* ---- One after another ---- */

/* What the command line says of the first story (files to load, to record, to replay) is not said of the next. */
static void choose_next(struct settings *settings, const char *path)
{
    struct options *options = &settings->options;

    settings_choose_story(settings, path);
    options->load = options->transcript = options->record = options->replay = options->blorb = NULL;
}

/* Stories from the library, one after another, until the player leaves it. */
static enum session_status play_from_library(struct settings *settings, const char *program, struct display *display,
                                             volatile sig_atomic_t *interrupted, struct message *why)
{
    enum session_status status = SESSION_ENDED;
    char *path, *next;

    path = choose_story(&settings->options, display, interrupted, why);
    if (!path && *why->text)
        status = SESSION_FAULT;
    while (path) {
        choose_next(settings, path);
        free(path);
        next = NULL;
        status = play_once(&settings->options, program, display, interrupted, why, &next);
        path = next || status == SESSION_INTERRUPTED || *why->text ? next
             : choose_story(&settings->options, display, interrupted, why);
    }
    return status;
}

enum session_status player_play(struct settings *settings, const char *program, struct display *display,
                                volatile sig_atomic_t *interrupted, struct message *why)
{
    char *next = NULL, *path;
    enum session_status status;

    if (!settings->options.story)
        return play_from_library(settings, program, display, interrupted, why);
    status = play_once(&settings->options, program, display, interrupted, why, &next);
    while ((path = next) != NULL) {
        choose_next(settings, path);
        free(path);
        next = NULL;
        status = play_once(&settings->options, program, display, interrupted, why, &next);
    }
    return status;
}
