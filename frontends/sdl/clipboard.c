/* Golmac: MIT licence, see LICENSE.

   Text to and from the clipboard. */
#include "window.h"
#include "frontends/host/utf.h"

#include <stdlib.h>
#include <string.h>

void window_copy(void *context, const zm_u16 *text, unsigned length)
{
    char *bytes = malloc((size_t)length * UTF8_PER_UNIT + 1);

    (void)context;
    if (!bytes)
        return;
    bytes[utf8_encode(bytes, text, length)] = '\0';
    SDL_SetClipboardText(bytes);
    SDL_SetPrimarySelectionText(bytes);
    free(bytes);
}

unsigned clipboard_text(zm_u16 *text, unsigned room, char *taken)
{
    unsigned length = 0, kept = 0, i;

    if (taken)
        length = (unsigned)utf8_decode(text, room, taken, strlen(taken));
    for (i = 0; i < length; i++) /* lines may end with 13 10 */
        if (text[i] != '\r')
            text[kept++] = text[i];
    SDL_free(taken);
    return kept;
}

unsigned window_fetch(void *context, zm_u16 *text, unsigned room)
{
    (void)context;
    return clipboard_text(text, room, SDL_GetClipboardText());
}
