/* Golmac: MIT licence, see LICENSE.

   The transcript of every play. */
#include "frontends/session/diary.h"
#include "frontends/base/paths.h"
#include "frontends/host/story_data.h"
#include "frontends/base/utf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Plays of one story that begin in the same second. */
enum { SAME_SECOND = 100 };

static void put(void *context, const zm_u16 *text, unsigned length)
{
    struct diary *diary = context;

    if (diary->file)
        utf8_write(diary->file, text, length);
}

void diary_open(struct diary *diary, const struct story *story, unsigned width)
{
    memset(diary, 0, sizeof *diary);
    wrap_init(&diary->wrap, width, put, diary);
    diary->folder = story_data_path(story, "transcripts", "");
    diary->file = diary->folder ? open_memstream(&diary->before, &diary->before_size) : NULL;
    diary->in_memory = diary->keeping = diary->file != NULL;
}

void diary_close(struct diary *diary)
{
    if (diary->keeping && !diary->in_memory)
        wrap_flush(&diary->wrap);
    if (diary->file)
        fclose(diary->file);
    free(diary->before);
    free(diary->folder);
    free(diary->path);
    memset(diary, 0, sizeof *diary);
}

/* ---- The file ---- */

/* A new file, called after the time; -1 with errno set. */
static int create_file(struct diary *diary)
{
    char date[32], name[64];
    time_t now = time(NULL);
    struct tm *when = localtime(&now);
    int i, descriptor = -1;

    if (!when || strftime(date, sizeof date, "%Y-%m-%d-%H%M%S", when) == 0)
        strcpy(date, "undated");
    for (i = 1; i <= SAME_SECOND && descriptor < 0; i++) {
        snprintf(name, sizeof name, i > 1 ? "%s-%d.txt" : "%s.txt", date, i);
        free(diary->path);
        diary->path = path_join(diary->folder, strlen(diary->folder), name);
        errno = ENOMEM;
        if (diary->path)
            descriptor = open(diary->path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0666);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    return descriptor;
}

/* From memory to the disk: with the first command. 0, or -1 with errno set. */
static int begin_file(struct diary *diary)
{
    FILE *file = NULL;
    int descriptor;

    fclose(diary->file);
    diary->file = NULL;
    diary->in_memory = 0;
    if (path_make_folder(diary->folder) != 0)
        return -1;
    descriptor = create_file(diary);
    if (descriptor >= 0)
        file = fdopen(descriptor, "ab");
    if (!file) {
        if (descriptor >= 0)
            close(descriptor);
        return -1;
    }
    fwrite(diary->before, 1, diary->before_size, file);
    diary->file = file;
    return 0;
}

static int give_up(struct diary *diary, struct message *why)
{
    message_set(why, "No transcript of this play is kept from here on: %s: %s.", diary->path ? diary->path : diary->folder,
                strerror(diary->failed ? diary->failed : errno));
    if (diary->file)
        fclose(diary->file);
    diary->file = NULL;
    diary->keeping = 0;
    return -1;
}

int diary_flush(struct diary *diary, struct message *why)
{
    if (!diary->keeping || diary->in_memory)
        return 0;
    if (diary->file && fflush(diary->file) == 0 && !ferror(diary->file))
        return 0;
    return give_up(diary, why);
}

/* ---- What is written ---- */

void diary_print(struct diary *diary, const zm_u16 *text, unsigned length)
{
    if (diary->keeping)
        wrap_text(&diary->wrap, text, length);
}

void diary_command(struct diary *diary, const zm_u16 *text, unsigned length)
{
    static const zm_u16 new_line = '\n';

    if (!diary->keeping)
        return;
    wrap_text(&diary->wrap, text, length);
    wrap_text(&diary->wrap, &new_line, 1);
    if (diary->in_memory && begin_file(diary) != 0)
        diary->failed = errno; /* the next diary_flush says so */
}

void diary_remark(struct diary *diary, const char *text)
{
    if (!diary->keeping || !diary->file)
        return;
    if (diary->wrap.length > 0) {
        diary->prompt_length = diary->wrap.length;
        memcpy(diary->prompt, diary->wrap.line, diary->prompt_length * sizeof *diary->prompt);
    }
    wrap_flush(&diary->wrap);
    if (!wrap_at_start(&diary->wrap))
        putc('\n', diary->file);
    wrap_newline_seen(&diary->wrap);
    fprintf(diary->file, "[%s]\n", text);
}

void diary_prompt(struct diary *diary)
{
    if (diary->keeping && wrap_at_start(&diary->wrap))
        wrap_text(&diary->wrap, diary->prompt, diary->prompt_length);
}
