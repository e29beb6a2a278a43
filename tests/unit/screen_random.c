/* Golmac: MIT licence, see LICENSE.

   What must hold whatever is printed, at any size: text drawn at random comes to the screen whole, whether in one
   piece or in many; no line goes by unread; and it does not matter which way the screen came to its size. */
#include "screen_fake.h"

#include <stdlib.h>

enum { SEEDS = 400, TEXT = 2000, SHOTS = 1 << 20 };

static zm_u32 draw(zm_u32 *seed, zm_u32 most)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % most;
}

/* Letters; if they are wanted, wide ones and marks, which combine with them, too. */
static void draw_text(zm_u32 *seed, zm_u16 *text, unsigned length, int wide)
{
    static const zm_u16 units[] = { ' ', ' ', ' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g', '-', '.', '\n', 0xE9, 0x4E00,
                                    0x301 };
    unsigned kinds = sizeof units / sizeof *units - (wide ? 0 : 2), i;

    for (i = 0; i < length; i++)
        text[i] = units[draw(seed, kinds)];
}

/* ---- Pieces ---- */

/* Between two pieces the host asks whether the window is transcribed, the story changes styles. */
static void print_in_pieces(struct fake *fake, zm_u32 *seed, const zm_u16 *text, unsigned length)
{
    unsigned piece;

    for (; length; text += piece, length -= piece) {
        piece = 1 + (unsigned)draw(seed, length < 9 ? length : 9);
        print_units(fake, text, piece);
        if (draw(seed, 3) == 0)
            (void)ask(fake, ZM_OP_get_wind_prop, 2, 0, WINDOW_ATTRIBUTES, 0);
        if (draw(seed, 3) == 0)
            (void)ask(fake, ZM_OP_set_text_style, 1, (int)draw(seed, 2) * SCREEN_ITALIC, 0, 0);
    }
}

static void comes_whole_in_pieces(void **state)
{
    static char whole[65536], pieces[65536];
    zm_u16 text[TEXT];
    zm_u32 seed, chance;
    unsigned version, length, width;
    struct fake one, many;

    (void)state;
    for (seed = 1; seed <= SEEDS; seed++)
        for (version = 5; version <= 6; version++) {
            chance = seed;
            length = 20 + (unsigned)draw(&chance, 300);
            width = 4 + (unsigned)draw(&chance, 40);
            draw_text(&chance, text, length, 0);
            open_screen(&one, version, width, 40);
            open_screen(&many, version, width, 40);
            one.give_up = many.give_up = 1;
            print_units(&one, text, length);
            print_in_pieces(&many, &chance, text, length);
            assert_string_equal(screen_text(&many, pieces), screen_text(&one, whole));
            screen_free(&one.screen);
            screen_free(&many.screen);
        }
}

/* ---- Wrapping ---- */

/* Take the units of the rows; none is wider than the screen, none begins with a mark. */
static unsigned collect(struct fake *fake, zm_u16 *text)
{
    unsigned row, i, length = 0;

    (void)screen_refresh(&fake->screen);
    for (row = 0; row < fake->screen.rows; row++) {
        const struct screen_row *of = screen_row(&fake->screen, row);

        for (i = 0; i < of->count; i++) {
            const struct screen_run *run = &of->run[i];

            assert_true(run->x + run->width <= fake->screen.columns);
            assert_false(i == 0 && run->text[0] == 0x301);
            memcpy(text + length, run->text, run->length * sizeof *text);
            length += run->length;
        }
    }
    return length;
}

static void loses_nothing_at_any_width(void **state)
{
    zm_u16 text[TEXT], shown[TEXT];
    zm_u32 seed, chance;
    unsigned length, i;
    struct fake fake;

    (void)state;
    for (seed = 1; seed <= SEEDS; seed++) {
        chance = seed;
        length = 1 + (unsigned)draw(&chance, 290);
        draw_text(&chance, text, length, 1);
        text[0] = 'a';
        for (i = 0; i < length; i++) /* spaces and new lines are not shown where a line ends */
            text[i] = text[i] == ' ' || text[i] == '\n' ? 'x' : text[i];
        open_screen(&fake, 5, 2 + (unsigned)draw(&chance, 30), 200);
        fake.give_up = 1;
        for (i = 0; i < length; i++) {
            print_units(&fake, text + i, 1);
            if (draw(&chance, 9) == 0)
                (void)ask(&fake, ZM_OP_buffer_mode, 1, (int)draw(&chance, 2), 0, 0);
        }
        assert_int_equal(collect(&fake, shown), length);
        assert_memory_equal(shown, text, length * sizeof *text);
        screen_free(&fake.screen);
    }
}

/* ---- Sizes ---- */

static void resize_at_random(struct fake *fake, zm_u32 *seed)
{
    struct screen_metrics metrics = cells(1 + (unsigned)draw(seed, 80), 1 + (unsigned)draw(seed, 40));

    screen_resize(&fake->screen, &metrics);
    if (draw(seed, 3) == 0)
        (void)screen_refresh(&fake->screen);
}

/* A screen that has had a thousand sizes shows, and has to look back to, what one of the last size has. */
static void reflows_by_any_way(void **state)
{
    static char straight[65536], crooked[65536];
    zm_u16 text[TEXT];
    zm_u32 seed, chance;
    unsigned i, width, height;
    struct screen_metrics last;
    struct fake one, many;

    (void)state;
    for (seed = 1; seed <= 20; seed++) {
        chance = seed;
        draw_text(&chance, text, TEXT, 1);
        width = 1 + (unsigned)draw(&chance, 60);
        height = 1 + (unsigned)draw(&chance, 50);
        open_screen(&one, 5, width, height);
        open_screen(&many, 5, 40, 20);
        one.give_up = many.give_up = 1;
        print_units(&one, text, TEXT);
        for (i = 0; i < 1000; i++) {
            resize_at_random(&many, &chance);
            print_units(&many, text + 2 * i, 2);
        }
        last = cells(width, height);
        screen_resize(&many.screen, &last);
        for (i = 0; i < 100; i += 7) {
            assert_int_equal(screen_scroll(&many.screen, i), screen_scroll(&one.screen, i));
            assert_string_equal(screen_text(&many, crooked), screen_text(&one, straight));
        }
        screen_free(&one.screen);
        screen_free(&many.screen);
    }
}

/* ---- [MORE] ---- */

static char *shots;     /* all that the player has seen */

static void take_shot(struct fake *fake)
{
    static char page[65536];

    strcat(shots, screen_text(fake, page));
}

static void print_numbered(struct fake *fake, zm_u32 *seed, unsigned count)
{
    char line[200];
    unsigned i, k, length;

    for (i = 0; i < count; i++) {
        length = (unsigned)sprintf(line, "#%u:", i);
        for (k = (unsigned)draw(seed, 60); k > 0; k--)
            line[length++] = "ab cd"[draw(seed, 5)];
        strcpy(line + length, "\n");
        print(fake, line);
    }
}

/* Every line of three turns is on the screen while the player is waited for, below upper windows of any height. */
static void shows_every_line(void **state)
{
    zm_u32 seed, chance;
    unsigned version, turn, i, height, count;
    char tag[20];
    struct fake fake;

    (void)state;
    shots = malloc(SHOTS);
    for (seed = 1; seed <= SEEDS; seed++)
        for (version = 3; version <= 6; version++) {
            chance = seed;
            height = 6 + (unsigned)draw(&chance, 12);
            open_screen(&fake, version, 12 + (unsigned)draw(&chance, 40), height);
            fake.look = take_shot;
            (void)ask(&fake, ZM_OP_split_window, 1, (int)draw(&chance, height - 4), 0, 0);
            for (turn = 0; turn < 3; turn++) {
                shots[0] = 0;
                count = (unsigned)draw(&chance, 60);
                print_numbered(&fake, &chance, count);
                print(&fake, ">");
                begin_input(&fake, NULL, 0);
                take_shot(&fake);
                for (i = 0; i < count; i++) {
                    sprintf(tag, "#%u:", i);
                    assert_non_null(strstr(shots, tag));
                }
                screen_end_input(&fake.screen, NULL, 0, 1);
            }
            screen_free(&fake.screen);
        }
    free(shots);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_whole_in_pieces), cmocka_unit_test(loses_nothing_at_any_width),
        cmocka_unit_test(reflows_by_any_way), cmocka_unit_test(shows_every_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
