/* Golmac: MIT licence, see LICENSE.

   Platform of the smallest host: WebAssembly without any library. wasm.mjs puts the story at
   story_room() and calls play; the imports, all from "host", are the platform's own functions. */
#include "host.h"

enum { STACK_WORDS = 1024, STORY_MAX = 512 * 1024 };

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(name) __attribute__((import_module("host"), import_name(name)))

IMPORT("write") void host_write(const char *text, unsigned length);
IMPORT("read_line") int host_read_line(char *line, unsigned size);
IMPORT("save_open") int host_save_open(int mode);
IMPORT("save_put") int host_save_put(int byte);
IMPORT("save_get") int host_save_get(void);
IMPORT("save_rewind") int host_save_rewind(void);
IMPORT("save_close") int host_save_close(void);

static zm_u8 story[STORY_MAX], dynamic[65536];
static zm_u16 stack[STACK_WORDS];
static struct zm_setup setup;

EXPORT("story_room") zm_u8 *story_room(void);
EXPORT("play") int play(zm_u32 story_size, zm_u32 seed);
void *memset(void *memory, int byte, size_t size);
void *memcpy(void *to, const void *from, size_t size);

void platform_write(const char *text, unsigned length)
{
    host_write(text, length);
}

int platform_read_line(char *line, unsigned size)
{
    return host_read_line(line, size);
}

int platform_save_open(enum save_mode mode)
{
    return host_save_open((int)mode);
}

int platform_save_put(void *context, zm_u8 byte)
{
    (void)context;
    return host_save_put(byte);
}

int platform_save_get(void *context)
{
    (void)context;
    return host_save_get();
}

int platform_save_rewind(void *context)
{
    (void)context;
    return host_save_rewind();
}

int platform_save_close(void)
{
    return host_save_close();
}

/* What the compiler may call on its own. */
void *memset(void *memory, int byte, size_t size)
{
    volatile zm_u8 *to = memory;

    while (size--)
        *to++ = (zm_u8)byte;
    return memory;
}

void *memcpy(void *to, const void *from, size_t size)
{
    volatile zm_u8 *target = to;
    const zm_u8 *source = from;

    while (size--)
        *target++ = *source++;
    return to;
}

zm_u8 *story_room(void)
{
    return story;
}

int play(zm_u32 story_size, zm_u32 seed)
{
    setup.story = story;
    setup.story_size = story_size;
    setup.dynamic = dynamic;
    setup.stack = stack;
    setup.stack_words = STACK_WORDS;
    return host_play(&setup, seed);
}
