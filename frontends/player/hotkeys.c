/* Golmac: MIT licence, see LICENSE.

   Hot keys, and what /help says of all keys. */
#include "frontends/player/player.h"
#include "frontends/player/scrollback.h"
#include "frontends/base/utf.h"

#include <stdio.h>

/* ---- Hot keys ---- */

static const struct hotkey {
    unsigned key, modifiers;
    const char *command, *question, *confirmation, *help;
} hotkeys[] = {
#define HOTKEY(key, modifiers, command, question, confirmation, help) \
    { key, modifiers, command, question, confirmation, help },
#include "frontends/player/hotkeys.def"
};
enum { HOTKEYS = sizeof hotkeys / sizeof *hotkeys };

enum { ARGUMENT_MOST = 66 };

static void obey(struct player *player, const char *argument)
{
    snprintf(player->command, sizeof player->command, "%s%s%s", player->hotkey->command, *argument ? " " : "",
             argument);
}

static void answered(struct player *player, int result)
{
    char argument[ARGUMENT_MOST * UTF8_PER_UNIT + 1];

    if (result != 0)
        return;
    player_take_answer(player, argument, sizeof argument);
    obey(player, argument);
}

static void confirmed(struct player *player, int yes)
{
    if (yes && player->hotkey->question)
        player_ask_for(player, player->hotkey->question, ARGUMENT_MOST, answered);
    else if (yes)
        obey(player, "");
}

bool hotkey_take(struct player *player, const struct stroke *stroke)
{
    const struct hotkey *hotkey = hotkeys, *end = hotkeys + HOTKEYS;

    while (hotkey < end && !(stroke_is_key(stroke, hotkey->key) && stroke->modifiers == hotkey->modifiers))
        hotkey++;
    if (hotkey == end)
        return false;
    scrollback_leave(player);
    player->hotkey = hotkey;
    if (hotkey->confirmation)
        player_confirm(player, hotkey->confirmation, confirmed);
    else
        confirmed(player, true);
    return true;
}

/* ---- Help ---- */


static const char *const names[] = {
#define DISPLAY_KEY(name, zscii) #name,
#include "frontends/player/display_keys.def"
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

    for (row = 0; row < HOTKEYS; row++)
        add_help(&help, hotkeys[row].key, hotkeys[row].modifiers, hotkeys[row].help);
    for (row = 0; row < scrollback_rows(); row++)
        if ((what = scrollback_help(row, &key, &modifiers)) != NULL)
            add_help(&help, key, modifiers, what);
    for (row = 0; row < editor_rows(); row++)
        if ((what = editor_help(row, &key, &modifiers)) != NULL)
            add_help(&help, key, modifiers, what);
    return help.used;
}
