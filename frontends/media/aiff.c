/* Golmac: MIT licence, see LICENSE.

   AIFF files before they are decoded: a copy with only the chunks that make the sound, which has no more sample frames
   than there are bytes for, so that its decoder gets no more memory than it needs, whatever the file says. */
#include "frontends/media/sounds.h"
#include "frontends/base/order.h"

#include <stdlib.h>
#include <string.h>

enum { FORM_HEADER = 12, CHUNK_HEADER = 8, COMMON = 18 /* bytes of COMM that AIFF and AIFC share */, SOUND_HEADER = 8 };

/* The first chunk of a type, its contents cut where the file ends. False if there is none. */
static bool find(const struct blorb_chunk *file, const char *type, struct blorb_chunk *chunk)
{
    size_t at = FORM_HEADER, room;

    while (at + CHUNK_HEADER <= file->size) {
        room = file->size - at - CHUNK_HEADER;
        chunk->bytes = file->bytes + at + CHUNK_HEADER;
        chunk->size = blorb_number(file->bytes + at + 4);
        if (chunk->size > room)
            chunk->size = room;
        if (memcmp(file->bytes + at, type, 4) == 0)
            return true;
        at += CHUNK_HEADER + chunk->size + (chunk->size & 1);
    }
    return false;
}

static size_t put_chunk(unsigned char *copy, size_t size, const char *type, const struct blorb_chunk *chunk)
{
    memcpy(copy + size, type, 4);
    order_put_long(copy + size + 4, (uint32_t)chunk->size);
    memcpy(copy + size + CHUNK_HEADER, chunk->bytes, chunk->size);
    if (chunk->size & 1)
        copy[size + CHUNK_HEADER + chunk->size] = 0;
    return size + CHUNK_HEADER + chunk->size + (chunk->size & 1);
}

/* Give COMM as many frames as SSND's samples suffice for, if that says more. */
static void cut(unsigned char *common, const struct blorb_chunk *sound)
{
    size_t channels = order_word(common), bits = order_word(common + 6);
    size_t frame = channels * ((bits + 7) / 8), bytes = sound->size - SOUND_HEADER,
        skipped = blorb_number(sound->bytes);
    size_t frames = frame == 0 || skipped > bytes ? 0 : (bytes - skipped) / frame;

    if (blorb_number(common + 2) > frames)
        order_put_long(common + 2, (uint32_t)frames);
}

unsigned char *aiff_copy(const struct blorb_chunk *file, size_t *size)
{
    struct blorb_chunk version, common, sound;
    unsigned char *copy;

    if (!find(file, "COMM", &common) || common.size < COMMON || !find(file, "SSND", &sound)
        || sound.size < SOUND_HEADER)
        return NULL;
    copy = malloc(file->size + 3); /* each chunk may become even */
    if (!copy)
        return NULL;
    memcpy(copy, file->bytes, FORM_HEADER);
    *size = FORM_HEADER;
    if (find(file, "FVER", &version))
        *size = put_chunk(copy, *size, "FVER", &version);
    *size = put_chunk(copy, *size, "COMM", &common);
    cut(copy + *size - common.size - (common.size & 1), &sound);
    *size = put_chunk(copy, *size, "SSND", &sound);
    order_put_long(copy + 4, (uint32_t)(*size - CHUNK_HEADER));
    return copy;
}
