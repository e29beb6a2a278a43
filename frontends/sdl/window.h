/* Golmac: MIT licence, see LICENSE.

   The window: a display (frontends/player/display.h) by SDL2. All is painted by the processor into a picture of the
   window in memory (canvas.h), of which only what has changed is shown: an idle window costs nothing.

   Lengths in pixels, but for those of the screen model, which are units: outside version 6 a unit is a pixel; there the
   story's window has the size that its pictures were made for, and a unit is zoom pixels.

   Files, in the order the data meets them: main.c (the program and its loop), window.c (opening, size and place, what
   is shown), appearance.c (themes, fonts, how close pixels are), story_media.c (pictures, sounds, the cover),
   painting.c (from the scene to the canvas), caret.c (cursor and text being composed), events.c and sdl_keys.def (keys,
   mouse, clipboard); below them fonts.h, canvas.h, theme.h. */
#ifndef SDL_WINDOW_H
#define SDL_WINDOW_H

#include <SDL.h>
#include <signal.h>
#include <stdbool.h>
#include "frontends/sdl/canvas.h"
#include "frontends/sdl/fonts.h"
#include "frontends/sdl/theme.h"
#include "frontends/host/resources.h"
#include "frontends/host/settings.h"
#include "frontends/media/pictures.h"
#include "frontends/media/sounds.h"
#include "frontends/player/display.h"
#include "frontends/screen/screen.h"

enum { EVENT_UNITS = 4096, COMPOSED_BYTES = 256, ROWS_COVERED = 1024 };

/* The caret and the text being composed, laid over the canvas, with what is below them. */
struct caret {
    bool shown;
    SDL_Rect place;
    SDL_Surface *below;
};

struct sdl_window {
    struct settings *settings;
    const struct options *options; /* the settings' */
    volatile sig_atomic_t *interrupted;
    SDL_Window *sdl;
    SDL_Renderer *renderer;     /* NULL: pixels are sent as they are */
    SDL_Texture *texture;       /* the renderer's copy of the canvas; NULL: none yet */
    int width, height;          /* pixels */
    double density;             /* pixels of a unit of mouse coordinates */
    double scale;               /* of the font's size: points to pixels, and the display's own scale */
    double points, usual_points;/* the font's size, and what it was at first */
    const char *font, *fixed_font; /* as the options named those that are open */
    int margin;                 /* between the window's sides and text */
    double zoom;                /* pixels of a unit */
    int left, top;              /* of the story's screen */
    unsigned units_wide, units_high; /* of the screen */
    unsigned cell_units, line_units; /* of a cell's width, of a line's height */
    bool is_version6;
    bool is_fitted;             /* the story's screen has the size that its pictures want */
    const struct theme *theme;
    struct fonts fonts;
    struct canvas canvas;
    struct canvas page;         /* version 6: what the story has painted */
    SDL_Rect usual_place;       /* of the window when it did not fill the screen; of SDL's units; w 0: not known */
    SDL_Rect page_place;        /* of the story's screen on it */
    unsigned char covered[ROWS_COVERED]; /* version 6: rows of the screen that hide the page */
    struct caret caret;
    struct resources resources;
    struct pictures pictures;
    struct screen_pictures screen_pictures;
    Uint64 cover_end;           /* SDL's clock until which the cover is shown; 0: it is not */
    zm_u32 cover;               /* its number as a picture */
    struct sounds sounds;
    Uint32 sound_event;         /* SDL's number of the event that a sound has ended */
    struct display display;
    /* what the last event was made of */
    zm_u16 text[EVENT_UNITS];
    zm_u16 *pasted;             /* allocated */
    char *path;
    char composed[COMPOSED_BYTES]; /* text that an input method is composing, UTF-8 */
    int dragging, press_x, press_y;
    bool repaint;               /* rows that hide the page must be painted again */
    bool swallow;               /* the text of the key that is down is no input */
    struct scene *scene;        /* painted last */
    double wheel;               /* of a line, not yet handed on */
};

/* Set up window->display. The window itself opens when the display begins; settings must stay. */
void window_init(struct sdl_window *window, struct settings *settings, volatile sig_atomic_t *interrupted);

/* Close everything; the window's size and place are written to the config file. */
void window_free(struct sdl_window *window);

/* ---- Between the files ---- */

/* window.c */
int window_measure_size(struct sdl_window *window);     /* after a change of it, perhaps. 0; -1: no memory */
void window_lay_out(struct sdl_window *window);         /* after a change of size, scale or font */
void window_clear(struct sdl_window *window);           /* fill with the background; all rows must be painted again */
void window_tell(const struct message *why);        /* on standard error */

/* Units to pixels of the window. */
int window_x(const struct sdl_window *window, double units);
int window_y(const struct sdl_window *window, double units);

/* appearance.c. Each 0, or -1: it cannot be, and all is as before. */
int appearance_choose(struct sdl_window *window, struct message *why);  /* as the options are now; -1: only at first */
int appearance_set_points(struct sdl_window *window, double points);
int appearance_scale(struct sdl_window *window);        /* after a change of density: only the fonts */

/* window.c: all of the canvas is to be sent to the window with the next window_show, or only what has changed. */
void window_show_all(struct sdl_window *window);
void window_show(struct sdl_window *window);

/* window.c: note where the window is now, before it fills the screen. */
void window_note_place(struct sdl_window *window);

/* story_media.c: the story's resources, and sounds. */
void window_open_story(struct sdl_window *window, const struct story *story);
void window_close_story(struct sdl_window *window);
void window_bell(void *window, unsigned number);
int window_play_sound(void *window, unsigned number, unsigned volume, unsigned repeats);
void window_stop_sound(void *window, unsigned number);
void window_sound_ended(void *window, unsigned number);

/* story_media.c: show the cover, if there is one, in place of the scene; what window_wait_for_cover waits for is a
   key, or that it has been seen long enough. */
void window_show_cover(struct sdl_window *window);
void window_wait_for_cover(struct sdl_window *window);

/* painting.c: struct display's measure; what the scene shows; a run of text on a canvas: ground is a rectangle of its
   pixels. */
void window_measure(void *window, struct screen_metrics *metrics, struct zm_screen *description);
void window_paint(struct sdl_window *window, struct scene *scene);
void window_paint_text(struct sdl_window *window, struct canvas *canvas, const struct screen_style *style,
                       const zm_u16 *text, unsigned length, const SDL_Rect *ground);
void window_keep_page(struct sdl_window *window);       /* after a change of size */

/* caret.c */
void caret_remove(struct sdl_window *window);
void caret_place(struct sdl_window *window, struct scene *scene);

/* events.c: wait for an event, milliseconds at most (-1: for ever); and the clipboard. */
void window_wait(struct sdl_window *window, int milliseconds, struct event *event);
void window_copy(void *window, const zm_u16 *text, unsigned length);
void window_mark(void *window, const zm_u16 *text, unsigned length);
unsigned window_fetch(void *window, zm_u16 *text, unsigned room);

#endif
