/* Golmac: MIT licence, see LICENSE.

   Reading and writing files whole. */
#include "frontends/base/file.h"
#include "frontends/base/paths.h"
#include "frontends/base/system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Reading ---- */

/* Returns 0, or -1 with errno set. */
static int check_whole(int descriptor)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0)
        return -1;
    errno = S_ISREG(status.st_mode) ? EFBIG : S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(status.st_mode) && status.st_size <= FILE_WHOLE ? 0 : -1;
}

static char *read_all(int descriptor, size_t *size)
{
    char *bytes = malloc(FILE_WHOLE + 1), *fitting;
    ssize_t got = 1;

    *size = 0;
    while (bytes && got > 0 && *size < FILE_WHOLE) {
        got = read(descriptor, bytes + *size, FILE_WHOLE - *size);
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

char *file_read_whole(const char *path, size_t *size, struct message *why)
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

static int read_stream(struct arena *arena, FILE *file, struct span *bytes)
{
    size_t room = 64 * 1024, size = 0;
    uint8_t *buffer = arena_alloc(arena, room);

    while (!feof(file) && !ferror(file) && size < FILE_LARGEST) {
        if (size == room) {
            uint8_t *wider = arena_alloc(arena, room * 2);

            memcpy(wider, buffer, room);
            buffer = wider;
            room *= 2;
        }
        size += fread(buffer + size, 1, room - size, file);
    }
    bytes->at = buffer;
    bytes->size = size;
    return ferror(file) || !feof(file) ? -1 : 0;
}

/* The usual case: the size is known, and the arena gives that much at once. */
static int read_sized(struct arena *arena, FILE *file, size_t size, struct span *bytes)
{
    uint8_t *buffer = arena_alloc(arena, size);

    bytes->at = buffer;
    bytes->size = fread(buffer, 1, size, file);
    return ferror(file) ? -1 : 0;
}

int file_read(struct arena *arena, const char *path, struct span *bytes, struct message *why)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    int result;

    if (!file)
        return message_set(why, "%s: %s", path, strerror(errno));
    errno = 0;
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode))
        result = message_set(why, "%s: this is a folder", path);
    else if (status.st_size > FILE_LARGEST)
        result = message_set(why, "%s: larger than %d MB", path, FILE_LARGEST >> 20);
    else {
        result = S_ISREG(status.st_mode) ? read_sized(arena, file, (size_t)status.st_size, bytes)
                                         : read_stream(arena, file, bytes);
        if (result != 0)
            message_set(why, "%s: %s", path, errno ? strerror(errno) : "too large");
    }
    fclose(file);
    return result;
}

/* ---- Writing ---- */

/* A temporary file has the rights that a new file would have. */
static void set_rights(int descriptor)
{
    mode_t mask = umask(0);

    umask(mask);
    (void)fchmod(descriptor, 0666 & ~mask);
}

int file_writer_open(struct file_writer *writer, const char *path, struct message *why)
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

int file_writer_close(struct file_writer *writer, bool ok, struct message *why)
{
    bool written = ok && fflush(writer->file) == 0 && fsync(fileno(writer->file)) == 0;
    int code = errno;

    if (fclose(writer->file) != 0 && written) {
        code = errno;
        written = false;
    }
    if (written && rename(writer->temporary, writer->path) != 0) {
        code = errno;
        written = false;
    }
    if (written)
        system_sync_folder(writer->path);
    else
        unlink(writer->temporary);
    free(writer->temporary);
    return written ? 0 : message_set(why, "%s: %s", writer->path, strerror(code));
}

int file_write(const char *path, struct span bytes, struct message *why)
{
    struct file_writer writer;
    int ok;

    if (file_writer_open(&writer, path, why) != 0)
        return -1;
    ok = bytes.size == 0 || fwrite(bytes.at, 1, bytes.size, writer.file) == bytes.size;
    return file_writer_close(&writer, ok, why);
}
