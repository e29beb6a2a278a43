/* Golmac: MIT licence, see LICENSE.

   The transcript of every play. */
#include "frontends/session/auto_transcript.h"
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
    struct auto_transcript *transcript = context;

    if (transcript->file)
        utf8_write(transcript->file, text, length);
}

void auto_transcript_open(struct auto_transcript *transcript, const struct story *story, unsigned width)
{
    memset(transcript, 0, sizeof *transcript);
    wrap_init(&transcript->wrap, width, put, transcript);
    transcript->folder = story_data_path(story, "transcripts", "");
    transcript->file = transcript->folder ? open_memstream(&transcript->before, &transcript->before_size) : NULL;
    transcript->in_memory = transcript->keeping = transcript->file != NULL;
}

void auto_transcript_close(struct auto_transcript *transcript)
{
    if (transcript->keeping && !transcript->in_memory)
        wrap_flush(&transcript->wrap);
    if (transcript->file)
        fclose(transcript->file);
    free(transcript->before);
    free(transcript->folder);
    free(transcript->path);
    memset(transcript, 0, sizeof *transcript);
}

/* ---- The file ---- */

/* A new file, called after the time; -1 with errno set. */
static int create_file(struct auto_transcript *transcript)
{
    char date[32], name[64];
    time_t now = time(NULL);
    struct tm *when = localtime(&now);
    int i, descriptor = -1;

    if (!when || strftime(date, sizeof date, "%Y-%m-%d-%H%M%S", when) == 0)
        strcpy(date, "undated");
    for (i = 1; i <= SAME_SECOND && descriptor < 0; i++) {
        snprintf(name, sizeof name, i > 1 ? "%s-%d.txt" : "%s.txt", date, i);
        free(transcript->path);
        transcript->path = path_join(transcript->folder, strlen(transcript->folder), name);
        errno = ENOMEM;
        if (transcript->path)
            descriptor = open(transcript->path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0666);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    return descriptor;
}

/* From memory to the disk: with the first command. 0, or -1 with errno set. */
static int begin_file(struct auto_transcript *transcript)
{
    FILE *file = NULL;
    int descriptor;

    fclose(transcript->file);
    transcript->file = NULL;
    transcript->in_memory = false;
    if (path_make_folder(transcript->folder) != 0)
        return -1;
    descriptor = create_file(transcript);
    if (descriptor >= 0)
        file = fdopen(descriptor, "ab");
    if (!file) {
        if (descriptor >= 0)
            close(descriptor);
        return -1;
    }
    fwrite(transcript->before, 1, transcript->before_size, file);
    transcript->file = file;
    return 0;
}

static int give_up(struct auto_transcript *transcript, struct message *why)
{
    message_set(why, "No transcript of this play is kept from here on: %s: %s.",
                transcript->path ? transcript->path : transcript->folder,
                strerror(transcript->failed ? transcript->failed : errno));
    if (transcript->file)
        fclose(transcript->file);
    transcript->file = NULL;
    transcript->keeping = false;
    return -1;
}

int auto_transcript_flush(struct auto_transcript *transcript, struct message *why)
{
    if (!transcript->keeping || transcript->in_memory)
        return 0;
    if (transcript->file && fflush(transcript->file) == 0 && !ferror(transcript->file))
        return 0;
    return give_up(transcript, why);
}

/* ---- What is written ---- */

void auto_transcript_print(struct auto_transcript *transcript, const zm_u16 *text, unsigned length)
{
    if (transcript->keeping)
        wrap_text(&transcript->wrap, text, length);
}

void auto_transcript_command(struct auto_transcript *transcript, const zm_u16 *text, unsigned length)
{
    static const zm_u16 new_line = '\n';

    if (!transcript->keeping)
        return;
    wrap_text(&transcript->wrap, text, length);
    wrap_text(&transcript->wrap, &new_line, 1);
    if (transcript->in_memory && begin_file(transcript) != 0)
        transcript->failed = errno; /* the next auto_transcript_flush says so */
}

void auto_transcript_remark(struct auto_transcript *transcript, const char *text)
{
    if (!transcript->keeping || !transcript->file)
        return;
    if (transcript->wrap.length > 0) {
        transcript->prompt_length = transcript->wrap.length;
        memcpy(transcript->prompt, transcript->wrap.line, transcript->prompt_length * sizeof *transcript->prompt);
    }
    wrap_flush(&transcript->wrap);
    if (!wrap_at_start(&transcript->wrap))
        putc('\n', transcript->file);
    wrap_newline_seen(&transcript->wrap);
    fprintf(transcript->file, "[%s]\n", text);
}

void auto_transcript_prompt(struct auto_transcript *transcript)
{
    if (transcript->keeping && wrap_at_start(&transcript->wrap))
        wrap_text(&transcript->wrap, transcript->prompt, transcript->prompt_length);
}
