/* Golmac: MIT licence, see LICENSE.

   Which file is the journal of a story: the header says so, the name does not matter. */
#include "frontends/host/files.h"
#include "journal.h"
#include "frontends/host/paths.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum verdict { OF_THE_STORY, OF_ANOTHER, DAMAGED };

/* Whose journal the file is: by either of its headers. What is as short as a header has nothing in it. */
static enum verdict judge(const char *path, const struct journal_story *story, unsigned char *number, struct stat *status)
{
    unsigned char header[JOURNAL_HEADERS * JOURNAL_HEADER];
    struct journal_story theirs;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), i;
    ssize_t size = file < 0 || fstat(file, status) != 0 || !S_ISREG(status->st_mode) ? -1 : read(file, header, sizeof header);

    if (file >= 0)
        close(file);
    for (i = 0; size == (ssize_t)sizeof header && i < JOURNAL_HEADERS; i++) {
        const unsigned char *one = header + i * JOURNAL_HEADER;

        if (journal_read_header(one, story, number))
            return status->st_size > size ? OF_THE_STORY : OF_ANOTHER; /* nobody has taken a turn in it */
        memcpy(theirs.identity, one + JOURNAL_AT_IDENTITY, JOURNAL_IDENTITY);
        if (journal_read_header(one, &theirs, number))
            return OF_ANOTHER;
    }
    return size >= 0 ? DAMAGED : OF_ANOTHER;
}

static int is_journal_name(const struct dirent *entry)
{
    static const char ending[] = ".journal";
    size_t length = strlen(entry->d_name);

    return length >= sizeof ending && strcmp(entry->d_name + length - (sizeof ending - 1), ending) == 0;
}

static int is_newer(const struct timespec *a, const struct timespec *b)
{
    return a->tv_sec > b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec >= b->tv_nsec);
}

/* What is looked for, and what was found so far. number NULL: whichever was written last; else this playthrough's. */
struct search {
    const char *folder;
    const struct journal_story *story;
    const unsigned char *number;
    char *path;
    struct timespec time;
};

static void consider(struct search *search, const char *name, struct message *why)
{
    char *path = path_join(search->folder, strlen(search->folder), name);
    unsigned char number[JOURNAL_NUMBER];
    struct stat status;
    enum verdict verdict = path ? judge(path, search->story, number, &status) : OF_ANOTHER;

    if (verdict == DAMAGED)
        message_set(why, "%s: the beginning of this journal is damaged: it cannot be read, and is left as it is", path);
    if (verdict != OF_THE_STORY || (search->number && memcmp(number, search->number, JOURNAL_NUMBER) != 0)
        || (search->path && !is_newer(&status.st_mtim, &search->time))) {
        free(path);
        return;
    }
    free(search->path);
    search->path = path;
    search->time = status.st_mtim;
}

static char *look_in(struct search *search, struct message *why)
{
    struct dirent **entries;
    int i, count = scandir(search->folder, &entries, is_journal_name, alphasort);

    why->text[0] = 0;
    for (i = 0; i < count; i++) {
        consider(search, entries[i]->d_name, why);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return search->path;
}

char *journal_find(const char *folder, const struct journal_story *story, struct message *why)
{
    struct search search = { folder, story, NULL, NULL, { 0, 0 } };

    return look_in(&search, why);
}

/* ---- From a mirror ---- */

static unsigned char *load(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    unsigned char *bytes = NULL;

    *size = 0;
    if (file && fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode))
        bytes = malloc((size_t)status.st_size + 1);
    if (bytes)
        *size = fread(bytes, 1, (size_t)status.st_size, file);
    if (file)
        fclose(file);
    return bytes;
}

static int write_whole(const char *path, const unsigned char *bytes, size_t size, struct message *why)
{
    struct file_writer writer;

    if (writer_open(&writer, path, why) != 0)
        return -1;
    return writer_close(&writer, fwrite(bytes, 1, size, writer.file) == size, why);
}

/* The name under which the mirrored journal is to stand in the folder: that of the same playthrough, or the mirror's own if
   that is free. Allocated; NULL: something else has the name. */
static char *name_in(const char *folder, const char *mirrored, const struct journal_story *story,
                     const unsigned char *number)
{
    struct search search = { folder, story, number, NULL, { 0, 0 } };
    struct message ignored;
    char *path = look_in(&search, &ignored);

    if (path)
        return path;
    path = path_join(folder, strlen(folder), strrchr(mirrored, '/') ? strrchr(mirrored, '/') + 1 : mirrored);
    if (path && access(path, F_OK) == 0) {
        free(path);
        return NULL;
    }
    return path;
}

int journal_fetch(const char *folder, const char *mirror, const struct journal_story *story, struct message *why)
{
    char *mirrored = journal_find(mirror, story, why), *path = NULL;
    unsigned char number[JOURNAL_NUMBER], *there = NULL, *here = NULL;
    size_t there_size, here_size;
    struct stat status;
    int result = 0;

    if (mirrored && judge(mirrored, story, number, &status) == OF_THE_STORY)
        path = name_in(folder, mirrored, story, number);
    if (path) {
        there = load(mirrored, &there_size);
        here = load(path, &here_size);
        if (there && there_size > here_size && (!here || memcmp(here, there, here_size) == 0))
            result = write_whole(path, there, there_size, why);
    }
    free(here);
    free(there);
    free(path);
    free(mirrored);
    return result;
}
