/* Golmac: MIT licence, see LICENSE.

   The bytes of a snapshot (zm_snapshot), which mean the same on every computer. All numbers are big-endian:
     0  4  "ZMS1"                                 26 1  state           27 1  operands given
     4  4  address of what runs next              28 4  address of the waiting instruction
     8  2  words of stack                         32 8  its operands
     10 2  index of the current frame             40 2  size of dynamic memory
     12 2  calls deep    14 1  interrupts         42 -  dynamic memory, then the stack's words
     15 1  0             16 10 the story's release, serial number and checksum */
#ifndef ZM_SNAPSHOT_H
#define ZM_SNAPSHOT_H

enum {
    SNAPSHOT_PC = 4, SNAPSHOT_WORDS = 8, SNAPSHOT_FRAME = 10, SNAPSHOT_DEPTH = 12, SNAPSHOT_INTERRUPTS = 14,
    SNAPSHOT_IDENTITY = 16, SNAPSHOT_STATE = 26, SNAPSHOT_COUNT = 27, SNAPSHOT_INSTRUCTION = 28,
    SNAPSHOT_OPERANDS = 32, SNAPSHOT_SIZE = 40, SNAPSHOT_MEMORY = 42
};

#endif
