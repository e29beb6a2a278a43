/* Golmac: MIT licence, see LICENSE.

   A Blorb that is there: its chunks, its index, and everything that is wrong with it. Hostile bytes are expected. */
#ifndef GOLBLORB_INSPECT_H
#define GOLBLORB_INSPECT_H

#include "frontends/tools/golblorb/media.h"
#include "frontends/base/bytes.h"
#include "frontends/base/vector.h"

#include <stdio.h>

struct chunk {
    char type[5];           /* unprintable letters as "?" */
    size_t start;           /* of its eight-byte header, in the file */
    struct span content;
};

struct entry {              /* of the index */
    char usage[5];
    uint32_t number;
    size_t start;
    int chunk;              /* -1: nothing begins there */
    struct media media;     /* of pictures and sounds that could be recognised; else type is "" */
};

struct inspection {
    struct arena *arena;
    struct span file;
    VECTOR(struct chunk) chunks;
    VECTOR(struct entry) entries;
    VECTOR(const char *) problems;
};

/* Take a file apart and note every problem. Returns 0, or -1 if it is no Blorb at all. */
int inspect_open(struct inspection *blorb, struct arena *arena, struct span file, struct message *why);

void inspect_problem(struct inspection *blorb, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The first chunk of a type; NULL if there is none. */
const struct chunk *inspect_chunk(const struct inspection *blorb, const char *type);

/* The index entry of a resource; NULL. */
const struct entry *inspect_entry(const struct inspection *blorb, const char *usage, uint32_t number);

/* The file that a resource was: its chunk's content, with the header where that is part of it (AIFF). */
struct span inspect_resource(const struct inspection *blorb, const struct entry *entry);

/* optional.c: the chunks beside the resources, a row each. */
struct optional {
    const char *type, *name;
    void (*check)(struct inspection *blorb, const struct chunk *chunk);
    void (*show)(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line);
};
const struct optional *optional_find(const char *type);

/* One line each; extract.c: a file each, and a blurb file that would make the Blorb again. 0 or -1. */
void inspect_list(const struct inspection *blorb, const char *path, FILE *out);
int inspect_extract(const struct inspection *blorb, const char *folder, struct message *why);

#endif
