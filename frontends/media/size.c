/* Golmac: MIT licence, see LICENSE.

   How large a picture is, from the first bytes of its file: stories ask for all sizes before they draw anything. */
#include "frontends/media/pictures.h"
#include "frontends/base/order.h"

#include <string.h>

enum { SIZE_MAX_PIXELS = 0x7FFF };

static bool keep(zm_u32 new_width, zm_u32 new_height, unsigned *width, unsigned *height)
{
    if (new_width > SIZE_MAX_PIXELS || new_height > SIZE_MAX_PIXELS)
        return false;
    *width = (unsigned)new_width;
    *height = (unsigned)new_height;
    return true;
}

/* PNG: eight bytes of signature, then the chunk IHDR, which begins with the size. */
static bool png_size(const struct blorb_chunk *chunk, unsigned *width, unsigned *height)
{
    if (chunk->size < 24 || memcmp(chunk->bytes, "\x89PNG\r\n\x1A\n", 8) != 0
        || memcmp(chunk->bytes + 12, "IHDR", 4) != 0)
        return false;
    return keep(blorb_number(chunk->bytes + 16), blorb_number(chunk->bytes + 20), width, height);
}

/* Whether a JPEG marker begins a frame, which has the size: C0 to CF but for C4, C8 and CC. */
static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* JPEG: segments of FF, marker, length (its own two bytes count). */
static bool jpeg_size(const struct blorb_chunk *chunk, unsigned *width, unsigned *height)
{
    const unsigned char *bytes = chunk->bytes;
    size_t at = 2;

    if (chunk->size < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    while (at + 9 <= chunk->size && bytes[at] == 0xFF) {
        if (is_frame(bytes[at + 1]))
            return keep(order_word(bytes + at + 7), order_word(bytes + at + 5), width, height);
        at += bytes[at + 1] == 0xFF ? 1 : 2 + (size_t)order_word(bytes + at + 2); /* FF may be repeated */
    }
    return false;
}

bool picture_size(const struct blorb_chunk *chunk, unsigned *width, unsigned *height)
{
    switch (chunk->type) {
    case BLORB_ID('P', 'N', 'G', ' '):
        return png_size(chunk, width, height);
    case BLORB_ID('J', 'P', 'E', 'G'):
        return jpeg_size(chunk, width, height);
    case BLORB_ID('R', 'e', 'c', 't'):
        return chunk->size >= 8 && keep(blorb_number(chunk->bytes), blorb_number(chunk->bytes + 4), width, height);
    default:
        return false;
    }
}
