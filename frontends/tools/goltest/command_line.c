/* Golmac: MIT licence, see LICENSE.

   goltest's command line. The letters are RegTest's, where it has the option. */
#include "frontends/tools/goltest/command_line.h"
#include "frontends/base/option_table.h"

#include <string.h>

#define TEXT(field) OPTION_TEXT, offsetof(struct command_line, field), 0, 0
#define FLAG(field) OPTION_FLAG, offsetof(struct command_line, field), 0, 1
#define EACH OPTION_EACH, 0, 0, 0
static const struct option rows[] = {
    { 'g', "game", TEXT(game), "FILE", "play this story instead of the one the script names" },
    { 'i', "interpreter", TEXT(interpreter), "FILE",
      "accepted for RegTest's sake: stories are always played by goltest itself" },
    { 'l', "list", FLAG(list), NULL, "list the tests, and play none" },
    { 'p', "precommand", EACH, "TEXT", "a command for the beginning of each test; may be given several times" },
    { 'c', "cc", TEXT(check_class), "FILE", "refused: RegTest's check classes are programs in Python" },
    { 'r', "rem", FLAG(rem), NULL, "accepted: RegTest's RemGlk mode is the only one here" },
    { 0, "vital", FLAG(vital), NULL, "end a test at its first failure" },
    { 'v', "verbose", FLAG(verbose), NULL, "show the plays, with the failures in their place, and how long all took" },
    { 't', "tap", FLAG(tap), NULL, "tell the results as TAP" },
    { 's', "seed", TEXT(seed), "N", "the random numbers of each test (default: 1)" },
    { 'w', "width", TEXT(width), "N", "columns of the screen, and of transcripts (default: 80)" },
    { 0, "strict", FLAG(strict), NULL, "a story's first mistake ends the test" },
    { 0, "transcripts", TEXT(transcripts), "FOLDER", "compare the transcript of each test with FOLDER/NAME.txt" },
    { 0, "bless", FLAG(bless), NULL, "write these transcripts instead" },
    { 0, "coverage", TEXT(coverage), "FILE",
      "write which routines and lines were reached: FILE.info for lcov, else text" },
    { 0, "debug", TEXT(debug), "FILE", "the debug file for that (default: gameinfo.dbg beside the story)" },
    { 0, "no-echo", FLAG(no_echo), NULL, "leave the commands out of transcripts, as a play from a pipe does" },
    { 0, "commands", FLAG(commands), NULL, "SCRIPT is a mere list of commands, a line each: one test without checks" },
    { 'h', "help", FLAG(help), NULL, "print this and end" },
    { 0, "version", FLAG(version), NULL, "print the version and end" },
};
#undef TEXT
#undef FLAG
#undef EACH
enum { ROWS = sizeof rows / sizeof *rows };

/* A word beside the options, or a precommand: the only option that may stand several times. */
static int take(void *values, const struct option *option, const char *word, struct message *why)
{
    struct command_line *line = values;

    (void)why; /* any word will do */
    if (option)
        *vector_add(line->arena, &line->precommands) = word;
    else if (!line->script)
        line->script = word;
    else
        *vector_add(line->arena, &line->names) = word;
    return 0;
}

int command_line_read(struct command_line *line, struct arena *arena, int count, char **words, struct message *why)
{
    static const struct option_table table = { rows, ROWS, take };

    memset(line, 0, sizeof *line);
    line->arena = arena;
    return option_table_read(&table, line, count, words, why);
}

void command_line_print(void)
{
    option_table_print(rows, ROWS, 29, stdout);
}
