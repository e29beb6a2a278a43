/* Golmac: MIT licence, see LICENSE.

   The window: opening and closing it, its size, what of it is shown. */
#include "frontends/sdl/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_COLUMNS = 84, USUAL_ROWS = 34,
       STORY_LINES = 25, STORY_COLUMNS = 80 /* of version 6's screen, as on the old machines */,
       SMALL = 320 /* pixels: too few for 80 columns */ };

void window_tell(const struct message *why)
{
    fprintf(stderr, "golmac-sdl: %s\n", why->text);
}

/* ---- Sizes ---- */

int window_x(const struct sdl_window *window, double units)
{
    return window->left + (int)(units * window->zoom + 0.5);
}

int window_y(const struct sdl_window *window, double units)
{
    return window->top + (int)(units * window->zoom + 0.5);
}

/* The largest font whose lines and cells fit into those of the screen; larger or smaller as the player wants it. */
static void fit_font(struct sdl_window *window)
{
    double line = window->line_units * window->zoom, cell = window->cell_units * window->zoom;
    int size = (int)(line * 0.9 + 1);

    while (size > 4 && fonts_set_size(&window->fonts, size) == 0
           && (window->fonts.line_height > line + 0.5 || window->fonts.cell_width > cell + 0.5))
        size--;
    if (window->points != window->usual_points)
        (void)fonts_set_size(&window->fonts, (int)(size * window->points / window->usual_points) + 1);
}

/* Version 6 with pictures: the story's screen is as large as the pictures want it, doubled if they are made for the
   smallest screens, so that text has room (640 by 400: 80 by 25 characters of 8 by 16). It fills the window as far as
   its shape allows. */
static void fit_story(struct sdl_window *window, unsigned wide, unsigned high)
{
    double x, y;

    window->units_wide = wide <= SMALL ? 2 * wide : wide;
    window->units_high = wide <= SMALL ? 2 * high : high;
    x = (double)window->width / window->units_wide;
    y = (double)window->height / window->units_high;
    window->zoom = x < y ? x : y;
    window->left = (int)(window->width - window->units_wide * window->zoom) / 2;
    window->top = (int)(window->height - window->units_high * window->zoom) / 2;
    window->cell_units = window->units_wide / STORY_COLUMNS;
    window->line_units = window->units_high / STORY_LINES;
    fit_font(window);
}

void window_lay_out(struct sdl_window *window)
{
    unsigned wide, high;

    window->zoom = 1;
    window->is_fitted = window->is_version6 && window->screen_pictures.count > 0
                        && blorb_window(&window->resources.blorb, &wide, &high);
    if (window->is_fitted) {
        fit_story(window, wide, high);
        return;
    }
    window->margin = window->is_version6 ? 0 : window->fonts.size * 3 / 4;
    if (window->margin > window->width / 8)
        window->margin = window->width / 8;
    window->left = window->margin;
    window->top = window->is_version6 ? 0 : window->margin / 3;
    window->units_wide = (unsigned)(window->width - 2 * window->left);
    window->units_high = (unsigned)(window->height - 2 * window->top);
    window->cell_units = (unsigned)window->fonts.cell_width;
    window->line_units = (unsigned)window->fonts.line_height;
    if (window->units_high < (unsigned)window->fonts.line_height)
        window->units_high = (unsigned)window->fonts.line_height;
}

/* The size of the window in pixels has changed, or may have. 0, or -1 if there is no memory. */
int window_measure_size(struct sdl_window *window)
{
    int width, height, unused;
    double density;

    SDL_GetWindowSizeInPixels(window->sdl, &width, &height);
    SDL_GetWindowSize(window->sdl, &unused, NULL);
    density = unused > 0 ? (double)width / unused : 1;
    if (window->canvas.surface && width == window->width && height == window->height && density == window->density)
        return 0;
    if (density != window->density) {
        window->density = density;
        (void)appearance_scale(window); /* text of the old size is better than none */
    }
    window->width = width;
    window->height = height;
    if (canvas_resize(&window->canvas, width, height) != 0)
        return -1;
    window_lay_out(window);
    window_keep_page(window);
    window_clear(window);
    return 0;
}

void window_clear(struct sdl_window *window)
{
    const SDL_Rect all = { 0, 0, window->width, window->height };

    window->caret.shown = 0;
    canvas_fill(&window->canvas, &all, window->theme->background);
    canvas_change(&window->canvas, &all);
    memset(window->covered, 1, sizeof window->covered);
}

/* ---- Opening ---- */

/* Where there is no display SDL may take a driver that shows nothing, which is for those who ask for it: a game would wait,
   unseen, for ever. */
static int is_unseen(void)
{
    const char *asked = SDL_GetHint(SDL_HINT_VIDEODRIVER);

    return strcmp(SDL_GetCurrentVideoDriver(), "offscreen") == 0 && !(asked && *asked);
}

static int open_sdl(struct sdl_window *window, struct message *why)
{
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1"); /* more than 31 bytes at once */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Golmac");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return message_set(why, "no window can be opened: %s (in a terminal, golmac plays)", SDL_GetError());
    if (is_unseen())
        return message_set(why, "no window can be opened: there is no display (in a terminal, golmac plays)");
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) /* others have no way of their own to show what is in memory */
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* text is painted by the processor: sending it once is enough */
    SDL_EnableScreenSaver();
    window->sound_event = SDL_RegisterEvents(1);
    return 0;
}

/* As large as text is read with ease, but no larger than most of the display. */
static void choose_size(const struct sdl_window *window, SDL_Rect *place)
{
    SDL_Rect usable;

    place->w = (int)(window->fonts.cell_width * USUAL_COLUMNS / window->density);
    place->h = (int)(window->fonts.line_height * USUAL_ROWS / window->density);
    if (SDL_GetDisplayUsableBounds(0, &usable) != 0)
        return;
    if (place->w > usable.w * 9 / 10)
        place->w = usable.w * 9 / 10;
    if (place->h > usable.h * 9 / 10)
        place->h = usable.h * 9 / 10;
}

/* Only now it is known how many pixels a unit of its size is: where those are more than one, its size has been chosen by a
   font that was too small. */
static int fit_density(struct sdl_window *window, SDL_Rect *place)
{
    if (window->density <= 1)
        return 0;
    choose_size(window, place);
    SDL_SetWindowSize(window->sdl, place->w, place->h);
    return window_measure_size(window);
}

static int open_window(struct sdl_window *window, struct message *why)
{
    SDL_Rect place = { SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, 0, 0 };
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI
                   | (window->options->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    int is_chosen;

    place_read(window, &place);
    is_chosen = place.w == 0;
    if (is_chosen)
        choose_size(window, &place);
    window->sdl = SDL_CreateWindow("Golmac", place.x, place.y, place.w, place.h, flags);
    if (!window->sdl)
        return message_set(why, "no window can be opened: %s", SDL_GetError());
    SDL_SetWindowMinimumSize(window->sdl, 160, 120);
    place_keep(window, &place);
    SDL_StartTextInput();
    if (window_measure_size(window) != 0 || (is_chosen && fit_density(window, &place) != 0))
        return message_set(why, "there is no memory left");
    return show_open(window, why);
}

/* Open the window, or give that which is open the appearance that this story is to have. */
static int open_all(struct sdl_window *window, struct message *why)
{
    if (window->sdl)
        return appearance_choose(window, why);
    if (theme_find(window->options->theme) && open_sdl(window, why) != 0) /* else there is something to be said of it first */
        return -1;
    return appearance_choose(window, why) == 0 ? open_window(window, why) : -1;
}

/* ---- Stories ---- */

static int picture_adapts(void *context, unsigned number)
{
    const struct sdl_window *window = context;

    return blorb_is_adaptive(&window->resources.blorb, number);
}

static int picture_units(void *context, unsigned number, unsigned *width, unsigned *height)
{
    struct sdl_window *window = context;
    unsigned wide, high;
    double factor = 1;

    if (!pictures_size(&window->pictures, number, width, height))
        return 0;
    if (window->is_fitted && blorb_window(&window->resources.blorb, &wide, &high))
        factor = (double)window->units_wide / wide;
    *width = (unsigned)(*width * factor + 0.5);
    *height = (unsigned)(*height * factor + 0.5);
    return 1;
}

/* The picture is made as large as it is in units: a pixel for each. */
static int picture_colour(void *context, unsigned number, unsigned x, unsigned y, zm_u32 *colour)
{
    struct sdl_window *window = context;
    struct message why;
    const struct picture *picture = NULL;
    const unsigned char *pixel;
    unsigned width, height;

    if (picture_units(window, number, &width, &height) && x < width && y < height)
        picture = pictures_draw(&window->pictures, number, width, height, &why);
    if (!picture)
        return 0;
    pixel = picture->pixels + ((size_t)y * picture->width + x) * 4;
    *colour = (zm_u32)pixel[0] << 16 | (zm_u32)pixel[1] << 8 | pixel[2];
    return pixel[3] == 255;
}

static void close_story(struct sdl_window *window)
{
    sounds_free(&window->sounds);
    pictures_free(&window->pictures);
    resources_close(&window->resources);
    canvas_free(&window->page);
    memset(&window->screen_pictures, 0, sizeof window->screen_pictures);
    window->is_version6 = 0;
}

static void open_story(struct sdl_window *window, const struct story *story)
{
    struct message why = { "" };
    zm_u32 highest;

    if (resources_open(&window->resources, story, window->options->blorb, &why) != 0 || why.text[0])
        window_tell(&why);
    window->is_version6 = story->code[0] == 6;
    if (!window->resources.blorb.bytes)
        return;
    pictures_init(&window->pictures, &window->resources.blorb);
    window->screen_pictures.context = window;
    window->screen_pictures.count = blorb_pictures(&window->resources.blorb, &highest);
    window->screen_pictures.release = blorb_release(&window->resources.blorb);
    window->screen_pictures.size = picture_units;
    window->screen_pictures.adapts = picture_adapts;
    window->screen_pictures.colour = picture_colour;
}

/* struct display: a story will be shown, or the library. */
static int begin(void *context, const struct story *story)
{
    struct sdl_window *window = context;
    struct message why = { "" };

    if (open_all(window, &why) != 0) {
        window_tell(&why);
        return -1;
    }
    close_story(window);
    window->scene = NULL;
    if (story)
        open_story(window, story);
    sounds_init(&window->sounds, window->resources.blorb.bytes ? &window->resources.blorb : NULL, window_sound_ended,
                window);
    window_lay_out(window);
    window_keep_page(window);
    window_clear(window);
    cover_show(window);
    return 0;
}

static void set_title(void *context, const char *title)
{
    struct sdl_window *window = context;

    SDL_SetWindowTitle(window->sdl, title);
}

void window_init(struct sdl_window *window, struct settings *settings, volatile sig_atomic_t *interrupted)
{
    const struct display display = {
        .context = window, .pictures = &window->screen_pictures, .begin = begin, .measure = window_measure,
        .set_title = set_title, .bell = window_bell,
        .play_sound = window_play_sound, .stop_sound = window_stop_sound, .copy = window_copy, .mark = window_mark,
        .fetch = window_fetch,
    };

    memset(window, 0, sizeof *window);
    window->settings = settings;
    window->options = &settings->options;
    window->interrupted = interrupted;
    window->zoom = window->density = 1;
    window->display = display;
}

void window_free(struct sdl_window *window)
{
    if (window->sdl)
        place_write(window);
    close_story(window);
    canvas_free(&window->canvas);
    SDL_FreeSurface(window->caret.below);
    if (window->fonts.glyph)
        fonts_close(&window->fonts);
    SDL_free(window->path);
    free(window->pasted);
    show_close(window);
    if (window->sdl)
        SDL_DestroyWindow(window->sdl);
    SDL_Quit();
}
