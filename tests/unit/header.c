/* Golmac: MIT licence, see LICENSE.

   The table of the header's fields (interp/header.def), against itself and against what the machine does. */
#include "unit.h"

#include <string.h>
#include "interp/header.h"
#include "interp/zmachine.h"

enum { STATIC = 0x400, STORY_SIZE = 0x800, EXTENSION_AT = 0x380, STACK = 64, VERSIONS = 8 };
enum setter { SETTER_STORY, SETTER_MACHINE, SETTER_BOTH };

static const struct field { const char *id; unsigned address, size, versions; enum setter setter; } fields[] = {
#define FIELD(id, address, size, versions, kind, setter, name) { #id, address, size, versions, SETTER_##setter },
#include "interp/header.def"
};

static const struct flag { const char *id; unsigned field, mask, versions; enum setter setter; } flags[] = {
#define FLAG(field, id, bit, versions, setter, name) { #id, H_##field, field##_##id, versions, SETTER_##setter },
#include "interp/header.def"
};

struct game { unsigned char story[STORY_SIZE], dynamic[STATIC]; zm_u16 stack[STACK]; struct zm zm; };

static int has(unsigned versions, int version)
{
    return versions >> (version - 1) & 1;
}

static void fields_do_not_overlap(void **state)
{
    (void)state;
    for (int version = 1; version <= VERSIONS; version++) {
        const char *taken[HEADER_SIZE] = { NULL };

        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            for (unsigned at = fields[i].address; at < fields[i].address + fields[i].size; at++) {
                assert_in_range(at, 0, HEADER_SIZE - 1);
                if (!has(fields[i].versions, version))
                    continue;
                if (taken[at])
                    fail_msg("%s and %s share byte %02X in version %d", taken[at], fields[i].id, at, version);
                taken[at] = fields[i].id;
            }
    }
}

static void each_flag_lies_in_its_field(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        const struct field *field = fields;

        while (field->address != flags[i].field)
            field++;
        assert_in_range(flags[i].mask, 1, field->size == 1 ? 0xFF : 0xFFFF);
        assert_int_equal(flags[i].versions & ~field->versions, 0);
        for (size_t j = 0; j < i; j++)
            assert_false(flags[j].field == flags[i].field && flags[j].mask == flags[i].mask
                         && flags[j].versions & flags[i].versions);
    }
}

/* ---- What the machine does ---- */

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static void put(unsigned char *story, unsigned address, unsigned value)
{
    story[address] = (unsigned char)(value >> 8);
    story[address + 1] = (unsigned char)value;
}

/* A story whose header has every other byte set to fill. */
static void start(struct game *game, int version, int fill)
{
    static const unsigned tables[] = { H_HIGH_MEMORY, H_DICTIONARY, H_ABBREVIATIONS, H_STATIC };
    struct zm_setup setup = { .host = { .print = print, .perform = perform }, .story = game->story,
                              .story_size = STORY_SIZE, .dynamic = game->dynamic, .stack = game->stack,
                              .stack_words = STACK };

    memset(game->story, 0, sizeof game->story);
    memset(game->story, fill, HEADER_SIZE);
    game->story[H_VERSION] = (unsigned char)version;
    put(game->story, H_START, 0x440 / (version == 6 ? 4 : 1));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        put(game->story, tables[i], STATIC);
    put(game->story, H_OBJECTS, 0x100);
    put(game->story, H_GLOBALS, 0x100);
    put(game->story, H_LENGTH, (unsigned)(STORY_SIZE / LENGTH_UNIT(version)));
    put(game->story, H_ROUTINES, 0);
    put(game->story, H_STRINGS, 0);
    put(game->story, H_ALPHABET, 0);
    put(game->story, H_TERMINATORS, 0);
    put(game->story, H_EXTENSION, EXTENSION_AT);
    put(game->story, EXTENSION_AT, X_KNOWN);
    assert_int_equal(zm_init(&game->zm, &setup), ZM_ERROR_none);
}

static const struct field *field_at(unsigned address, int version)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (has(fields[i].versions, version) && address - fields[i].address < fields[i].size)
            return &fields[i];
    return NULL;
}

/* The machine writes the fields that are its own, those and no others, and of flags only its bits. */
static void the_machine_sets_its_own(void **state)
{
    static const struct zm_screen screen = { .can = 0, .width = 77, .height = 33, .font_width = 3, .font_height = 5,
                                             .foreground = 9, .background = 2, .interpreter = 4, .letter = 'C' };
    static struct game game;

    (void)state;
    for (int version = 1; version <= VERSIONS; version++) {
        start(&game, version, 0x55);
        zm_set_screen(&game.zm, &screen);
        for (unsigned at = 0; at < HEADER_SIZE; at++) {
            const struct field *field = field_at(at, version);

            if (!field || field->setter == SETTER_STORY)
                assert_int_equal(game.dynamic[at], game.story[at]);
            else if (field->setter == SETTER_MACHINE && field->address != H_STREAM3_WIDTH)
                assert_int_not_equal(game.dynamic[at], 0x55);
        }
    }
}

static unsigned flags_value(const unsigned char *memory, unsigned field)
{
    return field == H_FLAGS1 ? memory[field] : (unsigned)memory[field] << 8 | memory[field + 1];
}

static void the_machine_sets_its_flags(void **state)
{
    static const struct zm_screen nothing = { .can = 0 }, everything = { .can = 0xFFFF };
    static struct game game;

    (void)state;
    for (int version = 1; version <= VERSIONS; version++)
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
            unsigned without, with;

            start(&game, version, 0xFF);
            zm_set_screen(&game.zm, &nothing);
            without = flags_value(game.dynamic, flags[i].field) & flags[i].mask;
            start(&game, version, 0xFF);
            zm_set_screen(&game.zm, &everything);
            with = flags_value(game.dynamic, flags[i].field) & flags[i].mask;
            if (has(flags[i].versions, version) && flags[i].field == H_FLAGS1 && flags[i].setter != SETTER_STORY)
                assert_int_equal(!with, !!without);
            else if (flags[i].setter == SETTER_STORY && has(flags[i].versions, version))
                assert_int_equal(with, flags[i].mask);
        }
}

static void units_are_the_machines(void **state)
{
    static struct game game;

    (void)state;
    for (int version = 1; version <= VERSIONS; version++) {
        start(&game, version, 0);
        assert_int_equal(1 << game.zm.shift, PACKED_UNIT(version));
        assert_int_equal(game.zm.file_size, STORY_SIZE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_do_not_overlap), cmocka_unit_test(each_flag_lies_in_its_field),
        cmocka_unit_test(the_machine_sets_its_own), cmocka_unit_test(the_machine_sets_its_flags),
        cmocka_unit_test(units_are_the_machines),
    };

    return cmocka_run_group_tests_name("header", tests, NULL, NULL);
}
