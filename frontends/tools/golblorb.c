/* Golmac: MIT licence, see LICENSE.

   golblorb: puts a story, pictures and sounds into one Blorb file, and lists, checks and takes apart such files. Exit
   status: 0 when all went well, 1 when a file cannot be used or a checked Blorb has problems, 2 for bad usage. */
#include "frontends/tools/golblorb/inspect.h"
#include "frontends/tools/golblorb/box.h"
#include "frontends/base/help.h"
#include "frontends/base/paths.h"

#include <stdio.h>
#include <string.h>

enum task { TASK_AUTOMATIC, TASK_CHECK, TASK_EXTRACT };
enum { OK = 0, FAILED = 1, USAGE = 2 };

struct request {
    enum task task;
    const char *folder, *constants, *input; /* of --extract; of --constants; the Blorb */
    bool making;                            /* a command was given */
    bool help, version;
};

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
            help_row(stdout, names, 31, i->help);
        }
    puts("\nThe same words without -- are the commands of a blurb file, one a line, as in\n"
         "Inform's manual:\n"
         "  storyfile \"game.z6\" include\n"
         "  picture 1 \"title.png\" \"a lamp in the dark\" scale 1/1 max 2/1\n\n"
         "Options:\n"
         "  -o, --output FILE    the Blorb to make (STORY's name with .zblorb)\n"
         "      --constants FILE write the names that a blurb file gives to pictures and\n"
         "                       sounds, for Inform to include\n"
         "      --check, --extract FOLDER, --help, --version");
}

static int fail(const char *text)
{
    fprintf(stderr, "golblorb: %s\n", text);
    return FAILED;
}

/* ---- The command line ---- */

/* A story, a Blorb or a blurb file, by its first bytes. */
static int take_input(struct request *request, struct box *box, const char *path, struct message *why)
{
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

static int take_option(struct request *request, struct box *box, const char *name, size_t length, const char *argument,
                       struct message *why)
{
    const struct command *command = command_find(name, length);
    const struct { const char *name; const char **to; } rows[] = {
        { "output", &box->output }, { "constants", &request->constants }, { "extract", &request->folder },
    };

    if (!argument)
        return message_set(why, "--%.*s lacks what should follow it", (int)length, name);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].name) == length && strncmp(rows[i].name, name, length) == 0) {
            *rows[i].to = argument;
            request->task = i == 2 ? TASK_EXTRACT : request->task;
            return 0;
        }
    request->making = true;
    if (command_perform(box, command, argument, why) == 0)
        return 0;
    return message_set(why, "--%.*s %.60s%s: %s", (int)length, name, argument, strlen(argument) > 60 ? "..." : "",
                       arena_format(box->arena, "%s", why->text));
}

static bool take_flag(struct request *request, const char *name)
{
    request->task = strcmp(name, "check") == 0 ? TASK_CHECK : request->task;
    request->help |= strcmp(name, "help") == 0;
    request->version |= strcmp(name, "version") == 0;
    return strcmp(name, "check") == 0 || strcmp(name, "help") == 0 || strcmp(name, "version") == 0;
}

static bool takes_argument(const char *name, size_t length)
{
    const struct command *command = command_find(name, length);

    return (command && command->shape) || (length == 6 && strncmp(name, "output", 6) == 0)
        || (length == 9 && strncmp(name, "constants", 9) == 0) || (length == 7 && strncmp(name, "extract", 7) == 0);
}

/* OK, FAILED or USAGE, saying why. */
static int read_command_line(struct request *request, struct box *box, int count, char **words, struct message *why)
{
    for (int i = 1; i < count; i++) {
        const char *name = strcmp(words[i], "-o") == 0 ? "output" : words[i] + 2;
        size_t length = strcspn(name, "=");
        const char *argument = name[length] ? name + length + 1 : NULL;

        if (words[i][0] != '-') {
            if (take_input(request, box, words[i], why) != 0)
                return FAILED;
        } else if (words[i][1] != '-' && strcmp(words[i], "-o") != 0) {
            message_set(why, "unknown option %s", words[i]);
            return USAGE;
        } else if (takes_argument(name, length)) {
            if (!argument && i + 1 < count)
                argument = words[++i];
            if (take_option(request, box, name, length, argument, why) != 0)
                return argument ? FAILED : USAGE;
        } else if (!take_flag(request, name)) {
            message_set(why, "unknown option %s", words[i]);
            return USAGE;
        }
    }
    return OK;
}

/* ---- The tasks ---- */

static int write_constants(struct box *box, const char *path, struct message *why)
{
    struct bytes text = { .arena = box->arena };

    bytes_format(&text, "! Made by golblorb, for Inform to include.\n");
    for (int i = 0; i < box->resources.count; i++)
        if (box->resources.at[i].name)
            bytes_format(&text, "Constant %s_%s = %u;\n", usage_names[box->resources.at[i].usage].constant,
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

static int make(const struct request *request, struct box *box)
{
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
    if (request->task == TASK_EXTRACT && inspect_extract(&blorb, request->folder, &why) != 0)
        return fail(why.text);
    if (request->task == TASK_AUTOMATIC)
        inspect_list(&blorb, request->input, stdout);
    for (int i = 0; i < blorb.problems.count; i++)
        fprintf(request->task == TASK_CHECK ? stdout : stderr, "%s: %s\n", request->input, blorb.problems.at[i]);
    if (request->task == TASK_CHECK && blorb.problems.count == 0)
        printf("%s: nothing is wrong with this Blorb\n", request->input);
    return blorb.problems.count && request->task == TASK_CHECK ? FAILED : OK;
}

static int perform(struct request *request, struct box *box, int count, char **words)
{
    struct message why = { "" };
    int status = read_command_line(request, box, count, words, &why);

    if (status != OK)
        fail(why.text);
    else if (request->help)
        print_help();
    else if (request->version)
        puts("golblorb " GOLMAC_VERSION ": Blorb 2.0.4");
    else if (request->task != TASK_AUTOMATIC && !request->input)
        status = fail("--check and --extract take a Blorb file, and what was given is none");
    else if (request->task == TASK_AUTOMATIC && (request->making || (box->output && request->input)))
        return make(request, box);
    else if (request->input)
        return look(request, box->arena);
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
    struct request request = { 0 };
    int status = perform(&request, &box, count, words);

    if (fflush(stdout) != 0)
        status = fail("standard output cannot be written");
    arena_free(&arena);
    return status;
}
