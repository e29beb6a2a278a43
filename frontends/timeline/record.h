/* Golmac: MIT licence, see LICENSE.

   One record of a playthrough, as memory and a journal keep it (saves/README.md): bytes that mean the same on every
   computer. Numbers are least byte first:
     0  4  its number in the playthrough, from 0     9  1  flags: enum record_flag
     4  4  its parent's number                      10  4  bytes of the state
     8  1  kind: enum timeline_kind                 14  -  command, place, text: UTF-8, each ended by a 0;
                                                           then the difference, to the end */
#ifndef TIMELINE_RECORD_H
#define TIMELINE_RECORD_H

#include "interp/zmachine.h"

/* The parent of a playthrough's first record; in the timeline: no point, no turn. */
#define TIMELINE_NONE 0xFFFFFFFFu

enum timeline_kind {
    TIMELINE_LINE,  /* a turn: the machine waits for a command */
    TIMELINE_KEY,   /* a turn: the machine waits for a key */
    TIMELINE_STORY, /* the machine waits for the result of @save_undo */
    TIMELINE_MOVE,  /* the player went to the parent */
    TIMELINE_NAME,  /* the line that ends at the parent is called command from now on */
    TIMELINE_KINDS
};

enum record_flag {
    RECORD_FULL = 1,    /* the difference is from the story's own bytes, not from the parent's state */
    RECORD_UNDONE = 2   /* the story has come back to its parent, a TIMELINE_STORY: not again from here */
};

/* The longest state: screen, registers, dynamic memory, stack; and the longest texts, in bytes. */
enum { RECORD_STATE_MAX = 1 << 18, RECORD_COMMAND_MAX = 3000, RECORD_PLACE_MAX = 200, RECORD_TEXT_MAX = 16000 };

struct record {
    zm_u32 number, parent, state_size;
    enum timeline_kind kind;
    unsigned flags;
    const char *command, *place, *text;
    const unsigned char *difference;
    zm_u32 difference_size;
};

/* The record as bytes, allocated, *size of them; NULL if there is no memory. Texts that are too long are cut: the text
   at its beginning, the others at their end. */
unsigned char *record_write(const struct record *record, zm_u32 *size);

/* The fields of the bytes, which must stay. Returns 0, or -1 if they are no record. */
int record_read(struct record *record, const unsigned char *bytes, zm_u32 size);

/* Make spaces of what is no text in the record's texts, in place: control codes could do anything to a terminal. Lines
   may end in the last of them. The bytes are a record. */
void record_clean(unsigned char *bytes, zm_u32 size);

#endif
