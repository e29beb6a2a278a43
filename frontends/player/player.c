/* Golmac: MIT licence, see LICENSE.

   A play from its beginning to its end. */
#include "frontends/player/player.h"
#include "frontends/player/look.h"
#include "frontends/player/shelf.h"

#include <stdlib.h>
#include <string.h>

/* The number tells a story about its computer: stories print it, and transcripts are compared. Version 6 lays out its
   screens by it (11.1.3). */
enum { INTERPRETER = 1, INTERPRETER_V6 = 6, INTERPRETER_LETTER = 'F', DEFAULT_MEASURE = 80 };

/* ---- The screen's size ---- */

/* What there is, or what the options say, if that is less. */
static unsigned least(unsigned room, long wanted, unsigned unit)
{
    return wanted > 0 && (unsigned long)wanted < room / unit ? (unsigned)wanted * unit : room;
}

static void measure(struct player *player, struct screen_metrics *metrics)
{
    const struct options *options = player->options;
    struct zm_screen *description = &player->description;

    memset(metrics, 0, sizeof *metrics);
    memset(description, 0, sizeof *description);
    player->display->measure(player->display->context, metrics, description);
    metrics->measure = options->measure < 0 ? DEFAULT_MEASURE : (unsigned)options->measure;
    metrics->centred = 1;
    metrics->width = least(metrics->width, options->width, metrics->cell_width);
    metrics->height = least(metrics->height, options->height == 255 ? -1 : options->height, metrics->line_height);
    description->can |= ZM_CAN_TIMED;
    if (options->undo != 0)
        description->can |= ZM_CAN_UNDO;
    if (options->tandy)
        description->can |= ZM_IS_TANDY;
    if (options->no_colour)
        description->can &= (zm_u16)~ZM_CAN_COLOURS;
    description->interpreter = options->interpreter > 0 ? (zm_u8)options->interpreter
                               : player->zm->version == 6 ? INTERPRETER_V6 : INTERPRETER;
    description->letter = INTERPRETER_LETTER;
}

void player_measure(struct player *player)
{
    struct screen_metrics metrics;

    measure(player, &metrics);
    screen_resize(&player->screen, &metrics);
    screen_describe(&player->screen, &player->description);
    if (!player->in_library)
        zm_set_screen(player->zm, &player->description);
    scene_touch(&player->scene);
    look_tell(player);
}

/* ---- What the machine asks ---- */

static void print(void *context, const zm_u16 *text, unsigned length)
{
    struct player *player = context;

    screen_print(&player->screen, text, length);
}

/* 15, read_mouse: y, x, the buttons, the menu word. */
static void read_mouse(const struct player *player, zm_u16 *operand)
{
    operand[0] = (zm_u16)player->mouse.y;
    operand[1] = (zm_u16)player->mouse.x;
    operand[2] = player->pressed != 0;
    operand[3] = 0;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct player *player = context;

    switch (opcode) {
    case ZM_OP_sound_effect:
        sound_perform(player, operand, count);
        return 0;
    case ZM_OP_read_mouse:
        read_mouse(player, operand);
        return 0;
    case ZM_OP_restart:
        sound_silence(player);
        player->half_typed = 0;
        break;
    }
    return screen_perform(&player->screen, opcode, operand, count);
}

/* ---- A screen that is kept ---- */

static void keep_screen(void *context, struct saved_screen_bytes *bytes)
{
    struct player *player = context;

    screen_keep(&player->screen, bytes);
}

static void recall_screen(void *context, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                          bool print)
{
    struct player *player = context;

    (void)screen_recall(&player->screen, bytes, text, length, print);
}

static void was_restored(void *context)
{
    struct player *player = context;

    screen_was_restored(&player->screen);
}

static bool transcribes(void *context)
{
    const struct player *player = context;

    return screen_transcribes(&player->screen);
}

/* ---- Beginning and end ---- */

static void connect(struct player *player)
{
    player->host = (struct session_host){
        player, player->keys, true, true, true, print, perform, player_say, player_warn, player_show_line, player_show_prompt,
        player_show_status, transcribes, keep_screen, recall_screen, was_restored
    };
    player->blocking.context = player;
    player->blocking.read_line = player_read_line;
    player->blocking.read_key = player_read_key;
    player->blocking.ask = player_ask;
    player->blocking.choose = player_choose;
    player->blocking.work = player_work;
}

int player_init(struct player *player, struct display *display, struct zm *zm, const struct options *options)
{
    struct screen_metrics metrics;
    struct screen_host host = { player, player_more };

    memset(player, 0, sizeof *player);
    player->display = display;
    player->zm = zm;
    player->options = options;
    measure(player, &metrics);
    if (screen_init(&player->screen, zm, &metrics, display->pictures, &host) != 0)
        return -1;
    screen_set_more(&player->screen, !options->no_more);
    screen_describe(&player->screen, &player->description);
    scene_init(&player->scene, &player->screen);
    words_init(&player->words, zm, &player->screen);
    player->editor.completion = &player->words.completion;
    (void)player_keys_help(player->keys, sizeof player->keys);
    connect(player);
    return 0;
}

void player_free(struct player *player)
{
    sound_silence(player);
    strokes_free(&player->strokes);
    scene_free(&player->scene);
    screen_free(&player->screen);
    free(player->dropped);
    player->dropped = NULL;
}

/* The last screen stays until it has been read. What stopped the story is told there, not once more when the display is closed. */
static void show_end(struct player *player, enum session_status status, struct message *why)
{
    static const zm_u16 nothing[1];

    if (player->gone || (player->interrupted && *player->interrupted))
        return;
    if (status == SESSION_FAULT)
        player_warn(player, session_why(player->session));
    screen_begin_input(&player->screen, nothing, 0);
    player_wait_for_key(player, status == SESSION_FAULT ? "[The story has stopped: press any key to leave]\n[Stopped: press any key]"
                                                        : "[Press any key to leave]");
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

    path = shelf_choose(&settings->options, display, interrupted, why);
    if (!path && *why->text)
        status = SESSION_FAULT;
    while (path) {
        choose_next(settings, path);
        free(path);
        next = NULL;
        status = play_once(&settings->options, program, display, interrupted, why, &next);
        path = next || status == SESSION_INTERRUPTED || *why->text ? next
             : shelf_choose(&settings->options, display, interrupted, why);
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
