/* Golmac: MIT licence, see LICENSE.

   Rows of the model as cells of ncurses. */
#ifndef NCURSES_PAINT_H
#define NCURSES_PAINT_H

#include <stdbool.h>
#include "frontends/ncurses/colours.h"
#include "frontends/chafa/module.h"
#include "frontends/screen/screen.h"

/* Put a row where it stands, in place of what was there. pictures: cells that show where the row has nothing but
   blanks, as many as the terminal has columns; NULL: none. ascii: nothing but ASCII. */
void paint_row(const struct colours *colours, const struct screen_row *row, const struct media_cell *pictures,
               bool ascii);

#endif
