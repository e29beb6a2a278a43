/* Golmac: MIT licence, see LICENSE. */
/* One character of UTF-8 at a time, checked: sources under -Cu, and names of files that go into JSON. */
#ifndef GOLC_UTF8_H
#define GOLC_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* How many of the `left` bytes the character takes that begins here, and its code; 0 when they are not UTF-8 (too long
   forms and surrogates are not). At least one byte must be left. */
int utf8_character(const unsigned char *at, size_t left, uint32_t *code);

#endif
