/* Golmac: MIT licence, see LICENSE.

   What the session's files tell the host, and that the play ends. */
#include "frontends/session/session_internal.h"

#include <stdarg.h>
#include <stdio.h>

void session_say(struct session *session, const char *format, ...)
{
    struct message message;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message.text, sizeof message.text, format, arguments);
    va_end(arguments);
    session->host.say(session->host.context, message.text);
    auto_transcript_remark(&session->auto_transcript, message.text);
}

void session_tell_warning(struct session *session, const char *text)
{
    const struct session_host *host = &session->host;

    (host->warn ? host->warn : host->say)(host->context, text);
}

void session_stop(struct session *session, enum session_status status)
{
    session->ended = true;
    session->is_paused = false;
    session->status = status;
    zm_pause(&session->zm);
}

void session_fail(struct session *session)
{
    session->status = SESSION_FAULT;
    session->ended = true;
}
