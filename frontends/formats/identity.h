/* Golmac: MIT licence, see LICENSE.

   Which story a story file is: its release and serial number, and its IFID (Treaty of Babel, 2.2). */
#ifndef FORMATS_IDENTITY_H
#define FORMATS_IDENTITY_H

#include "frontends/formats/story.h"
#include "interp/header.h"

/* Bytes of the longest name of a story that is not its file's: an IFID has at most 63 characters. */
enum { IDENTITY_NAME = 64, SERIAL_LENGTH = 6 };

/* What saved games, journals and snapshots know a story by: the IDENTITY_BYTES of its header (interp/header.h). */
void identity_bytes(unsigned char *bytes, const unsigned char *header);

/* A serial number as text for people; serial: its letters in a header or an identity. What cannot be printed is '?'. */
void identity_show_serial(char text[SERIAL_LENGTH + 1], const unsigned char *serial);

/* Such bytes in words: "release 88, serial number 840726, checksum A129". */
void identity_describe(const unsigned char *bytes, char text[IDENTITY_NAME]);

struct identity {
    unsigned release, checksum;
    char serial[SERIAL_LENGTH + 1]; /* what is no letter or digit is '-' */
    char number[IDENTITY_NAME];     /* "88.840726": release.serial */
    char ifid[IDENTITY_NAME];       /* never empty */
};

/* Identify a loaded story: by the metadata of its Blorb file, else by the UUID in it, else by its header. */
void identity_of(struct identity *identity, const struct story *story);

/* The same for a bare story of at least a header. */
void identity_of_code(struct identity *identity, const unsigned char *code, size_t size);

#endif
