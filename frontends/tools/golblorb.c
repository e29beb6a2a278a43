/* Golmac: MIT licence, see LICENSE.

   golblorb: puts a story, pictures and sounds into one Blorb file, and lists, checks and takes apart such files. Exit
   status: 0 when all went well, 1 when a file cannot be used or a checked Blorb has problems, 2 for bad usage. */
#include "frontends/tools/golblorb/inspect.h"
#include "frontends/tools/golblorb/box.h"
#include "frontends/base/option_table.h"
#include "frontends/base/paths.h"

#include <stdio.h>
#include <string.h>

enum { OK = 0, FAILED = 1, USAGE = 2 };

struct request {
    struct box *box;
    const char *output, *constants, *folder;    /* of --output; of --constants; of --extract */
    bool check, help, version;
    const char *input;                          /* the Blorb that is there */
    bool making;                                /* a command was given */
    bool failed;                                /* a file or a command could not be used: no bad usage */
};

static const struct option options[] = {
    { 'o', "output", OPTION_TEXT, offsetof(struct request, output), 0, 0, "FILE",
      "the Blorb to make (STORY's name with .zblorb)" },
    { 0, "constants", OPTION_TEXT, offsetof(struct request, constants), 0, 0, "FILE",
      "write the names that a blurb file gives to pictures and sounds, for Inform to include" },
    { 0, "check", OPTION_FLAG, offsetof(struct request, check), 0, 1, NULL, "list what is wrong with a Blorb" },
    { 0, "extract", OPTION_TEXT, offsetof(struct request, folder), 0, 0, "FOLDER",
      "take everything out of a Blorb, into this folder" },
    { 0, "help", OPTION_FLAG, offsetof(struct request, help), 0, 1, NULL, "print this and end" },
    { 0, "version", OPTION_FLAG, offsetof(struct request, version), 0, 1, NULL, "print the version and end" },
};
enum { OPTIONS = sizeof options / sizeof *options, HELP_COLUMN = 31 };

static void print_help(void)
{
    puts("usage: golblorb [-o GAME.zblorb] STORY [COMMAND]...  make a Blorb\n"
         "       golblorb [-o GAME.zblorb] GAME.blurb          make what a blurb file says\n"
         "       golblorb GAME.zblorb                          list what is in a Blorb\n"
         "       golblorb --check GAME.zblorb                  list what is wrong with it\n"
         "       golblorb --extract FOLDER GAME.zblorb         take everything out of it\n\n"
         "A Blorb is one file with a story, its pictures, its sounds and its cover, for\n"
         "players to open.\n\n"
         "  golblorb -o game.zblorb game.z6 --picture 1=title.png --sound 3=bell.ogg \\\n"
         "           --cover 1 --author 'A. N. Other'\n\n"
         "Commands:");
    for (const struct command *i = commands; i->name; i++)
        if (i->shape) {
            char names[60];

            snprintf(names, sizeof names, "  --%s %s", i->name, i->shape);
            option_row(stdout, names, HELP_COLUMN, i->help);
        }
    puts("\nThe same words without -- are the commands of a blurb file, one a line, as in\n"
         "Inform's manual:\n"
         "  storyfile \"game.z6\" include\n"
         "  picture 1 \"title.png\" \"a lamp in the dark\" scale 1/1 max 2/1\n\n"
         "Options:");
    option_table_print(options, OPTIONS, HELP_COLUMN, stdout);
}

static int fail(const char *text)
{
    fprintf(stderr, "golblorb: %s\n", text);
    return FAILED;
}

/* ---- The command line ---- */

/* A story, a Blorb or a blurb file, by its first bytes. */
static int take_input(struct request *request, const char *path, struct message *why)
{
    struct box *box = request->box;
    struct span file;

    if (file_read(box->arena, path, &file, why) != 0)
        return -1;
    if (span_is(file, 0, "FORM") && span_is(file, 8, "IFRS") && !request->input) {
        request->input = path;
        return 0;
    }
    request->making = true;
    if (span_byte(file, 0) >= 1 && span_byte(file, 0) <= 8)
        return box_take_story(box, path, why);
    for (size_t i = 0; i < file.size && i < 512; i++)
        if (file.at[i] == 0)
            return box_take_story(box, path, why);
    return blurb_read(box, path, file, why);
}

static int take_command(struct request *request, const struct option *option, const char *text, struct message *why)
{
    struct message fault = { "" };

    request->making = true;
    if (command_perform(request->box, command_find(option->name, strlen(option->name)), text, &fault) == 0)
        return 0;
    return message_set(why, "%s %.60s%s: %s", option->name, text, strlen(text) > 60 ? "..." : "", fault.text);
}

static int take(void *values, const struct option *option, const char *text, struct message *why)
{
    struct request *request = values;
    int result = option ? take_command(request, option, text, why) : take_input(request, text, why);

    request->failed = result != 0;
    return result;
}

/* OK, FAILED or USAGE, saying why. The commands are options, too, in the order of the command line. */
static int read_command_line(struct request *request, int count, char **words, struct message *why)
{
    VECTOR(struct option) rows = { 0 };
    struct arena *arena = request->box->arena;
    struct option_table table = { .take = take };

    for (int i = 0; i < OPTIONS; i++)
        *vector_add(arena, &rows) = options[i];
    for (const struct command *i = commands; i->name; i++)
        if (i->shape)
            *vector_add(arena, &rows) = (struct option){ .name = i->name, .kind = OPTION_EACH, .argument = i->shape };
    table.rows = rows.at;
    table.count = (size_t)rows.count;
    if (option_table_read(&table, request, count, words, why) != 0)
        return request->failed ? FAILED : USAGE;
    request->box->output = request->output ? request->output : request->box->output;
    return OK;
}

/* ---- The tasks ---- */

static int write_constants(struct box *box, const char *path, struct message *why)
{
    struct bytes text = { .arena = box->arena };

    bytes_format(&text, "! Made by golblorb, for Inform to include.\n");
    for (int i = 0; i < box->resources.count; i++)
        if (box->resources.at[i].name)
            bytes_format(&text, "Constant %s_%s = %u;\n", box_usages[box->resources.at[i].usage].constant,
                         box->resources.at[i].name, box->resources.at[i].number);
    return file_write(path, (struct span){ text.at, (size_t)text.count }, why);
}

static const char *output_name(struct box *box)
{
    char base[200];

    if (box->output)
        return box->output;
    path_base(box->story_path ? box->story_path : "game", base, sizeof base);
    return arena_format(box->arena, "%s.%s", base, box->story.size && !box->story_apart ? "zblorb" : "blorb");
}

static int make(const struct request *request)
{
    struct box *box = request->box;
    struct message why = { "" };
    struct bytes file;

    if (request->input && box_take_story(box, request->input, &why) != 0)
        return fail(why.text);
    if (box_settle(box, &why) != 0)
        return fail(why.text);
    file = box_write(box);
    if (file_write(output_name(box), (struct span){ file.at, (size_t)file.count }, &why) != 0)
        return fail(why.text);
    if (request->constants && write_constants(box, request->constants, &why) != 0)
        return fail(why.text);
    for (int i = 0; i < box->notes.count; i++)
        fprintf(stderr, "golblorb: note: %s\n", box->notes.at[i]);
    return OK;
}

static int look(const struct request *request, struct arena *arena)
{
    struct inspection blorb;
    struct span file;
    struct message why, fault = { "" };

    if (file_read(arena, request->input, &file, &why) != 0)
        return fail(why.text);
    if (inspect_open(&blorb, arena, file, &fault) != 0)
        return fail(arena_format(arena, "%s: %s", request->input, fault.text));
    if (request->folder && inspect_extract(&blorb, request->folder, &why) != 0)
        return fail(why.text);
    if (!request->check && !request->folder)
        inspect_list(&blorb, request->input, stdout);
    for (int i = 0; i < blorb.problems.count; i++)
        fprintf(request->check ? stdout : stderr, "%s: %s\n", request->input, blorb.problems.at[i]);
    if (request->check && blorb.problems.count == 0)
        printf("%s: nothing is wrong with this Blorb\n", request->input);
    return blorb.problems.count && request->check ? FAILED : OK;
}

static int perform(struct request *request, int count, char **words)
{
    struct message why = { "" };
    int status = read_command_line(request, count, words, &why);
    bool looking = request->check || request->folder;

    if (status != OK)
        fail(why.text);
    else if (request->help)
        print_help();
    else if (request->version)
        puts("golblorb " GOLMAC_VERSION ": Blorb 2.0.4");
    else if (looking && !request->input)
        status = fail("--check and --extract take a Blorb file, and what was given is none");
    else if (!looking && (request->making || (request->output && request->input)))
        return make(request);
    else if (request->input)
        return look(request, request->box->arena);
    else {
        fail("no file was given");
        status = USAGE;
    }
    if (status == USAGE)
        fputs("usage: golblorb [-o GAME.zblorb] STORY [COMMAND]...    (golblorb --help lists them)\n", stderr);
    return status;
}

int main(int count, char **words)
{
    struct arena arena = { 0 };
    struct box box = { .arena = &arena, .folder = "", .release = -1, .palette = { .arena = &arena } };
    struct request request = { .box = &box };
    int status = perform(&request, count, words);

    if (fflush(stdout) != 0)
        status = fail("standard output cannot be written");
    arena_free(&arena);
    return status;
}
