/* Golmac: MIT licence, see LICENSE.

   The screen of version 6, kept and shown again: after anything that a story can do, what is kept paints the same
   screen, pixel by pixel, and the story goes on in it as if nothing had happened. Bytes that are not sound change
   nothing. */
#include "screen_fake.h"

#include <stdlib.h>

enum { WIDTH = 120, HEIGHT = 80, CELL = 6, LINE = 10, STEPS = 400, SEEDS = 60 };

/* What a display would show: a number for each pixel, that only the same painting leads to. */
struct canvas { zm_u32 pixel[HEIGHT][WIDTH]; zm_u32 palette; };

static zm_u32 draw(zm_u32 *seed, zm_u32 most)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % most;
}

static zm_u32 mix(zm_u32 a, zm_u32 b)
{
    return (a ^ b * 2654435761u) * 2246822519u + 1;
}

/* ---- The display ---- */

static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned width = 0;

    (void)context;
    for (; length--; text++)
        width += style->bits & SCREEN_FIXED ? CELL : 3 + *text % 5;
    return width;
}

static int size(void *context, unsigned number, unsigned *width, unsigned *height)
{
    (void)context;
    *width = 5 + number * 7 % 40;
    *height = 4 + number * 5 % 30;
    return number < 9;
}

static int adapts(void *context, unsigned number)
{
    (void)context;
    return number % 2;
}

/* The character that a text has at a place: no space shows, whatever it is painted with. */
static zm_u32 ink_of_text(const struct paint_operation *operation, int x, int y)
{
    unsigned i, width;
    int at = operation->left;

    for (i = 0; i < operation->length; i++, at += (int)width) {
        width = advance(NULL, &operation->style, operation->text + i, 1);
        if (x < at + (int)width)
            break;
    }
    if (i == operation->length || operation->text[i] == ' ' || (x - at + y - operation->top) % 3 != 0)
        return 0;
    return mix(mix((zm_u32)(x - at), (zm_u32)(y - operation->top)),
               operation->text[i] + 7 * operation->style.foreground) | 1;
}

static void paint_text(zm_u32 *pixel, const struct paint_operation *operation, int x, int y)
{
    zm_u32 ink = ink_of_text(operation, x, y);

    if (ink)
        *pixel = ink;
    else if (operation->style.background != SCREEN_TRANSPARENT)
        *pixel = operation->style.background;
}

static void paint_pixel(struct canvas *canvas, const struct paint_operation *operation, int x, int y)
{
    zm_u32 *pixel = &canvas->pixel[y][x], place = mix((zm_u32)(x - operation->left), (zm_u32)(y - operation->top));
    int ink = (x - operation->left + y - operation->top) % 3 == 0;

    switch (operation->kind) {
    case PAINT_FILL: *pixel = operation->colour; break;
    case PAINT_TEXT: paint_text(pixel, operation, x, y); break;
    case PAINT_PICTURE:
        if (ink)
            *pixel = mix(mix(place, operation->number), canvas->palette);
        break;
    case PAINT_SCROLL: break;
    }
}

static void scroll(struct canvas *canvas, const struct paint_operation *operation)
{
    struct canvas old = *canvas;
    int x, y, from;

    for (y = operation->y; y < operation->y + operation->height; y++)
        for (x = operation->x; x < operation->x + operation->width; x++) {
            from = y + operation->by;
            canvas->pixel[y][x] = from >= operation->y && from < operation->y + operation->height
                                      ? old.pixel[from][x] : operation->colour;
        }
}

static void perform(struct canvas *canvas, const struct paint_operation *operation)
{
    int x, y;

    if (operation->kind == PAINT_PICTURE && !operation->adapts)
        canvas->palette = operation->number;
    if (operation->kind == PAINT_SCROLL)
        scroll(canvas, operation);
    else
        for (y = operation->y; y < operation->y + operation->height; y++)
            for (x = operation->x; x < operation->x + operation->width; x++)
                paint_pixel(canvas, operation, x, y);
}

static void paint(struct canvas *canvas, struct screen *screen)
{
    unsigned count, i;
    const struct paint_operation *operation = screen_painting(screen, &count);

    for (i = 0; i < count; i++)
        perform(canvas, &operation[i]);
}

/* ---- The story ---- */

static void open_pixels(struct fake *fake, unsigned width, unsigned height)
{
    struct screen_metrics metrics = { .width = width, .height = height, .cell_width = CELL, .line_height = LINE,
                                      .advance = advance };
    struct screen_pictures pictures = { NULL, 8, 1, size, adapts, NULL, NULL };

    memset(fake, 0, sizeof *fake);
    fake->zm.version = 6;
    assert_int_equal(screen_init(&fake->screen, &fake->zm, &metrics, &pictures), 0);
    screen_set_more(&fake->screen, false);
}

static void tell(struct fake *fake, zm_u32 *seed)
{
    static const zm_u16 units[] = { ' ', ' ', 'a', 'b', 'W', 'i', 'o', '-', '\n', 'e', 'E', 'n' };
    zm_u16 text[40];
    unsigned length = (unsigned)draw(seed, 40), i;

    for (i = 0; i < length; i++)
        text[i] = units[draw(seed, sizeof units / sizeof *units)];
    screen_print(&fake->screen, text, length);
}

/* What a story might do next. */
static void step(struct fake *fake, zm_u32 *seed)
{
    int a = (int)draw(seed, WIDTH), b = (int)draw(seed, HEIGHT), window = (int)draw(seed, 8);

    switch (draw(seed, 16)) {
    case 0: (void)ask(fake, ZM_OP_move_window, 3, window, b, a); break;
    case 1: (void)ask(fake, ZM_OP_window_size, 3, window, b, a); break;
    case 2: (void)ask(fake, ZM_OP_window_style, 3, window, (int)draw(seed, 16), (int)draw(seed, 4)); break;
    case 3: (void)ask(fake, ZM_OP_set_window, 1, window, 0, 0); break;
    case 4: (void)ask(fake, ZM_OP_set_margins, 3, a / 8, b / 8, window); break;
    case 5: (void)ask(fake, ZM_OP_draw_picture, 3, 1 + window, b / 2, a / 2); break;
    case 6: (void)ask(fake, ZM_OP_erase_picture, 3, 1 + window, b / 2, a / 2); break;
    case 7: (void)ask(fake, ZM_OP_scroll_window, 2, window, b / 2 - HEIGHT / 4, 0); break;
    case 8: (void)ask(fake, ZM_OP_set_cursor, 2, b, a, 0); break;
    case 9: (void)ask(fake, ZM_OP_set_text_style, 1, window, 0, 0); break;
    case 10: (void)ask(fake, ZM_OP_set_colour, 2, 1 + window, a % 9 == 0 ? 15 : 2 + a % 8, 0); break;
    case 11: (void)ask(fake, ZM_OP_erase_line, 1, a, 0, 0); break;
    case 12:
        if (a < 20)
            (void)ask(fake, ZM_OP_erase_window, 1, window, 0, 0);
        break;
    case 13:
        if (a < 3)
            (void)ask(fake, ZM_OP_erase_window, 1, -1 - a % 2, 0, 0);
        break;
    default: tell(fake, seed); break;
    }
}

static void assert_same_windows(const struct screen *a, const struct screen *b)
{
    unsigned i, k;

    assert_int_equal(a->window, b->window);
    for (i = 0; i < WINDOW_COUNT; i++) {
        for (k = 0; k < WINDOW_TRUE_FOREGROUND; k++)
            assert_int_equal(a->windows.window[i].property[k], b->windows.window[i].property[k]);
        assert_true(screen_style_equal(&a->windows.window[i].style, &b->windows.window[i].style));
    }
}

/* A second screen that recalls what the first has kept: both go on and stay the same. */
static void keeps_what_is_painted(void **state)
{
    static struct canvas first, second;
    struct saved_screen_bytes kept;
    zm_u32 seed, chance, same;
    struct fake fake, other;
    int i;

    (void)state;
    for (seed = 1; seed <= SEEDS; seed++) {
        memset(&first, 0, sizeof first);
        memset(second.pixel, 0xFF, sizeof second.pixel);
        second.palette = 0;
        open_pixels(&fake, WIDTH, HEIGHT);
        open_pixels(&other, WIDTH, HEIGHT);
        for (i = 0, chance = seed; i < STEPS; i++) {
            step(&fake, &chance);
            if (i % 7 == 0)
                paint(&first, &fake.screen);
        }
        screen_keep(&fake.screen, &kept);
        assert_true(screen_recall(&other.screen, &kept, NULL, 0, false));
        assert_same_windows(&fake.screen, &other.screen);
        for (i = 0, same = chance; i < 20; i++) {
            paint(&first, &fake.screen);
            paint(&second, &other.screen);
            assert_memory_equal(first.pixel, second.pixel, sizeof first.pixel);
            step(&fake, &chance);
            step(&other, &same);
        }
        screen_free(&fake.screen);
        screen_free(&other.screen);
    }
}

/* The same in cells, where rows show it. */
static void keeps_cells(void **state)
{
    struct screen_pictures pictures = { NULL, 8, 1, size, adapts, NULL, NULL };
    char first[65536], again[65536];
    struct saved_screen_bytes kept;
    struct fake fake, other;
    zm_u32 seed;
    int i;

    (void)state;
    for (seed = 1; seed <= SEEDS; seed++) {
        zm_u32 chance = seed;

        open_screen(&fake, 6, 60, 24);
        open_screen(&other, 6, 60, 24);
        fake.screen.pictures = other.screen.pictures = pictures;
        fake.give_up = 1;
        for (i = 0; i < STEPS; i++)
            step(&fake, &chance);
        screen_keep(&fake.screen, &kept);
        assert_true(screen_recall(&other.screen, &kept, NULL, 0, false));
        assert_same_windows(&fake.screen, &other.screen);
        assert_string_equal(screen_text(&other, again), screen_text(&fake, first));
        screen_free(&fake.screen);
        screen_free(&other.screen);
    }
}

/* ---- Sizes ---- */

/* A long play of running text must not make a long record of a screen. */
static void stays_small(void **state)
{
    struct saved_screen_bytes kept;
    struct fake fake;
    int i;

    (void)state;
    open_pixels(&fake, 640, 400);
    screen_set_more(&fake.screen, 0);
    for (i = 0; i < 3000; i++)
        print(&fake, "It is pitch black. You are likely to be eaten by a grue, or to fall into a pit. ");
    screen_keep(&fake.screen, &kept);
    assert_in_range(kept.painted_size, 1000, 12000); /* of 5,000 characters */
    assert_in_range(fake.screen.shown.count, 100, 2000);
    screen_free(&fake.screen);
}

/* ---- Other displays ---- */

/* From pixels to cells: the same windows in the same places, the words in their order, the story asked to paint
   anew. */
static void goes_to_a_terminal(void **state)
{
    struct screen_metrics metrics = { .width = 240, .height = 80, .cell_width = CELL, .line_height = LINE,
                                      .advance = advance };
    zm_u8 memory[64] = { 6 };
    static const zm_u16 text[] = { 'a', 'a', 'a', ' ', 'i', 'i', ' ', 'o', 'o', '\n', '>' };
    struct saved_screen_bytes kept;
    struct fake fake, other;

    (void)state;
    open_pixels(&fake, 240, 80);
    (void)ask(&fake, ZM_OP_split_window, 1, 10, 0, 0);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    print(&fake, "Foyer");
    (void)ask(&fake, ZM_OP_set_window, 1, 0, 0, 0);
    print(&fake, "aaa ii oo\n>");
    screen_keep(&fake.screen, &kept);
    open_screen(&other, 6, 40, 8);
    other.zm.dynamic = memory;
    other.zm.dynamic_size = sizeof memory;
    assert_true(screen_recall(&other.screen, &kept, text, sizeof text / sizeof *text, true));
    assert_screen(&other, "Foyer|aaa ii oo|>|");
    assert_int_equal(ask(&other, ZM_OP_get_wind_prop, 2, 0, WINDOW_Y, 0), 2);
    assert_int_equal(ask(&other, ZM_OP_get_wind_prop, 2, 0, WINDOW_HEIGHT, 0), 7);
    assert_int_equal(ask(&other, ZM_OP_get_wind_prop, 2, 0, WINDOW_WIDTH, 0), 40);
    assert_int_equal(memory[0x11] & 4, 4);
    metrics.width = 300; /* the window was made larger before the next play */
    screen_resize(&fake.screen, &metrics);
    assert_true(screen_recall(&fake.screen, &kept, NULL, 0, false));
    assert_int_equal(ask(&fake, ZM_OP_get_wind_prop, 2, 0, WINDOW_WIDTH, 0), 300);
    screen_free(&fake.screen);
    screen_free(&other.screen);
}

/* What was told last can be looked back to, and is the prompt. */
static void keeps_the_text(void **state)
{
    static const zm_u16 text[] = { 'H', 'i', '\n', '>' };
    struct saved_screen_bytes kept;
    struct fake fake;

    (void)state;
    open_screen(&fake, 6, 20, 5);
    print(&fake, "Hi\n>");
    screen_keep(&fake.screen, &kept);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    assert_true(screen_recall(&fake.screen, &kept, text, 4, true));
    assert_screen(&fake, "Hi|>|");
    begin_input(&fake, NULL, 0);
    assert_int_equal(fake.screen.prompt.length, 1);
    assert_int_equal(fake.screen.windows.window[0].property[WINDOW_CURSOR_X], 2);
    screen_free(&fake.screen);
}

/* ---- Other versions ---- */

static void open_adventure(struct fake *fake, unsigned columns)
{
    open_screen(fake, 5, columns, 8);
    (void)ask(fake, ZM_OP_split_window, 1, 2, 0, 0);
    (void)ask(fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(fake, ZM_OP_set_text_style, 1, 1, 0, 0);
    print(fake, " Foyer");
    (void)ask(fake, ZM_OP_set_cursor, 2, 2, 14, 0);
    print(fake, "Score: 0");
    (void)ask(fake, ZM_OP_set_text_style, 1, 0, 0, 0);
    (void)ask(fake, ZM_OP_set_window, 1, 0, 0, 0);
    print(fake, "You stand here.\n>");
}

/* The rows above the text, wherever the story has gone since; the text only if it is to be seen again. */
static void keeps_the_upper_window(void **state)
{
    static const zm_u16 text[] = { 'Y', 'o', 'u', '\n', '>' };
    struct saved_screen_bytes kept;
    struct fake fake, other;

    (void)state;
    open_adventure(&fake, 30);
    screen_keep(&fake.screen, &kept);
    assert_int_equal(kept.painted_size, 0);
    (void)ask(&fake, ZM_OP_erase_window, 1, -1, 0, 0);
    print(&fake, "Cellar.\n>");
    assert_true(screen_recall(&fake.screen, &kept, text, 5, false));
    assert_screen(&fake, " Foyer|             Score: 0|Cellar.|>|");
    open_screen(&other, 5, 20, 8);
    (void)ask(&other, ZM_OP_split_window, 1, 4, 0, 0);
    (void)ask(&other, ZM_OP_set_window, 1, 1, 0, 0);
    print(&other, "a menu\nof three\nlines");
    assert_true(screen_recall(&other.screen, &kept, text, 5, true));
    assert_screen(&other, " Foyer|             Score:|||You|>|");
    assert_true(screen_transcribes(&other.screen));
    screen_free(&fake.screen);
    screen_free(&other.screen);
}

/* A key is waited for at the upper window's cursor, in a style and in colours, lines unbuffered. */
static void keeps_what_the_story_set(void **state)
{
    struct saved_screen_bytes kept;
    struct fake fake, other;

    (void)state;
    open_adventure(&fake, 30);
    (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
    (void)ask(&fake, ZM_OP_set_cursor, 2, 2, 5, 0);
    (void)ask(&fake, ZM_OP_set_text_style, 1, 2, 0, 0);
    (void)ask(&fake, ZM_OP_set_colour, 2, 3, 6, 0);
    (void)ask(&fake, ZM_OP_set_font, 1, 4, 0, 0);
    (void)ask(&fake, ZM_OP_buffer_mode, 1, 0, 0, 0);
    screen_keep(&fake.screen, &kept);
    open_screen(&other, 5, 30, 8);
    assert_true(screen_recall(&other.screen, &kept, NULL, 0, false));
    assert_int_equal(other.screen.window, 1);
    assert_int_equal(other.screen.grid.row, 1);
    assert_int_equal(other.screen.grid.column, 4);
    assert_true(screen_style_equal(&other.screen.style, &fake.screen.style));
    assert_int_equal(other.screen.style.foreground, colour_of_number(3));
    assert_int_equal(other.screen.by_word, 0);
    assert_false(screen_transcribes(&other.screen));
    print(&other, "x");
    assert_screen(&other, " Foyer|    x        Score: 0|");
    screen_free(&fake.screen);
    screen_free(&other.screen);
}

/* What another program wrote: each byte changed. */
static void takes_any_bytes(void **state)
{
    unsigned char bytes[SAVED_SCREEN];
    struct saved_screen_bytes kept, changed = { bytes, NULL, 0 };
    struct fake fake, other;
    zm_u32 chance = 9, i;
    char text[65536];

    (void)state;
    open_adventure(&fake, 30);
    screen_keep(&fake.screen, &kept);
    open_screen(&other, 5, 20, 6);
    for (i = 0; i < SAVED_SCREEN; i++) {
        memcpy(bytes, kept.screen, SAVED_SCREEN);
        bytes[i] ^= (unsigned char)(1 + draw(&chance, 255));
        assert_true(screen_recall(&other.screen, &changed, NULL, 0, false));
        assert_true(other.screen.window <= 1 && other.screen.top_rows <= 6);
        print(&other, "on it goes ");
        (void)screen_text(&other, text);
    }
    memset(bytes, 'x', sizeof bytes); /* a row without end is none */
    assert_true(screen_recall(&other.screen, &changed, NULL, 0, false));
    assert_int_equal(other.screen.top_rows, 6);
    assert_screen(&other, "|");
    screen_free(&fake.screen);
    screen_free(&other.screen);
}

/* 8.6.1.3: nothing is left of the upper window of version 3; others put it right themselves. */
static void forgets_at_a_restore(void **state)
{
    unsigned version;
    struct fake fake;

    (void)state;
    for (version = 3; version <= 5; version += 2) {
        open_screen(&fake, version, 20, 6);
        (void)ask(&fake, ZM_OP_split_window, 1, 2, 0, 0);
        (void)ask(&fake, ZM_OP_set_window, 1, 1, 0, 0);
        screen_was_restored(&fake.screen);
        assert_int_equal(fake.screen.window, version == 3 ? 0 : 1);
        assert_int_equal(screen_page(&fake.screen), version == 3 ? 5 : 4);
        screen_free(&fake.screen);
    }
}

/* ---- The bytes ---- */

/* All fields, and as much text as there is room for: whole characters, and rows that are whole. */
static void writes_what_it_reads(void **state)
{
    struct saved_screen saved = { 1, 2, 3, 4, 5, 6, 7, 8, 9, { 0 }, 0 }, again;
    unsigned char bytes[SAVED_SCREEN];
    unsigned at = 0, length, rows = 0, i;
    char place[30];
    const zm_u16 *row;

    (void)state;
    for (i = 0; i < 900; i++)
        saved.text[saved.length++] = i % 10 == 9 ? '\n' : i % 10 == 3 ? ' ' : 0x20AC; /* three bytes each */
    saved_screen_write(bytes, &saved);
    for (i = 0; i < 9; i++)
        assert_int_equal(bytes[2 + 2 * i] << 8 | bytes[3 + 2 * i], i + 1);
    for (i = 0; i < 8; i++)
        assert_int_equal(bytes[2040 + i], 0);
    saved_screen_read(&again, bytes);
    assert_memory_equal(&again, &saved, 9 * sizeof saved.window);
    assert_int_equal(again.length, 772); /* 77 rows of 26 bytes, and 2 characters of the next */
    while ((row = saved_screen_row(&again, &at, &length)) != NULL) {
        assert_int_equal(length, 9);
        assert_memory_equal(row, saved.text, 9 * sizeof *row);
        rows++;
    }
    assert_int_equal(rows, 77);
    saved_screen_describe(bytes, place, sizeof place);
    assert_string_equal(place, "€€€ €€€€€");
}

/* ---- Bytes from elsewhere ---- */

/* Each byte changed, each length: what is not taken changes nothing, what is taken can be painted. */
static void takes_no_nonsense(void **state)
{
    static struct canvas canvas;
    unsigned char *bytes, *bad;
    struct saved_screen_bytes kept, changed;
    zm_u32 size, chance = 5, i, taken = 0, refused = 0;
    struct fake fake, other;

    (void)state;
    open_pixels(&fake, WIDTH, HEIGHT);
    for (i = 0; i < STEPS; i++)
        step(&fake, &chance);
    bytes = malloc(1 << 16);
    screen_keep(&fake.screen, &kept);
    size = kept.painted_size;
    memcpy(bytes, kept.painted, size);
    for (i = 0; i < 4000; i++) {
        zm_u32 length = i < 2000 ? size : draw(&chance, size);
        struct screen_style before;

        bad = malloc(length + 1); /* of its own, so that reading past its end is seen */
        memcpy(bad, bytes, length);
        if (length)
            bad[i < size ? i : draw(&chance, length)] ^= (unsigned char)(1 + draw(&chance, 255));
        open_pixels(&other, WIDTH, HEIGHT);
        print(&other, "before");
        before = other.screen.windows.window[0].style;
        changed = (struct saved_screen_bytes){ kept.screen, bad, length };
        if (screen_recall(&other.screen, &changed, NULL, 0, false)) {
            taken++;
        } else {
            refused++;
            assert_int_equal(other.screen.window, 0);
            assert_int_equal(other.screen.windows.window[0].property[WINDOW_WIDTH], WIDTH / CELL * CELL);
            assert_true(screen_style_equal(&before, &other.screen.windows.window[0].style));
        }
        paint(&canvas, &other.screen);
        free(bad);
        screen_free(&other.screen);
    }
    assert_true(taken > 100 && refused > 100);
    changed = (struct saved_screen_bytes){ kept.screen, bytes, 0 };
    assert_false(screen_recall(&fake.screen, &changed, NULL, 0, false));
    free(bytes);
    screen_free(&fake.screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_painted), cmocka_unit_test(keeps_cells), cmocka_unit_test(stays_small),
        cmocka_unit_test(goes_to_a_terminal), cmocka_unit_test(keeps_the_text), cmocka_unit_test(takes_no_nonsense),
        cmocka_unit_test(keeps_the_upper_window), cmocka_unit_test(keeps_what_the_story_set),
        cmocka_unit_test(takes_any_bytes),
        cmocka_unit_test(forgets_at_a_restore), cmocka_unit_test(writes_what_it_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
