/* Golmac: MIT licence, see LICENSE.

   What a Blorb file says of its story: the few fields of its iFiction record (Treaty of Babel, 5) that a player wants
   to see. The record may be anything: what is not understood is passed over, what is too long is cut. */
#ifndef FORMATS_METADATA_H
#define FORMATS_METADATA_H

#include <stddef.h>
#include "frontends/formats/identity.h"

enum { METADATA_TEXT = 256 };

/* UTF-8 on one line, without control characters; "" where nothing is said. */
struct metadata {
    char title[METADATA_TEXT], author[METADATA_TEXT], headline[METADATA_TEXT];
    char ifid[IDENTITY_NAME];
};

/* Read the record of a story's file; all fields are "" if it has none. */
void metadata_of(struct metadata *metadata, const struct story *story);

/* Read an iFiction record. */
void metadata_read(struct metadata *metadata, const char *text, size_t size);

#endif
