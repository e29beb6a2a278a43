/* Golmac: MIT licence, see LICENSE.

   golmac-sdl: plays a story in a window. Exit status as golmac's: 0 when the story has ended, 1 after a fault or when a
   file cannot be used, 2 for bad usage, 130 after an interruption. */
#include "frontends/sdl/window.h"
#include "frontends/base/option_table.h"
#include "frontends/base/system.h"
#include "frontends/player/playing.h"
#include "frontends/session/program.h"
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
    option_paragraph(stdout, "Plays a Z-machine story file of any version, bare or in a Blorb file, in a window. "
                     "Without a STORY the library is shown; a story file may be dropped on the window. A STORY that "
                     "is not found as given is looked for in the folders of ZCODE_PATH, then of INFOCOM_PATH, then by "
                     "its title in the library.");
    options_print(stdout);
    puts("");
    option_paragraph(stdout, "Ctrl with +, - and 0 changes the size of the text, Alt-Enter fills the screen, the "
                     "wheel scrolls back, Ctrl-C copies what was marked with the mouse. A line that begins with a "
                     "slash is for the interpreter: /help lists what it can do.");
}

static enum session_status loop(struct sdl_window *window, struct settings *settings, const char *path,
                                struct message *why)
{
    struct playing *playing = playing_open(settings, path, &window->display, &interrupted);
    struct event event;

    while (!playing_is_over(playing)) {
        window_paint(window, playing_scene(playing));
        window_wait(window, playing_deadline(playing), &event);
        playing_event(playing, &event);
    }
    return playing_close(playing, why);
}

static int play(struct settings *settings, const char *path)
{
    struct sdl_window *window = malloc(sizeof *window);
    struct message why = { "" };
    int status;

    if (!window) {
        fputs("golmac-sdl: there is no memory left\n", stderr);
        return SESSION_FAULT;
    }
    system_catch_signals(interrupt);
    window_init(window, settings, &interrupted);
    status = (int)loop(window, settings, path, &why);
    window_free(window);
    free(window);
    if (status == SESSION_FAULT && why.text[0])
        fprintf(stderr, "golmac-sdl: %s\n", why.text);
    return status;
}

int main(int argc, char **argv)
{
    static const struct program golmac_sdl = { "golmac-sdl", print_help, play };

    return program_run(&golmac_sdl, argc, argv);
}
