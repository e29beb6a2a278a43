/* Golmac: MIT licence, see LICENSE.

   Commands to the interpreter: "/undo 3". The story never sees them; they are not recorded and take no turn. */
#include "frontends/session/session_internal.h"
#include "frontends/session/saved_games.h"
#include "frontends/formats/identity.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- Help ---- */

static const struct { const char *name, *argument, *help; } help[] = {
#define COMMAND(name, argument, help) { #name, argument, help },
#include "frontends/session/commands.def"
};

static void command_help(struct session *session, const char *argument)
{
    char text[2000] = "Commands to the interpreter:\n";
    size_t i, used = strlen(text);

    (void)argument;
    if (session_offer_help(session) == 0)
        return;
    for (i = 0; i < sizeof help / sizeof *help && used < sizeof text; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "/%s%s%s: %s\n", help[i].name,
                                 *help[i].argument ? " " : "", help[i].argument, help[i].help);
    if (used < sizeof text)
        snprintf(text + used, sizeof text - used, "//...: a line for the story that begins with a slash");
    session->host.say(session->host.context, text);
}

/* ---- The timeline: travel.c ---- */

static void command_undo(struct session *session, const char *argument) { session_undo(session, argument, -1); }
static void command_redo(struct session *session, const char *argument) { session_undo(session, argument, 1); }
static void command_goto(struct session *session, const char *argument) { session_goto(session, argument); }
static void command_branch(struct session *session, const char *argument) { session_name_branch(session, argument); }
static void command_diff(struct session *session, const char *argument) { session_compare(session, argument); }

static void command_timeline(struct session *session, const char *argument)
{
    if (session_offer_turns(session) != 0)
        session_show_timeline(session, argument);
}

static void command_branches(struct session *session, const char *argument)
{
    (void)argument;
    session_show_branches(session);
}

static void command_playthroughs(struct session *session, const char *argument)
{
    session_change_playthrough(session, argument);
}

/* ---- Saved games ---- */

static const char *name_or_null(const char *argument)
{
    return *argument ? argument : NULL;
}

static void save_to(struct session *session, char *path)
{
    if (session_save_to(session, path) == 0)
        session_say(session, "Saved as %s.", session->choosing.last_name[FILE_SAVE]);
    else
        session_say(session, "Not saved.");
}

static void command_save(struct session *session, const char *argument)
{
    session_choose_file(session, FILE_SAVE, name_or_null(argument), FILE_WRITE, save_to);
}

static void restore_from(struct session *session, char *path)
{
    if (session_restore_from(session, path) != 0) {
        session_say(session, "Not restored: the game goes on as it was.");
        return;
    }
    session_say(session, "Restored from %s.", session->choosing.last_name[FILE_SAVE]);
    snprintf(session->turn.command, sizeof session->turn.command, "/restore %s",
             session->choosing.last_name[FILE_SAVE]);
    zm_answer(&session->zm, 2);
}

static void command_restore(struct session *session, const char *argument)
{
    session_choose_file(session, FILE_SAVE, name_or_null(argument), FILE_READ, restore_from);
}

static void say_saves(struct session *session, const struct saved_games *games)
{
    char line[512];
    size_t i;

    for (i = 0; i < games->count; i++) {
        saved_games_describe(&games->saves[i], line, sizeof line);
        session_say(session, "%s", line);
    }
}

static void save_chosen(struct session *session, const char *name)
{
    if (name)
        command_restore(session, name);
}

static void command_saves(struct session *session, const char *argument)
{
    struct saved_games games;

    (void)argument;
    if (saved_games_open(&games, session->files.folder, &session->story) != 0) {
        session_say(session, "There is no memory left.");
        return;
    }
    if (games.count && session->host.shows_lists) {
        session_offer_saves(session, &games, "restore", -1, save_chosen);
        return;
    }
    if (games.count == 0)
        session_say(session, "There are no saved games in %s.", session->files.folder);
    say_saves(session, &games);
    saved_games_close(&games);
}

/* ---- Streams ---- */

static void stop_stream(struct session *session, enum file_kind kind)
{
    FILE *file = kind == FILE_TRANSCRIPT ? session->streams.transcript : session->streams.record;

    if (kind == FILE_TRANSCRIPT)
        streams_set_transcript(&session->streams, NULL);
    else
        streams_set_record(&session->streams, NULL);
    session_say(session, file ? "%s ended." : "There is no %s to end.",
                kind == FILE_TRANSCRIPT ? (file ? "Transcript" : "transcript") : (file ? "Recording" : "recording"));
}

static void transcript_to(struct session *session, char *path)
{
    if (session_write_stream(session, FILE_TRANSCRIPT, path) == 0)
        session_say(session, "Transcript begun: %s.", session->choosing.last_name[FILE_TRANSCRIPT]);
    zm_set_transcript(&session->zm, session->streams.transcript != NULL);
}

static void command_transcript(struct session *session, const char *argument)
{
    if (strcmp(argument, "off") == 0)
        stop_stream(session, FILE_TRANSCRIPT);
    else if (session->streams.transcript)
        session_say(session, "A transcript is being written already: %s.",
                    session->choosing.last_name[FILE_TRANSCRIPT]);
    else
        session_choose_stream(session, FILE_TRANSCRIPT, name_or_null(argument), transcript_to);
    zm_set_transcript(&session->zm, session->streams.transcript != NULL);
}

static void record_to(struct session *session, char *path)
{
    if (session_write_stream(session, FILE_RECORD, path) == 0)
        session_say(session, "Recording begun: %s.", session->choosing.last_name[FILE_RECORD]);
}

static void command_record(struct session *session, const char *argument)
{
    if (strcmp(argument, "off") == 0)
        stop_stream(session, FILE_RECORD);
    else if (session->streams.record)
        session_say(session, "Commands are being recorded already: %s.", session->choosing.last_name[FILE_RECORD]);
    else
        session_choose_stream(session, FILE_RECORD, name_or_null(argument), record_to);
}

static void replay_from(struct session *session, char *path)
{
    if (session_replay_from(session, path) == 0)
        session_say(session, "Replaying %s.", session->choosing.last_name[FILE_RECORD]);
}

static void command_replay(struct session *session, const char *argument)
{
    session_choose_file(session, FILE_RECORD, name_or_null(argument), FILE_READ, replay_from);
}

/* ---- Others ---- */

static void command_seed(struct session *session, const char *argument)
{
    char *end;
    unsigned long seed = strtoul(argument, &end, 10);

    if (*argument == 0) {
        session_say(session, "The seed is %lu.", (unsigned long)session->seed);
    } else if (*end || *argument == '-' || seed > 0x7FFFFFFF) {
        session_say(session, "/seed takes a number from 0 to 2147483647.");
    } else {
        session->seed = (zm_u32)seed;
        zm_seed(&session->zm, session->seed);
        session_say(session, "The seed is %lu now.", seed);
    }
}

static void command_notes(struct session *session, const char *argument)
{
    session_note(session, argument);
}

static void command_status(struct session *session, const char *argument)
{
    (void)argument;
    if (session->host.show_status)
        session->host.show_status(session->host.context);
    else
        session_say(session, "There is no status line.");
}

static void command_about(struct session *session, const char *argument)
{
    struct identity identity;
    const struct zm *zm = &session->zm;

    (void)argument;
    identity_of(&identity, &session->story);
    session_say(session, "%s\nZ-machine version %u, release %u, serial number %s, IFID %s.\n"
                "%lu bytes of story, %u bytes of dynamic memory; checksum %04X%s; seed %lu.",
                session->story.path, zm->version, identity.release, identity.serial, identity.ifid,
                (unsigned long)zm->story_size, zm->dynamic_size, identity.checksum,
                session->is_damaged ? ", which the bytes do not match" : "", (unsigned long)session->seed);
}

static void command_restart(struct session *session, const char *argument)
{
    zm_u16 none[8] = { 0 };

    (void)argument;
    session->wanted.needs_prompt = 0;
    session->zm.host.perform(session->zm.host.context, ZM_OP_restart, none, 0);
    zm_restart(&session->zm);
    snprintf(session->turn.command, sizeof session->turn.command, "/restart");
    session->turn.is_kept = 0;
}

static void command_quit(struct session *session, const char *argument)
{
    (void)argument;
    session->ended = true;
}

/* ---- Which ---- */

static const struct { const char *name; void (*run)(struct session *, const char *); } commands[] = {
#define COMMAND(name, argument, help) { #name, command_##name },
#include "frontends/session/commands.def"
};

static void run(struct session *session, const char *name, const char *argument)
{
    size_t i;

    for (i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcasecmp(commands[i].name, name) == 0) {
            commands[i].run(session, argument);
            return;
        }
    session_say(session, "There is no command /%s: /help lists those there are; // begins a line for the story.", name);
}

void session_command(struct session *session, const char *text)
{
    char line[LINE_MAX_UNITS * UTF8_PER_UNIT + 1], *name = line + 1, *argument;
    size_t size = (size_t)snprintf(line, sizeof line, "%s", text);

    if (size >= sizeof line)
        size = sizeof line - 1;
    while (size > 1 && line[size - 1] == ' ')
        size--;
    line[size] = 0;
    argument = name + strcspn(name, " ");
    if (*argument)
        *argument++ = 0;
    argument += strspn(argument, " ");
    session->wanted.needs_prompt = 1;
    run(session, name, argument);
}
