/* Golmac: MIT licence, see LICENSE.

   True colour for ncurses. Terminals that show 16 million colours (COLORTERM says so) are mostly described as having
   256; this makes the description that ncurses needs to use them all: the terminal's own, but for its colours. */
#ifndef NCURSES_DIRECT_H
#define NCURSES_DIRECT_H

/* The description in the form that the environment variable TERMINFO can hold, allocated; NULL if the terminal has no
   such colours, or there is no memory. type: what TERM says, to be described under the same name. */
char *direct_description(const char *type);

#endif
