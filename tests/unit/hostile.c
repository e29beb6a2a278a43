/* Golmac: MIT licence, see LICENSE.

   Stories that lie: what the machine once took for true, in memory made for the purpose. */
#include "unit.h"

#include <string.h>
#include "zmachine.h"

enum {
    GLOBALS = 0x40, OBJECTS = 0x2C0, ENTRY_5 = OBJECTS + 126, STATIC = 0x400, DICTIONARY = 0x420, CODE = 0x440,
    CHAIN = 0xFF02, STORY_SIZE = 0x10400, STACK = 64
};

struct game {
    unsigned char story[STORY_SIZE], dynamic[STATIC];
    zm_u16 stack[STACK];
    struct zm zm;
};

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context;
    (void)streams;
    (void)text;
    (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context;
    (void)opcode;
    (void)operand;
    (void)count;
    return 0;
}

static void put_word(struct game *game, unsigned address, unsigned value)
{
    game->story[address] = (unsigned char)(value >> 8);
    game->story[address + 1] = (unsigned char)value;
}

/* A story of the version that executes the code and quits. */
static void write_story(struct game *game, unsigned version, const unsigned char *code, size_t size)
{
    memset(game, 0, sizeof *game);
    game->story[0] = (unsigned char)version;
    put_word(game, 0x06, CODE);
    put_word(game, 0x08, DICTIONARY);
    put_word(game, 0x0A, OBJECTS);
    put_word(game, 0x0C, GLOBALS);
    put_word(game, 0x0E, STATIC);
    put_word(game, 0x18, STATIC);
    memcpy(game->story + CODE, code, size);
    game->story[CODE + size] = 0xBA; /* quit */
}

static void start(struct game *game)
{
    struct zm_setup setup;

    memset(&setup, 0, sizeof setup);
    setup.host.print = print;
    setup.host.perform = perform;
    setup.story = game->story;
    setup.story_size = STORY_SIZE;
    setup.dynamic = game->dynamic;
    setup.stack = game->stack;
    setup.stack_words = STACK;
    assert_int_equal(zm_init(&game->zm, &setup), ZM_ERROR_none);
}

/* A table of properties up to the last byte of 64 KB went on at address 0, and could go round forever. */
static void properties_end_at_64_kb(void **state)
{
    static const unsigned char get_prop[] = {0x11, 1, 5, 0x10};
    static struct game game;

    (void)state;
    write_story(&game, 5, get_prop, sizeof get_prop);
    put_word(&game, ENTRY_5 + 12, CHAIN);
    memset(game.story + CHAIN + 1, 0x7F, 0x10000 - CHAIN - 1); /* number 63, 2 bytes; the last at 0xFFFF */
    start(&game);
    assert_int_equal(zm_run(&game.zm, 10), ZM_FAULT);
    assert_int_equal(game.zm.fault.error, ZM_ERROR_bad_property_table);
    assert_int_equal(game.zm.fault.value, 1);
}

/* In version 3 an object takes 9 bytes: the last one may end where dynamic memory ends. */
static void last_object_of_version_3(void **state)
{
    enum { LAST = (STATIC - OBJECTS - 62) / 9, AT = OBJECTS + 62 + 9 * (LAST - 1) };
    static const unsigned char get_parent[] = {0x93, LAST, 0x10};
    static struct game game;

    (void)state;
    write_story(&game, 3, get_parent, sizeof get_parent);
    game.story[AT + 4] = 77;
    start(&game);
    assert_int_equal(zm_run(&game.zm, 10), ZM_QUIT);
    assert_int_equal(zm_global(&game.zm, 0), 77);
}

/* A status line that shows no object, but a number, is no fault of the game's. */
static void name_of_what_is_no_object(void **state)
{
    static const unsigned char nothing[] = {0xB4};
    static struct game game;
    zm_u16 text[8];

    (void)state;
    write_story(&game, 3, nothing, sizeof nothing);
    start(&game);
    assert_int_equal(zm_object_name(&game.zm, 60000, text, 8), 0);
    assert_int_equal(zm_run(&game.zm, 10), ZM_QUIT);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(properties_end_at_64_kb),
        cmocka_unit_test(last_object_of_version_3),
        cmocka_unit_test(name_of_what_is_no_object),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
