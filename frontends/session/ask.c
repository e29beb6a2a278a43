/* Golmac: MIT licence, see LICENSE.

   What the host is asked besides lines and keys, and what it gives. Nothing here waits: a question is put together
   with a function that is called when its answer has come. */
#include "frontends/session/session_internal.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

/* ---- Questions of the session's ---- */

void session_ask(struct session *session, enum session_topic topic, const char *question, unsigned size,
                 void (*answered)(struct session *session, const char *answer))
{
    struct asking *asking = &session->asking;

    asking->step = SESSION_ANSWER;
    asking->topic = topic;
    snprintf(asking->question, sizeof asking->question, "%s", question);
    asking->size = size;
    asking->answered = answered;
}

void session_offer(struct session *session, const struct list_source *list, void (*free_rows)(void *rows),
                   void (*chosen)(struct session *session, void *rows, int row))
{
    struct asking *asking = &session->asking;

    asking->step = SESSION_CHOICE;
    asking->list = *list;
    asking->free_rows = free_rows;
    asking->chosen = chosen;
}

void session_drop_question(struct session *session)
{
    struct asking *asking = &session->asking;

    if (asking->step == SESSION_CHOICE && asking->free_rows)
        asking->free_rows(asking->list.context);
    asking->step = SESSION_WORKS;
}

/* What is done with the answer may ask for something else. */
void session_take_answer(struct session *session)
{
    struct asking *asking = &session->asking;
    struct given *given = &session->given;
    void *rows = asking->list.context;
    void (*free_rows)(void *rows) = asking->free_rows;

    if (asking->step == SESSION_ANSWER) {
        asking->step = SESSION_WORKS;
        asking->answered(session, given->has_answer ? given->answer : NULL);
        return;
    }
    asking->step = SESSION_WORKS;
    asking->chosen(session, rows, given->row);
    if (free_rows)
        free_rows(rows);
}

/* ---- What the host sees ---- */

struct session_request session_request(const struct session *session)
{
    const struct wanted *wanted = &session->wanted;
    struct session_request request = { zm_input_interval(&session->zm), wanted->limit, wanted->length, wanted->text };

    return request;
}

struct session_question session_question(const struct session *session)
{
    const struct asking *asking = &session->asking;
    struct session_question question = { asking->topic, asking->question, asking->size };

    return question;
}

const struct list_source *session_list(const struct session *session)
{
    return &session->asking.list;
}

/* ---- What it gives ---- */

/* Whether the machine waits for this, or for a line or a key of any kind (SESSION_WORKS). */
static bool is_wanted(const struct session *session, enum session_step step)
{
    return session->wanted.step != SESSION_WORKS && (step == SESSION_WORKS || session->wanted.step == step);
}

void session_give_line(struct session *session, const zm_u16 *text, unsigned length, zm_u8 terminator)
{
    struct typed *typed = &session->given.typed;

    if (!is_wanted(session, SESSION_LINE))
        return;
    session->given.kind = GIVEN_LINE;
    typed->length = length < LINE_MAX_UNITS ? length : LINE_MAX_UNITS;
    memmove(typed->text, text, typed->length * sizeof *text);
    typed->terminator = terminator;
}

void session_give_key(struct session *session, unsigned key)
{
    if (!is_wanted(session, SESSION_KEY))
        return;
    session->given.kind = GIVEN_KEY;
    session->given.typed.key = key;
}

void session_give_command(struct session *session, const char *command)
{
    if (!is_wanted(session, SESSION_WORKS))
        return;
    session->given.kind = GIVEN_COMMAND;
    snprintf(session->given.typed.utf8, sizeof session->given.typed.utf8, "%s", command);
}

void session_give_timeout(struct session *session)
{
    if (is_wanted(session, SESSION_WORKS))
        session->given.kind = GIVEN_TIMEOUT;
}

void session_give_answer(struct session *session, const char *answer)
{
    struct given *given = &session->given;

    if (session->asking.step != SESSION_ANSWER)
        return;
    given->kind = GIVEN_ANSWER;
    given->has_answer = answer != NULL;
    snprintf(given->answer, session->asking.size, "%s", answer ? answer : "");
}

void session_give_choice(struct session *session, int row)
{
    if (session->asking.step != SESSION_CHOICE)
        return;
    session->given.kind = GIVEN_CHOICE;
    session->given.row = row >= 0 && (unsigned)row < session->asking.list.count ? row : -1;
}

/* ---- Lines for whatever is asked ---- */

static void follow(struct session *session, const char *text)
{
    enum { RETURN_KEY = 13 };
    const struct wanted *left = &session->wanted;
    zm_u16 line[LINE_MAX_UNITS];
    unsigned length = left->length;

    memcpy(line, left->text, length * sizeof *line);
    length += (unsigned)utf8_decode(line + length, LINE_MAX_UNITS - length, text, strlen(text));
    session_give_line(session, line, length, RETURN_KEY);
}

static void give_first(struct session *session, const char *text)
{
    zm_u16 key = '\n';

    (void)utf8_decode(&key, 1, text, strlen(text));
    if (text[0] == '/' && text[1] && !session->options->no_meta)
        session_give_command(session, text);
    else
        session_give_key(session, key);
}

void session_give_text(struct session *session, const char *text)
{
    if (!text)
        session_stop(session, SESSION_ENDED);
    else if (session->wanted.step == SESSION_LINE)
        follow(session, text);
    else if (session->wanted.step == SESSION_KEY)
        give_first(session, text);
    else
        session_give_answer(session, text);
}
