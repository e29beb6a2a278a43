/* Golmac: MIT licence, see LICENSE.

   Line breaking: the same text gives the same lines, however it comes in pieces. */
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include "frontends/base/wrap.h"

struct result { char text[8192]; size_t length; };

static void put(void *context, const uint16_t *text, unsigned length)
{
    struct result *result = context;

    while (length--) {
        assert_true(result->length < sizeof result->text - 1);
        result->text[result->length++] = (char)*text++;
    }
    result->text[result->length] = 0;
}

static void feed(struct wrap *wrap, const char *text, size_t piece)
{
    uint16_t units[64];
    size_t i, n, length = strlen(text);

    assert_true(piece <= 64);
    for (i = 0; i < length; i += n) {
        for (n = 0; n < piece && i + n < length; n++)
            units[n] = (unsigned char)text[i + n];
        wrap_text(wrap, units, (unsigned)n);
    }
}

static const struct { unsigned width; int by_word; const char *text, *lines; } cases[] = {
    { 10, 1, "aaa bbb ccc ddd", "aaa bbb\nccc ddd" },
    { 10, 1, "aaa bbb cc\ndd", "aaa bbb cc\ndd" },
    { 10, 1, "aaa bbb cc dd", "aaa bbb cc\ndd" },
    { 10, 1, "aaa bbb   cc dd", "aaa bbb\ncc dd" },
    { 10, 1, "0123456789abcdef ghi", "0123456789\nabcdef ghi" },
    { 10, 1, "aa 0123456789abc", "aa\n0123456789\nabc" },
    { 10, 1, "0123456789\nabc", "0123456789\nabc" },
    { 10, 1, "\n\nabc\n", "\n\nabc\n" },
    { 1, 1, "a b", "a\nb" },
    { 10, 0, "aaa bbb ccc ddd", "aaa bbb cc\nc ddd" },
    { 0, 1, "aaa bbb ccc ddd", "aaa bbb ccc ddd" },
};

static void breaks_lines(void **state)
{
    size_t i, piece;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        for (piece = 1; piece <= 7; piece++) {
            struct result result = { "", 0 };
            struct wrap wrap;

            wrap_init(&wrap, cases[i].width, put, &result);
            wrap.by_word = cases[i].by_word;
            feed(&wrap, cases[i].text, piece);
            wrap_flush(&wrap);
            assert_string_equal(result.text, cases[i].lines);
        }
}

static void holds_the_last_line(void **state)
{
    struct result result = { "", 0 };
    struct wrap wrap;

    (void)state;
    wrap_init(&wrap, 20, put, &result);
    feed(&wrap, "text\n>", 3);
    assert_string_equal(result.text, "text\n");
    assert_false(wrap_at_start(&wrap));
    wrap_flush(&wrap);
    assert_string_equal(result.text, "text\n>");
    assert_false(wrap_at_start(&wrap));
    wrap_newline_seen(&wrap);
    assert_true(wrap_at_start(&wrap));
}

static void goes_on_after_a_flush(void **state)
{
    struct result result = { "", 0 };
    struct wrap wrap;

    (void)state;
    wrap_init(&wrap, 10, put, &result);
    feed(&wrap, "what? ", 6);
    wrap_flush(&wrap);
    feed(&wrap, "abc defgh", 9);
    wrap_flush(&wrap);
    assert_string_equal(result.text, "what? abc\ndefgh");
}

static void takes_lines_of_any_length(void **state)
{
    struct result result = { "", 0 };
    struct wrap wrap;
    size_t i;

    (void)state;
    wrap_init(&wrap, 0, put, &result);
    for (i = 0; i < 5000; i++)
        feed(&wrap, "x", 1);
    wrap_flush(&wrap);
    assert_int_equal(result.length, 5000);
    assert_null(strchr(result.text, '\n'));
    wrap_init(&wrap, 3000, put, &result);
    result.length = 0;
    for (i = 0; i < 6001; i++)
        feed(&wrap, "x", 1);
    wrap_flush(&wrap);
    assert_int_equal(strcspn(result.text, "\n"), 3000);
    assert_int_equal(result.length, 6003);
}

/* A word whose beginning has been handed out cannot move to the next line: it breaks where the line ends. */
static void breaks_a_word_that_is_out(void **state)
{
    struct result result = { "", 0 };
    struct wrap wrap;

    (void)state;
    wrap_init(&wrap, 10, put, &result);
    feed(&wrap, "aaa bbb c", 9);
    wrap_flush(&wrap);
    feed(&wrap, "cc ddd", 6);
    wrap_flush(&wrap);
    assert_string_equal(result.text, "aaa bbb cc\nc ddd");
    result.length = 0;
    wrap_init(&wrap, 10, put, &result);
    feed(&wrap, "aaa bbb ", 8);
    wrap_flush(&wrap);
    feed(&wrap, "ccc", 3); /* nothing of this one is out */
    wrap_flush(&wrap);
    assert_string_equal(result.text, "aaa bbb \nccc");
}

/* Lines longer than are kept are handed out before they end, without their last word: they break as any others. */
static void breaks_long_lines(void **state)
{
    static const unsigned words[] = { 5, 1, 30, 300, WRAP_LINE - 9, 12, WRAP_LINE / 2, 2 };
    static char text[8192], wanted[8192];
    unsigned width, i, column = 0;
    size_t length = 0, used = 0;

    (void)state;
    for (width = WRAP_LINE - 3; width < 3 * WRAP_LINE; width += width < WRAP_LINE + 3 ? 1 : 97) {
        struct result result = { "", 0 };
        struct wrap wrap;

        for (length = used = column = i = 0; i < 40; i++) {
            unsigned word = words[(i * 7 + width) % 8];

            if (length + word + 2 > sizeof text)
                break;
            if (i) {
                text[length++] = ' ';
                wanted[used++] = column + 1 + word > width ? '\n' : ' ';
                column = column + 1 + word > width ? 0 : column + 1;
            }
            memset(text + length, 'a' + (int)(i % 26), word);
            memset(wanted + used, 'a' + (int)(i % 26), word);
            length += word;
            used += word;
            column += word;
        }
        text[length] = wanted[used] = 0;
        wrap_init(&wrap, width, put, &result);
        feed(&wrap, text, 64);
        wrap_flush(&wrap);
        assert_string_equal(result.text, wanted);
    }
}

/* Of a word longer than is kept the beginning is out before it is known where it ends. */
static void breaks_the_longest_words(void **state)
{
    struct result result = { "", 0 };
    struct wrap wrap;
    unsigned i;

    (void)state;
    wrap_init(&wrap, WRAP_LINE + 100, put, &result);
    feed(&wrap, "a ", 2);
    for (i = 0; i < WRAP_LINE + 100; i++)
        feed(&wrap, "x", 1);
    feed(&wrap, " b", 2);
    wrap_flush(&wrap);
    assert_int_equal(strcspn(result.text, "\n"), WRAP_LINE + 100);
    assert_string_equal(result.text + WRAP_LINE + 100, "\nxx b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_lines),
        cmocka_unit_test(holds_the_last_line),
        cmocka_unit_test(goes_on_after_a_flush),
        cmocka_unit_test(takes_lines_of_any_length),
        cmocka_unit_test(breaks_a_word_that_is_out),
        cmocka_unit_test(breaks_long_lines),
        cmocka_unit_test(breaks_the_longest_words),
    };

    return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
