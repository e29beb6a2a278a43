/* Golmac: MIT licence, see LICENSE.

   Of the debug file this takes attributes and global variables, if it is of the story. */
#include "frontends/formats/debug_names.h"
#include "frontends/base/order.h"
#include "frontends/base/paths.h"
#include "frontends/formats/debug_file.h"
#include "interp/header.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEBUG_MAX = 64 << 20, PREFIX_SIZE = 100 };

/* The file gameinfo.dbg beside the story, allocated; empty if it cannot be read. */
static struct span read_beside(const char *story)
{
    const char *slash = strrchr(story, '/');
    char *path = path_join(story, slash ? (size_t)(slash - story) : 0, "gameinfo.dbg");
    FILE *file = path ? fopen(path, "rb") : NULL;
    struct span bytes = { NULL, 0 };
    struct stat status;
    uint8_t *text = NULL;

    if (file && fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= DEBUG_MAX)
        text = malloc((size_t)status.st_size + 1);
    if (text)
        bytes = (struct span){ text, fread(text, 1, (size_t)status.st_size, file) };
    if (file)
        fclose(file);
    free(path);
    return bytes;
}

/* Names of one kind: each stands in an element with an identifier and a number; step: from one number to the next. */
struct kind {
    const char *element, *number;
    long first, step, room;
    char (*names)[DEBUG_NAME];
};

struct reader {
    struct debug_file file;
    struct span story;
    struct kind kinds[2];
    char name[DEBUG_NAME];          /* of the element that is open */
    long number;                    /* -1: not given yet */
    bool fits;                      /* the file is of this story */
};

static const struct kind *kind_of(const struct reader *r, const char *element)
{
    for (size_t i = 0; i < sizeof r->kinds / sizeof *r->kinds; i++)
        if (strcmp(element, r->kinds[i].element) == 0)
            return &r->kinds[i];
    return NULL;
}

static void take_text(struct reader *r)
{
    const struct kind *kind = kind_of(r, debug_element(&r->file, 1));
    const char *element = debug_element(&r->file, 0);
    char prefix[PREFIX_SIZE];

    if (strcmp(element, "story-file-prefix") == 0) {
        snprintf(prefix, sizeof prefix, "%.*s", (int)r->file.part.size, (const char *)r->file.part.at);
        r->fits = debug_prefix_fits(prefix, r->story);
    } else if (kind && strcmp(element, "identifier") == 0) {
        snprintf(r->name, sizeof r->name, "%.*s", (int)r->file.part.size, (const char *)r->file.part.at);
    } else if (kind && strcmp(element, kind->number) == 0) {
        r->number = debug_number(&r->file);
    }
}

static void keep_name(const struct reader *r, const struct kind *kind)
{
    long index = r->number - kind->first;

    if (*r->name && index >= 0 && index % kind->step == 0 && index / kind->step < kind->room
        && !*kind->names[index / kind->step])    /* not an alias */
        memcpy(kind->names[index / kind->step], r->name, DEBUG_NAME);
}

/* Returns whether the file is whole, and of the story. */
static bool read_names(struct reader *r)
{
    struct message why;
    enum debug_event event;

    while ((event = debug_next(&r->file, &why)) < DEBUG_END) {
        const struct kind *kind = kind_of(r, debug_element(&r->file, 0));

        if (event == DEBUG_TEXT) {
            take_text(r);
        } else if (kind && event == DEBUG_OPEN) {
            r->name[0] = 0;
            r->number = -1;
        } else if (kind) {
            keep_name(r, kind);
        }
    }
    return event == DEBUG_END && r->fits;
}

void debug_names_load(struct debug_names *names, const char *path, const unsigned char *code, zm_u32 size)
{
    struct reader r = { .story = { code, size } };
    struct span bytes = size >= HEADER_SIZE ? read_beside(path) : (struct span){ NULL, 0 };

    memset(names, 0, sizeof *names);
    if (!bytes.at)
        return;
    r.kinds[0] = (struct kind){ "attribute", "value", 0, 1, DEBUG_ATTRIBUTES, names->attribute };
    r.kinds[1] = (struct kind){ "global-variable", "address", order_word(code + H_GLOBALS), 2, DEBUG_GLOBALS,
                                names->global };
    debug_begin(&r.file, path, bytes);
    if (!read_names(&r))
        memset(names, 0, sizeof *names);
    free((void *)bytes.at);
}
