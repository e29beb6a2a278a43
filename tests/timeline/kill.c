/* Golmac: MIT licence, see LICENSE.

   kill ROUNDS SEED COMMAND...: starts a player again and again, which is to go on with a story that counts its turns
   ("count N"), and kills it (SIGKILL) at a random instant. Whatever a player has shown must be there when the next one
   goes on, nothing is counted twice or left out, and nobody is ever told of damage. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 25, OUTPUT = 1 << 16, START_MOST = 6000, PLAY_MOST = 1500 };

struct player { pid_t process; int in, out; };

static unsigned draw(unsigned *seed, unsigned range)
{
    *seed = *seed * 0x015A4E35u + 1;
    return (*seed >> 16 & 0x7FFF) % range;
}

static void pause_for(unsigned microseconds)
{
    struct timespec time = { 0, (long)microseconds * 1000 };

    nanosleep(&time, NULL);
}

static int start(struct player *player, char **command)
{
    int in[2], out[2];

    if (pipe(in) != 0 || pipe(out) != 0 || (player->process = fork()) < 0)
        return -1;
    if (player->process == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[0]), close(in[1]), close(out[0]), close(out[1]);
        execv(command[0], command);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    player->in = in[1];
    player->out = out[0];
    return 0;
}

static int send_commands(const struct player *player)
{
    static const char line[] = "count\n";
    int i;

    for (i = 0; i < COMMANDS; i++)
        if (write(player->in, line, sizeof line - 1) != (ssize_t)sizeof line - 1)
            return -1;
    return 0;
}

/* All that was printed until the player was killed, as text. */
static int collect(struct player *player, char *output)
{
    size_t size = 0;
    ssize_t got;
    int status;

    kill(player->process, SIGKILL);
    while (size < OUTPUT - 1 && (got = read(player->out, output + size, OUTPUT - 1 - size)) > 0)
        size += (size_t)got;
    output[size] = 0;
    close(player->in);
    close(player->out);
    if (waitpid(player->process, &status, 0) < 0)
        return -1;
    return WIFEXITED(status) && WEXITSTATUS(status) != 0 ? -1 : 0;
}

/* A kill may tear a record where a page of the file ends: what is left of it is told of, and no turn may need it. */
static int tells_of_loss(const char *output)
{
    static const char harmless[] = "cannot be read, no turn";
    const char *at = output;

    while ((at = strstr(at, "cannot")) != NULL) {
        if (strncmp(at, harmless, sizeof harmless - 1) != 0)
            return 1;
        at++;
    }
    return strstr(output, "No turn in") != NULL;
}

/* Follow the counts in the output on from *seen, the last one that any player showed. given: commands that were sent
   since then. 0, or -1 saying what is wrong. */
static int follow(const char *output, long *seen, long *given)
{
    const char *at = strstr(output, "count ");
    const char *going = strstr(output, "[Going on at turn ");
    long expected = -1, count;

    if (tells_of_loss(output))
        return fprintf(stderr, "kill: told of a loss:\n%s\n", output), -1;
    if (!going && *seen > 0 && at)
        return fprintf(stderr, "kill: count %ld was shown, and the next play began anew:\n%s\n", *seen, output), -1;
    for (; at; at = strstr(at + 1, "count ")) {
        if (!strchr(at, '\n'))
            break; /* cut in the middle */
        count = atol(at + 6);
        if (expected < 0 && going && (count < *seen || count > *seen + *given || atol(going + 18) != count))
            return fprintf(stderr, "kill: %ld was shown, and the next play went on so:\n%s\n", *seen, output), -1;
        if (expected >= 0 && count != expected)
            return fprintf(stderr, "kill: %ld after %ld\n", count, expected - 1), -1;
        *seen = count;
        *given = 0;
        expected = count + 1;
    }
    return 0;
}

int main(int count, char **words)
{
    static char output[OUTPUT];
    long rounds = count > 3 ? atol(words[1]) : 0, seen = 0, given = 0, played = 0;
    unsigned seed = count > 3 ? (unsigned)atol(words[2]) : 0;
    struct player player;
    struct pollfd ready;

    signal(SIGPIPE, SIG_IGN);
    if (rounds < 1)
        return fputs("usage: kill ROUNDS SEED COMMAND...\n", stderr), 2;
    for (long round = 0; round < rounds; round++) {
        if (start(&player, words + 3) != 0 || send_commands(&player) != 0)
            return perror("kill"), 1;
        ready.fd = player.out;
        ready.events = POLLIN;
        if (draw(&seed, 4) == 0)
            pause_for(draw(&seed, START_MOST));
        else if (poll(&ready, 1, 60000) == 1)
            pause_for(draw(&seed, PLAY_MOST));
        if (collect(&player, output) != 0)
            return fprintf(stderr, "kill: the player failed by itself: %s\n%s\n", words[3], output), 1;
        played += strstr(output, "count ") != NULL;
        given += COMMANDS;
        if (follow(output, &seen, &given) != 0)
            return 1;
    }
    printf("%ld kills, %ld of them in the middle of play, %ld turns\n", rounds, played, seen);
    return played > rounds / 10 && seen > 0 ? 0
        : (fputs("kill: hardly any play was killed in its middle\n", stderr), 1);
}
