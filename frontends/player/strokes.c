/* Golmac: MIT licence, see LICENSE.

   Events of the display, as strokes. */
#include "frontends/player/player.h"
#include "frontends/base/system.h"
#include "frontends/base/utf.h"
#include "frontends/player/look.h"
#include "frontends/formats/story.h"

#include <stdlib.h>
#include <string.h>

/* Of a waiting key: above all units of text; the modifiers stand above that. */
#define STROKES_KEY 0x200000u
#define KEY_MASK 0x1FFFFFu
enum { MODIFIER_SHIFT = 24 };

/* ---- What waits ---- */

void strokes_free(struct strokes *strokes)
{
    free(strokes->waiting);
    memset(strokes, 0, sizeof *strokes);
}

int strokes_wait(const struct strokes *strokes)
{
    return strokes->next < strokes->count;
}

void strokes_forget(struct strokes *strokes)
{
    strokes->next = strokes->count = 0;
}

static int make_room(struct strokes *strokes, unsigned more)
{
    unsigned room = strokes->room ? strokes->room : 256;
    zm_u32 *larger;

    if (more > STROKES_MOST - strokes->count)
        return -1;
    while (room < strokes->count + more)
        room *= 2;
    if (room == strokes->room)
        return 0;
    larger = realloc(strokes->waiting, room * sizeof *larger);
    if (!larger)
        return -1;
    strokes->waiting = larger;
    strokes->room = room;
    return 0;
}

/* 0, or -1 if there is no room. */
static int add(struct strokes *strokes, zm_u32 item)
{
    if (strokes->next == strokes->count)
        strokes_forget(strokes);
    if (make_room(strokes, 1) != 0)
        return -1;
    strokes->waiting[strokes->count++] = item;
    return 0;
}

static int add_key(struct strokes *strokes, unsigned key, unsigned modifiers)
{
    return add(strokes, STROKES_KEY | key | (zm_u32)modifiers << MODIFIER_SHIFT);
}

/* Lines of a paste end with a return key; other controls in it mean nothing. */
static void add_text(struct player *player, const zm_u16 *text, unsigned length)
{
    struct strokes *strokes = &player->strokes;
    unsigned i;
    int full = 0;

    for (i = 0; i < length && !full; i++)
        if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n')))
            full = add_key(strokes, DISPLAY_KEY_return, 0);
        else if (text[i] == '\t')
            full = add(strokes, ' ');
        else if (text[i] >= 32 && !(text[i] >= 127 && text[i] < 160))
            full = add(strokes, text[i]);
    if (full)
        player_ring(player);
}

void strokes_paste(struct player *player, const zm_u16 *text, unsigned length)
{
    add_text(player, text, length);
}

/* The next that waits. Returns 0 if there is nothing. */
static int take(struct strokes *strokes, struct stroke *stroke)
{
    zm_u32 item;

    if (strokes->next == strokes->count)
        return 0;
    item = strokes->waiting[strokes->next++];
    stroke->kind = item & STROKES_KEY ? STROKE_KEY : STROKE_CHARACTER;
    stroke->key = item & KEY_MASK;
    stroke->modifiers = item >> MODIFIER_SHIFT;
    if (stroke->kind == STROKE_KEY || !utf16_is_half(item))
        return 1;
    stroke->key = UTF_REPLACEMENT;
    if (utf16_is_high(item) && strokes->next < strokes->count && utf16_is_low(strokes->waiting[strokes->next]))
        stroke->key = utf16_join(item, strokes->waiting[strokes->next++]);
    return 1;
}

/* ---- Events ---- */

long long strokes_clock(void)
{
    return system_clock();
}

/* The player wants to end, perhaps by a slip of the finger; in the library nothing is lost by one. A question that is being
   asked stays: one more within it could go on for ever. */
void strokes_interrupt(struct player *player)
{
    if (player->asking)
        return;
    strokes_forget(&player->strokes);
    if (player->in_library || player_confirm(player, "End the game? (y or n) "))
        player->gone = 1;
}

/* No game is left for a file that is no story: what it is stands in the last row until a key is pressed. */
static int can_be_played(struct player *player, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - path) : 0;
    struct story story;
    struct message why, told;

    if (story_load(&story, path, &why) == 0) {
        story_free(&story);
        return 1;
    }
    if (strncmp(why.text, path, folder) != 0) /* its folder would leave no room for what it is */
        folder = 0;
    message_set(&told, "[%.400s. Press any key]", why.text + folder);
    player->asking++;
    player_wait_for_key(player, told.text);
    player->asking--;
    return 0;
}

/* What the display has handed out stays only until the next event. */
static void drop(struct player *player, const char *dropped)
{
    char *path = player->asking ? NULL : strdup(dropped);

    if (!path)
        return;
    if (can_be_played(player, path)
        && (player->in_library || player_confirm(player, "Leave this game for the story dropped here? (y or n) \nLeave this game for that one? (y or n) \nPlay that? (y/n) "))) {
        player->dropped = path;
        player->gone = 1;
    } else {
        free(path);
    }
}

/* What concerns the display, not what is typed. Returns 0 if the event is none of those. */
static int attend(struct player *player, const struct event *event)
{
    switch (event->kind) {
    case EVENT_RESIZE: player_measure(player); return 1;
    case EVENT_FOCUS: scene_touch(&player->scene); return 1;
    case EVENT_SOUND: sound_ended(player, event->number); return 1;
    case EVENT_INTERRUPT: strokes_interrupt(player); return 1;
    case EVENT_HANGUP: player->gone = player->hung_up = 1; return 1;
    case EVENT_DROP: drop(player, event->path); return 1;
    case EVENT_DRAG: look_drag(player, event); return 1;
    case EVENT_WHEEL: look_wheel(player, event->lines); return 1;
    default: return 0;
    }
}

/* The event as a stroke, or as several that wait. Returns 1 if *stroke is one. */
static int strike(struct player *player, const struct event *event, struct stroke *stroke)
{
    switch (event->kind) {
    case EVENT_KEY:
        if (add_key(&player->strokes, event->key, event->modifiers) != 0)
            player_ring(player);
        return 0;
    case EVENT_TEXT:
    case EVENT_PASTE:
        add_text(player, event->text, event->length);
        return 0;
    case EVENT_MOUSE:
        *stroke = (struct stroke){ STROKE_MOUSE, 0, event->modifiers, event->x, event->y, event->clicks, event->button };
        return 1;
    default:
        return 0;
    }
}

/* ---- Strokes ---- */

static int time_left(long long deadline)
{
    long long left = deadline - strokes_clock();

    if (deadline < 0)
        return -1;
    return left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left;
}

/* Turns go to the disk while the player thinks. */
static void wait_for(struct player *player, long long deadline, struct event *event)
{
    struct display *display = player->display;
    int left = time_left(deadline), idle = player->session ? session_idle(player->session, strokes_clock()) : -1;

    memset(event, 0, sizeof *event);
    display->wait(display->context, idle >= 0 && (left < 0 || idle < left) ? idle : left, event);
    if (idle >= 0)
        (void)session_idle(player->session, strokes_clock());
}

static int is_interrupted(const struct player *player)
{
    return player->interrupted && *player->interrupted;
}

/* Only what has happened since the question was asked counts; what waited before goes on waiting. */
static int take_direct(struct strokes *strokes, unsigned waiting, struct stroke *stroke)
{
    unsigned next = strokes->next;

    if (strokes->count <= waiting)
        return 0;
    strokes->next = waiting;
    (void)take(strokes, stroke);
    strokes->next = next;
    strokes->count = waiting;
    return 1;
}

static int take_any(struct player *player, enum strokes_for whom, unsigned waiting, struct stroke *stroke)
{
    if (player->gone || is_interrupted(player))
        stroke->kind = STROKE_GONE;
    else if (player->sound.due && whom == FOR_STORY)
        stroke->kind = STROKE_AGAIN;
    else
        return whom == FOR_QUESTION ? take_direct(&player->strokes, waiting, stroke) : take(&player->strokes, stroke);
    return 1;
}

void strokes_next(struct player *player, long long deadline, enum strokes_for whom, struct stroke *stroke)
{
    struct display *display = player->display;
    struct event event;
    unsigned waiting;

    if (!strokes_wait(&player->strokes))
        strokes_forget(&player->strokes);
    waiting = player->strokes.count;
    memset(stroke, 0, sizeof *stroke);
    while (!take_any(player, whom, waiting, stroke)) {
        display->paint(display->context, &player->scene);
        wait_for(player, deadline, &event);
        if (!attend(player, &event) && strike(player, &event, stroke))
            return;
        if (player->strokes.count < waiting || event.kind == EVENT_PASTE)
            waiting = player->strokes.count; /* nor does a paste that goes on while the question is asked answer it */
        if (event.kind == EVENT_NONE && deadline >= 0 && strokes_clock() >= deadline) {
            stroke->kind = STROKE_TIME;
            return;
        }
    }
}

int strokes_poll(struct player *player)
{
    struct display *display = player->display;
    struct stroke stroke;
    struct event event;

    do {
        memset(&event, 0, sizeof event);
        display->wait(display->context, 0, &event);
        if (!attend(player, &event))
            (void)strike(player, &event, &stroke);
    } while (event.kind != EVENT_NONE && !player->gone);
    return player->gone || is_interrupted(player);
}
