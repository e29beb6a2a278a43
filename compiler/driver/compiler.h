/* Golmac: MIT licence, see LICENSE. */
/* The compiler as a value: what every pass may use. One struct compiler is one compilation; two never share
   anything. Passes take it first and hand their results on as values of their own (tree, ir_program, image),
   all in its arena; compiler_free gives everything back. */
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
    bool definitions_lost;       /* to a syntax error, nobody knows which: that a name is missing is not said */
    int constant_depth;          /* Constants whose values are being worked out, each for the one before */
};

void compiler_init(struct compiler *c);  /* on a zeroed struct; afterwards options hold the defaults */
void compiler_free(struct compiler *c);
/* A file to write into; NULL after a diagnostic. The sources are not for overwriting. */
FILE *compiler_create(struct compiler *c, const char *path);

#endif
