/* Golmac: MIT licence, see LICENSE.

   Commands typed before. */
#include "frontends/session/history.h"
#include "frontends/base/file.h"
#include "frontends/host/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 };

/* ---- In memory ---- */

static void drop(struct history *history, size_t at)
{
    free(history->lines[at]);
    memmove(history->lines + at, history->lines + at + 1, (history->count - at - 1) * sizeof *history->lines);
    history->count--;
}

static void drop_same(struct history *history, const char *line)
{
    size_t i;

    for (i = 0; i < history->count; i++)
        if (strcmp(history->lines[i], line) == 0) {
            drop(history, i);
            return;
        }
}

/* Lines with control characters are none that were typed. */
static bool is_command(const char *line)
{
    size_t i;

    for (i = 0; line[i]; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 127)
            return false;
    return i > 0 && i < LONGEST && line[strspn(line, " ")] != 0;
}

static int append(struct history *history, const char *line)
{
    char *copy;

    if (!history->lines)
        history->lines = calloc(HISTORY_LIMIT, sizeof *history->lines);
    copy = history->lines ? strdup(line) : NULL;
    if (!copy)
        return -1;
    drop_same(history, line);
    if (history->count == HISTORY_LIMIT)
        drop(history, 0);
    history->lines[history->count++] = copy;
    return 0;
}

/* ---- The file ---- */

/* Two plays of a story may append at the same time: each command is one write. */
static void write_command(struct history *history, const char *line)
{
    struct files anywhere = { NULL, false };
    struct message why;
    FILE *file = files_open(&anywhere, history->path, FILE_APPEND, &why);

    if (file) {
        fprintf(file, "%s\n", line);
        if (fclose(file) == 0)
            return;
    }
    history->failed = errno;
}

/* The file without what was typed twice or is too old. */
static void rewrite(const struct history *history)
{
    struct file_writer writer;
    struct message why;
    size_t i;

    if (file_writer_open(&writer, history->path, &why) != 0)
        return; /* the longer file serves as well */
    for (i = 0; i < history->count; i++)
        fprintf(writer.file, "%s\n", history->lines[i]);
    (void)file_writer_close(&writer, !ferror(writer.file), &why);
}

static size_t take_lines(struct history *history, char *text)
{
    size_t found = 0, length;

    for (; *text; text += length + 1) {
        length = strcspn(text, "\n");
        if (text[length] == 0)
            break; /* a line that was not written whole */
        text[length] = 0;
        found++;
        if (is_command(text))
            (void)append(history, text);
    }
    return found;
}

void history_open(struct history *history, const char *path)
{
    struct message why;
    char *text = NULL;
    size_t size = 0;
    bool torn;

    memset(history, 0, sizeof *history);
    history->path = path ? strdup(path) : NULL;
    errno = 0;
    if (history->path)
        text = file_read_whole(history->path, &size, &why);
    torn = text ? size > 0 && text[size - 1] != '\n' : errno == EFBIG;
    if ((text && take_lines(history, text) > history->count + HISTORY_LIMIT / 2) || torn)
        rewrite(history);
    free(text);
}

void history_close(struct history *history)
{
    size_t i;

    for (i = 0; i < history->count; i++)
        free(history->lines[i]);
    free(history->lines);
    free(history->path);
    memset(history, 0, sizeof *history);
}

void history_add(struct history *history, const char *line)
{
    const char *newest = history_line(history, 0);

    if (!is_command(line) || (newest && strcmp(newest, line) == 0) || append(history, line) != 0)
        return;
    if (history->path && !history->failed)
        write_command(history, line);
}

const char *history_line(const struct history *history, size_t age)
{
    return age < history->count ? history->lines[history->count - 1 - age] : NULL;
}
