/* Golmac: MIT licence, see LICENSE. */
/* The substrings that occur more than once in a text, by a suffix array. */
#ifndef GOLC_SUFFIX_H
#define GOLC_SUFFIX_H

#include "frontends/base/arena.h"
#include <stdint.h>

enum { LONGEST_REPEAT = 64 };    /* longer ones are known by their first codes */

struct repeat {
    int first, count;            /* its places are order[first] to order[first + count - 1] */
    int length;                  /* codes; 2 and more occurrences continue differently, or it is LONGEST_REPEAT long */
    int saving;                  /* the user's */
};

struct repeats { struct repeat *at; int count; };

/* None contains the separator. *order gets the places sorted by what begins there. */
struct repeats suffix_repeats(struct arena *arena, const uint16_t *text, int length, int separator, int least_length,
                              const int **order);

#endif
