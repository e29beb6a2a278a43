/* Golmac: MIT licence, see LICENSE.

   Sounds of the story, and their ends, which come from the sound device's thread as events. */
#include "frontends/sdl/window.h"

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
