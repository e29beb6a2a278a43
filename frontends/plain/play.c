/* Golmac: MIT licence, see LICENSE.

   Playing plainly, from the opening of the story to the end of the last line. */
#include "frontends/plain/play.h"
#include "frontends/plain/plain.h"
#include "frontends/session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void plain_connect(struct plain *plain, struct session_host *host, struct blocking_host *blocking)
{
    memset(host, 0, sizeof *host);
    host->context = plain;
    host->is_interactive = plain->from_terminal;
    host->print = plain_print;
    host->perform = plain_perform;
    host->say = plain_say;
    host->warn = plain_warn;
    host->show_line = plain_show_line;
    host->show_prompt = plain_show_prompt;
    host->show_status = plain_show_status;
    host->transcribes = plain_transcribes;
    host->keep_screen = plain_keep_screen;
    host->recall_screen = plain_recall_screen;
    host->was_restored = plain_was_restored;
    memset(blocking, 0, sizeof *blocking);
    blocking->context = plain;
    blocking->interrupted = plain->interrupted;
    blocking->read_line = plain_read_line;
    blocking->read_key = plain_read_key;
    blocking->ask = plain_ask;
    blocking->turn_page = plain_turn_page;
}

static int fail(const char *why, int status)
{
    (void)fflush(stdout);
    fprintf(stderr, "golmac: %s\n", why);
    return status;
}

/* End the last line, and make sure that all was written. */
static int finish(struct plain *plain, int status)
{
    plain_release(plain);
    wrap_flush(&plain->wrap);
    plain_release(plain);
    if (!wrap_at_start(&plain->wrap))
        putchar('\n');
    if (fflush(stdout) != 0 || ferror(stdout))
        return fail("standard output cannot be written", SESSION_FAULT);
    return status;
}

static int show(struct session *session, struct plain *plain, const struct options *options,
                volatile sig_atomic_t *interrupted)
{
    struct session_host host;
    struct blocking_host blocking;
    int status;

    if (plain_init(plain, session_machine(session), options, interrupted) != 0)
        return fail("there is no memory left", SESSION_FAULT);
    setvbuf(stdout, plain->output, _IOFBF, sizeof plain->output);
    plain->session = session;
    plain_connect(plain, &host, &blocking);
    session_begin(session, &host, &plain->screen);
    status = session_drive(session, &blocking);
    status = status == SESSION_FAULT ? fail(session_why(session), finish(plain, status)) : finish(plain, status);
    plain_free(plain);
    return status;
}

int plain_play(const struct options *options, const char *program, volatile sig_atomic_t *interrupted)
{
    struct message why = { "there is no memory left" };
    struct plain *plain = malloc(sizeof *plain);
    struct session *session = plain ? session_open(options, program, &why) : NULL;
    int status;

    if (!session)
        status = fail(why.text, SESSION_FAULT);
    else {
        status = show(session, plain, options, interrupted);
        session_close(session);
        fclose(stdout); /* its buffer stands in plain */
    }
    free(plain);
    return status;
}
