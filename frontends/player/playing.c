/* Golmac: MIT licence, see LICENSE.

   Stories on a display, one after another. */
#include "frontends/player/playing.h"
#include "frontends/player/player.h"
#include "frontends/host/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct playing {
    struct settings *settings;
    const char *program;
    struct display *display;
    volatile sig_atomic_t *interrupted;
    bool from_library;              /* when a story has ended another can be chosen */
    bool is_shown;                  /* there is a player: of a story, or of the library */
    struct session *session;        /* the story; NULL: the library */
    struct library library;
    struct list_source stories;     /* its rows */
    struct zm no_story;             /* a machine that has none: the screen asks for its version only */
    char *next;                     /* the path of the story to be played next, allocated; NULL: none has been chosen */
    enum session_status status;     /* of the last play */
    struct message why;
    struct player player;
};

/* ---- Beginning to show something ---- */

static void fail(struct playing *playing, const char *why)
{
    message_set(&playing->why, "%s", why);
    playing->status = SESSION_FAULT;
}

/* A story, or NULL for the library, on the display. Returns whether it is shown; if not the user has been told why, or
   will be. */
static bool show(struct playing *playing, const struct story *story, struct zm *zm)
{
    struct display *display = playing->display;

    if (display->begin && display->begin(display->context, story) != 0)
        fail(playing, "");
    else if (player_init(&playing->player, display, zm, &playing->settings->options) != 0)
        fail(playing, "there is no memory left");
    else
        playing->is_shown = true;
    playing->player.interrupted = playing->interrupted;
    return playing->is_shown;
}

/* ---- The library ---- */

static void describe_row(void *context, unsigned row, char *line, size_t size)
{
    const struct library *library = context;

    library_describe(&library->rows[row], line, size);
}

static void preview_row(void *context, unsigned row, char *text, size_t size)
{
    const struct library_row *story = &((const struct library *)context)->rows[row];

    snprintf(text, size, "%s\n%s%s\nZ-machine version %u. %s", story->title, story->headline,
             *story->headline ? "\n" : "", story->version, story->path);
}

static void take_choice(struct player *player, int row)
{
    player->chosen = row;
    player->over = true;
}

static void show_library(struct playing *playing)
{
    struct library *library = &playing->library;

    if (library_open(library) != 0) {
        fail(playing, "there is no memory left");
        return;
    }
    playing->stories = (struct list_source){
        library, "Stories", "play", (unsigned)library->count, 0, describe_row, preview_row
    };
    if (library->count == 0)
        playing->stories.title = "Stories in the folders of ZCODE_PATH and in $XDG_DATA_HOME/golmac/stories";
    playing->no_story.version = 5;
    if (!show(playing, NULL, &playing->no_story)) {
        library_close(library);
        return;
    }
    playing->player.in_library = true;
    if (player_list(&playing->player, &playing->stories, take_choice) == 0)
        return;
    fail(playing, "there is no memory left");
    playing->player.over = true;
}

/* ---- A story ---- */

/* What the command line says of the first story (files to load, to record, to replay) is not said of the next. */
static void choose_next(struct settings *settings, const char *path)
{
    struct options *options = &settings->options;

    settings_choose_story(settings, path);
    options->load = options->transcript = options->record = options->replay = options->blorb = NULL;
}

static void show_story(struct playing *playing)
{
    struct player *player = &playing->player;
    struct session *session = session_open(&playing->settings->options, playing->program, &playing->why);

    playing->status = SESSION_FAULT;
    if (!session)
        return;
    if (!show(playing, session_story(session), session_machine(session))) {
        session_close(session);
        return;
    }
    playing->why.text[0] = 0;
    playing->session = player->session = session;
    player->editor.history = session_history(session);
    if (playing->display->set_title)
        playing->display->set_title(playing->display->context, session_story(session)->name);
    session_begin(session, &player->host, &player->description);
}

/* ---- One after another ---- */

static void close_story(struct playing *playing)
{
    struct session *session = playing->session;

    playing->status = playing->player.hung_up ? SESSION_INTERRUPTED : session_status(session);
    if (session_status(session) == SESSION_FAULT && !playing->player.told)
        message_set(&playing->why, "%s", session_why(session));
    session_close(session);
    playing->session = NULL;
}

static void close_library(struct playing *playing)
{
    int row = playing->player.chosen;

    if (!playing->next && row >= 0)
        playing->next = strdup(playing->library.rows[row].path);
    library_close(&playing->library);
}

/* End what is shown, and note what is to follow. */
static void leave(struct playing *playing)
{
    struct player *player = &playing->player;

    playing->next = player->dropped;
    player->dropped = NULL;
    player_free(player);
    playing->is_shown = false;
    if (playing->session)
        close_story(playing);
    else
        close_library(playing);
}

static void show_next(struct playing *playing)
{
    char *path = playing->next;

    playing->next = NULL;
    choose_next(playing->settings, path);
    free(path);
    show_story(playing);
}

struct playing *playing_open(struct settings *settings, const char *program, struct display *display,
                             volatile sig_atomic_t *interrupted)
{
    struct playing *playing = calloc(1, sizeof *playing);

    if (!playing)
        return NULL;
    playing->settings = settings;
    playing->program = program;
    playing->display = display;
    playing->interrupted = interrupted;
    playing->from_library = !settings->options.story;
    if (playing->from_library)
        show_library(playing);
    else
        show_story(playing);
    return playing;
}

bool playing_is_over(const struct playing *playing)
{
    return !playing || !playing->is_shown;
}

struct scene *playing_scene(struct playing *playing)
{
    return &playing->player.scene;
}

int playing_deadline(struct playing *playing)
{
    return player_deadline(&playing->player);
}

void playing_event(struct playing *playing, const struct event *event)
{
    bool was_story = playing->session != NULL;

    player_event(&playing->player, event);
    if (!playing->player.over)
        return;
    leave(playing);
    if (playing->next)
        show_next(playing);
    else if (was_story && playing->from_library && playing->status != SESSION_INTERRUPTED && !*playing->why.text)
        show_library(playing);
}

enum session_status playing_close(struct playing *playing, struct message *why)
{
    enum session_status status;

    if (!playing) {
        (void)message_set(why, "there is no memory left");
        return SESSION_FAULT;
    }
    if (playing->is_shown)
        leave(playing);
    *why = playing->why;
    status = playing->status;
    free(playing->next);
    free(playing);
    return status;
}
