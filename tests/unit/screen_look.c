/* Golmac: MIT licence, see LICENSE.

   Looking back: the scrollback at any width, its greatest size, finding, marking and copying. */
#include "screen_fake.h"

#include <stdlib.h>

static void print_lines(struct fake *fake, unsigned first, unsigned last)
{
    char text[64];

    for (; first <= last; first++) {
        sprintf(text, "line %u of many\n", first);
        print(fake, text);
    }
}

static void scrolls_back(void **state)
{
    struct screen_metrics metrics = cells(8, 4);
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 4);
    screen_set_more(&fake.screen, 0);
    print_lines(&fake, 1, 20);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    print(&fake, "new page");
    assert_screen(&fake, "new page|");
    assert_int_equal(screen_scroll(&fake.screen, 1), 1);
    assert_screen(&fake, "line 17 of many|line 18 of many|line 19 of many|line 20 of many|");
    assert_int_equal(screen_scroll(&fake.screen, 10), 10);
    assert_screen(&fake, "line 8 of many|line 9 of many|line 10 of many|line 11 of many|");
    assert_int_equal(screen_scrolled(&fake.screen), 10);
    print(&fake, "\nmore"); /* what comes meanwhile does not move the view */
    assert_screen(&fake, "line 8 of many|line 9 of many|line 10 of many|line 11 of many|");
    assert_int_equal(screen_scrolled(&fake.screen), 11);
    screen_resize(&fake.screen, &metrics);
    assert_screen(&fake, "line 10|of many|line 11|of many|");
    assert_int_equal(screen_scroll(&fake.screen, 1000), 38);
    assert_screen(&fake, "line 1|of many|line 2|of many|");
    assert_int_equal(screen_scroll(&fake.screen, 0), 0);
    assert_screen(&fake, "new page|more|");
    screen_free(&fake.screen);
}

/* However much is printed, the oldest is forgotten, the newest is there, and the page still stands. */
static void forgets_the_oldest(void **state)
{
    struct fake fake;
    unsigned i, back;
    char text[65536];

    (void)state;
    open_screen(&fake, 5, 80, 10);
    screen_set_more(&fake.screen, 0);
    for (i = 0; i < 60; i++) {
        print_lines(&fake, i * 5000, i * 5000 + 4999);
        assert_true(fake.screen.flow.length <= FLOW_UNITS);
        assert_true(fake.screen.flow.paragraphs <= FLOW_PARAGRAPHS);
    }
    (void)screen_text(&fake, text);
    assert_non_null(strstr(text, "line 299999 of many"));
    back = screen_scroll(&fake.screen, 1000000);
    assert_true(back > 75000);
    (void)screen_text(&fake, text);
    assert_null(strstr(text, "line 299"));
    assert_int_equal(fake.screen.starved, 0);
    screen_free(&fake.screen);
}

static void forgets_in_changing_styles(void **state)
{
    struct fake fake;
    unsigned i;
    char text[65536];

    (void)state;
    open_screen(&fake, 5, 20, 4);
    screen_set_more(&fake.screen, 0);
    for (i = 0; i < 100000; i++) {
        (void)ask(&fake, ZM_OP_set_text_style, 1, i % 2 ? SCREEN_BOLD : 0, 0, 0);
        print(&fake, "x");
    }
    assert_true(fake.screen.flow.runs <= FLOW_RUNS);
    (void)screen_text(&fake, text);
    assert_int_equal(screen_row(&fake.screen, 3)->run[0].length, 1);
    screen_free(&fake.screen);
}

/* A paragraph without end is divided; nothing of it is lost. */
static void divides_endless_paragraphs(void **state)
{
    struct fake fake;
    unsigned i;

    (void)state;
    open_screen(&fake, 5, 10, 4);
    screen_set_more(&fake.screen, 0);
    for (i = 0; i < 5000; i++)
        print(&fake, "0123456789");
    assert_true(fake.screen.flow.length >= 50000);
    assert_int_equal(screen_scroll(&fake.screen, 100000), 3 * (FLOW_PARAGRAPH / 10 + 1) + 85 - 4);
    screen_free(&fake.screen);
}

static void finds(void **state)
{
    static const zm_u16 wanted[] = { 'L', 'I', 'N', 'E', ' ', '7' }, none[] = { 'q', 'q' };
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 20, 4);
    screen_set_more(&fake.screen, 0);
    print_lines(&fake, 1, 80);
    assert_true(screen_find(&fake.screen, wanted, 6, -1, 0));
    assert_screen(&fake, "line 78 of many|line 79 of many|line 80 of many|"); /* it is in view already */
    assert_int_equal(screen_row(&fake.screen, 1)->run[0].length, 6);
    assert_true(screen_row(&fake.screen, 1)->run[0].style.bits & SCREEN_FOUND);
    assert_false(screen_row(&fake.screen, 1)->run[1].style.bits & SCREEN_FOUND);
    assert_true(screen_find(&fake.screen, wanted, 6, -1, 0)); /* the same place: a letter more was typed, say */
    assert_screen(&fake, "line 78 of many|line 79 of many|line 80 of many|");
    assert_true(screen_find(&fake.screen, wanted, 6, -1, 1));
    assert_true(screen_find(&fake.screen, wanted, 6, -1, 1));
    assert_screen(&fake, "line 76 of many|line 77 of many|line 78 of many|line 79 of many|");
    assert_true(screen_find(&fake.screen, wanted, 6, 1, 1));
    assert_false(screen_find(&fake.screen, none, 2, -1, 0));
    screen_find_end(&fake.screen);
    (void)screen_scroll(&fake.screen, 0);
    (void)screen_refresh(&fake.screen);
    assert_int_equal(screen_row(&fake.screen, 0)->count, 1);
    screen_free(&fake.screen);
}

static void assert_selection(struct fake *fake, const char *wanted)
{
    zm_u16 units[512];
    char text[2048];
    unsigned length;

    (void)screen_refresh(&fake->screen);
    length = screen_selection(&fake->screen, units, 512);
    text[utf8_encode(text, units, length)] = 0;
    assert_string_equal(text, wanted);
}

static void copies(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 5, 12, 6);
    print(&fake, "one two three four\nfive six\nunbreakableword");
    screen_select(&fake.screen, 4, 0, 3, 2);
    assert_selection(&fake, "two three four\nfiv");
    assert_true(screen_row(&fake.screen, 0)->run[1].style.bits & SCREEN_SELECTED);
    screen_select(&fake.screen, 3, 2, 4, 0); /* from the end to the start */
    assert_selection(&fake, "two three four\nfiv");
    screen_select(&fake.screen, 2, 3, 2, 4);
    assert_selection(&fake, "breakablewor");
    assert_true(screen_select_word(&fake.screen, 6, 0));
    assert_selection(&fake, "two");
    assert_false(screen_select_word(&fake.screen, 3, 0));
    assert_false(screen_select_word(&fake.screen, 11, 2));
    assert_false(screen_select_word(&fake.screen, -1, -1) && screen_select_word(&fake.screen, 5000, 5000));
    screen_select_end(&fake.screen);
    assert_selection(&fake, "");
    screen_select(&fake.screen, -5, -5, 10000, 10000);
    assert_selection(&fake, "one two three four\nfive six\nunbreakableword");
    screen_free(&fake.screen);
}

/* ---- Marks by pixels ---- */

static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned width = 0;

    (void)context;
    (void)style;
    for (; length--; text++)
        width += *text == 'i' ? 3 : 9;
    return width;
}

static void marks_between_pixels(void **state)
{
    struct screen_metrics metrics = { .width = 200, .height = 60, .cell_width = 9, .line_height = 20,
                                      .advance = advance };
    struct fake fake;

    (void)state;
    memset(&fake, 0, sizeof fake);
    fake.zm.version = 5;
    assert_int_equal(screen_init(&fake.screen, &fake.zm, &metrics, NULL), 0);
    print(&fake, "iiaiib");
    (void)screen_refresh(&fake.screen);
    screen_select(&fake.screen, 5, 3, 14, 3); /* the second i's middle is at 4, that of a at 10 */
    assert_selection(&fake, "a");
    assert_int_equal(screen_row(&fake.screen, 0)->run[1].x, 6);
    assert_int_equal(screen_row(&fake.screen, 0)->run[1].width, 9);
    screen_free(&fake.screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scrolls_back),
        cmocka_unit_test(forgets_the_oldest),
        cmocka_unit_test(forgets_in_changing_styles),
        cmocka_unit_test(divides_endless_paragraphs),
        cmocka_unit_test(finds),
        cmocka_unit_test(copies),
        cmocka_unit_test(marks_between_pixels),
    };

    return cmocka_run_group_tests_name("screen_look", tests, NULL, NULL);
}
