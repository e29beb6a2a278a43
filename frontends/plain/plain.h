/* Golmac: MIT licence, see LICENSE.

   The plain frontend: standard input and output, for pipes, tests and screen readers. The lower window is printed as
   it comes; the upper window and the status line are told on request, and only what is new in them.

   Files: play.c (from opening to end), plain.c (the screen requests), windows.c (those of version 6), text.c
   (printing), keyboard.c (reading), upper.c (the upper window), saved.c (the screen as bytes). */
#ifndef PLAIN_H
#define PLAIN_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include "frontends/session/drive.h"
#include "frontends/host/options.h"
#include "frontends/base/wrap.h"
#include "frontends/plain/upper.h"

/* Of version 6 (8.8). */
enum { WINDOWS = 8, WINDOW_PROPERTIES = 18 };

struct plain {
    const struct options *options;
    struct zm *zm;
    volatile sig_atomic_t *interrupted;
    bool from_terminal, to_terminal;
    struct zm_screen screen;
    struct wrap wrap;           /* the lower window */
    zm_u16 prompt[WRAP_LINE];   /* the line that stood before the cursor when input was last asked for */
    unsigned prompt_length;
    struct upper upper;
    unsigned window;            /* text goes to: 0, the lower one */
    zm_u16 property[WINDOWS][WINDOW_PROPERTIES];
    unsigned char saved[SAVED_SCREEN], saved_windows[SAVED_WINDOWS]; /* plain_keep_screen's bytes */
    zm_u16 font, style;
    zm_u16 foreground, background; /* numbers of colours; 0: not set */
    zm_u16 screen_buffer;       /* state of buffer_screen */
    struct session *session;    /* NULL in goltest, which never waits for anybody */
    FILE *out; /* standard output, or held: what is printed while the player has a full screen to read */
    char *held;
    size_t held_size;
    unsigned lines;             /* printed since the player was last waited for */
    char output[1 << 16];       /* standard output's buffer: close that before freeing this */
    char input[4096];           /* bytes of standard input not yet used: from input_next to input_end */
    size_t input_next, input_end;
    bool input_over;            /* standard input has ended; a terminal would give more after that */
    char line[4096];            /* the line last typed, without its end; what is longer is cut */
    size_t line_length;
    zm_u16 keys[LINE_MAX_UNITS];/* characters typed when a key was waited for, and not yet given to the story */
    unsigned key_next, key_count;
};

/* Returns 0, or -1 if there is no memory. */
int plain_init(struct plain *plain, struct zm *zm, const struct options *options, volatile sig_atomic_t *interrupted);
void plain_free(struct plain *plain);

/* struct session_host's perform. */
zm_u16 plain_perform(void *plain, unsigned opcode, zm_u16 *operand, unsigned count);

/* play.c: what the plain player does for a session: it shows things, and waits for the player. */
void plain_connect(struct plain *plain, struct session_host *host, struct blocking_host *blocking);

/* plain.c: split off rows for the upper window; the status line by the machine's variables. */
void plain_upper_split(struct plain *plain, unsigned rows);
void plain_show_machine_status(struct plain *plain);

/* windows.c: what version 6 keeps of its windows. plain_windows_perform passes over the opcodes of others. */
void plain_windows_reset(struct plain *plain);
void plain_windows_perform(struct plain *plain, unsigned opcode, const zm_u16 *operand, unsigned count);
zm_u16 plain_windows_get(struct plain *plain, zm_u16 window, unsigned property);
bool plain_windows_transcribe(struct plain *plain);

/* saved.c: struct session_host's functions */
void plain_keep_screen(void *plain, struct saved_screen_bytes *bytes);
void plain_recall_screen(void *plain, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                         bool print);
void plain_was_restored(void *plain);
bool plain_transcribes(void *plain);

/* text.c */
void plain_start_text(struct plain *plain);

/* Whether somebody reads page by page. */
bool plain_waits_for_reader(const struct plain *plain);

/* Print what is held, all of it, or, below a full screen, as much as another one takes. */
void plain_release(struct plain *plain);
void plain_release_page(struct plain *plain);

void plain_print(void *plain, const zm_u16 *text, unsigned length);
void plain_say(void *plain, const char *text);
void plain_warn(void *plain, const char *text);
void plain_show_prompt(void *plain);
void plain_show_status(void *plain);
void plain_tell_upper(struct plain *plain); /* the rows that have changed */
unsigned plain_read_upper(void *plain, zm_u16 *text, unsigned room);
void plain_show_line(void *plain, const zm_u16 *text, unsigned length);
void plain_before_input(struct plain *plain);
void plain_after_input(struct plain *plain, const char *line);

/* keyboard.c */
enum input_result plain_read_line(void *plain, struct input *input);
enum input_result plain_read_key(void *plain, struct input *input);
int plain_ask(void *plain, const struct session_question *question, char *answer);

/* Wait for return at a full screen, until the player has seen all that is held. */
void plain_turn_page(void *plain);

#endif
