/* Golmac: MIT licence, see LICENSE.

   What the player does besides editing a line: time, keys, the mouse, [MORE], looking back, finding, hot keys,
   questions, lists, sounds, the end. */
#include "unit.h"
#include "fake_display.h"
#include "frontends/base/system.h"

#include <unistd.h>

static void tell_lines(struct fake_game *game, unsigned from, unsigned to)
{
    char line[40];

    for (; from <= to; from++) {
        snprintf(line, sizeof line, "line %u\n", from);
        fake_tell(game, line);
    }
}

/* ---- Time ---- */

static void goes_on_after_a_routine_has_printed(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "\n>");
    game->input.interval = 1;
    assert_int_equal(fake_line(game, "ta<time>", line), READ_TIMEOUT);
    fake_tell(game, "\nThe phone rings.\n");
    game->zm.redraw = 1;
    assert_int_equal(fake_line(game, "<look>ke<look><return>", line), READ_DONE);
    assert_string_equal(line, "take");
    assert_non_null(strstr(game->fake.look[0], "The phone rings.\n>ta"));
    assert_non_null(strstr(game->fake.look[1], "The phone rings.\n>take"));
    fake_game_over(game);
}

static void goes_on_after_a_silent_routine(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "Well?\n>");
    game->input.interval = 1;
    assert_int_equal(fake_line(game, "ta<left><time>", line), READ_TIMEOUT);
    game->zm.redraw = 2;
    assert_int_equal(fake_line(game, "<look>e<end>k<return>", line), READ_DONE);
    assert_string_equal(line, "teak");
    assert_non_null(strstr(game->fake.look[0], "Well?\n>ta"));
    fake_game_over(game);
}

static void begins_anew_when_a_routine_has_ended_the_line(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "\n>");
    game->input.interval = 1;
    assert_int_equal(fake_line(game, "ta<time>", line), READ_TIMEOUT);
    game->zm.redraw = 0;
    fake_tell(game, "Too late.\n>");
    assert_int_equal(fake_line(game, "go<look><return>", line), READ_DONE);
    assert_string_equal(line, "go");
    assert_non_null(strstr(game->fake.look[0], ">Too late.\n>go"));
    fake_game_over(game);
}

static void keeps_the_time(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    long long before = system_clock();

    (void)state;
    game->input.interval = 3;
    assert_int_equal(fake_press(game, "<page_up><page_down><time>"), READ_TIMEOUT);
    assert_true(system_clock() - before >= 300);
    fake_game_over(game);
}

/* ---- Keys ---- */

static void ends_a_line_with_the_keys_a_story_asks_for(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "\x81\x85"); /* up, f1 */
    char line[4000];

    (void)state;
    assert_int_equal(fake_line(game, "north<up>", line), READ_DONE);
    assert_string_equal(line, "north");
    assert_int_equal(game->input.terminator, 129);
    assert_int_equal(fake_line(game, "<f1>", line), READ_DONE);
    assert_int_equal(game->input.terminator, 133);
    assert_int_equal(fake_line(game, "a<down><f2><return>", line), READ_DONE);
    assert_int_equal(game->input.terminator, 13);
    fake_game_over(game);
}

static const struct { const char *key; unsigned code; } key_codes[] = {
    { "a", 'a' }, { "\xC3\xA4", 0xE4 }, { " ", ' ' }, { "<return>", 13 }, { "<escape>", 27 }, { "<backspace>", 8 },
    { "<delete>", 8 }, { "<up>", KEY_SPECIAL + 129 }, { "<left>", KEY_SPECIAL + 131 }, { "<f12>", KEY_SPECIAL + 144 },
    { "<keypad0>", KEY_SPECIAL + 145 }, { "<keypad9>", KEY_SPECIAL + 154 }, { "<home><tab><page_up>b", 'b' },
    { "<paste xy>", 'x' },
};

static void gives_keys(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < sizeof key_codes / sizeof *key_codes; i++) {
        struct fake_game *game = fake_game(5, 40, 10, "");

        assert_int_equal(fake_press(game, key_codes[i].key), READ_DONE);
        assert_int_equal(game->input.key, key_codes[i].code);
        fake_game_over(game);
    }
}

static void gives_clicks_to_stories_that_ask_for_them(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "\xFE\xFD");
    char line[4000];

    (void)state;
    assert_int_equal(fake_press(game, "<mouse 4,2,1>x"), READ_DONE);
    assert_int_equal(game->input.key, 'x');
    (void)zm_put_byte(&game->zm, 0x11, 0x20);
    assert_int_equal(fake_press(game, "<mouse 4,2,1>x"), READ_DONE);
    assert_int_equal(game->input.key, KEY_SPECIAL + 254);
    assert_int_equal(game->player.mouse_x, 5);
    assert_int_equal(game->player.mouse_y, 3);
    assert_int_equal(fake_line(game, "ab<mouse 4,2,2>", line), READ_DONE);
    assert_string_equal(line, "ab");
    assert_int_equal(game->input.terminator, 253);
    fake_game_over(game);
}

/* @mouse_window: a click elsewhere is not the story's. @read_mouse tells where the last one was, and whether the button
   is down. */
static void keeps_clicks_to_the_mouse_window(void **state)
{
    struct fake_game *game = fake_game(6, 40, 10, "");
    zm_u16 place[8] = { 2, 3, 5 }, size[8] = { 2, 4, 8 }, window[8] = { 2 }, mouse[8] = { 0 };

    (void)state;
    (void)zm_put_byte(&game->zm, 0x11, 0x20);
    game->player.host.perform(&game->player, ZM_OP_move_window, place, 3);
    game->player.host.perform(&game->player, ZM_OP_window_size, size, 3);
    game->player.host.perform(&game->player, ZM_OP_mouse_window, window, 1);
    assert_int_equal(fake_press(game, "<mouse 3,2,1><mouse 12,5,1><mouse 4,6,1>x"), READ_DONE);
    assert_int_equal(game->input.key, 'x');
    assert_int_equal(fake_press(game, "<mouse 4,2,1>"), READ_DONE);
    assert_int_equal(game->input.key, KEY_SPECIAL + 254);
    game->player.host.perform(&game->player, ZM_OP_read_mouse, mouse, 1);
    assert_int_equal(mouse[0], 3);
    assert_int_equal(mouse[1], 5);
    assert_int_equal(mouse[2], 1);
    window[0] = 0xFFFF;
    game->player.host.perform(&game->player, ZM_OP_mouse_window, window, 1);
    assert_int_equal(fake_press(game, "<release><mouse 12,5,2>"), READ_DONE);
    assert_int_equal(game->input.key, KEY_SPECIAL + 253);
    assert_int_equal(fake_press(game, "<release>x"), READ_DONE);
    game->player.host.perform(&game->player, ZM_OP_read_mouse, mouse, 1);
    assert_int_equal(mouse[1], 13);
    assert_int_equal(mouse[2], 0);
    fake_game_over(game);
}

/* ---- [MORE], looking back ---- */

static void waits_at_full_screens(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    game->fake.script = "<look> <look> ";
    tell_lines(game, 1, 25);
    assert_int_equal(game->fake.looks, 2);
    assert_non_null(strstr(game->fake.look[0], "line 9\n[MORE]"));
    assert_null(strstr(game->fake.look[0], "line 10"));
    assert_non_null(strstr(game->fake.look[1], "[MORE]"));
    assert_int_equal(fake_line(game, "<look>x<return>", line), READ_DONE);
    assert_string_equal(line, "x");
    assert_null(strstr(game->fake.look[2], "[MORE]"));
    assert_non_null(strstr(game->fake.look[2], "line 25"));
    fake_game_over(game);
}

static void passes_over_full_screens(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");

    (void)state;
    game->fake.script = "<escape><look>";
    tell_lines(game, 1, 95);
    assert_int_equal(fake_press(game, "<look>x"), READ_DONE);
    assert_int_equal(game->fake.looks, 1);
    assert_non_null(strstr(game->fake.look[0], "line 95"));
    fake_game_over(game);
}

static void looks_back(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    game->fake.script = "<escape>";
    tell_lines(game, 1, 50);
    fake_tell(game, ">");
    assert_int_equal(fake_line(game, "<look>ab<page_up><page_up><look><page_down><page_down><look>"
                               "<C-home><look>c<look><return>",
                               line), READ_DONE);
    assert_string_equal(line, "abc");
    assert_non_null(strstr(game->fake.look[0], "line 50\n>"));
    assert_non_null(strstr(game->fake.look[1], "line 30"));
    assert_non_null(strstr(game->fake.look[1], "[16 lines back"));
    assert_non_null(strstr(game->fake.look[2], ">ab"));
    assert_null(strstr(game->fake.look[2], "lines back"));
    assert_true(strncmp(game->fake.look[3], "line 1\n", 7) == 0);
    assert_non_null(strstr(game->fake.look[4], "line 50\n>abc"));
    fake_game_over(game);
}

static void looks_back_while_more_waits(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");

    (void)state;
    game->fake.script = " <wheel 3><look><wheel -3><look>x";
    tell_lines(game, 1, 15);
    assert_int_equal(fake_press(game, "x"), READ_DONE);
    assert_int_equal(game->fake.looks, 0); /* one page only: the rest was read by the key */
    game->fake.script = "<wheel 3><look><wheel -3><look>x";
    tell_lines(game, 16, 28);
    assert_non_null(strstr(game->fake.look[0], "[3 lines back"));
    assert_non_null(strstr(game->fake.look[1], "[MORE]"));
    fake_game_over(game);
}

static void finds(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    game->fake.script = "<escape>";
    fake_tell(game, "A Mailbox stands here.\n");
    tell_lines(game, 1, 30);
    fake_tell(game, "The mailbox again.\n");
    tell_lines(game, 31, 60);
    fake_tell(game, ">");
    assert_int_equal(fake_line(game, "go<A-/>mailbox<look><return><look>q<look><backspace><down><look><escape> on"
                               "<look><return>",
                               line), READ_DONE);
    assert_string_equal(line, "go on");
    assert_non_null(strstr(game->fake.look[0], "The mailbox again."));
    assert_non_null(strstr(game->fake.look[0], "Find: mailbox"));
    assert_non_null(strstr(game->fake.look[1], "A Mailbox stands here."));
    assert_non_null(strstr(game->fake.look[2], "Find: mailboxq (not there)"));
    assert_non_null(strstr(game->fake.look[4], "line 60\n>go on"));
    fake_game_over(game);
}

/* ---- Hot keys, questions ---- */

static void gives_commands_and_keeps_the_line(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "\n>");
    assert_int_equal(fake_line(game, "take la<A-u>", line), READ_COMMAND);
    assert_string_equal(line, "/undo");
    game->player.host.say(&game->player, "One turn undone.");
    game->player.host.show_prompt(&game->player);
    assert_int_equal(fake_line(game, "<look>mp<return>", line), READ_DONE);
    assert_string_equal(line, "take lamp");
    assert_non_null(strstr(game->fake.look[0], "[One turn undone.]\n"));
    assert_non_null(strstr(game->fake.look[0], ">take la"));
    assert_int_equal(fake_line(game, "<A-s>42<return>", line), READ_COMMAND);
    assert_string_equal(line, "/seed 42");
    assert_int_equal(fake_line(game, "<A-s><return>", line), READ_COMMAND);
    assert_string_equal(line, "/seed");
    assert_int_equal(fake_line(game, "<A-n><look>n<A-d>", line), READ_COMMAND);
    assert_string_equal(line, "/about");
    assert_non_null(strstr(game->fake.look[1], "Begin a new game? (y or n)"));
    assert_int_equal(fake_press(game, "<A-x>y"), READ_COMMAND);
    assert_int_equal(game->input.text[1], 'q');
    fake_game_over(game);
}

static void asks_in_the_last_row(void **state)
{
    struct fake_game *game = fake_game(5, 50, 10, "");
    char answer[30];

    (void)state;
    game->fake.script = "nme<left><left>a<look><return>";
    assert_int_equal(fake_ask(game, "Enter a filename [a]: ", answer, sizeof answer), 0);
    assert_string_equal(answer, "name");
    assert_non_null(strstr(game->fake.look[0], "Enter a filename [a]: name"));
    assert_int_equal(game->fake.cursor_x, strlen("Enter a filename [a]: na"));
    game->fake.script = "a name that is longer than the row and the answer<return>";
    assert_int_equal(fake_ask(game, "File: ", answer, sizeof answer), 0);
    assert_string_equal(answer, "a name tha"); /* ten characters: they might have three bytes each */
    game->fake.script = "x<escape>";
    assert_int_equal(fake_ask(game, "File: ", answer, sizeof answer), -1);
    fake_game_over(game);
}

/* The wording that fits, also after the row has another width; the answer so far stays. */
static void asks_in_as_many_words_as_fit(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char answer[30];

    (void)state;
    game->fake.script = "ab<look><resize 22x10><look><resize 12x10><look><page_up><look>c<look><return>";
    assert_int_equal(fake_ask(game, "What is it called? \nIts name? \nName? ", answer, sizeof answer), 0);
    assert_string_equal(answer, "abc");
    assert_non_null(strstr(game->fake.look[0], "What is it called? ab"));
    assert_non_null(strstr(game->fake.look[1], "\nIts name? ab"));
    assert_non_null(strstr(game->fake.look[2], "\nNam ab")); /* even the last one is cut then */
    assert_non_null(strstr(game->fake.look[4], "\nNam abc"));
    fake_game_over(game);
}

/* A hot key at [MORE] is carried out as soon as the story asks for something; one that is taken back leaves [MORE]. */
static void takes_hot_keys_at_more(void **state)
{
    struct fake_game *game = fake_game(5, 40, 6, "");
    char line[4000];

    (void)state;
    game->fake.script = "<look><A-x><look>n<look><A-u>";
    tell_lines(game, 1, 40);
    assert_non_null(strstr(game->fake.look[0], "line 5\n[MORE]"));
    assert_non_null(strstr(game->fake.look[1], "line 5\nEnd the game? (y or n)"));
    assert_non_null(strstr(game->fake.look[2], "line 5\n[MORE]"));
    assert_int_equal(fake_line(game, "", line), READ_COMMAND);
    assert_string_equal(line, "/undo");
    fake_game_over(game);
}

/* A paste that goes on while [MORE] is shown is typed afterwards, whole. */
static void keeps_what_is_pasted_at_more(void **state)
{
    struct fake_game *game = fake_game(5, 40, 6, "");
    char line[4000];

    (void)state;
    game->fake.script = "<paste one|two><paste |three|><look> <escape>";
    tell_lines(game, 1, 20);
    assert_non_null(strstr(game->fake.look[0], "line 5\n[MORE]"));
    assert_int_equal(fake_line(game, "", line), READ_DONE);
    assert_string_equal(line, "one");
    assert_int_equal(fake_line(game, "", line), READ_DONE);
    assert_string_equal(line, "two");
    assert_int_equal(fake_line(game, "", line), READ_DONE);
    assert_string_equal(line, "three");
    fake_game_over(game);
}

/* Hot keys have to wait for an answer, and say so. */
static void rings_for_hot_keys_in_questions(void **state)
{
    struct fake_game *game = fake_game(5, 40, 6, "");
    char answer[30];

    (void)state;
    game->fake.script = "a<A-u><A-x>b<return>";
    assert_int_equal(fake_ask(game, "File: ", answer, sizeof answer), 0);
    assert_string_equal(answer, "ab");
    assert_string_equal(game->fake.log, "bell 1;bell 1;");
    game->fake.script = "<A-h>y";
    player_confirm(&game->player, "End? ", fake_take);
    fake_loop(game);
    assert_true(fake_answer);
    assert_string_equal(game->fake.log, "bell 1;bell 1;bell 1;");
    fake_game_over(game);
}

static void asks_before_it_ends(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    assert_int_equal(fake_line(game, "<interrupt><look>n<focus>a<C-c>n<return>", line), READ_DONE);
    assert_string_equal(line, "a");
    assert_non_null(strstr(game->fake.look[0], "End the game? (y or n)"));
    assert_int_equal(fake_line(game, "a<interrupt><interrupt>n<focus>b<return>", line), READ_DONE); /* asked once */
    assert_string_equal(line, "ab");
    assert_int_equal(fake_line(game, "a<interrupt>y", line), READ_END);
    assert_true(game->player.gone);
    assert_false(game->player.hung_up);
    fake_game_over(game);
    game = fake_game(5, 40, 10, "");
    assert_int_equal(fake_line(game, "a<paste b|c|d><hangup>", line), READ_DONE);
    assert_int_equal(fake_line(game, "<hangup>", line), READ_DONE);
    assert_int_equal(fake_line(game, "<hangup>", line), READ_END);
    assert_true(game->player.hung_up);
    fake_game_over(game);
}

/* ---- Files that are dropped ---- */

/* A story file, and one that is none. */
static void write_files(const char *story, const char *other)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    FILE *file = fopen(story, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(game->story, sizeof game->story, 1, file), 1);
    assert_int_equal(fclose(file), 0);
    file = fopen(other, "wb");
    assert_non_null(file);
    fputs("\x89PNG\r\n\x1A\n", file);
    assert_int_equal(fclose(file), 0);
    fake_game_over(game);
}

static void leaves_for_a_story_that_is_dropped(void **state)
{
    char folder[] = "/tmp/golmac-drop-XXXXXX", story[64], other[64], script[400], line[4000];
    struct fake_game *game = fake_game(5, 60, 10, "");

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(story, sizeof story, "%s/story.z5", folder);
    snprintf(other, sizeof other, "%s/cover.png", folder);
    write_files(story, other);
    snprintf(script, sizeof script, "a<drop %s><look>x<focus>b<drop %s><look>n<focus>c<return>", other, story);
    assert_int_equal(fake_line(game, script, line), READ_DONE);
    assert_string_equal(line, "abc");
    assert_non_null(strstr(game->fake.look[0], "[cover.png: this is a picture (PNG). Press any key]"));
    assert_non_null(strstr(game->fake.look[1], "Leave this game for the story dropped here? (y or n)"));
    assert_null(game->player.dropped);
    snprintf(script, sizeof script, "a<drop %s><drop %s>y", story, other); /* two at once: the first counts */
    assert_int_equal(fake_line(game, script, line), READ_END);
    assert_string_equal(game->player.dropped, story);
    fake_game_over(game);
    assert_int_equal(remove(story) | remove(other) | rmdir(folder), 0);
}

/* ---- A new size ---- */

static void takes_a_new_size_in_the_middle_of_a_line(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    fake_tell(game, "You are standing in an open field west of a white house.\n\n>");
    assert_int_equal(fake_line(game, "open m<resize 20x12><look>ailbox<resize 60x8><look><return>", line), READ_DONE);
    assert_string_equal(line, "open mailbox");
    assert_non_null(strstr(game->fake.look[0],
                           "You are standing in\nan open field west\nof a white house.\n\n>open m"));
    assert_non_null(strstr(game->fake.look[1],
                           "You are standing in an open field west of a white house.\n\n>open mailbox"));
    assert_int_equal(zm_byte(&game->zm, 0x21), 60);
    fake_game_over(game);
}

/* ---- Lists ---- */

static void row_of(void *context, unsigned row, char *line, size_t size)
{
    snprintf(line, size, "turn %u%s", row, row == *(unsigned *)context ? " lamp" : "");
}

static void preview_of(void *context, unsigned row, char *text, size_t size)
{
    (void)context;
    snprintf(text, size, "What was printed in turn %u, which is so long that it is broken", row);
}

static void shows_lists(void **state)
{
    struct fake_game *game = fake_game(5, 40, 15, "");
    unsigned lamp = 70;
    struct list_source source = { &lamp, "Turns", "go there", 100, 3, row_of, preview_of };

    (void)state;
    fake_tell(game, "Story.\n");
    game->fake.script = "<look><down><return>";
    assert_int_equal(fake_choose(game, &source), 4);
    assert_non_null(strstr(game->fake.look[0], "Turns (4 of 100)"));
    assert_non_null(strstr(game->fake.look[0], "> turn 3"));
    assert_non_null(strstr(game->fake.look[0], "What was printed in turn 3, which is so"));
    assert_non_null(strstr(game->fake.look[0], "Return: go there"));
    game->fake.script = "LAMP<look><return>";
    assert_int_equal(fake_choose(game, &source), 70);
    assert_non_null(strstr(game->fake.look[1], "> turn 70 lamp"));
    game->fake.script = "<end><up><page_up><home><escape>";
    assert_int_equal(fake_choose(game, &source), -1);
    game->fake.script = "<mouse 3,5,1><mouse 3,5,1>";
    assert_int_equal(fake_choose(game, &source), 4);
    game->fake.script = "<resize 30x6><down><look><return>";
    assert_int_equal(fake_choose(game, &source), 4);
    assert_int_equal(fake_press(game, "<look>x"), READ_DONE);
    assert_non_null(strstr(game->fake.look[3], "Story."));
    assert_null(strstr(game->fake.look[3], "turn"));
    source.count = 0;
    game->fake.script = "<look>abc<backspace><page_down><escape><return>";
    assert_int_equal(fake_choose(game, &source), -1);
    assert_non_null(strstr(game->fake.look[4], "there are none"));
    fake_game_over(game);
}

/* ---- Sounds ---- */

static void play(struct fake_game *game, zm_u16 number, zm_u16 effect, zm_u16 volume, zm_u16 routine)
{
    zm_u16 operand[8] = { number, effect, volume, routine };

    game->player.host.perform(&game->player, ZM_OP_sound_effect, operand, 4);
}

static void plays_sounds(void **state)
{
    struct fake_game *game = fake_game(5, 40, 10, "");
    char line[4000];

    (void)state;
    play(game, 1, 2, 0, 0);
    play(game, 3, 2, 0x0304, 0);
    play(game, 4, 2, 0xFFFF, 0);
    play(game, 3, 3, 0, 0);
    play(game, 4, 3, 0, 0);
    assert_string_equal(game->fake.log, "bell 1;play 3;volume 4;repeats 3;stop 3;play 4;volume 8;repeats 255;stop 4;");
    play(game, 5, 2, 0x0108, 0x1C0);
    assert_int_equal(fake_line(game, "a<sound 4>b<sound 5>", line), READ_AGAIN);
    assert_int_equal(game->zm.pending, 0x1C0);
    game->zm.redraw = 2;
    assert_int_equal(fake_line(game, "c<return>", line), READ_DONE);
    assert_string_equal(line, "abc");
    fake_game_over(game);
}

static void lets_a_sound_of_the_same_turn_end(void **state)
{
    struct fake_game *game = fake_game(3, 40, 10, "");
    char line[4000];

    (void)state;
    play(game, 5, 2, 8, 0);
    play(game, 6, 2, 8, 0);
    assert_string_equal(game->fake.log, "play 5;volume 8;repeats 0;");
    assert_int_equal(fake_line(game, "<sound 5>x<return>", line), READ_DONE);
    assert_non_null(strstr(game->fake.log, "play 6"));
    play(game, 7, 2, 8, 0);
    assert_non_null(strstr(game->fake.log, "stop 6;play 7"));
    fake_game_over(game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_after_a_routine_has_printed),
        cmocka_unit_test(goes_on_after_a_silent_routine),
        cmocka_unit_test(begins_anew_when_a_routine_has_ended_the_line),
        cmocka_unit_test(keeps_the_time),
        cmocka_unit_test(ends_a_line_with_the_keys_a_story_asks_for),
        cmocka_unit_test(gives_keys),
        cmocka_unit_test(gives_clicks_to_stories_that_ask_for_them),
        cmocka_unit_test(keeps_clicks_to_the_mouse_window),
        cmocka_unit_test(waits_at_full_screens),
        cmocka_unit_test(passes_over_full_screens),
        cmocka_unit_test(looks_back),
        cmocka_unit_test(looks_back_while_more_waits),
        cmocka_unit_test(finds),
        cmocka_unit_test(gives_commands_and_keeps_the_line),
        cmocka_unit_test(asks_in_the_last_row),
        cmocka_unit_test(asks_in_as_many_words_as_fit),
        cmocka_unit_test(takes_hot_keys_at_more),
        cmocka_unit_test(keeps_what_is_pasted_at_more),
        cmocka_unit_test(rings_for_hot_keys_in_questions),
        cmocka_unit_test(asks_before_it_ends),
        cmocka_unit_test(leaves_for_a_story_that_is_dropped),
        cmocka_unit_test(takes_a_new_size_in_the_middle_of_a_line),
        cmocka_unit_test(shows_lists),
        cmocka_unit_test(plays_sounds),
        cmocka_unit_test(lets_a_sound_of_the_same_turn_end),
    };

    return cmocka_run_group_tests_name("player_play", tests, NULL, NULL);
}
