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
    size_t dirty;                /* beyond this, and beyond used, memory is still zero, as it came */
    max_align_t memory[];
};

static void *block_memory(struct arena_block *b, size_t at)
{
    return (unsigned char *)b->memory + at;
}

/* Large blocks come from the system itself, at the border of a large page: touching small pages one by one takes a
   quarter of the time otherwise, and calloc clears again what was given back to it. */
#if defined MADV_HUGEPAGE && !defined __SANITIZE_ADDRESS__
static size_t whole_pages(size_t size)
{
    return (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}

static void *memory_take(size_t size)
{
    size_t whole = whole_pages(size), before;
    unsigned char *at;
    if (size < LARGEST_BLOCK)
        return calloc(1, size);
    at = mmap(NULL, whole + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
        return NULL;
    before = (LARGE_PAGE - (uintptr_t)at % LARGE_PAGE) % LARGE_PAGE;
    if (before)
        (void)munmap(at, before);
    (void)munmap(at + before + whole, LARGE_PAGE - before);
    (void)madvise(at + before, whole, MADV_HUGEPAGE);
    return at + before;
}

static void memory_give(void *memory, size_t size)
{
    if (size < LARGEST_BLOCK)
        free(memory);
    else
        (void)munmap(memory, whole_pages(size));
}
#else
static void *memory_take(size_t size)
{
    return calloc(1, size);
}

static void memory_give(void *memory, size_t size)
{
    (void)size;
    free(memory);
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
    struct arena_block *b = take_spare(a, least);
    size_t size = !a->block ? FIRST_BLOCK : a->block->size < SMALL_BLOCK ? a->block->size * 2
        : LARGEST_BLOCK - sizeof *b;
    if (b)
        return b;
    if (size < least)
        size = least;
    b = memory_take(sizeof *b + size);
    if (!b) {
        fprintf(stderr, "out of memory (%zu bytes in use)\n", a->total);
        abort();
    }
    b->older = a->block;
    b->size = size;
    a->total += sizeof *b + size;
    a->block = b;
    return b;
}

static void block_free(struct arena *a, struct arena_block *b)
{
    if (!b)
        return;
    a->total -= sizeof *b + b->size;
    memory_give(b, sizeof *b + b->size);
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
