/* Golmac: MIT licence, see LICENSE.

   Editing a line. */
#include "frontends/player/browse.h"
#include "frontends/base/utf.h"
#include "frontends/screen/characters.h"

#include <string.h>

/* ---- Changing the text ---- */

void editor_replace(struct editor *editor, unsigned from, unsigned to, const zm_u16 *text, unsigned length)
{
    unsigned room = editor->limit - (editor->length - (to - from));

    if (length > room)
        length = room;
    if (length && length < LINE_MAX_UNITS && utf16_is_high(text[length - 1]))
        length--; /* half a pair */
    memmove(editor->text + from + length, editor->text + to, (editor->length - to) * sizeof *text);
    if (length)
        memcpy(editor->text + from, text, length * sizeof *text);
    editor->length += length - (to - from);
    editor->cursor = from + length;
    if (editor->cursor) /* not between a letter and a mark that has come to stand after it */
        editor->cursor = character_next(editor->text, editor->length, character_previous(editor->text, editor->cursor));
}

void editor_begin(struct editor *editor, const zm_u16 *text, unsigned length, unsigned limit)
{
    editor->limit = limit < LINE_MAX_UNITS ? limit : LINE_MAX_UNITS;
    editor->length = editor->cursor = 0;
    editor->age = 0;
    editor->searching = editor->cutting = false;
    editor->candidates = 0;
    editor_replace(editor, 0, 0, text, length);
}

bool editor_insert(struct editor *editor, const zm_u16 *text, unsigned length)
{
    unsigned before = editor->length;

    editor->cutting = false;
    editor->candidates = 0;
    if (editor->searching) {
        editor_search_add(editor, text, length);
        return true;
    }
    editor_replace(editor, editor->cursor, editor->cursor, text, length);
    return editor->length - before == length;
}

bool editor_at_end(const struct editor *editor)
{
    return editor->cursor == editor->length;
}

/* ---- Places ---- */

static unsigned before(const struct editor *editor)
{
    return character_previous(editor->text, editor->cursor);
}

static unsigned after(const struct editor *editor)
{
    return character_next(editor->text, editor->length, editor->cursor);
}

static unsigned word_start(const struct editor *editor)
{
    unsigned at = editor->cursor;

    while (at > 0 && !character_in_word(editor->text[at - 1]))
        at--;
    while (at > 0 && character_in_word(editor->text[at - 1]))
        at--;
    return at;
}

static unsigned word_end(const struct editor *editor)
{
    unsigned at = editor->cursor;

    while (at < editor->length && !character_in_word(editor->text[at]))
        at++;
    while (at < editor->length && character_in_word(editor->text[at]))
        at++;
    return at;
}

static unsigned blank_start(const struct editor *editor)
{
    unsigned at = editor->cursor;

    while (at > 0 && editor->text[at - 1] == ' ')
        at--;
    while (at > 0 && editor->text[at - 1] != ' ')
        at--;
    return at;
}

/* ---- Moving ---- */

static void edit_back(struct editor *editor) { editor->cursor = before(editor); }
static void edit_forward(struct editor *editor) { editor->cursor = after(editor); }
static void edit_word_back(struct editor *editor) { editor->cursor = word_start(editor); }
static void edit_word_forward(struct editor *editor) { editor->cursor = word_end(editor); }
static void edit_start(struct editor *editor) { editor->cursor = 0; }
static void edit_end(struct editor *editor) { editor->cursor = editor->length; }

/* ---- Taking away ---- */

static void edit_erase_back(struct editor *editor) { editor_replace(editor, before(editor), editor->cursor, NULL, 0); }
static void edit_erase(struct editor *editor) { editor_replace(editor, editor->cursor, after(editor), NULL, 0); }

/* ---- Cutting ---- */

/* Cuts that follow each other are kept as one text, in the order it had in the line. */
static void cut(struct editor *editor, unsigned from, unsigned to)
{
    unsigned length = to - from, kept = editor->cutting ? editor->cut_length : 0;
    unsigned place = from < editor->cursor ? 0 : kept;

    if (length == 0)
        return;
    if (kept + length > LINE_MAX_UNITS)
        kept = place = 0;
    memmove(editor->cut + place + length, editor->cut + place, (kept - place) * sizeof *editor->cut);
    memcpy(editor->cut + place, editor->text + from, length * sizeof *editor->cut);
    editor->cut_length = kept + length;
    editor->cuts = editor->cutting = true;
    editor_replace(editor, from, to, NULL, 0);
}

static void edit_kill_word_back(struct editor *editor) { cut(editor, word_start(editor), editor->cursor); }
static void edit_kill_blank_back(struct editor *editor) { cut(editor, blank_start(editor), editor->cursor); }
static void edit_kill_word(struct editor *editor) { cut(editor, editor->cursor, word_end(editor)); }
static void edit_kill_to_start(struct editor *editor) { cut(editor, 0, editor->cursor); }
static void edit_kill_to_end(struct editor *editor) { cut(editor, editor->cursor, editor->length); }

static void edit_yank(struct editor *editor)
{
    editor_replace(editor, editor->cursor, editor->cursor, editor->cut, editor->cut_length);
}

/* The characters before and at the cursor; at the end of the line the last two. */
static void edit_transpose(struct editor *editor)
{
    zm_u16 pair[LINE_MAX_UNITS];
    unsigned middle, first, end;

    if (editor->cursor == 0 || editor->length == 0)
        return;
    if (editor->cursor == editor->length)
        editor->cursor = before(editor);
    middle = editor->cursor;
    first = before(editor);
    end = after(editor);
    memcpy(pair, editor->text + middle, (end - middle) * sizeof *pair);
    memcpy(pair + (end - middle), editor->text + first, (middle - first) * sizeof *pair);
    memcpy(editor->text + first, pair, (end - first) * sizeof *pair);
    editor->cursor = end;
}

/* ---- Keys ---- */

static const struct { unsigned key, modifiers; void (*run)(struct editor *); const char *help; } keys[] = {
#define EDIT(key, modifiers, action, help) { key, modifiers, edit_##action, help },
#include "frontends/player/editor.def"
};
enum { KEYS = sizeof keys / sizeof *keys };

static bool is_search_key(unsigned row)
{
    return keys[row].run == edit_search_back || keys[row].run == edit_search_forward || keys[row].run == edit_give_up
           || keys[row].run == edit_erase_back;
}

static bool is_completion_key(unsigned row)
{
    return keys[row].run == edit_complete || keys[row].run == edit_complete_back;
}

/* Whatever follows a search takes the line it has found; whatever follows a Tab takes the word. */
static void run(struct editor *editor, unsigned row)
{
    if (editor->searching && !is_search_key(row))
        editor_end_search(editor);
    if (!is_completion_key(row))
        editor->candidates = 0;
    editor->cuts = false;
    if (editor->searching && keys[row].run == edit_erase_back)
        edit_search_shorten(editor);
    else
        keys[row].run(editor);
    editor->cutting = editor->cuts;
}

bool editor_key(struct editor *editor, unsigned key, unsigned modifiers)
{
    unsigned row;

    for (row = 0; row < KEYS; row++)
        if (keys[row].key == key && keys[row].modifiers == modifiers) {
            run(editor, row);
            return true;
        }
    return false;
}

unsigned editor_rows(void)
{
    return KEYS;
}

const char *editor_help(unsigned row, unsigned *key, unsigned *modifiers)
{
    *key = keys[row].key;
    *modifiers = keys[row].modifiers;
    return keys[row].help;
}
