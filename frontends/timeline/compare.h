/* Golmac: MIT licence, see LICENSE.

   What has changed in a story's memory, in the story's terms: objects that have moved, attributes, globals. */
#ifndef TIMELINE_COMPARE_H
#define TIMELINE_COMPARE_H

#include "frontends/formats/debug_names.h"
#include "interp/zmachine.h"

/* Tell what is different now in the machine's memory from what it was in then, dynamic_size bytes: a line for each
   object and global, with the author's names where they are known. Returns how many lines. */
unsigned compare_memory(struct zm *zm, const unsigned char *then, const struct debug_names *names,
                        void (*tell)(void *context, const char *line), void *context);

#endif
