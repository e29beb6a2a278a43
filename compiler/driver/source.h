/* Golmac: MIT licence, see LICENSE. */
/* Source texts and positions in them. All texts of a compilation share one space of 32-bit positions, one text
   after the other, so a position is a plain number, cheap in tokens and nodes. File, line and column are computed
   only for messages and the debug file. A file that is included twice is two sources. */
#ifndef GOLC_SOURCE_H
#define GOLC_SOURCE_H

#include "frontends/base/vector.h"
#include <stdbool.h>
#include <stdint.h>

typedef uint32_t position;       /* 0: nowhere in particular */

/* Origsource: from this position to the next Origsource the text was generated from that line of another file. */
struct origin {
    position from;
    const char *file;            /* NULL: back to the real file */
    int line, column;            /* 0: not given */
};

struct source {
    const char *path;            /* as opened, for messages and the debug file */
    const char *text;            /* UTF-8, any line ending as '\n', a NUL after the last byte */
    int length;                  /* bytes in text */
    position start;              /* of text[0]; the position of text[i] is start + i, i <= length */
    position included_at;        /* the Include directive's; 0 for the main file and the veneer */
    bool system;                 /* a System_file directive stands in it, or it is the veneer */
    bool veneer;
    bool guessed;                /* read as UTF-8 though nobody said so: what the story cannot print is no error */
    bool guess_failed;           /* and that has been said */
    bool commands;               /* an ICL file: never the main file */
    VECTOR(int) lines;           /* offset of each line's first byte; filled on first use */
    VECTOR(struct origin) origins;
};

struct sources {
    struct arena *arena;         /* set before first use */
    VECTOR(struct source *) list;
    position next;               /* start of the next source; begins at 1 */
};

struct location {
    const struct source *source; /* NULL for position 0 */
    const char *path;            /* after Origsource */
    int line, column;            /* from 1; column counts code points; after Origsource (column 0: unknown) */
    int real_line, real_column;  /* in the file that was read */
    const char *line_text;       /* the line as read, not NUL-terminated */
    int line_length;             /* bytes, without the line end */
};

/* Takes over text (arena memory, UTF-8, '\n', NUL at text[length]). The new source is list.at[count-1]. */
struct source *source_add(struct sources *s, const char *path, const char *text, int length, position included_at);
struct source *source_find(const struct sources *s, position p);           /* NULL for 0 */
struct location source_locate(struct sources *s, position p);
void source_set_origin(struct sources *s, position from, const char *file, int line, int column);

#endif
