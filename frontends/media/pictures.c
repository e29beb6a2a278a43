/* Golmac: MIT licence, see LICENSE.

   The pictures of a story, and those decoded last. */
#include "frontends/media/pictures.h"

#include <stdlib.h>
#include <string.h>

void pictures_init(struct pictures *pictures, const struct blorb *blorb)
{
    memset(pictures, 0, sizeof *pictures);
    pictures->blorb = blorb;
    (void)blorb_window(blorb, &pictures->width, &pictures->height);
}

void pictures_free(struct pictures *pictures)
{
    unsigned i;

    for (i = 0; i < PICTURES_KEPT; i++)
        free(pictures->kept[i].picture.pixels);
    memset(pictures, 0, sizeof *pictures);
}

/* ---- Sizes ---- */

static unsigned scale_side(unsigned side, zm_u32 scale)
{
    double scaled = (double)side * scale / 65536;

    if (side == 0)
        return 0;
    return scaled < 1 ? 1 : scaled > 0x7FFF ? 0x7FFF : (unsigned)(scaled + 0.5);
}

bool pictures_size(const struct pictures *pictures, zm_u32 number, unsigned *width, unsigned *height)
{
    const struct blorb_chunk *chunk = blorb_find(pictures->blorb, BLORB_PICTURE, number);
    zm_u32 scale;

    if (!chunk || !picture_size(chunk, width, height))
        return false;
    scale = blorb_scale(pictures->blorb, number, pictures->width, pictures->height);
    *width = scale_side(*width, scale);
    *height = scale_side(*height, scale);
    return true;
}

/* ---- Palettes ---- */

/* What a picture that is drawn with its own colours leaves for those that adapt (Blorb 2.0.4). */
static void set_palette(struct pictures *pictures, const struct blorb_chunk *chunk)
{
    unsigned char palette[PICTURE_COLOURS][3];
    unsigned colours = png_palette(chunk, palette);

    if (colours == 0 || (pictures->generation > 0 && memcmp(pictures->palette, palette, 3 * (size_t)colours) == 0))
        return;
    memcpy(pictures->palette, palette, 3 * (size_t)colours);
    pictures->generation++;
}

/* ---- Pictures kept ---- */

enum { BYTES_KEPT = 1 << 27 };

static struct kept_picture *find_kept(struct pictures *pictures, zm_u32 number, unsigned palette,
                                      unsigned width, unsigned height)
{
    unsigned i;

    for (i = 0; i < PICTURES_KEPT; i++) {
        struct kept_picture *kept = &pictures->kept[i];

        if (kept->picture.pixels && kept->number == number && kept->palette == palette
            && kept->picture.width == width && kept->picture.height == height)
            return kept;
    }
    return NULL;
}

static size_t size_of(const struct picture *picture)
{
    return picture->pixels ? (size_t)picture->width * picture->height * 4 : 0;
}

/* The picture that was not drawn for the longest time. */
static struct kept_picture *find_oldest(struct pictures *pictures)
{
    struct kept_picture *oldest = NULL;
    unsigned i;

    for (i = 0; i < PICTURES_KEPT; i++)
        if (pictures->kept[i].picture.pixels && (!oldest || pictures->kept[i].used < oldest->used))
            oldest = &pictures->kept[i];
    return oldest;
}

static void forget(struct pictures *pictures, struct kept_picture *kept)
{
    pictures->bytes -= size_of(&kept->picture);
    free(kept->picture.pixels);
    memset(kept, 0, sizeof *kept);
}

static int decode(struct pictures *pictures, const struct blorb_chunk *chunk, unsigned palette,
                  struct picture *picture, struct message *why)
{
    size_t size = chunk->size;
    unsigned char *copy;
    int result;

    if (chunk->type != BLORB_ID('P', 'N', 'G', ' '))
        return picture_decode(picture, chunk->bytes, size, why);
    copy = png_copy(chunk, palette ? pictures->palette : NULL, &size);
    if (!copy)
        return message_set(why, "there is no memory left");
    result = picture_decode(picture, copy, size, why);
    free(copy);
    return result;
}

/* Replace a picture just decoded by one of the size wanted. */
static int fit(struct picture *picture, unsigned width, unsigned height, struct message *why)
{
    struct picture scaled;
    int result;

    if (picture->width == width && picture->height == height)
        return 0;
    result = picture_scale(&scaled, picture, width, height);
    free(picture->pixels);
    picture->pixels = NULL;
    if (result != 0)
        return message_set(why, "there is no memory left");
    *picture = scaled;
    return 0;
}

static struct kept_picture *find_empty(struct pictures *pictures)
{
    unsigned i;

    for (i = 0; i < PICTURES_KEPT; i++)
        if (!pictures->kept[i].picture.pixels)
            return &pictures->kept[i];
    return NULL;
}

static const struct picture *keep(struct pictures *pictures, zm_u32 number, unsigned palette,
                                  const struct picture *picture)
{
    struct kept_picture *kept, *oldest;

    while ((oldest = find_oldest(pictures))
           && (!find_empty(pictures) || pictures->bytes + size_of(picture) > BYTES_KEPT))
        forget(pictures, oldest);
    kept = find_empty(pictures);
    pictures->bytes += size_of(picture);
    kept->number = number;
    kept->palette = palette;
    kept->used = ++pictures->clock;
    kept->picture = *picture;
    return &kept->picture;
}

/* Whether it can be drawn at all. */
static int check(const struct blorb_chunk *chunk, unsigned width, unsigned height, struct message *why)
{
    unsigned own_width, own_height;

    if (!chunk)
        return message_set(why, "there is no such picture");
    if (chunk->type == BLORB_ID('R', 'e', 'c', 't'))
        return message_set(why, "it is only a placeholder, without contents");
    if (!picture_size(chunk, &own_width, &own_height) || own_width == 0 || own_height == 0)
        return message_set(why, "it is neither PNG nor JPEG, or damaged");
    if (own_width > PICTURE_PIXELS_MAX / own_height || width == 0 || height == 0 || width > PICTURE_PIXELS_MAX / height)
        return message_set(why, "its size is %u by %u", own_width, own_height);
    return 0;
}

const struct picture *pictures_draw(struct pictures *pictures, zm_u32 number, unsigned width, unsigned height,
                                    struct message *why)
{
    const struct blorb_chunk *chunk = blorb_find(pictures->blorb, BLORB_PICTURE, number);
    struct picture picture = { 0, 0, NULL };
    struct kept_picture *kept;
    unsigned palette;

    if (check(chunk, width, height, why) != 0)
        return NULL;
    palette = blorb_is_adaptive(pictures->blorb, number) ? pictures->generation : 0;
    if (!palette)
        set_palette(pictures, chunk);
    kept = find_kept(pictures, number, palette, width, height);
    if (kept) {
        kept->used = ++pictures->clock;
        return &kept->picture;
    }
    if (decode(pictures, chunk, palette, &picture, why) != 0 || fit(&picture, width, height, why) != 0)
        return NULL;
    return keep(pictures, number, palette, &picture);
}
