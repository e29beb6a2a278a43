/* Golmac: MIT licence, see LICENSE.

   A span: bytes that someone else owns, looked at without ever reading past their end. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span { const uint8_t *at; size_t size; };

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
