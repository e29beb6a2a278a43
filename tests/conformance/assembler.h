/* Golmac: MIT licence, see LICENSE.

   An assembler for tiny stories of versions 1 to 3: bytes, text, instructions and jumps, written one after
   the other into an image. */
#ifndef ASSEMBLER_H
#define ASSEMBLER_H

/* Bytes of a story, and where its variables are: the stack, and the last global. */
enum { STORY_SIZE = 0x4000, SP = 0, LAST = 255 };

/* Opcode numbers, as section 14 gives them. */
enum {
    JE = 1, JL, JG, DEC_CHK, INC_CHK, JIN, TEST, OR, AND, TEST_ATTR, SET_ATTR, CLEAR_ATTR, STORE, INSERT_OBJ,
    LOADW, LOADB, GET_PROP, GET_PROP_ADDR, GET_NEXT_PROP, ADD, SUB, MUL, DIV, MOD
};
enum {
    JZ, GET_SIBLING, GET_CHILD, GET_PARENT, GET_PROP_LEN, INC, DEC, PRINT_ADDR, REMOVE_OBJ = 9, PRINT_OBJ, RET,
    JUMP, PRINT_PADDR, LOAD, NOT
};
enum { RTRUE, RFALSE, PRINT, PRINT_RET, NOP, SAVE, RESTORE, RESTART, RET_POPPED, POP, QUIT, NEW_LINE };
enum { CALL, STOREW, STOREB, PUT_PROP, SREAD, PRINT_CHAR, PRINT_NUM, RANDOM, PUSH, PULL };

struct writer {
    unsigned char image[STORY_SIZE];
    unsigned version, at, checks;
};

struct operand { enum { LARGE, SMALL, VARIABLE } type; unsigned value; };

/* ---- Bytes and text, where the writer stands; a story that grows too long ends the program ---- */

void byte(struct writer *w, unsigned value);
void word(struct writer *w, unsigned value);
void word_at(struct writer *w, unsigned address, unsigned value);
/* Z-characters, ended by a negative number; padded with 5. */
void zchars(struct writer *w, const int *z);
/* Plain text, with single shifts only: what a machine that runs at all must print. */
void text(struct writer *w, const char *s);
/* ---- Instructions: a number, small if it fits, or a variable ---- */

struct operand n(int value);
struct operand v(unsigned variable);
/* Without operands, with one, and with two, in the shortest form; the others are of class VAR. */
void op0(struct writer *w, unsigned number);
void op1(struct writer *w, unsigned number, struct operand a);
/* The variable form (4.4.3), which any operands fit. */
void op_var(struct writer *w, unsigned opcode, unsigned count, const struct operand *o);
void op2(struct writer *w, unsigned number, struct operand a, struct operand b);
void op3(struct writer *w, unsigned number, struct operand a, struct operand b, struct operand c);
void v1(struct writer *w, unsigned number, struct operand a);
void v2(struct writer *w, unsigned number, struct operand a, struct operand b);
/* A jump whose target is not known yet; patch() makes it go to where the writer stands then. */
unsigned jump(struct writer *w);
void patch(struct writer *w, unsigned jump_at);
void print(struct writer *w, const char *s);

#endif
