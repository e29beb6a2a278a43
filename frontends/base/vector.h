/* Golmac: MIT licence, see LICENSE. */
/* Growing arrays in an arena. A vector is any struct with at, count and capacity:

       VECTOR(struct token) tokens = {0};
       *vector_add(arena, &tokens) = token;
       for (int i = 0; i < tokens.count; i++) use(&tokens.at[i]);

   Growing moves the elements: keep indexes, not pointers, while a vector still grows. */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include "frontends/base/arena.h"

#include <string.h>

#define VECTOR(type) struct { type *at; int count, capacity; }

/* A pointer to a new zeroed element at the end. v is evaluated several times. */
#define vector_add(arena, v) \
    ((v)->count < (v)->capacity \
         ? memset(&(v)->at[(v)->count], 0, sizeof *(v)->at) \
         : ((v)->at = vector_grow((arena), (v)->at, (v)->count, &(v)->capacity, sizeof *(v)->at)), \
     &(v)->at[(v)->count++])

#define vector_last(v) (&(v)->at[(v)->count - 1])

/* Room for one more element than count; what lay there before is copied. New room is zeroed. */
void *vector_grow(struct arena *arena, void *at, int count, int *capacity, size_t element);

#endif
