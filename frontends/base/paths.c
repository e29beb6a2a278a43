/* Golmac: MIT licence, see LICENSE.

   Paths of a POSIX system. */
#include "frontends/base/paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How far above the program the checkout may be: build/golmac, build/san/golmac. */
enum { CHECKOUT_DEPTH = 3 };

char *path_join(const char *folder, size_t length, const char *name)
{
    size_t room = length + strlen(name) + 2;
    char *path = malloc(room);

    if (path)
        snprintf(path, room, "%.*s%s%s", (int)length, folder, length && folder[length - 1] != '/' ? "/" : "", name);
    return path;
}

void path_base(const char *path, char *base, size_t size)
{
    const char *slash = strrchr(path, '/');
    char *dot;

    snprintf(base, size, "%s", slash ? slash + 1 : path);
    dot = strrchr(base, '.');
    if (dot && dot != base)
        *dot = 0;
}

static int make_one(const char *folder)
{
    return mkdir(folder, 0777) != 0 && errno != EEXIST ? -1 : 0;
}

int path_make_folder(const char *folder)
{
    char *copy = strdup(folder), *at = copy;
    int result = copy ? 0 : -1;

    while (result == 0 && *at) {
        at += strspn(at, "/");
        at += strcspn(at, "/");
        if (*at) {
            *at = 0;
            result = make_one(copy);
            *at = '/';
        } else {
            result = make_one(copy);
        }
    }
    free(copy);
    return result;
}

int path_make_parent(const char *path)
{
    char *copy = strdup(path), *slash = copy ? strrchr(copy, '/') : NULL;
    int result = copy ? 0 : -1;

    if (slash && slash != copy) {
        *slash = 0;
        result = path_make_folder(copy);
    }
    free(copy);
    return result;
}

/* saves/ of a checkout is known by the README that stands in it. */
static char *checkout_saves(const char *program)
{
    char *folder = realpath("/proc/self/exe", NULL), *saves = NULL, *readme;
    int depth;

    if (!folder)
        folder = realpath(program, NULL);
    for (depth = 0; folder && !saves && depth < CHECKOUT_DEPTH && strrchr(folder, '/'); depth++) {
        *strrchr(folder, '/') = 0;
        readme = path_join(folder, strlen(folder), "saves/README.md");
        if (readme && access(readme, R_OK) == 0)
            saves = path_join(folder, strlen(folder), "saves");
        free(readme);
    }
    free(folder);
    return saves;
}

static char *base_folder(const char *variable, const char *fallback, const char *name)
{
    const char *folder = getenv(variable), *home = getenv("HOME");
    char *base, *path;

    if (folder && folder[0] == '/') /* others are to be passed over (XDG Base Directory Specification) */
        return path_join(folder, strlen(folder), name);
    if (!home || !*home)
        home = ".";
    base = path_join(home, strlen(home), fallback);
    path = base ? path_join(base, strlen(base), name) : NULL;
    free(base);
    return path;
}

char *path_data(const char *name)
{
    return base_folder("XDG_DATA_HOME", ".local/share", name);
}

char *path_config(const char *name)
{
    return base_folder("XDG_CONFIG_HOME", ".config", name);
}

char *path_save_folder(const char *program)
{
    const char *named = getenv("GOLMAC_SAVES");
    char *saves;

    if (named && *named)
        return strdup(named);
    saves = checkout_saves(program);
    return saves ? saves : path_data("golmac/saves");
}
