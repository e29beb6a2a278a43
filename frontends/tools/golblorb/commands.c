/* Golmac: MIT licence, see LICENSE.

   What each command does to the box. Words come from the command line or from a blurb file; the latter may leave out
   the number of a picture or sound, or give a name in its place. */
#include "frontends/tools/golblorb/box.h"
#include "frontends/base/paths.h"
#include "frontends/formats/story.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Words to values ---- */

static bool read_number(const char *text, uint32_t most, uint32_t *value)
{
    char *end;
    unsigned long number = strtoul(text, &end, 10);

    *value = (uint32_t)number;
    return isdigit((unsigned char)*text) && *end == 0 && number <= most;
}

static bool read_size(const char *text, struct size *size)
{
    char after;

    return isdigit((unsigned char)*text) && strlen(text) < 20
        && sscanf(text, "%ux%u%c", &size->width, &size->height, &after) == 2;
}

/* A/B, or a whole number. */
static bool read_ratio(const char *text, struct ratio *ratio)
{
    char after;

    ratio->denominator = 1;
    return isdigit((unsigned char)*text) && strlen(text) < 20
        && (sscanf(text, "%u/%u%c", &ratio->numerator, &ratio->denominator, &after) == 2
            || read_number(text, 1000000, &ratio->numerator))
        && ratio->numerator != 0 && ratio->denominator != 0;
}

static struct words rest_of(struct words words, int count)
{
    struct words rest = { words.at + count, words.count - count };

    return rest;
}

static const char *path_of(struct box *box, const char *path)
{
    return *path == '/' ? path : arena_format(box->arena, "%s%s", box->folder, path);
}

static int need_words(struct words words, int least, int most, struct message *why)
{
    if (words.count < least)
        return message_set(why, "something is missing at the end");
    if (words.count > most)
        return message_set(why, "\"%s\" is too much", words.at[most].text);
    return 0;
}

/* ---- Resources ---- */

static struct resource *add_resource(struct box *box, enum usage usage, uint32_t number, const char *path,
                                     struct message *why)
{
    const struct resource *other = box_find(box, usage, number);
    struct resource *resource;

    if (other) {
        message_set(why, "%s %u is given twice: %s and %s", box_usages[usage].noun, number, other->path, path);
        return NULL;
    }
    resource = vector_add(box->arena, &box->resources);
    resource->usage = usage;
    resource->number = number;
    resource->path = path;
    return resource;
}

/* The number or name at the head of words, if there is one; the words left stand in words. */
static int take_number(struct box *box, enum usage usage, struct words *words, uint32_t *number, const char **name,
                       struct message *why)
{
    *name = NULL;
    *number = box_free_number(box, usage);
    if (words->count == 0 || words->at->quoted)
        return 0;
    if (isdigit((unsigned char)*words->at->text)) {
        if (!read_number(words->at->text, 65535, number))
            return message_set(why, "a %s's number is 65535 at most, not %s", box_usages[usage].noun, words->at->text);
    } else
        *name = words->at->text;
    *words = rest_of(*words, 1);
    return 0;
}

static int add_file(struct box *box, enum usage usage, struct words *words, struct message *why)
{
    struct span file;
    struct message fault;
    struct resource *resource;
    const char *name, *path;
    uint32_t number;

    if (take_number(box, usage, words, &number, &name, why) != 0 || need_words(*words, 1, 99, why) != 0)
        return -1;
    path = path_of(box, words->at->text);
    *words = rest_of(*words, 1);
    if (file_read(box->arena, path, &file, why) != 0)
        return -1;
    resource = add_resource(box, usage, number, path, why);
    if (!resource)
        return -1;
    resource->name = name;
    if (usage == USAGE_DATA)
        return media_set(&resource->media, "BINA", file, "data", "");
    if (media_recognise(box->arena, usage, file, &resource->media, &fault) != 0)
        return message_set(why, "%s: %s", path, fault.text);
    return 0;
}

/* ---- Scaling: standard, then min and max as they are given ---- */

/* From a value that has been read to the next: *bound is which that is. 1; 0 if it was the last; -1: why. */
static int next_bound(struct words *words, enum bound *bound, struct message *why)
{
    *words = rest_of(*words, 1);
    if (words->count == 0)
        return 0;
    *bound = strcmp(words->at->text, "min") == 0 ? LEAST : strcmp(words->at->text, "max") == 0 ? MOST : STANDARD;
    if (*bound == STANDARD)
        return message_set(why, "\"%s\" stands where min or max should", words->at->text);
    if (need_words(*words, 2, 99, why) != 0)
        return -1;
    *words = rest_of(*words, 1);
    return 1;
}

static int add_scale(struct box *box, uint32_t picture, struct words words, struct message *why)
{
    struct scale *scale = vector_add(box->arena, &box->scales);
    enum bound bound = STANDARD;
    int more = need_words(words, 1, 5, why) == 0 ? 1 : -1;

    scale->picture = picture;
    while (more > 0) {
        if (!read_ratio(words.at->text, &scale->bound[bound]))
            return message_set(why, "\"%s\" is no ratio: write 2/1, or 1/2", words.at->text);
        more = next_bound(&words, &bound, why);
    }
    return more;
}

static int picture(struct box *box, struct words words, struct message *why)
{
    if (add_file(box, USAGE_PICTURE, &words, why) != 0)
        return -1;
    if (words.count > 0 && words.at->quoted) {
        vector_last(&box->resources)->description = words.at->text;
        words = rest_of(words, 1);
    }
    if (words.count == 0)
        return 0;
    if (strcmp(words.at->text, "scale") != 0)
        return message_set(why, "\"%s\" stands where a description in quotes or \"scale\" should", words.at->text);
    return add_scale(box, vector_last(&box->resources)->number, rest_of(words, 1), why);
}

static int sound(struct box *box, struct words words, struct message *why)
{
    if (add_file(box, USAGE_SOUND, &words, why) != 0 || need_words(words, 0, 1, why) != 0)
        return -1;
    if (words.count > 0)
        vector_last(&box->resources)->description = words.at->text;
    if (vector_last(&box->resources)->number < 3)
        return message_set(why, "sounds 1 and 2 are the interpreter's bleeps: give %s a number from 3 on",
                           vector_last(&box->resources)->path);
    return 0;
}

static int data(struct box *box, struct words words, struct message *why)
{
    if (add_file(box, USAGE_DATA, &words, why) != 0 || need_words(words, 0, 1, why) != 0)
        return -1;
    if (words.count > 0 && strcmp(words.at->text, "text") == 0)
        memcpy(vector_last(&box->resources)->media.type, "TEXT", 5);
    return 0;
}

static int rectangle(struct box *box, struct words words, struct message *why)
{
    struct bytes content = { .arena = box->arena };
    struct resource *resource;
    const char *name;
    uint32_t number;
    struct size size;

    if (take_number(box, USAGE_PICTURE, &words, &number, &name, why) != 0 || need_words(words, 1, 1, why) != 0)
        return -1;
    if (!read_size(words.at->text, &size))
        return message_set(why, "\"%s\" is no size: write 320x200", words.at->text);
    resource = add_resource(box, USAGE_PICTURE, number, "a rectangle", why);
    if (!resource)
        return -1;
    bytes_add_word(&content, (int)(size.width >> 16));
    bytes_add_word(&content, (int)(size.width & 0xFFFF));
    bytes_add_word(&content, (int)(size.height >> 16));
    bytes_add_word(&content, (int)(size.height & 0xFFFF));
    resource->name = name;
    resource->media.size = size;
    return media_set(&resource->media, "Rect", (struct span){ content.at, 8 }, "rect",
                     arena_format(box->arena, "%u x %u, only a size", size.width, size.height));
}

static int scale(struct box *box, struct words words, struct message *why)
{
    uint32_t number;

    if (need_words(words, 2, 99, why) != 0)
        return -1;
    if (!read_number(words.at->text, 65535, &number))
        return message_set(why, "\"%s\" is no picture's number", words.at->text);
    return add_scale(box, number, rest_of(words, 1), why);
}

/* KIND:N, TEXT. The resource must have been given before. */
static int describe(struct box *box, struct words words, struct message *why)
{
    struct resource *resource = NULL;
    const char *colon;
    uint32_t number;

    if (need_words(words, 2, 2, why) != 0)
        return -1;
    colon = strchr(words.at->text, ':');
    for (int usage = 0; colon && usage < USAGES && read_number(colon + 1, 65535, &number); usage++)
        if (strncmp(words.at->text, box_usages[usage].noun, (size_t)(colon - words.at->text)) == 0)
            resource = box_find(box, usage, number);
    if (!resource)
        return message_set(why, "there is no %s to describe (write picture:1 or sound:3, after the file is given)",
                           words.at->text);
    resource->description = words.at[1].text;
    return 0;
}

/* ---- What goes with them ---- */

static int cover(struct box *box, struct words words, struct message *why)
{
    if (need_words(words, 1, 2, why) != 0)
        return -1;
    box->has_cover = read_number(words.at->text, 65535, &box->cover);
    if (!box->has_cover)
        box->cover_path = path_of(box, words.at->text);
    return 0;
}

static int ifiction(struct box *box, struct words words, struct message *why)
{
    const char *path;

    if (need_words(words, 1, 2, why) != 0)
        return -1;
    path = path_of(box, words.at->text);
    if (file_read(box->arena, path, &box->metadata, why) != 0)
        return -1;
    for (size_t i = 0; i < box->metadata.size; i++)
        if (span_is(box->metadata, i, "<ifindex"))
            return 0;
    return message_set(why, "%s: this is no iFiction record: it has no <ifindex> element", path);
}

/* These chunks hold ASCII only (Blorb, Other Optional Chunks); the iFiction record takes everything. */
static int set_text(struct box *box, enum text text, struct words words, struct message *why)
{
    if (need_words(words, 1, 1, why) != 0)
        return -1;
    box->texts[text] = words.at->text;
    return 0;
}

static int title(struct box *box, struct words words, struct message *why)
{
    return set_text(box, TEXT_TITLE, words, why);
}

static int author(struct box *box, struct words words, struct message *why)
{
    return set_text(box, TEXT_AUTHOR, words, why);
}

static int copyright(struct box *box, struct words words, struct message *why)
{
    return set_text(box, TEXT_COPYRIGHT, words, why);
}

static int annotation(struct box *box, struct words words, struct message *why)
{
    return set_text(box, TEXT_ANNOTATION, words, why);
}

static int release(struct box *box, struct words words, struct message *why)
{
    uint32_t number;

    if (need_words(words, 1, 1, why) != 0)
        return -1;
    if (!read_number(words.at->text, 65535, &number)) {
        /* Inform 7: release to "folder" */
        return strcmp(words.at->text, "to") == 0 ? 0 : message_set(why, "\"%s\" is no release number", words.at->text);
    }
    box->release = (int)number;
    return 0;
}

static int resolution(struct box *box, struct words words, struct message *why)
{
    enum bound bound = STANDARD;
    int more = need_words(words, 1, 5, why) == 0 ? 1 : -1;

    while (more > 0) {
        if (!read_size(words.at->text, &box->window[bound]))
            return message_set(why, "\"%s\" is no size: write 640x400", words.at->text);
        more = next_bound(&words, &bound, why);
    }
    return more;
}

static int adaptive(struct box *box, struct words words, struct message *why)
{
    box->is_adaptive = true;
    for (int i = 0; i < words.count; i++)
        if (!read_number(words.at[i].text, 65535, vector_add(box->arena, &box->adaptive)))
            return message_set(why, "\"%s\" is no picture's number", words.at[i].text);
    return 0;
}

static int loop(struct box *box, struct words words, struct message *why)
{
    for (int i = 0; i < words.count; i++)
        if (!read_number(words.at[i].text, 65535, &vector_add(box->arena, &box->loops)->sound))
            return message_set(why, "\"%s\" is no sound's number", words.at[i].text);
    return 0;
}

/* 16 bit, 32 bit, or colours as six hexadecimal digits; in blurb files between braces. */
static int palette(struct box *box, struct words words, struct message *why)
{
    if (words.count > 0 && (strcmp(words.at->text, "16") == 0 || strcmp(words.at->text, "32") == 0)) {
        bytes_add(&box->palette, atoi(words.at->text));
        return 0;
    }
    for (int i = 0; i < words.count; i++) {
        unsigned colour;
        char after;

        if (strcmp(words.at[i].text, "{") == 0 || strcmp(words.at[i].text, "}") == 0)
            continue;
        if (strlen(words.at[i].text) != 6 || sscanf(words.at[i].text, "%x%c", &colour, &after) != 1)
            return message_set(why, "\"%s\" is no colour: write six hexadecimal digits, red, green, blue: FF8000",
                               words.at[i].text);
        bytes_add(&box->palette, (int)(colour >> 16));
        bytes_add_word(&box->palette, (int)(colour & 0xFFFF));
    }
    return box->palette.count / 3 <= 256 ? 0 : message_set(why, "a palette has at most 256 colours");
}

/* ---- The story ---- */

int box_take_story(struct box *box, const char *path, struct message *why)
{
    struct story story;

    if (box->story.size)
        return message_set(why, "one story at a time: %s, or %s?", box->story_path, path);
    if (story_load(&story, path, why) != 0)
        return -1;
    box->story.at = arena_copy(box->arena, story.code, story.code_size);
    box->story.size = story.code_size;
    box->story_path = path;
    story_free(&story);
    return 0;
}

static int identifier(struct box *box, struct words words, struct message *why)
{
    if (need_words(words, 1, 1, why) != 0)
        return -1;
    box->story_apart = true;
    return box_take_story(box, path_of(box, words.at->text), why);
}

/* storyfile "game.z5" include; without "include" the story stays outside; storyfile leafname "game.zblorb" */
static int storyfile(struct box *box, struct words words, struct message *why)
{
    if (need_words(words, 1, 2, why) != 0)
        return -1;
    if (!words.at->quoted && strcmp(words.at->text, "leafname") == 0 && words.count == 2) {
        box->output = box->output ? box->output : path_of(box, words.at[1].text);
        return 0;
    }
    box->story_apart = words.count < 2 || strcmp(words.at[1].text, "include") != 0;
    if (box->story_apart)
        box_note(box, "%s stays outside: write  storyfile \"%s\" include  to put it in", words.at->text,
                 words.at->text);
    return box_take_story(box, path_of(box, words.at->text), why);
}

static int pass_over(struct box *box, struct words words, struct message *why)
{
    (void)words;
    (void)why;
    box_note(box, "commands for a web site or a release folder are passed over");
    return 0;
}

/* ---- The table ---- */

/* The words of blurb files; those with a shape are options of the command line, too. */
const struct command commands[] = {
    { "picture", picture, ARGUMENT_NUMBERED, "N=FILE", "a picture, PNG or JPEG" },
    { "rectangle", rectangle, ARGUMENT_NUMBERED, "N=WxH", "a picture that is only a size" },
    { "sound", sound, ARGUMENT_NUMBERED, "N=FILE", "a sound, AIFF, Ogg Vorbis or MOD; N is 3 or more" },
    { "data", data, ARGUMENT_NUMBERED, "N=FILE",
      "a file of data, as it is; \"text\" after it in a blurb file: as text" },
    { "describe", describe, ARGUMENT_NUMBERED, "KIND:N=TEXT",
      "a text for those who cannot see picture:N or hear sound:N" },
    { "cover", cover, ARGUMENT_WHOLE, "N|FILE", "the picture that is the cover" },
    { "ifiction", ifiction, ARGUMENT_WHOLE, NULL, NULL },
    { "metadata", ifiction, ARGUMENT_WHOLE, "FILE", "an iFiction record; without one it is made of title and author" },
    { "title", title, ARGUMENT_WHOLE, "TEXT", "the story's title" },
    { "author", author, ARGUMENT_WHOLE, "TEXT", "who wrote it" },
    { "copyright", copyright, ARGUMENT_WHOLE, "TEXT", "date and holder" },
    { "annotation", annotation, ARGUMENT_WHOLE, "TEXT", "any remark" },
    { "release", release, ARGUMENT_WHOLE, "N", "the release of the pictures and sounds" },
    { "resolution", resolution, ARGUMENT_LIST, "WxH[,min WxH][,max WxH]",
      "the window that the pictures were drawn for" },
    { "scale", scale, ARGUMENT_NUMBERED, "N=A/B[,min A/B][,max A/B]", "let a picture grow and shrink with the window" },
    { "adaptive", adaptive, ARGUMENT_LIST, "N,N...", "pictures in the colours of the one drawn before" },
    { "loop", loop, ARGUMENT_LIST, "N,N...", "sounds that repeat until stopped (version 3)" },
    { "palette", palette, ARGUMENT_LIST, "16|32|RRGGBB,...", "the colours that the pictures need" },
    { "identifier", identifier, ARGUMENT_WHOLE, "STORY", "say which story the Blorb is for, without putting it in" },
    { "storyfile", storyfile, ARGUMENT_WHOLE, NULL, NULL },
    /* Blurb files of Inform 7 also say how to make a web site: that is not a Blorb's. */
    { "auxiliary", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "base64", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "css", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "interpreter", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "placeholder", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "project", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "solution", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "source", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "status", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "template", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { "website", pass_over, ARGUMENT_WHOLE, NULL, NULL },
    { NULL, NULL, ARGUMENT_WHOLE, NULL, NULL }
};

const struct command *command_find(const char *name, size_t length)
{
    const struct command *i;

    for (i = commands; i->name; i++)
        if (strlen(i->name) == length && strncmp(i->name, name, length) == 0)
            return i;
    return NULL;
}

int command_perform(struct box *box, const struct command *command, const char *argument, struct message *why)
{
    VECTOR(struct word) words = { 0 };
    const char *equals = command->argument == ARGUMENT_NUMBERED ? strchr(argument, '=') : NULL;
    bool list = command->argument == ARGUMENT_LIST || command->perform == scale;

    if (equals) {
        vector_add(box->arena, &words)->text = arena_string(box->arena, argument, (size_t)(equals - argument));
        argument = equals + 1;
    }
    while (list && *argument) {
        size_t length = strcspn(argument, ", ");

        if (length)
            vector_add(box->arena, &words)->text = arena_string(box->arena, argument, length);
        argument += length + (argument[length] != 0);
    }
    if (!list)
        *vector_add(box->arena, &words) = (struct word){ argument, true };
    return command->perform(box, (struct words){ words.at, words.count }, why);
}
