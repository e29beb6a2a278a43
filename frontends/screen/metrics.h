/* Golmac: MIT licence, see LICENSE.

   What a display tells the model about itself: how text is measured, and the pictures of version 6. */
#ifndef METRICS_H
#define METRICS_H

#include "frontends/screen/style.h"

/* How text is measured. All widths in units. */
struct screen_metrics {
    void *context;              /* handed to advance */
    unsigned width, height;     /* of the whole area for text */
    unsigned cell_width;        /* of "0" in the fixed font: the upper window's cells, and the story's columns */
    unsigned line_height;       /* of every row, in any style */
    unsigned measure;           /* text no wider than so many cells; 0: as wide as the area. Not in version 6 */
    bool centred;               /* where measure leaves room: on both sides; else all on the right */

    /* The width of a run of one style. NULL: a character display, each character as wide as it has columns
       (columns_of). The runs it is asked for never begin or end inside a character. */
    unsigned (*advance)(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length);
};

/* The width of a run by these metrics. */
unsigned metrics_advance(const struct screen_metrics *metrics, const struct screen_style *style, const zm_u16 *text,
                         unsigned length);

/* The pictures of version 6. */
struct screen_pictures {
    void *context;              /* handed to each function */
    unsigned count, release;    /* of all the pictures: @picture_data 0 */

    /* Write the size of a picture in units. Returns 0 if there is none of that number. */
    int (*size)(void *context, unsigned number, unsigned *width, unsigned *height);

    /* Whether a picture is drawn in the palette of the one before (Blorb, APal). NULL: none is. */
    int (*adapts)(void *context, unsigned number);

    /* Write the colour (0xRRGGBB) that a picture has at a place, units from its top left. Returns 0 where it has none,
       or is seen through. NULL: nothing is known. */
    int (*colour)(void *context, unsigned number, unsigned x, unsigned y, zm_u32 *colour);

    /* These pictures will soon be wanted (@picture_table). May be NULL. */
    void (*prepare)(void *context, const zm_u16 *numbers, unsigned count);
};

#endif
