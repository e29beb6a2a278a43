/* Golmac: MIT licence, see LICENSE.

   The colours of indexed PNG pictures. Pictures with an adaptive palette (Blorb 2.0.4, "The Adaptive Palette Chunk")
   get the colours of another picture: in a copy of the file, so that any decoder does the rest. */
#include "pictures.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ADAPTED = 2, PNG_SIGNATURE = 8, PNG_CHUNK = 12 /* length, type, checksum */ };

/* Where the colours of the PLTE chunk begin, and how many there are; 0 if there is none. */
static size_t find_palette(const struct blorb_chunk *chunk, unsigned *colours)
{
    size_t at = PNG_SIGNATURE, size;

    if (chunk->type != BLORB_ID('P', 'N', 'G', ' '))
        return 0;
    while (at + PNG_CHUNK <= chunk->size) {
        size = blorb_number(chunk->bytes + at);
        if (size > chunk->size - at - PNG_CHUNK)
            return 0;
        if (memcmp(chunk->bytes + at + 4, "PLTE", 4) == 0) {
            *colours = (unsigned)(size / 3);
            return at + 8;
        }
        at += PNG_CHUNK + size;
    }
    return 0;
}

unsigned palette_read(const struct blorb_chunk *chunk, unsigned char palette[][3])
{
    unsigned colours = 0;
    size_t at = find_palette(chunk, &colours);

    if (at == 0)
        return 0;
    if (colours > PICTURE_COLOURS)
        colours = PICTURE_COLOURS;
    memcpy(palette, chunk->bytes + at, 3 * (size_t)colours);
    return colours;
}

/* The checksum of PNG chunks (CRC-32, PNG specification, annex D). */
static zm_u32 checksum(const unsigned char *bytes, size_t size)
{
    zm_u32 value = 0xFFFFFFFF;
    size_t i;
    int bit;

    for (i = 0; i < size; i++) {
        value ^= bytes[i];
        for (bit = 0; bit < 8; bit++)
            value = value & 1 ? 0xEDB88320 ^ value >> 1 : value >> 1;
    }
    return ~value;
}

unsigned char *palette_replace(const struct blorb_chunk *chunk, unsigned char palette[][3])
{
    unsigned colours = 0, i;
    size_t at = find_palette(chunk, &colours);
    unsigned char *copy = at > 0 ? malloc(chunk->size) : NULL;
    zm_u32 sum;

    if (!copy)
        return NULL;
    memcpy(copy, chunk->bytes, chunk->size);
    for (i = FIRST_ADAPTED; i < colours && i < PICTURE_COLOURS; i++)
        memcpy(copy + at + 3 * (size_t)i, palette[i], 3);
    sum = checksum(copy + at - 4, 4 + blorb_number(copy + at - 8));
    at += blorb_number(copy + at - 8);
    for (i = 0; i < 4; i++)
        copy[at + i] = (unsigned char)(sum >> (24 - 8 * i));
    return copy;
}
