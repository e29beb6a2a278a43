/* Golmac: MIT licence, see LICENSE.

   What goltest tells of the tests it has played: as text, or as TAP (the Test Anything Protocol). */
#ifndef GOLTEST_REPORT_H
#define GOLTEST_REPORT_H

#include "frontends/tools/goltest/play.h"

struct report {
    bool tap, verbose;
    int tests, failed, failures, commands;
};

/* The first line, before the first test. */
void report_begin(const struct report *report, int tests);

/* What became of a test. transcript: "" or what its transcript has that the stored one has not, and the other way
   round (difference.h). */
void report_test(struct report *report, const struct script *script, const struct test *test,
                 const struct result *result, const char *difference);

/* The last lines; seconds: that all of it took; coverage: what was reached, or NULL. */
void report_end(const struct report *report, double seconds, const struct coverage *coverage);

#endif
