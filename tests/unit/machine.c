/* Golmac: MIT licence, see LICENSE.

   The machine as a host sees it: requests and answers, snapshots and saves, on a story of a dozen instructions. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include "zmachine.h"

enum {
    GLOBALS = 0x40, TEXT = 0x220, PARSE = 0x290, OBJECTS = 0x2C0, EXTENSION = 0x380, STATIC = 0x400, CODE = 0x440,
    STORY_SIZE = 0x500, STACK = 256, TURNS = 0, READ_RESULT = 1, KEY = 2, UNDO = 3, SAVED = 4, RESTORED = 5
};

/* What the story does, again and again. */
static const unsigned char code[] = {
    0x95, 0x10,                                     /* inc g0 */
    0xE4, 0x0F, TEXT >> 8, TEXT & 0xFF, PARSE >> 8, PARSE & 0xFF, 0x11, /* aread text parse -> g1 */
    0xF6, 0x7F, 0x01, 0x12,                         /* read_char 1 -> g2 */
    0xBE, 0x09, 0xFF, 0x13,                         /* save_undo -> g3 */
    0xBE, 0x00, 0xFF, 0x14,                         /* save -> g4 */
    0xBE, 0x01, 0xFF, 0x15,                         /* restore -> g5 */
    0x8C, 0xFF, 0xE6,                               /* jump to the start */
};

struct game {
    unsigned char story[STORY_SIZE], dynamic[STATIC];
    zm_u16 stack[STACK];
    char printed[256];
    size_t length;
    int pauses;                     /* the callbacks pause the machine */
    struct zm zm;
};

static void put_word(unsigned char *story, unsigned address, unsigned value)
{
    story[address] = (unsigned char)(value >> 8);
    story[address + 1] = (unsigned char)value;
}

static void write_story(unsigned char *story)
{
    memset(story, 0, STORY_SIZE);
    story[0] = 5;
    put_word(story, 0x02, 7);
    put_word(story, 0x04, CODE);
    put_word(story, 0x06, CODE);
    put_word(story, 0x08, STATIC);
    put_word(story, 0x0A, OBJECTS);
    put_word(story, 0x0C, GLOBALS);
    put_word(story, 0x0E, STATIC);
    memcpy(story + 0x12, "261121", 6);
    put_word(story, 0x18, STATIC);
    put_word(story, 0x1A, STORY_SIZE / 4);
    put_word(story, 0x36, EXTENSION);
    put_word(story, EXTENSION, 6);
    story[TEXT] = 10;
    story[PARSE] = 4;
    story[STATIC + 1] = 9;
    memcpy(story + CODE, code, sizeof code);
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct game *game = context;

    (void)streams;
    if (game->pauses)
        zm_pause(&game->zm);
    while (length-- && game->length < sizeof game->printed - 1)
        game->printed[game->length++] = (char)*text++;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct game *game = context;

    (void)opcode, (void)operand, (void)count;
    if (game->pauses)
        zm_pause(&game->zm);
    return 0;
}

static unsigned init(struct game *game)
{
    struct zm_setup setup;

    memset(&setup, 0, sizeof setup);
    setup.host.context = game;
    setup.host.print = print;
    setup.host.perform = perform;
    setup.story = game->story;
    setup.story_size = STORY_SIZE;
    setup.dynamic = game->dynamic;
    setup.stack = game->stack;
    setup.stack_words = STACK;
    return zm_init(&game->zm, &setup);
}

static int start(void **state)
{
    static const struct zm_screen screen = { ZM_CAN_UNDO, 80, 24, 1, 1, 9, 2, 0x7FFF, 0, 6, 'A' };
    struct game *game = calloc(1, sizeof *game);

    if (!game)
        return -1;
    write_story(game->story);
    *state = game;
    if (init(game) != ZM_ERROR_none)
        return -1;
    zm_set_screen(&game->zm, &screen);
    return 0;
}

static int stop(void **state)
{
    free(*state);
    return 0;
}

/* Run to a request of the kind, answering those before it. */
static void run_to(struct game *game, enum zm_state wanted)
{
    enum zm_state found = zm_run(&game->zm, 1000);
    int steps = 0;

    while (found != wanted) {
        assert_true(steps++ < 10);
        if (found == ZM_NEED_LINE)
            zm_give_line(&game->zm, NULL, 0, 13);
        else if (found == ZM_NEED_KEY)
            zm_give_key(&game->zm, 'k');
        else
            zm_answer(&game->zm, 0);
        found = zm_run(&game->zm, 1000);
    }
}

/* ---- Starting ---- */

static void refuses_bad_stories(void **state)
{
    static const struct { unsigned address, value, error; } bad[] = {
        { 0x00, 0x0000, ZM_ERROR_not_a_story }, { 0x00, 0x0900, ZM_ERROR_not_a_story },
        { 0x0E, 0x0000, ZM_ERROR_not_a_story }, { 0x1A, 0xFFFF, ZM_ERROR_story_truncated },
        { 0x0C, 0xFFF0, ZM_ERROR_bad_memory_map }, { 0x0A, 0xFFF0, ZM_ERROR_bad_memory_map },
        { 0x08, 0xFFF0, ZM_ERROR_bad_memory_map },
    };
    struct game *game = *state;
    size_t i;

    for (i = 0; i < sizeof bad / sizeof *bad; i++) {
        write_story(game->story);
        put_word(game->story, bad[i].address, bad[i].value);
        assert_int_not_equal(init(game), ZM_ERROR_none);
    }
}

static void tells_dynamic_size(void **state)
{
    struct game *game = *state;

    assert_int_equal(zm_dynamic_size(game->story), STATIC);
    memset(game->story, 0, 64);
    assert_int_equal(zm_dynamic_size(game->story), 0);
}

/* ---- Requests ---- */

static void repeats_its_request(void **state)
{
    struct game *game = *state;

    run_to(game, ZM_NEED_LINE);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_LINE);
    zm_give_key(&game->zm, 'x');
    zm_answer(&game->zm, 1);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_LINE);
    assert_int_equal(zm_global(&game->zm, TURNS), 1);
}

static void takes_a_line(void **state)
{
    static const zm_u16 line[] = { 'G', 'o', 0xC4, 0x4E2D };
    struct game *game = *state;

    run_to(game, ZM_NEED_LINE);
    assert_int_equal(zm_line_limit(&game->zm), 10);
    assert_int_equal(zm_input_interval(&game->zm), 0);
    assert_true(zm_is_terminator(&game->zm, 13));
    assert_false(zm_is_terminator(&game->zm, 129));
    zm_give_line(&game->zm, line, 4, 13);
    run_to(game, ZM_NEED_KEY);
    assert_int_equal(zm_byte(&game->zm, TEXT + 1), 4);
    assert_memory_equal(game->dynamic + TEXT + 2, "go\x9B?", 4);
    assert_int_equal(zm_global(&game->zm, READ_RESULT), 13);
    zm_give_key(&game->zm, 'z');
    run_to(game, ZM_SAVE_UNDO);
    assert_int_equal(zm_global(&game->zm, KEY), 'z');
}

static void cuts_a_line_at_its_limit(void **state)
{
    zm_u16 line[300];
    struct game *game = *state;
    unsigned i;

    for (i = 0; i < 300; i++)
        line[i] = 'a';
    run_to(game, ZM_NEED_LINE);
    zm_give_line(&game->zm, line, 300, 13);
    run_to(game, ZM_NEED_KEY);
    assert_int_equal(zm_byte(&game->zm, TEXT + 1), 10);
    assert_int_equal(zm_byte(&game->zm, TEXT + 12), 0);
}

static void preloads_what_was_left(void **state)
{
    struct game *game = *state;
    zm_u16 text[10];

    game->zm.dynamic[TEXT + 1] = 3;
    memcpy(game->zm.dynamic + TEXT + 2, "abc", 3);
    run_to(game, ZM_NEED_LINE);
    assert_int_equal(zm_line_preload(&game->zm, text, 10), 3);
    assert_int_equal(text[2], 'c');
    assert_int_equal(zm_line_preload(&game->zm, text, 2), 2);
}

static void stops_at_its_budget(void **state)
{
    struct game *game = *state;

    memcpy(game->story + CODE, "\x8C\xFF\xFF", 3); /* jump to itself */
    assert_int_equal(init(game), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1), ZM_BUDGET);
    assert_int_equal(zm_run(&game->zm, 100000), ZM_BUDGET);
}

static void stays_at_a_fault(void **state)
{
    struct game *game = *state;

    game->story[CODE] = 0xBD; /* verify branches; its branch leads out of the story */
    memcpy(game->story + CODE, "\x8C\x7F\xFF", 3);
    assert_int_equal(init(game), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
    assert_int_not_equal(game->zm.fault.error, ZM_ERROR_none);
}

static void starts_again(void **state)
{
    struct game *game = *state;

    run_to(game, ZM_NEED_KEY);
    zm_restart(&game->zm);
    assert_int_equal(zm_global(&game->zm, TURNS), 0);
    run_to(game, ZM_NEED_LINE);
    assert_int_equal(zm_global(&game->zm, TURNS), 1);
}

/* What the host opens, the story sees in Flags 2, and its text goes there. */
static void knows_the_hosts_transcript(void **state)
{
    struct game *game = *state;
    int is_open;

    for (is_open = 1; is_open >= 0; is_open--) {
        zm_put_byte(&game->zm, 0x11, 0x82);
        zm_set_transcript(&game->zm, is_open);
        assert_int_equal(zm_byte(&game->zm, 0x11), 0x82 | is_open);
        assert_int_equal(game->zm.streams, ZM_STREAM_SCREEN | (is_open ? ZM_STREAM_TRANSCRIPT : 0));
    }
}

/* ---- Pauses ---- */

/* Make a game of these instructions, whose callbacks pause it. */
static void start_pausing(struct game *game, const char *instructions, size_t size)
{
    memcpy(game->story + CODE, instructions, size);
    assert_int_equal(init(game), ZM_ERROR_none);
    game->pauses = 1;
}

static void pauses_after_the_instruction(void **state)
{
    struct game *game = *state;
    zm_u16 turn;

    /* set_text_style, which calls back; inc g0; jump to the start */
    start_pausing(game, "\xF1\x7F\x00\x95\x10\x8C\xFF\xFA", 8);
    for (turn = 0; turn < 5; turn++) {
        assert_int_equal(zm_run(&game->zm, 1000), ZM_BUDGET);
        assert_int_equal(zm_global(&game->zm, TURNS), turn);
        assert_int_equal(zm_next_instruction(&game->zm), CODE + 3);
    }
    game->pauses = 0;
    assert_int_equal(zm_run(&game->zm, 30), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), turn + 9);
}

/* The print that fills the page comes amid an instruction: the rest of its text is printed before the pause. */
static void completes_what_it_prints(void **state)
{
    enum { WORDS = 50 }; /* more characters than the machine gathers */
    struct game *game = *state;
    unsigned i;

    /* print "aaa..."; inc g0; quit */
    start_pausing(game, "\xB2", 1);
    for (i = 0; i < WORDS; i++)
        memcpy(game->story + CODE + 1 + 2 * i, i < WORDS - 1 ? "\x18\xC6" : "\x98\xC6", 2);
    memcpy(game->story + CODE + 1 + 2 * WORDS, "\x95\x10\xBA", 3);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_BUDGET);
    assert_int_equal(game->length, 3 * WORDS);
    assert_int_equal(zm_global(&game->zm, TURNS), 0);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_QUIT);
    assert_int_equal(zm_global(&game->zm, TURNS), 1);
}

/* The stop that the instruction made anyhow is the one returned, and the pause is over then. */
static void pauses_once(void **state)
{
    struct game *game = *state;

    /* print_char; read_char -> g2; inc g0; jump to the inc */
    start_pausing(game, "\xE5\x7F\x41\xF6\x7F\x01\x12\x95\x10\x8C\xFF\xFD", 12);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    assert_int_equal(game->length, 1);
    zm_give_key(&game->zm, 'k');
    assert_int_equal(zm_run(&game->zm, 3), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 2);
    zm_pause(&game->zm);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 2);
    assert_int_equal(zm_run(&game->zm, 2), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 3);
}

static void a_fault_outlasts_a_pause(void **state)
{
    struct game *game = *state;

    start_pausing(game, "\xE5\x7F\x41\xE9\x7F\x11", 6); /* print_char; pull g1, from an empty stack */
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
}

/* An input's routine that prints, and returns true in the same instruction, ends the input; then the pause comes. */
static void pauses_when_a_timeout_ends_the_input(void **state)
{
    enum { ROUTINE = 0x46C, WORDS = 50 };
    unsigned char routine[2 + 2 * WORDS];
    struct game *game = *state;
    unsigned i;

    routine[0] = 0;
    routine[1] = 0xB3; /* print_ret "aaa..." */
    for (i = 0; i < WORDS; i++)
        memcpy(routine + 2 + 2 * i, i < WORDS - 1 ? "\x18\xC6" : "\x98\xC6", 2);
    start_pausing(game, "\xF6\x53\x01\x01\x00\x00\x12\x95\x10\x8C\xFF\xFD", 12); /* read_char 1 1 routine -> g2, inc g0,
                                                                                    jump back one */
    put_word(game->story, CODE + 4, ROUTINE / 4);
    memcpy(game->story + ROUTINE, routine, sizeof routine);
    assert_int_equal(init(game), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    zm_timeout(&game->zm);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 0);
    assert_int_equal(zm_run(&game->zm, 1), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 1);
}

/* A fault in the instruction by which an event's routine returns is not lost in the input that waited. */
static void a_fault_outlasts_an_interrupt(void **state)
{
    enum { ROUTINE = 0x46C };
    struct game *game = *state;

    memcpy(game->story + CODE, "\xF6\x7F\x01\x12", 4);   /* read_char -> g2 */
    memcpy(game->story + ROUTINE, "\x00\xB8", 2);         /* ret_popped, from an empty stack */
    assert_int_equal(init(game), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    zm_interrupt(&game->zm, ROUTINE / 4);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_FAULT);
    assert_int_equal(game->zm.fault.error, ZM_ERROR_stack_underflow);
}

/* ---- Snapshots ---- */

static zm_u32 take(struct game *game, unsigned char *buffer, zm_u32 room)
{
    zm_u32 size = zm_snapshot_size(&game->zm);

    assert_true(size > 0 && size <= room);
    assert_int_equal(zm_snapshot(&game->zm, buffer, size - 1), 0);
    assert_int_equal(zm_snapshot(&game->zm, buffer, size), size);
    return size;
}

static void comes_back_to_every_stop(void **state)
{
    static const enum zm_state stops[] = { ZM_NEED_LINE, ZM_NEED_KEY, ZM_SAVE_UNDO, ZM_SAVE, ZM_RESTORE };
    unsigned char then[4096], now[4096];
    struct game *game = *state;
    size_t i;

    for (i = 0; i < sizeof stops / sizeof *stops; i++) {
        zm_u32 size;
        zm_u16 turns;

        run_to(game, stops[i]);
        size = take(game, then, sizeof then);
        turns = zm_global(&game->zm, TURNS);
        zm_put_byte(&game->zm, TEXT + 5, (zm_u8)(i + 1));
        zm_answer(&game->zm, 0);
        zm_give_key(&game->zm, 'k');
        zm_give_line(&game->zm, NULL, 0, 13);
        run_to(game, stops[(i + 1) % 5]);
        assert_int_equal(zm_restore(&game->zm, then, size), ZM_ERROR_none);
        assert_int_equal(zm_run(&game->zm, 1000), stops[i]);
        assert_int_equal(zm_global(&game->zm, TURNS), turns);
        assert_int_equal(take(game, now, sizeof now), size);
        assert_memory_equal(now, then, size);
    }
}

/* A story that waits for a key, and when time has passed calls a routine that takes its time. */
static void start_timed(struct game *game)
{
    static const unsigned char timed[] = {
        /* read_char 1 10 routine -> g2 */
        0xF6, 0x53, 0x01, 0x0A, (CODE + 0x20) / 4 >> 8, (CODE + 0x20) / 4 & 0xFF, 0x12,
        0x8C, 0xFF, 0xF8,                                                               /* jump to the start */
    };
    /* inc g0, thrice; rfalse */
    static const unsigned char routine[] = { 0x00, 0x95, 0x10, 0x95, 0x10, 0x95, 0x10, 0xB1 };

    memcpy(game->story + CODE, timed, sizeof timed);
    memcpy(game->story + CODE + 0x20, routine, sizeof routine);
    assert_int_equal(init(game), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    assert_int_equal(zm_input_interval(&game->zm), 10);
}

/* A snapshot says how many routines that time has called wait on the stack; one that says another number is none. */
static void counts_interrupts(void **state)
{
    unsigned char then[4096];
    struct game *game = *state;
    zm_u32 size;
    int i;

    start_timed(game);
    zm_timeout(&game->zm);
    assert_int_equal(zm_run(&game->zm, 2), ZM_BUDGET);
    assert_int_equal(zm_global(&game->zm, TURNS), 2);
    size = take(game, then, sizeof then);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_NEED_KEY);
    assert_int_equal(zm_global(&game->zm, TURNS), 3);
    for (i = 0; i < 3; i++) {
        then[14] = (unsigned char)i;
        assert_int_equal(zm_restore(&game->zm, then, size), i == 1 ? ZM_ERROR_none : ZM_ERROR_bad_snapshot);
    }
    assert_int_equal(zm_global(&game->zm, TURNS), 2);
}

/* What belongs to the interpreter is of now, the rest of then (6.1.3, 11.1): whatever of it has changed meanwhile. */
static void restores_into_the_screen_of_now(void **state)
{
    static const struct zm_screen screens[] = {
        { .can = ZM_CAN_UNDO, .width = 80, .height = 24, .true_foreground = 1 },
        { .can = ZM_CAN_UNDO, .width = 80, .height = 24, .true_foreground = 2 },
        { .can = ZM_CAN_UNDO, .width = 81, .height = 24, .true_foreground = 2 },
    };
    unsigned char then[4096];
    struct game *game = *state;
    zm_u32 size;
    size_t i;

    run_to(game, ZM_NEED_KEY);
    zm_set_screen(&game->zm, &screens[0]);
    size = take(game, then, sizeof then);
    for (i = 0; i < sizeof screens / sizeof *screens; i++) {
        zm_set_screen(&game->zm, &screens[i]);
        zm_put_byte(&game->zm, 0x11, (zm_u8)(i & 1));
        assert_int_equal(zm_restore(&game->zm, then, size), ZM_ERROR_none);
        assert_int_equal(zm_byte(&game->zm, 0x21), screens[i].width);
        assert_int_equal(zm_word(&game->zm, EXTENSION + 10), screens[i].true_foreground);
        assert_int_equal(zm_byte(&game->zm, 0x11) & 1, i & 1);
    }
}

static void refuses_cut_snapshots(void **state)
{
    unsigned char good[4096], now[4096];
    struct game *game = *state;
    zm_u32 size, cut;

    run_to(game, ZM_NEED_KEY);
    size = take(game, good, sizeof good);
    for (cut = 0; cut < size; cut++)
        assert_int_equal(zm_restore(&game->zm, good, cut), ZM_ERROR_bad_snapshot);
    assert_int_equal(take(game, now, sizeof now), size);
    assert_memory_equal(now, good, size);
}

/* A changed byte is refused, or gives a state that runs without harm. */
static void survives_changed_snapshots(void **state)
{
    unsigned char good[4096], bad[4096];
    struct game *game = *state;
    zm_u32 size, place;
    unsigned bit;

    run_to(game, ZM_NEED_KEY);
    size = take(game, good, sizeof good);
    for (place = 0; place < size; place++)
        for (bit = 0; bit < 8; bit++) {
            memcpy(bad, good, size);
            bad[place] ^= (unsigned char)(1u << bit);
            if (zm_restore(&game->zm, bad, size) == ZM_ERROR_none) {
                zm_give_key(&game->zm, 'k');
                (void)zm_run(&game->zm, 100);
            }
            assert_int_equal(zm_restore(&game->zm, good, size), ZM_ERROR_none);
        }
}

/* ---- Saves ---- */

struct file { unsigned char bytes[4096]; size_t size, next, room; };

static int put(void *context, zm_u8 byte)
{
    struct file *file = context;

    if (file->size == file->room)
        return -1;
    file->bytes[file->size++] = byte;
    return 0;
}

static int get(void *context)
{
    struct file *file = context;

    return file->next < file->size ? file->bytes[file->next++] : -1;
}

static int go_back(void *context)
{
    ((struct file *)context)->next = 0;
    return 0;
}

static unsigned save(struct game *game, struct file *file)
{
    struct zm_sink sink = { file, put };

    return game->zm.state == ZM_SAVE ? zm_quetzal_write(&game->zm, &sink) : zm_quetzal_write_prompt(&game->zm, &sink);
}

static unsigned restore(struct game *game, struct file *file)
{
    struct zm_source source = { file, get, go_back };

    file->next = 0;
    return zm_quetzal_read(&game->zm, &source);
}

static void restores_what_it_saved(void **state)
{
    struct file file = { .room = sizeof file.bytes };
    struct game *game = *state;

    run_to(game, ZM_SAVE);
    assert_int_equal(save(game, &file), ZM_ERROR_none);
    zm_answer(&game->zm, 1);
    run_to(game, ZM_NEED_LINE);
    assert_int_equal(zm_global(&game->zm, TURNS), 2);
    assert_int_equal(restore(game, &file), ZM_ERROR_none);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_SAVE);
    zm_answer(&game->zm, 2);
    assert_int_equal(zm_run(&game->zm, 1000), ZM_RESTORE);
    assert_int_equal(zm_global(&game->zm, TURNS), 1);
    assert_int_equal(zm_global(&game->zm, SAVED), 2);
}

static void says_when_a_save_cannot_be_written(void **state)
{
    struct file file = { .room = 0 };
    struct game *game = *state;

    run_to(game, ZM_SAVE);
    for (file.room = 0; file.room < 60; file.room++) {
        file.size = 0;
        assert_int_equal(save(game, &file), ZM_ERROR_save_write);
    }
}

static void leaves_the_game_at_a_bad_save(void **state)
{
    unsigned char before[4096], after[4096];
    struct file file = { .room = sizeof file.bytes };
    struct game *game = *state;
    zm_u32 size;
    size_t whole;

    run_to(game, ZM_SAVE);
    assert_int_equal(save(game, &file), ZM_ERROR_none);
    run_to(game, ZM_NEED_KEY);
    size = take(game, before, sizeof before);
    whole = file.size;
    for (file.size = 0; file.size < whole; file.size++) {
        assert_int_not_equal(restore(game, &file), ZM_ERROR_none);
        assert_int_equal(take(game, after, sizeof after), size);
        assert_memory_equal(after, before, size);
    }
}

static void survives_changed_saves(void **state)
{
    struct file good = { .room = sizeof good.bytes }, bad;
    struct game *game = *state;
    size_t place;
    unsigned bit;

    run_to(game, ZM_SAVE);
    assert_int_equal(save(game, &good), ZM_ERROR_none);
    for (place = 0; place < good.size; place++)
        for (bit = 0; bit < 8; bit++) {
            bad = good;
            bad.bytes[place] ^= (unsigned char)(1u << bit);
            if (restore(game, &bad) == ZM_ERROR_none) {
                zm_answer(&game->zm, 2);
                (void)zm_run(&game->zm, 100);
            }
            assert_int_equal(restore(game, &good), ZM_ERROR_none);
        }
}

static void knows_another_storys_save(void **state)
{
    struct file file = { .room = sizeof file.bytes };
    struct game *game = *state;

    run_to(game, ZM_SAVE);
    assert_int_equal(save(game, &file), ZM_ERROR_none);
    put_word(game->story, 0x02, 8);
    assert_int_equal(init(game), ZM_ERROR_none);
    run_to(game, ZM_NEED_LINE);
    assert_int_equal(restore(game, &file), ZM_ERROR_wrong_story);
}

static void seeds_as_frotz_does(void **state)
{
    static const unsigned char draws[] = { 0xE7, 0x3F, 0x03, 0xE8, 0x10, 0x8C, 0xFF, 0xFA };
    static const zm_u16 wanted[] = { 545, 57, 926, 513, 871, 625, 207, 778 };
    struct game *game = *state;
    size_t i;

    memcpy(game->story + CODE, draws, sizeof draws); /* random 1000 -> g0, again and again */
    assert_int_equal(init(game), ZM_ERROR_none);
    zm_seed(&game->zm, 42);
    for (i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        assert_int_equal(zm_run(&game->zm, i ? 2 : 1), ZM_BUDGET);
        assert_int_equal(zm_global(&game->zm, 0), wanted[i]);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(refuses_bad_stories), TEST(tells_dynamic_size), TEST(repeats_its_request), TEST(takes_a_line),
        TEST(cuts_a_line_at_its_limit), TEST(preloads_what_was_left), TEST(stops_at_its_budget), TEST(stays_at_a_fault),
        TEST(starts_again), TEST(knows_the_hosts_transcript), TEST(pauses_after_the_instruction),
        TEST(completes_what_it_prints), TEST(pauses_once), TEST(a_fault_outlasts_a_pause),
        TEST(pauses_when_a_timeout_ends_the_input), TEST(a_fault_outlasts_an_interrupt),
        TEST(comes_back_to_every_stop), TEST(counts_interrupts),
        TEST(restores_into_the_screen_of_now),
        TEST(refuses_cut_snapshots), TEST(survives_changed_snapshots), TEST(restores_what_it_saved),
        TEST(says_when_a_save_cannot_be_written), TEST(leaves_the_game_at_a_bad_save),
        TEST(survives_changed_saves), TEST(knows_another_storys_save), TEST(seeds_as_frotz_does),
    };

    return cmocka_run_group_tests_name("machine", tests, NULL, NULL);
}
