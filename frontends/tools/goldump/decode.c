/* Golmac: MIT licence, see LICENSE.

   Instructions (section 4). */
#include "frontends/tools/goldump/dump.h"

static void add_operand(const struct dump *dump, struct instruction *i, enum operand_type type)
{
    struct operand *operand = &i->operands[i->operand_count++];

    operand->type = type;
    operand->value = type == OPERAND_LARGE ? image_word(dump, i->next) : image_byte(dump, i->next);
    i->next += type == OPERAND_LARGE ? 2 : 1;
}

/* Types are two bits each, the first on top; nothing follows an omitted one (4.4.3). */
static void add_operands(const struct dump *dump, struct instruction *i, unsigned types, int count)
{
    for (int k = count - 1; k >= 0; k--) {
        enum operand_type type = (enum operand_type)(types >> 2 * k & 3);

        if (type == OPERAND_OMITTED)
            return;
        add_operand(dump, i, type);
    }
}

/* Opcode and operands. */
static void decode_head(const struct dump *dump, struct instruction *i, unsigned first)
{
    enum opcode_class class = CLASS_2OP;
    unsigned number = first & 31;

    i->next = i->address + 1;
    if (first < 0x80) {
        add_operand(dump, i, first & 0x40 ? OPERAND_VARIABLE : OPERAND_SMALL);
        add_operand(dump, i, first & 0x20 ? OPERAND_VARIABLE : OPERAND_SMALL);
    } else if (first < 0xC0 && !(first == 0xBE && dump->image.version >= 5)) {
        class = (first >> 4 & 3) == OPERAND_OMITTED ? CLASS_0OP : CLASS_1OP;
        number = first & 15;
        add_operands(dump, i, first >> 4 & 3, 1);
    } else {
        unsigned types;

        class = first == 0xBE ? CLASS_EXT : first & 0x20 ? CLASS_VAR : CLASS_2OP;
        if (first == 0xBE)
            number = image_byte(dump, i->next++);
        types = image_byte(dump, i->next++);
        i->opcode = dump->opcodes.at[class][number];
        if (i->opcode && i->opcode->most > 4) {
            types = types << 8 | image_byte(dump, i->next++);
            add_operands(dump, i, types, 8);
        } else
            add_operands(dump, i, types, 4);
    }
    i->opcode = dump->opcodes.at[class][number];
}

/* 4.7 */
static void decode_branch(const struct dump *dump, struct instruction *i)
{
    unsigned first = image_byte(dump, i->next++);
    int offset = first & 0x3F;

    i->branch_if = first & 0x80;
    if (!(first & 0x40)) {
        offset = offset << 8 | image_byte(dump, i->next++);
        if (offset & 0x2000)
            offset -= 0x4000;
    }
    i->branch = offset == 0 ? BRANCH_FALSE : offset == 1 ? BRANCH_TRUE : BRANCH_TO;
    i->target = i->next + (size_t)(long)offset - 2;
}

static const char *decode_tail(const struct dump *dump, struct instruction *i)
{
    unsigned flags = i->opcode->flags;

    if (flags & ZM_STORES)
        i->store = image_byte(dump, i->next++);
    if (flags & ZM_BRANCHES)
        decode_branch(dump, i);
    if (flags & ZM_TEXT) {
        i->text = i->next;
        while (i->next < dump->image.bytes.size && !(image_byte(dump, i->next) & 0x80))
            i->next += 2;
        i->next += 2;
    }
    if ((flags & ZM_LABEL) && i->operands[0].type != OPERAND_VARIABLE) {
        i->jumps = true;
        i->target = i->next + (size_t)(long)(int16_t)i->operands[0].value - 2;
        if (i->operands[0].type == OPERAND_SMALL)
            i->target = i->next + i->operands[0].value - 2;
    }
    if (i->next > dump->image.bytes.size)
        return "the story ends in the middle of an instruction";
    if ((i->branch == BRANCH_TO || i->jumps) && i->target >= dump->image.bytes.size)
        return "a branch leads out of the story";
    return NULL;
}

const char *instruction_decode(const struct dump *dump, size_t address, struct instruction *instruction)
{
    *instruction = (struct instruction){ .address = address, .next = address, .store = -1 };
    if (address >= dump->image.bytes.size)
        return "the story ends here";
    decode_head(dump, instruction, image_byte(dump, address));
    if (!instruction->opcode)
        return "no opcode of this version";
    if ((unsigned)instruction->operand_count < instruction->opcode->least)
        return "an instruction lacks operands";
    return decode_tail(dump, instruction);
}
