/* Golmac: MIT licence, see LICENSE.

   The player: what every screen frontend shares. It shows a story on a display (display.h) by way of the screen model
   (screen.h), and reads what is typed: lines with all that editing them takes, single keys, timed input, hot keys, the
   mouse; [MORE], looking back and finding, lists, sounds, questions. playing.h is what a program drives.

   Files, in the order the data meets them: playing.c (the library, one story after another), player.c (a story on a
   display), story.c (what the session needs), modes.c (events of the display, to the mode that takes them), typeahead.c
   (what nobody has read yet), line.c (lines and keys for the story), editor.c browse.c complete.c (the line being
   typed), questions.c (questions, [MORE], lists), scrollback.c (looking back, finding, marking), hotkeys.c, list.c
   scene.c (what lies over the screen), sound.c. Tables: display_keys.def, editor.def, scrollback_keys.def, hotkeys.def.
   */
#ifndef PLAYER_H
#define PLAYER_H

#include <signal.h>
#include "frontends/player/complete.h"
#include "frontends/player/display.h"
#include "frontends/player/editor.h"
#include "frontends/player/scene.h"
#include "frontends/player/sound.h"
#include "frontends/player/modes.h"
#include "frontends/player/typeahead.h"
#include "frontends/session/session.h"
#include "frontends/host/settings.h"

enum { PLAYER_FIND = 64 };

struct hotkey;

struct player {
    struct display *display;
    struct zm *zm;
    struct session *session;        /* NULL in tests: then there is nothing to save */
    struct session_host host;       /* what the player is to the session */
    const struct options *options;
    volatile sig_atomic_t *interrupted;
    struct screen screen;
    struct scene scene;
    struct zm_screen description;
    struct modes modes;
    struct typeahead typeahead;
    struct editor editor, answer;   /* the story's line; answers to the player's own questions */
    struct words words;
    struct sound sound;
    bool in_library;                /* stories are chosen from: there is no game yet, and no memory of a machine's */
    bool over;                      /* nothing more will happen: the play has ended, or a story has been chosen */
    int chosen;                     /* the row of the library that was chosen; -1: none */
    bool told;                      /* what stopped the story has been told on the screen */

    unsigned limit;                 /* of the line that the story reads, in units */
    unsigned key;                   /* the key that the story has read, or that ended its line (session_give_key) */
    bool half_typed;                /* the line in the editor was interrupted: it goes on at the next request */
    bool by_time;                   /* ... by time or a sound: it goes on only if the same request stands again */
    const struct hotkey *hotkey;    /* what is being confirmed, or asked the argument of */
    char command[LINE_MAX_UNITS];   /* what a hot key means: given to the session when the story next asks; "": none */
    struct message notice;          /* what a file is that was dropped and is no story */
    bool gone;                      /* the play ends: the player said so, or the display is gone */
    bool hung_up;                   /* ... without having been asked */
    char *dropped;                  /* the story file to play next, allocated; NULL: none */

    bool finding;                   /* what is typed is looked for in the scrollback */
    zm_u16 needle[PLAYER_FIND];
    unsigned needle_length;
    bool not_found;
    bool pressed;                   /* the mouse button went down there: */
    int press_x, press_y;
    bool marked;                    /* something is marked with the mouse */
    char keys[4000];                /* what keys do, for /help */
    zm_u16 mouse_x, mouse_y;        /* the last click where the story wants it, as the story counts */
};

/* Make the screen of the display's metrics. zm: initialized; session may be NULL.
   Returns 0, or -1 if there is no memory (then player_free must not be called). */
int player_init(struct player *player, struct display *display, struct zm *zm, const struct options *options);
void player_free(struct player *player);

/* The display has another size, font, or scale. */
void player_measure(struct player *player);

/* A key means nothing here. */
void player_ring(struct player *player);

/* Text from the clipboard is typed. */
void player_paste(struct player *player, const zm_u16 *text, unsigned length);

/* The play ends, if yes. */
void player_leave(struct player *player, int yes);

/* A signal has asked the program to end. */
bool player_is_interrupted(const struct player *player);

/* After anything that may print: a full page is to be read before the story goes on, so the session stops at the end of
   the instruction that runs. */
void player_pause(struct player *player);

/* player.c: something is wrong with the story, and the player is told. */
void player_warn(void *player, const char *text);

/* hotkeys.c: the help text for keys, a line each, UTF-8; returns the bytes that it has, or would have. */
size_t player_keys_help(char *text, size_t size);

/* story.c: run the session until it needs something of the player, which a mode begins for then. Returns whether one
   has; not if the story works on, or the play is over. */
bool story_run(struct player *player);

/* ---- Modes that are begun by others (modes.h). question: as in struct session_question, until the mode has ended ----
   */

/* line.c: what has come of a request for a line or a key: its answer */
enum reading {
    READ_DONE,      /* a line in player->editor, ended by player->key; or that key */
    READ_COMMAND,   /* a hot key's command waits in player->command */
    READ_TIMEOUT,   /* the interval has passed */
    READ_AGAIN,     /* a routine of the story is to be run first (zm_interrupt); then the same request stands */
    READ_END        /* the play ends */
};

/* Read a line, or a key. Returns false, and nothing has begun, if a page must be turned first (more_begin). */
bool line_begin(struct player *player, const struct session_request *request, void (*done)(struct player *, int));
bool key_begin(struct player *player, const struct session_request *request, void (*done)(struct player *, int));

/* questions.c: have a line of at most limit units typed. The answer is 0 or -1: Escape, or the play ends. Meanwhile,
   and in done, player_take_answer has what was typed, in UTF-8. */
void player_ask_for(struct player *player, const char *question, unsigned limit, void (*done)(struct player *, int));
void player_take_answer(const struct player *player, char *answer, size_t size);

/* Ask for y or n. The answer is whether it was y. */
void player_confirm(struct player *player, const char *question, void (*done)(struct player *, int));

/* Show a list. The answer is the row chosen, or -1. Returns -1 if there is no memory: then no mode has begun. */
int player_list(struct player *player, const struct list_source *source, void (*done)(struct player *, int));

/* Show [MORE], and turn the page when it has been read. */
void more_begin(struct player *player);

/* ---- Rows of the table of modes (modes.c) ---- */

bool line_take(struct player *player, struct mode *mode, const struct stroke *stroke);
void line_show(struct player *player);
bool line_tell(struct player *player, const struct mode *mode);
bool key_take(struct player *player, struct mode *mode, const struct stroke *stroke);
void key_show(struct player *player);
bool answer_take(struct player *player, struct mode *mode, const struct stroke *stroke);
bool answer_tell(struct player *player, const struct mode *mode);
bool confirm_take(struct player *player, struct mode *mode, const struct stroke *stroke);
bool notice_take(struct player *player, struct mode *mode, const struct stroke *stroke);
bool more_take(struct player *player, struct mode *mode, const struct stroke *stroke);
bool list_take(struct player *player, struct mode *mode, const struct stroke *stroke);

/* line.c: what line and answer do with a character, and with a key of editor.def: whether it was one. */
void editor_type(struct editor *editor, zm_u32 character);
bool editor_take(struct editor *editor, const struct stroke *stroke);

#endif
