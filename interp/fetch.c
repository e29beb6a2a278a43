/* Golmac: MIT licence, see LICENSE.

   The stretch of code in reach (see machine.h, "Code"): memory that is all there is one stretch or two, a paged
   story has one for each page, and an instruction that crosses an end is brought into a window. */
#include "machine.h"

/* An instruction that no stretch holds whole is copied to zm->window, and runs there alone. */
enum { WINDOW_SIZE = INSTRUCTION_MAX + 1 };

static code run_window(struct zm *zm, zm_u32 address)
{
    zm->low = zm->window;
    zm->start = address;
    zm->span = 1;
    zm->end = zm->low + 1;
    return zm->low;
}

static code fetch_window(struct zm *zm, zm_u32 address)
{
    unsigned i;

    for (i = 0; i < WINDOW_SIZE; i++)
        zm->window[i] = zm_byte(zm, address + i);
    return run_window(zm, address);
}

#if ZM_PAGED
/* A window on the end of a page and the start of the next: a loop that lies there must not be slow. */
static code join_pages(struct zm *zm, zm_u32 address, unsigned offset)
{
    zm_u16 page = WORD(address >> 9);
    const zm_u8 *from = zm_page(zm, page) + offset;
    unsigned i;

    for (i = 0; i < 512 - offset; i++)
        zm->window[i] = *from++;
    from = zm_page(zm, WORD(page + 1u));
    for (; i < WINDOW_SIZE; i++)
        zm->window[i] = *from++;
    return run_window(zm, address);
}

/* A page, but for what of it is dynamic memory. */
static code fetch_stretch(struct zm *zm, zm_u32 address)
{
    unsigned offset = (unsigned)address & 511, first = 0;
    zm_u32 page = address - offset;

    if (address < zm->dynamic_size || address + WINDOW_SIZE > zm->story_size)
        return fetch_window(zm, address);
    if (offset > 512 - INSTRUCTION_MAX)
        return join_pages(zm, address, offset);
    if (page < zm->dynamic_size)
        first = (unsigned)(zm->dynamic_size - page);
    zm->low = zm_page(zm, WORD(address >> 9)) + first;
    zm->code_page = zm->last_page;
    zm->start = page + first;
    zm->span = 512 - INSTRUCTION_MAX + 1 - first;
    zm->end = zm->low + zm->span;
    return zm->low + (offset - first);
}
#else
static code fetch_stretch(struct zm *zm, zm_u32 address)
{
    zm_u32 end = address < zm->dynamic_size ? zm->dynamic_size : zm->story_size;

    if (address + INSTRUCTION_MAX > end)
        return fetch_window(zm, address);
    zm->low = address < zm->dynamic_size ? zm->dynamic : zm->story + zm->dynamic_size;
    zm->start = address < zm->dynamic_size ? 0 : zm->dynamic_size;
    zm->span = end - zm->start - INSTRUCTION_MAX + 1;
    zm->end = zm->low + zm->span;
    return zm->low + (address - zm->start);
}
#endif

code zm_fetch(struct zm *zm, code ip)
{
    zm_u32 address = zm_address_of(zm, ip);

    if (address < zm->story_size)
        return fetch_stretch(zm, address);
    zm->ip = ip;
    zm_stop(zm, ZM_ERROR_bad_jump, 0);
    return ip;
}
