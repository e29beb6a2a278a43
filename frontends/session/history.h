/* Golmac: MIT licence, see LICENSE.

   The commands that were typed to a story, in this play and in those before: what Up and Ctrl-R bring back. Kept in a
   file beside the story's transcripts, a line each; a command typed again moves to the end; the oldest go when there
   are too many. A file that cannot be written is told once, and the commands of this play are still there. */
#ifndef SESSION_HISTORY_H
#define SESSION_HISTORY_H

#include <stddef.h>

enum { HISTORY_LIMIT = 1000 };

struct history {
    char **lines;       /* UTF-8, the oldest first */
    size_t count;
    char *path;         /* NULL: kept in memory only */
    int failed;         /* errno of the first write that failed, 0 if none did */
};

/* Take the commands kept at path, which need not be there; NULL: none. */
void history_open(struct history *history, const char *path);
void history_close(struct history *history);

/* A command was typed. Empty ones are passed over. */
void history_add(struct history *history, const char *line);

/* The command that was typed age commands ago, from 0, the newest; NULL if there is none. */
const char *history_line(const struct history *history, size_t age);

#endif
