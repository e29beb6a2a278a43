/* Golmac: MIT licence, see LICENSE.

   A story's pictures and sounds in a terminal: found (host/resources.h), made ready by golmac-media.so if there are any
   (plugin.h), and shown (overlay.h). */
#ifndef NCURSES_GALLERY_H
#define NCURSES_GALLERY_H

#include <stdbool.h>
#include "frontends/ncurses/overlay.h"
#include "frontends/ncurses/plugin.h"
#include "frontends/host/options.h"
#include "frontends/host/resources.h"
#include "frontends/player/scene.h"

struct gallery {
    struct resources resources;
    struct plugin plugin;               /* plugin.media NULL: neither pictures nor sounds */
    struct overlay overlay;
    struct screen_pictures pictures;    /* for the model; size NULL: there are none */
    bool has_sounds;
    bool drawn;                         /* the terminal shows pictures that it has drawn itself */
    bool covered;                       /* a list or the scrollback lay over the pictures when last painted */
};

/* Take the story's resources, if it has any that this build can use; colours: as many as media_terminal says. 0, or -1
   saying why: the file named in the options cannot be used. Else why is empty, or says what was passed over. */
int gallery_open(struct gallery *gallery, const struct story *story, const struct options *options, int colours,
                 struct message *why);
void gallery_close(struct gallery *gallery);

/* The terminal has another size, or other cells. */
void gallery_measure(struct gallery *gallery, int colours);

/* Carry out what the scene's painting means for pictures. Call it after scene_refresh, before rows are painted. */
void gallery_take(struct gallery *gallery, struct scene *scene);

/* The picture cells of a row, to be painted with it; NULL: none show there. *changed is set if the row has to be
   painted though the model has not changed it. */
const struct media_cell *gallery_row(const struct gallery *gallery, const struct scene *scene, unsigned row,
                                     bool *changed);

/* All rows are painted: let the terminal draw what it draws itself, if anything has changed. */
void gallery_finish(struct gallery *gallery);

#endif
