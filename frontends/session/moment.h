/* Golmac: MIT licence, see LICENSE.

   What is kept of a moment of the game, so that it goes on word for word, elsewhere, too: what the screen shows above the
   lower window, the random numbers, and the machine's snapshot. Bytes that mean the same everywhere; numbers are most
   significant byte first, as in a snapshot:
     0   2  layout: 1 or 2                   18  2  its column
     2   2  window that text goes to         20  12 random numbers (zm_snapshot_random)
     4   2  rows of the upper window         32  -  the upper window or status line: rows of UTF-8, each ended by 10,
     6   2  style of text                           then zeros up to MOMENT_SCREEN
     8   2  foreground  10  2  background     2048 - the snapshot (zm_snapshot)
     12  2  font
     14  2  1: lines are not buffered
     16  2  row of the cursor in the upper window, from 1
   In layout 2, which version 6 has, the snapshot's size stands at 2040 and that of the screen at 2044, 4 bytes each; the
   screen (frontend.h, keep_screen) is what the moment ends with, and begins at the next multiple of 4096 after the
   snapshot: so it stays where it was while the stack grows and shrinks, and differences are small. */
#ifndef SESSION_MOMENT_H
#define SESSION_MOMENT_H

#include "frontends/session/frontend.h"

/* Where the snapshot begins, and in it the story's dynamic memory (interp/snapshot.c); how long the screen may be. */
enum { MOMENT_SCREEN = 2048, MOMENT_MEMORY = MOMENT_SCREEN + 42, MOMENT_PAINTED_MAX = 0x10000 };

/* What the story has asked of the screen, in the order of a moment's fields. */
struct moment_screen {
    zm_u16 window, upper_rows, style, foreground, background, font, unbuffered, row, column;
};

/* What the screen of version 6 shows; size 0: nothing is known of it. */
struct moment_painted { const unsigned char *bytes; zm_u32 size; };

/* Learn from a request of the story's to the screen. */
void moment_watch(struct moment_screen *screen, unsigned opcode, const zm_u16 *operand, unsigned count);

/* Bytes that moment_take would write now. */
zm_u32 moment_size(const struct zm *zm, const struct moment_painted *painted);

/* Write the moment, moment_size(zm, painted) bytes, the machine being stopped. fresh: whether the screen is to be read; else
   the bytes of the moment before, which stand there, are taken for it. */
void moment_take(unsigned char *moment, struct zm *zm, struct moment_screen *screen, const struct frontend *frontend,
                 const struct moment_painted *painted, int fresh);

/* The screen in the moment's bytes. */
struct moment_painted moment_painted(const unsigned char *moment, zm_u32 size);

/* The status line of a moment in a few words: "Foyer | Score: 0"; cut to size. */
void moment_describe(const unsigned char *moment, char *place, size_t size);

/* Whether the story waits at the same place in both moments: the same instruction, called from the same place. */
int moment_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size);

/* Put the machine back. chance: the random numbers, too. Returns 0, or -1 with the machine untouched: it is no moment of
   this story. */
int moment_restore(const unsigned char *moment, zm_u32 size, struct zm *zm, int chance);

/* Show what the screen showed above the lower window, and have the screen as it was. Not of version 6. */
void moment_show(const unsigned char *moment, struct zm *zm, struct moment_screen *screen, const struct frontend *frontend);

/* The bytes that a story's moments are near to: its own memory as it begins, at its place. Allocated, *size of them; NULL if
   there is no memory. */
unsigned char *moment_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size);

#endif
