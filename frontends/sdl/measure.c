/* Golmac: MIT licence, see LICENSE.

   What the screen model and the machine are told of the window. */
#include "frontends/sdl/window.h"

/* Pixels as whole units, never too few: text that is thought narrower than it is would be cut. */
static unsigned units(const struct sdl_window *window, unsigned pixels)
{
    return window->zoom == 1 ? pixels : (unsigned)(pixels / window->zoom + 0.999);
}

static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    struct sdl_window *window = context;
    unsigned face = fonts_face_of(style);

    if (face & FACE_FIXED)
        return columns_of(text, length) * window->cell_units;
    return units(window, fonts_advance(&window->fonts, face, text, length));
}

/* Of 8 bits a channel, 15-bit true colour (8.3.7). */
static void tell_colours(const struct sdl_window *window, struct zm_screen *description)
{
    description->foreground = window->theme->text_number;
    description->background = window->theme->background_number;
    description->true_foreground = colour_true(window->theme->text);
    description->true_background = colour_true(window->theme->background);
}

void window_measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    struct sdl_window *window = context;

    metrics->context = window;
    metrics->advance = advance;
    metrics->width = window->units_wide;
    metrics->height = window->units_high;
    metrics->cell_width = window->cell_units;
    metrics->line_height = window->line_units;
    description->can |= ZM_CAN_COLOURS | ZM_CAN_BOLD | ZM_CAN_ITALIC | ZM_CAN_FIXED | ZM_CAN_PROPORTIONAL
                        | ZM_CAN_SOUND | ZM_CAN_MOUSE | (window->screen_pictures.count > 0 ? ZM_CAN_PICTURES : 0);
    tell_colours(window, description);
}
