/* Golmac: MIT licence, see LICENSE.

   What has changed on the canvas, shown in the window: sent as it is, where a display takes pixels from memory (X);
   else by way of a texture, which also reaches every pixel where a unit of the desktop is several of them (Wayland,
   macOS). */
#include "frontends/sdl/window.h"

#include <string.h>

int show_open(struct sdl_window *window, struct message *why)
{
    if (window->density > 1 || strcmp(SDL_GetCurrentVideoDriver(), "wayland") == 0) {
        window->renderer = SDL_CreateRenderer(window->sdl, -1, 0);
        if (window->renderer)
            return 0;
    }
    return SDL_GetWindowSurface(window->sdl) ? 0
        : message_set(why, "nothing can be shown in a window: %s", SDL_GetError());
}

void show_forget(struct sdl_window *window)
{
    const SDL_Rect all = { 0, 0, window->width, window->height };

    if (window->texture)
        SDL_DestroyTexture(window->texture);
    window->texture = NULL;
    canvas_change(&window->canvas, &all);
}

void show_close(struct sdl_window *window)
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
    show_forget(window);
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
