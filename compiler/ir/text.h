/* Golmac: MIT licence, see LICENSE. */
/* The text form of code (code.h shows it): writing and reading it. What is written and read again is the same code,
   save positions in the source (kept on `line` alone) and names. */
#ifndef GOLC_IR_TEXT_H
#define GOLC_IR_TEXT_H

#include "compiler/ir/program.h"

/* write.c: all routines, in order. */
void ir_write(const struct ir_program *p, FILE *out);
void ir_write_value(struct ir_value v, FILE *out);
void ir_write_text(struct text t, FILE *out);

/* read.c: a program that has nothing but these routines, in order from 0. When the text is not well formed NULL, with
   the line, from 1, and what was expected there. */
struct ir_read_error { int line; const char *expected; };
struct ir_program *ir_read(struct compiler *c, const char *text, struct ir_read_error *error);

/* The words of the text form. */
extern const char *const ir_operation_names[];   /* by enum ir_operation */
extern const char *const ir_value_names[];       /* by enum ir_value_kind */
extern const char *const ir_layout_names[];      /* by enum ir_layout */
bool ir_has_text(const struct ir_instruction *i);        /* a text in quotes follows, perhaps an empty one */

#endif
