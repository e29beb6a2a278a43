/* Golmac: MIT licence, see LICENSE.

   What the machine asks of the host besides text and input: saving, restoring, undo, and the streams that are files. */
#include "frontends/session/session_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const extensions[FILE_KINDS] = { ".qzl", ".AUX", ".txt", ".rec" };

static char *refuse(struct session *session, const struct message *why)
{
    session_say(session, "%s", why->text);
    return NULL;
}

/* ---- Names: each step leads to the next when the player has answered ---- */

static void end_choosing(struct session *session, char *path)
{
    session->choosing.then(session, path);
}

static void take_path(struct session *session)
{
    struct choosing *choosing = &session->choosing;
    char *path = choosing->path;

    choosing->path = NULL;
    snprintf(session->choosing.last_name[choosing->kind], NAME_SIZE, "%s", choosing->name);
    if (choosing->mode != FILE_READ)
        session->choosing.is_chosen[choosing->kind] = 1;
    end_choosing(session, path);
}

static void may_be_overwritten(struct session *session, const char *answer)
{
    if (answer && tolower((unsigned char)answer[0]) == 'y') {
        take_path(session);
        return;
    }
    session_drop_choosing(session);
    end_choosing(session, NULL);
}

static bool is_chosen(const struct session *session, enum file_kind kind, const char *name)
{
    return session->choosing.is_chosen[kind] && strcmp(name, session->choosing.last_name[kind]) == 0;
}

static void take_name(struct session *session)
{
    enum { ANSWER_SIZE = 16 };
    struct choosing *choosing = &session->choosing;
    struct message why = { "" };
    bool is_written = choosing->mode == FILE_WRITE
                      || (choosing->mode == FILE_APPEND && !is_chosen(session, choosing->kind, choosing->name));

    choosing->path = files_path(&session->files, choosing->name, &why);
    if (!choosing->path)
        end_choosing(session, refuse(session, &why));
    else if (is_written && access(choosing->path, F_OK) == 0)
        session_ask(session, SESSION_ASKS_OVERWRITE, "Overwrite existing file? \nOverwrite it? ", ANSWER_SIZE,
                    may_be_overwritten);
    else
        take_path(session);
}

static const char *default_name(struct session *session, enum file_kind kind)
{
    char *name = session->choosing.last_name[kind];

    if (*name == 0)
        snprintf(name, NAME_SIZE, "%s%s", session->story.name, extensions[kind]);
    return name;
}

/* An empty answer means the default. */
static void name_typed(struct session *session, const char *answer)
{
    struct choosing *choosing = &session->choosing;

    if (!answer) {
        end_choosing(session, NULL);
        return;
    }
    snprintf(choosing->name, NAME_SIZE, "%s", *answer ? answer : default_name(session, choosing->kind));
    take_name(session);
}

static void ask_name(struct session *session)
{
    char question[2 * NAME_SIZE + 64];
    const char *name = default_name(session, session->choosing.kind);

    snprintf(question, sizeof question, "Please enter a filename [%s]: \nFile [%s]: \nFile name: ", name, name);
    session_ask(session, SESSION_ASKS_NAME, question, NAME_SIZE, name_typed);
}

static void save_chosen(struct session *session, const char *name)
{
    if (!name) {
        end_choosing(session, NULL);
    } else if (*name == 0) {
        ask_name(session);
    } else {
        snprintf(session->choosing.name, NAME_SIZE, "%s", name);
        take_name(session);
    }
}

void session_choose_file(struct session *session, enum file_kind kind, const char *name, enum file_mode mode,
                         path_taker *then)
{
    struct choosing *choosing = &session->choosing;

    choosing->kind = kind;
    choosing->mode = mode;
    choosing->then = then;
    if (name) {
        snprintf(choosing->name, sizeof choosing->name, "%s", name);
        take_name(session);
    } else if (kind != FILE_SAVE || session_offer_names(session, mode == FILE_WRITE, save_chosen) != 0) {
        ask_name(session);
    }
}

void session_drop_choosing(struct session *session)
{
    free(session->choosing.path);
    session->choosing.path = NULL;
}

/* ---- Saved games ---- */

int session_save_to(struct session *session, char *path)
{
    struct message why = { "" };
    int result = path ? save_write(path, &session->zm, &why) : -1;

    if (path && result != 0)
        refuse(session, &why);
    free(path);
    return result;
}

static void was_restored(struct session *session)
{
    session->turn.is_kept = 0;
    if (session->host.was_restored)
        session->host.was_restored(session->host.context);
}

int session_restore_from(struct session *session, char *path)
{
    struct message why = { "" };
    int result = path ? save_read(&session->files, path, &session->zm, &why) : -1;

    if (path && result != 0)
        refuse(session, &why);
    free(path);
    if (result == 0)
        was_restored(session);
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

static void choose_table(struct session *session, enum file_mode mode, path_taker *then)
{
    const struct zm_request *request = &session->zm.request;
    char name[NAME_SIZE], *path;
    struct message why = { "" };

    suggested_name(session, name);
    if (*name)
        snprintf(session->choosing.last_name[FILE_TABLE], NAME_SIZE, "%s", name);
    if (*name == 0 || request->count < 4 || request->operand[3] != 0) {
        session_choose_file(session, FILE_TABLE, NULL, mode, then);
        return;
    }
    path = files_path(&session->files, name, &why);
    then(session, path ? path : refuse(session, &why));
}

/* 15, save: 1 for success, as for a whole game. */
static void save_table(struct session *session, char *path)
{
    const zm_u16 *operand = session->zm.request.operand;
    struct message why = { "" };
    int result = path ? save_write_table(path, &session->zm, operand[0], operand[1], &why) : -1;

    if (path && result < 0)
        refuse(session, &why);
    free(path);
    zm_answer(&session->zm, result >= 0);
}

static void restore_table(struct session *session, char *path)
{
    const zm_u16 *operand = session->zm.request.operand;
    struct message why = { "" };
    int result = path ? save_read_table(&session->files, path, &session->zm, operand[0], operand[1], &why) : -1;

    if (path && result < 0 && access(path, F_OK) == 0) /* 7.6.4: that there is no such file is the story's to say */
        refuse(session, &why);
    free(path);
    zm_answer(&session->zm, result > 0 ? (zm_u16)result : 0);
}

/* ---- Answers ---- */

static void save_game(struct session *session, char *path)
{
    zm_answer(&session->zm, session_save_to(session, path) == 0);
}

static void restore_game(struct session *session, char *path)
{
    zm_answer(&session->zm, session_restore_from(session, path) == 0 ? 2 : 0);
}

void session_save(struct session *session)
{
    if (session->zm.request.count)
        choose_table(session, FILE_WRITE, save_table);
    else
        session_choose_file(session, FILE_SAVE, NULL, FILE_WRITE, save_game);
}

void session_restore(struct session *session)
{
    if (session->zm.request.count)
        choose_table(session, FILE_READ, restore_table);
    else
        session_choose_file(session, FILE_SAVE, NULL, FILE_READ, restore_game);
}

/* ---- Streams ---- */

/* A transcript that is opened again in the same play goes on where it was. */
void session_choose_stream(struct session *session, enum file_kind kind, const char *name, path_taker *then)
{
    session->choosing.goes_on = session->choosing.is_chosen[kind] && kind == FILE_TRANSCRIPT;
    snprintf(session->choosing.name_before, NAME_SIZE, "%s", session->choosing.last_name[kind]);
    session_choose_file(session, kind, name, kind == FILE_TRANSCRIPT ? FILE_APPEND : FILE_WRITE, then);
}

int session_write_stream(struct session *session, enum file_kind kind, char *path)
{
    struct message why = { "" };
    const struct choosing *choosing = &session->choosing;
    bool goes_on = choosing->goes_on && strcmp(choosing->name_before, choosing->last_name[kind]) == 0;
    FILE *file = path ? files_open(&session->files, path, goes_on ? FILE_APPEND : FILE_WRITE, &why) : NULL;

    if (path && !file)
        refuse(session, &why);
    free(path);
    if (!file)
        return -1;
    if (kind == FILE_TRANSCRIPT)
        streams_set_transcript(&session->streams, file);
    else
        streams_set_record(&session->streams, file);
    return 0;
}

int session_replay_from(struct session *session, char *path)
{
    struct message why = { "" };
    FILE *file = path ? files_open(&session->files, path, FILE_READ, &why) : NULL;

    if (path && !file)
        refuse(session, &why);
    free(path);
    if (!file)
        return -1;
    streams_set_replay(&session->streams, file);
    return 0;
}

/* ---- Streams that the story opens ---- */

enum due_stream { DUE_TRANSCRIPT = 1, DUE_RECORD = 2, DUE_REPLAY = 4 };

/* The story hears that the file is there; if there will be none, it is told so afterwards. */
static void transcript_chosen(struct session *session, char *path)
{
    if (session_write_stream(session, FILE_TRANSCRIPT, path) != 0)
        zm_set_transcript(&session->zm, 0);
}

static void record_chosen(struct session *session, char *path)
{
    (void)session_write_stream(session, FILE_RECORD, path);
}

/* The player has been told why there is nothing to replay, and types on. */
static void replay_chosen(struct session *session, char *path)
{
    (void)session_replay_from(session, path);
}

static void become_due(struct session *session, enum due_stream stream)
{
    session->choosing.streams_due |= stream;
    zm_pause(&session->zm);
}

/* Older stories switch the transcript off and on again: they ask for its name once (7.1.1.2). In version 5 and later
   it is the player who does, and is asked again, as in Frotz. */
void session_open_transcript(struct session *session)
{
    if (!session->streams.transcript)
        become_due(session, DUE_TRANSCRIPT);
}

void session_open_record(struct session *session)
{
    if (!session->streams.record)
        become_due(session, DUE_RECORD);
}

void session_open_replay(struct session *session)
{
    become_due(session, DUE_REPLAY);
}

bool session_open_due_streams(struct session *session)
{
    unsigned due = session->choosing.streams_due;
    bool is_named = session->zm.version < 5 && session->choosing.is_chosen[FILE_TRANSCRIPT];

    session->choosing.streams_due = 0;
    if (due & DUE_TRANSCRIPT)
        session_choose_stream(session, FILE_TRANSCRIPT, is_named ? session->choosing.last_name[FILE_TRANSCRIPT] : NULL,
                              transcript_chosen);
    else if (due & DUE_RECORD)
        session_choose_stream(session, FILE_RECORD, NULL, record_chosen);
    else if (due & DUE_REPLAY)
        session_choose_file(session, FILE_RECORD, NULL, FILE_READ, replay_chosen);
    return due != 0;
}
