/* Golmac: MIT licence, see LICENSE.

   Which file is the journal of a story: the header says so, the name does not matter. */
#include "frontends/base/file.h"
#include "frontends/timeline/journal.h"
#include "frontends/base/paths.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum verdict { OF_THE_STORY, OF_ANOTHER, OF_OTHER_BYTES, DAMAGED };

/* Whose journal the file is: by either of its headers. What is as short as a header has nothing in it. */
static enum verdict judge(const char *path, const struct journal_story *story, unsigned char *number,
                          struct stat *status)
{
    unsigned char header[JOURNAL_HEADERS * JOURNAL_HEADER];
    struct journal_story theirs = *story;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), i;
    ssize_t size = file < 0 || fstat(file, status) != 0 || !S_ISREG(status->st_mode) ? -1
        : read(file, header, sizeof header);

    if (file >= 0)
        close(file);
    for (i = 0; size == (ssize_t)sizeof header && i < JOURNAL_HEADERS; i++) {
        const unsigned char *one = header + i * JOURNAL_HEADER;

        if (journal_read_header(one, story, number))
            return status->st_size > size ? OF_THE_STORY : OF_ANOTHER; /* nobody has taken a turn in it */
        memcpy(theirs.identity, story->identity, JOURNAL_IDENTITY);
        theirs.crc = 0;
        if (journal_read_header(one, &theirs, number))
            return OF_OTHER_BYTES;
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

static bool is_newer(const struct timespec *a, const struct timespec *b)
{
    return a->tv_sec > b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec >= b->tv_nsec);
}

/* Put the entry among those that are there, for which there is room. */
static void insert(struct journal_list *list, const struct journal_entry *entry)
{
    size_t at = list->count++;

    for (; at > 0 && is_newer(&entry->written, &list->entry[at - 1].written); at--)
        list->entry[at] = list->entry[at - 1];
    list->entry[at] = *entry;
}

static void consider(struct journal_list *list, const char *folder, const char *name, const struct journal_story *story,
                     struct message *why)
{
    struct journal_entry entry = { path_join(folder, strlen(folder), name), { 0, 0 }, { 0 } };
    struct stat status;
    enum verdict verdict = entry.path ? judge(entry.path, story, entry.number, &status) : OF_ANOTHER;

    if (verdict == DAMAGED)
        message_set(why, "%s: the beginning of this journal is damaged: it cannot be read, and is left as it is",
                    entry.path);
    if (verdict == OF_OTHER_BYTES)
        message_set(why,
                    "%s: this journal is of a story file that says it is the same, but has other bytes: it is left as "
                    "it is", entry.path);
    if (verdict != OF_THE_STORY) {
        free(entry.path);
        return;
    }
    entry.written = status.st_mtim;
    insert(list, &entry);
}

void journal_list(struct journal_list *list, const char *folder, const struct journal_story *story, struct message *why)
{
    struct dirent **entries;
    int i, count = scandir(folder, &entries, is_journal_name, alphasort);

    why->text[0] = 0;
    list->count = 0;
    list->entry = count > 0 ? calloc((size_t)count, sizeof *list->entry) : NULL;
    for (i = 0; i < count; i++) {
        if (list->entry)
            consider(list, folder, entries[i]->d_name, story, why);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

void journal_list_free(struct journal_list *list)
{
    while (list->count)
        free(list->entry[--list->count].path);
    free(list->entry);
    list->entry = NULL;
}

char *journal_find(const char *folder, const struct journal_story *story, struct message *why)
{
    struct journal_list list;
    char *path;

    journal_list(&list, folder, story, why);
    path = list.count ? strdup(list.entry[0].path) : NULL;
    journal_list_free(&list);
    return path;
}

void journal_be_last(const struct journal *journal, const char *folder, const struct journal_story *story)
{
    const struct journal_copy *copy = &journal->copy[JOURNAL_FIRST];
    struct timespec times[2] = { { 0, UTIME_OMIT }, { 0, UTIME_NOW } }, now;
    struct journal_list list;
    struct message ignored;

    if (copy->file < 0)
        return;
    journal_list(&list, folder, story, &ignored);
    clock_gettime(CLOCK_REALTIME, &now);
    if (list.count && strcmp(list.entry[0].path, copy->path) != 0 && is_newer(&list.entry[0].written, &now)) {
        times[1] = list.entry[0].written;
        times[1].tv_sec++;
    }
    (void)futimens(copy->file, times); /* where that cannot be, another one is offered first */
    journal_list_free(&list);
}

/* The newest journal of this playthrough, allocated; NULL: none. */
static char *find_number(const char *folder, const struct journal_story *story, const unsigned char *number)
{
    struct journal_list list;
    struct message ignored;
    char *path = NULL;
    size_t i;

    journal_list(&list, folder, story, &ignored);
    for (i = 0; i < list.count && !path; i++)
        if (memcmp(list.entry[i].number, number, JOURNAL_NUMBER) == 0)
            path = strdup(list.entry[i].path);
    journal_list_free(&list);
    return path;
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

    if (file_writer_open(&writer, path, why) != 0)
        return -1;
    return file_writer_close(&writer, fwrite(bytes, 1, size, writer.file) == size, why);
}

/* The name under which the mirrored journal is to stand in the folder: that of the same playthrough, or the mirror's
   own if that is free. Allocated; NULL: something else has the name. */
static char *name_in(const char *folder, const char *mirrored, const struct journal_story *story,
                     const unsigned char *number)
{
    char *path = find_number(folder, story, number);

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
