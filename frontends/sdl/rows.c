/* Golmac: MIT licence, see LICENSE.

   Painting the rows of a scene that have changed. */
#include "frontends/sdl/window.h"
#include "frontends/player/scene.h"

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
        text_paint(window, &window->canvas, &run->style, run->text, run->length, &ground);
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
    window->repaint = 0;
    window_perform(window, scene);
    paint_rows(window, scene);
    caret_place(window, scene);
    window_show(window);
}
