/* Golmac: MIT licence, see LICENSE.

   Lines and keys on their way from the player, or from a file of commands, to the machine. */
#include "frontends/session/session.h"
#include "frontends/base/utf.h"

#include <string.h>

enum { RETURN_KEY = 13, SLASH = '/' };

/* ---- Abbreviations (-x): for stories older than g, x and z ---- */

static const struct { char letter; const char *word; } abbreviations[] = {
    { 'g', "again" }, { 'x', "examine" }, { 'z', "wait" },
};

static void expand(struct input *input)
{
    size_t i, extra, k;

    if (input->length == 0 || (input->length > 1 && input->text[1] != ' '))
        return;
    for (i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
        if (input->text[0] != (zm_u16)abbreviations[i].letter)
            continue;
        extra = strlen(abbreviations[i].word) - 1;
        if (input->length + extra > LINE_MAX_UNITS)
            return;
        memmove(input->text + 1 + extra, input->text + 1, (input->length - 1) * sizeof *input->text);
        for (k = 0; k <= extra; k++)
            input->text[k] = (zm_u16)abbreviations[i].word[k];
        input->length += (unsigned)extra;
        return;
    }
}

/* ---- Lines ---- */

/* For the editor of this play's next lines, and of later plays. */
static void remember(struct session *session, const struct input *input)
{
    char line[LINE_MAX_UNITS * UTF8_PER_UNIT + 1];
    int failed = session->recall.failed;

    line[utf8_encode(line, input->text, input->length)] = 0;
    recall_add(&session->recall, line);
    if (session->recall.failed && !failed)
        session_say(session, "The commands of this play will not be remembered: %s: %s.", session->recall.path,
                    strerror(session->recall.failed));
}

static enum input_result read_line(struct session *session, struct input *input)
{
    enum input_result result = streams_replay_line(&session->streams, input);

    if (result == INPUT_DONE)
        session->frontend->show_line(session->frontend->context, input->text, input->length);
    if (result != INPUT_END)
        return result;
    result = session->frontend->read_line(session->frontend->context, input);
    if (result == INPUT_DONE && session->interactive)
        remember(session, input);
    return result;
}

/* A line that begins with two slashes begins with one (and is recorded with two: it will be read again). */
static void drop_slash(struct input *input)
{
    input->length--;
    memmove(input->text, input->text + 1, input->length * sizeof *input->text);
}

static int is_command(const struct session *session, const struct input *input)
{
    return !session->options->no_meta && input->length > 0 && input->text[0] == SLASH;
}

static void give_line(struct session *session, struct input *input)
{
    static const zm_u16 new_line = '\n';

    streams_record_line(&session->streams, input->text, input->length, input->terminator);
    if (is_command(session, input))
        drop_slash(input);
    if (session->options->expand)
        expand(input);
    if (session->zm.version != 6) { /* 7.1.1.1: there the story does it */
        streams_print(&session->streams, input->text, input->length);
        streams_print(&session->streams, &new_line, 1);
    }
    diary_command(&session->diary, input->text, input->length);
    session_typed(session, input->text, input->length);
    session->turn_kept = 0;
    zm_give_line(&session->zm, input->text, input->length, input->terminator);
}

static void prepare(struct session *session, struct input *input)
{
    input->zm = &session->zm;
    input->timeline = &session->timeline;
    input->interval = zm_input_interval(&session->zm);
    input->terminator = RETURN_KEY;
    input->length = 0;
    input->key = 0;
}

static void pass_time(struct session *session)
{
    streams_record_timeout(&session->streams);
    zm_timeout(&session->zm);
}

static void ask_line(struct session *session, struct input *input)
{
    prepare(session, input);
    input->limit = zm_line_limit(&session->zm);
    input->length = zm_line_preload(&session->zm, input->text, LINE_MAX_UNITS);
    switch (read_line(session, input)) {
    case INPUT_TIMEOUT:
        pass_time(session);
        break;
    case INPUT_AGAIN:
        break;
    case INPUT_COMMAND:
        session_command(session, input->text, input->length);
        break;
    case INPUT_END:
        session->ended = 1;
        break;
    default:
        if (is_command(session, input) && !(input->length > 1 && input->text[1] == SLASH))
            session_command(session, input->text, input->length);
        else
            give_line(session, input);
        break;
    }
}

static void flush_streams(struct session *session)
{
    struct message why;

    if (diary_flush(&session->diary, &why) != 0)
        session_say(session, "%s", why.text);
    if (streams_flush(&session->streams) != 0)
        session_say(session, "The transcript or the recorded commands could not be written: the file is closed.");
}

/* After the host's remarks the player sees the story's prompt again. */
static void show_prompt_again(struct session *session)
{
    if (session->asked_again) {
        session->frontend->show_prompt(session->frontend->context);
        diary_prompt(&session->diary);
    }
    session->asked_again = 0;
}

void session_need_line(struct session *session)
{
    struct input input;

    flush_streams(session);
    if (!session->turn_kept)
        session->turn_kept = session_keep(session, TIMELINE_LINE) == 0;
    show_prompt_again(session);
    ask_line(session, &input);
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

static enum input_result read_key(struct session *session, struct input *input)
{
    enum input_result result = streams_replay_key(&session->streams, input);

    return result == INPUT_END ? session->frontend->read_key(session->frontend->context, input) : result;
}

static void give_key(struct session *session, const struct input *input)
{
    zm_u8 zscii = key_zscii(session, input->key);
    zm_u16 unit = (zm_u16)input->key;

    if (zscii == 0)
        return; /* the story's character set lacks it: as if it had not been typed */
    streams_record_key(&session->streams, input->key);
    session_typed(session, &unit, input->key > ' ' && input->key < KEY_SPECIAL);
    session->turn_kept = 0;
    zm_give_key(&session->zm, zscii);
}

void session_need_key(struct session *session)
{
    struct input input;

    flush_streams(session);
    if (!session->turn_kept)
        session->turn_kept = session_keep(session, TIMELINE_KEY) == 0;
    show_prompt_again(session);
    prepare(session, &input);
    switch (read_key(session, &input)) {
    case INPUT_TIMEOUT:
        pass_time(session);
        break;
    case INPUT_AGAIN:
        break;
    case INPUT_END:
        session->ended = 1;
        break;
    case INPUT_COMMAND:
        session_command(session, input.text, input.length);
        break;
    default:
        give_key(session, &input);
        break;
    }
}
