/* Golmac: MIT licence, see LICENSE.

   A story's memory as the readers of its tables see it (objects.h, dictionary.h): a file, a game that runs, a saved
   state. */
#ifndef FORMATS_MEMORY_H
#define FORMATS_MEMORY_H

#include <stddef.h>
#include <stdint.h>

struct memory {
    void *context;
    uint8_t (*byte)(void *context, size_t address); /* anything past the end */
    size_t size;
    int version;                                    /* 1 to 8 */
};

static inline unsigned memory_byte(const struct memory *memory, size_t address)
{
    return memory->byte(memory->context, address);
}

static inline unsigned memory_word(const struct memory *memory, size_t address)
{
    return memory_byte(memory, address) << 8 | memory_byte(memory, address + 1);
}

#endif
