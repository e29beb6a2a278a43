/* Golmac: MIT licence, see LICENSE.

   Pictures by libchafa. */
#include "frontends/chafa/drawing.h"
#include "frontends/screen/style.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

void drawing_init(struct drawing *drawing, const struct media_terminal *terminal)
{
    memset(drawing, 0, sizeof *drawing);
    drawing->size = *terminal;
    drawing->terminal = chafa_term_db_detect(chafa_term_db_get_default(), environ);
    drawing->pixels = CHAFA_PIXEL_MODE_SYMBOLS;
    if (chafa_term_info_have_seq(drawing->terminal, CHAFA_TERM_SEQ_BEGIN_KITTY_IMMEDIATE_IMAGE_V1))
        drawing->pixels = CHAFA_PIXEL_MODE_KITTY;
    else if (chafa_term_info_have_seq(drawing->terminal, CHAFA_TERM_SEQ_BEGIN_SIXELS))
        drawing->pixels = CHAFA_PIXEL_MODE_SIXELS;
}

void drawing_free(struct drawing *drawing)
{
    chafa_term_info_unref(drawing->terminal);
    if (drawing->bytes)
        g_string_free(drawing->bytes, TRUE);
    free(drawing->cells);
}

static ChafaCanvasMode mode_of(int colours)
{
    return colours > 256 ? CHAFA_CANVAS_MODE_TRUECOLOR
         : colours == 256 ? CHAFA_CANVAS_MODE_INDEXED_240
         : colours == 16 ? CHAFA_CANVAS_MODE_INDEXED_16
         : colours ? CHAFA_CANVAS_MODE_INDEXED_8 : CHAFA_CANVAS_MODE_FGBG;
}

/* A canvas of so many cells. The caller lets it go. */
static ChafaCanvas *make_canvas(const struct drawing *drawing, ChafaPixelMode pixels, unsigned columns, unsigned rows)
{
    ChafaCanvasConfig *config = chafa_canvas_config_new();
    ChafaSymbolMap *symbols = chafa_symbol_map_new();
    ChafaCanvas *canvas;

    chafa_symbol_map_add_by_tags(symbols, CHAFA_SYMBOL_TAG_SPACE | CHAFA_SYMBOL_TAG_BLOCK | CHAFA_SYMBOL_TAG_HALF
                                 | CHAFA_SYMBOL_TAG_QUAD);
    chafa_canvas_config_set_symbol_map(config, symbols);
    chafa_canvas_config_set_geometry(config, (gint)columns, (gint)rows);
    chafa_canvas_config_set_cell_geometry(config, (gint)drawing->size.cell_width, (gint)drawing->size.cell_height);
    chafa_canvas_config_set_pixel_mode(config, pixels);
    chafa_canvas_config_set_canvas_mode(config, pixels == CHAFA_PIXEL_MODE_SYMBOLS ? mode_of(drawing->size.colours)
                                                                                    : CHAFA_CANVAS_MODE_TRUECOLOR);
    canvas = chafa_canvas_new(config);
    chafa_symbol_map_unref(symbols);
    chafa_canvas_config_unref(config);
    return canvas;
}

/* ---- Cells ---- */

static void take_cell(ChafaCanvas *canvas, unsigned x, unsigned y, struct media_cell *cell)
{
    gint foreground, background;

    cell->character = chafa_canvas_get_char_at(canvas, (gint)x, (gint)y);
    chafa_canvas_get_colors_at(canvas, (gint)x, (gint)y, &foreground, &background);
    cell->foreground = foreground < 0 ? SCREEN_DEFAULT : (zm_u32)foreground & 0xFFFFFF;
    cell->background = background < 0 ? SCREEN_DEFAULT : (zm_u32)background & 0xFFFFFF;
    if (cell->character < ' ')
        cell->character = ' ';
}

const struct media_cell *drawing_cells(struct drawing *drawing, const struct picture *picture, unsigned columns,
                                       unsigned rows)
{
    size_t wanted = (size_t)columns * rows;
    struct media_cell *cells = wanted > drawing->room ? realloc(drawing->cells, wanted * sizeof *cells)
        : drawing->cells;
    ChafaCanvas *canvas;
    unsigned x, y;

    if (!cells)
        return NULL;
    drawing->room = wanted > drawing->room ? wanted : drawing->room;
    drawing->cells = cells;
    canvas = make_canvas(drawing, CHAFA_PIXEL_MODE_SYMBOLS, columns, rows);
    chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_RGBA8_PREMULTIPLIED, picture->pixels, (gint)picture->width,
                                 (gint)picture->height, (gint)picture->width * 4);
    for (y = 0; y < rows; y++)
        for (x = 0; x < columns; x++)
            take_cell(canvas, x, y, cells++);
    chafa_canvas_unref(canvas);
    return drawing->cells;
}

/* ---- Bytes ---- */

const char *drawing_bytes(struct drawing *drawing, const struct picture *picture, unsigned columns, unsigned rows,
                          const struct media_part *part, size_t *length)
{
    unsigned left = part->left * picture->width / columns, top = part->top * picture->height / rows;
    unsigned width = part->width * picture->width / columns, height = part->height * picture->height / rows;
    ChafaCanvas *canvas = make_canvas(drawing, drawing->pixels, part->width, part->height);

    if (drawing->bytes)
        g_string_free(drawing->bytes, TRUE);
    chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_RGBA8_PREMULTIPLIED,
                                 picture->pixels + ((size_t)top * picture->width + left) * 4, (gint)(width ? width : 1),
                                 (gint)(height ? height : 1), (gint)picture->width * 4);
    drawing->bytes = chafa_canvas_print(canvas, drawing->terminal);
    chafa_canvas_unref(canvas);
    *length = drawing->bytes->len;
    return drawing->bytes->str;
}
