/* Golmac: MIT licence, see LICENSE.

   golmac: plays a story, in the terminal, or plainly (--plain, or where there is no terminal to paint on). Exit status: 0
   when the story or its input has ended, 1 after a fault or when a file cannot be used, 2 for bad usage, 130 after an
   interruption. */
#include "terminal.h"
#include "frontends/host/session.h"
#include "frontends/plain/play.h"

#include <stdio.h>

/* The one thing a signal handler can reach: the number of the signal that asks to end, 0 before. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    interrupted = signal;
}

static void catch_interrupts(void)
{
    struct sigaction action = { .sa_handler = interrupt, .sa_flags = SA_RESETHAND };

    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    (void)signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error of its write */
}

static void print_help(void)
{
    puts("usage: golmac [OPTION]... STORY\n\n"
         "Plays a Z-machine story file of any version, bare or in a Blorb file. A STORY that is not found as given is\n"
         "looked for in the folders of ZCODE_PATH, then of INFOCOM_PATH.\n");
    options_print(stdout);
    puts("\nIn the game, a line that begins with a slash is for the interpreter: /help lists what it can do.\n"
         "Saved games go to $GOLMAC_SAVES, or saves/ of the checkout, or $XDG_DATA_HOME/golmac/saves.");
    puts(terminal_summary());
}

int main(int argc, char **argv)
{
    struct options options;
    struct message why = { "" };

    if (options_read(&options, argc, argv, &why) != 0) {
        fprintf(stderr, "golmac: %s\n", why.text);
        fputs("usage: golmac [OPTION]... STORY    (golmac --help lists the options)\n", stderr);
        return SESSION_USAGE;
    }
    if (options.help) {
        print_help();
        return 0;
    }
    if (options.version) {
        puts("Golmac " GOLMAC_VERSION ": Z-machine versions 1 to 8, Standard 1.1");
        return 0;
    }
    if (!options.story) {
        fputs("golmac: no story was given\nusage: golmac [OPTION]... STORY    (golmac --help lists the options)\n", stderr);
        return SESSION_USAGE;
    }
    catch_interrupts();
    if (options.plain || !terminal_is_usable())
        return plain_play(&options, argv[0], &interrupted);
    return terminal_play(&options, argv[0], &interrupted);
}
