/* Golmac: MIT licence, see LICENSE.

   Faults and warnings: what went wrong, at which instruction, is recorded in the machine or told to
   the host; nothing here ends the program. */
#include "machine.h"

zm_u32 zm_address_of(const struct zm *zm, code ip)
{
    return zm->start + (zm_u32)(ip - zm->low);
}

void zm_halt(struct zm *zm, unsigned state)
{
    zm->state = LOW(state);
    zm->end = zm->low;
}

static void describe(const struct zm *zm, struct zm_fault *fault, unsigned error, zm_u16 value)
{
    fault->address = zm_address_of(zm, zm->ip);
    fault->value = value;
    fault->error = LOW(error);
}

void zm_stop(struct zm *zm, unsigned error, zm_u16 value)
{
    if (zm->state == ZM_FAULT)
        return;
    describe(zm, &zm->fault, error, value);
    zm_halt(zm, ZM_FAULT);
}

void zm_warn(struct zm *zm, unsigned error, zm_u16 value)
{
    struct zm_fault warning;

    if (!zm->host.warn || zm->state == ZM_FAULT)
        return;
    describe(zm, &warning, error, value);
    zm_flush(zm);
    if (zm->host.warn(zm->host.context, &warning))
        zm_stop(zm, error, value);
}
