/* Golmac: MIT licence, see LICENSE.

   Faults and warnings: what went wrong, at which instruction, is recorded in the machine or told to
   the host; nothing here ends the program. */
#include "machine.h"

static struct zm_fault describe(const struct zm *zm, unsigned error, zm_u16 value)
{
    struct zm_fault fault;

    fault.address = zm_address_of(zm, zm->ip);
    fault.value = value;
    fault.error = LOW(error);
    return fault;
}

void zm_stop(struct zm *zm, unsigned error, zm_u16 value)
{
    if (zm->state == ZM_FAULT)
        return;
    zm->fault = describe(zm, error, value);
    zm->state = ZM_FAULT;
}

void zm_warn(struct zm *zm, unsigned error, zm_u16 value)
{
    struct zm_fault warning;

    if (!zm->host.warn || zm->state == ZM_FAULT)
        return;
    warning = describe(zm, error, value);
    zm_flush(zm);
    if (zm->host.warn(zm->host.context, &warning))
        zm_stop(zm, error, value);
}
