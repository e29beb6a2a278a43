/* Golmac: MIT licence, see LICENSE.

   Names what a file is that is no Z-machine story. */
#ifndef FORMATS_FORMATS_H
#define FORMATS_FORMATS_H

#include <stddef.h>

/* What the bytes are, as the end of "This is ..."; NULL if they could be a Z-machine story, or a Blorb file with
   one. */
const char *format_name(const unsigned char *bytes, size_t size);

/* Whether a chunk with this four-letter name in an IFF file is the game; if so, what for. */
const char *format_executable(const unsigned char *chunk_id);

#endif
