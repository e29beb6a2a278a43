/* Golmac: MIT licence, see LICENSE.

   golmac: plays a story, in the terminal, or plainly (--plain, or where there is no terminal to paint on). Exit status:
   0 when the story or its input has ended, 1 after a fault or when a file cannot be used, 2 for bad usage, 130 after an
   interruption. */
#include "frontends/ncurses/terminal.h"
#include "frontends/base/option_table.h"
#include "frontends/base/system.h"
#include "frontends/host/library.h"
#include "frontends/plain/play.h"
#include "frontends/session/program.h"
#include "frontends/session/session.h"

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
    option_paragraph(stdout, "Plays a Z-machine story file of any version, bare or in a Blorb file. A STORY that is "
                     "not found as given is looked for in the folders of ZCODE_PATH, then of INFOCOM_PATH, then in "
                     "$XDG_DATA_HOME/golmac/stories; then a story in one of them with such a title. Without a STORY, "
                     "shows which there are.");
    option_paragraph(stdout, terminal_summary());
    options_print(stdout);
    puts("");
    option_paragraph(stdout, "In the game, a line that begins with a slash is for the interpreter: /help lists what "
                     "it can do. Saved games go to $GOLMAC_SAVES, or saves/ of the checkout, or "
                     "$XDG_DATA_HOME/golmac/saves.");
    option_paragraph(stdout, "Each option but --config, --export, --help, --import, --new, --playthrough, "
                     "--playthroughs, --resume and --version is a key of the config file, "
                     "$XDG_CONFIG_HOME/golmac/config, too: width = 72 for all stories, or below [release.serial], "
                     "[IFID] or [file name] for one. The command line wins.");
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

static int play(struct settings *settings, const char *path)
{
    bool plain = settings->options.plain || !terminal_is_usable();

    if (!settings->options.story && plain)
        return list_stories(settings->options.complaints);
    system_catch_signals(interrupt);
    return plain ? plain_play(&settings->options, path, &interrupted) : terminal_play(settings, path, &interrupted);
}

int main(int argc, char **argv)
{
    static const struct program golmac = { "golmac", print_help, play };

    return program_run(&golmac, argc, argv);
}
