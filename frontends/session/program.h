/* Golmac: MIT licence, see LICENSE.

   A program that plays stories, from its command line to its exit status: golmac and golmac-sdl, and whatever brings
   another screen. What differs stands in a struct program. */
#ifndef SESSION_PROGRAM_H
#define SESSION_PROGRAM_H

#include "frontends/host/settings.h"

struct program {
    const char *name;               /* before messages: "golmac" */
    void (*print_help)(void);       /* --help; NULL: the list of options */

    /* Play the story that the settings have chosen, or, where none is named, do what is done then. path: the
       program's own, as it was called. Returns the exit status (enum session_status); what went wrong has been
       told. */
    int (*play)(struct settings *settings, const char *path);
};

/* Read the command line and the config file, then do what they ask for: help, the version, an action
   (session_internal.h), a play. Returns the exit status. */
int program_run(const struct program *program, int argc, char **argv);

#endif
