/* Golmac: MIT licence, see LICENSE.

   Turns on their way from the machine to the timeline and the journal, and back. All turns stay in memory, so a
   journal that could not be begun, or that somebody has removed or changed, is begun again as soon as that can be,
   with every turn in it; a mirror likewise. */
#include "frontends/session/session_internal.h"
#include "frontends/base/utf.h"
#include "frontends/formats/identity.h"

#include <stdlib.h>
#include <string.h>

enum { UNDO_TURNS = 200, PLACE_SIZE = RECORD_PLACE_MAX + 1,
       PRINTED_ROOM = sizeof ((struct printed *)0)->text / sizeof (zm_u16) };

/* ---- What is told of a turn ---- */

/* When there is no room, the older half is forgotten: the last text is what a player wants to see again. */
void session_note_printed(struct session *session, const zm_u16 *text, unsigned length)
{
    struct printed *printed = &session->turn.printed;

    if (length > PRINTED_ROOM / 2) {
        text += length - PRINTED_ROOM / 2;
        length = PRINTED_ROOM / 2;
    }
    if (printed->length + length > PRINTED_ROOM) {
        printed->length -= PRINTED_ROOM / 2;
        memmove(printed->text, printed->text + PRINTED_ROOM / 2, printed->length * sizeof *printed->text);
    }
    memcpy(printed->text + printed->length, text, length * sizeof *text);
    printed->length += length;
}

/* A long command is cut between characters. */
void session_note_typed(struct session *session, const char *text)
{
    size_t size = strlen(text), i;

    if (size > RECORD_COMMAND_MAX)
        for (size = RECORD_COMMAND_MAX; size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80;)
            size--;
    for (i = 0; i < size; i++)
        session->turn.command[i] = (char)((unsigned char)text[i] < ' ' ? ' ' : text[i]);
    session->turn.command[size] = 0;
}

/* Control codes that a story may print end no text in a record. */
static void encode_printed(const struct printed *printed, char *text)
{
    size_t size = utf8_encode(text, printed->text, printed->length), i;

    for (i = 0; i < size; i++)
        if (text[i] == 0)
            text[i] = ' ';
    text[size] = 0;
}

/* ---- The journal, and how it is written ---- */

const struct journal_story *session_journal_story(struct session *session)
{
    struct identity identity;

    if (!session->is_described) {
        identity_of(&identity, &session->story);
        journal_describe(&session->described, session->story.code, session->story.code_size, identity.ifid);
        session->is_described = 1;
    }
    return &session->described;
}

void session_take_care(const struct session *session, struct journal *journal)
{
    if (!session->host.is_interactive)
        journal->care = JOURNAL_LEFT;
    else
        journal->care = session->host.idles ? JOURNAL_SETTLED : JOURNAL_WAITED;
}

/* ---- The journal, begun again ---- */

static int add_remark(struct session *session, struct journal *journal, zm_u32 about, enum timeline_kind kind,
                      const char *name)
{
    zm_u32 size;
    unsigned char *record = timeline_remark(&session->timeline, about, kind, name, &size);
    int result = record ? journal_add(journal, record, size) : -1;

    free(record);
    return result;
}

/* Each turn, each branch, and where the game stands. */
static int add_all(struct session *session, struct journal *journal)
{
    const struct timeline *timeline = &session->timeline;
    const struct timeline_branch *branch = timeline->branches, *end = branch + timeline->branch_count;
    int result = 0;
    zm_u32 i;

    for (i = 0; i < timeline->count && result == 0; i++)
        result = journal_add(journal, timeline->points[i].bytes, timeline->points[i].size);
    for (; branch < end && result == 0; branch++)
        result = add_remark(session, journal, branch->point, TIMELINE_NAME, branch->name);
    if (result == 0 && timeline->current != TIMELINE_NONE)
        result = add_remark(session, journal, timeline->current, TIMELINE_MOVE, "");
    return result;
}

/* Write all turns to the new journal. 0, or -1 saying why not. */
static int fill(struct session *session, struct journal *journal, struct message *why)
{
    const struct journal_copy *copy = &journal->copy[JOURNAL_FIRST];
    bool begins = session->timeline.count == 0;

    session_take_care(session, journal);
    journal->begins = begins;
    if (add_all(session, journal) != 0)
        return message_set(why, "there is no memory left");
    if (journal_flush(journal) != 0)
        return message_set(why, "%s: %s", copy->path, strerror(copy->error));
    journal->begins = begins; /* the opening turn is still to come */
    return 0;
}

int session_begin_journal(struct session *session, struct message *why)
{
    struct journal journal;

    journal_init(&journal);
    if (journal_create(&journal, session->files.folder, session->story.name, session_journal_story(session), why) != 0
        || fill(session, &journal, why) != 0) {
        journal_discard(&journal);
        return -1;
    }
    journal_leave(&session->journal);
    session->journal = journal;
    return 0;
}

/* ---- What the player is told ---- */

static void tell_copy(struct session *session, int which, int behind)
{
    const struct journal_copy *copy = &session->journal.copy[which];

    if (behind)
        session_say(session, "%s cannot be written: %s. Turns are kept in memory until it can.", copy->path,
                    strerror(copy->error));
    else
        session_say(session, "%s is written again: no turn is missing.", copy->path);
}

/* ---- Writing ---- */

/* A journal that is not there, or not as it was left: 1 if there is one now. */
static bool begin_again(struct session *session)
{
    struct message why, lost = { "" };

    if (journal_is_open(&session->journal))
        message_set(&lost, "%s is gone, or something else has changed it: ", session->journal.copy[JOURNAL_FIRST].path);
    if (session_begin_journal(session, &why) != 0)
        return false;
    session_say(session, "%sall turns are in %s now.", *lost.text ? lost.text : "The journal could be begun: ",
                session->journal.copy[JOURNAL_FIRST].path);
    session->journal_behind &= ~(1u << JOURNAL_FIRST);
    return true;
}

static bool lacks(const struct session *session, int which)
{
    return session->journal.copy[which].file < 0 || session->journal.copy[which].is_lost;
}

/* The mirror, where there is none yet or no longer. Returns its bit if there is still none. */
static unsigned mirror_again(struct session *session)
{
    const struct journal_copy *mirror = &session->journal.copy[JOURNAL_MIRROR];
    struct message why, lost = { "" };

    if (mirror->is_lost)
        message_set(&lost, "%s", mirror->path);
    if (journal_mirror(&session->journal, session->options->mirror, &why) == 0) {
        if (*lost.text)
            session_say(session, "%s is gone, or something else has changed it: the mirror is %s now.", lost.text,
                        mirror->path);
        return 0;
    }
    if (!(session->journal_behind >> JOURNAL_MIRROR & 1))
        session_say(session, "There is no mirror of the journal: %s", why.text);
    session->journal_behind |= 1u << JOURNAL_MIRROR;
    return 1u << JOURNAL_MIRROR;
}

void session_flush_journal(struct session *session)
{
    unsigned behind, changed;
    int i;

    if (!session->journal_is_wanted)
        return;
    behind = journal_flush(&session->journal);
    if (lacks(session, JOURNAL_FIRST) && begin_again(session))
        behind = 0;
    if (session->options->mirror && journal_is_open(&session->journal) && lacks(session, JOURNAL_MIRROR))
        behind = (behind & 1u << JOURNAL_FIRST) | mirror_again(session);
    changed = behind ^ session->journal_behind;
    session->journal_behind = behind;
    for (i = 0; i < JOURNAL_COPIES; i++)
        if (changed >> i & 1 && session->journal.copy[i].path)
            tell_copy(session, i, behind >> i & 1);
}

static void write_record(struct session *session, const unsigned char *record, zm_u32 size)
{
    if (journal_is_open(&session->journal) && journal_add(&session->journal, record, size) != 0)
        session_say(session, "There is no memory left: this turn is not in the journal.");
}

void session_write_remark(struct session *session, enum timeline_kind kind, const char *name)
{
    if (journal_is_open(&session->journal)
        && add_remark(session, &session->journal, session->timeline.current, kind, name) != 0)
        session_say(session, "There is no memory left: this is not in the journal.");
    session_flush_journal(session);
}

/* ---- Keeping ---- */

bool session_has_undo(const struct session *session)
{
    return session->options->undo != 0;
}

int session_make_timeline(const struct session *session, struct timeline *timeline)
{
    long limit = session->options->undo < 0 ? UNDO_TURNS : session->options->undo;
    zm_u32 size;
    const struct story *story = &session->story;
    unsigned char *base = saved_state_base(story->code, story->code_size, session->zm.dynamic_size, &size);
    int result = -1;

    if (base)
        result = timeline_init(timeline, base, size, limit ? (zm_u32)limit : 1);
    free(base);
    return result;
}

static int reserve(struct session *session, zm_u32 size)
{
    unsigned char *larger;

    if (size <= session->turn.state_room)
        return 0;
    larger = realloc(session->turn.state, size);
    if (!larger)
        return -1;
    memset(larger + session->turn.state_room, 0, size - session->turn.state_room);
    session->turn.state = larger;
    session->turn.state_room = size;
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
    if (now.painted_size > SAVED_STATE_PAINTED_MAX)
        now.painted_size = 0;
    copy = realloc(session->turn.screen, SAVED_SCREEN + (size_t)now.painted_size);
    if (!copy)
        return -1;
    memcpy(copy, now.screen, SAVED_SCREEN);
    if (now.painted_size)
        memcpy(copy + SAVED_SCREEN, now.painted, now.painted_size);
    session->turn.screen = copy;
    session->turn.painted_size = now.painted_size;
    return 0;
}

/* Turns carry command, place and text; story snapshots do not. */
int session_keep_turn(struct session *session, enum timeline_kind kind)
{
    char text[PRINTED_ROOM * UTF8_PER_UNIT + 1] = "", place[PLACE_SIZE] = "";
    struct timeline_entry entry = { kind, "", place, text, NULL, 0 };
    struct timeline *timeline = &session->timeline;
    struct saved_screen_bytes screen;
    int is_turn = kind != TIMELINE_STORY;

    if (!session_has_undo(session) && !session->journal_is_wanted)
        return -1;
    if ((is_turn || !session->turn.screen) && remember_screen(session) != 0)
        return -1;
    screen = (struct saved_screen_bytes){ session->turn.screen, session->turn.screen + SAVED_SCREEN,
                                          session->turn.painted_size };
    entry.state_size = saved_state_size(&session->zm, &screen);
    if (reserve(session, entry.state_size) != 0)
        return -1;
    saved_state_take(session->turn.state, &session->zm, &screen);
    entry.state = session->turn.state;
    if (is_turn) {
        saved_screen_describe(session->turn.state, place, sizeof place);
        encode_printed(&session->turn.printed, text);
        entry.command = session->turn.command;
    }
    if (timeline_add(timeline, &entry) != 0)
        return -1;
    write_record(session, timeline->points[timeline->current].bytes, timeline->points[timeline->current].size);
    if (is_turn) {
        session_flush_journal(session);
        session->turn.command[0] = 0;
        session->turn.printed.length = 0;
    }
    return 0;
}

/* ---- Going back ---- */

/* Have the screen of the timeline's current point again. print: the text of that turn is to be seen again. */
static void show_again(struct session *session, const char *text, int print)
{
    const struct session_host *host = &session->host;
    const struct timeline_state *whole = &session->timeline.whole;
    struct saved_screen_bytes screen = saved_state_screen(whole->bytes, whole->size);
    zm_u16 units[PRINTED_ROOM];
    unsigned length = (unsigned)utf8_decode(units, PRINTED_ROOM, text, strlen(text));

    if (host->recall_screen)
        host->recall_screen(host->context, &screen, units, length, print);
    else if (print)
        host->print(host->context, units, length);
}

int session_go_to_point(struct session *session, zm_u32 point, bool replay)
{
    struct timeline *timeline = &session->timeline;
    zm_u32 before = timeline->current;

    if (timeline_go(timeline, point) != 0)
        return -1;
    if (saved_state_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, replay) != 0) {
        if (before != TIMELINE_NONE)
            (void)timeline_go(timeline, before);
        return -1;
    }
    show_again(session, timeline->points[point].record.text, replay);
    session->turn.printed.length = 0;
    session->turn.command[0] = 0;
    session->turn.is_kept = 1;
    return 0;
}

/* ---- Undo by the story ---- */

void session_save_undo(struct session *session)
{
    if (!session_has_undo(session))
        zm_answer(&session->zm, 0xFFFF);
    else
        zm_answer(&session->zm, session_keep_turn(session, TIMELINE_STORY) == 0);
}

/* The screen is the story's to put right: it goes on at once. */
void session_restore_undo(struct session *session)
{
    struct timeline *timeline = &session->timeline;

    if (!session_has_undo(session) || timeline_take(timeline) != 0
        || saved_state_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, 0) != 0) {
        zm_answer(&session->zm, 0);
        return;
    }
    session->turn.is_kept = 0;
    zm_answer(&session->zm, 2);
}
