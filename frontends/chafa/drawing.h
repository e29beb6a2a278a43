/* Golmac: MIT licence, see LICENSE.

   Decoded pictures as what a terminal can show: block characters, or bytes that it draws itself. By libchafa. */
#ifndef CHAFA_DRAWING_H
#define CHAFA_DRAWING_H

#include <chafa.h>
#include "frontends/chafa/module.h"
#include "frontends/media/pictures.h"

struct drawing {
    ChafaTermInfo *terminal;        /* what the environment says of it */
    ChafaPixelMode pixels;          /* SYMBOLS: it draws none itself */
    struct media_terminal size;
    struct media_cell *cells;
    size_t room;                    /* of cells */
    GString *bytes;
};

/* The terminal is known by its environment variables. */
void drawing_init(struct drawing *drawing, const struct media_terminal *terminal);
void drawing_free(struct drawing *drawing);

/* A picture as columns * rows cells, until the next call. NULL if there is no memory. */
const struct media_cell *drawing_cells(struct drawing *drawing, const struct picture *picture, unsigned columns,
                                       unsigned rows);

/* The bytes that draw a part of a picture whose whole size is columns * rows cells, until the next call. */
const char *drawing_bytes(struct drawing *drawing, const struct picture *picture, unsigned columns, unsigned rows,
                          const struct media_part *part, size_t *length);

#endif
