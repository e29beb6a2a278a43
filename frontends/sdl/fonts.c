/* Golmac: MIT licence, see LICENSE.

   Fonts: their files, found by fontconfig or as the player names them; faces, opened at a size. */
#include "frontends/sdl/fonts.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Finding font files ---- */

/* Copy what the player needs to know of the font that was found. 0, or -1 if it is not in a file of outlines. */
static int take(FcPattern *found, unsigned face, char *path, long *number, int *made_style)
{
    FcChar8 *file;
    int index = 0, weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;

    if (FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch)
        return -1;
    (void)FcPatternGetInteger(found, FC_INDEX, 0, &index);
    (void)FcPatternGetInteger(found, FC_WEIGHT, 0, &weight);
    (void)FcPatternGetInteger(found, FC_SLANT, 0, &slant);
    if (snprintf(path, FONT_PATH, "%s", (const char *)file) >= FONT_PATH)
        return -1;
    *number = index & 0xFFFF; /* the rest names an instance of a variable font */
    *made_style = 0;
    if ((face & FACE_BOLD) && weight < FC_WEIGHT_DEMIBOLD)
        *made_style |= TTF_STYLE_BOLD;
    if ((face & FACE_ITALIC) && slant == FC_SLANT_ROMAN)
        *made_style |= TTF_STYLE_ITALIC;
    return 0;
}

static void ask_for_style(FcPattern *pattern, unsigned face)
{
    FcPatternAddInteger(pattern, FC_WEIGHT, face & FACE_BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, face & FACE_ITALIC ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    if (face & FACE_FIXED)
        FcPatternAddInteger(pattern, FC_SPACING, FC_MONO);
}

static int match(FcPattern *pattern, unsigned face, char *path, long *number, int *made_style)
{
    FcPattern *found;
    FcResult result;
    int status = -1;

    FcConfigSubstitute(NULL, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    found = FcFontMatch(NULL, pattern, &result);
    if (found) {
        status = take(found, face, path, number, made_style);
        FcPatternDestroy(found);
    }
    FcPatternDestroy(pattern);
    return status;
}

/* Write the path of the file for a face, its number in the file, and what of bold and italic it lacks. 0 or -1. */
static int find(const char *family, unsigned face, char *path, long *number, int *made_style)
{
    FcPattern *pattern;

    if (strchr(family, '/')) {
        *number = 0;
        *made_style = (face & FACE_BOLD ? TTF_STYLE_BOLD : 0) | (face & FACE_ITALIC ? TTF_STYLE_ITALIC : 0);
        return snprintf(path, FONT_PATH, "%s", family) < FONT_PATH ? 0 : -1;
    }
    pattern = FcNameParse((const FcChar8 *)family);
    if (!pattern)
        return -1;
    ask_for_style(pattern, face);
    return match(pattern, face, path, number, made_style);
}

static bool is_installed(FcPattern *pattern)
{
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *fonts = objects ? FcFontList(NULL, pattern, objects) : NULL;
    bool found = fonts && fonts->nfont > 0;

    if (fonts)
        FcFontSetDestroy(fonts);
    if (objects)
        FcObjectSetDestroy(objects);
    return found;
}

static bool is_generic(const FcChar8 *family)
{
    static const char *const generic[] = { "serif", "sans-serif", "sans", "monospace", "mono", "system-ui" };
    size_t i;

    for (i = 0; i < sizeof generic / sizeof generic[0]; i++)
        if (FcStrCmpIgnoreCase(family, (const FcChar8 *)generic[i]) == 0)
            return true;
    return false;
}

bool fonts_has(const char *family)
{
    FcPattern *named = strchr(family, '/') ? NULL : FcNameParse((const FcChar8 *)family), *one;
    FcChar8 *name;
    bool there = !named;
    int i;

    for (i = 0; !there && FcPatternGetString(named, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        one = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, name, (char *)NULL);
        there = is_generic(name) || (one && is_installed(one));
        if (one)
            FcPatternDestroy(one);
    }
    if (named)
        FcPatternDestroy(named);
    return there;
}

int fonts_find_character(zm_u32 character, unsigned face, char *path, long *number)
{
    FcPattern *pattern = FcPatternCreate();
    FcCharSet *characters = FcCharSetCreate();
    int made_style, status = -1;

    if (pattern && characters && FcCharSetAddChar(characters, character)) {
        FcPatternAddCharSet(pattern, FC_CHARSET, characters);
        ask_for_style(pattern, face);
        status = match(pattern, face, path, number, &made_style);
        pattern = NULL;
    }
    if (pattern)
        FcPatternDestroy(pattern);
    if (characters)
        FcCharSetDestroy(characters);
    return status;
}

enum { KERNING_UNKNOWN = 0x7FFF };

static const char *const usual[2] = {
    "Charter,Charis SIL,Noto Serif,Liberation Serif,DejaVu Serif,serif",
    "DejaVu Sans Mono,Liberation Mono,Noto Sans Mono,monospace"
};

unsigned fonts_face_of(const struct screen_style *style)
{
    unsigned face = 0;

    if (style->bits & (SCREEN_BOLD | SCREEN_INPUT))
        face |= FACE_BOLD;
    if (style->bits & SCREEN_ITALIC)
        face |= FACE_ITALIC;
    if ((style->bits & SCREEN_FIXED) || style->font == 4 || style->font == 3)
        face |= FACE_FIXED;
    return face;
}

static void set_up(TTF_Font *font)
{
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    TTF_SetFontKerning(font, 1);
}

TTF_Font *fonts_face(struct fonts *fonts, unsigned number)
{
    struct face *face = &fonts->face[number];
    unsigned i;

    if (face->font)
        return face->font;
    if (!fonts->path[number][0]
        && find(fonts->family[number & FACE_FIXED ? 1 : 0], number, fonts->path[number], &fonts->number[number],
                     &fonts->made_style[number]) != 0)
        return NULL;
    face->font = TTF_OpenFontIndex(fonts->path[number], fonts->size, fonts->number[number]);
    if (!face->font)
        return NULL;
    TTF_SetFontStyle(face->font, fonts->made_style[number]);
    set_up(face->font);
    for (i = 0; i < KERNED * KERNED; i++)
        face->kerning[i] = KERNING_UNKNOWN;
    return face->font;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* The height that lines of all faces have: what the fonts ask for, but from 1.25 to 1.45 ems, since some ask for very
   little and some for room for letters that hardly any text has. And the cell of the fixed font. */
static int measure(struct fonts *fonts)
{
    TTF_Font *usual_face = fonts_face(fonts, 0), *fixed = fonts_face(fonts, FACE_FIXED);
    int ascent, descent, advance, least = (fonts->size * 5 + 3) / 4, most = (fonts->size * 29 + 10) / 20;

    if (!usual_face || !fixed || TTF_GlyphMetrics32(fixed, '0', NULL, NULL, NULL, NULL, &advance) != 0 || advance < 1)
        return -1;
    ascent = larger(TTF_FontAscent(usual_face), TTF_FontAscent(fixed));
    descent = larger(-TTF_FontDescent(usual_face), -TTF_FontDescent(fixed));
    fonts->line_height = ascent + descent < least ? least : ascent + descent > most ? most : ascent + descent;
    fonts->ascent = ascent + (fonts->line_height - ascent - descent) / 2;
    fonts->cell_width = advance;
    return 0;
}

static void close_faces(struct fonts *fonts)
{
    unsigned i;

    for (i = 0; i < FACES; i++) {
        if (fonts->face[i].font)
            TTF_CloseFont(fonts->face[i].font);
        fonts->face[i].font = NULL;
    }
    for (i = 0; i < fonts->others; i++)
        TTF_CloseFont(fonts->other[i]);
    fonts->others = 0;
}

/* A font of the player's that cannot be opened, or that is none: said, with what would help. */
static int complain(const struct fonts *fonts, struct message *why)
{
    unsigned number = fonts->face[0].font ? FACE_FIXED : 0;

    if (fonts->path[number][0])
        return message_set(why, "%s: this font cannot be used: %s", fonts->path[number], TTF_GetError());
    return message_set(why,
                       "no font was found: please install fonts (on Debian: apt-get install fonts-dejavu-core), or "
                       "name the files of a proportional and of a fixed one: --font=FILE --fixed-font=FILE");
}

int fonts_open(struct fonts *fonts, const char *proportional, const char *fixed, int size, struct message *why)
{
    memset(fonts, 0, sizeof *fonts);
    if (TTF_Init() != 0)
        return message_set(why, "fonts cannot be used: %s", TTF_GetError());
    fonts->family[0] = proportional ? proportional : usual[0];
    fonts->family[1] = fixed ? fixed : usual[1];
    fonts->size = size;
    fonts->glyph = calloc(GLYPH_SLOTS, sizeof *fonts->glyph);
    if (!fonts->glyph)
        message_set(why, "there is no memory left");
    else if (measure(fonts) == 0)
        return 0;
    else
        complain(fonts, why);
    fonts_close(fonts);
    return -1;
}

void fonts_close(struct fonts *fonts)
{
    close_faces(fonts);
    if (fonts->glyph)
        glyphs_forget(fonts);
    free(fonts->glyph);
    TTF_Quit();
    FcFini();
    memset(fonts, 0, sizeof *fonts);
}

static int change_size(struct fonts *fonts, int size)
{
    close_faces(fonts);
    glyphs_forget(fonts);
    fonts->size = size;
    return measure(fonts);
}

int fonts_set_size(struct fonts *fonts, int size)
{
    int old = fonts->size;

    if (change_size(fonts, size) == 0)
        return 0;
    (void)change_size(fonts, old); /* it worked before */
    return -1;
}

/* ---- Kerning ---- */

/* Where the ink of a glyph goes beyond its advance, on the left and on the right. */
static int overhang(TTF_Font *font, unsigned character, int *left, int *right, int *advance)
{
    int least, most;

    if (TTF_GlyphMetrics32(font, character, &least, &most, NULL, NULL, advance) != 0)
        return -1;
    *left = least < 0 ? -least : 0;
    *right = most > *advance ? most - *advance : 0;
    return 0;
}

/* What shaping both together makes of the width of two characters. */
static short measure_pair(TTF_Font *font, unsigned left, unsigned right)
{
    char text[3] = { (char)left, (char)right, '\0' };
    int before, unused, after, advance_left, advance_right, width;

    if (overhang(font, left, &before, &unused, &advance_left) != 0
        || overhang(font, right, &unused, &after, &advance_right) != 0
        || TTF_SizeUTF8(font, text, &width, NULL) != 0)
        return 0;
    width -= before + after + advance_left + advance_right;
    return (short)(width > 0 || width < -advance_left ? 0 : width);
}

int fonts_kerning(struct fonts *fonts, unsigned face, unsigned left, unsigned right)
{
    TTF_Font *font;
    short *kerning;

    if ((face & FACE_FIXED) || left - KERNED_FIRST >= KERNED || right - KERNED_FIRST >= KERNED)
        return 0;
    font = fonts_face(fonts, face);
    if (!font)
        return 0;
    kerning = &fonts->face[face].kerning[(left - KERNED_FIRST) * KERNED + right - KERNED_FIRST];
    if (*kerning == KERNING_UNKNOWN)
        *kerning = measure_pair(font, left, right);
    return *kerning;
}
