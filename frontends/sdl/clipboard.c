/* Golmac: MIT licence, see LICENSE.

   Text to and from the clipboard. */
#include "frontends/sdl/window.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

static void hand_out(int (*take)(const char *), const zm_u16 *text, unsigned length)
{
    char *bytes = malloc((size_t)length * UTF8_PER_UNIT + 1);

    if (!bytes)
        return;
    bytes[utf8_encode(bytes, text, length)] = '\0';
    (void)take(bytes);
    free(bytes);
}

void window_copy(void *context, const zm_u16 *text, unsigned length)
{
    (void)context;
    hand_out(SDL_SetClipboardText, text, length);
    hand_out(SDL_SetPrimarySelectionText, text, length);
}

void window_mark(void *context, const zm_u16 *text, unsigned length)
{
    (void)context;
    if (length > 0)
        hand_out(SDL_SetPrimarySelectionText, text, length);
}

unsigned window_fetch(void *context, zm_u16 *text, unsigned room)
{
    char *taken = SDL_GetClipboardText();
    unsigned length = taken ? (unsigned)utf8_decode(text, room, taken, strlen(taken)) : 0;

    (void)context;
    SDL_free(taken);
    return length;
}

void clipboard_paste(struct sdl_window *window, char *taken, struct event *event)
{
    size_t size = taken ? strlen(taken) : 0; /* at least as many as there are units */

    free(window->pasted);
    window->pasted = size > 0 ? malloc(size * sizeof *window->pasted) : NULL;
    if (window->pasted) {
        event->kind = EVENT_PASTE;
        event->text = window->pasted;
        event->length = (unsigned)utf8_decode(window->pasted, size, taken, size);
    }
    SDL_free(taken);
}
