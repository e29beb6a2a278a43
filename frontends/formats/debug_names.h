/* Golmac: MIT licence, see LICENSE.

   What an author called attributes and global variables: from gameinfo.dbg, the debug file that golc -k and inform -k
   write, if it stands beside the story and is of that very story. */
#ifndef FORMATS_DEBUG_NAMES_H
#define FORMATS_DEBUG_NAMES_H

#include "interp/zmachine.h"

enum { DEBUG_ATTRIBUTES = 48, DEBUG_GLOBALS = 240, DEBUG_NAME = 36 };

struct debug_names {
    char attribute[DEBUG_ATTRIBUTES][DEBUG_NAME];   /* "": not known */
    char global[DEBUG_GLOBALS][DEBUG_NAME];
};

/* Read the names for the story at path: code is its bytes. No file, one of another story, or anything else that
   cannot be read: there are no names. */
void debug_names_load(struct debug_names *names, const char *path, const unsigned char *code, zm_u32 size);

#endif
