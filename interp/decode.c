/* Golmac: MIT licence, see LICENSE.

   Decoding (section 4): opcode and operands, then what follows them. */
#include "decode.h"

void zm_fill_opcodes(zm_u8 opcodes[SLOT_COUNT], unsigned version)
{
    static const struct { zm_u8 slot, versions; } rows[] = {
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) {SLOT_##class + number, versions},
#include "opcodes.def"
    };
    unsigned i;

    for (i = 0; i < SLOT_COUNT; i++)
        opcodes[i] = ZM_OP_none;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].versions & ZM_V(version, version))
            opcodes[rows[i].slot] = (zm_u8)(i + 1);
}

static unsigned next_byte(const struct zm_code *code, struct zm_instruction *i)
{
    return code->byte(code->context, i->next++);
}

static void add_operand(const struct zm_code *code, struct zm_instruction *i, unsigned type)
{
    unsigned value = next_byte(code, i);

    if (type == ZM_OPERAND_LARGE)
        value = value << 8 | next_byte(code, i);
    i->operand[i->count].type = (zm_u8)type;
    i->operand[i->count++].value = (zm_u16)value;
}

/* Types are two bits each, the first on top; nothing follows an omitted one (4.4.3). */
static void add_operands(const struct zm_code *code, struct zm_instruction *i, unsigned types)
{
    int shift;

    for (shift = 14; shift >= 0 && (types >> shift & 3) != ZM_OPERAND_OMITTED; shift -= 2)
        add_operand(code, i, types >> shift & 3);
}

/* The variable and the extended form; call_vs2 and call_vn2 have two bytes of types (4.4.3.1). */
static unsigned decode_variable(const struct zm_code *code, struct zm_instruction *i, unsigned first)
{
    unsigned slot = first == 0xBE ? SLOT_EXT + next_byte(code, i) : first & 0x3F;
    unsigned types = next_byte(code, i) << 8;

    types |= first == 0xEC || first == 0xFA ? next_byte(code, i) : 0xFFu;
    add_operands(code, i, types);
    return slot;
}

/* Opcode and operands (4.3, 4.4). Returns the opcode's slot. */
static unsigned decode_head(const struct zm_code *code, struct zm_instruction *i)
{
    unsigned first = next_byte(code, i), type = first >> 4 & 3;

    if (first < 0x80) {
        add_operand(code, i, first & 0x40 ? ZM_OPERAND_VARIABLE : ZM_OPERAND_SMALL);
        add_operand(code, i, first & 0x20 ? ZM_OPERAND_VARIABLE : ZM_OPERAND_SMALL);
        return first & 0x1F;
    }
    if (first >= 0xC0 || (first == 0xBE && code->version >= 5))
        return decode_variable(code, i, first);
    if (type == ZM_OPERAND_OMITTED)
        return SLOT_0OP + (first & 0x0F);
    add_operand(code, i, type);
    return SLOT_1OP + (first & 0x0F);
}

/* 4.7 */
static void decode_branch(const struct zm_code *code, struct zm_instruction *i)
{
    unsigned first = next_byte(code, i), offset = first & 0x3F;

    i->branches_if = (zm_u8)(first >> 7);
    if (!(first & 0x40)) {
        offset = offset << 8 | next_byte(code, i);
        offset = (offset ^ 0x2000) - 0x2000;
    }
    i->offset = (zm_s16)(zm_u16)offset;
}

static void decode_tail(const struct zm_code *code, struct zm_instruction *i)
{
    if (i->flags & ZM_STORES)
        i->result = (zm_u8)next_byte(code, i);
    if (i->flags & ZM_BRANCHES)
        decode_branch(code, i);
    if (i->flags & ZM_TEXT) {
        i->text = i->next;
        while (i->next < code->size && !(code->byte(code->context, i->next) & 0x80))
            i->next += 2;
        i->next += 2;
    }
}

void zm_decode(const struct zm_code *code, zm_u32 address, struct zm_instruction *instruction)
{
    static const zm_u8 flags[] = {
        0,
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) (zm_u8)(flags),
#include "opcodes.def"
    };
    static const struct zm_instruction nothing = { 0 };
    unsigned slot;

    *instruction = nothing;
    instruction->next = address;
    slot = decode_head(code, instruction);
    if (slot < SLOT_COUNT)
        instruction->opcode = code->opcodes[slot];
    instruction->flags = flags[instruction->opcode];
    decode_tail(code, instruction);
}
