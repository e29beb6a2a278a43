/* Golmac: MIT licence, see LICENSE.

   Telling what became of tests. */
#include "frontends/tools/goltest/report.h"
#include "frontends/tools/goltest/check.h"

#include <stdio.h>
#include <string.h>

/* Lines of a turn that are shown. */
enum { SHOWN = 24 };

void report_begin(const struct report *report, int tests)
{
    if (report->tap)
        printf("TAP version 13\n1..%d\n", tests);
}

/* What TAP passes over begins with #. */
static void indent(const struct report *report)
{
    fputs(report->tap ? "# " : "", stdout);
}

static void print_line(const struct report *report, const char *mark, const char *text, size_t length)
{
    indent(report);
    printf("  %s %.*s\n", mark, (int)length, text);
}

/* ---- A failure ---- */

static const char *verdict(const struct check *check)
{
    if (check->invert)
        return check->count > 1 ? "found too often" : "found, and must not be";
    return check->count > 1 ? "not found often enough" : "not found";
}

static void print_heading(const struct report *report, const struct script *script, const struct failure *failure)
{
    const struct check *check = failure->check;
    char step[300];

    script_describe_step(failure->step, step, sizeof step);
    indent(report);
    printf("%s:%d: turn %d, %s: ", script->path, check ? check->line : failure->step->line, failure->turn, step);
    if (!check) {
        printf("%s\n", failure->reason);
        return;
    }
    printf("%s%s", verdict(check), check->status ? " in the status window" : "");
    if (check->count > 1)
        printf(" (%d of %d)", check_count(check, failure->output), check->count);
    if (check->row)
        printf(", row %d", check->row);
    printf(": %s%s\n", check->kind == CHECK_PATTERN ? "/" : "", check->text);
}

static int count_lines(const char *text)
{
    int count = 0;

    for (; *text; text++)
        count += *text == '\n' || text[1] == 0;
    return count;
}

/* What was looked for, where nothing is like it. */
static void print_wanted(const struct report *report, const struct check *check)
{
    indent(report);
    printf("  - %s%s\n", check->kind == CHECK_PATTERN ? "/" : "", check->text);
}

/* The turn's text; the line that is like what was looked for is shown as a difference from it, or, if it must not be
   there, marked. Of a long turn the part around that line is shown. */
static void print_turn(const struct report *report, const struct failure *failure)
{
    size_t near_length = 0, length;
    const char *text = failure->output;
    const char *near = failure->check ? check_nearest(failure->check, text, &near_length) : NULL;
    int total = count_lines(text), number = 0, first = total > SHOWN ? total - SHOWN : 0, at = 0;
    const char *line;

    for (line = text; near && line < near; line += strcspn(line, "\n") + 1)
        at++;
    if (near && at < first)
        first = at > SHOWN / 2 ? at - SHOWN / 2 : 0;
    for (; *text; text += length + (text[length] != 0), number++) {
        length = strcspn(text, "\n");
        if (number < first || number >= first + SHOWN)
            continue;
        if (text == near && !failure->check->invert)
            print_line(report, "-", failure->check->text, strlen(failure->check->text));
        print_line(report, text != near ? " " : failure->check->invert ? "!" : "+", text, length);
    }
    if (failure->check && !failure->check->invert && !near)
        print_wanted(report, failure->check);
}

static void print_failure(const struct report *report, const struct script *script, const struct failure *failure)
{
    print_heading(report, script, failure);
    print_turn(report, failure);
}

/* ---- A test ---- */

/* Lines of the log from one place to another. */
static void print_log(const struct report *report, const struct result *result, int from, int to)
{
    const char *text = (const char *)result->log.at + from, *end = (const char *)result->log.at + to;

    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));

        if (!stop)
            stop = end;
        indent(report);
        printf("%.*s\n", (int)(stop - text), text);
        text = stop + 1;
    }
}

static void print_lines(const struct report *report, const char *text)
{
    size_t length;

    for (; *text; text += length + (text[length] != 0)) {
        length = strcspn(text, "\n");
        indent(report);
        printf("%.*s\n", (int)length, text);
    }
}

static void print_result(const struct report *report, const struct script *script, const struct result *result)
{
    int i, at = 0;

    for (i = 0; i < result->failures.count; i++) {
        const struct failure *failure = &result->failures.at[i];

        if (report->verbose)
            print_log(report, result, at, failure->at);
        at = failure->at;
        print_failure(report, script, failure);
    }
    if (report->verbose)
        print_log(report, result, at, result->log.count);
}

/* In a description of TAP # begins a directive, unless it is escaped. */
static void print_tap_name(const char *name)
{
    for (; *name; name++)
        printf(strchr("#\\", *name) ? "\\%c" : "%c", *name);
    putchar('\n');
}

void report_test(struct report *report, const struct script *script, const struct test *test,
                 const struct result *result, const char *difference)
{
    bool failed = result->failures.count > 0 || *difference;

    report->tests++;
    report->failed += failed;
    report->failures += result->failures.count + (*difference != 0);
    report->commands += result->commands;
    if (report->tap) {
        printf("%sok %d - ", failed ? "not " : "", report->tests);
        print_tap_name(test->name);
    } else {
        printf("* %s\n", test->name);
    }
    print_result(report, script, result);
    print_lines(report, difference);
}

static void print_coverage(const struct report *report, const struct coverage *coverage)
{
    struct coverage_sum sum = coverage_sum(coverage, -1);

    indent(report);
    printf("reached: %d of %d routines, %d of %d lines (%d %%)\n", sum.routines_reached, sum.routines,
           sum.lines_reached, sum.lines, sum.lines ? (int)(100L * sum.lines_reached / sum.lines) : 100);
}

void report_end(const struct report *report, double seconds, const struct coverage *coverage)
{
    if (coverage)
        print_coverage(report, coverage);
    if (report->verbose) {
        indent(report);
        printf("%d commands in %.3f seconds: %.0f a second\n", report->commands, seconds,
               seconds > 0 ? report->commands / seconds : 0);
    }
    if (!report->tap && report->failed > 0)
        printf("\nFAILED: %d error%s in %d of %d test%s\n", report->failures, report->failures == 1 ? "" : "s",
               report->failed, report->tests, report->tests == 1 ? "" : "s");
}
