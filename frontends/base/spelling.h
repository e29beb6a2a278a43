/* Golmac: MIT licence, see LICENSE.

   How far a word is from another, to guess what was meant by one that is misspelt. */
#ifndef BASE_SPELLING_H
#define BASE_SPELLING_H

/* How many letters must be put in, taken out, changed, or swapped with their neighbour to make one word of the other;
   letters may be capitals or not. limit + 1 if they are more than limit, or a word is longer than 64 bytes. */
int spelling_distance(const char *one, int one_length, const char *other, int other_length, int limit);

#endif
