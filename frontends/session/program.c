/* Golmac: MIT licence, see LICENSE.

   What all programs do with their command line before a story is played. */
#include "frontends/session/program.h"
#include "frontends/session/session_internal.h"

#include <stdio.h>

static int refuse(const struct program *program, const struct message *why)
{
    fprintf(stderr, "%s: %s\nusage: %s [OPTION]... [STORY]    (%s --help lists the options)\n", program->name,
            why->text, program->name, program->name);
    return SESSION_USAGE;
}

static int help(const struct program *program)
{
    if (program->print_help)
        program->print_help();
    else
        options_print(stdout);
    return SESSION_ENDED;
}

static int run_action(const struct program *program, const struct options *options, const char *path)
{
    struct message why = { "" };

    if (session_run_action(options, path, stdout, &why) == 0)
        return SESSION_ENDED;
    fprintf(stderr, "%s: %s\n", program->name, why.text);
    return SESSION_FAULT;
}

static int obey(const struct program *program, struct settings *settings, const char *path)
{
    if (settings->options.help)
        return help(program);
    if (settings->options.version) {
        puts("Golmac " GOLMAC_VERSION ": Z-machine versions 1 to 8, Standard 1.1");
        return SESSION_ENDED;
    }
    if (settings->options.story)
        settings_choose_story(settings, settings->options.story);
    return session_has_action(&settings->options) ? run_action(program, &settings->options, path)
                                                  : program->play(settings, path);
}

int program_run(const struct program *program, int argc, char **argv)
{
    struct settings settings;
    struct message why = { "" };
    int status = settings_open(&settings, argc, argv, &why) == 0 ? obey(program, &settings, argv[0])
                                                                  : refuse(program, &why);

    settings_close(&settings);
    return status;
}
