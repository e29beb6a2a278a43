/* Golmac: MIT licence, see LICENSE.

   What the player does, one stroke after another: events of the display, taken apart; text that was pasted or typed ahead
   waits here. What concerns the display itself (a new size, a sound's end) is done on the way and is no stroke. */
#ifndef STROKES_H
#define STROKES_H

#include "frontends/player/display.h"

struct player;

enum stroke_kind {
    STROKE_CHARACTER,   /* key: a Unicode character */
    STROKE_KEY,         /* key and modifiers, as in struct event */
    STROKE_MOUSE,       /* a button went down: x, y, button, clicks */
    STROKE_TIME,        /* the time is over */
    STROKE_AGAIN,       /* a routine of the story waits to be run: see sound.h */
    STROKE_GONE         /* the play ends */
};

struct stroke {
    enum stroke_kind kind;
    unsigned key, modifiers;
    int x, y, clicks;
    unsigned button;
};

/* Units that may wait. A longer paste is cut, and the player is told by the bell. */
enum { STROKES_MOST = 1 << 20 };

struct strokes {
    zm_u32 *waiting;    /* a UTF-16 unit, or, from STROKES_KEY on, a key with its modifiers */
    unsigned next, count, room;
};

void strokes_free(struct strokes *strokes);

/* Whether any wait. */
int strokes_wait(const struct strokes *strokes);

/* Nothing waits any longer. */
void strokes_forget(struct strokes *strokes);

/* Milliseconds of a clock that only goes forward. */
long long strokes_clock(void);

/* Who waits: the story; the player's own prompt, which no routine of the story interrupts; a question, which text that was
   pasted or typed ahead must not answer: it stays where it is. */
enum strokes_for { FOR_STORY, FOR_PROMPT, FOR_QUESTION };

/* Wait for the next stroke, until the clock says deadline (-1: for ever). */
void strokes_next(struct player *player, long long deadline, enum strokes_for whom, struct stroke *stroke);

/* Take up what has happened without waiting: while the story works. Returns 1 if the play ends. */
int strokes_poll(struct player *player);

/* Text from the clipboard is typed. */
void strokes_paste(struct player *player, const zm_u16 *text, unsigned length);

/* The player wants to end (Ctrl-C): ask. */
void strokes_interrupt(struct player *player);

#endif
