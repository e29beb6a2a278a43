/* Golmac: MIT licence, see LICENSE.

   Pictures and sounds by signature, as far as a Blorb needs them (Blorb, Picture and Sound Resource Chunks): known,
   whole, pictures of a known size. PNG is ISO/IEC 15948, JPEG ITU T.81. */
#include "frontends/tools/golblorb/media.h"
#include "frontends/formats/formats.h"

#include <stdio.h>
#include <string.h>

int media_set(struct media *media, const char *type, struct span content, const char *extension, const char *detail)
{
    memcpy(media->type, type, 5);
    media->content = content;
    media->extension = extension;
    media->detail = detail;
    return 0;
}

/* ---- Pictures ---- */

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

/* 0, -1 (said why), or 1: not of this kind. */
static int recognise_picture(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    if (span_is(file, 0, "\x89PNG\r\n\x1A\n"))
        return read_png(arena, file, media, why);
    if (span_is(file, 0, "\x89PNG"))
        return message_set(why, "this PNG was damaged on its way, by a transfer as text: fetch it again as it is");
    if (span_is(file, 0, "\xFF\xD8\xFF"))
        return read_jpeg(arena, file, media, why);
    return 1;
}

/* ---- Sounds ---- */

/* AIFF: FORM size AIFF, then chunks; the Blorb takes its FORM as one of its own chunks. */

static int read_aiff(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    size_t end = 8 + (size_t)span_long(file, 4), common = 0, samples = 0, at;

    if (span_is(file, 8, "AIFC"))
        return message_set(why, "this is AIFF-C, which a Blorb does not take: sox sound.aifc sound.aiff makes an AIFF "
                           "of it");
    if (end > file.size)
        return message_set(why, "this AIFF is truncated: it has %zu bytes, its length says %zu", file.size, end);
    for (at = 12; at + 8 <= end; at += 8 + (size_t)span_long(file, at + 4) + (span_long(file, at + 4) & 1)) {
        if (span_long(file, at + 4) > end - at - 8)
            return message_set(why, "a chunk of this AIFF, at byte %zu, passes its end: the file is damaged", at);
        if (span_is(file, at, "COMM"))
            common = at;
        if (span_is(file, at, "SSND"))
            samples = at;
    }
    if (!common || !samples)
        return message_set(why, "this AIFF has no %s in it", samples ? "description (COMM)" : "samples (SSND)");
    return media_set(media, "FORM", span_part(file, 8, end - 8), "aiff",
                     arena_format(arena, "%u channel%s, %u-bit samples, %u of them", span_word(file, common + 8),
                                  span_word(file, common + 8) == 1 ? "" : "s", span_word(file, common + 14),
                                  span_long(file, common + 10)));
}

/* Ogg: pages, of which the first holds Vorbis's first header (little-endian). */

static uint32_t little_endian(struct span bytes, size_t at)
{
    return (uint32_t)span_byte(bytes, at + 3) << 24 | (uint32_t)span_byte(bytes, at + 2) << 16
        | (uint32_t)span_byte(bytes, at + 1) << 8 | span_byte(bytes, at);
}

/* Bytes of the page at a place; 0 if none is there, whole. */
static size_t page_size(struct span file, size_t at)
{
    size_t segments = span_byte(file, at + 26), size = 27 + segments;

    for (size_t i = 0; i < segments; i++)
        size += span_byte(file, at + 27 + i);
    return span_is(file, at, "OggS") && span_has(file, at, size) ? size : 0;
}

static int read_ogg(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    size_t header = 27 + (size_t)span_byte(file, 26), at, last = 0, size;
    uint32_t rate = little_endian(file, header + 12), count;

    if (span_is(file, header, "OpusHead"))
        return message_set(why, "this is Opus in Ogg, which a Blorb does not take: "
                           "ffmpeg -i sound.opus -c:a libvorbis sound.ogg makes Vorbis of it");
    if (!span_is(file, header, "\x01vorbis") || rate == 0)
        return message_set(why, "this Ogg file does not hold Vorbis sound");
    for (at = 0; at < file.size; at += size) {
        size = page_size(file, at);
        if (size == 0)
            return message_set(why, "this Ogg file ends in the middle of a page, at byte %zu: it is truncated or "
                               "damaged", at);
        last = at;
    }
    if (!(span_byte(file, last + 5) & 4))
        return message_set(why, "this Ogg file has no last page: it is truncated");
    count = little_endian(file, last + 6);
    return media_set(media, "OGGV", file, "ogg",
                     arena_format(arena, "%u channel%s, %u Hz, %u.%u seconds", span_byte(file, header + 11),
                                  span_byte(file, header + 11) == 1 ? "" : "s", rate, count / rate,
                                  (unsigned)((uint64_t)(count % rate) * 10 / rate)));
}

/* MOD and its kin. */

static const struct tracker { size_t at; const char *signature, *name, *extension; } trackers[] = {
    { 0, "Extended Module: ", "FastTracker 2 module", "xm" }, { 0, "IMPM", "ImpulseTracker module", "it" },
    { 44, "SCRM", "ScreamTracker 3 module", "s3m" },          { 1080, "M.K.", "ProTracker module", "mod" },
    { 1080, "M!K!", "ProTracker module", "mod" },             { 1080, "FLT4", "StarTrekker module", "mod" },
    { 1080, "FLT8", "StarTrekker module", "mod" },            { 1080, "4CHN", "FastTracker module", "mod" },
    { 1080, "6CHN", "FastTracker module", "mod" },            { 1080, "8CHN", "FastTracker module", "mod" },
};

/* The same. */
static int recognise_sound(struct arena *arena, struct span file, struct media *media, struct message *why)
{
    if (span_is(file, 0, "FORM") && span_is(file, 8, "AIF"))
        return read_aiff(arena, file, media, why);
    if (span_is(file, 0, "OggS"))
        return read_ogg(arena, file, media, why);
    for (size_t i = 0; i < sizeof trackers / sizeof *trackers; i++)
        if (span_is(file, trackers[i].at, trackers[i].signature))
            return media_set(media, "MOD ", file, trackers[i].extension, trackers[i].name);
    return 1;
}

/* ---- Either ---- */

static int refuse(enum usage usage, struct span file, struct message *why)
{
    const char *wanted = usage == USAGE_PICTURE ? "PNG or JPEG pictures" : "AIFF, Ogg Vorbis or MOD sounds";
    const char *kind = format_name(file.at, file.size);

    if (span_is(file, 0, "RIFF") && span_is(file, 8, "WAVE"))
        kind = "a WAV sound (sox sound.wav sound.aiff makes an AIFF of it)";
    else if (span_is(file, 0, "ID3") || (span_byte(file, 0) == 0xFF && (span_byte(file, 1) & 0xE6) == 0xE2))
        kind = "an MP3 sound (ffmpeg -i sound.mp3 sound.ogg makes an Ogg of it)";
    else if (span_is(file, 0, "MThd"))
        kind = "a MIDI file";
    return message_set(why, "this is %s: a Blorb takes %s", kind ? kind : "nothing known", wanted);
}

int media_recognise(struct arena *arena, enum usage usage, struct span file, struct media *media, struct message *why)
{
    int result;

    memset(media, 0, sizeof *media);
    if (file.size == 0)
        return message_set(why, "the file is empty");
    result = usage == USAGE_PICTURE ? recognise_picture(arena, file, media, why)
                                    : recognise_sound(arena, file, media, why);
    return result > 0 ? refuse(usage, file, why) : result;
}
