/* Golmac: MIT licence, see LICENSE.

   golmac-sdl: plays a story in a window. Exit status as golmac's: 0 when the story has ended, 1 after a fault or when a
   file cannot be used, 2 for bad usage, 130 after an interruption. */
#include "window.h"
#include "frontends/host/help.h"
#include "frontends/player/player.h"
#include "frontends/session/session.h"

#include <stdio.h>
#include <stdlib.h>

/* The one thing a signal handler can reach: the number of the signal that asks to end, 0 before. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    interrupted = signal;
}

static void print_help(void)
{
    puts("usage: golmac-sdl [OPTION]... [STORY]\n");
    help_paragraph(stdout, "Plays a Z-machine story file of any version, bare or in a Blorb file, in a window. Without a STORY the "
                   "library is shown; a story file may be dropped on the window. A STORY that is not found as given is looked "
                   "for in the folders of ZCODE_PATH, then of INFOCOM_PATH, then by its title in the library.");
    options_print(stdout);
    puts("");
    help_paragraph(stdout, "Ctrl with +, - and 0 changes the size of the text, Alt-Enter fills the screen, the wheel scrolls back, "
                   "Ctrl-C copies what was marked with the mouse. A line that begins with a slash is for the interpreter: "
                   "/help lists what it can do.");
}

static int run_errand(const struct options *options, const char *program)
{
    struct message why = { "" };

    if (session_run_errand(options, program, stdout, &why) == 0)
        return SESSION_ENDED;
    fprintf(stderr, "golmac-sdl: %s\n", why.text);
    return SESSION_FAULT;
}

static int show(struct settings *settings, const char *program)
{
    struct sdl_window *window = malloc(sizeof *window);
    struct message why = { "" };
    int status;

    if (!window) {
        fputs("golmac-sdl: there is no memory left\n", stderr);
        return SESSION_FAULT;
    }
    session_catch_signals(interrupt);
    window_init(window, settings, &interrupted);
    status = (int)player_play(settings, program, &window->display, &interrupted, &why);
    window_free(window);
    free(window);
    if (status == SESSION_FAULT && why.text[0])
        fprintf(stderr, "golmac-sdl: %s\n", why.text);
    return status;
}

static int play(struct settings *settings, const char *program)
{
    if (settings->options.story)
        settings_choose_story(settings, settings->options.story);
    return session_has_errand(&settings->options) ? run_errand(&settings->options, program) : show(settings, program);
}

int main(int argc, char **argv)
{
    struct settings settings;
    struct message why = { "" };
    int status = 0;

    if (settings_open(&settings, argc, argv, &why) != 0) {
        fprintf(stderr, "golmac-sdl: %s\nusage: golmac-sdl [OPTION]... [STORY]    (golmac-sdl --help lists the options)\n",
                why.text);
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
