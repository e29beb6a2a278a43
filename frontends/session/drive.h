/* Golmac: MIT licence, see LICENSE.

   A loop that plays a session for a host that may block: it waits in these functions until the player has answered. */
#ifndef SESSION_DRIVE_H
#define SESSION_DRIVE_H

#include <signal.h>
#include "frontends/session/session.h"

enum input_result {
    INPUT_DONE,     /* a line, or a key */
    INPUT_COMMAND,  /* the text is a command to the interpreter, with its slash, whatever the options say of slashes */
    INPUT_TIMEOUT,  /* the interval has passed */
    INPUT_AGAIN,    /* the machine has something to do first (zm_interrupt): run it; then the same request stands */
    INPUT_END       /* there is no more input, or the player interrupted it */
};

struct input {
    struct zm *zm;          /* for zm_is_terminator */
    unsigned interval;      /* tenths of a second until INPUT_TIMEOUT; 0: wait for ever */
    unsigned limit;         /* characters that a line may have */
    unsigned length;        /* of text: on entry what was left over from an interrupted line */
    zm_u16 text[LINE_MAX_UNITS];
    zm_u8 terminator;       /* the ZSCII key that ended the line */
    unsigned key;           /* as session_give_key wants it */
};

struct blocking_host {
    void *context;          /* handed to each function */
    volatile sig_atomic_t *interrupted;     /* set by a signal that asks to end; NULL: never */

    enum input_result (*read_line)(void *context, struct input *input);
    enum input_result (*read_key)(void *context, struct input *input);

    /* The answer is a line of fewer than question->size bytes. 0, or -1: there is none. */
    int (*ask)(void *context, const struct session_question *question, char *answer);

    /* Show a list. Returns the row that the player chose, or -1: none. NULL for hosts that show no lists. */
    int (*choose)(void *context, const struct list_source *source);

    /* Wait until the player has read the page. NULL for hosts that never pause the session. */
    void (*turn_page)(void *context);

    /* The story works on: show what there is, look whether the player wants it to end. Returns 0 to go on, anything
       else to end the play. May be NULL. */
    int (*work)(void *context);
};

/* Play a session that has begun until it is over. Returns session_status. */
enum session_status session_drive(struct session *session, const struct blocking_host *host);

#endif
