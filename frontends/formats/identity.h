/* Golmac: MIT licence, see LICENSE.

   Which story a story file is: its release and serial number, and its IFID (Treaty of Babel, 2.2). */
#ifndef HOST_IDENTITY_H
#define HOST_IDENTITY_H

#include "frontends/formats/story.h"

/* Bytes of the longest name of a story that is not its file's: an IFID has at most 63 characters. */
enum { IDENTITY_NAME = 64 };

/* What saved games, journals and snapshots know a story by: its release number, serial number and checksum, the bytes of its
   header. */
enum { IDENTITY_BYTES = 10 };
void identity_bytes(unsigned char *bytes, const unsigned char *header);

/* Such bytes in words: "release 88, serial number 840726, checksum A129". */
void identity_describe(const unsigned char *bytes, char text[IDENTITY_NAME]);

struct identity {
    unsigned release, checksum;
    char serial[7];                 /* what is no letter or digit is '-' */
    char number[IDENTITY_NAME];     /* "88.840726": release.serial */
    char ifid[IDENTITY_NAME];       /* never empty */
};

/* Identify a loaded story: by the metadata of its Blorb file, else by the UUID in it, else by its header. */
void identity_of(struct identity *identity, const struct story *story);

#endif
