/* Golmac: MIT licence, see LICENSE.

   What is kept of a moment of the game, so that it goes on word for word, elsewhere, too: the screen, the random numbers,
   and the machine's snapshot. Bytes that mean the same everywhere; numbers are most significant byte first, as in a
   snapshot:
     0     -  the screen (formats/saved_screen.h), but:
     0     2  layout: 1 or 2
     20   12  random numbers (zm_snapshot_random)
     2040  8  in layout 2: sizes of the snapshot and of the painted screen, 4 bytes each
     2048  -  the snapshot (zm_snapshot)
   In layout 2, which version 6 has, the painted screen is what the moment ends with, and begins at the next multiple of
   4096 after the snapshot: so it stays where it was while the stack grows and shrinks, and differences are small. */
#ifndef SESSION_MOMENT_H
#define SESSION_MOMENT_H

#include "frontends/formats/saved_screen.h"

/* Where the snapshot begins, and in it the story's dynamic memory (interp/snapshot.c); how long the screen may be. */
enum { MOMENT_SCREEN = SAVED_SCREEN, MOMENT_MEMORY = MOMENT_SCREEN + 42, MOMENT_PAINTED_MAX = 0x10000 };

/* Bytes that moment_take would write now, the screen's being these. */
zm_u32 moment_size(const struct zm *zm, const struct saved_screen_bytes *screen);

/* Write the moment, moment_size(zm, screen) bytes, the machine being stopped. */
void moment_take(unsigned char *moment, struct zm *zm, const struct saved_screen_bytes *screen);

/* The screen in the moment's bytes. */
struct saved_screen_bytes moment_screen(const unsigned char *moment, zm_u32 size);

/* Whether the story waits at the same place in both moments: the same instruction, called from the same place. */
int moment_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size);

/* Put the machine back. chance: the random numbers, too. Returns 0, or -1 with the machine untouched: it is no moment of
   this story. */
int moment_restore(const unsigned char *moment, zm_u32 size, struct zm *zm, int chance);

/* The bytes that a story's moments are near to: its own memory as it begins, at its place. Allocated, *size of them; NULL if
   there is no memory. */
unsigned char *moment_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size);

#endif
