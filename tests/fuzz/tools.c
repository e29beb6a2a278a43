/* Golmac: MIT licence, see LICENSE.

   Any bytes as a story, a saved game, a debug file, a Blorb or a blurb file, through the tools that look at such: no
   crash, no leak. The first byte chooses. FUZZ_STORY names the story that saved games and debug files are of. */
#include "frontends/tools/goldump/dump.h"
#include "frontends/tools/golblorb/box.h"
#include "frontends/tools/golblorb/inspect.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum what { AS_STORY, AS_STORY_JSON, AS_SAVE, AS_DEBUG_FILE, AS_BLORB, AS_BLURB, WHATS };

int LLVMFuzzerInitialize(int *count, char ***words);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is told of problems is of no interest here, and there is much of it. */
int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    if (!getenv("FUZZ_STORY")) {
        fputs("FUZZ_STORY must name a story\n", stderr);
        abort();
    }
    return 0;
}

static void show_everything(struct dump *dump)
{
    if (dump->as_json)
        json_open(&dump->json, NULL, '{');
#define SECTION(letter, name, title, help) section_##name(dump);
#include "frontends/tools/goldump/sections.def"
    if (dump->as_json)
        json_close(&dump->json, '}');
}

static void dump_file(struct dump *dump, enum what what, const char *path)
{
    struct message why;

    if (what == AS_SAVE)
        (void)doctor_explain(dump, path, getenv("FUZZ_STORY"), NULL, NULL);
    else if (image_open(dump, what == AS_DEBUG_FILE ? getenv("FUZZ_STORY") : path, &why) == 0) {
        if (what == AS_DEBUG_FILE)
            (void)names_read(dump, path, &why);
        show_everything(dump);
    }
}

static void look_into_blorb(struct arena *arena, const char *path, FILE *nowhere)
{
    struct inspection blorb;
    struct span file;
    struct message why;

    if (file_read(arena, path, &file, &why) == 0 && inspect_open(&blorb, arena, file, &why) == 0)
        inspect_list(&blorb, path, nowhere);
}

static void make_blorb(struct arena *arena, const char *path)
{
    struct box box = { .arena = arena, .folder = "", .release = -1, .palette = { .arena = arena } };
    struct span text;
    struct message why;

    if (file_read(arena, path, &text, &why) == 0 && blurb_read(&box, path, text, &why) == 0
        && box_settle(&box, &why) == 0)
        (void)box_write(&box);
}

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *out = fopen(path, "wb");

    if (!out || fwrite(data, 1, size, out) != size || fclose(out) != 0) {
        perror(path);
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    FILE *nowhere = fopen("/dev/null", "w");
    struct dump dump = { .arena = &arena, .out = nowhere, .json = { .out = nowhere } };
    enum what what = size ? (enum what)(data[0] % WHATS) : AS_STORY;
    char path[64];

    if (size < 1 || !nowhere)
        return nowhere ? fclose(nowhere) : 0;
    snprintf(path, sizeof path, "/tmp/golmac-fuzz-tools-%ld", (long)getpid());
    write_file(path, data + 1, size - 1);
    dump.as_json = what == AS_STORY_JSON;
    if (what == AS_BLORB)
        look_into_blorb(&arena, path, nowhere);
    else if (what == AS_BLURB)
        make_blorb(&arena, path);
    else
        dump_file(&dump, what, path);
    fclose(nowhere);
    arena_free(&arena);
    unlink(path);
    return 0;
}
