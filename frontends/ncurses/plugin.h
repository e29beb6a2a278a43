/* Golmac: MIT licence, see LICENSE.

   golmac-media.so, which knows pictures and sounds (frontends/chafa/module.h), found and loaded. It stands beside the
   program, or in lib/golmac/ of the folder that the program's bin/ is in. */
#ifndef NCURSES_PLUGIN_H
#define NCURSES_PLUGIN_H

#include "frontends/chafa/module.h"

struct plugin {
    void *library;
    const struct media *media;  /* NULL: there is none */
    void *opened;               /* handed to media's functions */
    int ends[2];                /* a pipe: numbers of the sounds that have ended come out of ends[0] */
};

/* Load it for a story's resources. 0, or -1 saying why not; then plugin->media is NULL. */
int plugin_open(struct plugin *plugin, const struct blorb *blorb, const struct media_terminal *terminal,
                struct message *why);
void plugin_close(struct plugin *plugin);

/* The number of a sound that has ended, or 0. */
unsigned plugin_ended(struct plugin *plugin);

#endif
