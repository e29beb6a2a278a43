/* Golmac: MIT licence, see LICENSE.

   Lines and keys on their way from the player, or from a file of commands, to the machine. */
#include "frontends/session/session_internal.h"

#include <string.h>

enum { RETURN_KEY = 13, SLASH = '/' };

/* ---- Abbreviations (-x): for stories older than g, x and z ---- */

static const struct { char letter; const char *word; } abbreviations[] = {
    { 'g', "again" }, { 'x', "examine" }, { 'z', "wait" },
};

static void expand(struct typed *typed)
{
    size_t i, extra, k;

    if (typed->length == 0 || (typed->length > 1 && typed->text[1] != ' '))
        return;
    for (i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
        if (typed->text[0] != (zm_u16)abbreviations[i].letter)
            continue;
        extra = strlen(abbreviations[i].word) - 1;
        if (typed->length + extra > LINE_MAX_UNITS)
            return;
        memmove(typed->text + 1 + extra, typed->text + 1, (typed->length - 1) * sizeof *typed->text);
        for (k = 0; k <= extra; k++)
            typed->text[k] = (zm_u16)abbreviations[i].word[k];
        typed->length += (unsigned)extra;
        return;
    }
}

/* ---- Lines ---- */

static void make_utf8(struct typed *typed)
{
    typed->utf8[utf8_encode(typed->utf8, typed->text, typed->length)] = 0;
}

/* For the editor of this play's next lines, and of later plays. */
static void remember(struct session *session, const struct typed *typed)
{
    int failed = session->history.failed;

    history_add(&session->history, typed->utf8);
    if (session->history.failed && !failed)
        session_say(session, "The commands of this play will not be remembered: %s: %s.", session->history.path,
                    strerror(session->history.failed));
}

/* A line that begins with two slashes begins with one (and is recorded with two: it will be read again). */
static void drop_slash(struct typed *typed)
{
    typed->length--;
    memmove(typed->text, typed->text + 1, typed->length * sizeof *typed->text);
}

static bool begins_with_slash(const struct session *session, const struct typed *typed)
{
    return !session->options->no_meta && typed->length > 0 && typed->text[0] == SLASH;
}

static void give_line(struct session *session, struct typed *typed)
{
    static const zm_u16 new_line = '\n';

    streams_record_line(&session->streams, typed);
    if (begins_with_slash(session, typed))
        drop_slash(typed);
    if (session->options->expand)
        expand(typed);
    make_utf8(typed);
    if (session->zm.version != 6) { /* 7.1.1.1: there the story does it */
        streams_print(&session->streams, typed->text, typed->length);
        streams_print(&session->streams, &new_line, 1);
    }
    auto_transcript_command(&session->auto_transcript, typed->text, typed->length);
    session_note_typed(session, typed->utf8);
    session->turn.is_kept = 0;
    zm_give_line(&session->zm, typed->text, typed->length, typed->terminator);
}

static void take_line(struct session *session, struct typed *typed)
{
    if (begins_with_slash(session, typed) && !(typed->length > 1 && typed->text[1] == SLASH))
        session_command(session, typed->utf8);
    else
        give_line(session, typed);
}

/* ---- Keys ---- */

static zm_u8 key_zscii(struct session *session, unsigned key)
{
    if (key >= KEY_SPECIAL)
        return (zm_u8)(key & 0xFF);
    if (key == '\n')
        return RETURN_KEY;
    if (key == 8 || key == 13 || key == 27)
        return (zm_u8)key;
    return zm_to_zscii(&session->zm, (zm_u16)key);
}

static void take_key(struct session *session, struct typed *typed)
{
    zm_u8 zscii = key_zscii(session, typed->key);

    if (zscii == 0)
        return; /* the story's character set lacks it: as if it had not been typed */
    streams_record_key(&session->streams, typed->key);
    typed->text[0] = (zm_u16)typed->key;
    typed->length = typed->key > ' ' && typed->key < KEY_SPECIAL;
    make_utf8(typed);
    session_note_typed(session, typed->utf8);
    session->turn.is_kept = 0;
    zm_give_key(&session->zm, zscii);
}

/* ---- From the host ---- */

static void pass_time(struct session *session)
{
    streams_record_timeout(&session->streams);
    zm_timeout(&session->zm);
}

void session_take_input(struct session *session, enum given_kind kind)
{
    struct typed *typed = &session->given.typed;

    switch (kind) {
    case GIVEN_LINE:
        make_utf8(typed);
        if (session->host.is_interactive)
            remember(session, typed);
        take_line(session, typed);
        break;
    case GIVEN_KEY: take_key(session, typed); break;
    case GIVEN_COMMAND: session_command(session, typed->utf8); break;
    case GIVEN_TIMEOUT: pass_time(session); break;
    default: break;
    }
}

/* ---- From a file, or asked of the host ---- */

static void flush_streams(struct session *session)
{
    struct message why;

    if (auto_transcript_flush(&session->auto_transcript, &why) != 0)
        session_say(session, "%s", why.text);
    if (streams_flush(&session->streams) != 0)
        session_say(session, "The transcript or the recorded commands could not be written: the file is closed.");
}

/* After the session's remarks the player sees the story's prompt again. */
static void show_prompt_again(struct session *session)
{
    if (session->wanted.needs_prompt && session->host.show_prompt)
        session->host.show_prompt(session->host.context);
    if (session->wanted.needs_prompt)
        auto_transcript_prompt(&session->auto_transcript);
    session->wanted.needs_prompt = 0;
}

/* What is due when the machine asks for input: the turn that has ended is kept. */
static void end_turn(struct session *session, enum timeline_kind kind)
{
    flush_streams(session);
    if (!session->turn.is_kept)
        session->turn.is_kept = session_keep_turn(session, kind) == 0;
    show_prompt_again(session);
}

static void show_line(struct session *session, const struct typed *typed)
{
    static const zm_u16 new_line = '\n';
    const struct session_host *host = &session->host;

    if (host->show_line) {
        host->show_line(host->context, typed->text, typed->length);
        return;
    }
    host->print(host->context, typed->text, typed->length);
    host->print(host->context, &new_line, 1);
}

bool session_need_line(struct session *session)
{
    struct typed *typed = &session->given.typed;
    struct wanted *wanted = &session->wanted;

    end_turn(session, TIMELINE_LINE);
    switch (streams_replay_line(&session->streams, &session->zm, typed)) {
    case REPLAY_TYPED:
        make_utf8(typed);
        show_line(session, typed);
        take_line(session, typed);
        return false;
    case REPLAY_TIMEOUT:
        pass_time(session);
        return false;
    default:
        wanted->limit = zm_line_limit(&session->zm);
        wanted->length = zm_line_preload(&session->zm, wanted->text, LINE_MAX_UNITS);
        wanted->step = SESSION_LINE;
        return true;
    }
}

bool session_need_key(struct session *session)
{
    struct typed *typed = &session->given.typed;

    end_turn(session, TIMELINE_KEY);
    switch (streams_replay_key(&session->streams, &session->zm, typed)) {
    case REPLAY_TYPED:
        take_key(session, typed);
        return false;
    case REPLAY_TIMEOUT:
        pass_time(session);
        return false;
    default:
        session->wanted.limit = session->wanted.length = 0;
        session->wanted.step = SESSION_KEY;
        return true;
    }
}
