/* Golmac: MIT licence, see LICENSE.

   Differences of runs of bytes: either way, whatever the lengths; and what is no difference is refused. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include "zmachine.h"

enum { LARGEST = 5000, PAIRS = 3000, ROOM = ZM_DIFF_ROOM(LARGEST) };

static unsigned draw(unsigned *seed, unsigned range)
{
    *seed = *seed * 0x015A4E35u + 1;
    return (*seed >> 16 & 0x7FFF) % range;
}

/* Bytes that are like the others, save in some places; zeros past size. */
static zm_u32 make_other(zm_u8 *other, const zm_u8 *bytes, zm_u32 size, unsigned *seed)
{
    zm_u32 other_size = draw(seed, 3) ? size : draw(seed, LARGEST), places = draw(seed, 4) * draw(seed, 300), at;

    memset(other, 0, LARGEST);
    memcpy(other, bytes, other_size < size ? other_size : size);
    for (; places > 0 && other_size; places--) {
        at = draw(seed, other_size);
        other[at] = (zm_u8)draw(seed, 256);
    }
    return other_size;
}

static void leads_either_way(void **state)
{
    static zm_u8 a[LARGEST], b[LARGEST], work[LARGEST], difference[ROOM], smaller[ROOM];
    unsigned seed = 3, i, k;

    (void)state;
    for (i = 0; i < PAIRS; i++) {
        zm_u32 a_size = draw(&seed, LARGEST), b_size, size;

        memset(a, 0, sizeof a);
        for (k = 0; k < a_size; k++)
            a[k] = (zm_u8)draw(&seed, 256);
        b_size = make_other(b, a, a_size, &seed);
        size = zm_diff(a, a_size, b, b_size, difference, ROOM);
        assert_in_range(size, 0, ZM_DIFF_ROOM(a_size > b_size ? a_size : b_size));
        assert_true(size > 0 || memcmp(a, b, LARGEST) == 0);
        memcpy(work, a, LARGEST);
        assert_int_equal(zm_apply(work, a_size > b_size ? a_size : b_size, difference, size), ZM_ERROR_none);
        assert_memory_equal(work, b, LARGEST);
        assert_int_equal(zm_apply(work, a_size > b_size ? a_size : b_size, difference, size), ZM_ERROR_none);
        assert_memory_equal(work, a, LARGEST);
        if (size == 0)
            continue;
        memset(smaller, 0xEE, sizeof smaller);
        assert_int_equal(zm_diff(a, a_size, b, b_size, smaller, size - 1), size); /* counted, not written */
        assert_int_equal(smaller[size - 1], 0xEE);
    }
}

/* In exactly as much memory as it says, so that the sanitizers see what is out of bounds. */
static void refuses_what_leads_outside(void **state)
{
    static const struct { zm_u8 bytes[6]; zm_u32 size; } wrong[] = {
        { { 0, 5, 1, 1, 1, 1 }, 6 }, /* more bytes than it has */
        { { 4, 1, 1 }, 3 },          /* past the end */
        { { 5 }, 1 }, { { 0x80 }, 1 }, { { 0, 0x80 }, 2 },
        { { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 }, 6 },
    };
    unsigned seed = 5, i, k;

    (void)state;
    for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        zm_u8 *bytes = calloc(4, 1);

        assert_non_null(bytes);
        assert_int_equal(zm_apply(bytes, 4, wrong[i].bytes, wrong[i].size), ZM_ERROR_bad_snapshot);
        free(bytes);
    }
    for (i = 0; i < 20000; i++) {
        zm_u32 size = draw(&seed, 40), length = draw(&seed, 20);
        zm_u8 *bytes = calloc(size + !size, 1), *random = malloc(length + !length);

        assert_true(bytes && random);
        for (k = 0; k < length; k++)
            random[k] = (zm_u8)(draw(&seed, 2) ? draw(&seed, 8) : draw(&seed, 256));
        (void)zm_apply(bytes, size, random, length);
        free(bytes);
        free(random);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leads_either_way),
        cmocka_unit_test(refuses_what_leads_outside),
    };

    return cmocka_run_group_tests_name("difference", tests, NULL, NULL);
}
