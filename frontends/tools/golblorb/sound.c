/* Golmac: MIT licence, see LICENSE.

   AIFF, Ogg Vorbis and MOD files (Blorb, Sound Resource Chunks) as far as a Blorb needs them: known, and whole. */
#include "frontends/tools/golblorb/media.h"

#include <string.h>

/* ---- AIFF: FORM size AIFF, then chunks; the Blorb takes its FORM as one of its own chunks ---- */

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

/* ---- Ogg: pages, of which the first holds Vorbis's first header (little-endian) ---- */

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

/* ---- MOD and its kin ---- */

static const struct tracker { size_t at; const char *signature, *name, *extension; } trackers[] = {
    { 0, "Extended Module: ", "FastTracker 2 module", "xm" }, { 0, "IMPM", "ImpulseTracker module", "it" },
    { 44, "SCRM", "ScreamTracker 3 module", "s3m" },          { 1080, "M.K.", "ProTracker module", "mod" },
    { 1080, "M!K!", "ProTracker module", "mod" },             { 1080, "FLT4", "StarTrekker module", "mod" },
    { 1080, "FLT8", "StarTrekker module", "mod" },            { 1080, "4CHN", "FastTracker module", "mod" },
    { 1080, "6CHN", "FastTracker module", "mod" },            { 1080, "8CHN", "FastTracker module", "mod" },
};

int sound_recognise(struct arena *arena, struct span file, struct media *media, struct message *why)
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
