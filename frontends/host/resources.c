/* Golmac: MIT licence, see LICENSE.

   Finding the Blorb file that goes with a story. */
#include "frontends/host/resources.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Read a file whole. NULL, saying why, if that fails. */
static unsigned char *read_file(const char *path, size_t *size, struct message *why)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    unsigned char *bytes = NULL;

    if (!file || fstat(fileno(file), &status) != 0)
        message_set(why, "%s: %s", path, strerror(errno));
    else if (!S_ISREG(status.st_mode))
        message_set(why, "%s: this is not a file", path);
    else if (status.st_size > STORY_MAX)
        message_set(why, "%s: too large for a Blorb file", path);
    else if (!(bytes = malloc((size_t)status.st_size + 1)))
        message_set(why, "%s: there is no memory left", path);
    else {
        *size = fread(bytes, 1, (size_t)status.st_size, file);
        if (ferror(file)) {
            message_set(why, "%s: %s", path, strerror(errno));
            free(bytes);
            bytes = NULL;
        }
    }
    if (file)
        fclose(file);
    return bytes;
}

static int open_file(struct resources *resources, const struct story *story, const char *path, struct message *why)
{
    struct message reason = { "" };
    size_t size;

    resources->file = read_file(path, &size, why);
    if (!resources->file)
        return -1;
    if (blorb_open(&resources->blorb, resources->file, size, &reason) != 0)
        message_set(why, "%s: %s", path, reason.text);
    else if (!blorb_fits(&resources->blorb, story->code))
        message_set(why, "%s: these pictures and sounds belong to another story, or another release of it", path);
    else
        return 0;
    resources_close(resources);
    return -1;
}

static int open_beside(struct resources *resources, const struct story *story, struct message *why)
{
    static const char *const extensions[] = { "blb", "blorb", "zblorb", "zlb", "BLB" };
    const char *name = strrchr(story->path, '/'), *dot;
    size_t length, i;
    char path[4096];

    dot = strrchr(name ? name : story->path, '.');
    length = dot ? (size_t)(dot - story->path) : strlen(story->path);
    for (i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        struct stat status;

        if (snprintf(path, sizeof path, "%.*s.%s", (int)length, story->path, extensions[i]) >= (int)sizeof path)
            return 0;
        if (stat(path, &status) == 0)
            return open_file(resources, story, path, why);
    }
    return 0;
}

int resources_open(struct resources *resources, const struct story *story, const char *path, struct message *why)
{
    memset(resources, 0, sizeof *resources);
    why->text[0] = '\0';
    if (path)
        return open_file(resources, story, path, why);
    if (blorb_is(story->file, story->file_size))
        return blorb_open(&resources->blorb, story->file, story->file_size, why);
    (void)open_beside(resources, story, why); /* the story can be played without: why is told */
    return 0;
}

void resources_close(struct resources *resources)
{
    blorb_close(&resources->blorb);
    free(resources->file);
    resources->file = NULL;
}
