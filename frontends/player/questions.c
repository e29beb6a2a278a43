/* Golmac: MIT licence, see LICENSE.

   Modes of the player's own: a question that is answered by typing, by y or n, or by any key; [MORE]; a list. */
#include "frontends/player/player.h"
#include "frontends/player/list.h"
#include "frontends/player/scrollback.h"
#include "frontends/screen/characters.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool end_with(struct mode *mode, int answer)
{
    mode->answer = answer;
    return true;
}

/* ---- An answer that is typed ---- */

enum { GIVEN = 0, NOT_GIVEN = -1 };

/* The question, and as much of the end of the answer as there is room for: that is where one types. */
bool answer_tell(struct player *player, const struct mode *mode)
{
    enum { LEAST = 8 }; /* columns for the answer */
    const struct editor *editor = &player->answer;
    zm_u16 text[SCENE_MESSAGE];
    unsigned used = scene_fit(&player->scene, mode->text, LEAST, text), columns = columns_of(text, used);
    unsigned room = player->screen.columns > columns + 1 ? player->screen.columns - columns - 1 : 1, from = 0, length;

    if (used)
        text[used - 1] = ' '; /* where the question had to be cut */
    if (room > SCENE_MESSAGE - used)
        room = SCENE_MESSAGE - used;
    while (columns_of(editor->text + from, editor->cursor - from) > room)
        from = character_next(editor->text, editor->length, from);
    length = editor->length - from < SCENE_MESSAGE - used ? editor->length - from : SCENE_MESSAGE - used;
    memcpy(text + used, editor->text + from, length * sizeof *text);
    scene_set_message_text(&player->scene, text, used + length, used + editor->cursor - from);
    return true;
}

static bool end_answer(struct player *player, struct mode *mode, int answer)
{
    scrollback_leave(player);
    return end_with(mode, answer);
}

bool answer_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    struct editor *editor = &player->answer;

    if (stroke->kind == STROKE_GONE || stroke_is_key(stroke, DISPLAY_KEY_escape))
        return end_answer(player, mode, NOT_GIVEN);
    if (stroke_is_return(stroke))
        return end_answer(player, mode, GIVEN);
    if (stroke->kind == STROKE_CHARACTER)
        editor_type(editor, stroke->key);
    else if (!editor_take(editor, stroke) && !scrollback_stroke(player, stroke))
        player_ring(player); /* hot keys wait for no answer */
    return false;
}

void player_ask_for(struct player *player, const char *question, unsigned limit, void (*done)(struct player *, int))
{
    editor_begin(&player->answer, NULL, 0, limit);
    mode_begin(player, MODE_ANSWER, done)->text = question;
}

void player_take_answer(const struct player *player, char *answer, size_t size)
{
    char bytes[LINE_MAX_UNITS * UTF8_PER_UNIT + 1];

    bytes[utf8_encode(bytes, player->answer.text, player->answer.length)] = 0;
    snprintf(answer, size, "%s", bytes);
}

/* ---- A key that is an answer ---- */

void player_ring(struct player *player)
{
    if (player->display->bell)
        player->display->bell(player->display->context, 1);
}

/* Keys that look back are none, however often they are pressed. */
static bool is_answer(struct player *player, const struct stroke *stroke)
{
    if (stroke->kind != STROKE_GONE && scrollback_stroke(player, stroke))
        return false;
    scrollback_leave(player);
    return true;
}

static bool is_letter(const struct stroke *stroke, zm_u32 small)
{
    return stroke->kind == STROKE_CHARACTER && (stroke->key | 0x20) == small;
}

bool confirm_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    if (!is_answer(player, stroke))
        return false;
    if (is_letter(stroke, 'y'))
        return end_with(mode, true);
    if (stroke->kind == STROKE_GONE || stroke_is_key(stroke, DISPLAY_KEY_escape) || is_letter(stroke, 'n'))
        return end_with(mode, false);
    player_ring(player);
    return false;
}

void player_confirm(struct player *player, const char *question, void (*done)(struct player *, int))
{
    mode_begin(player, MODE_CONFIRM, done)->text = question;
}

bool notice_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    return is_answer(player, stroke) && end_with(mode, 0);
}

/* ---- [MORE] ---- */

enum { NEXT_PAGE = 0, ALL = 1 };

/* Escape shows all there is. A hot key does, too: its command is carried out when the story asks for something next. */
bool more_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    if (stroke->kind == STROKE_COMMAND || stroke->kind == STROKE_GONE || stroke_is_key(stroke, DISPLAY_KEY_escape)) {
        scrollback_leave(player);
        return end_with(mode, ALL);
    }
    if (!is_answer(player, stroke) || hotkey_take(player, stroke))
        return false;
    return end_with(mode, NEXT_PAGE);
}

static void page_turned(struct player *player, int how)
{
    if (how == ALL)
        screen_skip_pages(&player->screen);
    else
        screen_turn_page(&player->screen);
    if (player->session && !screen_page_is_full(&player->screen))
        session_give_page(player->session);
}

void more_begin(struct player *player)
{
    mode_begin(player, MODE_MORE, page_turned)->text = "[MORE]";
}

/* ---- Lists ---- */

enum { NO_ROW = -1 };

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

bool list_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    struct list *list = player->scene.list;
    enum list_result result = list_stroke(player, list, stroke);

    if (result == LIST_GOES_ON)
        return false;
    scene_set_list(&player->scene, NULL);
    mode->answer = result == LIST_CHOSEN ? (int)list->chosen : NO_ROW;
    free(list);
    return true;
}

int player_list(struct player *player, const struct list_source *source, void (*done)(struct player *, int))
{
    struct list *list = malloc(sizeof *list);

    if (!list)
        return -1;
    list_init(list, source);
    scene_set_list(&player->scene, list);
    mode_begin(player, MODE_LIST, done);
    return 0;
}
