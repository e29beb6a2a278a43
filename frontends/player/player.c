/* Golmac: MIT licence, see LICENSE.

   A story on a display: what the machine prints and asks, what the host remarks. */
#include "frontends/player/player.h"
#include "frontends/player/scrollback.h"
#include "frontends/base/system.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Interpreter number (11.1.3): stories print it, so transcripts depend on it. Version 6 stories lay out their screens
   by it. */
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
    mode_tell(player);
}

/* ---- What the machine asks ---- */

void player_pause(struct player *player)
{
    if (player->session && screen_page_is_full(&player->screen))
        session_pause(player->session);
}

static void print(void *context, const zm_u16 *text, unsigned length)
{
    struct player *player = context;

    screen_print(&player->screen, text, length);
    player_pause(player);
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct player *player = context;
    zm_u16 result;

    switch (opcode) {
    case ZM_OP_sound_effect:
        sound_perform(player, operand, count);
        return 0;
    case ZM_OP_restart:
        sound_silence(player);
        player->half_typed = false;
        break;
    }
    result = screen_perform(&player->screen, opcode, operand, count);
    player_pause(player);
    return result;
}

/* ---- What the host says ---- */

static void say_as(struct player *player, const char *before, const char *text, const char *after, unsigned style)
{
    size_t size = strlen(before) + strlen(text) + strlen(after) + 1;
    char *whole = malloc(size);

    if (whole)
        snprintf(whole, size, "%s%s%s", before, text, after);
    screen_say(&player->screen, whole ? whole : text, style);
    free(whole);
    player_pause(player);
}

/* In brackets, so that it is told apart without any style. */
static void remark(void *player, const char *text) { say_as(player, "[", text, "]", SCREEN_REMARK); }
void player_warn(void *player, const char *text) { say_as(player, "[Warning: ", text, "]", SCREEN_WARNING); }

static void show_prompt(void *context)
{
    struct player *player = context;

    screen_show_prompt(&player->screen);
    player_pause(player);
}

/* A replay is not stopped by pages. */
static void show_line(void *context, const zm_u16 *text, unsigned length)
{
    static const zm_u16 nothing[1];
    struct player *player = context;

    while (!screen_begin_input(&player->screen, nothing, 0))
        screen_skip_pages(&player->screen);
    screen_end_input(&player->screen, text, length, 1);
    player_pause(player);
}

static void show_status(void *context)
{
    enum { ROOM = 4000 };
    zm_u16 text[ROOM];
    char bytes[ROOM * UTF8_PER_UNIT + 1];
    struct player *player = context;
    unsigned length = screen_read_upper(&player->screen, text, ROOM);

    while (length && text[length - 1] == '\n')
        length--;
    bytes[utf8_encode(bytes, text, length)] = 0;
    remark(context, length ? bytes : "There is no status line.");
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
    player_pause(player);
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
        player, player->keys, true, true, true, print, perform, remark, player_warn, show_line, show_prompt,
        show_status, transcribes, keep_screen, recall_screen, was_restored
    };
}

int player_init(struct player *player, struct display *display, struct zm *zm, const struct options *options)
{
    struct screen_metrics metrics;

    memset(player, 0, sizeof *player);
    player->display = display;
    player->zm = zm;
    player->options = options;
    player->chosen = -1;
    measure(player, &metrics);
    if (screen_init(&player->screen, zm, &metrics, display->pictures) != 0)
        return -1;
    screen_set_more(&player->screen, !options->no_more);
    screen_describe(&player->screen, &player->description);
    scene_init(&player->scene, &player->screen);
    complete_init(&player->words, zm, &player->screen);
    player->editor.completion = &player->words.completion;
    (void)player_keys_help(player->keys, sizeof player->keys);
    connect(player);
    return 0;
}

void player_free(struct player *player)
{
    sound_silence(player);
    typeahead_free(&player->typeahead);
    scene_free(&player->scene);
    screen_free(&player->screen);
    free(player->dropped);
    player->dropped = NULL;
}
