/* Golmac: MIT licence, see LICENSE.

   Pictures between the model, which tells where they are, the module, which makes cells or bytes of them, and the
   overlay. */
#include "frontends/ncurses/gallery.h"

#include <curses.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { CELL_WIDTH = 8, CELL_HEIGHT = 16, GRAPHIC_VERSION = 6 };

/* ---- Resources ---- */

/* Where a terminal does not tell how large its cells are, most are of this shape. */
static struct media_terminal describe_terminal(int colours)
{
    struct media_terminal terminal = { colours, CELL_WIDTH, CELL_HEIGHT, (unsigned)COLS, (unsigned)LINES };
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_row && size.ws_xpixel / size.ws_col > 1
        && size.ws_ypixel / size.ws_row > 1) {
        terminal.cell_width = size.ws_xpixel / size.ws_col;
        terminal.cell_height = size.ws_ypixel / size.ws_row;
    }
    return terminal;
}

static int size(void *context, unsigned number, unsigned *width, unsigned *height)
{
    struct gallery *gallery = context;

    return gallery->plugin.media->size(gallery->plugin.opened, number, width, height);
}

static int adapts(void *context, unsigned number)
{
    const struct gallery *gallery = context;

    return blorb_is_adaptive(&gallery->resources.blorb, number);
}

/* The ground of a picture's cell; its ink where only that is known. */
static int colour(void *context, unsigned number, unsigned x, unsigned y, zm_u32 *colour)
{
    struct gallery *gallery = context;
    const struct media *media = gallery->plugin.media;
    const struct media_cell *cells = NULL;
    unsigned columns, rows;
    struct message why;

    if (size(gallery, number, &columns, &rows) && x < columns && y < rows)
        cells = media->cells(gallery->plugin.opened, number, columns, rows, &why);
    if (!cells)
        return 0;
    cells += (size_t)y * columns + x;
    *colour = cells->background != SCREEN_DEFAULT ? cells->background : cells->foreground;
    return *colour != SCREEN_DEFAULT;
}

static bool has_sound(const struct blorb *blorb)
{
    size_t i;

    for (i = 0; i < blorb->count; i++)
        if (blorb->resources[i].usage == BLORB_ID('S', 'n', 'd', ' '))
            return true;
    return false;
}

/* Load the module if the story has use for it. */
static void open_plugin(struct gallery *gallery, const struct story *story, const struct options *options, int colours,
                        struct message *why)
{
    struct media_terminal terminal = describe_terminal(colours);
    const struct blorb *blorb = &gallery->resources.blorb;
    zm_u32 highest;
    unsigned count = story->code[0] == GRAPHIC_VERSION ? blorb_pictures(blorb, &highest) : 0;
    bool sounds = !options->no_sound && has_sound(blorb);

    if ((count == 0 && !sounds) || plugin_open(&gallery->plugin, blorb, &terminal, why) != 0)
        return;
    gallery->has_sounds = sounds;
    if (count && overlay_resize(&gallery->overlay, (unsigned)COLS, (unsigned)LINES) == 0) {
        gallery->pictures.context = gallery;
        gallery->pictures.size = size;
        gallery->pictures.adapts = adapts;
        gallery->pictures.colour = colour;
        gallery->pictures.count = count;
        gallery->pictures.release = blorb_release(blorb);
    }
}

int gallery_open(struct gallery *gallery, const struct story *story, const struct options *options, int colours,
                 struct message *why)
{
    memset(gallery, 0, sizeof *gallery);
    why->text[0] = 0;
    if (resources_open(&gallery->resources, story, options->blorb, why) != 0)
        return -1;
    if (gallery->resources.blorb.bytes)
        open_plugin(gallery, story, options, colours, why);
    return 0;
}

void gallery_close(struct gallery *gallery)
{
    plugin_close(&gallery->plugin);
    overlay_free(&gallery->overlay);
    resources_close(&gallery->resources);
    memset(gallery, 0, sizeof *gallery);
}

void gallery_measure(struct gallery *gallery, int colours)
{
    struct media_terminal terminal = describe_terminal(colours);

    if (gallery->plugin.media)
        gallery->plugin.media->resize(gallery->plugin.opened, &terminal);
    if (gallery->pictures.size)
        (void)overlay_resize(&gallery->overlay, (unsigned)COLS, (unsigned)LINES);
}

/* ---- Painting ---- */

static enum media_pixels draws_pixels(const struct gallery *gallery)
{
    return gallery->plugin.media->draws_pixels(gallery->plugin.opened);
}

/* A picture that cannot be decoded leaves its place empty. One of which nothing is seen is drawn for its palette. */
static void put_picture(struct gallery *gallery, const struct paint_operation *operation)
{
    const struct media *media = gallery->plugin.media;
    struct placed placed = { .number = operation->number, .x = operation->x, .y = operation->y };
    const struct media_cell *cells = NULL;
    struct message why;

    if ((operation->width > 0 && (operation->x < operation->left || operation->y < operation->top))
        || !media->size(gallery->plugin.opened, placed.number, &placed.columns, &placed.rows))
        return;
    placed.part.left = (unsigned)(operation->x - operation->left);
    placed.part.top = (unsigned)(operation->y - operation->top);
    placed.part.width = (unsigned)operation->width;
    placed.part.height = (unsigned)operation->height;
    if (placed.part.width == 0)
        placed.part.left = placed.part.top = 0;
    if (placed.part.left + placed.part.width > placed.columns || placed.part.top + placed.part.height > placed.rows)
        return; /* of a size that the picture no longer has */
    if (draws_pixels(gallery) == MEDIA_CELLS) {
        cells = media->cells(gallery->plugin.opened, placed.number, placed.columns, placed.rows, &why);
        if (!cells)
            return;
    }
    if (operation->width > 0)
        overlay_put(&gallery->overlay, &placed, cells);
}

void gallery_take(struct gallery *gallery, struct scene *scene)
{
    unsigned count, i;
    const struct paint_operation *operation = scene_painting(scene, &count);
    bool covered = scene->list != NULL || screen_scrolled(scene->screen) > 0;

    if (!gallery->pictures.size)
        return;
    for (i = 0; i < count; i++, operation++) {
        struct rectangle area = { operation->x, operation->y, operation->width, operation->height };

        if (operation->kind == PAINT_FILL)
            overlay_clear(&gallery->overlay, area);
        else if (operation->kind == PAINT_SCROLL)
            overlay_scroll(&gallery->overlay, area, operation->by);
        else if (operation->kind == PAINT_PICTURE)
            put_picture(gallery, operation);
    }
    if (covered != gallery->covered)
        overlay_touch(&gallery->overlay);
    gallery->covered = covered;
}

const struct media_cell *gallery_row(const struct gallery *gallery, const struct scene *scene, unsigned row,
                                     bool *changed)
{
    if (!gallery->pictures.size || row >= gallery->overlay.rows)
        return NULL;
    if (gallery->overlay.changed[row])
        *changed = true;
    if (gallery->covered || (scene->has_message && row + 1 == scene_rows(scene)))
        return NULL;
    return overlay_row(&gallery->overlay, row);
}

/* ---- Pictures that the terminal draws ---- */

static bool is_changed(const struct overlay *overlay)
{
    return overlay->changed && memchr(overlay->changed, 1, overlay->rows) != NULL;
}

/* ncurses knows nothing of pixels: it writes all cells anew, which leaves no picture. */
static void wipe_pixels(const struct gallery *gallery)
{
    if (draws_pixels(gallery) == MEDIA_LAYER)
        fputs("\033_Ga=d\033\\", stdout);
    (void)fflush(stdout);
    (void)redrawwin(stdscr);
    (void)refresh();
}

static void draw_pixels(struct gallery *gallery)
{
    const struct media *media = gallery->plugin.media;
    struct message why;
    size_t length;
    unsigned i;

    for (i = 0; i < gallery->overlay.count; i++) {
        const struct placed *placed = &gallery->overlay.placed[i];
        const char *bytes = media->pixels(gallery->plugin.opened, placed->number, placed->columns, placed->rows,
                                          &placed->part, &length, &why);

        if (!bytes)
            continue;
        printf("\0337\033[%d;%dH", placed->y + 1, placed->x + 1); /* the cursor comes back to where ncurses has it */
        (void)fwrite(bytes, 1, length, stdout);
        fputs("\0338", stdout);
    }
    (void)fflush(stdout);
}

void gallery_finish(struct gallery *gallery)
{
    if (!gallery->pictures.size)
        return;
    if (draws_pixels(gallery) != MEDIA_CELLS && is_changed(&gallery->overlay)) {
        if (gallery->drawn || gallery->overlay.count)
            wipe_pixels(gallery);
        if (!gallery->covered)
            draw_pixels(gallery);
        gallery->drawn = !gallery->covered && gallery->overlay.count > 0;
    }
    overlay_painted(&gallery->overlay);
}
