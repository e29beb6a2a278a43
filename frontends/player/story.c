/* Golmac: MIT licence, see LICENSE.

   The session, run between events: for whatever it needs of the player a mode begins, and when that has ended the
   session is given what has come of it. */
#include "frontends/player/player.h"
#include "frontends/base/system.h"
#include "frontends/base/utf.h"

enum { SLICE = 100 /* milliseconds that a story may work before the display is looked after */ };

static const zm_u16 nothing[1];

/* ---- The end of a play ---- */

void player_leave(struct player *player, int yes)
{
    player->gone = player->gone || yes;
}

bool player_is_interrupted(const struct player *player)
{
    return player->interrupted && *player->interrupted;
}

static bool is_leaving(const struct player *player)
{
    return player->gone || player_is_interrupted(player);
}

static void stop(struct player *player)
{
    session_stop(player->session, player_is_interrupted(player) ? SESSION_INTERRUPTED : SESSION_ENDED);
}

static void end(struct player *player, int answer)
{
    (void)answer;
    player->over = true;
}

/* The last screen stays until it has been read. What stopped the story is told there, not once more when the display is
   closed. */
static void show_end(struct player *player)
{
    bool is_fault = session_status(player->session) == SESSION_FAULT;

    if (is_fault && !player->told)
        player_warn(player, session_why(player->session));
    player->told = true;
    if (screen_begin_input(&player->screen, nothing, 0))
        mode_begin(player, MODE_END, end)->text = !is_fault ? "[Press any key to leave]"
            : "[The story has stopped: press any key to leave]\n[Stopped: press any key]";
    else
        more_begin(player);
}

/* If the player has said so himself the screen need not stay. */
static void finish(struct player *player)
{
    const struct session *session = player->session;

    if (!is_leaving(player)
        && (session_machine(player->session)->state == ZM_QUIT || session_status(session) == SESSION_FAULT))
        show_end(player);
    else
        player->over = true;
}

/* ---- What has come of a request ---- */

static void take_reading(struct player *player, int reading)
{
    switch ((enum reading)reading) {
    case READ_COMMAND:
        session_give_command(player->session, player->command);
        player->command[0] = 0;
        break;
    case READ_TIMEOUT:
        session_give_timeout(player->session);
        break;
    case READ_END:
        if (player->hung_up || player_is_interrupted(player))
            session_rescue(player->session);
        stop(player);
        break;
    default: /* READ_AGAIN: the machine goes on by itself */
        break;
    }
}

static void take_line(struct player *player, int reading)
{
    const struct editor *editor = &player->editor;

    if (reading == READ_DONE)
        session_give_line(player->session, editor->text, editor->length, (zm_u8)player->key);
    else
        take_reading(player, reading);
}

static void take_key(struct player *player, int reading)
{
    if (reading == READ_DONE)
        session_give_key(player->session, player->key);
    else
        take_reading(player, reading);
}

static void take_answer(struct player *player, int result)
{
    char answer[SESSION_ANSWER_SIZE];

    player_take_answer(player, answer, sizeof answer);
    session_give_answer(player->session, result == 0 ? answer : NULL);
}

static void take_row(struct player *player, int row)
{
    session_give_choice(player->session, row);
}

/* ---- What is needed ---- */

static void read(struct player *player, enum session_step step)
{
    struct session_request request = session_request(player->session);

    if (!(step == SESSION_LINE ? line_begin(player, &request, take_line) : key_begin(player, &request, take_key)))
        more_begin(player);
}

static void ask(struct player *player)
{
    struct session_question question = session_question(player->session);

    player_ask_for(player, question.text, question.size / UTF8_PER_UNIT, take_answer);
}

/* Nobody should have to watch a replay page by page. */
static void show_page(struct player *player)
{
    if (!session_is_replaying(player->session)) {
        more_begin(player);
        return;
    }
    screen_skip_pages(&player->screen);
    session_give_page(player->session);
}

static void serve(struct player *player, enum session_step step)
{
    switch (step) {
    case SESSION_LINE:
    case SESSION_KEY: read(player, step); break;
    case SESSION_ANSWER: ask(player); break;
    case SESSION_CHOICE:
        if (player_list(player, session_list(player->session), take_row) != 0)
            session_give_choice(player->session, -1);
        break;
    case SESSION_PAGE: show_page(player); break;
    case SESSION_OVER: finish(player); break;
    case SESSION_WORKS:
        if (is_leaving(player))
            stop(player);
        break;
    }
}

bool story_run(struct player *player)
{
    long long until = system_clock() + SLICE;
    enum session_step step;

    if (!player->session)
        return false;
    do {
        step = session_run(player->session);
        serve(player, step);
    } while (!player->modes.count && !player->over && (step != SESSION_WORKS || system_clock() < until));
    return player->modes.count != 0;
}
