/* Golmac: MIT licence, see LICENSE.

   The header's fields and flags by name, from header.def: for the machine and for all who read or write stories. */
#ifndef ZM_HEADER_H
#define ZM_HEADER_H

/* Where each field stands (11.1). */
enum {
#define FIELD(id, address, size, versions, kind, setter, name) H_##id = address,
#include "header.def"
    HEADER_SIZE = 0x40
};

/* Words of the header extension table, by number from 1; word 0 counts them (11.1.7). */
enum {
    X_COUNT,
#define EXTENSION(id, number, versions, setter, name) X_##id = number,
#include "header.def"
    X_KNOWN = X_TRUE_BACKGROUND /* how many have a meaning */
};

/* The bits of Flags 1, a byte, and Flags 2, a word (11.1.2, 11.1.4). */
enum {
#define FLAG(field, id, bit, versions, setter, name) field##_##id = 1 << bit,
#include "header.def"
    FLAGS2_KEPT = FLAGS2_TRANSCRIPT | FLAGS2_FIXED /* over a restart and a restore (6.1.2, 6.1.3) */
};

/* Bytes that a packed address counts in (1.2.3), and that the length counts in (11.1.6). */
#define PACKED_UNIT(version) ((version) < 4 ? 2 : (version) < 8 ? 4 : 8)
#define LENGTH_UNIT(version) ((version) < 4 ? 2 : (version) < 6 ? 4 : 8)

/* The ten bytes by which saves (Quetzal 1.4, 5), snapshots, journals and Blorb files know a story: its release, serial
   number and checksum. IDENTITY_AT(i) is where byte i stands in the header. */
enum { IDENTITY_BYTES = 10, IDENTITY_SERIAL = 2, IDENTITY_CHECKSUM = 8 };
#define IDENTITY_AT(i) \
    ((i) < IDENTITY_SERIAL ? H_RELEASE + (i) \
     : (i) < IDENTITY_CHECKSUM ? H_SERIAL - IDENTITY_SERIAL + (i) : H_CHECKSUM - IDENTITY_CHECKSUM + (i))

#endif
