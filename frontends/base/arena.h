/* Golmac: MIT licence, see LICENSE. */
/* An arena: memory that is given out piece by piece and given back all at once. Everything the compiler
   builds lives in the arena of its struct compiler; scratch work for one routine takes a mark and releases
   to it. Memory comes zeroed and aligned for any type. Running out ends in a message and abort(), so no
   caller checks for NULL. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *block;   /* the newest block; older ones hang behind it */
    struct arena_block *spare;   /* the largest that was released, for the next need; NULL: none */
    size_t total;                /* bytes obtained from the system so far */
};

struct arena_mark {
    struct arena_block *block;
    size_t used;
};

void arena_free(struct arena *a);                                     /* everything; the arena is empty again */
void *arena_alloc(struct arena *a, size_t size);                      /* zeroed; size may be 0 */
void arena_reserve(struct arena *a, size_t size);                     /* room that stays through releases */
void *arena_copy(struct arena *a, const void *from, size_t size);
char *arena_string(struct arena *a, const char *from, size_t length); /* copies and adds a NUL */
char *arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *a, const char *format, va_list arguments);

struct arena_mark arena_mark(const struct arena *a);
void arena_release(struct arena *a, struct arena_mark mark);          /* drops all that was allocated since the mark */

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_alloc((a), sizeof(type) * (size_t)(count)))

#endif
