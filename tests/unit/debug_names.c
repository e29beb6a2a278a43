/* Golmac: MIT licence, see LICENSE.

   The names that a debug file beside a story gives its attributes and globals: whose they are, and which are taken. */
#include "unit.h"
#include "folder.h"

#include <string.h>
#include "frontends/formats/debug_names.h"
#include "interp/header.h"

/* Sixty-three zeros in base 64; the story below begins with so many but for what the tests change. */
#define ZEROS "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define FILE_OF(prefix, rest) "<?xml version=\"1.0\"?><inform-story-file><story-file-prefix>" prefix \
    "</story-file-prefix>" rest "</inform-story-file>"
#define ATTRIBUTE(name, value) "<attribute><identifier>" name "</identifier><value>" value "</value></attribute>"
#define GLOBAL(name, address) "<global-variable><identifier artificial=\"true\">" name "</identifier><address>" \
    address "</address></global-variable>"

static struct debug_names names;

static void load(const char *text, const unsigned char *story)
{
    char debug[sizeof path + 20];
    FILE *file;

    snprintf(debug, sizeof debug, "%s/gameinfo.dbg", folder);
    file = fopen(debug, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    debug_names_load(&names, path, story, HEADER_SIZE);
    unlink(debug);
}

static void names_are_taken(void **state)
{
    unsigned char story[HEADER_SIZE] = { 0 };

    (void)state;
    load(FILE_OF(ZEROS, ATTRIBUTE("light", "0") ATTRIBUTE("last", "47") ATTRIBUTE("none", "48") ATTRIBUTE("less", "-1")
                 GLOBAL("first", "0") GLOBAL("second", "2") GLOBAL("half", "3") GLOBAL("end", "478")
                 GLOBAL("past", "480")), story);
    assert_string_equal(names.attribute[0], "light");
    assert_string_equal(names.attribute[47], "last");
    assert_string_equal(names.attribute[1], "");
    assert_string_equal(names.global[0], "first");
    assert_string_equal(names.global[1], "second");
    assert_string_equal(names.global[2], "");
    assert_string_equal(names.global[239], "end");
}

static void a_long_name_is_cut(void **state)
{
    unsigned char story[HEADER_SIZE] = { 0 };

    (void)state;
    load(FILE_OF(ZEROS, ATTRIBUTE("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "1")), story);
    assert_string_equal(names.attribute[1], "abcdefghijklmnopqrstuvwxyzabcdefghi");
}

/* A file of another story, one that is cut or that does not say of which it is: no names. */
static void other_files_have_none(void **state)
{
    static const char whole[] = FILE_OF(ZEROS, ATTRIBUTE("light", "0"));
    unsigned char story[HEADER_SIZE] = { 0 };
    char cut[sizeof whole];

    (void)state;
    load(whole, story);
    assert_string_equal(names.attribute[0], "light");
    story[62] = 1;
    load(whole, story);
    assert_string_equal(names.attribute[0], "");
    story[62] = 0;
    snprintf(cut, sizeof cut - 1, "%s", whole);
    load(cut, story);
    assert_string_equal(names.attribute[0], "");
    load("<inform-story-file>" ATTRIBUTE("light", "0") "</inform-story-file>", story);
    assert_string_equal(names.attribute[0], "");
    load("", story);
    assert_string_equal(names.attribute[0], "");
    debug_names_load(&names, path, story, HEADER_SIZE); /* there is no such file */
    assert_string_equal(names.attribute[0], "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_taken), cmocka_unit_test(a_long_name_is_cut),
        cmocka_unit_test(other_files_have_none),
    };

    return cmocka_run_group_tests_name("debug names", tests, make_folder, remove_folder);
}
