/* Golmac: MIT licence, see LICENSE.

   What the machine calls while it runs: text, requests to the screen, streams; and the machine's making. */
#include "frontends/session/session_internal.h"
#include "frontends/base/system.h"

#include <stdlib.h>
#include <string.h>

enum { STACK_WORDS = 32767, MEMORY_CLOSED = 0xFFFD /* -3 */ };

static bool is_transcribed(const struct session *session)
{
    return !session->host.transcribes || session->host.transcribes(session->host.context);
}

/* Running text goes to all that keep it: the next turn, and the transcripts. */
static void tell(struct session *session, unsigned streams, const zm_u16 *text, unsigned length)
{
    if (!is_transcribed(session))
        return;
    if (streams & ZM_STREAM_SCREEN) {
        session_note_printed(session, text, length);
        auto_transcript_print(&session->auto_transcript, text, length);
    }
    if (streams & ZM_STREAM_TRANSCRIPT)
        streams_print(&session->streams, text, length);
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct session *session = context;

    if (streams & ZM_STREAM_SCREEN)
        session->host.print(session->host.context, text, length);
    tell(session, streams, text, length);
}

static zm_u16 set_output_stream(struct session *session, int stream)
{
    switch (stream) {
    case 2:
        session_open_transcript(session);
        return 1;
    case -2:
        streams_set_transcript(&session->streams, NULL);
        return 1;
    case 4:
        session_open_record(session);
        return 1;
    case -4:
        streams_set_record(&session->streams, NULL);
        return 1;
    default:
        return 0;
    }
}

/* What concerns the text in requests to the screen: the lines of a table, that it is gone. */
static void note(struct session *session, unsigned opcode, const zm_u16 *operand)
{
    static const zm_u16 new_line = '\n';

    if (opcode == ZM_OP_print_table && operand[0])
        tell(session, session->zm.streams, &new_line, 1);
    else if (opcode == ZM_OP_restart || (opcode == ZM_OP_erase_window && operand[0] != 1))
        session->turn.printed.length = 0;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct session *session = context;

    note(session, opcode, operand);
    switch (opcode) {
    case ZM_OP_output_stream:
        if (operand[0] == MEMORY_CLOSED)
            break;
        return set_output_stream(session, (zm_s16)operand[0]);
    case ZM_OP_input_stream:
        if (operand[0] == 1)
            session_open_replay(session);
        else
            streams_set_replay(&session->streams, NULL);
        return 0;
    default:
        break;
    }
    return session->host.perform(session->host.context, opcode, operand, count);
}

zm_u32 session_entropy(void *context)
{
    zm_u32 value;

    (void)context;
    system_random(&value, sizeof value);
    return value;
}

int session_make_machine(struct session *session, struct message *why)
{
    struct zm_setup setup;
    struct zm_fault fault = { 0, 0, 0 };
    char text[200];

    memset(&setup, 0, sizeof setup);
    setup.story = session->story.code;
    setup.story_size = session->story.code_size;
    setup.dynamic = session->dynamic = malloc((size_t)zm_dynamic_size(setup.story) + 1);
    setup.stack = session->stack = malloc(STACK_WORDS * sizeof *setup.stack);
    setup.stack_words = STACK_WORDS;
    setup.host.context = session;
    setup.host.print = print;
    setup.host.perform = perform;
    setup.host.warn = session_warn;
    setup.host.entropy = session->options->seed < 0 ? session_entropy : NULL;
    if (!setup.dynamic || !setup.stack)
        return message_set(why, "there is no memory left");
    fault.error = (zm_u8)zm_init(&session->zm, &setup);
    if (fault.error == ZM_ERROR_none)
        return 0;
    fault.value = session->zm.fault.value;
    if (fault.error == ZM_ERROR_bad_version)
        fault.value = setup.story[0];
    session_describe_fault(&fault, text, sizeof text);
    return message_set(why, "%s: %s", session->story.path, text);
}
