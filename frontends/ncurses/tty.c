/* Golmac: MIT licence, see LICENSE.

   The terminal's modes. A crash is told by a signal, and its handler may use nothing but what is ready made: the modes
   found at the start and the bytes that undo ours. They lie at the bottom of the stack that the handler itself runs on,
   so it finds them without a global variable; and a story that makes the program's own stack overflow is survived this
   far, too. */
#include "frontends/ncurses/tty.h"
#include "frontends/ncurses/direct.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_OFF "\033[?1000l\033[?1006l"
#define TITLE_PUSH "\033[22;0t"
#define TITLE_POP "\033[23;0t"

enum { SIGNAL_STACK = 1 << 17, RESCUE_BYTES = 400, ESCAPE_MILLISECONDS = 50, TITLE_ROOM = 200 };

static const int fatal[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGQUIT, SIGXCPU };
enum { FATAL = sizeof fatal / sizeof *fatal };

struct rescue {
    struct termios modes;
    struct sigaction before[FATAL];
    stack_t stack_before;
    size_t length;
    char bytes[RESCUE_BYTES];
};

/* ---- Crashes ---- */

/* Give the terminal back, then let the signal do what it would have done without us. */
static void crash(int number, siginfo_t *info, void *unused)
{
    stack_t stack;
    struct rescue *rescue;
    size_t i;

    (void)unused;
    if (sigaltstack(NULL, &stack) != 0)
        _exit(128 + number);
    rescue = stack.ss_sp;
    if (write(STDOUT_FILENO, rescue->bytes, rescue->length) < 0
        || tcsetattr(STDIN_FILENO, TCSANOW, &rescue->modes) != 0)
        errno = 0; /* nobody is left to be told */
    for (i = 0; i < FATAL; i++)
        (void)sigaction(fatal[i], &rescue->before[i], NULL);
    if (info->si_code <= 0 || number == SIGQUIT || number == SIGXCPU)
        (void)raise(number); /* one that was sent; a fault of an instruction happens again on return */
}

static void add_bytes(struct rescue *rescue, const char *bytes)
{
    size_t length = bytes && bytes != (char *)-1 ? strlen(bytes) : 0;

    if (length == 0 || length > RESCUE_BYTES - rescue->length)
        return;
    memcpy(rescue->bytes + rescue->length, bytes, length);
    rescue->length += length;
}

static void fill_rescue(struct tty *tty)
{
    static const char *const capabilities[] = { "sgr0", "op", "rmkx", "rmacs", "cnorm", "rmcup" };
    size_t i;

    if (tty->ansi)
        add_bytes(tty->rescue, PASTE_OFF);
    if (tty->mouse)
        add_bytes(tty->rescue, MOUSE_OFF);
    for (i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        add_bytes(tty->rescue, tigetstr((char *)(size_t)capabilities[i]));
}

static void catch_crashes(struct tty *tty)
{
    struct sigaction action = { .sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    stack_t stack = { .ss_sp = tty->rescue, .ss_size = SIGNAL_STACK };
    size_t i;

    fill_rescue(tty);
    (void)sigfillset(&action.sa_mask);
    if (sigaltstack(&stack, &tty->rescue->stack_before) != 0)
        return;
    for (i = 0; i < FATAL; i++)
        (void)sigaction(fatal[i], &action, &tty->rescue->before[i]);
}

static void forget_crashes(struct tty *tty)
{
    stack_t none = { .ss_flags = SS_DISABLE };
    stack_t *before = &tty->rescue->stack_before;
    size_t i;

    for (i = 0; i < FATAL; i++)
        (void)sigaction(fatal[i], &tty->rescue->before[i], NULL);
    (void)sigaltstack(before->ss_flags & SS_DISABLE ? &none : before, NULL);
}

/* ---- Modes beyond those of ncurses ---- */

static void put(const char *bytes)
{
    fputs(bytes, stdout);
    (void)fflush(stdout);
}

static void set_modes(struct tty *tty)
{
    if (tty->ansi)
        put(PASTE_ON);
}

static void reset_modes(struct tty *tty)
{
    if (tty->ansi)
        put(PASTE_OFF);
    if (tty->titled)
        put(TITLE_POP);
    tty->titled = false;
}

void tty_set_title(struct tty *tty, const char *title)
{
    char text[TITLE_ROOM];
    size_t length = 0;

    if (!tty->ansi || (tigetflag((char *)(size_t)"hs") <= 0 && tigetflag((char *)(size_t)"XT") <= 0))
        return;
    for (; *title && length < sizeof text - 1; title++)
        if ((unsigned char)*title >= ' ' && *title != 127)
            text[length++] = *title;
    while (length && ((unsigned char)text[length - 1] & 0xC0) == 0x80 && *title)
        length--; /* a character that was cut */
    text[length] = 0;
    if (!tty->titled) {
        put(TITLE_PUSH);
        add_bytes(tty->rescue, TITLE_POP);
    }
    tty->titled = true;
    printf("\033]2;%s\007", text);
    (void)fflush(stdout);
}

/* ---- Taking over and giving back ---- */

bool tty_is_usable(void)
{
    int error;
    bool usable;
    const char *type = getenv("TERM"), *move;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !type || !*type
        || setupterm(NULL, STDOUT_FILENO, &error) != OK)
        return false;
    move = tigetstr((char *)(size_t)"cup");
    usable = move && move != (char *)-1;
    (void)del_curterm(cur_term);
    return usable;
}

/* Where the environment says nothing about characters, UTF-8 is what today's terminals use. */
static void choose_characters(void)
{
    if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0)
        (void)setlocale(LC_CTYPE, "C.UTF-8");
}

/* Start ncurses, by a description with all the colours if the terminal has them. */
static SCREEN *start_curses(const char *type)
{
    const char *before = getenv("TERMINFO");
    char *kept = before ? strdup(before) : NULL, *description = before && !kept ? NULL : direct_description(type);
    SCREEN *screen = NULL;

    if (description && setenv("TERMINFO", description, 1) == 0) {
        screen = newterm((char *)(size_t)type, stdout, stdin);
        (void)(kept ? setenv("TERMINFO", kept, 1) : unsetenv("TERMINFO"));
    }
    free(description);
    free(kept);
    return screen ? screen : newterm((char *)(size_t)type, stdout, stdin);
}

static void set_up_curses(struct tty *tty)
{
    const char *move = tigetstr((char *)(size_t)"cup");

    tty->ansi = move && strncmp(move, "\033[", 2) == 0;
    (void)raw();
    (void)noecho();
    (void)typeahead(-1); /* what has been typed is looked for before painting, not within */
    (void)nonl();
    if (!getenv("ESCDELAY"))
        (void)set_escdelay(ESCAPE_MILLISECONDS);
    if (tty->mouse)
        (void)mousemask(ALL_MOUSE_EVENTS | REPORT_MOUSE_POSITION, NULL);
    (void)mouseinterval(0);
}

int tty_open(struct tty *tty, bool mouse, struct message *why)
{
    memset(tty, 0, sizeof *tty);
    tty->mouse = mouse;
    tty->rescue = calloc(1, SIGNAL_STACK);
    if (!tty->rescue || tcgetattr(STDIN_FILENO, &tty->rescue->modes) != 0) {
        free(tty->rescue);
        return message_set(why, "the terminal cannot be used: %s", strerror(errno));
    }
    choose_characters();
    tty->screen = start_curses(getenv("TERM"));
    if (!tty->screen) {
        free(tty->rescue);
        return message_set(why, "the terminal cannot be used: no description of \"%s\"", getenv("TERM"));
    }
    set_up_curses(tty);
    catch_crashes(tty);
    set_modes(tty);
    return 0;
}

void tty_close(struct tty *tty)
{
    reset_modes(tty);
    (void)endwin();
    delscreen(tty->screen);
    forget_crashes(tty);
    free(tty->rescue);
    tty->rescue = NULL;
}

bool tty_fit(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0
        || (size.ws_row == LINES && size.ws_col == COLS))
        return false;
    (void)resizeterm(size.ws_row, size.ws_col);
    return true;
}

void tty_suspend(struct tty *tty)
{
    struct sigaction stop = { .sa_handler = SIG_DFL }, before;

    reset_modes(tty);
    (void)endwin();
    (void)sigaction(SIGTSTP, &stop, &before);
    (void)kill(0, SIGTSTP);
    (void)sigaction(SIGTSTP, &before, NULL);
    (void)clearok(curscr, TRUE);
    (void)doupdate();
    set_modes(tty);
}
