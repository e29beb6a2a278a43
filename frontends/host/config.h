/* Golmac: MIT licence, see LICENSE.

   The config file, $XDG_CONFIG_HOME/golmac/config. Its keys are the long names of the options in options.def:

     # a comment; also after ;
     width = 72
     no-more                    a flag alone means yes
     [88.840726]                from here on only for this story: release.serial, its IFID, or its file's name
     width = 100
     transcript =               empty: as if it had not been set above

   A line that means nothing is told once, with file, line and what to do, and passed over. Nothing in the file,
   whatever it is, keeps a story from being played. */
#ifndef HOST_CONFIG_H
#define HOST_CONFIG_H

#include <stddef.h>
#include "frontends/base/message.h"
#include "frontends/host/options.h"

struct config_entry {
    const char *section;    /* "": for all stories */
    const char *key;
    const char *value;      /* NULL: a flag that stands alone */
};

struct config {
    char *text;                     /* the file, cut into pieces in place; the entries point into it */
    struct config_entry *entries;   /* those that are well formed, in the order of the file */
    size_t count;
    char *complaints;               /* "FILE:LINE: ..." a line each; NULL: none */
};

/* The path of the config file, allocated; NULL if there is no memory. It need not be there. */
char *config_path(void);

/* Read the file at path; that it is not there is no mistake. What could not be read or understood is in complaints.
   Texts of options that are taken from it stay until config_free. */
void config_load(struct config *config, const char *path);
void config_free(struct config *config);

/* Set what the file says for all stories, or, names != NULL, what it says in the sections called one of the names (NULL
   ends them; letters may be capitals or not). */
void config_apply(const struct config *config, const char *const *names, struct options *options);

/* Write key = value in that section ("": for all stories) of the file at path: over its last value there, or after the
   section's last line, or in a new section. All else in the file stays as it is, comments too. value NULL: take the
   setting out. Returns 0, or -1 saying why; then the file is as it was. */
int config_write(const char *path, const char *section, const char *key, const char *value, struct message *why);

#endif
