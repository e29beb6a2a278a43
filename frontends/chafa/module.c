/* Golmac: MIT licence, see LICENSE.

   golmac-media.so: the story's pictures and sounds for the terminal (module.h). A unit is a cell, so sizes in pixels, as the
   Blorb file has them for a window of so many pixels, become cells of the terminal's cell size. */
#include "drawing.h"
#include "frontends/media/sounds.h"

#include <stdlib.h>

struct resources {
    struct media_terminal terminal;
    struct pictures pictures;
    struct sounds sounds;
    struct drawing drawing;
};

static void set_window(struct resources *resources, const struct media_terminal *terminal)
{
    resources->terminal = resources->drawing.size = *terminal;
    pictures_set_window(&resources->pictures, terminal->columns * terminal->cell_width, terminal->rows * terminal->cell_height);
}

static void *open_resources(const struct blorb *blorb, const struct media_terminal *terminal, void (*finished)(void *, unsigned),
                            void *context)
{
    struct resources *resources = calloc(1, sizeof *resources);

    if (!resources)
        return NULL;
    pictures_init(&resources->pictures, blorb);
    sounds_init(&resources->sounds, blorb, finished, context);
    drawing_init(&resources->drawing, terminal);
    set_window(resources, terminal);
    return resources;
}

static void close_resources(void *media)
{
    struct resources *resources = media;

    sounds_free(&resources->sounds);
    pictures_free(&resources->pictures);
    drawing_free(&resources->drawing);
    free(resources);
}

static void resize(void *media, const struct media_terminal *terminal)
{
    set_window(media, terminal);
}

/* ---- Pictures ---- */

/* The nearest number of cells, at least one where there is anything. */
static unsigned cells_of(unsigned pixels, unsigned cell)
{
    unsigned cells = (pixels + cell / 2) / cell;

    return cells == 0 && pixels ? 1 : cells;
}

static int size(void *media, unsigned number, unsigned *columns, unsigned *rows)
{
    struct resources *resources = media;
    unsigned width, height;

    if (!pictures_size(&resources->pictures, number, &width, &height))
        return 0;
    *columns = cells_of(width, resources->terminal.cell_width);
    *rows = cells_of(height, resources->terminal.cell_height);
    return 1;
}

static const struct picture *decode(struct resources *resources, unsigned number, unsigned columns, unsigned rows,
                                    struct message *why)
{
    return pictures_draw(&resources->pictures, number, columns * resources->terminal.cell_width,
                         rows * resources->terminal.cell_height, why);
}

static const struct media_cell *cells(void *media, unsigned number, unsigned columns, unsigned rows, struct message *why)
{
    struct resources *resources = media;
    const struct picture *picture = decode(resources, number, columns, rows, why);
    const struct media_cell *drawn = picture ? drawing_cells(&resources->drawing, picture, columns, rows) : NULL;

    if (picture && !drawn)
        message_set(why, "there is no memory left");
    return drawn;
}

static int draws_pixels(void *media)
{
    struct resources *resources = media;

    return resources->drawing.pixels != CHAFA_PIXEL_MODE_SYMBOLS;
}

static const char *pixels(void *media, unsigned number, unsigned columns, unsigned rows, const struct media_part *part,
                          size_t *length, struct message *why)
{
    struct resources *resources = media;
    const struct picture *picture = decode(resources, number, columns, rows, why);

    return picture ? drawing_bytes(&resources->drawing, picture, columns, rows, part, length) : NULL;
}

/* ---- Sounds ---- */

static int play(void *media, unsigned number, unsigned volume, unsigned repeats, struct message *why)
{
    struct resources *resources = media;

    return sounds_play(&resources->sounds, number, volume, repeats, why);
}

static void stop(void *media, unsigned number)
{
    struct resources *resources = media;

    sounds_stop(&resources->sounds, number);
}

static int bleep(void *media, unsigned number, struct message *why)
{
    struct resources *resources = media;

    return sounds_bleep(&resources->sounds, number, why);
}

/* ---- The entry ---- */

const struct media *golmac_media(void);

const struct media *golmac_media(void)
{
    static const struct media media = {
        MEDIA_CONTRACT, open_resources, close_resources, resize, size, cells, draws_pixels, pixels, play, stop, bleep
    };

    return &media;
}
