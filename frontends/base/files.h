/* Golmac: MIT licence, see LICENSE.

   The files that a game may read and write. A bare name means the save folder; a name with a folder in it, which only
   a player can type, means what it says, unless the player restricted all files to one folder (-R). */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include <stdio.h>
#include "frontends/base/message.h"

struct files {
    char *folder;       /* where bare names go; made when the first file is written */
    int restricted;     /* nothing outside folder, and no symbolic link inside it, is opened */
};

/* restriction: the folder of -R, or NULL; program: argv[0]. Returns 0, or -1 if there is no memory. */
int files_init(struct files *files, const char *restriction, const char *program);
void files_free(struct files *files);

/* The path that a typed name means, allocated; NULL, saying why, if it may not be used. */
char *files_path(const struct files *files, const char *typed, struct message *why);

enum file_mode { FILE_READ, FILE_WRITE, FILE_APPEND };

/* Open a path that files_path gave. NULL, saying why, if that fails. */
FILE *files_open(const struct files *files, const char *path, enum file_mode mode, struct message *why);

/* The bytes of a file and a 0 after them, allocated; *size, if size is given, becomes how many there are. NULL, saying why
   and with errno set: it cannot be read, is no ordinary file, or has more than FILES_WHOLE bytes. For the host's own
   files, wherever they are. */
enum { FILES_WHOLE = 4 * 1024 * 1024 };
char *files_read_whole(const char *path, size_t *size, struct message *why);

/* Have the folder that a new file stands in on the disk: its name is safe only then. */
void files_sync_folder(const char *path);

/* A file that replaces the one at its path only when it is whole. */
struct file_writer { FILE *file; char *temporary; const char *path; };

/* path must stay until the end. Returns 0, or -1 saying why. */
int writer_open(struct file_writer *writer, const char *path, struct message *why);

/* End it: keep the new file if ok, else the old one. Returns 0 if the new file is on the disk, or -1 saying why. */
int writer_close(struct file_writer *writer, int ok, struct message *why);

#endif
