/* Golmac: MIT licence, see LICENSE.

   Pictures at other sizes. Made larger by a whole number, each pixel becomes a block, as on the machines that the old
   pictures were drawn for; else each new pixel is the average of the area it covers, and smoothly between pixels when
   it covers less than one: rows first, then columns. */
#include "frontends/media/pictures.h"

#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 4 };

static void make_blocks(struct picture *scaled, const struct picture *picture)
{
    unsigned factor_x = scaled->width / picture->width, factor_y = scaled->height / picture->height, x, y;
    size_t row = (size_t)scaled->width * CHANNELS;

    for (y = 0; y < scaled->height; y++) {
        const unsigned char *from = picture->pixels + (size_t)(y / factor_y) * picture->width * CHANNELS;
        unsigned char *to = scaled->pixels + y * row;

        if (y % factor_y > 0)
            memcpy(to, to - row, row);
        else
            for (x = 0; x < scaled->width; x++)
                memcpy(to + (size_t)x * CHANNELS, from + (size_t)(x / factor_x) * CHANNELS, CHANNELS);
    }
}

/* One new row or column: what stands at at, of count old pixels a step apart, when there are new_count new ones. */
static void resample(unsigned char *to, const unsigned char *from, size_t step, unsigned count, double at, double size)
{
    double sum[CHANNELS] = { 0, 0, 0, 0 }, weight, all = 0;
    double start = at, end = at + size;
    unsigned pixel, i;

    if (size < 1) { /* between the centres of two pixels */
        start = at + size / 2 - 0.5;
        end = start + 1;
    }
    for (pixel = start < 0 ? 0 : (unsigned)start; pixel < count && pixel < end; pixel++) {
        weight = (end < pixel + 1 ? end : pixel + 1) - (start > pixel ? start : pixel);
        all += weight;
        for (i = 0; i < CHANNELS; i++)
            sum[i] += weight * from[pixel * step + i];
    }
    for (i = 0; i < CHANNELS; i++)
        to[i] = (unsigned char)(all > 0 ? sum[i] / all + 0.5 : 0);
}

static int average(struct picture *scaled, const struct picture *picture)
{
    size_t row = (size_t)scaled->width * CHANNELS, old_row = (size_t)picture->width * CHANNELS;
    double size_x = (double)picture->width / scaled->width, size_y = (double)picture->height / scaled->height;
    unsigned char *middle = malloc(row * picture->height);
    unsigned x, y;

    if (!middle)
        return -1;
    for (y = 0; y < picture->height; y++)
        for (x = 0; x < scaled->width; x++)
            resample(middle + y * row + (size_t)x * CHANNELS, picture->pixels + y * old_row, CHANNELS, picture->width,
                     x * size_x, size_x);
    for (y = 0; y < scaled->height; y++)
        for (x = 0; x < scaled->width; x++)
            resample(scaled->pixels + y * row + (size_t)x * CHANNELS, middle + (size_t)x * CHANNELS, row,
                     picture->height, y * size_y, size_y);
    free(middle);
    return 0;
}

int picture_scale(struct picture *scaled, const struct picture *picture, unsigned width, unsigned height)
{
    int result = 0;

    scaled->width = width;
    scaled->height = height;
    scaled->pixels = malloc((size_t)width * height * CHANNELS + 1);
    if (!scaled->pixels)
        return -1;
    if (width % picture->width == 0 && height % picture->height == 0)
        make_blocks(scaled, picture);
    else
        result = average(scaled, picture);
    if (result != 0)
        free(scaled->pixels);
    return result;
}
