/* Golmac: MIT licence, see LICENSE.

   Colours. The first 16 are what each terminal makes of them (here as xterm has them); 16 to 231 are a cube with six
   steps a side, 232 to 255 greys: those are the same everywhere, so with 256 the first 16 are left to the terminal's
   user. */
#include "frontends/ncurses/colours.h"
#include "frontends/screen/style.h"

#include <curses.h>

enum { PALETTE = 256, CUBE = 16, GREYS = 232, BLACK = 0, WHITE = 7, DIRECT = 1 << 24 };

static const zm_u32 basic[CUBE] = {
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
};

static int part(zm_u32 colour, int shift)
{
    return (int)(colour >> shift & 0xFF);
}

/* How far two colours are apart, for an eye that sees green best and blue worst. */
static long distance(zm_u32 a, zm_u32 b)
{
    long red = part(a, 16) - part(b, 16), green = part(a, 8) - part(b, 8), blue = part(a, 0) - part(b, 0);

    return 3 * red * red + 6 * green * green + blue * blue;
}

static zm_u32 colour_at(int index)
{
    static const zm_u32 step[] = { 0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF };

    if (index < CUBE)
        return basic[index];
    if (index >= GREYS)
        return (zm_u32)(8 + 10 * (index - GREYS)) * 0x010101;
    index -= CUBE;
    return step[index / 36] << 16 | step[index / 6 % 6] << 8 | step[index % 6];
}

/* The index of the colour nearest to 0xRRGGBB among the first count (8, 16 or 256) that terminals have in common. */
static int colours_nearest(zm_u32 colour, int count)
{
    int i, best = count >= PALETTE ? CUBE : 0;

    for (i = best + 1; i < count; i++)
        if (distance(colour, colour_at(i)) < distance(colour, colour_at(best)))
            best = i;
    return best;
}

void colours_open(struct colours *colours, bool wanted)
{
    colours->count = 0;
    colours->direct = colours->own = false;
    if (!wanted || !has_colors() || start_color() != OK)
        return;
    colours->own = use_default_colors() == OK;
    colours->direct = COLORS >= DIRECT;
    colours->count = COLORS >= PALETTE ? PALETTE : COLORS >= CUBE ? CUBE : 8;
}

/* In direct mode the smallest numbers are the terminal's first colours: the nearest there is instead. */
static int index_of(const struct colours *colours, zm_u32 colour, int own)
{
    if (colour > 0xFFFFFF)
        return colours->own ? -1 : own;
    if (colours->direct)
        return colour < 8 ? 8 : (int)colour;
    return colours_nearest(colour, colours->count);
}

static bool is_dark(zm_u32 colour)
{
    return distance(colour, 0) < distance(colour, 0xFFFFFF);
}

int colours_pair(const struct colours *colours, zm_u32 foreground, zm_u32 background)
{
    int text, paper, pair;

    if (colours->count == 0 || (foreground > 0xFFFFFF && background > 0xFFFFFF && colours->own))
        return 0;
    text = index_of(colours, foreground, WHITE);
    paper = index_of(colours, background, BLACK);
    if (text == paper && foreground != background && background <= 0xFFFFFF)
        text = index_of(colours, is_dark(background) ? 0xFFFFFF : 0, WHITE);
    pair = alloc_pair(text, paper);
    return pair < 0 ? 0 : pair;
}
