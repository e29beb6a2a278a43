/* Golmac: MIT licence, see LICENSE.

   PNG files before they are decoded: a copy with only the chunks that make the picture, each whole, and with an end, so
   that whatever a file holds its decoder reads no further than it should (one that waits for the end of a file without
   one waits for ever). In the copy a picture with an adaptive palette has the colours of another (Blorb 2.0.4, "The
   Adaptive Palette Chunk"). */
#include "frontends/media/pictures.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ADAPTED = 2, SIGNATURE = 8, FRAME = 12 /* length, type, checksum */ };

static const unsigned char end_chunk[FRAME] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 };

/* The size of the whole chunk at a place; 0 if it does not lie in the file. */
static size_t chunk_size(const struct blorb_chunk *file, size_t at)
{
    size_t size;

    if (file->size < FRAME || at > file->size - FRAME)
        return 0;
    size = blorb_number(file->bytes + at);
    return size > file->size - at - FRAME ? 0 : size + FRAME;
}

static bool is_type(const unsigned char *chunk, const char *type)
{
    return memcmp(chunk + 4, type, 4) == 0;
}

unsigned png_palette(const struct blorb_chunk *file, unsigned char palette[][3])
{
    size_t at, size;
    unsigned colours;

    if (file->type != BLORB_ID('P', 'N', 'G', ' '))
        return 0;
    for (at = SIGNATURE; (size = chunk_size(file, at)) > 0; at += size) {
        if (!is_type(file->bytes + at, "PLTE"))
            continue;
        colours = (unsigned)((size - FRAME) / 3);
        colours = colours < PICTURE_COLOURS ? colours : PICTURE_COLOURS;
        memcpy(palette, file->bytes + at + 8, 3 * (size_t)colours);
        return colours;
    }
    return 0;
}

/* The checksum of a chunk's type and contents (CRC-32, PNG specification, annex D). */
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

/* Give a PLTE chunk of the copy other colours. */
static void replace_colours(unsigned char *chunk, size_t size, unsigned char palette[][3])
{
    unsigned i;
    zm_u32 sum;

    for (i = FIRST_ADAPTED; i < PICTURE_COLOURS && 3 * (size_t)i + 3 <= size - FRAME; i++)
        memcpy(chunk + 8 + 3 * (size_t)i, palette[i], 3);
    sum = checksum(chunk + 4, size - 8);
    for (i = 0; i < 4; i++)
        chunk[size - 4 + i] = (unsigned char)(sum >> (24 - 8 * i));
}

/* Whether a chunk belongs in the copy. Of those that a picture can be shown without, only tRNS, if it is sound. */
static bool is_wanted(const unsigned char *chunk, size_t size)
{
    return is_type(chunk, "IHDR") || is_type(chunk, "PLTE") || is_type(chunk, "IDAT")
           || (is_type(chunk, "tRNS") && checksum(chunk + 4, size - 8) == blorb_number(chunk + size - 4));
}

unsigned char *png_copy(const struct blorb_chunk *file, unsigned char palette[][3], size_t *size)
{
    unsigned char *copy = file->size >= SIGNATURE ? malloc(file->size + FRAME) : NULL;
    size_t at, part;

    if (!copy)
        return NULL;
    memcpy(copy, file->bytes, SIGNATURE);
    *size = SIGNATURE;
    for (at = SIGNATURE; (part = chunk_size(file, at)) > 0; at += part) {
        if (!is_wanted(file->bytes + at, part))
            continue;
        memcpy(copy + *size, file->bytes + at, part);
        if (palette && is_type(copy + *size, "PLTE"))
            replace_colours(copy + *size, part, palette);
        *size += part;
    }
    memcpy(copy + *size, end_chunk, FRAME);
    *size += FRAME;
    return copy;
}
