/* Golmac: MIT licence, see LICENSE.

   The readers of a story's tables (frontends/formats/objects.c, dictionary.c), on tables with bytes that are known, and
   from both sides of their ends. */
#include "unit.h"

#include <string.h>
#include "frontends/formats/dictionary.h"
#include "frontends/formats/objects.h"

enum { OBJECTS = 0x40, SIZE = 0x400 };

static uint8_t byte_at(void *bytes, size_t address)
{
    return address < SIZE ? ((unsigned char *)bytes)[address] : 0;
}

static void put_word(unsigned char *bytes, size_t at, unsigned value)
{
    bytes[at] = (unsigned char)(value >> 8);
    bytes[at + 1] = (unsigned char)value;
}

/* Three objects in a row, and behind them their properties: the first has property 7 of three bytes, 2 of one. */
static struct memory make(unsigned char *bytes, int version)
{
    size_t size = version < 4 ? 9 : 14, first = OBJECTS + (version < 4 ? 62 : 126), properties = first + 3 * size;

    memset(bytes, 0, SIZE);
    for (unsigned i = 0; i < 3; i++)
        put_word(bytes, first + i * size + size - 2, (unsigned)properties + 16 * i);
    if (version < 4) {
        memcpy(bytes + first, (unsigned char[]){ 0x80, 0, 0, 1, 2, 3, 1 }, 7);
        memcpy(bytes + properties, (unsigned char[]){ 1, 0x94, 0xA5, 2 << 5 | 7, 1, 2, 3, 0 << 5 | 2, 9, 0 }, 10);
    } else {
        memcpy(bytes + first, (unsigned char[]){ 0x80, 0, 0, 0, 0, 1, 0, 2, 0, 3, 0, 1 }, 12);
        memcpy(bytes + properties, (unsigned char[]){ 1, 0x94, 0xA5, 0x80 | 7, 0x80 | 3, 1, 2, 3, 2, 9, 0 }, 11);
    }
    return (struct memory){ bytes, byte_at, SIZE, version };
}

static void objects_are_read(void **state)
{
    unsigned char bytes[SIZE];

    (void)state;
    for (int version = 3; version <= 4; version++) {
        struct memory memory = make(bytes, version);
        struct object o = objects_get(&memory, OBJECTS, 1);
        unsigned last = version < 4 ? 31 : 47;

        assert_int_equal(objects_attributes(&memory), last + 1);
        assert_int_equal(o.parent, 2);
        assert_int_equal(o.sibling, 3);
        assert_int_equal(o.child, 1);
        assert_true(objects_have(&memory, &o, 0));
        assert_false(objects_have(&memory, &o, 1));
        assert_true(objects_have(&memory, &o, last));
        assert_int_equal(objects_name(&memory, &o), o.properties + 1);
        o = objects_get(&memory, OBJECTS, 2);
        assert_int_equal(objects_name(&memory, &o), 0);
    }
}

static void objects_end_where_properties_begin(void **state)
{
    unsigned char bytes[SIZE];

    (void)state;
    for (int version = 3; version <= 5; version += 2) {
        struct memory memory = make(bytes, version);
        size_t second = OBJECTS + (version < 4 ? 62 + 9 + 7 : 126 + 14 + 12);

        assert_int_equal(objects_count(&memory, OBJECTS), 3);
        put_word(bytes, second, 0);
        assert_int_equal(objects_count(&memory, OBJECTS), 3);
        put_word(bytes, second, SIZE);
        assert_int_equal(objects_count(&memory, OBJECTS), 1);
        put_word(bytes, second, OBJECTS);
        assert_int_equal(objects_count(&memory, OBJECTS), 1);
        assert_int_equal(objects_count(&memory, 0), 0);
        assert_int_equal(objects_count(&memory, SIZE), 0);
    }
}

static void properties_are_walked(void **state)
{
    unsigned char bytes[SIZE];
    struct property p;

    (void)state;
    for (int version = 3; version <= 4; version++) {
        struct memory memory = make(bytes, version);
        struct object o = objects_get(&memory, OBJECTS, 1);

        assert_true(objects_first_property(&memory, &o, &p));
        assert_int_equal(p.number, 7);
        assert_int_equal(p.size, 3);
        assert_int_equal(bytes[p.data], 1);
        assert_true(objects_next_property(&memory, &p));
        assert_int_equal(p.number, 2);
        assert_int_equal(p.size, 1);
        assert_int_equal(bytes[p.data], 9);
        assert_false(objects_next_property(&memory, &p));
        memory.size = p.data;   /* the table's last property is cut */
        assert_true(objects_first_property(&memory, &o, &p));
        assert_false(objects_next_property(&memory, &p));
    }
}

static void sizes_of_properties(void **state)
{
    static const struct { int version; unsigned char bytes[2]; unsigned number; size_t size, head; } kinds[] = {
        { 3, { 0x01 }, 1, 1, 1 }, { 3, { 0xFF }, 31, 8, 1 }, { 4, { 0x3F }, 63, 1, 1 }, { 4, { 0x41 }, 1, 2, 1 },
        { 5, { 0x85, 0x80 | 63 }, 5, 63, 2 }, { 5, { 0x85, 0x80 }, 5, 64, 2 }, { 5, { 0xC5, 0xC1 }, 5, 1, 2 },
    };
    unsigned char bytes[SIZE];
    struct property p;

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct memory memory = make(bytes, kinds[i].version);
        struct object o = objects_get(&memory, OBJECTS, 2);

        memcpy(bytes + o.properties + 1, kinds[i].bytes, 2);
        assert_true(objects_first_property(&memory, &o, &p));
        assert_int_equal(p.number, kinds[i].number);
        assert_int_equal(p.size, kinds[i].size);
        assert_int_equal(p.data, o.properties + 1 + kinds[i].head);
        assert_int_equal(p.next, p.data + p.size);
    }
}

static void dictionaries_are_read(void **state)
{
    static const struct { int version; unsigned char size; unsigned count, wanted; } heads[] = {
        { 3, 7, 5, 5 }, { 5, 9, 5, 5 }, { 5, 9, 0xFFFB, 5 }, { 5, 6, 1, 1 }, { 5, 5, 1, 0 },
        { 3, 4, 1, 1 }, { 3, 3, 1, 0 }, { 5, 9, 0, 0 }, { 5, 9, 0x7FFF, 0x7FFF },
    };
    unsigned char bytes[SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct memory memory = { bytes, byte_at, SIZE, heads[i].version };
        struct dictionary d;

        memset(bytes, 0, sizeof bytes);
        bytes[0x100] = 2;
        bytes[0x103] = heads[i].size;
        put_word(bytes, 0x104, heads[i].count);
        d = dictionary_at(&memory, 0x100);
        assert_int_equal(d.separator_count, 2);
        assert_int_equal(d.separators, 0x101);
        assert_int_equal(d.size, heads[i].size);
        assert_int_equal(d.entries, 0x106);
        assert_int_equal(d.count, heads[i].wanted);
        assert_int_equal(d.text, heads[i].version < 4 ? 4 : 6);
        assert_int_equal(d.letters, heads[i].version < 4 ? 6 : 9);
        assert_int_equal(dictionary_at(&memory, 0).count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_are_read), cmocka_unit_test(objects_end_where_properties_begin),
        cmocka_unit_test(properties_are_walked), cmocka_unit_test(sizes_of_properties),
        cmocka_unit_test(dictionaries_are_read),
    };

    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
