/* Golmac: MIT licence, see LICENSE. */
/* The opcodes of the Z-machine as the compiler sees them: the rows of interp/opcodes.def, which opcode.c adapts.
   Assembly statements, instructions of intermediate code and the assembler all point at these rows. */
#ifndef GOLC_OPCODE_H
#define GOLC_OPCODE_H

#include "frontends/base/arena.h"
#include <stdbool.h>

enum operand_class { OPCODE_0OP, OPCODE_1OP, OPCODE_2OP, OPCODE_VAR, OPCODE_EXT };

enum {                           /* struct opcode.flags */
    OPCODE_STORES = 1,
    OPCODE_BRANCHES = 2,
    OPCODE_TEXT = 4,             /* an inline text follows: print, print_ret */
    OPCODE_ENDS = 8,             /* control never reaches the next instruction: ret, jump, quit, throw... */
    OPCODE_CALLS = 16,           /* the first operand is a packed routine address */
    OPCODE_VARIABLE = 32,        /* the first operand is the number of a variable: inc, dec, store, load, pull... */
    OPCODE_LABEL = 64,           /* its operand is a jump offset: jump */
    OPCODE_LONG_VAR = 128        /* up to eight operands, two type bytes: call_vs2, call_vn2 */
};

/* A row's index: OP_je, OP_call_vs, OP_save... are ids of rows, so `save` of versions 3 and 5 have two. */
enum opcode_id {
#define OPCODE(id, name, handler, operands, number, versions, least, most, flags) OP_##id,
#include "interp/opcodes.def"
#undef OPCODE
    OPCODE_COUNT
};

struct opcode {
    const char *name;            /* as in the Standard, without '@' */
    enum operand_class operands;
    int number;                  /* within its class: 0OP 1OP 0..15; 2OP VAR 0..31; EXT 0..255 */
    int first_version, last_version;
    int flags;
    int least_operands, most_operands;   /* 0..8 */
};

/* The row that bears this name in this version (the `save` of version 3 and that of 5 are two rows); the
   name ignores case; length is its bytes. NULL when there is none. */
const struct opcode *opcode_find(const char *name, int length, int version);

/* The same for a name that Inform assembles in versions for which the Standard does not have it. `call` is the old
   name of call_vs, and works. aread and sread have each other's number, but one has a destination and the other has
   none, so they do not work. */
const struct opcode *opcode_find_elsewhere(const char *name, int length, int version);

/* The versions that have a name, for "save_undo needs version 5"; false if none has it. */
bool opcode_versions(const char *name, int length, int *first, int *last);

const struct opcode *opcode_row(enum opcode_id id);
int opcode_id(const struct opcode *row);                 /* enum opcode_id; -1: a row that is not in the table */

/* Makes a row in the arena for a custom opcode, written as @"EXT:40S". NULL if the text is not one. */
const struct opcode *opcode_custom(struct arena *arena, const char *text, int length);

#endif
