/* Golmac: MIT licence, see LICENSE.

   Breaks a stream of text into lines no wider than a width, at spaces where there are any. The line being made
   is kept whole until it ends, so that a host can print something above it. One UTF-16 unit counts as one column. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include <stdbool.h>
#include <stdint.h>

enum { WRAP_LINE = 1024 };

struct wrap {
    unsigned width;             /* columns; 0: lines end only where the text says so */
    bool by_word;               /* false: lines are cut at the last column, wherever that is */
    unsigned length;            /* of the line being made */
    unsigned column;            /* columns of the line already handed out */
    bool in_word;               /* they end in the middle of a word */
    uint16_t line[WRAP_LINE];
    void *context;              /* handed to put */
    void (*put)(void *context, const uint16_t *text, unsigned length); /* text with its new lines */
};

void wrap_init(struct wrap *wrap, unsigned width, void (*put)(void *, const uint16_t *, unsigned), void *context);

/* Add text, whose lines end with 10. */
void wrap_text(struct wrap *wrap, const uint16_t *text, unsigned length);

/* Hand out the line being made, as it is. */
void wrap_flush(struct wrap *wrap);

/* The line has ended by other means: the player pressed return. */
void wrap_newline_seen(struct wrap *wrap);

/* Whether the next character begins a line. */
bool wrap_at_start(const struct wrap *wrap);

#endif
