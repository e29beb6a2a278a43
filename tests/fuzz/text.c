/* Golmac: MIT licence, see LICENSE.

   Harness for the texts that the hosts and tools read: the first byte says which. A config file (c), into which a
   setting is written, after which it must say what was written and no line may be new or gone but its own; an iFiction
   record (m); a test script (r). */
#include "frontends/tools/goltest/script.h"
#include "frontends/host/config.h"
#include "frontends/formats/metadata.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

static char folder[] = "/dev/shm/golmac-fuzz.XXXXXX";
static char path[64];

static void clean_up(void)
{
    unlink(path);
    rmdir(folder);
}

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/text", folder);
    atexit(clean_up);
    return 0;
}

static void write_file(const unsigned char *data, size_t size)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
}

static long width_of_story(size_t *entries)
{
    static const char *const names[] = { "1.2", NULL };
    struct config config;
    struct options options;

    config_load(&config, path);
    options_default(&options);
    config_apply(&config, names, &options);
    *entries = config.count;
    config_free(&config);
    return options.width;
}

static void try_config(const unsigned char *data, size_t size)
{
    struct message why;
    size_t before, after;
    long width;

    write_file(data, size);
    width = width_of_story(&before);
    if (config_write(path, "1.2", "width", "77", &why) != 0 || width_of_story(&after) != 77)
        abort();
    if (after != before + (width < 0) && after != before + 1 && after != before)
        abort();
}

static void try_metadata(const unsigned char *data, size_t size)
{
    struct metadata metadata;
    char *copy = malloc(size ? size : 1); /* of its size, so that reading past its end is seen */

    if (!copy)
        abort();
    memcpy(copy, data, size);
    metadata_read(&metadata, copy, size);
    free(copy);
    if (strlen(metadata.ifid) >= IDENTITY_NAME || strpbrk(metadata.title, "\n\x1B"))
        abort();
}

static void try_script(const unsigned char *data, size_t size)
{
    struct arena arena = { 0 };
    struct script script = { .arena = &arena };
    struct message why;

    write_file(data, size);
    (void)script_read(&script, path, &why);
    script_free(&script);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    switch (data[0]) {
    case 'c': try_config(data + 1, size - 1); break;
    case 'm': try_metadata(data + 1, size - 1); break;
    case 'r': try_script(data + 1, size - 1); break;
    }
    return 0;
}
