/* Golmac: MIT licence, see LICENSE.

   Anything may happen at a display, at any moment, in any story: random events, while a made-up story prints and asks
   for random things, and while the stories that ship are played. Nothing is checked but that the player lives (the
   sanitizers look on), keeps its promises to the editor, and ends when the display hangs up. */
#include "unit.h"
#include "fake_display.h"

#include <sys/stat.h>
#include <unistd.h>
#include "frontends/screen/characters.h"

enum { EVENTS = 400, GAMES = 60, STORY_EVENTS = 600, PLAYS = 25 };

static unsigned state_of_random, events_left;

static unsigned draw(unsigned limit)
{
    state_of_random = state_of_random * 1664525u + 1013904223u;
    return (state_of_random >> 8) % limit;
}

/* ---- Events ---- */

static const char *const texts[] = {
    "look", "a", "take the lamp", " ", "/help", "/", "\xC3\xA9\xCC\x81", "\xF0\x9F\x98\x80", "\xE6\x97\xA5\xE6\x9C\xAC",
    "y", "n", "1", "\xCC\x81", "quit", "north", "undo", "//x", "/undo 3", "/goto 1", "/timeline", "/saves",
    "/status", "/about",
};

static void random_text(struct fake *fake, struct event *event)
{
    const char *text = texts[draw(sizeof texts / sizeof *texts)];

    event->text = fake->text;
    event->length = (unsigned)utf8_decode(fake->text, FAKE_TEXT - 2, text, strlen(text));
    if (event->kind == EVENT_PASTE && draw(3) == 0)
        fake->text[event->length++] = draw(2) ? '\n' : (zm_u16)draw(0x10000);
}

static unsigned random_key(void)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz/ ";

    if (draw(4) == 0)
        return DISPLAY_KEY_return;
    return draw(3) ? DISPLAY_KEY_none + 1 + draw(DISPLAY_KEY_count - DISPLAY_KEY_none - 1)
                   : (unsigned char)letters[draw(sizeof letters - 1)];
}

static void random_event(struct fake *fake, struct event *event)
{
    static const enum event_kind kinds[] = {
        EVENT_KEY, EVENT_KEY, EVENT_KEY, EVENT_KEY, EVENT_KEY, EVENT_KEY, EVENT_TEXT, EVENT_TEXT, EVENT_TEXT,
        EVENT_PASTE, EVENT_RESIZE, EVENT_MOUSE, EVENT_DRAG, EVENT_WHEEL, EVENT_INTERRUPT, EVENT_SOUND, EVENT_FOCUS,
        EVENT_NONE,
    };

    event->kind = kinds[draw(sizeof kinds / sizeof *kinds)];
    event->key = random_key();
    event->modifiers = draw(2) ? 0 : draw(8);
    event->x = (int)draw(120) - 10;
    event->y = (int)draw(60) - 10;
    event->clicks = (int)draw(3);
    event->button = draw(4);
    event->lines = (int)draw(21) - 10;
    event->number = draw(8);
    if (event->kind == EVENT_TEXT || event->kind == EVENT_PASTE)
        random_text(fake, event);
    if (event->kind == EVENT_RESIZE) {
        fake->width = 1 + draw(draw(2) ? 130 : 12);
        fake->height = 1 + draw(draw(2) ? 60 : 6);
    }
}

static void wait_random(struct fake *fake, int milliseconds, struct event *event)
{
    (void)milliseconds;
    if (events_left == 0)
        event->kind = EVENT_HANGUP;
    else
        random_event(fake, event);
    events_left -= events_left != 0;
}

/* ---- A made-up story ---- */

static void print_something(struct fake_game *game)
{
    zm_u16 text[300];
    unsigned i, length = draw(300);

    for (i = 0; i < length; i++)
        text[i] = (zm_u16)(draw(12) == 0 ? '\n' : draw(6) == 0 ? ' ' : draw(40) == 0 ? draw(0x10000) : 32 + draw(95));
    game->player.host.print(&game->player, text, length);
}

static void perform_something(struct fake_game *game)
{
    static const unsigned opcodes[] = {
        ZM_OP_split_window, ZM_OP_set_window, ZM_OP_erase_window, ZM_OP_set_cursor, ZM_OP_erase_line, ZM_OP_buffer_mode,
        ZM_OP_set_text_style, ZM_OP_set_colour, ZM_OP_sound_effect, ZM_OP_print_table, ZM_OP_set_font, ZM_OP_get_cursor,
        ZM_OP_restart, ZM_OP_read_mouse,
    };
    zm_u16 operand[8];
    unsigned i;

    for (i = 0; i < 8; i++)
        operand[i] = (zm_u16)(draw(4) ? draw(12) : draw(0x10000));
    game->player.host.perform(&game->player, opcodes[draw(sizeof opcodes / sizeof *opcodes)], operand, 1 + draw(4));
}

static void check_editor(const struct editor *editor)
{
    assert_true(editor->cursor <= editor->length);
    assert_true(editor->length <= LINE_MAX_UNITS);
    if (editor->cursor) /* between user-perceived characters */
        assert_int_equal(character_next(editor->text, editor->length, character_previous(editor->text, editor->cursor)),
                         editor->cursor);
}

static enum reading ask_something(struct fake_game *game)
{
    char answer[40];

    game->zm.redraw = (zm_u8)draw(3);
    game->input.interval = draw(3) ? 0 : 1;
    game->input.limit = 1 + draw(80);
    game->input.length = 0;
    switch (draw(4)) {
    case 0:
        return fake_read(game, key_begin);
    case 1:
        return fake_ask(game, "What? ", answer, sizeof answer) == 0 ? READ_DONE : READ_AGAIN;
    default:
        return fake_read(game, line_begin);
    }
}

static void play_made_up(unsigned seed)
{
    struct fake_game *game;
    struct history recall;
    unsigned version;

    state_of_random = seed;
    version = 3 + draw(6);
    game = fake_game(version, 1 + draw(100), 1 + draw(40), draw(2) ? "\xFF" : "\x81\xFE");
    assert_non_null(game);
    memset(&recall, 0, sizeof recall);
    history_open(&recall, NULL);
    history_add(&recall, "take lamp");
    history_add(&recall, "\xE6\x97\xA5\xE6\x9C\xAC");
    game->player.editor.history = &recall;
    game->fake.wait = wait_random;
    game->fake.in_pixels = (int)draw(2);
    player_measure(&game->player);
    if (draw(2))
        (void)zm_put_byte(&game->zm, 0x11, 0x20);
    events_left = EVENTS;
    while (events_left) {
        game->player.gone = 0; /* a player who has said yes by chance goes on */
        if (draw(2))
            print_something(game);
        if (draw(2))
            perform_something(game);
        if (draw(8) == 0)
            game->player.host.say(&game->player, "A remark.");
        (void)ask_something(game);
        check_editor(&game->player.editor);
    }
    history_close(&recall);
    fake_game_over(game);
}

static void survives_anything(void **state)
{
    unsigned seed;

    (void)state;
    for (seed = 1; seed <= GAMES; seed++)
        play_made_up(seed);
}

/* ---- The stories that ship ---- */

/* Names that are typed by chance must not leave the folder. */
static void play_story(const char *path, unsigned seed)
{
    struct session *session;
    struct player *player = malloc(sizeof *player);
    struct options options;
    struct message why = { "" };
    struct event event = { EVENT_NONE };
    struct fake fake;
    char *words[] = { "golmac", "--seed=1", "--new", "-R", getenv("GOLMAC_SAVES"), (char *)(size_t)path,
                      NULL };

    assert_non_null(player);
    options_default(&options);
    assert_int_equal(options_override(&options, 6, words, &why), 0);
    options.keep_transcript = options.keep_commands = 0;
    session = session_open(&options, "golmac", &why);
    if (!session)
        fail_msg("%s", why.text);
    fake_open(&fake, 80, 24);
    fake.in_pixels = seed % 2 != 0;
    state_of_random = seed;
    events_left = STORY_EVENTS;
    assert_int_equal(player_init(player, &fake.display, session_machine(session), &options), 0);
    player->session = session;
    player->editor.history = session_history(session);
    session_begin(session, &player->host, &player->description);
    for (player_event(player, &event); !player->over; player_event(player, &event)) {
        fake_paint(&fake, &player->scene);
        memset(&event, 0, sizeof event);
        wait_random(&fake, player_deadline(player), &event);
    }
    player_free(player);
    session_close(session);
    fake_close(&fake);
    free(player);
}

static void survives_anything_in_stories(void **state)
{
    static const char *const stories[] = {
        "story-files/build/cloak.z5", "story-files/build/cloak.z8", "story-files/build/lantern.z3",
        "story-files/build/hello.z4", "story-files/build/hello.z6", "story-files/build/noon.z5",
    };
    unsigned seed;
    size_t i, played = 0;

    (void)state;
    for (i = 0; i < sizeof stories / sizeof *stories; i++)
        for (seed = 1; seed <= PLAYS && access(stories[i], R_OK) == 0; seed++, played++)
            play_story(stories[i], seed * 100 + (unsigned)i);
    if (played == 0)
        skip(); /* not built, or not in the checkout */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_anything),
        cmocka_unit_test(survives_anything_in_stories),
    };
    char folder[] = "/tmp/golmac-player-XXXXXX", command[100];
    int result;

    if (!mkdtemp(folder))
        return 1;
    (void)setenv("XDG_DATA_HOME", folder, 1);
    (void)setenv("GOLMAC_SAVES", folder, 1);
    result = cmocka_run_group_tests_name("player_random", tests, NULL, NULL);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? result : 1;
}
