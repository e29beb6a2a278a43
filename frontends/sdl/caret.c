/* Golmac: MIT licence, see LICENSE.

   What lies over the text: the caret, and text that an input method is composing. What is below is kept, so that
   nothing has to be painted again when it goes. */
#include "frontends/sdl/window.h"
#include "frontends/base/utf.h"
#include "frontends/player/scene.h"

#include <string.h>

void caret_remove(struct sdl_window *window)
{
    struct caret *caret = &window->caret;
    SDL_Rect place = caret->place;

    if (!caret->shown)
        return;
    SDL_BlitSurface(caret->below, NULL, window->canvas.surface, &place);
    canvas_change(&window->canvas, &caret->place);
    caret->shown = false;
}

/* Keep what is below a place. 0, or -1 if it is outside or there is no memory. */
static int keep_below(struct sdl_window *window, const SDL_Rect *place)
{
    const SDL_Rect all = { 0, 0, window->width, window->height };
    struct caret *caret = &window->caret;

    if (!SDL_IntersectRect(place, &all, &caret->place))
        return -1;
    if (!caret->below || caret->below->w != caret->place.w || caret->below->h != caret->place.h) {
        SDL_FreeSurface(caret->below);
        caret->below = SDL_CreateRGBSurfaceWithFormat(0, caret->place.w, caret->place.h, 32, SDL_PIXELFORMAT_RGB888);
    }
    if (!caret->below)
        return -1;
    SDL_BlitSurface(window->canvas.surface, &caret->place, caret->below, NULL);
    return 0;
}

static void paint_composed(struct sdl_window *window, SDL_Rect *place, const zm_u16 *text, unsigned length)
{
    const struct screen_style style = { SCREEN_INPUT, 1, 0, SCREEN_DEFAULT, SCREEN_DEFAULT };
    SDL_Rect line = *place;

    canvas_clip(&window->canvas, place);
    window_paint_text(window, &window->canvas, &style, text, length, place);
    line.y += line.h - 2;
    line.h = 1;
    canvas_fill(&window->canvas, &line, window->theme->input);
    canvas_clip(&window->canvas, NULL);
}

/* The colour of typed text, or, on a ground on which that is hard to see, black or white. */
static zm_u32 choose_ink(const struct sdl_window *window)
{
    const SDL_Surface *below = window->caret.below;
    zm_u32 ground = *(const Uint32 *)below->pixels & 0xFFFFFF;

    return theme_can_see(window->theme->input, ground) ? window->theme->input
           : theme_can_see(0xFFFFFF, ground) ? 0xFFFFFF : 0;
}

void caret_place(struct sdl_window *window, struct scene *scene)
{
    zm_u16 text[COMPOSED_BYTES];
    unsigned x, y, length = (unsigned)utf8_decode(text, COMPOSED_BYTES, window->composed, strlen(window->composed));
    int width = window->fonts.size / 10 + 1;
    SDL_Rect place;

    if (!scene_cursor(scene, &x, &y))
        return;
    place.w = length > 0 ? (int)fonts_advance(&window->fonts, FACE_BOLD, text, length) : width;
    place.x = window_x(window, x);
    place.y = window_y(window, y);
    if (length > 0 && place.x + place.w > window->width) /* the end of it is what one types at */
        place.x = window->width - place.w;
    place.h = window->fonts.line_height;
    SDL_SetTextInputRect(&place);
    if (keep_below(window, &place) != 0)
        return;
    if (length > 0)
        paint_composed(window, &place, text, length);
    else
        canvas_fill(&window->canvas, &place, choose_ink(window));
    canvas_change(&window->canvas, &place);
    window->caret.shown = true;
}
