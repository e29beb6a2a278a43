/* Golmac: MIT licence, see LICENSE.

   Events of the display, on their way to the mode that takes them. */
#include "frontends/player/player.h"
#include "frontends/player/scrollback.h"
#include "frontends/base/system.h"
#include "frontends/formats/story.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- The kinds of modes ---- */

enum { FOR_STORY = 1,       /* the story waits: its routines may run meanwhile */
       TAKES_COMMANDS = 2,  /* a hot key's command ends it */
       DIRECT = 4,          /* what was pasted or typed ahead must not answer it: it goes on waiting */
       ASKS = 8 };          /* no other question is asked meanwhile: that could go on for ever */

static const struct mode_row {
    /* Take a stroke; returns whether the mode has ended. */
    bool (*take)(struct player *player, struct mode *mode, const struct stroke *stroke);

    /* Show what it has changed. NULL: only its text. */
    void (*show)(struct player *player);

    /* Show something in the last row in place of its text; returns whether there was anything. NULL: there never is. */
    bool (*tell)(struct player *player, const struct mode *mode);

    unsigned flags;
} rows[] = {
    [MODE_LINE] = { line_take, line_show, line_tell, FOR_STORY | TAKES_COMMANDS },
    [MODE_KEY] = { key_take, key_show, NULL, FOR_STORY | TAKES_COMMANDS },
    [MODE_MORE] = { more_take, NULL, NULL, TAKES_COMMANDS | DIRECT },
    [MODE_ANSWER] = { answer_take, NULL, answer_tell, 0 },
    [MODE_CONFIRM] = { confirm_take, NULL, NULL, DIRECT | ASKS },
    [MODE_NOTICE] = { notice_take, NULL, NULL, DIRECT | ASKS },
    [MODE_END] = { notice_take, NULL, NULL, DIRECT },
    [MODE_LIST] = { list_take, NULL, NULL, 0 },
};

static struct mode *top(struct player *player)
{
    return player->modes.count ? &player->modes.mode[player->modes.count - 1] : NULL;
}

static unsigned flags_now(const struct player *player)
{
    const struct mode *mode = mode_now(player);

    return mode ? rows[mode->kind].flags : 0;
}

const struct mode *mode_now(const struct player *player)
{
    return player->modes.count ? &player->modes.mode[player->modes.count - 1] : NULL;
}

struct mode *mode_begin(struct player *player, enum mode_kind kind, void (*done)(struct player *player, int answer))
{
    struct modes *modes = &player->modes;
    struct mode *mode = &modes->mode[modes->count];

    assert(modes->count < MODES_MOST && "a mode begins another only where ASKS allows it");
    *mode = (struct mode){ .kind = kind, .deadline = -1, .done = done };
    modes->count++;
    modes->stale = true;
    return mode;
}

static void end_mode(struct player *player)
{
    struct mode mode = player->modes.mode[--player->modes.count];

    player->modes.stale = true;
    mode_tell(player);
    if (mode.done)
        mode.done(player, mode.answer);
}

void mode_tell(struct player *player)
{
    const struct mode *mode = mode_now(player);

    if (!scrollback_tell(player) && !(mode && rows[mode->kind].tell && rows[mode->kind].tell(player, mode)))
        scene_set_message(&player->scene, mode ? mode->text : NULL);
}

/* ---- Strokes ---- */

bool stroke_is_key(const struct stroke *stroke, unsigned key)
{
    return stroke->kind == STROKE_KEY && stroke->key == key;
}

bool stroke_is_return(const struct stroke *stroke)
{
    return stroke_is_key(stroke, DISPLAY_KEY_return)
           || (stroke->kind == STROKE_KEY && stroke->modifiers == WITH_CTRL
               && (stroke->key == 'j' || stroke->key == 'm'));
}

static void give(struct player *player, const struct stroke *stroke)
{
    struct mode *mode = top(player);

    player->modes.stale = true;
    if (rows[mode->kind].take(player, mode, stroke))
        end_mode(player);
}

/* What there is for the topmost mode to take, without another event. */
static bool next_stroke(struct player *player, struct stroke *stroke)
{
    unsigned flags = flags_now(player);

    memset(stroke, 0, sizeof *stroke);
    if (*player->command && (flags & TAKES_COMMANDS))
        stroke->kind = STROKE_COMMAND;
    else if (player->gone || player_is_interrupted(player))
        stroke->kind = STROKE_GONE;
    else if (player->sound.due && (flags & FOR_STORY))
        stroke->kind = STROKE_AGAIN;
    else
        return !(flags & DIRECT) && typeahead_take(&player->typeahead, stroke);
    return true;
}

static void give_all(struct player *player)
{
    struct stroke stroke;

    while (player->modes.count && next_stroke(player, &stroke))
        give(player, &stroke);
}

static void show(struct player *player)
{
    if (!player->modes.count || !player->modes.stale)
        return;
    player->modes.stale = false;
    if (rows[top(player)->kind].show)
        rows[top(player)->kind].show(player);
    mode_tell(player);
}

/* ---- What concerns the display ---- */

/* In the library nothing is lost by a slip of the finger. */
void modes_interrupt(struct player *player)
{
    if (flags_now(player) & ASKS)
        return;
    typeahead_forget(&player->typeahead);
    if (player->in_library)
        player->gone = true;
    else
        player_confirm(player, "End the game? (y or n) ", player_leave);
}

/* No game is left for a file that is no story: why it is none. */
static bool is_story(const char *path, struct message *told)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - path) : 0;
    struct story story;
    struct message why;

    if (story_load(&story, path, &why) == 0) {
        story_free(&story);
        return true;
    }
    if (strncmp(why.text, path, folder) != 0) /* its folder would leave no room for what it is */
        folder = 0;
    message_set(told, "[%.400s. Press any key]", why.text + folder);
    return false;
}

static void forget_drop(struct player *player)
{
    free(player->dropped);
    player->dropped = NULL;
}

static void leave_for_drop(struct player *player, int yes)
{
    if (yes)
        player->gone = true;
    else
        forget_drop(player);
}

/* The display's text of the path stays only until the next event. */
static void drop(struct player *player, const char *path)
{
    if (flags_now(player) & ASKS || player->gone)
        return;
    if (!is_story(path, &player->notice)) {
        mode_begin(player, MODE_NOTICE, NULL)->text = player->notice.text;
    } else if ((player->dropped = strdup(path)) != NULL) {
        if (player->in_library)
            leave_for_drop(player, true);
        else
            player_confirm(player, "Leave this game for the story dropped here? (y or n) \n"
                           "Leave this game for that one? (y or n) \nPlay that? (y/n) ", leave_for_drop);
    }
}

/* ---- Events ---- */

/* A question is answered by the first character of what is typed now, and by nothing that is pasted. */
static bool first_of(const struct event *event, struct stroke *stroke)
{
    struct typeahead typed = { 0 };
    bool any;

    if (event->kind == EVENT_KEY)
        (void)typeahead_add_key(&typed, event->key, event->modifiers);
    else
        (void)typeahead_add_text(&typed, event->text, event->length);
    any = typeahead_take(&typed, stroke);
    typeahead_free(&typed);
    return any;
}

static void type(struct player *player, const struct event *event)
{
    struct stroke stroke = { 0 };
    int full = 0;

    if (event->kind != EVENT_PASTE && (flags_now(player) & DIRECT)) {
        if (first_of(event, &stroke))
            give(player, &stroke);
    } else if (event->kind == EVENT_KEY) {
        full = typeahead_add_key(&player->typeahead, event->key, event->modifiers);
    } else {
        full = typeahead_add_text(&player->typeahead, event->text, event->length);
    }
    if (full)
        player_ring(player);
}

static void click(struct player *player, const struct event *event)
{
    struct stroke stroke = { STROKE_MOUSE, 0, event->modifiers, event->x, event->y, event->clicks, event->button };

    if (player->modes.count)
        give(player, &stroke);
}

static void pass_time(struct player *player)
{
    const struct mode *mode = mode_now(player);
    struct stroke stroke = { .kind = STROKE_TIME };

    if (mode && mode->deadline >= 0 && system_clock() >= mode->deadline)
        give(player, &stroke);
}

static void attend(struct player *player, const struct event *event)
{
    switch (event->kind) {
    case EVENT_NONE: pass_time(player); break;
    case EVENT_KEY:
    case EVENT_TEXT:
    case EVENT_PASTE: type(player, event); break;
    case EVENT_RESIZE: player_measure(player); break;
    case EVENT_MOUSE: click(player, event); break;
    case EVENT_DRAG: scrollback_drag(player, event); break;
    case EVENT_WHEEL: scrollback_wheel(player, event->lines); break;
    case EVENT_INTERRUPT: modes_interrupt(player); break;
    case EVENT_HANGUP: player->gone = player->hung_up = true; break;
    case EVENT_DROP: drop(player, event->path); break;
    case EVENT_SOUND: sound_ended(player, event->number); break;
    case EVENT_FOCUS: scene_touch(&player->scene); break;
    }
}

/* ---- Time ---- */

static int time_left(long long deadline)
{
    long long left = deadline - system_clock();

    if (deadline < 0)
        return -1;
    return left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left;
}

int player_deadline(struct player *player)
{
    const struct mode *mode = mode_now(player);
    int left = mode ? time_left(mode->deadline) : 0;
    int idle = player->session ? session_idle(player->session, system_clock()) : -1;

    return idle >= 0 && (left < 0 || idle < left) ? idle : left;
}

void player_event(struct player *player, const struct event *event)
{
    attend(player, event);
    do
        give_all(player);
    while (!player->modes.count && story_run(player));
    show(player);
    player->screen.at_work = !player->modes.count;
}
