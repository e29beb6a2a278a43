/* Golmac: MIT licence, see LICENSE.

   gameinfo.dbg is XML (Inform 6.33 release notes, "Debugging information file format"); of it this takes two kinds of
   elements, and the beginning of the story that it is about. */
#include "frontends/formats/debug_names.h"
#include "frontends/base/order.h"
#include "frontends/base/paths.h"
#include "interp/header.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEBUG_MAX = 64 << 20, PREFIX_TRIPLETS = 21 };

/* The file gameinfo.dbg beside the story, ended by 0; NULL if it cannot be read. */
static char *read_beside(const char *story)
{
    const char *slash = strrchr(story, '/');
    char *path = path_join(story, slash ? (size_t)(slash - story) : 0, "gameinfo.dbg"), *text = NULL;
    FILE *file = path ? fopen(path, "rb") : NULL;
    struct stat status;

    if (file && fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= DEBUG_MAX)
        text = malloc((size_t)status.st_size + 1);
    if (text)
        text[fread(text, 1, (size_t)status.st_size, file)] = 0;
    if (file)
        fclose(file);
    free(path);
    return text;
}

/* The story's first bytes as the file has them: base 64, whole groups of three. */
static void encode_prefix(const unsigned char *code, char *prefix)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    int i;

    for (i = 0; i < PREFIX_TRIPLETS; i++, code += 3) {
        unsigned long three = (unsigned long)code[0] << 16 | (unsigned long)code[1] << 8 | code[2];

        *prefix++ = digits[three >> 18];
        *prefix++ = digits[three >> 12 & 63];
        *prefix++ = digits[three >> 6 & 63];
        *prefix++ = digits[three & 63];
    }
    *prefix = 0;
}

static bool is_of(const char *text, const unsigned char *code)
{
    static const char tag[] = "<story-file-prefix>";
    char prefix[4 * PREFIX_TRIPLETS + 1];
    const char *at = strstr(text, tag);

    encode_prefix(code, prefix);
    return at && strncmp(at + sizeof tag - 1, prefix, sizeof prefix - 1) == 0;
}

/* The content of the first element with this tag from at on, if it begins before end. Returns its length; 0: there is
   none. */
static size_t find_content(const char *at, const char *tag, const char *end, const char **content)
{
    const char *start = strstr(at, tag), *close = start && start < end ? strchr(start, '>') : NULL;

    if (!close || close >= end)
        return 0;
    *content = close + 1;
    return strcspn(close + 1, "<");
}

/* Names of one kind: each stands in an element with an identifier and a number; step: from one number to the next. */
struct kind {
    const char *opening, *ending, *number;
    long first, step, room;
    char (*names)[DEBUG_NAME];
};

static void take_names(const char *text, const struct kind *kind)
{
    const char *at = text, *end, *name, *number;
    size_t length;
    long index;

    while ((at = strstr(at, kind->opening)) && (end = strstr(at, kind->ending))) {
        length = find_content(at, "<identifier", end, &name);
        index = find_content(at, kind->number, end, &number) ? strtol(number, NULL, 10) - kind->first : -1;
        if (length && index >= 0 && index % kind->step == 0 && index / kind->step < kind->room)
            snprintf(kind->names[index / kind->step], DEBUG_NAME, "%.*s",
                     (int)(length < DEBUG_NAME ? length : DEBUG_NAME - 1), name);
        at = end;
    }
}

void debug_names_load(struct debug_names *names, const char *path, const unsigned char *code, zm_u32 size)
{
    struct kind attributes = { "<attribute>", "</attribute>", "<value", 0, 1, DEBUG_ATTRIBUTES, names->attribute };
    struct kind globals = { "<global-variable>", "</global-variable>", "<address", 0, 2, DEBUG_GLOBALS, names->global };
    char *text = size >= HEADER_SIZE ? read_beside(path) : NULL;

    memset(names, 0, sizeof *names);
    if (text && is_of(text, code)) {
        globals.first = order_word(code + H_GLOBALS);
        take_names(text, &attributes);
        take_names(text, &globals);
    }
    free(text);
}
