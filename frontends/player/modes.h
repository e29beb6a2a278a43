/* Golmac: MIT licence, see LICENSE.

   What the player is in the middle of: reading a line, asking a question, showing a list. Modes lie on a stack, and the
   topmost takes what the player does; when it has ended the one below goes on. While there is none the story works, and
   what is typed waits (typeahead.h). Each kind of mode is a row of the table in modes.c. */
#ifndef MODES_H
#define MODES_H

#include <stdbool.h>
#include "frontends/player/display.h"

struct player;

/* ---- What a mode takes ---- */

enum stroke_kind {
    STROKE_CHARACTER,   /* key: a Unicode character */
    STROKE_KEY,         /* key and modifiers, as in struct event */
    STROKE_MOUSE,       /* a button went down: x, y, button, clicks */
    STROKE_TIME,        /* the mode's deadline has passed */
    STROKE_AGAIN,       /* a routine of the story waits to be run (sound.h) */
    STROKE_COMMAND,     /* a hot key's command waits in player->command */
    STROKE_GONE         /* the play ends */
};

struct stroke {
    enum stroke_kind kind;
    unsigned key, modifiers;
    int x, y, clicks;
    unsigned button;
};

bool stroke_is_key(const struct stroke *stroke, unsigned key);
bool stroke_is_return(const struct stroke *stroke);

/* ---- A mode ---- */

enum mode_kind {
    MODE_LINE,          /* the story reads a line: line.c */
    MODE_KEY,           /* the story reads a key */
    MODE_MORE,          /* [MORE]: questions.c */
    MODE_ANSWER,        /* a question in the last row; the answer is typed behind it */
    MODE_CONFIRM,       /* a question for y or n */
    MODE_NOTICE,        /* a message until a key is pressed */
    MODE_END,           /* the same, after the story has ended */
    MODE_LIST           /* a list over the screen */
};

enum { MODES_MOST = 8 };

struct mode {
    enum mode_kind kind;
    long long deadline; /* of system_clock; -1: it has all the time in the world */
    const char *text;   /* shown in the last row (scene_fit), until the mode has ended; NULL: nothing */
    int answer;         /* set by the mode when it ends: what it means depends on the kind */

    /* Called with it when the mode has ended and is no longer on the stack; NULL: nobody wants to know. */
    void (*done)(struct player *player, int answer);
};

struct modes {
    struct mode mode[MODES_MOST];
    unsigned count;
    bool stale;         /* something has been taken since the topmost was shown */
};

/* Begin a mode. Returns it, for its text and deadline (at first there are none). */
struct mode *mode_begin(struct player *player, enum mode_kind kind, void (*done)(struct player *player, int answer));

/* The topmost; NULL: the story works. */
const struct mode *mode_now(const struct player *player);

/* Show in the last row what is going on: a search, how far back the view is, or the mode's own text. */
void mode_tell(struct player *player);

/* ---- Events ---- */

/* Something has happened at the display; EVENT_NONE: only time has passed. The modes take it, and as long as there is
   none the session is run, for a tenth of a second at most. Nothing is waited for. */
void player_event(struct player *player, const struct event *event);

/* Milliseconds until player_event wants to be called even if nothing happens (0: the story works); -1: never. To be
   asked before each wait: the time until then is used to have turns written to the disk. */
int player_deadline(struct player *player);

/* The player wants to end (Ctrl-C): ask. */
void modes_interrupt(struct player *player);

#endif
