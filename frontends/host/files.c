/* Golmac: MIT licence, see LICENSE.

   Files that a game may use. */
#include "frontends/host/files.h"
#include "frontends/base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int files_init(struct files *files, const char *restriction, const char *program)
{
    files->restricted = restriction != NULL;
    files->folder = restriction ? strdup(restriction) : path_save_folder(program);
    return files->folder ? 0 : -1;
}

void files_free(struct files *files)
{
    free(files->folder);
    files->folder = NULL;
}

/* ---- Names ---- */

static bool has_control(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < 32 || *name == 127)
            return true;
    return false;
}

static char *home_path(const char *typed)
{
    const char *home = getenv("HOME");

    return home ? path_join(home, strlen(home), typed + 2) : strdup(typed);
}

char *files_path(const struct files *files, const char *typed, struct message *why)
{
    char *path;

    if (*typed == 0 || strcmp(typed, ".") == 0 || strcmp(typed, "..") == 0 || has_control(typed)) {
        message_set(why, "That is no name for a file.");
        return NULL;
    }
    if (strchr(typed, '/') && files->restricted) {
        message_set(why, "Only files in %s may be used: give a name without a folder.", files->folder);
        return NULL;
    }
    if (strncmp(typed, "~/", 2) == 0)
        path = home_path(typed);
    else if (strchr(typed, '/'))
        path = strdup(typed);
    else
        path = path_join(files->folder, strlen(files->folder), typed);
    if (!path)
        message_set(why, "There is no memory left.");
    return path;
}

/* ---- Opening ---- */

/* Opened for reading, a folder would look like a file that cannot be read. */
static int refuse_folder(int descriptor)
{
    struct stat status;

    if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISDIR(status.st_mode))
        return descriptor;
    close(descriptor);
    errno = EISDIR;
    return -1;
}

FILE *files_open(const struct files *files, const char *path, enum file_mode mode, struct message *why)
{
    static const int flags[] = { O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_APPEND };
    static const char *const modes[] = { "rb", "wb", "ab" };
    FILE *file = NULL;
    int descriptor;

    if (mode != FILE_READ)
        (void)path_make_parent(path); /* the save folder of a first save; if it fails, opening the file says so */
    descriptor = refuse_folder(open(path, flags[mode] | (files->restricted ? O_NOFOLLOW : 0), 0666));
    if (descriptor >= 0)
        file = fdopen(descriptor, modes[mode]);
    if (!file) {
        message_set(why, "%s: %s", path, strerror(errno));
        if (descriptor >= 0)
            close(descriptor);
    }
    return file;
}
