/* Golmac: MIT licence, see LICENSE. */
/* The arena allocator. After a few small blocks come large ones, of which only what is used costs memory; a larger
   request gets a block of its own. */
#include "frontends/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

enum { FIRST_BLOCK = 16 * 1024, SMALL_BLOCK = 64 * 1024, LARGEST_BLOCK = 8 * 1024 * 1024,
       LARGE_PAGE = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t size, used;
    size_t dirty;                /* beyond this, and beyond used, memory is still as calloc gave it */
    max_align_t memory[];
};

static void *block_memory(struct arena_block *b, size_t at)
{
    return (unsigned char *)b->memory + at;
}

/* Asks for large pages where the system has them: touching small ones one by one takes a quarter of the time
   otherwise. */
#ifdef MADV_HUGEPAGE
static void want_large_pages(void *memory, size_t size)
{
    uintptr_t start = ((uintptr_t)memory + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    uintptr_t end = ((uintptr_t)memory + size) / LARGE_PAGE * LARGE_PAGE;
    if (end > start)
        (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
}
#else
static void want_large_pages(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}
#endif

/* A block that was released serves again: clearing what was used of it costs less than new memory. */
static struct arena_block *take_spare(struct arena *a, size_t least)
{
    struct arena_block *b = a->spare;
    if (!b || b->size < least)
        return NULL;
    a->spare = NULL;
    b->older = a->block;
    return a->block = b;
}

static struct arena_block *block_new(struct arena *a, size_t least)
{
    size_t size = !a->block ? FIRST_BLOCK : a->block->size < SMALL_BLOCK ? a->block->size * 2 : LARGEST_BLOCK;
    struct arena_block *b = take_spare(a, least);
    if (b)
        return b;
    if (size < least)
        size = least;
    b = calloc(1, sizeof *b + size);
    if (!b) {
        fprintf(stderr, "out of memory (%zu bytes in use)\n", a->total);
        abort();
    }
    want_large_pages(b, sizeof *b + size);
    b->older = a->block;
    b->size = size;
    a->total += sizeof *b + size;
    a->block = b;
    return b;
}

static void block_free(struct arena *a, struct arena_block *b)
{
    if (b)
        a->total -= sizeof *b + b->size;
    free(b);
}

void arena_free(struct arena *a)
{
    arena_release(a, (struct arena_mark){0});
    block_free(a, a->spare);
    a->spare = NULL;
}

void *arena_alloc(struct arena *a, size_t size)
{
    const size_t unit = _Alignof(max_align_t);
    struct arena_block *b = a->block;
    void *memory;
    if (size > SIZE_MAX / 4)
        size = SIZE_MAX / 4;
    size = (size + unit - 1) / unit * unit;
    if (!b || b->size - b->used < size)
        b = block_new(a, size);
    memory = block_memory(b, b->used);
    if (b->used < b->dirty)
        memset(memory, 0, size < b->dirty - b->used ? size : b->dirty - b->used);
    b->used += size;
    return memory;
}

void *arena_copy(struct arena *a, const void *from, size_t size)
{
    void *memory = arena_alloc(a, size);
    return size ? memcpy(memory, from, size) : memory;
}

char *arena_string(struct arena *a, const char *from, size_t length)
{
    char *s = arena_alloc(a, length + 1);
    if (length)
        memcpy(s, from, length);
    return s;
}

char *arena_vformat(struct arena *a, const char *format, va_list arguments)
{
    va_list again;
    int length;
    char *s;
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    s = arena_alloc(a, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0)
        vsnprintf(s, (size_t)length + 1, format, arguments);
    return s;
}

char *arena_format(struct arena *a, const char *format, ...)
{
    va_list arguments;
    char *s;
    va_start(arguments, format);
    s = arena_vformat(a, format, arguments);
    va_end(arguments);
    return s;
}

struct arena_mark arena_mark(const struct arena *a)
{
    struct arena_mark mark = { a->block, a->block ? a->block->used : 0 };
    return mark;
}

static void rewind_block(struct arena_block *b, size_t used)
{
    if (b->dirty < b->used)
        b->dirty = b->used;
    b->used = used;
}

void arena_release(struct arena *a, struct arena_mark mark)
{
    while (a->block != mark.block) {
        struct arena_block *b = a->block, *smaller = b;
        a->block = b->older;
        rewind_block(b, 0);
        if (!a->spare || a->spare->size < b->size) {
            smaller = a->spare;
            a->spare = b;
        }
        block_free(a, smaller);
    }
    if (a->block)
        rewind_block(a->block, mark.used);
}

void arena_reserve(struct arena *a, size_t size)
{
    struct arena_mark before = arena_mark(a);
    arena_alloc(a, size);
    rewind_block(a->block, a->block == before.block ? before.used : 0);
}
