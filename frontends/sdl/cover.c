/* Golmac: MIT licence, see LICENSE.

   The picture on the cover, in the middle of the window, until a key or the mouse is pressed, or some seconds have
   passed. */
#include "frontends/sdl/window.h"

enum { COVER_MILLISECONDS = 4000 };

/* As large as it fits. 0, or -1 saying why not. */
static int draw(struct sdl_window *window, zm_u32 number, struct message *why)
{
    const struct picture *picture;
    unsigned width, height;
    double factor, factor_y;

    if (!pictures_size(&window->pictures, number, &width, &height) || width == 0 || height == 0)
        return message_set(why, "picture %lu is not there, or damaged", (unsigned long)number);
    factor = (double)window->width / width;
    factor_y = (double)window->height / height;
    if (factor > factor_y)
        factor = factor_y;
    width = (unsigned)(width * factor);
    height = (unsigned)(height * factor);
    picture = pictures_draw(&window->pictures, number, width > 0 ? width : 1, height > 0 ? height : 1, why);
    if (!picture)
        return -1;
    canvas_picture(&window->canvas, picture, (window->width - (int)picture->width) / 2,
                   (window->height - (int)picture->height) / 2);
    window_show(window);
    return 0;
}

/* Whether something that happens to the window ends the cover. */
static int take_change(struct sdl_window *window, zm_u32 number, const SDL_WindowEvent *happened)
{
    struct message why;

    switch (happened->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return window_measure_size(window) != 0 || draw(window, number, &why) != 0;
    case SDL_WINDOWEVENT_EXPOSED:
        show_forget(window);
        window_show(window);
        return 0;
    default:
        return 0;
    }
}

/* Whether the event ends the cover. What is not only for the cover is left to the player. */
static int take_event(struct sdl_window *window, zm_u32 number, SDL_Event *event)
{
    switch (event->type) {
    case SDL_KEYDOWN:
    case SDL_MOUSEBUTTONDOWN:
        return 1;
    case SDL_QUIT:
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
        SDL_PushEvent(event);
        return 1;
    case SDL_TEXTEDITING_EXT:
        SDL_free(event->editExt.text);
        return 0;
    case SDL_WINDOWEVENT:
        return take_change(window, number, &event->window);
    default:
        return 0;
    }
}

void cover_wait(struct sdl_window *window)
{
    Uint64 now;
    SDL_Event event;

    while ((now = SDL_GetTicks64()) < window->cover_end && !*window->interrupted)
        if (SDL_WaitEventTimeout(&event, (int)(window->cover_end - now)) && take_event(window, window->cover, &event))
            break;
    SDL_FlushEvent(SDL_TEXTINPUT); /* the key that ended the cover is no answer */
    window->cover_end = 0;
    window_clear(window);
}

void cover_show(struct sdl_window *window)
{
    struct message why = { "" };

    if (window->options->no_cover || !window->resources.blorb.bytes || !blorb_cover(&window->resources.blorb, &window->cover))
        return;
    if (draw(window, window->cover, &why) != 0)
        fprintf(stderr, "golmac-sdl: the cover cannot be shown: %s\n", why.text);
    else
        window->cover_end = SDL_GetTicks64() + COVER_MILLISECONDS;
}
