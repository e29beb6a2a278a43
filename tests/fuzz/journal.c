/* Golmac: MIT licence, see LICENSE.

   The bytes are a journal of the story that FUZZ_STORY names; its CRCs are made right first, else nothing but the
   search for records would ever be met (with bit 0 of the last byte they stay as they are). Whatever it says, the tree
   is listed, every turn is gone to, and what comes back is played, or refused with the machine as it was. */
#include "machine.h"
#include "frontends/timeline/compare.h"
#include "frontends/base/order.h"
#include "frontends/base/crc.h"
#include "frontends/timeline/journal.h"
#include "frontends/session/saved_state.h"
#include "frontends/timeline/timeline.h"

#include <stdlib.h>
#include <string.h>

enum { FRAME = 8, HEADERS = 2 * JOURNAL_HEADER, VISITS = 40, IDENTITY_AT = SAVED_STATE_SCREEN + 16 };

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

/* ---- A journal of the story, with CRCs that are right ---- */

static void mend(unsigned char *bytes, size_t size, const struct journal_story *of)
{
    const unsigned char *number = bytes + JOURNAL_AT_NUMBER;
    size_t at, i;

    for (i = 0; i < HEADERS && size >= HEADERS; i += JOURNAL_HEADER) {
        memcpy(bytes + i + JOURNAL_AT_IDENTITY, of->identity, JOURNAL_IDENTITY);
        memcpy(bytes + i + JOURNAL_AT_NUMBER, number, JOURNAL_NUMBER);
        order_put_little(bytes + i + JOURNAL_HEADER - 4, 4, crc_32(0, bytes + i, JOURNAL_HEADER - 4));
    }
    for (at = HEADERS; at + FRAME < size;) {
        zm_u32 length = order_little(bytes + at, 4);

        if (length > size - at - FRAME)
            return;
        order_put_little(bytes + at + 4, 4, journal_crc(number, bytes + at + FRAME, length));
        at += FRAME + length;
    }
}

static int load(void *timeline, const unsigned char *record, zm_u32 size)
{
    return timeline_load(timeline, record, size) < 0 ? -1 : 0;
}

/* ---- What players do with it ---- */

static const struct debug_names names;

static void nothing(void *context, const char *line)
{
    (void)context, (void)line;
}

static void check_untouched(struct machine *m, const zm_u8 *before, zm_u32 size)
{
    zm_u8 *now = malloc(size);

    if (!now || zm_snapshot(&m->zm, now, size) != size || memcmp(now, before, size))
        abort();
    free(now);
}

/* A painted screen lies in the state whole. */
static void read_painted(const struct timeline *timeline)
{
    struct saved_screen_bytes screen = saved_state_screen(timeline->whole.bytes, timeline->whole.size);
    struct saved_screen saved;

    if (screen.painted_size && screen.painted + screen.painted_size != timeline->whole.bytes + timeline->whole.size)
        abort();
    saved_screen_read(&saved, screen.screen);
}

/* Go to a point; the story's identity is put into its state, so that inputs outlive a new build of the story. */
static void visit(struct timeline *timeline, struct machine *m, zm_u32 point)
{
    zm_u32 size = zm_snapshot_size(&m->zm);
    zm_u8 *before = malloc(size);
    char place[50];

    if (!before || zm_snapshot(&m->zm, before, size) != size)
        abort();
    if (timeline_go(timeline, point) != 0 || timeline->whole.size <= SAVED_STATE_MEMORY) {
        free(before);
        return;
    }
    memcpy(timeline->whole.bytes + IDENTITY_AT, before + 16, 10);
    saved_screen_describe(timeline->whole.bytes, place, sizeof place);
    read_painted(timeline);
    if (timeline->whole.size >= (zm_u32)SAVED_STATE_MEMORY + m->zm.dynamic_size)
        (void)compare_memory(&m->zm, timeline->whole.bytes + SAVED_STATE_MEMORY, &names, nothing, NULL);
    if (saved_state_restore(timeline->whole.bytes, timeline->whole.size, &m->zm, 1) == 0)
        machine_play(m, 2);
    else
        check_untouched(m, before, size);
    free(before);
}

static void list(const struct timeline *timeline)
{
    size_t count, i, turns = 0;
    struct timeline_turn *all = timeline_list(timeline, &count);
    char line[100];

    for (i = 0; i < count; i++)
        timeline_describe(&all[i], line, sizeof line);
    for (i = 0; i < timeline->count; i++)
        turns += timeline->points[i].turn != TIMELINE_NONE;
    if (turns != count) /* each turn is listed once */
        abort();
    free(all);
}

static void travel(struct timeline *timeline, struct machine *m)
{
    struct timeline_entry entry = { TIMELINE_LINE, "look", "", "text", NULL, 0 };
    zm_u32 i, step = timeline->count / VISITS + 1;

    list(timeline);
    for (i = 0; i < timeline->count; i += step)
        visit(timeline, m, i);
    (void)timeline_take(timeline);
    (void)timeline_name(timeline, "name");
    entry.state = (const unsigned char *)"state";
    entry.state_size = 5;
    if (timeline->current != TIMELINE_NONE && timeline->points[timeline->current].readable
        && timeline_go(timeline, timeline->current) == 0 && timeline_add(timeline, &entry) != 0)
        abort();
    list(timeline);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct machine m;
    struct timeline timeline;
    struct journal_story of;
    struct journal_damage damage;
    struct message why;
    unsigned char number[JOURNAL_NUMBER], *bytes, *base;
    zm_u32 base_size;

    if (size < HEADERS || !machine_open(&m, story, story_size))
        return 0;
    machine_play(&m, 1);
    bytes = malloc(size);
    base = saved_state_base(story, (zm_u32)story_size, m.zm.dynamic_size, &base_size);
    if (!bytes || !base || timeline_init(&timeline, base, base_size, 0) != 0)
        abort();
    memcpy(bytes, data, size);
    journal_describe(&of, story, (zm_u32)story_size, "");
    if (!(data[size - 1] & 1))
        mend(bytes, size, &of);
    if (journal_scan(bytes, size, &of, number, load, &timeline, &damage, &why) == 0 && timeline.count)
        travel(&timeline, &m);
    timeline_free(&timeline);
    free(base);
    free(bytes);
    machine_close(&m);
    return 0;
}
