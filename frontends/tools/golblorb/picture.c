/* Golmac: MIT licence, see LICENSE.

   PNG (ISO/IEC 15948) and JPEG (ITU T.81) as far as a Blorb needs them: whole, and of a known size. */
#include "frontends/tools/golblorb/media.h"

#include <stdio.h>
#include <string.h>

enum { PNG_HEADER = 8, PNG_CHUNK = 12 /* length, type, checksum */, LARGEST_SIDE = 32767 };

/* The CRC of PNG, annex D; bit by bit: pictures are small. */
static uint32_t crc32_of(struct span bytes)
{
    uint32_t crc = 0xFFFFFFFF;

    for (size_t i = 0; i < bytes.size; i++) {
        crc ^= bytes.at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

static int check_size(const struct media *media, struct message *why)
{
    if (media->size.width == 0 || media->size.height == 0)
        return message_set(why, "this picture has no size: %u x %u", media->size.width, media->size.height);
    if (media->size.width > LARGEST_SIDE || media->size.height > LARGEST_SIDE)
        return message_set(why, "this picture is too large: %u x %u, where a story can ask for %d at most",
                           media->size.width, media->size.height, LARGEST_SIDE);
    return 0;
}

struct png { bool header, palette, pixels, end; uint8_t depth, kind; };

static int read_png_header(struct span content, struct png *png, struct media *media, struct message *why)
{
    media->size.width = span_long(content, 0);
    media->size.height = span_long(content, 4);
    png->depth = span_byte(content, 8);
    png->kind = span_byte(content, 9);
    png->header = true;
    if (content.size != 13 || png->kind > 6 || png->kind == 1 || png->kind == 5)
        return message_set(why, "the header of this PNG is damaged");
    return check_size(media, why);
}

static int read_png_chunk(struct span file, size_t at, struct png *png, struct media *media, struct message *why)
{
    uint32_t length = span_long(file, at);
    struct span content = span_part(file, at + 8, length);

    if (!span_has(file, at, PNG_CHUNK) || length > file.size - at - PNG_CHUNK)
        return message_set(why, "this PNG ends in the middle of a chunk, at byte %zu: it is truncated or damaged", at);
    if (crc32_of(span_part(file, at + 4, length + 4)) != span_long(file, at + 8 + length))
        return message_set(why, "a chunk of this PNG, at byte %zu, has a wrong checksum: the file is damaged", at);
    if (!png->header && !span_is(file, at + 4, "IHDR"))
        return message_set(why, "this PNG does not begin with its header");
    if (span_is(file, at + 4, "IHDR"))
        return read_png_header(content, png, media, why);
    if (span_is(file, at + 4, "PLTE")) {
        png->palette = true;
        if (png->kind == 3)
            media->colours = length / 3;
    }
    png->pixels |= span_is(file, at + 4, "IDAT");
    png->end |= span_is(file, at + 4, "IEND");
    return 0;
}

static int read_png(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    static const char *const kinds[] = {
        "grey", "", "colour", "", "grey and transparent", "", "colour and transparent"
    };
    struct png png = { 0 };
    size_t at = PNG_HEADER;

    while (!png.end && at < file.size) {
        if (read_png_chunk(file, at, &png, media, why) != 0)
            return -1;
        at += PNG_CHUNK + span_long(file, at);
    }
    if (!png.end || !png.pixels)
        return message_set(why, "this PNG has no %s: it is truncated", png.pixels ? "end" : "pixels");
    if (png.kind == 3 && !png.palette)
        return message_set(why, "this PNG has numbered colours, but no palette");
    return media_set(media, "PNG ", file, "png", png.kind == 3
        ? arena_format(arena, "%u x %u, %u colours", media->size.width, media->size.height, media->colours)
        : arena_format(arena, "%u x %u, %d-bit %s", media->size.width, media->size.height, png.depth, kinds[png.kind]));
}

/* Markers that begin a frame: SOF0 to SOF15 without DHT, JPG and DAC. */
static bool is_frame(uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static int read_jpeg(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    size_t at = 2;

    while (span_byte(file, at) == 0xFF && !is_frame(span_byte(file, at + 1)) && span_byte(file, at + 1) != 0xDA)
        at += span_byte(file, at + 1) == 0xFF ? 1 : 2 + (size_t)span_word(file, at + 2);
    if (!span_has(file, at, 9) || span_byte(file, at) != 0xFF || !is_frame(span_byte(file, at + 1)))
        return message_set(why, "this JPEG has no picture in it: it is truncated or damaged, at byte %zu", at);
    media->size.height = span_word(file, at + 5);
    media->size.width = span_word(file, at + 7);
    if (check_size(media, why) != 0)
        return -1;
    for (at = file.size; at > 1 && !(file.at[at - 2] == 0xFF && file.at[at - 1] == 0xD9) && file.size - at < 1024; at--)
        continue;
    if (span_word(file, at - 2) != 0xFFD9)
        return message_set(why, "this JPEG has no end: it is truncated");
    return media_set(media, "JPEG", file, "jpg",
                     arena_format(arena, "%u x %u", media->size.width, media->size.height));
}

int picture_recognise(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    if (span_is(file, 0, "\x89PNG\r\n\x1A\n"))
        return read_png(arena, file, media, why);
    if (span_is(file, 0, "\x89PNG"))
        return message_set(why, "this PNG was damaged on its way, by a transfer as text: fetch it again as it is");
    if (span_is(file, 0, "\xFF\xD8\xFF"))
        return read_jpeg(arena, file, media, why);
    return 1;
}
