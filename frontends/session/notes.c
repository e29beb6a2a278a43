/* Golmac: MIT licence, see LICENSE.

   The player's notes on a story: a text file that can as well be written with an editor. */
#include "frontends/session/session_internal.h"
#include "frontends/base/file.h"
#include "frontends/host/story_data.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A remark holds that many bytes of notes. */
enum { NOTES_AT_ONCE = 1900 };

/* Text that was not ended with a new line, by an editor, is ended before the note. */
static bool ends_in_line(const char *path)
{
    size_t size = 0;
    struct message why;
    char *text = file_read_whole(path, &size, &why);
    bool ended = !text || size == 0 || text[size - 1] == '\n';

    free(text);
    return ended;
}

static int append_note(const char *path, const char *note, struct message *why)
{
    static const struct files anywhere = { NULL, false };
    bool ended = ends_in_line(path);
    FILE *file = files_open(&anywhere, path, FILE_APPEND, why);
    bool failed;

    if (!file)
        return -1;
    fprintf(file, "%s%s\n", ended ? "" : "\n", note);
    failed = ferror(file);
    if (fclose(file) != 0 || failed)
        return message_set(why, "%s: %s", path, strerror(errno));
    return 0;
}

/* The longest piece of whole lines that a remark holds; at least one line, cut if need be. */
static size_t piece_of(const char *text)
{
    size_t length = strlen(text);

    if (length <= NOTES_AT_ONCE)
        return length;
    for (length = NOTES_AT_ONCE; length > 0 && text[length - 1] != '\n'; length--)
        continue;
    return length ? length : NOTES_AT_ONCE;
}

static void show_notes(struct session *session, const char *path)
{
    struct message why;
    char *text = file_read_whole(path, NULL, &why), *at, piece[NOTES_AT_ONCE + 1];
    size_t length;

    if (!text && errno != ENOENT) {
        session_say(session, "%s", why.text);
        return;
    }
    if (!text || text[strspn(text, " \n")] == 0)
        session_say(session, "There are no notes yet: /notes TEXT makes one. They are in %s.", path);
    for (at = text; at && *at; at += length) {
        length = piece_of(at);
        memcpy(piece, at, length);
        piece[piece[length - 1] == '\n' ? length - 1 : length] = 0;
        if (*piece == 0)
            continue;
        session->host.say(session->host.context, piece);
        auto_transcript_remark(&session->auto_transcript, piece);
    }
    free(text);
}

void session_note(struct session *session, const char *note)
{
    char *path = story_data_path(&session->story, "played", "notes.txt");
    struct message why = { "" };

    if (!path)
        session_say(session, "There is no memory left.");
    else if (*note == 0)
        show_notes(session, path);
    else if (append_note(path, note, &why) != 0)
        session_say(session, "Not noted: %s", why.text);
    else
        session_say(session, "Noted.");
    free(path);
}
