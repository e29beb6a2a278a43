/* Golmac: MIT licence, see LICENSE.

   CRC-32 as in Ethernet, PNG and zip (polynomial 0xEDB88320, reflected). */
#ifndef TIMELINE_CRC_H
#define TIMELINE_CRC_H

#include <stddef.h>
#include "interp/zmachine.h"

/* The CRC of bytes that follow those whose CRC is crc; 0 to begin with. */
zm_u32 crc_32(zm_u32 crc, const unsigned char *bytes, size_t size);

#endif
