/* Golmac: MIT licence, see LICENSE.

   Pictures and sounds, by signature. */
#include "frontends/tools/golblorb/media.h"
#include "frontends/formats/formats.h"

#include <string.h>

int media_set(struct media *media, const char *type, struct span content, const char *extension, const char *detail)
{
    memcpy(media->type, type, 5);
    media->content = content;
    media->extension = extension;
    media->detail = detail;
    return 0;
}

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
    result = usage == USAGE_PICTURE ? picture_recognise(arena, file, media, why)
                                    : sound_recognise(arena, file, media, why);
    return result > 0 ? refuse(usage, file, why) : result;
}
