/* Golmac: MIT licence, see LICENSE.

   The smallest host: what it asks of a platform, and what a platform asks of it. A platform is one
   file that places the story and the memory, then calls host_play; it has neither a heap nor, if
   it does not want one, a C library. */
#ifndef HOST_H
#define HOST_H

#include "zmachine.h"

/* Play the story to its end. setup holds the memory; the host fills in the callbacks (all but
   read_page). Returns 0 when the story has quit or input has ended, 1 after a fault. */
int host_play(struct zm_setup *setup, zm_u32 seed);

/* Write length bytes of UTF-8. */
void platform_write(const char *text, unsigned length);

/* Read a line, without its end, into size bytes; its length, or -1 when there is no more input. */
int platform_read_line(char *line, unsigned size);

/* The one save file. open returns 0, or anything else if it cannot; put returns 0, or anything else
   on an error; get returns a byte, or -1 at the end. A platform without files refuses the open. */
enum save_mode { SAVE_WRITE, SAVE_READ };
int platform_save_open(enum save_mode mode);
int platform_save_put(void *context, zm_u8 byte);
int platform_save_get(void *context);
int platform_save_rewind(void *context);
int platform_save_close(void);

#endif
