/* Golmac: MIT licence, see LICENSE.

   Turns on their way from the machine to the timeline and the journal, and back. */
#include "frontends/session/session_internal.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { UNDO_TURNS = 200, PLACE_SIZE = RECORD_PLACE_MAX + 1,
       TOLD_ROOM = sizeof ((struct told *)0)->text / sizeof (zm_u16) };

/* ---- What is told of a turn ---- */

/* When there is no room, the older half is forgotten: the last text is what a player wants to see again. */
void session_hear(struct session *session, const zm_u16 *text, unsigned length)
{
    struct told *told = &session->told;

    if (!session_is_transcribed(session))
        return;
    if (length > TOLD_ROOM / 2) {
        text += length - TOLD_ROOM / 2;
        length = TOLD_ROOM / 2;
    }
    if (told->length + length > TOLD_ROOM) {
        memmove(told->text, told->text + TOLD_ROOM / 2, (told->length - TOLD_ROOM / 2) * sizeof *told->text);
        told->length -= TOLD_ROOM / 2;
    }
    memcpy(told->text + told->length, text, length * sizeof *text);
    told->length += length;
}

/* A long command is cut between characters. */
void session_typed(struct session *session, const char *text)
{
    size_t size = strlen(text), i;

    if (size > RECORD_COMMAND_MAX)
        for (size = RECORD_COMMAND_MAX; size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80;)
            size--;
    for (i = 0; i < size; i++)
        session->command[i] = (char)((unsigned char)text[i] < ' ' ? ' ' : text[i]);
    session->command[size] = 0;
}

/* Control codes that a story may print end no text in a record. */
static void encode_told(const struct told *told, char *text)
{
    size_t size = utf8_encode(text, told->text, told->length), i;

    for (i = 0; i < size; i++)
        if (text[i] == 0)
            text[i] = ' ';
    text[size] = 0;
}

/* ---- Keeping ---- */

int session_has_undo(const struct session *session)
{
    return session->options->undo != 0;
}

int session_make_timeline(const struct session *session, struct timeline *timeline)
{
    long limit = session->options->undo < 0 ? UNDO_TURNS : session->options->undo;
    zm_u32 size;
    unsigned char *base = moment_base(session->story.code, session->story.code_size, session->zm.dynamic_size, &size);
    int result = -1;

    if (base)
        result = timeline_init(timeline, base, size, limit ? (zm_u32)limit : 1);
    free(base);
    return result;
}

static int reserve(struct session *session, zm_u32 size)
{
    unsigned char *larger;

    if (size <= session->moment_room)
        return 0;
    larger = realloc(session->moment, size);
    if (!larger)
        return -1;
    memset(larger + session->moment_room, 0, size - session->moment_room);
    session->moment = larger;
    session->moment_room = size;
    return 0;
}

/* The screen as it is now is kept until the next turn. 0, or -1 if there is no memory. */
static int remember_screen(struct session *session)
{
    static const unsigned char nothing[SAVED_SCREEN];
    const struct session_host *host = &session->host;
    struct saved_screen_bytes now = { nothing, NULL, 0 };
    unsigned char *copy;

    if (host->keep_screen)
        host->keep_screen(host->context, &now);
    if (now.painted_size > MOMENT_PAINTED_MAX)
        now.painted_size = 0;
    copy = realloc(session->screen, SAVED_SCREEN + (size_t)now.painted_size);
    if (!copy)
        return -1;
    memcpy(copy, now.screen, SAVED_SCREEN);
    if (now.painted_size)
        memcpy(copy + SAVED_SCREEN, now.painted, now.painted_size);
    session->screen = copy;
    session->painted_size = now.painted_size;
    return 0;
}

/* A turn is told with all that belongs to it; what the story keeps between two turns shows nothing. */
int session_keep(struct session *session, enum timeline_kind kind)
{
    char text[TOLD_ROOM * UTF8_PER_UNIT + 1] = "", place[PLACE_SIZE] = "";
    struct timeline_entry entry = { kind, "", place, text, NULL, 0 };
    struct timeline *timeline = &session->timeline;
    struct saved_screen_bytes screen;
    int is_turn = kind != TIMELINE_STORY;

    if (!session_has_undo(session) && !session->keeps_journal)
        return -1;
    if ((is_turn || !session->screen) && remember_screen(session) != 0)
        return -1;
    screen = (struct saved_screen_bytes){ session->screen, session->screen + SAVED_SCREEN, session->painted_size };
    entry.state_size = moment_size(&session->zm, &screen);
    if (reserve(session, entry.state_size) != 0)
        return -1;
    moment_take(session->moment, &session->zm, &screen);
    entry.state = session->moment;
    if (is_turn) {
        saved_screen_describe(session->moment, place, sizeof place);
        encode_told(&session->told, text);
        entry.command = session->command;
    }
    if (timeline_add(timeline, &entry) != 0)
        return -1;
    session_write_record(session, timeline->points[timeline->current].bytes, timeline->points[timeline->current].size);
    if (is_turn) {
        session_flush_journal(session);
        session->command[0] = 0;
        session->told.length = 0;
    }
    return 0;
}

/* ---- Going back ---- */

/* Have the screen of the timeline's current point again. print: the text of that turn is to be seen again. */
static void show_again(struct session *session, const char *text, int print)
{
    const struct session_host *host = &session->host;
    const struct timeline_state *whole = &session->timeline.whole;
    struct saved_screen_bytes screen = moment_screen(whole->bytes, whole->size);
    zm_u16 units[TOLD_ROOM];
    unsigned length = (unsigned)utf8_decode(units, TOLD_ROOM, text, strlen(text));

    if (host->recall_screen)
        host->recall_screen(host->context, &screen, units, length, print);
    else if (print)
        host->print(host->context, units, length);
}

int session_go(struct session *session, zm_u32 point, int replay)
{
    struct timeline *timeline = &session->timeline;
    zm_u32 before = timeline->current;

    if (timeline_go(timeline, point) != 0)
        return -1;
    if (moment_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, replay) != 0) {
        if (before != TIMELINE_NONE)
            (void)timeline_go(timeline, before);
        return -1;
    }
    show_again(session, timeline->points[point].record.text, replay);
    session->told.length = 0;
    session->command[0] = 0;
    session->turn_kept = 1;
    return 0;
}

/* ---- Undo by the story ---- */

void session_save_undo(struct session *session)
{
    if (!session_has_undo(session))
        zm_answer(&session->zm, 0xFFFF);
    else
        zm_answer(&session->zm, session_keep(session, TIMELINE_STORY) == 0);
}

/* The screen is the story's to put right: it goes on at once. */
void session_restore_undo(struct session *session)
{
    struct timeline *timeline = &session->timeline;

    if (!session_has_undo(session) || timeline_take(timeline) != 0
        || moment_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, 0) != 0) {
        zm_answer(&session->zm, 0);
        return;
    }
    session->turn_kept = 0;
    zm_answer(&session->zm, 2);
}
