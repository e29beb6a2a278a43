/* Golmac: MIT licence, see LICENSE.

   The player: what every screen frontend shares. It shows a story on a display (display.h) by way of the screen model
   (screen.h), and reads what is typed: lines with all that editing them takes, single keys, timed input, hot keys, the
   mouse; [MORE], looking back and finding, lists, sounds, questions. playing.h is what a program drives.

   Files, in the order the data meets them: playing.c (the library, one story after another), player.c (a story on a display),
   modes.c (events of the display, to the mode that takes them), typeahead.c (what nobody has read yet), line.c (lines and keys
   for the story), editor.c browse.c complete.c (the line being typed), questions.c (questions, [MORE], lists), scrollback.c
   (looking back, finding, marking), hotkeys.c, list.c scene.c (what lies over the screen), sound.c. Tables: display_keys.def,
   editor.def, scrollback_keys.def, hotkeys.def. */
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
#include "frontends/session/drive.h"
#include "frontends/host/settings.h"

enum { PLAYER_FIND = 64 };

struct hotkey;

struct player {
    struct display *display;
    struct zm *zm;
    struct session *session;        /* NULL in tests: then there is nothing to save */
    struct session_host host;       /* what the player is to the session */
    struct blocking_host blocking;
    const struct options *options;
    volatile sig_atomic_t *interrupted;
    struct screen screen;
    struct scene scene;
    struct zm_screen description;
    struct modes modes;
    struct typeahead typeahead;
    struct input *input;            /* what the story reads */
    struct editor editor, answer;   /* the story's line; answers to the player's own questions */
    struct words words;
    struct sound sound;
    bool in_library;                /* stories are chosen from: there is no game yet, and no memory of a machine's */
    long long worked_since;         /* the clock when the story was last looked after while it worked; 0: not yet */

    bool half_typed;                /* the line in the editor was interrupted: it goes on at the next request */
    bool by_time;                   /* interrupted by time or a sound: it goes on only if the same request stands again */
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
    struct stroke mouse;            /* the last click that the story was told of */
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

/* player.c: something is wrong with the story, and the player is told. */
void player_warn(void *player, const char *text);

/* hotkeys.c: the help text for keys, a line each, UTF-8; returns the bytes that it has, or would have. */
size_t player_keys_help(char *text, size_t size);

/* ---- Modes that are begun by others (modes.h). question: as in struct session_question, until the mode has ended ---- */

/* questions.c: have a line of at most limit units typed. The answer is 0 or -1: Escape, or the play ends. Meanwhile, and in done,
   player_take_answer has what was typed, in UTF-8. */
void player_ask_for(struct player *player, const char *question, unsigned limit, void (*done)(struct player *, int));
void player_take_answer(const struct player *player, char *answer, size_t size);

/* Ask for y or n. The answer is whether it was y. */
void player_confirm(struct player *player, const char *question, void (*done)(struct player *, int));

/* ---- struct blocking_host's functions ---- */

enum input_result player_read_line(void *player, struct input *input);
enum input_result player_read_key(void *player, struct input *input);
void player_show_line(void *player, const zm_u16 *text, unsigned length);
int player_ask(void *player, const struct session_question *question, char *answer);
int player_choose(void *player, const struct list_source *source);

/* [MORE], until the player has read what there is. */
void player_turn_page(void *player);

/* After whatever may print: the session is stopped if the page is full. */
void player_check_page(struct player *player);

/* Pages are turned until what input needs is seen (screen_begin_input). */
void player_begin_input(struct player *player, const zm_u16 *preload, unsigned length);

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
