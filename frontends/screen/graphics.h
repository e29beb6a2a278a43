/* Golmac: MIT licence, see LICENSE.

   The screen of version 6: eight windows, what is painted in them, and the words printed. Only for files of this
   folder. */
#ifndef GRAPHICS_H
#define GRAPHICS_H

#include "frontends/screen/model.h"

/* ---- windows.c: where the windows are, and their properties ---- */

struct window *windows_named(struct screen *screen, zm_u16 number);
struct paint_area windows_area(const struct window *window);
void windows_reset(struct screen *screen);
void windows_fit(struct screen *screen);
void windows_ask_for_painting(struct screen *screen);
void windows_keep_cursor(struct window *window);
bool windows_want_mouse(const struct windows *windows, zm_u16 x, zm_u16 y);

/* The current window's cursor, in units from 0 on the screen. Returns false if it is not there. */
bool windows_cursor_place(const struct screen *screen, unsigned *x, unsigned *y);

request_handler windows_split, windows_choose, windows_set_cursor, windows_get_cursor, windows_move, windows_size,
                windows_style, windows_margins, windows_get, windows_put, windows_mouse, windows_buffer_screen;
request_ends_word windows_get_ends_word;

/* ---- drawing.c: what is painted; places in units from 0 on the whole screen, clipped to it ---- */

void drawing_fill(struct screen *screen, const struct paint_area *area, const struct screen_style *style);
void drawing_text(struct screen *screen, const struct paint_area *area, const struct screen_style *style,
                  const zm_u16 *text, unsigned length);
void drawing_scroll(struct screen *screen, const struct paint_area *area, int by, const struct screen_style *style);
void drawing_picture(struct screen *screen, const struct paint_area *area, unsigned number, int left, int top);

/* Carry out an operation of the display list's (its text is set); where it lies does not matter. */
void drawing_again(struct screen *screen, const struct paint_operation *operation);

/* What is painted from now on belongs to the page after this one. Turning goes on to where that is full. */
void drawing_end_page(struct screen *screen);
void drawing_turn_page(struct screen *screen);
void drawing_forget_pages(struct screen *screen);

/* ---- window_text.c: printing ---- */

void window_text_print(struct screen *screen, const zm_u16 *text, unsigned length);
void window_text_new_line(struct screen *screen, struct window *window);

/* Paint the word that is printed and not yet painted. */
void window_text_flush(struct screen *screen);

/* Print what waited for a newline interrupt, if that has ended. */
void window_text_resume(struct screen *screen);

request_handler window_text_begin_table_line, window_text_measure;

/* ---- window_area.c ---- */

/* The windows as they are at the start, the screen erased. */
void window_area_reset(struct screen *screen);

request_handler window_area_erase, window_area_erase_line, window_area_scroll;

/* ---- picture.c ---- */

request_handler picture_draw, picture_erase, picture_data, picture_table;

/* ---- saved_painting.c: windows and painting as bytes ---- */

void saved_painting_keep(struct screen *screen, struct saved_screen_bytes *bytes);

/* Returns whether the bytes were sound; else nothing has changed. */
bool saved_painting_recall(struct screen *screen, const struct saved_screen_bytes *bytes, const zm_u16 *text,
                           unsigned length);

#endif
