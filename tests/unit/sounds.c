/* Golmac: MIT licence, see LICENSE.

   What is heard: SDL writes into a file what would go to the loudspeaker, and that is looked at. Tones of an AIFF, an
   Ogg (sine.ogg: half a second of 660 Hz, loud 12000) and a MOD file, made here: their pitch, loudness, length,
   repeats. */
#include "unit.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "frontends/media/sounds.h"

enum { HEARD_RATE = 44100, ROOM = 1 << 17, WAIT_MILLISECONDS = 60000, AIFF_RATE = 22050, LOUD = 10000,
       EFFECT_NUMBER = 3, OGG_NUMBER = 4, MOD_NUMBER = 5, OTHER_NUMBER = 6 };

#define TURN 6.283185307179586

/* ---- A Blorb file of tones ---- */

struct made { unsigned char bytes[ROOM]; size_t size; unsigned resources; };

static void put_number(unsigned char *at, unsigned long number, unsigned size)
{
    while (size--) {
        at[size] = (unsigned char)number;
        number >>= 8;
    }
}

static void begin(struct made *made)
{
    enum { RESOURCES = 4 };

    memset(made, 0, sizeof *made);
    memcpy(made->bytes, "FORM\0\0\0\0IFRSRIdx", 16);
    put_number(made->bytes + 16, 4 + 12 * RESOURCES, 4);
    put_number(made->bytes + 20, RESOURCES, 4);
    made->size = 24 + 12 * RESOURCES;
}

static void add_sound(struct made *made, unsigned number, const char *type, const void *bytes, size_t size)
{
    unsigned char *entry = made->bytes + 24 + 12 * made->resources++;

    assert_true(made->size + size + 9 < ROOM);
    memcpy(entry, "Snd ", 4);
    put_number(entry + 4, number, 4);
    put_number(entry + 8, made->size, 4);
    memcpy(made->bytes + made->size, type, 4);
    put_number(made->bytes + made->size + 4, size, 4);
    memcpy(made->bytes + made->size + 8, bytes, size);
    made->size += 8 + size + (size & 1);
}

/* A quarter of a second, 16 bits, one channel. Returns the size of the FORM's contents. */
static size_t make_aiff(unsigned char *aiff, double pitch)
{
    enum { FRAMES = AIFF_RATE / 4 };
    static const unsigned char common[] = { 'A', 'I', 'F', 'F', 'C', 'O', 'M', 'M', 0, 0, 0, 18, 0, 1, 0, 0, 0, 0, 0,
                                            16, 0x40, 0x0D, 0xAC, 0x44, 0, 0, 0, 0, 0, 0, 'S', 'S', 'N', 'D' };
    unsigned i;

    memcpy(aiff, common, sizeof common);
    put_number(aiff + 14, FRAMES, 4);
    put_number(aiff + 34, 2 * FRAMES + 8, 4);
    memset(aiff + 38, 0, 8);
    for (i = 0; i < FRAMES; i++)
        put_number(aiff + 46 + 2 * (size_t)i, (unsigned long)(long)(LOUD * sin(TURN * pitch * i / AIFF_RATE)), 2);
    return 46 + 2 * FRAMES;
}

/* A MOD file of one pattern, 64 rows of 20 ms, with one note: 32 samples to a wave, 8287 a second. */
static size_t make_mod(unsigned char *mod)
{
    enum { SAMPLE = 20, WORDS = 16, SONG = 950, PATTERN = 1084, PATTERN_SIZE = 1024, NOTE = 428 };
    unsigned i;

    memset(mod, 0, PATTERN + PATTERN_SIZE);
    put_number(mod + SAMPLE + 22, WORDS, 2);    /* length */
    mod[SAMPLE + 25] = 64;                      /* volume */
    put_number(mod + SAMPLE + 28, WORDS, 2);    /* all of it repeated */
    mod[SONG] = 1;
    memcpy(mod + PATTERN - 4, "M.K.", 4);
    put_number(mod + PATTERN, NOTE, 2);
    mod[PATTERN + 2] = 0x1F;                    /* sample 1; speed: one tick a row */
    mod[PATTERN + 3] = 1;
    for (i = 0; i < 2 * WORDS; i++)
        mod[PATTERN + PATTERN_SIZE + i] = (unsigned char)(signed char)(120 * sin(TURN * i / (2 * WORDS)));
    return PATTERN + PATTERN_SIZE + 2 * WORDS;
}

static void make_sounds(struct made *made, struct blorb *blorb)
{
    static unsigned char bytes[30000];
    char path[] = __FILE__;
    struct message why;
    FILE *file;

    strcpy(strrchr(path, '/'), "/sine.ogg");
    file = fopen(path, "rb");
    assert_non_null(file);
    begin(made);
    add_sound(made, OGG_NUMBER, "OGGV", bytes, fread(bytes, 1, sizeof bytes, file));
    fclose(file);
    add_sound(made, EFFECT_NUMBER, "FORM", bytes, make_aiff(bytes, 500));
    add_sound(made, OTHER_NUMBER, "FORM", bytes, make_aiff(bytes, 1250));
    add_sound(made, MOD_NUMBER, "MOD ", bytes, make_mod(bytes));
    assert_int_equal(blorb_open(blorb, made->bytes, made->size, &why), 0);
}

/* ---- Hearing ---- */

struct ear {
    char path[64];              /* of the file that SDL writes */
    struct made made;
    struct blorb blorb;
    struct sounds sounds;
    SDL_atomic_t ends;          /* told */
    Sint16 *sample;             /* what was heard, allocated: two for each frame */
    unsigned first, end;        /* frames: the first that is no silence, and behind the last */
};

static void note_end(void *context, unsigned number)
{
    struct ear *ear = context;

    (void)number;
    SDL_AtomicAdd(&ear->ends, 1);
}

static struct ear *open_ear(void)
{
    struct ear *ear = calloc(1, sizeof *ear);
    int file;

    assert_non_null(ear);
    snprintf(ear->path, sizeof ear->path, "/tmp/golmac-heard-XXXXXX");
    file = mkstemp(ear->path);
    assert_true(file >= 0);
    close(file);
    SDL_setenv("SDL_DISKAUDIOFILE", ear->path, 1);
    make_sounds(&ear->made, &ear->blorb);
    sounds_init(&ear->sounds, &ear->blorb, note_end, ear);
    return ear;
}

static void play(struct ear *ear, unsigned number, unsigned volume, unsigned repeats)
{
    struct message why = { "" };

    if (sounds_play(&ear->sounds, number, volume, repeats, &why) != 0)
        fail_msg("%s", why.text);
}

/* So many ends have been told. */
static void wait_for_ends(struct ear *ear, int ends)
{
    Uint64 end = SDL_GetTicks64() + WAIT_MILLISECONDS;

    while (SDL_AtomicGet(&ear->ends) < ends && SDL_GetTicks64() < end)
        SDL_Delay(5);
    assert_int_equal(SDL_AtomicGet(&ear->ends), ends);
}

/* All has been heard. */
static void listen(struct ear *ear)
{
    FILE *file;
    long size;
    unsigned i, frames;

    sounds_free(&ear->sounds);
    file = fopen(ear->path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    rewind(file);
    ear->sample = malloc((size_t)size + 1);
    assert_non_null(ear->sample);
    assert_int_equal(fread(ear->sample, 1, (size_t)size, file), size);
    fclose(file);
    frames = (unsigned)(size / 4);
    ear->first = frames;
    for (i = 0; i < frames; i++)
        if (ear->sample[2 * i] != 0) {
            if (ear->first > i)
                ear->first = i;
            ear->end = i + 1;
        }
}

static void close_ear(struct ear *ear)
{
    blorb_close(&ear->blorb);
    assert_int_equal(remove(ear->path), 0);
    free(ear->sample);
    free(ear);
}

/* How loud a pitch is between two times, in seconds from the first that was heard. */
static double loudness(const struct ear *ear, double pitch, double from, double to)
{
    unsigned i, first = ear->first + (unsigned)(from * HEARD_RATE), end = ear->first + (unsigned)(to * HEARD_RATE);
    double x = 0, y = 0;

    assert_true(end <= ear->end);
    for (i = first; i < end; i++) {
        x += ear->sample[2 * i] * cos(TURN * pitch * i / HEARD_RATE);
        y += ear->sample[2 * i] * sin(TURN * pitch * i / HEARD_RATE);
    }
    return 2 * sqrt(x * x + y * y) / (end - first);
}

static double seconds(const struct ear *ear)
{
    return (double)(ear->end - ear->first) / HEARD_RATE;
}

static void assert_near(double value, double wanted, double part)
{
    if (fabs(value - wanted) > wanted * part)
        fail_msg("%g is not near %g", value, wanted);
}

/* ---- Tests ---- */

static void plays_aiff(void **state)
{
    struct ear *ear = open_ear();

    (void)state;
    play(ear, EFFECT_NUMBER, 8, 3);
    wait_for_ends(ear, 1);
    listen(ear);
    assert_near(seconds(ear), 0.75, 0.02);
    assert_near(loudness(ear, 500, 0.05, 0.70), LOUD, 0.05);
    assert_true(loudness(ear, 1250, 0.05, 0.70) < LOUD / 50);
    close_ear(ear);
}

/* An AIFF file that says it is longer than it is: what there is of it is heard. */
static void plays_what_there_is_of_a_sound(void **state)
{
    struct ear *ear = open_ear();
    unsigned char *form;
    const struct blorb_chunk *chunk = blorb_find(&ear->blorb, BLORB_SOUND, EFFECT_NUMBER);

    (void)state;
    assert_non_null(chunk);
    form = ear->made.bytes + (chunk->bytes - ear->made.bytes);
    put_number(form + 22, 0x7FFFFFFF, 4);   /* COMM: frames */
    put_number(form + 42, 0x7FFFFFFF, 4);   /* SSND: bytes */
    play(ear, EFFECT_NUMBER, 8, 1);
    wait_for_ends(ear, 1);
    listen(ear);
    assert_near(seconds(ear), 0.25, 0.02);
    close_ear(ear);
}

static void plays_as_loud_as_it_is_told(void **state)
{
    struct ear *ear = open_ear();

    (void)state;
    play(ear, EFFECT_NUMBER, 4, 1);
    wait_for_ends(ear, 1);
    play(ear, OTHER_NUMBER, 1, 1);
    wait_for_ends(ear, 2);
    listen(ear);
    assert_near(loudness(ear, 500, 0.02, 0.22), LOUD / 2, 0.05);
    ear->first = ear->end - HEARD_RATE / 4;
    assert_near(loudness(ear, 1250, 0.02, 0.22), LOUD / 8, 0.05);
    close_ear(ear);
}

static void plays_ogg(void **state)
{
    struct ear *ear = open_ear();

    (void)state;
    play(ear, OGG_NUMBER, 8, 2);
    wait_for_ends(ear, 1);
    listen(ear);
    assert_near(seconds(ear), 1, 0.03);
    assert_near(loudness(ear, 660, 0.05, 0.95), 12000, 0.15);
    close_ear(ear);
}

static void plays_mod(void **state)
{
    const double song = 64 * 0.02, fading = 0.3; /* some libraries let the last note die away */
    struct ear *ear;
    double tone;
    unsigned times;

    (void)state;
    for (times = 1; times <= 2; times++) {
        ear = open_ear();
        play(ear, MOD_NUMBER, 8, times);
        wait_for_ends(ear, 1);
        listen(ear);
        assert_true(seconds(ear) > times * song - 0.05 && seconds(ear) < times * (song + fading));
        tone = loudness(ear, 8287 / 32.0, 0.1, 0.5);
        assert_true(tone > 500);
        assert_true(loudness(ear, 8287 / 16.0, 0.1, 0.5) < tone / 4);
        close_ear(ear);
    }
}

/* Blorb 2.0.4: neither effects nor music end the other. */
static void plays_effects_over_music(void **state)
{
    struct ear *ear = open_ear();

    (void)state;
    play(ear, OGG_NUMBER, 4, 1);
    play(ear, EFFECT_NUMBER, 4, 1);
    wait_for_ends(ear, 2);
    listen(ear);
    assert_near(seconds(ear), 0.5, 0.15); /* both begin at once, or nearly */
    assert_near(loudness(ear, 660, 0.08, 0.2), 6000, 0.2);
    assert_near(loudness(ear, 500, 0.08, 0.2), LOUD / 2, 0.2);
    close_ear(ear);
}

static void bleeps_one_after_another(void **state)
{
    struct ear *ear = open_ear();
    struct message why = { "" };

    (void)state;
    assert_int_equal(sounds_bleep(&ear->sounds, 1, &why), 0);
    assert_int_equal(sounds_bleep(&ear->sounds, 2, &why), 0);
    play(ear, EFFECT_NUMBER, 1, 2); /* something to wait for */
    wait_for_ends(ear, 1);
    listen(ear);
    assert_true(loudness(ear, 880, 0.02, 0.08) > 4000);
    assert_true(loudness(ear, 330, 0.02, 0.08) < 1000);
    assert_true(loudness(ear, 330, 0.16, 0.20) > 4000);
    assert_true(loudness(ear, 880, 0.16, 0.20) < 1000);
    close_ear(ear);
}

/* Files with some bits flipped, or cut short: played, or said not to be. */
static void lives_with_broken_sounds(void **state)
{
    enum { ROUNDS = 40, AFTER_HEADER = 8 };
    struct ear *ear = open_ear();
    struct message why;
    unsigned round, number, flips;

    (void)state;
    srand(1);
    for (round = 0; round < ROUNDS; round++) {
        sounds_free(&ear->sounds);
        blorb_close(&ear->blorb);
        make_sounds(&ear->made, &ear->blorb);
        for (flips = 1 + (unsigned)rand() % 20; flips > 0; flips--) {
            size_t at = 24 + 12 * 4 + AFTER_HEADER + (size_t)rand() % (ear->made.size - (24 + 12 * 4 + AFTER_HEADER));

            ear->made.bytes[at] = (unsigned char)(rand() % 3 ? ear->made.bytes[at] ^ (1 << rand() % 8) : rand());
        }
        sounds_init(&ear->sounds, &ear->blorb, note_end, ear);
        for (number = EFFECT_NUMBER; number <= OTHER_NUMBER; number++) {
            (void)sounds_play(&ear->sounds, number, 8, 1, &why);
            SDL_Delay(5);
        }
    }
    listen(ear);
    close_ear(ear);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plays_aiff),
        cmocka_unit_test(plays_what_there_is_of_a_sound),
        cmocka_unit_test(plays_as_loud_as_it_is_told),
        cmocka_unit_test(plays_ogg),
        cmocka_unit_test(plays_mod),
        cmocka_unit_test(plays_effects_over_music),
        cmocka_unit_test(bleeps_one_after_another),
        cmocka_unit_test(lives_with_broken_sounds),
    };

    SDL_setenv("SDL_AUDIODRIVER", "disk", 1);
    SDL_setenv("SDL_DISKAUDIODELAY", "4", 1); /* milliseconds for 23 of sound */
    return cmocka_run_group_tests_name("sounds", tests, NULL, NULL);
}
