/* Golmac: MIT licence, see LICENSE.

   The lower window: wrapping in any script, reflow, what is kept and for how long, [MORE]. */
#include "screen_fake.h"

static void wraps_words(void **state)
{
    static const struct { unsigned width; const char *text, *lines; } cases[] = {
        { 10, "aaa bbb ccc ddd", "aaa bbb|ccc ddd|" },
        { 10, "aaa bbb cc dd", "aaa bbb cc|dd|" },
        { 10, "aaa bbb   cc dd", "aaa bbb|cc dd|" },
        { 10, "0123456789abcdef ghi", "0123456789|abcdef ghi|" },
        { 10, "aa 0123456789abc", "aa|0123456789|abc|" },
        { 10, "  indented by two", "  indented|by two|" },
        { 10, "well-known twenty-one", "well-known|twenty-one|" },
        { 10, "a well-known fact", "a well-|known fact|" },
        { 10, "go -5 or 4-2", "go -5 or|4-2|" },
        { 6, "日本語の文章です。", "日本語|の文章|です。|" },
        { 6, "日本語。文", "日本|語。文|" },
        { 7, "ab漢字cd漢字", "ab漢字|cd漢字|" },
        { 4, "e\xCC\x81t\xC3\xA9 e\xCC\x81t\xC3\xA9", "e\xCC\x81t\xC3\xA9|e\xCC\x81t\xC3\xA9|" },
        { 4, "😀😀😀", "😀😀|😀|" },
        { 5, "\n\nabc\n", "||abc|" },
        { 5, "ab\xC2\xA0" "cd ef", "ab\xC2\xA0" "cd|ef|" },
        { 1, "a b", "a|b|" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fake fake;

        open_screen(&fake, 5, cases[i].width, 12);
        print(&fake, cases[i].text);
        assert_screen(&fake, cases[i].lines);
        screen_free(&fake.screen);
    }
}

/* The same text in pieces of every size gives the same lines. */
static void wraps_pieces_alike(void **state)
{
    static const char text[] = "It was a dark-and-stormy night; the rain   fell in torrents, except at occasional "
                               "intervals, when 日本語の文章です。 it was checked by a "
                               "violently_unbreakable_gust_of_wind_which swept up";
    zm_u16 units[512];
    unsigned length, piece, i;
    char whole[4096], other[4096];
    struct fake fake;

    (void)state;
    length = (unsigned)utf8_decode(units, 512, text, strlen(text));
    open_screen(&fake, 5, 23, 20);
    print_units(&fake, units, length);
    (void)screen_text(&fake, whole);
    screen_free(&fake.screen);
    for (piece = 1; piece < 20; piece++) {
        open_screen(&fake, 5, 23, 20);
        for (i = 0; i < length; i += piece) {
            print_units(&fake, units + i, length - i < piece ? length - i : piece);
            if (piece % 2)
                (void)screen_refresh(&fake.screen);
        }
        assert_string_equal(screen_text(&fake, other), whole);
        screen_free(&fake.screen);
    }
}

static void breaks_anywhere_unbuffered(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 10, 5);
    (void)ask(&fake, ZM_OP_buffer_mode, 1, 0, 0, 0);
    print(&fake, "aaa bbb ccc ddd");
    assert_screen(&fake, "aaa bbb cc|c ddd|");
    screen_free(&fake.screen);
}

static void reflows(void **state)
{
    struct screen_metrics metrics = cells(7, 6);
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 6);
    print(&fake, "one two three four\nfive\n>");
    assert_screen(&fake, "one two three four|five|>|");
    screen_resize(&fake.screen, &metrics);
    assert_screen(&fake, "one two|three|four|five|>|");
    metrics = cells(4, 3);
    screen_resize(&fake.screen, &metrics);
    assert_screen(&fake, "four|five|>|");
    metrics = cells(40, 6);
    screen_resize(&fake.screen, &metrics);
    assert_screen(&fake, "one two three four|five|>|");
    screen_free(&fake.screen);
}

static void keeps_to_a_measure(void **state)
{
    struct screen_metrics metrics = cells(30, 4);
    struct fake fake;
    struct zm_screen told = { 0 };

    (void)state;
    open_screen(&fake, 5, 30, 4);
    metrics.measure = 10;
    screen_resize(&fake.screen, &metrics);
    print(&fake, "aaa bbb ccc ddd");
    assert_screen(&fake, "aaa bbb|ccc ddd|");
    metrics.centred = 1;
    screen_resize(&fake.screen, &metrics);
    assert_screen(&fake, "          aaa bbb|          ccc ddd|");
    screen_describe(&fake.screen, &told);
    assert_int_equal(told.width, 10);
    assert_int_equal(told.height, 4);
    screen_free(&fake.screen);
}

/* Versions 1 to 4 begin at the bottom, the others at the top (8.5.2, 8.7.3.3). */
static void begins_where_the_version_says(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 4, 20, 5);
    print(&fake, "one\ntwo\n>");
    assert_screen(&fake, "||one|two|>|");
    screen_free(&fake.screen);
    open_screen(&fake, 5, 20, 5);
    print(&fake, "one\ntwo\n>");
    assert_screen(&fake, "one|two|>|");
    screen_free(&fake.screen);
}

/* ---- [MORE] ---- */

static void pauses_when_the_page_is_full(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print(&fake, "1\n2\n3\n4\n5\n");
    assert_int_equal(fake.pauses, 0); /* five lines fit: the sixth is empty */
    print(&fake, "6");
    assert_int_equal(fake.pauses, 1);
    assert_string_equal(fake.at_more[0], "1|2|3|4|"); /* the last row is [MORE]'s */
    assert_screen(&fake, "2|3|4|5|6|");
    print(&fake, "\n7\n8\n9");
    assert_int_equal(fake.pauses, 1);
    print(&fake, "\n10");
    assert_int_equal(fake.pauses, 2);
    assert_string_equal(fake.at_more[1], "5|6|7|8|");
    screen_free(&fake.screen);
}

/* A full page and then a prompt: the prompt's line must be seen with the page. */
static void pauses_before_input_only_for_its_line(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print(&fake, "1\n2\n3\n4\n");
    begin_input(&fake, NULL, 0);
    assert_int_equal(fake.pauses, 0);
    screen_end_input(&fake.screen, NULL, 0, 1);
    print(&fake, "1\n2\n3\n4\n5\n");
    assert_int_equal(fake.pauses, 0);
    begin_input(&fake, NULL, 0);
    assert_int_equal(fake.pauses, 1);
    assert_string_equal(fake.at_more[0], "1|2|3|4|");
    screen_end_input(&fake.screen, NULL, 0, 1);
    screen_free(&fake.screen);
}

static void counts_anew_after_input(void **state)
{
    struct fake fake;
    int turn;

    (void)state;
    open_screen(&fake, 5, 20, 6);
    for (turn = 0; turn < 10; turn++) {
        print(&fake, "You look around.\nNothing.\n\n>");
        type(&fake, "look");
    }
    assert_int_equal(fake.pauses, 0);
    screen_free(&fake.screen);
}

/* One paragraph of many lines, in one piece. */
static void pauses_inside_a_paragraph(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 4, 4);
    print(&fake, "aaa bbb ccc ddd eee fff ggg hhh");
    assert_int_equal(fake.pauses, 2);
    assert_string_equal(fake.at_more[0], "aaa|bbb|ccc|");
    assert_string_equal(fake.at_more[1], "ddd|eee|fff|"); /* ddd to hhh are five lines, one too many */
    assert_screen(&fake, "eee|fff|ggg|hhh|");
    screen_free(&fake.screen);
}

static zm_u16 ask_at_once(struct fake *fake, unsigned opcode, int operand)
{
    zm_u16 operands[8] = { (zm_u16)operand };

    return screen_perform(&fake->screen, opcode, operands, 1);
}

static void print_at_once(struct fake *fake, const char *text)
{
    zm_u16 units[200];

    screen_print(&fake->screen, units, (unsigned)utf8_decode(units, 200, text, strlen(text)));
}

/* What the instruction still prints or asks for is not seen before the page has been read. */
static void keeps_the_page_until_it_is_read(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print_at_once(&fake, "1\n2\n3\n4\n5\n6\n7\n8\n9");
    assert_true(screen_page_is_full(&fake.screen));
    assert_screen(&fake, "1|2|3|4|");
    (void)ask_at_once(&fake, ZM_OP_erase_window, 0);
    assert_screen(&fake, "1|2|3|4|");
    assert_false(screen_begin_input(&fake.screen, NULL, 0));
    screen_turn_page(&fake.screen);
    assert_false(screen_page_is_full(&fake.screen)); /* 5 to 9 fitted, but the window is erased now */
    assert_screen(&fake, "|");
    print_at_once(&fake, "a\nb\nc\nd\ne\nf");
    assert_screen(&fake, "a|b|c|d|");
    (void)ask_at_once(&fake, ZM_OP_split_window, 2);
    assert_screen(&fake, "a|b|c|d|");
    assert_int_equal(screen_page(&fake.screen), 5);
    screen_turn_page(&fake.screen);
    assert_int_equal(screen_page(&fake.screen), 3);
    assert_screen(&fake, "||d|e|f|");
    assert_true(screen_begin_input(&fake.screen, NULL, 0));
    screen_free(&fake.screen);
}

/* A split alone may leave too little room for what is unread. */
static void is_full_after_a_split(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print(&fake, "1\n2\n3\n4");
    (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
    assert_int_equal(fake.pauses, 1);
    assert_string_equal(fake.at_more[0], "||1|2|");
    assert_screen(&fake, "||2|3|4|");
    screen_free(&fake.screen);
}

/* A host that does not stop the machine loses nothing but the time to read. */
static void goes_on_without_a_reader(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print_at_once(&fake, "1\n2\n3\n4\n5\n6");
    (void)ask_at_once(&fake, ZM_OP_erase_window, 0);
    (void)ask_at_once(&fake, ZM_OP_split_window, 1);
    assert_false(screen_page_is_full(&fake.screen));
    print_at_once(&fake, "new");
    assert_screen(&fake, "|new|");
    print_at_once(&fake, "\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10");
    screen_skip_pages(&fake.screen);
    print_at_once(&fake, "\n11\n12\n13\n14\n15");
    assert_false(screen_page_is_full(&fake.screen));
    assert_screen(&fake, "|12|13|14|15|");
    assert_true(screen_begin_input(&fake.screen, NULL, 0));
    screen_end_input(&fake.screen, NULL, 0, 1);
    print_at_once(&fake, "1\n2\n3\n4\n5");
    assert_true(screen_page_is_full(&fake.screen)); /* again after input */
    screen_free(&fake.screen);
}

static void can_be_told_not_to_pause(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 3);
    screen_set_more(&fake.screen, 0);
    print(&fake, "1\n2\n3\n4\n5\n6");
    assert_int_equal(fake.pauses, 0);
    screen_set_more(&fake.screen, 1);
    fake.give_up = 1;
    print(&fake, "\n7\n8");
    assert_int_equal(fake.pauses, 0); /* what went by meanwhile does not count */
    print(&fake, "\n9\n10\n11\n12");
    assert_int_equal(fake.pauses, 1);
    type(&fake, "x");
    print(&fake, "1\n2\n3\n4\n5\n6");
    assert_int_equal(fake.pauses, 2);
    screen_free(&fake.screen);
}

/* ---- Typing ---- */

static void shows_a_half_typed_line(void **state)
{
    static const zm_u16 go[] = { 'g', 'o', ' ', 'n', 'o', 'r', 't', 'h' };
    struct fake fake;
    unsigned x, y;

    (void)state;
    open_screen(&fake, 5, 8, 5);
    print(&fake, "Hm.\n>");
    begin_input(&fake, NULL, 0);
    screen_set_input(&fake.screen, go, 8, 3);
    assert_screen(&fake, "Hm.|>go|north|");
    assert_true(screen_cursor(&fake.screen, &x, &y));
    assert_int_equal(x, 0);
    assert_int_equal(y, 2);
    screen_set_input(&fake.screen, go, 2, 1);
    assert_screen(&fake, "Hm.|>go|");
    assert_true(screen_cursor(&fake.screen, &x, &y));
    assert_int_equal(x, 2);
    assert_int_equal(y, 1);
    print(&fake, "A clock strikes.\n>"); /* a timed routine: the line is taken back by itself */
    screen_set_input(&fake.screen, go, 2, 2);
    assert_screen(&fake, "Hm.|>A clock|strikes.|>go|");
    screen_end_input(&fake.screen, go, 2, 1);
    assert_screen(&fake, "Hm.|>A clock|strikes.|>go|");
    assert_false(screen_cursor(&fake.screen, &x, &y));
    screen_free(&fake.screen);
}

static void takes_over_what_the_story_has_printed(void **state)
{
    static const zm_u16 left[] = { 'g', 'o', ' ' };
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 4);
    print(&fake, ">GO ");
    begin_input(&fake, left, 3);
    assert_screen(&fake, ">go|");
    screen_set_input(&fake.screen, left, 1, 1);
    assert_screen(&fake, ">g|");
    screen_free(&fake.screen);
}

static void shows_the_prompt_again(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 6);
    print(&fake, "Room\nWhat now? ");
    type(&fake, "/help");
    screen_say(&fake.screen, "Help is not at hand.", SCREEN_REMARK);
    screen_show_prompt(&fake.screen);
    screen_show_prompt(&fake.screen);
    assert_screen(&fake, "Room|What now? /help|Help is not at hand.|What now?|");
    assert_int_equal(screen_row(&fake.screen, 2)->run[0].style.bits, SCREEN_REMARK);
    assert_int_equal(screen_row(&fake.screen, 1)->run[1].style.bits, SCREEN_INPUT);
    screen_free(&fake.screen);
}

/* ---- Damage ---- */

static void says_which_rows_have_changed(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 5);
    print(&fake, "one\ntwo");
    assert_int_equal(screen_refresh(&fake.screen), 5);
    assert_int_equal(screen_refresh(&fake.screen), 0);
    print(&fake, "\n");
    assert_int_equal(screen_refresh(&fake.screen), 0);
    print(&fake, "three");
    assert_int_equal(screen_refresh(&fake.screen), 1);
    assert_true(screen_row(&fake.screen, 2)->changed);
    assert_false(screen_row(&fake.screen, 1)->changed);
    screen_touch(&fake.screen);
    assert_int_equal(screen_refresh(&fake.screen), 5);
    screen_free(&fake.screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wraps_words),
        cmocka_unit_test(wraps_pieces_alike),
        cmocka_unit_test(breaks_anywhere_unbuffered),
        cmocka_unit_test(reflows),
        cmocka_unit_test(keeps_to_a_measure),
        cmocka_unit_test(begins_where_the_version_says),
        cmocka_unit_test(pauses_when_the_page_is_full),
        cmocka_unit_test(pauses_before_input_only_for_its_line),
        cmocka_unit_test(counts_anew_after_input),
        cmocka_unit_test(pauses_inside_a_paragraph),
        cmocka_unit_test(keeps_the_page_until_it_is_read), cmocka_unit_test(is_full_after_a_split),
        cmocka_unit_test(goes_on_without_a_reader),
        cmocka_unit_test(can_be_told_not_to_pause),
        cmocka_unit_test(shows_a_half_typed_line),
        cmocka_unit_test(takes_over_what_the_story_has_printed),
        cmocka_unit_test(shows_the_prompt_again),
        cmocka_unit_test(says_which_rows_have_changed),
    };

    return cmocka_run_group_tests_name("screen_lower", tests, NULL, NULL);
}
