/* Golmac: MIT licence, see LICENSE.

   Files read whole, and files that are replaced only when the new one is whole. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "frontends/base/arena.h"
#include "frontends/base/message.h"
#include "frontends/base/span.h"

#include <stdio.h>

enum { FILE_WHOLE = 4 * 1024 * 1024, FILE_LARGEST = 256 * 1024 * 1024 };

/* The bytes of a file and a 0 after them, allocated; *size, if size is given, becomes how many there are. NULL, saying
   why and with errno set: it cannot be read, is no ordinary file, or has more than FILE_WHOLE bytes. */
char *file_read_whole(const char *path, size_t *size, struct message *why);

/* The bytes of a file of at most FILE_LARGEST, in an arena: for tools, from a pipe, too. Returns 0, or -1 saying why
   not, in a sentence that begins with the path. */
int file_read(struct arena *arena, const char *path, struct span *bytes, struct message *why);

/* A file that replaces the one at its path only when it is whole. */
struct file_writer { FILE *file; char *temporary; const char *path; };

/* path must stay until the end. Returns 0, or -1 saying why. */
int file_writer_open(struct file_writer *writer, const char *path, struct message *why);

/* End it: keep the new file if ok, else the old one. Returns 0 if the new file is on the disk, or -1 saying why. */
int file_writer_close(struct file_writer *writer, bool ok, struct message *why);

/* Write a file, whole or not at all. Returns 0, or -1 saying why not. */
int file_write(const char *path, struct span bytes, struct message *why);

#endif
