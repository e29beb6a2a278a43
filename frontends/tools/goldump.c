/* Golmac: MIT licence, see LICENSE.

   goldump: shows what is inside a story file, and explains saved games. Exit status: 0 when all went well, 1 when the file
   cannot be used or something in it is broken, 2 for bad usage. */
#include "frontends/tools/goldump/dump.h"

#include <string.h>

enum { OK = 0, FAILED = 1, USAGE = 2 };

static const struct section { char letter; const char *name, *title, *help; void (*show)(struct dump *dump); } sections[] = {
#define SECTION(letter, name, title, help) { letter, #name, title, help, section_##name },
#include "frontends/tools/goldump/sections.def"
};
enum { SECTIONS = sizeof sections / sizeof *sections };

struct request {
    bool wanted[SECTIONS], any, json, bytes, lines, help, version, save;
    const char *debug, *routine, *repaired, *file, *story;  /* story: that a saved game is of */
};

static void print_help(void)
{
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
    for (size_t i = 0; i < SECTIONS; i++)
        printf("  -%c, --%-14s %s\n", sections[i].letter, sections[i].name, sections[i].help);
    puts("      --all            all of them\n\n"
         "Options:\n"
         "      --debug FILE     names from gameinfo.dbg, which golc -k, inform -k write\n"
         "      --routine NAME   only this routine's code, by name or by an address in it\n"
         "      --bytes          show the bytes of each instruction\n"
         "      --lines          the source line of each statement, with --debug\n"
         "      --json           JSON instead of text\n"
         "      --repair FILE    save: write a mended copy of the saved game\n"
         "      --help, --version");
}

static int fail(const char *text, int status)
{
    fprintf(stderr, "goldump: %s\n", text);
    return status;
}

/* ---- The command line ---- */

static bool want_section(struct request *request, const char *name, char letter)
{
    for (size_t i = 0; i < SECTIONS; i++)
        if (name ? strcmp(sections[i].name, name) == 0 : sections[i].letter == letter) {
            request->wanted[i] = request->any = true;
            return true;
        }
    return false;
}

static bool want_letters(struct request *request, const char *letters)
{
    for (; *letters; letters++)
        if (!want_section(request, NULL, *letters))
            return false;
    return true;
}

static bool take_flag(struct request *request, const char *name)
{
    const struct { const char *name; bool *flag; } rows[] = {
        { "json", &request->json }, { "bytes", &request->bytes }, { "lines", &request->lines }, { "help", &request->help },
        { "version", &request->version },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return *rows[i].flag = true;
    for (size_t i = 0; i < SECTIONS && strcmp(name, "all") == 0; i++)
        request->wanted[i] = request->any = true;
    return strcmp(name, "all") == 0 || want_section(request, name, 0);
}

static const char **text_option(struct request *request, const char *name, size_t length)
{
    const struct { const char *name; const char **to; } rows[] = {
        { "debug", &request->debug }, { "routine", &request->routine }, { "repair", &request->repaired },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].name) == length && strncmp(rows[i].name, name, length) == 0)
            return rows[i].to;
    return NULL;
}

static int take_file(struct request *request, const char *word, struct message *why)
{
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
    for (int i = 1; i < count; i++) {
        const char *name = words[i] + 2;
        size_t length;
        const char **text;

        if (words[i][0] != '-' || words[i][1] == 0) {
            if (take_file(request, words[i], why) != 0)
                return -1;
            continue;
        }
        if (words[i][1] != '-') {
            if (!want_letters(request, words[i] + 1))
                return message_set(why, "unknown option %s", words[i]);
            continue;
        }
        length = strcspn(name, "=");
        text = text_option(request, name, length);
        if (text && !name[length] && i + 1 == count)
            return message_set(why, "%s lacks what should follow it", words[i]);
        if (text)
            *text = name[length] ? name + length + 1 : words[++i];
        else if (!take_flag(request, name))
            return message_set(why, "unknown option %s", words[i]);
    }
    return request->lines && !request->debug ? message_set(why, "--lines needs --debug FILE") : 0;
}

/* ---- Showing ---- */

static void show_sections(struct dump *dump, const struct request *request)
{
    int shown = 0;

    if (dump->as_json)
        json_open(&dump->json, NULL, '{');
    for (size_t i = 0; i < SECTIONS; i++) {
        bool wanted = request->any ? request->wanted[i] : request->routine ? sections[i].letter == 'c' : i < 2;

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
