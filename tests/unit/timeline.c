/* Golmac: MIT licence, see LICENSE.

   The tree of turns: what is added comes back, in any order of going about, whatever its size; branches stay; a
   timeline that is loaded from its records is the one they were made by. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "frontends/timeline/timeline.h"

enum { LARGEST = 70000, MANY = 300 };

static const unsigned char base[1000];

static void begin(struct timeline *timeline, zm_u32 limit)
{
    assert_int_equal(timeline_init(timeline, base, sizeof base, limit), 0);
}

/* Add a point whose state is the text. */
static void add(struct timeline *timeline, enum timeline_kind kind, const char *text)
{
    struct timeline_entry entry = { kind, text, "place", "text", (const unsigned char *)text, (zm_u32)strlen(text) };

    assert_int_equal(timeline_add(timeline, &entry), 0);
}

static void assert_whole(const struct timeline *timeline, const char *text)
{
    assert_int_equal(timeline->whole.size, strlen(text));
    assert_memory_equal(timeline->whole.bytes, text, strlen(text));
}

/* As /undo and /redo. */
static int step(struct timeline *timeline, int direction)
{
    zm_u32 point = timeline_step(timeline, timeline->current, direction);

    return point == TIMELINE_NONE ? -1 : timeline_go(timeline, point);
}

/* There is no point past the last one, whatever stands in memory there. */
static void points_end(void **state)
{
    struct timeline timeline;

    (void)state;
    begin(&timeline, 0);
    add(&timeline, TIMELINE_LINE, "one");
    add(&timeline, TIMELINE_LINE, "two");
    assert_int_equal(timeline_peek(&timeline, 1), 0);
    assert_int_equal(timeline_peek(&timeline, 2), -1);
    assert_int_equal(timeline_go(&timeline, 2), -1);
    timeline.count = 1; /* the second stays in memory */
    assert_int_equal(timeline_peek(&timeline, 1), -1);
    timeline.count = 2;
    timeline_free(&timeline);
}

/* A state has one byte at least, and RECORD_STATE_MAX at most. */
static void states_have_a_size(void **state)
{
    struct timeline timeline;
    unsigned char *large = test_calloc(RECORD_STATE_MAX + 1, 1);
    struct timeline_entry entry = { TIMELINE_LINE, "a", "place", "text", large, 0 };

    (void)state;
    begin(&timeline, 0);
    assert_int_equal(timeline_add(&timeline, &entry), -1);
    entry.state_size = RECORD_STATE_MAX + 1;
    assert_int_equal(timeline_add(&timeline, &entry), -1);
    assert_int_equal(timeline.count, 0);
    entry.state_size = 1;
    assert_int_equal(timeline_add(&timeline, &entry), 0);
    entry.state_size = RECORD_STATE_MAX;
    assert_int_equal(timeline_add(&timeline, &entry), 0);
    assert_int_equal(timeline.count, 2);
    timeline_free(&timeline);
    test_free(large);
}

static void goes_back_and_forth(void **state)
{
    struct timeline timeline;

    (void)state;
    begin(&timeline, 0);
    add(&timeline, TIMELINE_LINE, "one");
    add(&timeline, TIMELINE_KEY, "a second, longer one");
    add(&timeline, TIMELINE_LINE, "3");
    assert_whole(&timeline, "3");
    assert_int_equal(step(&timeline, -1), 0);
    assert_whole(&timeline, "one");
    assert_int_equal(step(&timeline, -1), -1);
    assert_int_equal(timeline_go(&timeline, timeline_find_turn(&timeline, 1)), 0);
    assert_whole(&timeline, "a second, longer one");
    assert_int_equal(step(&timeline, 1), 0);
    assert_whole(&timeline, "3");
    assert_int_equal(step(&timeline, 1), -1);
    timeline_free(&timeline);
}

static void branches_stay(void **state)
{
    struct timeline timeline;
    struct timeline_turn *turns, turn;
    size_t count;
    char line[100];

    (void)state;
    begin(&timeline, 0);
    add(&timeline, TIMELINE_LINE, "zero");
    add(&timeline, TIMELINE_LINE, "one");
    add(&timeline, TIMELINE_LINE, "two");
    assert_int_equal(timeline_name(&timeline, "main"), 0);
    assert_int_equal(step(&timeline, -1), 0);
    add(&timeline, TIMELINE_LINE, "three");
    assert_int_equal(timeline_find_branch(&timeline, "main"), 2);
    assert_int_equal(timeline_go(&timeline, 2), 0);
    add(&timeline, TIMELINE_LINE, "four");
    assert_int_equal(timeline_find_branch(&timeline, "main"), 4);
    assert_int_equal(timeline_go(&timeline, 1), 0);
    assert_int_equal(step(&timeline, 1), 0); /* the way it went last */
    assert_whole(&timeline, "two");
    turns = timeline_list(&timeline, &count);
    assert_int_equal(count, 5);
    timeline_describe(&turns[2], line, sizeof line);
    assert_string_equal(line, "|   3 > three | place");
    timeline_describe(&turns[3], line, sizeof line);
    assert_string_equal(line, "* 2 > two | place");
    timeline_describe(&turns[4], line, sizeof line);
    assert_string_equal(line, "  4 > four | place = main");
    assert_true(turns[0].is_on_line && !turns[2].is_on_line && turns[2].is_tip && !turns[3].is_tip && turns[4].is_tip);
    free(turns);
    assert_int_equal(timeline_turn(&timeline, 3, &turn), 0);
    assert_int_equal(turn.parent, 1);
    assert_int_equal(timeline_turn(&timeline, 5, &turn), -1);
    timeline_free(&timeline);
}

static void the_story_comes_back_once(void **state)
{
    struct timeline timeline;

    (void)state;
    begin(&timeline, 0);
    assert_int_equal(timeline_take(&timeline), -1);
    add(&timeline, TIMELINE_LINE, "turn 1");
    add(&timeline, TIMELINE_STORY, "story 1");
    add(&timeline, TIMELINE_LINE, "turn 2");
    add(&timeline, TIMELINE_STORY, "story 2");
    add(&timeline, TIMELINE_LINE, "turn 3");
    assert_int_equal(timeline_take(&timeline), 0);
    assert_whole(&timeline, "story 2");
    add(&timeline, TIMELINE_LINE, "turn 4, after story 2");
    assert_int_equal(timeline_take(&timeline), 0);
    assert_whole(&timeline, "story 1");
    assert_int_equal(timeline_take(&timeline), -1);
    assert_whole(&timeline, "story 1");
    assert_int_equal(timeline_go(&timeline, timeline_find_turn(&timeline, 2)), 0); /* turn 3, where nothing was taken
                                                                                      yet */
    assert_int_equal(timeline_take(&timeline), 0);
    assert_whole(&timeline, "story 2");
    timeline_free(&timeline);
}

static void forgets_the_oldest(void **state)
{
    struct timeline timeline;
    char text[32];
    int i, back = 0;

    (void)state;
    begin(&timeline, 5);
    for (i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "turn %d", i);
        add(&timeline, TIMELINE_LINE, text);
        add(&timeline, TIMELINE_STORY, "in between");
        assert_in_range(timeline.count, 1, 200);
    }
    add(&timeline, TIMELINE_LINE, "last");
    while (step(&timeline, -1) == 0)
        back++;
    assert_in_range(back, 5, 200);
    snprintf(text, sizeof text, "turn %d", 1000 - back);
    assert_whole(&timeline, text);
    timeline_free(&timeline);
}

/* How many turns can be taken back. */
static int undo_all(struct timeline *timeline)
{
    int back = 0;

    while (step(timeline, -1) == 0)
        back++;
    return back;
}

/* What is older than others may be nearer to the game: a branch of the second turn, left for long, and gone on with. */
static void remembers_the_line(void **state)
{
    enum { LIMIT = 5, TRUNK = 40, ELSEWHERE = 3000 };
    struct timeline timeline;
    char text[32];
    int i;

    (void)state;
    begin(&timeline, LIMIT);
    for (i = 0; i < TRUNK; i++)
        add(&timeline, TIMELINE_LINE, "trunk");
    assert_int_equal(timeline_name(&timeline, "early"), 0);
    for (i = 0; i < ELSEWHERE; i++) {
        zm_u32 named = timeline_find_branch(&timeline, "early");

        assert_int_not_equal(named, TIMELINE_NONE);
        if (i % 3 == 0)
            assert_int_equal(timeline_go(&timeline, timeline.points[named].parent), 0);
        snprintf(text, sizeof text, "elsewhere %d", i);
        add(&timeline, TIMELINE_LINE, text);
        assert_in_range(timeline.count, 1, 400);
    }
    assert_int_equal(timeline_go(&timeline, timeline_find_branch(&timeline, "early")), 0);
    assert_whole(&timeline, "trunk");
    add(&timeline, TIMELINE_LINE, "tip");
    assert_in_range(undo_all(&timeline), LIMIT, TRUNK);
    assert_int_equal(step(&timeline, 1), 0);
    while (step(&timeline, 1) == 0)
        continue;
    assert_whole(&timeline, "tip");
    timeline_free(&timeline);
}

/* Keys are no turns for /undo, and a story may take snapshots as often as it likes; but memory has an end. */
static void remembers_turns_among_keys(void **state)
{
    enum { LIMIT = 5, KEYS = 40 };
    struct timeline timeline;
    int i, most = 0;

    (void)state;
    begin(&timeline, LIMIT);
    for (i = 0; i < 100 * KEYS; i++) {
        add(&timeline, i % KEYS ? TIMELINE_KEY : TIMELINE_LINE, "key or line");
        most = (int)timeline.count > most ? (int)timeline.count : most;
    }
    assert_in_range(most, LIMIT * KEYS, 4 * LIMIT * KEYS);
    assert_in_range(undo_all(&timeline), LIMIT, 100);
    for (i = 0; i < 10000; i++) {
        add(&timeline, TIMELINE_KEY, "keys alone");
        assert_in_range(timeline.count, 1, 4 * 64 * LIMIT);
    }
    timeline_free(&timeline);
}

/* Random states, changed in random places and lengths, against plain copies of them. */
struct copy { unsigned char *bytes; zm_u32 size; };

static unsigned draw(unsigned *seed, unsigned range)
{
    *seed = *seed * 0x015A4E35u + 1;
    return (*seed >> 16 & 0x7FFF) % range;
}

static struct copy change(const struct copy *from, unsigned *seed)
{
    struct copy copy;
    unsigned i, places = draw(seed, 40);

    copy.size = from->size;
    if (draw(seed, 3) == 0)
        copy.size = 1 + draw(seed, 0x7FFF) * 2;
    copy.bytes = calloc(LARGEST, 1);
    assert_non_null(copy.bytes);
    memcpy(copy.bytes, from->bytes, copy.size < from->size ? copy.size : from->size);
    for (i = 0; i < places; i++) {
        zm_u32 place = draw(seed, 0x7FFF) * 2 % copy.size, length = draw(seed, 200);

        while (length-- && place < copy.size)
            copy.bytes[place++] = (unsigned char)draw(seed, 256);
    }
    return copy;
}

/* Go to points at random; each state is as it was. */
static void assert_all(struct timeline *timeline, const struct copy *copies, unsigned *seed)
{
    unsigned i, point;

    for (i = 0; i < 1000; i++) {
        point = draw(seed, MANY);
        assert_int_equal(timeline_go(timeline, point), 0);
        assert_int_equal(timeline->whole.size, copies[point].size);
        assert_memory_equal(timeline->whole.bytes, copies[point].bytes, copies[point].size);
    }
}

static void comes_back_whatever_it_was(void **state)
{
    struct timeline timeline, loaded;
    struct copy copies[MANY];
    unsigned seed = 42, i, parent;

    (void)state;
    begin(&timeline, 0);
    begin(&loaded, 0);
    for (i = 0; i < MANY; i++) {
        struct timeline_entry entry = { TIMELINE_LINE, "command", "", "", NULL, 0 };
        struct copy start = { NULL, 0 };

        parent = i ? (draw(&seed, 4) ? i - 1 : draw(&seed, i)) : 0;
        start.bytes = calloc(1000, 1);
        start.size = 1000;
        copies[i] = change(i ? &copies[parent] : &start, &seed);
        free(start.bytes);
        entry.state = copies[i].bytes;
        entry.state_size = copies[i].size;
        assert_true(i == 0 || timeline_go(&timeline, parent) == 0);
        assert_int_equal(timeline_add(&timeline, &entry), 0);
        assert_int_equal(timeline_load(&loaded, timeline.points[i].bytes, timeline.points[i].size), 0);
    }
    assert_int_equal(timeline_unreadable(&loaded), 0);
    assert_all(&timeline, copies, &seed);
    assert_all(&loaded, copies, &seed);
    for (i = 0; i < MANY; i++)
        free(copies[i].bytes);
    timeline_free(&timeline);
    timeline_free(&loaded);
}

/* A journal from elsewhere: its texts are for the eye only. */
static void texts_are_made_harmless(void **state)
{
    struct timeline timeline, loaded;
    struct timeline_entry entry = { TIMELINE_LINE, "a\033[2Jb\n", "\xC2\x9B" "31m\x7F", "one\n\033two \xC3\xA9\n>",
                                    (const unsigned char *)"x", 1 };

    (void)state;
    begin(&timeline, 0);
    begin(&loaded, 0);
    assert_int_equal(timeline_add(&timeline, &entry), 0);
    assert_int_equal(timeline_load(&loaded, timeline.points[0].bytes, timeline.points[0].size), 0);
    assert_string_equal(loaded.points[0].record.command, "a [2Jb ");
    assert_string_equal(loaded.points[0].record.place, "  31m ");
    assert_string_equal(loaded.points[0].record.text, "one\n two \xC3\xA9\n>");
    timeline_free(&timeline);
    timeline_free(&loaded);
}

/* A text as a record of a journal has it, when it is loaded as a command, a place, and what was printed. */
static void assert_shown(const char *text, const char *line, const char *printed)
{
    struct timeline timeline, loaded;
    struct timeline_entry entry = { TIMELINE_LINE, text, text, text, (const unsigned char *)"x", 1 };

    begin(&timeline, 0);
    begin(&loaded, 0);
    assert_int_equal(timeline_add(&timeline, &entry), 0);
    assert_int_equal(timeline_load(&loaded, timeline.points[0].bytes, timeline.points[0].size), 0);
    assert_string_equal(loaded.points[0].record.command, line);
    assert_string_equal(loaded.points[0].record.place, line);
    assert_string_equal(loaded.points[0].record.text, printed);
    timeline_free(&timeline);
    timeline_free(&loaded);
}

/* Which are control codes: U+0001 to U+001F, U+007F to U+009F; of those a new line may stand in what was printed. */
static void control_codes_are_spaces(void **state)
{
    (void)state;
    assert_shown("\x01|\x1F|\x20|\x7E|\x7F", " | | |~| ", " | | |~| ");
    assert_shown("\n\t", "  ", "\n ");
    assert_shown("\xC2\x80|\xC2\x9F|\xC2\xA0", "  |  |\xC2\xA0", "  |  |\xC2\xA0");
    assert_shown("\xC1\x80|\xC3\x80|\xC2\x7F", "\xC1\x80|\xC3\x80|\xC2 ", "\xC1\x80|\xC3\x80|\xC2 ");
    assert_shown("\xC2", "\xC2", "\xC2");
}

/* A text of the length that a record has room for is kept whole; one byte more is cut, between characters: the command
   and the place at their ends, what was printed at its beginning. */
static void long_texts_are_cut_between_characters(void **state)
{
    static char text[RECORD_TEXT_MAX + 2], command[RECORD_COMMAND_MAX + 2];
    struct timeline timeline;
    struct timeline_entry entry = { TIMELINE_LINE, command, "", text, (const unsigned char *)"x", 1 };
    const struct record *record;
    int more;

    (void)state;
    for (more = 0; more < 2; more++) {
        memset(text, 't', RECORD_TEXT_MAX + (size_t)more);
        memset(command, 'c', RECORD_COMMAND_MAX + (size_t)more);
        memcpy(text, "\xC3\xA9", 2);
        memcpy(command + RECORD_COMMAND_MAX + more - 2, "\xC3\xA9", 2);
        begin(&timeline, 0);
        assert_int_equal(timeline_add(&timeline, &entry), 0);
        record = &timeline.points[0].record;
        assert_int_equal(strlen(record->text), RECORD_TEXT_MAX - more);
        assert_int_equal(strlen(record->command), RECORD_COMMAND_MAX - more);
        assert_int_equal(record->text[0], more ? 't' : (char)0xC3);
        assert_int_equal(record->command[RECORD_COMMAND_MAX - 1 - more], more ? 'c' : (char)0xA9);
        timeline_free(&timeline);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_end), cmocka_unit_test(states_have_a_size),
        cmocka_unit_test(goes_back_and_forth),
        cmocka_unit_test(branches_stay),
        cmocka_unit_test(the_story_comes_back_once),
        cmocka_unit_test(forgets_the_oldest),
        cmocka_unit_test(remembers_the_line),
        cmocka_unit_test(remembers_turns_among_keys),
        cmocka_unit_test(comes_back_whatever_it_was),
        cmocka_unit_test(texts_are_made_harmless),
        cmocka_unit_test(control_codes_are_spaces),
        cmocka_unit_test(long_texts_are_cut_between_characters),
    };

    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
