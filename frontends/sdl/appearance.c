/* Golmac: MIT licence, see LICENSE.

   How text looks: theme, fonts and their size, as the options say, which are others for each story; made larger and
   smaller by the player; and larger where the display's pixels are close together. */
#include "frontends/sdl/window.h"

#include <string.h>

enum { POINTS = 12, POINTS_LEAST = 4, POINTS_MOST = 200, DOTS_PER_INCH = 96, POINTS_PER_INCH = 72 };

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

    if (!family || font_is_there(family))
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

static int is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static int choose_fonts(struct sdl_window *window, struct message *why)
{
    const struct options *options = window->options;
    const char *font = window->font, *fixed_font = window->fixed_font;
    int was_open = window->fonts.glyph != NULL;
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
