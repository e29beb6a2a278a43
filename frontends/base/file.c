/* Golmac: MIT licence, see LICENSE.

   Reading and writing files whole. */
#include "frontends/base/file.h"
#include "frontends/base/files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

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

int file_write(const char *path, struct span bytes, struct message *why)
{
    struct file_writer writer;
    int ok;

    if (writer_open(&writer, path, why) != 0)
        return -1;
    ok = bytes.size == 0 || fwrite(bytes.at, 1, bytes.size, writer.file) == bytes.size;
    return writer_close(&writer, ok, why);
}

uint8_t span_byte(struct span bytes, size_t at)
{
    return at < bytes.size ? bytes.at[at] : 0;
}

uint16_t span_word(struct span bytes, size_t at)
{
    return (uint16_t)(span_byte(bytes, at) << 8 | span_byte(bytes, at + 1));
}

uint32_t span_long(struct span bytes, size_t at)
{
    return (uint32_t)span_word(bytes, at) << 16 | span_word(bytes, at + 2);
}

bool span_has(struct span bytes, size_t at, size_t length)
{
    return at <= bytes.size && length <= bytes.size - at;
}

bool span_is(struct span bytes, size_t at, const char *text)
{
    return span_has(bytes, at, strlen(text)) && memcmp(bytes.at + at, text, strlen(text)) == 0;
}

struct span span_part(struct span bytes, size_t at, size_t length)
{
    struct span part = { bytes.at, 0 };

    if (at < bytes.size) {
        part.at = bytes.at + at;
        part.size = length < bytes.size - at ? length : bytes.size - at;
    }
    return part;
}
