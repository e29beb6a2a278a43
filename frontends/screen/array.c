/* Golmac: MIT licence, see LICENSE.

   Arrays that grow by doubling. */
#include "frontends/screen/array.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 64 };

int array_reserve(void *array, zm_u32 *room, zm_u32 wanted, size_t size)
{
    zm_u32 larger = *room ? *room : FIRST_ROOM;
    void *elements, *grown;

    if (wanted <= *room)
        return 0;
    while (larger < wanted)
        larger = larger > 0x7FFFFFFF ? wanted : larger * 2;
    memcpy(&elements, array, sizeof elements); /* of whatever type it points to */
    grown = realloc(elements, larger * size);
    if (!grown)
        return -1;
    memcpy(array, &grown, sizeof grown);
    *room = larger;
    return 0;
}
