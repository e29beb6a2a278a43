/* Golmac: MIT licence, see LICENSE.

   UTF-8 and UTF-16, well-formed and ill-formed. */
#include "unit.h"

#include <string.h>
#include "frontends/base/utf.h"

static void assert_encodes(const uint16_t *units, size_t length, const char *wanted)
{
    char text[64];
    size_t size = utf8_encode(text, units, length);

    assert_int_equal(size, strlen(wanted));
    assert_memory_equal(text, wanted, size);
}

static void assert_decodes(const char *text, const uint16_t *wanted, size_t length)
{
    uint16_t units[64];

    assert_int_equal(utf8_decode(units, 64, text, strlen(text)), length);
    assert_memory_equal(units, wanted, length * sizeof *wanted);
}

static const struct { const char *text; uint16_t units[4]; size_t length; } well_formed[] = {
    { "", { 0 }, 0 },
    { "a\n", { 'a', '\n' }, 2 },
    { "\x7F\xC2\x80", { 0x7F, 0x80 }, 2 },
    { "\xDF\xBF\xE0\xA0\x80", { 0x7FF, 0x800 }, 2 },
    { "\xED\x9F\xBF\xEE\x80\x80", { 0xD7FF, 0xE000 }, 2 },
    { "\xEF\xBF\xBF\xF0\x90\x80\x80", { 0xFFFF, 0xD800, 0xDC00 }, 3 },
    { "\xF4\x8F\xBF\xBF", { 0xDBFF, 0xDFFF }, 2 },
};

static void goes_both_ways(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < sizeof well_formed / sizeof *well_formed; i++) {
        assert_encodes(well_formed[i].units, well_formed[i].length, well_formed[i].text);
        assert_decodes(well_formed[i].text, well_formed[i].units, well_formed[i].length);
    }
}

static void replaces_half_pairs(void **state)
{
    static const uint16_t high[] = { 0xD800, 'x' }, low[] = { 0xDC00 }, last[] = { 'x', 0xDBFF };

    (void)state;
    assert_encodes(high, 2, "\xEF\xBF\xBDx");
    assert_encodes(low, 1, "\xEF\xBF\xBD");
    assert_encodes(last, 2, "x\xEF\xBF\xBD");
}

static void replaces_ill_formed_bytes(void **state)
{
    static const char *const bad[] = {
        "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98",
    };
    uint16_t units[8];
    uint32_t character;
    size_t i, length;

    (void)state;
    for (i = 0; i < sizeof bad / sizeof *bad; i++) {
        length = utf8_decode(units, 8, bad[i], strlen(bad[i]));
        assert_true(length >= 1 && length <= strlen(bad[i]));
        assert_int_equal(units[0], UTF_REPLACEMENT);
        assert_int_equal(utf8_character((const unsigned char *)bad[i], strlen(bad[i]), &character), 0);
    }
    assert_int_equal(utf8_decode(units, 8, "\xC3" "a", 2), 2);
    assert_int_equal(units[1], 'a');
}

static void stops_where_there_is_no_room(void **state)
{
    uint16_t units[3] = { 0, 0, 7 };

    (void)state;
    assert_int_equal(utf8_decode(units, 2, "abc", 3), 2);
    assert_int_equal(utf8_decode(units, 2, "a\xF0\x9F\x98\x80", 5), 1);
    assert_int_equal(units[2], 7);
}

static void takes_characters_one_by_one(void **state)
{
    static const struct { const char *text; uint32_t character; } rows[] = {
        { "a", 'a' }, { "\xC2\x80", 0x80 }, { "\xEF\xBF\xBD", 0xFFFD }, { "\xF0\x90\x80\x80", 0x10000 },
        { "\xF4\x8F\xBF\xBF", 0x10FFFF },
    };
    char text[UTF8_PER_CHARACTER];
    uint16_t units[2];
    uint32_t character;
    size_t i, size;

    (void)state;
    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        size = strlen(rows[i].text);
        assert_int_equal(utf8_character((const unsigned char *)rows[i].text, size, &character), size);
        assert_int_equal(character, rows[i].character);
        assert_int_equal(utf8_put(text, character), size);
        assert_memory_equal(text, rows[i].text, size);
        if (utf16_put(units, character) == 2)
            assert_int_equal(utf16_join(units[0], units[1]), character);
        else
            assert_int_equal(units[0], character);
        assert_int_equal(utf16_is_high(units[0]), character > 0xFFFF);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_both_ways),
        cmocka_unit_test(replaces_half_pairs),
        cmocka_unit_test(replaces_ill_formed_bytes),
        cmocka_unit_test(takes_characters_one_by_one),
        cmocka_unit_test(stops_where_there_is_no_room),
    };

    return cmocka_run_group_tests_name("utf", tests, NULL, NULL);
}
