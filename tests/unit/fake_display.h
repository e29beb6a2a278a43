/* Golmac: MIT licence, see LICENSE.

   A display for tests of the player: its events come from a script, what is painted is kept as text. The script is what
   is typed; in angle brackets stand keys by their names in display_keys.def, with C-, A-, S- before them (<C-a> <A-d>
   <left>), and:

     <time>          the time given to wait passes         <look>      the screen is kept as it is now
     <paste TEXT>    | is a new line                       <resize WxH>
     <mouse X,Y,N>   N clicks                              <drag X,Y>, <release>
     <wheel N>       <interrupt>  <hangup>  <drop PATH>  <sound N>  <focus>

   After the script the display hangs up, so that nothing waits for ever. Rows are kept only as the player says that
   they have changed: what a display would show if one has been forgotten. */
#ifndef FAKE_DISPLAY_H
#define FAKE_DISPLAY_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "frontends/base/utf.h"
#include "frontends/player/player.h"

enum { FAKE_ROWS = 100, FAKE_COLUMNS = 1200, FAKE_LOOKS = 8, FAKE_TEXT = 40000, FAKE_LOG = 2000 };

struct fake {
    struct display display;
    void (*wait)(struct fake *fake, int milliseconds, struct event *event);
    const char *script;
    unsigned width, height;         /* in cells */
    int in_pixels;                  /* text is measured: letters of different widths, cells of 8 by 16 */
    char row[FAKE_ROWS][FAKE_COLUMNS];
    unsigned rows, cursor_x, cursor_y;
    int cursor_shown;
    zm_u16 text[FAKE_TEXT];         /* of the event handed out last */
    char path[256];
    char *look[FAKE_LOOKS];         /* allocated */
    unsigned looks;
    char log[FAKE_LOG];             /* bells, sounds, titles, copies */
    zm_u16 clipboard[200];
    unsigned clipboard_length;
};

static void fake_log(struct fake *fake, const char *what, unsigned number)
{
    size_t used = strlen(fake->log);

    snprintf(fake->log + used, sizeof fake->log - used, "%s %u;", what, number);
}

/* ---- The display's functions ---- */

static unsigned fake_advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    unsigned i, width = 0;

    (void)context;
    for (i = 0; i < length; i++)
        width += style->bits & SCREEN_FIXED ? 8 : 4 + text[i] % 7;
    return width;
}

static void fake_measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    struct fake *fake = context;

    metrics->cell_width = fake->in_pixels ? 8 : 1;
    metrics->line_height = fake->in_pixels ? 16 : 1;
    metrics->width = fake->width * metrics->cell_width;
    metrics->height = fake->height * metrics->line_height;
    metrics->advance = fake->in_pixels ? fake_advance : NULL;
    description->can = ZM_CAN_BOLD | ZM_CAN_ITALIC | ZM_CAN_FIXED | ZM_CAN_COLOURS;
    description->foreground = 9;
    description->background = 2;
}

static void fake_keep_row(struct fake *fake, const struct screen_row *row, unsigned number)
{
    char *text = fake->row[number];
    zm_u16 cells[FAKE_COLUMNS / 3];
    unsigned i, k, length = 0;

    for (i = 0; i < FAKE_COLUMNS / 3; i++)
        cells[i] = ' ';
    for (i = 0; i < row->count; i++)
        for (k = 0; k < row->run[i].length && row->run[i].x + k < FAKE_COLUMNS / 3; k++) {
            cells[row->run[i].x + k] = row->run[i].text[k];
            if (row->run[i].x + k + 1 > length)
                length = row->run[i].x + k + 1;
        }
    while (length && cells[length - 1] == ' ')
        length--;
    text[utf8_encode(text, cells, length < FAKE_COLUMNS / 3 - 1 ? length : FAKE_COLUMNS / 3 - 1)] = 0;
}

static void fake_paint(struct fake *fake, struct scene *scene)
{
    unsigned i, count;

    (void)scene_refresh(scene);
    (void)scene_painting(scene, &count);
    fake->rows = scene_rows(scene) < FAKE_ROWS ? scene_rows(scene) : FAKE_ROWS;
    for (i = 0; i < fake->rows; i++) {
        const struct screen_row *row = scene_row(scene, i);

        if (row && row->changed)
            fake_keep_row(fake, row, i);
    }
    fake->cursor_shown = scene_cursor(scene, &fake->cursor_x, &fake->cursor_y);
}

/* The screen as text, without empty rows at its end. Allocated. */
static char *fake_screen(const struct fake *fake)
{
    char *text = malloc((size_t)FAKE_ROWS * FAKE_COLUMNS);
    size_t used = 0;
    unsigned i;

    if (!text)
        abort();
    for (i = 0; i < fake->rows; i++)
        used += (size_t)sprintf(text + used, "%s\n", fake->row[i]);
    while (used && text[used - 1] == '\n')
        used--;
    text[used] = 0;
    return text;
}

static void fake_sleep(int milliseconds)
{
    struct timespec time = { milliseconds / 1000, (long)(milliseconds % 1000) * 1000000 };

    nanosleep(&time, NULL);
}

static unsigned fake_key_named(const char *name)
{
    static const char *const names[] = {
#define DISPLAY_KEY(name, zscii) #name,
#include "frontends/player/display_keys.def"
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return DISPLAY_KEY_none + 1 + (unsigned)i;
    return (unsigned char)name[0];
}

static void fake_key(struct event *event, const char *name)
{
    event->kind = EVENT_KEY;
    for (; name[0] && name[1] == '-'; name += 2)
        event->modifiers |= *name == 'C' ? WITH_CTRL : *name == 'A' ? WITH_ALT : WITH_SHIFT;
    event->key = fake_key_named(name);
}

static void fake_paste(struct fake *fake, struct event *event, const char *text)
{
    unsigned i;

    event->kind = EVENT_PASTE;
    event->text = fake->text;
    event->length = (unsigned)utf8_decode(fake->text, FAKE_TEXT, text, strlen(text));
    for (i = 0; i < event->length; i++)
        if (fake->text[i] == '|')
            fake->text[i] = '\n';
}

static const struct { const char *name; enum event_kind kind; } fake_events[] = {
    { "interrupt", EVENT_INTERRUPT }, { "hangup", EVENT_HANGUP }, { "focus", EVENT_FOCUS }, { "release", EVENT_DRAG },
};

/* What stands in angle brackets. Returns 0 if it is no event. */
static int fake_do(struct fake *fake, struct event *event, const char *what, int milliseconds)
{
    size_t i;

    for (i = 0; i < sizeof fake_events / sizeof *fake_events; i++)
        if (strcmp(what, fake_events[i].name) == 0)
            event->kind = fake_events[i].kind;
    if (event->kind != EVENT_NONE)
        return 1;
    if (strcmp(what, "look") == 0) {
        if (fake->looks < FAKE_LOOKS)
            fake->look[fake->looks++] = fake_screen(fake);
        return 0;
    }
    if (strcmp(what, "time") == 0)
        fake_sleep(milliseconds);
    else if (strncmp(what, "paste ", 6) == 0)
        fake_paste(fake, event, what + 6);
    else if (sscanf(what, "resize %ux%u", &fake->width, &fake->height) == 2)
        event->kind = EVENT_RESIZE;
    else if (sscanf(what, "mouse %d,%d,%d", &event->x, &event->y, &event->clicks) == 3)
        event->kind = EVENT_MOUSE, event->button = 1;
    else if (sscanf(what, "drag %d,%d", &event->x, &event->y) == 2)
        event->kind = EVENT_DRAG, event->clicks = 1;
    else if (sscanf(what, "wheel %d", &event->lines) == 1)
        event->kind = EVENT_WHEEL;
    else if (sscanf(what, "sound %u", &event->number) == 1)
        event->kind = EVENT_SOUND;
    else if (sscanf(what, "drop %255s", fake->path) == 1)
        event->kind = EVENT_DROP, event->path = fake->path;
    else
        fake_key(event, what);
    return 1;
}

static void fake_wait(struct fake *fake, int milliseconds, struct event *event)
{
    char what[256];
    size_t length;

    while (*fake->script == '<') {
        length = strcspn(fake->script + 1, ">");
        snprintf(what, sizeof what, "%.*s", (int)length, fake->script + 1);
        fake->script += length + 2;
        if (fake_do(fake, event, what, milliseconds))
            return;
    }
    if (*fake->script == 0) {
        event->kind = EVENT_HANGUP;
        return;
    }
    length = strcspn(fake->script, "<");
    event->kind = EVENT_TEXT;
    event->text = fake->text;
    event->length = (unsigned)utf8_decode(fake->text, FAKE_TEXT, fake->script, length);
    fake->script += length;
}

static void fake_bell(void *context, unsigned number) { fake_log(context, "bell", number); }
static void fake_stop_sound(void *context, unsigned number) { fake_log(context, "stop", number); }
static void fake_suspend(void *context) { fake_log(context, "suspend", 0); }

static int fake_play_sound(void *context, unsigned number, unsigned volume, unsigned repeats)
{
    fake_log(context, "play", number);
    fake_log(context, "volume", volume);
    fake_log(context, "repeats", repeats);
    return number < 100 ? 0 : -1;
}

static void fake_copy(void *context, const zm_u16 *text, unsigned length)
{
    struct fake *fake = context;

    fake->clipboard_length = length < 200 ? length : 200;
    memcpy(fake->clipboard, text, fake->clipboard_length * sizeof *text);
}

static void fake_mark(void *context, const zm_u16 *text, unsigned length)
{
    fake_copy(context, text, length);
    fake_log(context, "marked", length);
}

static unsigned fake_fetch(void *context, zm_u16 *text, unsigned room)
{
    struct fake *fake = context;
    unsigned length = fake->clipboard_length < room ? fake->clipboard_length : room;

    memcpy(text, fake->clipboard, length * sizeof *text);
    return length;
}

static void fake_open(struct fake *fake, unsigned width, unsigned height)
{
    memset(fake, 0, sizeof *fake);
    fake->width = width;
    fake->height = height;
    fake->script = "";
    fake->wait = fake_wait;
    fake->display = (struct display){
        .context = fake, .measure = fake_measure, .bell = fake_bell,
        .play_sound = fake_play_sound, .stop_sound = fake_stop_sound, .copy = fake_copy, .mark = fake_mark,
        .fetch = fake_fetch, .suspend = fake_suspend,
    };
}

static void fake_close(struct fake *fake)
{
    while (fake->looks)
        free(fake->look[--fake->looks]);
}

/* ---- A story that a player can be made for, and is never run ---- */

enum { FAKE_STATIC = 0x200, FAKE_STORY = 0x800, FAKE_TERMINATORS = 0x300, FAKE_DICTIONARY = 0x320 };

/* What the story reads, and what has come of it. */
struct fake_input {
    unsigned interval, limit, length;
    zm_u16 text[LINE_MAX_UNITS];
    unsigned terminator, key;
};

struct fake_game {
    struct fake fake;
    struct options options;
    struct player player;
    struct fake_input input;
    struct zm zm;
    unsigned char story[FAKE_STORY], dynamic[FAKE_STATIC];
    zm_u16 stack[256];
};

static void fake_put_word(unsigned char *story, unsigned address, unsigned value)
{
    story[address] = (unsigned char)(value >> 8);
    story[address + 1] = (unsigned char)value;
}

/* Words of small letters as a dictionary of version 5 has them: nine letters in three words (13.3, 3.7). */
static void fake_write_dictionary(unsigned char *story, const char *const *word, unsigned count)
{
    unsigned i, k, z, address = FAKE_DICTIONARY;

    story[address++] = 0;
    story[address++] = 6;
    fake_put_word(story, address, count);
    for (address += 2, i = 0; i < count; i++)
        for (k = 0; k < 3; k++, address += 2) {
            unsigned packed = k == 2 ? 0x8000 : 0, length = (unsigned)strlen(word[i]);

            for (z = 0; z < 3; z++)
                packed |= (k * 3 + z < length ? (unsigned)(word[i][k * 3 + z] - 'a' + 6) : 5u) << (10 - 5 * z);
            fake_put_word(story, address, packed);
        }
}

static void fake_write_story(unsigned char *story, unsigned version)
{
    static const char *const words[] = { "examine", "lamp", "lantern", "leaflet", "leaves", "take", "unreachab" };

    memset(story, 0, FAKE_STORY);
    story[0] = (unsigned char)version;
    fake_put_word(story, 0x04, 0x700);
    fake_put_word(story, 0x06, version == 6 ? 0x1C0 : 0x700);
    fake_put_word(story, 0x08, FAKE_DICTIONARY);
    fake_put_word(story, 0x0A, 0x100);
    fake_put_word(story, 0x0C, 0x40);
    fake_put_word(story, 0x0E, FAKE_STATIC);
    fake_put_word(story, 0x18, FAKE_STATIC);
    fake_put_word(story, 0x1A, FAKE_STORY / (version < 4 ? 2 : version < 6 ? 4 : 8));
    if (version >= 5)
        fake_put_word(story, 0x2E, FAKE_TERMINATORS);
    fake_write_dictionary(story, words, sizeof words / sizeof *words);
}

static zm_u16 fake_perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static void fake_print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

/* A game of a version on a display, allocated; terminators: ZSCII keys that end a line. NULL if the machine will not
   have it. display NULL: a fake one. */
static struct fake_game *fake_game_on(struct display *display, unsigned version, unsigned width, unsigned height,
                                      const char *terminators)
{
    struct fake_game *game = calloc(1, sizeof *game);
    struct zm_setup setup;

    if (!game)
        abort();
    fake_write_story(game->story, version);
    strcpy((char *)game->story + FAKE_TERMINATORS, terminators);
    memset(&setup, 0, sizeof setup);
    setup.host.print = fake_print;
    setup.host.perform = fake_perform;
    setup.story = game->story;
    setup.story_size = FAKE_STORY;
    setup.dynamic = game->dynamic;
    setup.stack = game->stack;
    setup.stack_words = 256;
    fake_open(&game->fake, width, height);
    game->options.measure = game->options.width = game->options.height = -1;
    game->options.undo = game->options.interpreter = -1;
    if (zm_init(&game->zm, &setup) != ZM_ERROR_none
        || player_init(&game->player, display ? display : &game->fake.display, &game->zm, &game->options) != 0) {
        free(game);
        return NULL;
    }
    zm_set_screen(&game->zm, &game->player.description);
    return game;
}

__attribute__((unused)) static struct fake_game *fake_game(unsigned version, unsigned width, unsigned height,
                                                           const char *terminators)
{
    return fake_game_on(NULL, version, width, height, terminators);
}

__attribute__((unused)) static void fake_game_over(struct fake_game *game)
{
    player_free(&game->player);
    fake_close(&game->fake);
    free(game);
}

/* Do as a program's main does, until the player has ended what it is in the middle of. */
static void fake_loop(struct fake_game *game)
{
    struct event event = { EVENT_NONE };

    for (player_event(&game->player, &event); game->player.modes.count; player_event(&game->player, &event)) {
        fake_paint(&game->fake, &game->player.scene);
        memset(&event, 0, sizeof event);
        game->fake.wait(&game->fake, player_deadline(&game->player), &event);
    }
}

/* The answer of the mode that has ended. */
static int fake_answer;

static void fake_take(struct player *player, int answer)
{
    (void)player;
    fake_answer = answer;
}

static void fake_turn_page(struct fake_game *game)
{
    more_begin(&game->player);
    fake_loop(game);
}

/* The story prints, and the machine stops at each full page. */
__attribute__((unused)) static void fake_tell(struct fake_game *game, const char *text)
{
    zm_u16 units[4000];

    game->player.host.print(&game->player, units, (unsigned)utf8_decode(units, 4000, text, strlen(text)));
    while (screen_page_is_full(&game->player.screen))
        fake_turn_page(game);
}

/* The story reads a line or a key: begin is line_begin or key_begin. */
static enum reading fake_read(struct fake_game *game, bool (*begin)(struct player *, const struct session_request *,
                                                                    void (*)(struct player *, int)))
{
    struct fake_input *input = &game->input;
    struct session_request request = { input->interval, input->limit, input->length, input->text };
    struct player *player = &game->player;

    while (!begin(player, &request, fake_take))
        fake_turn_page(game);
    fake_loop(game);
    input->length = 0;
    if (fake_answer == READ_COMMAND) {
        input->length = (unsigned)utf8_decode(input->text, LINE_MAX_UNITS, player->command, strlen(player->command));
        player->command[0] = 0;
    }
    return (enum reading)fake_answer;
}

/* The story reads a line while this is typed. The line, UTF-8, in text. */
__attribute__((unused)) static enum reading fake_line(struct fake_game *game, const char *script, char *text)
{
    struct fake_input *input = &game->input;
    enum reading reading;

    game->fake.script = script;
    if (input->limit == 0)
        input->limit = 60;
    reading = fake_read(game, line_begin);
    if (reading == READ_DONE) {
        input->length = game->player.editor.length;
        input->terminator = game->player.key;
        memcpy(input->text, game->player.editor.text, input->length * sizeof *input->text);
    }
    text[utf8_encode(text, input->text, input->length)] = 0;
    input->length = 0;
    return reading;
}

/* The session asks. */
__attribute__((unused)) static int fake_ask(struct fake_game *game, const char *text, char *answer, unsigned size)
{
    player_ask_for(&game->player, text, size / UTF8_PER_UNIT, fake_take);
    fake_loop(game);
    if (fake_answer == 0)
        player_take_answer(&game->player, answer, size);
    return fake_answer;
}

/* The session shows a list. */
__attribute__((unused)) static int fake_choose(struct fake_game *game, const struct list_source *source)
{
    assert_int_equal(player_list(&game->player, source, fake_take), 0);
    fake_loop(game);
    return fake_answer;
}

/* The story reads a key. */
__attribute__((unused)) static enum reading fake_press(struct fake_game *game, const char *script)
{
    enum reading reading;

    game->fake.script = script;
    reading = fake_read(game, key_begin);
    game->input.key = game->player.key;
    return reading;
}

#endif
