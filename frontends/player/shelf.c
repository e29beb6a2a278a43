/* Golmac: MIT licence, see LICENSE.

   The library on a display. */
#include "frontends/player/shelf.h"
#include "frontends/host/library.h"

#include <stdlib.h>
#include <string.h>

static void describe_row(void *context, unsigned row, char *line, size_t size)
{
    const struct library *library = context;

    library_describe(&library->rows[row], line, size);
}

static void preview_row(void *context, unsigned row, char *text, size_t size)
{
    const struct library_row *story = &((const struct library *)context)->rows[row];

    snprintf(text, size, "%s\n%s%s\nZ-machine version %u. %s", story->title, story->headline, *story->headline ? "\n" : "",
             story->version, story->path);
}

static char *choose(struct player *player, struct library *library)
{
    struct list_source source = { library, "Stories", "play", (unsigned)library->count, 0, describe_row, preview_row };
    char *path;
    int row;

    if (library->count == 0)
        source.title = "Stories in the folders of ZCODE_PATH and in $XDG_DATA_HOME/golmac/stories";
    row = player_choose(player, &source);
    path = player->dropped ? player->dropped : row >= 0 ? strdup(library->rows[row].path) : NULL;
    player->dropped = NULL;
    return path;
}

/* A machine that has no story: the screen asks for its version only. */
static char *choose_on(struct player *player, struct zm *zm, const struct options *options, struct display *display,
                       volatile sig_atomic_t *interrupted, struct message *why)
{
    struct library library;
    char *path;

    memset(zm, 0, sizeof *zm);
    zm->version = 5;
    if (library_open(&library) != 0)
        return NULL;
    if (player_init(player, display, zm, options) != 0) {
        library_close(&library);
        return NULL;
    }
    player->in_library = 1;
    player->interrupted = interrupted;
    why->text[0] = 0;
    path = choose(player, &library);
    player_free(player);
    library_close(&library);
    return path;
}

char *shelf_choose(const struct options *options, struct display *display, volatile sig_atomic_t *interrupted,
                   struct message *why)
{
    struct player *player = malloc(sizeof *player);
    struct zm *zm = malloc(sizeof *zm);
    char *path = NULL;

    message_set(why, "there is no memory left");
    if (display->begin && display->begin(display->context, NULL) != 0)
        why->text[0] = 0;
    else if (player && zm)
        path = choose_on(player, zm, options, display, interrupted, why);
    free(zm);
    free(player);
    return path;
}
