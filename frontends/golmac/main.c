/* Golmac: MIT licence, see LICENSE.

   golmac: plays a story, in the terminal, or plainly (--plain, or where there is no terminal to paint on). Exit status: 0
   when the story or its input has ended, 1 after a fault or when a file cannot be used, 2 for bad usage, 130 after an
   interruption. */
#include "terminal.h"
#include "frontends/host/help.h"
#include "frontends/host/library.h"
#include "frontends/session/session.h"
#include "frontends/host/settings.h"
#include "frontends/plain/play.h"

#include <stdio.h>

/* The one thing a signal handler can reach: the number of the signal that asks to end, 0 before. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    interrupted = signal;
}

static void print_help(void)
{
    puts("usage: golmac [OPTION]... [STORY]\n");
    help_paragraph(stdout, "Plays a Z-machine story file of any version, bare or in a Blorb file. A STORY that is not found as "
                   "given is looked for in the folders of ZCODE_PATH, then of INFOCOM_PATH, then in "
                   "$XDG_DATA_HOME/golmac/stories; then a story in one of them with such a title. Without a STORY, shows "
                   "which there are.");
    help_paragraph(stdout, terminal_summary());
    options_print(stdout);
    puts("");
    help_paragraph(stdout, "In the game, a line that begins with a slash is for the interpreter: /help lists what it can do. "
                   "Saved games go to $GOLMAC_SAVES, or saves/ of the checkout, or $XDG_DATA_HOME/golmac/saves.");
    help_paragraph(stdout, "Each option but --config, --export, --help, --import, --new, --playthrough, --playthroughs, --resume "
                   "and --version is a key of the config file, $XDG_CONFIG_HOME/golmac/config, too: width = 72 for all stories, "
                   "or below [release.serial], [IFID] or [file name] for one. The command line wins.");
}

static int list_stories(const char *complaints)
{
    struct library library;

    if (complaints)
        fputs(complaints, stderr);
    if (library_open(&library) != 0) {
        fputs("golmac: there is no memory left\n", stderr);
        return SESSION_FAULT;
    }
    library_print(&library, stdout);
    library_close(&library);
    return 0;
}

static int run_errand(const struct options *options, const char *program)
{
    struct message why = { "" };

    if (session_run_errand(options, program, stdout, &why) == 0)
        return SESSION_ENDED;
    fprintf(stderr, "golmac: %s\n", why.text);
    return SESSION_FAULT;
}

static int play(struct settings *settings, const char *program)
{
    int plain;

    if (settings->options.story)
        settings_choose_story(settings, settings->options.story);
    if (session_has_errand(&settings->options))
        return run_errand(&settings->options, program);
    plain = settings->options.plain || !terminal_is_usable();
    if (!settings->options.story && plain)
        return list_stories(settings->options.complaints);
    session_catch_signals(interrupt);
    return plain ? plain_play(&settings->options, program, &interrupted)
                 : terminal_play(settings, program, &interrupted);
}

int main(int argc, char **argv)
{
    struct settings settings;
    struct message why = { "" };
    int status = 0;

    if (settings_open(&settings, argc, argv, &why) != 0) {
        fprintf(stderr, "golmac: %s\n", why.text);
        fputs("usage: golmac [OPTION]... [STORY]    (golmac --help lists the options)\n", stderr);
        status = SESSION_USAGE;
    } else if (settings.options.help) {
        print_help();
    } else if (settings.options.version) {
        puts("Golmac " GOLMAC_VERSION ": Z-machine versions 1 to 8, Standard 1.1");
    } else {
        status = play(&settings, argv[0]);
    }
    settings_close(&settings);
    return status;
}
