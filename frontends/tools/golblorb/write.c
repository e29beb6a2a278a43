/* Golmac: MIT licence, see LICENSE.

   The box as bytes: FORM size IFRS, the index, then the resources in its order (story, pictures, sounds, data, by
   number), then the other chunks. The same box gives the same bytes. */
#include "frontends/tools/golblorb/box.h"

#include <string.h>

static void add_chunk(struct bytes *to, const char *type, struct span content)
{
    bytes_add_block(to, type, 4);
    bytes_add_long(to, (uint32_t)content.size);
    bytes_add_block(to, content.at, (int)content.size);
    bytes_align(to, 2);
}

/* A chunk whose content follows; end_chunk says that it is there. */
static int begin_chunk(struct bytes *to, const char *type)
{
    bytes_add_block(to, type, 4);
    bytes_add_long(to, 0);
    return to->count;
}

static void end_chunk(struct bytes *to, int start)
{
    bytes_put_long(to, start - 4, (uint32_t)(to->count - start));
    bytes_align(to, 2);
}

/* ---- Resources ---- */

static const int rank[USAGES] = { [USAGE_STORY] = 0, [USAGE_PICTURE] = 1, [USAGE_SOUND] = 2, [USAGE_DATA] = 3 };

static bool comes_before(const struct resource *a, const struct resource *b)
{
    return rank[a->usage] != rank[b->usage] ? rank[a->usage] < rank[b->usage] : a->number < b->number;
}

static void sort_resources(struct box *box)
{
    struct resource *r = box->resources.at;

    for (int i = 1; i < box->resources.count; i++)
        for (int k = i; k > 0 && comes_before(&r[k], &r[k - 1]); k--) {
            struct resource swap = r[k];

            r[k] = r[k - 1];
            r[k - 1] = swap;
        }
}

static void add_story_resource(struct box *box)
{
    struct resource *story = vector_add(box->arena, &box->resources);

    story->usage = USAGE_STORY;
    media_set(&story->media, "ZCOD", box->story, "z", "");
}

static void add_resources(struct bytes *to, struct box *box)
{
    int start = begin_chunk(to, "RIdx"), entry;

    bytes_add_long(to, (uint32_t)box->resources.count);
    entry = to->count;
    bytes_add_zeros(to, 12 * box->resources.count);
    end_chunk(to, start);
    for (int i = 0; i < box->resources.count; i++, entry += 12) {
        const struct resource *r = &box->resources.at[i];

        memcpy(to->at + entry, box_usages[r->usage].id, 4);
        bytes_put_long(to, entry + 4, r->number);
        bytes_put_long(to, entry + 8, (uint32_t)to->count);
        add_chunk(to, r->media.type, r->media.content);
    }
}

/* ---- The other chunks ---- */

static void add_window(struct bytes *to, const struct box *box)
{
    int start;

    if (box->window[STANDARD].width == 0)
        return;
    start = begin_chunk(to, "Reso");
    for (int i = 0; i < BOUNDS; i++) {
        bytes_add_long(to, box->window[i].width);
        bytes_add_long(to, box->window[i].height);
    }
    for (int i = 0; i < box->scales.count; i++) {
        bytes_add_long(to, box->scales.at[i].picture);
        for (int k = 0; k < BOUNDS; k++) {
            bytes_add_long(to, box->scales.at[i].bound[k].numerator);
            bytes_add_long(to, box->scales.at[i].bound[k].denominator);
        }
    }
    end_chunk(to, start);
}

static void add_adaptive(struct bytes *to, const struct box *box)
{
    int start;

    if (!box->is_adaptive)
        return;
    start = begin_chunk(to, "APal");
    for (int i = 0; i < box->adaptive.count; i++)
        bytes_add_long(to, box->adaptive.at[i]);
    end_chunk(to, start);
}

static void add_loops(struct bytes *to, const struct box *box)
{
    int start;

    if (box->loops.count == 0)
        return;
    start = begin_chunk(to, "Loop");
    for (int i = 0; i < box->loops.count; i++) {
        bytes_add_long(to, box->loops.at[i].sound);
        bytes_add_long(to, box->loops.at[i].repeats);
    }
    end_chunk(to, start);
}

static void add_descriptions(struct bytes *to, const struct box *box)
{
    uint32_t count = 0;
    int start;

    for (int i = 0; i < box->resources.count; i++)
        count += box->resources.at[i].description != NULL;
    if (count == 0)
        return;
    start = begin_chunk(to, "RDes");
    bytes_add_long(to, count);
    for (int i = 0; i < box->resources.count; i++) {
        const struct resource *r = &box->resources.at[i];

        if (!r->description)
            continue;
        bytes_add_block(to, box_usages[r->usage].id, 4);
        bytes_add_long(to, r->number);
        bytes_add_long(to, (uint32_t)strlen(r->description));
        bytes_add_block(to, r->description, (int)strlen(r->description));
    }
    end_chunk(to, start);
}

/* ASCII only; other characters become "?": the iFiction record has them as they are. */
static void add_text(struct bytes *to, const char *type, const char *text)
{
    int start;

    if (!text)
        return;
    start = begin_chunk(to, type);
    for (; *text; text++)
        if (((unsigned char)*text & 0xC0) != 0x80) /* one "?" for a character of several bytes */
            bytes_add(to, *text >= 0x20 && *text <= 0x7E ? *text : '?');
    end_chunk(to, start);
}

static void add_small_chunks(struct bytes *to, const struct box *box)
{
    int start;

    if (box->release >= 0) {
        start = begin_chunk(to, "RelN");
        bytes_add_word(to, box->release);
        end_chunk(to, start);
    }
    if (box->has_cover) {
        start = begin_chunk(to, "Fspc");
        bytes_add_long(to, box->cover);
        end_chunk(to, start);
    }
    if (box->story_apart && box->story.size) {
        start = begin_chunk(to, "IFhd");
        metadata_add_identifier(to, box->story);
        end_chunk(to, start);
    }
    if (box->palette.count)
        add_chunk(to, "Plte", (struct span){ box->palette.at, (size_t)box->palette.count });
}

struct bytes box_write(struct box *box)
{
    struct bytes to = { .arena = box->arena };

    if (box->story.size && !box->story_apart)
        add_story_resource(box);
    sort_resources(box);
    bytes_add_block(&to, "FORM", 4);
    bytes_add_long(&to, 0);
    bytes_add_block(&to, "IFRS", 4);
    add_resources(&to, box);
    add_small_chunks(&to, box);
    add_window(&to, box);
    add_adaptive(&to, box);
    add_loops(&to, box);
    add_descriptions(&to, box);
    if (box->metadata.size)
        add_chunk(&to, "IFmd", box->metadata);
    add_text(&to, "AUTH", box->texts[TEXT_AUTHOR]);
    add_text(&to, "(c) ", box->texts[TEXT_COPYRIGHT]);
    add_text(&to, "ANNO", box->texts[TEXT_ANNOTATION]);
    bytes_put_long(&to, 4, (uint32_t)to.count - 8);
    return to;
}
