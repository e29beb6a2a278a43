/* Golmac: MIT licence, see LICENSE.

   A story can ask anything of its screen: requests, operands, texts and events drawn at random, in every version and at
   any size, must leave a screen that can be painted. What is painted must lie on the screen. */
#include "screen_fake.h"

#include <stdlib.h>

enum { STEPS = 6000, SEEDS = 3 };

static zm_u32 draw(zm_u32 *seed, zm_u32 most)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % most;
}

/* Operands that mean something, and some that do not. */
static zm_u16 draw_operand(zm_u32 *seed)
{
    static const zm_u16 likely[] = { 0, 1, 2, 3, 4, 5, 7, 8, 10, 20, 0xFFFF, 0xFFFE, 0xFFFD, 0xFFFC, 15, 100, 0x7FFF,
                                     0x8000 };

    if (draw(seed, 8) == 0)
        return (zm_u16)draw(seed, 65536);
    return likely[draw(seed, sizeof likely / sizeof *likely)];
}

static void draw_request(struct fake *fake, zm_u32 *seed)
{
    zm_u16 operand[8];
    unsigned i;

    for (i = 0; i < 8; i++)
        operand[i] = draw_operand(seed);
    /* show_status needs objects, which this machine has not */
    i = 1 + (unsigned)draw(seed, ZM_OP_count - 1);
    if (i != ZM_OP_show_status && i != ZM_OP_picture_table)
        (void)screen_perform(&fake->screen, i, operand, (unsigned)draw(seed, 9));
}

static void draw_text(struct fake *fake, zm_u32 *seed)
{
    static const zm_u16 units[] = { ' ', ' ', 'a', 'b', 'W', '-', '\n', 9, 11, 0x301, 0x4E00, 0x3002, 0xD83D, 0xDE00,
                                    0x200D, 0x200B, 0xFFFF, 0, 0x1F, 0x7F, 0x1100, 0xAD, 0x2014 };
    zm_u16 text[80];
    unsigned length = (unsigned)draw(seed, 80), i;

    for (i = 0; i < length; i++)
        text[i] = units[draw(seed, sizeof units / sizeof *units)];
    screen_print(&fake->screen, text, length);
    if (draw(seed, 3)) /* else the machine is not stopped */
        read_pages(fake);
}

/* Narrower together than alone, as kerned text is, but never narrower by one more character. */
static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned columns = columns_of(text, length);

    (void)context;
    (void)style;
    return columns * 7 - (columns > 2);
}

static void resize(struct fake *fake, zm_u32 *seed, int pixels)
{
    struct screen_metrics metrics = { .width = (unsigned)draw(seed, 90), .height = (unsigned)draw(seed, 40),
                                      .cell_width = 1, .line_height = 1, .measure = (unsigned)draw(seed, 3) * 20,
                                      .centred = (int)draw(seed, 2) };

    if (pixels) {
        metrics.cell_width = 1 + (unsigned)draw(seed, 12);
        metrics.line_height = 1 + (unsigned)draw(seed, 20);
        metrics.width *= 8;
        metrics.height *= 16;
        metrics.advance = advance;
    }
    screen_resize(&fake->screen, &metrics);
}

static void type_at_random(struct fake *fake, zm_u32 *seed)
{
    zm_u16 text[60];
    unsigned length = (unsigned)draw(seed, 60), i;

    for (i = 0; i < length; i++)
        text[i] = (zm_u16)("ab cd \xE9"[draw(seed, 7)] & 0xFF);
    switch (draw(seed, 5)) {
    case 0: begin_input(fake, text, length / 8); break;
    case 1: screen_set_input(&fake->screen, text, length, (unsigned)draw(seed, 70)); break;
    case 2: screen_hide_input(&fake->screen); break;
    case 3: screen_show_prompt(&fake->screen); break;
    default: screen_end_input(&fake->screen, text, length, (int)draw(seed, 2)); break;
    }
}

static int point(zm_u32 *seed)
{
    return (int)draw(seed, 700) - 9;
}

static void look_at_random(struct fake *fake, zm_u32 *seed)
{
    static const zm_u16 text[] = { 'A', 'b' };
    zm_u16 copied[100], x, y;
    struct screen *screen = &fake->screen;

    switch (draw(seed, 7)) {
    case 0: (void)screen_scroll(screen, (unsigned)draw(seed, 100)); break;
    case 1:
        (void)screen_find(screen, text, 1 + (unsigned)draw(seed, 2), draw(seed, 2) ? 1 : -1, (int)draw(seed, 2));
        break;
    case 2: screen_select(screen, point(seed), point(seed), point(seed), point(seed)); break;
    case 3: (void)screen_select_word(screen, point(seed), point(seed)); break;
    case 4: (void)screen_selection(screen, copied, 100); break;
    case 5: (void)screen_mouse(screen, point(seed), point(seed), 1, &x, &y); break;
    default: screen_find_end(screen); break;
    }
}

static void check_painting(struct fake *fake)
{
    unsigned count, i;
    const struct paint_operation *operation = screen_painting(&fake->screen, &count);

    for (i = 0; i < count; i++) {
        assert_true(operation[i].x >= 0 && operation[i].y >= 0);
        assert_true(operation[i].width >= 0 && operation[i].height >= 0);
        assert_true(operation[i].length == 0 || operation[i].text);
    }
}

/* Lines that were counted piece by piece are those of the paragraph laid out at once. */
static void check_lines(struct flow *flow)
{
    struct flow_line line;
    zm_u32 paragraph, lines;

    for (paragraph = 0; paragraph < flow->paragraphs; paragraph++) {
        if (flow->paragraph[paragraph].lines == 0)
            continue;
        flow_line_from(flow, flow->paragraph[paragraph].start, &line);
        for (lines = 1; !line.ends; lines++)
            flow_line_from(flow, line.next, &line);
        assert_int_equal(flow->paragraph[paragraph].lines, lines);
    }
}

static void check_rows(struct fake *fake)
{
    unsigned i, k, x, y;

    (void)screen_refresh(&fake->screen);
    assert_true(fake->screen.rows >= 1);
    for (i = 0; i < fake->screen.rows; i++) {
        const struct screen_row *row = screen_row(&fake->screen, i);

        for (k = 0; k < row->count; k++) {
            assert_true(row->run[k].length > 0);
            assert_non_null(row->run[k].text);
            assert_true(row->run[k].x >= fake->screen.left);
        }
    }
    assert_int_equal(screen_refresh(&fake->screen), 0); /* the same again */
    if (screen_cursor(&fake->screen, &x, &y))
        assert_true(y < fake->screen.rows * fake->screen.metrics.line_height);
}

static void step(struct fake *fake, zm_u32 *seed, int pixels)
{
    switch (draw(seed, 12)) {
    case 0: type_at_random(fake, seed); break;
    case 1: look_at_random(fake, seed); break;
    case 2:
        if (draw(seed, 10) == 0)
            resize(fake, seed, pixels);
        break;
    case 3:
        if (draw(seed, 4) == 0)
            screen_say(&fake->screen, "A remark of the host's, as long as it likes: \xE2\x80\xA6", SCREEN_REMARK);
        fake->give_up = (int)draw(seed, 2);
        fake->zm.pending = 0;
        break;
    case 4: case 5: case 6: case 7: draw_text(fake, seed); break;
    default: draw_request(fake, seed); break;
    }
    if (draw(seed, 500) == 0)
        check_lines(&fake->screen.flow);
    if (draw(seed, 6) == 0) {
        check_rows(fake);
        check_painting(fake);
    }
}

/* The screen can be painted while the player is waited for. */
static void look_at_page(struct fake *fake)
{
    check_rows(fake);
    check_painting(fake);
}

static int size(void *context, unsigned number, unsigned *width, unsigned *height)
{
    (void)context;
    *width = number * 3;
    *height = number * 2;
    return number < 30000;
}

static void bears_anything(void **state)
{
    struct screen_pictures pictures = { NULL, 12, 1, size, NULL, NULL, NULL };
    const char *full = getenv("FULL"); /* make check-all tries more */
    unsigned version, seed_number, i, seeds = full && *full ? SEEDS : 1;
    int pixels;

    (void)state;
    for (version = 1; version <= 8; version++)
        for (pixels = 0; pixels < 2; pixels++)
            for (seed_number = 0; seed_number < seeds; seed_number++) {
                zm_u32 seed = version * 1000 + seed_number;
                struct fake fake;

                open_screen(&fake, version, 40, 12);
                fake.screen.pictures = pictures;
                fake.look = look_at_page;
                resize(&fake, &seed, pixels);
                for (i = 0; i < STEPS; i++)
                    step(&fake, &seed, pixels);
                assert_int_equal(fake.screen.starved, 0);
                screen_free(&fake.screen);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bears_anything),
    };

    return cmocka_run_group_tests_name("screen_hostile", tests, NULL, NULL);
}
