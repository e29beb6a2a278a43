/* Golmac: MIT licence, see LICENSE.

   Fonts of the system as glyphs to paint. A face is a family (proportional or fixed pitch), bold or not, italic or not;
   it is opened when first used. What a face lacks comes from other fonts that have it. All lengths in pixels. */
#ifndef SDL_FONTS_H
#define SDL_FONTS_H

#include <SDL_ttf.h>
#include <stdbool.h>
#include "frontends/base/message.h"
#include "frontends/screen/style.h"

/* Bits of a face's number. */
enum face_bit { FACE_BOLD = 1, FACE_ITALIC = 2, FACE_FIXED = 4, FACES = 8 };

enum { OTHER_FONTS = 12, GLYPH_UNITS = 8, GLYPH_SLOTS = 4096, KERNED_FIRST = 33, KERNED = 94, FONT_PATH = 1024 };

/* A user-perceived character of a face. The mask has a byte a pixel: how much of it is covered. */
struct glyph {
    zm_u16 unit[GLYPH_UNITS];
    zm_u8 count;                /* units; 0: an empty slot */
    zm_u8 face;
    short left, top;            /* of the mask, from the pen and from the top of the line */
    short width, height, advance;
    unsigned char *mask;        /* NULL: nothing to paint */
};

struct face {
    TTF_Font *font;             /* NULL: not opened yet */
    short kerning[KERNED * KERNED]; /* of pairs of ASCII characters; KERNING_UNKNOWN: not measured yet */
};

struct fonts {
    char path[FACES][FONT_PATH];/* of the file; empty: not looked for yet */
    long number[FACES];         /* of the font in its file */
    int made_style[FACES];      /* TTF_STYLE_ that the file has not and that is made */
    const char *family[2];      /* as the player named them: proportional, fixed */
    struct face face[FACES];
    TTF_Font *other[OTHER_FONTS];
    char other_path[OTHER_FONTS][FONT_PATH];
    unsigned others;
    int size;                   /* pixels of an em */
    int line_height, ascent, cell_width;
    struct glyph *glyph;        /* GLYPH_SLOTS of them, found by hashing */
    unsigned glyphs;
};

/* Names are fontconfig's ("Charis SIL", "serif", a list with commas) or paths of font files; NULL: what is usual.
   Returns 0, or -1 saying which packages have fonts. Names must stay. */
int fonts_open(struct fonts *fonts, const char *proportional, const char *fixed, int size, struct message *why);
void fonts_close(struct fonts *fonts);

/* Another size. 0, or -1 with the old one kept. */
int fonts_set_size(struct fonts *fonts, int size);

/* The glyph of the first user-perceived character of a text, of *units units; it stays until the next call. */
const struct glyph *fonts_glyph(struct fonts *fonts, unsigned face, const zm_u16 *text, unsigned length,
                                unsigned *units);

/* What is added to the pen between two characters. */
int fonts_kerning(struct fonts *fonts, unsigned face, unsigned left, unsigned right);

/* The width of a text in one face. */
unsigned fonts_advance(struct fonts *fonts, unsigned face, const zm_u16 *text, unsigned length);

/* The face of a style. */
unsigned fonts_face_of(const struct screen_style *style);

/* Whether there is a font of one of the names, not just one to take instead. Of a path nothing is known yet: true. */
bool fonts_has(const char *family);

/* ---- Between the files ---- */

/* fonts.c: the file of any font that has a character, and its number in the file. 0 or -1. */
int fonts_find_character(zm_u32 character, unsigned face, char *path, long *number);

/* fonts.c: the open font of a face. NULL if it cannot be opened. */
TTF_Font *fonts_face(struct fonts *fonts, unsigned face);

/* glyphs.c: forget all glyphs. */
void glyphs_forget(struct fonts *fonts);

#endif
