/* Golmac: MIT licence, see LICENSE.

   The session's inside: what its files share.

   Files: session.c (opening, the loop), machine.c (what the machine calls), ask.c (questions and lists), input.c (lines and
   keys), requests.c (saving, restoring, streams), keep.c (turns, undo), writing.c (turns to the disk), playthrough.c
   (journals, resuming), plays.c (which there are), errands.c (what is asked instead of a play), commands.c (what the
   player asks of the interpreter), menu.c (lists of it), travel.c (of the timeline), notes.c (the player's notes),
   warnings.c (a story's mistakes). */
#ifndef SESSION_SESSION_INTERNAL_H
#define SESSION_SESSION_INTERNAL_H

#include "frontends/host/files.h"
#include "frontends/session/diary.h"
#include "frontends/session/moment.h"
#include "frontends/session/recall.h"
#include "frontends/session/save.h"
#include "frontends/session/session.h"
#include "frontends/session/streams.h"
#include "frontends/timeline/journal.h"
#include "frontends/timeline/timeline.h"

/* What the story has printed since the last turn: the end of it, in UTF-16. */
struct told { zm_u16 text[6000]; unsigned length; };

/* The kinds of file that a name is asked for; each remembers its last name. */
enum file_kind { FILE_SAVE, FILE_TABLE, FILE_TRANSCRIPT, FILE_RECORD, FILE_KINDS };

enum { NAME_SIZE = SESSION_ANSWER_SIZE, QUESTION_SIZE = 1024 };

/* What the host has been asked, and what is done with the answer (ask.c). */
struct asking {
    enum session_step step;     /* SESSION_ANSWER or SESSION_CHOICE; SESSION_WORKS: nothing is asked */
    enum session_topic topic;
    char question[QUESTION_SIZE];
    unsigned size;              /* of the answer */
    void (*answered)(struct session *session, const char *answer);
    struct list_source list;    /* its context, the rows, is the asking's */
    void (*free_rows)(void *rows);
    void (*chosen)(struct session *session, void *rows, int row);
};

/* What the host has given since session_run returned: session_run takes it. */
enum given_kind { GIVEN_NOTHING, GIVEN_LINE, GIVEN_KEY, GIVEN_COMMAND, GIVEN_TIMEOUT, GIVEN_ANSWER, GIVEN_CHOICE };
struct given {
    enum given_kind kind;
    struct typed typed;
    bool has_answer;
    char answer[SESSION_ANSWER_SIZE];
    int row;
};

/* A file that is being chosen: the path goes to then, allocated; NULL: there is none, and the player knows why. */
typedef void path_taker(struct session *session, char *path);
struct choosing {
    enum file_kind kind;
    enum file_mode mode;
    path_taker *then;
    char name[NAME_SIZE], *path;
    bool goes_on;               /* a transcript has been chosen before: the same one goes on where it was */
    char name_before[NAME_SIZE];
};

/* The playthrough that is about to go on, while the player is asked (playthrough.c). */
struct play;
struct plays;
struct resuming { char *path; size_t others; bool is_asking; struct play *play; };

enum stage { STAGE_NEW, STAGE_PLAYING, STAGE_OVER };

struct session {
    struct zm zm;
    struct story story;
    const struct options *options;
    struct session_host host;
    enum stage stage;
    bool ended;                             /* the play is to end: at STAGE_OVER it has */
    enum session_status status;
    struct message why;                     /* at the end, what ended the play, if status is SESSION_FAULT */

    enum session_step wanted;               /* SESSION_LINE, SESSION_KEY: what the machine waits for; else SESSION_WORKS */
    bool is_paused;                         /* until session_give_page */
    struct typed request;                   /* text: left over from an interrupted line */
    unsigned limit;                         /* of the line that is asked for */
    struct given given;
    struct asking asking;
    struct choosing choosing;
    struct resuming resuming;
    unsigned streams_due;                   /* files that the story's streams are to be opened to: 1 << enum due_stream */
    struct plays *plays;                    /* that the player chooses from by number */
    path_taker *path_chosen;                /* what is done with the one chosen */

    void (*trace)(void *context, zm_u32 address);   /* NULL: not */
    void *trace_context;
    struct files files;
    struct streams streams;
    struct diary diary;
    struct recall recall;                   /* the lines typed, for the host's editor */
    struct timeline timeline;
    struct journal journal;
    struct journal_story described;         /* what journals say of the story, if it is_described */
    int is_described;
    struct told told;
    char command[RECORD_COMMAND_MAX + 1];   /* what was typed at the last turn, in UTF-8 */
    char last_name[FILE_KINDS][NAME_SIZE];
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
    long long settle_at;                    /* the host's clock when the journal is settled; -1: there is nothing to settle */
    int turn_kept;                          /* the input that is waited for is the timeline's current turn */
    int asked_again;                        /* the story's prompt must be shown once more */
    int damaged;                            /* the story's checksum is wrong */
};

/* ---- Between the files of the session ---- */

/* A remark to the player, as printf. */
void session_say(struct session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The play ends with SESSION_FAULT: session->why says why. */
void session_fail(struct session *session);

/* machine.c: a number that nobody can foresee; a machine for the story, 0, or -1 saying why not. */
zm_u32 session_entropy(void *context);
int session_make_machine(struct session *session, struct message *why);

/* ---- ask.c ---- */

/* Have the player asked; answered is called with what they say, in fewer than size bytes, or with NULL. The caller
   returns to session_run then. */
void session_ask(struct session *session, enum session_topic topic, const char *question, unsigned size,
                 void (*answered)(struct session *session, const char *answer));

/* Have the player choose from a list; chosen is called with its context, the rows, and the row, or -1. free_rows is called
   with them after that, or when the play ends before. */
void session_offer(struct session *session, const struct list_source *list, void (*free_rows)(void *rows),
                   void (*chosen)(struct session *session, void *rows, int row));

/* What was asked last will not be answered. */
void session_drop_question(struct session *session);

/* The answer, or the choice, has come. */
void session_take_answer(struct session *session);

/* ---- Others ---- */

/* start.c: what the command line asks for besides the story. 0, or -1 saying why not. */
int session_start(struct session *session, struct message *why);

/* input.c: have the machine's request answered, by what is replayed, or by the host: session->wanted. Return false after the
   former: a host should be able to look after other things while much is replayed. */
bool session_need_line(struct session *session);
bool session_need_key(struct session *session);

/* The host has given a line, a key, a command, or that time has passed. */
void session_take_input(struct session *session, enum given_kind kind);

/* requests.c: answers to the machine, which may have to wait for the player's */
void session_save(struct session *session);
void session_restore(struct session *session);

/* The story opens a stream to a file: if its name has to be asked for, that is done as soon as the instruction has ended. Return
   1, or 0: there is no such file. */
int session_open_transcript(struct session *session);
int session_open_record(struct session *session);
void session_open_replay(struct session *session);

/* Ask for the names that are due. Returns false if there are none. */
bool session_open_due_streams(struct session *session);

/* Have a file chosen: name NULL: by the player. The path goes to then. */
void session_choose_file(struct session *session, enum file_kind kind, const char *name, enum file_mode mode,
                         path_taker *then);
void session_drop_choosing(struct session *session);

/* What is done with such a path, which is freed. 0, or -1: the player has been told why not. */
int session_save_to(struct session *session, char *path);
int session_restore_from(struct session *session, char *path);
int session_replay_from(struct session *session, char *path);
int session_write_stream(struct session *session, enum file_kind kind, char *path);

/* Have the file of a transcript or of recorded commands chosen. */
void session_choose_stream(struct session *session, enum file_kind kind, const char *name, path_taker *then);

/* machine.c: whether text printed now belongs in transcripts. */
bool session_is_transcribed(const struct session *session);

/* keep.c */

/* Text printed to the lower window, and a line or key that was given: the next turn is told with them. */
void session_hear(struct session *session, const zm_u16 *text, unsigned length);
void session_typed(struct session *session, const char *text);

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

/* playthrough.c: go on with a playthrough, or begin a journal, as the options say and the player answers. */
void session_begin_playthrough(struct session *session);
void session_drop_resuming(struct session *session);
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

/* menu.c: lists to choose from, where the host shows lists. 0, or -1: it does not, or there is nothing to show. */
struct catalogue;
int session_menu_turns(struct session *session);
int session_menu_help(struct session *session);

/* The saves in the catalogue, which is the menu's from here on. typed: at which row stands the choice to type a name; -1: nowhere. then is
   called with the name of the one chosen, "" for a name to be typed, NULL: none is wanted. */
void session_menu_saves(struct session *session, struct catalogue *catalogue, const char *verb, int typed,
                        void (*then)(struct session *session, const char *name));

/* The same with those there are of this story, to write one or to read it. 0, or -1: there are none to choose from. */
int session_menu_name(struct session *session, bool saving, void (*then)(struct session *session, const char *name));

/* commands.c: carry out a command, which begins with its slash. */
void session_command(struct session *session, const char *text);

/* notes.c: append a note to the story's, or show them if there is none to append. */
void session_note(struct session *session, const char *note);

/* warnings.c: tell the player of something that is wrong with the story; the same for a mistake of the story's, if it
   is to be told (struct zm_host). */
void session_tell_warning(struct session *session, const char *text);
void session_describe_fault(const struct zm_fault *fault, char *text, size_t size);
int session_warn(void *session, const struct zm_fault *warning);

#endif
