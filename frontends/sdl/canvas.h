/* Golmac: MIT licence, see LICENSE.

   A picture of the window in memory, 32 bits a pixel, 0x00RRGGBB, and what of it has changed since it was last shown.
   All painting is clipped to the canvas. */
#ifndef SDL_CANVAS_H
#define SDL_CANVAS_H

#include <SDL.h>
#include "frontends/sdl/fonts.h"
#include "frontends/media/pictures.h"

enum { CANVAS_CHANGES = 64 };

struct canvas {
    SDL_Surface *surface;       /* owns the pixels; NULL: empty */
    int width, height;
    SDL_Rect clip;              /* nothing is painted outside */
    SDL_Rect change[CANVAS_CHANGES];
    int changes;
};

/* Make it a size; what was on it is gone. 0, or -1 if there is no memory; then it is empty. */
int canvas_resize(struct canvas *canvas, int width, int height);
void canvas_free(struct canvas *canvas);

/* Paint only inside a rectangle from now on; NULL: everywhere. */
void canvas_clip(struct canvas *canvas, const SDL_Rect *rectangle);

/* A rectangle must be shown again. Painting calls it itself only where it says so. */
void canvas_change(struct canvas *canvas, const SDL_Rect *rectangle);

void canvas_fill(struct canvas *canvas, const SDL_Rect *rectangle, zm_u32 colour);

/* A glyph with the pen at x and the line's top at y. */
void canvas_glyph(struct canvas *canvas, const struct glyph *glyph, int x, int y, zm_u32 colour);

/* Bits of a small picture, row by row from the top, each row from its highest bit, drawn over a whole rectangle. */
void canvas_bits(struct canvas *canvas, const zm_u8 *row, const SDL_Rect *rectangle, zm_u32 colour);

void canvas_picture(struct canvas *canvas, const struct picture *picture, int x, int y);

/* What is in a rectangle moves up by so many pixels (down if negative); what becomes free is filled. */
void canvas_scroll(struct canvas *canvas, const SDL_Rect *rectangle, int by, zm_u32 colour);

/* Copy a rectangle of another canvas, which stands with its top left at x, y of this one. */
void canvas_copy(struct canvas *canvas, const struct canvas *from, const SDL_Rect *rectangle, int x, int y);

#endif
