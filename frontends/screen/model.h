/* Golmac: MIT licence, see LICENSE.

   What all files of the screen model share besides screen.h, which displays include. The files, each using only those
   before it: characters, style; flow, layout, grid, paint, display_list (they know no screen); print_style;
   text.h: lower, status, upper, scrollback; graphics.h: windows, drawing, window_text, window_area, picture,
   saved_painting; then input, dialogue, rows, selection, screen, saved. */
#ifndef MODEL_H
#define MODEL_H

#include "frontends/screen/screen.h"

/* ---- Requests of the story's (requests.def) ---- */

/* How one is carried out. Results go to operand, or are returned. */
typedef zm_u16 request_handler(struct screen *screen, zm_u16 *operand, unsigned count);

/* In version 6: whether the word that is being printed must be painted first. */
typedef bool request_ends_word(const zm_u16 *operand, unsigned count);

/* An operand, or what stands for it when it was not given. */
static inline zm_u16 request_operand(const zm_u16 *operand, unsigned count, unsigned index, zm_u16 otherwise)
{
    return index < count ? operand[index] : otherwise;
}

/* ---- print_style.c: the style of what is printed next ---- */

/* With what the window and the header add to it; and as the story has set it. */
struct screen_style print_style(const struct screen *screen);
struct screen_style print_style_now(const struct screen *screen);

request_handler print_style_set_bits, print_style_set_font, print_style_set_colour, print_style_set_true_colour;
request_ends_word print_style_set_colour_ends_word, print_style_set_true_colour_ends_word;

/* ---- rows.c ---- */

void rows_free(struct screen_rows *rows);

/* Units of a run's text that are left of x: a character counts when its middle is, or if whole is set, when all of it
   is. */
unsigned rows_units_before(const struct screen *screen, const struct screen_run *run, const zm_u16 *text, unsigned x,
                           bool whole);

#endif
