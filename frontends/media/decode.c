/* Golmac: MIT licence, see LICENSE.

   From the bytes of a PNG or JPEG file to pixels, by SDL2_image. */
#include "frontends/media/pictures.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

static void multiply_alpha(struct picture *picture)
{
    size_t count = (size_t)picture->width * picture->height;
    unsigned char *pixel = picture->pixels;
    int i;

    for (; count > 0; count--, pixel += 4)
        for (i = 0; i < 3 && pixel[3] != 255; i++)
            pixel[i] = (unsigned char)((pixel[i] * pixel[3] + 127) / 255);
}

static int copy_pixels(struct picture *picture, const SDL_Surface *surface)
{
    size_t row, length = (size_t)surface->w * 4;

    picture->width = (unsigned)surface->w;
    picture->height = (unsigned)surface->h;
    picture->pixels = malloc(length * picture->height + 1);
    if (!picture->pixels)
        return -1;
    for (row = 0; row < picture->height; row++)
        memcpy(picture->pixels + row * length, (unsigned char *)surface->pixels + row * (size_t)surface->pitch, length);
    multiply_alpha(picture);
    return 0;
}

int picture_decode(struct picture *picture, const unsigned char *bytes, size_t size, struct message *why)
{
    SDL_RWops *source = size > 0x7FFFFFFF ? NULL : SDL_RWFromConstMem(bytes, (int)size);
    SDL_Surface *surface = source ? IMG_Load_RW(source, 1) : NULL, *plain;
    int result;

    if (!surface)
        return message_set(why, "%s", SDL_GetError());
    plain = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_RGBA32, 0);
    SDL_FreeSurface(surface);
    if (!plain)
        return message_set(why, "%s", SDL_GetError());
    result = copy_pixels(picture, plain);
    SDL_FreeSurface(plain);
    return result == 0 ? 0 : message_set(why, "there is no memory left");
}
