/* Golmac: MIT licence, see LICENSE.

   The loop that plays a story. */
#include "frontends/session/session.h"
#include "frontends/host/story_data.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { STACK_WORDS = 32767, BUDGET = 200000, MEMORY_CLOSED = 0xFFFD /* -3 */ };

/* ---- What the machine calls ---- */

int session_is_transcribed(const struct session *session)
{
    return session->frontend->transcribes(session->frontend->context);
}

static void print_transcripts(struct session *session, unsigned streams, const zm_u16 *text, unsigned length)
{
    int diary = session->diary.keeping && (streams & ZM_STREAM_SCREEN);
    int transcript = session->streams.transcript && (streams & ZM_STREAM_TRANSCRIPT);

    if (!(diary || transcript) || !session_is_transcribed(session))
        return;
    if (diary)
        diary_print(&session->diary, text, length);
    if (transcript)
        streams_print(&session->streams, text, length);
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct session *session = context;

    if (streams & ZM_STREAM_SCREEN) {
        session->frontend->print(session->frontend->context, text, length);
        session_hear(session, text, length);
    }
    print_transcripts(session, streams, text, length);
}

static zm_u16 set_output_stream(struct session *session, int stream)
{
    switch (stream) {
    case 2:
        return session_open_transcript(session) == 0;
    case -2:
        streams_set_transcript(&session->streams, NULL);
        return 1;
    case 4:
        return session_open_record(session) == 0;
    case -4:
        streams_set_record(&session->streams, NULL);
        return 1;
    default:
        return 0;
    }
}

/* What concerns the text in requests to the screen: the lines of a table, that it is gone. */
static void hear(struct session *session, unsigned opcode, const zm_u16 *operand)
{
    static const zm_u16 new_line = '\n';

    if (opcode == ZM_OP_print_table && operand[0]) {
        print_transcripts(session, session->zm.streams, &new_line, 1);
        session_hear(session, &new_line, 1);
    } else if (opcode == ZM_OP_restart || (opcode == ZM_OP_erase_window && operand[0] != 1)) {
        session->told.length = 0;
    }
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct session *session = context;

    hear(session, opcode, operand);
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
    return session->frontend->perform(session->frontend->context, opcode, operand, count);
}

static zm_u32 entropy(void *context)
{
    zm_u32 value;

    (void)context;
    if (getrandom(&value, sizeof value, GRND_NONBLOCK) != (ssize_t)sizeof value)
        value = (zm_u32)time(NULL) * 2654435761u ^ (zm_u32)clock();
    return value;
}

/* ---- Opening ---- */

static int make_machine(struct session *session, struct message *why)
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
    setup.host.entropy = session->options->seed < 0 ? entropy : NULL;
    if (!setup.dynamic || !setup.stack)
        return message_set(why, "there is no memory left");
    fault.error = (zm_u8)zm_init(&session->zm, &setup);
    if (fault.error == ZM_ERROR_none)
        return 0;
    fault.value = session->zm.fault.value;
    if (fault.error == ZM_ERROR_bad_version)
        fault.value = setup.story[0];
    fault_describe(&fault, text, sizeof text);
    return message_set(why, "%s: %s", session->story.path, text);
}

/* A wrong checksum is told when there is a frontend to tell it. */
static int check_checksum(struct session *session, struct message *why)
{
    if (story_checksum_fits(&session->story))
        return 0;
    message_set(why, "%s: the checksum in the story's header does not match its bytes: the file may be damaged",
                session->story.path);
    session->why = *why;
    session->damaged = 1;
    return session->options->strict ? -1 : 0;
}

int session_open(struct session *session, const struct options *options, const char *program, struct message *why)
{
    memset(session, 0, sizeof *session);
    session->options = options;
    journal_init(&session->journal);
    if (story_load(&session->story, options->story, why) != 0)
        return -1;
    if (check_checksum(session, why) != 0 || make_machine(session, why) != 0) {
        session_close(session);
        return -1;
    }
    if (files_init(&session->files, options->restriction, program) != 0 || session_make_timeline(session, &session->timeline) != 0) {
        session_close(session);
        return message_set(why, "there is no memory left");
    }
    session->seed = options->seed < 0 ? entropy(NULL) & 0x7FFFFFFF : (zm_u32)options->seed;
    streams_init(&session->streams, options->script_width < 0 ? 80 : (unsigned)options->script_width);
    return 0;
}

void session_close(struct session *session)
{
    (void)journal_close(&session->journal); /* the player has been told if it was not written whole */
    streams_close(&session->streams);
    diary_close(&session->diary);
    recall_close(&session->recall);
    timeline_free(&session->timeline);
    files_free(&session->files);
    story_free(&session->story);
    free(session->moment);
    free(session->screen);
    free(session->dynamic);
    free(session->stack);
    memset(session, 0, sizeof *session);
}

void session_catch_signals(void (*handler)(int signal))
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESETHAND };

    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    (void)signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error of its write */
}

/* ---- Playing ---- */

void session_say(struct session *session, const char *format, ...)
{
    struct message message;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message.text, sizeof message.text, format, arguments);
    va_end(arguments);
    session->frontend->say(session->frontend->context, message.text);
    diary_remark(&session->diary, message.text);
}

int session_is_interrupted(const struct session *session)
{
    return session->interrupted && *session->interrupted;
}

static void end_with_fault(struct session *session)
{
    char text[200];

    fault_describe(&session->zm.fault, text, sizeof text);
    message_set(&session->why, "%s: %s", session->story.path, text);
    session->status = SESSION_FAULT;
    session->ended = 1;
}

/* The story works on: the player may have had enough of it. */
static void look_up(struct session *session)
{
    if (session->frontend->work && session->frontend->work(session->frontend->context) != 0)
        session->ended = 1;
}

static void fulfil(struct session *session, enum zm_state state)
{
    switch (state) {
    case ZM_BUDGET: look_up(session); break;
    case ZM_NEED_LINE: session_need_line(session); break;
    case ZM_NEED_KEY: session_need_key(session); break;
    case ZM_SAVE: session_save(session); break;
    case ZM_RESTORE: session_restore(session); break;
    case ZM_SAVE_UNDO: session_save_undo(session); break;
    case ZM_RESTORE_UNDO: session_restore_undo(session); break;
    case ZM_FAULT: end_with_fault(session); break;
    case ZM_QUIT:
        session_leave_question(session);
        session->ended = 1;
        break;
    }
}

/* What is kept of a play for the player, as far as he wants it. */
static void begin_keeping(struct session *session)
{
    const struct options *options = session->options;
    char *path;

    if (options->keep_transcript < 0 ? session->interactive : options->keep_transcript)
        diary_open(&session->diary, &session->story, options->script_width < 0 ? 80 : (unsigned)options->script_width);
    if (!session->interactive)
        return;
    story_data_played(&session->story);
    path = options->keep_commands ? story_data_path(&session->story, "played", "commands") : NULL;
    recall_open(&session->recall, path);
    free(path);
}

/* The config file's mistakes, a warning each. */
static void tell_complaints(struct session *session)
{
    const char *at = session->options->complaints;
    struct message line;
    size_t length;

    for (; at && *at; at += length + (at[length] != 0)) {
        length = strcspn(at, "\n");
        message_set(&line, "%.*s", (int)length, at);
        session->frontend->warn(session->frontend->context, line.text);
    }
}

/* An instruction at a time, where each is to be known. */
static enum zm_state run_traced(struct session *session)
{
    struct zm *zm = &session->zm;
    enum zm_state state = ZM_BUDGET;
    int i;

    for (i = 0; i < BUDGET && state == ZM_BUDGET; i++) {
        if (zm->state == ZM_RUNNING)
            session->trace(session->trace_context, zm_next_instruction(zm));
        state = zm_run(zm, 1);
    }
    return state;
}

enum session_status session_play(struct session *session, const struct frontend *frontend,
                                 const struct zm_screen *screen, volatile sig_atomic_t *interrupted)
{
    session->frontend = frontend;
    session->interrupted = interrupted;
    zm_set_screen(&session->zm, screen);
    zm_seed(&session->zm, session->seed);
    if (session->damaged && session->options->errors != 0)
        frontend->warn(frontend->context, session->why.text);
    if (session_start(session, &session->why) != 0)
        return SESSION_FAULT;
    tell_complaints(session);
    begin_keeping(session);
    session_begin_playthrough(session);
    while (!session->ended && !session_is_interrupted(session))
        fulfil(session, session->trace ? run_traced(session) : zm_run(&session->zm, BUDGET));
    if (session_is_interrupted(session))
        session->status = SESSION_INTERRUPTED;
    if (streams_flush(&session->streams) != 0)
        session_say(session, "The transcript or the recorded commands could not be written whole.");
    session_end_playthrough(session);
    return session->status;
}
