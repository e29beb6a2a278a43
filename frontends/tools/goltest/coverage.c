/* Golmac: MIT licence, see LICENSE.

   Coverage. */
#include "frontends/tools/goltest/coverage.h"
#include "frontends/base/bytes.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A line that has statements, in one of its routines. */
struct line { int file, routine, number; uint32_t count; };
struct lines { struct line *at; int count, capacity; };

static const char *beside(struct arena *arena, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');

    return arena_format(arena, "%.*s%s", slash ? (int)(slash - path) + 1 : 0, path, name);
}

int coverage_open(struct coverage *coverage, struct arena *arena, const struct story *story, const char *debug,
                  struct message *why)
{
    *coverage = (struct coverage){
        .arena = arena,
        .story = arena_string(arena, story->path, strlen(story->path)),
        .debug = debug ? debug : beside(arena, story->path, "gameinfo.dbg"),
        .bytes = { arena_copy(arena, story->code, story->code_size), story->code_size },
        .counts = ARENA_ARRAY(arena, uint32_t, story->code_size),
    };
    if (!debug && access(coverage->debug, F_OK) != 0)
        return message_set(why, "%s: coverage needs this file, which golc -k writes (--debug FILE says where it is)",
                           coverage->debug);
    return places_read(&coverage->places, arena, coverage->debug, coverage->bytes, why);
}

bool coverage_is_of(const struct coverage *coverage, const struct story *story)
{
    return story->code_size == coverage->bytes.size && memcmp(story->code, coverage->bytes.at, story->code_size) == 0;
}

void coverage_count(void *context, zm_u32 address)
{
    struct coverage *coverage = context;

    if (address < coverage->bytes.size && coverage->counts[address] < UINT32_MAX)
        coverage->counts[address]++;
}

/* ---- What was reached ---- */

/* The first instruction follows the header: a byte, and up to version 4 a word for each local variable (5.2). */
static uint32_t routine_count(const struct coverage *coverage, const struct routine_place *routine)
{
    size_t locals = span_byte(coverage->bytes, routine->address);
    size_t header = span_byte(coverage->bytes, 0) < 5 ? 1 + 2 * locals : 1;

    return routine->address + header < coverage->bytes.size ? coverage->counts[routine->address + header] : 0;
}

static int by_line(const void *one, const void *other)
{
    const struct line *a = one, *b = other;

    return a->file != b->file ? (a->file > b->file) - (a->file < b->file)
                              : (a->number > b->number) - (a->number < b->number);
}

static int by_routine(const void *one, const void *other)
{
    const struct line *a = one, *b = other;

    return a->routine != b->routine ? (a->routine > b->routine) - (a->routine < b->routine) : by_line(one, other);
}

/* The lines in an order, those that are the same in it taken together. */
static struct lines find_lines(const struct coverage *coverage, int (*order)(const void *, const void *))
{
    struct lines lines = { 0 };
    int i, kept = 0;

    for (i = 0; i < coverage->places.points.count; i++) {
        const struct point *point = &coverage->places.points.at[i];

        *vector_add(coverage->arena, &lines) = (struct line){
            point->file, point->routine, point->line, coverage->counts[point->address] };
    }
    if (lines.count > 0)
        qsort(lines.at, (size_t)lines.count, sizeof *lines.at, order);
    for (i = 0; i < lines.count; i++) {
        if (kept == 0 || order(&lines.at[kept - 1], &lines.at[i]) != 0)
            lines.at[kept++] = lines.at[i];
        else if (lines.at[i].count > lines.at[kept - 1].count)
            lines.at[kept - 1].count = lines.at[i].count;
    }
    lines.count = kept;
    return lines;
}

struct coverage_sum coverage_sum(const struct coverage *coverage, int file)
{
    struct arena_mark mark = arena_mark(coverage->arena);
    struct lines lines = find_lines(coverage, by_line);
    struct coverage_sum sum = { 0, 0, 0, 0 };
    int i;

    for (i = 0; i < coverage->places.routines.count; i++) {
        const struct routine_place *routine = &coverage->places.routines.at[i];

        if (routine->file >= 0 && (file < 0 || routine->file == file)) {
            sum.routines++;
            sum.routines_reached += routine_count(coverage, routine) > 0;
        }
    }
    for (i = 0; i < lines.count; i++)
        if (file < 0 || lines.at[i].file == file) {
            sum.lines++;
            sum.lines_reached += lines.at[i].count > 0;
        }
    arena_release(coverage->arena, mark);
    return sum;
}

/* ---- As text ---- */

static void add_sum(struct bytes *text, const char *what, const struct coverage_sum *sum)
{
    bytes_format(text, "%s: %d of %d routines, %d of %d lines\n", what, sum->routines_reached, sum->routines,
                 sum->lines_reached, sum->lines);
}

/* The lines from first to last (not with it) that were not reached: "12, 15-17". */
static void add_missed(struct bytes *text, const struct line *first, const struct line *last)
{
    const char *before = "  missed ";

    for (; first < last; first++) {
        const struct line *start = first;

        if (start->count > 0)
            continue;
        while (first + 1 < last && first[1].count == 0)
            first++;
        bytes_format(text, start == first ? "%s%d" : "%s%d-%d", before, start->number, first->number);
        before = ", ";
    }
}

/* lines: of this routine. */
static void add_routine(struct bytes *text, const struct coverage *coverage, const struct routine_place *routine,
                        const struct line *lines, int count)
{
    int i, reached = 0;

    for (i = 0; i < count; i++)
        reached += lines[i].count > 0;
    bytes_format(text, "%6d %4d/%-4d ", routine->line, reached, count);
    if (routine_count(coverage, routine) == 0)
        bytes_format(text, "%-32s  not reached", routine->name);
    else {
        bytes_format(text, reached < count ? "%-32s" : "%s", routine->name);
        add_missed(text, lines, lines + count);
    }
    bytes_format(text, "\n");
}

static void add_file(struct bytes *text, const struct coverage *coverage, const struct lines *lines, int file)
{
    struct coverage_sum sum = coverage_sum(coverage, file);
    int i, from = 0, to;

    if (sum.routines == 0)
        return;
    bytes_format(text, "\n");
    add_sum(text, coverage->places.files.at[file], &sum);
    for (i = 0; i < coverage->places.routines.count; i++, from = to) {
        for (to = from; to < lines->count && lines->at[to].routine == i; to++)
            continue;
        if (coverage->places.routines.at[i].file == file)
            add_routine(text, coverage, &coverage->places.routines.at[i], lines->at + from, to - from);
    }
}

static void add_text(struct bytes *text, const struct coverage *coverage)
{
    struct lines lines = find_lines(coverage, by_routine);
    struct coverage_sum sum = coverage_sum(coverage, -1);
    int i;

    add_sum(text, coverage->story, &sum);
    for (i = 0; i < coverage->places.files.count; i++)
        if (coverage->places.files.at[i])
            add_file(text, coverage, &lines, i);
}

/* ---- As a tracefile: geninfo(1), "Files" ---- */

/* Where the file is now: from the current folder, or from the debug file's; else as the compiler was given it. */
static const char *find_source(const struct coverage *coverage, const char *given)
{
    char *path = realpath(given, NULL);

    if (!path)
        path = realpath(beside(coverage->arena, coverage->debug, given), NULL);
    if (path) {
        given = arena_string(coverage->arena, path, strlen(path));
        free(path);
    }
    return given;
}

static void trace_file(struct bytes *text, const struct coverage *coverage, const struct lines *lines, int file)
{
    struct coverage_sum sum = coverage_sum(coverage, file);
    int i;

    if (sum.routines == 0 && sum.lines == 0)
        return;
    bytes_format(text, "TN:\nSF:%s\n", find_source(coverage, coverage->places.files.at[file]));
    for (i = 0; i < coverage->places.routines.count; i++) {
        const struct routine_place *routine = &coverage->places.routines.at[i];

        if (routine->file == file)
            bytes_format(text, "FN:%d,%s\nFNDA:%lu,%s\n", routine->line, routine->name,
                         (unsigned long)routine_count(coverage, routine), routine->name);
    }
    bytes_format(text, "FNF:%d\nFNH:%d\n", sum.routines, sum.routines_reached);
    for (i = 0; i < lines->count; i++)
        if (lines->at[i].file == file)
            bytes_format(text, "DA:%d,%lu\n", lines->at[i].number, (unsigned long)lines->at[i].count);
    bytes_format(text, "LF:%d\nLH:%d\nend_of_record\n", sum.lines, sum.lines_reached);
}

static void add_trace(struct bytes *text, const struct coverage *coverage)
{
    struct lines lines = find_lines(coverage, by_line);
    int i;

    for (i = 0; i < coverage->places.files.count; i++)
        if (coverage->places.files.at[i])
            trace_file(text, coverage, &lines, i);
}

int coverage_write(const struct coverage *coverage, const char *path, struct message *why)
{
    struct bytes text = { .arena = coverage->arena };
    size_t length = strlen(path);

    if (length > 5 && strcmp(path + length - 5, ".info") == 0)
        add_trace(&text, coverage);
    else
        add_text(&text, coverage);
    return file_write(path, (struct span){ text.at, (size_t)text.count }, why);
}
