/* Golmac: MIT licence, see LICENSE.

   What was typed or pasted and nobody has read yet: characters and keys, one after another. */
#ifndef TYPEAHEAD_H
#define TYPEAHEAD_H

#include <stdbool.h>
#include "interp/zmachine.h"

struct stroke;

/* Units that may wait. A longer paste is cut, and the player is told by the bell. */
enum { TYPEAHEAD_MOST = 1 << 20 };

struct typeahead {
    zm_u32 *waiting;    /* a UTF-16 unit, or a key with its modifiers */
    unsigned next, count, room;
};

void typeahead_free(struct typeahead *typeahead);

/* Nothing waits any longer. */
void typeahead_forget(struct typeahead *typeahead);

/* A key, or text in which lines end with 10; other controls in it mean nothing. 0, or -1 if there was not room for all.
   */
int typeahead_add_key(struct typeahead *typeahead, unsigned key, unsigned modifiers);
int typeahead_add_text(struct typeahead *typeahead, const zm_u16 *text, unsigned length);

/* The next that waits, as a stroke. Returns false if there is nothing. */
bool typeahead_take(struct typeahead *typeahead, struct stroke *stroke);

#endif
