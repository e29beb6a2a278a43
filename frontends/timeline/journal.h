/* Golmac: MIT licence, see LICENSE.

   A journal: a playthrough's records in a file that only ever grows at its end, so that a player who is stopped at any
   instant finds everything up to the last whole turn. The format is in saves/README.md. A second copy, the mirror, can
   be kept in step.

   Each record has a CRC-32 that the playthrough's own number goes into: what is damaged, or another playthrough's, is
   passed over, never taken. The file is locked while it is played: no two players write to one journal.

   Files: journal.c (writing), journal_read.c (reading), journal_find.c (which file). */
#ifndef TIMELINE_JOURNAL_H
#define TIMELINE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>
#include "frontends/base/message.h"
#include "interp/zmachine.h"

/* Bytes of the header and of what is in it, and where. */
enum { JOURNAL_IDENTITY = 14, JOURNAL_IFID = 64, JOURNAL_NUMBER = 16, JOURNAL_HEADER = 128, JOURNAL_HEADERS = 2,
       JOURNAL_AT_IDENTITY = 12, JOURNAL_AT_NUMBER = 26 };

/* What the header says of the story. */
struct journal_story {
    unsigned char identity[JOURNAL_IDENTITY]; /* release, serial number, checksum as in the story's header; its size */
    char ifid[JOURNAL_IFID];                    /* "" if it is not known */
    zm_u32 crc;                                 /* of all its bytes; 0: not known */
};

/* One copy of the file. */
struct journal_copy {
    int file;           /* -1: none */
    char *path;
    off_t size;         /* bytes that are in it for certain */
    int error;          /* errno of the last write; 0: all is well */
    bool is_named;      /* its name is on the disk, too */
    bool unsettled;     /* written, but perhaps not on the disk yet */
    int late_error;     /* errno of settling it, not told yet; 0: all is well */
    bool is_lost;       /* somebody has removed or changed it: it cannot be gone on with */
    off_t end;          /* how long the file is, unless somebody has changed it */
};

enum { JOURNAL_FIRST, JOURNAL_MIRROR, JOURNAL_COPIES };

/* Who sees to it that the disk has what was written; a kill costs nothing in any case, only a power cut would. */
enum journal_care {
    JOURNAL_LEFT,       /* the system, in its own time */
    JOURNAL_SETTLED,    /* journal_settle */
    JOURNAL_WAITED      /* journal_flush, at each turn */
};

struct journal {
    struct journal_copy copy[JOURNAL_COPIES];
    unsigned char number[JOURNAL_NUMBER];   /* the playthrough's: no two have the same */
    unsigned char *pending;                 /* bytes that a copy still lacks: those from pending_at on */
    size_t pending_size, pending_room;
    off_t pending_at;
    bool is_new;                            /* it was made by journal_create */
    enum journal_care care;
    bool begins;                            /* opening turn only: not fsynced, losing it costs nothing */
};

/* What was found in a journal besides whole records. */
struct journal_damage {
    size_t bytes;       /* that belong to no record */
    bool inside;        /* records stand after them; 0: only the last one is not whole */
};

/* Called with each record; returns 0, or -1 to end the reading. */
typedef int journal_visitor(void *context, const unsigned char *record, zm_u32 size);

void journal_init(struct journal *journal);
bool journal_is_open(const struct journal *journal);

/* What a story's journals begin with. code: the story. */
void journal_describe(struct journal_story *story, const unsigned char *code, zm_u32 size, const char *ifid);

/* ---- journal_find.c ---- */

/* A journal, and when it was last written. */
struct journal_entry { char *path; struct timespec written; unsigned char number[JOURNAL_NUMBER]; };
struct journal_list { struct journal_entry *entry; size_t count; };

/* The journals of the story in a folder, the one written last first; a folder that cannot be read has none. If there
   are files that seem to be journals but cannot be read, why names one of them; else it is empty. */
void journal_list(struct journal_list *list, const char *folder, const struct journal_story *story,
                  struct message *why);
void journal_list_free(struct journal_list *list);

/* Have this open journal be the first of that list, although a clock that was set back since may have given another one
   a time to come. */
void journal_be_last(const struct journal *journal, const char *folder, const struct journal_story *story);

/* The first of that list: its path, allocated; NULL if there is none. */
char *journal_find(const char *folder, const struct journal_story *story, struct message *why);

/* If mirror is the folder of a mirror: make the journal that was mirrored there whole again in folder, where it is
   missing or shorter. A journal that is not simply the beginning of its mirror is left alone. 0, or -1 saying why
   not. */
int journal_fetch(const char *folder, const char *mirror, const struct journal_story *story, struct message *why);

/* ---- journal_read.c ---- */

enum journal_opening { JOURNAL_OPENED, JOURNAL_READ_ONLY, JOURNAL_IN_USE, JOURNAL_FAILED };

/* Open a journal to read it and go on with it, each record to the visitor, in order. JOURNAL_READ_ONLY: it has been
   read, but cannot be written: why. JOURNAL_IN_USE: another player has it, and writing was asked for; it has not been
   read. JOURNAL_FAILED: why. Unless it is JOURNAL_OPENED, the journal is not open. */
enum journal_opening journal_open(struct journal *journal, const char *path, const struct journal_story *story,
                                  bool writing, journal_visitor *visit, void *context, struct journal_damage *damage,
                                  struct message *why);

/* The same for a journal in memory. 0, or -1 if it is no journal of the story: why. */
int journal_scan(const unsigned char *bytes, size_t size, const struct journal_story *story, unsigned char *number,
                 journal_visitor *visit, void *context, struct journal_damage *damage, struct message *why);

/* Whether another player has the file. If not, this one has it now; file systems without locks have no other
   players. */
bool journal_is_locked(int file);

/* Whether bytes, JOURNAL_HEADER of them, are a header of this story; then number is the playthrough's. */
bool journal_read_header(const unsigned char *bytes, const struct journal_story *story, unsigned char *number);

/* ---- journal.c ---- */

/* Make a new journal folder/NAME.journal, or NAME-2.journal and so on. 0, or -1 saying why not. */
int journal_create(struct journal *journal, const char *folder, const char *name, const struct journal_story *story,
                   struct message *why);

/* Keep a second copy in folder from now on, under the same name; if something else stands there, under the next free
   one; in place of the mirror there is, if any. 0, or -1 saying why not: there is none then. */
int journal_mirror(struct journal *journal, const char *folder, struct message *why);

/* Add a record; it is written by journal_flush. 0, or -1 if there is no memory. */
int journal_add(struct journal *journal, const unsigned char *record, zm_u32 size);

/* Write what has been added to each copy. Returns 0 if all have it; else a bit for each copy that lacks it (1 <<
   JOURNAL_FIRST...): its error says why, and the next call tries again. */
unsigned journal_flush(struct journal *journal);

/* Whether journal_settle has anything to wait for. */
bool journal_is_unsettled(const struct journal *journal);

/* Wait until the disk has what was written. If it fails, the next journal_flush tells. */
void journal_settle(struct journal *journal);

/* Write what is left, wait until the disk has it, and close. Returns what journal_flush does. */
unsigned journal_close(struct journal *journal);

/* Close, and leave all as it is. */
void journal_leave(struct journal *journal);

/* Close, and remove the file, of which nothing is to be kept, and its mirror. */
void journal_discard(struct journal *journal);

/* The CRC-32 of a record: of the playthrough's number, the record's length, its bytes. */
zm_u32 journal_crc(const unsigned char *number, const unsigned char *record, zm_u32 size);

#endif
