/* Golmac: MIT licence, see LICENSE.

   What a screen frontend is to the player (player.h): something that paints a screen and reads keys. All the rest is
   shared: the screen model (screen.h) keeps the text and lays it out, the player reads lines, scrolls back, shows
   lists. A display never calculates layout: it asks scene.h what stands where.

   Its program waits for what happens, hands it to the player as an event, and paints what has come of it (playing.h).
   What the player asks of a display besides is a struct of functions, none of which waits, and a context. All text is
   UTF-16. Units are the display's own: cells of a terminal, pixels of a window. */
#ifndef DISPLAY_H
#define DISPLAY_H

#include "interp/zmachine.h"

struct screen_metrics;
struct story;
struct screen_pictures;
struct scene;

/* ---- What happens at a display ---- */

enum event_kind {
    EVENT_NONE,         /* nothing but that time has passed */
    EVENT_KEY,          /* a key that is no character, or a character with Ctrl or Alt */
    EVENT_TEXT,         /* characters typed: text, length, one or more of them, none a control code */
    EVENT_PASTE,        /* text pasted, whose lines end with 10 */
    EVENT_RESIZE,       /* the size, the font or the scale has changed: measure again, paint all */
    EVENT_MOUSE,        /* a button pressed at x, y; clicks: 1, or 2 for the second of a double click */
    EVENT_DRAG,         /* the mouse moved to x, y with the first button down, or (clicks 0) let it go there */
    EVENT_WHEEL,        /* lines: up is positive */
    EVENT_INTERRUPT,    /* Ctrl-C in a terminal: the player is asked whether to end */
    EVENT_HANGUP,       /* the terminal or window goes away: the game is saved, the play ends */
    EVENT_DROP,         /* a file dropped: path, UTF-8 */
    EVENT_SOUND,        /* the sound number has ended by itself, after all its repeats */
    EVENT_FOCUS         /* continued after a suspension, shown again: paint all */
};

/* DISPLAY_KEY_name for each row of display_keys.def; smaller numbers are characters (Unicode). */
enum display_key {
    DISPLAY_KEY_none = 0x110000,
#define DISPLAY_KEY(name, zscii) DISPLAY_KEY_##name,
#include "frontends/player/display_keys.def"
    DISPLAY_KEY_count
};

enum display_modifier { WITH_SHIFT = 1, WITH_CTRL = 2, WITH_ALT = 4 };

struct event {
    enum event_kind kind;
    unsigned key;           /* enum display_key, or a character: letters are small then, whatever Shift says */
    unsigned modifiers;     /* mask of enum display_modifier; also those held while the mouse was pressed */
    const zm_u16 *text;     /* stays until the event has been handed in */
    unsigned length;
    const char *path;       /* stays until the event has been handed in */
    int x, y;               /* units from the top left of the screen, 0, 0 */
    int clicks, lines;
    unsigned button;        /* 1 the first, 2 the second (right), 3 the middle one */
    unsigned number;        /* EVENT_SOUND */
};

/* ---- A display ---- */

struct display {
    void *context;                              /* handed to each function */
    const struct screen_pictures *pictures;     /* of the story's resources (screen.h); NULL: none */

    /* Called before all others: a story has been opened and will be shown; its pictures and sounds are in its file.
       NULL: no story yet, the library is shown first. Called again when another story takes its place. 0, or -1: there
       is no display, the reason has been told; nothing else is called then. May be missing. */
    int (*begin)(void *context, const struct story *story);

    /* Tell how text is measured now (screen.h; measure and centred are the player's to set, from the options), and, of
       the description that the machine wants, what the display can do (can: colours, bold, italic, fixed, pictures,
       mouse, sound, proportional; the player and the screen add the rest) and its default colours. */
    void (*measure)(void *context, struct screen_metrics *metrics, struct zm_screen *description);

    /* Each of these may be missing: then the display cannot do that. */
    void (*set_title)(void *context, const char *title);                        /* UTF-8 */
    void (*bell)(void *context, unsigned number);                               /* 1 high, 2 low (9.2) */

    /* volume 1 to 8; repeats 255: for ever. 0: it plays; -1: there is none such. */
    int (*play_sound)(void *context, unsigned number, unsigned volume, unsigned repeats);
    void (*stop_sound)(void *context, unsigned number);                         /* 0: all */
    void (*copy)(void *context, const zm_u16 *text, unsigned length);           /* to the clipboard */
    void (*mark)(void *context, const zm_u16 *text, unsigned length);           /* just marked with the mouse */
    unsigned (*fetch)(void *context, zm_u16 *text, unsigned room);              /* from the clipboard: units written */
    void (*suspend)(void *context);     /* Ctrl-Z in a terminal; returns when continued */
};

#endif
