/* Golmac: MIT licence, see LICENSE. */
/* The back: a whole program to a story file in memory. */
#ifndef GOLC_ZCODE_H
#define GOLC_ZCODE_H

#include "compiler/ir/program.h"
#include "frontends/base/bytes.h"

struct story_image {
    struct bytes bytes;          /* with header, checksum and padding */
    int length;                  /* without padding */
};

/* Makes the story file in memory; the caller writes it. If there was no error it also writes the debug file, the
   transcript and the reports that the options ask for. After an error the image is empty. */
struct story_image zcode_generate(struct compiler *c, struct ir_program *p);

#endif
