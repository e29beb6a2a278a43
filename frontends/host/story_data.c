/* Golmac: MIT licence, see LICENSE.

   Paths of what is kept of a story. */
#include "frontends/host/story_data.h"
#include "frontends/base/file.h"
#include "frontends/formats/identity.h"
#include "frontends/base/paths.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>

char *story_data_path(const struct story *story, const char *kind, const char *file)
{
    char name[sizeof story->name + 300];
    struct identity identity;

    identity_of(&identity, story);
    snprintf(name, sizeof name, "golmac/%s/%s-%u-%s/%s", kind, story->name, identity.release, identity.serial, file);
    return path_data(name);
}

/* Whether the file at path says just here; then its time is now. A start costs no waiting for the disk. */
static bool touch(const char *path, const char *here)
{
    struct message why;
    size_t size, length = strlen(here);
    char *text = file_read_whole(path, &size, &why);
    bool same = text && size == length + 1 && strncmp(text, here, length) == 0 && utimes(path, NULL) == 0;

    free(text);
    return same;
}

void story_data_played(const struct story *story)
{
    char *path = story_data_path(story, "played", "path"), *here = realpath(story->path, NULL);
    struct file_writer writer;
    struct message why;

    if (path && here && !touch(path, here) && file_writer_open(&writer, path, &why) == 0) {
        fprintf(writer.file, "%s\n", here);
        (void)file_writer_close(&writer, !ferror(writer.file), &why); /* it is only for the list of stories */
    }
    free(path);
    free(here);
}

time_t story_data_last_played(const struct story *story)
{
    char *path = story_data_path(story, "played", "path");
    struct stat status;
    time_t played = path && stat(path, &status) == 0 ? status.st_mtime : 0;

    free(path);
    return played;
}
