/* Golmac: MIT licence, see LICENSE.

   The rows of interp/opcodes.def. */
#include "frontends/tools/goldump/dump.h"

static const struct opcode rows[] = {
#define OPCODE(id, name, handler, class, number, versions, least, most, flags) \
    { name, least, most, flags },
#include "interp/opcodes.def"
};

const struct opcode *opcodes_row(unsigned opcode)
{
    return opcode == ZM_OP_none ? NULL : &rows[opcode - 1];
}
