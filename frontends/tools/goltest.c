/* Golmac: MIT licence, see LICENSE.

   goltest: plays the tests of a script, and tells which of them did not go as they should. Exit status: 0 if all went
   well, 1 if one did not or a file cannot be used, 2 for bad usage, 130 after an interruption. */
#include "frontends/tools/goltest/command_line.h"
#include "frontends/tools/goltest/difference.h"
#include "frontends/tools/goltest/play.h"
#include "frontends/tools/goltest/report.h"
#include "frontends/base/paths.h"
#include "frontends/formats/story.h"
#include "frontends/base/file.h"
#include "frontends/base/system.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OK = 0, FAILED = 1, USAGE = 2, INTERRUPTED = 130, SCREEN_HEIGHT = 24, WIDEST = 512 };

/* The one thing a signal handler can reach. */
static volatile sig_atomic_t interrupted;

struct run {
    const struct command_line *line;
    struct script script;
    struct options options;
    struct report report;
    struct coverage *coverage;  /* NULL: not wanted */
    struct message why;
};

static void interrupt(int signal)
{
    interrupted = signal;
}

static int fail(const char *text, int status)
{
    (void)fflush(stdout);
    fprintf(stderr, "goltest: %s\n", text);
    return status;
}

static void print_help(void)
{
    puts("usage: goltest [OPTION]... SCRIPT [TEST]...\n\n"
         "Plays the tests of a script in the format of RegTest\n"
         "(https://eblong.com/zarf/plotex/regtest.html), or those of the names given,\n"
         "which may have wildcards, and tells what did not go as the script says.\n\n"
         "  ** game: story.z5\n"
         "  * through-the-door\n"
         "  > open door\n"
         "  You open the door.          this text must be printed\n"
         "  !locked                     this must not\n"
         "  /You (see|smell) \\w+        a regular expression\n"
         "  {status} Hall               in the status line or upper window\n"
         "  {grid=2} Exits              in its second row\n"
         "  >{char} escape              a key\n");
    command_line_print();
}

/* ---- Which tests ---- */

/* Without names all are meant, save those that are only made to be included: -name, _name. */
static bool is_wanted(const struct command_line *line, const char *name)
{
    int i;

    for (i = 0; i < line->names.count; i++)
        if (fnmatch(line->names.at[i], name, 0) == 0)
            return strcmp(line->names.at[i], "*") != 0 || (name[0] != '-' && name[0] != '_');
    return line->names.count == 0 && name[0] != '-' && name[0] != '_';
}

static int count_wanted(const struct run *run)
{
    int i, count = 0;

    for (i = 0; i < run->script.tests.count; i++)
        count += is_wanted(run->line, run->script.tests.at[i].name);
    return count;
}

/* ---- A test ---- */

/* The story named by the command line, the test or the script: found from the current folder, else beside the
   script. */
static const char *find_game(const struct run *run, const struct test *test)
{
    const char *name = run->line->game ? run->line->game : test->game ? test->game : run->script.game;
    const char *slash = strrchr(run->script.path, '/');
    char *found, *beside;

    if (!name)
        return NULL;
    found = story_find(name);
    beside = !found && slash ? path_join(run->script.path, (size_t)(slash - run->script.path), name) : NULL;
    if (beside && access(beside, F_OK) == 0)
        name = arena_string(run->script.arena, beside, strlen(beside));
    free(found);
    free(beside);
    return name;
}

static int set_game(struct run *run, const struct test *test)
{
    run->options.story = find_game(run, test);
    if (run->options.story)
        return 0;
    return message_set(&run->why, "%s: which story? Write \"** game: FILE\" into the script, or say -g FILE",
                       run->script.path);
}

static const char *transcript_path(struct arena *arena, const char *folder, const char *name)
{
    char *path = arena_format(arena, "%s/%s.txt", folder, name), *at;

    for (at = path + strlen(folder) + 1; *at; at++)
        if (*at == '/')
            *at = '-';
    return path;
}

static const char *bless(const char *path, const struct result *result)
{
    struct span bytes = { result->transcript.at, (size_t)result->transcript.count };
    struct message why;

    if (path_make_parent(path) == 0 && file_write(path, bytes, &why) == 0)
        return "";
    return arena_format(result->arena, "%s: %s\n", path, strerror(errno));
}

static const char *compare(const char *path, struct result *result)
{
    struct message why;
    char *stored = file_read_whole(path, NULL, &why);
    const char *difference;

    if (!stored)
        return arena_format(result->arena, "%s (--bless writes it)\n", why.text);
    bytes_add(&result->transcript, 0);
    result->transcript.count--;
    difference = difference_of(result->arena, stored, (const char *)result->transcript.at);
    free(stored);
    return *difference ? arena_format(result->arena, "the transcript differs from %s:\n%s", path, difference) : "";
}

static const char *use_transcript(const struct run *run, const struct test *test, struct result *result)
{
    const char *path;

    if (!run->line->transcripts)
        return "";
    path = transcript_path(result->arena, run->line->transcripts, test->name);
    return run->line->bless ? bless(path, result) : compare(path, result);
}

static int run_test(struct run *run, const struct test *test)
{
    struct arena arena = { 0 };
    struct result result = { .arena = &arena };
    struct play_request request = { &run->script, test, &run->options, run->line->vital, !run->line->no_echo,
                                    &interrupted, run->coverage };

    if (set_game(run, test) != 0)
        return -1;
    play_test(&result, &request);
    report_test(&run->report, &run->script, test, &result, use_transcript(run, test, &result));
    arena_free(&arena);
    return 0;
}

/* ---- What they reach ---- */

/* Of the story that the first of them plays. */
static int open_coverage(struct run *run)
{
    struct arena *arena = run->script.arena;
    struct story story;
    int i = 0, result;

    while (i < run->script.tests.count && !is_wanted(run->line, run->script.tests.at[i].name))
        i++;
    if (!run->line->coverage || i == run->script.tests.count)
        return 0;
    if (set_game(run, &run->script.tests.at[i]) != 0 || story_load(&story, run->options.story, &run->why) != 0)
        return -1;
    run->coverage = ARENA_NEW(arena, struct coverage);
    result = coverage_open(run->coverage, arena, &story, run->line->debug, &run->why);
    story_free(&story);
    return result;
}

static int close_coverage(struct run *run)
{
    return run->coverage ? coverage_write(run->coverage, run->line->coverage, &run->why) : 0;
}

/* ---- All of them ---- */

/* The tests' own files: saves and transcripts of stories. Nothing else is in it, and no folder. */
static void remove_folder(const char *folder)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;

    while (entries && (entry = readdir(entries))) {
        char *path = path_join(folder, strlen(folder), entry->d_name);

        if (path)
            (void)unlink(path); /* of . and .. it fails */
        free(path);
    }
    if (entries)
        closedir(entries);
    (void)rmdir(folder);
}

static int run_tests(struct run *run)
{
    long long begun = system_clock();
    int i, result = open_coverage(run);

    if (result == 0)
        report_begin(&run->report, count_wanted(run));
    for (i = 0; result == 0 && !interrupted && i < run->script.tests.count; i++)
        if (is_wanted(run->line, run->script.tests.at[i].name))
            result = run_test(run, &run->script.tests.at[i]);
    if (result != 0 || close_coverage(run) != 0)
        return fail(run->why.text, FAILED);
    report_end(&run->report, (double)(system_clock() - begun) / 1000, run->coverage);
    if (interrupted)
        return INTERRUPTED;
    if (run->report.tests == 0)
        return fail("there is no such test in the script: -l lists those there are", FAILED);
    return run->report.failed ? FAILED : OK;
}

static int list_tests(const struct run *run)
{
    int i;

    for (i = 0; i < run->script.tests.count; i++)
        if (is_wanted(run->line, run->script.tests.at[i].name))
            puts(run->script.tests.at[i].name);
    return OK;
}

static int run_in_folder(struct run *run)
{
    const char *above = getenv("TMPDIR");
    char *folder = arena_format(run->script.arena, "%s/goltest.XXXXXX", above && *above ? above : "/tmp");
    int status;

    if (!mkdtemp(folder)) {
        message_set(&run->why, "%s: %s", folder, strerror(errno));
        return fail(run->why.text, FAILED);
    }
    run->options.restriction = folder;
    status = run_tests(run);
    remove_folder(folder);
    return status;
}

static int run_script(struct run *run)
{
    const struct command_line *line = run->line;
    int i, result;

    result = line->commands ? script_read_commands(&run->script, line->script, &run->why)
                            : script_read(&run->script, line->script, &run->why);
    if (result != 0)
        return fail(run->why.text, FAILED);
    for (i = 0; i < line->precommands.count; i++)
        script_add_precommand(&run->script, line->precommands.at[i]);
    if (line->list)
        return list_tests(run);
    if (line->interpreter || (run->script.interpreter && line->verbose))
        fputs("goltest: the interpreter is not used: stories are played in goltest itself\n", stderr);
    return run_in_folder(run);
}

/* ---- The program ---- */

/* The values of the player's options for a test. 0, or -1. */
static int set_options(struct run *run)
{
    const struct command_line *line = run->line;

    options_default(&run->options);
    run->options.height = SCREEN_HEIGHT;
    run->options.no_meta = 1;
    run->options.keep_transcript = 0;
    run->options.strict = line->strict;
    run->report.tap = line->tap;
    run->report.verbose = line->verbose;
    if (options_set(&run->options, "seed", line->seed ? line->seed : "1", &run->why) != 0
        || options_set(&run->options, "width", line->width ? line->width : "80", &run->why) != 0)
        return -1;
    if (run->options.width > WIDEST)
        return message_set(&run->why, "width takes a number from 1 to %d, not \"%s\"", WIDEST, line->width);
    if (line->check_class)
        return message_set(&run->why, "check classes are programs in Python: %s cannot be used", line->check_class);
    if (line->bless && !line->transcripts)
        return message_set(&run->why, "--bless needs --transcripts FOLDER");
    if (line->debug && !line->coverage)
        return message_set(&run->why, "--debug needs --coverage FILE");
    return line->script ? 0 : message_set(&run->why, "no script was given");
}

static int run_command_line(struct run *run)
{
    int status;

    if (run->line->help) {
        print_help();
        return OK;
    }
    if (run->line->version) {
        printf("goltest (Golmac " GOLMAC_VERSION "), with %s\n", pattern_kind());
        return OK;
    }
    if (set_options(run) != 0) {
        fail(run->why.text, USAGE);
        fputs("usage: goltest [OPTION]... SCRIPT [TEST]...    (goltest --help lists the options)\n", stderr);
        return USAGE;
    }
    status = run_script(run);
    script_free(&run->script);
    return status;
}

int main(int argc, char **argv)
{
    struct arena arena = { 0 };
    struct command_line line = { 0 };
    struct run run = { .line = &line, .script.arena = &arena };
    int status;

    (void)setlocale(LC_CTYPE, "C.UTF-8"); /* for the C library's patterns: a character is not a byte */
    (void)signal(SIGINT, interrupt);
    (void)signal(SIGTERM, interrupt);
    if (command_line_read(&line, &arena, argc, argv, &run.why) != 0) {
        fail(run.why.text, USAGE);
        fputs("usage: goltest [OPTION]... SCRIPT [TEST]...    (goltest --help lists the options)\n", stderr);
        status = USAGE;
    } else {
        status = run_command_line(&run);
    }
    arena_free(&arena);
    if (fflush(stdout) != 0 || ferror(stdout))
        status = fail("standard output cannot be written", FAILED);
    return status;
}
