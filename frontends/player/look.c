/* Golmac: MIT licence, see LICENSE.

   Looking back, finding, marking; hot keys. */
#include "frontends/player/player.h"
#include "frontends/player/look.h"
#include "frontends/screen/letters.h"
#include "frontends/player/list.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOR_EVER_BACK = 0x7FFFFFFF, COPY_MOST = 1 << 20, PASTE_MOST = STROKES_MOST + 1 /* one more tells that it is cut */ };

/* ---- The last row ---- */

static void tell_search(struct player *player, const char *what, const zm_u16 *needle, unsigned length, int failing)
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

void look_tell(struct player *player)
{
    char text[128];
    unsigned back = screen_scrolled(&player->screen);

    if (player->finding) {
        tell_search(player, "Find: ", player->needle, player->needle_length, player->not_found);
    } else if (player->editor.searching && player->editing) {
        tell_search(player, "Typed before: ", player->editor.needle, player->editor.needle_length, player->editor.failing);
    } else if (back) {
        snprintf(text, sizeof text, "[%u line%s back. Page Down, or type, to go on]\n[%u line%s back: Page Down goes on]\n[%u back]",
                 back, back == 1 ? "" : "s", back, back == 1 ? "" : "s", back);
        scene_set_message(&player->scene, text);
        player->scene.message_cursor = SCENE_MESSAGE;
    } else if (player->question && !player->message) {
        player_show_answer(player);
    } else {
        scene_set_message(&player->scene, player->message);
    }
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

static void look_page_up(struct player *player) { scroll(player, page(player)); }
static void look_page_down(struct player *player) { scroll(player, -page(player)); }
static void look_line_up(struct player *player) { scroll(player, 1); }
static void look_line_down(struct player *player) { scroll(player, -1); }
static void look_oldest(struct player *player) { scroll(player, FOR_EVER_BACK); }
static void look_newest(struct player *player) { scroll(player, -(long)FOR_EVER_BACK); }

void look_wheel(struct player *player, int lines)
{
    if (player->scene.list)
        list_scroll(player->scene.list, lines);
    else
        scroll(player, lines);
    look_tell(player);
}

/* ---- Marking ---- */

static void unmark(struct player *player)
{
    if (player->marked)
        screen_select_end(&player->screen);
    player->marked = player->pressed = 0;
}

void look_up(struct player *player)
{
    unmark(player);
    if (player->finding)
        screen_find_end(&player->screen);
    player->finding = 0;
    if (screen_scrolled(&player->screen))
        (void)screen_scroll(&player->screen, 0);
    look_tell(player);
}

void look_press(struct player *player, const struct stroke *stroke)
{
    unmark(player);
    if (stroke->button != 1)
        return;
    player->press_x = stroke->x;
    player->press_y = stroke->y;
    player->pressed = 1;
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

void look_drag(struct player *player, const struct event *event)
{
    if (event->clicks == 0) {
        player->pressed = 0;
        hand_over(player, player->display->mark);
    } else if (player->pressed) {
        screen_select(&player->screen, player->press_x, player->press_y, event->x, event->y);
        player->marked = 1;
    }
}

static void look_copy_only(struct player *player)
{
    hand_over(player, player->display->copy);
}

static void look_copy(struct player *player)
{
    if (player->marked)
        look_copy_only(player);
    else
        strokes_interrupt(player);
}

static void look_paste(struct player *player)
{
    zm_u16 *text = player->display->fetch ? malloc(PASTE_MOST * sizeof *text) : NULL;

    if (text)
        strokes_paste(player, text, player->display->fetch(player->display->context, text, PASTE_MOST));
    free(text);
}

/* ---- The display ---- */

static void look_repaint(struct player *player)
{
    scene_touch(&player->scene);
}

static void look_suspend(struct player *player)
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

static void look_find(struct player *player)
{
    if (player->finding) {
        find_on(player, -1, 1);
        return;
    }
    player->finding = 1;
    player->not_found = 0;
    player->needle_length = 0;
}

static void find_typed(struct player *player, zm_u32 character)
{
    if (player->needle_length + 2 > PLAYER_FIND)
        return;
    player->needle_length += letters_put(player->needle + player->needle_length, character);
    find_on(player, -1, 0);
}

/* What was looked for before is still marked; a shorter text is looked for from the end again. */
static void find_shorten(struct player *player)
{
    player->needle_length = letters_previous(player->needle, player->needle_length);
    screen_find_end(&player->screen);
    find_on(player, -1, 0);
}

static int find_key(struct player *player, unsigned key, unsigned modifiers)
{
    switch (key) {
    case DISPLAY_KEY_return:
    case DISPLAY_KEY_up: find_on(player, -1, 1); return 1;
    case DISPLAY_KEY_down: find_on(player, 1, 1); return 1;
    case DISPLAY_KEY_backspace: find_shorten(player); return 1;
    case DISPLAY_KEY_escape: look_up(player); return 1;
    case 'g':
    case 's':
    case 'r':
        if (modifiers != WITH_CTRL)
            return 0;
        if (key == 'g')
            look_up(player);
        else
            find_on(player, key == 's' ? 1 : -1, 1);
        return 1;
    }
    return 0;
}

int look_find_stroke(struct player *player, const struct stroke *stroke)
{
    int taken = 1;

    if (!player->finding)
        return 0;
    if (stroke->kind == STROKE_CHARACTER)
        find_typed(player, stroke->key);
    else
        taken = stroke->kind == STROKE_KEY && find_key(player, stroke->key, stroke->modifiers);
    look_tell(player);
    return taken;
}

/* ---- Keys ---- */

static const struct look_key { unsigned key, modifiers; void (*run)(struct player *); const char *help; } keys[] = {
#define LOOK(key, modifiers, action, help) { key, modifiers, look_##action, help },
#include "frontends/player/look.def"
};

static const struct hotkey { unsigned key, modifiers; const char *command, *question, *confirmation, *help; } hotkeys[] = {
#define HOTKEY(key, modifiers, command, question, confirmation, help) \
    { key, modifiers, command, question, confirmation, help },
#include "frontends/player/hotkeys.def"
};

int look_stroke(struct player *player, const struct stroke *stroke)
{
    size_t i;

    if (look_find_stroke(player, stroke))
        return 1;
    if (stroke->kind == STROKE_MOUSE) {
        look_press(player, stroke);
        return 1;
    }
    for (i = 0; stroke->kind == STROKE_KEY && i < sizeof keys / sizeof *keys; i++)
        if (keys[i].key == stroke->key && keys[i].modifiers == stroke->modifiers) {
            keys[i].run(player);
            look_tell(player);
            return 1;
        }
    return 0;
}

int look_hotkey(struct player *player, const struct stroke *stroke)
{
    enum { ANSWER_SIZE = 200 };
    const struct hotkey *hotkey = NULL;
    struct session_question question = { SESSION_ASKS_NAME, NULL, ANSWER_SIZE };
    char answer[ANSWER_SIZE] = "";
    size_t i;

    for (i = 0; stroke->kind == STROKE_KEY && i < sizeof hotkeys / sizeof *hotkeys; i++)
        if (hotkeys[i].key == stroke->key && hotkeys[i].modifiers == stroke->modifiers)
            hotkey = &hotkeys[i];
    if (!hotkey)
        return 0;
    look_up(player);
    if (hotkey->confirmation && !player_confirm(player, hotkey->confirmation))
        return 1;
    question.text = hotkey->question;
    if (hotkey->question && player_ask(player, &question, answer) != 0)
        return 1;
    snprintf(player->command, sizeof player->command, "%s%s%s", hotkey->command, *answer ? " " : "", answer);
    return 1;
}

/* ---- Help ---- */

static const char *const names[] = {
#define DISPLAY_KEY(name, zscii) #name,
#include "frontends/player/keys.def"
};

/* "Ctrl-Left" */
static void name_key(char *text, size_t size, unsigned key, unsigned modifiers)
{
    int used = snprintf(text, size, "%s%s%s", modifiers & WITH_CTRL ? "Ctrl-" : "", modifiers & WITH_ALT ? "Alt-" : "",
                        modifiers & WITH_SHIFT ? "Shift-" : "");
    char *name = text + used, *p;

    if (key < DISPLAY_KEY_none) {
        snprintf(name, size - (size_t)used, "%c", key >= 'a' && key <= 'z' ? (int)key - 32 : (int)key);
        return;
    }
    snprintf(name, size - (size_t)used, "%s", names[key - DISPLAY_KEY_none - 1]);
    if (*name >= 'a' && *name <= 'z')
        *name = (char)(*name - 32);
    for (p = name; *p; p++)
        if (*p == '_')
            *p = ' ';
}

struct help { char *text; size_t size, used; };

static void add_help(struct help *help, unsigned key, unsigned modifiers, const char *what)
{
    char name[40];
    size_t room = help->used < help->size ? help->size - help->used : 0;

    name_key(name, sizeof name, key, modifiers);
    help->used += (size_t)snprintf(room ? help->text + help->used : NULL, room, "%s: %s\n", name, what);
}

size_t player_keys_help(char *text, size_t size)
{
    struct help help = { text, size, 0 };
    unsigned row, key, modifiers;
    const char *what;
    size_t i;

    for (i = 0; i < sizeof hotkeys / sizeof *hotkeys; i++)
        add_help(&help, hotkeys[i].key, hotkeys[i].modifiers, hotkeys[i].help);
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].help)
            add_help(&help, keys[i].key, keys[i].modifiers, keys[i].help);
    for (row = 0; row < editor_rows(); row++)
        if ((what = editor_help(row, &key, &modifiers)) != NULL)
            add_help(&help, key, modifiers, what);
    return help.used;
}
