/* Golmac: MIT licence, see LICENSE.

   Saves made at a prompt, by the player and not by the story: any interpreter restores them as if the
   story had saved within a routine that then returns to the instruction which asks for input. Two bytes
   of the story that do so, the way back, are enough. */
#include "machine.h"

/* Whether execution that is resumed at address, as after a save, returns from its routine at once:
   a branch when true to "return", or a store to a local or the stack, then rtrue or rfalse. */
static int is_way_back(struct zm *zm, zm_u32 address)
{
    unsigned byte = zm_byte(zm, address);

    if (BEFORE(zm, 4))
        return (byte | 1) == 0xC1;
    return byte <= LOCALS_MAX && (zm_byte(zm, address + 1) | 1) == 0xB1;
}

static zm_u32 find_way_back(struct zm *zm)
{
    zm_u32 address;

    for (address = zm->dynamic_size; address < zm->story_size; address++)
        if (is_way_back(zm, address))
            return address;
    return 0;
}

static zm_u8 code_byte(void *context, zm_u32 address)
{
    struct zm *zm = (struct zm *)context;

    return zm_byte(zm, address);
}

/* Operands of the waiting instruction that came off the stack, the last taken first. */
static void find_taken(struct zm *zm, struct zm_prompt *prompt)
{
    struct zm_code code;
    struct zm_instruction read;
    unsigned i;

    code.context = zm;
    code.byte = code_byte;
    code.size = zm->story_size;
    code.opcodes = zm->opcode;
    code.version = zm->version;
    zm_decode(&code, zm->request.instruction, &read);
    prompt->taken_count = 0;
    for (i = 0; i < read.count && i < 4; i++)
        if (read.operand[i].type == ZM_OPERAND_VARIABLE && read.operand[i].value == 0)
            prompt->taken[prompt->taken_count++] = zm->request.operand[i];
    for (i = 0; i < prompt->taken_count / 2u; i++) {
        zm_u16 swapped = prompt->taken[i];

        prompt->taken[i] = prompt->taken[prompt->taken_count - 1u - i];
        prompt->taken[prompt->taken_count - 1u - i] = swapped;
    }
}

unsigned zm_quetzal_write_prompt(struct zm *zm, const struct zm_sink *sink)
{
    struct zm_prompt prompt;

    prompt.way_back = find_way_back(zm);
    if (prompt.way_back == 0)
        return ZM_ERROR_save_prompt;
    find_taken(zm, &prompt);
    return zm_write_save(zm, sink, prompt.way_back, &prompt);
}
