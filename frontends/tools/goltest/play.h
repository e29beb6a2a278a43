/* Golmac: MIT licence, see LICENSE.

   A test being played: a session whose host is the script. Its screen is the plain player's, with
   the text kept instead of printed. */
#ifndef GOLTEST_PLAY_H
#define GOLTEST_PLAY_H

#include <signal.h>
#include "frontends/base/bytes.h"
#include "frontends/tools/goltest/coverage.h"
#include "frontends/host/options.h"
#include "frontends/tools/goltest/script.h"

/* What went wrong: a check that does not hold, or something that ends the test. */
struct failure {
    const struct check *check;  /* NULL: what ends the test */
    const struct step *step;
    int turn;                   /* commands given before it and with it */
    int at;                     /* where in the log its step's text ends */
    const char *output;         /* what was checked */
    const char *reason;         /* in words, of what ends the test */
};

struct result {
    struct arena *arena;
    VECTOR(struct failure) failures;
    int commands;               /* given to the story: lines and keys */
    struct bytes log;           /* everything printed, in long lines, and the commands */
    struct bytes transcript;    /* the same as a player of options.width columns prints it */
};

struct play_request {
    const struct script *script;
    const struct test *test;
    const struct options *options;      /* the story's path, seed, width */
    bool vital;                         /* the first failure ends the test */
    bool echo;                          /* commands stand in the transcript */
    volatile sig_atomic_t *interrupted;
    struct coverage *coverage;          /* counts what is reached; NULL: nothing does */
};

/* Play a test. Set result->arena and nothing else before; all of the result lives there. */
void play_test(struct result *result, const struct play_request *request);

#endif
