/* Golmac: MIT licence, see LICENSE.

   The lines of a verb, in each format of the parser's tables. A verb is a count and lines behind it, in all formats but
   that of Infocom's version 6 stories: there it is four words, an action that takes no object (or $FFFF), 0, and the
   addresses of two tables (or 0), of lines that take one object, and two. */
#include "frontends/tools/goldump/dump.h"

enum { LINE_EIGHT = 8, TOKEN_END = 15, VERB_6 = 8, LINES_6 = 255, NO_ACTION = 0xFFFF };

/* ---- A line at line->next: tokens, and the next one ---- */

static void read_eight(const struct dump *dump, struct grammar_line *line)
{
    line->objects = image_byte(dump, line->next);
    line->action = image_byte(dump, line->next + 7);
    line->tokens = line->next + 1;
    line->token_count = 6;
    line->next += LINE_EIGHT;
}

static void read_version_2(const struct dump *dump, struct grammar_line *line)
{
    unsigned head = image_word(dump, line->next);

    line->action = head & 0x3FF;
    line->reverse = head & 0x400;
    line->tokens = line->next += 2;
    line->token_count = 0;
    while (line->next < dump->image.bytes.size && image_byte(dump, line->next) != TOKEN_END) {
        line->next += 3;
        line->token_count++;
    }
    line->next++;
}

static void read_version_3(const struct dump *dump, struct grammar_line *line)
{
    unsigned head = image_word(dump, line->next);

    line->action = head & 0x3FF;
    line->reverse = head & 0x400;
    line->tokens = line->next += 2;
    line->token_count = head >> 11;
    line->next += 2 * (size_t)line->token_count;
}

/* Objects and the first preposition in a byte, the action, then three bytes an object, the first without its
   preposition. */
static void read_short(const struct dump *dump, struct grammar_line *line)
{
    static const size_t lengths[] = { 2, 4, 7, 7 };

    line->tokens = line->next;
    line->objects = image_byte(dump, line->next) >> 6;
    line->action = image_byte(dump, line->next + 1);
    line->next += lengths[line->objects];
}

/* The action, then for each object the address of its preposition, the attribute it is guessed by, where it is looked
   for. */
static void read_version_6(const struct dump *dump, struct grammar_line *line)
{
    line->action = image_word(dump, line->next);
    line->tokens = line->next + 2;
    line->next = line->tokens + 4 * (size_t)line->objects;
}

static void read_line(const struct dump *dump, const struct grammar *g, struct grammar_line *line)
{
    switch (g->kind) {
    case GRAMMAR_2: read_version_2(dump, line); break;
    case GRAMMAR_3: read_version_3(dump, line); break;
    case GRAMMAR_INFOCOM_SHORT: read_short(dump, line); break;
    case GRAMMAR_INFOCOM_6: read_version_6(dump, line); break;
    default: read_eight(dump, line); break;
    }
}

/* ---- The lines of a verb ---- */

size_t grammar_verb(const struct dump *dump, const struct grammar *g, unsigned verb)
{
    if (g->kind == GRAMMAR_INFOCOM_6)
        return g->verbs + VERB_6 * (size_t)verb;
    return image_word(dump, g->verbs + 2 * (size_t)verb);
}

/* On to the next table of a verb of version 6. */
static bool next_table(const struct dump *dump, struct grammar_line *line)
{
    size_t table;

    if (line->objects >= 2)
        return false;
    line->objects++;
    table = image_word(dump, line->verb + 2 + 2 * (size_t)line->objects);
    line->left = table ? image_word(dump, table) : 0;
    line->next = table + 2;
    return true;
}

bool grammar_next(const struct dump *dump, const struct grammar *g, struct grammar_line *line)
{
    while (line->left == 0)
        if (g->kind != GRAMMAR_INFOCOM_6 || !next_table(dump, line))
            return false;
    if (line->next >= dump->image.bytes.size)
        return false;
    line->left--;
    read_line(dump, g, line);
    return true;
}

bool grammar_first(const struct dump *dump, const struct grammar *g, unsigned verb, struct grammar_line *line)
{
    *line = (struct grammar_line){ .verb = grammar_verb(dump, g, verb) };
    line->action = image_word(dump, line->verb);
    if (g->kind == GRAMMAR_INFOCOM_6)
        return line->action != NO_ACTION || grammar_next(dump, g, line);
    line->left = image_byte(dump, line->verb);
    line->next = line->verb + 1;
    return grammar_next(dump, g, line);
}

/* ---- Verbs of version 6 ---- */

/* Whether the address could be that of such a verb. */
static bool is_verb_6(const struct dump *dump, size_t address)
{
    size_t least = dump->image.statics, size = dump->image.bytes.size;

    if (address < least || !span_has(dump->image.bytes, address, VERB_6) || image_word(dump, address + 2) != 0)
        return false;
    for (size_t i = 1; i <= 2; i++) {
        size_t table = image_word(dump, address + 2 + 2 * i), lines = image_word(dump, table);

        if (table && (table < least || lines > LINES_6 || table + 2 + (2 + 4 * i) * lines > size))
            return false;
    }
    return true;
}

size_t grammar_verb_6_of_word(const struct dump *dump, const struct dictionary *d, size_t word)
{
    size_t data = d->size - d->text;
    unsigned class = data == 3 ? image_byte(dump, word + d->text + 2) << 8 : image_word(dump, word + d->text + 2);
    unsigned verb = data == 3 ? 0x100 : 1;

    if (data < 3 || data > 4 || !(class & verb) || (class & 0x8000))
        return 0;
    return image_word(dump, word + d->text);
}

bool grammar_find_verbs_6(const struct dump *dump, struct grammar *g)
{
    struct dictionary d = dictionary_get(dump);
    size_t lowest = SIZE_MAX, highest = 0;

    for (unsigned i = 0; i < d.count && span_has(dump->image.bytes, d.entries + (size_t)i * d.size, d.size); i++) {
        size_t verb = grammar_verb_6_of_word(dump, &d, d.entries + (size_t)i * d.size);

        if (verb && verb < lowest)
            lowest = verb;
        highest = verb > highest ? verb : highest;
    }
    if (highest == 0 || (highest - lowest) % VERB_6 != 0)
        return false;
    for (size_t at = lowest; at <= highest; at += VERB_6)
        if (!is_verb_6(dump, at))
            return false;
    *g = (struct grammar){ .kind = GRAMMAR_INFOCOM_6, .verbs = lowest,
                           .verb_count = (unsigned)((highest - lowest) / VERB_6) + 1 };
    return true;
}
