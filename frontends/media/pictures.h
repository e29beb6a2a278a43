/* Golmac: MIT licence, see LICENSE.

   The pictures of a story: PNG, JPEG and Rect resources of its Blorb file, with the sizes that the file wants them in
   (Reso) and the colours of the picture drawn before (APal). Decoded by SDL2_image, kept as long as there is room. */
#ifndef MEDIA_PICTURES_H
#define MEDIA_PICTURES_H

#include "frontends/formats/blorb.h"

enum { PICTURES_KEPT = 48, PICTURE_COLOURS = 16,
       PICTURE_PIXELS_MAX = 1 << 24 };      /* a larger picture is not decoded */

struct picture {
    unsigned width, height;
    unsigned char *pixels;      /* red, green, blue, alpha, a byte each, alpha multiplied in; rows without gaps */
};

/* A picture at one size, in one palette. */
struct kept_picture {
    zm_u32 number;
    unsigned palette;           /* its generation; 0: the picture's own colours */
    unsigned long used;
    struct picture picture;
};

struct pictures {
    const struct blorb *blorb;
    unsigned width, height;     /* of the story's window, which sizes depend on */
    unsigned char palette[PICTURE_COLOURS][3];
    unsigned generation;        /* counts changes of the palette; 0: no picture has set it */
    unsigned long clock;
    size_t bytes;               /* of the pictures kept */
    struct kept_picture kept[PICTURES_KEPT];
};

/* The Blorb file must stay. Sizes are those for its standard window. */
void pictures_init(struct pictures *pictures, const struct blorb *blorb);
void pictures_free(struct pictures *pictures);

/* The size that the story is told (Blorb: scaled). True, or false if there is no such picture. */
bool pictures_size(const struct pictures *pictures, zm_u32 number, unsigned *width, unsigned *height);

/* The picture as it is drawn now, width * height pixels; it stays until the next call. A picture that sets the palette
   of those after it does so. NULL, saying why: it is not there, only a Rect, broken, or too large. */
const struct picture *pictures_draw(struct pictures *pictures, zm_u32 number, unsigned width, unsigned height,
                                    struct message *why);

/* ---- Between the files ---- */

/* size.c: the size of a picture as it is in its file, from the first bytes. True, or false if those make no sense. */
bool picture_size(const struct blorb_chunk *chunk, unsigned *width, unsigned *height);

/* png.c: the first colours of an indexed PNG; returns how many, 0 if it has none. */
unsigned png_palette(const struct blorb_chunk *file, unsigned char palette[][3]);

/* png.c: a copy to decode, allocated, at most 12 bytes longer than the file; with colours 2 to 15 of the palette in
   place of its own, unless that is NULL. NULL if there is no memory. */
unsigned char *png_copy(const struct blorb_chunk *file, unsigned char palette[][3], size_t *size);

/* decode.c: by SDL2_image. 0, or -1 saying why. The caller frees picture->pixels. */
int picture_decode(struct picture *picture, const unsigned char *bytes, size_t size, struct message *why);

/* scale.c: a picture of another size. 0, or -1 if there is no memory. The caller frees scaled->pixels. */
int picture_scale(struct picture *scaled, const struct picture *picture, unsigned width, unsigned height);

#endif
