/* Golmac: MIT licence, see LICENSE. */
/* +charset_map=FILE: what each byte of a source stands for. The file has 256 numbers, separated by commas, in as many
   lines as one likes; "C5" at the start of a line names the character set of these numbers, as -C5 does, and '!' opens
   a line of comment. Bytes that the file does not reach stand for themselves. */
#include "compiler/driver/command_line.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES = 256, LONGEST_LINE = 4096 };

struct map {
    unsigned char *bytes;
    int count;
    const char *bad;             /* what is no number; NULL: nothing */
};

static void take_numbers(struct map *map, const char *at)
{
    const char *blanks = " \t\r\n";
    for (at += strspn(at, blanks); *at && !map->bad; at += strspn(at, blanks)) {
        char *end;
        long value = strtol(at, &end, 10);
        if (end == at || value < 0 || value >= BYTES) {
            map->bad = at;
            return;
        }
        if (map->count < BYTES)
            map->bytes[map->count++] = (unsigned char)value;
        at = end + strspn(end, blanks);
        at += *at == ',';
    }
}

static void take_line(struct compiler *c, struct map *map, const char *line)
{
    if (line[0] == '!')
        return;
    if (line[0] != 'C')
        take_numbers(map, line);
    else if (line[1] >= '0' && line[1] <= '9')
        c->options.character_set = line[1];
    else
        map->bad = line;
}

/* The first word of what is wrong, for the message. */
static const char *first_word(struct compiler *c, const char *text)
{
    return arena_format(&c->arena, "'%.*s'", (int)strcspn(text, " ,\t\r\n"), text);
}

bool character_map_read(struct compiler *c, const char *path)
{
    struct map map = { arena_alloc(&c->arena, BYTES), 0, NULL };
    char line[LONGEST_LINE];
    FILE *in = fopen(path, "rb");
    if (!in) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, 0, path, strerror(errno));
        return false;
    }
    for (int i = 0; i < BYTES; i++)
        map.bytes[i] = (unsigned char)i;
    while (!map.bad && fgets(line, sizeof line, in))
        take_line(c, &map, line);
    fclose(in);
    if (map.bad)
        diag(&c->diagnostics, DIAG_BAD_CHARACTER_MAP, 0, path, first_word(c, map.bad));
    c->options.byte_map = map.bytes;
    return !map.bad;
}
