/* Golmac: MIT licence, see LICENSE.

   Typing a line: editing, lines typed before, search, completion. */
#include "unit.h"
#include "fake_display.h"

/* ---- Editing ---- */

static const struct { const char *keys, *line; } edits[] = {
    { "look<return>", "look" },
    { "abc<left>x<return>", "abxc" },
    { "abc<C-b><C-b><C-f>x<return>", "abxc" },
    { "abc<home>x<end>y<return>", "xabcy" },
    { "abc<C-a>x<C-e>y<return>", "xabcy" },
    { "abc<backspace><return>", "ab" },
    { "abc<C-h><return>", "ab" },
    { "abc<home><delete><return>", "bc" },
    { "abc<C-a><C-d><return>", "bc" },
    { "take the lamp<C-w><return>", "take the " },
    { "take red-lamp<C-w><return>", "take " },
    { "take red-lamp<A-backspace><return>", "take red-" },
    { "take the lamp<C-u>x<return>", "x" },
    { "take the lamp<home><C-k>x<return>", "x" },
    { "take the lamp<A-b><A-b>X<return>", "take Xthe lamp" },
    { "take the lamp<home><A-f>X<return>", "takeX the lamp" },
    { "take the lamp<home><A-d><return>", " the lamp" },
    { "take the lamp<C-left><C-left><C-right>X<return>", "take theX lamp" },
    { "lamp<C-u>take <C-y><return>", "take lamp" },
    { "one two<C-w><C-w>x<C-y><return>", "xone two" },         /* cuts that follow each other are one */
    { "one two<home><A-d><A-d>x<C-y><return>", "xone two" },
    { "one two<C-w><left><end><C-w>x<C-y><return>", "xone " }, /* others are not */
    { "ab<C-t><return>", "ba" },
    { "abcd<left><left><C-t><return>", "acbd" },
    { "a<C-a><C-t><return>", "a" },
    { "xyz<C-g>ab<return>", "ab" },
    { "<left><backspace><delete><C-k><C-w><C-y>a<return>", "a" },
    { "a<C-m>", "a" },
    { "a<C-j>", "a" },
    /* user-perceived characters */
    { "ae\xCC\x81<backspace><return>", "a" },                          /* e with an accent that combines */
    { "ae\xCC\x81z<left><left>x<return>", "axe\xCC\x81z" },
    { "a\xF0\x9F\x98\x80<backspace>b<return>", "ab" },                 /* a surrogate pair */
    { "a\xF0\x9F\x98\x80<left>b<return>", "ab\xF0\x9F\x98\x80" },
    { "\xE6\x97\xA5\xE6\x9C\xAC<left><backspace><return>", "\xE6\x9C\xAC" },
    { "\xE6\x97\xA5\xE6\x9C\xAC<C-t><return>", "\xE6\x9C\xAC\xE6\x97\xA5" },
};

static void edits_a_line(void **state)
{
    char line[4000];
    size_t i;

    (void)state;
    for (i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct fake_game *game = fake_game(5, 40, 10, "");

        assert_non_null(game);
        fake_tell(game, "\n>");
        assert_int_equal(fake_line(game, edits[i].keys, line), READ_DONE);
        if (strcmp(line, edits[i].line) != 0)
            fail_msg("%s gave \"%s\", not \"%s\"", edits[i].keys, line, edits[i].line);
        assert_int_equal(game->input.terminator, 13);
        fake_game_over(game);
    }
}

static void shows_what_is_typed(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "Foyer\n\n>");
    assert_int_equal(fake_line(game, "go nrth<look><left><left><left>o<look><return>", line), READ_DONE);
    assert_string_equal(line, "go north");
    assert_non_null(strstr(game->fake.look[0], "\n>go nrth"));
    assert_non_null(strstr(game->fake.look[1], "\n>go north"));
    assert_int_equal(game->fake.cursor_x, 6);
    fake_tell(game, "You go.\n\n>");
    assert_int_equal(fake_line(game, "<look><return>", line), READ_DONE);
    assert_non_null(strstr(game->fake.look[2], "\n>go north\nYou go.\n\n>"));
    fake_game_over(game);
}

static void keeps_to_the_limit(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    game->input.limit = 5;
    assert_int_equal(fake_line(game, "abcdefgh<return>", line), READ_DONE);
    assert_string_equal(line, "abcde");
    assert_int_equal(fake_line(game, "abcd\xF0\x9F\x98\x80<return>", line), READ_DONE);
    assert_string_equal(line, "abcd"); /* no half of a pair */
    assert_int_equal(fake_line(game, "/transcript name<return>", line), READ_DONE);
    assert_string_equal(line, "/transcript name"); /* the story never sees that */
    fake_game_over(game);
}

static void goes_on_with_what_is_there(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "\n>take");
    game->input.length = (unsigned)utf8_decode(game->input.text, 10, "take", 4);
    assert_int_equal(fake_line(game, "<look><backspace><backspace>lk<look><return>", line), READ_DONE);
    assert_string_equal(line, "talk");
    assert_non_null(strstr(game->fake.look[0], ">take"));
    assert_null(strstr(game->fake.look[0], ">taketake"));
    assert_non_null(strstr(game->fake.look[1], ">talk"));
    fake_game_over(game);
}

/* ---- Lines typed before ---- */

static const struct { const char *keys, *line; } recalls[] = {
    { "<up><return>", "east" },
    { "<C-p><C-p><return>", "take lamp" },
    { "<up><up><up><up><up><return>", "north" },
    { "<up><up><down><return>", "east" },
    { "dra<up><down>w<return>", "draw" },
    { "<down>x<return>", "x" },
    { "<up><C-n>y<return>", "y" },
    { "<C-r>lam<return>", "take lamp" },
    { "<C-r>LAM<return>", "take lamp" },
    { "<C-r>t<return>", "east" },
    { "<C-r>t<C-r><return>", "take lamp" },
    { "<C-r>t<C-r><C-s><return>", "east" },
    { "<C-r>lam<end> now<return>", "take lamp now" },
    { "dr<C-r>lam<C-g>aw<return>", "draw" },
    { "dr<C-r>zzz<C-g>aw<return>", "draw" },
    { "<C-r>lax<backspace>m<return>", "take lamp" },
};

static void recalls_lines(void **state)
{
    struct history history;
    char line[4000];
    size_t i;

    (void)state;
    memset(&history, 0, sizeof history);
    history_open(&history, NULL);
    history_add(&history, "north");
    history_add(&history, "take lamp");
    history_add(&history, "east");
    for (i = 0; i < sizeof recalls / sizeof *recalls; i++) {
        struct fake_game *game = fake_game(5, 40, 10, "");

        game->player.editor.history = &history;
        assert_int_equal(fake_line(game, recalls[i].keys, line), READ_DONE);
        if (strcmp(line, recalls[i].line) != 0)
            fail_msg("%s gave \"%s\", not \"%s\"", recalls[i].keys, line, recalls[i].line);
        fake_game_over(game);
    }
    history_close(&history);
}

static void shows_the_search(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    struct history history;
    char line[4000];

    (void)state;
    memset(&history, 0, sizeof history);
    history_open(&history, NULL);
    history_add(&history, "take lamp");
    game->player.editor.history = &history;
    fake_tell(game, "\n>");
    assert_int_equal(fake_line(game, "<C-r>lam<look>q<look><return>", line), READ_DONE);
    assert_non_null(strstr(game->fake.look[0], ">take lamp"));
    assert_non_null(strstr(game->fake.look[0], "Typed before: lam"));
    assert_non_null(strstr(game->fake.look[1], "Typed before: lamq (not there)"));
    fake_tell(game, "Taken.\n>");
    assert_int_equal(fake_line(game, "<look><return>", line), READ_DONE);
    assert_null(strstr(game->fake.look[2], "Typed before"));
    history_close(&history);
    fake_game_over(game);
}

/* ---- Completion ---- */

static const struct { const char *keys, *line; } completions[] = {
    { "ta<tab>lamp<return>", "take lamp" },              /* one word: whole, and a space */
    { "x le<tab><return>", "x lea" },                    /* several: what they share */
    { "x le<tab><tab><return>", "x leaflet" },           /* again: one after the other */
    { "x le<tab><tab><tab><return>", "x leaves" },
    { "x le<tab><tab><tab><tab><return>", "x le" },
    { "x le<tab><tab><tab><S-tab><return>", "x leaflet" },
    { "x la<tab><return>", "x lamp" },                   /* nothing more: the first, which is on the screen */
    { "x la<tab><tab><return>", "x lantern" },
    { "x la<tab> and le<tab><return>", "x lamp and lea" },
    { "unr<tab><return>", "unreachable " },              /* cut short in the dictionary, whole on the screen */
    { "pli<tab><return>", "plinth " },                   /* on the screen only */
    { "EX<tab><return>", "examine " },
    { "zz<tab><return>", "zz" },
    { "<tab>a<return>", "a" },
};

static void completes_words(void **state)
{
    char line[4000];
    size_t i;

    (void)state;
    for (i = 0; i < sizeof completions / sizeof *completions; i++) {
        struct fake_game *game = fake_game(5, 60, 10, "");

        fake_tell(game, "A lamp stands unreachable on a plinth.\n\n>");
        assert_int_equal(fake_line(game, completions[i].keys, line), READ_DONE);
        if (strcmp(line, completions[i].line) != 0)
            fail_msg("%s gave \"%s\", not \"%s\"", completions[i].keys, line, completions[i].line);
        fake_game_over(game);
    }
}

/* ---- Pasting ---- */

static void pastes_lines(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    assert_int_equal(fake_line(game, "get <paste lamp|north|wa>", line), READ_DONE);
    assert_string_equal(line, "get lamp");
    assert_int_equal(fake_line(game, "", line), READ_DONE);
    assert_string_equal(line, "north");
    assert_int_equal(fake_line(game, "it<return>", line), READ_DONE);
    assert_string_equal(line, "wait");
    fake_game_over(game);
}

static void copies_and_pastes(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000], copied[600];

    (void)state;
    fake_tell(game, "A brass lantern.\n>");
    assert_int_equal(fake_line(game, "<mouse 3,0,2><C-c><C-v>?<return>", line), READ_DONE);
    copied[utf8_encode(copied, game->fake.clipboard, game->fake.clipboard_length)] = 0;
    assert_string_equal(copied, "brass");
    assert_string_equal(line, "brass?");
    fake_game_over(game);
}

/* What the mouse has marked is told as soon as its button is let go. */
static void tells_what_is_marked(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000], marked[600];

    (void)state;
    fake_tell(game, "A brass lantern.\n>");
    assert_int_equal(fake_line(game, "<mouse 2,0,1><drag 5,0><drag 15,0><release>?<return>", line), READ_DONE);
    marked[utf8_encode(marked, game->fake.clipboard, game->fake.clipboard_length)] = 0;
    assert_string_equal(marked, "brass lantern");
    assert_string_equal(game->fake.log, "marked 13;");
    fake_tell(game, "\nlamp\n>");
    assert_int_equal(fake_line(game, "<mouse 1,3,2><release><mouse 20,3,1><release><return>", line), READ_DONE);
    assert_string_equal(game->fake.log, "marked 13;marked 4;");
    fake_game_over(game);
}

static void rings_once_when_a_paste_is_cut(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    unsigned length = TYPEAHEAD_MOST + 1000, i;
    zm_u16 *text = malloc(length * sizeof *text);

    (void)state;
    assert_non_null(text);
    for (i = 0; i < length; i++)
        text[i] = 'a';
    player_paste(&game->player, text, TYPEAHEAD_MOST);
    assert_string_equal(game->fake.log, "");
    typeahead_forget(&game->player.typeahead);
    player_paste(&game->player, text, length);
    assert_string_equal(game->fake.log, "bell 1;");
    free(text);
    fake_game_over(game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_a_line),
        cmocka_unit_test(shows_what_is_typed),
        cmocka_unit_test(keeps_to_the_limit),
        cmocka_unit_test(goes_on_with_what_is_there),
        cmocka_unit_test(recalls_lines),
        cmocka_unit_test(shows_the_search),
        cmocka_unit_test(completes_words),
        cmocka_unit_test(pastes_lines),
        cmocka_unit_test(copies_and_pastes),
        cmocka_unit_test(tells_what_is_marked),
        cmocka_unit_test(rings_once_when_a_paste_is_cut),
    };

    return cmocka_run_group_tests_name("player_line", tests, NULL, NULL);
}
