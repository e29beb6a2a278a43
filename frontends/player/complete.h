/* Golmac: MIT licence, see LICENSE.

   Words to complete: first those on the screen that the story knows, the last one first, then the others of the story's
   dictionary, then the others on the screen. The dictionary has words cut short (13.3): where the screen has the whole
   word, that is taken. */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "frontends/player/editor.h"
#include "frontends/screen/screen.h"

enum { COMPLETE_WORDS = 400, COMPLETE_LETTERS = 32 };

enum complete_rank { COMPLETE_KNOWN, COMPLETE_DICTIONARY, COMPLETE_SEEN };

struct complete_word { zm_u16 text[COMPLETE_LETTERS]; unsigned length; enum complete_rank rank; };

struct words {
    struct zm *zm;
    const struct screen *screen;
    struct completion completion;   /* for the editor */
    unsigned count;
    struct complete_word word[COMPLETE_WORDS];
};

/* Words of that story and the screen's last refresh; both stay. */
void complete_init(struct words *words, struct zm *zm, const struct screen *screen);

#endif
