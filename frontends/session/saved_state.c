/* Golmac: MIT licence, see LICENSE.

   States. */
#include "frontends/session/saved_state.h"
#include "frontends/base/order.h"

#include <stdlib.h>
#include <string.h>

enum { AT_LAYOUT = 0, AT_RANDOM = SAVED_SCREEN_OTHERS, AT_SNAPSHOT_SIZE = 2040, AT_PAINTED_SIZE = 2044, LAYOUT = 1,
       LAYOUT_PAINTED = 2, PAINTED_STEP = 4096 };

/* ---- Taking ---- */

static zm_u32 painted_at(zm_u32 snapshot_size)
{
    return (SAVED_STATE_SCREEN + snapshot_size + PAINTED_STEP - 1) / PAINTED_STEP * PAINTED_STEP;
}

zm_u32 saved_state_size(const struct zm *zm, const struct saved_screen_bytes *screen)
{
    zm_u32 size = zm_snapshot_size(zm);

    return screen->painted_size ? painted_at(size) + screen->painted_size : SAVED_STATE_SCREEN + size;
}

static void put_painted(unsigned char *state, zm_u32 snapshot_size, const struct saved_screen_bytes *screen)
{
    zm_u32 end = SAVED_STATE_SCREEN + snapshot_size, at = painted_at(snapshot_size);

    order_put_word(state + AT_LAYOUT, LAYOUT_PAINTED);
    order_put_long(state + AT_SNAPSHOT_SIZE, snapshot_size);
    order_put_long(state + AT_PAINTED_SIZE, screen->painted_size);
    memset(state + end, 0, at - end);
    memcpy(state + at, screen->painted, screen->painted_size);
}

void saved_state_take(unsigned char *state, struct zm *zm, const struct saved_screen_bytes *screen)
{
    zm_u32 size = zm_snapshot_size(zm);

    memcpy(state, screen->screen, SAVED_SCREEN);
    order_put_word(state + AT_LAYOUT, LAYOUT);
    zm_snapshot_random(zm, state + AT_RANDOM);
    (void)zm_snapshot(zm, state + SAVED_STATE_SCREEN, size);
    if (screen->painted_size)
        put_painted(state, size, screen);
}

/* ---- Comparing ---- */

/* Where in the state the current frame begins, with the address that its routine returns to; 0: nowhere. The
   registers are those of interp/snapshot.h. */
static zm_u32 frame_at(const unsigned char *state, zm_u32 size)
{
    enum { AT_FRAME = SAVED_STATE_SCREEN + SNAPSHOT_FRAME, AT_MEMORY_SIZE = SAVED_STATE_SCREEN + SNAPSHOT_SIZE };
    zm_u32 at;

    if (size < SAVED_STATE_MEMORY)
        return 0;
    at = SAVED_STATE_MEMORY + (zm_u32)order_word(state + AT_MEMORY_SIZE) + 2 * (zm_u32)order_word(state + AT_FRAME);
    return at + 4 <= size ? at : 0;
}

bool saved_state_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size)
{
    enum { AT_INSTRUCTION = SAVED_STATE_SCREEN + SNAPSHOT_INSTRUCTION };
    zm_u32 one_frame = frame_at(one, one_size), other_frame = frame_at(other, other_size);

    return one_frame && other_frame && memcmp(one + AT_INSTRUCTION, other + AT_INSTRUCTION, 4) == 0
        && memcmp(one + one_frame, other + other_frame, 4) == 0;
}

/* ---- Putting back ---- */

/* The bytes of the snapshot; 0: this is no state. */
static zm_u32 snapshot_size(const unsigned char *state, zm_u32 size)
{
    zm_u32 room = size > SAVED_STATE_SCREEN ? size - SAVED_STATE_SCREEN : 0, claimed;

    if (room == 0 || order_word(state + AT_LAYOUT) == LAYOUT)
        return room;
    claimed = order_long(state + AT_SNAPSHOT_SIZE);
    return order_word(state + AT_LAYOUT) == LAYOUT_PAINTED && claimed <= room ? claimed : 0;
}

struct saved_screen_bytes saved_state_screen(const unsigned char *state, zm_u32 size)
{
    struct saved_screen_bytes screen = { state, NULL, 0 };
    zm_u32 snapshot = snapshot_size(state, size), claimed;

    if (snapshot == 0 || order_word(state + AT_LAYOUT) != LAYOUT_PAINTED)
        return screen;
    claimed = order_long(state + AT_PAINTED_SIZE);
    if (claimed > SAVED_STATE_PAINTED_MAX || painted_at(snapshot) > size || claimed != size - painted_at(snapshot))
        return screen;
    screen.painted = state + painted_at(snapshot);
    screen.painted_size = claimed;
    return screen;
}

int saved_state_restore(const unsigned char *state, zm_u32 size, struct zm *zm, bool chance)
{
    zm_u32 snapshot = snapshot_size(state, size);

    if (snapshot == 0 || zm_restore(zm, state + SAVED_STATE_SCREEN, snapshot) != ZM_ERROR_none)
        return -1;
    if (chance)
        zm_restore_random(zm, state + AT_RANDOM);
    return 0;
}

/* ---- The story's own bytes ---- */

unsigned char *saved_state_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size)
{
    zm_u32 length = dynamic_size < code_size ? dynamic_size : code_size;
    unsigned char *base = calloc(1, SAVED_STATE_MEMORY + (size_t)dynamic_size);

    if (base)
        memcpy(base + SAVED_STATE_MEMORY, code, length);
    *size = SAVED_STATE_MEMORY + (zm_u32)dynamic_size;
    return base;
}
