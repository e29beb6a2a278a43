/* Golmac: MIT licence, see LICENSE.

   Which playthrough this is: the last one, found in its journal, an earlier one, or a new one. Whatever is wrong with
   journals, the story is played. */
#include "frontends/session/playthrough_list.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Going on ---- */

static void tell_damage(struct session *session, const struct playthrough *play)
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
static void exchange(struct session *session, struct playthrough *play)
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
static bool go_on(struct session *session, struct playthrough *play)
{
    unsigned long turn = play->timeline.points[play->point].turn;

    tell_damage(session, play);
    session_say(session, "Going on at turn %lu.", turn);
    exchange(session, play);
    if (session_go_to_point(session, play->point, 1) == 0) {
        session_take_care(session, &session->journal);
        if (!journal_is_open(&session->journal))
            leave_unwritable(session, &play->unwritable);
        session_flush_journal(session); /* the mirror comes up */
        return true;
    }
    exchange(session, play);
    session_say(session, "Turn %lu does not fit the story.", turn);
    return false;
}

/* Open a playthrough to go on with it. 1, or 0: it cannot be, the player has been told; so: what comes of it if
   somebody plays it already. Either way playthrough_close ends it. */
static bool open_to_go_on(struct session *session, struct playthrough *play, const char *path, const char *so)
{
    struct message why = { "" };
    enum journal_opening opening = playthrough_open(play, session, path, 1, &why);

    if (opening == JOURNAL_IN_USE)
        session_say(session, "%s is being played already%s.", path, so);
    else if (opening == JOURNAL_FAILED)
        session_say(session, "%s", why.text);
    else if (play->point != TIMELINE_NONE) {
        play->unwritable = why;
        return true;
    } else {
        tell_damage(session, play);
        session_say(session, "No turn in the journal can be read. It is left as it is.");
    }
    return false;
}

/* ---- At the start ---- */

/* Where somebody stopped, for rows of any width (session.h): with the whole status line, with its first part alone,
   without. */
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
             turn, comma, place, lists, turn, comma, place, list, turn, comma, length, place, list, turn,
             others ? "/list" : "");
}

static void resume(struct session *session);
static void begin(struct session *session);

void session_drop_resuming(struct session *session)
{
    struct resuming *resuming = &session->resuming;

    if (resuming->play) {
        playthrough_close(resuming->play);
        free(resuming->play);
    }
    free(resuming->path);
    memset(resuming, 0, sizeof *resuming);
    playthrough_drop_list(session);
}

/* No playthrough goes on. If one was asked for by name a new one is not what is wanted. */
static void resume_none(struct session *session)
{
    const char *name = session->options->playthrough;

    session_drop_resuming(session);
    if (session->ended)
        return;
    if (!name) {
        begin(session);
        return;
    }
    message_set(&session->why, "the playthrough %s cannot go on", name);
    session_fail(session);
}

/* Another one, from the list; without one the question is asked again. */
static void other_chosen(struct session *session, char *path)
{
    struct resuming *resuming = &session->resuming;

    if (session->ended) {
        free(path);
        resume_none(session);
        return;
    }
    if (path) {
        free(resuming->path);
        resuming->path = path;
        resuming->is_asking = false;
    }
    resume(session);
}

static void see_others(struct session *session)
{
    struct resuming *resuming = &session->resuming;

    playthrough_close(resuming->play);
    free(resuming->play);
    resuming->play = NULL;
    playthrough_choose(session, other_chosen);
}

static void resume_play(struct session *session)
{
    if (go_on(session, session->resuming.play))
        session_drop_resuming(session);
    else
        resume_none(session);
}

/* What the player wants of this playthrough, and of the others there are. */
static void wish_told(struct session *session, const char *answer)
{
    int letter = answer ? tolower((unsigned char)answer[0]) : 0;

    session->ended = session->ended || !answer;
    if (letter == 'l' && session->resuming.others)
        see_others(session);
    else if (answer && letter != 'n')
        resume_play(session);
    else
        resume_none(session);
}

static void ask_wish(struct session *session)
{
    enum { ANSWER_SIZE = 16 };
    const struct playthrough *play = session->resuming.play;
    char question[3 * RECORD_PLACE_MAX + 300];

    put_question(question, sizeof question, &play->timeline.points[play->point], session->resuming.others);
    session_ask(session, SESSION_ASKS_TO_GO_ON, question, ANSWER_SIZE, wish_told);
}

/* Go on with the playthrough at the path, unless the player, who may have to be asked, does not want that. */
static void resume(struct session *session)
{
    struct resuming *resuming = &session->resuming;
    const char *so = session->options->playthrough ? "" : ": this is a playthrough of its own";

    resuming->play = calloc(1, sizeof *resuming->play);
    if (!resuming->play || !open_to_go_on(session, resuming->play, resuming->path, so))
        resume_none(session);
    else if (resuming->is_asking)
        ask_wish(session);
    else
        resume_play(session);
}

/* path is freed. */
static void resume_from(struct session *session, char *path, size_t others)
{
    const struct options *options = session->options;

    session->resuming.path = path;
    session->resuming.others = others;
    session->resuming.is_asking = session->host.is_interactive && !options->resume && !options->playthrough;
    resume(session);
}

/* The one that was played last. */
static void resume_last(struct session *session)
{
    struct message damaged;
    struct journal_list list;
    char *path;
    size_t others;

    journal_list(&list, session->files.folder, session_journal_story(session), &damaged);
    if (*damaged.text)
        session_say(session, "%s", damaged.text);
    path = list.count ? strdup(list.entry[0].path) : NULL;
    others = list.count ? list.count - 1 : 0;
    journal_list_free(&list);
    if (path)
        resume_from(session, path, others);
    else
        begin(session);
}

static void resume_named(struct session *session)
{
    char *path = playthrough_find(session, session->options->playthrough, &session->why);

    if (path)
        resume_from(session, path, 0);
    else
        session_fail(session);
}

/* ---- Beginning ---- */

static bool is_wanted(const struct session *session)
{
    const struct options *options = session->options;

    if (options->journal >= 0)
        return options->journal != 0;
    return session->host.is_interactive || options->resume || options->playthrough || options->mirror;
}

static bool may_resume(const struct session *session)
{
    const struct options *options = session->options;

    return !options->begin_anew && !options->load && !options->take_from
        && (session->host.is_interactive || options->resume);
}

static void begin(struct session *session)
{
    struct message why;

    if (session_begin_journal(session, &why) != 0)
        session_say(session, "There is no journal, turns are not kept when you leave: %s", why.text);
}

/* --playthrough says which playthrough; other options, that it is another one. */
static bool contradicts(struct session *session)
{
    const struct options *options = session->options;

    if (!options->playthrough || !(options->begin_anew || options->load || options->take_from || options->journal == 0))
        return false;
    message_set(&session->why, "--playthrough goes on with a journal: it has no sense together with --%s",
                options->begin_anew ? "new" : options->load ? "load" : options->take_from ? "import" : "journal=no");
    session_fail(session);
    return true;
}

void session_begin_playthrough(struct session *session)
{
    const char *mirror = session->options->mirror;
    int resuming = may_resume(session);
    struct message why;

    if (contradicts(session) || !is_wanted(session))
        return;
    session->journal_is_wanted = 1;
    session->timeline.limit = 0;
    if (mirror && resuming && journal_fetch(session->files.folder, mirror, session_journal_story(session), &why) != 0)
        session_say(session, "The journal could not be made whole from its mirror: %s", why.text);
    if (session->options->playthrough)
        resume_named(session);
    else if (resuming)
        resume_last(session);
    else
        begin(session);
}

/* ---- Ending ---- */

static void be_last(struct session *session, const struct journal *journal)
{
    journal_be_last(journal, session->files.folder, session_journal_story(session));
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
static bool is_short(const char *text)
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
        || saved_state_waits_alike(timeline->whole.bytes, timeline->whole.size, timeline->other.bytes,
                                   timeline->other.size))
        return;
    if (timeline_go(timeline, before) == 0)
        session_write_remark(session, TIMELINE_MOVE, "");
}

/* ---- Another one, while one is played ---- */

static void change_to(struct session *session, const char *path)
{
    const char *own = session->journal.copy[JOURNAL_FIRST].path;
    struct playthrough play;

    if (own && strcmp(own, path) == 0) {
        session_say(session, "This is the playthrough that you are playing.");
        return;
    }
    if (open_to_go_on(session, &play, path, "") && go_on(session, &play)) {
        session->wanted.needs_prompt = 0; /* the text ends with the prompt */
        end(session, &play.journal, &play.timeline);
        be_last(session, &session->journal);
    }
    playthrough_close(&play);
}

static void list(struct session *session)
{
    struct playthrough_list plays;
    size_t i;

    if (playthrough_list_open(&plays, session) != 0) {
        session_say(session, "There is no memory left.");
        return;
    }
    for (i = 0; i < plays.count; i++)
        session_say(session, "%s", plays.row[i].line);
    if (plays.count > 1)
        session_say(session, "/playthroughs NAME goes on with one of them.");
    else if (plays.count == 0)
        session_say(session, "There are no playthroughs of this story in %s.", session->files.folder);
    playthrough_list_close(&plays);
}

/* Whether all turns of this play are kept, so that it can be left. Else the player is told. */
static bool can_be_left(struct session *session)
{
    session_flush_journal(session);
    if (journal_is_open(&session->journal) && !(session->journal_behind >> JOURNAL_FIRST & 1))
        return true;
    if (journal_is_open(&session->journal))
        session_say(session, "The last turns of this play could not be written yet: they would be lost.");
    else
        session_say(session, "This play has no journal, it would be lost: --playthrough NAME goes on with another one "
                    "at the start.");
    return false;
}

/* path is freed. */
static void change_chosen(struct session *session, char *path)
{
    if (path)
        change_to(session, path);
    free(path);
}

void session_change_playthrough(struct session *session, const char *name)
{
    struct message why;
    char *path;

    if (*name == 0 && !session->host.shows_lists) {
        list(session);
        return;
    }
    if (!can_be_left(session))
        return;
    if (*name == 0) {
        playthrough_choose(session, change_chosen);
        return;
    }
    path = playthrough_find(session, name, &why);
    if (!path)
        session_say(session, "There is no playthrough %s of this story: /playthroughs lists them.", name);
    change_chosen(session, path);
}
