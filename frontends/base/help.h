/* Golmac: MIT licence, see LICENSE.

   What --help prints: rows of options no wider than a terminal of 80 columns. */
#ifndef BASE_HELP_H
#define BASE_HELP_H

#include <stdio.h>

enum { HELP_COLUMNS = 79 };

/* Print a name, as it is, and from that column on (on a line of its own after a long name) what it means, ASCII. */
void help_row(FILE *file, const char *name, int column, const char *text);

/* Print a paragraph and an empty line. */
void help_paragraph(FILE *file, const char *text);

#endif
