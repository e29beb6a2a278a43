/* Golmac: MIT licence, see LICENSE.

   A session from its opening to its end, and the loop that runs it. */
#include "frontends/session/session_internal.h"
#include "frontends/host/story_data.h"

#include <stdlib.h>
#include <string.h>

enum { BUDGET = 200000 };

/* ---- Opening ---- */

/* A wrong checksum is told when there is a host to tell it. */
static int check_checksum(struct session *session, struct message *why)
{
    if (story_checksum_fits(&session->story))
        return 0;
    message_set(why, "%s: the checksum in the story's header does not match its bytes: the file may be damaged",
                session->story.path);
    session->why = *why;
    session->is_damaged = 1;
    return session->options->strict ? -1 : 0;
}

static unsigned script_width(const struct options *options)
{
    enum { SCRIPT_WIDTH = 80 };

    return options->script_width < 0 ? SCRIPT_WIDTH : (unsigned)options->script_width;
}

static int open_all(struct session *session, const char *program, struct message *why)
{
    const struct options *options = session->options;

    if (!options->story)
        return message_set(why, "there is no story to play");
    if (story_load(&session->story, options->story, why) != 0 || check_checksum(session, why) != 0
        || session_make_machine(session, why) != 0)
        return -1;
    if (files_init(&session->files, options->restriction, program) != 0
        || session_make_timeline(session, &session->timeline) != 0)
        return message_set(why, "there is no memory left");
    session->seed = options->seed < 0 ? session_entropy(NULL) & 0x7FFFFFFF : (zm_u32)options->seed;
    streams_init(&session->streams, script_width(options));
    return 0;
}

struct session *session_open(const struct options *options, const char *program, struct message *why)
{
    struct session *session = calloc(1, sizeof *session);

    if (!session) {
        message_set(why, "there is no memory left");
        return NULL;
    }
    session->options = options;
    session->settle_at = -1;
    journal_init(&session->journal);
    if (open_all(session, program, why) == 0)
        return session;
    session_close(session);
    return NULL;
}

void session_close(struct session *session)
{
    if (!session)
        return;
    session_drop_question(session);
    session_drop_choosing(session);
    session_drop_resuming(session);
    (void)journal_close(&session->journal); /* the player has been told if it was not written whole */
    streams_close(&session->streams);
    auto_transcript_close(&session->auto_transcript);
    history_close(&session->history);
    timeline_free(&session->timeline);
    files_free(&session->files);
    story_free(&session->story);
    free(session->turn.state);
    free(session->turn.screen);
    free(session->dynamic);
    free(session->stack);
    free(session);
}

/* ---- Beginning ---- */

/* What is kept of a play for the player, as far as he wants it. */
static void begin_keeping(struct session *session)
{
    const struct options *options = session->options;
    char *path;

    if (options->keep_transcript < 0 ? session->host.is_interactive : options->keep_transcript)
        auto_transcript_open(&session->auto_transcript, &session->story, script_width(options));
    if (!session->host.is_interactive)
        return;
    story_data_played(&session->story);
    path = options->keep_commands ? story_data_path(&session->story, "played", "commands") : NULL;
    history_open(&session->history, path);
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
        session_tell_warning(session, line.text);
    }
}

void session_begin(struct session *session, const struct session_host *host, const struct zm_screen *screen)
{
    session->host = *host;
    zm_set_screen(&session->zm, screen);
    zm_seed(&session->zm, session->seed);
}

static void begin(struct session *session)
{
    session->stage = STAGE_PLAYING;
    if (session->is_damaged && session->options->errors != 0)
        session_tell_warning(session, session->why.text);
    if (session_start(session, &session->why) != 0) {
        session->status = SESSION_FAULT;
        session->stage = STAGE_OVER;
        return;
    }
    tell_complaints(session);
    begin_keeping(session);
    session_begin_playthrough(session);
}

/* ---- The end ---- */

static void finish(struct session *session)
{
    session_drop_question(session);
    if (streams_flush(&session->streams) != 0)
        session_say(session, "The transcript or the recorded commands could not be written whole.");
    session_end_playthrough(session);
    session->stage = STAGE_OVER;
}

enum session_status session_status(const struct session *session)
{
    return session->status;
}

const char *session_why(const struct session *session)
{
    return session->why.text;
}

static void end_with_fault(struct session *session)
{
    char text[200];

    session_describe_fault(&session->zm.fault, text, sizeof text);
    message_set(&session->why, "%s: %s", session->story.path, text);
    session_fail(session);
}

/* ---- Running ---- */

void session_pause(struct session *session)
{
    session->is_paused = true;
    zm_pause(&session->zm);
}

void session_give_page(struct session *session)
{
    session->is_paused = false;
}

/* Whether something has asked for the machine to pause. */
static bool is_stopping(const struct session *session)
{
    return session->ended || session->is_paused || session->choosing.streams_due;
}

/* An instruction at a time, where each is to be known. */
static enum zm_state run_traced(struct session *session)
{
    struct zm *zm = &session->zm;
    enum zm_state state = ZM_BUDGET;
    int i;

    for (i = 0; i < BUDGET && state == ZM_BUDGET && !is_stopping(session); i++) {
        if (zm->state == ZM_RUNNING)
            session->trace(session->trace_context, zm_next_instruction(zm));
        state = zm_run(zm, 1);
    }
    return state;
}

/* Do what the machine has stopped for. Returns false if the host should look after other things before the session
   goes on. */
static bool fulfil(struct session *session, enum zm_state state)
{
    switch (state) {
    case ZM_BUDGET: return session_open_due_streams(session);
    case ZM_NEED_LINE: return session_need_line(session);
    case ZM_NEED_KEY: return session_need_key(session);
    case ZM_SAVE: session_save(session); break;
    case ZM_RESTORE: session_restore(session); break;
    case ZM_SAVE_UNDO: session_save_undo(session); break;
    case ZM_RESTORE_UNDO: session_restore_undo(session); break;
    case ZM_FAULT: end_with_fault(session); break;
    case ZM_QUIT:
        session_leave_question(session);
        session->ended = true;
        break;
    }
    return true;
}

/* Begin, or do what comes of what the host has given. */
static void advance(struct session *session)
{
    enum given_kind given = session->given.kind;

    session->given.kind = GIVEN_NOTHING;
    session->wanted.step = SESSION_WORKS;
    if (session->stage == STAGE_NEW)
        begin(session);
    else if (given == GIVEN_ANSWER || given == GIVEN_CHOICE)
        session_take_answer(session);
    else if (given != GIVEN_NOTHING)
        session_take_input(session, given);
}

/* What the session needs from the host before it can go on. */
static enum session_step needed(const struct session *session)
{
    if (session->is_paused)
        return SESSION_PAGE;
    if (session->stage == STAGE_OVER)
        return SESSION_OVER;
    return session->asking.step ? session->asking.step : session->wanted.step;
}

enum session_step session_run(struct session *session)
{
    bool goes_on = true;

    if (!session->is_paused && session->stage != STAGE_OVER && !session->ended)
        advance(session);
    if (session->ended && session->stage != STAGE_OVER && !session->is_paused)
        finish(session);
    while (goes_on && needed(session) == SESSION_WORKS) {
        enum zm_state state = session->trace ? run_traced(session) : zm_run(&session->zm, BUDGET);

        if (!session->is_paused) /* else the machine stands at the same stop when the page has been read */
            goes_on = fulfil(session, state);
        if (session->ended && !session->is_paused)
            finish(session);
    }
    return needed(session);
}

/* ---- Time ---- */

/* Several turns go to the disk at once if they come quickly: waiting for the disk costs more than playing a turn. */
enum { SETTLE_WITHIN = 1000 };

int session_idle(struct session *session, long long now)
{
    if (!journal_is_unsettled(&session->journal))
        session->settle_at = -1;
    else if (session->settle_at < 0)
        session->settle_at = now + SETTLE_WITHIN;
    if (session->settle_at >= 0 && now >= session->settle_at)
        session_settle(session);
    return session->settle_at < 0 ? -1 : (int)(session->settle_at - now);
}

void session_settle(struct session *session)
{
    journal_settle(&session->journal);
    session->settle_at = -1;
}

/* There is nobody to tell how that went: the save is there, or it is not. */
void session_rescue(struct session *session)
{
    struct message why;
    char name[NAME_SIZE], *path;

    if (journal_is_open(&session->journal) && !session->journal_behind)
        return;
    snprintf(name, sizeof name, "%.200s-hangup.qzl", session->story.name);
    path = files_path(&session->files, name, &why);
    if (path)
        (void)save_write(path, &session->zm, &why);
    free(path);
}

/* ---- Looking in ---- */

struct zm *session_machine(struct session *session) { return &session->zm; }
const struct story *session_story(const struct session *session) { return &session->story; }
const struct options *session_options(const struct session *session) { return session->options; }
const struct timeline *session_timeline(const struct session *session) { return &session->timeline; }
const struct history *session_history(const struct session *session) { return &session->history; }
bool session_is_replaying(const struct session *session) { return session->streams.replay != NULL; }

void session_trace(struct session *session, void (*trace)(void *context, zm_u32 address), void *context)
{
    session->trace = trace;
    session->trace_context = context;
}
