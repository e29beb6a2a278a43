/* Golmac: MIT licence, see LICENSE.

   Between the machine's UTF-16 and the UTF-8 of files and terminals. What is ill-formed becomes U+FFFD. */
#ifndef HOST_UTF_H
#define HOST_UTF_H

#include "interp/zmachine.h"

#include <stdio.h>

/* Bytes of UTF-8 that a UTF-16 unit needs at most. */
enum { UTF8_PER_UNIT = 3, UTF_REPLACEMENT = 0xFFFD };

/* Encode length units into text, which has room for UTF8_PER_UNIT * length bytes. Returns bytes written. */
size_t utf8_encode(char *text, const zm_u16 *units, size_t length);

/* Decode length bytes into at most room units; a character that does not fit whole is left out. Returns units written. */
size_t utf8_decode(zm_u16 *units, size_t room, const char *text, size_t length);

/* Write units of UTF-16 as UTF-8, any number of them. Errors stay with the file (ferror). */
void utf8_write(FILE *file, const zm_u16 *text, unsigned length);

#endif
