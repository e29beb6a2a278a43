/* Golmac: MIT licence, see LICENSE.

   Loading golmac-media.so. */
#include "frontends/ncurses/plugin.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "golmac-media.so"

/* ---- Where it is ---- */

/* The folder that the running program stands in. Returns 0, or -1 if the system does not tell. */
static int find_folder(char *folder, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", folder, size - 1);
    char *slash;

    if (length <= 0)
        return -1;
    folder[length] = 0;
    slash = strrchr(folder, '/');
    if (!slash)
        return -1;
    *slash = 0;
    return 0;
}

static void *load(struct message *why)
{
    static const char *const places[] = { "%s/" NAME, "%s/../lib/golmac/" NAME };
    char folder[PATH_MAX], path[PATH_MAX + 40];
    void *library;
    size_t i;

    message_set(why, NAME " is not there");
    if (find_folder(folder, sizeof folder) != 0)
        return NULL;
    for (i = 0; i < sizeof places / sizeof *places; i++) {
        snprintf(path, sizeof path, places[i], folder);
        if (access(path, R_OK) != 0)
            continue;
        library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (library)
            return library;
        message_set(why, "%s", dlerror());
    }
    return NULL;
}

/* ---- Sounds that end ---- */

/* From the mixer's thread. If nobody has read thousands of them, one more is not missed. */
static void tell_end(void *context, unsigned number)
{
    struct plugin *plugin = context;
    ssize_t written;

    do
        written = write(plugin->ends[1], &number, sizeof number);
    while (written < 0 && errno == EINTR);
}

unsigned plugin_ended(struct plugin *plugin)
{
    unsigned number;

    if (!plugin->media || read(plugin->ends[0], &number, sizeof number) != (ssize_t)sizeof number)
        return 0;
    return number;
}

/* ---- Opening ---- */

static int open_pipe(struct plugin *plugin)
{
    int i;

    if (pipe(plugin->ends) != 0)
        return -1;
    for (i = 0; i < 2; i++) {
        (void)fcntl(plugin->ends[i], F_SETFL, O_NONBLOCK);
        (void)fcntl(plugin->ends[i], F_SETFD, FD_CLOEXEC);
    }
    return 0;
}

static const struct media *find_media(void *library, struct message *why)
{
    media_entry *entry;
    const struct media *media;

    *(void **)(void *)&entry = dlsym(library, MEDIA_ENTRY);
    media = entry ? entry() : NULL;
    if (media && media->contract == MEDIA_CONTRACT)
        return media;
    message_set(why, NAME " is of another version");
    return NULL;
}

int plugin_open(struct plugin *plugin, const struct blorb *blorb, const struct media_terminal *terminal,
                struct message *why)
{
    memset(plugin, 0, sizeof *plugin);
    plugin->library = load(why);
    if (!plugin->library)
        return -1;
    plugin->media = find_media(plugin->library, why);
    if (plugin->media && open_pipe(plugin) != 0) {
        message_set(why, "%s", strerror(errno));
        plugin->media = NULL;
    }
    if (plugin->media)
        plugin->opened = plugin->media->open(blorb, terminal, tell_end, plugin);
    if (plugin->opened) {
        why->text[0] = 0;
        return 0;
    }
    plugin_close(plugin);
    return -1;
}

/* The library stays loaded: what it uses has threads and exit handlers of its own. */
void plugin_close(struct plugin *plugin)
{
    if (plugin->opened) {
        plugin->media->close(plugin->opened);
        (void)close(plugin->ends[0]);
        (void)close(plugin->ends[1]);
    }
    plugin->media = NULL;
    plugin->opened = NULL;
}
