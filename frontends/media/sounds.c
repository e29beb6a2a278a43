/* Golmac: MIT licence, see LICENSE.

   Sounds through SDL2_mixer. Its callbacks for ended sounds carry no context, so the end of a sound is seen where the
   device asks for more (the post-mix callback, which does): what should be playing plays no more. */
#include "frontends/media/sounds.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 44100, BUFFER = 1024, MIXER_CHANNELS = 2, EFFECT = 0, BLEEP = 1,
       BLEEP_BITS = 2, BLEEP_MASK = 3, BLEEPS_MOST = 8 };

/* ---- The device ---- */

/* A sound has ended by itself: tell so, once. */
static void tell_end(struct sounds *sounds, SDL_atomic_t *number, bool playing)
{
    int ended = SDL_AtomicGet(number);

    if (ended != 0 && !playing && SDL_AtomicCAS(number, ended, 0))
        sounds->finished(sounds->context, (unsigned)ended);
}

/* The next bleep that waits, when the one before is over. */
static void bleep_on(struct sounds *sounds)
{
    int waiting = SDL_AtomicGet(&sounds->bleeps), which = waiting & BLEEP_MASK;

    if (which == 0 || Mix_Playing(BLEEP) || !SDL_AtomicCAS(&sounds->bleeps, waiting, waiting >> BLEEP_BITS))
        return;
    (void)Mix_PlayChannel(BLEEP, sounds->bleep_chunk[which - 1], 0);
}

static void watch(void *context, Uint8 *stream, int length)
{
    struct sounds *sounds = context;

    (void)stream;
    (void)length;
    tell_end(sounds, &sounds->effect_number, Mix_Playing(EFFECT));
    tell_end(sounds, &sounds->music_number, Mix_PlayingMusic());
    bleep_on(sounds);
}

static int open_device(struct sounds *sounds, struct message *why)
{
    if (sounds->state == 0) {
        sounds->state = -1;
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
            if (Mix_OpenAudioDevice(RATE, AUDIO_S16SYS, 2, BUFFER, NULL, 0) == 0)
                sounds->state = 1;
            else
                SDL_QuitSubSystem(SDL_INIT_AUDIO);
        }
        if (sounds->state == 1) {
            Mix_AllocateChannels(MIXER_CHANNELS);
            Mix_SetPostMix(watch, sounds);
        }
    }
    return sounds->state == 1 ? 0 : message_set(why, "there is no sound device: %s", SDL_GetError());
}

void sounds_init(struct sounds *sounds, const struct blorb *blorb, void (*finished)(void *, unsigned), void *context)
{
    memset(sounds, 0, sizeof *sounds);
    sounds->blorb = blorb;
    sounds->finished = finished;
    sounds->context = context;
}

void sounds_free(struct sounds *sounds)
{
    unsigned i;

    if (sounds->state == 1) {
        sounds_stop(sounds, 0);
        Mix_SetPostMix(NULL, NULL);
        for (i = 0; i < SOUNDS_KEPT; i++)
            Mix_FreeChunk(sounds->kept[i].chunk);
        for (i = 0; i < BLEEPS; i++) {
            Mix_FreeChunk(sounds->bleep_chunk[i]);
            free(sounds->bleep[i]);
        }
        Mix_CloseAudio();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    memset(sounds, 0, sizeof *sounds);
}

/* ---- Stopping ---- */

static void stop_effect(struct sounds *sounds)
{
    SDL_AtomicSet(&sounds->effect_number, 0);
    Mix_HaltChannel(EFFECT);
}

static void stop_music(struct sounds *sounds)
{
    SDL_AtomicSet(&sounds->music_number, 0);
    Mix_HaltMusic();
    if (sounds->music)
        Mix_FreeMusic(sounds->music);
    sounds->music = NULL;
}

void sounds_stop(struct sounds *sounds, unsigned number)
{
    if (sounds->state != 1)
        return;
    if (number == 0 || SDL_AtomicGet(&sounds->effect_number) == (int)number)
        stop_effect(sounds);
    if (number == 0 || SDL_AtomicGet(&sounds->music_number) == (int)number)
        stop_music(sounds);
}

/* ---- Playing ---- */

static int mixer_volume(unsigned volume)
{
    return (int)(volume >= SOUND_LOUDEST ? MIX_MAX_VOLUME : volume * MIX_MAX_VOLUME / SOUND_LOUDEST);
}

static SDL_RWops *open_chunk(const struct blorb_chunk *chunk)
{
    return SDL_RWFromConstMem(chunk->bytes, (int)(chunk->size > 0x7FFFFFFF ? 0 : chunk->size));
}

static Mix_Chunk *decode(const struct blorb_chunk *file)
{
    struct blorb_chunk plain = *file;
    unsigned char *copy = aiff_copy(file, &plain.size);
    Mix_Chunk *decoded = NULL;

    plain.bytes = copy;
    if (copy)
        decoded = Mix_LoadWAV_RW(open_chunk(&plain), 1);
    else
        (void)SDL_SetError("there is no sound in it, or no memory for it");
    free(copy);
    return decoded;
}

/* The effect decoded: from those kept, or in place of the one that was not heard for the longest time. */
static Mix_Chunk *find_effect(struct sounds *sounds, unsigned number, const struct blorb_chunk *chunk)
{
    struct kept_sound *kept = sounds->kept;
    unsigned i;

    for (i = 0; i < SOUNDS_KEPT; i++) {
        if (sounds->kept[i].chunk && sounds->kept[i].number == number) {
            kept = &sounds->kept[i];
            break;
        }
        if (sounds->kept[i].used < kept->used)
            kept = &sounds->kept[i];
    }
    if (i == SOUNDS_KEPT) {
        Mix_FreeChunk(kept->chunk);
        kept->chunk = decode(chunk);
        kept->number = number;
    }
    kept->used = ++sounds->clock;
    return kept->chunk;
}

static int play_effect(struct sounds *sounds, unsigned number, const struct blorb_chunk *chunk, unsigned volume,
                       int repeats, struct message *why)
{
    Mix_Chunk *effect;

    stop_effect(sounds);
    effect = find_effect(sounds, number, chunk);
    if (!effect)
        return message_set(why, "sound %u: %s", number, Mix_GetError());
    Mix_VolumeChunk(effect, mixer_volume(volume));
    if (Mix_PlayChannel(EFFECT, effect, repeats < 0 ? -1 : repeats - 1) < 0)
        return message_set(why, "sound %u: %s", number, Mix_GetError());
    SDL_AtomicSet(&sounds->effect_number, (int)number);
    return 0;
}

static int play_music(struct sounds *sounds, unsigned number, const struct blorb_chunk *chunk, unsigned volume,
                      int repeats, struct message *why)
{
    Mix_MusicType type = chunk->type == BLORB_ID('M', 'O', 'D', ' ') ? MUS_MOD : MUS_OGG;

    stop_music(sounds);
    sounds->music = Mix_LoadMUSType_RW(open_chunk(chunk), type, 1);
    if (!sounds->music)
        return message_set(why, "sound %u: %s", number, Mix_GetError());
    Mix_VolumeMusic(mixer_volume(volume));
    if (Mix_PlayMusic(sounds->music, repeats) != 0)
        return message_set(why, "sound %u: %s", number, Mix_GetError());
    SDL_AtomicSet(&sounds->music_number, (int)number);
    return 0;
}

int sounds_play(struct sounds *sounds, unsigned number, unsigned volume, unsigned repeats, struct message *why)
{
    const struct blorb_chunk *chunk = sounds->blorb ? blorb_find(sounds->blorb, BLORB_SOUND, number) : NULL;

    if (!chunk)
        return message_set(why, "sound %u: there is no such sound", number);
    if (open_device(sounds, why) != 0)
        return -1;
    if (repeats == SOUND_AS_SAID)
        repeats = blorb_is_looped(sounds->blorb, number) ? SOUND_FOREVER : 1;
    switch (chunk->type) {
    case BLORB_ID('A', 'I', 'F', 'F'):
    case BLORB_ID('A', 'I', 'F', 'C'):
        return play_effect(sounds, number, chunk, volume, repeats >= SOUND_FOREVER ? -1 : (int)repeats, why);
    case BLORB_ID('O', 'G', 'G', 'V'):
    case BLORB_ID('M', 'O', 'D', ' '):
        return play_music(sounds, number, chunk, volume, repeats >= SOUND_FOREVER ? -1 : (int)repeats, why);
    default:
        return message_set(why, "sound %u: it is neither AIFF nor Ogg nor MOD", number);
    }
}

/* ---- Bleeps ---- */

/* A tenth of a second, softer at both ends so that it does not click. */
static Mix_Chunk *make_bleep(struct sounds *sounds, unsigned which, double pitch)
{
    enum { FRAMES = RATE / 10, EDGE = RATE / 100, CHANNELS = 2, LOUD = 9000 };
    Sint16 *sample = malloc((size_t)FRAMES * CHANNELS * sizeof *sample);
    int frame, edge;

    sounds->bleep[which] = sample;
    if (!sample)
        return NULL;
    for (frame = 0; frame < FRAMES; frame++) {
        edge = frame < FRAMES - frame ? frame : FRAMES - frame;
        sample[2 * frame] = (Sint16)(LOUD * sin(frame * pitch * 6.283185307 / RATE)
                                     * (edge < EDGE ? edge : EDGE) / EDGE);
        sample[2 * frame + 1] = sample[2 * frame];
    }
    return Mix_QuickLoad_RAW((Uint8 *)sample, (Uint32)FRAMES * CHANNELS * sizeof *sample);
}

/* Behind those that wait. The sound device's thread takes them from there. */
static void add_bleep(struct sounds *sounds, int which)
{
    int waiting, shift;

    do {
        waiting = SDL_AtomicGet(&sounds->bleeps);
        for (shift = 0; waiting >> shift & BLEEP_MASK; shift += BLEEP_BITS)
            if (shift == BLEEP_BITS * (BLEEPS_MOST - 1))
                return; /* nobody would count them */
    } while (!SDL_AtomicCAS(&sounds->bleeps, waiting, waiting | which << shift));
}

int sounds_bleep(struct sounds *sounds, unsigned number, struct message *why)
{
    unsigned which = number == 2;

    if (open_device(sounds, why) != 0)
        return -1;
    if (!sounds->bleep_chunk[which])
        sounds->bleep_chunk[which] = make_bleep(sounds, which, which ? 330 : 880);
    if (!sounds->bleep_chunk[which])
        return message_set(why, "bleep: %s", Mix_GetError());
    add_bleep(sounds, (int)which + 1);
    return 0;
}
