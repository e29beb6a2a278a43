/* Golmac: MIT licence, see LICENSE.

   What the host says and asks: remarks between the story's paragraphs; questions and [MORE] in the last row; lists. */
#include "frontends/player/player.h"
#include "frontends/player/list.h"
#include "frontends/player/look.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POLL_EVERY = 100 };

/* ---- Remarks ---- */

static void say(struct player *player, const char *before, const char *text, const char *after, unsigned style)
{
    size_t size = strlen(before) + strlen(text) + strlen(after) + 1;
    char *whole = malloc(size);

    if (whole)
        snprintf(whole, size, "%s%s%s", before, text, after);
    screen_say(&player->screen, whole ? whole : text, style);
    free(whole);
}

/* In brackets, so that it is told apart without any style. */
void player_say(void *player, const char *text) { say(player, "[", text, "]", SCREEN_REMARK); }
void player_warn(void *player, const char *text) { say(player, "[Warning: ", text, "]", SCREEN_WARNING); }

void player_show_prompt(void *context)
{
    struct player *player = context;

    screen_show_prompt(&player->screen);
}

void player_show_status(void *context)
{
    enum { ROOM = 4000 };
    zm_u16 text[ROOM];
    char bytes[ROOM * UTF8_PER_UNIT + 1];
    struct player *player = context;
    unsigned length = screen_read_upper(&player->screen, text, ROOM);

    while (length && text[length - 1] == '\n')
        length--;
    bytes[utf8_encode(bytes, text, length)] = 0;
    player_say(context, length ? bytes : "There is no status line.");
}

/* ---- Questions ---- */

int player_ask(void *context, const struct session_question *question, char *answer)
{
    struct player *player = context;
    char bytes[LINE_MAX_UNITS * UTF8_PER_UNIT + 1];

    if (player_read_answer(player, question->text, question->size / UTF8_PER_UNIT) != 0)
        return -1;
    bytes[utf8_encode(bytes, player->answer.text, player->answer.length)] = 0;
    snprintf(answer, question->size, "%s", bytes);
    return 0;
}

/* Show a message until a stroke that looks nowhere; which one. */
static void wait_for(struct player *player, const char *message, struct stroke *stroke)
{
    const char *before = player->message;

    player->message = message;
    do {
        look_tell(player);
        strokes_next(player, -1, FOR_QUESTION, stroke);
    } while (stroke->kind != STROKE_GONE && look_stroke(player, stroke));
    player->message = before;
    look_up(player);
}

static int is_key(const struct stroke *stroke, unsigned key)
{
    return stroke->kind == STROKE_KEY && stroke->key == key;
}

static int is_character(const struct stroke *stroke, zm_u32 small, zm_u32 capital)
{
    return stroke->kind == STROKE_CHARACTER && (stroke->key == small || stroke->key == capital);
}

void player_ring(struct player *player)
{
    if (player->display->bell)
        player->display->bell(player->display->context, 1);
}

int player_confirm(struct player *player, const char *question)
{
    struct stroke stroke;
    int yes, no;

    player->asking++;
    do {
        wait_for(player, question, &stroke);
        yes = is_character(&stroke, 'y', 'Y');
        no = stroke.kind == STROKE_GONE || is_key(&stroke, DISPLAY_KEY_escape) || is_character(&stroke, 'n', 'N');
        if (!yes && !no)
            player_ring(player);
    } while (!yes && !no);
    player->asking--;
    return yes;
}

void player_wait_for_key(struct player *player, const char *message)
{
    struct stroke stroke;

    wait_for(player, message, &stroke);
}

/* ---- [MORE] ---- */

/* Escape shows all there is; so does a replay, which nobody should have to watch page by page. A hot key does, too: its
   command is carried out when the story asks for something next. */
int player_more(void *context)
{
    struct player *player = context;
    struct stroke stroke;

    if (player->session && session_is_replaying(player->session))
        return 1;
    do
        wait_for(player, "[MORE]", &stroke);
    while (look_hotkey(player, &stroke) && !*player->command && !player->gone); /* it was not meant so */
    return *player->command || stroke.kind == STROKE_GONE || is_key(&stroke, DISPLAY_KEY_escape);
}

/* ---- Lists ---- */

static enum list_result list_stroke(struct player *player, struct list *list, const struct stroke *stroke)
{
    switch (stroke->kind) {
    case STROKE_GONE:
        return LIST_LEFT;
    case STROKE_CHARACTER:
        list_type(list, stroke->key);
        return LIST_GOES_ON;
    case STROKE_MOUSE:
        return list_click(list, (unsigned)stroke->y / player->screen.metrics.line_height) && list->source->verb
               ? LIST_CHOSEN : LIST_GOES_ON;
    case STROKE_KEY:
        return list_key(list, stroke->key, stroke->modifiers);
    default:
        return LIST_GOES_ON;
    }
}

int player_choose(void *context, const struct list_source *source)
{
    struct player *player = context;
    struct list *list = malloc(sizeof *list);
    enum list_result result = LIST_GOES_ON;
    struct stroke stroke;
    int chosen;

    if (!list)
        return -1;
    list_init(list, source);
    scene_set_list(&player->scene, list);
    while (result == LIST_GOES_ON) {
        strokes_next(player, -1, FOR_PROMPT, &stroke);
        result = list_stroke(player, list, &stroke);
    }
    scene_set_list(&player->scene, NULL);
    chosen = result == LIST_CHOSEN ? (int)list->chosen : -1;
    free(list);
    return chosen;
}

/* ---- While the story works ---- */

int player_work(void *context)
{
    struct player *player = context;
    long long now = strokes_clock();

    if (player->worked_since == 0)
        player->worked_since = now;
    if (now - player->worked_since < POLL_EVERY)
        return 0;
    player->worked_since = now;
    player->screen.at_work = 1;
    player->display->paint(player->display->context, &player->scene);
    player->screen.at_work = 0;
    return strokes_poll(player);
}
