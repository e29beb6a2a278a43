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

unsigned zm_quetzal_write_prompt(struct zm *zm, const struct zm_sink *sink)
{
    zm_u32 way_back = find_way_back(zm);

    return way_back ? zm_write_save(zm, sink, way_back, 1) : (unsigned)ZM_ERROR_save_prompt;
}
