/* Golmac: MIT licence, see LICENSE.

   What the machine asks of the host besides text and input: saving, restoring, undo, and the streams that are files. */
#include "frontends/session/session.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_SIZE = 256 };

static const char *const extensions[FILE_KINDS] = { ".qzl", ".AUX", ".txt", ".rec" };

/* ---- Names ---- */

static const char *default_name(struct session *session, enum file_kind kind)
{
    char *name = session->last_name[kind];

    if (*name == 0)
        snprintf(name, NAME_SIZE, "%s%s", session->story.name, extensions[kind]);
    return name;
}

/* Ask with a default, which an empty answer means. 0 or -1. */
static int ask_name(struct session *session, enum file_kind kind, char *answer)
{
    char question[2 * NAME_SIZE + 64];
    const char *name = default_name(session, kind);

    snprintf(question, sizeof question, "Please enter a filename [%s]: \nFile [%s]: \nFile name: ", name, name);
    if (session->frontend->ask(session->frontend->context, question, answer, NAME_SIZE) != 0)
        return -1;
    if (*answer == 0)
        snprintf(answer, NAME_SIZE, "%s", default_name(session, kind));
    return 0;
}

static int may_overwrite(struct session *session, const char *path)
{
    char answer[16];

    if (access(path, F_OK) != 0)
        return 1;
    if (session->frontend->ask(session->frontend->context, "Overwrite existing file? \nOverwrite it? ", answer, sizeof answer) != 0)
        return 0;
    return tolower((unsigned char)answer[0]) == 'y';
}

static int is_chosen(const struct session *session, enum file_kind kind, const char *name)
{
    return session->chosen[kind] && strcmp(name, session->last_name[kind]) == 0;
}

static char *refuse(struct session *session, const struct message *why)
{
    session_say(session, "%s", why->text);
    return NULL;
}

/* The path of the file called name (NULL: ask), allocated; NULL: there is none, and the player knows why. */
static char *choose_file(struct session *session, enum file_kind kind, const char *name, enum file_mode mode)
{
    char answer[NAME_SIZE];
    struct message why = { "" };
    char *path;

    if (!name && kind == FILE_SAVE && session_menu_name(session, mode == FILE_WRITE, answer, sizeof answer) != 0)
        return NULL;
    if (!name && (kind != FILE_SAVE || *answer == 0) && ask_name(session, kind, answer) != 0)
        return NULL;
    if (name)
        snprintf(answer, sizeof answer, "%s", name);
    path = files_path(&session->files, answer, &why);
    if (!path)
        return refuse(session, &why);
    if (mode == FILE_WRITE || (mode == FILE_APPEND && !is_chosen(session, kind, answer)))
        if (!may_overwrite(session, path)) {
            free(path);
            return NULL;
        }
    snprintf(session->last_name[kind], NAME_SIZE, "%s", answer);
    if (mode != FILE_READ)
        session->chosen[kind] = 1;
    return path;
}

/* ---- Saved games ---- */

int session_save_as(struct session *session, const char *name)
{
    struct message why = { "" };
    char *path = choose_file(session, FILE_SAVE, name, FILE_WRITE);
    int result = path ? save_write(path, &session->zm, &why) : -1;

    if (path && result != 0)
        refuse(session, &why);
    free(path);
    return result;
}

void session_was_restored(struct session *session)
{
    session->turn_kept = 0;
    if (session->frontend->was_restored)
        session->frontend->was_restored(session->frontend->context);
}

int session_restore_from(struct session *session, const char *name)
{
    struct message why = { "" };
    char *path = choose_file(session, FILE_SAVE, name, FILE_READ);
    int result = path ? save_read(&session->files, path, &session->zm, &why) : -1;

    if (path && result != 0)
        refuse(session, &why);
    free(path);
    if (result == 0)
        session_was_restored(session);
    return result;
}

/* ---- Auxiliary files (15, save and restore with operands; 7.6) ---- */

/* The name that the story suggests, made one that the standard allows (7.6.1): up to 8 letters and digits, a full stop,
   up to 3 more, in capitals. So it stays in its folder, whatever the story says. */
static void suggested_name(struct session *session, char *name)
{
    zm_u16 address = session->zm.request.operand[2];
    unsigned length = session->zm.request.count > 2 && address ? zm_byte(&session->zm, address) : 0;
    unsigned i, used = 0, limit = 8;
    int stopped = 0;

    for (i = 0; i < length; i++) {
        zm_u8 c = zm_byte(&session->zm, address + 1u + i);

        if (c < 128 && isalnum(c) && used < limit)
            name[used++] = (char)toupper(c);
        else if (c == '.' && used && !stopped) {
            stopped = 1;
            name[used++] = '.';
            limit = used + 3;
        }
    }
    name[used] = 0;
    if (used && !stopped)
        strcpy(name + used, extensions[FILE_TABLE]);
}

static char *choose_table(struct session *session, enum file_mode mode)
{
    const struct zm_request *request = &session->zm.request;
    char name[NAME_SIZE];
    struct message why = { "" };
    char *path;

    suggested_name(session, name);
    if (*name)
        snprintf(session->last_name[FILE_TABLE], NAME_SIZE, "%s", name);
    if (*name == 0 || request->count < 4 || request->operand[3] != 0)
        return choose_file(session, FILE_TABLE, NULL, mode);
    path = files_path(&session->files, name, &why);
    return path ? path : refuse(session, &why);
}

static zm_u16 save_table(struct session *session)
{
    const zm_u16 *operand = session->zm.request.operand;
    struct message why = { "" };
    char *path = choose_table(session, FILE_WRITE);
    int result = path ? table_write(path, &session->zm, operand[0], operand[1], &why) : -1;

    if (path && result < 0)
        refuse(session, &why);
    free(path);
    return result >= 0; /* 15, save: 1 for success, as for a whole game */
}

static zm_u16 restore_table(struct session *session)
{
    const zm_u16 *operand = session->zm.request.operand;
    struct message why = { "" };
    char *path = choose_table(session, FILE_READ);
    int result = path ? table_read(&session->files, path, &session->zm, operand[0], operand[1], &why) : -1;

    if (path && result < 0 && access(path, F_OK) == 0) /* 7.6.4: that there is no such file is the story's to say */
        refuse(session, &why);
    free(path);
    return result > 0 ? (zm_u16)result : 0;
}

/* ---- Answers ---- */

void session_save(struct session *session)
{
    zm_u16 answer;

    if (session->zm.request.count)
        answer = save_table(session);
    else
        answer = session_save_as(session, NULL) == 0;
    zm_answer(&session->zm, answer);
}

void session_restore(struct session *session)
{
    if (session->zm.request.count)
        zm_answer(&session->zm, restore_table(session));
    else
        zm_answer(&session->zm, session_restore_from(session, NULL) == 0 ? 2 : 0);
}

/* ---- Streams ---- */

/* A transcript that is opened again in the same play goes on where it was. */
int session_open_stream(struct session *session, enum file_kind kind, const char *name)
{
    char before[NAME_SIZE];
    struct message why = { "" };
    char *path;
    FILE *file;
    int again = session->chosen[kind];

    snprintf(before, sizeof before, "%s", session->last_name[kind]);
    path = choose_file(session, kind, name, kind == FILE_TRANSCRIPT ? FILE_APPEND : FILE_WRITE);
    if (!path)
        return -1;
    again = again && kind == FILE_TRANSCRIPT && strcmp(before, session->last_name[kind]) == 0;
    file = files_open(&session->files, path, again ? FILE_APPEND : FILE_WRITE, &why);
    free(path);
    if (!file) {
        refuse(session, &why);
        return -1;
    }
    if (kind == FILE_TRANSCRIPT)
        streams_set_transcript(&session->streams, file);
    else
        streams_set_record(&session->streams, file);
    return 0;
}

void session_tell_transcript(struct session *session)
{
    zm_u8 flags = zm_byte(&session->zm, 0x11);

    if (session->streams.transcript) {
        session->zm.streams |= ZM_STREAM_TRANSCRIPT;
        flags |= 1;
    } else {
        session->zm.streams &= (zm_u8)~ZM_STREAM_TRANSCRIPT;
        flags &= (zm_u8)~1;
    }
    (void)zm_put_byte(&session->zm, 0x11, flags);
}

/* Older stories switch the transcript off and on again: they ask for its name once (7.1.1.2). In version 5 and later it is
   the player who does, and is asked again, as in Frotz. */
int session_open_transcript(struct session *session)
{
    const char *name = NULL;

    if (session->streams.transcript)
        return 0;
    if (session->zm.version < 5 && session->chosen[FILE_TRANSCRIPT])
        name = session->last_name[FILE_TRANSCRIPT];
    return session_open_stream(session, FILE_TRANSCRIPT, name);
}

int session_open_record(struct session *session)
{
    if (session->streams.record)
        return 0;
    return session_open_stream(session, FILE_RECORD, NULL);
}

int session_replay_from(struct session *session, const char *name)
{
    struct message why = { "" };
    char *path = choose_file(session, FILE_RECORD, name, FILE_READ);
    FILE *file = path ? files_open(&session->files, path, FILE_READ, &why) : NULL;

    if (path && !file)
        refuse(session, &why);
    free(path);
    if (!file)
        return -1;
    streams_set_replay(&session->streams, file);
    return 0;
}

void session_open_replay(struct session *session)
{
    (void)session_replay_from(session, NULL); /* the player has been told why, and types on */
}
