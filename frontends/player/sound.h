/* Golmac: MIT licence, see LICENSE.

   Sounds (section 9): @sound_effect, as the display can play them; the routine that a story wants called when a sound
   has ended. One sound plays at a time; a new one ends it. */
#ifndef SOUND_H
#define SOUND_H

#include <stdbool.h>
#include "interp/zmachine.h"

struct player;

struct sound_order { unsigned number, volume, repeats; };

struct sound {
    struct sound_order playing;     /* number 0: none */
    struct sound_order waiting;     /* to follow it: 9, remarks */
    bool since_input;               /* playing was begun since the player last typed */
    zm_u16 routine;                 /* to call when it has ended */
    zm_u16 due;                     /* the same, after that; sound_interrupt calls it */
};

/* @sound_effect. */
void sound_perform(struct player *player, const zm_u16 *operand, unsigned count);

/* The display says that a sound has ended by itself. */
void sound_ended(struct player *player, unsigned number);

/* Have the machine call the routine that is due. */
void sound_interrupt(struct player *player);

/* The player has typed. */
void sound_typed(struct player *player);

/* No sound plays any longer. */
void sound_silence(struct player *player);

#endif
