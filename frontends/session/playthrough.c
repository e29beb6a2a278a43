/* Golmac: MIT licence, see LICENSE.

   Which playthrough this is: the last one, found in its journal, or a new one. Whatever is wrong with journals, the story
   is played. */
#include "frontends/host/identity.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>

static void describe_story(const struct session *session, struct journal_story *story)
{
    struct identity identity;

    identity_of(&identity, &session->story);
    journal_describe(story, session->story.code, session->story.code_size, identity.ifid);
}

static int load_record(void *context, const unsigned char *record, zm_u32 size)
{
    return timeline_load(context, record, size) < 0 ? -1 : 0;
}

/* As if no journal had been read. */
static void forget(struct session *session)
{
    (void)journal_close(&session->journal);
    if (session_make_timeline(session) != 0)
        session->ended = 1; /* there is no memory for anything */
}

/* ---- Going on ---- */

static void tell_damage(struct session *session, const struct journal_damage *damage)
{
    zm_u32 lost = timeline_unreadable(&session->timeline);

    if (damage->bytes && !damage->inside)
        session_say(session, "The last %lu bytes of the journal are no whole turn: they are left as they are.",
                    (unsigned long)damage->bytes);
    else if (damage->bytes)
        session_say(session, "The journal is damaged: %lu bytes of it cannot be read%s. It is left as it is.",
                    (unsigned long)damage->bytes, lost ? "" : ", no turn that was found needs them");
    if (lost)
        session_say(session, "%lu turns cannot be gone to.", (unsigned long)lost);
}

/* Whether the player wants to go on with what has been read. */
static int agrees(struct session *session, zm_u32 point)
{
    const struct timeline_point *last = &session->timeline.points[point];
    char question[RECORD_PLACE_MAX + 100], answer[16] = "";

    if (session->options->resume || !session->interactive)
        return 1;
    snprintf(question, sizeof question, "Go on where you stopped, at turn %lu%s%s? (Y/n) ", (unsigned long)last->turn,
             *last->record.place ? ", " : "", last->record.place);
    if (session->frontend->ask(session->frontend->context, question, answer, sizeof answer) != 0) {
        session->ended = 1;
        return 0;
    }
    return answer[0] != 'n' && answer[0] != 'N';
}

static int go_on(struct session *session, const struct journal_damage *damage)
{
    zm_u32 point = timeline_stopped_at(&session->timeline);

    if (point == TIMELINE_NONE) {
        tell_damage(session, damage);
        session_say(session, "No turn in the journal can be read. It is left as it is.");
        return 0;
    }
    if (!agrees(session, point))
        return 0;
    tell_damage(session, damage);
    session_say(session, "Going on at turn %lu.", (unsigned long)session->timeline.points[point].turn);
    if (session_go(session, point, 1) == 0)
        return 1;
    session_say(session, "Turn %lu does not fit the story.", (unsigned long)session->timeline.points[point].turn);
    return 0;
}

/* Returns 1 if the last playthrough goes on. */
static int resume(struct session *session, const struct journal_story *story)
{
    struct message why = { "" }, remark = { "" };
    char *path = journal_find(session->files.folder, story, &remark);
    struct journal_damage damage;
    enum journal_opening opening;
    int resumed = 0;

    if (*remark.text)
        session_say(session, "%s", remark.text);
    if (!path)
        return 0;
    opening = journal_open(&session->journal, path, story, 1, load_record, &session->timeline, &damage, &why);
    if (opening == JOURNAL_IN_USE)
        session_say(session, "%s is being played already: this is a playthrough of its own.", path);
    else if (opening == JOURNAL_FAILED)
        session_say(session, "%s", why.text);
    else
        resumed = go_on(session, &damage);
    if (resumed && opening == JOURNAL_READ_ONLY)
        session_say(session, "%s. Turns from here on are not kept when you leave.", why.text);
    if (!resumed)
        forget(session);
    free(path);
    return resumed;
}

/* ---- Beginning ---- */

static int is_wanted(const struct session *session)
{
    const struct options *options = session->options;

    return options->journal < 0 ? session->interactive || options->resume || options->mirror : (int)options->journal;
}

static int may_resume(const struct session *session)
{
    const struct options *options = session->options;

    return !options->begin_anew && !options->load && !options->take_from && (session->interactive || options->resume);
}

static void begin(struct session *session, const struct journal_story *story)
{
    struct message why;

    if (journal_create(&session->journal, session->files.folder, session->story.name, story, &why) != 0)
        session_say(session, "There is no journal, turns are not kept when you leave: %s", why.text);
}

void session_begin_playthrough(struct session *session)
{
    const char *mirror = session->options->mirror;
    struct journal_story story;
    struct message why;
    int resumed = 0;

    if (!is_wanted(session))
        return;
    describe_story(session, &story);
    if (mirror && may_resume(session) && journal_fetch(session->files.folder, mirror, &story, &why) != 0)
        session_say(session, "The journal could not be made whole from its mirror: %s", why.text);
    if (may_resume(session))
        resumed = resume(session, &story);
    if (!resumed && !session->ended)
        begin(session, &story);
    if (mirror && journal_is_open(&session->journal) && journal_mirror(&session->journal, mirror, &why) != 0)
        session_say(session, "There is no mirror of the journal: %s", why.text);
    session->journal.durable = session->interactive;
    if (journal_is_open(&session->journal))
        session->timeline.limit = 0;
}

/* A playthrough in which nobody has done anything is none: it would stand before the last real one. */
void session_end_playthrough(struct session *session)
{
    if (session->journal.is_new && session->timeline.turns <= 1)
        journal_discard(&session->journal);
    else if (journal_close(&session->journal) != 0)
        session_say(session, "The journal could not be written whole: the last turns are not in it.");
}

/* ---- Export ---- */

/* The machine at the turn that is asked for. 0, or -1 saying why not. */
static int stand_at_turn(struct session *session, zm_u32 *turn, struct message *why)
{
    struct zm_screen screen = { ZM_CAN_STATUS | ZM_CAN_SPLIT | ZM_CAN_UNDO, 80, 24, 1, 1, 9, 2, 0x7FFF, 0, 6, 'A' };
    struct timeline *timeline = &session->timeline;
    zm_u32 point = timeline_stopped_at(timeline);

    if (session->options->turn >= 0)
        point = timeline_find_turn(timeline, (zm_u32)session->options->turn);
    if (point == TIMELINE_NONE && session->options->turn >= 0)
        return message_set(why, "there is no turn %ld in the last playthrough", session->options->turn);
    zm_set_screen(&session->zm, &screen);
    if (point == TIMELINE_NONE || timeline_go(timeline, point) != 0
        || moment_restore(timeline->whole.bytes, timeline->whole.size, &session->zm, 0) != 0)
        return message_set(why, "the turn cannot be read: the journal is damaged");
    *turn = timeline->points[point].turn;
    return 0;
}

static int write_turn(struct session *session, struct message *done)
{
    zm_u32 turn;
    char *path = session_path_of(session, session->options->export_to, done);
    int result = path && stand_at_turn(session, &turn, done) == 0 ? save_write(path, &session->zm, done) : -1;

    if (result == 0)
        message_set(done, "Turn %lu is in %s.", (unsigned long)turn, path);
    free(path);
    return result;
}

static int read_last(struct session *session, struct message *why)
{
    struct journal_story story;
    struct journal_damage damage;
    char *path;
    int result = -1;

    describe_story(session, &story);
    path = journal_find(session->files.folder, &story, why);
    if (path)
        result = journal_open(&session->journal, path, &story, 0, load_record, &session->timeline, &damage, why)
                 == JOURNAL_FAILED ? -1 : 0;
    else if (*why->text == 0)
        message_set(why, "there is no playthrough of this story in %s", session->files.folder);
    free(path);
    return result;
}

int session_export(const struct options *options, const char *program, struct message *done)
{
    struct session *session = malloc(sizeof *session);
    int result;

    if (!session)
        return message_set(done, "there is no memory left");
    result = session_open(session, options, program, done);
    if (result == 0) {
        result = read_last(session, done) == 0 ? write_turn(session, done) : -1;
        session_close(session);
    }
    free(session);
    return result;
}
