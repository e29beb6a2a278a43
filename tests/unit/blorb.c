/* Golmac: MIT licence, see LICENSE.

   Blorb files: what is in them is found; what is broken in them is left out, whatever the bytes are. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include "frontends/formats/blorb.h"

enum { ROOM = 1024 };

/* A file as it is made: chunks are added, then the index is filled in. */
struct made { unsigned char bytes[ROOM]; size_t size; unsigned resources; };

static void put_number(unsigned char *at, unsigned long number)
{
    at[0] = (unsigned char)(number >> 24);
    at[1] = (unsigned char)(number >> 16);
    at[2] = (unsigned char)(number >> 8);
    at[3] = (unsigned char)number;
}

static unsigned char *add_chunk(struct made *made, const char *type, size_t size)
{
    unsigned char *chunk = made->bytes + made->size;

    memcpy(chunk, type, 4);
    put_number(chunk + 4, size);
    made->size += 8 + size + (size & 1);
    put_number(made->bytes + 4, made->size - 8);
    return chunk + 8;
}

/* A Blorb file with room for four resources in its index. */
static void begin(struct made *made)
{
    memset(made, 0, sizeof *made);
    memcpy(made->bytes, "FORM\0\0\0\0IFRS", 12);
    made->size = 12;
    add_chunk(made, "RIdx", 4 + 4 * 12);
}

static void add_resource(struct made *made, const char *usage, unsigned number, const char *type, size_t size)
{
    unsigned char *entry = made->bytes + 24 + 12 * made->resources++;

    memcpy(entry, usage, 4);
    put_number(entry + 4, number);
    put_number(entry + 8, made->size);
    add_chunk(made, type, size);
    put_number(made->bytes + 20, made->resources);
}

static void open_made(struct blorb *blorb, const struct made *made)
{
    struct message why;

    assert_int_equal(blorb_open(blorb, made->bytes, made->size, &why), 0);
}

static void finds_its_resources(void **state)
{
    struct made made;
    struct blorb blorb;
    const struct blorb_chunk *chunk;
    zm_u32 highest;

    (void)state;
    begin(&made);
    add_resource(&made, "Pict", 7, "JPEG", 5);
    add_resource(&made, "Pict", 2, "PNG ", 9);
    add_resource(&made, "Snd ", 2, "OGGV", 4);
    open_made(&blorb, &made);
    assert_string_equal(blorb.damage.text, "");
    chunk = blorb_find(&blorb, BLORB_PICTURE, 7);
    assert_non_null(chunk);
    assert_int_equal(chunk->type, BLORB_ID('J', 'P', 'E', 'G'));
    assert_int_equal(chunk->size, 5);
    assert_int_equal(blorb_find(&blorb, BLORB_SOUND, 2)->size, 4);
    assert_null(blorb_find(&blorb, BLORB_SOUND, 7));
    assert_null(blorb_find(&blorb, BLORB_CODE, 0));
    assert_int_equal(blorb_pictures(&blorb, &highest), 2);
    assert_int_equal(highest, 7);
    blorb_close(&blorb);
}

static void an_aiff_file_keeps_its_header(void **state)
{
    struct made made;
    struct blorb blorb;
    const struct blorb_chunk *chunk;

    (void)state;
    begin(&made);
    add_resource(&made, "Snd ", 3, "FORM", 12);
    memcpy(made.bytes + made.size - 12, "AIFF", 4);
    open_made(&blorb, &made);
    chunk = blorb_find(&blorb, BLORB_SOUND, 3);
    assert_non_null(chunk);
    assert_int_equal(chunk->type, BLORB_ID('A', 'I', 'F', 'F'));
    assert_int_equal(chunk->size, 20);
    assert_memory_equal(chunk->bytes, "FORM", 4);
    blorb_close(&blorb);
}

/* Blorb 2.0.4, "The Resolution Chunk": a compass rose 75 by 50 that is twice its size at most, its size at least. */
static void scales_as_the_file_says(void **state)
{
    static const unsigned long numbers[] = { 600, 400, 0, 0, 0, 0, 5, 2, 1, 1, 1, 2, 1 };
    struct made made;
    struct blorb blorb;
    unsigned char *chunk;
    unsigned i, width, height;

    (void)state;
    begin(&made);
    chunk = add_chunk(&made, "Reso", sizeof numbers / sizeof *numbers * 4);
    for (i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put_number(chunk + 4 * i, numbers[i]);
    open_made(&blorb, &made);
    assert_true(blorb_window(&blorb, &width, &height));
    assert_int_equal(width, 600);
    assert_int_equal(height, 400);
    assert_int_equal(blorb_scale(&blorb, 5, 600, 400), 2 * 65536);
    assert_int_equal(blorb_scale(&blorb, 5, 1200, 800), 2 * 65536);
    assert_int_equal(blorb_scale(&blorb, 5, 450, 400), 98304);
    assert_int_equal(blorb_scale(&blorb, 5, 60, 40), 65536);
    assert_int_equal(blorb_scale(&blorb, 6, 60, 40), 65536);
    blorb_close(&blorb);
}

static void tells_what_is_said_of_resources(void **state)
{
    static const unsigned char header[64] = { 6, 0, 0, 9, [18] = '9', '9', '0', '1', '0', '1', [28] = 0x12, 0x34 };
    struct made made;
    struct blorb blorb;
    unsigned char *chunk;
    zm_u32 number = 0;

    (void)state;
    begin(&made);
    put_number(add_chunk(&made, "APal", 4), 12);
    chunk = add_chunk(&made, "Loop", 16);
    put_number(chunk, 4);
    put_number(chunk + 8, 5);
    put_number(chunk + 12, 1);
    put_number(add_chunk(&made, "Fspc", 4), 3);
    memcpy(add_chunk(&made, "RelN", 2), "\x01\x02", 2);
    chunk = add_chunk(&made, "IFhd", 13);
    memcpy(chunk, "\0\x09" "990101\x12\x34", 10);
    open_made(&blorb, &made);
    assert_true(blorb_is_adaptive(&blorb, 12));
    assert_false(blorb_is_adaptive(&blorb, 13));
    assert_true(blorb_is_looped(&blorb, 4));
    assert_false(blorb_is_looped(&blorb, 5));
    assert_true(blorb_cover(&blorb, &number));
    assert_int_equal(number, 3);
    assert_int_equal(blorb_release(&blorb), 0x102);
    assert_true(blorb_fits(&blorb, header));
    chunk[1] = 8;
    assert_false(blorb_fits(&blorb, header));
    blorb_close(&blorb);
}

static void leaves_out_what_is_not_there(void **state)
{
    struct made made;
    struct blorb blorb;

    (void)state;
    begin(&made);
    add_resource(&made, "Pict", 1, "PNG ", 20);
    add_resource(&made, "Pict", 2, "PNG ", 20);
    made.size -= 3;
    open_made(&blorb, &made);
    assert_non_null(blorb_find(&blorb, BLORB_PICTURE, 1));
    assert_null(blorb_find(&blorb, BLORB_PICTURE, 2));
    assert_non_null(strstr(blorb.damage.text, "Pict 2"));
    blorb_close(&blorb);
}

static void use_all(const struct blorb *blorb)
{
    static const unsigned char header[64];
    const struct blorb_chunk *chunk;
    zm_u32 number, sum = 0;
    size_t at;

    for (number = 0; number < 10; number++) {
        (void)blorb_scale(blorb, number, 100, 100);
        (void)blorb_is_adaptive(blorb, number);
        (void)blorb_is_looped(blorb, number);
        chunk = blorb_find(blorb, (enum blorb_usage)(number % BLORB_USAGES), number);
        for (at = 0; chunk && at < chunk->size; at++)
            sum += chunk->bytes[at];
    }
    (void)blorb_fits(blorb, header);
    (void)blorb_release(blorb);
    assert_true(sum <= 255u * 10 * ROOM);
}

/* The sanitizers watch: the bytes stand at the end of their memory. */
static void lives_with_any_bytes(void **state)
{
    struct made made;
    struct blorb blorb;
    struct message why;
    unsigned char *copy;
    size_t size;
    unsigned i, round;

    (void)state;
    begin(&made);
    add_resource(&made, "Pict", 1, "PNG ", 20);
    add_resource(&made, "Snd ", 3, "FORM", 12);
    add_chunk(&made, "Reso", 24 + 28);
    add_chunk(&made, "APal", 8);
    srand(1);
    for (round = 0; round < 20000; round++) {
        size = round % 2 ? (size_t)rand() % made.size : made.size;
        copy = malloc(size + 1);
        memcpy(copy + 1, made.bytes, size);
        for (i = 0; size > 12 && i < round % 8; i++)
            copy[1 + 12 + (size_t)rand() % (size - 12)] = (unsigned char)rand();
        if (blorb_open(&blorb, copy + 1, size, &why) == 0)
            use_all(&blorb);
        blorb_close(&blorb);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_its_resources),
        cmocka_unit_test(an_aiff_file_keeps_its_header),
        cmocka_unit_test(scales_as_the_file_says),
        cmocka_unit_test(tells_what_is_said_of_resources),
        cmocka_unit_test(leaves_out_what_is_not_there),
        cmocka_unit_test(lives_with_any_bytes),
    };

    return cmocka_run_group_tests_name("blorb", tests, NULL, NULL);
}
