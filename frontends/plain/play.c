/* Golmac: MIT licence, see LICENSE.

   Playing plainly, from the opening of the story to the end of the last line. */
#include "frontends/plain/play.h"
#include "frontends/plain/plain.h"
#include "frontends/session/session.h"

#include <stdio.h>
#include <stdlib.h>

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

static int show(struct session *session, struct plain *plain, const struct options *options,
                volatile sig_atomic_t *interrupted)
{
    struct frontend frontend;
    struct message why = { "" };
    int status;

    if (plain_init(plain, &session->zm, options, interrupted) != 0) {
        message_set(&why, "there is no memory left");
        return fail(&why, SESSION_FAULT);
    }
    setvbuf(stdout, plain->output, _IOFBF, sizeof plain->output);
    plain_connect(plain, &frontend);
    session->interactive = plain->from_terminal;
    status = session_play(session, &frontend, &plain->screen, interrupted);
    status = status == SESSION_FAULT ? fail(&session->why, finish(plain, status)) : finish(plain, status);
    plain_free(plain);
    return status;
}

int plain_play(const struct options *options, const char *program, volatile sig_atomic_t *interrupted)
{
    struct session *session = malloc(sizeof *session);
    struct plain *plain = malloc(sizeof *plain);
    struct message why = { "there is no memory left" };
    int status;

    if (!session || !plain || session_open(session, options, program, &why) != 0)
        status = fail(&why, SESSION_FAULT);
    else {
        status = show(session, plain, options, interrupted);
        session_close(session);
        fclose(stdout); /* its buffer stands in plain */
    }
    free(plain);
    free(session);
    return status;
}
