/* Golmac: MIT licence, see LICENSE.

   Where a story's instructions come from: the source files, routines and lines that gameinfo.dbg names. */
#ifndef FORMATS_PLACES_H
#define FORMATS_PLACES_H

#include "frontends/base/vector.h"
#include "frontends/formats/debug_file.h"

/* file: index in places.files; -1: no file wrote it. */
struct routine_place { const char *name; size_t address, size; int file, line; };

/* A statement begins at the address. */
struct point { size_t address; int file, line, routine; };

struct places {
    VECTOR(const char *) files;         /* paths, by number; NULL: that number has no file */
    VECTOR(struct routine_place) routines;
    VECTOR(struct point) points;        /* by address */
};

/* The point at an address; NULL: no statement begins there. */
const struct point *places_find(const struct places *places, size_t address);

/* Read the debug file of a story. Returns 0, or -1 saying why not. Everything lives in the arena. */
int places_read(struct places *places, struct arena *arena, const char *path, struct span story, struct message *why);

#endif
