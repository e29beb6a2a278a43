/* Golmac: MIT licence, see LICENSE.

   Rows of the model as cells of ncurses. */
#ifndef NCURSES_PAINT_H
#define NCURSES_PAINT_H

#include "colours.h"
#include "frontends/screen/screen.h"

/* Put a row where it stands, in place of what was there. ascii: nothing but ASCII. */
void paint_row(const struct colours *colours, const struct screen_row *row, int ascii);

#endif
