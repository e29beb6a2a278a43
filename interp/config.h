/* Golmac: MIT licence, see LICENSE.

   The machine's build switches and its integer types: the only header of the core that asks
   about the compiler. Define a switch on the command line to change it.

     ZM_VERSIONS   which story versions the build plays, a mask made by ZM_V (default: 1 to 8)
     ZM_PAGED      1: only dynamic memory is resident, the rest comes by read_page (default: 0)
     ZM_PAGES      page slots the machine can manage when ZM_PAGED, at most (default: 16)
     ZM_RUN        characters gathered before the host's print is called (default: 128) */
#ifndef ZM_CONFIG_H
#define ZM_CONFIG_H

#include <limits.h>
#include <stddef.h>

/* Mask of the versions first to last: bit (version - 1). */
#define ZM_V(first, last) ((0xFFu << ((first) - 1)) & (0xFFu >> (8 - (last))) & 0xFFu)

#ifndef ZM_VERSIONS
#define ZM_VERSIONS ZM_V(1, 8)
#endif
#ifndef ZM_PAGED
#define ZM_PAGED 0
#endif
#ifndef ZM_PAGES
#define ZM_PAGES 16
#endif
#ifndef ZM_RUN
#define ZM_RUN 128
#endif

typedef unsigned char zm_u8;
typedef unsigned short zm_u16;
typedef short zm_s16;
#if UINT_MAX >= 0xFFFFFFFFu
typedef unsigned int zm_u32;
#else
typedef unsigned long zm_u32;
#endif

/* Hot accessors are forced inline where the compiler can, unless it is asked for small code. */
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define ZM_HOT static __inline__ __attribute__((always_inline))
#define ZM_FAST 1
#else
#define ZM_HOT static
#define ZM_FAST 0
#endif
/* Bytes copied, and compared, as fast as the compiler knows how: for snapshots. */
#if defined(__GNUC__)
#define ZM_COPY(to, from, size) ((void)__builtin_memcpy(to, from, size))
#define ZM_SAME(a, b, size) (__builtin_memcmp(a, b, size) == 0)
#else
#include <string.h>
#define ZM_COPY(to, from, size) ((void)memcpy(to, from, size))
#define ZM_SAME(a, b, size) (memcmp(a, b, size) == 0)
#endif

#if defined(__GNUC__)
#define ZM_UNUSED __attribute__((unused))
#define ZM_APART __attribute__((noinline)) /* keeps the way of the common case short */
#define ZM_RARELY(condition) __builtin_expect(!!(condition), 0)
#else
#define ZM_UNUSED
#define ZM_APART
#define ZM_RARELY(condition) (condition)
#endif

#endif
