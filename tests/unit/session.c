/* Golmac: MIT licence, see LICENSE.

   The session as its host sees it: what it asks for, what it takes, and that it may be left at any of these places. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "frontends/base/utf.h"
#include "frontends/session/session.h"

/* A host that collects what it is shown. */
struct shown {
    struct session *session;
    struct options options;
    char text[1 << 16];
    size_t size;
    int window;
    bool pauses;        /* after each piece of text */
    unsigned prints;
};

static char folder[] = "/tmp/golmac-session.XXXXXX";

static void print(void *context, const zm_u16 *text, unsigned length)
{
    struct shown *shown = context;

    shown->prints++;
    if (shown->window == 0 && shown->size + length * UTF8_PER_UNIT < sizeof shown->text)
        shown->size += utf8_encode(shown->text + shown->size, text, length);
    shown->text[shown->size] = 0;
    if (shown->pauses)
        session_pause(shown->session);
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct shown *shown = context;

    (void)count;
    if (opcode == ZM_OP_set_window)
        shown->window = operand[0];
    return 0;
}

static void say(void *context, const char *text)
{
    struct shown *shown = context;

    shown->size += (size_t)snprintf(shown->text + shown->size, sizeof shown->text - shown->size, "[%s]\n", text);
    if (shown->pauses)
        session_pause(shown->session);
}

/* Saved games go to the test's folder. */
static void begin_with(struct shown *shown, const char *story, const struct session_host *like)
{
    struct session_host host = *like;
    struct zm_screen screen = { ZM_CAN_SPLIT | ZM_CAN_UNDO | ZM_CAN_TIMED, .width = 80, .height = 255, .font_width = 1,
                                .font_height = 1 };
    struct message why;

    memset(shown, 0, sizeof *shown);
    options_default(&shown->options);
    shown->options.story = story;
    shown->options.seed = 1;
    shown->options.restriction = folder;
    shown->options.keep_transcript = shown->options.keep_commands = 0;
    shown->options.begin_anew = true;
    shown->session = session_open(&shown->options, "golmac", &why);
    if (!shown->session)
        fail_msg("%s", why.text);
    host.context = shown;
    host.print = print;
    host.perform = perform;
    host.say = say;
    session_begin(shown->session, &host, &screen);
}

static void begin(struct shown *shown, const char *story)
{
    static const struct session_host plain;

    begin_with(shown, story, &plain);
}

static void begin_with_lists(struct shown *shown, const char *story)
{
    static const struct session_host lists = { .shows_lists = true, .keys = "Ctrl-A: one\nCtrl-B: two\n" };

    begin_with(shown, story, &lists);
}

/* Run until something is asked. */
static enum session_step run(struct shown *shown)
{
    enum session_step step;

    do
        step = session_run(shown->session);
    while (step == SESSION_WORKS);
    return step;
}

/* Forget what was shown, give a line, run. */
static enum session_step give(struct shown *shown, const char *line)
{
    shown->text[shown->size = 0] = 0;
    session_give_text(shown->session, line);
    return run(shown);
}

static void assert_shown(const struct shown *shown, const char *text)
{
    if (!strstr(shown->text, text))
        fail_msg("\"%s\" is not in \"%s\"", text, shown->text);
}

static const char cloak[] = "story-files/build/cloak.z5", timed[] = "story-files/build/timed.z5";
static struct shown shown;

/* ---- Lines and keys ---- */

static void asks_until_it_is_answered(void **state)
{
    static const zm_u16 look[] = { 'l', 'o', 'o', 'k' };
    unsigned i;

    (void)state;
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "Foyer of the Opera House");
    shown.text[shown.size = 0] = 0;
    for (i = 0; i < 3; i++) {
        session_give_key(shown.session, 'x');
        session_give_answer(shown.session, "x");
        session_give_choice(shown.session, 0);
        session_give_page(shown.session);
        assert_int_equal(session_run(shown.session), SESSION_LINE);
    }
    assert_string_equal(shown.text, "");
    session_give_line(shown.session, look, 4, 13);
    assert_string_equal(shown.text, ""); /* only session_run calls the host */
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "Foyer of the Opera House");
    session_close(shown.session);
}

static void says_what_the_line_may_be(void **state)
{
    struct session_request request;

    (void)state;
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    request = session_request(shown.session);
    assert_int_equal(request.interval, 0);
    assert_int_equal(request.length, 0);
    assert_in_range(request.limit, 40, LINE_MAX_UNITS);
    session_close(shown.session);
}

/* Time passes only when the host says so; a key may be a line's first character; commands are taken there, too. */
static void keys_and_time(void **state)
{
    (void)state;
    begin(&shown, timed);
    assert_int_equal(run(&shown), SESSION_KEY);
    assert_int_equal(session_request(shown.session).interval, 10);
    shown.text[shown.size = 0] = 0;
    session_give_timeout(shown.session);
    assert_int_equal(run(&shown), SESSION_KEY);
    assert_int_equal(give(&shown, "/seed"), SESSION_KEY);
    assert_shown(&shown, "[The seed is 1.]");
    session_give_command(shown.session, "/seed 7");
    assert_int_equal(run(&shown), SESSION_KEY);
    assert_int_equal(give(&shown, "/"), SESSION_LINE); /* nothing but a slash is a key */
    assert_shown(&shown, "Stopped with");
    assert_int_equal(give(&shown, "half past two"), SESSION_OVER);
    assert_shown(&shown, "You typed 13 characters.");
    session_close(shown.session);
}

/* ---- Questions ---- */

static void asks_for_a_file(void **state)
{
    struct session_question question;

    (void)state;
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "save"), SESSION_ANSWER);
    question = session_question(shown.session);
    assert_int_equal(question.topic, SESSION_ASKS_NAME);
    assert_int_equal(question.size, SESSION_ANSWER_SIZE);
    assert_string_equal(question.text, "Please enter a filename [cloak.qzl]: \nFile [cloak.qzl]: \nFile name: ");
    session_give_key(shown.session, 'x');
    assert_int_equal(session_run(shown.session), SESSION_ANSWER);
    session_give_answer(shown.session, NULL);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "failed");
    assert_int_equal(give(&shown, "save"), SESSION_ANSWER);
    assert_int_equal(give(&shown, "one"), SESSION_LINE);
    assert_shown(&shown, "Ok.");
    assert_int_equal(give(&shown, "/save one"), SESSION_ANSWER);
    assert_int_equal(session_question(shown.session).topic, SESSION_ASKS_OVERWRITE);
    assert_int_equal(give(&shown, "no"), SESSION_LINE);
    assert_shown(&shown, "[Not saved.]");
    assert_int_equal(give(&shown, "/save one"), SESSION_ANSWER);
    assert_int_equal(give(&shown, "Yes"), SESSION_LINE);
    assert_shown(&shown, "[Saved as one.]");
    session_close(shown.session);
}

/* The story opens a stream in the middle of its turn: the question comes before its next instruction, which finds out
   whether there is a transcript. */
static void asks_within_a_turn(void **state)
{
    (void)state;
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "script"), SESSION_ANSWER);
    assert_string_equal(shown.text, "");
    assert_int_equal(session_question(shown.session).topic, SESSION_ASKS_NAME);
    session_give_answer(shown.session, NULL);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "Attempt to begin transcript failed");
    assert_int_equal(zm_byte(session_machine(shown.session), 0x11) & 1, 0);
    assert_int_equal(give(&shown, "script"), SESSION_ANSWER);
    assert_int_equal(give(&shown, "two"), SESSION_LINE);
    assert_shown(&shown, "Start of a transcript");
    assert_int_equal(zm_byte(session_machine(shown.session), 0x11) & 1, 1);
    session_close(shown.session);
}

/* ---- Lists ---- */

static void offers_lists(void **state)
{
    const struct list_source *list;
    char row[200];

    (void)state;
    begin_with_lists(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "/help"), SESSION_CHOICE);
    list = session_list(shown.session);
    assert_null(list->verb);
    list->row(list->context, 0, row, sizeof row);
    assert_string_equal(row, "/help: this list");
    list->row(list->context, list->count - 1, row, sizeof row);
    assert_string_equal(row, "Ctrl-B: two");
    session_give_choice(shown.session, -1);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "west"), SESSION_LINE);
    assert_int_equal(give(&shown, "/timeline"), SESSION_CHOICE);
    list = session_list(shown.session);
    assert_int_equal(list->count, 2);
    assert_int_equal(list->first, 1);
    session_give_choice(shown.session, 2); /* no such row: none */
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_string_equal(shown.text, "");
    assert_int_equal(give(&shown, "/timeline"), SESSION_CHOICE);
    session_give_choice(shown.session, 0);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "[Turn 0.]");
    session_close(shown.session);
}

/* A saved game from a list, or a name that is typed after all. */
static void offers_saved_games(void **state)
{
    const struct list_source *list;

    (void)state;
    begin_with_lists(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "/save listed"), SESSION_LINE);
    assert_int_equal(give(&shown, "west"), SESSION_LINE);
    assert_int_equal(give(&shown, "restore"), SESSION_CHOICE);
    list = session_list(shown.session);
    assert_string_equal(list->verb, "restore");
    session_give_choice(shown.session, -1);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_shown(&shown, "failed");
    assert_int_equal(give(&shown, "restore"), SESSION_CHOICE);
    session_give_choice(shown.session, (int)session_list(shown.session)->count - 1);
    assert_int_equal(run(&shown), SESSION_ANSWER);
    assert_int_equal(give(&shown, "listed"), SESSION_LINE);
    assert_int_equal(give(&shown, "look"), SESSION_LINE);
    assert_shown(&shown, "Foyer");
    session_close(shown.session);
}

/* ---- Pages ---- */

/* All that is shown in a play with these lines. */
static void play(char *text, size_t size, const char *story, bool pauses)
{
    static const char *const lines[] = { "look", "/help", "/timeline all", "west", "save", "paged", "/undo", "/goto 0",
                                         "quit", "yes" };
    enum session_step step;
    unsigned next = 0, prints;
    size_t used;

    begin(&shown, story);
    shown.pauses = pauses;
    while ((step = session_run(shown.session)) != SESSION_OVER) {
        if (step == SESSION_PAGE) {
            used = shown.size;
            prints = shown.prints;
            session_give_text(shown.session, "not while a page is read");
            assert_int_equal(session_run(shown.session), SESSION_PAGE);
            assert_int_equal(shown.size, used);
            assert_int_equal(shown.prints, prints);
            session_give_page(shown.session);
        } else if (step == SESSION_ANSWER && session_question(shown.session).topic == SESSION_ASKS_OVERWRITE) {
            session_give_answer(shown.session, "y");
        } else if (step != SESSION_WORKS) {
            session_give_text(shown.session, next < sizeof lines / sizeof *lines ? lines[next++] : NULL);
        }
    }
    assert_int_equal(session_status(shown.session), SESSION_ENDED);
    snprintf(text, size, "%s", shown.text);
    session_close(shown.session);
}

/* A host that can show no more than one piece of text at a time sees the same play. */
static void pages_change_nothing(void **state)
{
    static const char *const stories[] = { cloak, timed, "story-files/build/noon.z3", "story-files/build/hello.z6" };
    static char whole[1 << 16], paged[1 << 16];
    size_t i;

    (void)state;
    for (i = 0; i < sizeof stories / sizeof *stories; i++) {
        play(whole, sizeof whole, stories[i], false);
        play(paged, sizeof paged, stories[i], true);
        assert_string_equal(paged, whole);
        assert_true(strlen(whole) > 20);
    }
}

/* ---- Leaving ---- */

/* Bring a new session to where it asks for this. */
static void bring_to(enum session_step step)
{
    begin_with_lists(&shown, step == SESSION_KEY ? timed : cloak);
    shown.pauses = step == SESSION_PAGE;
    assert_int_equal(run(&shown), step == SESSION_KEY || step == SESSION_PAGE ? step : SESSION_LINE);
    if (step == SESSION_ANSWER)
        assert_int_equal(give(&shown, "/record"), SESSION_ANSWER);
    else if (step == SESSION_CHOICE)
        assert_int_equal(give(&shown, "/timeline"), SESSION_CHOICE);
}

static void may_be_left_anywhere(void **state)
{
    int step, again;

    (void)state;
    for (step = SESSION_LINE; step < SESSION_OVER; step++) {
        bring_to((enum session_step)step);
        session_close(shown.session);
        bring_to((enum session_step)step);
        session_stop(shown.session, SESSION_INTERRUPTED);
        for (again = 0; again < 2; again++) {
            assert_int_equal(session_run(shown.session), SESSION_OVER);
            assert_int_equal(session_status(shown.session), SESSION_INTERRUPTED);
            session_give_text(shown.session, "look");
        }
        session_close(shown.session);
    }
    begin(&shown, cloak);
    session_close(shown.session); /* before it has run */
    begin(&shown, cloak);
    session_stop(shown.session, SESSION_ENDED);
    assert_int_equal(run(&shown), SESSION_OVER);
    session_close(shown.session);
    session_close(NULL);
}

static void ends_with_the_story(void **state)
{
    struct message why;

    (void)state;
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, "quit"), SESSION_LINE);
    assert_int_equal(give(&shown, "yes"), SESSION_OVER);
    assert_int_equal(session_status(shown.session), SESSION_ENDED);
    assert_string_equal(session_why(shown.session), "");
    session_close(shown.session);
    begin(&shown, cloak);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(give(&shown, NULL), SESSION_OVER); /* no more input */
    session_close(shown.session);
    options_default(&shown.options);
    assert_null(session_open(&shown.options, "golmac", &why));
    assert_string_equal(why.text, "there is no story to play");
}

/* ---- The disk ---- */

/* A turn is on the disk a second after the host has been told that there is time, whatever comes in between. */
static void idles(void **state)
{
    static const struct session_host careful = { .is_interactive = true, .idles = true };

    (void)state;
    begin_with(&shown, cloak, &careful);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(session_idle(shown.session, 5000), -1); /* the opening turn is no loss */
    assert_int_equal(give(&shown, "west"), SESSION_LINE);
    assert_int_equal(session_idle(shown.session, 6000), 1000);
    assert_int_equal(give(&shown, "east"), SESSION_LINE);
    assert_int_equal(session_idle(shown.session, 6400), 600);
    assert_int_equal(session_idle(shown.session, 6999), 1);
    assert_int_equal(session_idle(shown.session, 7000), -1);
    assert_int_equal(session_idle(shown.session, 9000), -1);
    assert_int_equal(give(&shown, "west"), SESSION_LINE);
    assert_int_equal(session_idle(shown.session, 9500), 1000);
    session_settle(shown.session);
    assert_int_equal(session_idle(shown.session, 9600), -1);
    session_close(shown.session);
}

/* ---- Tracing ---- */

struct trace { unsigned long count; zm_u32 first; };

static void note(void *context, zm_u32 address)
{
    struct trace *trace = context;

    if (trace->count++ == 0)
        trace->first = address;
}

static void traces_each_instruction(void **state)
{
    struct trace trace = { 0, 0 };
    unsigned long before;

    (void)state;
    begin(&shown, cloak);
    session_trace(shown.session, note, &trace);
    assert_int_equal(run(&shown), SESSION_LINE);
    assert_int_equal(trace.first, zm_word(session_machine(shown.session), 6));
    before = trace.count;
    assert_true(before > 1000);
    assert_int_equal(session_run(shown.session), SESSION_LINE);
    assert_int_equal(trace.count, before);
    session_close(shown.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_until_it_is_answered),
        cmocka_unit_test(says_what_the_line_may_be),
        cmocka_unit_test(keys_and_time),
        cmocka_unit_test(asks_for_a_file),
        cmocka_unit_test(asks_within_a_turn),
        cmocka_unit_test(offers_lists),
        cmocka_unit_test(offers_saved_games),
        cmocka_unit_test(pages_change_nothing),
        cmocka_unit_test(may_be_left_anywhere),
        cmocka_unit_test(ends_with_the_story),
        cmocka_unit_test(idles),
        cmocka_unit_test(traces_each_instruction),
    };
    char command[100];
    int failed;

    if (!mkdtemp(folder))
        return 1;
    setenv("XDG_DATA_HOME", folder, 1);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) != 0 || failed;
}
