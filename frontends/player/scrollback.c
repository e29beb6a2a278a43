/* Golmac: MIT licence, see LICENSE.

   Looking back, finding, marking: what the player can do with the screen whatever is going on. */
#include "frontends/player/player.h"
#include "frontends/player/scrollback.h"
#include "frontends/screen/characters.h"
#include "frontends/player/list.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOR_EVER_BACK = 0x7FFFFFFF, COPY_MOST = 1 << 20,
       PASTE_MOST = TYPEAHEAD_MOST + 1 /* one more tells that it is cut */ };

/* ---- The last row ---- */

void scrollback_tell_search(struct player *player, const char *what, const zm_u16 *needle, unsigned length,
                            bool failing)
{
    zm_u16 text[SCENE_MESSAGE];
    char after[] = " (not there)";
    unsigned used = (unsigned)utf8_decode(text, SCENE_MESSAGE, what, strlen(what)), cursor;

    memcpy(text + used, needle, length * sizeof *needle);
    cursor = used += length;
    if (failing)
        used += (unsigned)utf8_decode(text + used, SCENE_MESSAGE - used, after, sizeof after - 1);
    scene_set_message_text(&player->scene, text, used, cursor);
}

static void tell_back(struct player *player, unsigned lines)
{
    char text[128];
    const char *plural = lines == 1 ? "" : "s";

    snprintf(text, sizeof text,
             "[%u line%s back. Page Down, or type, to go on]\n[%u line%s back: Page Down goes on]\n[%u back]",
             lines, plural, lines, plural, lines);
    scene_set_message(&player->scene, text);
    player->scene.message_cursor = SCENE_MESSAGE;
}

bool scrollback_tell(struct player *player)
{
    unsigned lines = screen_scrolled(&player->screen);

    if (player->finding)
        scrollback_tell_search(player, "Find: ", player->needle, player->needle_length, player->not_found);
    else if (lines)
        tell_back(player, lines);
    return player->finding || lines;
}

/* ---- Looking back ---- */


static void scroll(struct player *player, long lines)
{
    long wanted = (long)screen_scrolled(&player->screen) + lines;

    (void)screen_scroll(&player->screen, wanted < 0 ? 0 : wanted > FOR_EVER_BACK ? FOR_EVER_BACK : (unsigned)wanted);
}

/* A page less a line or two, so that the eye keeps its place. */
static long page(const struct player *player)
{
    long rows = (long)screen_page(&player->screen) - 2;

    return rows > 0 ? rows : 1;
}

static void do_page_up(struct player *player) { scroll(player, page(player)); }
static void do_page_down(struct player *player) { scroll(player, -page(player)); }
static void do_line_up(struct player *player) { scroll(player, 1); }
static void do_line_down(struct player *player) { scroll(player, -1); }
static void do_oldest(struct player *player) { scroll(player, FOR_EVER_BACK); }
static void do_newest(struct player *player) { scroll(player, -(long)FOR_EVER_BACK); }

void scrollback_wheel(struct player *player, int lines)
{
    if (player->scene.list)
        list_scroll(player->scene.list, lines);
    else
        scroll(player, lines);
    mode_tell(player);
}

/* ---- Marking ---- */

static void unmark(struct player *player)
{
    if (player->marked)
        screen_select_end(&player->screen);
    player->marked = player->pressed = false;
}

void scrollback_leave(struct player *player)
{
    unmark(player);
    if (player->finding)
        screen_find_end(&player->screen);
    player->finding = false;
    if (screen_scrolled(&player->screen))
        (void)screen_scroll(&player->screen, 0);
    mode_tell(player);
}

static void press(struct player *player, const struct stroke *stroke)
{
    unmark(player);
    if (stroke->button != 1)
        return;
    player->press_x = stroke->x;
    player->press_y = stroke->y;
    player->pressed = true;
    if (stroke->clicks == 2)
        player->marked = screen_select_word(&player->screen, stroke->x, stroke->y);
}

/* What is marked, to one of the display's functions, if it has that. */
static void hand_over(struct player *player, void (*take)(void *, const zm_u16 *, unsigned))
{
    zm_u16 *text = player->marked && take ? malloc(COPY_MOST * sizeof *text) : NULL;

    if (text)
        take(player->display->context, text, screen_selection(&player->screen, text, COPY_MOST));
    free(text);
}

void scrollback_drag(struct player *player, const struct event *event)
{
    if (event->clicks == 0) {
        player->pressed = false;
        player->screen.mouse_buttons = 0;
        hand_over(player, player->display->mark);
    } else if (player->pressed) {
        screen_select(&player->screen, player->press_x, player->press_y, event->x, event->y);
        player->marked = true;
    }
}

static void do_copy_only(struct player *player)
{
    hand_over(player, player->display->copy);
}

static void do_copy(struct player *player)
{
    if (player->marked)
        do_copy_only(player);
    else
        modes_interrupt(player);
}

void player_paste(struct player *player, const zm_u16 *text, unsigned length)
{
    if (typeahead_add_text(&player->typeahead, text, length) != 0)
        player_ring(player);
}

static void do_paste(struct player *player)
{
    zm_u16 *text = player->display->fetch ? malloc(PASTE_MOST * sizeof *text) : NULL;

    if (text)
        player_paste(player, text, player->display->fetch(player->display->context, text, PASTE_MOST));
    free(text);
}

/* ---- The display ---- */

static void do_repaint(struct player *player)
{
    scene_touch(&player->scene);
}

static void do_suspend(struct player *player)
{
    if (player->session)
        session_settle(player->session);
    if (player->display->suspend)
        player->display->suspend(player->display->context);
    scene_touch(&player->scene);
}

/* ---- Finding ---- */

static void find_on(struct player *player, int direction, int again)
{
    player->not_found = player->needle_length
                        && !screen_find(&player->screen, player->needle, player->needle_length, direction, again);
}

static void do_find(struct player *player)
{
    if (player->finding) {
        find_on(player, -1, 1);
        return;
    }
    player->finding = true;
    player->not_found = false;
    player->needle_length = 0;
}

static void find_typed(struct player *player, zm_u32 character)
{
    if (player->needle_length + 2 > PLAYER_FIND)
        return;
    player->needle_length += character_put(player->needle + player->needle_length, character);
    find_on(player, -1, 0);
}

/* What was looked for before is still marked; a shorter text is looked for from the end again. */
static void find_shorten(struct player *player)
{
    player->needle_length = character_previous(player->needle, player->needle_length);
    screen_find_end(&player->screen);
    find_on(player, -1, 0);
}

static bool find_key(struct player *player, unsigned key, unsigned modifiers)
{
    switch (key) {
    case DISPLAY_KEY_return:
    case DISPLAY_KEY_up: find_on(player, -1, 1); return true;
    case DISPLAY_KEY_down: find_on(player, 1, 1); return true;
    case DISPLAY_KEY_backspace: find_shorten(player); return true;
    case DISPLAY_KEY_escape: scrollback_leave(player); return true;
    case 'g':
    case 's':
    case 'r':
        if (modifiers != WITH_CTRL)
            return false;
        if (key == 'g')
            scrollback_leave(player);
        else
            find_on(player, key == 's' ? 1 : -1, 1);
        return true;
    }
    return false;
}

bool scrollback_find_stroke(struct player *player, const struct stroke *stroke)
{
    bool taken = true;

    if (!player->finding)
        return false;
    if (stroke->kind == STROKE_CHARACTER)
        find_typed(player, stroke->key);
    else
        taken = stroke->kind == STROKE_KEY && find_key(player, stroke->key, stroke->modifiers);
    mode_tell(player);
    return taken;
}

/* ---- Keys ---- */

static const struct scrollback_key {
    unsigned key, modifiers;
    void (*run)(struct player *player);
    const char *help;
} keys[] = {
#define SCROLLBACK(key, modifiers, action, help) { key, modifiers, do_##action, help },
#include "frontends/player/scrollback_keys.def"
};
enum { KEYS = sizeof keys / sizeof *keys };

const char *scrollback_help(unsigned row, unsigned *key, unsigned *modifiers)
{
    *key = keys[row].key;
    *modifiers = keys[row].modifiers;
    return keys[row].help;
}

unsigned scrollback_rows(void)
{
    return KEYS;
}

bool scrollback_stroke(struct player *player, const struct stroke *stroke)
{
    unsigned i;

    if (scrollback_find_stroke(player, stroke))
        return true;
    if (stroke->kind == STROKE_MOUSE) {
        press(player, stroke);
        return true;
    }
    for (i = 0; stroke->kind == STROKE_KEY && i < KEYS; i++)
        if (keys[i].key == stroke->key && keys[i].modifiers == stroke->modifiers) {
            keys[i].run(player);
            mode_tell(player);
            return true;
        }
    return false;
}
