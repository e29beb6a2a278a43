/* Golmac: MIT licence, see LICENSE.

   One story being played, as whoever shows it sees it: the machine with its files, undo, journal, transcripts and the
   commands that a player gives the interpreter. This header is all that a host needs.

   The session never waits. It runs until it needs something, says what, and goes on when it has been given that. The
   life of a host:

     session = session_open(&options, "myhost", &why);     NULL: why says what is wrong with the story
     session_begin(session, &host, &screen);               host: functions that show text; screen: its size
     for (;;) switch (session_run(session)) {
       SESSION_WORKS    nothing: the story works on. Call session_run again, now or later
       SESSION_LINE     session_give_line, or session_give_text for UTF-8: what session_request describes
       SESSION_KEY      session_give_key
       SESSION_ANSWER   session_give_answer: an answer to session_question
       SESSION_CHOICE   session_give_choice: a row of session_list. Only hosts that show lists are asked for this
       SESSION_PAGE     session_give_page, when the player has read what the view holds. Only after session_pause
       SESSION_OVER     nothing more: see session_status, session_why
     }
     session_close(session);

   A host that may block waits for the player in this loop (drive.h is such a loop). One that has an event loop of its
   own returns to it and calls session_run when an answer has come; it may play as many sessions as it likes. Until an
   answer is given session_run asks for the same again. An answer that was not asked for is ignored.

   Only session_begin and session_run call the host's functions, which must not call session_run. All text is UTF-16 as
   the machine gives it, with new lines as 10, or UTF-8.

   options is what a command line says (options.h): options_default, then options_override for words of a user, or
   options.story = path. A host is compiled with the root and interp/ as folders of headers, and linked with what make
   has built of base/, formats/, host/, timeline/ and session/, and libgolmac.a: tests/hosts/hosts.t has the command,
   tests/hosts/turns.c a whole host. */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include "frontends/base/message.h"
#include "frontends/formats/saved_screen.h"
#include "frontends/formats/story.h"
#include "frontends/host/options.h"
#include "interp/zmachine.h"

struct session;
struct timeline;
struct history;

/* The longest line, in UTF-16 units, and the longest answer, in bytes with the zero at its end. */
enum { LINE_MAX_UNITS = 1024, SESSION_ANSWER_SIZE = 256 };

/* A key that is no character: KEY_SPECIAL + its ZSCII code (3.8.4: 129 to 154, 252 to 254). */
#define KEY_SPECIAL 0x10000u

/* What session_run returns: what the session needs to go on. */
enum session_step {
    SESSION_WORKS, SESSION_LINE, SESSION_KEY, SESSION_ANSWER, SESSION_CHOICE, SESSION_PAGE, SESSION_OVER
};

/* How a play ended: the program's exit status. */
enum session_status { SESSION_ENDED = 0, SESSION_FAULT = 1, SESSION_USAGE = 2, SESSION_INTERRUPTED = 130 };

/* ---- What a host does for the session: it shows things ---- */

/* print, perform and say have to be there; others may be NULL, with the effect that is told of each. */
struct session_host {
    void *context;          /* handed to each function */
    const char *keys;       /* what keys do, a line each, ended by 10, UTF-8; NULL: what is printed on them */
    bool is_interactive;    /* somebody sits there and types: a journal and a transcript are kept, and what was typed is
                               remembered. A script leaves nothing behind */
    bool shows_lists;       /* SESSION_CHOICE can be answered; else lists are said, and rows asked for by number */
    bool idles;             /* session_idle is called before the host waits: then turns need not wait for the disk */

    /* Text of the story, for the window that the last set_window (see perform) has chosen: 0, the lower one, at first.
       The upper window, 1, is where most stories write the room and the score. */
    void (*print)(void *context, const zm_u16 *text, unsigned length);

    /* An opcode that concerns the screen, such as set_window, or show_status in versions 1 to 3: struct zm_host says
       what each means and which results matter. A host may pass over any and return 0. Restart comes here as well. */
    zm_u16 (*perform)(void *context, unsigned opcode, zm_u16 *operand, unsigned count);

    /* A remark of the session's own: a paragraph, on lines of its own. */
    void (*say)(void *context, const char *text);

    /* Something is wrong with the story, but it goes on. NULL: it is said. */
    void (*warn)(void *context, const char *text);

    /* Show a line that was not typed but replayed, as if it had been typed. NULL: it is printed. */
    void (*show_line)(void *context, const zm_u16 *text, unsigned length);

    /* Input is asked for again after remarks: show the story's prompt once more. NULL: it is not shown. */
    void (*show_prompt)(void *context);

    /* The player asks to be told the status line or the upper window (/status). NULL: the player is told that there is
       none. */
    void (*show_status)(void *context);

    /* Whether text printed now belongs in transcripts: it goes to the lower window, or in version 6 to one whose
       attribute 2 says so (8.8.3.1). NULL: all of it does. */
    bool (*transcribes)(void *context);

    /* The screen as it is, as bytes to be kept with a turn (formats/saved_screen.h); they stay until the next call. The
       place that lists of turns show is read from them. NULL: none is kept, and turns are listed without a place. */
    void (*keep_screen)(void *context, struct saved_screen_bytes *bytes);

    /* Have such a screen again, whatever is in the bytes. text: what the story printed last; print: it is not on the
       screen and is to be seen. NULL: it is printed, if so. */
    void (*recall_screen)(void *context, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                          bool print);

    /* The story has restored a saved game, which says nothing of the screen: in version 3 the upper window goes
       (8.6.1.3). NULL: there is none. */
    void (*was_restored)(void *context);
};

/* ---- Beginning and end ---- */

/* Load the story of the options and make a machine for it. The options must stay until session_close. program: the path
   that the program was started by, argv[0], which tells where saved games go. NULL: why says what is wrong. */
struct session *session_open(const struct options *options, const char *program, struct message *why);

/* Show the story on this host, whose screen is described (zmachine.h): height 255 is a screen without end, which never
   needs [MORE]. host is copied, its context must stay. Once, before session_run. */
void session_begin(struct session *session, const struct session_host *host, const struct zm_screen *screen);

/* Run until something is needed, or for a millisecond or two. */
enum session_step session_run(struct session *session);

/* The play is to end with this status: there is no more input, the player wants it, a signal has come. session_run does
   what is left to do, then returns SESSION_OVER. May be called by the host's functions. */
void session_stop(struct session *session, enum session_status status);

/* After SESSION_OVER: how the play ended; what ended it, to be told to the player, if that is SESSION_FAULT. */
enum session_status session_status(const struct session *session);
const char *session_why(const struct session *session);

/* Free everything; also before the play is over: what was not written then is written. NULL is allowed. */
void session_close(struct session *session);

/* ---- SESSION_LINE, SESSION_KEY ---- */

struct session_request {
    unsigned interval;      /* tenths of a second after which session_give_timeout is due; 0: never */
    unsigned limit;         /* of a line: the units that it may have, those left over included */
    unsigned length;        /* of what is left over from an interrupted line; the story has shown it already */
    const zm_u16 *text;
};
struct session_request session_request(const struct session *session);

/* The line typed, what was left over at its start unless the player changed it, and the ZSCII key that ended it: 13,
   or one that zm_is_terminator allows. A line that begins with a slash is a command to the interpreter, unless the
   options say that there are none. */
void session_give_line(struct session *session, const zm_u16 *text, unsigned length, zm_u8 terminator);

/* A line of UTF-8 for whatever is asked for, for hosts that read lines. At SESSION_LINE it follows what was left
   over, ended by the return key; at SESSION_KEY its first character is the key, an empty one is the return key, and
   one that begins with a slash, with more behind it, is a command; at SESSION_ANSWER it is the answer. NULL: there is
   no more input, the play ends. */
void session_give_text(struct session *session, const char *text);

/* The key typed: a Unicode character (13: return, 8: delete, 27: escape), or KEY_SPECIAL + ZSCII. */
void session_give_key(struct session *session, unsigned key);

/* A command to the interpreter, with its slash, instead of a line or a key, whatever the options say of slashes. */
void session_give_command(struct session *session, const char *command);

/* The interval has passed. */
void session_give_timeout(struct session *session);

/* ---- SESSION_ANSWER ---- */

enum session_topic { SESSION_ASKS_NAME, SESSION_ASKS_OVERWRITE, SESSION_ASKS_TO_GO_ON, SESSION_ASKS_ROW };

struct session_question {
    enum session_topic topic;
    const char *text;       /* in one wording, or in several, each but the last ended by 10, the longest first: a screen
                               takes the first that fits its row, others the first */
    unsigned size;          /* the answer is cut to fewer bytes than this */
};
struct session_question session_question(const struct session *session);

/* A line in UTF-8; NULL: the player gives none. */
void session_give_answer(struct session *session, const char *answer);

/* ---- SESSION_CHOICE ---- */

/* Rows to look at or to choose from: saves, turns, stories. All text is UTF-8 of at most size - 1 bytes. */
struct list_source {
    void *context;          /* handed to each function */
    const char *title;
    const char *verb;       /* what Return does with a row: "restore"; NULL: nothing, the rows are only looked at */
    unsigned count, first;  /* rows; the one that is chosen at first */
    void (*row)(void *context, unsigned row, char *line, size_t size);
    void (*preview)(void *context, unsigned row, char *text, size_t size);  /* what the row stands for; NULL: none */
};

/* It stays until the choice is given. */
const struct list_source *session_list(const struct session *session);

/* A row; -1: none of them. */
void session_give_choice(struct session *session, int row);

/* ---- SESSION_PAGE ---- */

/* For print, say and the host's other functions: the view holds as much as the player can read at once. The session
   stops after the instruction that runs, which may still print more, and session_run returns SESSION_PAGE until
   session_give_page. */
void session_pause(struct session *session);
void session_give_page(struct session *session);

/* ---- Time ---- */

/* Have what is due done: above all, wait for the disk to have the turns that were written. For hosts that idle, to be
   called before they wait; now: of any clock, in milliseconds. Returns in how many milliseconds to call again at the
   latest; -1: there is nothing to do. */
int session_idle(struct session *session, long long now);

/* Have it done at once: the host will be suspended. */
void session_settle(struct session *session);

/* Nobody will ever come back to this play: save the game beside the others, as STORY-hangup.qzl, if the journal lacks
   a turn. At SESSION_LINE or SESSION_KEY. */
void session_rescue(struct session *session);

/* ---- Looking in ---- */

/* The machine: to tell it of the mouse, of sounds that have ended, of another size of the screen. */
struct zm *session_machine(struct session *session);
const struct story *session_story(const struct session *session);
const struct options *session_options(const struct session *session);

/* The turns so far: timeline_turn (timeline.h) tells the command, the place and the text of each. The lines typed, for
   an editor (history.h). */
const struct timeline *session_timeline(const struct session *session);
const struct history *session_history(const struct session *session);

/* Whether commands are read from a file: then nobody reads along. */
bool session_is_replaying(const struct session *session);

/* Have trace called with the address of each instruction before it is executed. Before session_begin. */
void session_trace(struct session *session, void (*trace)(void *context, zm_u32 address), void *context);

#endif
