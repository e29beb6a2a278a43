/* Golmac: MIT licence, see LICENSE.

   The rows of interp/opcodes.def, by class and number. */
#include "frontends/tools/goldump/dump.h"

#include <string.h>

static const struct opcode rows[] = {
#define OPCODE(id, name, handler, operands, number, versions, least, most, flags) \
    { name, CLASS_##operands, number, versions, least, most, flags },
#include "interp/opcodes.def"
};

void opcodes_fill(struct opcodes *opcodes, int version)
{
    memset(opcodes, 0, sizeof *opcodes);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].versions & ZM_V(version, version))
            opcodes->at[rows[i].operands][rows[i].number] = &rows[i];
}
