/* Golmac: MIT licence, see LICENSE.

   goldump: shows what is inside a story file, and explains saved games. Exit status: 0 when all went well, 1 when the
   file cannot be used or something in it is broken, 2 for bad usage. */
#include "frontends/tools/goldump/dump.h"
#include "frontends/base/option_table.h"

#include <string.h>

enum { OK = 0, FAILED = 1, USAGE = 2 };

/* What can be shown, in this order; the first two when nothing is asked for. */
static const struct section {
    char letter;
    const char *name, *title, *help;
    void (*show)(struct dump *dump);
} sections[] = {
#define SECTION(letter, name, title, help) { letter, #name, title, help, section_##name },
#include "frontends/tools/goldump/sections.def"
};
enum { SECTIONS = sizeof sections / sizeof *sections, SHOWN_ANYWAY = 2 };

struct request {
    bool wanted[SECTIONS], all, json, bytes, lines, help, version, save;
    const char *debug, *routine, *repaired, *file, *story;  /* story: that a saved game is of */
};

#define FLAG(field) OPTION_FLAG, offsetof(struct request, field), 0, 1
#define TEXT(field) OPTION_TEXT, offsetof(struct request, field), 0, 0
static const struct option options[] = {
    { 0, "all", FLAG(all), NULL, "all of the sections" },
    { 0, "debug", TEXT(debug), "FILE", "names from gameinfo.dbg, which golc -k, inform -k write" },
    { 0, "routine", TEXT(routine), "NAME", "only this routine's code, by name or by an address in it" },
    { 0, "bytes", FLAG(bytes), NULL, "show the bytes of each instruction" },
    { 0, "lines", FLAG(lines), NULL, "the source line of each statement, with --debug" },
    { 0, "json", FLAG(json), NULL, "JSON instead of text" },
    { 0, "repair", TEXT(repaired), "FILE", "save: write a mended copy of the saved game" },
    { 0, "help", FLAG(help), NULL, "print this and end" },
    { 0, "version", FLAG(version), NULL, "print the version and end" },
};
#undef FLAG
#undef TEXT
enum { OPTIONS = sizeof options / sizeof *options, HELP_COLUMN = 25 };

/* The sections' own options, then the others. */
static void make_rows(struct option rows[SECTIONS + OPTIONS])
{
    for (size_t i = 0; i < SECTIONS; i++)
        rows[i] = (struct option){ sections[i].letter, sections[i].name, OPTION_FLAG,
                                   offsetof(struct request, wanted) + i * sizeof(bool), 0, 1, NULL, sections[i].help };
    memcpy(rows + SECTIONS, options, sizeof options);
}

static void print_help(void)
{
    struct option rows[SECTIONS + OPTIONS];

    make_rows(rows);
    puts("usage: goldump [SECTION]... [OPTION]... STORY      show what is in a story file\n"
         "       goldump save SAVE [STORY] [--repair FILE]   explain a saved game, mend it\n\n"
         "STORY is a Z-machine story file of any version, bare or in a Blorb file. Without\n"
         "a section: header and map.\n\n"
         "  goldump game.z5                     what kind of story this is\n"
         "  goldump --tree game.z5              its objects, rooms with what is in them\n"
         "  goldump -c --debug gameinfo.dbg game.z5 | less\n"
         "                                      its code, with the names golc -k kept\n"
         "  goldump save game.qzl game.z5       why a saved game does not restore\n\n"
         "Sections:");
    option_table_print(rows, SECTIONS, HELP_COLUMN, stdout);
    puts("\nOptions:");
    option_table_print(options, OPTIONS, HELP_COLUMN, stdout);
}

static int fail(const char *text, int status)
{
    fprintf(stderr, "goldump: %s\n", text);
    return status;
}

/* ---- The command line ---- */

static int take_file(void *values, const struct option *option, const char *word, struct message *why)
{
    struct request *request = values;

    (void)option; /* no row is an OPTION_EACH */
    if (!request->file && !request->save && strcmp(word, "save") == 0)
        request->save = true;
    else if (!request->file)
        request->file = word;
    else if (request->save && !request->story)
        request->story = word;
    else
        return message_set(why, "one file at a time: %s, or %s?", request->file, word);
    return 0;
}

/* 0, or -1 saying what is wrong. */
static int read_command_line(struct request *request, int count, char **words, struct message *why)
{
    struct option rows[SECTIONS + OPTIONS];
    const struct option_table table = { rows, SECTIONS + OPTIONS, take_file };

    make_rows(rows);
    if (option_table_read(&table, request, count, words, why) != 0)
        return -1;
    return request->lines && !request->debug ? message_set(why, "--lines needs --debug FILE") : 0;
}

/* ---- Showing ---- */

static bool is_any_wanted(const struct request *request)
{
    for (size_t i = 0; i < SECTIONS; i++)
        if (request->wanted[i])
            return true;
    return request->all;
}

static void show_sections(struct dump *dump, const struct request *request)
{
    bool any = is_any_wanted(request);
    int shown = 0;

    if (dump->as_json)
        json_open(&dump->json, NULL, '{');
    for (size_t i = 0; i < SECTIONS; i++) {
        bool wanted = any ? request->all || request->wanted[i]
                          : request->routine ? sections[i].letter == 'c' : i < SHOWN_ANYWAY;

        if (wanted && !dump->as_json && !request->routine)
            fprintf(dump->out, "%s---- %s ----\n\n", shown ? "\n" : "", sections[i].title);
        if (wanted)
            sections[i].show(dump);
        shown += wanted;
    }
}

static int show_problems(struct dump *dump)
{
    if (dump->as_json) {
        json_open(&dump->json, "problems", '[');
        for (int i = 0; i < dump->problems.count; i++)
            json_string(&dump->json, NULL, dump->problems.at[i]);
        json_close(&dump->json, ']');
        json_close(&dump->json, '}');
    }
    fflush(dump->out);
    for (int i = 0; i < dump->problems.count; i++)
        fprintf(stderr, "%s: %s\n", dump->path, dump->problems.at[i]);
    return dump->problems.count ? FAILED : OK;
}

static int show_story(struct dump *dump, const struct request *request)
{
    struct message why;

    if (image_open(dump, request->file, &why) != 0)
        return fail(why.text, FAILED);
    if (request->debug && names_read(dump, request->debug, &why) != 0)
        return fail(why.text, FAILED);
    if (request->lines) {
        dump->places = ARENA_NEW(dump->arena, struct places);
        if (places_read(dump->places, dump->arena, request->debug, dump->image.bytes, &why) != 0)
            return fail(why.text, FAILED);
    }
    show_sections(dump, request);
    return show_problems(dump);
}

static int perform(struct dump *dump, int count, char **words)
{
    struct request request = { 0 };
    struct message why = { "no story was given" };

    if (read_command_line(&request, count, words, &why) != 0 || (!request.file && !request.help && !request.version)) {
        fail(why.text, USAGE);
        fputs("usage: goldump [SECTION]... [OPTION]... STORY    (goldump --help lists them)\n", stderr);
        return USAGE;
    }
    dump->as_json = request.json;
    dump->show_bytes = request.bytes;
    dump->wanted = request.routine;
    if (request.help)
        print_help();
    else if (request.version)
        puts("goldump " GOLMAC_VERSION ": Z-machine versions 1 to 8, Quetzal 1.4");
    else if (request.save)
        return doctor_explain(dump, request.file, request.story, request.debug, request.repaired);
    else
        return show_story(dump, &request);
    return OK;
}

int main(int count, char **words)
{
    struct arena arena = { 0 };
    struct dump dump = { .arena = &arena, .out = stdout, .json = { .out = stdout } };
    int status = perform(&dump, count, words);

    if (fflush(stdout) != 0 || ferror(stdout))
        status = fail("standard output cannot be written", FAILED);
    arena_free(&arena);
    return status;
}
