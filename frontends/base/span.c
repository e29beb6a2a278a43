/* Golmac: MIT licence, see LICENSE.

   Spans. */
#include "frontends/base/span.h"

#include <string.h>

uint8_t span_byte(struct span bytes, size_t at)
{
    return at < bytes.size ? bytes.at[at] : 0;
}

uint16_t span_word(struct span bytes, size_t at)
{
    return (uint16_t)(span_byte(bytes, at) << 8 | span_byte(bytes, at + 1));
}

uint32_t span_long(struct span bytes, size_t at)
{
    return (uint32_t)span_word(bytes, at) << 16 | span_word(bytes, at + 2);
}

bool span_has(struct span bytes, size_t at, size_t length)
{
    return at <= bytes.size && length <= bytes.size - at;
}

bool span_is(struct span bytes, size_t at, const char *text)
{
    return span_has(bytes, at, strlen(text)) && memcmp(bytes.at + at, text, strlen(text)) == 0;
}

struct span span_part(struct span bytes, size_t at, size_t length)
{
    struct span part = { bytes.at, 0 };

    if (at < bytes.size) {
        part.at = bytes.at + at;
        part.size = length < bytes.size - at ? length : bytes.size - at;
    }
    return part;
}
