/* Golmac: MIT licence, see LICENSE.

   The box when all is in it: numbers, references, the rules that concern more than one resource. */
#include "frontends/tools/golblorb/box.h"

#include <string.h>

const struct usage_name box_usages[USAGES] = {
    { "Pict", "picture", "PICTURE" }, { "Snd ", "sound", "SOUND" }, { "Data", "data", "DATA" }, { "Exec", "story", "" },
};

void box_note(struct box *box, const char *format, ...)
{
    va_list arguments;
    const char *note;

    va_start(arguments, format);
    note = arena_vformat(box->arena, format, arguments);
    va_end(arguments);
    for (int i = 0; i < box->notes.count; i++)
        if (strcmp(box->notes.at[i], note) == 0)
            return;
    *vector_add(box->arena, &box->notes) = note;
}

struct resource *box_find(struct box *box, enum usage usage, uint32_t number)
{
    for (int i = 0; i < box->resources.count; i++)
        if (box->resources.at[i].usage == usage && box->resources.at[i].number == number)
            return &box->resources.at[i];
    return NULL;
}

uint32_t box_free_number(struct box *box, enum usage usage)
{
    uint32_t number = usage == USAGE_SOUND ? 3 : 1;

    while (box_find(box, usage, number))
        number++;
    return number;
}

/* A cover given as a file is a picture of its own, unless it is one already. */
static int settle_cover(struct box *box, struct message *why)
{
    const struct resource *found;

    for (int i = 0; box->cover_path && i < box->resources.count; i++)
        if (box->resources.at[i].usage == USAGE_PICTURE && strcmp(box->resources.at[i].path, box->cover_path) == 0) {
            box->cover = box->resources.at[i].number;
            box->has_cover = true;
        }
    if (box->cover_path && !box->has_cover) {
        box->cover = box_free_number(box, USAGE_PICTURE);
        box->has_cover = true;
        box->folder = "";
        if (command_perform(box, command_find("picture", 7),
                                arena_format(box->arena, "%u=%s", box->cover, box->cover_path), why) != 0)
            return -1;
    }
    if (!box->has_cover)
        return 0;
    found = box_find(box, USAGE_PICTURE, box->cover);
    if (!found)
        return message_set(why, "the cover is to be picture %u, but there is none: give --picture %u=FILE", box->cover,
                           box->cover);
    if (strcmp(found->media.type, "Rect") == 0)
        return message_set(why, "the cover is to be picture %u, but that is only a size", box->cover);
    return 0;
}

/* Blorb, The Adaptive Palette Chunk: all pictures of the file keep its rules. */
static int check_adaptive(struct box *box, struct message *why)
{
    for (int i = 0; i < box->adaptive.count; i++)
        if (!box_find(box, USAGE_PICTURE, box->adaptive.at[i]))
            return message_set(why, "picture %u is to have an adaptive palette, but there is no such picture",
                               box->adaptive.at[i]);
    for (int i = 0; box->is_adaptive && i < box->resources.count; i++) {
        const struct resource *r = &box->resources.at[i];

        if (r->usage != USAGE_PICTURE || strcmp(r->media.type, "Rect") == 0)
            continue;
        if (strcmp(r->media.type, "PNG ") != 0 || r->media.colours == 0 || r->media.colours > 16)
            return message_set(why, "%s: where one picture has an adaptive palette, all must be PNGs with a palette of "
                               "at most 16 colours (convert picture.png -colors 14 PNG8:new.png)", r->path);
    }
    return 0;
}

static bool is_between(uint32_t least, uint32_t standard, uint32_t most)
{
    return (least == 0 || least <= standard) && (most == 0 || standard <= most);
}

static int check_scaling(struct box *box, struct message *why)
{
    const struct size *w = box->window;

    for (int i = 0; i < box->scales.count; i++)
        if (!box_find(box, USAGE_PICTURE, box->scales.at[i].picture))
            return message_set(why, "picture %u is to be scaled, but there is no such picture",
                               box->scales.at[i].picture);
    if (box->scales.count > 0 && w[STANDARD].width == 0)
        return message_set(why, "pictures are scaled by the window: give its usual size with --resolution 640x400");
    if (!is_between(w[LEAST].width, w[STANDARD].width, w[MOST].width)
        || !is_between(w[LEAST].height, w[STANDARD].height, w[MOST].height))
        return message_set(why, "the window's usual size must lie between its min and its max");
    if ((w[STANDARD].width == 0) != (w[STANDARD].height == 0))
        return message_set(why, "the window's usual size must not be 0");
    return 0;
}

static int check_sounds(struct box *box, struct message *why)
{
    for (int i = 0; i < box->loops.count; i++)
        if (!box_find(box, USAGE_SOUND, box->loops.at[i].sound))
            return message_set(why, "sound %u is to repeat, but there is no such sound", box->loops.at[i].sound);
    if (box->loops.count > 0 && box->story.size && span_byte(box->story, 0) != 3)
        box_note(box, "only version 3 stories ask the Blorb which sounds repeat; this one is version %d",
                 span_byte(box->story, 0));
    return 0;
}

int box_settle(struct box *box, struct message *why)
{
    size_t total = box->story.size;

    if (settle_cover(box, why) != 0 || check_adaptive(box, why) != 0 || check_scaling(box, why) != 0
        || check_sounds(box, why) != 0)
        return -1;
    for (int i = 0; i < box->resources.count; i++)
        total += box->resources.at[i].media.content.size;
    if (total > FILE_LARGEST)
        return message_set(why, "all in all the Blorb would be larger than %d MB", FILE_LARGEST >> 20);
    if (!box->story.size || box->story_apart)
        box_note(box, "there is no story in it: players must be given the story file as well");
    if (!box->metadata.size && (box->texts[TEXT_TITLE] || box->texts[TEXT_AUTHOR])) {
        if (box->story.size)
            box->metadata = metadata_make(box);
        else
            box_note(box, "an iFiction record is made of title and author only for a story: none is put in");
    }
    return 0;
}
