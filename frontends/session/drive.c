/* Golmac: MIT licence, see LICENSE.

   The loop of hosts that block. */
#include "frontends/session/drive.h"
#include "frontends/base/utf.h"

#include <string.h>

static void take_command(struct session *session, const struct input *input)
{
    char command[LINE_MAX_UNITS * UTF8_PER_UNIT + 1];

    command[utf8_encode(command, input->text, input->length)] = 0;
    session_give_command(session, command);
}

/* What ends a request is the same for lines and keys; a line or a key of its own is not taken here. */
static void take(struct session *session, const struct input *input, enum input_result result, bool is_interrupted)
{
    switch (result) {
    case INPUT_COMMAND: take_command(session, input); break;
    case INPUT_TIMEOUT: session_give_timeout(session); break;
    case INPUT_END: session_stop(session, is_interrupted ? SESSION_INTERRUPTED : SESSION_ENDED); break;
    default: break;
    }
}

static bool is_interrupted(const struct blocking_host *host)
{
    return host->interrupted && *host->interrupted;
}

static void read_line(struct session *session, const struct blocking_host *host, struct input *input)
{
    enum input_result result = host->read_line(host->context, input);

    if (result == INPUT_DONE)
        session_give_line(session, input->text, input->length, input->terminator);
    else
        take(session, input, result, is_interrupted(host));
}

static void read_key(struct session *session, const struct blocking_host *host, struct input *input)
{
    enum input_result result = host->read_key(host->context, input);

    if (result == INPUT_DONE)
        session_give_key(session, input->key);
    else
        take(session, input, result, is_interrupted(host));
}

static void read(struct session *session, const struct blocking_host *host, enum session_step step)
{
    enum { RETURN_KEY = 13 };
    struct session_request request = session_request(session);
    struct input input;

    input.zm = session_machine(session);
    input.interval = request.interval;
    input.limit = request.limit;
    input.length = request.length;
    input.terminator = RETURN_KEY;
    input.key = 0;
    memcpy(input.text, request.text, request.length * sizeof *input.text);
    if (step == SESSION_LINE)
        read_line(session, host, &input);
    else
        read_key(session, host, &input);
}

static void ask(struct session *session, const struct blocking_host *host)
{
    struct session_question question = session_question(session);
    char answer[SESSION_ANSWER_SIZE] = "";

    session_give_answer(session, host->ask(host->context, &question, answer) == 0 ? answer : NULL);
}

static void turn_page(struct session *session, const struct blocking_host *host)
{
    if (host->turn_page)
        host->turn_page(host->context);
    session_give_page(session);
}

enum session_status session_drive(struct session *session, const struct blocking_host *host)
{
    enum session_step step;

    while ((step = session_run(session)) != SESSION_OVER)
        if (is_interrupted(host))
            session_stop(session, SESSION_INTERRUPTED);
        else if (step == SESSION_LINE || step == SESSION_KEY)
            read(session, host, step);
        else if (step == SESSION_ANSWER)
            ask(session, host);
        else if (step == SESSION_CHOICE)
            session_give_choice(session, host->choose(host->context, session_list(session)));
        else if (step == SESSION_PAGE)
            turn_page(session, host);
        else if (host->work && host->work(host->context) != 0)
            session_stop(session, SESSION_ENDED);
    return session_status(session);
}
