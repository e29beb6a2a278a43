/* Golmac: MIT licence, see LICENSE. */
/* The front: Inform 6 source to an ir_program. It answers NULL after an error, which it has reported through
   c->diagnostics. All memory is the compiler's. */
#ifndef GOLC_INFORM6_H
#define GOLC_INFORM6_H

#include "compiler/ir/program.h"

struct ir_program *inform6_compile(struct compiler *c);          /* the file that c->options.source_file names */

/* A text that source_add has made a source of; its name need not be that of a file. */
struct ir_program *inform6_compile_source(struct compiler *c, struct source *main);

#endif
