/* Golmac: MIT licence, see LICENSE.

   golmac-media.so: the story's pictures and sounds for the terminal (module.h). A unit is a cell. Pictures that were
   made for a screen of so many pixels (Blorb, Reso) take the part of the terminal that they would take of that screen,
   both ways: a border fits whatever shape the terminal has. Others have the size of their pixels. */
#include "frontends/chafa/drawing.h"
#include "frontends/media/sounds.h"

#include <stdlib.h>

struct resources {
    struct media_terminal terminal;
    unsigned width, height;         /* of the terminal, in the pixels of pictures */
    struct pictures pictures;
    struct sounds sounds;
    struct drawing drawing;
};

static void set_terminal(struct resources *resources, const struct media_terminal *terminal)
{
    resources->terminal = resources->drawing.size = *terminal;
    if (!blorb_window(resources->pictures.blorb, &resources->width, &resources->height)) {
        resources->width = terminal->columns * terminal->cell_width;
        resources->height = terminal->rows * terminal->cell_height;
    }
}

static void *open_resources(const struct blorb *blorb, const struct media_terminal *terminal,
                            void (*finished)(void *, unsigned), void *context)
{
    struct resources *resources = calloc(1, sizeof *resources);

    if (!resources)
        return NULL;
    pictures_init(&resources->pictures, blorb);
    sounds_init(&resources->sounds, blorb, finished, context);
    drawing_init(&resources->drawing, terminal);
    set_terminal(resources, terminal);
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
    set_terminal(media, terminal);
}

/* ---- Pictures ---- */

/* The nearest number of cells, at least one where there is anything: pixels of all that there are. */
static unsigned cells_of(unsigned pixels, unsigned cells, unsigned all)
{
    double taken = all ? (double)pixels * cells / all : 0;

    return pixels && taken < 1 ? 1 : taken > 0x7FFF ? 0x7FFF : (unsigned)(taken + 0.5);
}

static bool size(void *media, unsigned number, unsigned *columns, unsigned *rows)
{
    struct resources *resources = media;
    unsigned width, height;

    if (!pictures_size(&resources->pictures, number, &width, &height))
        return false;
    *columns = cells_of(width, resources->terminal.columns, resources->width);
    *rows = cells_of(height, resources->terminal.rows, resources->height);
    return true;
}

static const struct picture *decode(struct resources *resources, unsigned number, unsigned columns, unsigned rows,
                                    struct message *why)
{
    return pictures_draw(&resources->pictures, number, columns * resources->terminal.cell_width,
                         rows * resources->terminal.cell_height, why);
}

static const struct media_cell *cells(void *media, unsigned number, unsigned columns, unsigned rows,
                                      struct message *why)
{
    struct resources *resources = media;
    const struct picture *picture = decode(resources, number, columns, rows, why);
    const struct media_cell *drawn = picture ? drawing_cells(&resources->drawing, picture, columns, rows) : NULL;

    if (picture && !drawn)
        message_set(why, "there is no memory left");
    return drawn;
}

static enum media_pixels draws_pixels(void *media)
{
    struct resources *resources = media;

    return resources->drawing.pixels == CHAFA_PIXEL_MODE_KITTY    ? MEDIA_LAYER
         : resources->drawing.pixels == CHAFA_PIXEL_MODE_SIXELS ? MEDIA_SIXELS
                                                                  : MEDIA_CELLS;
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
