/* Golmac: MIT licence, see LICENSE.

   A saved game (Quetzal 1.4) that may be broken in every way: read as far as it can be understood, with each defect
   noted together with what repairs it, and written again without them.

     file -> chunks (doctor_chunks.c) -> memory, stack, place (doctor_state.c) -> tried in the machine (doctor_try.c)
          -> explained (doctor.c), written (doctor_write.c) */
#ifndef GOLDUMP_DOCTOR_H
#define GOLDUMP_DOCTOR_H

#include "frontends/tools/goldump/dump.h"
#include "interp/header.h"

enum { IDENTITY = IDENTITY_BYTES, HEADER_CHUNK = 13 };

enum defect_id {
#define DEFECT(id, mended, what, remedy) DEFECT_##id,
#include "frontends/tools/goldump/defects.def"
};

struct defect {
    const char *what, *remedy;
    bool mended;                /* what is written again does not have it */
};

struct save_chunk { char type[5]; struct span content; };

struct frame {                  /* a routine that was called and has not returned */
    size_t back;                /* where it returns to: 0 for the first */
    unsigned locals, flags, result, arguments;
    struct span words;          /* locals, then what it pushed */
};

/* What the program counter points at (Quetzal 5.8: what follows the save instruction). */
enum place { PLACE_UNKNOWN, PLACE_SAVE, PLACE_PROMPT /* by a routine that returns at once */, PLACE_INPUT,
             PLACE_NOWHERE };

struct patient {
    struct dump *dump;
    const char *path;
    struct span file;           /* from the FORM on */
    char form_type[5];
    bool has_story;             /* in dump->image, and the saved game is of it, as far as it says */
    bool other_story;           /* one was given, but the saved game is of another */
    VECTOR(struct save_chunk) chunks;
    VECTOR(struct defect) defects;

    bool has_header;
    int header_defect;          /* without one: which of the defects that is */
    uint8_t identity[IDENTITY]; /* release, serial number, checksum */
    size_t pc;
    enum place place;
    bool was_at_input;          /* as an autosave that only its own interpreter understands */

    const struct save_chunk *header, *memory, *stack;   /* NULL: none */
    struct bytes dynamic;       /* dynamic memory as it was, if there is a story */
    struct span differences;    /* the memory chunk's content, mended */
    unsigned changed;           /* bytes that differ from the story's */
    VECTOR(struct frame) frames;
};

/* Note a defect; the arguments are those of its text. */
void doctor_defect(struct patient *save, enum defect_id id, ...);

/* Find the chunks. Returns 0, or -1 saying why this is no saved game. */
int doctor_read_chunks(struct patient *save, struct span file, struct message *why);

/* Understand them, with the story's help if there is one. */
void doctor_read_header(struct patient *save);
void doctor_read_memory(struct patient *save);
void doctor_read_stack(struct patient *save);
void doctor_find_place(struct patient *save);

/* Whether the machine restores the bytes: NULL, or why not. Needs the story. */
const char *doctor_try(struct patient *save, struct span bytes);

/* The saved game without the defects that can be mended. */
struct bytes doctor_write(struct patient *save);

#endif
