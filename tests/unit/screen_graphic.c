/* Golmac: MIT licence, see LICENSE.

   Version 6: windows and their properties, wrapping and clipping, margins, newline interrupts, [MORE], scrolling,
   pictures, what is painted; in cells, and in pixels with a proportional font. */
#include "screen_fake.h"

static zm_u16 property(struct fake *fake, int window, enum window_property number)
{
    return ask(fake, ZM_OP_get_wind_prop, 2, window, (int)number, 0);
}

static void place(struct fake *fake, int window, int y, int x, int height, int width)
{
    (void)ask(fake, ZM_OP_move_window, 3, window, y, x);
    (void)ask(fake, ZM_OP_window_size, 3, window, height, width);
}

/* ---- Properties ---- */

static void begins_as_the_standard_says(void **state)
{
    struct fake fake;
    int window;

    (void)state;
    open_screen(&fake, 6, 40, 12);
    for (window = 0; window < 8; window++) {
        assert_int_equal(property(&fake, window, WINDOW_Y), 1);
        assert_int_equal(property(&fake, window, WINDOW_X), 1);
        assert_int_equal(property(&fake, window, WINDOW_WIDTH), window < 2 ? 40 : 0);
        assert_int_equal(property(&fake, window, WINDOW_HEIGHT), window == 0 ? 12 : 0);
        assert_int_equal(property(&fake, window, WINDOW_CURSOR_Y), 1);
        assert_int_equal(property(&fake, window, WINDOW_ATTRIBUTES), window == 0 ? 15 : 8);
        assert_int_equal(property(&fake, window, WINDOW_FONT), 1);
        assert_int_equal(property(&fake, window, WINDOW_FONT_SIZE), 0x0101);
    }
    assert_int_equal(property(&fake, 8, WINDOW_WIDTH), 0);
    assert_int_equal(ask(&fake, ZM_OP_get_wind_prop, 2, 0, 99, 0), 0);
    screen_free(&fake.screen);
}

static void keeps_properties(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 40, 12);
    place(&fake, 3, 5, 7, 4, 20);
    assert_int_equal(property(&fake, 3, WINDOW_Y), 5);
    assert_int_equal(property(&fake, 3, WINDOW_X), 7);
    assert_int_equal(property(&fake, 3, WINDOW_HEIGHT), 4);
    assert_int_equal(property(&fake, 3, WINDOW_WIDTH), 20);
    (void)ask(&fake, ZM_OP_set_margins, 3, 2, 3, 3);
    assert_int_equal(property(&fake, 3, WINDOW_LEFT), 2);
    assert_int_equal(property(&fake, 3, WINDOW_RIGHT), 3);
    assert_int_equal(property(&fake, 3, WINDOW_CURSOR_X), 3); /* overtaken by the margin */
    (void)ask(&fake, ZM_OP_set_cursor, 3, 2, 19, 3); /* past the right margin: to the left one */
    assert_int_equal(property(&fake, 3, WINDOW_CURSOR_X), 3);
    assert_int_equal(property(&fake, 3, WINDOW_CURSOR_Y), 2);
    (void)ask(&fake, ZM_OP_window_size, 3, 3, 1, 20); /* the cursor is outside now */
    assert_int_equal(property(&fake, 3, WINDOW_CURSOR_Y), 1);
    (void)ask(&fake, ZM_OP_window_style, 3, 3, 3, 1);
    assert_int_equal(property(&fake, 3, WINDOW_ATTRIBUTES), 11);
    (void)ask(&fake, ZM_OP_window_style, 3, 3, 1, 2);
    assert_int_equal(property(&fake, 3, WINDOW_ATTRIBUTES), 10);
    (void)ask(&fake, ZM_OP_window_style, 3, 3, 15, 3);
    assert_int_equal(property(&fake, 3, WINDOW_ATTRIBUTES), 5);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 3, WINDOW_COUNTDOWN, 17);
    assert_int_equal(property(&fake, 3, WINDOW_COUNTDOWN), 17);
    (void)ask(&fake, ZM_OP_set_window, 1, 3, 0, 0);
    (void)ask(&fake, ZM_OP_set_text_style, 1, 4, 0, 0);
    (void)ask(&fake, ZM_OP_set_colour, 2, 3, 6, 0);
    assert_int_equal(property(&fake, -3, WINDOW_STYLE), 4);
    assert_int_equal(property(&fake, 3, WINDOW_COLOURS), 0x0603);
    assert_int_equal(property(&fake, 3, WINDOW_TRUE_FOREGROUND), 0x001D);
    assert_int_equal(property(&fake, 0, WINDOW_STYLE), 0); /* each window has its own */
    screen_free(&fake.screen);
}

static void splits(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 40, 12);
    (void)ask(&fake, ZM_OP_set_cursor, 3, 6, 2, 0);
    (void)ask(&fake, ZM_OP_split_window, 1, 4, 0, 0);
    assert_int_equal(property(&fake, 1, WINDOW_HEIGHT), 4);
    assert_int_equal(property(&fake, 0, WINDOW_Y), 5);
    assert_int_equal(property(&fake, 0, WINDOW_HEIGHT), 8);
    assert_int_equal(property(&fake, 0, WINDOW_CURSOR_Y), 2); /* where it was on the screen */
    (void)ask(&fake, ZM_OP_split_window, 1, 7, 0, 0);
    assert_int_equal(property(&fake, 0, WINDOW_CURSOR_Y), 1); /* no longer inside */
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    assert_int_equal(property(&fake, 0, WINDOW_HEIGHT), 12);
    assert_int_equal(property(&fake, 1, WINDOW_HEIGHT), 0);
    assert_int_equal(fake.screen.window, 0);
    screen_free(&fake.screen);
}

/* ---- Printing ---- */

/* The table of 8.8.3.1.2.2. */
static void wraps_and_clips(void **state)
{
    static const struct { int attributes; const char *screen; int y, x; } cases[] = {
        { WINDOW_WRAPS | WINDOW_BUFFERED, "Here is an|abacus|", 2, 7 },
        { WINDOW_BUFFERED, "Here is an aba|", 1, 15 },
        { WINDOW_WRAPS, "Here is an aba|cus|", 2, 4 },
        { 0, "Here is an aba|", 1, 15 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fake fake;

        open_screen(&fake, 6, 30, 5);
        place(&fake, 2, 1, 1, 5, 16);
        (void)ask(&fake, ZM_OP_set_margins, 3, 0, 2, 2);
        (void)ask(&fake, ZM_OP_window_style, 3, 2, cases[i].attributes, 0);
        (void)ask(&fake, ZM_OP_set_window, 1, 2, 0, 0);
        print(&fake, "Here is an abacus");
        assert_screen(&fake, cases[i].screen);
        assert_int_equal(property(&fake, 2, WINDOW_CURSOR_Y), cases[i].y);
        assert_int_equal(property(&fake, 2, WINDOW_CURSOR_X), cases[i].x);
        screen_free(&fake.screen);
    }
}

/* The machine prints in pieces, and the host looks between them whether the window is copied to a transcript: a word
   that comes in two pieces is one word. */
static void keeps_words_together(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 16, 5);
    print(&fake, "Stay away fr");
    assert_int_equal(property(&fake, -3, WINDOW_ATTRIBUTES), 15);
    assert_int_equal(property(&fake, 0, WINDOW_WIDTH), 16);
    print(&fake, "om it, they said.");
    assert_screen(&fake, "Stay away from|it, they said.|");
    fake.screen.at_work = 1; /* painted while the story prints on */
    print(&fake, "\nOn a");
    assert_screen(&fake, "Stay away from|it, they said.|On|");
    fake.screen.at_work = 0;
    print(&fake, " hill\nSo they ");
    (void)ask(&fake, ZM_OP_set_text_style, 1, SCREEN_ITALIC, 0, 0);
    print(&fake, "stayed it");
    (void)ask(&fake, ZM_OP_set_text_style, 1, 0, 0, 0);
    print(&fake, ", and");
    assert_screen(&fake, "Stay away from|it, they said.|On a hill|So they stayed|it, and|");
    assert_int_equal(grid_at(&fake.screen.grid, 4, 1)->style.bits, SCREEN_ITALIC);
    assert_int_equal(grid_at(&fake.screen.grid, 4, 2)->style.bits, 0);
    screen_free(&fake.screen);
}

/* Text belongs to nobody once it is printed: windows may lie over each other, and move. */
static void prints_where_the_window_is(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 20, 5);
    place(&fake, 2, 2, 4, 3, 8);
    (void)ask(&fake, ZM_OP_set_window, 1, 2, 0, 0);
    print(&fake, "first");
    (void)ask(&fake, ZM_OP_move_window, 3, 2, 4, 10);
    print(&fake, "!");
    assert_screen(&fake, "|   first||              !|");
    (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 6, 0);
    print(&fake, "XY");
    assert_screen(&fake, "|   fiXYt||              !|");
    screen_free(&fake.screen);
}

static void scrolls(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 10, 6);
    screen_set_more(&fake.screen, 0);
    place(&fake, 2, 2, 3, 3, 5);
    (void)ask(&fake, ZM_OP_window_style, 3, 2, WINDOW_WRAPS | WINDOW_SCROLLS | WINDOW_BUFFERED, 0);
    print(&fake, "0123456789\na\nb\nc\nd\ne");
    (void)ask(&fake, ZM_OP_set_window, 1, 2, 0, 0);
    print(&fake, "1\n2\n3\n4");
    assert_screen(&fake, "0123456789|a 2|b 3|c 4|d|e|");
    (void)ask(&fake, ZM_OP_scroll_window, 2, 2, 1, 0);
    assert_screen(&fake, "0123456789|a 3|b 4|c|d|e|");
    (void)ask(&fake, ZM_OP_scroll_window, 2, 2, -2, 0);
    assert_screen(&fake, "0123456789|a|b|c 3|d|e|");
    (void)ask(&fake, ZM_OP_scroll_window, 2, 2, 30000, 0);
    assert_screen(&fake, "0123456789|a|b|c|d|e|");
    screen_free(&fake.screen);
}

static void erases(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 10, 4);
    screen_set_more(&fake.screen, 0);
    place(&fake, 2, 2, 3, 2, 4);
    print(&fake, "0123456789ABCDEFGHIJ0123456789ABCDEFGHI");
    (void)ask(&fake, ZM_OP_erase_window, 1, 2, 0, 0);
    assert_screen(&fake, "0123456789|AB    GHIJ|01    6789|ABCDEFGHI|");
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 4, 0);
    (void)ask(&fake, ZM_OP_erase_line, 1, 4, 0, 0); /* three units */
    assert_screen(&fake, "012   6789|AB    GHIJ|01    6789|ABCDEFGHI|");
    (void)ask(&fake, ZM_OP_erase_line, 1, 1, 0, 0);
    assert_screen(&fake, "012|AB    GHIJ|01    6789|ABCDEFGHI|");
    assert_int_equal(property(&fake, 0, WINDOW_CURSOR_X), 4);
    (void)ask(&fake, ZM_OP_set_margins, 3, 0, 3, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 1, 0);
    print(&fake, "abc"); /* what is erased begins behind it, and ends at the margin */
    (void)ask(&fake, ZM_OP_erase_line, 1, 1, 0, 0);
    assert_screen(&fake, "012|abc    HIJ|01    6789|ABCDEFGHI|");
    (void)ask(&fake, ZM_OP_erase_window, 1, -2, 0, 0);
    assert_screen(&fake, "|");
    screen_free(&fake.screen);
}

/* ---- Newline interrupts (8.8.3.2.2) ---- */

/* The routine changes the margin in the middle of a paragraph: text flows round a picture. */
static void waits_for_a_newline_interrupt(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 12, 6);
    (void)ask(&fake, ZM_OP_set_margins, 2, 4, 0, 0);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_INTERRUPT, 0x1234);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_COUNTDOWN, 2);
    print(&fake, "aaa bbb ccc ddd eee fff ggg hhh");
    assert_int_equal(fake.zm.pending, 0x1234);
    assert_screen(&fake, "    aaa bbb|    ccc ddd|");
    fake.zm.pending = 0; /* the machine calls the routine */
    fake.zm.interrupts = 1;
    (void)ask(&fake, ZM_OP_set_margins, 2, 0, 0, 0);
    assert_int_equal(property(&fake, 0, WINDOW_COUNTDOWN), 0);
    assert_screen(&fake, "    aaa bbb|    ccc ddd|");
    fake.zm.interrupts = 0; /* and it returns */
    print(&fake, " iii");
    assert_screen(&fake, "    aaa bbb|    ccc ddd|eee fff ggg|hhh iii|");
    screen_free(&fake.screen);
}

/* What waited may end within a word. */
static void keeps_together_what_waited(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 12, 6);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_INTERRUPT, 0x1234);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_COUNTDOWN, 1);
    print(&fake, "aaa\nbbb ccc dd");
    fake.zm.pending = 0;
    print(&fake, "ddd");
    assert_screen(&fake, "aaa|bbb ccc|ddddd|");
    screen_free(&fake.screen);
}

static void interrupts_within_what_waited(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 12, 8);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_INTERRUPT, 0x1234);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_COUNTDOWN, 1);
    print(&fake, "1\n2\n3\n4");
    assert_screen(&fake, "1|");
    fake.zm.pending = 0;
    fake.zm.interrupts = 1;
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_COUNTDOWN, 2);
    fake.zm.interrupts = 0;
    print(&fake, "\n5");
    assert_int_equal(fake.zm.pending, 0x1234);
    assert_screen(&fake, "1|2|3|");
    fake.zm.pending = 0;
    begin_input(&fake, NULL, 0);
    assert_screen(&fake, "1|2|3|4|5|");
    screen_free(&fake.screen);
}

/* ---- [MORE] ---- */

static void pauses_by_the_line_count(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 10, 4);
    print(&fake, "1\n2\n3\n");
    assert_int_equal(fake.pauses, 0); /* nothing to show yet on the line where [MORE] would stand */
    assert_int_equal(property(&fake, 0, WINDOW_LINES), 3);
    print(&fake, "4 ");
    assert_int_equal(fake.pauses, 1);
    assert_string_equal(fake.at_more[0], "1|2|3|");
    print(&fake, "\n5\n6\n7 ");
    assert_int_equal(fake.pauses, 2);
    (void)ask(&fake, ZM_OP_put_wind_prop, 3, 0, WINDOW_LINES, -999);
    print(&fake, "\n\n\n\n\n\n\n8 ");
    assert_int_equal(fake.pauses, 2);
    assert_int_equal((zm_s16)property(&fake, 0, WINDOW_LINES), -999);
    screen_free(&fake.screen);
}

/* Behind a full page everything goes on but what is seen: two more pages are printed, the story is told where its
   cursor is, the window is erased. */
static void holds_what_is_painted(void **state)
{
    static const zm_u16 text[] = { '1', '\n', '2', '\n', '3', '\n', '4', '\n', '5', '\n', '6', '\n', '7', ' ' };
    zm_u16 cursor[8] = { 0 }, first[8] = { 0 };
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 10, 4);
    screen_print(&fake.screen, text, sizeof text / sizeof *text);
    assert_true(screen_page_is_full(&fake.screen));
    (void)screen_perform(&fake.screen, ZM_OP_get_cursor, cursor, 0);
    assert_int_equal(cursor[0], 4);
    assert_int_equal(cursor[1], 3);
    (void)screen_perform(&fake.screen, ZM_OP_erase_window, first, 1);
    assert_screen(&fake, "1|2|3|");
    assert_false(screen_begin_input(&fake.screen, NULL, 0));
    screen_turn_page(&fake.screen);
    assert_true(screen_page_is_full(&fake.screen));
    assert_screen(&fake, "4|5|6|");
    screen_turn_page(&fake.screen);
    assert_false(screen_page_is_full(&fake.screen));
    assert_screen(&fake, "|");
    assert_true(screen_begin_input(&fake.screen, NULL, 0));
    screen_end_input(&fake.screen, NULL, 0, 0);
    screen_print(&fake.screen, text, sizeof text / sizeof *text);
    screen_skip_pages(&fake.screen);
    assert_false(screen_page_is_full(&fake.screen));
    assert_screen(&fake, "4|5|6|7|");
    screen_free(&fake.screen);
}

static void counts_anew_after_input(void **state)
{
    struct fake fake;
    int turn;

    (void)state;
    open_screen(&fake, 6, 10, 4);
    for (turn = 0; turn < 8; turn++) {
        print(&fake, "No.\n\n>");
        type(&fake, "go");
    }
    assert_int_equal(fake.pauses, 0);
    assert_screen(&fake, "No.||>go|");
    screen_free(&fake.screen);
}

/* ---- Pictures ---- */

static int size(void *context, unsigned number, unsigned *width, unsigned *height)
{
    (void)context;
    *width = 6;
    *height = 3;
    return number == 5;
}

static zm_u16 prepared[8];

static void prepare(void *context, const zm_u16 *numbers, unsigned count)
{
    (void)context;
    memcpy(prepared, numbers, count * sizeof *numbers);
}

static void draws_pictures(void **state)
{
    struct screen_pictures pictures = { NULL, 3, 17, size, NULL, NULL, prepare };
    zm_u16 operand[8] = { 5 };
    const struct paint_operation *operation;
    unsigned count;
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 20, 8);
    fake.screen.pictures = pictures;
    assert_int_equal(screen_perform(&fake.screen, ZM_OP_picture_data, operand, 2), 1);
    assert_int_equal(operand[0], 3);
    assert_int_equal(operand[1], 6);
    operand[0] = 4;
    assert_int_equal(screen_perform(&fake.screen, ZM_OP_picture_data, operand, 2), 0);
    operand[0] = 0;
    assert_int_equal(screen_perform(&fake.screen, ZM_OP_picture_data, operand, 2), 1);
    assert_int_equal(operand[0], 3);
    assert_int_equal(operand[1], 17);
    place(&fake, 2, 3, 4, 2, 10);
    (void)ask(&fake, ZM_OP_set_window, 1, 2, 0, 0);
    (void)screen_painting(&fake.screen, &count);
    (void)ask(&fake, ZM_OP_draw_picture, 3, 5, 1, 8);
    operation = screen_painting(&fake.screen, &count);
    assert_int_equal(count, 1); /* what of it is in the window */
    assert_int_equal(operation->kind, PAINT_PICTURE);
    assert_int_equal(operation->number, 5);
    assert_int_equal(operation->left, 10);
    assert_int_equal(operation->top, 2);
    assert_int_equal(operation->x, 10);
    assert_int_equal(operation->width, 3);
    assert_int_equal(operation->height, 2);
    (void)ask(&fake, ZM_OP_draw_picture, 1, 4, 0, 0);
    (void)ask(&fake, ZM_OP_erase_picture, 1, 5, 0, 0); /* at the cursor */
    operation = screen_painting(&fake.screen, &count);
    assert_int_equal(count, 1);
    assert_int_equal(operation->kind, PAINT_FILL);
    assert_int_equal(operation->x, 3);
    assert_int_equal(operation->y, 2);
    assert_int_equal(operation->width, 6);
    assert_int_equal(ask(&fake, ZM_OP_make_menu, 2, 3, 0, 0), 0);
    screen_free(&fake.screen);
}

/* Blue on the left, seen through on the right. */
static int colour(void *context, unsigned number, unsigned x, unsigned y, zm_u32 *colour)
{
    (void)context;
    (void)y;
    *colour = 0x0000FF;
    return number == 5 && x < 3;
}

/* Colour -1 (8.3.1) is whatever is under the cursor: text, a picture, or what is seen through it. */
static void takes_the_colour_under_the_cursor(void **state)
{
    struct screen_pictures pictures = { NULL, 3, 17, size, NULL, colour, NULL };
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 20, 8);
    fake.screen.pictures = pictures;
    (void)ask(&fake, ZM_OP_set_colour, 2, 2, 3, 0);
    (void)ask(&fake, ZM_OP_erase_window, 1, 0, 0, 0);
    (void)ask(&fake, ZM_OP_draw_picture, 3, 5, 2, 1);
    (void)ask(&fake, ZM_OP_set_colour, 2, 4, 6, 0);
    print(&fake, "green on blue");
    (void)ask(&fake, ZM_OP_set_colour, 2, 9, 8, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 1, 3, 0);
    (void)ask(&fake, ZM_OP_set_colour, 2, 1, -1, 0);
    assert_int_equal(fake.screen.windows.window[0].style.background, colour_of_number(6));
    (void)ask(&fake, ZM_OP_set_cursor, 2, 3, 2, 0);
    (void)ask(&fake, ZM_OP_set_colour, 2, 1, -1, 0);
    assert_int_equal(fake.screen.windows.window[0].style.background, 0x0000FF);
    assert_int_equal(property(&fake, 0, WINDOW_COLOURS), 0x1001); /* a colour without a number */
    (void)ask(&fake, ZM_OP_set_cursor, 2, 3, 5, 0);
    (void)ask(&fake, ZM_OP_set_colour, 2, -1, 2, 0);
    assert_int_equal(fake.screen.windows.window[0].style.foreground, colour_of_number(3));
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 1, 0);
    (void)ask(&fake, ZM_OP_set_text_style, 1, SCREEN_REVERSE, 0, 0);
    print(&fake, "x");
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 1, 0);
    (void)ask(&fake, ZM_OP_set_true_colour, 2, 0, -3, 0);
    assert_int_equal(fake.screen.windows.window[0].style.background, colour_of_number(3)); /* the ink, reversed */
    screen_free(&fake.screen);
}

/* ---- In pixels ---- */

/* A font whose "i" is 2 wide and all else 6; bold is wider by one. */
static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned width = 0;

    (void)context;
    for (; length--; text++)
        width += (*text == 'i' && !(style->bits & SCREEN_FIXED) ? 2u : 6u) + (style->bits & SCREEN_BOLD ? 1u : 0u);
    return width;
}

static void measures_in_pixels(void **state)
{
    struct screen_metrics metrics = { .width = 320, .height = 200, .cell_width = 6, .line_height = 10,
                                      .advance = advance };
    struct zm_screen told = { 0 };
    const struct paint_operation *operation;
    unsigned count;
    struct fake fake;

    (void)state;
    memset(&fake, 0, sizeof fake);
    fake.zm.version = 6;
    assert_int_equal(screen_init(&fake.screen, &fake.zm, &metrics, NULL), 0);
    screen_describe(&fake.screen, &told);
    assert_int_equal(told.width, 53);
    assert_int_equal(told.height, 20);
    assert_int_equal(told.font_width, 6);
    assert_int_equal(told.font_height, 10);
    (void)screen_painting(&fake.screen, &count);
    place(&fake, 2, 11, 21, 30, 40);
    (void)ask(&fake, ZM_OP_window_style, 3, 2, WINDOW_WRAPS | WINDOW_BUFFERED, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 2, 0, 0);
    print(&fake, "iiii abc i");
    /* asking paints the last word (8.8.3.2.7) */
    assert_int_equal(property(&fake, 2, WINDOW_CURSOR_X), 1 + 8 + 6 + 18 + 6 + 2);
    assert_int_equal(property(&fake, 2, WINDOW_CURSOR_Y), 1);
    print(&fake, "xx ");
    assert_int_equal(property(&fake, 2, WINDOW_CURSOR_Y), 11);
    operation = screen_painting(&fake.screen, &count);
    assert_int_equal(operation[0].kind, PAINT_TEXT);
    assert_int_equal(operation[0].x, 20);
    assert_int_equal(operation[0].y, 10);
    assert_int_equal(operation[0].width, 8);
    assert_int_equal(operation[0].length, 4);
    assert_int_equal(operation[0].text[3], 'i');
    screen_free(&fake.screen);
}

/* Text in the story's memory is as wide as it would be printed (11.1, word $30). */
static void measures_text_in_memory(void **state)
{
    struct screen_metrics metrics = { .width = 320, .height = 200, .cell_width = 6, .line_height = 10,
                                      .advance = advance };
    zm_u8 memory[64] = "....iiabc";
    struct fake fake;

    (void)state;
    memset(&fake, 0, sizeof fake);
    fake.zm.version = 6;
    fake.zm.dynamic = memory;
    fake.zm.dynamic_size = sizeof memory;
    assert_int_equal(screen_init(&fake.screen, &fake.zm, &metrics, NULL), 0);
    assert_int_equal(ask(&fake, ZM_OP_output_stream, 3, -3, 4, 5), 2 + 2 + 6 + 6 + 6);
    (void)ask(&fake, ZM_OP_set_text_style, 1, SCREEN_BOLD, 0, 0);
    assert_int_equal(ask(&fake, ZM_OP_output_stream, 3, -3, 4, 5), 2 + 2 + 6 + 6 + 6 + 5);
    assert_int_equal(ask(&fake, ZM_OP_output_stream, 3, 2, 4, 5), 0);
    assert_int_equal(ask(&fake, ZM_OP_output_stream, 3, -3, 4, 5000), 0);
    screen_free(&fake.screen);
}

/* ---- Typing ---- */

static void shows_a_half_typed_line(void **state)
{
    static const zm_u16 go[] = { 'g', 'o', ' ', 'n', 'o', 'r', 't', 'h', '-', 'e', 'a', 's', 't' };
    struct fake fake;
    unsigned x, y;

    (void)state;
    open_screen(&fake, 6, 10, 4);
    print(&fake, "Hm.\n>");
    begin_input(&fake, NULL, 0);
    screen_set_input(&fake.screen, go, 5, 2);
    assert_screen(&fake, "Hm.|>go no|");
    assert_true(screen_cursor(&fake.screen, &x, &y));
    assert_int_equal(x, 3);
    assert_int_equal(y, 1);
    screen_set_input(&fake.screen, go, 13, 13); /* longer than the line: what is before the cursor */
    assert_screen(&fake, "Hm.|>rth-east|");
    screen_hide_input(&fake.screen);
    assert_screen(&fake, "Hm.|>|");
    screen_set_input(&fake.screen, go, 2, 2);
    screen_end_input(&fake.screen, go, 2, 1);
    print(&fake, "Done.");
    assert_screen(&fake, "Hm.|>go|Done.|");
    screen_free(&fake.screen);
}

/* What was printed is in the scrollback, too. */
static void can_be_looked_back_at(void **state)
{
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 10, 3);
    screen_set_more(&fake.screen, 0);
    print(&fake, "1\n2\n3\n4\n5");
    assert_screen(&fake, "3|4|5|");
    assert_int_equal(screen_scroll(&fake.screen, 1), 1);
    assert_screen(&fake, "2|3|4|");
    assert_int_equal(screen_scroll(&fake.screen, 100), 2);
    assert_screen(&fake, "1|2|3|");
    (void)screen_scroll(&fake.screen, 0);
    assert_screen(&fake, "3|4|5|");
    screen_free(&fake.screen);
}

static void fits_another_size(void **state)
{
    struct screen_metrics metrics = cells(30, 20);
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 20, 10);
    (void)ask(&fake, ZM_OP_split_window, 1, 3, 0, 0);
    place(&fake, 4, 2, 2, 3, 3);
    screen_resize(&fake.screen, &metrics);
    assert_int_equal(property(&fake, 0, WINDOW_HEIGHT), 17);
    assert_int_equal(property(&fake, 0, WINDOW_WIDTH), 30);
    assert_int_equal(property(&fake, 1, WINDOW_HEIGHT), 3);
    assert_int_equal(property(&fake, 1, WINDOW_WIDTH), 30);
    assert_int_equal(property(&fake, 4, WINDOW_WIDTH), 3);
    screen_free(&fake.screen);
}

static void holds_the_mouse_in_a_window(void **state)
{
    struct fake fake;
    zm_u16 x, y, operand[8] = { 0 };

    (void)state;
    open_screen(&fake, 6, 20, 10);
    assert_true(screen_mouse(&fake.screen, 19, 9, 1, &x, &y));
    place(&fake, 1, 2, 3, 4, 5);
    assert_true(screen_mouse(&fake.screen, 2, 1, 1, &x, &y));
    assert_int_equal(x, 3);
    assert_int_equal(y, 2);
    assert_false(screen_mouse(&fake.screen, 7, 1, 1, &x, &y));
    (void)ask(&fake, ZM_OP_mouse_window, 1, -1, 0, 0);
    assert_true(screen_mouse(&fake.screen, 7, 1, 2, &x, &y));
    (void)screen_perform(&fake.screen, ZM_OP_read_mouse, operand, 1);
    assert_int_equal(operand[0], 2);
    assert_int_equal(operand[1], 8);
    assert_int_equal(operand[2], 2);
    screen_free(&fake.screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_as_the_standard_says),
        cmocka_unit_test(keeps_properties),
        cmocka_unit_test(splits),
        cmocka_unit_test(wraps_and_clips), cmocka_unit_test(keeps_words_together),
        cmocka_unit_test(prints_where_the_window_is),
        cmocka_unit_test(scrolls),
        cmocka_unit_test(erases),
        cmocka_unit_test(waits_for_a_newline_interrupt), cmocka_unit_test(keeps_together_what_waited),
        cmocka_unit_test(interrupts_within_what_waited),
        cmocka_unit_test(pauses_by_the_line_count),
        cmocka_unit_test(holds_what_is_painted),
        cmocka_unit_test(counts_anew_after_input),
        cmocka_unit_test(draws_pictures), cmocka_unit_test(takes_the_colour_under_the_cursor),
        cmocka_unit_test(measures_in_pixels),
        cmocka_unit_test(measures_text_in_memory),
        cmocka_unit_test(shows_a_half_typed_line),
        cmocka_unit_test(can_be_looked_back_at),
        cmocka_unit_test(fits_another_size),
        cmocka_unit_test(holds_the_mouse_in_a_window),
    };

    return cmocka_run_group_tests_name("screen_graphic", tests, NULL, NULL);
}
