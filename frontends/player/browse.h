/* Golmac: MIT licence, see LICENSE.

   The actions of editor.def that look elsewhere: at lines typed before, at words that fit. Only the editor calls them.
   */
#ifndef BROWSE_H
#define BROWSE_H

#include "frontends/player/editor.h"

void edit_older(struct editor *editor);
void edit_newer(struct editor *editor);
void edit_search_back(struct editor *editor);
void edit_search_forward(struct editor *editor);
void edit_search_shorten(struct editor *editor);
void edit_give_up(struct editor *editor);
void edit_complete(struct editor *editor);
void edit_complete_back(struct editor *editor);

#endif
