/* Golmac: MIT licence, see LICENSE.

   Commands kept from play to play. */
#include "unit.h"
#include "folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "frontends/base/file.h"
#include "frontends/session/history.h"

static void write_file(const char *text)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *wanted)
{
    struct message why;
    char *text = file_read_whole(path, NULL, &why);

    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
}

static void remembers(void **state)
{
    struct history history;

    (void)state;
    unlink(path);
    history_open(&history, path);
    assert_null(history_line(&history, 0));
    history_add(&history, "look");
    history_add(&history, "take all");
    history_add(&history, "");
    history_add(&history, "   ");
    history_add(&history, "look");
    assert_string_equal(history_line(&history, 0), "look");
    assert_string_equal(history_line(&history, 1), "take all");
    assert_null(history_line(&history, 2));
    history_close(&history);
    history_open(&history, path);
    assert_int_equal(history.count, 2);
    assert_string_equal(history_line(&history, 0), "look");
    history_close(&history);
}

static void repairs_a_torn_file(void **state)
{
    struct history history;

    (void)state;
    write_file("one\nx\x01y\n\ntwo\nthr");
    history_open(&history, path);
    history_add(&history, "four");
    assert_int_equal(history.count, 3);
    history_close(&history);
    assert_file("one\ntwo\nfour\n");
}

static void forgets_the_oldest(void **state)
{
    struct history history;
    char line[32];
    unsigned i;

    (void)state;
    unlink(path);
    history_open(&history, path);
    for (i = 0; i < 2 * HISTORY_LIMIT; i++) {
        snprintf(line, sizeof line, "command %u", i);
        history_add(&history, line);
    }
    assert_int_equal(history.count, HISTORY_LIMIT);
    assert_string_equal(history_line(&history, HISTORY_LIMIT - 1), "command 1000");
    history_close(&history);
    history_open(&history, path);
    assert_int_equal(history.count, HISTORY_LIMIT);
    assert_string_equal(history_line(&history, 0), "command 1999");
    history_close(&history);
    history_open(&history, path);
    assert_string_equal(history_line(&history, HISTORY_LIMIT - 1), "command 1000");
    history_close(&history);
}

static void lives_without_a_file(void **state)
{
    struct history history;

    (void)state;
    history_open(&history, "/dev/null/commands");
    history_add(&history, "look");
    assert_int_not_equal(history.failed, 0);
    history_add(&history, "wait");
    assert_string_equal(history_line(&history, 1), "look");
    history_close(&history);
    history_open(&history, NULL);
    history_add(&history, "look");
    assert_int_equal(history.failed, 0);
    assert_string_equal(history_line(&history, 0), "look");
    history_close(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(remembers),
        cmocka_unit_test(repairs_a_torn_file),
        cmocka_unit_test(forgets_the_oldest),
        cmocka_unit_test(lives_without_a_file),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
