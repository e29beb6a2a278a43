/* Golmac: MIT licence, see LICENSE.

   Finding font files: by fontconfig, or as the player names them. */
#include "frontends/sdl/fonts.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <string.h>

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

int font_find(const char *family, unsigned face, char *path, long *number, int *made_style)
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

static int is_installed(FcPattern *pattern)
{
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *fonts = objects ? FcFontList(NULL, pattern, objects) : NULL;
    int found = fonts && fonts->nfont > 0;

    if (fonts)
        FcFontSetDestroy(fonts);
    if (objects)
        FcObjectSetDestroy(objects);
    return found;
}

static int is_generic(const FcChar8 *family)
{
    static const char *const generic[] = { "serif", "sans-serif", "sans", "monospace", "mono", "system-ui" };
    size_t i;

    for (i = 0; i < sizeof generic / sizeof generic[0]; i++)
        if (FcStrCmpIgnoreCase(family, (const FcChar8 *)generic[i]) == 0)
            return 1;
    return 0;
}

int font_is_there(const char *family)
{
    FcPattern *named = strchr(family, '/') ? NULL : FcNameParse((const FcChar8 *)family), *one;
    FcChar8 *name;
    int i, there = !named;

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

int font_find_character(zm_u32 character, unsigned face, char *path, long *number)
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
