/* Golmac: MIT licence, see LICENSE. */
/* A growing string of bytes in an arena: machine code, tables, report text. Words are big-endian, as the
   Z-machine has them (Standard 1.1, section 2.1). */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "frontends/base/arena.h"
#include <stdint.h>

struct bytes {
    struct arena *arena;         /* set before first use */
    uint8_t *at;
    int count, capacity;
};

void bytes_add(struct bytes *b, int byte);                       /* low 8 bits */
void bytes_add_word(struct bytes *b, int word);                  /* low 16 bits */
void bytes_add_long(struct bytes *b, uint32_t number);
void bytes_add_block(struct bytes *b, const void *from, int count);
void bytes_add_zeros(struct bytes *b, int count);
void bytes_align(struct bytes *b, int unit);                     /* zeros until count is a multiple of unit */
void bytes_put_word(struct bytes *b, int at, int word);          /* overwrites; 0 <= at <= count - 2 */
void bytes_put_long(struct bytes *b, int at, uint32_t number);   /* the same with four bytes */
void bytes_format(struct bytes *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
