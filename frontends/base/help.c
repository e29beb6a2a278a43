/* Golmac: MIT licence, see LICENSE.

   What --help prints, broken into lines. */
#include "frontends/base/help.h"

#include <string.h>

/* Words from a column on, where the line stands already; each line after the first begins there, too. */
static void print_words(FILE *file, const char *text, int column)
{
    int at = column;

    while (*text) {
        int length = (int)strcspn(text, " "), space = at > column;

        if (space && at + 1 + length > HELP_COLUMNS) {
            fprintf(file, "\n%*s", column, "");
            at = column;
            space = 0;
        }
        fprintf(file, "%s%.*s", space ? " " : "", length, text);
        at += space + length;
        text += length;
        text += strspn(text, " ");
    }
    putc('\n', file);
}

void help_row(FILE *file, const char *name, int column, const char *text)
{
    if ((int)strlen(name) >= column)
        fprintf(file, "%s\n%*s", name, column, "");
    else
        fprintf(file, "%-*s", column, name);
    print_words(file, text, column);
}

void help_paragraph(FILE *file, const char *text)
{
    print_words(file, text, 0);
    putc('\n', file);
}
