/* Golmac: MIT licence, see LICENSE.

   What Blorb files say of their stories, and which story a story file is. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "frontends/formats/identity.h"
#include "frontends/formats/metadata.h"

#define RECORD(inside) \
    "<?xml version=\"1.0\"?>\n<ifindex version=\"1.0\" xmlns=\"x\"><story>" inside "</story></ifindex>"
#define BIBLIOGRAPHIC(inside) RECORD("<bibliographic>" inside "</bibliographic>")

static struct metadata read_text(const char *text)
{
    struct metadata metadata;

    metadata_read(&metadata, text, strlen(text));
    return metadata;
}

static void assert_title(const char *text, const char *wanted)
{
    struct metadata metadata = read_text(text);

    assert_string_equal(metadata.title, wanted);
}

static void reads_fields(void **state)
{
    struct metadata metadata = read_text(RECORD("<identification><ifid>1974a053-7DB0</ifid><ifid>ANOTHER-ONE</ifid>"
        "<format>zcode</format></identification><bibliographic><title>A Title</title>\n<author>N. N.</author>"
        "<headline>An Example</headline></bibliographic>"));

    (void)state;
    assert_string_equal(metadata.title, "A Title");
    assert_string_equal(metadata.author, "N. N.");
    assert_string_equal(metadata.headline, "An Example");
    assert_string_equal(metadata.ifid, "1974a053-7DB0");
}

static void reads_text(void **state)
{
    (void)state;
    assert_title(BIBLIOGRAPHIC("<title>\n  Two \t lines\n here </title>"), "Two lines here");
    assert_title(BIBLIOGRAPHIC("<title>a&amp;b&lt;c&gt;d&quot;e&apos;&#65;&#x42;&#x1F600;</title>"),
                 "a&b<c>d\"e'AB\xF0\x9F\x98\x80");
    assert_title(BIBLIOGRAPHIC("<title>a<!-- <title>no</title> -->b<![CDATA[<&amp;]]>c</title>"), "ab<&amp;c");
    assert_title(BIBLIOGRAPHIC("<title>a<br/>b <i>c</i></title>"), "a b c");
    assert_title(BIBLIOGRAPHIC("<title lang=\"en\">x</title>"), "x");
    assert_title(BIBLIOGRAPHIC("<title>\x1B[31mred\xE2\x80\xAE</title>"), "[31mred");
    assert_title(BIBLIOGRAPHIC("<title>\xFF" "a</title>"), "\xEF\xBF\xBD" "a");
}

static void reads_the_first_story_only(void **state)
{
    (void)state;
    assert_title("<ifindex><story><bibliographic><author>x</author></bibliographic></story>"
                 "<story><bibliographic><title>other</title></bibliographic></story></ifindex>", "");
    assert_title("<story><bibliographic><title>not in an index</title></bibliographic></story>", "");
    assert_title(RECORD("<x><bibliographic><title>too deep</title></bibliographic></x>"), "");
}

static void passes_over_what_is_broken(void **state)
{
    static const char *const broken[] = {
        "", "<", "&", "<ifindex", "<ifindex><story><bibliographic><title>", "<!--", "<![CDATA[", "</",
        "</a></a></a></a></a>",
        "<ifindex><story><bibliographic><title>x", "&#99999999999999999999;", "<?", "<!", "<//>", "< / >", "&amp",
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_title(broken[i], "");
    assert_title(BIBLIOGRAPHIC("<title>a & b</title>"), "a & b");
    assert_title(BIBLIOGRAPHIC("<title>&#0;&#xFFFFFFFF;&nothing;a</title>"), "a");
}

static void cuts_what_is_long(void **state)
{
    char text[20000];
    size_t used = (size_t)snprintf(text, sizeof text, "<ifindex><story><bibliographic><title>");
    struct metadata metadata;

    (void)state;
    memset(text + used, 'x', 10000);
    snprintf(text + used + 10000, sizeof text - used - 10000, "</title></bibliographic></story></ifindex>");
    metadata = read_text(text);
    assert_in_range(strlen(metadata.title), 60, METADATA_TEXT - 1);
}

static void takes_no_false_ifid(void **state)
{
    (void)state;
    assert_string_equal(read_text(RECORD("<identification><ifid>short</ifid></identification>")).ifid, "");
    assert_string_equal(read_text(RECORD("<identification><ifid>../../etc/passwd</ifid></identification>")).ifid, "");
    assert_string_equal(read_text(RECORD("<identification><ifid>0123456789012345678901234567890123456789"
                                         "012345678901234567890123</ifid></identification>")).ifid, "");
}

/* Any text, and any cut of it: no byte past the end is read (the sanitizers see it). */
static void reads_every_cut(void **state)
{
    static const char text[] = BIBLIOGRAPHIC("<title>a<!--b-->&amp;&#x41;<![CDATA[c]]><br/></title>");
    struct metadata metadata;
    size_t size;

    (void)state;
    for (size = 0; size < sizeof text; size++) {
        char *copy = malloc(size + 1);

        memcpy(copy, text, size);
        copy = realloc(copy, size ? size : 1);
        metadata_read(&metadata, copy, size);
        free(copy);
    }
    assert_string_equal(metadata.title, "a&Ac");
}

/* ---- Which story it is ---- */

static void assert_ifid(unsigned release, const char *serial, unsigned checksum, const char *inside, const char *wanted)
{
    unsigned char code[256] = { 5 };
    struct story story = { .file = code, .file_size = sizeof code, .code = code, .code_size = sizeof code };
    struct identity identity;

    code[2] = (unsigned char)(release >> 8);
    code[3] = (unsigned char)release;
    memcpy(code + 0x12, serial, 6);
    code[0x1C] = (unsigned char)(checksum >> 8);
    code[0x1D] = (unsigned char)checksum;
    memcpy(code + sizeof code - strlen(inside), inside, strlen(inside));
    identity_of(&identity, &story);
    assert_string_equal(identity.ifid, wanted);
}

/* The examples of the treaty. */
static void knows_stories(void **state)
{
    (void)state;
    assert_ifid(8, "040205", 0x6630, "", "ZCODE-8-040205-6630");
    assert_ifid(11, "860509", 0x1234, "", "ZCODE-11-860509");
    assert_ifid(2, "AS000C", 0x1234, "", "ZCODE-2-AS000C");
    assert_ifid(5, "\0\0\0\0\0\0", 0x1234, "", "ZCODE-5-------");
    assert_ifid(15, "999999", 0x1234, "", "ZCODE-15-999999");
    assert_ifid(67, "000000", 0x1234, "", "ZCODE-67-000000");
    assert_ifid(1, "061127", 0x1234, "UUID://1974A053-7DB0-4103-93A1-767C1382C0B7//",
                "1974A053-7DB0-4103-93A1-767C1382C0B7");
    assert_ifid(1, "061127", 0x1234, "UUUID://1974a053-7db0//", "1974A053-7DB0");
    assert_ifid(1, "040205", 0x1234, "UUID://1974A053-7DB0-4103//", "ZCODE-1-040205-1234");
    assert_ifid(1, "061127", 0x1234, "UUID://1974A053-7DB0", "ZCODE-1-061127-1234");
    assert_ifid(1, "061127", 0x1234, "UUID://1974A053 7DB0//", "ZCODE-1-061127-1234");
    assert_ifid(1, "061127", 0x1234, "UUID:/", "ZCODE-1-061127-1234");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_fields),
        cmocka_unit_test(reads_text),
        cmocka_unit_test(reads_the_first_story_only),
        cmocka_unit_test(passes_over_what_is_broken),
        cmocka_unit_test(cuts_what_is_long),
        cmocka_unit_test(takes_no_false_ifid),
        cmocka_unit_test(reads_every_cut),
        cmocka_unit_test(knows_stories),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
