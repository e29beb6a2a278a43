/* Golmac: MIT licence, see LICENSE.

   Places in a line of text as a reader sees them: user-perceived characters, words; comparing without regard to
   capitals. Places are counted in UTF-16 units. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include <stdbool.h>
#include "interp/zmachine.h"

/* Columns that a code point takes on a character display: 0 (combining marks, controls), 1 or 2 (East Asian). */
unsigned columns_of_character(zm_u32 character);

/* Columns of a text; a lone half of a pair takes 1. */
unsigned columns_of(const zm_u16 *text, unsigned length);

/* The code point at the start of a text, length at least 1; *units: how many units it takes. */
zm_u32 character_at(const zm_u16 *text, unsigned length, unsigned *units);

/* Units of the first user-perceived character: a character and what combines with it. length at least 1. */
unsigned character_units(const zm_u16 *text, unsigned length);

/* ---- Places in a line ---- */

/* Where the user-perceived character after the place begins, and the one before it. */
unsigned character_next(const zm_u16 *text, unsigned length, unsigned at);
unsigned character_previous(const zm_u16 *text, unsigned at);

/* Whether a unit belongs to a word: a letter, a digit, an apostrophe, a mark on them. */
bool character_in_word(zm_u16 unit);

/* A unit as a small letter: Latin, Greek and Cyrillic, which a story's dictionary may hold. */
zm_u16 character_small(zm_u16 unit);

/* Whether a text begins with these units, however capitals stand. */
bool characters_begin(const zm_u16 *text, unsigned length, const zm_u16 *start, unsigned start_length);

/* Where the part first occurs in text, however capitals stand; length if nowhere. */
unsigned characters_find(const zm_u16 *text, unsigned length, const zm_u16 *part, unsigned part_length);

/* The units of a code point: writes one or two, returns how many. */
unsigned character_put(zm_u16 *text, zm_u32 code);

#endif
