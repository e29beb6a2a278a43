/* Golmac: MIT licence, see LICENSE.

   The size and place of the window, kept in the config file as the option that sets them: window = 900x700+40+30. */
#include "frontends/sdl/window.h"

#include <stdio.h>
#include <string.h>

void place_read(struct sdl_window *window, SDL_Rect *place)
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

/* Only now that it has a frame SDL can put its contents, not the frame, where they were. */
void place_keep(struct sdl_window *window, const SDL_Rect *place)
{
    if (SDL_WINDOWPOS_ISUNDEFINED(place->x) || window->options->full_screen)
        return;
    SDL_PumpEvents();
    SDL_SetWindowPosition(window->sdl, place->x, place->y);
}

void place_note(struct sdl_window *window)
{
    SDL_Rect *place = &window->usual_place;

    if (SDL_GetWindowFlags(window->sdl) & (SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED))
        return;
    SDL_GetWindowSize(window->sdl, &place->w, &place->h);
    SDL_GetWindowPosition(window->sdl, &place->x, &place->y);
}

void place_write(struct sdl_window *window)
{
    const SDL_Rect *place = &window->usual_place;
    char text[64];
    struct message why = { "" };

    place_note(window);
    if (place->w == 0)
        return; /* it has filled the screen all the time: the place it would go back to is not known */
    snprintf(text, sizeof text, "%dx%d%+d%+d", place->w, place->h, place->x, place->y);
    if (window->options->window && strcmp(text, window->options->window) == 0)
        return;
    if (settings_write(window->settings, "window", text, &why) != 0)
        window_tell(&why);
}
