/* Golmac: MIT licence, see LICENSE.

   The dictionary's head (13.2, 13.3). */
#include "frontends/formats/dictionary.h"

struct dictionary dictionary_at(const struct memory *memory, size_t table)
{
    struct dictionary d = { .text = memory->version < 4 ? 4 : 6, .letters = memory->version < 4 ? 6 : 9 };
    int count;

    if (!table)
        return d;
    d.separator_count = memory_byte(memory, table);
    d.separators = table + 1;
    d.size = memory_byte(memory, d.separators + d.separator_count);
    count = (int16_t)memory_word(memory, d.separators + d.separator_count + 1);
    d.count = (unsigned)(count < 0 ? -count : count); /* negative: not sorted (15, tokenise) */
    d.entries = d.separators + d.separator_count + 3;
    if (d.size < d.text)
        d.count = 0;
    return d;
}
