/* Golmac: MIT licence, see LICENSE.

   Keys. ncurses joins the bytes of those it knows; the sequences with modifiers that today's terminals have agreed on
   are made known to it here, as codes of our own, since few terminal descriptions list them. ESC and a key at once is
   Alt and that key. A sequence that nobody knows is passed over whole rather than typed into the line. */
#include "frontends/ncurses/keyboard.h"
#include "frontends/base/utf.h"
#include "frontends/screen/style.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>

enum { OWN_CODES = 0x2000, PASTE_START = OWN_CODES, PASTE_END, FIRST_OWN, MODIFIERS = 7, PASTE_PATIENCE = 1000,
       ESCAPE = 27, CONTROL_C = 3, DELETE = 127,
       LAST_CONTROL = 0x9F };

/* ---- Tables ---- */

/* Keys by code of ncurses. */
static const struct { int code; unsigned key, modifiers; } named[] = {
#define NAMED(code, key, modifiers) { code, DISPLAY_KEY_##key, modifiers },
#include "frontends/ncurses/terminal_keys.def"
};

/* Keys by sequence: each row has a code of ours for each mask of modifiers. */
static const struct { const char *format; int part; unsigned key, character; } sequences[] = {
#define LETTER(final, key) { "\033[1;%d%c", final, DISPLAY_KEY_##key, 0 },
#define NUMBER(number, key) { "\033[%d;%d~", number, DISPLAY_KEY_##key, 0 },
#define APPLICATION(final, key, character) { "\033O%c", final, DISPLAY_KEY_##key, character },
#include "frontends/ncurses/terminal_keys.def"
};
enum { NAMES = sizeof named / sizeof *named, SEQUENCES = sizeof sequences / sizeof *sequences };

static unsigned modifiers_of(unsigned mask)
{
    return (mask & 1 ? (unsigned)WITH_SHIFT : 0) | (mask & 2 ? (unsigned)WITH_ALT : 0)
        | (mask & 4 ? (unsigned)WITH_CTRL : 0);
}

/* mask 0: no modifier; only the keypad's sequences come without. Returns false if the row has none of that mask. */
static bool write_sequence(char *text, size_t size, size_t row, int mask)
{
    bool is_keypad = sequences[row].format[1] == 'O', is_number = sequences[row].format[2] == '%';

    if (is_keypad != (mask == 0))
        return false;
    if (is_keypad)
        snprintf(text, size, "\033O%c", sequences[row].part);
    else if (is_number)
        snprintf(text, size, "\033[%d;%d~", sequences[row].part, mask + 1);
    else
        snprintf(text, size, "\033[1;%d%c", mask + 1, sequences[row].part);
    return true;
}

static void define_sequences(void)
{
    char text[32];
    size_t row;
    int mask;

    (void)define_key("\033[200~", PASTE_START);
    (void)define_key("\033[201~", PASTE_END);
    for (row = 0; row < SEQUENCES; row++)
        for (mask = 0; mask <= MODIFIERS; mask++)
            if (write_sequence(text, sizeof text, row, mask))
                (void)define_key(text, FIRST_OWN + (int)row * (MODIFIERS + 1) + mask);
}

/* ---- Reading ---- */

int keyboard_open(struct keyboard *keyboard)
{
    memset(keyboard, 0, sizeof *keyboard);
    keyboard->pad = newpad(1, 1);
    if (!keyboard->pad)
        return -1;
    (void)keypad(keyboard->pad, TRUE);
    (void)nodelay(keyboard->pad, TRUE);
    define_sequences();
    return 0;
}

void keyboard_close(struct keyboard *keyboard)
{
    if (keyboard->pad)
        (void)delwin(keyboard->pad);
    keyboard->pad = NULL;
}

/* OK and a character, KEY_CODE_YES and a code, or ERR: there is nothing. */
static int read_code(struct keyboard *keyboard, wint_t *key)
{
    if (!keyboard->pending)
        return wget_wch(keyboard->pad, key);
    keyboard->pending = false;
    *key = keyboard->pending_key;
    return keyboard->pending_code;
}

static void put_back(struct keyboard *keyboard, int code, wint_t key)
{
    keyboard->pending = code != ERR;
    keyboard->pending_code = code;
    keyboard->pending_key = key;
}

static void add_character(struct keyboard *keyboard, wint_t character)
{
    if (character > 0x10FFFF)
        return;
    keyboard->length += utf16_put(keyboard->text + keyboard->length, (uint32_t)character);
}

/* ---- Events ---- */

static bool set_key(struct event *event, unsigned key, unsigned modifiers)
{
    event->kind = EVENT_KEY;
    event->key = key;
    event->modifiers = modifiers;
    return true;
}

static bool set_text(struct keyboard *keyboard, struct event *event, enum event_kind kind)
{
    event->kind = kind;
    event->text = keyboard->text;
    event->length = keyboard->length;
    return keyboard->length > 0;
}

static bool is_text(int code, wint_t key)
{
    return code == OK && key >= ' ' && (key < DELETE || key > LAST_CONTROL);
}

static bool is_full(const struct keyboard *keyboard)
{
    return keyboard->length > KEYBOARD_TEXT - 2;
}

/* All the characters that are there; what an event has no room for is the next one's. */
static bool read_text(struct keyboard *keyboard, wint_t key, struct event *event)
{
    int code = OK;

    keyboard->length = 0;
    for (; is_text(code, key) && !is_full(keyboard); code = read_code(keyboard, &key))
        add_character(keyboard, key);
    put_back(keyboard, code, key);
    return set_text(keyboard, event, EVENT_TEXT);
}

/* Up to the end mark, as it comes; a terminal that stops in the middle is not waited for any longer than a second. */
static bool read_paste(struct keyboard *keyboard, struct event *event)
{
    wint_t key, last = keyboard->last_pasted;
    int code = OK;

    keyboard->length = 0;
    wtimeout(keyboard->pad, PASTE_PATIENCE);
    while (!is_full(keyboard) && (code = wget_wch(keyboard->pad, &key)) != ERR
           && !(code == KEY_CODE_YES && key == PASTE_END)) {
        if (is_text(code, key))
            add_character(keyboard, key);
        else if (code == OK && (key == '\r' || (key == '\n' && last != '\r')))
            add_character(keyboard, '\n');
        else if (code == OK && key == '\t')
            add_character(keyboard, ' ');
        last = key;
    }
    (void)nodelay(keyboard->pad, TRUE);
    keyboard->pasting = is_full(keyboard);
    keyboard->last_pasted = keyboard->pasting ? last : 0;
    return set_text(keyboard, event, EVENT_PASTE);
}

/* A control character, with Alt or not. */
static bool set_control(wint_t key, unsigned modifiers, struct event *event)
{
    if (key > DELETE)
        return false;
    switch (key) {
    case '\r':
    case '\n': return set_key(event, DISPLAY_KEY_return, modifiers);
    case '\t': return set_key(event, DISPLAY_KEY_tab, modifiers);
    case '\b':
    case DELETE: return set_key(event, DISPLAY_KEY_backspace, modifiers);
    case ESCAPE: return set_key(event, DISPLAY_KEY_escape, modifiers);
    case 0: return set_key(event, ' ', modifiers | WITH_CTRL);
    default: return set_key(event, key <= 26 ? 'a' - 1 + key : '@' + key, modifiers | WITH_CTRL);
    }
}

static bool read_mouse(struct event *event)
{
    MEVENT mouse;

    if (getmouse(&mouse) != OK)
        return false;
    event->x = mouse.x;
    event->y = mouse.y;
    event->kind = EVENT_WHEEL;
    event->lines = mouse.bstate & BUTTON4_PRESSED ? 3 : -3;
    if (mouse.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED))
        return true;
    event->kind = EVENT_MOUSE;
    event->clicks = 1;
    event->button = mouse.bstate & BUTTON3_PRESSED ? 2 : mouse.bstate & BUTTON2_PRESSED ? 3 : 1;
    return (mouse.bstate & (BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED)) != 0;
}

/* A key of the tables, or nothing. */
static bool set_code(wint_t code, unsigned modifiers, struct event *event)
{
    size_t i, row = (code - FIRST_OWN) / (MODIFIERS + 1);

    for (i = 0; i < NAMES; i++)
        if (named[i].code == (int)code)
            return set_key(event, named[i].key, named[i].modifiers | modifiers);
    if (code < FIRST_OWN || row >= SEQUENCES)
        return false;
    modifiers |= modifiers_of((code - FIRST_OWN) % (MODIFIERS + 1));
    return set_key(event, sequences[row].character ? sequences[row].character : sequences[row].key, modifiers);
}

static bool read_named(struct keyboard *keyboard, wint_t code, unsigned modifiers, struct event *event)
{
    switch (code) {
    case KEY_RESIZE:
        event->kind = EVENT_RESIZE;
        return true;
    case KEY_MOUSE: return read_mouse(event);
    case PASTE_START: return read_paste(keyboard, event);
    default: break;
    }
    if (!set_code(code, modifiers, event))
        return false;
    if (event->key >= ' ' && event->key < DELETE && !event->modifiers) { /* a sign of the keypad */
        keyboard->length = 0;
        add_character(keyboard, event->key);
        return set_text(keyboard, event, EVENT_TEXT);
    }
    return true;
}

/* The rest of a control sequence that nobody knows, up to its last byte (ECMA-48, 5.4). */
static void skip_sequence(struct keyboard *keyboard)
{
    wint_t key;
    int code;

    do
        code = read_code(keyboard, &key);
    while (code == OK && key >= 0x20 && key < 0x40);
    if (code == KEY_CODE_YES)
        put_back(keyboard, code, key);
}

/* After ESC: alone, before a key it is Alt with, or the start of a sequence. */
static bool read_escape(struct keyboard *keyboard, struct event *event)
{
    wint_t key, next;
    int code = read_code(keyboard, &key), after;

    if (code == ERR)
        return set_key(event, DISPLAY_KEY_escape, 0);
    if (code == KEY_CODE_YES)
        return read_named(keyboard, key, WITH_ALT, event);
    if (key == ESCAPE) { /* the first was the key, the second begins something */
        put_back(keyboard, OK, key);
        return set_key(event, DISPLAY_KEY_escape, 0);
    }
    if (key < ' ' || key == DELETE)
        return set_control(key, WITH_ALT, event);
    if (key == '[' || key == 'O') {
        after = read_code(keyboard, &next);
        put_back(keyboard, after, next);
        if (after == OK) {
            skip_sequence(keyboard);
            return false;
        }
    }
    if (key >= 'A' && key <= 'Z')
        return set_key(event, key - 'A' + 'a', WITH_ALT | WITH_SHIFT);
    return set_key(event, key, WITH_ALT);
}

static bool decode(struct keyboard *keyboard, int code, wint_t key, struct event *event)
{
    if (code == KEY_CODE_YES)
        return read_named(keyboard, key, 0, event);
    if (key == ESCAPE)
        return read_escape(keyboard, event);
    if (key == CONTROL_C) {
        event->kind = EVENT_INTERRUPT;
        return true;
    }
    return is_text(code, key) ? read_text(keyboard, key, event) : set_control(key, 0, event);
}

bool keyboard_waits(const struct keyboard *keyboard)
{
    return keyboard->pending || keyboard->pasting;
}

bool keyboard_read(struct keyboard *keyboard, struct event *event)
{
    wint_t key;
    int code;

    memset(event, 0, sizeof *event);
    if (keyboard->pasting && read_paste(keyboard, event))
        return true;
    while ((code = read_code(keyboard, &key)) != ERR)
        if (decode(keyboard, code, key, event))
            return true;
    event->kind = EVENT_NONE;
    return false;
}
