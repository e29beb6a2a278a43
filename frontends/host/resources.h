/* Golmac: MIT licence, see LICENSE.

   Where a story's pictures and sounds are: in the Blorb file that the story came in; else in one that stands beside
   it, with its name and .blb, .blorb, .zblorb or .zlb, and that does not say it is another story's (IFhd). */
#ifndef HOST_RESOURCES_H
#define HOST_RESOURCES_H

#include "frontends/formats/blorb.h"
#include "frontends/formats/story.h"

struct resources {
    struct blorb blorb;     /* blorb.bytes NULL: there are none */
    unsigned char *file;    /* the file beside the story, if that is where they are */
};

/* path: a Blorb file that the player names, or NULL. 0, also when there are no resources; -1 saying why the file that
   was named cannot be used. A file that was only found beside the story is passed over when it cannot be used; why
   then says so, too (else why is empty). The story must stay. */
int resources_open(struct resources *resources, const struct story *story, const char *path, struct message *why);
void resources_close(struct resources *resources);

#endif
