/* Golmac: MIT licence, see LICENSE.

   The transcript that is kept of every play without being asked for, in
   $XDG_DATA_HOME/golmac/transcripts/STORY/DATE.txt: the text of the lower window, the commands, and what the
   interpreter says between them in brackets. It is another than the transcript that the story or the player opens.

   The file is made with the first command, so that a story that was only looked at leaves none; after each turn it is
   whole on the disk as far as the system has it. When it cannot be written that is told once, and the play goes
   on. */
#ifndef SESSION_AUTO_TRANSCRIPT_H
#define SESSION_AUTO_TRANSCRIPT_H

#include <stdbool.h>
#include <stdio.h>
#include "frontends/base/message.h"
#include "frontends/formats/story.h"
#include "frontends/base/wrap.h"

struct auto_transcript {
    bool keeping;       /* else everything here does nothing */
    FILE *file;
    char *before;       /* what was printed before the first command, while file is NULL */
    size_t before_size;
    bool in_memory;     /* file writes to before */
    int failed;         /* errno of a file that could not be made */
    char *folder, *path;/* where transcripts of the story go; of this one, when it is on the disk */
    struct wrap wrap;
    zm_u16 prompt[WRAP_LINE];   /* the line that was being made when the last remark came */
    unsigned prompt_length;
};

/* Begin a transcript of the story; width: its columns, 0 for lines as long as they come. */
void auto_transcript_open(struct auto_transcript *transcript, const struct story *story, unsigned width);
void auto_transcript_close(struct auto_transcript *transcript);

/* Text of the story. */
void auto_transcript_print(struct auto_transcript *transcript, const zm_u16 *text, unsigned length);

/* A line that the player typed, after the prompt. */
void auto_transcript_command(struct auto_transcript *transcript, const zm_u16 *text, unsigned length);

/* A remark of the interpreter, UTF-8. */
void auto_transcript_remark(struct auto_transcript *transcript, const char *text);

/* Input is asked for again after remarks: the story's prompt once more. */
void auto_transcript_prompt(struct auto_transcript *transcript);

/* A turn has ended: what was printed goes to the disk. Returns 0, or -1 saying why that failed, once: the transcript
   is closed. */
int auto_transcript_flush(struct auto_transcript *transcript, struct message *why);

#endif
