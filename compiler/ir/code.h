/* Golmac: MIT licence, see LICENSE. */
/* A routine's code: instructions one after the other, with labels. It has a text form, which write.c writes and read.c
   reads:

       version 5
       spare $157                             ; globals that place.c may use
       routine 0 locals 2 veneer              ; a comment: the writer's are names
           jl %1 10 ?~L0                      ; %1: the first local; ?L branches when it holds, ?~L when it does not
           mul %1 2 -> t0                     ; t0: a temporary
           call routine:3 t0 $4 -> sp         ; $4: a global; sp: the machine's stack
           @push %2                           ; @: from an assembly statement, kept as it is
           return sp
       L0:
           print_return "Too large"

   Other values are numbers, routine:N string:N object:N array:N word:N variable:N low:N table:N, and #NAME for a row of
   layout.def, each with +N or -N where something is added. [%1] is read first, and names a variable by its number.
   In texts ^ is a new line, ~ a quotation mark, @{hex} any other character, @@(n) a ZSCII code, @(n) a low string. */
#ifndef GOLC_CODE_H
#define GOLC_CODE_H

#include "compiler/driver/opcode.h"
#include "compiler/driver/source.h"
#include "compiler/ir/value.h"
#include "frontends/base/vector.h"
#include <stdio.h>

/* Text: code units. Below TEXT_ZSCII a Unicode character ('\n' ends a line), then literals. */
enum { TEXT_ZSCII = 0x110000, TEXT_LOW_STRING = 0x120000 };      /* + ZSCII code (@@65), + number (@00 to @95) */

struct text {
    const uint32_t *units;
    int length;
};

uint32_t text_hash(struct text t);
bool text_equal(struct text a, struct text b);
void text_trace(struct text t, FILE *out);       /* in ASCII, for people */

enum ir_operation {
    IR_OPCODE,                   /* opcode with operands; store, branch and text as the row says */
    IR_CALL,                     /* operands[0] called with the rest (0 to 7); result to store, or thrown away */
    IR_RETURN,                   /* operands[0] */
    IR_NOT,                      /* store = ~operands[0], in any version */
    IR_PRINT,                    /* text, inline or as a string: the back's choice */
    IR_PRINT_RETURN,             /* text, a new line, and return true */
    IR_JUMP,                     /* to label */
    IR_LABEL,                    /* here is label */
    IR_BYTES,                    /* put as they are (@ -> ...): text.units are bytes, then each operand is a word */
    IR_LINE                      /* at: a statement begins; for the debug file; costs nothing */
};

enum ir_operand_kind {
    OPERAND_NONE,
    OPERAND_VALUE,               /* value; where the row wants a variable's number, that number */
    OPERAND_LOCAL,               /* value.index: 1..15 */
    OPERAND_GLOBAL,              /* value.index in .globals */
    OPERAND_STACK,               /* read: pop; store: push. Operands are popped from first to last */
    OPERAND_TEMPORARY            /* value.index in its routine: a value without a place, until place.c gives it one */
};

/* Where the row's first operand is a variable (inc, store, pull: OPCODE_VARIABLE), operand 0 of kind LOCAL,
   GLOBAL or STACK names that variable; with `indirect` set it is read first, and names it by number. */
struct ir_operand {
    uint8_t kind;
    bool indirect;
    struct ir_value value;
};

enum { LABEL_NONE = -1, LABEL_RETURN_FALSE = -2, LABEL_RETURN_TRUE = -3 };
enum { IR_MOST_OPERANDS = 8, IR_MOST_LOCALS = 15 };

struct ir_instruction {
    uint8_t operation;           /* enum ir_operation */
    uint8_t operand_count;
    bool branch_if;              /* branches when the condition is this */
    bool by_hand;                /* from an assembly statement: to be kept as it is */
    const struct opcode *opcode;
    position at;
    int label;                   /* branch, jump or label: 0.. in its routine, or LABEL_... (branch only) */
    struct ir_operand *operands; /* operand_count of them */
    struct ir_operand store;     /* OPERAND_NONE: no result (of a call: thrown away) */
    struct text text;
};

struct ir_routine {
    const char *name;
    position at, end;
    bool live, system, veneer, embedded;
    bool replaced;               /* results.c: calls of it became the value that it returns */
    bool stack_by_hand;          /* assembly uses sp: the stack's depth is its author's business */
    bool says_fault;             /* called only to say that the story has gone wrong: a call has EFFECT_FAULTS alone */
    uint16_t lacks;              /* effects that a call of it does not have, once they are found */
    int local_count;             /* 0..15; locals start as 0 or the caller's arguments */
    const char **local_names;    /* local_count of them, for the debug file; NULL for an optimizer's own */
    int label_count, temporary_count;
    VECTOR(struct ir_instruction) code;
};

/* code.c */
bool ir_ends(const struct ir_instruction *i);            /* control does not go on behind it */
bool ir_goes_to_label(const struct ir_instruction *i);   /* a branch or jump to a label of the routine */
bool ir_is_marker(const struct ir_instruction *i);       /* a label or a line: does nothing */
bool ir_is_row(const struct ir_instruction *i, enum opcode_id id);       /* this row, not by hand */
bool ir_is_number(const struct ir_operand *o, int n);
bool ir_is_variable(const struct ir_operand *o);         /* local, global or temporary */
bool ir_same_operand(const struct ir_operand *a, const struct ir_operand *b);    /* never of the stack */
bool ir_same_variable(const struct ir_operand *a, const struct ir_operand *b);
bool ir_returns_number(const struct ir_instruction *i, int n);
struct ir_operand ir_operand_number(int n);

/* Offsets written by hand (raw bytes, branches without a label): nobody knows where they lead, and nothing may move. */
bool ir_is_opaque(const struct ir_routine *r);
/* Assembly works with the stack, or with variables by their numbers: what a variable holds is not known. */
bool ir_is_by_hand(const struct ir_routine *r);

/* What an instruction does with variables. Operand 0 may name one: see OPCODE_VARIABLE. */
bool ir_names_variable(const struct ir_instruction *i);  /* operand 0 is a variable, to be changed or read */
bool ir_reads_operand(const struct ir_instruction *i, int operand);
/* The variable that it changes, by its store or as operand 0; of kind OPERAND_NONE: none. */
const struct ir_operand *ir_written(const struct ir_instruction *i);

/* effects.def. */
enum ir_effect {
    EFFECT_READS_TREE = 1, EFFECT_READS_ATTRIBUTES = 2, EFFECT_READS_PROPERTIES = 4, EFFECT_READS_SHAPES = 8,
    EFFECT_READS_GLOBALS = 16, EFFECT_READS_BYTES = 32, EFFECT_READS = 63,
    EFFECT_WRITES_TREE = 1 << 6, EFFECT_WRITES_ATTRIBUTES = 2 << 6, EFFECT_WRITES_PROPERTIES = 4 << 6,
    EFFECT_WRITES_GLOBALS = 16 << 6, EFFECT_WRITES_BYTES = 32 << 6, EFFECT_WRITES = EFFECT_READS << 6,
    EFFECT_CALLS = 1 << 12, EFFECT_OUTSIDE = 1 << 13, EFFECT_FAULTS = 1 << 14, EFFECT_STACK = 1 << 15,
    EFFECT_ALL = 0xFFFF
};
int ir_effects(const struct ir_instruction *i);          /* a mask */

#endif
