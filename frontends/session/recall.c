/* Golmac: MIT licence, see LICENSE.

   Commands typed before. */
#include "frontends/session/recall.h"
#include "frontends/base/file.h"
#include "frontends/host/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 };

/* ---- In memory ---- */

static void drop(struct recall *recall, size_t at)
{
    free(recall->lines[at]);
    memmove(recall->lines + at, recall->lines + at + 1, (recall->count - at - 1) * sizeof *recall->lines);
    recall->count--;
}

static void drop_same(struct recall *recall, const char *line)
{
    size_t i;

    for (i = 0; i < recall->count; i++)
        if (strcmp(recall->lines[i], line) == 0) {
            drop(recall, i);
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

static int append(struct recall *recall, const char *line)
{
    char *copy;

    if (!recall->lines)
        recall->lines = calloc(RECALL_LIMIT, sizeof *recall->lines);
    copy = recall->lines ? strdup(line) : NULL;
    if (!copy)
        return -1;
    drop_same(recall, line);
    if (recall->count == RECALL_LIMIT)
        drop(recall, 0);
    recall->lines[recall->count++] = copy;
    return 0;
}

/* ---- The file ---- */

/* Two plays of a story may append at the same time: each command is one write. */
static void write_command(struct recall *recall, const char *line)
{
    struct files anywhere = { NULL, false };
    struct message why;
    FILE *file = files_open(&anywhere, recall->path, FILE_APPEND, &why);

    if (file) {
        fprintf(file, "%s\n", line);
        if (fclose(file) == 0)
            return;
    }
    recall->failed = errno;
}

/* The file without what was typed twice or is too old. */
static void rewrite(const struct recall *recall)
{
    struct file_writer writer;
    struct message why;
    size_t i;

    if (file_writer_open(&writer, recall->path, &why) != 0)
        return; /* the longer file serves as well */
    for (i = 0; i < recall->count; i++)
        fprintf(writer.file, "%s\n", recall->lines[i]);
    (void)file_writer_close(&writer, !ferror(writer.file), &why);
}

static size_t take_lines(struct recall *recall, char *text)
{
    size_t found = 0, length;

    for (; *text; text += length + 1) {
        length = strcspn(text, "\n");
        if (text[length] == 0)
            break; /* a line that was not written whole */
        text[length] = 0;
        found++;
        if (is_command(text))
            (void)append(recall, text);
    }
    return found;
}

void recall_open(struct recall *recall, const char *path)
{
    struct message why;
    char *text = NULL;
    size_t size = 0;
    bool torn;

    memset(recall, 0, sizeof *recall);
    recall->path = path ? strdup(path) : NULL;
    errno = 0;
    if (recall->path)
        text = file_read_whole(recall->path, &size, &why);
    torn = text ? size > 0 && text[size - 1] != '\n' : errno == EFBIG;
    if ((text && take_lines(recall, text) > recall->count + RECALL_LIMIT / 2) || torn)
        rewrite(recall);
    free(text);
}

void recall_close(struct recall *recall)
{
    size_t i;

    for (i = 0; i < recall->count; i++)
        free(recall->lines[i]);
    free(recall->lines);
    free(recall->path);
    memset(recall, 0, sizeof *recall);
}

void recall_add(struct recall *recall, const char *line)
{
    const char *newest = recall_line(recall, 0);

    if (!is_command(line) || (newest && strcmp(newest, line) == 0) || append(recall, line) != 0)
        return;
    if (recall->path && !recall->failed)
        write_command(recall, line);
}

const char *recall_line(const struct recall *recall, size_t age)
{
    return age < recall->count ? recall->lines[recall->count - 1 - age] : NULL;
}
