/* Golmac: MIT licence, see LICENSE.

   A player in a terminal of 80 columns and 24 rows, as its user has it: prints microseconds from its start to the
   story's prompt, of processor time for each key typed, of processor time for each command, and of processor time for
   each second it waits. usage: terminal PROGRAM [ARGUMENT]...

   The program is waited for: a key counts when the screen has answered it. Processor time is the kernel's
   (/proc/PID/schedstat, nanoseconds). */
#define _GNU_SOURCE
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KEYS = 400, COMMANDS = 40, PATIENCE = 10000, QUIET = 20, KEY_QUIET = 3, IDLE_SECONDS = 2, MICRO = 1000,
       NOBODY = 65534 };

struct player {
    int terminal;
    pid_t process;
    int escape;         /* within a control sequence: 1 after ESC, 2 after ESC [, 3 in a string */
};

static void fail(struct player *player, const char *why)
{
    fprintf(stderr, "terminal: %s\n", why);
    if (player->process > 0)
        (void)kill(player->process, SIGKILL);
    exit(1);
}

static long long now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

static long long processor_time(struct player *player)
{
    char path[64];
    long long time = -1;
    FILE *file;

    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)player->process);
    file = fopen(path, "r");
    if (!file || fscanf(file, "%lld", &time) != 1)
        fail(player, "the kernel tells no processor time");
    fclose(file);
    return time;
}

static void start(struct player *player, char **arguments)
{
    struct winsize size = { 24, 80, 0, 0 };

    player->escape = 0;
    player->process = forkpty(&player->terminal, NULL, NULL, &size);
    if (player->process < 0)
        fail(player, "there is no terminal");
    if (player->process == 0) {
        setenv("TERM", "xterm-256color", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        if (getuid() == 0 && setuid(NOBODY) != 0)
            _exit(126); /* frotz refuses to run as root; so that both run alike, nobody does */
        execvp(arguments[0], arguments);
        _exit(127);
    }
}

/* Whether a byte is a character of the screen, rather than part of a control sequence. */
static int is_shown(struct player *player, unsigned char byte)
{
    int before = player->escape;

    if (before == 0)
        player->escape = byte == 27;
    else if (before == 1)
        player->escape = byte == '[' ? 2 : byte == ']' ? 3 : byte == '(' || byte == ')' ? 4 : 0;
    else if ((before == 2 && byte >= 0x40) || (before == 3 && byte == 7) || before == 4)
        player->escape = 0;
    return before == 0 && byte >= ' ';
}

/* Read what comes within the time. Returns bytes read; *prompt: one of the characters shown was '>'. */
static ssize_t take(struct player *player, int milliseconds, int *prompt)
{
    struct pollfd descriptor = { player->terminal, POLLIN, 0 };
    unsigned char bytes[65536];
    ssize_t count, i;

    if (poll(&descriptor, 1, milliseconds) <= 0)
        return 0;
    count = read(player->terminal, bytes, sizeof bytes);
    for (i = 0; i < count; i++)
        if (is_shown(player, bytes[i]) && bytes[i] == '>')
            *prompt = 1;
    return count;
}

/* Until the screen stays as it is. */
static void settle(struct player *player, int quiet)
{
    int prompt;

    while (take(player, quiet, &prompt) > 0)
        continue;
}

static void await_prompt(struct player *player)
{
    int prompt = 0;

    while (!prompt)
        if (take(player, PATIENCE, &prompt) <= 0)
            fail(player, "no prompt comes");
}

static void press(struct player *player, const char *bytes, size_t length)
{
    if (write(player->terminal, bytes, length) != (ssize_t)length)
        fail(player, "no key can be typed");
}

/* Type words and take them back: a key once the one before is answered whole, or two would be answered as one. */
static double measure_keys(struct player *player)
{
    static const char keys[] = "look\177\177\177\177";
    long long before = processor_time(player);
    int i, prompt;

    for (i = 0; i < KEYS; i++) {
        press(player, &keys[i % (int)(sizeof keys - 1)], 1);
        if (take(player, PATIENCE, &prompt) <= 0)
            fail(player, "a key is not answered");
        settle(player, KEY_QUIET);
    }
    return (double)(processor_time(player) - before) / MICRO / KEYS;
}

static double measure_commands(struct player *player)
{
    long long before = processor_time(player);
    int i, prompt;

    for (i = 0; i < COMMANDS; i++) {
        press(player, "inventory\r", 10);
        if (take(player, PATIENCE, &prompt) <= 0)
            fail(player, "a command is not answered");
        settle(player, QUIET);
    }
    return (double)(processor_time(player) - before) / MICRO / COMMANDS;
}

static double measure_idle(struct player *player)
{
    long long before = processor_time(player);

    sleep(IDLE_SECONDS);
    return (double)(processor_time(player) - before) / MICRO / IDLE_SECONDS;
}

int main(int argc, char **argv)
{
    struct player player = { -1, 0, 0 };
    long long began = now();
    double prompt, keys, commands;

    if (argc < 2)
        fail(&player, "usage: terminal PROGRAM [ARGUMENT]...");
    start(&player, argv + 1);
    await_prompt(&player);
    prompt = (double)(now() - began) / MICRO;
    settle(&player, QUIET);
    keys = measure_keys(&player);
    commands = measure_commands(&player);
    printf("%.0f %.1f %.1f %.1f\n", prompt, keys, commands, measure_idle(&player));
    (void)kill(player.process, SIGKILL);
    (void)waitpid(player.process, NULL, 0);
    return 0;
}
