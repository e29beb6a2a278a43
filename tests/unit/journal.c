/* Golmac: MIT licence, see LICENSE.

   A journal with any bit flipped, and one cut at any length: what can be read is what was written, turn for turn; the
   rest is known to be missing, and turns of another playthrough are never taken. What only looks like a journal, and a
   disk that is full. */
#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include "frontends/timeline/journal.h"
#include "frontends/timeline/timeline.h"

enum { TURNS = 12, STATE = 600, FILE_MAX = 1 << 16 };

struct journal_file { unsigned char bytes[FILE_MAX]; size_t size, ends[TURNS]; };

static unsigned char states[TURNS][STATE];
static unsigned char base[STATE];
static char folder[64];
static struct journal_story story;

static unsigned draw(unsigned *seed)
{
    *seed = *seed * 0x015A4E35u + 1;
    return *seed >> 16 & 0x7FFF;
}

static void make_states(void)
{
    unsigned seed = 7, turn, i;

    for (i = 0; i < STATE; i++)
        base[i] = (unsigned char)(i * 7);
    memcpy(states[0], base, STATE);
    for (turn = 0; turn < TURNS; turn++) {
        if (turn)
            memcpy(states[turn], states[turn - 1], STATE);
        for (i = 0; i < 10; i++)
            states[turn][draw(&seed) % STATE] = (unsigned char)draw(&seed);
    }
}

/* A turn's command is its number; every other turn has a snapshot of the story's before it. */
static void add_turn(struct timeline *timeline, unsigned turn, enum timeline_kind kind)
{
    char command[16];
    struct timeline_entry entry = { kind, command, "Foyer", "text\n>", states[turn], STATE };

    snprintf(command, sizeof command, "%u", turn);
    assert_int_equal(timeline_add(timeline, &entry), 0);
}

static void keep_current(struct journal *journal, const struct timeline *timeline)
{
    const struct timeline_point *point = &timeline->points[timeline->current];

    assert_int_equal(journal_add(journal, point->bytes, point->size), 0);
}

static void read_whole(const char *path, struct journal_file *file)
{
    FILE *from = fopen(path, "rb");

    assert_non_null(from);
    file->size = fread(file->bytes, 1, FILE_MAX, from);
    fclose(from);
}

/* Play TURNS turns into a journal; where each ended is in file->ends. */
static void write_journal(struct journal_file *file, char *path, size_t size)
{
    struct timeline timeline;
    struct journal journal;
    struct message why;
    unsigned turn;

    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    journal_init(&journal);
    assert_int_equal(journal_create(&journal, folder, "story", &story, &why), 0);
    snprintf(path, size, "%s", journal.copy[JOURNAL_FIRST].path);
    for (turn = 0; turn < TURNS; turn++) {
        if (turn % 2) {
            add_turn(&timeline, turn - 1, TIMELINE_STORY);
            keep_current(&journal, &timeline);
        }
        add_turn(&timeline, turn, TIMELINE_LINE);
        keep_current(&journal, &timeline);
        assert_int_equal(journal_flush(&journal), 0);
        file->ends[turn] = (size_t)journal.copy[JOURNAL_FIRST].size;
    }
    assert_int_equal(journal_close(&journal), 0);
    timeline_free(&timeline);
    read_whole(path, file);
    assert_int_equal(file->size, file->ends[TURNS - 1]);
}

static int load(void *timeline, const unsigned char *record, zm_u32 size)
{
    return timeline_load(timeline, record, size) < 0 ? -1 : 0;
}

/* Every turn that can be gone to is as it was. Returns the number, by its command, of the one where the play stopped;
   -1 if there is none. */
static int check_all(struct timeline *timeline)
{
    zm_u32 stopped = timeline_stopped_at(timeline), i;
    int last = stopped == TIMELINE_NONE ? -1 : atoi(timeline->points[stopped].record.command);

    for (i = 0; i < timeline->count; i++)
        if (timeline->points[i].readable && timeline->points[i].turn != TIMELINE_NONE) {
            assert_int_equal(timeline_go(timeline, i), 0);
            assert_int_equal(timeline->whole.size, STATE);
            assert_memory_equal(timeline->whole.bytes, states[atoi(timeline->points[i].record.command)], STATE);
        }
    return last;
}

/* Load the bytes as a journal. Returns the turn where it stopped, -1: none can be read, -2: it is no journal. */
static int stopped_at(const unsigned char *bytes, size_t size, struct journal_damage *damage)
{
    struct timeline timeline;
    unsigned char number[JOURNAL_NUMBER];
    struct message why;
    int turn = -2;

    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    if (journal_scan(bytes, size, &story, number, load, &timeline, damage, &why) == 0)
        turn = check_all(&timeline);
    timeline_free(&timeline);
    return turn;
}

static void cut_at_any_length(void **state)
{
    static struct journal_file file;
    struct journal_damage damage;
    char path[128];
    size_t length;
    int turn, expected = -1;

    (void)state;
    write_journal(&file, path, sizeof path);
    for (length = 0; length <= file.size; length++) {
        turn = stopped_at(file.bytes, length, &damage);
        if (expected + 1 < TURNS && length >= file.ends[expected + 1])
            expected++;
        assert_int_equal(turn, length < JOURNAL_HEADER ? -2 : expected);
        assert_int_equal(damage.inside, 0);
    }
    assert_int_equal(expected, TURNS - 1);
    unlink(path);
}

/* The turn whose records the byte belongs to. */
static int turn_at(const struct journal_file *file, size_t at)
{
    int turn = 0;

    while (at >= file->ends[turn])
        turn++;
    return turn;
}

static void any_bit_flipped(void **state)
{
    static struct journal_file file;
    struct journal_damage damage;
    char path[128];
    const char *full = getenv("FULL"); /* every bit in make check-all, else one of each byte */
    unsigned bit, every = full && *full ? 1 : 8;
    size_t at;

    (void)state;
    write_journal(&file, path, sizeof path);
    for (at = 0; at < file.size; at++)
        for (bit = (unsigned)at % every; bit < 8; bit += every) {
            int turn;

            file.bytes[at] ^= (unsigned char)(1u << bit);
            turn = stopped_at(file.bytes, file.size, &damage);
            if (at < 2 * JOURNAL_HEADER) /* there are two headers */
                assert_int_equal(turn, TURNS - 1);
            else
                assert_in_range(turn + 1, turn_at(&file, at), TURNS);
            if (at >= 2 * JOURNAL_HEADER)
                assert_true(damage.bytes > 0);
            file.bytes[at] ^= (unsigned char)(1u << bit);
        }
    unlink(path);
}

/* Two playthroughs of the same story in one file: only the one that the header names is read. */
static void playthroughs_are_never_mixed(void **state)
{
    static struct journal_file first, second;
    struct journal_damage damage;
    char path[128], other[128];

    (void)state;
    write_journal(&first, path, sizeof path);
    write_journal(&second, other, sizeof other);
    assert_string_not_equal(path, other);
    memmove(first.bytes + first.ends[5], second.bytes + second.ends[5], second.size - second.ends[5]);
    assert_int_equal(stopped_at(first.bytes, first.ends[5] + second.size - second.ends[5], &damage), 5);
    assert_int_equal(damage.bytes, second.size - second.ends[5]);
    unlink(path);
    unlink(other);
}

/* What a player adds after damage is read, and what is damaged stays in the file. */
static void goes_on_after_damage(void **state)
{
    static struct journal_file file;
    struct timeline timeline;
    struct journal journal;
    struct journal_damage damage;
    struct message why;
    char path[128];
    FILE *out;

    (void)state;
    write_journal(&file, path, sizeof path);
    out = fopen(path, "wb");
    assert_non_null(out);
    file.bytes[file.ends[8] + 30] ^= 0x55;
    assert_int_equal(fwrite(file.bytes, 1, file.ends[9] - 3, out), file.ends[9] - 3);
    fclose(out);
    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    journal_init(&journal);
    assert_int_equal(journal_open(&journal, path, &story, 1, load, &timeline, &damage, &why), JOURNAL_OPENED);
    assert_int_equal(check_all(&timeline), 8);
    assert_int_equal(timeline_go(&timeline, timeline_find_turn(&timeline, 8)), 0);
    add_turn(&timeline, 10, TIMELINE_LINE);
    keep_current(&journal, &timeline);
    assert_int_equal(journal_close(&journal), 0);
    timeline_free(&timeline);
    read_whole(path, &file);
    assert_int_equal(stopped_at(file.bytes, file.size, &damage), 10);
    assert_true(damage.inside);
    unlink(path);
}

static void one_player_at_a_time(void **state)
{
    static struct journal_file file;
    struct timeline timeline;
    struct journal first, second;
    struct journal_damage damage;
    struct message why;
    char path[128];

    (void)state;
    write_journal(&file, path, sizeof path);
    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    journal_init(&first);
    journal_init(&second);
    assert_int_equal(journal_open(&first, path, &story, 1, load, &timeline, &damage, &why), JOURNAL_OPENED);
    assert_int_equal(journal_open(&second, path, &story, 1, load, &timeline, &damage, &why), JOURNAL_IN_USE);
    assert_int_equal(journal_close(&first), 0);
    timeline_free(&timeline);
    unlink(path);
}

/* A journal of another story, whatever its name. */
static void is_of_its_story(void **state)
{
    static struct journal_file file;
    struct journal_story mine = story;
    struct journal_damage damage;
    struct message why;
    char path[128], *found;

    (void)state;
    write_journal(&file, path, sizeof path);
    found = journal_find(folder, &story, &why);
    assert_string_equal(found, path);
    free(found);
    story.identity[3] ^= 1;
    assert_int_equal(stopped_at(file.bytes, file.size, &damage), -2);
    assert_null(journal_find(folder, &story, &why));
    story = mine;
    unlink(path);
}

/* Nothing waits for the disk until it is told to, and then not twice; the turn that a playthrough begins with is no
   loss. */
static void settles_when_told(void **state)
{
    struct timeline timeline;
    struct journal journal;
    struct message why;
    unsigned turn;

    (void)state;
    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    journal_init(&journal);
    assert_int_equal(journal_create(&journal, folder, "story", &story, &why), 0);
    journal.care = JOURNAL_SETTLED;
    for (turn = 0; turn < 4; turn++) {
        add_turn(&timeline, turn, TIMELINE_LINE);
        keep_current(&journal, &timeline);
        assert_int_equal(journal_flush(&journal), 0);
        assert_int_equal(journal_is_unsettled(&journal), turn > 0);
        if (turn == 2) {
            journal_settle(&journal);
            assert_false(journal_is_unsettled(&journal));
        }
    }
    journal_discard(&journal);
    assert_false(journal_is_unsettled(&journal));
    timeline_free(&timeline);
}

/* ---- Records that are read, and those that are passed over ---- */

static int count_visits(void *context, const unsigned char *record, zm_u32 size)
{
    (void)record, (void)size;
    ++*(unsigned *)context;
    return 0;
}

static unsigned records_in(const unsigned char *bytes, size_t size, struct journal_damage *damage)
{
    unsigned char number[JOURNAL_NUMBER];
    struct message why;
    unsigned visits = 0;

    assert_int_equal(journal_scan(bytes, size, &story, number, count_visits, &visits, damage, &why), 0);
    return visits;
}

/* A whole record that stands there once more, behind itself or behind later ones, is damage; its number is not greater
   than the one before. */
static void numbers_never_go_back(void **state)
{
    static struct journal_file file;
    static unsigned char bytes[2 * FILE_MAX];
    struct journal_damage damage;
    char path[128];
    size_t from, size;
    unsigned turn, all;

    (void)state;
    write_journal(&file, path, sizeof path);
    all = records_in(file.bytes, file.size, &damage);
    for (turn = 2; turn < TURNS; turn += 2) { /* these have one record each */
        from = file.ends[turn - 1];
        size = file.ends[turn] - from;
        memcpy(bytes, file.bytes, file.size);
        memcpy(bytes + file.size, file.bytes + from, size);
        assert_int_equal(records_in(bytes, file.size + size, &damage), all);
        assert_int_equal(damage.bytes, size);
        assert_false(damage.inside);
        memcpy(bytes, file.bytes, file.ends[turn]);
        memcpy(bytes + file.ends[turn], file.bytes + from, size);
        memcpy(bytes + file.ends[turn] + size, file.bytes + file.ends[turn], file.size - file.ends[turn]);
        assert_int_equal(records_in(bytes, file.size + size, &damage), all);
        assert_int_equal(damage.bytes, size);
        assert_int_equal(damage.inside, turn < TURNS - 1);
        assert_int_equal(stopped_at(bytes, file.size + size, &damage), TURNS - 1);
    }
    /* That numbers are missing between two records is no damage. */
    from = file.ends[2];
    memcpy(bytes, file.bytes, file.ends[1]);
    memcpy(bytes + file.ends[1], file.bytes + from, file.size - from);
    assert_int_equal(records_in(bytes, file.ends[1] + file.size - from, &damage), all - 1);
    assert_int_equal(damage.bytes, 0);
    unlink(path);
}

/* ---- The effort ---- */

enum { FAKE = 32, FAKE_LENGTH = 30000, FAKES_MAX = 600, TAIL = FAKE_LENGTH };

static void put(unsigned char *at, unsigned bytes, unsigned long value)
{
    for (; bytes; bytes--, value >>= 8)
        *at++ = (unsigned char)(value & 0xFF);
}

/* What looks like the beginning of a record of this length, until its CRC is taken. */
static void put_fake(unsigned char *at, unsigned long length)
{
    enum { NUMBER = 0x7FFFFF00, KIND_MOVE = 3 };

    memset(at, 0, FAKE);
    put(at, 4, length);
    put(at + 4, 4, 0x04030201);
    put(at + 8, 4, NUMBER);
    at[16] = KIND_MOVE;
}

/* The turn where a playthrough stops that has so many fakes before its last turn, when so many bytes of effort are left
   for that after them; spare < 0: as many as there happen to be. */
static int stopped_behind(const struct journal_file *file, unsigned fakes, long spare)
{
    static unsigned char bytes[FILE_MAX + FAKES_MAX * FAKE + TAIL];
    size_t before = file->ends[TURNS - 2], size = file->size + fakes * FAKE + TAIL;
    unsigned long effort = 16 * size + (1ul << 24), length;
    struct journal_damage damage;
    unsigned i;

    memset(bytes, 0, sizeof bytes);
    memcpy(bytes, file->bytes, before);
    memcpy(bytes + before + fakes * FAKE, file->bytes + before, file->size - before);
    for (i = 0; i < fakes; i++) {
        length = spare >= 0 ? (effort - (unsigned long)spare) / (fakes - i) : FAKE_LENGTH;
        put_fake(bytes + before + i * FAKE, length);
        effort -= spare >= 0 ? length : 0;
    }
    return stopped_at(bytes, size, &damage);
}

/* The longest record of the last turn. */
static long longest_of_last(const struct journal_file *file)
{
    long longest = 0;
    size_t at, length;

    for (at = file->ends[TURNS - 2]; at < file->size; at += 8 + length) {
        length = file->bytes[at] | (size_t)file->bytes[at + 1] << 8;
        longest = (long)length > longest ? (long)length : longest;
    }
    return longest;
}

/* A file that looks like a journal everywhere does not take for ever: checksums are taken in vain of 16 times the
   file's size and 16 MB, no more. */
static void effort_is_bounded(void **state)
{
    static struct journal_file file;
    char path[128];
    long longest;

    (void)state;
    write_journal(&file, path, sizeof path);
    longest = longest_of_last(&file);
    assert_int_equal(stopped_behind(&file, 0, -1), TURNS - 1);
    assert_int_equal(stopped_behind(&file, 500, -1), TURNS - 1);
    assert_int_equal(stopped_behind(&file, FAKES_MAX, longest), TURNS - 1);
    assert_int_equal(stopped_behind(&file, FAKES_MAX, longest - 1), TURNS - 2);
    unlink(path);
}

/* ---- A disk that is full ---- */

static off_t size_of(const char *path)
{
    struct stat status;

    assert_int_equal(stat(path, &status), 0);
    return status.st_size;
}

static void limit_files(rlim_t size)
{
    struct rlimit limit;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* What a failed write has left of a record is taken back at once, so that another program finds whole records only;
   when there is room again nothing is missing. */
static void what_a_failed_write_left_is_taken_back(void **state)
{
    struct timeline timeline;
    struct journal journal;
    struct journal_damage damage;
    static struct journal_file file;
    struct message why;
    char path[128];
    off_t whole;
    unsigned turn, room;

    (void)state;
    assert_int_equal(timeline_init(&timeline, base, STATE, 0), 0);
    journal_init(&journal);
    assert_int_equal(journal_create(&journal, folder, "story", &story, &why), 0);
    snprintf(path, sizeof path, "%s", journal.copy[JOURNAL_FIRST].path);
    for (turn = 0; turn < TURNS; turn++) {
        add_turn(&timeline, turn, TIMELINE_LINE);
        keep_current(&journal, &timeline);
        whole = size_of(path);
        for (room = 0; room < 40; room += 13) {
            limit_files((rlim_t)whole + room);
            assert_int_equal(journal_flush(&journal), 1u << JOURNAL_FIRST);
            assert_int_equal(journal.copy[JOURNAL_FIRST].error, EFBIG);
            limit_files(RLIM_INFINITY);
            assert_int_equal(size_of(path), whole);
        }
        if (turn % 2)
            assert_int_equal(journal_flush(&journal), 0);
    }
    assert_int_equal(journal_close(&journal), 0);
    timeline_free(&timeline);
    read_whole(path, &file);
    assert_int_equal(stopped_at(file.bytes, file.size, &damage), TURNS - 1);
    assert_int_equal(damage.bytes, 0);
    unlink(path);
}

int main(void)
{
    static unsigned char code[64];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_at_any_length),
        cmocka_unit_test(any_bit_flipped),
        cmocka_unit_test(playthroughs_are_never_mixed),
        cmocka_unit_test(goes_on_after_damage),
        cmocka_unit_test(one_player_at_a_time),
        cmocka_unit_test(is_of_its_story),
        cmocka_unit_test(settles_when_told),
        cmocka_unit_test(numbers_never_go_back),
        cmocka_unit_test(effort_is_bounded),
        cmocka_unit_test(what_a_failed_write_left_is_taken_back),
    };
    int failed;

    (void)signal(SIGXFSZ, SIG_IGN);
    snprintf(folder, sizeof folder, "/tmp/golmac-journal-XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    make_states();
    journal_describe(&story, code, 64, "ZCODE-1-000000-0000");
    failed = cmocka_run_group_tests_name("journal", tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
