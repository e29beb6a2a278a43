/* Golmac: MIT licence, see LICENSE.

   Reading a journal, whatever has happened to it. Records are taken one after the other; where none begins, the next
   place where one does is looked for, a byte at a time. */
#include "frontends/timeline/journal.h"
#include "frontends/base/order.h"
#include "frontends/timeline/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRAME = 8, RECORD_MIN = 17, JOURNAL_MAX = 0x20000000,
       RECORD_MAX = RECORD_STATE_MAX + RECORD_STATE_MAX / 64 + RECORD_COMMAND_MAX + RECORD_PLACE_MAX + RECORD_TEXT_MAX
           + 64 };

/* ---- Records ---- */

/* A journal while it is searched. effort: bytes still allowed for checksums that fail; bounds crafted files. */
struct scan { const unsigned char *bytes, *number; size_t size, at, effort; zm_u32 next_number; };

/* The length of the record that begins at scan->at; 0: none does. */
static zm_u32 record_at(struct scan *scan)
{
    const unsigned char *frame = scan->bytes + scan->at;
    size_t left = scan->size - scan->at;
    struct record record;
    zm_u32 length;

    if (left < FRAME + RECORD_MIN)
        return 0;
    length = order_little(frame, 4);
    if (length < RECORD_MIN || length > left - FRAME || length > RECORD_MAX
        || record_read(&record, frame + FRAME, length) != 0 || record.number < scan->next_number)
        return 0;
    if (length > scan->effort)
        return 0;
    if (journal_crc(scan->number, frame + FRAME, length) != order_little(frame + 4, 4)) {
        scan->effort -= length;
        return 0;
    }
    scan->next_number = record.number + 1;
    return length;
}

static void scan_records(struct scan *scan, journal_visitor *visit, void *context, struct journal_damage *damage)
{
    zm_u32 length;

    for (; scan->at < scan->size; scan->at += length) {
        length = record_at(scan);
        if (length == 0) {
            damage->bytes++;
            length = 1;
            continue;
        }
        damage->inside |= damage->bytes > 0;
        if (visit(context, scan->bytes + scan->at + FRAME, length) != 0)
            return;
        length += FRAME;
    }
}

int journal_scan(const unsigned char *bytes, size_t size, const struct journal_story *story, unsigned char *number,
                 journal_visitor *visit, void *context, struct journal_damage *damage, struct message *why)
{
    struct scan scan = { bytes, number, size, JOURNAL_HEADERS * JOURNAL_HEADER, 0, 0 };
    int i, found = 0;

    memset(damage, 0, sizeof *damage);
    for (i = 0; i < JOURNAL_HEADERS && !found && size >= (size_t)(i + 1) * JOURNAL_HEADER; i++)
        found = journal_read_header(bytes + i * JOURNAL_HEADER, story, number);
    if (!found)
        return message_set(why,
                           "its beginning is damaged, or it is of another story: it cannot be read, and is left as it "
                           "is");
    scan.effort = 16 * size + (1u << 24);
    scan_records(&scan, visit, context, damage);
    return 0;
}

/* ---- Files ---- */

static unsigned char *read_file(int file, size_t *size, struct message *why)
{
    struct stat status;
    unsigned char *bytes;
    size_t done = 0;
    ssize_t got = 1;

    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > JOURNAL_MAX) {
        message_set(why, "it is no ordinary file, or too large");
        return NULL;
    }
    bytes = malloc((size_t)status.st_size + 1);
    while (bytes && got > 0 && done < (size_t)status.st_size) {
        got = pread(file, bytes + done, (size_t)status.st_size - done, (off_t)done);
        if (got > 0)
            done += (size_t)got;
    }
    *size = done;
    if (bytes && got >= 0)
        return bytes;
    message_set(why, "%s", bytes ? strerror(errno) : "there is no memory left");
    free(bytes);
    return NULL;
}

/* The file, for writing if that can be; *unwritable says why not, or is 0. */
static int open_file(const char *path, bool writing, int *unwritable)
{
    int file = writing ? open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC) : -1;

    *unwritable = writing && file < 0 ? errno : 0;
    return file < 0 ? open(path, O_RDONLY | O_CLOEXEC) : file;
}

static enum journal_opening fail(const char *path, struct message *why)
{
    struct message reason = *why;

    message_set(why, "%s: %.500s", path, reason.text);
    return JOURNAL_FAILED;
}

enum journal_opening journal_open(struct journal *journal, const char *path, const struct journal_story *story,
                                  bool writing, journal_visitor *visit, void *context, struct journal_damage *damage,
                                  struct message *why)
{
    int unwritable, file = open_file(path, writing, &unwritable), result;
    unsigned char *bytes;
    size_t size;

    if (file < 0) {
        message_set(why, "%s", strerror(errno));
        return fail(path, why);
    }
    if (writing && !unwritable && journal_is_locked(file)) {
        close(file);
        return JOURNAL_IN_USE;
    }
    bytes = read_file(file, &size, why);
    result = bytes ? journal_scan(bytes, size, story, journal->number, visit, context, damage, why) : -1;
    free(bytes);
    if (result == 0 && writing && !unwritable) {
        journal->copy[JOURNAL_FIRST].path = strdup(path);
        if (journal->copy[JOURNAL_FIRST].path) {
            journal->copy[JOURNAL_FIRST].file = file;
            journal->copy[JOURNAL_FIRST].size = journal->copy[JOURNAL_FIRST].end = journal->pending_at = (off_t)size;
            return JOURNAL_OPENED;
        }
        result = message_set(why, "there is no memory left");
    }
    close(file);
    if (result != 0)
        return fail(path, why);
    message_set(why, "%s: %s", path, strerror(unwritable));
    return JOURNAL_READ_ONLY;
}
