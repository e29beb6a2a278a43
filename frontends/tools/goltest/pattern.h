/* Golmac: MIT licence, see LICENSE.

   Regular expressions, as a script's /checks use them. pcre/pattern.c has Perl's, which are nearly Python's, of
   the library PCRE2; posix/pattern.c, where that was not found, the extended ones of the C library. */
#ifndef GOLTEST_PATTERN_H
#define GOLTEST_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include "frontends/base/message.h"

struct pattern;

/* The pattern of this text (UTF-8); NULL, saying why, if it is none. */
struct pattern *pattern_new(const char *text, struct message *why);
void pattern_free(struct pattern *pattern);

/* Whether it matches somewhere in a line of length bytes (UTF-8). */
bool pattern_matches(const struct pattern *pattern, const char *line, size_t length);

/* What this build's patterns are: for --version. */
const char *pattern_kind(void);

#endif
