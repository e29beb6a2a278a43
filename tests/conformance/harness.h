/* Golmac: MIT licence, see LICENSE.

   The harness (harness.c) between its files. */
#ifndef HARNESS_H
#define HARNESS_H

#include "machine.h"

enum {
    STORY_MAX = 512 * 1024, STACK_WORDS = 32767, LINE_SIZE = 300, FILES = 8, FILE_SIZE = 140000,
    UNDOS = 4, WINDOWS = 8, PROPERTIES = 18, BUDGET = 20000000, PAGE = 512
};

struct file {
    char name[80];
    unsigned length, at;
    zm_u8 bytes[FILE_SIZE];
};

struct harness {
    struct zm zm;
    zm_u8 story[STORY_MAX], dynamic[65536], pages[2 * PAGE];
    zm_u16 stack[STACK_WORDS];
    struct file file[FILES], *open, *recording, *playing;
    zm_u8 undo[UNDOS][200000];
    zm_u32 undo_size[UNDOS];
    unsigned undos;
    zm_u16 window, row, column, rows, font, sound_routine, margin;
    zm_u16 property[WINDOWS][PROPERTIES];
    unsigned executed[ZM_OP_count];
    unsigned warnings;
    int verbose;
    char line[LINE_SIZE];
};

/* The next line of standard input, without its end; NULL when there is none. */
char *harness_next_line(struct harness *h);

/* ---- harness_files.c ---- */

/* The file whose name the script tells, emptied if it is to be written; NULL: the script has ended, or there is none
   such. */
struct file *harness_ask_file(struct harness *h, int create);

/* Add a byte: 0, or -1 if the file is full. */
int harness_put_file(struct file *file, zm_u8 byte);

/* Answer the machine's request. */
void harness_save(struct harness *h);
void harness_restore(struct harness *h);
void harness_save_undo(struct harness *h);
void harness_restore_undo(struct harness *h);

#endif
