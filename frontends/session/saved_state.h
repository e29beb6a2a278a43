/* Golmac: MIT licence, see LICENSE.

   What is kept of a turn, so that it goes on word for word, elsewhere, too: the screen, the random numbers,
   and the machine's snapshot. Bytes that mean the same everywhere; numbers are most significant byte first, as in a
   snapshot:
     0     -  the screen (formats/saved_screen.h), but:
     0     2  layout: 1 or 2
     20   12  random numbers (zm_snapshot_random)
     2040  8  in layout 2: sizes of the snapshot and of the painted screen, 4 bytes each
     2048  -  the snapshot (zm_snapshot)
   In layout 2, which version 6 has, the painted screen is what the state ends with, and begins at the next multiple of
   4096 after the snapshot: so it stays where it was while the stack grows and shrinks, and differences are small. */
#ifndef SESSION_SAVED_STATE_H
#define SESSION_SAVED_STATE_H

#include <stdbool.h>

#include "frontends/formats/saved_screen.h"
#include "interp/snapshot.h"

/* Where the snapshot begins, and in it the story's dynamic memory (interp/snapshot.c); how long the screen may be. */
enum {
    SAVED_STATE_SCREEN = SAVED_SCREEN,
    SAVED_STATE_MEMORY = SAVED_STATE_SCREEN + SNAPSHOT_MEMORY,
    SAVED_STATE_PAINTED_MAX = 0x10000
};

/* Bytes that saved_state_take would write now, the screen's being these. */
zm_u32 saved_state_size(const struct zm *zm, const struct saved_screen_bytes *screen);

/* Write the state, saved_state_size(zm, screen) bytes, the machine being stopped. */
void saved_state_take(unsigned char *state, struct zm *zm, const struct saved_screen_bytes *screen);

/* The screen in the state's bytes. */
struct saved_screen_bytes saved_state_screen(const unsigned char *state, zm_u32 size);

/* Whether the story waits at the same place in both states: the same instruction, called from the same place. */
bool saved_state_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size);

/* Put the machine back. chance: the random numbers, too. Returns 0, or -1 with the machine untouched: it is no state of
   this story. */
int saved_state_restore(const unsigned char *state, zm_u32 size, struct zm *zm, bool chance);

/* The bytes that a story's states are near to: its own memory as it begins, at its place. Allocated, *size of them;
   NULL if there is no memory. */
unsigned char *saved_state_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size);

#endif
