/* Golmac: MIT licence, see LICENSE.

   Words that begin as the one being typed does. */
#include "frontends/player/complete.h"
#include "frontends/screen/characters.h"
#include "frontends/formats/dictionary.h"

#include <string.h>

/* ---- The words found ---- */

static bool is_known(const struct words *words, const zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < words->count; i++)
        if (words->word[i].length == length && characters_begin(words->word[i].text, length, text, length))
            return true;
    return false;
}

static void add(struct words *words, const zm_u16 *text, unsigned length, enum complete_rank rank)
{
    struct complete_word *word = &words->word[words->count];
    unsigned i;

    if (words->count == COMPLETE_WORDS || length > COMPLETE_LETTERS || is_known(words, text, length))
        return;
    for (i = 0; i < length; i++)
        word->text[i] = character_small(text[i]);
    word->length = length;
    word->rank = rank;
    words->count++;
}

/* ---- On the screen ---- */

/* The words of a run, the last one first. A word that is broken by the end of a run is not one. */
static void look_in_run(struct words *words, const struct screen_run *run, const zm_u16 *start, unsigned length)
{
    unsigned end = run->length, at;

    if (run->style.bits & SCREEN_INPUT)
        return;
    while (end > 0) {
        while (end > 0 && !character_in_word(run->text[end - 1]))
            end--;
        for (at = end; at > 0 && character_in_word(run->text[at - 1]); at--)
            continue;
        if (end - at > length && characters_begin(run->text + at, end - at, start, length))
            add(words, run->text + at, end - at, COMPLETE_SEEN);
        end = at;
    }
}

static void look_on_screen(struct words *words, const zm_u16 *start, unsigned length)
{
    unsigned row, i;

    for (row = words->screen->rows; row-- > 0; ) {
        const struct screen_row *line = screen_row(words->screen, row);

        for (i = line ? line->count : 0; i-- > 0; )
            look_in_run(words, &line->run[i], start, length);
    }
}

/* ---- In the dictionary ---- */

/* A word that fills its entry in the dictionary may go on: on the screen it may stand whole. Returns whether it does.
   */
static bool mark_seen(struct words *words, const zm_u16 *text, unsigned length, bool cut)
{
    unsigned i;
    bool seen = false;

    for (i = 0; i < words->count && words->word[i].rank != COMPLETE_DICTIONARY; i++) {
        struct complete_word *word = &words->word[i];

        if ((cut || word->length == length) && characters_begin(word->text, word->length, text, length)) {
            word->rank = COMPLETE_KNOWN;
            seen = true;
        }
    }
    return seen;
}

static uint8_t byte_at(void *zm, size_t address)
{
    return zm_byte(zm, (zm_u32)address);
}

static void look_in_dictionary(struct words *words, const zm_u16 *start, unsigned length)
{
    struct zm *zm = words->zm;
    struct memory memory = { zm, byte_at, zm->story_size, zm->version };
    struct dictionary dictionary = dictionary_at(&memory, zm->dictionary);
    size_t entry = dictionary.entries;
    zm_u16 text[COMPLETE_LETTERS];

    for (unsigned i = 0; i < dictionary.count && entry < zm->story_size; i++, entry += dictionary.size) {
        unsigned used = zm_text(zm, (zm_u32)entry, text, COMPLETE_LETTERS);

        if (used > length && character_in_word(text[0]) && characters_begin(text, used, start, length)
            && !mark_seen(words, text, used, used >= dictionary.letters))
            add(words, text, used, COMPLETE_DICTIONARY);
    }
}

/* ---- For the editor ---- */

static void sort(struct words *words)
{
    unsigned i, k;

    for (i = 1; i < words->count; i++) {
        struct complete_word word = words->word[i];

        for (k = i; k > 0 && words->word[k - 1].rank > word.rank; k--)
            words->word[k] = words->word[k - 1];
        words->word[k] = word;
    }
}

static unsigned find(void *context, const zm_u16 *start, unsigned length)
{
    struct words *words = context;

    words->count = 0;
    look_on_screen(words, start, length);
    if (words->zm->dictionary)
        look_in_dictionary(words, start, length);
    sort(words);
    return words->count;
}

static unsigned candidate(void *context, unsigned number, zm_u16 *text, unsigned room)
{
    const struct words *words = context;
    const struct complete_word *word = &words->word[number];
    unsigned length = word->length < room ? word->length : room;

    memcpy(text, word->text, length * sizeof *text);
    return length;
}

void complete_init(struct words *words, struct zm *zm, const struct screen *screen)
{
    words->zm = zm;
    words->screen = screen;
    words->count = 0;
    words->completion.context = words;
    words->completion.find = find;
    words->completion.candidate = candidate;
}
