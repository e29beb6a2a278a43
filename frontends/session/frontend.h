/* Golmac: MIT licence, see LICENSE.

   What a frontend is to the session: a screen that prints and a keyboard that answers. Everything else (files, undo,
   transcripts, commands to the interpreter) is the session's. All text is UTF-16 as the machine gives it, or UTF-8. */
#ifndef SESSION_FRONTEND_H
#define SESSION_FRONTEND_H

#include <stdbool.h>
#include <stddef.h>
#include "frontends/formats/saved_screen.h"
#include "frontends/timeline/timeline.h"
#include "interp/zmachine.h"

enum input_result {
    INPUT_DONE,     /* a line, or a key */
    INPUT_COMMAND,  /* the text is a command to the interpreter, with its slash, whatever the options say of slashes */
    INPUT_TIMEOUT,  /* the interval has passed */
    INPUT_AGAIN,    /* the machine has something to do first (zm_interrupt): run it; then the same request stands */
    INPUT_END       /* there is no more input, or the player interrupted it */
};

enum { LINE_MAX_UNITS = 1024 };

/* A key that is no character: KEY_SPECIAL + its ZSCII code (3.8.4: 129 to 154, 252 to 254). */
#define KEY_SPECIAL 0x10000u

struct input {
    struct zm *zm;          /* for zm_is_terminator */
    const struct timeline *timeline;    /* the turns so far, to be shown; "/goto TURN" goes there */
    unsigned interval;      /* tenths of a second until INPUT_TIMEOUT; 0: wait for ever */
    unsigned limit;         /* characters that a line may have */
    unsigned length;        /* of text: on entry what was left over from an interrupted line */
    zm_u16 text[LINE_MAX_UNITS];
    zm_u8 terminator;       /* the ZSCII key that ended the line */
    unsigned key;           /* a Unicode character (13: return, 8: delete, 27: escape), or KEY_SPECIAL + ZSCII */
};

/* Rows to look at or to choose from: saves, turns, stories. All text is UTF-8 of at most size - 1 bytes. */
struct list_source {
    void *context;          /* handed to each function */
    const char *title;
    const char *verb;       /* what Return does with a row: "restore"; NULL: nothing, the rows are only looked at */
    unsigned count, first;  /* rows; the one that is chosen at first */
    void (*row)(void *context, unsigned row, char *line, size_t size);
    void (*preview)(void *context, unsigned row, char *text, size_t size);  /* what the row stands for; NULL: none */
};

struct frontend {
    void *context;          /* handed to each function */
    const char *keys;       /* what keys do, a line each, ended by 10, UTF-8; NULL: nothing that is not printed on them */

    /* Text of the story, with new lines as 10. */
    void (*print)(void *context, const zm_u16 *text, unsigned length);

    /* An opcode that concerns the screen: see struct zm_host. Streams and restart come here as well. */
    zm_u16 (*perform)(void *context, unsigned opcode, zm_u16 *operand, unsigned count);

    enum input_result (*read_line)(void *context, struct input *input);
    enum input_result (*read_key)(void *context, struct input *input);

    /* A question of the host's own, in one wording, or in several, each but the last ended by 10, the longest first: a screen
       takes the first that fits its row, others the first. The answer is a line of at most size - 1 bytes. 0, or -1 at the end
       of input. */
    int (*ask)(void *context, const char *question, char *answer, unsigned size);

    /* A remark of the host's own: a paragraph, on lines of its own. */
    void (*say)(void *context, const char *text);

    /* Something is wrong with the story, but it goes on. */
    void (*warn)(void *context, const char *text);

    /* Show a line that was not typed but replayed, as if it had been typed. */
    void (*show_line)(void *context, const zm_u16 *text, unsigned length);

    /* Input is asked for again after remarks: show the story's prompt once more. */
    void (*show_prompt)(void *context);

    /* Show the status line or the upper window as it is now. */
    void (*show_status)(void *context);

    /* Whether text printed now belongs in transcripts: it goes to the lower window, or in version 6 to one whose attribute 2
       says so (8.8.3.1). */
    bool (*transcribes)(void *context);

    /* The screen as it is, as bytes to be kept with a turn; they stay until the next call. NULL: this frontend keeps none. */
    void (*keep_screen)(void *context, struct saved_screen_bytes *bytes);

    /* Have such a screen again, whatever is in the bytes. text: what the story printed last; print: it is not on the screen
       and is to be seen. NULL: print it, if so. */
    void (*recall_screen)(void *context, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                          bool print);

    /* The story has restored a saved game, which says nothing of the screen: in version 3 the upper window goes (8.6.1.3).
       May be NULL. */
    void (*was_restored)(void *context);

    /* Show a list. Returns the row that the player chose, or -1: none. NULL: this frontend has no lists: say them. */
    int (*choose)(void *context, const struct list_source *source);

    /* The story has been working for a while without asking for anything: show what there is, look whether the player
       wants it to end. Returns 0 to go on, anything else to end the play. May be NULL. */
    int (*work)(void *context);
};

#endif
