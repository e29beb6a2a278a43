/* Golmac: MIT licence, see LICENSE.

   Turns on their way to the disk. All of them stay in memory, so a journal that could not be begun, or that somebody has
   removed or changed, is begun again as soon as that can be, with every turn in it; a mirror likewise. */
#include "frontends/session/plays.h"

#include <stdlib.h>
#include <string.h>

void session_take_care(const struct session *session, struct journal *journal)
{
    journal->care = !session->host.is_interactive ? JOURNAL_LEFT : session->host.idles ? JOURNAL_SETTLED : JOURNAL_WAITED;
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

    session_take_care(session, journal);
    journal->begins = session->timeline.count == 0;
    if (add_all(session, journal) != 0)
        return message_set(why, "there is no memory left");
    if (journal_flush(journal) != 0)
        return message_set(why, "%s: %s", copy->path, strerror(copy->error));
    return 0;
}

int session_begin_journal(struct session *session, struct message *why)
{
    struct journal journal;

    journal_init(&journal);
    if (journal_create(&journal, session->files.folder, session->story.name, plays_story(session), why) != 0
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
static int begin_again(struct session *session)
{
    struct message why, lost = { "" };

    if (journal_is_open(&session->journal))
        message_set(&lost, "%s is gone, or something else has changed it: ", session->journal.copy[JOURNAL_FIRST].path);
    if (session_begin_journal(session, &why) != 0)
        return 0;
    session_say(session, "%sall turns are in %s now.", *lost.text ? lost.text : "The journal could be begun: ",
                session->journal.copy[JOURNAL_FIRST].path);
    session->journal_behind &= ~(1u << JOURNAL_FIRST);
    return 1;
}

static int lacks(const struct session *session, int which)
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

    if (!session->keeps_journal)
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

void session_write_record(struct session *session, const unsigned char *record, zm_u32 size)
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
