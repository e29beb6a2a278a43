/* Golmac: MIT licence, see LICENSE.

   The player: what every screen frontend shares. It shows a story on a display (display.h) by way of the screen model
   (screen.h), and reads what is typed: lines with all that editing them takes, single keys, timed input, hot keys, the
   mouse; [MORE], looking back and finding, lists, sounds, questions. A frontend calls player_play and does the painting.

   Files, in the order the data meets them: player.c (a play from beginning to end), strokes.c (what happens at the display
   as strokes of the player's), line.c (lines and keys), editor.c browse.c letters.c complete.c (the line being typed),
   shelf.c (the library), look.c (keys that are the same everywhere: looking back, finding, marking, hot keys), remarks.c (questions and
   remarks, [MORE], lists), list.c scene.c (what lies over the screen), sound.c. Tables: keys.def, editor.def, look.def,
   hotkeys.def. */
#ifndef PLAYER_H
#define PLAYER_H

#include <signal.h>
#include "frontends/player/complete.h"
#include "frontends/player/display.h"
#include "frontends/player/editor.h"
#include "frontends/player/scene.h"
#include "frontends/player/sound.h"
#include "frontends/player/strokes.h"
#include "frontends/session/drive.h"
#include "frontends/host/settings.h"

enum { PLAYER_FIND = 64 };

struct player {
    struct display *display;
    struct zm *zm;
    struct session_host host;       /* what the session calls */
    struct blocking_host blocking;  /* what its driver calls */
    struct session *session;        /* NULL in tests: then there is nothing to save */
    const struct options *options;
    volatile sig_atomic_t *interrupted;
    struct screen screen;
    struct scene scene;
    struct zm_screen description;
    struct strokes strokes;
    struct editor editor, answer;   /* the story's line; answers to the player's own questions */
    struct words words;
    struct sound sound;
    const char *message;            /* shown in the last row: [MORE], a question for a key (scene_fit); NULL: none */
    const char *question;           /* shown there, with the answer behind it; NULL: none is being asked */
    int asking;                     /* a question for y or n is being asked: nothing else is until it is answered */
    int in_library;                 /* stories are chosen from: there is no game yet, and no memory of a machine's */
    int editing;                    /* the story's line is being typed */
    long long worked_since;         /* the clock when the story was last looked after while it worked; 0: not yet */

    int half_typed;                 /* the line in the editor was interrupted: it goes on at the next request */
    int by_time;                    /* interrupted by time or a sound: it goes on only if the same request stands again */
    char command[LINE_MAX_UNITS];   /* what a hot key means: given to the session when the story next asks; "": none */
    int gone;                       /* the play ends: the player said so, or the display is gone */
    int hung_up;                    /* ... without having been asked */
    char *dropped;                  /* the story file to play next, allocated; NULL: none */

    int finding;                    /* what is typed is looked for in the scrollback */
    zm_u16 needle[PLAYER_FIND];
    unsigned needle_length;
    int not_found;
    int pressed, press_x, press_y;  /* the mouse button went down there */
    int marked;                     /* something is marked with the mouse */
    char keys[4000];                /* what keys do, for /help */
    struct stroke mouse;            /* the last click that the story was told of */
};

/* Play the story that the settings have chosen on the display until it ends, and after it a story file dropped there;
   without a story those that are chosen from the library. interrupted: set by a signal that asks to end. Returns how the last play ended; after SESSION_FAULT, *why is to be told to the user once the
   display has been closed; "": he has read it. */
enum session_status player_play(struct settings *settings, const char *program, struct display *display,
                                volatile sig_atomic_t *interrupted, struct message *why);

/* ---- Between its files, and for tests ---- */

/* Make the screen of the display's metrics, and what the session and its driver call. zm: initialized; session may be NULL.
   Returns 0, or -1 if there is no memory (then player_free must not be called). */
int player_init(struct player *player, struct display *display, struct zm *zm, const struct options *options);
void player_free(struct player *player);

/* player.c: the display has another size, font, or scale. */
void player_measure(struct player *player);

/* line.c: struct blocking_host's functions */
enum input_result player_read_line(void *player, struct input *input);
enum input_result player_read_key(void *player, struct input *input);
void player_show_line(void *player, const zm_u16 *text, unsigned length);

/* Read an answer of at most limit units in the last row, behind the question (scene_fit); it is in player->answer then. 0, or -1: there is none (Escape), or
   the play ends. */
int player_read_answer(struct player *player, const char *question, unsigned limit);

/* Show the question and its answer so far. */
void player_show_answer(struct player *player);

/* remarks.c: functions of both */
int player_ask(void *player, const struct session_question *question, char *answer);
void player_say(void *player, const char *text);
void player_warn(void *player, const char *text);
void player_show_prompt(void *player);
void player_show_status(void *player);
int player_choose(void *player, const struct list_source *source);
int player_work(void *player);

/* remarks.c: [MORE] (screen_host.more), a question that is answered with y or n in the last row, a message until a key. */
int player_more(void *player);
int player_confirm(struct player *player, const char *question);
void player_wait_for_key(struct player *player, const char *message);

/* A key means nothing here. */
void player_ring(struct player *player);

/* look.c: the help text for keys, a line each, UTF-8; returns the bytes that it has, or would have. */
size_t player_keys_help(char *text, size_t size);

#endif
