/* Golmac: MIT licence, see LICENSE.

   CRC-32 as in Ethernet, PNG and zip (polynomial 0xEDB88320, reflected). */
#ifndef BASE_CRC_H
#define BASE_CRC_H

#include <stddef.h>
#include <stdint.h>

/* The CRC of bytes that follow those whose CRC is crc; 0 to begin with. */
uint32_t crc_32(uint32_t crc, const unsigned char *bytes, size_t size);

#endif
