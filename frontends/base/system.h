/* Golmac: MIT licence, see LICENSE.

   What is asked of the operating system beside files and terminals: the clock, chance, locks, the disk, signals. A port
   to another system begins here. */
#ifndef BASE_SYSTEM_H
#define BASE_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

/* Milliseconds of a clock that never goes back; where it began is not said. */
long long system_clock(void);

/* Fill bytes by chance: from the kernel, else from the time and the process, so that two calls never give the same. */
void system_random(void *bytes, size_t size);

/* Take the file for this process, until it is closed. Returns false if another process has it. */
bool system_lock(int file);

/* Wait until the disk has what was written to the file. Returns 0, or -1 with errno set; 0, too, where the file system
   cannot tell. */
int system_sync(int file);

/* Have the folder that a new file stands in on the disk: its name is safe only then. */
void system_sync_folder(const char *path);

/* Have the handler called at the first signal that asks the program to end (INT, TERM, HUP); the second ends it. A file
   that grows too large is an error of its write, no signal. */
void system_catch_signals(void (*handler)(int signal));

#endif
