/* Golmac: MIT licence, see LICENSE.

   Commands kept from play to play. */
#include "unit.h"
#include "folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "frontends/base/file.h"
#include "frontends/session/recall.h"

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
    struct recall recall;

    (void)state;
    unlink(path);
    recall_open(&recall, path);
    assert_null(recall_line(&recall, 0));
    recall_add(&recall, "look");
    recall_add(&recall, "take all");
    recall_add(&recall, "");
    recall_add(&recall, "   ");
    recall_add(&recall, "look");
    assert_string_equal(recall_line(&recall, 0), "look");
    assert_string_equal(recall_line(&recall, 1), "take all");
    assert_null(recall_line(&recall, 2));
    recall_close(&recall);
    recall_open(&recall, path);
    assert_int_equal(recall.count, 2);
    assert_string_equal(recall_line(&recall, 0), "look");
    recall_close(&recall);
}

static void repairs_a_torn_file(void **state)
{
    struct recall recall;

    (void)state;
    write_file("one\nx\x01y\n\ntwo\nthr");
    recall_open(&recall, path);
    recall_add(&recall, "four");
    assert_int_equal(recall.count, 3);
    recall_close(&recall);
    assert_file("one\ntwo\nfour\n");
}

static void forgets_the_oldest(void **state)
{
    struct recall recall;
    char line[32];
    unsigned i;

    (void)state;
    unlink(path);
    recall_open(&recall, path);
    for (i = 0; i < 2 * RECALL_LIMIT; i++) {
        snprintf(line, sizeof line, "command %u", i);
        recall_add(&recall, line);
    }
    assert_int_equal(recall.count, RECALL_LIMIT);
    assert_string_equal(recall_line(&recall, RECALL_LIMIT - 1), "command 1000");
    recall_close(&recall);
    recall_open(&recall, path);
    assert_int_equal(recall.count, RECALL_LIMIT);
    assert_string_equal(recall_line(&recall, 0), "command 1999");
    recall_close(&recall);
    recall_open(&recall, path);
    assert_string_equal(recall_line(&recall, RECALL_LIMIT - 1), "command 1000");
    recall_close(&recall);
}

static void lives_without_a_file(void **state)
{
    struct recall recall;

    (void)state;
    recall_open(&recall, "/dev/null/commands");
    recall_add(&recall, "look");
    assert_int_not_equal(recall.failed, 0);
    recall_add(&recall, "wait");
    assert_string_equal(recall_line(&recall, 1), "look");
    recall_close(&recall);
    recall_open(&recall, NULL);
    recall_add(&recall, "look");
    assert_int_equal(recall.failed, 0);
    assert_string_equal(recall_line(&recall, 0), "look");
    recall_close(&recall);
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
