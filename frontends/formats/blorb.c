/* Golmac: MIT licence, see LICENSE.

   Blorb files: FORM size IFRS, then chunks: four letters, length, bytes, padded to an even length. */
#include "frontends/formats/blorb.h"
#include "frontends/base/order.h"
#include "interp/header.h"

#include <stdlib.h>
#include <string.h>

enum { FORM_HEADER = 12, CHUNK_HEADER = 8, INDEX_ENTRY = 12, SCALE_HEADER = 24, SCALE_ENTRY = 28, ONE = 65536 };

static const zm_u32 usages[BLORB_USAGES] = {
    [BLORB_PICTURE] = BLORB_ID('P', 'i', 'c', 't'),
    [BLORB_SOUND] = BLORB_ID('S', 'n', 'd', ' '),
    [BLORB_DATA] = BLORB_ID('D', 'a', 't', 'a'),
    [BLORB_CODE] = BLORB_ID('E', 'x', 'e', 'c'),
};

zm_u32 blorb_number(const unsigned char *bytes)
{
    return order_long(bytes);
}

bool blorb_is(const unsigned char *bytes, size_t size)
{
    return size >= FORM_HEADER && memcmp(bytes, "FORM", 4) == 0 && memcmp(bytes + 8, "IFRS", 4) == 0;
}

/* ---- Chunks ---- */

/* The chunk at a place in the file. 0 if it does not lie there whole. */
static bool chunk_at(const struct blorb *blorb, size_t at, struct blorb_chunk *chunk)
{
    if (at > blorb->size || blorb->size - at < CHUNK_HEADER)
        return false;
    chunk->type = blorb_number(blorb->bytes + at);
    chunk->size = blorb_number(blorb->bytes + at + 4);
    chunk->bytes = blorb->bytes + at + CHUNK_HEADER;
    if (chunk->size > blorb->size - at - CHUNK_HEADER)
        return false;
    if (chunk->type == BLORB_ID('F', 'O', 'R', 'M') && chunk->size >= 4) {
        chunk->type = blorb_number(chunk->bytes);
        chunk->bytes -= CHUNK_HEADER;
        chunk->size += CHUNK_HEADER;
    }
    return true;
}

/* Where the chunk after this one begins. */
static size_t after(const struct blorb *blorb, size_t at)
{
    size_t size = blorb_number(blorb->bytes + at + 4);

    return at + CHUNK_HEADER + size + (size & 1);
}

bool blorb_chunk(const struct blorb *blorb, zm_u32 type, struct blorb_chunk *chunk)
{
    size_t at;

    for (at = FORM_HEADER; chunk_at(blorb, at, chunk); at = after(blorb, at))
        if (chunk->type == type)
            return true;
    return false;
}

static void note_damage(struct blorb *blorb)
{
    struct blorb_chunk chunk;
    size_t at;

    for (at = FORM_HEADER; chunk_at(blorb, at, &chunk); at = after(blorb, at))
        ;
    if (at < blorb->size)
        message_set(&blorb->damage, "the Blorb file ends in the middle of a chunk: it is truncated or damaged");
}

/* ---- The index ---- */

static int compare(const void *one, const void *other)
{
    const struct blorb_resource *a = one, *b = other;

    if (a->usage != b->usage)
        return a->usage < b->usage ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static int index_resources(struct blorb *blorb, const struct blorb_chunk *index)
{
    size_t room = index->size < 4 ? 0 : (index->size - 4) / INDEX_ENTRY, i;
    const unsigned char *entry = index->bytes + 4;

    if (room > 0 && room > blorb_number(index->bytes))
        room = blorb_number(index->bytes);
    blorb->resources = calloc(room + 1, sizeof *blorb->resources);
    if (!blorb->resources)
        return -1;
    for (i = 0; i < room; i++, entry += INDEX_ENTRY) {
        struct blorb_resource *resource = &blorb->resources[blorb->count];

        resource->usage = blorb_number(entry);
        resource->number = blorb_number(entry + 4);
        if (chunk_at(blorb, blorb_number(entry + 8), &resource->chunk))
            blorb->count++;
        else
            message_set(&blorb->damage, "%.4s %lu lies outside of the Blorb file: it is truncated or damaged",
                        (const char *)entry, (unsigned long)resource->number);
    }
    qsort(blorb->resources, blorb->count, sizeof *blorb->resources, compare);
    return 0;
}

int blorb_open(struct blorb *blorb, const unsigned char *bytes, size_t size, struct message *why)
{
    struct blorb_chunk index = { 0, NULL, 0 };

    memset(blorb, 0, sizeof *blorb);
    if (!blorb_is(bytes, size))
        return message_set(why, "this is not a Blorb file");
    blorb->bytes = bytes;
    blorb->size = size;
    note_damage(blorb);
    if (!blorb_chunk(blorb, BLORB_ID('R', 'I', 'd', 'x'), &index)) {
        index.size = 0;
        message_set(&blorb->damage, "the Blorb file has no resource index");
    }
    if (index_resources(blorb, &index) == 0)
        return 0;
    return message_set(why, "there is no memory left");
}

void blorb_close(struct blorb *blorb)
{
    free(blorb->resources);
    memset(blorb, 0, sizeof *blorb);
}

const struct blorb_chunk *blorb_find(const struct blorb *blorb, enum blorb_usage usage, zm_u32 number)
{
    struct blorb_resource key = { usages[usage], number, { 0, NULL, 0 } };
    const struct blorb_resource *found = NULL;

    if (blorb->count > 0)
        found = bsearch(&key, blorb->resources, blorb->count, sizeof key, compare);
    return found ? &found->chunk : NULL;
}

unsigned blorb_pictures(const struct blorb *blorb, zm_u32 *highest)
{
    unsigned count = 0;
    size_t i;

    *highest = 0;
    for (i = 0; i < blorb->count; i++) {
        if (blorb->resources[i].usage != usages[BLORB_PICTURE])
            continue;
        *highest = blorb->resources[i].number;
        count++;
    }
    return count;
}

/* ---- What is said of the resources ---- */

bool blorb_cover(const struct blorb *blorb, zm_u32 *number)
{
    struct blorb_chunk chunk;

    if (!blorb_chunk(blorb, BLORB_ID('F', 's', 'p', 'c'), &chunk) || chunk.size < 4)
        return false;
    *number = blorb_number(chunk.bytes);
    return true;
}

zm_u16 blorb_release(const struct blorb *blorb)
{
    struct blorb_chunk chunk;

    if (!blorb_chunk(blorb, BLORB_ID('R', 'e', 'l', 'N'), &chunk) || chunk.size < 2)
        return 0;
    return order_word(chunk.bytes);
}

/* The entry for a number in a table of entries that begin with one; NULL if it has none. */
static const unsigned char *find_entry(const struct blorb *blorb, zm_u32 type, size_t header, size_t entry,
                                       zm_u32 number)
{
    struct blorb_chunk chunk;
    size_t at;

    if (blorb_chunk(blorb, type, &chunk))
        for (at = header; at + entry <= chunk.size; at += entry)
            if (blorb_number(chunk.bytes + at) == number)
                return chunk.bytes + at;
    return NULL;
}

bool blorb_is_adaptive(const struct blorb *blorb, zm_u32 picture)
{
    return find_entry(blorb, BLORB_ID('A', 'P', 'a', 'l'), 0, 4, picture) != NULL;
}

bool blorb_is_looped(const struct blorb *blorb, zm_u32 sound)
{
    const unsigned char *entry = find_entry(blorb, BLORB_ID('L', 'o', 'o', 'p'), 0, 8, sound);

    return entry && blorb_number(entry + 4) == 0;
}

bool blorb_window(const struct blorb *blorb, unsigned *width, unsigned *height)
{
    struct blorb_chunk chunk;

    if (!blorb_chunk(blorb, BLORB_ID('R', 'e', 's', 'o'), &chunk) || chunk.size < SCALE_HEADER)
        return false;
    *width = blorb_number(chunk.bytes);
    *height = blorb_number(chunk.bytes + 4);
    return *width > 0 && *height > 0 && *width <= 0x7FFF && *height <= 0x7FFF;
}

/* A ratio of a Reso entry; otherwise if both of its numbers are 0, which stands for no limit. */
static double ratio(const unsigned char *numbers, double otherwise)
{
    double numerator = blorb_number(numbers), denominator = blorb_number(numbers + 4);

    return denominator > 0 ? numerator / denominator : otherwise;
}

zm_u32 blorb_scale(const struct blorb *blorb, zm_u32 picture, unsigned width, unsigned height)
{
    const unsigned char *entry = find_entry(blorb, BLORB_ID('R', 'e', 's', 'o'), SCALE_HEADER, SCALE_ENTRY, picture);
    unsigned standard_width, standard_height;
    double room, scale, least, most;

    if (!entry || !blorb_window(blorb, &standard_width, &standard_height))
        return ONE;
    room = (double)width / standard_width;
    if (room > (double)height / standard_height)
        room = (double)height / standard_height;
    scale = room * ratio(entry + 4, 1);
    least = ratio(entry + 12, 0);
    most = ratio(entry + 20, 1e9);
    if (scale < least)
        scale = least;
    else if (scale > most)
        scale = most;
    if (scale > 1000)
        scale = 1000; /* no picture is meant to be that large */
    return scale * ONE < 1 ? 1 : (zm_u32)(scale * ONE + 0.5);
}

/* IFhd begins with a story's identity (Quetzal 1.4, 5). The checksum may differ: it changes when a story is patched. */
bool blorb_fits(const struct blorb *blorb, const unsigned char *header)
{
    struct blorb_chunk chunk;

    if (!blorb_chunk(blorb, BLORB_ID('I', 'F', 'h', 'd'), &chunk) || chunk.size < IDENTITY_BYTES)
        return true;
    return memcmp(chunk.bytes, header + H_RELEASE, 2) == 0
        && memcmp(chunk.bytes + IDENTITY_SERIAL, header + H_SERIAL, 6) == 0;
}
