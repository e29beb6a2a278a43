/* Golmac: MIT licence, see LICENSE.

   Files as the tools see them: read whole into an arena, then looked at through a span, which never reads past its end. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "frontends/base/arena.h"
#include "frontends/base/message.h"

#include <stdbool.h>
#include <stdint.h>

struct span { const uint8_t *at; size_t size; };

enum { FILE_LARGEST = 256 * 1024 * 1024 };

/* Read a file. Returns 0, or -1 saying why not, in a sentence that begins with the path. */
int file_read(struct arena *arena, const char *path, struct span *bytes, struct message *why);

/* Write a file, whole or not at all: an old one is replaced. Returns 0, or -1 saying why not. */
int file_write(const char *path, struct span bytes, struct message *why);

/* Big-endian numbers; bytes past the end count as 0. */
uint8_t span_byte(struct span bytes, size_t at);
uint16_t span_word(struct span bytes, size_t at);
uint32_t span_long(struct span bytes, size_t at);

/* Whether length bytes stand at a place, and whether they are this text (without its NUL). */
bool span_has(struct span bytes, size_t at, size_t length);
bool span_is(struct span bytes, size_t at, const char *text);

/* The part that begins at a place, at most length bytes of it; empty past the end. */
struct span span_part(struct span bytes, size_t at, size_t length);

#endif
