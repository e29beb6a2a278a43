/* Golmac: MIT licence, see LICENSE.

   The upper window, the status line, quote boxes, styles and colours, erasing. */
#include "screen_fake.h"

/* ---- The window ---- */

static void prints_above(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    print(&fake, "lower\n>");
    (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "Hall");
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 9, 0);
    print(&fake, "Score 7"); /* runs out of the window: the rest is not seen */
    (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
    print(&fake, "go");
    assert_screen(&fake, "Hall|        Scor|lower|>go|"); /* the page moved below the window: nothing is covered */
    assert_true(screen_row(&fake.screen, 0)->run[0].style.bits & SCREEN_FIXED);
    assert_false(screen_row(&fake.screen, 3)->run[0].style.bits & SCREEN_FIXED);
    screen_free(&fake.screen);
}

static void scrolls_below(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 5);
    screen_set_more(&fake.screen, 0);
    (void)ask(&fake, ZM_OP_split_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "Hall");
    (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
    print(&fake, "1\n2\n3\n4\n5\n6");
    assert_screen(&fake, "Hall|3|4|5|6|");
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    assert_screen(&fake, "Hall|||5|6|");
    (void)ask(&fake, ZM_OP_split_window, 1, 0, 0, 0);
    begin_input(&fake, NULL, 0);
    assert_screen(&fake, "Hall|3|4|5|6|"); /* what was printed above stays until the line is typed */
    screen_end_input(&fake.screen, NULL, 0, 1);
    assert_screen(&fake, "3|4|5|6|");
    screen_free(&fake.screen);
}

static void tells_the_cursor(void **state)
{
    zm_u16 operand[8] = { 0 };
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 5, 0); /* of no effect: the lower window is current (8.7.2.3) */
    (void)screen_perform(&fake.screen, ZM_OP_get_cursor, operand, 0);
    assert_int_equal(operand[0], 1);
    assert_int_equal(operand[1], 1);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 5, 0);
    print(&fake, "ab");
    (void)screen_perform(&fake.screen, ZM_OP_get_cursor, operand, 0);
    assert_int_equal(operand[0], 2);
    assert_int_equal(operand[1], 7);
    (void)ask(&fake, ZM_OP_split_window, 1, 1, 0, 0); /* the cursor is outside now: home (8.7.2.1.1) */
    (void)screen_perform(&fake.screen, ZM_OP_get_cursor, operand, 0);
    assert_int_equal(operand[0], 1);
    assert_int_equal(operand[1], 1);
    screen_free(&fake.screen);
}

/* Printing below the split makes the window larger; moving the cursor there does not yet. */
static void grows_to_hold_what_is_printed(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    (void)ask(&fake, ZM_OP_split_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 4, 1, 0);
    assert_int_equal(fake.screen.top_rows, 1);
    print(&fake, "x");
    assert_int_equal(fake.screen.top_rows, 4);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 400, 400, 0);
    print(&fake, "y");
    assert_screen(&fake, "|||x||           y|");
    screen_free(&fake.screen);
}

static void puts_tables_below_each_other(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 4, 0);
    (void)ask(&fake, ZM_OP_print_table, 2, 0, 3, 0);
    print(&fake, "abc");
    (void)ask(&fake, ZM_OP_print_table, 2, 1, 3, 0);
    print(&fake, "def");
    assert_screen(&fake, "   abc|   def|");
    screen_free(&fake.screen);
}

static void takes_wide_and_combining_characters(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 6, 4);
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "e");
    print(&fake, "\xCC\x81x漢字漢");
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 0)->count, 1);
    assert_int_equal(screen_row(&fake.screen, 0)->run[0].length, 5); /* the third wide character has no room */
    assert_int_equal(screen_row(&fake.screen, 0)->run[0].width, 6);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 4, 0); /* the second half of a wide character */
    print(&fake, "!");
    (void)screen_refresh(&fake.screen);
    assert_screen(&fake, "e\xCC\x81x !\xE5\xAD\x97|");
    screen_free(&fake.screen);
}

/* ---- Version 3 ---- */

static void clears_at_a_split_in_version_3(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 3, 12, 6);
    (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "sonar\nping\nbeyond");
    assert_screen(&fake, "|sonar|ping|");
    (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
    assert_screen(&fake, "|");
    screen_free(&fake.screen);
}

/* ---- The status line ---- */

static void tell_status(struct fake *fake, const char *place, int first, int second, int is_time)
{
    (void)ask(fake, ZM_OP_show_status, 0, 0, 0, 0);
    fake->screen.status.first = first;
    fake->screen.status.second = second;
    fake->screen.status.is_time = is_time;
    fake->screen.status.length = (unsigned)utf8_decode(fake->screen.status.place, 128, place, strlen(place));
}

static void shortens_the_status_line(void **state)
{
    static const struct { unsigned width; const char *place; int first, second, is_time; const char *line; } cases[] = {
        { 44, "West of House", 10, 25, 0, " West of House         Score: 10  Moves: 25|" },
        { 32, "West of House", 10, 25, 0, " West of House     S: 10  M: 25|" },
        { 25, "West of House", 10, 25, 0, " West of House     10/25|" },
        { 18, "West of House", -10, 25, 0, "West of...  -10/25|" },
        { 8, "West of House", 10, 25, 0, "West...|" },
        { 3, "West of House", 10, 25, 0, "Wes|" },
        { 1, "West of House", 10, 25, 0, "W|" },
        { 40, "Lincoln Memorial", 12, 3, 1, " Lincoln Memorial        Time: 12:03 PM|" },
        { 30, "Lincoln Memorial", 0, 3, 1, " Lincoln Memorial    12:03 AM|" },
        { 24, "Lincoln Memorial", 23, 59, 1, " Lincoln...       23:59|" },
        { 40, "日本語の部屋", 1, 2, 0, " 日本語の部屋        Score: 1  Moves: 2|" },
    };
    char text[65536];
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct screen_metrics metrics = cells(cases[i].width, 5);
        struct fake fake;
        unsigned columns;

        open_screen(&fake, 3, cases[i].width, 5);
        tell_status(&fake, cases[i].place, cases[i].first, cases[i].second, cases[i].is_time);
        screen_resize(&fake.screen, &metrics);
        (void)screen_text(&fake, text);
        columns = screen_row(&fake.screen, 0)->run[0].width;
        assert_int_equal(columns, cases[i].width);
        assert_int_equal(screen_row(&fake.screen, 0)->run[0].style.bits, SCREEN_REVERSE | SCREEN_FIXED | SCREEN_STATUS);
        assert_string_equal(text, cases[i].line);
        screen_free(&fake.screen);
    }
}

/* ---- Quote boxes ---- */

static void print_box(struct fake *fake, int rows)
{
    int row;

    (void)ask(fake, ZM_OP_split_window, 1, rows, 0, 0);
    (void)ask(fake, ZM_OP_set_window, 1, 1, 0, 0);
    for (row = 2; row <= rows; row++) {
        (void)ask(fake, ZM_OP_set_cursor, 2, row, 5, 0);
        print(fake, "box");
    }
    (void)ask(fake, ZM_OP_set_window, 1, 0, 0, 0);
    (void)ask(fake, ZM_OP_split_window, 1, 1, 0, 0);
}

/* A box stands over text until the next line is typed; the text behind it comes back. */
static void shows_a_box_until_a_line_is_typed(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    screen_set_more(&fake.screen, 0);
    print(&fake, "one\ntwo\nthree\nfour\nfive\nsix\n>");
    print_box(&fake, 3);
    assert_screen(&fake, "|threbox|fourbox|five|six|>|");
    begin_input(&fake, NULL, 0);
    assert_screen(&fake, "|threbox|fourbox|five|six|>|");
    screen_end_input(&fake.screen, NULL, 0, 1);
    assert_screen(&fake, "|four|five|six|>|");
    (void)ask(&fake, ZM_OP_split_window, 1, 0, 0, 0);
    assert_screen(&fake, "three|four|five|six|>|");
    screen_free(&fake.screen);
}

static void scrolls_a_box_away(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 7);
    screen_set_more(&fake.screen, 0);
    print(&fake, "1\n2\n3\n4\n5\n6\n7\n");
    print_box(&fake, 4);
    assert_screen(&fake, "|3   box|4   box|5   box|6|7|");
    print(&fake, "8\n9");
    assert_screen(&fake, "|4   box|5   box|6|7|8|9|");
    type(&fake, "x");
    assert_screen(&fake, "|5|6|7|8|9x|");
    screen_free(&fake.screen);
}

/* A menu that was looked at does not stay when its window shrinks. */
static void leaves_nothing_that_was_seen(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    screen_set_more(&fake.screen, 0);
    print(&fake, "1\n2\n3\n4\n5\n6\n");
    (void)ask(&fake, ZM_OP_split_window, 1, 4, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "Menu\nfirst\nsecond\nthird");
    begin_input(&fake, NULL, 0);
    screen_end_input(&fake.screen, NULL, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 1, 0);
    print(&fake, "Hall");
    (void)ask(&fake, ZM_OP_split_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
    assert_screen(&fake, "Hall|3|4|5|6|");
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    assert_screen(&fake, "Hall|||5|6|");
    screen_free(&fake.screen);
}

/* A box at the top of a fresh page pushes the page down: nothing is hidden. */
static void leaves_room_for_a_box(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 8);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    print_box(&fake, 3);
    print(&fake, "It begins.");
    assert_screen(&fake, "|    box|    box|It begins.|");
    screen_free(&fake.screen);
}

/* ---- Erasing ---- */

static void erases(void **state)
{
    static const struct { int window; const char *screen; unsigned top; } cases[] = {
        { 0, "up|", 2 }, { 1, "||low|", 2 }, { -1, "|", 0 }, { -2, "|", 2 }, { 7, "up||low|", 2 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fake fake;

        open_screen(&fake, 5, 12, 5);
        (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
        print(&fake, "low");
        (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
        print(&fake, "up");
        (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
        (void)ask(&fake, ZM_OP_erase_window, 1, cases[i].window, 0, 0);
        assert_screen(&fake, cases[i].screen);
        assert_int_equal(fake.screen.top_rows, cases[i].top);
        screen_free(&fake.screen);
    }
}

static void erases_to_the_end_of_the_line(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 5);
    (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_text_style, 1, 1, 0, 0);
    print(&fake, "Hall of Mist");
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 5, 0);
    (void)ask(&fake, ZM_OP_erase_line, 1, 2, 0, 0); /* of no meaning outside version 6 */
    assert_screen(&fake, "Hall of Mist|");
    (void)ask(&fake, ZM_OP_erase_line, 1, 1, 0, 0);
    assert_screen(&fake, "Hall|");
    assert_int_equal(screen_row(&fake.screen, 0)->run[1].style.bits & SCREEN_REVERSE, 0); /* 8.7.3.4 */
    screen_free(&fake.screen);
}

static void keeps_the_background_of_the_page(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 3);
    (void)ask(&fake, ZM_OP_set_colour, 2, 9, 6, 0);
    print(&fake, "before");
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 0)->fill, SCREEN_DEFAULT);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 2)->fill, colour_of_number(6));
    screen_say(&fake.screen, "Remark", SCREEN_REMARK); /* on the page's colour, too */
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 0)->run[0].style.background, colour_of_number(6));
    assert_int_equal(screen_row(&fake.screen, 0)->run[0].style.foreground, colour_of_number(9));
    (void)ask(&fake, ZM_OP_restart, 0, 0, 0, 0);
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 2)->fill, SCREEN_DEFAULT);
    screen_free(&fake.screen);
}

/* ---- Styles and colours ---- */

static const struct screen_style *style_of(struct fake *fake, const char *text)
{
    print(fake, "\n");
    print(fake, text);
    (void)screen_refresh(&fake->screen);
    return &screen_row(&fake->screen, fake->screen.rows - 1)->run[0].style;
}

static void adds_styles_up(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 4, 12, 3);
    screen_set_more(&fake.screen, 0);
    (void)ask(&fake, ZM_OP_set_text_style, 1, SCREEN_BOLD, 0, 0);
    assert_int_equal(style_of(&fake, "a")->bits, SCREEN_BOLD);
    (void)ask(&fake, ZM_OP_set_text_style, 1, SCREEN_REVERSE, 0, 0);
    assert_int_equal(style_of(&fake, "a")->bits, SCREEN_BOLD | SCREEN_REVERSE);
    (void)ask(&fake, ZM_OP_set_text_style, 1, 0, 0, 0);
    assert_int_equal(style_of(&fake, "a")->bits, 0);
    assert_int_equal(ask(&fake, ZM_OP_set_font, 1, 4, 0, 0), 1);
    assert_int_equal(style_of(&fake, "a")->bits, SCREEN_FIXED);
    assert_int_equal(ask(&fake, ZM_OP_set_font, 1, 2, 0, 0), 0);
    assert_int_equal(ask(&fake, ZM_OP_set_font, 1, 0, 0, 0), 4);
    assert_int_equal(ask(&fake, ZM_OP_set_font, 1, 3, 0, 0), 4);
    assert_int_equal(style_of(&fake, "a")->font, 3);
    screen_free(&fake.screen);
}

static void sets_colours(void **state)
{
    struct fake fake;
    unsigned number;

    (void)state;
    open_screen(&fake, 5, 12, 30);
    for (number = 2; number <= 9; number++) {
        const struct screen_style *style;

        (void)ask(&fake, ZM_OP_set_colour, 2, (int)number, 1, 0);
        (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
        print(&fake, "x");
        (void)screen_refresh(&fake.screen);
        style = &screen_row(&fake.screen, 0)->run[0].style;
        assert_int_equal(colour_number(style->foreground), number);
        assert_int_equal(style->background, SCREEN_DEFAULT);
    }
    (void)ask(&fake, ZM_OP_set_colour, 2, 0, 12, 0); /* 12 is for version 6 */
    assert_int_equal(colour_number(fake.screen.style.foreground), 9);
    assert_int_equal(fake.screen.style.background, SCREEN_DEFAULT);
    (void)ask(&fake, ZM_OP_set_true_colour, 2, 0x001F, 0x7C00, 0);
    assert_int_equal(fake.screen.style.foreground, 0xFF0000);
    assert_int_equal(fake.screen.style.background, 0x0000FF);
    (void)ask(&fake, ZM_OP_set_true_colour, 2, -2, -1, 0);
    assert_int_equal(fake.screen.style.foreground, 0xFF0000);
    assert_int_equal(fake.screen.style.background, SCREEN_DEFAULT);
    screen_free(&fake.screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_above),
        cmocka_unit_test(scrolls_below),
        cmocka_unit_test(tells_the_cursor),
        cmocka_unit_test(grows_to_hold_what_is_printed),
        cmocka_unit_test(puts_tables_below_each_other),
        cmocka_unit_test(takes_wide_and_combining_characters),
        cmocka_unit_test(clears_at_a_split_in_version_3),
        cmocka_unit_test(shortens_the_status_line),
        cmocka_unit_test(shows_a_box_until_a_line_is_typed),
        cmocka_unit_test(scrolls_a_box_away),
        cmocka_unit_test(leaves_nothing_that_was_seen),
        cmocka_unit_test(leaves_room_for_a_box),
        cmocka_unit_test(erases),
        cmocka_unit_test(erases_to_the_end_of_the_line),
        cmocka_unit_test(keeps_the_background_of_the_page),
        cmocka_unit_test(adds_styles_up),
        cmocka_unit_test(sets_colours),
    };

    return cmocka_run_group_tests_name("screen_upper", tests, NULL, NULL);
}
