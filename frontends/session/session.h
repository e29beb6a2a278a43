/* Golmac: MIT licence, see LICENSE.

   One story being played: the machine, its memory, its files, its undo, and the frontend it is shown on. The session
   owns the loop: it runs the machine, answers what the machine asks for, and hands the rest to the frontend.

     session_open(...)   story loaded, machine made
     session_play(...)   until the story quits, input ends or a fault stops it
     session_close(...)

   Files: session.c (the loop), input.c (lines and keys), requests.c (saving, restoring, streams), keep.c (turns, undo),
   writing.c (turns to the disk), playthrough.c (journals, resuming), plays.c (which there are), errands.c (what is asked
   instead of a play), commands.c (what the player asks of the interpreter), travel.c (of the timeline), notes.c (the
   player's notes), warnings.c (a story's mistakes). */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <signal.h>
#include "frontends/session/diary.h"
#include "frontends/base/files.h"
#include "frontends/session/frontend.h"
#include "frontends/timeline/journal.h"
#include "frontends/session/moment.h"
#include "frontends/host/options.h"
#include "frontends/session/recall.h"
#include "frontends/session/save.h"
#include "frontends/formats/story.h"
#include "frontends/session/streams.h"
#include "frontends/timeline/timeline.h"

/* What the story has printed since the last turn: the end of it, in UTF-16. */
struct told { zm_u16 text[6000]; unsigned length; };

/* How a play ended: the program's exit status. */
enum session_status { SESSION_ENDED = 0, SESSION_FAULT = 1, SESSION_USAGE = 2, SESSION_INTERRUPTED = 130 };

/* The kinds of file that a name is asked for; each remembers its last name. */
enum file_kind { FILE_SAVE, FILE_TABLE, FILE_TRANSCRIPT, FILE_RECORD, FILE_KINDS };

struct session {
    struct zm zm;
    struct story story;
    const struct options *options;
    const struct frontend *frontend;
    volatile sig_atomic_t *interrupted;     /* set by a signal; NULL: never */
    void (*trace)(void *context, zm_u32 address);   /* set before session_play: called with the address of each
                                               instruction before it is executed; NULL: not */
    void *trace_context;
    struct files files;
    struct streams streams;
    struct diary diary;
    struct recall recall;                   /* the lines typed, for the frontend's editor */
    struct timeline timeline;
    struct journal journal;
    struct journal_story described;         /* what journals say of the story, if it is_described */
    int is_described;
    struct told told;
    char command[RECORD_COMMAND_MAX + 1];   /* what was typed at the last turn, in UTF-8 */
    char last_name[FILE_KINDS][256];
    unsigned char chosen[FILE_KINDS];       /* the last name was the player's choice */
    unsigned char warned[ZM_ERROR_count];   /* warnings given once */
    zm_u8 *dynamic;
    zm_u16 *stack;
    unsigned char *moment;                  /* the last one taken */
    zm_u32 moment_room, seed;
    unsigned char *screen;                  /* at the last turn: SAVED_SCREEN bytes and the painted screen; allocated */
    zm_u32 painted_size;
    int keeps_journal;                      /* of this play: it is written as soon as it can be */
    unsigned journal_behind;                /* copies of it that could not be written at the last turn */
    int interactive;                        /* somebody sits there and types (set before session_play): what was typed is
                                               remembered, and a transcript kept; a script leaves nothing behind */
    int settles;                            /* the frontend calls journal_settle when there is time (set with it) */
    int turn_kept;                          /* the input that is waited for is the timeline's current turn */
    int asked_again;                        /* the story's prompt must be shown once more */
    int damaged;                            /* the story's checksum is wrong */
    int ended;
    enum session_status status;
    struct message why;                     /* at the end, what ended the play, if status is SESSION_FAULT */
};

/* Load the story of the options and make a machine for it. Returns 0, or -1 saying why not. */
int session_open(struct session *session, const struct options *options, const char *program, struct message *why);

/* Show the story on the frontend, whose screen is described, until it ends. After SESSION_FAULT session->why is to
   be told to the player. */
enum session_status session_play(struct session *session, const struct frontend *frontend,
                                 const struct zm_screen *screen, volatile sig_atomic_t *interrupted);
void session_close(struct session *session);

/* Before a play: have handler called, once, when the system asks the program to end (SIGINT, SIGTERM, SIGHUP). A file that
   grows too large is an error of its write from then on. */
void session_catch_signals(void (*handler)(int signal));

/* ---- Between the files of the session ---- */

int session_is_interrupted(const struct session *session);

/* A remark to the player, as printf. */
void session_say(struct session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* start.c: what the command line asks for besides the story. 0, or -1 saying why not. */
int session_start(struct session *session, struct message *why);

/* Tell the machine and the story whether a transcript is being written (7.4). */
void session_tell_transcript(struct session *session);

/* input.c */
void session_need_line(struct session *session);
void session_need_key(struct session *session);

/* requests.c: answers to the machine */
void session_save(struct session *session);
void session_restore(struct session *session);
int session_open_transcript(struct session *session);
int session_open_record(struct session *session);
void session_open_replay(struct session *session);

/* requests.c: for commands. name NULL: the player is asked. 0, or -1: the player has been told. */
int session_save_as(struct session *session, const char *name);
void session_was_restored(struct session *session);
int session_restore_from(struct session *session, const char *name);
int session_open_stream(struct session *session, enum file_kind kind, const char *name);
int session_replay_from(struct session *session, const char *name);

/* session.c: whether the text of the window that is printed to belongs in a transcript: the lower window's does. */
int session_is_transcribed(const struct session *session);

/* keep.c */

/* Text printed to the lower window, and a line or key that was given: the next turn is told with them. */
void session_hear(struct session *session, const zm_u16 *text, unsigned length);
void session_typed(struct session *session, const zm_u16 *text, unsigned length);

/* Keep where the machine stands as a point of the timeline, and of the journal. 0, or -1 if nothing is kept. */
int session_keep(struct session *session, enum timeline_kind kind);

/* The story has ended the game. If the answer to a mere question did that ("Are you sure?"), the next play goes on at the turn
   before it. */
void session_leave_question(struct session *session);

/* Undo by the story: @save_undo, @restore_undo. */
void session_save_undo(struct session *session);
void session_restore_undo(struct session *session);

/* Put the machine to a point of the timeline, and the upper window with it. replay: the random numbers come again, too,
   and the text of that turn is shown. 0, or -1: it cannot be read, nothing has changed. */
int session_go(struct session *session, zm_u32 point, int replay);

/* Whether turns can be taken back. */
int session_has_undo(const struct session *session);

/* An empty timeline for the story. 0, or -1 if there is no memory. */
int session_make_timeline(const struct session *session, struct timeline *timeline);

/* ---- writing.c ---- */

/* Have the journal written with the care that this play needs. */
void session_take_care(const struct session *session, struct journal *journal);

/* Begin a journal, with all turns there are, in place of the one there is. 0, or -1 saying why not: nothing has changed. */
int session_begin_journal(struct session *session, struct message *why);

/* Have a point's record written with the next turn, or a remark about the current point now. */
void session_write_record(struct session *session, const unsigned char *record, zm_u32 size);
void session_write_remark(struct session *session, enum timeline_kind kind, const char *name);

/* Write the journal, if one is kept, and tell the player when that fails and when it works again. */
void session_flush_journal(struct session *session);

/* playthrough.c: go on with a playthrough, or begin a journal, as the options say. */
void session_begin_playthrough(struct session *session);
void session_end_playthrough(struct session *session);

/* playthrough.c: end this playthrough and go on with the one of this name (plays.h), or with one that the player chooses
   from a list, or list them. */
void session_change_playthrough(struct session *session, const char *name);

/* errands.c: whether the options ask for something instead of a play, and doing it: what it tells goes to out. 0, or -1
   saying why not. */
int session_has_errand(const struct options *options);
int session_run_errand(const struct options *options, const char *program, FILE *out, struct message *why);

/* start.c: the path that a word of the command line means, allocated; NULL: why. */
char *session_path_of(struct session *session, const char *word, struct message *why);

/* travel.c: commands about the timeline. */
void session_undo(struct session *session, const char *argument, int direction);
void session_show_timeline(struct session *session, const char *argument);
void session_goto(struct session *session, const char *argument);
void session_name_branch(struct session *session, const char *argument);
void session_show_branches(struct session *session);
void session_compare(struct session *session, const char *argument);

/* menu.c: lists to choose from, where the frontend has them. 0, or -1: it has none, or nothing was chosen. */
struct catalogue;
int session_menu_turns(struct session *session);
int session_menu_help(struct session *session);

/* One of the saves, its name in name. typed: at which row stands the choice to type a name ("" then); -1: nowhere. */
int session_menu_save(struct session *session, struct catalogue *catalogue, const char *verb, int typed, char *name,
                      size_t size);

/* The name of a save, to write or to read, from those there are of this story. 0, with name "" if it is to be typed; -1:
   none is wanted. */
int session_menu_name(struct session *session, int saving, char *name, size_t size);

/* commands.c: carry out the command in the text, which begins with its slash. */
void session_command(struct session *session, const zm_u16 *text, unsigned length);

/* notes.c: append a note to the story's, or show them if there is none to append. */
void session_note(struct session *session, const char *note);

/* warnings.c */
void fault_describe(const struct zm_fault *fault, char *text, size_t size);
int session_warn(void *session, const struct zm_fault *warning);

#endif
