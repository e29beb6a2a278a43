/* Golmac: MIT licence, see LICENSE.

   Instructions (section 4), as interp/decode.c reads them: where they lead, and what is wrong with them. */
#include "frontends/tools/goldump/dump.h"

static zm_u8 byte_at(void *dump, zm_u32 address)
{
    return image_byte(dump, address);
}

static void take_operands(struct instruction *i, const struct zm_instruction *read)
{
    i->operand_count = read->count;
    for (int k = 0; k < read->count; k++) {
        i->operands[k].type = (enum operand_type)read->operand[k].type;
        i->operands[k].value = read->operand[k].value;
    }
}

static void take_branch(struct instruction *i, const struct zm_instruction *read)
{
    i->branch_if = read->branches_if;
    i->branch = read->offset == 0 ? BRANCH_FALSE : read->offset == 1 ? BRANCH_TRUE : BRANCH_TO;
    i->target = i->next + (size_t)(long)read->offset - 2;
}

static void take_jump(struct instruction *i)
{
    uint16_t label = i->operands[0].value;

    i->jumps = true;
    i->target = i->next + (i->operands[0].type == OPERAND_SMALL ? label : (size_t)(long)(int16_t)label) - 2;
}

static const char *take_tail(const struct dump *dump, struct instruction *i, const struct zm_instruction *read)
{
    if (read->flags & ZM_STORES)
        i->store = read->result;
    if (read->flags & ZM_BRANCHES)
        take_branch(i, read);
    i->text = read->text;
    if ((read->flags & ZM_LABEL) && i->operands[0].type != OPERAND_VARIABLE)
        take_jump(i);
    if (i->next > dump->image.bytes.size)
        return "the story ends in the middle of an instruction";
    if ((i->branch == BRANCH_TO || i->jumps) && i->target >= dump->image.bytes.size)
        return "a branch leads out of the story";
    return NULL;
}

const char *instruction_decode(const struct dump *dump, size_t address, struct instruction *instruction)
{
    struct zm_code code = { (void *)dump, byte_at, (zm_u32)dump->image.bytes.size, dump->opcodes,
                            (zm_u8)dump->image.version };
    struct zm_instruction read;

    *instruction = (struct instruction){ .address = address, .next = address, .store = -1 };
    if (address >= dump->image.bytes.size)
        return "the story ends here";
    zm_decode(&code, (zm_u32)address, &read);
    instruction->next = read.next;
    instruction->opcode = opcodes_row(read.opcode);
    take_operands(instruction, &read);
    if (!instruction->opcode)
        return "no opcode of this version";
    if ((unsigned)instruction->operand_count < instruction->opcode->least)
        return "an instruction lacks operands";
    return take_tail(dump, instruction, &read);
}
