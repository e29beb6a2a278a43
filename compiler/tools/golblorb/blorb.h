/* Golmac: MIT licence, see LICENSE.

   A Blorb that is there: its chunks, its index, and everything that is wrong with it. Hostile bytes are expected. */
#ifndef GOLBLORB_BLORB_H
#define GOLBLORB_BLORB_H

#include "media.h"
#include "compiler/support/bytes.h"
#include "compiler/support/vector.h"

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

struct blorb {
    struct arena *arena;
    struct span file;
    VECTOR(struct chunk) chunks;
    VECTOR(struct entry) entries;
    VECTOR(const char *) problems;
};

/* Take a file apart and note every problem. Returns 0, or -1 if it is no Blorb at all. */
int blorb_open(struct blorb *blorb, struct arena *arena, struct span file, struct message *why);

void blorb_problem(struct blorb *blorb, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The first chunk of a type; NULL if there is none. */
const struct chunk *blorb_chunk(const struct blorb *blorb, const char *type);

/* The index entry of a resource; NULL. */
const struct entry *blorb_entry(const struct blorb *blorb, const char *usage, uint32_t number);

/* The file that a resource was: its chunk's content, with the header where that is part of it (AIFF). */
struct span blorb_resource(const struct blorb *blorb, const struct entry *entry);

/* optional.c: the chunks beside the resources, a row each. */
struct optional {
    const char *type, *name;
    void (*check)(struct blorb *blorb, const struct chunk *chunk);
    void (*show)(const struct blorb *blorb, const struct chunk *chunk, struct bytes *line);
};
const struct optional *optional_find(const char *type);

/* list.c: one line each; extract.c: a file each, and a blurb file that would make the Blorb again. 0 or -1. */
void blorb_list(const struct blorb *blorb, const char *path, FILE *out);
int blorb_extract(const struct blorb *blorb, const char *folder, struct message *why);

#endif
