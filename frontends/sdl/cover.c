/* Golmac: MIT licence, see LICENSE.

   The picture on the cover, in the middle of the window, until a key or the mouse is pressed, or some seconds have
   passed. */
#include "window.h"

enum { COVER_MILLISECONDS = 4000 };

/* Whether the event ends the cover. What concerns the window is left to the player. */
static int ends(const SDL_Event *event)
{
    return event->type == SDL_KEYDOWN || event->type == SDL_MOUSEBUTTONDOWN || event->type == SDL_QUIT;
}

static void wait_for_player(struct sdl_window *window)
{
    Uint64 end = SDL_GetTicks64() + COVER_MILLISECONDS, now;
    SDL_Event event;

    while ((now = SDL_GetTicks64()) < end && !*window->interrupted) {
        if (!SDL_WaitEventTimeout(&event, (int)(end - now)))
            return;
        if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
            SDL_PushEvent(&event);
            return;
        }
        if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED) {
            const SDL_Rect all = { 0, 0, window->width, window->height };

            canvas_change(&window->canvas, &all);
            window_show(window);
        }
        if (event.type == SDL_QUIT)
            SDL_PushEvent(&event);
        if (ends(&event))
            break;
    }
    SDL_FlushEvent(SDL_TEXTINPUT); /* the key that ended the cover is no answer */
}

void window_show_cover(struct sdl_window *window)
{
    const struct picture *picture;
    struct message why = { "" };
    unsigned width, height;
    zm_u32 number;
    double factor;

    if (window->options->no_cover || !window->resources.blorb.bytes
        || !blorb_cover(&window->resources.blorb, &number) || !pictures_size(&window->pictures, number, &width, &height)
        || width == 0 || height == 0)
        return;
    factor = (double)window->width / width;
    if (factor > (double)window->height / height)
        factor = (double)window->height / height;
    picture = pictures_draw(&window->pictures, number, (unsigned)(width * factor), (unsigned)(height * factor), &why);
    if (!picture) {
        fprintf(stderr, "golmac-sdl: the cover cannot be shown: %s\n", why.text);
        return;
    }
    canvas_picture(&window->canvas, picture, (window->width - (int)picture->width) / 2,
                   (window->height - (int)picture->height) / 2);
    window_show(window);
    wait_for_player(window);
    window_clear(window);
}
