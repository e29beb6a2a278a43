/* Golmac: MIT licence, see LICENSE.

   What happens at the window, from SDL's events to the player's; what concerns only the window is done here. And the
   clipboard. */
#include "frontends/sdl/window.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

/* ---- The clipboard ---- */

static void hand_out(int (*take)(const char *), const zm_u16 *text, unsigned length)
{
    char *bytes = malloc((size_t)length * UTF8_PER_UNIT + 1);

    if (!bytes)
        return;
    bytes[utf8_encode(bytes, text, length)] = '\0';
    (void)take(bytes);
    free(bytes);
}

void window_copy(void *context, const zm_u16 *text, unsigned length)
{
    (void)context;
    hand_out(SDL_SetClipboardText, text, length);
    hand_out(SDL_SetPrimarySelectionText, text, length);
}

void window_mark(void *context, const zm_u16 *text, unsigned length)
{
    (void)context;
    if (length > 0)
        hand_out(SDL_SetPrimarySelectionText, text, length);
}

unsigned window_fetch(void *context, zm_u16 *text, unsigned room)
{
    char *taken = SDL_GetClipboardText();
    unsigned length = taken ? (unsigned)utf8_decode(text, room, taken, strlen(taken)) : 0;

    (void)context;
    SDL_free(taken);
    return length;
}

static void clipboard_paste(struct sdl_window *window, char *taken, struct event *event)
{
    size_t size = taken ? strlen(taken) : 0; /* at least as many as there are units */

    free(window->pasted);
    window->pasted = size > 0 ? malloc(size * sizeof *window->pasted) : NULL;
    if (window->pasted) {
        event->kind = EVENT_PASTE;
        event->text = window->pasted;
        event->length = (unsigned)utf8_decode(window->pasted, size, taken, size);
    }
    SDL_free(taken);
}

enum { LINES_PER_NOTCH = 3, STILL = 4 /* how far the mouse may move in a click */, NOT_DRAGGING = 0, PRESSED, DRAGGING,
       BUTTON_FIRST = 1, BUTTON_SECOND = 2, BUTTON_MIDDLE = 3 };

static const struct { SDL_Keycode code; enum display_key key; } keys[] = {
#define KEY(sdl, ours) { SDLK_##sdl, DISPLAY_KEY_##ours },
#include "frontends/sdl/sdl_keys.def"
};

/* ---- Keys that are the window's own ---- */

static bool enlarge(struct sdl_window *window, double factor)
{
    double points = factor == 0 ? window->usual_points : window->points * factor;

    return appearance_set_points(window, points) == 0;
}

static bool toggle_full_screen(struct sdl_window *window)
{
    Uint32 full = SDL_GetWindowFlags(window->sdl) & SDL_WINDOW_FULLSCREEN_DESKTOP;

    window_note_place(window);
    SDL_SetWindowFullscreen(window->sdl, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    return false; /* the event that the size has changed follows */
}

/* Whether the key was the window's own; *resized: and all must be laid out anew. */
static bool take_key(struct sdl_window *window, const SDL_Keysym *key, bool *resized)
{
    const double step = 1.125;
    bool ctrl = key->mod & KMOD_CTRL && !(key->mod & KMOD_ALT);

    if (key->mod & KMOD_LALT && (key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER)) {
        *resized = toggle_full_screen(window);
        return true;
    }
    if (!ctrl)
        return false;
    switch (key->sym) {
    case SDLK_PLUS: case SDLK_EQUALS: case SDLK_KP_PLUS:
        *resized = enlarge(window, step);
        return true;
    case SDLK_MINUS: case SDLK_KP_MINUS:
        *resized = enlarge(window, 1 / step);
        return true;
    case SDLK_0: case SDLK_KP_0:
        *resized = enlarge(window, 0);
        return true;
    default:
        return false;
    }
}

/* ---- Keys for the player ---- */

static unsigned modifiers_of(unsigned modifiers)
{
    return (modifiers & KMOD_SHIFT ? WITH_SHIFT : 0) | (modifiers & KMOD_CTRL ? WITH_CTRL : 0)
           | (modifiers & KMOD_LALT ? WITH_ALT : 0);
}

static unsigned key_of(const SDL_Keysym *key)
{
    size_t i;

    if (key->sym >= SDLK_KP_1 && key->sym <= SDLK_KP_0 && (key->mod & KMOD_NUM))
        return DISPLAY_KEY_none; /* it comes as text */
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == key->sym)
            return keys[i].key;
    return DISPLAY_KEY_none;
}

static void translate_key(struct sdl_window *window, const SDL_Keysym *key, struct event *event)
{
    bool resized = false;

    window->swallow = (key->mod & (KMOD_LALT | KMOD_CTRL)) != 0; /* its text, should it come */
    if (window->composed[0])
        return; /* the key is the input method's */
    if (take_key(window, key, &resized)) {
        event->kind = resized ? EVENT_RESIZE : EVENT_NONE;
        return;
    }
    event->key = key_of(key);
    event->modifiers = modifiers_of(key->mod);
    if (event->key == DISPLAY_KEY_none && (event->modifiers & (WITH_CTRL | WITH_ALT)) && key->sym >= ' '
        && key->sym < 0x110000)
        event->key = (unsigned)key->sym;
    if (event->key != DISPLAY_KEY_none)
        event->kind = EVENT_KEY;
}

static void translate_text(struct sdl_window *window, const char *text, struct event *event)
{
    window->composed[0] = '\0';
    if (window->swallow)
        return;
    event->length = (unsigned)utf8_decode(window->text, EVENT_UNITS, text, strlen(text));
    event->text = window->text;
    if (event->length > 0)
        event->kind = EVENT_TEXT;
}

/* Text being composed lies over the caret until it is done. */
static void compose(struct sdl_window *window, const char *text)
{
    snprintf(window->composed, sizeof window->composed, "%s", text);
    if (!window->scene)
        return;
    caret_remove(window);
    caret_place(window, window->scene);
    window_show(window);
}

/* ---- The mouse ---- */

static void set_place(const struct sdl_window *window, int x, int y, struct event *event)
{
    event->x = (int)((x * window->density - window->left) / window->zoom);
    event->y = (int)((y * window->density - window->top) / window->zoom);
    event->modifiers = modifiers_of((unsigned)SDL_GetModState());
}

static void translate_button(struct sdl_window *window, const SDL_MouseButtonEvent *button, struct event *event)
{
    bool down = button->type == SDL_MOUSEBUTTONDOWN;

    set_place(window, button->x, button->y, event);
    event->button = button->button == SDL_BUTTON_LEFT ? BUTTON_FIRST
                    : button->button == SDL_BUTTON_RIGHT ? BUTTON_SECOND : BUTTON_MIDDLE;
    event->clicks = button->clicks > 2 ? 2 : button->clicks;
    if (down && event->button == BUTTON_MIDDLE) {
        clipboard_paste(window, SDL_GetPrimarySelectionText(), event);
    } else if (down) {
        event->kind = EVENT_MOUSE;
        window->dragging = event->button == BUTTON_FIRST ? PRESSED : NOT_DRAGGING;
        window->press_x = button->x;
        window->press_y = button->y;
    } else if (window->dragging && event->button == BUTTON_FIRST) {
        event->kind = EVENT_DRAG;
        event->clicks = 0;
        window->dragging = NOT_DRAGGING;
    }
}

static void translate_motion(struct sdl_window *window, const SDL_MouseMotionEvent *motion, struct event *event)
{
    SDL_Event next = { .motion = *motion };

    if (window->dragging == NOT_DRAGGING)
        return;
    while (SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_MOUSEMOTION, SDL_MOUSEMOTION) > 0)
        ; /* only where it is now counts */
    if (window->dragging == PRESSED && abs(next.motion.x - window->press_x) < STILL
        && abs(next.motion.y - window->press_y) < STILL)
        return; /* a click, so far */
    window->dragging = DRAGGING;
    set_place(window, next.motion.x, next.motion.y, event);
    event->kind = EVENT_DRAG;
    event->button = BUTTON_FIRST;
    event->clicks = 1;
}

static void translate_wheel(struct sdl_window *window, const SDL_MouseWheelEvent *wheel, struct event *event)
{
    SDL_Event next = { .wheel = *wheel };
    int x, y;

    do
        window->wheel += (double)next.wheel.preciseY * LINES_PER_NOTCH
                         * (next.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1 : 1);
    while (SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_MOUSEWHEEL, SDL_MOUSEWHEEL) > 0);
    SDL_GetMouseState(&x, &y);
    set_place(window, x, y, event);
    event->lines = (int)window->wheel;
    window->wheel -= event->lines;
    if (event->lines != 0)
        event->kind = EVENT_WHEEL;
}

/* ---- The window ---- */

static void translate_window(struct sdl_window *window, const SDL_WindowEvent *happened, struct event *event)
{
    int width = window->width, height = window->height;

    switch (happened->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        if (window_measure_size(window) != 0)
            event->kind = EVENT_HANGUP; /* there is no memory for a picture of it */
        else if (width != window->width || height != window->height)
            event->kind = EVENT_RESIZE;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        window_show_all(window);
        window_show(window);
        break;
    case SDL_WINDOWEVENT_CLOSE:
        event->kind = EVENT_HANGUP;
        break;
    default:
        break;
    }
}

static void translate(struct sdl_window *window, SDL_Event *happened, struct event *event)
{
    switch (happened->type) {
    case SDL_KEYDOWN: translate_key(window, &happened->key.keysym, event); break;
    case SDL_TEXTINPUT: translate_text(window, happened->text.text, event); break;
    case SDL_TEXTEDITING: compose(window, happened->edit.text); break;
    case SDL_TEXTEDITING_EXT:
        compose(window, happened->editExt.text);
        SDL_free(happened->editExt.text);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: translate_button(window, &happened->button, event); break;
    case SDL_MOUSEMOTION: translate_motion(window, &happened->motion, event); break;
    case SDL_MOUSEWHEEL: translate_wheel(window, &happened->wheel, event); break;
    case SDL_WINDOWEVENT: translate_window(window, &happened->window, event); break;
    case SDL_QUIT: event->kind = EVENT_HANGUP; break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: window_show_all(window); window_show(window); break;
    case SDL_DROPFILE:
        SDL_free(window->path);
        event->path = window->path = happened->drop.file;
        event->kind = EVENT_DROP;
        break;
    case SDL_DROPTEXT: clipboard_paste(window, happened->drop.file, event); break;
    default:
        if (happened->type == window->sound_event) {
            event->kind = EVENT_SOUND;
            event->number = (unsigned)happened->user.code;
        }
    }
}

/* Wait for one of SDL's events: as long as there is time, but not so long that a signal would go unnoticed. */
static bool wait_once(int milliseconds, SDL_Event *happened)
{
    enum { LONGEST = 1000 };

    return SDL_WaitEventTimeout(happened, milliseconds < 0 || milliseconds > LONGEST ? LONGEST : milliseconds);
}

static void wait_for_event(struct sdl_window *window, int milliseconds, struct event *event)
{
    Uint64 now = SDL_GetTicks64(), end = now + (Uint64)(milliseconds < 0 ? 0 : milliseconds);
    SDL_Event happened;
    bool any;

    do {
        any = wait_once(milliseconds < 0 ? -1 : (int)(end > now ? end - now : 0), &happened);
        if (any)
            translate(window, &happened, event);
        if (event->kind == EVENT_NONE && *window->interrupted)
            event->kind = EVENT_HANGUP;
        now = SDL_GetTicks64();
    } while (event->kind == EVENT_NONE && (any || milliseconds < 0 || now < end)); /* all that has happened by then */
}

void window_wait(struct sdl_window *window, int milliseconds, struct event *event)
{
    memset(event, 0, sizeof *event);
    if (window->cover_end) {
        window_wait_for_cover(window);
        event->kind = EVENT_FOCUS; /* what it hid is painted */
    } else {
        wait_for_event(window, milliseconds, event);
    }
}
