/* Golmac: MIT licence, see LICENSE.

   Calls of the host: for text, gathered into runs, and for opcodes that are the host's. */
#include "machine.h"

void zm_flush(struct zm *zm)
{
    unsigned length = zm->run_length;

    if (length == 0)
        return;
    zm->run_length = 0;
    zm->redraw = 1;
    zm->host.print(zm->host.context, zm->streams, zm->run, length);
}

zm_u16 zm_perform(struct zm *zm, unsigned opcode)
{
    zm_flush(zm);
    return zm->host.perform(zm->host.context, opcode, zm->operand, zm->count);
}
