/* Golmac: MIT licence, see LICENSE.

   The resources of a Blorb file (Blorb 2.0.4): pictures, sounds, the story, and what is said of them. An index over
   bytes that the caller keeps. The bytes may be anything: a resource or chunk that does not lie in the file whole is
   left out, as if it were not there, and damage says so. */
#ifndef FORMATS_BLORB_H
#define FORMATS_BLORB_H

#include <stdbool.h>
#include <stddef.h>
#include "frontends/base/message.h"
#include "interp/zmachine.h"

/* Four letters as a number: chunk types and usages. */
#define BLORB_ID(a, b, c, d) ((zm_u32)(a) << 24 | (zm_u32)(b) << 16 | (zm_u32)(c) << 8 | (zm_u32)(d))

enum blorb_usage { BLORB_PICTURE, BLORB_SOUND, BLORB_DATA, BLORB_CODE, BLORB_USAGES };

struct blorb_chunk {
    zm_u32 type;                /* BLORB_ID; of an IFF file (AIFF) the form's */
    const unsigned char *bytes; /* contents; of an IFF file with its header */
    size_t size;
};

struct blorb_resource { zm_u32 usage, number; struct blorb_chunk chunk; };

struct blorb {
    const unsigned char *bytes;         /* the file; NULL: none */
    size_t size;
    struct blorb_resource *resources;   /* sorted by usage and number */
    size_t count;
    struct message damage;              /* empty: the file is whole */
};

/* The numbers that Blorb files and IFF chunks are made of. */
zm_u32 blorb_number(const unsigned char *bytes);

/* Whether the bytes begin as a Blorb file does. */
bool blorb_is(const unsigned char *bytes, size_t size);

/* Index a file, which must stay. 0, or -1 saying why: it is no Blorb file, or there is no memory. */
int blorb_open(struct blorb *blorb, const unsigned char *bytes, size_t size, struct message *why);
void blorb_close(struct blorb *blorb);

/* A resource; NULL if there is none. */
const struct blorb_chunk *blorb_find(const struct blorb *blorb, enum blorb_usage usage, zm_u32 number);

/* The first chunk of a type that is no resource, such as IFmd; false if there is none. */
bool blorb_chunk(const struct blorb *blorb, zm_u32 type, struct blorb_chunk *chunk);

/* The number of the picture on the cover (Fspc); false, with *number untouched, if there is none. */
bool blorb_cover(const struct blorb *blorb, zm_u32 *number);

/* The release number of the resources (RelN), 0 if none is given. */
zm_u16 blorb_release(const struct blorb *blorb);

/* How many pictures there are, and the highest number of one. */
unsigned blorb_pictures(const struct blorb *blorb, zm_u32 *highest);

/* The standard size of the window, in pixels (Reso); false if none is given. */
bool blorb_window(const struct blorb *blorb, unsigned *width, unsigned *height);

/* The scale of a picture in a window of width * height pixels, times 65536 (Reso). */
zm_u32 blorb_scale(const struct blorb *blorb, zm_u32 picture, unsigned width, unsigned height);

/* Whether a picture takes its colours from the one drawn before (APal). */
bool blorb_is_adaptive(const struct blorb *blorb, zm_u32 picture);

/* Whether a sound of a version 3 game repeats until it is stopped (Loop). */
bool blorb_is_looped(const struct blorb *blorb, zm_u32 sound);

/* Whether the resources belong to the story with this header: they do unless IFhd names another. */
bool blorb_fits(const struct blorb *blorb, const unsigned char *header);

#endif
