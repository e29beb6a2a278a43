/* Golmac: MIT licence, see LICENSE.

   The bytes after the first are a save: a Quetzal file, or, when bit 0 of the first is set, a snapshot. It
   is made a save of the story that FUZZ_STORY names, unless bit 1 is set, so that inputs outlive a new build of
   that story. One that is refused must leave the game as it was; one that is taken must play. */
#include "machine.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

static unsigned char *story;
static size_t story_size;

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    story = machine_read_story(&story_size);
    return 0;
}

struct bytes { const unsigned char *at; size_t size, next; };

static int get(void *context)
{
    struct bytes *b = context;

    return b->next < b->size ? b->at[b->next++] : -1;
}

static int start_again(void *context)
{
    ((struct bytes *)context)->next = 0;
    return 0;
}

/* The release, serial number and checksum of the story, where a snapshot and a Quetzal file have them. */
static void adopt(unsigned char *save, size_t size, int is_snapshot)
{
    size_t at = is_snapshot ? 16 : 20;

    if (size < at + 10)
        return;
    memcpy(save + at, story + 2, 2);
    memcpy(save + at + 2, story + 0x12, 6);
    memcpy(save + at + 8, story + 0x1C, 2);
}

static unsigned take(struct zm *zm, int is_snapshot, const unsigned char *data, size_t size)
{
    struct bytes bytes = {data, size, 0};
    struct zm_source source = {&bytes, get, start_again};
    unsigned error;

    if (is_snapshot)
        return zm_restore(zm, data, (zm_u32)size);
    error = zm_quetzal_read(zm, &source);
    if (error == ZM_ERROR_none)
        zm_answer(zm, 2);
    return error;
}

static void check_untouched(struct machine *m, const zm_u8 *before, zm_u32 size)
{
    zm_u8 *now = malloc(size);

    if (!now || zm_snapshot(&m->zm, now, size) != size || memcmp(now, before, size))
        abort();
    free(now);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct machine m;
    zm_u32 before_size;
    zm_u8 *before, *save;

    if (size == 0 || !machine_open(&m, story, story_size))
        return 0;
    machine_play(&m, 3);
    before_size = zm_snapshot_size(&m.zm);
    before = malloc(before_size);
    if (!before || zm_snapshot(&m.zm, before, before_size) != before_size)
        abort();
    save = malloc(size);
    if (!save)
        abort();
    memcpy(save, data + 1, size - 1);
    if (!(data[0] & 2))
        adopt(save, size - 1, data[0] & 1);
    if (take(&m.zm, data[0] & 1, save, size - 1) == ZM_ERROR_none)
        machine_play(&m, 10);
    else
        check_untouched(&m, before, before_size);
    free(save);
    free(before);
    machine_close(&m);
    return 0;
}
