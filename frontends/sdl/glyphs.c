/* Golmac: MIT licence, see LICENSE.

   Glyphs, rendered once and kept. A character with combining marks is rendered as a whole, so that the font places
   them. */
#include "frontends/sdl/fonts.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

void glyphs_forget(struct fonts *fonts)
{
    unsigned i;

    for (i = 0; i < GLYPH_SLOTS; i++)
        free(fonts->glyph[i].mask);
    memset(fonts->glyph, 0, GLYPH_SLOTS * sizeof *fonts->glyph);
    fonts->glyphs = 0;
}

/* ---- Which font has a character ---- */

static TTF_Font *open_other(struct fonts *fonts, const char *path, long number)
{
    TTF_Font *font;

    if (fonts->others == OTHER_FONTS)
        return NULL;
    font = TTF_OpenFontIndex(path, fonts->size, number);
    if (!font)
        return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    snprintf(fonts->other_path[fonts->others], FONT_PATH, "%s", path);
    fonts->other[fonts->others++] = font;
    return font;
}

static bool is_open(const struct fonts *fonts, const char *path)
{
    unsigned i;

    for (i = 0; i < fonts->others; i++)
        if (strcmp(fonts->other_path[i], path) == 0)
            return true;
    return false;
}

/* The face itself if it has the character or no font does. */
static TTF_Font *font_with(struct fonts *fonts, unsigned face, zm_u32 character)
{
    TTF_Font *own = fonts_face(fonts, face), *other;
    char path[FONT_PATH];
    long number;
    unsigned i;

    if (!own || TTF_GlyphIsProvided32(own, character))
        return own;
    for (i = 0; i < fonts->others; i++)
        if (TTF_GlyphIsProvided32(fonts->other[i], character))
            return fonts->other[i];
    if (fonts_find_character(character, face, path, &number) != 0 || is_open(fonts, path))
        return own;
    other = open_other(fonts, path, number);
    return other && TTF_GlyphIsProvided32(other, character) ? other : own;
}

/* ---- Rendering ---- */

static void take_mask(struct glyph *glyph, const SDL_Surface *surface)
{
    int x, y;

    glyph->mask = malloc((size_t)surface->w * (size_t)surface->h + 1);
    if (!glyph->mask)
        return;
    glyph->width = (short)surface->w;
    glyph->height = (short)surface->h;
    for (y = 0; y < surface->h; y++) {
        const Uint32 *row = (const Uint32 *)((const char *)surface->pixels + y * surface->pitch);

        for (x = 0; x < surface->w; x++)
            glyph->mask[(size_t)y * (size_t)surface->w + (size_t)x] = (unsigned char)(row[x] >> 24);
    }
}

static void render(struct fonts *fonts, struct glyph *glyph)
{
    static const SDL_Color white = { 255, 255, 255, 255 };
    char text[GLYPH_UNITS * UTF8_PER_UNIT + 1];
    unsigned units;
    zm_u32 character = character_at(glyph->unit, glyph->count, &units);
    TTF_Font *font = font_with(fonts, glyph->face, character);
    SDL_Surface *surface;
    int left = 0, advance = 0;

    if (!font)
        return;
    if (TTF_GlyphMetrics32(font, character, &left, NULL, NULL, NULL, &advance) != 0)
        left = 0;
    glyph->advance = (short)advance;
    if (glyph->face & FACE_FIXED) /* cells stay in line whatever font a character comes from */
        glyph->advance = (short)(fonts->cell_width * (int)columns_of(glyph->unit, glyph->count));
    glyph->left = (short)(left < 0 ? left : 0); /* the surface begins at the pen, or where the ink does */
    glyph->top = (short)(fonts->ascent - TTF_FontAscent(font));
    if (character == ' ' || character == 0xA0)
        return;
    text[utf8_encode(text, glyph->unit, glyph->count)] = '\0';
    surface = TTF_RenderUTF8_Blended(font, text, white);
    if (surface)
        take_mask(glyph, surface);
    SDL_FreeSurface(surface);
}

/* ---- Keeping ---- */

static unsigned hash(unsigned face, const zm_u16 *unit, unsigned count)
{
    zm_u32 value = face * 2654435761u;
    unsigned i;

    for (i = 0; i < count; i++)
        value = (value ^ unit[i]) * 16777619u;
    return (unsigned)(value ^ value >> 15) % GLYPH_SLOTS;
}

static struct glyph *find(struct fonts *fonts, unsigned face, const zm_u16 *unit, unsigned count)
{
    unsigned slot = hash(face, unit, count);
    struct glyph *glyph;

    for (;; slot = (slot + 1) % GLYPH_SLOTS) {
        glyph = &fonts->glyph[slot];
        if (glyph->count == 0)
            return glyph;
        if (glyph->face == face && glyph->count == count && memcmp(glyph->unit, unit, count * sizeof *unit) == 0)
            return glyph;
    }
}

const struct glyph *fonts_glyph(struct fonts *fonts, unsigned face, const zm_u16 *text, unsigned length,
                                unsigned *units)
{
    unsigned count;
    struct glyph *glyph;

    *units = character_units(text, length);
    count = *units < GLYPH_UNITS ? *units : GLYPH_UNITS;
    glyph = find(fonts, face, text, count);
    if (glyph->count > 0)
        return glyph;
    if (fonts->glyphs >= GLYPH_SLOTS / 2) {
        glyphs_forget(fonts);
        glyph = find(fonts, face, text, count);
    }
    fonts->glyphs++;
    memcpy(glyph->unit, text, count * sizeof *text);
    glyph->count = (zm_u8)count;
    glyph->face = (zm_u8)face;
    render(fonts, glyph);
    return glyph;
}

unsigned fonts_advance(struct fonts *fonts, unsigned face, const zm_u16 *text, unsigned length)
{
    unsigned width = 0, units;

    for (; length > 0; text += units, length -= units) {
        width += (unsigned)fonts_glyph(fonts, face, text, length, &units)->advance;
        if (units < length)
            width += (unsigned)fonts_kerning(fonts, face, text[units - 1], text[units]);
    }
    return width;
}
