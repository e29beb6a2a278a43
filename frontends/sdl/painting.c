/* Golmac: MIT licence, see LICENSE.

   From the scene to the canvas: how text is measured, runs of text, rows that have changed, what version 6 paints. */
#include "frontends/sdl/window.h"
#include "frontends/player/scene.h"
#include "frontends/screen/paint.h"

#include <string.h>

/* ---- What the screen model and the machine are told of the window ---- */

/* Pixels as whole units, never too few: text that is thought narrower than it is would be cut. */
static unsigned units(const struct sdl_window *window, unsigned pixels)
{
    return window->zoom == 1 ? pixels : (unsigned)(pixels / window->zoom + 0.999);
}

static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    struct sdl_window *window = context;
    unsigned face = fonts_face_of(style);

    if (face & FACE_FIXED)
        return columns_of(text, length) * window->cell_units;
    return units(window, fonts_advance(&window->fonts, face, text, length));
}

/* Of 8 bits a channel, 15-bit true colour (8.3.7). */
static void tell_colours(const struct sdl_window *window, struct zm_screen *description)
{
    description->foreground = window->theme->text_number;
    description->background = window->theme->background_number;
    description->true_foreground = colour_true(window->theme->text);
    description->true_background = colour_true(window->theme->background);
}

void window_measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    struct sdl_window *window = context;

    metrics->context = window;
    metrics->advance = advance;
    metrics->width = window->units_wide;
    metrics->height = window->units_high;
    metrics->cell_width = window->cell_units;
    metrics->line_height = window->line_units;
    description->can |= ZM_CAN_COLOURS | ZM_CAN_BOLD | ZM_CAN_ITALIC | ZM_CAN_FIXED | ZM_CAN_PROPORTIONAL
                        | ZM_CAN_SOUND | ZM_CAN_MOUSE | (window->screen_pictures.count > 0 ? ZM_CAN_PICTURES : 0);
    tell_colours(window, description);
}

/* ---- A run of text: its ground and its glyphs ---- */

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

void window_paint_text(struct sdl_window *window, struct canvas *canvas, const struct screen_style *style,
                       const zm_u16 *text, unsigned length, const SDL_Rect *ground)
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

/* ---- Version 6: what the story paints, on a page of its own, from which the canvas is copied ---- */

/* A rectangle of units as pixels. */
static SDL_Rect place_of(const struct sdl_window *window, int x, int y, int width, int height)
{
    SDL_Rect place = { window_x(window, x), window_y(window, y), 0, 0 };

    place.w = window_x(window, (double)x + width) - place.x;
    place.h = window_y(window, (double)y + height) - place.y;
    return place;
}

static void paint_picture(struct sdl_window *window, const struct paint_operation *operation)
{
    unsigned width, height;
    const struct picture *picture;
    struct message why = { "" };
    SDL_Rect place;

    if (!window->screen_pictures.size || !window->screen_pictures.size(window, operation->number, &width, &height))
        return;
    place = place_of(window, operation->left, operation->top, (int)width, (int)height);
    if (place.w <= 0 || place.h <= 0)
        return;
    picture = pictures_draw(&window->pictures, operation->number, (unsigned)place.w, (unsigned)place.h, &why);
    if (picture)
        canvas_picture(&window->page, picture, place.x, place.y);
    else
        fprintf(stderr, "golmac-sdl: picture %u cannot be drawn: %s\n", operation->number, why.text);
}

/* A run may begin left of its rectangle, or above it: what is outside is clipped. */
static void paint_text(struct sdl_window *window, const struct paint_operation *operation)
{
    SDL_Rect ground = place_of(window, operation->left, operation->top,
                               operation->x + operation->width - operation->left,
                               operation->y + operation->height - operation->top);

    window_paint_text(window, &window->page, &operation->style, operation->text, operation->length, &ground);
}

static void perform(struct sdl_window *window, const struct paint_operation *operation, const SDL_Rect *place)
{
    zm_u32 ground = theme_ground(window->theme, operation->colour);

    canvas_clip(&window->page, place);
    switch (operation->kind) {
    case PAINT_FILL:
        if (operation->colour != SCREEN_TRANSPARENT)
            canvas_fill(&window->page, place, ground);
        break;
    case PAINT_TEXT:
        paint_text(window, operation);
        break;
    case PAINT_PICTURE:
        paint_picture(window, operation);
        break;
    case PAINT_SCROLL:
        canvas_scroll(&window->page, place, window_y(window, operation->by) - window_y(window, 0), ground);
        break;
    }
    canvas_clip(&window->page, NULL);
}

static void perform_all(struct sdl_window *window, struct scene *scene)
{
    const struct paint_operation *operation;
    unsigned count, i;

    operation = scene_painting(scene, &count);
    if (!window->page.surface)
        return;
    for (i = 0; i < count; i++) {
        SDL_Rect place = place_of(window, operation[i].x, operation[i].y, operation[i].width, operation[i].height);

        perform(window, &operation[i], &place);
        canvas_copy(&window->canvas, &window->page, &place, 0, 0);
        canvas_change(&window->canvas, &place);
        window->repaint = true; /* rows that hide the page lie over it */
    }
}

/* The page keeps what was painted: scaled with the story's screen, or where it was. */
void window_keep_page(struct sdl_window *window)
{
    const SDL_Rect all = { 0, 0, window->width, window->height };
    SDL_Rect place = place_of(window, 0, 0, (int)window->units_wide, (int)window->units_high);
    SDL_Rect to = place;
    struct canvas old = window->page;

    memset(&window->page, 0, sizeof window->page);
    if (window->is_version6 && canvas_resize(&window->page, window->width, window->height) == 0) {
        canvas_fill(&window->page, &all, window->theme->background);
        if (old.surface && window->is_fitted)
            SDL_BlitScaled(old.surface, &window->page_place, window->page.surface, &to);
        else if (old.surface)
            canvas_copy(&window->page, &old, &all, 0, 0);
        window->page_place = place;
    }
    canvas_free(&old);
}

/* ---- Rows of a scene that have changed ---- */

/* From a row's top to the top of the row after it: by units, so that rows touch each other at any zoom. */
static SDL_Rect row_place(const struct sdl_window *window, const struct scene *scene, const struct screen_row *row)
{
    SDL_Rect place = { 0, window_y(window, row->y), window->width, 0 };

    place.h = window_y(window, (double)row->y + scene->screen->metrics.line_height) - place.y;
    return place;
}

/* A row that is a bar from one side to the other goes on to the window's edges. The row has something in it. */
static void extend_bar(struct sdl_window *window, const struct screen_row *row, const SDL_Rect *place, unsigned width)
{
    const struct screen_run *first = row->run, *last = row->run + row->count - 1;
    const unsigned slack = (unsigned)window->fonts.cell_width; /* columns may not fill the width */
    zm_u32 ink, ground, ground_left;

    if (window->is_version6 || first->x >= slack || last->x + last->width + slack <= width)
        return;
    theme_colours(window->theme, &first->style, &ink, &ground_left);
    theme_colours(window->theme, &last->style, &ink, &ground);
    if (ground_left == ground && ground != SCREEN_TRANSPARENT)
        canvas_fill(&window->canvas, place, ground);
}

/* The top row's grounds go up to the window's edge. */
static void paint_above(struct sdl_window *window, const SDL_Rect *place)
{
    SDL_Rect line = { 0, place->y, window->width, 1 }, above = { 0, 0, window->width, place->y };
    int y;

    for (y = 0; y < place->y; y++)
        canvas_copy(&window->canvas, &window->canvas, &line, 0, y - place->y);
    canvas_change(&window->canvas, &above);
}

/* What is left below the last row. */
static void paint_below(struct sdl_window *window, const SDL_Rect *place, zm_u32 ground)
{
    SDL_Rect below = { 0, place->y + place->h, window->width, window->height - place->y - place->h };

    canvas_fill(&window->canvas, &below, ground);
    canvas_change(&window->canvas, &below);
}

static void paint_row(struct sdl_window *window, const struct scene *scene, const struct screen_row *row)
{
    SDL_Rect place = row_place(window, scene, row), ground = place;
    unsigned i;

    canvas_clip(&window->canvas, &place);
    canvas_fill(&window->canvas, &place, theme_ground(window->theme, row->fill));
    if (row->count)
        extend_bar(window, row, &place, scene->screen->metrics.width);
    for (i = 0; i < row->count; i++) {
        const struct screen_run *run = &row->run[i];

        ground.x = window_x(window, run->x);
        ground.w = window_x(window, run->x + run->width) - ground.x;
        window_paint_text(window, &window->canvas, &run->style, run->text, run->length, &ground);
    }
    canvas_clip(&window->canvas, NULL);
    if (row->y == 0 && !window->is_version6)
        paint_above(window, &place);
    if (row->y + scene->screen->metrics.line_height >= scene_rows(scene) * scene->screen->metrics.line_height)
        paint_below(window, &place, theme_ground(window->theme, row->fill));
    canvas_change(&window->canvas, &place);
}

/* A row that hid the story's picture does so no more. */
static void uncover(struct sdl_window *window, const struct scene *scene, unsigned number)
{
    const struct screen_row row = { .y = number * scene->screen->metrics.line_height };
    SDL_Rect place = row_place(window, scene, &row);

    if (number + 1 == scene_rows(scene)) /* what is left below the last row */
        place.h = window->height - place.y;
    canvas_copy(&window->canvas, &window->page, &place, 0, 0);
    canvas_change(&window->canvas, &place);
}

static void paint_rows(struct sdl_window *window, struct scene *scene)
{
    const struct screen_row *row;
    unsigned i;

    for (i = 0; i < scene_rows(scene); i++) {
        unsigned char *covered = &window->covered[i < ROWS_COVERED ? i : ROWS_COVERED - 1];

        row = scene_row(scene, i);
        if (row && (row->changed || window->repaint))
            paint_row(window, scene, row);
        else if (!row && *covered)
            uncover(window, scene, i);
        *covered = row != NULL;
    }
}

void window_paint(struct sdl_window *window, struct scene *scene)
{
    if (window->cover_end)
        return;
    window->scene = scene;
    scene_refresh(scene);
    caret_remove(window);
    window->repaint = false;
    perform_all(window, scene);
    paint_rows(window, scene);
    caret_place(window, scene);
    window_show(window);
}
