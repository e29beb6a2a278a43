/* Golmac: MIT licence, see LICENSE.

   Moments. */
#include "frontends/session/moment.h"
#include "frontends/base/order.h"

#include <stdlib.h>
#include <string.h>

enum { AT_LAYOUT = 0, AT_RANDOM = SAVED_SCREEN_OTHERS, AT_SNAPSHOT_SIZE = 2040, AT_PAINTED_SIZE = 2044, LAYOUT = 1,
       LAYOUT_PAINTED = 2, PAINTED_STEP = 4096 };

/* ---- Taking ---- */

static zm_u32 painted_at(zm_u32 snapshot_size)
{
    return (MOMENT_SCREEN + snapshot_size + PAINTED_STEP - 1) / PAINTED_STEP * PAINTED_STEP;
}

zm_u32 moment_size(const struct zm *zm, const struct saved_screen_bytes *screen)
{
    zm_u32 size = zm_snapshot_size(zm);

    return screen->painted_size ? painted_at(size) + screen->painted_size : MOMENT_SCREEN + size;
}

static void put_painted(unsigned char *moment, zm_u32 snapshot_size, const struct saved_screen_bytes *screen)
{
    zm_u32 end = MOMENT_SCREEN + snapshot_size, at = painted_at(snapshot_size);

    order_put_word(moment + AT_LAYOUT, LAYOUT_PAINTED);
    order_put_long(moment + AT_SNAPSHOT_SIZE, snapshot_size);
    order_put_long(moment + AT_PAINTED_SIZE, screen->painted_size);
    memset(moment + end, 0, at - end);
    memcpy(moment + at, screen->painted, screen->painted_size);
}

void moment_take(unsigned char *moment, struct zm *zm, const struct saved_screen_bytes *screen)
{
    zm_u32 size = zm_snapshot_size(zm);

    memcpy(moment, screen->screen, SAVED_SCREEN);
    order_put_word(moment + AT_LAYOUT, LAYOUT);
    zm_snapshot_random(zm, moment + AT_RANDOM);
    (void)zm_snapshot(zm, moment + MOMENT_SCREEN, size);
    if (screen->painted_size)
        put_painted(moment, size, screen);
}

/* ---- Comparing ---- */

/* Where in the moment the current frame begins, with the address that its routine returns to; 0: nowhere. The registers are
   those of interp/snapshot.c. */
static zm_u32 frame_at(const unsigned char *moment, zm_u32 size)
{
    enum { AT_FRAME = MOMENT_SCREEN + 10, AT_MEMORY_SIZE = MOMENT_SCREEN + 40 };
    zm_u32 at;

    if (size < MOMENT_MEMORY)
        return 0;
    at = MOMENT_MEMORY + (zm_u32)order_word(moment + AT_MEMORY_SIZE) + 2 * (zm_u32)order_word(moment + AT_FRAME);
    return at + 4 <= size ? at : 0;
}

int moment_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size)
{
    enum { AT_INSTRUCTION = MOMENT_SCREEN + 28 };
    zm_u32 one_frame = frame_at(one, one_size), other_frame = frame_at(other, other_size);

    return one_frame && other_frame && memcmp(one + AT_INSTRUCTION, other + AT_INSTRUCTION, 4) == 0
        && memcmp(one + one_frame, other + other_frame, 4) == 0;
}

/* ---- Putting back ---- */

/* The bytes of the snapshot; 0: this is no moment. */
static zm_u32 snapshot_size(const unsigned char *moment, zm_u32 size)
{
    zm_u32 room = size > MOMENT_SCREEN ? size - MOMENT_SCREEN : 0, told;

    if (room == 0 || order_word(moment + AT_LAYOUT) == LAYOUT)
        return room;
    told = order_long(moment + AT_SNAPSHOT_SIZE);
    return order_word(moment + AT_LAYOUT) == LAYOUT_PAINTED && told <= room ? told : 0;
}

struct saved_screen_bytes moment_screen(const unsigned char *moment, zm_u32 size)
{
    struct saved_screen_bytes screen = { moment, NULL, 0 };
    zm_u32 snapshot = snapshot_size(moment, size), told;

    if (snapshot == 0 || order_word(moment + AT_LAYOUT) != LAYOUT_PAINTED)
        return screen;
    told = order_long(moment + AT_PAINTED_SIZE);
    if (told > MOMENT_PAINTED_MAX || painted_at(snapshot) > size || told != size - painted_at(snapshot))
        return screen;
    screen.painted = moment + painted_at(snapshot);
    screen.painted_size = told;
    return screen;
}

int moment_restore(const unsigned char *moment, zm_u32 size, struct zm *zm, int chance)
{
    zm_u32 snapshot = snapshot_size(moment, size);

    if (snapshot == 0 || zm_restore(zm, moment + MOMENT_SCREEN, snapshot) != ZM_ERROR_none)
        return -1;
    if (chance)
        zm_restore_random(zm, moment + AT_RANDOM);
    return 0;
}

/* ---- The story's own bytes ---- */

unsigned char *moment_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size)
{
    zm_u32 length = dynamic_size < code_size ? dynamic_size : code_size;
    unsigned char *base = calloc(1, MOMENT_MEMORY + (size_t)dynamic_size);

    if (base)
        memcpy(base + MOMENT_MEMORY, code, length);
    *size = MOMENT_MEMORY + (zm_u32)dynamic_size;
    return base;
}
