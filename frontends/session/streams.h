/* Golmac: MIT licence, see LICENSE.

   Output stream 2 (transcript), output stream 4 (recorded commands) and input stream 1 (replayed commands): section
   7.1, 10.2. A recorded line is what was typed, UTF-8; a key that is no character, or '[', is [N], its ZSCII or
   Unicode code; [0] is a time that passed without input (7, remarks). */
#ifndef SESSION_STREAMS_H
#define SESSION_STREAMS_H

#include <stdio.h>
#include "frontends/base/utf.h"
#include "frontends/base/wrap.h"
#include "frontends/session/session.h"

/* A line or a key, on its way from the player to the machine and to all who want to know of it. A command to the
   interpreter may be UTF-8 alone. */
struct typed {
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length;
    char utf8[LINE_MAX_UNITS * UTF8_PER_UNIT + 1];
    zm_u8 terminator;
    unsigned key;
};

struct streams {
    FILE *transcript, *record, *replay; /* NULL: closed */
    struct wrap wrap;                   /* the transcript's lines */
    unsigned replayed;                  /* lines read from replay */
};

/* width: of the transcript, 0 for lines as long as they come. */
void streams_init(struct streams *streams, unsigned width);

/* Use file from now on (an open transcript, record or replay is closed); NULL: close it. The streams own it. */
void streams_set_transcript(struct streams *streams, FILE *file);
void streams_set_record(struct streams *streams, FILE *file);
void streams_set_replay(struct streams *streams, FILE *file);
void streams_close(struct streams *streams);

/* Everything so far is in the files. Returns -1 if a file could not be written; that one is closed. */
int streams_flush(struct streams *streams);

void streams_print(struct streams *streams, const zm_u16 *text, unsigned length);

void streams_record_line(struct streams *streams, const struct typed *typed);
void streams_record_key(struct streams *streams, unsigned key);
void streams_record_timeout(struct streams *streams);

/* The next replayed line, of which there is no UTF-8, or key; that time passed; or REPLAY_NOTHING: there is none,
   replay is closed. */
enum replayed { REPLAY_NOTHING, REPLAY_TYPED, REPLAY_TIMEOUT };
enum replayed streams_replay_line(struct streams *streams, struct zm *zm, struct typed *typed);
enum replayed streams_replay_key(struct streams *streams, struct zm *zm, struct typed *typed);

#endif
