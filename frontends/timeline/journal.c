/* Golmac: MIT licence, see LICENSE.

   Writing a journal. Each copy knows how many bytes it has for certain; the rest waits in memory, and is written again
   from there after a failure, over what a failed write may have left. So a disk that is full costs no turn if it
   has room again before the player leaves. */
#include "journal.h"
#include "crc.h"
#include "frontends/host/files.h"
#include "frontends/host/paths.h"
#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { AT_VERSION = 8, AT_SIZE = 10, AT_IFID = 42, AT_CRC = JOURNAL_HEADER - 4,
       FRAME = 8, NAMES_TRIED = 10000 };

static const unsigned char magic[AT_VERSION] = { 0x89, 'Z', 'T', 'L', '\r', '\n', 0x1A, '\n' };

void journal_init(struct journal *journal)
{
    int i;

    memset(journal, 0, sizeof *journal);
    for (i = 0; i < JOURNAL_COPIES; i++)
        journal->copy[i].file = -1;
}

int journal_is_open(const struct journal *journal)
{
    return journal->copy[JOURNAL_FIRST].file >= 0;
}

/* ---- The header ---- */

void journal_describe(struct journal_story *story, const unsigned char *code, zm_u32 size, const char *ifid)
{
    memset(story, 0, sizeof *story);
    memcpy(story->identity, code + 2, 2);
    memcpy(story->identity + 2, code + 0x12, 6);
    memcpy(story->identity + 8, code + 0x1C, 2);
    put_little(story->identity + 10, 4, size);
    strncpy(story->ifid, ifid, sizeof story->ifid - 1);
}

static void make_header(unsigned char *header, const struct journal *journal, const struct journal_story *story)
{
    memset(header, 0, JOURNAL_HEADER);
    memcpy(header, magic, sizeof magic);
    put_little(header + AT_VERSION, 2, 1);
    put_little(header + AT_SIZE, 2, JOURNAL_HEADERS * JOURNAL_HEADER);
    memcpy(header + JOURNAL_AT_IDENTITY, story->identity, JOURNAL_IDENTITY);
    memcpy(header + JOURNAL_AT_NUMBER, journal->number, JOURNAL_NUMBER);
    memcpy(header + AT_IFID, story->ifid, JOURNAL_IFID);
    put_little(header + AT_CRC, 4, crc_32(0, header, AT_CRC));
}

int journal_read_header(const unsigned char *bytes, const struct journal_story *story, unsigned char *number)
{
    if (memcmp(bytes, magic, sizeof magic) != 0 || get_little(bytes + AT_CRC, 4) != crc_32(0, bytes, AT_CRC)
        || get_little(bytes + AT_VERSION, 2) != 1 || memcmp(bytes + JOURNAL_AT_IDENTITY, story->identity, JOURNAL_IDENTITY) != 0)
        return 0;
    memcpy(number, bytes + JOURNAL_AT_NUMBER, JOURNAL_NUMBER);
    return 1;
}

zm_u32 journal_crc(const unsigned char *number, const unsigned char *record, zm_u32 size)
{
    unsigned char length[4];

    put_little(length, 4, size);
    return crc_32(crc_32(crc_32(0, number, JOURNAL_NUMBER), length, sizeof length), record, size);
}

/* ---- What waits to be written ---- */

static int reserve(struct journal *journal, size_t more)
{
    size_t room = 2 * (journal->pending_size + more);
    unsigned char *larger;

    if (journal->pending_size + more <= journal->pending_room)
        return 0;
    larger = realloc(journal->pending, room);
    if (!larger)
        return -1;
    journal->pending = larger;
    journal->pending_room = room;
    return 0;
}

int journal_add(struct journal *journal, const unsigned char *record, zm_u32 size)
{
    unsigned char *at;

    if (reserve(journal, FRAME + size) != 0)
        return -1;
    at = journal->pending + journal->pending_size;
    put_little(at, 4, size);
    put_little(at + 4, 4, journal_crc(journal->number, record, size));
    memcpy(at + FRAME, record, size);
    journal->pending_size += FRAME + size;
    return 0;
}

/* ---- To the disk ---- */

static int write_all(int file, const unsigned char *bytes, size_t size, off_t at)
{
    while (size > 0) {
        ssize_t written = pwrite(file, bytes, size, at);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written == 0 ? ENOSPC : errno;
        bytes += written;
        size -= (size_t)written;
        at += written;
    }
    return 0;
}

/* A file that somebody has removed would take everything and keep nothing. */
static int is_gone(const struct journal_copy *copy)
{
    struct stat status;

    return fstat(copy->file, &status) != 0 || status.st_nlink == 0;
}

/* Wait until the disk has the copy; the first time, its name, too. */
static void sync_copy(struct journal_copy *copy)
{
    if (fdatasync(copy->file) != 0 && errno != EINVAL && errno != EROFS)
        copy->late_error = errno;
    if (!copy->is_named)
        files_sync_folder(copy->path);
    copy->is_named = 1;
    copy->unsettled = 0;
}

static void write_copy(struct journal *journal, struct journal_copy *copy)
{
    off_t end = journal->pending_at + (off_t)journal->pending_size;

    copy->error = is_gone(copy) ? ENOENT
                                : write_all(copy->file, journal->pending + (copy->size - journal->pending_at),
                                            (size_t)(end - copy->size), copy->size);
    if (copy->error) {
        (void)!ftruncate(copy->file, copy->size); /* what cannot be taken back is written over next time */
        return;
    }
    copy->unsettled |= copy->size < end && !journal->begins && journal->care != JOURNAL_LEFT;
    copy->size = end;
    if (journal->care == JOURNAL_WAITED && !journal->begins)
        sync_copy(copy);
    copy->error = copy->late_error;
    copy->late_error = 0;
}

unsigned journal_flush(struct journal *journal)
{
    unsigned behind = 0;
    int i, lacking = 0;

    for (i = 0; i < JOURNAL_COPIES; i++) {
        struct journal_copy *copy = &journal->copy[i];

        if (copy->file < 0)
            continue;
        write_copy(journal, copy);
        behind |= copy->error ? 1u << i : 0;
        lacking |= copy->size < journal->pending_at + (off_t)journal->pending_size;
    }
    if (journal->care != JOURNAL_LEFT)
        journal->begins = 0;
    if (!lacking) {
        journal->pending_at += (off_t)journal->pending_size;
        journal->pending_size = 0;
    }
    return behind;
}

int journal_is_unsettled(const struct journal *journal)
{
    return journal->copy[JOURNAL_FIRST].unsettled || journal->copy[JOURNAL_MIRROR].unsettled;
}

void journal_settle(struct journal *journal)
{
    int i;

    for (i = 0; i < JOURNAL_COPIES; i++)
        if (journal->copy[i].unsettled)
            sync_copy(&journal->copy[i]);
}

unsigned journal_close(struct journal *journal)
{
    unsigned behind;
    int i;

    journal->care = JOURNAL_WAITED;
    journal->begins = 0;
    behind = journal_flush(journal);
    for (i = 0; i < JOURNAL_COPIES; i++) {
        if (journal->copy[i].file >= 0)
            close(journal->copy[i].file);
        free(journal->copy[i].path);
    }
    free(journal->pending);
    journal_init(journal);
    return behind;
}

void journal_discard(struct journal *journal)
{
    int i;

    for (i = 0; i < JOURNAL_COPIES; i++)
        if (journal->copy[i].file >= 0)
            (void)unlink(journal->copy[i].path);
    journal->pending_size = 0;
    journal->pending_at = journal->copy[JOURNAL_FIRST].size;
    (void)journal_close(journal); /* what it says is of a file that is gone */
}

/* ---- New files ---- */

/* folder/NAME.journal, or with a number: allocated. */
static char *numbered_path(const char *folder, const char *name, unsigned number)
{
    char file[300];

    if (number < 2)
        snprintf(file, sizeof file, "%s.journal", name);
    else
        snprintf(file, sizeof file, "%s-%u.journal", name, number);
    return path_join(folder, strlen(folder), file);
}

/* Make the first file of these names that is not there yet. */
static int create_copy(struct journal_copy *copy, const char *folder, const char *name, struct message *why)
{
    unsigned number;

    (void)path_make_folder(folder); /* if it fails, making the file says so */
    for (number = 1; number < NAMES_TRIED; number++) {
        free(copy->path);
        copy->path = numbered_path(folder, name, number);
        if (!copy->path)
            return message_set(why, "there is no memory left");
        copy->file = open(copy->path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (copy->file >= 0 || errno != EEXIST)
            break;
    }
    if (copy->file < 0)
        return message_set(why, "%s: %s", copy->path, strerror(errno));
    (void)flock(copy->file, LOCK_EX | LOCK_NB); /* its name is new: nobody else has it */
    copy->size = 0;
    return 0;
}

/* Whatever the kernel has to say about chance, two playthroughs begin at different moments, in different processes. */
static void make_number(unsigned char *number)
{
    struct timespec now;

    if (getrandom(number, JOURNAL_NUMBER, 0) == JOURNAL_NUMBER)
        return;
    clock_gettime(CLOCK_REALTIME, &now);
    put_little(number, 4, (zm_u32)now.tv_sec);
    put_little(number + 4, 4, (zm_u32)now.tv_nsec);
    put_little(number + 8, 4, (zm_u32)getpid());
}

int journal_create(struct journal *journal, const char *folder, const char *name, const struct journal_story *story,
                   struct message *why)
{
    struct journal_copy *copy = &journal->copy[JOURNAL_FIRST];
    int i;

    make_number(journal->number);
    if (reserve(journal, JOURNAL_HEADERS * JOURNAL_HEADER) != 0)
        return message_set(why, "there is no memory left");
    for (i = 0; i < JOURNAL_HEADERS; i++)
        make_header(journal->pending + i * JOURNAL_HEADER, journal, story);
    journal->pending_size = JOURNAL_HEADERS * JOURNAL_HEADER;
    if (create_copy(copy, folder, name, why) != 0)
        return -1;
    journal->is_new = journal->begins = 1;
    if (journal_flush(journal) == 0)
        return 0;
    message_set(why, "%s: %s", copy->path, strerror(copy->error));
    (void)unlink(copy->path); /* nothing is in it */
    close(copy->file);
    copy->file = -1;
    return -1;
}

/* ---- The mirror ---- */

/* All that is written of the first copy, allocated. */
static unsigned char *read_first(const struct journal *journal)
{
    const struct journal_copy *first = &journal->copy[JOURNAL_FIRST];
    unsigned char *bytes = malloc((size_t)first->size + 1);
    ssize_t got = bytes ? pread(first->file, bytes, (size_t)first->size, 0) : -1;

    if (got == (ssize_t)first->size)
        return bytes;
    free(bytes);
    return NULL;
}

/* Whether the file holds the beginning of bytes, and nothing else; then *size is how much of it. */
static int is_beginning(int file, const unsigned char *bytes, off_t size, off_t *length)
{
    struct stat status;
    unsigned char *there;
    int result;

    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > size)
        return 0;
    there = malloc((size_t)status.st_size + 1);
    result = there && pread(file, there, (size_t)status.st_size, 0) == (ssize_t)status.st_size
        && memcmp(there, bytes, (size_t)status.st_size) == 0;
    free(there);
    *length = status.st_size;
    return result;
}

/* The file that is there under this name, if it is the mirror as it was earlier. */
static int open_mirror(struct journal_copy *mirror, const char *path, const unsigned char *bytes, off_t size)
{
    int file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    off_t length;

    if (file < 0)
        return -1;
    if (flock(file, LOCK_EX | LOCK_NB) != 0 || !is_beginning(file, bytes, size, &length)) {
        close(file);
        return -1;
    }
    mirror->file = file;
    mirror->size = length;
    mirror->path = strdup(path);
    return 0;
}

int journal_mirror(struct journal *journal, const char *folder, struct message *why)
{
    struct journal_copy *first = &journal->copy[JOURNAL_FIRST], *mirror = &journal->copy[JOURNAL_MIRROR];
    unsigned char *bytes = read_first(journal);
    char name[256], *path = NULL;
    int result = -1;

    path_base(first->path, name, sizeof name);
    if (bytes)
        path = numbered_path(folder, name, 1);
    if (!path)
        message_set(why, "%s: the journal cannot be read again", first->path);
    else if (open_mirror(mirror, path, bytes, first->size) == 0 || create_copy(mirror, folder, name, why) == 0) {
        mirror->error = write_all(mirror->file, bytes + mirror->size, (size_t)(first->size - mirror->size), mirror->size);
        result = mirror->error ? message_set(why, "%s: %s", mirror->path, strerror(mirror->error)) : 0;
        mirror->size = first->size;
    }
    if (result != 0 && mirror->file >= 0) {
        close(mirror->file);
        mirror->file = -1;
    }
    free(path);
    free(bytes);
    return result;
}
