/* Golmac: MIT licence, see LICENSE.

   The machine's limits from both sides: the last thing that is allowed, and the first that is not. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include "interp/header.h"
#include "interp/snapshot.h"
#include "interp/zmachine.h"

enum {
    GLOBALS = 0x40, TABLE = 0x220, LAST_OBJECT = 8, STATIC = 0x400, CODE = 0x440, STORY_SIZE = 0x800, STACK = 64,
    UNICODE = 0x300, EXTENSION_AT = 0x2F0
};

struct game {
    unsigned char story[STORY_SIZE], dynamic[STATIC];
    zm_u16 stack[STACK];
    unsigned warned;                /* the first warning */
    struct zm zm;
};

static void put_word(unsigned char *story, unsigned address, unsigned value)
{
    story[address] = (unsigned char)(value >> 8);
    story[address + 1] = (unsigned char)value;
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static int warn(void *context, const struct zm_fault *warning)
{
    struct game *game = context;

    if (!game->warned)
        game->warned = warning->error;
    return 0;
}

static unsigned objects_of(int version)
{
    return version < 4 ? STATIC - 62 - 9 * LAST_OBJECT : STATIC - 126 - 14 * LAST_OBJECT;
}

/* A story whose last object ends where dynamic memory does; object 1 has no properties. */
static void write_story(struct game *game, int version)
{
    unsigned char *story = game->story;
    unsigned objects = objects_of(version), i;

    memset(story, 0, STORY_SIZE);
    story[H_VERSION] = (unsigned char)version;
    put_word(story, H_HIGH_MEMORY, STATIC);
    put_word(story, H_START, CODE);
    put_word(story, H_DICTIONARY, STATIC);
    put_word(story, H_OBJECTS, objects);
    put_word(story, H_GLOBALS, GLOBALS);
    put_word(story, H_STATIC, STATIC);
    put_word(story, H_ABBREVIATIONS, STATIC);
    put_word(story, H_LENGTH, STORY_SIZE / (unsigned)LENGTH_UNIT(version));
    for (i = 1; i <= LAST_OBJECT; i++)
        put_word(story, version < 4 ? objects + 62 + 9 * i - 2 : objects + 126 + 14 * i - 2, TABLE + 0x40);
    story[STATIC + 1] = 9;
    memset(story + CODE, 0xBA, STORY_SIZE - CODE); /* quit */
}

static void start(struct game *game)
{
    struct zm_setup setup = { .host = { .context = game, .print = print, .perform = perform, .warn = warn },
                              .story = game->story, .story_size = STORY_SIZE, .dynamic = game->dynamic,
                              .stack = game->stack, .stack_words = STACK };

    game->warned = ZM_ERROR_none;
    assert_int_equal(zm_init(&game->zm, &setup), ZM_ERROR_none);
}

/* What these instructions do wrong: a fault, or the first warning. */
static unsigned run(struct game *game, int version, const void *code, size_t size)
{
    write_story(game, version);
    memcpy(game->story + CODE, code, size);
    start(game);
    if (zm_run(&game->zm, 1000) == ZM_FAULT)
        return game->zm.fault.error;
    assert_int_equal(game->zm.state, ZM_QUIT);
    return game->warned;
}

static int make_game(void **state)
{
    *state = calloc(1, sizeof(struct game));
    return *state ? 0 : -1;
}

static int free_game(void **state)
{
    free(*state);
    return 0;
}

/* ---- One instruction ---- */

#define HIGH(word) ((word) >> 8 & 0xFF)
#define LOW(word) ((word) & 0xFF)
#define BYTES(word) HIGH(word), LOW(word)

static const struct limit { const char *what; int version; unsigned error, size; unsigned char code[16]; } limits[] = {
#define CASE(what, version, error, ...) \
    { what, version, ZM_ERROR_##error, sizeof (unsigned char[]){ __VA_ARGS__ }, { __VA_ARGS__ } },
    CASE("set_attr 31", 3, none, 0x0B, 1, 31)
    CASE("set_attr 32", 3, attribute_range, 0x0B, 1, 32)
    CASE("set_attr 47", 5, none, 0x0B, 1, 47)
    CASE("set_attr 48", 5, attribute_range, 0x0B, 1, 48)
    CASE("clear_attr 31", 3, none, 0x0C, 1, 31)
    CASE("clear_attr 32", 3, attribute_range, 0x0C, 1, 32)
    CASE("clear_attr 47", 4, none, 0x0C, 1, 47)
    CASE("clear_attr 48", 4, attribute_range, 0x0C, 1, 48)
    CASE("test_attr 31", 3, none, 0x0A, 1, 31, 0xC2)
    CASE("test_attr 32", 3, attribute_range, 0x0A, 1, 32, 0xC2)
    CASE("test_attr 47", 8, none, 0x0A, 1, 47, 0xC2)
    CASE("test_attr 48", 8, attribute_range, 0x0A, 1, 48, 0xC2)
    CASE("get_prop 0", 3, property_range, 0x11, 1, 0, 0x10)
    CASE("get_prop 1", 3, none, 0x11, 1, 1, 0x10)
    CASE("get_prop 31", 3, none, 0x11, 1, 31, 0x10)
    CASE("get_prop 32", 3, property_range, 0x11, 1, 32, 0x10)
    CASE("get_prop 63", 3, property_range, 0x11, 1, 63, 0x10)
    CASE("get_prop 63", 5, none, 0x11, 1, 63, 0x10)
    CASE("get_prop 64", 5, property_range, 0x11, 1, 64, 0x10)
    CASE("the last object", 3, none, 0x93, LAST_OBJECT, 0x10)
    CASE("the object after the last", 3, bad_object, 0x93, LAST_OBJECT + 1, 0x10)
    CASE("the last object", 5, none, 0x93, LAST_OBJECT, 0x10)
    CASE("the object after the last", 5, bad_object, 0x93, LAST_OBJECT + 1, 0x10)
    CASE("storeb, the last byte", 3, none, 0xE2, 0x17, BYTES(STATIC - 1), 0, 7)
    CASE("storeb, after it", 3, write_outside, 0xE2, 0x17, BYTES(STATIC), 0, 7)
    CASE("storew, the last word", 3, none, 0xE1, 0x17, BYTES(STATIC - 2), 0, 7)
    CASE("storew, half after it", 3, write_outside, 0xE1, 0x17, BYTES(STATIC - 1), 0, 7)
    CASE("loadb, the last byte", 3, none, 0xD0, 0x1F, BYTES(STORY_SIZE - 1), 0, 0x10)
    CASE("loadb, after it", 3, read_outside, 0xD0, 0x1F, BYTES(STORY_SIZE), 0, 0x10)
    CASE("loadw, the last word", 3, none, 0xCF, 0x1F, BYTES(STORY_SIZE - 2), 0, 0x10)
    CASE("loadw, half after it", 3, read_outside, 0xCF, 0x1F, BYTES(STORY_SIZE - 1), 0, 0x10)
    CASE("copy_table to the last byte", 5, none, 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC - 4), BYTES(4))
    CASE("copy_table past it", 5, write_outside, 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC - 3), BYTES(4))
    CASE("copy_table of zeros to the last byte", 5, none, 0xFD, 0x03, BYTES(STATIC - 4), BYTES(0), BYTES(4))
    CASE("copy_table of zeros past it", 5, write_outside, 0xFD, 0x03, BYTES(STATIC - 3), BYTES(0), BYTES(4))
    CASE("copy_table forwards to the last byte", 5, none, 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC - 4), BYTES(-4))
    CASE("copy_table forwards past it", 5, write_outside, 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC - 3), BYTES(-4))
    CASE("copy_table of nothing, outside", 5, none, 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC + 1), BYTES(0))
    CASE("print_table to the last byte", 5, none, 0xFE, 0x1F, BYTES(STORY_SIZE - 3), 3)
    CASE("print_table past it", 5, read_outside, 0xFE, 0x1F, BYTES(STORY_SIZE - 3), 4)
    CASE("scan_table to the last byte", 4, none, 0xF7, 0x45, 1, BYTES(STORY_SIZE - 3), 3, 1, 0x10, 0xC2)
    CASE("scan_table past it", 4, read_outside, 0xF7, 0x45, 1, BYTES(STORY_SIZE - 3), 4, 1, 0x10, 0xC2)
    CASE("log_shift 15", 5, none, 0xBE, 0x02, 0x0F, BYTES(1), BYTES(15), 0x10)
    CASE("log_shift 16", 5, shift_range, 0xBE, 0x02, 0x0F, BYTES(1), BYTES(16), 0x10)
    CASE("art_shift -15", 5, none, 0xBE, 0x03, 0x0F, BYTES(1), BYTES(-15), 0x10)
    CASE("art_shift -16", 5, shift_range, 0xBE, 0x03, 0x0F, BYTES(1), BYTES(-16), 0x10)
    CASE("throw to the frame that is not there", 5, bad_throw, 0x1C, 1, 1)
    CASE("jump to the last byte", 3, none, 0x8C, BYTES(STORY_SIZE - 1 - (CODE + 3) + 2))
    CASE("jump past it", 3, bad_jump, 0x8C, BYTES(STORY_SIZE - (CODE + 3) + 2))
    CASE("a local above the last", 3, no_such_local, 0x9E, 1, 0x10)
    CASE("the last global", 3, none, 0x9E, 255, 0x10)
#undef CASE
};

static void each_limit_holds(void **state)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        unsigned found = run(*state, limits[i].version, limits[i].code, limits[i].size);

        if (found != limits[i].error)
            fail_msg("%s (version %d): expected \"%s\", found \"%s\"", limits[i].what, limits[i].version,
                     zm_error_text(limits[i].error), zm_error_text(found));
    }
}

/* What must not be written is refused before any of it is: and what may be is written to the last byte. */
static void copies_all_or_nothing(void **state)
{
    static const unsigned char fits[] = { 0xFD, 0x03, BYTES(TABLE), BYTES(STATIC - 4), BYTES(4) };
    static const unsigned char too_long[] = { 0xFD, 0x03, BYTES(CODE), BYTES(STATIC - 3), BYTES(4) };
    struct game *game = *state;
    unsigned char before[4];

    write_story(game, 5);
    memcpy(before, game->story + STATIC - 4, 4);
    assert_int_equal(run(game, 5, fits, sizeof fits), ZM_ERROR_none);
    assert_memory_equal(game->dynamic + STATIC - 4, game->dynamic + TABLE, 4);
    assert_int_equal(run(game, 5, too_long, sizeof too_long), ZM_ERROR_write_outside);
    assert_memory_equal(game->dynamic + STATIC - 4, before, 4);
}

/* ---- The tree of objects ---- */

/* Children tied into a ring that lacks the one which is looked for: the search ends. */
static void an_endless_chain_of_children_ends(void **state)
{
    static const unsigned char remove[] = { 0x99, 1 }, old_tree[] = { 4, 1 }, new_tree[] = { 6, 2 };
    struct game *game = *state;
    int version;

    for (version = 3; version <= 5; version += 2) {
        const unsigned char *tree = version < 4 ? old_tree : new_tree; /* where the links begin, how large they are */
        unsigned first = objects_of(version) + (version < 4 ? 62 : 126), length = version < 4 ? 9 : 14;

        write_story(game, version);
        memcpy(game->story + CODE, remove, sizeof remove);
        game->story[first + tree[0] + tree[1] - 1u] = 2;                      /* the parent of 1 is 2, */
        game->story[first + length + tree[0] + 3u * tree[1] - 1u] = 3;        /* whose first child is 3, */
        game->story[first + 2 * length + tree[0] + 2u * tree[1] - 1u] = 3;    /* after which comes 3 */
        start(game);
        assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
        assert_int_equal(game->zm.fault.error, ZM_ERROR_object_loop);
    }
}

/* ---- Lines ---- */

/* The first byte of the text buffer counts the end of the line in versions 1 to 4 (15, read). */
static void a_line_ends_within_its_buffer(void **state)
{
    static const struct { int version; unsigned char room; unsigned limit; } buffers[] = {
        { 1, 10, 9 }, { 3, 10, 9 }, { 4, 10, 9 }, { 5, 10, 10 }, { 8, 10, 10 }, { 3, 2, 1 }, { 5, 1, 1 },
        { 3, 255, 254 }, { 5, 255, 255 },
    };
    static const unsigned char read[] = { 0xE4, 0x0F, BYTES(TABLE), BYTES(0), 0x10 };
    struct game *game = *state;
    zm_u16 line[300];
    size_t i;

    for (i = 0; i < 300; i++)
        line[i] = 'a';
    for (i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        int is_old = buffers[i].version < 5;
        unsigned first = is_old ? 1 : 2, limit = buffers[i].limit, at;

        write_story(game, buffers[i].version);
        memcpy(game->story + CODE, read, is_old ? sizeof read - 1 : sizeof read);
        memset(game->story + TABLE, 'z', objects_of(4) - TABLE);
        game->story[TABLE] = buffers[i].room;
        game->story[TABLE + 1] = 0;
        start(game);
        assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_LINE);
        assert_int_equal(zm_line_limit(&game->zm), limit);
        zm_give_line(&game->zm, line, 300, 13);
        for (at = 0; at < limit && TABLE + first + at < objects_of(4); at++)
            assert_int_equal(game->dynamic[TABLE + first + at], 'a');
        if (TABLE + first + limit + 1 < objects_of(4)) {
            assert_int_equal(game->dynamic[TABLE + first + limit], is_old ? 0 : 'z');
            assert_int_equal(game->dynamic[TABLE + first + limit + 1], 'z');
        }
        assert_int_equal(zm_run(&game->zm, 1000), ZM_QUIT);
    }
}

static void a_buffer_without_room_is_refused(void **state)
{
    static const struct { int version; unsigned char room; unsigned error; } buffers[] = {
        { 3, 1, ZM_ERROR_small_buffer }, { 3, 2, 0 }, { 4, 1, ZM_ERROR_small_buffer },
        { 5, 0, ZM_ERROR_small_buffer }, { 5, 1, 0 },
    };
    static const unsigned char read[] = { 0xE4, 0x0F, BYTES(TABLE), BYTES(0), 0x10 };
    struct game *game = *state;
    size_t i;

    for (i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        write_story(game, buffers[i].version);
        memcpy(game->story + CODE, read, sizeof read);
        game->story[TABLE] = buffers[i].room;
        start(game);
        assert_int_equal(zm_run(&game->zm, 1000), buffers[i].error ? ZM_FAULT : ZM_NEED_LINE);
        assert_int_equal(game->zm.fault.error, buffers[i].error);
    }
}

/* ---- Where code lies ---- */

/* The longest instructions run wherever they cross the end of dynamic memory, and at the story's end. */
static void instructions_cross_every_boundary(void **state)
{
    /* call_vs2 0 with seven arguments -> g0, which gives 0; add 1, 2 -> g1; quit */
    static const unsigned char code[] = { 0xEC, 0x00, 0x00, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0x10,
                                          0xD4, 0x0F, 0, 1, 0, 2, 0x11, 0xBA };
    static const unsigned ends[] = { STATIC, STORY_SIZE };
    struct game *game = *state;
    unsigned place, end;

    for (end = 0; end < 2; end++)
        for (place = ends[end] - (unsigned)sizeof code - 2; place <= ends[end] - (end ? sizeof code : 0); place++) {
            write_story(game, 5);
            put_word(game->story, H_OBJECTS, 0x250);
            put_word(game->story, H_START, place);
            put_word(game->story, GLOBALS, 77);
            memcpy(game->story + place, code, sizeof code);
            start(game);
            assert_int_equal(zm_run(&game->zm, 1000), ZM_QUIT);
            assert_int_equal(zm_global(&game->zm, 0), 0);
            assert_int_equal(zm_global(&game->zm, 1), 3);
        }
}

static void nothing_runs_past_the_end(void **state)
{
    struct game *game = *state;

    write_story(game, 5);
    put_word(game->story, H_START, STORY_SIZE - 1);
    game->story[STORY_SIZE - 1] = 0xB4; /* nop */
    start(game);
    assert_int_equal(zm_run(&game->zm, 1), ZM_BUDGET);
    assert_int_equal(zm_next_instruction(&game->zm), STORY_SIZE);
    assert_int_equal(zm_run(&game->zm, 1), ZM_FAULT);
    assert_int_equal(game->zm.fault.error, ZM_ERROR_bad_jump);
    assert_int_equal(game->zm.fault.address, STORY_SIZE);
}

/* ---- Routines and the stack ---- */

/* Call a routine of so many locals that calls itself: how many calls were made, and what ended them. */
static unsigned recurse(struct game *game, unsigned char locals, unsigned *error)
{
    static const unsigned char call[] = { 0x8F, BYTES((CODE + 0x20) / 4), 0xBA };

    write_story(game, 5);
    memcpy(game->story + CODE, call, sizeof call);
    game->story[CODE + 0x20] = locals;
    memcpy(game->story + CODE + 0x21, call, sizeof call);
    start(game);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
    *error = game->zm.fault.error;
    return game->zm.depth;
}

/* A frame takes four words and its locals; the first takes four. */
static void frames_fill_the_stack(void **state)
{
    static const struct { unsigned char locals; unsigned error, calls; } routines[] = {
        { 0, ZM_ERROR_stack_overflow, (STACK - 4) / 4 }, { 2, ZM_ERROR_stack_overflow, (STACK - 4) / 6 },
        { 3, ZM_ERROR_stack_overflow, (STACK - 4) / 7 }, { 15, ZM_ERROR_stack_overflow, (STACK - 4) / 19 },
        { 16, ZM_ERROR_bad_routine, 0 }, { 255, ZM_ERROR_bad_routine, 0 },
    };
    unsigned error;
    size_t i;

    for (i = 0; i < sizeof routines / sizeof *routines; i++) {
        assert_int_equal(recurse(*state, routines[i].locals, &error), routines[i].calls);
        assert_int_equal(error, routines[i].error);
    }
}

static void the_stack_fills_to_its_last_word(void **state)
{
    static const unsigned char pushes[] = { 0xE8, 0x7F, 1, 0x8C, BYTES(-4) }; /* push 1, again and again */
    struct game *game = *state;

    assert_int_equal(run(game, 5, pushes, sizeof pushes), ZM_ERROR_stack_overflow);
    assert_int_equal(game->zm.sp - game->zm.stack, STACK);
}

/* ---- Opening ---- */

static unsigned opened(struct game *game, unsigned field, unsigned value)
{
    struct zm_setup setup = { .host = { .context = game, .print = print, .perform = perform },
                              .story = game->story, .story_size = STORY_SIZE, .dynamic = game->dynamic,
                              .stack = game->stack, .stack_words = STACK };

    write_story(game, 5);
    put_word(game->story, field, value);
    return zm_init(&game->zm, &setup);
}

static void tables_lie_inside_the_story(void **state)
{
    static const unsigned fields[] = { H_OBJECTS, H_DICTIONARY, H_ABBREVIATIONS };
    struct game *game = *state;
    size_t i;

    for (i = 0; i < sizeof fields / sizeof *fields; i++) {
        assert_int_equal(opened(game, fields[i], STORY_SIZE - 1), ZM_ERROR_none);
        assert_int_equal(opened(game, fields[i], STORY_SIZE), ZM_ERROR_bad_memory_map);
        assert_int_equal(game->zm.fault.value, fields[i]);
    }
    assert_int_equal(opened(game, H_GLOBALS, STATIC), ZM_ERROR_none);
    assert_int_equal(opened(game, H_GLOBALS, STATIC + 1), ZM_ERROR_bad_memory_map);
    assert_int_equal(opened(game, H_STATIC, HEADER_SIZE), ZM_ERROR_none);
    assert_int_equal(opened(game, H_STATIC, HEADER_SIZE - 1), ZM_ERROR_not_a_story);
    assert_int_equal(opened(game, H_LENGTH, STORY_SIZE / 4), ZM_ERROR_none);
    assert_int_equal(opened(game, H_LENGTH, STORY_SIZE / 4 + 1), ZM_ERROR_story_truncated);
}

static void memory_ends_with_the_story(void **state)
{
    struct game *game = *state;

    write_story(game, 5);
    start(game);
    assert_int_equal(zm_byte(&game->zm, STORY_SIZE - 1), 0xBA);
    assert_int_equal(zm_byte(&game->zm, STORY_SIZE), 0);
    assert_int_equal(zm_word(&game->zm, STORY_SIZE - 1), 0xBA00);
    assert_int_equal(zm_put_byte(&game->zm, STATIC - 1, 5), 0);
    assert_int_equal(zm_byte(&game->zm, STATIC - 1), 5);
    assert_int_equal(zm_put_byte(&game->zm, STATIC, 5), -1);
    assert_int_equal(zm_byte(&game->zm, STATIC), 0);
}

/* ---- Characters ---- */

/* ZSCII has room for 97 characters of a story's own, 155 to 251 (3.8.5.3). */
static void a_table_of_characters_has_97(void **state)
{
    static const unsigned counts[] = { 1, 96, 97, 98, 120, 255 };
    struct game *game = *state;
    size_t i;

    for (i = 0; i < sizeof counts / sizeof *counts; i++) {
        unsigned count = counts[i] < 97 ? counts[i] : 97, character;

        write_story(game, 5);
        put_word(game->story, H_STATIC, UNICODE);
        put_word(game->story, H_OBJECTS, 0x100);
        put_word(game->story, H_EXTENSION, EXTENSION_AT);
        put_word(game->story, EXTENSION_AT, X_UNICODE);
        put_word(game->story, EXTENSION_AT + 2 * X_UNICODE, UNICODE);
        game->story[UNICODE] = (unsigned char)counts[i];
        for (character = 0; character < counts[i]; character++)
            put_word(game->story, UNICODE + 1 + 2 * character, 0x4000 + character);
        start(game);
        assert_int_equal(zm_from_zscii(&game->zm, 155), 0x4000);
        assert_int_equal(zm_from_zscii(&game->zm, (zm_u8)(154 + count)), 0x4000 + count - 1);
        assert_int_equal(zm_from_zscii(&game->zm, (zm_u8)(155 + count)), 0);
        assert_int_equal(zm_to_zscii(&game->zm, (zm_u16)(0x4000 + count - 1)), 154 + count);
        assert_int_equal(zm_to_zscii(&game->zm, (zm_u16)(0x4000 + count)), 0);
    }
}

/* ---- Random numbers ---- */

/* After @random -seed, what @random 1000 gives four times. */
static void draw(struct game *game, unsigned seed, zm_u16 *drawn)
{
    static const unsigned char four[] = { 0xE7, 0x3F, BYTES(1000), 0x11, 0xE7, 0x3F, BYTES(1000), 0x12,
                                          0xE7, 0x3F, BYTES(1000), 0x13, 0xE7, 0x3F, BYTES(1000), 0x14 };
    unsigned char code[5 + sizeof four] = { 0xE7, 0x3F, (unsigned char)HIGH(0x10000 - seed),
                                            LOW(0x10000 - seed), 0x10 };
    unsigned i;

    memcpy(code + 5, four, sizeof four);
    assert_int_equal(run(game, 5, code, sizeof code), ZM_ERROR_none);
    for (i = 0; i < 4; i++)
        drawn[i] = zm_global(&game->zm, 1 + i);
}

/* Seeds up to 999 count from 1 to themselves, again and again; greater ones start the generator. */
static void small_seeds_count(void **state)
{
    static const struct { unsigned seed; zm_u16 drawn[4]; } counting[] = {
        { 1, { 1, 1, 1, 1 } }, { 3, { 1, 2, 3, 1 } }, { 4, { 1, 2, 3, 4 } },
        { 998, { 1, 2, 3, 4 } }, { 999, { 1, 2, 3, 4 } },
    };
    zm_u16 drawn[4];
    size_t i;

    for (i = 0; i < sizeof counting / sizeof *counting; i++) {
        draw(*state, counting[i].seed, drawn);
        assert_memory_equal(drawn, counting[i].drawn, sizeof drawn);
    }
    draw(*state, 1000, drawn);
    assert_memory_not_equal(drawn, counting[4].drawn, sizeof drawn);
}

/* ---- Snapshots ---- */

/* A snapshot taken in a routine with a field changed: whether it is taken back. */
static unsigned changed(struct game *game, unsigned at, zm_u32 value, unsigned bytes)
{
    /* call_1n to CODE + 0x20, a routine without locals, which asks for a key */
    static const unsigned char call[] = { 0x8F, BYTES((CODE + 0x20) / 4), 0xBA };
    static const unsigned char routine[] = { 0, 0xF6, 0x7F, 1, 0x10, 0xB0 };
    unsigned char snapshot[STATIC + 256];
    zm_u32 size;
    unsigned i;

    write_story(game, 5);
    memcpy(game->story + CODE, call, sizeof call);
    memcpy(game->story + CODE + 0x20, routine, sizeof routine);
    start(game);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    size = zm_snapshot(&game->zm, snapshot, sizeof snapshot);
    assert_int_equal(size, SNAPSHOT_MEMORY + STATIC + 2 * 8);
    for (i = 0; i < bytes; i++)
        snapshot[at + i] = (unsigned char)(value >> 8 * (bytes - 1 - i));
    return zm_restore(&game->zm, snapshot, size);
}

static void snapshots_stay_inside_the_story(void **state)
{
    enum { FRAME = SNAPSHOT_MEMORY + STATIC + 2 * 4 }; /* of the routine: the low word of where it returns to */

    assert_int_equal(changed(*state, FRAME, STORY_SIZE - 1, 2), ZM_ERROR_none);
    assert_int_equal(changed(*state, FRAME, STORY_SIZE, 2), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, SNAPSHOT_PC, STORY_SIZE - 1, 4), ZM_ERROR_none);
    assert_int_equal(changed(*state, SNAPSHOT_PC, STORY_SIZE, 4), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, SNAPSHOT_INSTRUCTION, STORY_SIZE - 1, 4), ZM_ERROR_none);
    assert_int_equal(changed(*state, SNAPSHOT_INSTRUCTION, STORY_SIZE, 4), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, SNAPSHOT_STATE, ZM_RESTORE_UNDO, 1), ZM_ERROR_none);
    assert_int_equal(changed(*state, SNAPSHOT_STATE, ZM_QUIT, 1), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, SNAPSHOT_COUNT, 8, 1), ZM_ERROR_none);
    assert_int_equal(changed(*state, SNAPSHOT_COUNT, 9, 1), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, FRAME + 4, 7, 1), ZM_ERROR_none); /* arguments given */
    assert_int_equal(changed(*state, FRAME + 4, 8, 1), ZM_ERROR_bad_snapshot);
    assert_int_equal(changed(*state, FRAME + 2, 0x10, 1), ZM_ERROR_none); /* locals: none, and one that has no room */
    assert_int_equal(changed(*state, FRAME + 2, 0x11, 1), ZM_ERROR_bad_snapshot);
}

/* ---- Differences ---- */

static void counts_have_at_most_four_bytes(void **state)
{
    enum { FAR = 1 << 21 };
    static const unsigned char four[] = { 0x80, 0x80, 0x80, 0x01, 1, 0xFF };
    static const unsigned char five[] = { 0x80, 0x80, 0x80, 0x80, 0x00, 1, 0xFF };
    static const unsigned char greedy[] = { 0x80, 0x80, 0x80, 0x01, 2, 0xFF, 0xFF };
    unsigned char *bytes = calloc(1, FAR + 1);

    (void)state;
    assert_non_null(bytes);
    assert_int_equal(zm_apply(bytes, FAR + 1, four, sizeof four), ZM_ERROR_none);
    assert_int_equal(bytes[FAR], 0xFF);
    assert_int_equal(zm_apply(bytes, FAR, four, sizeof four), ZM_ERROR_bad_snapshot);
    assert_int_equal(zm_apply(bytes, FAR + 1, greedy, sizeof greedy), ZM_ERROR_bad_snapshot);
    assert_int_equal(zm_apply(bytes, FAR + 1, five, sizeof five), ZM_ERROR_bad_snapshot);
    free(bytes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_game, free_game)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_limit_holds), TEST(copies_all_or_nothing), TEST(an_endless_chain_of_children_ends),
        TEST(a_line_ends_within_its_buffer), TEST(a_buffer_without_room_is_refused),
        TEST(instructions_cross_every_boundary), TEST(nothing_runs_past_the_end), TEST(frames_fill_the_stack),
        TEST(the_stack_fills_to_its_last_word), TEST(tables_lie_inside_the_story), TEST(memory_ends_with_the_story),
        TEST(a_table_of_characters_has_97),
        TEST(small_seeds_count), TEST(snapshots_stay_inside_the_story), TEST(counts_have_at_most_four_bytes),
    };

    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
