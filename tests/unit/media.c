/* Golmac: MIT licence, see LICENSE.

   Pictures and sounds of a Blorb file: their sizes, colours and ends, and files that are broken. */
#include "unit.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include "frontends/media/pictures.h"
#include "frontends/media/sounds.h"

enum { ROOM = 1 << 16, WAIT_MILLISECONDS = 20000, RED = 2, BLUE = 3 };

/* ---- A Blorb file made of pieces ---- */

struct made { unsigned char bytes[ROOM]; size_t size; unsigned resources; };

static void put_number(unsigned char *at, unsigned long number)
{
    at[0] = (unsigned char)(number >> 24);
    at[1] = (unsigned char)(number >> 16);
    at[2] = (unsigned char)(number >> 8);
    at[3] = (unsigned char)number;
}

static unsigned char *add_chunk(struct made *made, const char *type, const void *bytes, size_t size)
{
    unsigned char *chunk = made->bytes + made->size;

    assert_true(made->size + size + 9 < ROOM);
    memcpy(chunk, type, 4);
    put_number(chunk + 4, size);
    if (bytes)
        memcpy(chunk + 8, bytes, size);
    made->size += 8 + size + (size & 1);
    return chunk + 8;
}

static void begin(struct made *made)
{
    memset(made, 0, sizeof *made);
    memcpy(made->bytes, "FORM\0\0\0\0IFRS", 12);
    made->size = 12;
    add_chunk(made, "RIdx", NULL, 4 + 8 * 12);
}

static void add_resource(struct made *made, const char *usage, unsigned number, const char *type, const void *bytes,
                         size_t size)
{
    unsigned char *entry = made->bytes + 24 + 12 * made->resources++;

    memcpy(entry, usage, 4);
    put_number(entry + 4, number);
    put_number(entry + 8, made->size);
    add_chunk(made, type, bytes, size);
    put_number(made->bytes + 20, made->resources);
}

static void open_made(struct blorb *blorb, const struct made *made)
{
    struct message why;

    assert_int_equal(blorb_open(blorb, made->bytes, made->size, &why), 0);
}

/* ---- A PNG of four colours: its chunks, the pixels stored without compression ---- */

static zm_u32 checksum(const unsigned char *bytes, size_t size)
{
    zm_u32 value = 0xFFFFFFFF;
    size_t i;
    int bit;

    for (i = 0; i < size; i++)
        for (value ^= bytes[i], bit = 0; bit < 8; bit++)
            value = value & 1 ? 0xEDB88320 ^ value >> 1 : value >> 1;
    return ~value;
}

static size_t put_chunk(unsigned char *at, const char *type, const void *bytes, size_t size)
{
    put_number(at, size);
    memcpy(at + 4, type, 4);
    memcpy(at + 8, bytes, size);
    put_number(at + 8 + size, checksum(at + 4, size + 4));
    return size + 12;
}

/* zlib's frame around one stored block. */
static size_t store(unsigned char *at, const unsigned char *bytes, unsigned size)
{
    unsigned long a = 1, b = 0;
    unsigned i;

    memcpy(at, "\x78\x01\x01", 3);
    at[3] = (unsigned char)size;
    at[4] = (unsigned char)(size >> 8);
    at[5] = (unsigned char)~size;
    at[6] = (unsigned char)(~size >> 8);
    memcpy(at + 7, bytes, size);
    for (i = 0; i < size; i++) {
        a = (a + bytes[i]) % 65521;
        b = (b + a) % 65521;
    }
    put_number(at + 7 + size, b << 16 | a);
    return size + 11;
}

/* 2 by 2 pixels of these colours; colour 0 is transparent. Returns the file's size. */
static size_t make_png(unsigned char *png, unsigned char palette[4][3], const unsigned char pixel[4])
{
    unsigned char header[13] = { 0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0 }, stored[32];
    unsigned char rows[6] = { 0, pixel[0], pixel[1], 0, pixel[2], pixel[3] };
    size_t size = 8;

    memcpy(png, "\x89PNG\r\n\x1A\n", 8);
    size += put_chunk(png + size, "IHDR", header, sizeof header);
    size += put_chunk(png + size, "PLTE", palette, 12);
    size += put_chunk(png + size, "tRNS", "\0", 1);
    size += put_chunk(png + size, "IDAT", stored, store(stored, rows, sizeof rows));
    return size + put_chunk(png + size, "IEND", "", 0);
}

static unsigned char colours[4][3] = { { 1, 2, 3 }, { 4, 5, 6 }, { 200, 0, 0 }, { 0, 0, 200 } };
static unsigned char others[4][3] = { { 1, 2, 3 }, { 4, 5, 6 }, { 0, 100, 0 }, { 0, 0, 100 } };

/* ---- Pictures ---- */

static void tells_sizes(void **state)
{
    static const unsigned char jpeg[] = { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 40, 1 };
    struct made made;
    struct blorb blorb;
    struct pictures pictures;
    unsigned width, height;

    (void)state;
    begin(&made);
    add_resource(&made, "Pict", 1, "JPEG", jpeg, sizeof jpeg);
    add_resource(&made, "Pict", 2, "Rect", "\0\0\0\x05\0\0\0\0", 8);
    add_resource(&made, "Pict", 3, "PNG ", "nonsense", 8);
    open_made(&blorb, &made);
    pictures_init(&pictures, &blorb);
    assert_true(pictures_size(&pictures, 1, &width, &height));
    assert_int_equal(width, 40);
    assert_int_equal(height, 30);
    assert_true(pictures_size(&pictures, 2, &width, &height));
    assert_int_equal(width, 5);
    assert_int_equal(height, 0);
    assert_false(pictures_size(&pictures, 3, &width, &height));
    assert_false(pictures_size(&pictures, 4, &width, &height));
    pictures_free(&pictures);
    blorb_close(&blorb);
}

/* A Blorb with picture 1 in its colours, 2 in others, 3 that adapts. */
static void make_pictures(struct made *made, struct blorb *blorb, struct pictures *pictures)
{
    static const unsigned char pixels[4] = { 0, RED, BLUE, RED };
    unsigned char png[512], adaptive[4] = { 0, 0, 0, 3 };

    begin(made);
    add_resource(made, "Pict", 1, "PNG ", png, make_png(png, colours, pixels));
    add_resource(made, "Pict", 2, "PNG ", png, make_png(png, others, pixels));
    add_resource(made, "Pict", 3, "PNG ", png, make_png(png, colours, pixels));
    add_chunk(made, "APal", adaptive, 4);
    open_made(blorb, made);
    pictures_init(pictures, blorb);
}

static void assert_pixel(const struct picture *picture, unsigned at, int red, int green, int blue, int alpha)
{
    const unsigned char *pixel = picture->pixels + 4 * (size_t)at;

    assert_int_equal(pixel[0], red);
    assert_int_equal(pixel[1], green);
    assert_int_equal(pixel[2], blue);
    assert_int_equal(pixel[3], alpha);
}

static const struct picture *draw(struct pictures *pictures, unsigned number, unsigned width, unsigned height)
{
    struct message why = { "" };
    const struct picture *picture = pictures_draw(pictures, number, width, height, &why);

    assert_string_equal(why.text, "");
    assert_non_null(picture);
    assert_int_equal(picture->width, width);
    assert_int_equal(picture->height, height);
    return picture;
}

static void adapts_to_the_picture_before(void **state)
{
    struct made made;
    struct blorb blorb;
    struct pictures pictures;

    (void)state;
    make_pictures(&made, &blorb, &pictures);
    assert_pixel(draw(&pictures, 1, 2, 2), 0, 0, 0, 0, 0);
    assert_pixel(draw(&pictures, 3, 2, 2), 1, 200, 0, 0, 255);
    assert_pixel(draw(&pictures, 2, 2, 2), 2, 0, 0, 100, 255);
    assert_pixel(draw(&pictures, 3, 2, 2), 1, 0, 100, 0, 255);
    assert_pixel(draw(&pictures, 1, 2, 2), 1, 200, 0, 0, 255);
    assert_pixel(draw(&pictures, 3, 2, 2), 1, 200, 0, 0, 255);
    pictures_free(&pictures);
    blorb_close(&blorb);
}

static void scales(void **state)
{
    struct made made;
    struct blorb blorb;
    struct pictures pictures;
    const struct picture *picture;

    (void)state;
    make_pictures(&made, &blorb, &pictures);
    picture = draw(&pictures, 1, 6, 4); /* blocks of 3 by 2 */
    assert_pixel(picture, 2, 0, 0, 0, 0);
    assert_pixel(picture, 3, 200, 0, 0, 255);
    assert_pixel(picture, 6 * 2 + 2, 0, 0, 200, 255);
    assert_pixel(picture, 6 * 4 - 1, 200, 0, 0, 255);
    assert_pixel(draw(&pictures, 1, 1, 1), 0, 100, 0, 50, 192); /* the average, rounded twice */
    picture = draw(&pictures, 1, 3, 2); /* the middle lies between two pixels */
    assert_pixel(picture, 4, 100, 0, 100, 255);
    pictures_free(&pictures);
    blorb_close(&blorb);
}

static void says_what_cannot_be_drawn(void **state)
{
    static const unsigned char huge[24] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x7F\xFF\0\0\x7F\xFF";
    static const unsigned char pixels[4] = { 0, RED, BLUE, RED };
    struct made made;
    struct blorb blorb;
    struct pictures pictures;
    struct message why = { "" };
    unsigned char png[512];
    size_t size = make_png(png, colours, pixels);

    (void)state;
    begin(&made);
    add_resource(&made, "Pict", 1, "Rect", "\0\0\0\x05\0\0\0\x05", 8);
    add_resource(&made, "Pict", 2, "PNG ", huge, sizeof huge);
    add_resource(&made, "Pict", 3, "PNG ", png, size - 30);
    open_made(&blorb, &made);
    pictures_init(&pictures, &blorb);
    assert_null(pictures_draw(&pictures, 1, 5, 5, &why));
    assert_non_null(strstr(why.text, "placeholder"));
    assert_null(pictures_draw(&pictures, 2, 5, 5, &why));
    assert_non_null(strstr(why.text, "32767 by 32767"));
    assert_null(pictures_draw(&pictures, 9, 5, 5, &why));
    assert_non_null(strstr(why.text, "no such picture"));
    why.text[0] = '\0';
    if (!pictures_draw(&pictures, 3, 2, 2, &why)) /* a decoder may show what there is of it */
        assert_true(why.text[0] != '\0');
    pictures_free(&pictures);
    blorb_close(&blorb);
}

static void lives_with_broken_pictures(void **state)
{
    struct made made;
    struct blorb blorb;
    struct pictures pictures;
    struct message why;
    unsigned round, number, drawn = 0;

    (void)state;
    srand(1);
    for (round = 0; round < 2000; round++) {
        make_pictures(&made, &blorb, &pictures);
        made.bytes[124 + (size_t)rand() % (made.size - 124)] ^= (unsigned char)(1 << rand() % 8);
        for (number = 1; number <= 3; number++)
            drawn += pictures_draw(&pictures, number, 3, 3, &why) != NULL;
        pictures_free(&pictures);
        blorb_close(&blorb);
    }
    assert_true(drawn > 1000);
}

/* ---- Sounds ---- */

/* An AIFF file of so many samples of silence, 8 bits, 22050 a second; without the FORM's header. */
static size_t make_aiff(unsigned char *aiff, unsigned samples)
{
    static const unsigned char common[] = { 'C', 'O', 'M', 'M', 0, 0, 0, 18, 0, 1, 0, 0, 0, 0, 0, 8,
                                            0x40, 0x0D, 0xAC, 0x44, 0, 0, 0, 0, 0, 0 };

    memcpy(aiff, "AIFF", 4);
    memcpy(aiff + 4, common, sizeof common);
    put_number(aiff + 4 + 10, samples);
    memcpy(aiff + 30, "SSND", 4);
    put_number(aiff + 34, samples + 8);
    memset(aiff + 38, 0, 8 + (size_t)samples);
    return 46 + samples;
}

struct ended { SDL_atomic_t times, number; };

static void note_end(void *context, unsigned number)
{
    struct ended *ended = context;

    SDL_AtomicSet(&ended->number, (int)number);
    SDL_AtomicAdd(&ended->times, 1);
}

static void wait_for_end(struct ended *ended)
{
    Uint64 end = SDL_GetTicks64() + WAIT_MILLISECONDS;

    while (SDL_AtomicGet(&ended->times) == 0 && SDL_GetTicks64() < end)
        SDL_Delay(5);
    assert_int_equal(SDL_AtomicGet(&ended->times), 1);
    SDL_AtomicSet(&ended->times, 0);
}

static void make_sounds(struct made *made, struct blorb *blorb)
{
    static unsigned char aiff[30000];

    begin(made);
    add_resource(made, "Snd ", 3, "FORM", aiff, make_aiff(aiff, 400));
    add_resource(made, "Snd ", 4, "FORM", aiff, make_aiff(aiff, 22050));
    add_resource(made, "Snd ", 5, "OGGV", "OggS, but no more", 17);
    add_chunk(made, "Loop", "\0\0\0\x03\0\0\0\0", 8);
    open_made(blorb, made);
}

static void tells_the_end_of_a_sound(void **state)
{
    struct made made;
    struct blorb blorb;
    struct sounds sounds;
    struct ended ended = { { 0 }, { 0 } };
    struct message why = { "" };

    (void)state;
    make_sounds(&made, &blorb);
    sounds_init(&sounds, &blorb, note_end, &ended);
    assert_int_equal(sounds_play(&sounds, 3, 8, 2, &why), 0);
    wait_for_end(&ended);
    assert_int_equal(SDL_AtomicGet(&ended.number), 3);
    assert_int_equal(sounds_bleep(&sounds, 2, &why), 0);
    sounds_free(&sounds);
    blorb_close(&blorb);
}

/* 9.4.4: a sound that is stopped, or ended by another, does not tell its end. */
static void is_silent_about_sounds_that_are_stopped(void **state)
{
    struct made made;
    struct blorb blorb;
    struct sounds sounds;
    struct ended ended = { { 0 }, { 0 } };
    struct message why = { "" };

    (void)state;
    make_sounds(&made, &blorb);
    sounds_init(&sounds, &blorb, note_end, &ended);
    assert_int_equal(sounds_play(&sounds, 4, 8, SOUND_FOREVER, &why), 0);
    sounds_stop(&sounds, 3); /* another one */
    assert_int_equal(SDL_AtomicGet(&sounds.effect_number), 4);
    sounds_stop(&sounds, 4);
    assert_int_equal(sounds_play(&sounds, 3, 1, SOUND_AS_SAID, &why), 0); /* for ever: Loop */
    assert_int_equal(sounds_play(&sounds, 4, 1, 1, &why), 0);
    assert_int_equal(sounds_play(&sounds, 3, 1, 1, &why), 0);
    wait_for_end(&ended);
    assert_int_equal(SDL_AtomicGet(&ended.number), 3);
    sounds_free(&sounds);
    blorb_close(&blorb);
}

static void says_what_cannot_be_played(void **state)
{
    struct made made;
    struct blorb blorb;
    struct sounds sounds;
    struct ended ended = { { 0 }, { 0 } };
    struct message why = { "" };

    (void)state;
    make_sounds(&made, &blorb);
    sounds_init(&sounds, &blorb, note_end, &ended);
    assert_int_equal(sounds_play(&sounds, 9, 8, 1, &why), -1);
    assert_non_null(strstr(why.text, "no such sound"));
    assert_int_equal(sounds_play(&sounds, 5, 8, 1, &why), -1);
    assert_non_null(strstr(why.text, "sound 5: "));
    sounds_free(&sounds);
    blorb_close(&blorb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_sizes),
        cmocka_unit_test(adapts_to_the_picture_before),
        cmocka_unit_test(scales),
        cmocka_unit_test(says_what_cannot_be_drawn),
        cmocka_unit_test(lives_with_broken_pictures),
        cmocka_unit_test(tells_the_end_of_a_sound),
        cmocka_unit_test(is_silent_about_sounds_that_are_stopped),
        cmocka_unit_test(says_what_cannot_be_played),
    };

    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    return cmocka_run_group_tests_name("media", tests, NULL, NULL);
}
