/* Golmac: MIT licence, see LICENSE.

   Random numbers (section 2.4 of the standard's remarks, and 15, random): the generator whose
   sequences Frotz's users know, so that recorded walkthroughs replay word for word. */
#include "variables.h"

enum { LARGEST_CYCLE = 999 };

void zm_seed(struct zm *zm, zm_u32 seed)
{
    zm->seed = seed;
    zm->random = seed;
    zm->cycle_length = 0;
}

static zm_u16 draw(struct zm *zm)
{
    if (zm->cycle_length) {
        zm->cycle = WORD(zm->cycle % zm->cycle_length + 1u);
        return WORD(zm->cycle - 1u);
    }
    zm->random = (zm_u32)0x015A4E35 * zm->random + 1;
    return WORD(zm->random >> 16 & 0x7FFF);
}

/* Predictable mode: small seeds count 1 to seed and again, large ones start the generator. */
static void reseed(struct zm *zm, zm_u16 seed)
{
    zm->cycle = 0;
    zm->cycle_length = seed <= LARGEST_CYCLE ? seed : WORD(0);
    zm->random = seed;
}

/* As at the start: @random 0 and @restart. */
void zm_unseed(struct zm *zm)
{
    zm->cycle_length = 0;
    zm->random = zm->host.entropy ? zm->host.entropy(zm->host.context) : zm->seed;
}

code op_random(struct zm *zm, code ip)
{
    zm_u16 range = zm->operand[0];
    zm_u16 result = 0;

    if (range == 0)
        zm_unseed(zm);
    else if (range & 0x8000)
        reseed(zm, WORD(0u - range));
    else
        result = WORD(draw(zm) % range + 1u);
    return zm_store(zm, ip, result);
}
