/* Golmac: MIT licence, see LICENSE.

   Files named on the command line. There a name means what it means to the shell, save for -R. */
#include "frontends/session/session_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *session_path_of(struct session *session, const char *word, struct message *why)
{
    char *path;

    if (session->files.restricted)
        return files_path(&session->files, word, why);
    path = strdup(word);
    if (!path)
        message_set(why, "there is no memory left");
    return path;
}

static FILE *open_word(struct session *session, enum file_kind kind, const char *word, enum file_mode mode,
                       struct message *why)
{
    char *path = session_path_of(session, word, why);
    FILE *file = path ? files_open(&session->files, path, mode, why) : NULL;

    if (file)
        snprintf(session->choosing.last_name[kind], sizeof session->choosing.last_name[kind], "%s", word);
    free(path);
    return file;
}

/* A saved game may be called by its bare name, too. */
static int load(struct session *session, const char *word, struct message *why)
{
    char *path = session_path_of(session, word, why);
    int result = -1;

    if (path && access(path, F_OK) != 0 && !strchr(word, '/')) {
        free(path);
        path = files_path(&session->files, word, why);
    }
    if (path)
        result = save_read(&session->files, path, &session->zm, why);
    free(path);
    if (result != 0)
        return -1;
    snprintf(session->choosing.last_name[FILE_SAVE], sizeof session->choosing.last_name[FILE_SAVE], "%s", word);
    zm_answer(&session->zm, 2);
    return 0;
}

int session_start(struct session *session, struct message *why)
{
    const struct options *options = session->options;
    FILE *file;

    if (options->load && load(session, options->load, why) != 0)
        return -1;
    if (options->take_from && load(session, options->take_from, why) != 0)
        return -1;
    if (options->transcript) {
        file = open_word(session, FILE_TRANSCRIPT, options->transcript, FILE_WRITE, why);
        if (!file)
            return -1;
        streams_set_transcript(&session->streams, file);
        zm_set_transcript(&session->zm, 1);
    }
    if (options->record) {
        file = open_word(session, FILE_RECORD, options->record, FILE_WRITE, why);
        if (!file)
            return -1;
        streams_set_record(&session->streams, file);
    }
    if (options->replay) {
        file = open_word(session, FILE_RECORD, options->replay, FILE_READ, why);
        if (!file)
            return -1;
        streams_set_replay(&session->streams, file);
    }
    return 0;
}
