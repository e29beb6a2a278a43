/* Golmac: MIT licence, see LICENSE.

   What comes from the terminal, as the events of display.h: keys with Ctrl, Alt and Shift, characters, pasted text, the
   mouse, a new size. */
#ifndef NCURSES_KEYBOARD_H
#define NCURSES_KEYBOARD_H

#include "frontends/player/display.h"

#include <stdbool.h>
#include <wchar.h>

/* Units of text that one event brings; a longer paste is several. */
enum { KEYBOARD_TEXT = 1 << 15 };

struct keyboard {
    void *pad;              /* WINDOW of ncurses that keys are read from: it is never shown */
    bool pending;           /* a key was read and put back */
    int pending_code;       /* its kind: OK or KEY_CODE_YES */
    wint_t pending_key;
    bool pasting;           /* a paste goes on: more than one event has room for */
    wint_t last_pasted;     /* its last character so far */
    unsigned length;
    zm_u16 text[KEYBOARD_TEXT];
};

/* ncurses has been started. Returns 0, or -1 if there is no memory. */
int keyboard_open(struct keyboard *keyboard);
void keyboard_close(struct keyboard *keyboard);

/* Whether keyboard_read has something to give, as far as is known already. */
bool keyboard_waits(const struct keyboard *keyboard);

/* Fill event with what has come, if anything has: returns true then, else false. Does not wait. */
bool keyboard_read(struct keyboard *keyboard, struct event *event);

#endif
