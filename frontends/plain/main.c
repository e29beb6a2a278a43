/* Golmac: MIT licence, see LICENSE.

   golmac: plays a story. Exit status: 0 when the story or its input has ended, 1 after a fault or when a file cannot be
   used, 2 for bad usage, 130 after an interruption. */
#include "plain.h"
#include "frontends/host/session.h"

#include <stdio.h>
#include <stdlib.h>

/* The one thing a signal handler can reach. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
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
}

static int fail(const struct message *why, int status)
{
    (void)fflush(stdout);
    fprintf(stderr, "golmac: %s\n", why->text);
    return status;
}

/* End the last line, and make sure that all was written. */
static int finish(struct plain *plain, int status)
{
    struct message why = { "" };

    wrap_flush(&plain->wrap);
    if (!wrap_at_start(&plain->wrap))
        putchar('\n');
    if (fflush(stdout) != 0 || ferror(stdout)) {
        message_set(&why, "standard output cannot be written");
        return fail(&why, SESSION_FAULT);
    }
    return status;
}

static int show(struct session *session, struct plain *plain, const struct options *options)
{
    struct frontend frontend;
    struct message why = { "" };
    int status;

    if (plain_init(plain, &session->zm, options, &interrupted) != 0) {
        message_set(&why, "there is no memory left");
        return fail(&why, SESSION_FAULT);
    }
    plain_connect(plain, &frontend);
    status = session_play(session, &frontend, &plain->screen, &interrupted);
    status = status == SESSION_FAULT ? fail(&session->why, finish(plain, status)) : finish(plain, status);
    plain_free(plain);
    return status;
}

static int play(const struct options *options, const char *program)
{
    struct session *session = malloc(sizeof *session);
    struct plain *plain = malloc(sizeof *plain);
    struct message why = { "there is no memory left" };
    int status;

    if (!session || !plain || session_open(session, options, program, &why) != 0)
        status = fail(&why, SESSION_FAULT);
    else {
        status = show(session, plain, options);
        session_close(session);
        fclose(stdout); /* its buffer stands in plain */
    }
    free(plain);
    free(session);
    return status;
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
    return play(&options, argv[0]);
}
