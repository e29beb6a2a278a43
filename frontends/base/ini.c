/* Golmac: MIT licence, see LICENSE.

   Lines of INI files. */
#include "frontends/base/ini.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct ini_piece trim(const char *text, size_t start, size_t end)
{
    struct ini_piece piece;

    while (start < end && is_blank(text[start]))
        start++;
    while (end > start && is_blank(text[end - 1]))
        end--;
    piece.start = start;
    piece.length = end - start;
    return piece;
}

static struct ini_piece unquote(const char *text, struct ini_piece piece)
{
    if (piece.length >= 2 && text[piece.start] == '"' && text[piece.start + piece.length - 1] == '"') {
        piece.start++;
        piece.length -= 2;
    }
    return piece;
}

static void read_section(struct ini_line *line, const char *text, struct ini_piece all)
{
    line->kind = INI_BAD_SECTION;
    if (text[all.start + all.length - 1] != ']' || memchr(text + all.start, 0, all.length))
        return;
    line->name = trim(text, all.start + 1, all.start + all.length - 1);
    if (line->name.length > 0)
        line->kind = INI_SECTION;
}

static void read_entry(struct ini_line *line, const char *text, struct ini_piece all)
{
    const char *equals = memchr(text + all.start, '=', all.length);
    size_t end = all.start + all.length, at = equals ? (size_t)(equals - text) : end;

    line->name = trim(text, all.start, at);
    line->has_value = equals != NULL;
    if (equals)
        line->value = unquote(text, trim(text, at + 1, end));
    if (line->name.length > 0)
        line->kind = INI_ENTRY;
}

size_t ini_start(const char *text, size_t size)
{
    return size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

bool ini_read(struct ini_line *line, const char *text, size_t size, size_t at, unsigned number)
{
    const char *end = at < size ? memchr(text + at, '\n', size - at) : NULL;
    struct ini_piece all;

    if (at >= size)
        return false;
    memset(line, 0, sizeof *line);
    line->number = number;
    line->content.start = at;
    line->content.length = end ? (size_t)(end - text) - at : size - at;
    line->next = at + line->content.length + (end != NULL);
    if (line->content.length > 0 && text[at + line->content.length - 1] == '\r')
        line->content.length--;
    all = trim(text, at, at + line->content.length);
    line->kind = INI_BAD;
    if (all.length == 0 || text[all.start] == '#' || text[all.start] == ';')
        line->kind = INI_BLANK;
    else if (text[all.start] == '[')
        read_section(line, text, all);
    else if (!memchr(text + all.start, 0, all.length))
        read_entry(line, text, all);
    return true;
}
