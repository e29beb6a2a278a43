/* Golmac: MIT licence, see LICENSE.

   The session's inside: what its files share. session.h is all that others see.

   Files, in the order a play meets them: session.c (opening, the loop, the end), host.c (what the host is told),
   machine.c (what the machine calls), start.c (files of the command line), playthrough.c and playthrough_list.c
   (which playthrough it is), input.c (lines and keys), ask.c (questions and lists), requests.c (files: saving,
   restoring, streams), turns.c (turns, undo, the journal), commands.c, timeline_commands.c, notes.c and lists.c (what
   the player asks of the interpreter), warnings.c (a story's mistakes), actions.c (what the options ask for instead
   of a play). */
#ifndef SESSION_SESSION_INTERNAL_H
#define SESSION_SESSION_INTERNAL_H

#include "frontends/host/files.h"
#include "frontends/session/auto_transcript.h"
#include "frontends/session/history.h"
#include "frontends/session/save.h"
#include "frontends/session/saved_state.h"
#include "frontends/session/session.h"
#include "frontends/session/streams.h"
#include "frontends/timeline/journal.h"
#include "frontends/timeline/timeline.h"

/* ---- Parts of a session, each with the file that it belongs to ---- */

enum stage { STAGE_NEW, STAGE_PLAYING, STAGE_OVER };

enum { NAME_SIZE = SESSION_ANSWER_SIZE, QUESTION_SIZE = 1024 };

/* ask.c: what the host is asked besides lines and keys, and what is done with the answer. */
struct asking {
    enum session_step step;     /* SESSION_ANSWER or SESSION_CHOICE; SESSION_WORKS: nothing is asked */
    enum session_topic topic;
    char question[QUESTION_SIZE];
    unsigned size;              /* of the answer */
    void (*answered)(struct session *session, const char *answer);
    struct list_source list;    /* its context, the rows, belongs to the list */
    void (*free_rows)(void *rows);
    void (*chosen)(struct session *session, void *rows, int row);
};

/* ask.c: what the host has given since session_run returned, which takes it. */
enum given_kind { GIVEN_NOTHING, GIVEN_LINE, GIVEN_KEY, GIVEN_COMMAND, GIVEN_TIMEOUT, GIVEN_ANSWER, GIVEN_CHOICE };
struct given {
    enum given_kind kind;
    struct typed typed;
    bool has_answer;
    char answer[SESSION_ANSWER_SIZE];
    int row;
};

/* input.c: what the machine asks for. */
struct wanted {
    enum session_step step;     /* SESSION_LINE or SESSION_KEY; SESSION_WORKS: nothing */
    unsigned limit;             /* of the line */
    unsigned length;            /* of what is left over from an interrupted line */
    zm_u16 text[LINE_MAX_UNITS];
    bool needs_prompt;          /* there were remarks: the story's prompt must be shown once more */
};

/* requests.c: the kinds of file that a name is asked for; and the one that is being chosen. */
enum file_kind { FILE_SAVE, FILE_TABLE, FILE_TRANSCRIPT, FILE_RECORD, FILE_KINDS };

/* Takes the path that was chosen, allocated; NULL: there is none, and the player knows why. */
typedef void path_taker(struct session *session, char *path);

struct choosing {
    enum file_kind kind;
    enum file_mode mode;
    path_taker *then;
    char name[NAME_SIZE], *path;
    bool goes_on;               /* a transcript has been chosen before: the same one goes on where it was */
    char name_before[NAME_SIZE];
    char last_name[FILE_KINDS][NAME_SIZE];
    bool is_chosen[FILE_KINDS]; /* the last name was the player's choice */
    unsigned streams_due;       /* files that the story's streams are to be opened to: enum due_stream */
};

/* playthrough.c: the playthrough that is about to go on, while the player is asked. */
struct playthrough;
struct playthrough_list;
struct resuming {
    char *path;
    size_t others;                      /* playthroughs besides this one */
    bool is_asking;
    struct playthrough *play;
    struct playthrough_list *list;      /* that the player chooses from by number */
    path_taker *chosen;                 /* what is done with the one chosen */
};

/* turns.c: the turn that is being played. */
struct printed { zm_u16 text[6000]; unsigned length; };
struct turn {
    bool is_kept;                           /* the input that is waited for is the timeline's current turn */
    struct printed printed;                 /* by the story since the last turn: the end of it, in UTF-16 */
    char command[RECORD_COMMAND_MAX + 1];   /* that was typed at the last turn, in UTF-8 */
    unsigned char *screen;                  /* at the last turn: SAVED_SCREEN bytes and the painted screen; allocated */
    zm_u32 painted_size;
    unsigned char *state;                   /* the last one taken; allocated */
    zm_u32 state_room;
};

struct session {
    /* The story, and the machine that runs it. */
    struct zm zm;
    struct story story;
    zm_u8 *dynamic;
    zm_u16 *stack;
    zm_u32 seed;
    bool is_damaged;                        /* the story's checksum is wrong */
    bool warned[ZM_ERROR_count];            /* of mistakes that are told once */
    void (*trace)(void *context, zm_u32 address);   /* NULL: not */
    void *trace_context;

    /* Who shows it, and how far the play is. */
    const struct options *options;
    struct session_host host;
    enum stage stage;
    bool ended;                             /* the play is to end: at STAGE_OVER it has */
    bool is_paused;                         /* until session_give_page */
    enum session_status status;
    struct message why;                     /* at the end, what ended the play, if status is SESSION_FAULT */

    /* What the host is asked, and what is done with what it gives. */
    struct wanted wanted;
    struct asking asking;
    struct given given;
    struct choosing choosing;
    struct resuming resuming;

    /* Turns, and where they are kept. */
    struct turn turn;
    struct timeline timeline;
    struct journal journal;
    struct journal_story described;         /* what journals say of the story, if it is_described */
    bool is_described;
    bool journal_is_wanted;                 /* of this play: it is written as soon as it can be */
    unsigned journal_behind;                /* copies of it that could not be written at the last turn */
    long long settle_at;                    /* by the host's clock, when the disk is waited for; -1: it has all */

    /* Files. */
    struct files files;
    struct streams streams;
    struct auto_transcript auto_transcript;
    struct history history;                 /* the lines typed, for the host's editor */
};

/* ---- host.c ---- */

/* A remark to the player, as printf. */
void session_say(struct session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Tell the player of something that is wrong with the story. */
void session_tell_warning(struct session *session, const char *text);

/* The play ends with SESSION_FAULT: session->why says why. */
void session_fail(struct session *session);

/* ---- machine.c ---- */

/* Make a machine for the story. 0, or -1 saying why not. */
int session_make_machine(struct session *session, struct message *why);

/* A number that nobody can foresee. */
zm_u32 session_entropy(void *context);

/* ---- ask.c ---- */

/* Have the player asked; answered is called with what they say, in fewer than size bytes, or with NULL. The caller
   returns to session_run then. */
void session_ask(struct session *session, enum session_topic topic, const char *question, unsigned size,
                 void (*answered)(struct session *session, const char *answer));

/* Have the player choose from a list; chosen is called with its context, the rows, and the row, or -1. free_rows is
   called with them after that, or when the play ends before. */
void session_offer(struct session *session, const struct list_source *list, void (*free_rows)(void *rows),
                   void (*chosen)(struct session *session, void *rows, int row));

/* What was asked last will not be answered. */
void session_drop_question(struct session *session);

/* The answer, or the choice, has come. */
void session_take_answer(struct session *session);

/* ---- input.c ---- */

/* Have the machine's request answered, by what is replayed, or by the host: session->wanted. Return false after the
   former: a host should be able to look after other things while much is replayed. */
bool session_need_line(struct session *session);
bool session_need_key(struct session *session);

/* The host has given a line, a key, a command, or that time has passed. */
void session_take_input(struct session *session, enum given_kind kind);

/* ---- start.c: the command line's files ---- */

/* What it asks for besides the story. 0, or -1 saying why not. */
int session_start(struct session *session, struct message *why);

/* The path that a word of it means, allocated; NULL: why. */
char *session_path_of(struct session *session, const char *word, struct message *why);

/* ---- requests.c ---- */

/* Answer the machine, perhaps after the player has been asked. */
void session_save(struct session *session);
void session_restore(struct session *session);

/* The story opens a stream to a file: if its name has to be asked for, that is done as soon as the instruction has
   ended. */
void session_open_transcript(struct session *session);
void session_open_record(struct session *session);
void session_open_replay(struct session *session);

/* Ask for the names that are due. Returns false if there are none. */
bool session_open_due_streams(struct session *session);

/* Have a file chosen: name NULL: by the player. The path goes to then. */
void session_choose_file(struct session *session, enum file_kind kind, const char *name, enum file_mode mode,
                         path_taker *then);
void session_drop_choosing(struct session *session);

/* The same for a transcript or recorded commands. */
void session_choose_stream(struct session *session, enum file_kind kind, const char *name, path_taker *then);

/* What is done with such a path, which is freed; NULL: nothing. 0, or -1: the player has been told why not. */
int session_save_to(struct session *session, char *path);
int session_restore_from(struct session *session, char *path);
int session_replay_from(struct session *session, char *path);
int session_write_stream(struct session *session, enum file_kind kind, char *path);

/* ---- turns.c ---- */

/* Running text, and a line that was given: the next turn is kept with them. */
void session_note_printed(struct session *session, const zm_u16 *text, unsigned length);
void session_note_typed(struct session *session, const char *text);

/* Keep where the machine stands as a point of the timeline, and of the journal. 0, or -1 if nothing is kept. */
int session_keep_turn(struct session *session, enum timeline_kind kind);

/* Undo by the story: @save_undo, @restore_undo. */
void session_save_undo(struct session *session);
void session_restore_undo(struct session *session);

/* Put the machine to a point of the timeline, and the screen with it. replay: the random numbers come again, too, and
   the text of that turn is shown. 0, or -1: it cannot be read, nothing has changed. */
int session_go_to_point(struct session *session, zm_u32 point, bool replay);

/* Whether turns can be taken back. */
bool session_has_undo(const struct session *session);

/* An empty timeline for the story. 0, or -1 if there is no memory. */
int session_make_timeline(const struct session *session, struct timeline *timeline);

/* What the journals of the session's story begin with. */
const struct journal_story *session_journal_story(struct session *session);

/* Have the journal written with the care that this play needs. */
void session_take_care(const struct session *session, struct journal *journal);

/* Begin a journal, with all turns there are, in place of the one there is. 0, or -1 saying why not: nothing has
   changed. */
int session_begin_journal(struct session *session, struct message *why);

/* Have a remark about the current point written now. */
void session_write_remark(struct session *session, enum timeline_kind kind, const char *name);

/* Write the journal, if one is kept, and tell the player when that fails and when it works again. */
void session_flush_journal(struct session *session);

/* ---- playthrough.c ---- */

/* Go on with a playthrough, or begin a journal, as the options say and the player answers. */
void session_begin_playthrough(struct session *session);
void session_drop_resuming(struct session *session);
void session_end_playthrough(struct session *session);

/* The story has ended the game. If the answer to a mere question did that ("Are you sure?"), the next play goes on at
   the turn before it. */
void session_leave_question(struct session *session);

/* End this playthrough and go on with the one of this name (playthrough_list.h), or with one that the player chooses
   from a list, or list them. */
void session_change_playthrough(struct session *session, const char *name);

/* ---- actions.c ---- */

/* Whether the options ask for something instead of a play, and doing it: what it tells goes to out. 0, or -1 saying why
   not. */
bool session_has_action(const struct options *options);
int session_run_action(const struct options *options, const char *program, FILE *out, struct message *why);

/* ---- commands.c, timeline_commands.c, notes.c ---- */

/* Carry out a command, which begins with its slash. */
void session_command(struct session *session, const char *text);

/* Those about the timeline. */
void session_undo(struct session *session, const char *argument, int direction);
void session_show_timeline(struct session *session, const char *argument);
void session_goto(struct session *session, const char *argument);
void session_name_branch(struct session *session, const char *argument);
void session_show_branches(struct session *session);
void session_compare(struct session *session, const char *argument);

/* Append a note to the story's, or show them if there is none to append. */
void session_note(struct session *session, const char *note);

/* ---- lists.c: lists to choose from. 0, or -1: the host shows none, or there is nothing to show ---- */

struct saved_games;
int session_offer_turns(struct session *session);
int session_offer_help(struct session *session);

/* The saved games, which belong to the list from here on. typed: at which row stands the choice to type a name; -1:
   nowhere. then is called with the name of the one chosen, "" for a name to be typed, NULL: none is wanted. */
void session_offer_saves(struct session *session, struct saved_games *games, const char *verb, int typed,
                         void (*then)(struct session *session, const char *name));

/* The same with those there are of this story, to write one or to read it. */
int session_offer_names(struct session *session, bool saving,
                        void (*then)(struct session *session, const char *name));

/* ---- warnings.c ---- */

/* struct zm_host's warn: a mistake of the story's, told if it is to be. */
int session_warn(void *session, const struct zm_fault *warning);

/* A fault, or a mistake, in words. */
void session_describe_fault(const struct zm_fault *fault, char *text, size_t size);

#endif
