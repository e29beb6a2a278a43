/* Golmac: MIT licence, see LICENSE.

   The Z-machine's screen as plain data (section 8 of the standard), versions 1 to 8. The machine prints and asks
   (screen_print, screen_perform), the host makes remarks, the player types; a display asks which text stands where and
   paints it. The model knows no terminal and no toolkit: the display tells it how wide text is.

   Units are the display's: a character cell of a terminal, a pixel of a window. Everything is measured from the top
   left, 0, 0 (the story's own coordinates begin at 1, 1). Text is UTF-16.

   There are two ways to paint, depending on the version:
   - All but 6: the screen is rows of the same height, each made of a few runs of styled text (screen_refresh,
     screen_row). The lower window is kept as paragraphs (the scrollback) and laid out again when the width changes; the
     upper window is cells. A refresh marks the rows that have changed since the one before.
   - Version 6: the story paints where it likes, and what is painted belongs to no window afterwards. On a character
     display (metrics.advance is NULL) it goes into cells, which come as rows, and pictures come as operations. On other
     displays everything comes as operations, which the display carries out in order on a picture of the screen
     (screen_painting). Printed text is in the scrollback as well, and comes as rows while the player looks back
     (screen_scrolled).

   The life of a screen:
     screen_init
     screen_describe         for zm_set_screen; again after each screen_resize
     screen_print            as the machine asks; screen_perform likewise. If then screen_page_is_full the machine stops
                             until the player has read the page (screen_turn_page)
     screen_begin_input      before the player types; then screen_set_input for each stroke, and screen_end_input
     screen_refresh          whenever there is time to paint
     screen_free

   If there is no memory text is lost, and nothing else; screen->starved counts how often. */
#ifndef SCREEN_H
#define SCREEN_H

#include "interp/zmachine.h"
#include "frontends/formats/saved_screen.h"
#include "frontends/screen/style.h"
#include "frontends/screen/metrics.h"
#include "frontends/screen/flow.h"
#include "frontends/screen/grid.h"
#include "frontends/screen/windows.h"
#include "frontends/screen/paint.h"
#include "frontends/screen/display_list.h"
#include "frontends/screen/rows.h"

/* ---- What the model keeps ---- */

enum { SCREEN_INPUT_UNITS = 1024, SCREEN_PROMPT_UNITS = 512 };

/* The status line of versions 1 to 3, as the story last told it. It is composed again for each width. */
struct screen_status {
    bool shown, is_time;
    int first, second;          /* score and turns, or hours and minutes */
    unsigned length;
    zm_u16 place[128];
};

/* A line that is being typed. */
struct screen_input {
    bool shown;                 /* it is in the window now */
    bool waiting;               /* between screen_begin_input and screen_end_input */
    unsigned row, column;       /* where it begins, in the upper window */
    unsigned shown_columns;     /* that it takes there */
    unsigned length, cursor;    /* units; cursor: how many stand before it */
    zm_u16 text[SCREEN_INPUT_UNITS];
};

/* In versions other than 6, a request that waits until the page has been read. */
struct screen_delayed {
    bool waits;
    unsigned opcode, count;
    zm_u16 operand[8];
};

/* The unfinished line of the lower window when the story last asked for input. */
struct screen_prompt {
    struct screen_style style;
    unsigned length;
    zm_u16 text[SCREEN_PROMPT_UNITS];
};

struct screen {
    struct zm *zm;              /* the machine: its version, names of objects, interrupts */
    struct screen_metrics metrics;
    struct screen_pictures pictures;
    unsigned columns, rows;     /* of the area, in cells and lines */
    unsigned top_rows;          /* rows that the status line and the upper window take */
    unsigned page_top;          /* the row where the page begins, unless it has scrolled */
    zm_u32 page_background;     /* colour that the lower window was last cleared to */
    unsigned box_row, box_rows; /* a quote box left standing: the row of its mark (FLOW_BOX) then, rows above its end */
    zm_u32 box_length;          /* the length of the running text then */
    unsigned new_rows;          /* from the top: all that was printed above since the last input stands in them */
    unsigned left;              /* where the text area begins, in units (measure) */
    unsigned window;            /* that text goes to; in versions other than 6: 0 the lower, 1 the upper */
    struct screen_style style;  /* of what is printed next; in version 6 each window has its own */
    bool full;                  /* the page is full of unread text: screen_page_is_full */
    bool patient;               /* pages are turned (screen_set_more) */
    bool skipping;              /* they are not, before the next input (screen_skip_pages) */
    struct screen_delayed delayed;
    bool at_work;               /* set by whoever paints while the story prints: the last word may be unfinished
                                   (version 6) */
    bool cursor_hidden;         /* @set_cursor -1, version 6 */
    unsigned screen_buffer;     /* @buffer_screen, version 6 */
    bool by_word;               /* @buffer_mode */
    unsigned starved;           /* how often there was no memory */
    zm_u16 half;                /* first half of a surrogate pair whose second half has not come; 0: none */
    zm_u16 mouse_x, mouse_y, mouse_buttons; /* of the last click, as the story is told */
    struct screen_status status;
    struct screen_input input;
    struct screen_prompt prompt;
    struct flow flow;           /* the lower window and the scrollback */
    struct grid grid;           /* the upper window; version 6 on a character display: the screen */
    struct windows windows;     /* version 6 */
    struct paint paint;         /* version 6: operations that the display has not taken yet */
    struct paint held;          /* version 6: operations that follow the page being read, with a mark where each page
                                   that comes after it is full */
    struct display_list shown;  /* version 6: what all operations have led to */
    unsigned char saved[SAVED_SCREEN]; /* the bytes that screen_keep hands out: the screen, */
    unsigned char *painted;     /* and what is painted on it */
    zm_u32 painted_room;
    struct screen_rows view;    /* rows of the last refresh */
};

/* ---- Beginning and end ---- */

/* Make an empty screen for a machine that zm_init has accepted (zm->version is what counts). metrics and pictures
   are copied; pictures may be NULL. Returns 0, or -1 if there is no memory (then screen_free must not be called). */
int screen_init(struct screen *screen, struct zm *zm, const struct screen_metrics *metrics,
                const struct screen_pictures *pictures);
void screen_free(struct screen *screen);

/* The size, the font or the measure has changed: lay everything out again. Nothing is lost. Tell the machine then
   (screen_describe, zm_set_screen). */
void screen_resize(struct screen *screen, const struct screen_metrics *metrics);

/* Fill what the model knows of the description for zm_set_screen: width, height, font size (in version 6 units are
   the display's; else a character is one unit), and ZM_CAN_STATUS and ZM_CAN_SPLIT. The rest of *description, such
   as what the display can do, stays as it is. */
void screen_describe(const struct screen *screen, struct zm_screen *description);

/* Whether pages can be full at all. At first they can. */
void screen_set_more(struct screen *screen, bool on);

/* ---- What the machine asks ---- */

/* Text for the screen: struct session_host's print. */
void screen_print(struct screen *screen, const zm_u16 *text, unsigned length);

/* An opcode that concerns the screen: struct session_host's perform (see zmachine.h). Opcodes that are no concern of
   the model's (sounds, streams) are passed over and give 0. */
zm_u16 screen_perform(struct screen *screen, unsigned opcode, zm_u16 *operand, unsigned count);

/* Whether text printed now belongs in transcripts: it goes to the lower window, or in version 6 to one whose
   attribute says so (8.8.3.1). */
bool screen_transcribes(const struct screen *screen);

/* ---- [MORE] (8.4.1) ---- */

/* Whether unread text fills the page: the screen shows that page, its last row free, until it has been turned. To be
   asked after whatever may print (print, perform, say, show_prompt, recall); then have the machine stop (zm_pause).
   What the instruction that runs still prints or asks for is taken, and seen after the page. */
bool screen_page_is_full(const struct screen *screen);

/* The player has read the page. The next one may be full at once. */
void screen_turn_page(struct screen *screen);

/* The player does not want to read by pages before the next input. */
void screen_skip_pages(struct screen *screen);

/* ---- What the host says ---- */

/* A remark of the host's own, UTF-8, as a paragraph (or several, at new lines) in the lower window, in the style bit
   SCREEN_REMARK or SCREEN_WARNING. */
void screen_say(struct screen *screen, const char *text, unsigned style_bit);

/* Show the story's prompt once more, as it stood at the last screen_begin_input, if the lower window's cursor is at the
   start of a line. */
void screen_show_prompt(struct screen *screen);

/* ---- What the player types ---- */

/* The story waits for input: what is on the screen counts as read from now on. Returns false while something is still
   to be read: turn the page, then call this again. preload: the beginning of the line, which the story has printed
   already (zm_line_preload; a key: length 0); if it stands before the cursor it becomes part of the half-typed line.
   Call this once for each input, and not again after a timeout. */
bool screen_begin_input(struct screen *screen, const zm_u16 *preload, unsigned length);

/* Show a half-typed line where the current window's cursor is, in place of the one shown before; cursor: units
   before it. */
void screen_set_input(struct screen *screen, const zm_u16 *text, unsigned length, unsigned cursor);

/* Take the half-typed line off the screen before a timed routine runs. screen_set_input shows it again. */
void screen_hide_input(struct screen *screen);

/* The player has typed the line: it stays, in the input style, and with new_line the cursor goes to the next line. This
   ends what screen_begin_input began; a quote box disappears. For a key: length 0, no new line. */
void screen_end_input(struct screen *screen, const zm_u16 *text, unsigned length, bool new_line);

/* The player has pressed a mouse button at a place of the display (buttons: bit 0 is the first, 1 the second...).
   @read_mouse will tell it. Writes the place in the story's coordinates, for zm_set_mouse. Returns true if the story is
   to be told (key 254, or 253 for the second click of two); false if it wants no mouse there (@mouse_window), or no
   text can stand there. */
bool screen_mouse(struct screen *screen, int x, int y, unsigned buttons, zm_u16 *story_x, zm_u16 *story_y);

/* ---- What to paint ---- */

/* Lay out what is new and compose the rows. Returns how many rows have changed since the refresh before. */
unsigned screen_refresh(struct screen *screen);

/* A row of the last refresh, 0 to screen->rows - 1. Stays until the next refresh. */
const struct screen_row *screen_row(const struct screen *screen, unsigned row);

/* All rows count as changed at the next refresh. */
void screen_touch(struct screen *screen);

/* Where the text cursor is after the last refresh. Returns false if there is none to show: nothing is being typed, or
   the place is out of view. */
bool screen_cursor(const struct screen *screen, unsigned *x, unsigned *y);

/* Version 6: the operations since this was last called, in order: see paint.h. They stay until the next call of any
   function of this header. screen_painting of other versions is always empty. */
const struct paint_operation *screen_painting(struct screen *screen, unsigned *count);

/* ---- Keeping a screen ---- */

/* The screen as bytes that mean the same everywhere (formats/saved_screen.h): between requests of the story, no line
   being typed. They stay until the next call. */
void screen_keep(struct screen *screen, struct saved_screen_bytes *bytes);

/* Have such a screen again; on a display of another kind or size as near to it as can be. text: what the story printed
   last; print: print it in the lower window. In version 6 the bytes show it already, so that it only goes to the
   scrollback; where cells or lines have another size it is laid out again, and the story is asked to paint again
   (8.8.2). Returns false if the painted bytes are not sound: then the text is all there is. */
bool screen_recall(struct screen *screen, const struct saved_screen_bytes *bytes, const zm_u16 *text, unsigned length,
                   bool print);

/* The rows of the status line and the upper window, each ended by 10, without spaces at its end: at most room units.
   Returns how many. In version 6 none. */
unsigned screen_read_upper(const struct screen *screen, zm_u16 *text, unsigned room);

/* The story has restored a saved game: in version 3 the upper window goes (8.6.1.3). */
void screen_was_restored(struct screen *screen);

/* ---- Looking back ---- */

/* Show the lower window as it was so many lines ago (0: now). Returns how many lines there were to go back. */
unsigned screen_scroll(struct screen *screen, unsigned lines);
unsigned screen_scrolled(const struct screen *screen);

/* Rows of the lower window now: a page. */
unsigned screen_page(const struct screen *screen);

/* Find text in the scrollback, capitals or not, going back (direction -1) or forth (1) from the last place found,
   or from the end: show and mark it (style bit SCREEN_FOUND). Returns true if it was found; else the view stays.
   again: the place found last does not count. */
bool screen_find(struct screen *screen, const zm_u16 *text, unsigned length, int direction, bool again);

/* Forget the mark. */
void screen_find_end(struct screen *screen);

/* Mark what stands from one point to another, in reading order (style bit SCREEN_SELECTED), by the rows of the last
   refresh. It follows the text no further than the next change of the screen. */
void screen_select(struct screen *screen, int from_x, int from_y, int to_x, int to_y);

/* The same for the whole word at a point. Returns false if none stands there. */
bool screen_select_word(struct screen *screen, int x, int y);
void screen_select_end(struct screen *screen);

/* Write the text marked, lines ended by 10 where they were not broken to fit; at most room units. Returns units
   written. */
unsigned screen_selection(const struct screen *screen, zm_u16 *text, unsigned room);

#endif
