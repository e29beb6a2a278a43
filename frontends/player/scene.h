/* Golmac: MIT licence, see LICENSE.

   What a display paints: the screen, and what the player lays over it: a message in the last row ([MORE], a question, a
   search), a list. A display's paint does no more than

     scene_refresh(scene);
     carry out scene_painting's operations (version 6 on displays that measure text in pixels; none elsewhere)
     for each row, if scene_row(scene, row)->changed, paint it
     put the cursor where scene_cursor says

   A row that is NULL belongs to the picture that version 6 has painted: show that there. A display
   keeps no list of its own of what is new. */
#ifndef SCENE_H
#define SCENE_H

#include <stdbool.h>
#include "frontends/screen/screen.h"

struct list;

enum { SCENE_MESSAGE = 512 };

/* A row of the player's own. */
struct scene_line {
    struct screen_row row;
    struct screen_run run[1];
    zm_u16 text[SCENE_MESSAGE];
    unsigned length;
};

struct scene {
    struct screen *screen;
    struct list *list;          /* shown over the whole screen; NULL: none */
    struct scene_line *lines;   /* its rows */
    unsigned line_count;        /* how many there is room for */
    bool has_message;           /* shown in the last row */
    zm_u16 message_text[SCENE_MESSAGE];
    unsigned message_length;
    unsigned message_cursor;    /* units of it before the cursor; SCENE_MESSAGE: no cursor */
    struct scene_line message;
    bool newly_covered;         /* the message was not there at the refresh before */
    bool covered;               /* the message row was covered last time */
    bool uncovering;            /* ... and must be repainted, from bare */
    struct screen_row bare;
    bool whole;                 /* all rows have changed */
};

/* ---- For displays ---- */

/* Compose what is to be painted now. Returns how many rows have changed since the refresh before. */
unsigned scene_refresh(struct scene *scene);
unsigned scene_rows(const struct scene *scene);

/* A row, until the next refresh. NULL: version 6's picture shows there. */
const struct screen_row *scene_row(const struct scene *scene, unsigned row);

/* Where the cursor is. Returns false if there is none. */
bool scene_cursor(const struct scene *scene, unsigned *x, unsigned *y);

/* Version 6's operations on the picture, in order, since the last call. They stay until the next call. */
const struct paint_operation *scene_painting(struct scene *scene, unsigned *count);

/* ---- For the player ---- */

void scene_init(struct scene *scene, struct screen *screen);
void scene_free(struct scene *scene);

/* What fits of a text in the last row, so many columns left free: a text has one wording, or several, each but the last
   ended by 10, the longest first; the first that fits is taken, else the last, cut. UTF-16, in units (SCENE_MESSAGE of
   them); returns how many. */
unsigned scene_fit(const struct scene *scene, const char *text, unsigned columns, zm_u16 *units);

/* Show a message with the cursor at its end, UTF-8, in the wording that fits; NULL: none. Or UTF-16, with the cursor
   after so many units. */
void scene_set_message(struct scene *scene, const char *text);
void scene_set_message_text(struct scene *scene, const zm_u16 *text, unsigned length, unsigned cursor);

/* Show a list over everything; NULL: no longer. */
void scene_set_list(struct scene *scene, struct list *list);

/* Everything is to be painted again. */
void scene_touch(struct scene *scene);

#endif
