/* Golmac: MIT licence, see LICENSE.

   A host for fuzzing: takes every request, shows nothing, and checks what it is given. The machine's
   memory is allocated to the byte, so that the sanitizers see each access that is out of bounds. */
#ifndef FUZZ_MACHINE_H
#define FUZZ_MACHINE_H

#include "zmachine.h"

struct machine {
    struct zm zm;
    zm_u8 *story, *dynamic, *undo;
    zm_u16 *stack;
    zm_u32 story_size, undo_size;
    unsigned turn;
    zm_u8 pages[4 * 512];
};

enum { STACK_WORDS = 1024 };

/* The story file that FUZZ_STORY names, allocated. Ends the program, saying so, if there is none. */
zm_u8 *machine_read_story(size_t *size);

/* A machine of its own copy of the story. Returns 0 if the machine refuses the story. */
int machine_open(struct machine *m, const zm_u8 *story, size_t size);
void machine_close(struct machine *m);

/* Run at most so many times a thousand instructions, answering what the story asks for. */
void machine_play(struct machine *m, unsigned thousands);

#endif
