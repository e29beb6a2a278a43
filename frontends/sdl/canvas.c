/* Golmac: MIT licence, see LICENSE.

   Painting into memory. */
#include "frontends/sdl/canvas.h"

#include <string.h>

int canvas_resize(struct canvas *canvas, int width, int height)
{
    canvas_free(canvas);
    canvas->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    if (!canvas->surface)
        return -1;
    canvas->width = width;
    canvas->height = height;
    canvas_clip(canvas, NULL);
    return 0;
}

void canvas_free(struct canvas *canvas)
{
    SDL_FreeSurface(canvas->surface);
    memset(canvas, 0, sizeof *canvas);
}

void canvas_clip(struct canvas *canvas, const SDL_Rect *rectangle)
{
    const SDL_Rect all = { 0, 0, canvas->width, canvas->height };

    if (!rectangle)
        canvas->clip = all;
    else if (!SDL_IntersectRect(rectangle, &all, &canvas->clip))
        canvas->clip.w = canvas->clip.h = 0;
}

void canvas_change(struct canvas *canvas, const SDL_Rect *rectangle)
{
    const SDL_Rect all = { 0, 0, canvas->width, canvas->height };
    SDL_Rect change, *last = &canvas->change[canvas->changes - (canvas->changes > 0)];

    if (!SDL_IntersectRect(rectangle, &all, &change))
        return;
    if (canvas->changes == CANVAS_CHANGES
        || (canvas->changes > 0 && last->x == change.x && last->w == change.w && change.y <= last->y + last->h
            && last->y <= change.y + change.h))
        SDL_UnionRect(last, &change, last); /* rows that touch, or no room for more */
    else
        canvas->change[canvas->changes++] = change;
}

static Uint32 *pixel_at(const struct canvas *canvas, int x, int y)
{
    return (Uint32 *)((char *)canvas->surface->pixels + (size_t)y * (size_t)canvas->surface->pitch) + x;
}

void canvas_fill(struct canvas *canvas, const SDL_Rect *rectangle, zm_u32 colour)
{
    SDL_Rect inside;

    if (SDL_IntersectRect(rectangle, &canvas->clip, &inside))
        SDL_FillRect(canvas->surface, &inside, colour);
}

/* One pixel of a colour, covered to so many 255ths, over another. */
static Uint32 blend(Uint32 under, Uint32 over, unsigned covered)
{
    Uint32 red_blue = under & 0xFF00FF, green = under & 0xFF00, more = covered + (covered >> 7);

    red_blue += (((over & 0xFF00FF) - red_blue) * more) >> 8;
    green += (((over & 0xFF00) - green) * more) >> 8;
    return (red_blue & 0xFF00FF) | (green & 0xFF00);
}

void canvas_glyph(struct canvas *canvas, const struct glyph *glyph, int x, int y, zm_u32 colour)
{
    const SDL_Rect box = { x + glyph->left, y + glyph->top, glyph->width, glyph->height };
    SDL_Rect inside;
    int row, column;

    if (!glyph->mask || !SDL_IntersectRect(&box, &canvas->clip, &inside))
        return;
    for (row = inside.y; row < inside.y + inside.h; row++) {
        const unsigned char *mask = glyph->mask + (size_t)(row - box.y) * (size_t)box.w + (inside.x - box.x);
        Uint32 *pixel = pixel_at(canvas, inside.x, row);

        for (column = 0; column < inside.w; column++)
            if (mask[column] > 0)
                pixel[column] = blend(pixel[column], colour, mask[column]);
    }
}

void canvas_bits(struct canvas *canvas, const zm_u8 *row, const SDL_Rect *rectangle, zm_u32 colour)
{
    enum { SIDE = 8 };
    SDL_Rect box;
    int x, y;

    for (y = 0; y < SIDE; y++)
        for (x = 0; x < SIDE; x++) {
            box.x = rectangle->x + x * rectangle->w / SIDE;
            box.y = rectangle->y + y * rectangle->h / SIDE;
            box.w = rectangle->x + (x + 1) * rectangle->w / SIDE - box.x;
            box.h = rectangle->y + (y + 1) * rectangle->h / SIDE - box.y;
            if (row[y] >> (SIDE - 1 - x) & 1)
                canvas_fill(canvas, &box, colour);
        }
}

void canvas_picture(struct canvas *canvas, const struct picture *picture, int x, int y)
{
    const SDL_Rect box = { x, y, (int)picture->width, (int)picture->height };
    SDL_Rect inside;
    int row, column;

    if (!SDL_IntersectRect(&box, &canvas->clip, &inside))
        return;
    for (row = inside.y; row < inside.y + inside.h; row++) {
        const unsigned char *from = picture->pixels
                                    + ((size_t)(row - y) * picture->width + (size_t)(inside.x - x)) * 4;
        Uint32 *pixel = pixel_at(canvas, inside.x, row);

        for (column = 0; column < inside.w; column++, from += 4) {
            unsigned rest = 255u - from[3]; /* the alpha is in the colours already */
            Uint32 under = rest > 0 ? pixel[column] : 0;

            pixel[column] = (from[0] + (under >> 16 & 255) * rest / 255) << 16
                            | (from[1] + (under >> 8 & 255) * rest / 255) << 8 | (from[2] + (under & 255) * rest / 255);
        }
    }
}

void canvas_scroll(struct canvas *canvas, const SDL_Rect *rectangle, int by, zm_u32 colour)
{
    SDL_Rect inside, free_part;
    int row, rows;

    if (!SDL_IntersectRect(rectangle, &canvas->clip, &inside))
        return;
    if (by > inside.h || by < -inside.h)
        by = inside.h;
    rows = inside.h - (by < 0 ? -by : by);
    for (row = 0; row < rows; row++) {
        int to = by > 0 ? inside.y + row : inside.y + inside.h - 1 - row;

        memmove(pixel_at(canvas, inside.x, to), pixel_at(canvas, inside.x, to + by), (size_t)inside.w * sizeof(Uint32));
    }
    free_part = inside;
    free_part.h = inside.h - rows;
    if (by > 0)
        free_part.y += rows;
    canvas_fill(canvas, &free_part, colour);
}

void canvas_copy(struct canvas *canvas, const struct canvas *from, const SDL_Rect *rectangle, int x, int y)
{
    const SDL_Rect all = { 0, 0, from->width, from->height };
    SDL_Rect part, to;

    if (!SDL_IntersectRect(rectangle, &all, &part))
        return;
    to.x = x + part.x;
    to.y = y + part.y;
    SDL_SetClipRect(canvas->surface, &canvas->clip);
    SDL_BlitSurface(from->surface, &part, canvas->surface, &to);
    SDL_SetClipRect(canvas->surface, NULL);
}
