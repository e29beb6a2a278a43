/* Golmac: MIT licence, see LICENSE.

   Story files. */
#include "frontends/formats/story.h"
#include "frontends/base/order.h"
#include "frontends/formats/blorb.h"
#include "frontends/formats/formats.h"
#include "frontends/base/paths.h"
#include "interp/header.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- Finding ---- */

static bool is_there(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0;
}

/* The name in the first folder of a colon-separated list that has it; an allocated path, or NULL. */
static char *find_in(const char *folders, const char *name)
{
    size_t length;
    char *path;

    for (; folders && *folders; folders += length + (folders[length] == ':')) {
        length = strcspn(folders, ":");
        path = path_join(folders, length, name);
        if (path && is_there(path))
            return path;
        free(path);
    }
    return NULL;
}

char *story_find(const char *name)
{
    char *stories, *path;

    if (is_there(name))
        return strdup(name);
    if (strchr(name, '/'))
        return NULL;
    path = find_in(getenv("ZCODE_PATH"), name);
    if (!path)
        path = find_in(getenv("INFOCOM_PATH"), name);
    if (path)
        return path;
    stories = path_data("golmac/stories");
    path = stories ? path_join(stories, strlen(stories), name) : NULL;
    free(stories);
    if (path && is_there(path))
        return path;
    free(path);
    return NULL;
}

/* ---- Reading ---- */

static int read_stream(struct story *story, FILE *file, size_t size)
{
    story->file = malloc(size ? size : 1);
    if (!story->file)
        return -1;
    story->file_size = fread(story->file, 1, size, file);
    return ferror(file) ? -1 : 0;
}

static int read_file(struct story *story, struct message *why)
{
    struct stat status;
    FILE *file;
    int result;

    if (stat(story->path, &status) == 0 && S_ISDIR(status.st_mode))
        return message_set(why, "%s: this is a folder, not a story file", story->path);
    file = fopen(story->path, "rb");
    if (!file)
        return message_set(why, "%s: %s", story->path, strerror(errno));
    result = fstat(fileno(file), &status);
    if (result == 0 && !S_ISREG(status.st_mode))
        status.st_size = STORY_MAX;
    if (status.st_size > STORY_MAX)
        result = message_set(why, "%s: too large for a story file", story->path);
    else if (read_stream(story, file, (size_t)status.st_size) != 0)
        result = message_set(why, "%s: %s", story->path, strerror(errno));
    fclose(file);
    return result;
}

/* ---- The story in a Blorb ---- */

static int open_blorb(struct story *story, struct message *why)
{
    size_t at, length;
    const char *other = NULL;

    for (at = 12; at + 8 <= story->file_size; at += 8 + length + (length & 1)) {
        const unsigned char *chunk = story->file + at;

        length = blorb_number(chunk + 4);
        if (length > story->file_size - at - 8)
            return message_set(why,
                               "%s: this Blorb file ends in the middle of its %.4s chunk: it is truncated or damaged",
                               story->path, (const char *)chunk);
        if (memcmp(chunk, "ZCOD", 4) == 0) {
            story->code = chunk + 8;
            story->code_size = (zm_u32)length;
            return 0;
        }
        if (!other)
            other = format_executable(chunk);
    }
    if (other)
        return message_set(why, "%s: this is a Blorb file with %s", story->path, other);
    return message_set(why, "%s: this Blorb file has no story in it, only pictures or sounds", story->path);
}

/* ---- Checking what only the host can name; zm_init checks the rest ---- */

static zm_u32 declared_size(const struct story *story)
{
    return order_word(story->code + H_LENGTH) * (zm_u32)LENGTH_UNIT(story->code[H_VERSION]);
}

static int check_header(const struct story *story, struct message *why)
{
    const unsigned char *code = story->code;

    if (story->code_size > 0 && (code[H_VERSION] < 1 || code[H_VERSION] > 8))
        return message_set(why, "%s: this is not a Z-machine story file", story->path);
    if (story->code_size < HEADER_SIZE)
        return message_set(why, "%s: this story is truncated: it has %u bytes, less than a header",
                           story->path, (unsigned)story->code_size);
    if (declared_size(story) > story->code_size)
        return message_set(why, "%s: this story is truncated: it has %u bytes, its header says %u",
                           story->path, (unsigned)story->code_size, (unsigned)declared_size(story));
    return 0;
}

unsigned story_sum(const unsigned char *code, size_t size)
{
    unsigned sum = 0;
    size_t i;

    for (i = HEADER_SIZE; i < size; i++)
        sum += code[i];
    return sum & 0xFFFF;
}

bool story_checksum_fits(const struct story *story)
{
    zm_u32 size = declared_size(story);
    unsigned wanted = order_word(story->code + H_CHECKSUM);

    if (size < HEADER_SIZE || (wanted == 0 && story->code[H_VERSION] < 3))
        return true;
    return story_sum(story->code, size) == wanted;
}

static int open_story(struct story *story, struct message *why)
{
    const char *kind = format_name(story->file, story->file_size);

    if (kind)
        return message_set(why, "%s: this is %s", story->path, kind);
    story->code = story->file;
    story->code_size = (zm_u32)story->file_size;
    if (blorb_is(story->file, story->file_size) && open_blorb(story, why) != 0)
        return -1;
    return check_header(story, why);
}

int story_load(struct story *story, const char *name, struct message *why)
{
    memset(story, 0, sizeof *story);
    story->path = story_find(name);
    if (!story->path)
        story->path = strdup(name); /* opening it says that it is not there */
    if (!story->path)
        return message_set(why, "%s: out of memory", name);
    path_base(story->path, story->name, sizeof story->name);
    if (read_file(story, why) == 0 && open_story(story, why) == 0)
        return 0;
    story_free(story);
    return -1;
}

void story_free(struct story *story)
{
    free(story->file);
    free(story->path);
    memset(story, 0, sizeof *story);
}
