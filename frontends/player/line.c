/* Golmac: MIT licence, see LICENSE.

   The modes in which the story reads a line or a key. A line that is interrupted (by the story's clock, by a hot key)
   waits in the editor and goes on when the story asks again. */
#include "frontends/player/player.h"
#include "frontends/screen/characters.h"
#include "frontends/player/scrollback.h"
#include "frontends/base/system.h"
#include "interp/header.h"

enum { RETURN_KEY = 13, TENTH = 100, DOUBLE_CLICK = 253, SINGLE_CLICK = 254, FIRST_SPECIAL = 129, SLASH = '/' };

static const zm_u16 nothing[1];

static const struct { zm_u8 zscii; } keys[] = {
#define DISPLAY_KEY(name, zscii) { zscii },
#include "frontends/player/display_keys.def"
};

/* The ZSCII code of a key that no modifier changes, or 0. */
static zm_u8 zscii_of(const struct stroke *stroke)
{
    if (stroke->kind != STROKE_KEY || stroke->modifiers || stroke->key <= DISPLAY_KEY_none)
        return 0;
    return keys[stroke->key - DISPLAY_KEY_none - 1].zscii;
}

/* The mode ends. */
static bool end_with(struct mode *mode, enum reading reading)
{
    mode->answer = (int)reading;
    return true;
}

/* ---- Interruptions ---- */

/* The story, or the session, does something else first: the line waits. */
static bool interrupt(struct player *player, struct mode *mode, enum reading reading, bool by_time)
{
    screen_hide_input(&player->screen);
    player->half_typed = true;
    player->by_time = by_time;
    return end_with(mode, reading);
}

/* The request that was interrupted stands again. A routine of the story may have ended it: then another one stands. */
static bool resumes(struct player *player)
{
    bool same = player->half_typed && !(player->by_time && player->zm->redraw == 0);

    if (player->half_typed && !same)
        screen_end_input(&player->screen, nothing, 0, 0);
    if (same && player->by_time && player->zm->redraw == 1)
        screen_show_prompt(&player->screen);
    player->half_typed = false;
    return same;
}

enum beginning { IS_NEW, IS_RESUMED, PAGE_IS_FULL };

/* Begin a request, or go on with it. What was shown of it must not go by unread: it is begun when the page has been
   turned. */
static enum beginning begin(struct player *player, const zm_u16 *text, unsigned length)
{
    if (resumes(player)) {
        player->half_typed = screen_page_is_full(&player->screen);
        player->by_time = false;
        return player->half_typed ? PAGE_IS_FULL : IS_RESUMED;
    }
    return screen_begin_input(&player->screen, text, length) ? IS_NEW : PAGE_IS_FULL;
}

static long long deadline_of(const struct session_request *request)
{
    return request->interval ? system_clock() + (long long)request->interval * TENTH : -1;
}

/* What is the same for lines and keys. Returns whether the stroke was that. */
static bool take_common(struct player *player, struct mode *mode, const struct stroke *stroke, bool *ended)
{
    *ended = false;
    switch (stroke->kind) {
    case STROKE_TIME:
        *ended = interrupt(player, mode, READ_TIMEOUT, true);
        return true;
    case STROKE_AGAIN:
        sound_interrupt(player);
        *ended = interrupt(player, mode, READ_AGAIN, true);
        return true;
    case STROKE_COMMAND:
        sound_typed(player);
        *ended = interrupt(player, mode, READ_COMMAND, false);
        return true;
    case STROKE_GONE:
        screen_hide_input(&player->screen);
        *ended = end_with(mode, READ_END);
        return true;
    default:
        return scrollback_find_stroke(player, stroke) || hotkey_take(player, stroke);
    }
}

/* ---- The mouse (10.3) ---- */

/* The story's click, if it is one: 253 or 254; else 0. A click is the player's own where the story has not asked for
   the mouse (11.1.1, Flags 2 bit 5), and outside the window that the story holds it in (15, mouse_window). */
static zm_u8 click_of(struct player *player, const struct stroke *stroke)
{
    unsigned button = stroke->button ? 1u << (stroke->button - 1) : 0;

    if (stroke->kind != STROKE_MOUSE || player->zm->version < 5 || !(zm_word(player->zm, H_FLAGS2) & FLAGS2_MOUSE)
        || !screen_mouse(&player->screen, stroke->x, stroke->y, button, &player->mouse_x, &player->mouse_y))
        return 0;
    return stroke->clicks == 2 ? DOUBLE_CLICK : SINGLE_CLICK;
}

/* The stroke is given to the story: if it was a click, with its place. */
static void tell_mouse(const struct player *player, const struct stroke *stroke)
{
    if (stroke->kind == STROKE_MOUSE)
        zm_set_mouse(player->zm, player->mouse_x, player->mouse_y);
}

/* ---- Editing ---- */

void editor_type(struct editor *editor, zm_u32 character)
{
    zm_u16 units[2];

    (void)editor_insert(editor, units, character_put(units, character));
}

bool editor_take(struct editor *editor, const struct stroke *stroke)
{
    return stroke->kind == STROKE_KEY && editor_key(editor, stroke->key, stroke->modifiers);
}

/* ---- A line for the story ---- */

/* A command to the interpreter may be longer than the story's line. */
static unsigned limit_of(const struct player *player)
{
    const struct editor *editor = &player->editor;

    if (!player->options->no_meta && editor->length && editor->text[0] == SLASH)
        return LINE_MAX_UNITS;
    return player->limit < LINE_MAX_UNITS ? player->limit : LINE_MAX_UNITS;
}

void line_show(struct player *player)
{
    const struct editor *editor = &player->editor;

    screen_set_input(&player->screen, editor->text, editor->length, editor->cursor);
}

bool line_tell(struct player *player, const struct mode *mode)
{
    const struct editor *editor = &player->editor;

    (void)mode;
    if (editor->searching)
        scrollback_tell_search(player, "Typed before: ", editor->needle, editor->needle_length, editor->failing);
    return editor->searching;
}

static bool end_line(struct player *player, struct mode *mode, zm_u8 terminator)
{
    const struct editor *editor = &player->editor;

    scrollback_leave(player);
    sound_typed(player);
    player->key = terminator;
    screen_end_input(&player->screen, editor->text, editor->length, terminator == RETURN_KEY);
    player_pause(player);
    return end_with(mode, READ_DONE);
}

/* A key that ends the line because the story says so (10.5.2.1) ends it whatever else it could do. */
static zm_u8 terminator_of(struct player *player, const struct stroke *stroke)
{
    zm_u8 zscii = stroke->kind == STROKE_MOUSE ? click_of(player, stroke) : zscii_of(stroke);

    if (zscii != RETURN_KEY && (zscii < FIRST_SPECIAL || !zm_is_terminator(player->zm, zscii)))
        return 0;
    tell_mouse(player, stroke);
    return zscii;
}

static void edit(struct player *player, const struct stroke *stroke)
{
    struct editor *editor = &player->editor;

    editor->limit = limit_of(player);
    if (stroke->kind == STROKE_CHARACTER) {
        scrollback_leave(player);
        editor_type(editor, stroke->key);
    } else if (editor_take(editor, stroke)) {
        scrollback_leave(player);
    } else {
        (void)scrollback_stroke(player, stroke);
    }
}

bool line_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    struct editor *editor = &player->editor;
    zm_u8 terminator;
    bool ended;

    if (!player->finding && !editor_at_end(editor) && editor_take(editor, stroke))
        return false; /* what would be a hot key at the end of the line */
    if (take_common(player, mode, stroke, &ended))
        return ended;
    terminator = stroke_is_return(stroke) ? RETURN_KEY : terminator_of(player, stroke);
    if (terminator)
        return end_line(player, mode, terminator);
    edit(player, stroke);
    return false;
}

bool line_begin(struct player *player, const struct session_request *request, void (*done)(struct player *, int))
{
    enum beginning beginning = begin(player, request->text, request->length);

    if (beginning == PAGE_IS_FULL)
        return false;
    if (beginning == IS_NEW)
        editor_begin(&player->editor, request->text, request->length, request->limit);
    player->limit = request->limit;
    mode_begin(player, MODE_LINE, done)->deadline = deadline_of(request);
    return true;
}

/* ---- A key for the story ---- */

void key_show(struct player *player)
{
    screen_set_input(&player->screen, nothing, 0, 0);
}

static bool end_key(struct player *player, struct mode *mode, unsigned key)
{
    scrollback_leave(player);
    sound_typed(player);
    screen_end_input(&player->screen, nothing, 0, 0);
    player->key = key;
    return end_with(mode, READ_DONE);
}

/* The key's or the click's ZSCII code; 0: the story knows no such key. */
static zm_u8 code_of(struct player *player, const struct stroke *stroke)
{
    zm_u8 click = click_of(player, stroke);

    return stroke_is_return(stroke) ? RETURN_KEY : click ? click : zscii_of(stroke);
}

bool key_take(struct player *player, struct mode *mode, const struct stroke *stroke)
{
    zm_u8 zscii;
    bool ended;

    if (take_common(player, mode, stroke, &ended))
        return ended;
    if (stroke_is_key(stroke, DISPLAY_KEY_escape) && screen_scrolled(&player->screen)) {
        scrollback_leave(player);
        return false;
    }
    if (stroke->kind == STROKE_CHARACTER)
        return stroke->key <= 0xFFFF && end_key(player, mode, stroke->key);
    zscii = code_of(player, stroke);
    if (zscii == 0) {
        (void)scrollback_stroke(player, stroke);
        return false;
    }
    tell_mouse(player, stroke);
    return end_key(player, mode, zscii >= FIRST_SPECIAL ? KEY_SPECIAL + zscii : zscii);
}

bool key_begin(struct player *player, const struct session_request *request, void (*done)(struct player *, int))
{
    if (begin(player, nothing, 0) == PAGE_IS_FULL)
        return false;
    mode_begin(player, MODE_KEY, done)->deadline = deadline_of(request);
    return true;
}
