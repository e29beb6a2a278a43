/* Golmac: MIT licence, see LICENSE.

   A list over the whole screen: a title, rows, what the chosen row stands for, a line that says what the keys do.
   Typing looks for a row. The list is data; scene.c shows it, look.c's keys move in it. */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>
#include "frontends/player/display.h"
#include "frontends/session/session.h"

enum { LIST_NEEDLE = 64, LIST_TEXT = 1024, LIST_PREVIEW = 4096 };

struct list {
    const struct list_source *source;
    unsigned chosen, top;           /* rows of the source: the one chosen, the first one shown */
    unsigned rows, columns;         /* of the screen */
    zm_u16 needle[LIST_NEEDLE];
    unsigned needle_length;
    bool not_found;
    unsigned preview_row;           /* of which the lines below are: source->count: of none */
    unsigned preview_length;
    zm_u16 preview[LIST_PREVIEW];   /* in lines that fit, each ended by 10 */
};

void list_init(struct list *list, const struct list_source *source);

/* The screen has this size. */
void list_resize(struct list *list, unsigned rows, unsigned columns);

enum list_result { LIST_GOES_ON, LIST_CHOSEN, LIST_LEFT };

/* A key, or a character typed. */
enum list_result list_key(struct list *list, unsigned key, unsigned modifiers);
void list_type(struct list *list, zm_u32 character);

/* A row on the screen was clicked: choose it. Returns whether it had been chosen before. */
bool list_click(struct list *list, unsigned row);
void list_scroll(struct list *list, int lines);

/* The text of a row of the screen, at most room units; *reverse: it is to stand out. Returns units written. */
unsigned list_text(struct list *list, unsigned row, zm_u16 *text, unsigned room, bool *reverse);

#endif
