/* Golmac: MIT licence, see LICENSE.

   Arrays that grow. */
#ifndef ARRAY_H
#define ARRAY_H

#include "interp/zmachine.h"

#include <stddef.h>

/* Make an array at least wanted elements of size bytes long. array is the address of the pointer to its first element,
   which may change, *room its elements. Returns 0, or -1 if there is no memory (nothing has changed). */
int array_reserve(void *array, zm_u32 *room, zm_u32 wanted, size_t size);

#endif
