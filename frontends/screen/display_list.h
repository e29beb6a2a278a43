/* Golmac: MIT licence, see LICENSE.

   What the screen of version 6 shows, as the operations that paint it on an empty one: what has been painted over is
   forgotten, what has scrolled is where it is now (there is no PAINT_SCROLL among them). Memory for a screen that is
   to be shown again, and for the colour of a place. */
#ifndef DISPLAY_LIST_H
#define DISPLAY_LIST_H

#include "frontends/screen/paint.h"

enum { DISPLAY_LIST_MOST = 12000 };  /* operations kept; then the oldest quarter goes */

struct display_list {
    struct paint_operation *operation;  /* oldest first; text: display_list_text */
    zm_u32 count, room;
    zm_u16 *text;
    zm_u32 length, text_room;
    zm_u32 tidy_at;             /* look for what is covered when there are so many */
};

void display_list_free(struct display_list *list);

/* The operation is carried out on what is shown; style and text are copied. Returns 0, or -1 if there is no memory:
   then it is missing. */
int display_list_add(struct display_list *list, const struct paint_operation *operation);

/* Forget what cannot be seen. A picture whose palette others may take (paint.h) stays, without a size. */
void display_list_tidy(struct display_list *list);

/* The text of a PAINT_TEXT of the list. */
const zm_u16 *display_list_text(const struct display_list *list, const struct paint_operation *operation);

/* The last operation that paints a place (units from 0) before another one (NULL: of all). NULL: there is none. A
   picture may be seen through there. */
const struct paint_operation *display_list_under(const struct display_list *list, int x, int y,
                                                 const struct paint_operation *before);

#endif
