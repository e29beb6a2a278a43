/* Golmac: MIT licence, see LICENSE. */
/* The passes over one routine, one a file: passes.def lists them, passes.c runs them in order. Each answers whether
   it changed anything. It may use the program's scratch memory, which is given back afterwards; what it keeps is in
   the program's arena. */
#ifndef GOLC_PASSES_H
#define GOLC_PASSES_H

#include "compiler/ir/program.h"

#define PASS(name, help) bool ir_##name(struct ir_program *p, struct ir_routine *r);
#include "compiler/ir/passes.def"
#undef PASS

/* results.c, for -O: calls of routines that only return a value. */
void program_replace_calls(struct ir_program *p);
/* prints.c: strings that are only printed become texts. */
void program_print_texts(struct ir_program *p);

/* guard.c: globals that the routine, whose code is placed, leaves as it found them, and one that it may use where it
   returns. Not every routine can do that. */
struct ir_guard { int globals[4], count, free; };
bool ir_may_guard(const struct ir_routine *r);
void ir_guard(struct ir_program *p, struct ir_routine *r, const struct ir_guard *guard);

struct ir_pass {
    const char *name, *help;
    bool (*run)(struct ir_program *p, struct ir_routine *r);
};

const struct ir_pass *pass_named(const char *name);      /* NULL: there is none */
bool pass_run(const struct ir_pass *pass, struct ir_program *p, struct ir_routine *r);

#endif
