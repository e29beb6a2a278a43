/* Golmac: MIT licence, see LICENSE.

   Between UTF-16, as the machine speaks it, and the UTF-8 of files and terminals. A character beyond U+FFFF is two
   units of UTF-16, a high half and a low half (surrogates). What is ill-formed becomes U+FFFD. */
#ifndef BASE_UTF_H
#define BASE_UTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Bytes of UTF-8 that a UTF-16 unit needs at most, and that a character does. */
enum { UTF8_PER_UNIT = 3, UTF8_PER_CHARACTER = 4, UTF_REPLACEMENT = 0xFFFD };

/* Whether a unit is the first or the second half of a pair. */
static inline bool utf16_is_high(uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
static inline bool utf16_is_low(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/* Whether it is half of a character: no character has such a code. */
static inline bool utf16_is_half(uint32_t unit) { return unit >= 0xD800 && unit < 0xE000; }

/* The character that a pair makes. */
static inline uint32_t utf16_join(uint32_t high, uint32_t low)
{
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

/* Write a character as one unit or two. Returns how many. */
unsigned utf16_put(uint16_t *units, uint32_t character);

/* Write a character as at most UTF8_PER_CHARACTER bytes. Returns how many. */
size_t utf8_put(char *text, uint32_t character);

/* The character that begins here: how many of the length bytes, at least 1, it takes, and its code. 0 if they are not
   UTF-8 (Unicode, table 3-7: forms that are too long and surrogates are not). */
size_t utf8_character(const unsigned char *text, size_t length, uint32_t *character);

/* Encode length units into text, which has room for UTF8_PER_UNIT * length bytes. Returns bytes written. */
size_t utf8_encode(char *text, const uint16_t *units, size_t length);

/* Decode length bytes into at most room units; a character that does not fit whole is left out. Returns units
   written. */
size_t utf8_decode(uint16_t *units, size_t room, const char *text, size_t length);

/* Write units of UTF-16 as UTF-8, any number of them. Errors stay with the file (ferror). */
void utf8_write(FILE *file, const uint16_t *text, unsigned length);

#endif
