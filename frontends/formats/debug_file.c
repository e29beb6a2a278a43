/* Golmac: MIT licence, see LICENSE.

   Debug files. */
#include "frontends/formats/debug_file.h"
#include "frontends/base/bytes.h"
#include "interp/header.h"

#include <stdlib.h>
#include <string.h>

int debug_open(struct debug_file *file, struct arena *arena, const char *path, struct message *why)
{
    *file = (struct debug_file){ .arena = arena, .path = path };
    return file_read(arena, path, &file->bytes, why);
}

void debug_begin(struct debug_file *file, const char *path, struct span bytes)
{
    *file = (struct debug_file){ .path = path, .bytes = bytes };
}

const char *debug_element(const struct debug_file *file, int inner)
{
    int level = file->depth - 1 - inner;

    return level >= 0 && level < DEBUG_NEST ? file->open[level] : "";
}

/* ---- Tags ---- */

static enum debug_event fail(const struct debug_file *file, struct message *why)
{
    message_set(why, "%s: this is no debug file, or it is damaged, at byte %zu", file->path, file->at);
    return DEBUG_BROKEN;
}

static void push(struct debug_file *file, const char *name)
{
    if (file->depth < DEBUG_NEST)
        strcpy(file->open[file->depth], name);
    file->depth++;
}

/* From "<" to ">": the part is what lies between. False: it has no end. */
static bool pass_tag(struct debug_file *file)
{
    const uint8_t *start = file->bytes.at + file->at + 1;
    const uint8_t *end = memchr(start - 1, '>', file->bytes.size - file->at);

    if (!end)
        return false;
    file->part = span_part(file->bytes, file->at + 1, (size_t)(end - start));
    file->at += file->part.size + 2;
    return true;
}

static void pass_text(struct debug_file *file)
{
    size_t start = file->at;

    while (file->at < file->bytes.size && file->bytes.at[file->at] != '<')
        file->at++;
    file->part = span_part(file->bytes, start, file->at - start);
}

static enum debug_event take_tag(struct debug_file *file, struct message *why)
{
    bool closes = span_is(file->part, 0, "/");
    char name[DEBUG_ELEMENT] = "";
    size_t length = 0;

    while (closes + length < file->part.size && length < sizeof name - 1
           && !strchr(" /\t\r\n", span_byte(file->part, closes + length)))
        length++;
    memcpy(name, file->part.at + closes, length);
    if (!closes) {
        push(file, name);
        file->closes = file->part.size > 0 && file->part.at[file->part.size - 1] == '/';
        return DEBUG_OPEN;
    }
    if (file->depth == 0 || (file->depth <= DEBUG_NEST && strcmp(debug_element(file, 0), name) != 0))
        return fail(file, why);
    file->closed = true;
    return DEBUG_CLOSE;
}

enum debug_event debug_next(struct debug_file *file, struct message *why)
{
    file->depth -= file->closed;
    file->closed = file->closes;
    file->closes = false;
    if (file->closed)
        return DEBUG_CLOSE;
    while (file->at < file->bytes.size) {
        if (file->bytes.at[file->at] != '<') {
            pass_text(file);
            if (file->depth > 0)
                return DEBUG_TEXT;
        } else if (!pass_tag(file)) {
            return fail(file, why);
        } else if (!span_is(file->part, 0, "?") && !span_is(file->part, 0, "!")) { /* no declaration, no comment */
            return take_tag(file, why);
        }
    }
    if (file->depth == 0)
        return DEBUG_END;
    message_set(why, "%s: this debug file ends too early", file->path);
    return DEBUG_BROKEN;
}

/* ---- Values ---- */

char *debug_text(const struct debug_file *file)
{
    static const struct { const char *name; char character; } entities[] = {
        { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' },
    };
    struct bytes text = { .arena = file->arena };

    for (size_t i = 0; i < file->part.size; i++) {
        char c = (char)file->part.at[i];

        for (size_t k = 0; c == '&' && k < sizeof entities / sizeof *entities; k++)
            if (span_is(file->part, i, entities[k].name)) {
                c = entities[k].character;
                i += strlen(entities[k].name) - 1;
                break;
            }
        bytes_add(&text, (unsigned char)c < 32 ? ' ' : c);
    }
    bytes_add(&text, 0);
    return (char *)text.at;
}

static long number_at(const struct debug_file *file, size_t at)
{
    char digits[24] = "";
    struct span part = span_part(file->part, at, sizeof digits - 1);

    memcpy(digits, part.at, part.size);
    return strtol(digits, NULL, 10);
}

long debug_number(const struct debug_file *file)
{
    return number_at(file, 0);
}

long debug_attribute(const struct debug_file *file, const char *name)
{
    size_t length = strlen(name);

    for (size_t at = 0; at < file->part.size; at++)
        if (span_byte(file->part, at) == ' ' && span_is(file->part, at + 1, name)
            && span_is(file->part, at + 1 + length, "=\""))
            return number_at(file, at + 1 + length + 2);
    return -1;
}

size_t debug_code_offset(struct span story, long value, long address)
{
    unsigned version = span_byte(story, H_VERSION);

    if ((version != 6 && version != 7) || address <= 0 || address % 4 != 0 || address / 4 != value)
        return 0;
    return 8 * (size_t)span_word(story, H_ROUTINES);
}

/* Four letters for three bytes. */
bool debug_prefix_fits(const char *prefix, struct span story)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0, held = 0;
    size_t at = 0;

    for (; *prefix && *prefix != '='; prefix++) {
        const char *letter = strchr(letters, *prefix);

        if (!letter)
            continue;
        bits = bits << 6 | (unsigned)(letter - letters);
        held += 6;
        if (held >= 8) {
            held -= 8;
            if (span_byte(story, at++) != (bits >> held & 0xFF))
                return false;
        }
    }
    return true;
}
