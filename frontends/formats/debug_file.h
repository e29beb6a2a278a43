/* Golmac: MIT licence, see LICENSE.

   gameinfo.dbg, the debug file of Inform 6 in XML (Inform 6.33 release notes, "Debugging information file format"),
   element by element. Only what such files hold is understood of XML: elements, their attributes, entities. */
#ifndef FORMATS_DEBUG_FILE_H
#define FORMATS_DEBUG_FILE_H

#include <stdbool.h>
#include "frontends/base/file.h"

enum { DEBUG_NEST = 16, DEBUG_ELEMENT = 40 };

/* At each of the first three the element that it is about is the innermost that is open. */
enum debug_event { DEBUG_OPEN, DEBUG_TEXT, DEBUG_CLOSE, DEBUG_END, DEBUG_BROKEN };

struct debug_file {
    struct arena *arena;
    const char *path;
    struct span bytes;
    size_t at;
    struct span part;           /* DEBUG_OPEN: the tag's inside; DEBUG_TEXT: the text */
    char open[DEBUG_NEST][DEBUG_ELEMENT];
    int depth;                  /* elements that are open; the root is 1 */
    bool closes, closed;        /* the next event, or the last one, is the end of the innermost */
};

/* Begin to read. Returns 0, or -1 saying why not. */
int debug_open(struct debug_file *file, struct arena *arena, const char *path, struct message *why);

/* The same for bytes that have been read. Without an arena debug_text may not be called. */
void debug_begin(struct debug_file *file, const char *path, struct span bytes);

/* What comes next; DEBUG_BROKEN: why says what is wrong. */
enum debug_event debug_next(struct debug_file *file, struct message *why);

/* The name of the element that is open outside inner others: 0: the innermost; "" if there is none, or it lies too
   deep. */
const char *debug_element(const struct debug_file *file, int inner);

/* After DEBUG_TEXT: the text, kept in the arena; it as a number. */
char *debug_text(const struct debug_file *file);
long debug_number(const struct debug_file *file);

/* After DEBUG_OPEN: the number that an attribute gives; -1: none. */
long debug_attribute(const struct debug_file *file, const char *name);

/* What to add to the address that the file gives for a routine of this value (its packed address), and to those inside:
   Inform 6.41 leaves out the offset that versions 6 and 7 have (1.2.3). */
size_t debug_code_offset(struct span story, long value, long address);

/* Whether a story begins with the story-file-prefix, which is base 64. */
bool debug_prefix_fits(const char *prefix, struct span story);

#endif
