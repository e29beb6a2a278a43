/* Golmac: MIT licence, see LICENSE.

   The files that a game may read and write. A bare name means the save folder; a name with a folder in it, which only
   a player can type, means what it says, unless the player restricted all files to one folder (-R). */
#ifndef HOST_FILES_H
#define HOST_FILES_H

#include "frontends/base/message.h"

#include <stdbool.h>
#include <stdio.h>

struct files {
    char *folder;       /* where bare names go; made when the first file is written */
    bool restricted;    /* nothing outside folder, and no symbolic link inside it, is opened */
};

/* restriction: the folder of -R, or NULL; program: argv[0]. Returns 0, or -1 if there is no memory. */
int files_init(struct files *files, const char *restriction, const char *program);
void files_free(struct files *files);

/* The path that a typed name means, allocated; NULL, saying why, if it may not be used. */
char *files_path(const struct files *files, const char *typed, struct message *why);

enum file_mode { FILE_READ, FILE_WRITE, FILE_APPEND };

/* Open a path that files_path gave. NULL, saying why, if that fails. */
FILE *files_open(const struct files *files, const char *path, enum file_mode mode, struct message *why);

#endif
