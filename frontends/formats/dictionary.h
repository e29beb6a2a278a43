/* Golmac: MIT licence, see LICENSE.

   The dictionary of a story (section 13). */
#ifndef FORMATS_DICTIONARY_H
#define FORMATS_DICTIONARY_H

#include "frontends/formats/memory.h"

struct dictionary {
    size_t separators, entries;             /* where they stand */
    unsigned separator_count, size, count;  /* bytes of an entry; entries, 0 if they have no room for a word */
    unsigned text, letters;                 /* bytes of an encoded word, first in its entry; letters it has room for */
};

/* table: the address in the header's word H_DICTIONARY; 0: there is none, and all is 0 but text and letters. */
struct dictionary dictionary_at(const struct memory *memory, size_t table);

#endif
