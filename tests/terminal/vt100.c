/* Golmac: MIT licence, see LICENSE.

   A display for a VT100, as small as one can be: measuring, painting, waiting for a key, and the loop that a program
   is. To be read beside frontends/player/playing.h, display.h and scene.h by whoever brings Golmac to another screen;
   vt100.t plays a story on it. What it lacks (arrow keys, colours, the size of the screen, text in UTF-8) is a matter
   of more rows in these functions; everything else, from [MORE] to /timeline, the player has done already. */
#include "frontends/player/playing.h"
#include "frontends/base/system.h"
#include "frontends/base/utf.h"
#include "frontends/session/program.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { COLUMNS = 80, ROWS = 24, BACKSPACE = 0x7F };

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    interrupted = signal;
}

/* ---- What a screen can show, and showing it ---- */

static void measure(void *context, struct screen_metrics *metrics, struct zm_screen *description)
{
    (void)context;
    metrics->width = COLUMNS;
    metrics->height = ROWS;
    metrics->cell_width = metrics->line_height = 1;
    description->can |= ZM_CAN_BOLD | ZM_CAN_FIXED;
    description->foreground = 9;
    description->background = 2;
}

static void paint_run(const struct screen_row *row, const struct screen_run *run)
{
    printf("\033[%u;%uH\033[0%s%sm", row->y + 1, run->x + 1, run->style.bits & SCREEN_BOLD ? ";1" : "",
           run->style.bits & SCREEN_REVERSE ? ";7" : "");
    utf8_write(stdout, run->text, run->length);
}

static void paint(struct scene *scene)
{
    unsigned i, j, x, y;

    (void)scene_refresh(scene);
    for (i = 0; i < scene_rows(scene); i++) {
        const struct screen_row *row = scene_row(scene, i);

        if (!row || !row->changed)
            continue;
        printf("\033[%u;1H\033[0m\033[2K", row->y + 1);
        for (j = 0; j < row->count; j++)
            paint_run(row, &row->run[j]);
    }
    if (scene_cursor(scene, &x, &y))
        printf("\033[%u;%uH", y + 1, x + 1);
    (void)fflush(stdout);
}

/* ---- What happens at it ---- */

static void take_byte(unsigned char byte, struct event *event)
{
    static zm_u16 typed;    /* stays until the event has been handed in, as struct event wants it */

    if (byte == '\r' || byte == '\n' || byte == BACKSPACE) {
        event->kind = EVENT_KEY;
        event->key = byte == BACKSPACE ? DISPLAY_KEY_backspace : DISPLAY_KEY_return;
    } else if (byte >= ' ' && byte < BACKSPACE) {
        typed = byte;
        event->kind = EVENT_TEXT;
        event->text = &typed;
        event->length = 1;
    }
}

/* A signal ends poll early: then nothing has happened, and the player looks at interrupted. */
static void wait_for_event(int milliseconds, struct event *event)
{
    struct pollfd keyboard = { STDIN_FILENO, POLLIN, 0 };
    unsigned char byte;

    memset(event, 0, sizeof *event);
    if (poll(&keyboard, 1, milliseconds) <= 0)
        return;
    if (read(STDIN_FILENO, &byte, 1) == 1)
        take_byte(byte, event);
    else
        event->kind = EVENT_HANGUP;
}

/* ---- The program ---- */

static enum session_status loop(struct settings *settings, const char *path, struct message *why)
{
    struct display display = { .measure = measure };
    struct playing *playing = playing_open(settings, path, &display, &interrupted);
    struct event event;

    while (!playing_is_over(playing)) {
        paint(playing_scene(playing));
        wait_for_event(playing_deadline(playing), &event);
        playing_event(playing, &event);
    }
    return playing_close(playing, why);
}

static int play(struct settings *settings, const char *path)
{
    struct termios before, raw;
    struct message why = { "" };
    enum session_status status;

    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return fputs("vt100: standard input is no terminal\n", stderr), SESSION_FAULT;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    (void)tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    system_catch_signals(interrupt);
    status = loop(settings, path, &why);
    (void)tcsetattr(STDIN_FILENO, TCSANOW, &before);
    printf("\033[0m\033[%d;1H\n", ROWS);
    if (*why.text)
        fprintf(stderr, "vt100: %s\n", why.text);
    return status;
}

int main(int argc, char **argv)
{
    static const struct program vt100 = { "vt100", NULL, play };

    return program_run(&vt100, argc, argv);
}
