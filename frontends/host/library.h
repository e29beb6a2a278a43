/* Golmac: MIT licence, see LICENSE.

   The library: the story files in the folders of ZCODE_PATH and INFOCOM_PATH, those in $XDG_DATA_HOME/golmac/stories,
   and those played before, wherever they are; one row for each story, sorted: the last played first, the others by
   title. Files that are no stories are passed over. */
#ifndef HOST_LIBRARY_H
#define HOST_LIBRARY_H

#include <stddef.h>
#include <stdio.h>
#include <time.h>
#include "frontends/formats/identity.h"

struct library_row {
    char *path;             /* give this to settings_choose_story, or to golmac */
    char *title;            /* as the file's metadata says, or its name */
    char *author;           /* "" if nobody is named */
    char *headline;         /* "An Interactive Fable"; "" if there is none */
    struct identity identity;
    unsigned version;       /* of the Z-machine */
    time_t played;          /* when it was last played; 0: never */
};

struct library {
    struct library_row *rows;
    size_t count;
};

/* Look for story files. 0, or -1 if there is no memory. */
int library_open(struct library *library);
void library_close(struct library *library);

/* The row of the story with this title, or whose title alone begins so or has it in it (letters may be capitals or
   not); NULL: none, or several. */
const struct library_row *library_find(const struct library *library, const char *title);

/* A row as one line of at most size - 1 bytes: title, author, release and serial number, version, last played. */
void library_describe(const struct library_row *row, char *line, size_t size);

/* Print the list and how to start one: golmac without a story and without a terminal. */
void library_print(const struct library *library, FILE *file);

#endif
