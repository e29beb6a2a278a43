/* Golmac: MIT licence, see LICENSE.

   Files that a game may use. */
#include "frontends/base/files.h"
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

static int has_control(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < 32 || *name == 127)
            return 1;
    return 0;
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

/* ---- Whole files or none ---- */

/* Returns 0, or -1 with errno set. */
static int check_whole(int descriptor)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0)
        return -1;
    errno = S_ISREG(status.st_mode) ? EFBIG : S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(status.st_mode) && status.st_size <= FILES_WHOLE ? 0 : -1;
}

static char *read_all(int descriptor, size_t *size)
{
    char *bytes = malloc(FILES_WHOLE + 1), *fitting;
    ssize_t got = 1;

    *size = 0;
    while (bytes && got > 0 && *size < FILES_WHOLE) {
        got = read(descriptor, bytes + *size, FILES_WHOLE - *size);
        if (got > 0)
            *size += (size_t)got;
    }
    if (!bytes || got < 0) {
        free(bytes);
        return NULL;
    }
    bytes[*size] = 0;
    fitting = realloc(bytes, *size + 1);
    return fitting ? fitting : bytes;
}

char *files_read_whole(const char *path, size_t *size, struct message *why)
{
    int descriptor = open(path, O_RDONLY | O_NONBLOCK), code; /* a pipe that nobody writes to must not be waited for */
    char *bytes = NULL;
    size_t length;

    if (descriptor >= 0 && check_whole(descriptor) == 0)
        bytes = read_all(descriptor, &length);
    code = errno;
    if (bytes && size)
        *size = length;
    if (!bytes)
        message_set(why, "%s: %s", path, strerror(code));
    if (descriptor >= 0)
        close(descriptor);
    errno = code;
    return bytes;
}

/* A temporary file has the rights that a new file would have. */
static void set_rights(int descriptor)
{
    mode_t mask = umask(0);

    umask(mask);
    (void)fchmod(descriptor, 0666 & ~mask);
}

int writer_open(struct file_writer *writer, const char *path, struct message *why)
{
    static const char suffix[] = ".XXXXXX.tmp";
    size_t room = strlen(path) + sizeof suffix;
    struct stat status;
    int descriptor = -1;

    writer->path = path;
    writer->file = NULL;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return message_set(why, "%s: not an ordinary file", path);
    (void)path_make_parent(path);
    writer->temporary = malloc(room);
    if (writer->temporary) {
        snprintf(writer->temporary, room, "%s%s", path, suffix);
        descriptor = mkstemps(writer->temporary, 4);
    }
    if (descriptor >= 0) {
        set_rights(descriptor);
        writer->file = fdopen(descriptor, "wb");
    }
    if (writer->file)
        return 0;
    message_set(why, "%s: %s", path, strerror(errno));
    free(writer->temporary);
    return -1;
}

void files_sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int descriptor = folder ? open(folder, O_RDONLY) : -1;

    if (descriptor >= 0) {
        (void)fsync(descriptor); /* some file systems cannot; the file itself is on the disk */
        close(descriptor);
    }
    free(folder);
}

int writer_close(struct file_writer *writer, int ok, struct message *why)
{
    int written = ok && fflush(writer->file) == 0 && fsync(fileno(writer->file)) == 0;
    int code = errno;

    if (fclose(writer->file) != 0 && written) {
        code = errno;
        written = 0;
    }
    if (written && rename(writer->temporary, writer->path) != 0) {
        code = errno;
        written = 0;
    }
    if (written)
        files_sync_folder(writer->path);
    else
        unlink(writer->temporary);
    free(writer->temporary);
    return written ? 0 : message_set(why, "%s: %s", writer->path, strerror(code));
}
