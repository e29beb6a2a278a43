/* Golmac: MIT licence, see LICENSE.

   How text looks: theme, fonts and their size, as the options say, which are others for each story; made larger and
   smaller by the player; and larger where the display's pixels are close together. */
#include "frontends/sdl/window.h"
#include "frontends/sdl/theme.h"

#include <stdlib.h>
#include <string.h>

/* ---- Themes ---- */

static const struct theme themes[] = {
#define THEME(name, ...) { name, __VA_ARGS__ },
#include "frontends/sdl/theme.def"
};

const struct theme *theme_find(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof themes / sizeof *themes; i++)
        if (!name || strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

const char *theme_names(void)
{
    return ""
#define THEME(name, ...) " " name
#include "frontends/sdl/theme.def"
        ;
}

zm_u32 theme_ground(const struct theme *theme, zm_u32 colour)
{
    return colour == SCREEN_DEFAULT ? theme->background : colour;
}

/* The text's own colour where the story has set none. */
static zm_u32 usual_ink(const struct theme *theme, unsigned bits)
{
    if (bits & SCREEN_WARNING)
        return theme->warning;
    if (bits & SCREEN_REMARK)
        return theme->remark;
    return bits & SCREEN_INPUT ? theme->input : theme->text;
}

void theme_colours(const struct theme *theme, const struct screen_style *style, zm_u32 *ink, zm_u32 *ground)
{
    if (style->bits & SCREEN_SELECTED) {
        *ink = theme->marked_text;
        *ground = theme->marked;
    } else if (style->bits & SCREEN_FOUND) {
        *ink = theme->found_text;
        *ground = theme->found;
    } else if (style->bits & (SCREEN_REVERSE | SCREEN_STATUS)) {
        *ink = style->background <= 0xFFFFFF ? style->background
               : style->foreground == SCREEN_DEFAULT ? theme->bar_text : theme->background;
        *ground = style->foreground == SCREEN_DEFAULT
                  ? (style->background == SCREEN_DEFAULT ? theme->bar : theme->text) : style->foreground;
    } else {
        *ink = style->foreground == SCREEN_DEFAULT ? usual_ink(theme, style->bits) : style->foreground;
        *ground = style->background == SCREEN_DEFAULT ? theme->background : style->background;
    }
}

/* ---- Contrast ---- */

/* Light that a colour gives, 0 to 1 (WCAG 2, relative luminance), with the square for the curve of sRGB: near
   enough. */
static double light_of(zm_u32 colour)
{
    double red = (double)(colour >> 16 & 255) / 255, green = (double)(colour >> 8 & 255) / 255,
           blue = (double)(colour & 255) / 255;

    return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

bool theme_can_see(zm_u32 colour, zm_u32 ground)
{
    const double least = 3, stray = 0.05;
    double a = light_of(colour) + stray, b = light_of(ground) + stray;

    return a > b ? a >= least * b : b >= least * a;
}

/* ---- How close together the display's pixels are, where SDL tells nothing of it or too little: on X ---- */

enum { DOTS_PER_INCH = 96, LEAST = 48, MOST = 8 * DOTS_PER_INCH };

/* What desktops and players set for all programs: the resource Xft.dpi. 0: nothing is set. */
static double read_resource(const char *resources)
{
    static const char name[] = "Xft.dpi:";
    const char *line = resources;
    double dots;

    while (line && strncmp(line, name, sizeof name - 1) != 0) {
        line = strchr(line, '\n');
        line += line != NULL;
    }
    dots = line ? strtod(line + sizeof name - 1, NULL) : 0;
    return dots >= LEAST && dots <= MOST ? dots : 0;
}

/* X's library is there, since SDL uses it, but not to compile with. */
static double ask_x(void)
{
    void *library = SDL_LoadObject("libX11.so.6"), *display;
    void *(*open)(const char *) = NULL;
    char *(*resources)(void *) = NULL;
    int (*close)(void *) = NULL;
    double dots = 0;

    if (!library)
        return 0;
    *(void **)&open = SDL_LoadFunction(library, "XOpenDisplay");
    *(void **)&resources = SDL_LoadFunction(library, "XResourceManagerString");
    *(void **)&close = SDL_LoadFunction(library, "XCloseDisplay");
    display = open && resources && close ? open(NULL) : NULL;
    if (display) {
        dots = read_resource(resources(display));
        (void)close(display);
    }
    SDL_UnloadObject(library);
    return dots;
}

/* By the size in millimetres that a monitor tells of itself: only from 1.4 times the usual on, and in quarters, since
   many a one is wrong. */
static double guess(void)
{
    float dots = 0;

    if (SDL_GetDisplayDPI(0, &dots, NULL, NULL) != 0 || dots < 1.4 * DOTS_PER_INCH || dots > MOST)
        return 1;
    return (int)(dots / DOTS_PER_INCH * 4) / 4.0;
}

/* How many times the usual 96 the display's dots of an inch are. */
static double resolution_of_display(void)
{
    double dots = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0 ? ask_x() : 0;

    return dots > 0 ? dots / DOTS_PER_INCH : guess();
}

/* ---- As the options say ---- */

enum { POINTS = 12, POINTS_LEAST = 4, POINTS_MOST = 200, POINTS_PER_INCH = 72 };

/* The display's own scale is known where a unit of the desktop is several pixels (density). */
static void find_scale(struct sdl_window *window)
{
    double percent = window->options->scale > 0 ? (double)window->options->scale : 100;
    double dense = window->density > 1 ? window->density : resolution_of_display();

    window->scale = dense * percent / 100 * DOTS_PER_INCH / POINTS_PER_INCH;
}

/* Pixels of an em. */
static int font_pixels(const struct sdl_window *window, double points)
{
    int pixels = (int)(points * window->scale + 0.5);

    return pixels < 4 ? 4 : pixels;
}

int appearance_scale(struct sdl_window *window)
{
    find_scale(window);
    return fonts_set_size(&window->fonts, font_pixels(window, window->points));
}

int appearance_set_points(struct sdl_window *window, double points)
{
    if (points < POINTS_LEAST || points > POINTS_MOST
        || fonts_set_size(&window->fonts, font_pixels(window, points)) != 0)
        return -1;
    window->points = points;
    window_lay_out(window);
    window_clear(window);
    return 0;
}

/* fontconfig always has something to take instead. */
static void tell_missing(const struct sdl_window *window, const char *family, unsigned face)
{
    struct message why;

    if (!family || fonts_has(family))
        return;
    message_set(&why, "%s: there is no such font; %s serves instead", family,
                window->fonts.path[face]);
    window_tell(&why);
}

static int open_fonts(struct sdl_window *window, const char *font, const char *fixed_font, struct message *why)
{
    if (window->fonts.glyph)
        fonts_close(&window->fonts);
    if (fonts_open(&window->fonts, font, fixed_font, font_pixels(window, window->points), why) != 0)
        return -1;
    tell_missing(window, font, 0);
    tell_missing(window, fixed_font, FACE_FIXED);
    window->font = font;
    window->fixed_font = fixed_font;
    return 0;
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static int choose_fonts(struct sdl_window *window, struct message *why)
{
    const struct options *options = window->options;
    const char *font = window->font, *fixed_font = window->fixed_font;
    bool was_open = window->fonts.glyph != NULL;
    struct message unused;

    if (was_open && is_same(options->font, font) && is_same(options->fixed_font, fixed_font))
        return fonts_set_size(&window->fonts, font_pixels(window, window->points));
    if (open_fonts(window, options->font, options->fixed_font, why) == 0)
        return 0;
    if (!was_open)
        return -1;
    window_tell(why); /* those of before have served */
    return open_fonts(window, font, fixed_font, &unused);
}

int appearance_choose(struct sdl_window *window, struct message *why)
{
    const struct theme *theme = theme_find(window->options->theme);
    double enlarged = window->usual_points > 0 ? window->points / window->usual_points : 1;

    if (!theme) {
        message_set(why, "%s: there is no such theme; there are:%s", window->options->theme, theme_names());
        if (!window->theme)
            return -1;
        window_tell(why);
        theme = window->theme;
    }
    window->theme = theme;
    window->usual_points = window->options->font_size > 0 ? (double)window->options->font_size : POINTS;
    window->points = window->usual_points * enlarged;
    if (window->points < POINTS_LEAST || window->points > POINTS_MOST)
        window->points = window->usual_points;
    find_scale(window);
    return choose_fonts(window, why);
}
