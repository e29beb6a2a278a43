/* Golmac: MIT licence, see LICENSE.

   What the bytes of a resource are: recognised by signature, then walked through, so that a damaged picture or sound is
   found when the Blorb is made and not when it is played. */
#ifndef GOLBLORB_MEDIA_H
#define GOLBLORB_MEDIA_H

#include "frontends/base/file.h"

enum usage { USAGE_PICTURE, USAGE_SOUND, USAGE_DATA, USAGE_STORY, USAGES };

struct size { uint32_t width, height; };

struct media {
    char type[5];           /* the chunk it becomes: "PNG ", "OGGV"... */
    struct span content;    /* that chunk's content */
    const char *detail;     /* "32 x 16, 4 colours"; "" if there is nothing to say */
    struct size size;       /* of a picture */
    unsigned colours;       /* entries of an indexed PNG's palette; 0: not indexed */
    const char *extension;  /* of the file it is extracted to */
};

/* Recognise a file for pictures or sounds. Returns 0, or -1 saying what is wrong with it or why Blorb has no place for
   it, in words that follow "FILE: ". */
int media_recognise(struct arena *arena, enum usage usage, struct span file, struct media *media, struct message *why);

/* Fill in the chunk of a medium. Returns 0. */
int media_set(struct media *media, const char *type, struct span content, const char *extension, const char *detail);

#endif
