/* Golmac: MIT licence, see LICENSE.

   The config file: what it says, what it says wrongly, and settings written back into it. */
#include "unit.h"
#include "folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "frontends/host/config.h"
#include "frontends/base/file.h"

static void write_bytes(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void write_file(const char *text)
{
    write_bytes(text, strlen(text));
}

static void assert_file(const char *wanted)
{
    struct message why;
    char *text = file_read_whole(path, NULL, &why);

    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
}

static void reads_values(void **state)
{
    static const char *const names[] = { "88.840726", "ZCODE-88-840726", "zork1.z3", NULL };
    struct config config;
    struct options options;

    (void)state;
    write_file("\xEF\xBB\xBF# for all\nwidth = 72\r\n  no-more\n; too\nascii=off\nquiet = Yes\nload = \" a b \"\n"
               "[ 88.840726 ]\nwidth=100\n[Zork1.z3]\nload =\n[other]\nwidth = 7\n");
    config_load(&config, path);
    assert_null(config.complaints);
    options_default(&options);
    config_apply(&config, NULL, &options);
    assert_int_equal(options.width, 72);
    assert_int_equal(options.no_more, 1);
    assert_int_equal(options.ascii, 0);
    assert_int_equal(options.quiet, 1);
    assert_string_equal(options.load, " a b ");
    config_apply(&config, names, &options);
    assert_int_equal(options.width, 100);
    assert_null(options.load);
    config_free(&config);
}

static void assert_complaint(const char *text, const char *wanted)
{
    struct config config;
    char whole[256];

    write_file(text);
    config_load(&config, path);
    assert_non_null(config.complaints);
    snprintf(whole, sizeof whole, "%s:%s\n", path, wanted);
    assert_string_equal(config.complaints, whole);
    config_free(&config);
}

static void tells_bad_lines(void **state)
{
    (void)state;
    assert_complaint("width = 72\nwdth = 3\n", "2: unknown option wdth: did you mean 'width'? (passed over)");
    assert_complaint("gigantic", "1: unknown option gigantic (passed over)");
    assert_complaint("width = x", "1: width takes a number from 1 to 32767, not \"x\" (passed over)");
    assert_complaint("width = 0", "1: width takes a number from 1 to 32767, not \"0\" (passed over)");
    assert_complaint("width", "1: width lacks its value: width = N (passed over)");
    assert_complaint("no-more = perhaps", "1: no-more is yes or no, not \"perhaps\" (passed over)");
    assert_complaint("help", "1: help is for the command line only (passed over)");
    assert_complaint("\n= 3", "2: write a setting as in width = 72 (passed over)");
    assert_complaint("[story\nwidth = 3",
                     "1: write a section's name in brackets, as in [88.840726]; its settings are not "
                                          "known (passed over)");
}

static void passes_bad_sections_over(void **state)
{
    struct config config;

    (void)state;
    write_file("[story\nwidth = 3\n[x]\nwidth = 4\n");
    config_load(&config, path);
    assert_int_equal(config.count, 1);
    assert_string_equal(config.entries[0].section, "x");
    config_free(&config);
}

static void tells_so_much_of_what_is_no_config(void **state)
{
    char bytes[4000];
    struct config config;
    size_t i, lines = 0;

    (void)state;
    for (i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i % 7 ? i * 37 : '\n');
    write_bytes(bytes, sizeof bytes);
    config_load(&config, path);
    assert_int_equal(config.count, 0);
    for (i = 0; config.complaints[i]; i++)
        lines += config.complaints[i] == '\n';
    assert_int_equal(lines, 9);
    config_free(&config);
}

static void lives_without_a_file(void **state)
{
    struct config config;

    (void)state;
    unlink(path);
    config_load(&config, path);
    assert_null(config.complaints);
    assert_int_equal(config.count, 0);
    config_free(&config);
    config_load(&config, folder);
    assert_non_null(strstr(config.complaints, "Is a directory"));
    config_free(&config);
}

/* ---- Writing back ---- */

static void assert_written(const char *before, const char *section, const char *key, const char *value,
                           const char *after)
{
    struct message why = { "" };

    if (before)
        write_file(before);
    else
        unlink(path);
    assert_int_equal(config_write(path, section, key, value, &why), 0);
    assert_file(after);
}

static void writes_settings(void **state)
{
    (void)state;
    assert_written(NULL, "", "width", "70", "width = 70\n");
    assert_written(NULL, "1.2", "width", "70", "[1.2]\nwidth = 70\n");
    assert_written("# mine\nwidth=3 \n\n[x]\n", "", "width", "70", "# mine\nwidth = 70\n\n[x]\n");
    assert_written("# mine\r\nwidth=3\r\nquiet\r\n", "", "width", "70", "# mine\r\nwidth = 70\r\nquiet\r\n");
    assert_written("quiet\n\n# about x\n[x]\n", "", "width", "70", "quiet\n\n# about x\nwidth = 70\n[x]\n");
    assert_written("[x]\nquiet\n\n[y]\nquiet\n", "X", "width", "70", "[x]\nquiet\nwidth = 70\n\n[y]\nquiet\n");
    assert_written("[x]\n[y]\nwidth = 1\n", "x", "width", "70", "[x]\nwidth = 70\n[y]\nwidth = 1\n");
    assert_written("quiet", "", "width", "70", "quiet\nwidth = 70\n");
    assert_written("quiet", "x", "width", "70", "quiet\n\n[x]\nwidth = 70\n");
    assert_written("[x]\nload = 1\nload = 2\n", "x", "load", " 3", "[x]\nload = 1\nload = \" 3\"\n");
    assert_written("\xEF\xBB\xBF", "", "width", "2", "\xEF\xBB\xBFwidth = 2\n");
    assert_written("\xEF\xBB\xBF[x]\nquiet\n[y\nwidth = 1\n", "x", "width", "2",
                   "\xEF\xBB\xBF[x]\nquiet\nwidth = 2\n[y\nwidth = 1\n");
    assert_written("[x]\nwidth = 1", "x", "width", "2", "[x]\nwidth = 2");
}

static void takes_settings_out(void **state)
{
    (void)state;
    assert_written("quiet\nwidth = 3\n# end\n", "", "width", NULL, "quiet\n# end\n");
    assert_written("quiet\r\nwidth = 3\r\n", "", "width", NULL, "quiet\r\n");
    assert_written("quiet\n", "", "width", NULL, "quiet\n");
    assert_written("width = 3\n", "x", "width", NULL, "width = 3\n");
}

static void refuses_what_cannot_be_written(void **state)
{
    struct message why = { "" };

    (void)state;
    write_file("quiet\n");
    assert_int_equal(config_write(path, "", "widht", "3", &why), -1);
    assert_non_null(strstr(why.text, "unknown option widht"));
    assert_int_equal(config_write(path, "", "width", "x", &why), -1);
    assert_int_equal(config_write(path, "", "load", "a\nwidth = 3", &why), -1);
    assert_int_equal(config_write(path, "x]\n[y", "width", "3", &why), -1);
    assert_int_equal(config_write("/dev/null/config", "", "width", "3", &why), -1);
    assert_file("quiet\n");
}

static void keeps_links_and_rights(void **state)
{
    char link[80];
    struct message why = { "" };
    struct stat status;

    (void)state;
    write_file("quiet\n");
    assert_int_equal(chmod(path, 0600), 0);
    snprintf(link, sizeof link, "%s.link", path);
    assert_int_equal(symlink(path, link), 0);
    assert_int_equal(config_write(link, "", "width", "3", &why), 0);
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    unlink(link);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_file("quiet\nwidth = 3\n");
}

/* What was written is what is read. */
static void comes_back(void **state)
{
    static const char *const values[] = { "a", " a", "a ", "\"", "\"a\"", "#a", "[a]", "=", "a = b", "\xC3\xA4" };
    struct config config;
    struct options options;
    struct message why = { "" };
    size_t i;

    (void)state;
    unlink(path);
    for (i = 0; i < sizeof values / sizeof *values; i++) {
        assert_int_equal(config_write(path, "", "load", values[i], &why), 0);
        config_load(&config, path);
        assert_null(config.complaints);
        options_default(&options);
        config_apply(&config, NULL, &options);
        assert_string_equal(options.load, values[i]);
        config_free(&config);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_values),
        cmocka_unit_test(tells_bad_lines),
        cmocka_unit_test(passes_bad_sections_over),
        cmocka_unit_test(tells_so_much_of_what_is_no_config),
        cmocka_unit_test(lives_without_a_file),
        cmocka_unit_test(writes_settings),
        cmocka_unit_test(takes_settings_out),
        cmocka_unit_test(refuses_what_cannot_be_written),
        cmocka_unit_test(keeps_links_and_rights),
        cmocka_unit_test(comes_back),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
