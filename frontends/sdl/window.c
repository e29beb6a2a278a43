/* Golmac: MIT licence, see LICENSE.

   The window: opening and closing it, its size and place, and what of the canvas is sent to it. */
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

    window->caret.shown = false;
    canvas_fill(&window->canvas, &all, window->theme->background);
    canvas_change(&window->canvas, &all);
    memset(window->covered, 1, sizeof window->covered);
}

/* ---- The window's place, kept in the config file as the option that sets it: window = 900x700+40+30 ---- */

static void place_read(struct sdl_window *window, SDL_Rect *place)
{
    int width, height, x, y, found;

    if (!window->options->window)
        return;
    found = sscanf(window->options->window, "%dx%d%d%d", &width, &height, &x, &y);
    if (found < 2 || width < 100 || height < 80 || width > 32000 || height > 32000) {
        fprintf(stderr, "golmac-sdl: window = %s: a size such as 900x700, or size and place such as 900x700+40+30,"
                " is wanted\n", window->options->window);
        return;
    }
    place->w = width;
    place->h = height;
    if (found == 4) {
        place->x = x;
        place->y = y;
    }
}

/* After opening the window there. Only now that it has a frame SDL can put its contents, not the frame, where they
   were. */
static void place_keep(struct sdl_window *window, const SDL_Rect *place)
{
    if (SDL_WINDOWPOS_ISUNDEFINED(place->x) || window->options->full_screen)
        return;
    SDL_PumpEvents();
    SDL_SetWindowPosition(window->sdl, place->x, place->y);
}

void window_note_place(struct sdl_window *window)
{
    SDL_Rect *place = &window->usual_place;

    if (SDL_GetWindowFlags(window->sdl) & (SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED))
        return;
    SDL_GetWindowSize(window->sdl, &place->w, &place->h);
    SDL_GetWindowPosition(window->sdl, &place->x, &place->y);
}

static void place_write(struct sdl_window *window)
{
    const SDL_Rect *place = &window->usual_place;
    char text[64];
    struct message why = { "" };

    window_note_place(window);
    if (place->w == 0)
        return; /* it has filled the screen all the time: the place it would go back to is not known */
    snprintf(text, sizeof text, "%dx%d%+d%+d", place->w, place->h, place->x, place->y);
    if (window->options->window && strcmp(text, window->options->window) == 0)
        return;
    if (settings_write(window->settings, "window", text, &why) != 0)
        window_tell(&why);
}

/* ---- What has changed on the canvas, shown in the window ---- */

static int show_open(struct sdl_window *window, struct message *why)
{
    if (window->density > 1 || strcmp(SDL_GetCurrentVideoDriver(), "wayland") == 0) {
        window->renderer = SDL_CreateRenderer(window->sdl, -1, 0);
        if (window->renderer)
            return 0;
    }
    return SDL_GetWindowSurface(window->sdl) ? 0
        : message_set(why, "nothing can be shown in a window: %s", SDL_GetError());
}

void window_show_all(struct sdl_window *window)
{
    const SDL_Rect all = { 0, 0, window->width, window->height };

    if (window->texture)
        SDL_DestroyTexture(window->texture);
    window->texture = NULL;
    canvas_change(&window->canvas, &all);
}

static void show_close(struct sdl_window *window)
{
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    window->texture = NULL;
    window->renderer = NULL;
}

/* The texture has the canvas's size. */
static int fit_texture(struct sdl_window *window)
{
    int width, height;

    if (window->texture && SDL_QueryTexture(window->texture, NULL, NULL, &width, &height) == 0
        && width == window->canvas.width && height == window->canvas.height)
        return 0;
    window_show_all(window);
    window->texture = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING,
                                        window->canvas.width, window->canvas.height);
    return window->texture ? 0 : -1;
}

static void show_texture(struct sdl_window *window)
{
    const SDL_Surface *canvas = window->canvas.surface;
    const SDL_Rect *part;
    int i;

    if (fit_texture(window) != 0)
        return;
    for (i = 0; i < window->canvas.changes; i++) {
        part = &window->canvas.change[i];
        SDL_UpdateTexture(window->texture, part, (const char *)canvas->pixels + part->y * canvas->pitch + part->x * 4,
                          canvas->pitch);
    }
    SDL_RenderCopy(window->renderer, window->texture, NULL, NULL);
    SDL_RenderPresent(window->renderer);
}

static void show_surface(struct sdl_window *window)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->sdl);
    int i;

    if (!surface)
        return; /* the window is going, or changing: its event follows */
    for (i = 0; i < window->canvas.changes; i++) {
        SDL_Rect part = window->canvas.change[i], to = part;

        SDL_BlitSurface(window->canvas.surface, &part, surface, &to);
    }
    SDL_UpdateWindowSurfaceRects(window->sdl, window->canvas.change, window->canvas.changes);
}

void window_show(struct sdl_window *window)
{
    if (window->canvas.changes == 0)
        return;
    if (window->renderer)
        show_texture(window);
    else
        show_surface(window);
    window->canvas.changes = 0;
}

/* ---- Opening ---- */

/* Where there is no display SDL may take a driver that shows nothing, which is for those who ask for it: a game would
   wait, unseen, for ever. */
static bool is_unseen(void)
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
    /* Text is painted by the processor: sending it once is enough. Only X can show what is in memory. */
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
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

/* Only now it is known how many pixels a unit of its size is: where those are more than one, its size has been chosen
   by a font that was too small. */
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
    bool is_chosen;

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
    if (theme_find(window->options->theme) && open_sdl(window, why) != 0) /* else the theme is complained of first */
        return -1;
    return appearance_choose(window, why) == 0 ? open_window(window, why) : -1;
}

/* ---- The display ---- */

/* struct display: a story will be shown, or the library. */
static int begin(void *context, const struct story *story)
{
    struct sdl_window *window = context;
    struct message why = { "" };

    if (open_all(window, &why) != 0) {
        window_tell(&why);
        return -1;
    }
    window_close_story(window);
    window->scene = NULL;
    if (story)
        window_open_story(window, story);
    sounds_init(&window->sounds, window->resources.blorb.bytes ? &window->resources.blorb : NULL, window_sound_ended,
                window);
    window_lay_out(window);
    window_keep_page(window);
    window_clear(window);
    window_show_cover(window);
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
    window_close_story(window);
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
