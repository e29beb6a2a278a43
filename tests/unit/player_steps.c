/* Golmac: MIT licence, see LICENSE.

   The player as an event loop that is not its own sees it: each call takes one event and returns, wherever the story
   is. So two players take turns in one thread, and a display may change its size at [MORE], while the machine stands
   between two instructions. */
#include "unit.h"
#include "fake_display.h"
#include "frontends/player/playing.h"

#include <unistd.h>

static char story[] = "story-files/build/cloak.z5";

struct seat {
    struct fake fake;
    struct settings settings;
    struct playing *playing;
};

static void sit_down(struct seat *seat, unsigned width, unsigned height, const char *script)
{
    char *words[] = {
        "golmac", "--seed=1", "--new", "--journal=no", "--keep-transcript=no", "--keep-commands=no", story
    };
    struct message why = { "" };

    if (settings_open(&seat->settings, (int)(sizeof words / sizeof *words), words, &why) != 0)
        fail_msg("%s", why.text);
    fake_open(&seat->fake, width, height);
    seat->fake.script = script;
    seat->playing = playing_open(&seat->settings, "golmac", &seat->fake.display, NULL);
    assert_false(playing_is_over(seat->playing));
}

static void stand_up(struct seat *seat)
{
    struct message why = { "" };

    assert_int_equal(playing_close(seat->playing, &why), SESSION_INTERRUPTED); /* the script's end is a hangup */
    assert_string_equal(why.text, "");
    settings_close(&seat->settings);
    fake_close(&seat->fake);
}

/* One event. Returns whether there is more to come. */
static bool step(struct seat *seat)
{
    int deadline = playing_deadline(seat->playing);
    struct event event = { EVENT_NONE };

    if (deadline != 0) { /* the story waits */
        fake_paint(&seat->fake, playing_scene(seat->playing));
        seat->fake.wait(&seat->fake, deadline, &event);
    }
    playing_event(seat->playing, &event);
    return !playing_is_over(seat->playing);
}

static void two_take_turns_in_one_thread(void **state)
{
    static struct seat seats[2];
    bool first = true, second = true;

    (void)state;
    if (access(story, R_OK) != 0)
        skip();
    sit_down(&seats[0], 60, 30, " west<return><look>east<return><look>");
    sit_down(&seats[1], 50, 30, " i<return>look<return><look>");
    while (first || second) {
        first = first && step(&seats[0]);
        second = second && step(&seats[1]);
    }
    assert_int_equal(seats[0].fake.looks, 2);
    assert_int_equal(seats[1].fake.looks, 1);
    assert_non_null(strstr(seats[0].fake.look[0], "Cloakroom"));
    assert_non_null(strstr(seats[0].fake.look[1], "Foyer of the Opera House"));
    assert_non_null(strstr(seats[1].fake.look[0], "a velvet cloak"));
    assert_null(strstr(seats[1].fake.look[0], "Cloakroom"));
    stand_up(&seats[0]);
    stand_up(&seats[1]);
}

static void returns_at_more(void **state)
{
    static struct seat seat;
    unsigned pages = 0;

    (void)state;
    if (access(story, R_OK) != 0)
        skip();
    sit_down(&seat, 40, 6, "<look><resize 70x6><look> <escape><look>i<return><look>");
    while (step(&seat))
        continue;
    assert_int_equal(seat.fake.looks, 4);
    for (; pages < 2; pages++)
        assert_non_null(strstr(seat.fake.look[pages], "[MORE]"));
    assert_string_not_equal(seat.fake.look[0], seat.fake.look[1]);
    assert_null(strstr(seat.fake.look[2], "[MORE]"));
    assert_non_null(strstr(seat.fake.look[2], "Foyer of the Opera House"));
    assert_non_null(strstr(seat.fake.look[3], ">i\nYou're carrying"));
    stand_up(&seat);
}

/* Until a line is wanted nothing has to happen but time; then nothing has to be done. */
static void says_when_it_wants_to_be_called(void **state)
{
    static struct seat seat;
    struct event event = { EVENT_NONE };

    (void)state;
    if (access(story, R_OK) != 0)
        skip();
    sit_down(&seat, 60, 30, "");
    assert_int_equal(playing_deadline(seat.playing), 0);
    while (playing_deadline(seat.playing) == 0)
        playing_event(seat.playing, &event);
    assert_int_equal(playing_deadline(seat.playing), -1);
    while (step(&seat))
        continue;
    stand_up(&seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_take_turns_in_one_thread),
        cmocka_unit_test(returns_at_more),
        cmocka_unit_test(says_when_it_wants_to_be_called),
    };

    (void)setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    (void)setenv("XDG_DATA_HOME", "/nonexistent", 1);
    return cmocka_run_group_tests_name("player_steps", tests, NULL, NULL);
}
