/* Golmac: MIT licence, see LICENSE.

   Colours of the model as those the terminal has: any of 16 million, the nearest of 256, 16 or 8, or none. */
#ifndef NCURSES_COLOURS_H
#define NCURSES_COLOURS_H

#include <stdbool.h>
#include "interp/zmachine.h"

struct colours {
    int count;      /* that the terminal has; 0: none */
    bool direct;    /* a colour's number is its 0xRRGGBB */
    bool own;       /* the terminal's own colours can be asked for */
};

/* ncurses has been started. wanted false: do without. */
void colours_open(struct colours *colours, bool wanted);

/* The pair of ncurses for two colours, each 0xRRGGBB or SCREEN_DEFAULT. Text never gets the colour it stands on, unless
   the two are the same. */
int colours_pair(const struct colours *colours, zm_u32 foreground, zm_u32 background);

#endif
