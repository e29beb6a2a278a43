/* Golmac: MIT licence, see LICENSE.

   Which playthrough this is: the last one, found in its journal, an earlier one, or a new one. Whatever is wrong with
   journals, the story is played. */
#include "frontends/session/plays.h"

#include <stdlib.h>
#include <string.h>

/* ---- Going on ---- */

static void tell_damage(struct session *session, const struct play *play)
{
    const struct journal_damage *damage = &play->damage;
    zm_u32 lost = timeline_unreadable(&play->timeline);

    if (damage->bytes && !damage->inside)
        session_say(session, "The last %lu bytes of the journal are no whole turn: they are left as they are.",
                    (unsigned long)damage->bytes);
    else if (damage->bytes)
        session_say(session, "The journal is damaged: %lu bytes of it cannot be read%s. It is left as it is.",
                    (unsigned long)damage->bytes, lost ? "" : ", no turn that was found needs them");
    if (lost)
        session_say(session, "%lu turns cannot be gone to.", (unsigned long)lost);
}

/* What the session plays now is the play's, and the other way round. */
static void exchange(struct session *session, struct play *play)
{
    struct journal journal = session->journal;
    struct timeline timeline = session->timeline;

    session->journal = play->journal;
    session->timeline = play->timeline;
    session->journal_behind = 0;
    play->journal = journal;
    play->timeline = timeline;
}

/* A journal that can only be read goes on in another one, if there can be one. why: that it can only be read. */
static void leave_unwritable(struct session *session, const struct message *why)
{
    struct message ignored;

    if (session_begin_journal(session, &ignored) == 0)
        session_say(session, "%s. All turns are in %s now.", why->text, session->journal.copy[JOURNAL_FIRST].path);
    else
        session_say(session, "%s. Turns from here on are not kept when you leave.", why->text);
}

/* Go on with the playthrough; what was played before is in play then. Returns 1, or 0 with nothing changed. */
static int go_on(struct session *session, struct play *play)
{
    unsigned long turn = play->timeline.points[play->point].turn;

    tell_damage(session, play);
    session_say(session, "Going on at turn %lu.", turn);
    exchange(session, play);
    if (session_go(session, play->point, 1) == 0) {
        session_take_care(session, &session->journal);
        if (!journal_is_open(&session->journal))
            leave_unwritable(session, &play->unwritable);
        session_flush_journal(session); /* the mirror comes up */
        return 1;
    }
    exchange(session, play);
    session_say(session, "Turn %lu does not fit the story.", turn);
    return 0;
}

/* Open a playthrough to go on with it. 1, or 0: it cannot be, the player has been told; so: what comes of it if somebody
   plays it already. Either way play_close ends it. */
static int open_to_go_on(struct session *session, struct play *play, const char *path, const char *so)
{
    struct message why = { "" };
    enum journal_opening opening = play_open(play, session, path, 1, &why);

    if (opening == JOURNAL_IN_USE)
        session_say(session, "%s is being played already%s.", path, so);
    else if (opening == JOURNAL_FAILED)
        session_say(session, "%s", why.text);
    else if (play->point != TIMELINE_NONE) {
        play->unwritable = why;
        return 1;
    } else {
        tell_damage(session, play);
        session_say(session, "No turn in the journal can be read. It is left as it is.");
    }
    return 0;
}

/* ---- At the start ---- */

enum wish { GO_ON, BEGIN_ANEW, SEE_OTHERS };

/* Where somebody stopped, for rows of any width (frontend.h): with the whole status line, with its first part alone, without. */
static void put_question(char *question, size_t size, const struct timeline_point *last, size_t others)
{
    const char *place = last->record.place, *comma = *place ? ", " : "", *list = others ? ", l: earlier plays" : "";
    const char *end = strstr(place, " | ");
    int length = (int)(end ? (size_t)(end - place) : strlen(place));
    unsigned long turn = last->turn;
    char lists[80] = "";

    if (others)
        snprintf(lists, sizeof lists, ", l lists %lu earlier play%s", (unsigned long)others, others == 1 ? "" : "s");
    snprintf(question, size, "Go on where you stopped, at turn %lu%s%s? (Y/n%s) \nGo on at turn %lu%s%s? (Y/n%s) \n"
             "Go on at turn %lu%s%.*s? (Y/n%s) \nGo on at turn %lu? (Y/n%s) \nGo on? (Y/n) ",
             turn, comma, place, lists, turn, comma, place, list, turn, comma, length, place, list, turn, others ? "/list" : "");
}

/* What the player wants of this playthrough, and of the others there are. */
static enum wish ask(struct session *session, const struct play *play, size_t others)
{
    char question[3 * RECORD_PLACE_MAX + 300], answer[16] = "";

    put_question(question, sizeof question, &play->timeline.points[play->point], others);
    if (session->frontend->ask(session->frontend->context, question, answer, sizeof answer) != 0) {
        session->ended = 1;
        return BEGIN_ANEW;
    }
    if (others && (answer[0] == 'l' || answer[0] == 'L'))
        return SEE_OTHERS;
    return answer[0] == 'n' || answer[0] == 'N' ? BEGIN_ANEW : GO_ON;
}

/* Go on with the playthrough at path, unless the player, who is asked if asking, does not want that. */
static int resume_one(struct session *session, const char *path, int asking, size_t others, enum wish *wish)
{
    struct play play;
    int resumed = 0;

    *wish = BEGIN_ANEW;
    if (open_to_go_on(session, &play, path, session->options->playthrough ? "" : ": this is a playthrough of its own")) {
        *wish = asking ? ask(session, &play, others) : GO_ON;
        resumed = *wish == GO_ON && go_on(session, &play);
    }
    play_close(&play);
    return resumed;
}

/* Returns 1 if the playthrough at path, which is freed, or another one goes on. */
static int resume_from(struct session *session, char *path, size_t others)
{
    int asking = session->interactive && !session->options->resume && !session->options->playthrough;
    enum wish wish;
    int resumed;

    while (!(resumed = resume_one(session, path, asking, others, &wish)) && wish == SEE_OTHERS && !session->ended) {
        char *chosen = plays_choose(session);

        if (chosen) {
            free(path);
            path = chosen;
            asking = 0;
        }
    }
    free(path);
    return resumed;
}

/* The one that was played last. */
static int resume_last(struct session *session)
{
    struct message damaged;
    struct journal_list list;
    char *path;
    size_t others;

    journal_list(&list, session->files.folder, plays_story(session), &damaged);
    if (*damaged.text)
        session_say(session, "%s", damaged.text);
    path = list.count ? strdup(list.entry[0].path) : NULL;
    others = list.count ? list.count - 1 : 0;
    journal_list_free(&list);
    return path ? resume_from(session, path, others) : 0;
}

/* The one that was asked for, or none: a new one is not what is wanted then. */
static int resume_named(struct session *session)
{
    char *path = plays_find(session, session->options->playthrough, &session->why);

    if (path && resume_from(session, path, 0))
        return 1;
    if (path)
        message_set(&session->why, "the playthrough %s cannot go on", session->options->playthrough);
    session->status = SESSION_FAULT;
    session->ended = 1;
    return 0;
}

/* ---- Beginning ---- */

static int is_wanted(const struct session *session)
{
    const struct options *options = session->options;

    return options->journal < 0 ? session->interactive || options->resume || options->playthrough || options->mirror
                                : (int)options->journal;
}

static int may_resume(const struct session *session)
{
    const struct options *options = session->options;

    return !options->begin_anew && !options->load && !options->take_from && (session->interactive || options->resume);
}

static void begin(struct session *session)
{
    struct message why;

    if (session_begin_journal(session, &why) != 0)
        session_say(session, "There is no journal, turns are not kept when you leave: %s", why.text);
}

/* --playthrough says which playthrough; other options, that it is another one. */
static int contradicts(struct session *session)
{
    const struct options *options = session->options;

    if (!options->playthrough || !(options->begin_anew || options->load || options->take_from || options->journal == 0))
        return 0;
    message_set(&session->why, "--playthrough goes on with a journal: it has no sense together with --%s",
                options->begin_anew ? "new" : options->load ? "load" : options->take_from ? "import" : "journal=no");
    session->status = SESSION_FAULT;
    session->ended = 1;
    return 1;
}

void session_begin_playthrough(struct session *session)
{
    const char *mirror = session->options->mirror;
    int resuming = may_resume(session), resumed = 0;
    struct message why;

    if (contradicts(session) || !is_wanted(session))
        return;
    session->keeps_journal = 1;
    session->timeline.limit = 0;
    if (mirror && resuming && journal_fetch(session->files.folder, mirror, plays_story(session), &why) != 0)
        session_say(session, "The journal could not be made whole from its mirror: %s", why.text);
    if (session->options->playthrough)
        resumed = resume_named(session);
    else if (resuming)
        resumed = resume_last(session);
    if (!resumed && !session->ended)
        begin(session);
}

/* ---- Ending ---- */

static void be_last(struct session *session, const struct journal *journal)
{
    journal_be_last(journal, session->files.folder, plays_story(session));
}

/* A playthrough in which nobody has done anything is none: it would stand before the last real one. */
static void end(struct session *session, struct journal *journal, const struct timeline *timeline)
{
    if (journal->is_new && timeline->turns <= 1) {
        journal_discard(journal);
        return;
    }
    be_last(session, journal);
    if (journal_close(journal) != 0)
        session_say(session, "The journal could not be written whole: the last turns are not in it.");
}

void session_end_playthrough(struct session *session)
{
    session_flush_journal(session);
    end(session, &session->journal, &session->timeline);
}

/* Some lines without a paragraph: a question, not the end of a story. */
static int is_short(const char *text)
{
    return !strstr(text + strspn(text, "\n "), "\n\n");
}

void session_leave_question(struct session *session)
{
    struct timeline *timeline = &session->timeline;
    zm_u32 turn = timeline->current, before;

    while (turn != TIMELINE_NONE && timeline->points[turn].turn == TIMELINE_NONE)
        turn = timeline->points[turn].parent;
    before = turn == TIMELINE_NONE ? turn : timeline_step(timeline, turn, -1);
    if (before == TIMELINE_NONE || !is_short(timeline->points[turn].record.text) || timeline_go(timeline, turn) != 0
        || timeline_peek(timeline, before) != 0
        || moment_waits_alike(timeline->whole.bytes, timeline->whole.size, timeline->other.bytes, timeline->other.size))
        return;
    if (timeline_go(timeline, before) == 0)
        session_write_remark(session, TIMELINE_MOVE, "");
}

/* ---- Another one, while one is played ---- */

static void change_to(struct session *session, const char *path)
{
    const char *own = session->journal.copy[JOURNAL_FIRST].path;
    struct play play;

    if (own && strcmp(own, path) == 0) {
        session_say(session, "This is the playthrough that you are playing.");
        return;
    }
    if (open_to_go_on(session, &play, path, "") && go_on(session, &play)) {
        session->asked_again = 0; /* the text ends with the prompt */
        end(session, &play.journal, &play.timeline);
        be_last(session, &session->journal);
    }
    play_close(&play);
}

static void list(struct session *session)
{
    struct plays plays;
    size_t i;

    if (plays_open(&plays, session) != 0) {
        session_say(session, "There is no memory left.");
        return;
    }
    for (i = 0; i < plays.count; i++)
        session_say(session, "%s", plays.row[i].line);
    if (plays.count > 1)
        session_say(session, "/playthroughs NAME goes on with one of them.");
    else if (plays.count == 0)
        session_say(session, "There are no playthroughs of this story in %s.", session->files.folder);
    plays_close(&plays);
}

/* Whether all turns of this play are kept, so that it can be left. Else the player is told. */
static int can_be_left(struct session *session)
{
    session_flush_journal(session);
    if (journal_is_open(&session->journal) && !(session->journal_behind >> JOURNAL_FIRST & 1))
        return 1;
    if (journal_is_open(&session->journal))
        session_say(session, "The last turns of this play could not be written yet: they would be lost.");
    else
        session_say(session, "This play has no journal, it would be lost: --playthrough NAME goes on with another one at the "
                    "start.");
    return 0;
}

void session_change_playthrough(struct session *session, const char *name)
{
    struct message why;
    char *path = NULL;

    if (*name == 0 && !session->frontend->choose) {
        list(session);
        return;
    }
    if (!can_be_left(session))
        return;
    if (*name == 0)
        path = plays_choose(session);
    else if (!(path = plays_find(session, name, &why)))
        session_say(session, "There is no playthrough %s of this story: /playthroughs lists them.", name);
    if (path)
        change_to(session, path);
    free(path);
}
