/* Golmac: MIT licence, see LICENSE.

   One story being played: the machine, its memory, its files, its undo, and the frontend it is shown on. The session
   owns the loop: it runs the machine, answers what the machine asks for, and hands the rest to the frontend.

     session_open(...)   story loaded, machine made
     session_play(...)   until the story quits, input ends or a fault stops it
     session_close(...)

   Files: session.c (the loop), input.c (lines and keys), requests.c (saving, restoring, undo, streams), commands.c
   (what the player asks of the interpreter), notes.c (the player's notes), warnings.c (a story's mistakes). */
#ifndef HOST_SESSION_H
#define HOST_SESSION_H

#include <signal.h>
#include "diary.h"
#include "files.h"
#include "frontend.h"
#include "history.h"
#include "options.h"
#include "recall.h"
#include "save.h"
#include "story.h"
#include "streams.h"

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
    struct files files;
    struct streams streams;
    struct diary diary;
    struct recall recall;                   /* the lines typed, for the frontend's editor */
    struct history history;
    struct timeline timeline;
    char last_name[FILE_KINDS][256];
    unsigned char chosen[FILE_KINDS];       /* the last name was the player's choice */
    unsigned char warned[ZM_ERROR_count];   /* warnings given once */
    zm_u8 *dynamic;
    zm_u16 *stack;
    unsigned char *snapshot;                /* room for one snapshot */
    zm_u32 snapshot_room, seed;
    zm_u16 window;                          /* the one text goes to */
    int interactive;                        /* somebody sits there and types (set before session_play): what was typed is
                                               remembered, and a transcript kept; a script leaves nothing behind */
    int turn_kept;                          /* the input that is waited for is the newest turn of the history */
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
void session_save_undo(struct session *session);
void session_restore_undo(struct session *session);
int session_open_transcript(struct session *session);
int session_open_record(struct session *session);
void session_open_replay(struct session *session);

/* requests.c: for commands. name NULL: the player is asked. 0, or -1: the player has been told. */
int session_save_as(struct session *session, const char *name);
void session_was_restored(struct session *session);
int session_restore_from(struct session *session, const char *name);
int session_open_stream(struct session *session, enum file_kind kind, const char *name);
int session_replay_from(struct session *session, const char *name);

/* Keep the state as the newest of the history. 0 or -1. */
int session_keep(struct session *session, enum history_kind kind);

/* Put the machine back to the snapshot that is the history's current one. 0 or -1. */
int session_go_to_current(struct session *session);

/* commands.c: carry out the command in the text, which begins with its slash. */
void session_command(struct session *session, const zm_u16 *text, unsigned length);

/* notes.c: append a note to the story's, or show them if there is none to append. */
void session_note(struct session *session, const char *note);

/* warnings.c */
void fault_describe(const struct zm_fault *fault, char *text, size_t size);
int session_warn(void *session, const struct zm_fault *warning);

#endif
