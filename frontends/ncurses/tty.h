/* Golmac: MIT licence, see LICENSE.

   The terminal taken over and given back as it was: at the end, for a suspension (Ctrl-Z), and when the program
   crashes. */
#ifndef NCURSES_TTY_H
#define NCURSES_TTY_H

#include <stdbool.h>
#include "frontends/base/message.h"

/* Whether standard input and output are a terminal whose cursor can be moved, known by TERM. */
bool tty_is_usable(void);

struct rescue;

struct tty {
    struct rescue *rescue;  /* what a crash needs to give the terminal back: see tty.c */
    void *screen;           /* SCREEN of ncurses */
    bool mouse;             /* wanted: wheel and clicks */
    bool ansi;              /* understands, or passes over, what xterm's control sequences are */
    bool titled;            /* the title was changed, and the old one is on the terminal's stack */
};

/* Take the terminal over. Returns 0, or -1 saying why not. */
int tty_open(struct tty *tty, bool mouse, struct message *why);

/* Give it back. */
void tty_close(struct tty *tty);

/* Give it back, stop this process group as Ctrl-Z does, and take it over again when continued. */
void tty_suspend(struct tty *tty);

/* If the terminal has another size than ncurses knows, tell ncurses. Returns true if so. */
bool tty_fit(void);

/* title: UTF-8; control characters in it are left out. */
void tty_set_title(struct tty *tty, const char *title);

#endif
