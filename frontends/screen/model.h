/* Golmac: MIT licence, see LICENSE.

   What the files of the screen model know of each other; displays include screen.h. */
#ifndef MODEL_H
#define MODEL_H

#include "frontends/screen/screen.h"

/* The row where a page begins that stands at the bottom of any screen. */
enum { PAGE_AT_BOTTOM = 0xFFFF };

/* What of the running text is in view. */
struct lower_view {
    struct flow_line line;      /* the first line in view */
    unsigned row, end;          /* of it; the first row after the lower window's last line */
};

/* A request's operand, or what stands for it when it was not given. */
zm_u16 screen_operand(const zm_u16 *operand, unsigned count, unsigned index, zm_u16 otherwise);

/* How the requests of requests.def are carried out. */
typedef zm_u16 request_handler(struct screen *screen, zm_u16 *operand, unsigned count);
#define REQUEST(opcode, text, graphic) request_handler text, graphic;
#include "frontends/screen/requests.def"

/* style.c, ink.c: the style that printing has now, with what the window and the header add to it. */
struct screen_style ink_for_print(const struct screen *screen);
void ink_reset(struct screen_style *style);

/* As the story has set it, without what is added. */
struct screen_style ink_now(const struct screen *screen);

/* Spaces in this: the background without anything else of a style. */
struct screen_style ink_blank(const struct screen_style *style);

/* status.c: at each change of the width, too. */
void status_draw(struct screen *screen);

/* What it shows is taken from the machine's variables (8.2.2), not told by the story. */
void status_show_again(struct screen *screen);

/* lower.c */
void lower_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length);
void lower_new_page(struct screen *screen, unsigned row);
void lower_make_room(struct screen *screen, unsigned rows);
void lower_look(struct screen *screen, struct lower_view *view);

/* Whether the page is full now; at_input: the line of the cursor must be seen, too, even if it is empty. */
void lower_check_page(struct screen *screen, bool at_input);
void lower_turn_page(struct screen *screen);

void lower_was_read(struct screen *screen);

/* upper.c */
void upper_print(struct screen *screen, const struct screen_style *style, const zm_u16 *text, unsigned length);
void upper_reset(struct screen *screen);

/* Rows without the status line's, and the same by 8.6.1.1.2, 8.7.2.1.1. */
unsigned upper_rows(const struct screen *screen);
void upper_set_rows(struct screen *screen, unsigned rows);

/* The cursor's place, from 1, 1; the status line has no row. */
void upper_tell_cursor(const struct screen *screen, zm_u16 *row, zm_u16 *column);
void upper_place_cursor(struct screen *screen, zm_u16 row, zm_u16 column);

/* So many rows, all blank, and what each then shows; here the status line, if there is one, is row 0, and stays as it is. */
void upper_begin_again(struct screen *screen, unsigned rows);
void upper_put_row(struct screen *screen, unsigned row, const struct screen_style *style, const zm_u16 *text,
                   unsigned length);

/* The player has typed: what stands above has been seen, a box goes. */
void upper_was_seen(struct screen *screen);

/* windows.c: the properties of version 6's windows */
struct window *windows_named(struct screen *screen, zm_u16 number);
void windows_reset(struct screen *screen);
void windows_fit(struct screen *screen);
void windows_ask_for_painting(struct screen *screen);
void windows_keep_cursor(struct window *window);
int windows_want_mouse(const struct windows *windows, zm_u16 x, zm_u16 y);

/* drawing.c: what is painted in version 6; places in units from 0 on the whole screen, clipped to it */
struct area { int x, y, width, height; };

struct area area_of_window(const struct window *window);
struct area area_common(const struct area *a, const struct area *b);
void drawing_fill(struct screen *screen, const struct area *area, const struct screen_style *style);
void drawing_text(struct screen *screen, const struct area *area, const struct screen_style *style, const zm_u16 *text,
                 unsigned length);
void drawing_scroll(struct screen *screen, const struct area *area, int by, const struct screen_style *style);
void drawing_picture(struct screen *screen, const struct area *area, unsigned number, int left, int top);

/* In version 6 what is painted from now on belongs to the page after this one. Turning goes on to where that is full. */
void drawing_end_page(struct screen *screen);
void drawing_turn_page(struct screen *screen);
void drawing_forget_pages(struct screen *screen);

/* Carry out an operation of the display list's (its text is set); where it lies does not matter. */
void drawing_again(struct screen *screen, const struct paint_operation *operation);

/* graphic.c: printing in version 6 */
void graphic_reset(struct screen *screen);
void graphic_print(struct screen *screen, const zm_u16 *text, unsigned length);
void graphic_resume(struct screen *screen);
void graphic_new_line(struct screen *screen, struct window *window);

/* Paint what is printed and not yet painted; nothing in other versions. */
void graphic_flush(struct screen *screen);

/* typing.c: keep the text at the end of the scrollback, which is the prompt, for screen_show_prompt. (In version 6 it is only if the
   window's text goes there.) */
void typing_keep_prompt(struct screen *screen);

/* dialogue.c: what the host says and the player types, in version 6 */
void graphic_say(struct screen *screen, const struct screen_style *style, const char *text);
void graphic_show_prompt(struct screen *screen);
void graphic_begin_input(struct screen *screen, const zm_u16 *preload, unsigned length);
void graphic_show_input(struct screen *screen, const struct screen_style *style);
void graphic_hide_input(struct screen *screen);
void graphic_end_input(struct screen *screen, int new_line);
int graphic_cursor(const struct screen *screen, unsigned *x, unsigned *y);

/* painting.c: windows and painting of version 6. Recall returns whether the bytes were sound; else nothing has changed. */
void painting_keep(struct screen *screen, struct saved_screen_bytes *bytes);
bool painting_recall(struct screen *screen, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length);

/* rows.c */
void rows_free(struct screen_rows *rows);

/* mark.c: what of a run in a row is selected, in units of its text: *from to *to (equal: nothing). */
void mark_selected(const struct screen *screen, unsigned row, const struct screen_run *run, const zm_u16 *text,
                   unsigned *from, unsigned *to);

#endif
