/* Golmac: MIT licence, see LICENSE. */
/* Growing arrays: the one function behind the macros of vector.h. */
#include "frontends/base/vector.h"

#include <string.h>

void *vector_grow(struct arena *arena, void *at, int count, int *capacity, size_t element)
{
    void *wider;
    if (count < *capacity) {
        memset((char *)at + (size_t)count * element, 0, element);
        return at;
    }
    *capacity = *capacity ? *capacity * 2 : 8;
    wider = arena_alloc(arena, (size_t)*capacity * element);
    if (count)
        memcpy(wider, at, (size_t)count * element);
    return wider;
}
