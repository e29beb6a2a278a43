/* Golmac: MIT licence, see LICENSE.

   Finds and reads a story file, whatever its extension: a bare story, or a Blorb file with a ZCOD chunk. */
#ifndef FORMATS_STORY_H
#define FORMATS_STORY_H

#include "interp/zmachine.h"
#include "frontends/base/message.h"

#include <stdbool.h>

struct story {
    unsigned char *file;        /* the file as it is: a Blorb's resources stand in it, too */
    size_t file_size;
    const unsigned char *code;  /* the story, in file */
    zm_u32 code_size;
    char *path;                 /* where it was found */
    char name[64];              /* its name without folder and extension: saves are called after it */
};

/* No story is larger (1.1.4: 512 KB in version 8; 576 KB in versions 6 and 7), no Blorb that is worth reading. */
enum { STORY_MAX = 64 * 1024 * 1024 };

/* Where the story called name is: as given, else in the folders of ZCODE_PATH and INFOCOM_PATH, else among the
   stories of the data folder, $XDG_DATA_HOME/golmac/stories. An allocated path; NULL: nowhere, or there is no
   memory. */
char *story_find(const char *name);

/* Load the story called name, where story_find finds it. On failure
   returns -1 and says why, in a sentence that names the file. */
int story_load(struct story *story, const char *name, struct message *why);
void story_free(struct story *story);

/* What the bytes behind the header, to size, add up to in 16 bits (11.1.6). */
unsigned story_sum(const unsigned char *code, size_t size);

/* Whether the story's bytes add up to the checksum in its header (11.1.6), or it has none. */
bool story_checksum_fits(const struct story *story);

#endif
