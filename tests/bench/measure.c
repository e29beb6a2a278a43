/* Golmac: MIT licence, see LICENSE.

   measure ROUNDS COMMAND -- COMMAND: runs two shell commands alternately, so that both meet the same machine,
   and prints the least processor time of each in milliseconds, then the most memory of each in kilobytes. What they
   print is thrown away; one that fails ends it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double milliseconds(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void become(const char *command)
{
    int null = open("/dev/null", O_RDWR);

    if (null < 0 || dup2(null, STDOUT_FILENO) < 0)
        _exit(127);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* Processor time of one run, below 0 when it failed; raises *memory to what it took. */
static double run(const char *command, long *memory)
{
    struct rusage used;
    int status;
    pid_t child = fork();

    if (child == 0)
        become(command);
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: this failed: %s\n", command);
        return -1;
    }
    if (used.ru_maxrss > *memory)
        *memory = used.ru_maxrss;
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

int main(int count, char **words)
{
    double least[2] = {1e9, 1e9};
    long memory[2] = {0, 0};
    int rounds = count == 5 ? atoi(words[1]) : 0;

    if (rounds < 1 || strcmp(words[3], "--") != 0) {
        fprintf(stderr, "usage: measure ROUNDS COMMAND -- COMMAND\n");
        return 2;
    }
    while (rounds--)
        for (int i = 0; i < 2; i++) {
            double time = run(words[2 + 2 * i], &memory[i]);
            if (time < 0)
                return 1;
            if (time < least[i])
                least[i] = time;
        }
    printf("%.1f %.1f %ld %ld\n", least[0], least[1], memory[0], memory[1]);
    return 0;
}
