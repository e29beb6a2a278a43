/* Golmac: MIT licence, see LICENSE.

   The display of a terminal (display.h), and playing on it. ncurses keeps what the terminal shows, and sends what differs;
   rows that the model has not changed are not even compared. While nothing happens the program sleeps. */
#include "frontends/golmac/terminal.h"
#include "colours.h"
#include "keyboard.h"
#include "paint.h"
#include "tty.h"
#include "frontends/host/session.h"
#include "frontends/screen/player.h"
#include "frontends/screen/scene.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

struct terminal {
    const struct options *options;
    volatile sig_atomic_t *interrupted;
    int open;
    struct tty tty;
    struct colours colours;
    struct keyboard keyboard;
    int continued;              /* after a suspension: not yet told */
    int gone;                   /* the terminal has hung up */
    struct message why;         /* the terminal could not be opened */
};

/* ---- Beginning and end ---- */

static int begin(void *context, const struct story *story)
{
    struct terminal *terminal = context;

    (void)story;
    if (terminal->open)
        return 0;
    if (tty_open(&terminal->tty, 0, &terminal->why) != 0)
        return -1;
    terminal->open = 1;
    colours_open(&terminal->colours, 1);
    return keyboard_open(&terminal->keyboard) == 0 ? 0 : message_set(&terminal->why, "there is no memory left");
}

static void end(struct terminal *terminal)
{
    if (!terminal->open)
        return;
    keyboard_close(&terminal->keyboard);
    tty_close(&terminal->tty);
    terminal->open = 0;
}

/* ---- Painting ---- */

static void measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    struct terminal *terminal = context;

    metrics->width = (unsigned)COLS;
    metrics->height = (unsigned)LINES;
    metrics->cell_width = metrics->line_height = 1;
    metrics->advance = NULL;
    description->can = ZM_CAN_BOLD | ZM_CAN_ITALIC | ZM_CAN_FIXED;
    if (terminal->colours.count)
        description->can |= ZM_CAN_COLOURS;
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

static void paint(void *context, struct scene *scene)
{
    struct terminal *terminal = context;
    const struct screen_row *row;
    unsigned i;

    (void)scene_refresh(scene);
    for (i = 0; i < scene_rows(scene); i++) {
        row = scene_row(scene, i);
        if (row && row->changed)
            paint_row(&terminal->colours, row, terminal->options->ascii != 0);
    }
    place_cursor(scene);
    (void)refresh();
}

/* ---- Waiting ---- */

static const int awaited[] = { SIGHUP, SIGTERM, SIGINT, SIGWINCH };

/* Sleep until a byte comes, a signal comes, or the time has passed (-1: for ever). A signal that came just before counts:
   until the sleep begins they are held back. Returns 0 when the time has passed, -1 if the terminal is gone, else 1. */
static int sleep_until(struct terminal *terminal, int milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
    sigset_t held, before;
    fd_set input;
    size_t i;
    int count, bytes = 0;

    (void)sigemptyset(&held);
    for (i = 0; i < sizeof awaited / sizeof *awaited; i++)
        (void)sigaddset(&held, awaited[i]);
    (void)sigprocmask(SIG_BLOCK, &held, &before);
    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    count = *terminal->interrupted ? 1
          : pselect(STDIN_FILENO + 1, &input, NULL, NULL, milliseconds < 0 ? NULL : &time, &before);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    if (count > 0 && !*terminal->interrupted && (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0))
        return -1; /* there is something, and it is nothing: the end */
    return count != 0;
}

static long long now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* What has happened already. Returns 1 if there is something. */
static int take_event(struct terminal *terminal, struct event *event)
{
    if (*terminal->interrupted || terminal->gone) {
        memset(event, 0, sizeof *event);
        event->kind = EVENT_HANGUP;
        return 1;
    }
    if (terminal->continued) {
        terminal->continued = 0;
        memset(event, 0, sizeof *event);
        event->kind = tty_fit() ? EVENT_RESIZE : EVENT_FOCUS;
        return 1;
    }
    return keyboard_read(&terminal->keyboard, event);
}

static void wait_event(void *context, int milliseconds, struct event *event)
{
    struct terminal *terminal = context;
    long long end_time = now() + milliseconds;
    int left = milliseconds;

    while (!take_event(terminal, event)) {
        if (milliseconds >= 0)
            left = (int)(end_time - now());
        if (milliseconds >= 0 && left <= 0)
            return;
        if (sleep_until(terminal, left) < 0)
            terminal->gone = 1;
    }
}

/* ---- What else a terminal can ---- */

static void set_title(void *context, const char *title)
{
    struct terminal *terminal = context;

    tty_set_title(&terminal->tty, title);
}

static void bell(void *context, unsigned number)
{
    (void)context;
    (void)number;
    (void)beep();
}

static void suspend(void *context)
{
    struct terminal *terminal = context;

    tty_suspend(&terminal->tty);
    terminal->continued = 1;
}

/* ---- Playing ---- */

int terminal_is_usable(void)
{
    return tty_is_usable();
}

const char *terminal_summary(void)
{
    return "In a terminal it shows a full screen (by ncurses); --plain, a pipe or a file: plain text.";
}

int terminal_play(struct settings *settings, const char *program, volatile sig_atomic_t *interrupted)
{
    struct terminal *terminal = calloc(1, sizeof *terminal);
    struct display display = {
        .context = terminal, .begin = begin, .measure = measure, .paint = paint, .wait = wait_event,
        .set_title = set_title, .bell = bell, .suspend = suspend,
    };
    struct message why = { "" };
    int status;

    if (!terminal) {
        fputs("golmac: there is no memory left\n", stderr);
        return SESSION_FAULT;
    }
    terminal->options = &settings->options;
    terminal->interrupted = interrupted;
    status = player_play(settings, program, &display, interrupted, &why);
    end(terminal);
    if (*terminal->why.text)
        fprintf(stderr, "golmac: %s\n", terminal->why.text);
    if (status == SESSION_FAULT && *why.text)
        fprintf(stderr, "golmac: %s\n", why.text);
    free(terminal);
    return status;
}
