/* Golmac: MIT licence, see LICENSE.

   The sounds of a story, by SDL2_mixer: AIFF resources of its Blorb file are effects, Ogg and MOD resources are music.
   A new effect ends the one before, new music the music before, neither the other (Blorb 2.0.4). The sound device is
   opened when the first sound is played, not before. */
#ifndef MEDIA_SOUNDS_H
#define MEDIA_SOUNDS_H

#include <SDL_mixer.h>
#include "frontends/formats/blorb.h"

enum { SOUND_LOUDEST = 8, SOUND_FOREVER = 255, SOUND_AS_SAID = 0, SOUNDS_KEPT = 8, BLEEPS = 2 };

/* An effect that is decoded. */
struct kept_sound { zm_u32 number; unsigned long used; Mix_Chunk *chunk; };

struct sounds {
    const struct blorb *blorb;              /* NULL: only bleeps */
    void *context;
    void (*finished)(void *context, unsigned number);
    int state;                              /* of the device: 0 not opened yet, 1 open, -1 it cannot be */
    struct kept_sound kept[SOUNDS_KEPT];
    unsigned long clock;
    Mix_Music *music;
    Sint16 *bleep[BLEEPS];                  /* samples of a high and of a low one */
    Mix_Chunk *bleep_chunk[BLEEPS];
    SDL_atomic_t bleeps; /* that wait for the one before to end, two bits each, the next one lowest */
    SDL_atomic_t effect_number, music_number; /* what plays now, 0: nothing; the sound device's thread reads it */
};

/* blorb must stay; NULL: there are no resources. finished is called when a sound has ended by itself, from another
   thread: it may do no more than tell the thread that waits for events. */
void sounds_init(struct sounds *sounds, const struct blorb *blorb, void (*finished)(void *, unsigned), void *context);
void sounds_free(struct sounds *sounds);

/* Play a resource: volume 1 to SOUND_LOUDEST; repeats: 1 to 254 times in all, SOUND_FOREVER, or SOUND_AS_SAID in the
   Blorb file (Loop: version 3). 0, or -1 saying why not. */
int sounds_play(struct sounds *sounds, unsigned number, unsigned volume, unsigned repeats, struct message *why);

/* Stop a sound at once if it is playing; number 0: all. Its end is not told. */
void sounds_stop(struct sounds *sounds, unsigned number);

/* 1: a high bleep, 2: a low one (9.2). Brief; returns at once: bleeps are heard one after another, no more than some at
   once. 0, or -1 saying why not. */
int sounds_bleep(struct sounds *sounds, unsigned number, struct message *why);

/* ---- Between the files ---- */

/* aiff.c: a copy to decode, allocated, hardly longer than the file. NULL if it has no samples, or there is no
   memory. */
unsigned char *aiff_copy(const struct blorb_chunk *file, size_t *size);

#endif
