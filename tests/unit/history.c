/* Golmac: MIT licence, see LICENSE.

   The line of snapshots: what is pushed comes back, in any order of going back and forth, whatever its size. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "frontends/host/history.h"

enum { LARGEST = 70000, MANY = 300 };

static void push_text(struct history *history, enum history_kind kind, const char *text)
{
    assert_int_equal(history_push(history, kind, (const unsigned char *)text, (zm_u32)strlen(text)), 0);
}

static void assert_whole(const struct history *history, const char *text)
{
    assert_int_equal(history->whole_size, strlen(text));
    assert_memory_equal(history->whole, text, strlen(text));
}

static void goes_back_and_forth(void **state)
{
    struct history history;

    (void)state;
    assert_int_equal(history_init(&history, 10), 0);
    push_text(&history, HISTORY_TURN, "one");
    push_text(&history, HISTORY_TURN, "a second, longer one");
    push_text(&history, HISTORY_TURN, "3");
    assert_whole(&history, "3");
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), 0);
    assert_whole(&history, "a second, longer one");
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), 0);
    assert_whole(&history, "one");
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), -1);
    assert_whole(&history, "one");
    assert_int_equal(history_go(&history, HISTORY_TURN, 1), 0);
    assert_int_equal(history_go(&history, HISTORY_TURN, 1), 0);
    assert_whole(&history, "3");
    assert_int_equal(history_go(&history, HISTORY_TURN, 1), -1);
    history_free(&history);
}

static void forgets_what_came_after(void **state)
{
    struct history history;

    (void)state;
    assert_int_equal(history_init(&history, 10), 0);
    push_text(&history, HISTORY_TURN, "one");
    push_text(&history, HISTORY_TURN, "two");
    push_text(&history, HISTORY_TURN, "three");
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), 0);
    push_text(&history, HISTORY_TURN, "another three");
    assert_int_equal(history_go(&history, HISTORY_TURN, 1), -1);
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), 0);
    assert_whole(&history, "two");
    history_free(&history);
}

static void keeps_the_kinds_apart(void **state)
{
    struct history history;

    (void)state;
    assert_int_equal(history_init(&history, 10), 0);
    assert_int_equal(history_take(&history), -1);
    push_text(&history, HISTORY_TURN, "turn 1");
    push_text(&history, HISTORY_STORY, "story 1");
    push_text(&history, HISTORY_TURN, "turn 2");
    push_text(&history, HISTORY_STORY, "story 2");
    push_text(&history, HISTORY_TURN, "turn 3");
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), 0);
    assert_whole(&history, "turn 2");
    assert_int_equal(history_go(&history, HISTORY_TURN, 1), 0);
    assert_int_equal(history_take(&history), 0);
    assert_whole(&history, "story 2");
    assert_int_equal(history_take(&history), 0);
    assert_whole(&history, "story 1");
    assert_int_equal(history_take(&history), -1);
    assert_whole(&history, "story 1");
    history_free(&history);
}

static void forgets_the_oldest(void **state)
{
    struct history history;
    char text[16];
    int i, back = 0;

    (void)state;
    assert_int_equal(history_init(&history, 5), 0);
    for (i = 0; i < 20; i++) {
        snprintf(text, sizeof text, "turn %d", i);
        push_text(&history, HISTORY_TURN, text);
        push_text(&history, HISTORY_STORY, "in between");
    }
    push_text(&history, HISTORY_TURN, "last");
    while (history_go(&history, HISTORY_TURN, -1) == 0)
        back++;
    assert_int_equal(back, 5);
    assert_whole(&history, "turn 15");
    history_free(&history);
}

static void keeps_nothing_without_room(void **state)
{
    struct history history;

    (void)state;
    assert_int_equal(history_init(&history, 0), 0);
    assert_int_equal(history_push(&history, HISTORY_TURN, (const unsigned char *)"x", 1), -1);
    assert_int_equal(history_go(&history, HISTORY_TURN, -1), -1);
    assert_int_equal(history_take(&history), -1);
    history_free(&history);
}

/* Random snapshots, changed in random places and lengths, against plain copies of them. */
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

static void comes_back_whatever_it_was(void **state)
{
    struct history history;
    struct copy copies[MANY];
    unsigned seed = 42, i, at = MANY - 1;

    (void)state;
    assert_int_equal(history_init(&history, MANY), 0);
    copies[0].size = 1000;
    copies[0].bytes = calloc(LARGEST, 1);
    assert_non_null(copies[0].bytes);
    for (i = 0; i < MANY; i++) {
        if (i)
            copies[i] = change(&copies[i - 1], &seed);
        assert_int_equal(history_push(&history, HISTORY_TURN, copies[i].bytes, copies[i].size), 0);
    }
    for (i = 0; i < 5000; i++) {
        int direction = draw(&seed, 2) ? 1 : -1;

        if (history_go(&history, HISTORY_TURN, direction) == 0)
            at = (unsigned)((int)at + direction);
        assert_int_equal(history.whole_size, copies[at].size);
        assert_memory_equal(history.whole, copies[at].bytes, copies[at].size);
    }
    for (i = 0; i < MANY; i++)
        free(copies[i].bytes);
    history_free(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_back_and_forth),
        cmocka_unit_test(forgets_what_came_after),
        cmocka_unit_test(keeps_the_kinds_apart),
        cmocka_unit_test(forgets_the_oldest),
        cmocka_unit_test(keeps_nothing_without_room),
        cmocka_unit_test(comes_back_whatever_it_was),
    };

    return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
