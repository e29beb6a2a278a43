/* Golmac: MIT licence, see LICENSE.

   The saved games in a folder. */
#ifndef SESSION_CATALOGUE_H
#define SESSION_CATALOGUE_H

#include <stddef.h>
#include <time.h>
#include "frontends/formats/story.h"

struct catalogue_save {
    char *name;     /* without the folder */
    time_t when;
    int ours;       /* of the story asked about; else another's */
};

struct catalogue { struct catalogue_save *saves; size_t count; };

/* Find the saved games in a folder, in the order of their names. A folder that cannot be read has none. Returns 0, or -1
   if there is no memory. */
int catalogue_open(struct catalogue *catalogue, const char *folder, const struct story *story);
void catalogue_close(struct catalogue *catalogue);

/* A date and time, as lists show it; "" if it is none. */
enum { CATALOGUE_DATE = 32 };
void catalogue_date(time_t when, char date[CATALOGUE_DATE]);

/* A save as a line: its name, its date, whose it is. */
void catalogue_describe(const struct catalogue_save *save, char *line, size_t size);

#endif
