/* Golmac: MIT licence, see LICENSE. */
/* The compiler as a value: what every pass may use. One struct compiler is one compilation, and two share nothing.
   Each pass takes it as its first argument and returns a value of its own (tree, ir_program, image). All of them lie
   in its arena, and compiler_free gives everything back. */
#ifndef GOLC_COMPILER_H
#define GOLC_COMPILER_H

#include "compiler/driver/options.h"
#include "frontends/base/arena.h"
#include "compiler/driver/diagnostics.h"
#include "compiler/driver/names.h"
#include "compiler/driver/source.h"

#define GOLC_VERSION "0.1"
#define GOLC_LANGUAGE_VERSION 645        /* what the source language claims to be: the Addendum of Inform 6.45 */

struct compiler {
    struct arena arena;          /* lives as long as the compilation */
    struct options options;
    struct sources sources;
    struct diagnostics diagnostics;
    struct names names;
    bool definitions_lost;       /* a syntax error may have swallowed definitions: suppress "no such name" */
    int constant_depth;          /* Constants being evaluated, each because the one before needs it */
};

void compiler_init(struct compiler *c);  /* takes a zeroed struct; sets the default options */
void compiler_free(struct compiler *c);
/* Opens a file for writing; NULL after an error. Refuses to overwrite a source. */
FILE *compiler_create(struct compiler *c, const char *path);

#endif
