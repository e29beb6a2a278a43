/* Golmac: MIT licence, see LICENSE.

   Instructions as they stand in memory (section 4), decoded without being executed: for tools, and for the machine
   where speed does not matter. The machine's own loop decodes as it executes (run.c); tests/unit/decode.c holds the two
   against each other, on every opcode in every form of operands. */
#ifndef ZM_DECODE_H
#define ZM_DECODE_H

#include "zmachine.h"

/* Where opcodes of each class begin in a table of opcodes by slot. Those of the variable form, 2OP and VAR, lie as the
   low six bits of their first byte number them (4.3.3). */
enum { SLOT_2OP = 0, SLOT_VAR = 32, SLOT_1OP = 64, SLOT_0OP = 80, SLOT_EXT = 96, SLOT_COUNT = 160 };

/* Fill a table with the version's opcodes, enum zm_opcode; ZM_OP_none where it has none. */
void zm_fill_opcodes(zm_u8 opcodes[SLOT_COUNT], unsigned version);

enum zm_operand_type { ZM_OPERAND_LARGE, ZM_OPERAND_SMALL, ZM_OPERAND_VARIABLE, ZM_OPERAND_OMITTED };
struct zm_operand { zm_u8 type; zm_u16 value; };

struct zm_instruction {
    zm_u32 next;                    /* the address after it */
    zm_u32 text;                    /* where its encoded string stands; 0: none */
    struct zm_operand operand[8];
    zm_s16 offset;                  /* of the branch, from next, less 2; 0 and 1: return false, true */
    zm_u8 opcode;                   /* enum zm_opcode; ZM_OP_none: the version has no such opcode, and all below is 0 */
    zm_u8 count;                    /* operands */
    zm_u8 flags;                    /* of the opcode: mask of enum zm_opcode_flag */
    zm_u8 result;                   /* ZM_STORES: the variable */
    zm_u8 branches_if;              /* ZM_BRANCHES: on true, 1, or on false, 0 */
};

/* Memory with code in it: the byte at an address, anything past its end; size in bytes. */
struct zm_code {
    void *context;
    zm_u8 (*byte)(void *context, zm_u32 address);
    zm_u32 size;
    const zm_u8 *opcodes;           /* of the version, as zm_fill_opcodes does */
    zm_u8 version;
};

/* Decode the instruction at an address. What it says may lead past the end of the code: compare next with size. */
void zm_decode(const struct zm_code *code, zm_u32 address, struct zm_instruction *instruction);

#endif
