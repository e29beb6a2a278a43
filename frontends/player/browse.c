/* Golmac: MIT licence, see LICENSE.

   Lines typed before, the search in them, completing words. */
#include "frontends/player/browse.h"
#include "frontends/screen/characters.h"
#include "frontends/base/utf.h"

#include <string.h>

/* ---- Lines typed before ---- */

/* The line of that age, decoded; its length, or LINE_MAX_UNITS + 1 if there is none. */
static unsigned line_of(const struct editor *editor, size_t age, zm_u16 *text)
{
    const char *line = editor->history && age ? history_line(editor->history, age - 1) : NULL;

    return line ? (unsigned)utf8_decode(text, LINE_MAX_UNITS, line, strlen(line)) : LINE_MAX_UNITS + 1;
}

static void keep_draft(struct editor *editor)
{
    memcpy(editor->draft, editor->text, editor->length * sizeof *editor->text);
    editor->draft_length = editor->length;
}

static void show_line(struct editor *editor, size_t age, const zm_u16 *text, unsigned length)
{
    editor->age = age;
    editor_replace(editor, 0, editor->length, text, length);
}

static void go_to(struct editor *editor, size_t age)
{
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length = line_of(editor, age, text);

    if (age == 0)
        show_line(editor, 0, editor->draft, editor->draft_length);
    else if (length <= LINE_MAX_UNITS)
        show_line(editor, age, text, length);
}

void edit_older(struct editor *editor)
{
    if (editor->age == 0)
        keep_draft(editor);
    go_to(editor, editor->age + 1);
}

void edit_newer(struct editor *editor)
{
    if (editor->age)
        go_to(editor, editor->age - 1);
}

/* ---- Search ---- */

/* Show the first line from age on, in that direction, that has the needle in it. */
static void search(struct editor *editor, size_t age, int direction)
{
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length, place;

    for (; (length = line_of(editor, age, text)) <= LINE_MAX_UNITS; age += (size_t)direction) {
        place = characters_find(text, length, editor->needle, editor->needle_length);
        if (place < length) {
            show_line(editor, age, text, length);
            editor->cursor = place;
            editor->failing = false;
            return;
        }
    }
    editor->failing = true;
}

static void search_on(struct editor *editor, int direction)
{
    if (editor->searching) {
        if (editor->needle_length)
            search(editor, editor->age + (size_t)direction, direction);
        return;
    }
    if (editor->age == 0)
        keep_draft(editor);
    editor->searching = true;
    editor->failing = false;
    editor->needle_length = 0;
}

void edit_search_back(struct editor *editor) { search_on(editor, 1); }
void edit_search_forward(struct editor *editor) { search_on(editor, -1); }

void editor_search_add(struct editor *editor, const zm_u16 *text, unsigned length)
{
    if (length > EDITOR_NEEDLE - editor->needle_length)
        length = EDITOR_NEEDLE - editor->needle_length;
    memcpy(editor->needle + editor->needle_length, text, length * sizeof *text);
    editor->needle_length += length;
    search(editor, editor->age ? editor->age : 1, 1);
}

void edit_search_shorten(struct editor *editor)
{
    editor->needle_length = character_previous(editor->needle, editor->needle_length);
    if (editor->needle_length)
        search(editor, 1, 1);
    else
        go_to(editor, 0);
    editor->failing = editor->failing && editor->needle_length;
}

void editor_end_search(struct editor *editor)
{
    editor->searching = false;
}

/* Out of a search: back to the line as it was. Else: an empty line. */
void edit_give_up(struct editor *editor)
{
    if (editor->searching)
        go_to(editor, 0);
    else
        editor_replace(editor, 0, editor->length, NULL, 0);
    editor->searching = false;
}

/* ---- Completion ---- */

/* How many units at their starts all candidates share; text: the first of them, length of it. */
static unsigned common_start(const struct editor *editor, const zm_u16 *text, unsigned length)
{
    const struct completion *completion = editor->completion;
    zm_u16 other[LINE_MAX_UNITS];
    unsigned i, k, other_length;

    for (i = 1; i < editor->candidates; i++) {
        other_length = completion->candidate(completion->context, i, other, LINE_MAX_UNITS);
        for (k = 0; k < length && k < other_length && character_small(text[k]) == character_small(other[k]); k++)
            continue;
        length = k;
    }
    return length;
}

static void show_candidate(struct editor *editor, unsigned number)
{
    const struct completion *completion = editor->completion;
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length = completion->candidate(completion->context, number, text, LINE_MAX_UNITS);

    editor->candidate = number;
    editor_replace(editor, editor->word, editor->cursor, text, length);
}

/* The first Tab: what all candidates share, if that is more than was typed; else the first of them. The only one comes
   with a space after it. */
static void begin_completion(struct editor *editor)
{
    static const zm_u16 space = ' ';
    const struct completion *completion = editor->completion;
    zm_u16 text[LINE_MAX_UNITS];
    unsigned length, shared, start = editor->cursor;

    while (start > 0 && character_in_word(editor->text[start - 1]))
        start--;
    editor->word = start;
    editor->word_length = editor->cursor - start;
    if (editor->word_length == 0)
        return;
    memcpy(editor->typed, editor->text + start, editor->word_length * sizeof *editor->typed);
    editor->candidates = completion->find(completion->context, editor->typed, editor->word_length);
    if (editor->candidates == 0)
        return;
    length = completion->candidate(completion->context, 0, text, LINE_MAX_UNITS);
    shared = common_start(editor, text, length);
    editor->candidate = editor->candidates; /* none of them is shown */
    if (shared > editor->word_length || editor->candidates == 1)
        editor_replace(editor, start, editor->cursor, text, shared);
    else
        show_candidate(editor, 0);
    if (editor->candidates == 1) {
        editor_replace(editor, editor->cursor, editor->cursor, &space, 1);
        editor->candidates = 0;
    }
}

/* Around the candidates, with what was typed between the last and the first. */
static void step_candidate(struct editor *editor, unsigned step)
{
    unsigned next = (editor->candidate + step) % (editor->candidates + 1);

    if (next < editor->candidates)
        show_candidate(editor, next);
    else
        editor_replace(editor, editor->word, editor->cursor, editor->typed, editor->word_length);
    editor->candidate = next;
}

void edit_complete(struct editor *editor)
{
    if (!editor->completion)
        return;
    if (editor->candidates == 0)
        begin_completion(editor);
    else
        step_candidate(editor, 1);
}

void edit_complete_back(struct editor *editor)
{
    if (editor->completion && editor->candidates)
        step_candidate(editor, editor->candidates);
}
