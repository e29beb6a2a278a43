/* Golmac: MIT licence, see LICENSE.

   Numbers in bytes, whatever the host's own order is. Big-endian, as the Z-machine (Standard 1.1, section 2.1), IFF
   files (Blorb, Quetzal, AIFF) and PNG have them: a word is two bytes, a long four. Little-endian, as journals have
   them. */
#ifndef BASE_ORDER_H
#define BASE_ORDER_H

#include <stdint.h>

static inline uint16_t order_word(const unsigned char *at)
{
    return (uint16_t)(at[0] << 8 | at[1]);
}

static inline uint32_t order_long(const unsigned char *at)
{
    return (uint32_t)order_word(at) << 16 | order_word(at + 2);
}

/* Write the low 16 bits of a number. */
static inline void order_put_word(unsigned char *at, unsigned value)
{
    at[0] = (unsigned char)(value >> 8 & 0xFF);
    at[1] = (unsigned char)(value & 0xFF);
}

static inline void order_put_long(unsigned char *at, uint32_t value)
{
    order_put_word(at, value >> 16);
    order_put_word(at + 2, value & 0xFFFF);
}

/* A little-endian number of up to four bytes. */
static inline uint32_t order_little(const unsigned char *at, unsigned bytes)
{
    uint32_t value = 0;

    while (bytes-- > 0)
        value = value << 8 | at[bytes];
    return value;
}

static inline void order_put_little(unsigned char *at, unsigned bytes, uint32_t value)
{
    for (; bytes > 0; bytes--, value >>= 8)
        *at++ = (unsigned char)(value & 0xFF);
}

#endif
