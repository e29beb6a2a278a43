/* Golmac: MIT licence, see LICENSE. */
/* Interned names: each identifier exists once, so names are compared by pointer, and a name points to its own
   meanings, so looking them up costs nothing. Case does not matter in identifiers (DM4, section 1.3). */
#ifndef GOLC_NAMES_H
#define GOLC_NAMES_H

#include "frontends/base/arena.h"
#include <stdbool.h>
#include <stdint.h>

struct symbol;                   /* inform6/symbol.h */

struct name {
    const char *text;            /* as first written, NUL-terminated UTF-8 */
    int length;                  /* bytes */
    uint32_t hash;
    bool reserved;               /* a keyword not yet seen in the source; its first spelling there replaces text */
    int16_t local;               /* 1..119 while the routine being parsed has a local of this name, else 0 */
    uint8_t word[8];             /* meaning as a word of the language, by context; see inform6/keywords.h; 0: none */
    struct symbol *symbol;       /* meaning in the program, NULL until first mentioned */
    struct symbol *action;       /* ##name: actions have a name space of their own */
    struct name *next;           /* in the order of interning */
};

static const uint32_t NAMES_HASH_START = 0x811c9dc5u;

static inline uint32_t names_hash_step(uint32_t hash, char c)    /* the same for both cases of a letter */
{
    return (hash ^ (unsigned char)(c | 0x20)) * 16777619u;
}

struct names {
    struct arena *arena;         /* set before first use; owns all names */
    struct name **slots;
    int slot_count, count;
    struct name *first, *last;   /* all names, oldest first */
};

struct name *names_intern(struct names *t, const char *text, int length); /* finds or makes; ignores ASCII case */
/* The same with the hash at hand, for who reads the text byte by byte anyway: names_hash_step() of each, from
   NAMES_HASH_START on. */
struct name *names_intern_hashed(struct names *t, const char *text, int length, uint32_t hash);
struct name *names_find(struct names *t, const char *text);                      /* NULL: it was never interned */

/* For hints: of all names that `fits` accepts, the one nearest to `wrong`. NULL if none is within a third of its
   length in edits (at most 3). */
const struct name *names_nearest(const struct names *t, const struct name *wrong,
                                 bool (*fits)(const struct name *candidate, void *context), void *context);

#endif
