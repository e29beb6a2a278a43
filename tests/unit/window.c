/* Golmac: MIT licence, see LICENSE.

   The window on SDL's display that shows nothing: what is typed through an input method, dropped, pasted, turned with
   the wheel; sizes of all kinds; and the colours of the themes. */
#include "unit.h"
#include "fake_display.h"

#include <SDL.h>
#include <math.h>
#include "frontends/sdl/window.h"

/* SDL 2.26 keeps the primary selection to the end; nothing of Golmac's is passed over. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libSDL2";
}

static volatile sig_atomic_t interrupted;
static struct settings settings; /* as the window sees them */

struct play { struct sdl_window window; struct fake_game *game; };

static struct play *begin_play(unsigned version)
{
    struct play *play = calloc(1, sizeof *play);

    assert_non_null(play);
    options_default(&settings.options);
    settings.options.window = "400x300+0+0";
    window_init(&play->window, &settings, &interrupted);
    assert_int_equal(play->window.display.begin(&play->window, NULL), 0);
    play->game = fake_game_on(&play->window.display, version, 0, 0, "");
    assert_non_null(play->game);
    fake_tell(play->game, "Text.\n\n>");
    assert_true(screen_begin_input(&play->game->player.screen, play->window.text, 0));
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    return play;
}

static void end_play(struct play *play)
{
    fake_game_over(play->game);
    window_free(&play->window);
    free(play);
}

static void paint(struct play *play)
{
    window_paint(&play->window, &play->game->player.scene);
}

/* What the window makes of an event. */
static struct event see(struct play *play, SDL_Event *happened)
{
    struct event event;

    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    assert_int_equal(SDL_PushEvent(happened), 1);
    window_wait(&play->window, 0, &event);
    return event;
}

static struct event see_window(struct play *play, SDL_WindowEventID what)
{
    SDL_Event happened = { 0 };

    happened.type = SDL_WINDOWEVENT;
    happened.window.windowID = SDL_GetWindowID(play->window.sdl);
    happened.window.event = (Uint8)what;
    return see(play, &happened);
}

static zm_u32 hash_canvas(const struct play *play)
{
    const SDL_Surface *surface = play->window.canvas.surface;
    zm_u32 hash = 2166136261u;
    int i;

    for (i = 0; i < surface->pitch * surface->h; i++)
        hash = (hash ^ ((const unsigned char *)surface->pixels)[i]) * 16777619u;
    return hash;
}

static void assert_text(const struct event *event, const char *wanted)
{
    char *text = calloc(UTF8_PER_UNIT, event->length + 1);

    assert_non_null(text);
    text[utf8_encode(text, event->text, event->length)] = '\0';
    assert_string_equal(text, wanted);
    free(text);
}

/* ---- Input methods ---- */

static struct event compose(struct play *play, const char *text)
{
    SDL_Event happened = { 0 };

    happened.type = SDL_TEXTEDITING;
    strncpy(happened.edit.text, text, sizeof happened.edit.text - 1);
    return see(play, &happened);
}

/* As SDL sends text of more than 31 bytes. */
static struct event compose_long(struct play *play, const char *text)
{
    SDL_Event happened = { 0 };

    happened.type = SDL_TEXTEDITING_EXT;
    happened.editExt.text = SDL_strdup(text);
    return see(play, &happened);
}

static struct event commit(struct play *play, const char *text)
{
    SDL_Event happened = { 0 };

    happened.type = SDL_TEXTINPUT;
    strncpy(happened.text.text, text, sizeof happened.text.text - 1);
    return see(play, &happened);
}

static struct event press(struct play *play, SDL_Keycode key, unsigned modifiers)
{
    SDL_Event happened = { 0 };

    happened.type = SDL_KEYDOWN;
    happened.key.keysym.sym = key;
    happened.key.keysym.mod = (Uint16)modifiers;
    return see(play, &happened);
}

static void shows_what_an_input_method_composes(void **state)
{
    struct play *play = begin_play(5);
    struct event event;
    zm_u32 before, composed;

    (void)state;
    paint(play);
    before = hash_canvas(play);
    event = compose(play, "\xE3\x81\xAB\xE3\x81\xBB\xE3\x82\x93");
    assert_int_equal(event.kind, EVENT_NONE);
    composed = hash_canvas(play);
    assert_int_not_equal(before, composed);
    assert_int_equal(compose(play, "\xE6\x97\xA5\xE6\x9C\xAC").kind, EVENT_NONE);
    assert_int_equal(press(play, SDLK_RETURN, 0).kind, EVENT_NONE); /* the input method's */
    assert_int_equal(press(play, SDLK_LEFT, 0).kind, EVENT_NONE);
    event = commit(play, "\xE6\x97\xA5\xE6\x9C\xAC");
    assert_int_equal(event.kind, EVENT_TEXT);
    assert_text(&event, "\xE6\x97\xA5\xE6\x9C\xAC");
    paint(play);
    assert_int_equal(hash_canvas(play), before); /* what was composed is gone, what was typed is for the player to
                                                    show */
    assert_int_equal(press(play, SDLK_RETURN, 0).kind, EVENT_KEY);
    end_play(play);
}

static void shows_long_and_ill_formed_compositions(void **state)
{
    char text[4001];
    struct play *play = begin_play(5);
    zm_u32 before;

    (void)state;
    paint(play);
    before = hash_canvas(play);
    memset(text, 'w', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_int_equal(compose_long(play, text).kind, EVENT_NONE);
    assert_int_not_equal(hash_canvas(play), before);
    assert_int_equal(compose_long(play, "\xE3\x81\xFF\x80\xC0").kind, EVENT_NONE);
    assert_int_equal(compose_long(play, "").kind, EVENT_NONE);
    assert_int_equal(hash_canvas(play), before);
    end_play(play);
}

/* ---- What comes from other windows ---- */

static struct event drop(struct play *play, Uint32 type, const char *text)
{
    SDL_Event happened = { 0 };

    happened.type = type;
    happened.drop.file = SDL_strdup(text);
    return see(play, &happened);
}

static void takes_what_is_dropped(void **state)
{
    struct play *play = begin_play(5);
    struct event event;

    (void)state;
    event = drop(play, SDL_DROPFILE, "/tmp/a story.z5");
    assert_int_equal(event.kind, EVENT_DROP);
    assert_string_equal(event.path, "/tmp/a story.z5");
    event = drop(play, SDL_DROPTEXT, "take lamp\nlook");
    assert_int_equal(event.kind, EVENT_PASTE);
    assert_text(&event, "take lamp\nlook");
    assert_int_equal(drop(play, SDL_DROPTEXT, "").kind, EVENT_NONE);
    end_play(play);
}

/* X's primary selection is on the middle button. */
static void pastes_what_was_marked(void **state)
{
    enum { LONG = 100000 };
    static const zm_u16 marked[] = { 'l', 'a', 'm', 'p', 0xE9, 0xD83D, 0xDE00 };
    struct play *play = begin_play(5);
    SDL_Event happened = { 0 };
    struct event event;
    zm_u16 *text = malloc(LONG * sizeof *text);
    unsigned i;

    (void)state;
    assert_non_null(text);
    happened.type = SDL_MOUSEBUTTONDOWN;
    happened.button.button = SDL_BUTTON_MIDDLE;
    window_mark(&play->window, marked, sizeof marked / sizeof *marked);
    event = see(play, &happened);
    assert_int_equal(event.kind, EVENT_PASTE);
    assert_text(&event, "lamp\xC3\xA9\xF0\x9F\x98\x80");
    window_mark(&play->window, marked, 0); /* nothing was marked: that before stays */
    assert_int_equal(see(play, &happened).kind, EVENT_PASTE);
    for (i = 0; i < LONG; i++)
        text[i] = (zm_u16)('a' + i % 26);
    window_mark(&play->window, text, LONG);
    assert_int_equal(see(play, &happened).length, LONG);
    window_copy(&play->window, text, LONG);
    memset(text, 0, LONG * sizeof *text);
    assert_int_equal(window_fetch(&play->window, text, 50), 50);
    assert_int_equal(text[49], 'x');
    SDL_SetClipboardText("\xFF\x01\xC3");
    assert_int_equal(window_fetch(&play->window, text, LONG), 3);
    assert_int_equal(text[0], UTF_REPLACEMENT);
    free(text);
    end_play(play);
}

/* ---- The wheel ---- */

static int turn(struct play *play, double notches, Uint32 direction)
{
    SDL_Event happened = { 0 };
    struct event event;

    happened.type = SDL_MOUSEWHEEL;
    happened.wheel.preciseY = (float)notches;
    happened.wheel.direction = direction;
    event = see(play, &happened);
    return event.kind == EVENT_WHEEL ? event.lines : 0;
}

static void adds_up_small_turns_of_the_wheel(void **state)
{
    struct play *play = begin_play(5);
    int i, lines = 0;

    (void)state;
    assert_int_equal(turn(play, 1, SDL_MOUSEWHEEL_NORMAL), 3);
    assert_int_equal(turn(play, -1, SDL_MOUSEWHEEL_NORMAL), -3);
    assert_int_equal(turn(play, 2, SDL_MOUSEWHEEL_FLIPPED), -6);
    for (i = 0; i < 16; i++)
        lines += turn(play, 0.125, SDL_MOUSEWHEEL_NORMAL);
    assert_int_equal(lines, 6);
    end_play(play);
}

/* ---- Sizes ---- */

static void lives_at_any_size(void **state)
{
    static const int sizes[][2] = { { 1, 1 }, { 2, 3000 }, { 3000, 2 }, { 17, 16 }, { 161, 121 }, { 400, 300 } };
    static const unsigned versions[] = { 3, 5, 6 };
    struct play *play;
    unsigned i, version;
    double points;

    (void)state;
    for (version = 0; version < sizeof versions / sizeof *versions; version++) {
        play = begin_play(versions[version]);
        SDL_SetWindowMinimumSize(play->window.sdl, 1, 1);
        for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            SDL_SetWindowSize(play->window.sdl, sizes[i][0], sizes[i][1]);
            assert_int_equal(window_measure_size(&play->window), 0);
            for (points = 4; points <= 200; points *= 7) {
                assert_int_equal(appearance_set_points(&play->window, points), 0);
                player_measure(&play->game->player);
                paint(play);
                assert_int_equal(compose(play, "Ww").kind, EVENT_NONE);
                assert_int_equal(commit(play, "").kind, EVENT_NONE);
                paint(play);
            }
        }
        assert_int_equal(appearance_set_points(&play->window, 201), -1);
        end_play(play);
    }
}

/* A whole window of one colour reaches all its edges. */
static void paints_a_coloured_page_to_the_edges(void **state)
{
    struct play *play = begin_play(5);
    const SDL_Surface *surface;
    zm_u16 colours[] = { 9, 6 }, window[] = { 0xFFFF };
    int x, y;
    zm_u32 blue = colour_of_number(6);

    (void)state;
    paint(play);
    (void)screen_perform(&play->game->player.screen, ZM_OP_set_colour, colours, 2);
    (void)screen_perform(&play->game->player.screen, ZM_OP_erase_window, window, 1);
    scene_set_message(&play->game->player.scene, "[MORE]");
    paint(play);
    surface = play->window.canvas.surface;
    for (y = 0; y < surface->h; y++)
        for (x = 0; x < surface->w; x += y == 0 || y == surface->h - 1 ? 1 : surface->w - 1)
            assert_int_equal(((const Uint32 *)((const char *)surface->pixels + y * surface->pitch))[x] & 0xFFFFFF,
                             blue);
    end_play(play);
}

static void hangs_up_when_it_is_closed(void **state)
{
    struct play *play = begin_play(5);
    SDL_Event quit = { .type = SDL_QUIT };

    (void)state;
    assert_int_equal(see_window(play, SDL_WINDOWEVENT_CLOSE).kind, EVENT_HANGUP);
    assert_int_equal(see(play, &quit).kind, EVENT_HANGUP);
    assert_int_equal(see_window(play, SDL_WINDOWEVENT_EXPOSED).kind, EVENT_NONE);
    end_play(play);
}

/* ---- Each story's own appearance ---- */

static void dresses_for_each_story(void **state)
{
    struct play *play = begin_play(5);
    struct sdl_window *window = &play->window;
    int usual = window->fonts.size;

    (void)state;
    assert_string_equal(window->theme->name, "light");
    assert_int_equal(press(play, SDLK_PLUS, KMOD_LCTRL).kind, EVENT_RESIZE);
    assert_true(window->fonts.size > usual);
    settings.options.theme = "dark";
    settings.options.font_size = 24;
    settings.options.font = "DejaVu Sans";
    assert_int_equal(window->display.begin(window, NULL), 0);
    assert_string_equal(window->theme->name, "dark");
    assert_true(window->fonts.size > 2 * usual); /* what the player has made larger stays so */
    settings.options.font = "/nowhere.ttf";
    settings.options.theme = "pink";
    settings.options.font_size = -1;
    assert_int_equal(window->display.begin(window, NULL), 0); /* said, and as before */
    assert_string_equal(window->theme->name, "dark");
    assert_int_equal(press(play, SDLK_0, KMOD_RCTRL).kind, EVENT_RESIZE);
    assert_int_equal(window->fonts.size, usual);
    end_play(play);
}

/* ---- Colours ---- */

static double channel(zm_u32 value)
{
    double part = (double)(value & 255) / 255;

    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double contrast(zm_u32 a, zm_u32 b)
{
    double light[2], both[2] = { a, b };
    int i;

    for (i = 0; i < 2; i++) {
        zm_u32 colour = (zm_u32)both[i];

        light[i] = 0.05 + 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }
    return light[0] > light[1] ? light[0] / light[1] : light[1] / light[0];
}

static void can_be_read_in_every_theme(void **state)
{
    char names[200], *name;

    (void)state;
    snprintf(names, sizeof names, "%s", theme_names());
    for (name = strtok(names, " "); name; name = strtok(NULL, " ")) {
        const struct theme *theme = theme_find(name);
        double least = strcmp(name, "high-contrast") == 0 ? 7 : 4.5;

        assert_non_null(theme);
        assert_true(contrast(theme->text, theme->background) >= least);
        assert_true(contrast(theme->input, theme->background) >= least);
        assert_true(contrast(theme->remark, theme->background) >= least);
        assert_true(contrast(theme->warning, theme->background) >= least);
        assert_true(contrast(theme->bar_text, theme->bar) >= least);
        assert_true(contrast(theme->marked_text, theme->marked) >= least);
        assert_true(contrast(theme->found_text, theme->found) >= least);
    }
    assert_null(theme_find("pink"));
    assert_true(theme_can_see(0xFFFFFF, 0x0000A0));
    assert_false(theme_can_see(0x174A7C, 0x006CB7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_an_input_method_composes),
        cmocka_unit_test(shows_long_and_ill_formed_compositions),
        cmocka_unit_test(takes_what_is_dropped),
        cmocka_unit_test(pastes_what_was_marked),
        cmocka_unit_test(adds_up_small_turns_of_the_wheel),
        cmocka_unit_test(lives_at_any_size),
        cmocka_unit_test(paints_a_coloured_page_to_the_edges),
        cmocka_unit_test(hangs_up_when_it_is_closed),
        cmocka_unit_test(dresses_for_each_story),
        cmocka_unit_test(can_be_read_in_every_theme),
    };

    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    return cmocka_run_group_tests_name("window", tests, NULL, NULL);
}
