/* Golmac: MIT licence, see LICENSE.

   The display of a terminal (display.h), and playing on it. ncurses keeps what the terminal shows, and sends what
   differs; rows that the model has not changed are not even compared. While nothing happens the program sleeps. */
#include "frontends/ncurses/terminal.h"
#include "frontends/base/system.h"
#include "frontends/ncurses/colours.h"
#include "frontends/ncurses/gallery.h"
#include "frontends/ncurses/keyboard.h"
#include "frontends/ncurses/paint.h"
#include "frontends/ncurses/tty.h"
#include "frontends/session/session.h"
#include "frontends/player/playing.h"
#include "frontends/player/scene.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

struct terminal {
    struct display display;
    const struct options *options;
    volatile sig_atomic_t *interrupted;
    bool open;
    struct tty tty;
    struct colours colours;
    struct keyboard keyboard;
    struct gallery gallery;
    bool continued;             /* after a suspension: not yet told */
    bool gone;                  /* the terminal has hung up */
    struct message why;         /* what the user is told in the end: the terminal or a file could not be used */
};

/* ---- Beginning and end ---- */

static int play_sound(void *context, unsigned number, unsigned volume, unsigned repeats)
{
    struct terminal *terminal = context;
    struct plugin *plugin = &terminal->gallery.plugin;
    struct message why;

    return plugin->media->play(plugin->opened, number, volume, repeats, &why);
}

static void stop_sound(void *context, unsigned number)
{
    struct terminal *terminal = context;

    terminal->gallery.plugin.media->stop(terminal->gallery.plugin.opened, number);
}

static int open_terminal(struct terminal *terminal)
{
    if (terminal->open)
        return 0;
    if (tty_open(&terminal->tty, terminal->options->mouse, &terminal->why) != 0)
        return -1;
    terminal->open = true;
    colours_open(&terminal->colours, !terminal->options->no_colour);
    return keyboard_open(&terminal->keyboard) == 0 ? 0 : message_set(&terminal->why, "there is no memory left");
}

static int colours_of(const struct terminal *terminal)
{
    return terminal->colours.direct ? 1 << 24 : terminal->colours.count;
}

/* A story's pictures and sounds, and what the display can do by them. */
static int open_gallery(struct terminal *terminal, const struct story *story)
{
    struct gallery *gallery = &terminal->gallery;

    gallery_close(gallery);
    if (story && gallery_open(gallery, story, terminal->options, colours_of(terminal), &terminal->why) != 0)
        return -1;
    terminal->display.pictures = gallery->pictures.size ? &gallery->pictures : NULL;
    terminal->display.play_sound = gallery->has_sounds ? play_sound : NULL;
    terminal->display.stop_sound = gallery->has_sounds ? stop_sound : NULL;
    return 0;
}

static int begin(void *context, const struct story *story)
{
    struct terminal *terminal = context;

    return open_terminal(terminal) == 0 && open_gallery(terminal, story) == 0 ? 0 : -1;
}

static void end(struct terminal *terminal)
{
    if (!terminal->open)
        return;
    gallery_close(&terminal->gallery);
    keyboard_close(&terminal->keyboard);
    tty_close(&terminal->tty);
    terminal->open = false;
}

/* ---- Painting ---- */

static void measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    struct terminal *terminal = context;

    gallery_measure(&terminal->gallery, colours_of(terminal));
    metrics->width = (unsigned)COLS;
    metrics->height = (unsigned)LINES;
    metrics->cell_width = metrics->line_height = 1;
    metrics->advance = NULL;
    description->can = ZM_CAN_BOLD | ZM_CAN_ITALIC | ZM_CAN_FIXED;
    if (terminal->colours.count)
        description->can |= ZM_CAN_COLOURS;
    if (terminal->options->mouse)
        description->can |= ZM_CAN_MOUSE;
    if (terminal->gallery.pictures.size)
        description->can |= ZM_CAN_PICTURES;
    if (terminal->gallery.has_sounds)
        description->can |= ZM_CAN_SOUND;
    description->foreground = 9;
    description->background = 2;
    description->true_foreground = 0x7FFF;
    description->true_background = 0;
}

static void place_cursor(struct scene *scene)
{
    unsigned x, y;

    if (!scene_cursor(scene, &x, &y) || x >= (unsigned)COLS || y >= (unsigned)LINES) {
        (void)curs_set(0);
        return;
    }
    (void)curs_set(1);
    (void)move((int)y, (int)x);
}

/* Not while a key has come already: what it leads to is painted with all that came before it. */
static void paint(struct terminal *terminal, struct scene *scene)
{
    const struct media_cell *pictures;
    const struct screen_row *row;
    unsigned i;
    bool changed;

    if (keyboard_waits(&terminal->keyboard))
        return;
    (void)scene_refresh(scene);
    gallery_take(&terminal->gallery, scene);
    for (i = 0; i < scene_rows(scene); i++) {
        row = scene_row(scene, i);
        changed = row && row->changed;
        pictures = gallery_row(&terminal->gallery, scene, i, &changed);
        if (row && changed)
            paint_row(&terminal->colours, row, pictures, terminal->options->ascii);
    }
    place_cursor(scene);
    (void)refresh();
    gallery_finish(&terminal->gallery);
}

/* ---- Waiting ---- */

static const int awaited[] = { SIGHUP, SIGTERM, SIGINT, SIGWINCH };

/* Sleep until a byte comes, a signal comes, or the time has passed (-1: for ever). Signals come only meanwhile:
   outside is the mask that lets them. Returns 0 when the time has passed, -1 if the terminal is gone, else 1. */
static int sleep_until(struct terminal *terminal, int milliseconds, const sigset_t *outside)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
    int sounds = terminal->gallery.plugin.media ? terminal->gallery.plugin.ends[0] : STDIN_FILENO;
    fd_set input;
    int count, bytes = 0;

    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    FD_SET(sounds, &input);
    count = pselect((sounds > STDIN_FILENO ? sounds : STDIN_FILENO) + 1, &input, NULL, NULL,
                    milliseconds < 0 ? NULL : &time, outside);
    if (count > 0 && !*terminal->interrupted && FD_ISSET(STDIN_FILENO, &input)
        && (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0))
        return -1; /* there is something, and it is nothing: the end */
    return count != 0;
}

/* What has happened already. Returns true if there is something. */
static bool take_event(struct terminal *terminal, struct event *event)
{
    memset(event, 0, sizeof *event);
    if (*terminal->interrupted || terminal->gone) {
        event->kind = EVENT_HANGUP;
    } else if (terminal->continued) {
        terminal->continued = false;
        event->kind = tty_fit() ? EVENT_RESIZE : EVENT_FOCUS;
        overlay_touch(&terminal->gallery.overlay);
    } else if ((event->number = plugin_ended(&terminal->gallery.plugin)) != 0) {
        event->kind = EVENT_SOUND;
    } else {
        return keyboard_read(&terminal->keyboard, event);
    }
    return true;
}

static void wait_unsignalled(struct terminal *terminal, int milliseconds, const sigset_t *outside, struct event *event)
{
    long long end_time = system_clock() + milliseconds;
    int left = milliseconds;

    while (!take_event(terminal, event)) {
        if (milliseconds >= 0)
            left = (int)(end_time - system_clock());
        if (milliseconds >= 0 && left <= 0)
            return;
        if (sleep_until(terminal, left, outside) < 0)
            terminal->gone = true;
    }
}

/* Signals are held back but for the sleep: none is missed that comes just before it, and none comes while ncurses looks
   whether an ESC is the beginning of something, which would then keep the ESC until the next key. */
static void wait_event(struct terminal *terminal, int milliseconds, struct event *event)
{
    sigset_t held, before;
    size_t i;

    (void)sigemptyset(&held);
    for (i = 0; i < sizeof awaited / sizeof *awaited; i++)
        (void)sigaddset(&held, awaited[i]);
    (void)sigprocmask(SIG_BLOCK, &held, &before);
    wait_unsignalled(terminal, milliseconds, &before, event);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}

/* ---- What else a terminal can ---- */

static void set_title(void *context, const char *title)
{
    struct terminal *terminal = context;

    tty_set_title(&terminal->tty, title);
}

static void bell(void *context, unsigned number)
{
    struct terminal *terminal = context;
    struct plugin *plugin = &terminal->gallery.plugin;
    struct message why;

    if (!terminal->gallery.has_sounds || plugin->media->bleep(plugin->opened, number, &why) != 0)
        (void)beep();
}

static void suspend(void *context)
{
    struct terminal *terminal = context;

    tty_suspend(&terminal->tty);
    terminal->continued = true;
}

/* ---- Playing ---- */

bool terminal_is_usable(void)
{
    return tty_is_usable();
}

const char *terminal_summary(void)
{
    return "In a terminal it shows a full screen (by ncurses); --plain, a pipe or a file: plain text.";
}

static int play(struct terminal *terminal, struct settings *settings, const char *program, struct message *why)
{
    struct playing *playing = playing_open(settings, program, &terminal->display, terminal->interrupted);
    struct event event;

    while (!playing_is_over(playing)) {
        paint(terminal, playing_scene(playing));
        wait_event(terminal, playing_deadline(playing), &event);
        playing_event(playing, &event);
    }
    return playing_close(playing, why);
}

int terminal_play(struct settings *settings, const char *program, volatile sig_atomic_t *interrupted)
{
    struct terminal *terminal = calloc(1, sizeof *terminal);
    struct message why = { "" };
    int status;

    if (!terminal) {
        fputs("golmac: there is no memory left\n", stderr);
        return SESSION_FAULT;
    }
    terminal->display = (struct display) {
        .context = terminal, .begin = begin, .measure = measure,
        .set_title = set_title, .bell = bell, .suspend = suspend,
    };
    terminal->options = &settings->options;
    terminal->interrupted = interrupted;
    status = play(terminal, settings, program, &why);
    end(terminal);
    if (*terminal->why.text)
        fprintf(stderr, "golmac: %s\n", terminal->why.text);
    if (status == SESSION_FAULT && *why.text)
        fprintf(stderr, "golmac: %s\n", why.text);
    free(terminal);
    return status;
}
