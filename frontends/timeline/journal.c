/* Golmac: MIT licence, see LICENSE.

   Writing a journal. Each copy knows how many bytes it has for certain; the rest waits in memory, and is written again
   from there after a failure, over what a failed write may have left. So a disk that is full costs no turn if it
   has room again before the player leaves. */
#include "frontends/timeline/journal.h"
#include "frontends/base/order.h"
#include "frontends/base/crc.h"
#include "frontends/base/paths.h"
#include "frontends/base/system.h"
#include "frontends/formats/identity.h"
#include "frontends/timeline/record.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { AT_VERSION = 8, AT_SIZE = 10, AT_IFID = 42, AT_STORY_CRC = 106, AT_CRC = JOURNAL_HEADER - 4,
       FRAME = 8, NAMES_TRIED = 10000 };

static const unsigned char magic[AT_VERSION] = { 0x89, 'Z', 'T', 'L', '\r', '\n', 0x1A, '\n' };

void journal_init(struct journal *journal)
{
    int i;

    memset(journal, 0, sizeof *journal);
    for (i = 0; i < JOURNAL_COPIES; i++)
        journal->copy[i].file = -1;
}

bool journal_is_open(const struct journal *journal)
{
    return journal->copy[JOURNAL_FIRST].file >= 0;
}

/* ---- The header ---- */

void journal_describe(struct journal_story *story, const unsigned char *code, zm_u32 size, const char *ifid)
{
    memset(story, 0, sizeof *story);
    identity_bytes(story->identity, code);
    order_put_little(story->identity + IDENTITY_BYTES, 4, size);
    strncpy(story->ifid, ifid, sizeof story->ifid - 1);
    story->crc = crc_32(0, code, size);
}

static void make_header(unsigned char *header, const struct journal *journal, const struct journal_story *story)
{
    memset(header, 0, JOURNAL_HEADER);
    memcpy(header, magic, sizeof magic);
    order_put_little(header + AT_VERSION, 2, 1);
    order_put_little(header + AT_SIZE, 2, JOURNAL_HEADERS * JOURNAL_HEADER);
    memcpy(header + JOURNAL_AT_IDENTITY, story->identity, JOURNAL_IDENTITY);
    memcpy(header + JOURNAL_AT_NUMBER, journal->number, JOURNAL_NUMBER);
    memcpy(header + AT_IFID, story->ifid, JOURNAL_IFID);
    order_put_little(header + AT_STORY_CRC, 4, story->crc);
    order_put_little(header + AT_CRC, 4, crc_32(0, header, AT_CRC));
}

bool journal_read_header(const unsigned char *bytes, const struct journal_story *story, unsigned char *number)
{
    zm_u32 crc = order_little(bytes + AT_STORY_CRC, 4);

    if (memcmp(bytes, magic, sizeof magic) != 0 || order_little(bytes + AT_CRC, 4) != crc_32(0, bytes, AT_CRC)
        || order_little(bytes + AT_VERSION, 2) != 1
        || memcmp(bytes + JOURNAL_AT_IDENTITY, story->identity, JOURNAL_IDENTITY) != 0
        || (crc != story->crc && crc && story->crc))
        return false;
    memcpy(number, bytes + JOURNAL_AT_NUMBER, JOURNAL_NUMBER);
    return true;
}

zm_u32 journal_crc(const unsigned char *number, const unsigned char *record, zm_u32 size)
{
    unsigned char length[4];

    order_put_little(length, 4, size);
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
    order_put_little(at, 4, size);
    order_put_little(at + 4, 4, journal_crc(journal->number, record, size));
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

/* If the file was unlinked, writes are lost; if its size changed, they would land behind foreign bytes. */
static bool is_lost(const struct journal_copy *copy)
{
    struct stat status;

    return fstat(copy->file, &status) != 0 || status.st_nlink == 0 || status.st_size != copy->end;
}

/* Whether its path leads to the file: not if the disk that it stands on was taken away. */
static bool is_in_place(const struct journal_copy *copy)
{
    struct stat status, named;

    return fstat(copy->file, &status) == 0 && stat(copy->path, &named) == 0 && status.st_ino == named.st_ino
        && status.st_dev == named.st_dev;
}

static off_t end_of(int file)
{
    struct stat status;

    return fstat(file, &status) == 0 ? status.st_size : 0;
}

/* Wait until the disk has the copy; the first time, its name, too. */
static void sync_copy(struct journal_copy *copy)
{
    if (system_sync(copy->file) != 0)
        copy->late_error = errno;
    if (!copy->is_named)
        system_sync_folder(copy->path);
    copy->is_named = true;
    copy->unsettled = false;
}

static void write_copy(struct journal *journal, struct journal_copy *copy)
{
    off_t end = journal->pending_at + (off_t)journal->pending_size;

    /* A journal that got another name goes on; a mirror has to be where it is looked for. */
    copy->is_lost = copy->is_lost || is_lost(copy) || (copy == &journal->copy[JOURNAL_MIRROR] && !is_in_place(copy));
    copy->error = copy->is_lost ? ENOENT
                                : write_all(copy->file, journal->pending + (copy->size - journal->pending_at),
                                            (size_t)(end - copy->size), copy->size);
    if (copy->error) {
        copy->is_lost = copy->is_lost || !is_in_place(copy);
        if (!copy->is_lost)
            (void)!ftruncate(copy->file, copy->size); /* what cannot be taken back is written over next time */
        copy->end = end_of(copy->file);
        return;
    }
    copy->unsettled |= copy->size < end && !journal->begins && journal->care != JOURNAL_LEFT;
    copy->size = copy->end = end;
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
        journal->begins = false;
    if (!lacking) {
        journal->pending_at += (off_t)journal->pending_size;
        journal->pending_size = 0;
    }
    return behind;
}

bool journal_is_unsettled(const struct journal *journal)
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

    journal->care = JOURNAL_WAITED;
    journal->begins = false;
    behind = journal_flush(journal);
    journal_leave(journal);
    return behind;
}

void journal_leave(struct journal *journal)
{
    int i;

    for (i = 0; i < JOURNAL_COPIES; i++) {
        if (journal->copy[i].file >= 0)
            close(journal->copy[i].file);
        free(journal->copy[i].path);
    }
    free(journal->pending);
    journal_init(journal);
}

void journal_discard(struct journal *journal)
{
    int i;

    for (i = 0; i < JOURNAL_COPIES; i++)
        if (journal->copy[i].file >= 0)
            (void)unlink(journal->copy[i].path);
    journal_leave(journal);
}

/* ---- New files ---- */

bool journal_is_locked(int file)
{
    return !system_lock(file);
}

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
    (void)system_lock(copy->file); /* its name is new: nobody else has it */
    copy->size = copy->end = 0;
    return 0;
}

int journal_create(struct journal *journal, const char *folder, const char *name, const struct journal_story *story,
                   struct message *why)
{
    struct journal_copy *copy = &journal->copy[JOURNAL_FIRST];
    int i;

    system_random(journal->number, JOURNAL_NUMBER);
    if (reserve(journal, JOURNAL_HEADERS * JOURNAL_HEADER) != 0)
        return message_set(why, "there is no memory left");
    for (i = 0; i < JOURNAL_HEADERS; i++)
        make_header(journal->pending + i * JOURNAL_HEADER, journal, story);
    journal->pending_size = JOURNAL_HEADERS * JOURNAL_HEADER;
    if (create_copy(copy, folder, name, why) != 0)
        return -1;
    journal->is_new = journal->begins = true;
    if (journal_flush(journal) == 0)
        return 0;
    message_set(why, "%s: %s", copy->path, strerror(copy->error));
    (void)unlink(copy->path); /* nothing is in it */
    close(copy->file);
    copy->file = -1;
    return -1;
}

/* ---- The mirror ---- */

enum { PIECE = 16384 };

/* Whether the file holds the beginning of the first copy, and nothing else; then *length is how much of it. */
static bool is_beginning(const struct journal_copy *first, int file, off_t *length)
{
    unsigned char ours[PIECE], theirs[PIECE];
    struct stat status;
    off_t at = 0;

    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > first->size)
        return false;
    while (at < status.st_size) {
        size_t size = status.st_size - at < PIECE ? (size_t)(status.st_size - at) : PIECE;

        if (pread(first->file, ours, size, at) != (ssize_t)size || pread(file, theirs, size, at) != (ssize_t)size
            || memcmp(ours, theirs, size) != 0)
            return false;
        at += (off_t)size;
    }
    *length = at;
    return true;
}

/* The file at path, which is the mirror's from now on, if it is the mirror as it was earlier. 0, -1 if not; 1: there
   is no such file. */
static int open_mirror(const struct journal_copy *first, struct journal_copy *mirror, char *path)
{
    int file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);

    if (file < 0)
        return errno == ENOENT ? 1 : -1;
    if (journal_is_locked(file) || !is_beginning(first, file, &mirror->size)) {
        close(file);
        return -1;
    }
    free(mirror->path);
    mirror->path = path;
    mirror->file = file;
    return 0;
}

/* The mirror that is in the folder under one of the journal's names. 0, or -1: there is none. */
static int find_mirror(const struct journal_copy *first, struct journal_copy *mirror, const char *folder,
                       const char *name)
{
    unsigned number;
    int result = -1;

    for (number = 1; number < NAMES_TRIED && result < 0; number++) {
        char *path = numbered_path(folder, name, number);

        result = path ? open_mirror(first, mirror, path) : 1;
        if (result != 0)
            free(path);
    }
    return result == 0 ? 0 : -1;
}

/* What the first copy has more than the mirror. 0, or why not: errno. */
static int bring_up(const struct journal_copy *first, struct journal_copy *mirror)
{
    unsigned char piece[PIECE];
    int error = 0;

    while (mirror->size < first->size && !error) {
        size_t size = first->size - mirror->size < PIECE ? (size_t)(first->size - mirror->size) : PIECE;
        ssize_t got = pread(first->file, piece, size, mirror->size);

        error = got <= 0 ? (got < 0 ? errno : EIO) : write_all(mirror->file, piece, (size_t)got, mirror->size);
        if (!error)
            mirror->size += got;
    }
    mirror->end = mirror->size;
    return error;
}

static void close_mirror(struct journal_copy *mirror)
{
    if (mirror->file >= 0)
        close(mirror->file);
    mirror->file = -1;
    mirror->is_named = mirror->is_lost = mirror->unsettled = false;
    mirror->late_error = 0;
}

int journal_mirror(struct journal *journal, const char *folder, struct message *why)
{
    const struct journal_copy *first = &journal->copy[JOURNAL_FIRST];
    struct journal_copy *mirror = &journal->copy[JOURNAL_MIRROR];
    char name[256];
    int result = -1;

    close_mirror(mirror);
    path_base(first->path, name, sizeof name);
    if (find_mirror(first, mirror, folder, name) == 0 || create_copy(mirror, folder, name, why) == 0) {
        mirror->error = bring_up(first, mirror);
        result = mirror->error ? message_set(why, "%s: %s", mirror->path, strerror(mirror->error)) : 0;
    }
    if (result != 0)
        close_mirror(mirror);
    return result;
}
