/* Golmac: MIT licence, see LICENSE.

   Lines and single keys for the story, and the answers to the player's own questions. A line that is interrupted (by
   the story's clock, by a hot key) waits in the editor and goes on when the story is asked again. */
#include "frontends/player/player.h"
#include "frontends/screen/letters.h"
#include "frontends/player/look.h"
#include "frontends/player/rescue.h"
#include "frontends/base/utf.h"

#include <string.h>

enum { RETURN_KEY = 13, TENTH = 100, DOUBLE_CLICK = 253, SINGLE_CLICK = 254, FIRST_SPECIAL = 129, SLASH = '/',
       FLAGS_2_LOW = 0x11, WANTS_MOUSE = 0x20 };

/* What a stroke leads to, besides enum input_result: GOES_ON: more are waited for; OTHERS: the stroke is not one of those that
   mean the same for lines and keys. */
enum { GOES_ON = -1, OTHERS = -2, NO_ANSWER = -3 };

static const zm_u16 nothing[1];

static const struct { zm_u8 zscii; } keys[] = {
#define DISPLAY_KEY(name, zscii) { zscii },
#include "frontends/player/keys.def"
};

/* The ZSCII code of a key that no modifier changes, or 0. */
static zm_u8 zscii_of(const struct stroke *stroke)
{
    if (stroke->kind != STROKE_KEY || stroke->modifiers || stroke->key <= DISPLAY_KEY_none)
        return 0;
    return keys[stroke->key - DISPLAY_KEY_none - 1].zscii;
}

static long long deadline_of(const struct input *input)
{
    return input->interval ? strokes_clock() + (long long)input->interval * TENTH : -1;
}

/* ---- Interruptions ---- */

/* The story, or the session, does something else first: the line waits. */
static enum input_result interrupt(struct player *player, enum input_result result, int by_time)
{
    screen_hide_input(&player->screen);
    player->half_typed = 1;
    player->by_time = by_time;
    return result;
}

static enum input_result end(struct player *player)
{
    screen_hide_input(&player->screen);
    rescue_game(player);
    return INPUT_END;
}

/* What a hot key means. */
static enum input_result give_command(struct player *player, struct input *input)
{
    input->length = (unsigned)utf8_decode(input->text, LINE_MAX_UNITS, player->command, strlen(player->command));
    player->command[0] = 0;
    sound_typed(player);
    return interrupt(player, INPUT_COMMAND, 0);
}

/* The request that was interrupted stands again. A routine of the story may have ended it: then another one stands. */
static int resumes(struct player *player, const struct input *input)
{
    int same = player->half_typed && !(player->by_time && input->zm->redraw == 0);

    if (player->half_typed && !same)
        screen_end_input(&player->screen, nothing, 0, 0);
    if (same && player->by_time && input->zm->redraw == 1)
        screen_show_prompt(&player->screen);
    player->half_typed = 0;
    player->worked_since = 0;
    return same;
}

/* What ends a request is the same for lines and keys. */
static int common_stroke(struct player *player, struct input *input, const struct stroke *stroke)
{
    switch (stroke->kind) {
    case STROKE_TIME:
        return (int)interrupt(player, INPUT_TIMEOUT, 1);
    case STROKE_AGAIN:
        sound_interrupt(player);
        return (int)interrupt(player, INPUT_AGAIN, 1);
    case STROKE_GONE:
        return (int)end(player);
    default:
        if (look_find_stroke(player, stroke))
            return GOES_ON;
        return look_hotkey(player, stroke) && *player->command ? (int)give_command(player, input) : OTHERS;
    }
}

/* ---- The mouse (10.3) ---- */

/* Where the story counts from 1: in version 6 units, else characters. */
static void tell_mouse(struct player *player, const struct stroke *stroke)
{
    const struct screen_metrics *metrics = &player->screen.metrics;
    unsigned x = stroke->x > 0 ? (unsigned)stroke->x : 0, y = stroke->y > 0 ? (unsigned)stroke->y : 0;

    if (player->zm->version != 6) {
        x = x > player->screen.left ? (x - player->screen.left) / metrics->cell_width : 0;
        y /= metrics->line_height;
    }
    player->mouse = *stroke;
    player->mouse.x = (int)x + 1;
    player->mouse.y = (int)y + 1;
    zm_set_mouse(player->zm, (zm_u16)(x + 1), (zm_u16)(y + 1));
}

/* The story's click, if it is one: 253 or 254; else 0. A click is the player's own where the story has not asked for
   the mouse (11.1.1, Flags 2 bit 5). */
static zm_u8 click_of(struct player *player, const struct stroke *stroke)
{
    if (stroke->kind != STROKE_MOUSE || player->zm->version < 5 || !(zm_byte(player->zm, FLAGS_2_LOW) & WANTS_MOUSE))
        return 0;
    return stroke->clicks == 2 ? DOUBLE_CLICK : SINGLE_CLICK;
}

/* ---- Editing ---- */

static void type(struct editor *editor, zm_u32 character)
{
    zm_u16 units[2];

    (void)editor_insert(editor, units, letters_put(units, character));
}

static int is_return(const struct stroke *stroke)
{
    return stroke->kind == STROKE_KEY && (stroke->key == DISPLAY_KEY_return
                                          || (stroke->modifiers == WITH_CTRL && (stroke->key == 'j' || stroke->key == 'm')));
}

static int edits(struct editor *editor, const struct stroke *stroke)
{
    return stroke->kind == STROKE_KEY && editor_key(editor, stroke->key, stroke->modifiers);
}

/* ---- A line for the story ---- */

/* A command to the interpreter may be longer than the story's line. */
static unsigned limit_of(const struct player *player, const struct input *input)
{
    const struct editor *editor = &player->editor;

    if (!player->options->no_meta && editor->length && editor->text[0] == SLASH)
        return LINE_MAX_UNITS;
    return input->limit < LINE_MAX_UNITS ? input->limit : LINE_MAX_UNITS;
}

static void begin_line(struct player *player, struct input *input)
{
    if (resumes(player, input))
        return;
    screen_begin_input(&player->screen, input->text, input->length);
    editor_begin(&player->editor, input->text, input->length, input->limit);
}

static void show_line(struct player *player)
{
    const struct editor *editor = &player->editor;

    if (strokes_wait(&player->strokes))
        return; /* more comes at once */
    screen_set_input(&player->screen, editor->text, editor->length, editor->cursor);
    look_tell(player);
}

static int end_line(struct player *player, struct input *input, zm_u8 terminator)
{
    const struct editor *editor = &player->editor;

    look_up(player);
    sound_typed(player);
    input->length = editor->length;
    memcpy(input->text, editor->text, editor->length * sizeof *input->text);
    input->terminator = terminator;
    screen_end_input(&player->screen, editor->text, editor->length, terminator == RETURN_KEY);
    return INPUT_DONE;
}

/* A key that ends the line because the story says so (10.5.2.1) ends it whatever else it could do. */
static zm_u8 terminator_of(struct player *player, struct input *input, const struct stroke *stroke)
{
    zm_u8 zscii = stroke->kind == STROKE_MOUSE ? click_of(player, stroke) : zscii_of(stroke);

    if (zscii != RETURN_KEY && (zscii < FIRST_SPECIAL || !zm_is_terminator(input->zm, zscii)))
        return 0;
    if (stroke->kind == STROKE_MOUSE)
        tell_mouse(player, stroke);
    return zscii;
}

static int edit_stroke(struct player *player, struct input *input, const struct stroke *stroke)
{
    struct editor *editor = &player->editor;

    editor->limit = limit_of(player, input);
    if (stroke->kind == STROKE_CHARACTER) {
        look_up(player);
        type(editor, stroke->key);
    } else if (edits(editor, stroke)) {
        look_up(player);
    } else {
        (void)look_stroke(player, stroke);
    }
    return GOES_ON;
}

static int line_stroke(struct player *player, struct input *input, const struct stroke *stroke)
{
    struct editor *editor = &player->editor;
    zm_u8 terminator;
    int result;

    if (!player->finding && !editor_at_end(editor) && edits(editor, stroke))
        return GOES_ON; /* what would be a hot key at the end of the line */
    result = common_stroke(player, input, stroke);
    if (result >= GOES_ON)
        return result;
    terminator = is_return(stroke) ? RETURN_KEY : terminator_of(player, input, stroke);
    if (terminator)
        return end_line(player, input, terminator);
    return edit_stroke(player, input, stroke);
}

enum input_result player_read_line(void *context, struct input *input)
{
    struct player *player = context;
    long long deadline = deadline_of(input);
    struct stroke stroke;
    int result;

    begin_line(player, input);
    if (*player->command)
        return give_command(player, input);
    player->editing = 1;
    do {
        show_line(player);
        strokes_next(player, deadline, FOR_STORY, &stroke);
        result = line_stroke(player, input, &stroke);
    } while (result == GOES_ON);
    player->editing = 0;
    look_tell(player);
    return (enum input_result)result;
}

void player_show_line(void *context, const zm_u16 *text, unsigned length)
{
    struct player *player = context;

    screen_begin_input(&player->screen, nothing, 0);
    screen_end_input(&player->screen, text, length, 1);
}

/* ---- A key for the story ---- */

static int end_key(struct player *player, struct input *input, unsigned key)
{
    look_up(player);
    sound_typed(player);
    screen_end_input(&player->screen, nothing, 0, 0);
    input->key = key;
    return INPUT_DONE;
}

/* Escape first ends looking back. */
static int is_ours(const struct player *player, const struct stroke *stroke)
{
    return stroke->kind == STROKE_KEY && stroke->key == DISPLAY_KEY_escape && screen_scrolled(&player->screen);
}

static int key_stroke(struct player *player, struct input *input, const struct stroke *stroke)
{
    int result = common_stroke(player, input, stroke);
    zm_u8 zscii;

    if (result >= GOES_ON)
        return result;
    if (is_ours(player, stroke)) {
        look_up(player);
        return GOES_ON;
    }
    if (stroke->kind == STROKE_CHARACTER)
        return stroke->key > 0xFFFF ? GOES_ON : end_key(player, input, stroke->key);
    zscii = is_return(stroke) ? RETURN_KEY : click_of(player, stroke) ? click_of(player, stroke) : zscii_of(stroke);
    if (zscii == 0) {
        (void)look_stroke(player, stroke);
        return GOES_ON;
    }
    if (stroke->kind == STROKE_MOUSE)
        tell_mouse(player, stroke);
    return end_key(player, input, zscii >= FIRST_SPECIAL ? KEY_SPECIAL + zscii : zscii);
}

enum input_result player_read_key(void *context, struct input *input)
{
    struct player *player = context;
    long long deadline = deadline_of(input);
    struct stroke stroke;
    int result;

    if (!resumes(player, input))
        screen_begin_input(&player->screen, nothing, 0);
    if (*player->command)
        return give_command(player, input);
    do {
        screen_set_input(&player->screen, nothing, 0, 0);
        look_tell(player);
        strokes_next(player, deadline, FOR_STORY, &stroke);
        result = key_stroke(player, input, &stroke);
    } while (result == GOES_ON);
    return (enum input_result)result;
}

/* ---- An answer for the player's own question ---- */

void player_show_answer(struct player *player)
{
    enum { LEAST = 8 }; /* columns for the answer */
    const struct editor *editor = &player->answer;
    zm_u16 text[SCENE_MESSAGE];
    unsigned used = scene_fit(&player->scene, player->question, LEAST, text), columns = columns_of(text, used);
    unsigned room = player->screen.columns > columns + 1 ? player->screen.columns - columns - 1 : 1, from = 0, length;

    if (used)
        text[used - 1] = ' '; /* where the question had to be cut */
    if (room > SCENE_MESSAGE - used)
        room = SCENE_MESSAGE - used;
    while (columns_of(editor->text + from, editor->cursor - from) > room) /* the end of a long answer is what one types at */
        from = letters_next(editor->text, editor->length, from);
    length = editor->length - from < SCENE_MESSAGE - used ? editor->length - from : SCENE_MESSAGE - used;
    memcpy(text + used, editor->text + from, length * sizeof *text);
    scene_set_message_text(&player->scene, text, used + length, used + editor->cursor - from);
}

static int answer_stroke(struct player *player, const struct stroke *stroke)
{
    struct editor *editor = &player->answer;

    if (stroke->kind == STROKE_GONE || (stroke->kind == STROKE_KEY && stroke->key == DISPLAY_KEY_escape))
        return NO_ANSWER;
    if (is_return(stroke))
        return 0;
    if (stroke->kind == STROKE_CHARACTER)
        type(editor, stroke->key);
    else if (!edits(editor, stroke) && !look_stroke(player, stroke))
        player_ring(player); /* hot keys wait for no answer */
    return GOES_ON;
}

int player_read_answer(struct player *player, const char *question, unsigned limit)
{
    const char *question_before = player->question, *message = player->message;
    struct stroke stroke;
    int result = GOES_ON;

    editor_begin(&player->answer, NULL, 0, limit);
    player->question = question;
    player->message = NULL;
    while (result == GOES_ON) {
        look_tell(player);
        strokes_next(player, -1, FOR_PROMPT, &stroke);
        result = answer_stroke(player, &stroke);
    }
    player->question = question_before;
    player->message = message;
    look_up(player);
    return result == 0 ? 0 : -1;
}
