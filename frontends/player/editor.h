/* Golmac: MIT licence, see LICENSE.

   The line being typed: text and a cursor in it, keys that change it (editor.def), lines typed before, completion. No
   screen: the player shows what stands here. Places are counted in UTF-16 units and always lie between user-perceived
   characters.

   Files: editor.c (editing), browse.c (lines typed before, search, completion), editor.def. */
#ifndef EDITOR_H
#define EDITOR_H

#include <stdbool.h>
#include "frontends/player/display.h"
#include "frontends/session/session.h"
#include "frontends/session/history.h"

/* Where words to complete come from. Find the candidates for the word that begins with start, in the order they
   should be offered; returns how many there are. candidate: the text of one, by its number from 0. */
struct completion {
    void *context;
    unsigned (*find)(void *context, const zm_u16 *start, unsigned length);
    unsigned (*candidate)(void *context, unsigned number, zm_u16 *text, unsigned room);
};

enum { EDITOR_NEEDLE = 128 };

struct editor {
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length, cursor;
    unsigned limit;                 /* units that the line may have */
    zm_u16 cut[LINE_MAX_UNITS];     /* what was cut last */
    unsigned cut_length;
    bool cuts;                      /* the key that is being carried out cuts */
    bool cutting;                   /* the last key cut, too: what is cut now is joined to that */
    const struct history *history;  /* NULL: none */
    const struct completion *completion;    /* NULL: none */

    size_t age;                     /* the line shown is the one typed age lines ago; 0: the one being typed */
    zm_u16 draft[LINE_MAX_UNITS];   /* which waits here meanwhile */
    unsigned draft_length;

    bool searching, failing;        /* Ctrl-R; nothing fits */
    zm_u16 needle[EDITOR_NEEDLE];
    unsigned needle_length;

    unsigned candidates, candidate; /* Tab was pressed last: how many fit, the one shown */
    unsigned word, word_length;     /* where it stands, and what of it was typed */
    zm_u16 typed[LINE_MAX_UNITS];
};

/* Begin a line with what stands in it already, the cursor at its end. What was cut before is still there. */
void editor_begin(struct editor *editor, const zm_u16 *text, unsigned length, unsigned limit);

/* Put text in at the cursor: what was typed or pasted. What there is no room for is left out; returns whether all was
   taken. */
bool editor_insert(struct editor *editor, const zm_u16 *text, unsigned length);

/* A key of editor.def. Returns whether it was one. */
bool editor_key(struct editor *editor, unsigned key, unsigned modifiers);

/* A search ends with the line it has found. */
void editor_end_search(struct editor *editor);

/* Whether there is anything to the right of the cursor: Alt-D is a hot key else. */
bool editor_at_end(const struct editor *editor);

/* ---- Between its files ---- */

void editor_replace(struct editor *editor, unsigned from, unsigned to, const zm_u16 *text, unsigned length);
void editor_search_add(struct editor *editor, const zm_u16 *text, unsigned length);

/* Row number of editor.def as words for a help text: "Ctrl-Left  a word back". Returns 0 if there is no such row with
   help. */
unsigned editor_rows(void);
const char *editor_help(unsigned row, unsigned *key, unsigned *modifiers);

#endif
