/* Golmac: MIT licence, see LICENSE.

   Places in a line of text as a reader sees them: user-perceived characters, words; comparing without regard to
   capitals. Places are counted in UTF-16 units. */
#ifndef LETTERS_H
#define LETTERS_H

#include <stdbool.h>
#include "interp/zmachine.h"

/* Where the user-perceived character after the place begins, and the one before it. */
unsigned letters_next(const zm_u16 *text, unsigned length, unsigned at);
unsigned letters_previous(const zm_u16 *text, unsigned at);

/* Whether a unit belongs to a word: a letter, a digit, an apostrophe, a mark on them. */
bool letters_in_word(zm_u16 unit);

/* A unit as a small letter: Latin, Greek and Cyrillic, which a story's dictionary may hold. */
zm_u16 letters_small(zm_u16 unit);

/* Whether a text begins with these units, however capitals stand. */
bool letters_begin(const zm_u16 *text, unsigned length, const zm_u16 *start, unsigned start_length);

/* Where the part first occurs in text, however capitals stand; length if nowhere. */
unsigned letters_find(const zm_u16 *text, unsigned length, const zm_u16 *part, unsigned part_length);

/* The units of a code point: writes one or two, returns how many. */
unsigned letters_put(zm_u16 *text, zm_u32 code);

#endif
