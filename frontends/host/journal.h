/* Golmac: MIT licence, see LICENSE.

   A journal: a playthrough's records in a file that only ever grows at its end, so that a player who is stopped at any
   instant finds everything up to the last whole turn. The format is in saves/README.md. A second copy, the mirror, can
   be kept in step.

   Each record has a CRC-32 that the playthrough's own number goes into: what is damaged, or another playthrough's, is
   passed over, never taken. The file is locked while it is played: no two players write to one journal. */
#ifndef HOST_JOURNAL_H
#define HOST_JOURNAL_H

#include <stddef.h>
#include <sys/types.h>
#include <time.h>
#include "message.h"
#include "zmachine.h"

enum { JOURNAL_IDENTITY = 14, JOURNAL_IFID = 64, JOURNAL_NUMBER = 16 };

/* What the header says of the story. */
struct journal_story {
    unsigned char identity[JOURNAL_IDENTITY];   /* release, serial number, checksum as in the story's header; its size */
    char ifid[JOURNAL_IFID];                    /* "" if it is not known */
};

/* One copy of the file. */
struct journal_copy {
    int file;           /* -1: none */
    char *path;
    off_t size;         /* bytes that are in it for certain */
    int error;          /* errno of the last write; 0: all is well */
};

enum { JOURNAL_FIRST, JOURNAL_MIRROR, JOURNAL_COPIES };

struct journal {
    struct journal_copy copy[JOURNAL_COPIES];
    unsigned char number[JOURNAL_NUMBER];
    unsigned char *pending;     /* bytes that a copy still lacks: those from pending_at on */
    size_t pending_size, pending_room;
    off_t pending_at;
    int durable;                /* wait until the disk has each turn */
};

/* What was found in a journal besides whole records. */
struct journal_damage {
    size_t bytes;               /* that belong to no record */
    int at_end_only;            /* no record stands after them: the last one was not written whole */
};

/* Called with each record; returns 0, or -1 to end the reading. */
typedef int journal_visitor(void *context, const unsigned char *record, zm_u32 size);

void journal_init(struct journal *journal);

/* What a story's journals begin with. code: the story. */
void journal_describe(struct journal_story *story, const unsigned char *code, zm_u32 size, const char *ifid);

/* Make a new journal folder/NAME.journal, or NAME-2.journal and so on. 0, or -1 saying why not. */
int journal_create(struct journal *journal, const char *folder, const char *name, const struct journal_story *story,
                   struct message *why);

/* The journals of the story in a folder, the one played last first: a list of paths, allocated like each of them, ended by
   NULL; NULL if there is no memory. Files called NAME.journal and the like whose header is damaged are told of by why. */
char **journal_find(const char *folder, const char *name, const struct journal_story *story, struct message *why);
void journal_free_list(char **paths);

enum journal_opening { JOURNAL_OPENED, JOURNAL_READ_ONLY, JOURNAL_IN_USE, JOURNAL_FAILED };

/* Open a journal to read it and go on with it, each record to the visitor. JOURNAL_READ_ONLY: it has been read, but
   cannot be written (why says the reason). JOURNAL_IN_USE: another player has it, it has not been read (never if
   writing is 0). JOURNAL_FAILED: why. */
enum journal_opening journal_open(struct journal *journal, const char *path, const struct journal_story *story, int writing,
                                  journal_visitor *visit, void *context, struct journal_damage *damage,
                                  struct message *why);

/* Keep a second copy in folder from now on, under the same name where it is free or an earlier stage of the same
   journal. 0, or -1 saying why not. */
int journal_mirror(struct journal *journal, const char *folder, struct message *why);

/* The header bytes of both copies of the file fit: the same playthrough, and the shorter one is how the longer one
   began. mirror: a file that may go on where path ends. Returns 1 if the file at path was made whole from it, 0 if there
   was nothing to do, -1 saying why not. */
int journal_fetch(const char *path, const char *mirror, const struct journal_story *story, struct message *why);

int journal_is_open(const struct journal *journal);

/* Add a record; it is written by journal_flush. 0, or -1 if there is no memory. */
int journal_add(struct journal *journal, const unsigned char *record, zm_u32 size);

/* Write what has been added to each copy. Returns 0 if all have it; a bit for each copy that lacks it otherwise (1 <<
   JOURNAL_FIRST...): its error says why, and the next call tries again. */
unsigned journal_flush(struct journal *journal);

/* Write what is left, and close. */
void journal_close(struct journal *journal);

#endif
