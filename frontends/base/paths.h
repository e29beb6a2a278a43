/* Golmac: MIT licence, see LICENSE.

   Names of files and folders. */
#ifndef BASE_PATHS_H
#define BASE_PATHS_H

#include <stddef.h>

/* folder/name, allocated; NULL if there is no memory. folder has length characters; none: the current one. */
char *path_join(const char *folder, size_t length, const char *name);

/* The last part of a path without its extension, cut to size. */
void path_base(const char *path, char *base, size_t size);

/* Make a folder and those it stands in. Returns 0, or -1 with errno set. */
int path_make_folder(const char *folder);

/* Make the folders that the file at path stands in. The same. */
int path_make_parent(const char *path);

/* A name such as "golmac/stories" under $XDG_DATA_HOME (default: ~/.local/share) or $XDG_CONFIG_HOME (~/.config),
   allocated; NULL if there is no memory. It need not be there yet. */
char *path_data(const char *name);
char *path_config(const char *name);

/* Where saves go, allocated; NULL if there is no memory: GOLMAC_SAVES, if it is set; saves/ of the checkout that the
   program (its argv[0]) stands in; $XDG_DATA_HOME/golmac/saves. The folder need not be there yet. */
char *path_save_folder(const char *program);

#endif
