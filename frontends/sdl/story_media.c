/* Golmac: MIT licence, see LICENSE.

   What a story's Blorb file brings: pictures, sounds, and the cover. The ends of sounds come from the sound device's
   thread as events. */
#include "frontends/sdl/window.h"

#include <stdio.h>
#include <string.h>

/* ---- Pictures ---- */

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

/* ---- Sounds ---- */

void window_sound_ended(void *context, unsigned number)
{
    struct sdl_window *window = context;
    SDL_Event event = { 0 };

    event.type = window->sound_event;
    event.user.code = (Sint32)number;
    SDL_PushEvent(&event);
}

void window_bell(void *context, unsigned number)
{
    struct sdl_window *window = context;
    struct message why;

    if (!window->options->no_sound && sounds_bleep(&window->sounds, number, &why) != 0)
        SDL_FlashWindow(window->sdl, SDL_FLASH_BRIEFLY); /* no sound device: the bell is seen */
}

int window_play_sound(void *context, unsigned number, unsigned volume, unsigned repeats)
{
    struct sdl_window *window = context;
    struct message why = { "" };

    if (window->options->no_sound)
        return -1;
    if (sounds_play(&window->sounds, number, volume, repeats, &why) == 0)
        return 0;
    window_tell(&why);
    return -1;
}

void window_stop_sound(void *context, unsigned number)
{
    struct sdl_window *window = context;

    sounds_stop(&window->sounds, number);
}

/* ---- The cover, in the middle of the window, until a key or the mouse is pressed, or some seconds have passed ---- */

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
static bool take_change(struct sdl_window *window, zm_u32 number, const SDL_WindowEvent *happened)
{
    struct message why;

    switch (happened->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return window_measure_size(window) != 0 || draw(window, number, &why) != 0;
    case SDL_WINDOWEVENT_EXPOSED:
        window_show_all(window);
        window_show(window);
        return false;
    default:
        return false;
    }
}

/* Whether the event ends the cover. What is not only for the cover is left to the player. */
static bool take_event(struct sdl_window *window, zm_u32 number, SDL_Event *event)
{
    switch (event->type) {
    case SDL_KEYDOWN:
    case SDL_MOUSEBUTTONDOWN:
        return true;
    case SDL_QUIT:
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
        SDL_PushEvent(event);
        return true;
    case SDL_TEXTEDITING_EXT:
        SDL_free(event->editExt.text);
        return false;
    case SDL_WINDOWEVENT:
        return take_change(window, number, &event->window);
    default:
        return false;
    }
}

void window_wait_for_cover(struct sdl_window *window)
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

void window_show_cover(struct sdl_window *window)
{
    struct message why = { "" };

    if (window->options->no_cover || !window->resources.blorb.bytes
        || !blorb_cover(&window->resources.blorb, &window->cover))
        return;
    if (draw(window, window->cover, &why) != 0)
        fprintf(stderr, "golmac-sdl: the cover cannot be shown: %s\n", why.text);
    else
        window->cover_end = SDL_GetTicks64() + COVER_MILLISECONDS;
}

/* ---- All of it ---- */

void window_close_story(struct sdl_window *window)
{
    sounds_free(&window->sounds);
    pictures_free(&window->pictures);
    resources_close(&window->resources);
    canvas_free(&window->page);
    memset(&window->screen_pictures, 0, sizeof window->screen_pictures);
    window->is_version6 = false;
}

void window_open_story(struct sdl_window *window, const struct story *story)
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
