/* Golmac: MIT licence, see LICENSE.

   Whether what a step led to is what its checks ask for. */
#ifndef GOLTEST_CHECK_H
#define GOLTEST_CHECK_H

#include "frontends/tools/goltest/script.h"

/* Whether the check holds of the text: lines that end with 10. */
bool check_holds(const struct check *check, const char *text);

/* How often its text stands in the lines; of a pattern, how many lines it matches. */
int check_count(const struct check *check, const char *text);

/* The line of the text that the check found (one that must not be there), or, if it found none, the line most like what
   it looked for. NULL: none is like it. *length: the line's. */
const char *check_nearest(const struct check *check, const char *text, size_t *length);

#endif
