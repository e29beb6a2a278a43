/* Golmac: MIT licence, see LICENSE.

   A run of text: its ground and its glyphs. */
#include "frontends/sdl/window.h"

enum { GRAPHICS_FIRST = 33, GRAPHICS_LAST = 126, GRAPHICS_ROWS = 8 };

static const zm_u8 graphics[][GRAPHICS_ROWS] = {
#define CHARACTER_GRAPHIC(code, ...) [code - GRAPHICS_FIRST] = { __VA_ARGS__ },
#include "frontends/sdl/font3_lines.def"
};

/* Where a cell begins; cells touch each other, so that graphics join. */
static int cell_edge(const struct sdl_window *window, int x, unsigned cell)
{
    return x + (int)(cell * window->cell_units * window->zoom + 0.5);
}

static void paint_graphics(struct sdl_window *window, struct canvas *canvas, const zm_u16 *text, unsigned length,
                           const SDL_Rect *ground, zm_u32 ink)
{
    SDL_Rect cell = *ground;
    unsigned i;

    for (i = 0; i < length; i++) {
        cell.x = cell_edge(window, ground->x, i);
        cell.w = cell_edge(window, ground->x, i + 1) - cell.x;
        if (text[i] >= GRAPHICS_FIRST && text[i] <= GRAPHICS_LAST)
            canvas_bits(canvas, graphics[text[i] - GRAPHICS_FIRST], &cell, ink);
    }
}

static void paint_glyphs(struct sdl_window *window, struct canvas *canvas, unsigned face, const zm_u16 *text,
                         unsigned length, int x, int y, zm_u32 ink)
{
    const struct glyph *glyph;
    unsigned units;

    for (; length > 0; text += units, length -= units) {
        glyph = fonts_glyph(&window->fonts, face, text, length, &units);
        canvas_glyph(canvas, glyph, x, y, ink);
        x += glyph->advance;
        if (units < length)
            x += fonts_kerning(&window->fonts, face, text[units - 1], text[units]);
    }
}

/* Version 6, where units are not pixels: fixed text keeps to its cells. */
static void paint_cells(struct sdl_window *window, struct canvas *canvas, unsigned face, const zm_u16 *text,
                        unsigned length, const SDL_Rect *ground, zm_u32 ink)
{
    const struct glyph *glyph;
    unsigned units, cell = 0;

    for (; length > 0; text += units, length -= units) {
        glyph = fonts_glyph(&window->fonts, face, text, length, &units);
        canvas_glyph(canvas, glyph, cell_edge(window, ground->x, cell), ground->y, ink);
        cell += columns_of(text, units);
    }
}

void text_paint(struct sdl_window *window, struct canvas *canvas, const struct screen_style *style, const zm_u16 *text,
                unsigned length, const SDL_Rect *ground)
{
    unsigned face = fonts_face_of(style);
    zm_u32 ink, behind;

    theme_colours(window->theme, style, &ink, &behind);
    if (behind != SCREEN_TRANSPARENT)
        canvas_fill(canvas, ground, behind);
    if (style->font == 3)
        paint_graphics(window, canvas, text, length, ground, ink);
    else if (window->is_version6 && (face & FACE_FIXED))
        paint_cells(window, canvas, face, text, length, ground, ink);
    else
        paint_glyphs(window, canvas, face, text, length, ground->x, ground->y, ink);
}
