/* Golmac: MIT licence, see LICENSE.

   Playing a test: the session asks for a line or a key; then what the step before led to is checked, and the next
   step answers. */
#include "frontends/tools/goltest/play.h"
#include "frontends/tools/goltest/check.h"
#include "frontends/session/session.h"
#include "frontends/base/utf.h"
#include "frontends/plain/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Tests that include each other; a story that works without end (in budgets of the session's), or prints so (in
   bytes). */
enum { DEPTH = 50, WORK_MAX = 1000, OUTPUT_MAX = 16 * 1024 * 1024, RETURN_KEY = 13, MOUSE_CLICK = 254 };

struct play {
    struct plain plain;         /* the first: a frontend's functions get it as their context */
    const struct play_request *request;
    struct result *result;
    struct session *session;
    VECTOR(const struct step *) steps;
    int next;
    const struct step *step;    /* the one whose output is being made */
    struct bytes output;        /* since it */
    bool checked;               /* its checks have been run */
    struct wrap page;           /* the transcript's lines */
    zm_u16 *units;              /* room for the upper window; NULL: not needed yet */
    struct bytes status;        /* what stands in it */
    int work;                   /* budgets of instructions since the story asked for something */
    bool ended;                 /* the test cannot go on */
};

/* ---- Failures ---- */

static const char *text_of(struct bytes *bytes)
{
    bytes_add(bytes, 0);
    bytes->count--;
    return (const char *)bytes->at;
}

static struct failure *add_failure(struct play *play, const struct check *check, const char *output)
{
    struct failure *failure = vector_add(play->result->arena, &play->result->failures);

    failure->check = check;
    failure->step = play->step;
    failure->turn = play->result->commands;
    failure->at = play->result->log.count;
    failure->output = arena_string(play->result->arena, output, strlen(output));
    if (!check || check->vital || play->request->vital)
        play->ended = true;
    return failure;
}

static void end_test(struct play *, const char *, ...) __attribute__((format(printf, 2, 3)));

static void end_test(struct play *play, const char *format, ...)
{
    struct failure *failure = add_failure(play, NULL, text_of(&play->output));
    va_list arguments;

    va_start(arguments, format);
    failure->reason = arena_vformat(play->result->arena, format, arguments);
    va_end(arguments);
}

/* ---- Text ---- */

static void add_units(struct bytes *bytes, const zm_u16 *text, unsigned length)
{
    char utf8[UTF8_PER_UNIT * 256];
    unsigned part;

    for (; length; length -= part, text += part) {
        part = length < 256 ? length : 256;
        if (part < length && utf16_is_high(text[part - 1]))
            part--; /* not between the halves of a pair */
        bytes_add_block(bytes, utf8, (int)utf8_encode(utf8, text, part));
    }
}

static void put_page(void *context, const zm_u16 *text, unsigned length)
{
    struct play *play = context;

    add_units(&play->result->transcript, text, length);
}

static void put_text(void *context, const zm_u16 *text, unsigned length)
{
    struct play *play = context;

    if (play->output.count > OUTPUT_MAX) {
        if (!play->ended)
            end_test(play, "the story prints without end");
        session_stop(play->session, SESSION_ENDED);
        return;
    }
    add_units(&play->output, text, length);
    play->page.by_word = play->plain.wrap.by_word;
    wrap_text(&play->page, text, length);
}

/* What was typed, in the log and, if wanted, in the transcript; with it the line ends. */
static void show_command(struct play *play, const char *text)
{
    wrap_flush(&play->page);
    bytes_format(&play->result->log, "%s\n", text);
    if (play->request->echo)
        bytes_format(&play->result->transcript, "%s", text);
    if (play->request->echo || !wrap_at_start(&play->page))
        bytes_add(&play->result->transcript, '\n');
    wrap_newline_seen(&play->page);
    wrap_newline_seen(&play->plain.wrap);
}

/* ---- Checks ---- */

enum { UPPER_UNITS = UPPER_ROWS * (UPPER_COLUMNS + 1) };

/* The rows of the upper window and the status line. */
static const char *read_status(struct play *play)
{
    if (!play->units)
        play->units = ARENA_ARRAY(play->result->arena, zm_u16, UPPER_UNITS);
    play->status.count = 0;
    add_units(&play->status, play->units, plain_read_upper(&play->plain, play->units, UPPER_UNITS));
    return text_of(&play->status);
}

/* One of them, from 1 on; "" if there are not so many. */
static const char *row_of(struct play *play, const char *status, int row)
{
    for (; row > 1 && *status; row--)
        status += strcspn(status, "\n") + 1;
    return arena_string(play->result->arena, status, strcspn(status, "\n"));
}

static void run_checks(struct play *play)
{
    const struct checks *checks = &play->step->checks;
    const char *output = text_of(&play->output), *status = NULL;
    int i;

    for (i = 0; i < checks->count && !play->ended; i++) {
        const struct check *check = &checks->at[i];
        const char *text = output;

        if (check->status && !status)
            status = read_status(play);
        if (check->status)
            text = check->row ? row_of(play, status, check->row) : status;
        if (!check_holds(check, text))
            add_failure(play, check, text);
    }
}

/* The step has led to all that it leads to. */
static void finish_step(struct play *play)
{
    if (play->checked)
        return;
    play->checked = true;
    wrap_flush(&play->plain.wrap);
    bytes_add_block(&play->result->log, play->output.at, play->output.count);
    run_checks(play);
    play->output.count = 0;
}

/* ---- Steps ---- */

/* "{arrange} 640 480": pixels, of which a character has 10 by 12. */
static void arrange(struct play *play, const char *text)
{
    struct zm_screen *screen = &play->plain.screen;
    unsigned width = 0, height = 0;
    int count = sscanf(text, "%u %u", &width, &height);

    if (count < 1 || width < 10 || width / 10 > UPPER_COLUMNS || (count > 1 && (height < 12 || height / 12 > 254))) {
        end_test(play, ">{arrange} takes the width of the screen in pixels, and its height: there are 10 by 12 in a "
                 "character");
        return;
    }
    screen->width = (zm_u16)(width / 10);
    if (count > 1)
        screen->height = (zm_u16)(height / 12);
    plain_upper_free(&play->plain.upper);
    if (plain_upper_init(&play->plain.upper, screen->width, screen->height) != 0)
        end_test(play, "there is no memory left");
    zm_set_screen(session_machine(play->session), screen);
}

/* The next step that answers the story, which asks for something; NULL: the test is over. */
static const struct step *next_step(struct play *play)
{
    play->work = 0;
    finish_step(play);
    while (!play->ended && play->next < play->steps.count) {
        play->step = play->steps.at[play->next++];
        play->checked = false;
        if (play->step->kind == STEP_arrange)
            arrange(play, play->step->text);
        else if (play->step->kind != STEP_refresh)
            return play->step;
        finish_step(play);
    }
    return NULL;
}

/* The story asks for something else than the script has. */
static enum input_result mismatch(struct play *play, const char *wanted)
{
    char text[200];

    script_describe_step(play->step, text, sizeof text);
    end_test(play, "the story waits for %s, the script has %s", wanted, text);
    return INPUT_END;
}

static enum input_result pass_time(struct play *play, const struct input *input, const char *wanted)
{
    return input->interval ? INPUT_TIMEOUT : mismatch(play, wanted);
}

static int click(struct play *play)
{
    unsigned x, y;

    if (sscanf(play->step->text, "%u %u", &x, &y) != 2 || x > 0xFFFF || y > 0xFFFF) {
        end_test(play, ">{mouse} takes two numbers, the column and the row, from 1 on");
        return -1;
    }
    zm_set_mouse(session_machine(play->session), (zm_u16)x, (zm_u16)y);
    return 0;
}

static enum input_result give_line(struct play *play, struct input *input)
{
    const char *text = play->step->text;

    input->length +=
        (unsigned)utf8_decode(input->text + input->length, LINE_MAX_UNITS - input->length, text, strlen(text));
    input->terminator = RETURN_KEY;
    play->result->commands++;
    show_command(play, text);
    return INPUT_DONE;
}

/* A key that ends a line. */
static enum input_result end_line(struct play *play, struct input *input, unsigned key)
{
    if (key > 255 || !zm_is_terminator(input->zm, (zm_u8)key))
        return mismatch(play, "a line");
    input->terminator = (zm_u8)key;
    play->result->commands++;
    show_command(play, "");
    return INPUT_DONE;
}

static enum input_result read_line(void *context, struct input *input)
{
    struct play *play = context;
    const struct step *step = next_step(play);
    unsigned key;

    switch (step ? step->kind : STEP_start) {
    case STEP_start: return INPUT_END;
    case STEP_line: return give_line(play, input);
    case STEP_timer: return pass_time(play, input, "a line, without a timer");
    case STEP_mouse: return click(play) == 0 ? end_line(play, input, MOUSE_CLICK) : INPUT_END;
    case STEP_key:
        if (script_key(step->text, &key) == 0)
            return end_line(play, input, key & 0xFFFF);
        return mismatch(play, "a line");
    default: return mismatch(play, "a line");
    }
}

/* ---- Keys ---- */

static enum input_result give_key(struct play *play, struct input *input, unsigned key)
{
    if (key < KEY_SPECIAL && key != RETURN_KEY && key != 8 && key != 27 && !zm_to_zscii(input->zm, (zm_u16)key)) {
        end_test(play, "the story's characters have no such key: %s", play->step->text);
        return INPUT_END;
    }
    input->key = key;
    play->result->commands++;
    show_command(play, "");
    return INPUT_DONE;
}

static enum input_result read_key(void *context, struct input *input)
{
    struct play *play = context;
    const struct step *step = next_step(play);
    unsigned key;

    switch (step ? step->kind : STEP_start) {
    case STEP_start: return INPUT_END;
    case STEP_timer: return pass_time(play, input, "a key, without a timer");
    case STEP_mouse: return click(play) == 0 ? give_key(play, input, KEY_SPECIAL + MOUSE_CLICK) : INPUT_END;
    case STEP_key:
        if (script_key(step->text, &key) == 0)
            return give_key(play, input, key);
        end_test(play, "the Z-machine has no key called %s", step->text);
        return INPUT_END;
    default: return mismatch(play, "a key: >{char}");
    }
}

/* ---- What the host asks and says ---- */

/* Files of a test are its own: there is nothing to lose. A plain line names a file, too, as for other interpreters. */
static int ask(void *context, const struct session_question *question, char *answer)
{
    struct play *play = context;
    const struct step *step;

    if (question->topic == SESSION_ASKS_OVERWRITE) {
        snprintf(answer, question->size, "yes");
        return 0;
    }
    bytes_format(&play->output, "%.*s", (int)strcspn(question->text, "\n"), question->text);
    step = next_step(play);
    if (step && step->kind != STEP_file && step->kind != STEP_line)
        mismatch(play, "a file name: >{fileref_prompt}");
    if (!step || play->ended)
        return -1;
    snprintf(answer, question->size, "%s", step->text);
    show_command(play, answer);
    return 0;
}

static void say(void *context, const char *text)
{
    struct play *play = context;

    bytes_format(&play->output, "[%s]\n", text);
}

static void show_line(void *context, const zm_u16 *text, unsigned length)
{
    (void)context; /* a replayed line: no test replays */
    (void)text;
    (void)length;
}

static void show_nothing(void *context)
{
    (void)context;
}

static int work(void *context)
{
    struct play *play = context;

    if (++play->work > WORK_MAX && !play->ended) {
        finish_step(play);
        end_test(play, "the story works on without end");
    }
    return play->ended;
}

static void connect(struct play *play, struct session_host *host, struct blocking_host *blocking)
{
    plain_connect(&play->plain, host, blocking);
    host->is_interactive = false;
    host->say = say;
    host->warn = say;
    host->show_line = show_line;
    host->show_prompt = show_nothing;
    host->show_status = show_nothing;
    blocking->read_line = read_line;
    blocking->read_key = read_key;
    blocking->ask = ask;
    blocking->work = work;
}

/* ---- A test ---- */

/* The steps of the test and of those it includes, in the order they are taken. */
static void collect(struct play *play, const struct steps *steps, int from, int depth)
{
    int i;

    for (i = from; i < steps->count; i++) {
        const struct step *step = &steps->at[i];

        if (step->kind != STEP_include)
            *vector_add(play->result->arena, &play->steps) = step;
        else if (depth < DEPTH)
            collect(play, &script_find(play->request->script, step->text)->steps, 1, depth + 1);
        else if (!play->ended)
            end_test(play, "tests include each other without end");
    }
}

/* After the last step, or when the story has ended before it. */
static void finish_test(struct play *play, enum session_status status)
{
    char text[200];

    if (status == SESSION_INTERRUPTED)
        play->ended = true;
    if (!play->ended)
        finish_step(play);
    if (!play->ended && status == SESSION_FAULT) {
        end_test(play, "%s", session_why(play->session));
    } else if (!play->ended && play->next < play->steps.count) {
        script_describe_step(play->steps.at[play->next], text, sizeof text);
        end_test(play, "the story has ended before %s", text);
    }
    wrap_flush(&play->page);
    if (!wrap_at_start(&play->page))
        bytes_add(&play->result->transcript, '\n');
}

/* Count what is reached, if that is wanted. 0, or -1: that cannot be done. */
static int trace(struct play *play)
{
    struct coverage *coverage = play->request->coverage;

    if (!coverage)
        return 0;
    if (!coverage_is_of(coverage, session_story(play->session))) {
        end_test(play, "coverage is of %s, the test plays %s: use a script for each story", coverage->story,
                 session_story(play->session)->path);
        return -1;
    }
    session_trace(play->session, coverage_count, coverage);
    return 0;
}

static void run_session(struct play *play)
{
    const struct play_request *request = play->request;
    struct session_host host;
    struct blocking_host blocking;

    if (plain_init(&play->plain, session_machine(play->session), request->options, request->interrupted) != 0) {
        end_test(play, "there is no memory left");
        return;
    }
    wrap_init(&play->plain.wrap, 0, put_text, play);
    wrap_init(&play->page, play->plain.screen.width, put_page, play);
    connect(play, &host, &blocking);
    session_begin(play->session, &host, &play->plain.screen);
    finish_test(play, session_drive(play->session, &blocking));
    plain_free(&play->plain);
}

void play_test(struct result *result, const struct play_request *request)
{
    struct play *play = arena_alloc(result->arena, sizeof *play);
    struct message why = { "" };

    play->request = request;
    play->result = result;
    play->output.arena = play->status.arena = result->log.arena = result->transcript.arena = result->arena;
    play->step = &request->test->steps.at[0];
    play->next = 1;
    collect(play, &request->test->steps, 0, 0);
    if (request->script->precommands.count > 0) {
        play->steps.count = 1;
        collect(play, &request->script->precommands, 0, 0);
        collect(play, &request->test->steps, 1, 0);
    }
    if (play->ended)
        return;
    play->session = session_open(request->options, "goltest", &why);
    if (!play->session) {
        end_test(play, "%s", why.text);
        return;
    }
    if (trace(play) == 0)
        run_session(play);
    session_close(play->session);
}
