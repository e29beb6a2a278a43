/* Golmac: MIT licence, see LICENSE.

   Two texts compared by lines. */
#ifndef GOLTEST_DIFFERENCE_H
#define GOLTEST_DIFFERENCE_H

#include "frontends/base/arena.h"

/* Where the texts differ, for a person to read: lines with - are in the old one only, with + in the new one only,
   around them some that are in both; of many differences the first. "" if there is none. Both texts end with a 0. */
const char *difference_of(struct arena *arena, const char *old, const char *new);

#endif
