/* Golmac: MIT licence, see LICENSE.

   Where the machine executes, its variables (4.2.2, 6.2, 6.3), results and branches (4.6, 4.7): what most opcodes end
   with. Where code may be large these functions are inline, in every file that includes this; else they stand once, in
   variables.c. */
#ifndef ZM_VARIABLES_H
#define ZM_VARIABLES_H

#include "machine.h"

#if ZM_FAST
#define ZM_SHARED ZM_HOT ZM_UNUSED
#else
#define ZM_SHARED
#endif

/* Continue at a story address. One out of reach stays so until the next fetch moves the stretch. */
ZM_SHARED code zm_go(struct zm *zm, zm_u32 address);

ZM_SHARED void zm_push(struct zm *zm, zm_u16 value);
ZM_SHARED zm_u16 zm_pop(struct zm *zm);
ZM_SHARED zm_u16 zm_read_variable(struct zm *zm, unsigned variable);
ZM_SHARED void zm_write_variable(struct zm *zm, unsigned variable, zm_u16 value);
/* An indirect reference to the stack writes its top in place (6.3.4). */
ZM_SHARED void zm_poke_variable(struct zm *zm, unsigned variable, zm_u16 value);
/* There is no such variable: a fault, and 0. */
zm_u16 zm_no_variable(struct zm *zm, unsigned variable);

/* Complete an instruction that stores, or branches: ip is at the store byte, or the branch; condition is 0 or 1. */
ZM_SHARED code zm_store(struct zm *zm, code ip, zm_u16 value);
ZM_SHARED code zm_branch(struct zm *zm, code ip, int condition);

#define SIGN_EXTEND(word) (((zm_u32)(word) ^ 0x8000u) - 0x8000u)

#if ZM_FAST || defined ZM_DEFINE_VARIABLES

ZM_SHARED code zm_go(struct zm *zm, zm_u32 address)
{
    zm_u32 offset = address - zm->start;

    if (offset < zm->span)
        return zm->low + offset;
    zm->start = address;
    zm->span = 0;
    zm->end = zm->low;
    return zm->low;
}

ZM_SHARED void zm_push(struct zm *zm, zm_u16 value)
{
    if (ZM_RARELY(zm->sp >= zm->limit))
        zm_stop(zm, ZM_ERROR_stack_overflow, 0);
    else
        *zm->sp++ = value;
}

ZM_SHARED zm_u16 zm_pop(struct zm *zm)
{
    if (ZM_RARELY(zm->sp <= zm->base)) {
        zm_stop(zm, ZM_ERROR_stack_underflow, 0);
        return 0;
    }
    return *--zm->sp;
}

ZM_SHARED zm_u16 zm_read_variable(struct zm *zm, unsigned variable)
{
    const zm_u8 *global;

    if (variable - 1 < zm->local_count)
        return zm->locals[variable - 1];
    if (variable == 0)
        return zm_pop(zm);
    if (ZM_RARELY(variable - 16 >= zm->global_count))
        return zm_no_variable(zm, variable);
    global = zm->globals + 2 * (variable - 16);
    return WORD((unsigned)global[0] << 8 | global[1]);
}

ZM_SHARED void zm_write_variable(struct zm *zm, unsigned variable, zm_u16 value)
{
    zm_u8 *global;

    if (variable - 1 < zm->local_count)
        zm->locals[variable - 1] = value;
    else if (variable == 0)
        zm_push(zm, value);
    else if (ZM_RARELY(variable - 16 >= zm->global_count))
        (void)zm_no_variable(zm, variable);
    else {
        global = zm->globals + 2 * (variable - 16);
        global[0] = LOW(value >> 8);
        global[1] = LOW(value);
    }
}

ZM_SHARED void zm_poke_variable(struct zm *zm, unsigned variable, zm_u16 value)
{
    variable &= 0xFF;
    if (variable == 0)
        (void)zm_pop(zm);
    zm_write_variable(zm, variable, value);
}

ZM_SHARED code zm_store(struct zm *zm, code ip, zm_u16 value)
{
    zm_write_variable(zm, *ip, value);
    return ip + 1;
}

/* Offset 0 and 1 return false and true; others count from after the branch, less 2. */
ZM_HOT code zm_jump(struct zm *zm, code ip, zm_u16 offset)
{
    if (offset > 1)
        return zm_go(zm, zm_address_of(zm, ip) + SIGN_EXTEND(offset) - 2u);
    return zm_return(zm, offset);
}

ZM_SHARED code zm_branch(struct zm *zm, code ip, int condition)
{
    unsigned first = *ip++;
    unsigned offset = first & 0x3F;

    if (!(first & 0x40))
        offset = (offset ^ 0x20) << 8 | *ip++;
    if ((unsigned)condition != first >> 7)
        return ip;
    if (!(first & 0x40))
        offset -= 0x2000;
    return zm_jump(zm, ip, WORD(offset));
}

#endif
#endif
