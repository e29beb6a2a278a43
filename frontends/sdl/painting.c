/* Golmac: MIT licence, see LICENSE.

   Version 6: what the story paints, on a page of its own, from which the window's canvas is copied. */
#include "frontends/sdl/window.h"
#include "frontends/screen/paint.h"
#include "frontends/player/scene.h"

#include <string.h>

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

    text_paint(window, &window->page, &operation->style, operation->text, operation->length, &ground);
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

void window_perform(struct sdl_window *window, struct scene *scene)
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
        window->repaint = 1; /* rows that hide the page lie over it */
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
