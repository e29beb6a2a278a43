/* Golmac: MIT licence, see LICENSE.

   The operating system: Linux, and what POSIX has. */
#include "frontends/base/system.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

long long system_clock(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* xorshift, from the moment and the process: two processes begin at different moments, or have different numbers. */
static void mix_time(unsigned char *bytes, size_t size)
{
    struct timespec now;
    uint64_t state;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    state = (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec << 16 ^ (uint64_t)getpid() ^ 0x9E3779B97F4A7C15u;
    while (size-- > 0) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *bytes++ = (unsigned char)(state >> 56);
    }
}

void system_random(void *bytes, size_t size)
{
    if (getrandom(bytes, size, GRND_NONBLOCK) != (ssize_t)size)
        mix_time(bytes, size);
}

bool system_lock(int file)
{
    return flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

int system_sync(int file)
{
    return fdatasync(file) != 0 && errno != EINVAL && errno != EROFS ? -1 : 0;
}

void system_sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int descriptor = folder ? open(folder, O_RDONLY) : -1;

    if (descriptor >= 0) {
        (void)fsync(descriptor); /* some file systems cannot; the file itself is on the disk */
        close(descriptor);
    }
    free(folder);
}

void system_catch_signals(void (*handler)(int signal))
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESETHAND };

    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    (void)signal(SIGXFSZ, SIG_IGN);
}
