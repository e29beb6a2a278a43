/* Golmac: MIT licence, see LICENSE.

   Decoding without executing (interp/decode.c) against what was assembled here, and against the machine's own loop,
   which decodes as it executes: every opcode of every version, in every form of operands. */
#include "unit.h"

#include <stdbool.h>
#include <string.h>
#include "interp/decode.h"
#include "interp/header.h"

enum {
    GLOBALS = 0x40, TABLE = 0x220, OBJECTS = 0x260, STATIC = 0x400, CODE = 0x440, STORY_SIZE = 0x800, STACK = 128,
    ONE = 0x11, RESULT, ZERO, INDIRECT, /* globals: what they hold, the last RESULT's number */
    PUSHES = 6, VERSIONS = 8
};
enum class { CLASS_2OP, CLASS_1OP, CLASS_0OP, CLASS_VAR, CLASS_EXT };

static const struct row {
    const char *name; enum class class; unsigned number, versions, least, most, flags;
} rows[] = {
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) \
    { name, CLASS_##class, number, versions, min, max, flags },
#include "interp/opcodes.def"
};

/* An instruction as it is assembled, and how its operands are encoded. */
struct made { unsigned char bytes[40]; unsigned size, count, types[8], values[8]; };

static void put(struct made *made, unsigned byte)
{
    made->bytes[made->size++] = (unsigned char)byte;
}

static void put_operands(struct made *made)
{
    for (unsigned i = 0; i < made->count; i++) {
        if (made->types[i] == ZM_OPERAND_LARGE)
            put(made, made->values[i] >> 8);
        put(made, made->values[i] & 0xFF);
    }
}

/* Two bits each, the first on top, omitted ones behind. */
static unsigned types_byte(const struct made *made, unsigned from)
{
    unsigned types = 0;

    for (unsigned i = from; i < from + 4; i++)
        types = types << 2 | (i < made->count ? made->types[i] : ZM_OPERAND_OMITTED);
    return types;
}

static void put_tail(struct made *made, unsigned flags, bool is_long)
{
    if (flags & ZM_STORES)
        put(made, RESULT);
    if (flags & ZM_BRANCHES) { /* to the next instruction, taken or not */
        put(made, is_long ? 0x80 : 0xC2);
        if (is_long)
            put(made, 2);
    }
    if (flags & ZM_TEXT) {
        put(made, 0x18);
        put(made, 0xC6);
        put(made, 0x98);
        put(made, 0xC6);
    }
}

static void put_head(struct made *made, const struct row *row, bool in_long_form)
{
    if (row->class == CLASS_0OP) {
        put(made, 0xB0 | row->number);
    } else if (row->class == CLASS_1OP) {
        put(made, 0x80 | made->types[0] << 4 | row->number);
    } else if (in_long_form) {
        put(made, (made->types[0] == ZM_OPERAND_VARIABLE ? 0x40 : 0)
            | (made->types[1] == ZM_OPERAND_VARIABLE ? 0x20 : 0)
                  | row->number);
    } else {
        if (row->class == CLASS_EXT) {
            put(made, 0xBE);
            put(made, row->number);
        } else
            put(made, (row->class == CLASS_2OP ? 0xC0 : 0xE0) | row->number);
        put(made, types_byte(made, 0));
        if (row->most > 4)
            put(made, types_byte(made, 4));
    }
}

/* The operands' types, each of three, are the digits of form in base 3. */
static void make(struct made *made, const struct row *row, unsigned count, unsigned form, bool in_long_form)
{
    memset(made, 0, sizeof *made);
    made->count = count;
    for (unsigned i = 0; i < count; i++, form /= 3) {
        unsigned flags = i == 0 ? row->flags : 0;
        unsigned value = flags & ZM_ROUTINE ? 0 : flags & ZM_VARIABLE ? RESULT : 1; /* a call of 0 goes on */
        unsigned variable = flags & ZM_ROUTINE ? ZERO : flags & ZM_VARIABLE ? INDIRECT : ONE;

        made->types[i] = form % 3;
        made->values[i] = made->types[i] == ZM_OPERAND_VARIABLE ? variable : value;
    }
    put_head(made, row, in_long_form);
    put_operands(made);
    put_tail(made, row->flags, form & 1);
}

/* ---- Against what was assembled ---- */

static zm_u8 byte_of(void *context, zm_u32 address)
{
    return address < STORY_SIZE ? ((unsigned char *)context)[address] : 0;
}

static void compare(const struct row *row, int version, const struct made *made, unsigned char *story)
{
    zm_u8 opcodes[SLOT_COUNT];
    struct zm_code code = { story, byte_of, STORY_SIZE, opcodes, (zm_u8)version };
    struct zm_instruction found;

    zm_fill_opcodes(opcodes, (unsigned)version);
    zm_decode(&code, CODE, &found);
    if (found.opcode != row - rows + 1 || found.next != CODE + made->size)
        fail_msg("version %d, %s: opcode %u, %u bytes of %u", version, row->name, found.opcode,
                 (unsigned)found.next - CODE, made->size);
    assert_int_equal(found.count, made->count);
    for (unsigned i = 0; i < made->count; i++) {
        assert_int_equal(found.operand[i].type, made->types[i]);
        assert_int_equal(found.operand[i].value, made->values[i]);
    }
    assert_int_equal(found.flags, row->flags);
    assert_int_equal(found.result, row->flags & ZM_STORES ? RESULT : 0);
    assert_int_equal(found.branches_if, !!(row->flags & ZM_BRANCHES));
    assert_int_equal(found.offset, row->flags & ZM_BRANCHES ? 2 : 0);
    assert_int_equal(found.text, row->flags & ZM_TEXT ? CODE + made->size - 4 : 0);
}

/* ---- Against the machine ---- */

struct game { unsigned char story[STORY_SIZE], dynamic[STATIC]; zm_u16 stack[STACK]; struct zm zm; };

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static void put_word(unsigned char *story, unsigned address, unsigned value)
{
    story[address] = (unsigned char)(value >> 8);
    story[address + 1] = (unsigned char)value;
}

/* In version 6 the code is a routine's. */
static void start(struct game *game, int version)
{
    struct zm_setup setup = { .host = { .print = print, .perform = perform }, .story = game->story,
                              .story_size = STORY_SIZE, .dynamic = game->dynamic, .stack = game->stack,
                              .stack_words = STACK };

    game->story[H_VERSION] = (unsigned char)version;
    put_word(game->story, H_START, version == 6 ? (CODE - 1) / 4 : CODE);
    put_word(game->story, H_DICTIONARY, STATIC);
    put_word(game->story, H_OBJECTS, OBJECTS);
    put_word(game->story, H_GLOBALS, GLOBALS);
    put_word(game->story, H_STATIC, STATIC);
    put_word(game->story, H_ABBREVIATIONS, STATIC);
    put_word(game->story, GLOBALS + 2 * (ONE - 16), 1);
    put_word(game->story, GLOBALS + 2 * (INDIRECT - 16), RESULT);
    put_word(game->story, OBJECTS + (version < 4 ? 62 + 7 : 126 + 12), TABLE);
    game->story[TABLE + 1] = version < 4 ? 0x21 : 0x41; /* object 1: no name, property 1 of two bytes */
    assert_int_equal(zm_init(&game->zm, &setup), ZM_ERROR_none);
    game->zm.ip = game->zm.low = game->zm.end = game->zm.window; /* stand at the code, whatever the version */
    game->zm.start = CODE;
    game->zm.span = 0;
    for (int i = 0; i < PUSHES; i++)
        *game->zm.sp++ = 1;
}

/* Run the instruction, answering what it asks. Returns whether the machine stands where control goes on by itself. */
static bool runs(struct game *game)
{
    enum zm_state state = zm_run(&game->zm, 1);

    if (state == ZM_NEED_LINE)
        zm_give_line(&game->zm, NULL, 0, 13);
    else if (state == ZM_NEED_KEY)
        zm_give_key(&game->zm, 'k');
    else if (state >= ZM_SAVE && state <= ZM_RESTORE_UNDO)
        zm_answer(&game->zm, 0);
    return game->zm.state == ZM_RUNNING;
}

/* Whether the machine, having executed it, stands at the instruction's end. Control goes elsewhere after some; others
   fault with these operands. */
static bool executes(const struct row *row, int version, const struct made *made, struct game *game)
{
    if (row->flags & (ZM_ENDS | ZM_LABEL))
        return false;
    start(game, version);
    if (!runs(game))
        return false;
    if (zm_next_instruction(&game->zm) != CODE + made->size)
        fail_msg("version %d, %s: the machine goes on after %ld bytes, not %u", version, row->name,
                 (long)zm_next_instruction(&game->zm) - CODE, made->size);
    return true;
}

static unsigned power_of_3(unsigned n)
{
    return n ? 3 * power_of_3(n - 1) : 1;
}

/* All forms of a row with so many operands. Returns how many of them the machine executed. */
static unsigned try_forms(const struct row *row, int version, unsigned count, struct game *game)
{
    unsigned executed = 0;

    for (unsigned form = 0; form < 2 * power_of_3(count); form += count > 4 ? 7 : 1) {
        struct made made;
        bool fits_long_form = row->class == CLASS_2OP && count == 2 && form % 3 != ZM_OPERAND_LARGE
            && form / 3 % 3 != ZM_OPERAND_LARGE;

        for (int in_long_form = 0; in_long_form <= fits_long_form; in_long_form++) {
            make(&made, row, count, form, in_long_form);
            memset(game->story, 0, STORY_SIZE);
            memcpy(game->story + CODE, made.bytes, made.size);
            compare(row, version, &made, game->story);
            executed += executes(row, version, &made, game);
        }
    }
    return executed;
}

static void every_opcode_in_every_form(void **state)
{
    static struct game game;
    unsigned rows_executed = 0, rows_tried = 0;

    (void)state;
    for (int version = 1; version <= VERSIONS; version++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            unsigned executed = 0;

            if (!(rows[i].versions & ZM_V(version, version)))
                continue;
            for (unsigned count = rows[i].least; count <= rows[i].most; count++)
                executed += try_forms(&rows[i], version, count, &game);
            rows_tried += !(rows[i].flags & (ZM_ENDS | ZM_LABEL));
            rows_executed += executed > 0;
        }
    if (rows_executed < rows_tried * 19 / 20)
        fail_msg("the machine executed %u of %u rows only", rows_executed, rows_tried);
}

/* ---- Branches (4.7) ---- */

static void branches_reach_both_ways(void **state)
{
    static const struct { unsigned char bytes[2]; unsigned size; int offset; bool if_true; } branches[] = {
        { { 0xC0 }, 1, 0, true }, { { 0xC1 }, 1, 1, true }, { { 0x7F }, 1, 63, false }, { { 0x80, 0x40 }, 2, 64, true },
        { { 0x9F, 0xFF }, 2, 8191, true }, { { 0x20, 0x00 }, 2, -8192, false }, { { 0xBF, 0xFF }, 2, -1, true },
    };
    static unsigned char story[STORY_SIZE];
    zm_u8 opcodes[SLOT_COUNT];
    struct zm_code code = { story, byte_of, STORY_SIZE, opcodes, 5 };
    struct zm_instruction found;

    (void)state;
    zm_fill_opcodes(opcodes, 5);
    for (size_t i = 0; i < sizeof branches / sizeof *branches; i++) {
        story[CODE] = 0xA0; /* jz g1 */
        story[CODE + 1] = ONE;
        memcpy(story + CODE + 2, branches[i].bytes, branches[i].size);
        zm_decode(&code, CODE, &found);
        assert_int_equal(found.next, CODE + 2 + branches[i].size);
        assert_int_equal(found.offset, branches[i].offset);
        assert_int_equal(found.branches_if, branches[i].if_true);
    }
}

static void unknown_opcodes_are_none(void **state)
{
    static const struct { int version; unsigned char bytes[2]; } unknown[] = {
        { 5, { 0x00 } }, { 3, { 0xBE } }, { 5, { 0xBE, 0x50 } }, { 5, { 0xBE, 0xFF } },
        { 3, { 0xEC } }, { 8, { 0x1F } },
    };
    static unsigned char story[STORY_SIZE];
    zm_u8 opcodes[SLOT_COUNT];
    struct zm_instruction found;

    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        struct zm_code code = { story, byte_of, STORY_SIZE, opcodes, (zm_u8)unknown[i].version };

        zm_fill_opcodes(opcodes, (unsigned)unknown[i].version);
        memcpy(story + CODE, unknown[i].bytes, 2);
        zm_decode(&code, CODE, &found);
        assert_int_equal(found.opcode, ZM_OP_none);
        assert_int_equal(found.flags, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_opcode_in_every_form), cmocka_unit_test(branches_reach_both_ways),
        cmocka_unit_test(unknown_opcodes_are_none),
    };

    return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
