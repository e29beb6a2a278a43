/* Golmac: MIT licence, see LICENSE.

   Writing a setting back: the file's text stays as it is, save for one line. */
#include "frontends/host/config.h"
#include "frontends/base/file.h"
#include "frontends/base/ini.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* What to do: take the bytes from start to end out and put the line in there. */
struct change {
    size_t first;       /* where the file's first line begins */
    size_t start, end;
    bool found;         /* the section is there */
    bool replaces;      /* the setting stands at start */
};

static bool is_name(const char *text, struct ini_piece piece, const char *name,
                    int (*compare)(const char *, const char *, size_t))
{
    return piece.length == strlen(name) && compare(text + piece.start, name, piece.length) == 0;
}

/* The last line of that key, else the end of the section's last line that is not blank. */
static struct change find_place(const char *text, size_t size, const char *section, const char *key)
{
    struct change change = { ini_start(text, size), 0, 0, *section == 0, 0 };
    struct ini_line line = { 0 };
    bool inside = *section == 0;
    size_t at = change.first;

    change.start = change.end = at;
    for (; ini_read(&line, text, size, at, 1); at = line.next) {
        if (line.kind == INI_SECTION || line.kind == INI_BAD_SECTION) {
            inside = line.kind == INI_SECTION && is_name(text, line.name, section, strncasecmp);
            change.found |= inside;
        }
        if (!inside || line.content.length == 0 || (change.replaces && line.kind != INI_ENTRY))
            continue;
        if (line.kind == INI_ENTRY && is_name(text, line.name, key, strncmp)) {
            change.replaces = true;
            change.start = line.content.start;
            change.end = line.content.start + line.content.length;
        } else if (!change.replaces) {
            change.start = change.end = line.next;
        }
    }
    return change;
}

/* The line's end goes with the line that is taken out. */
static void widen(struct change *change, const char *text, size_t size)
{
    while (change->end < size && text[change->end] == '\r')
        change->end++;
    if (change->end < size && text[change->end] == '\n')
        change->end++;
}

/* Blanks at the ends of a value are kept in quotes. */
static void put_setting(FILE *file, const char *key, const char *value)
{
    size_t length = strlen(value);
    bool quoted = length > 0 && (strchr(" \t\"", value[0]) || strchr(" \t\"", value[length - 1]));

    fprintf(file, quoted ? "%s = \"%s\"" : "%s = %s", key, value);
}

static void put_line(FILE *file, const struct change *change, const char *before, const char *section, const char *key,
                     const char *value)
{
    bool complete = change->start <= change->first || before[change->start - 1] == '\n';

    if (change->replaces) {
        put_setting(file, key, value);
        return;
    }
    if (!complete)
        putc('\n', file);
    if (!change->found)
        fprintf(file, "%s[%s]\n", change->start ? "\n" : "", section);
    put_setting(file, key, value);
    putc('\n', file);
}

/* A file that only its owner could read stays so. */
static void keep_rights(FILE *file, const char *path)
{
    struct stat status;

    if (stat(path, &status) == 0)
        (void)fchmod(fileno(file), status.st_mode & 07777); /* else it has those of a new file */
}

static int write_changed(const char *path, const char *text, size_t size, struct change change, const char *section,
                         const char *key, const char *value, struct message *why)
{
    struct file_writer writer;

    if (!change.found)
        change.start = change.end = size;
    if (!value)
        widen(&change, text, size);
    if (file_writer_open(&writer, path, why) != 0)
        return -1;
    keep_rights(writer.file, path);
    fwrite(text, 1, change.start, writer.file);
    if (value)
        put_line(writer.file, &change, text, section, key, value);
    fwrite(text + change.end, 1, size - change.end, writer.file);
    return file_writer_close(&writer, !ferror(writer.file), why);
}

static int write_text(const char *path, const char *section, const char *key, const char *value, struct message *why)
{
    size_t size = 0;
    char *text = file_read_whole(path, &size, why);
    struct change change;
    int result;

    if (!text && errno != ENOENT)
        return -1;
    change = find_place(text ? text : "", size, section, key);
    if (!value && !change.replaces)
        result = 0; /* it is not there */
    else
        result = write_changed(path, text ? text : "", size, change, section, key, value, why);
    free(text);
    return result;
}

int config_write(const char *path, const char *section, const char *key, const char *value, struct message *why)
{
    struct options scratch;
    char *target;
    int result;

    options_default(&scratch);
    if (options_set(&scratch, key, value ? value : "", why) != 0)
        return -1;
    if ((value && strpbrk(value, "\r\n")) || strpbrk(section, "]\r\n"))
        return message_set(why, "%s: \"%s\" cannot be written in one line", key, value ? value : section);
    target = realpath(path, NULL); /* a link stays one, and what it leads to is replaced */
    result = write_text(target ? target : path, section, key, value, why);
    free(target);
    return result;
}
