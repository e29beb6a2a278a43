/* Golmac: MIT licence, see LICENSE.

   Tokens of grammar lines, as Inform source has them. */
#include "frontends/tools/goldump/dump.h"

enum { TOKEN_ELEMENTARY = 1, TOKEN_WORD, TOKEN_NOUN_FILTER, TOKEN_ATTRIBUTE, TOKEN_SCOPE, TOKEN_ROUTINE };

void grammar_add_routine(const struct dump *dump, struct bytes *to, uint16_t packed)
{
    const char *name = name_of_routine(dump, image_routine(dump, packed));

    if (name)
        bytes_format(to, "%s", name);
    else if (packed)
        bytes_format(to, "r%05zx", image_routine(dump, packed));
    else
        bytes_format(to, "0");
}

static void add_word(const struct dump *dump, struct bytes *to, size_t address)
{
    bytes_add(to, '\'');
    dictionary_word(dump, address, to);
    bytes_add(to, '\'');
}

static void add_elementary(struct bytes *to, unsigned number)
{
    static const char *const names[] = {
        "noun", "held", "multi", "multiheld", "multiexcept", "multiinside", "creature", "special", "number", "topic",
    };

    if (number < sizeof names / sizeof *names)
        bytes_format(to, "%s", names[number]);
    else
        bytes_format(to, "token%u", number);
}

static void add_attribute(const struct dump *dump, struct bytes *to, unsigned number)
{
    const char *name = name_of(dump, NAME_ATTRIBUTE, number);

    if (name)
        bytes_format(to, "%s", name);
    else
        bytes_format(to, "attribute%u", number);
}

/* A routine by its number in the table of versions 1 and 3. */
static uint16_t parsing_routine(const struct dump *dump, const struct grammar *g, unsigned number)
{
    return number < g->preaction_count ? image_word(dump, g->preactions + 2 * (size_t)number) : 0;
}

/* ---- Versions 2 and 3: type and data ---- */

static void add_typed(const struct dump *dump, struct bytes *to, unsigned type, unsigned data, uint16_t routine,
                      size_t word)
{
    if (type == TOKEN_NOUN_FILTER || type == TOKEN_SCOPE)
        bytes_format(to, "%s=", type == TOKEN_SCOPE ? "scope" : "noun");
    switch (type) {
    case TOKEN_ELEMENTARY: add_elementary(to, data); break;
    case TOKEN_WORD: add_word(dump, to, word); break;
    case TOKEN_ATTRIBUTE: add_attribute(dump, to, data); break;
    case TOKEN_NOUN_FILTER: case TOKEN_SCOPE: case TOKEN_ROUTINE: grammar_add_routine(dump, to, routine); break;
    default: bytes_format(to, "?%u", type); break;
    }
}

static void show_typed(const struct dump *dump, const struct grammar *g, const struct grammar_line *line,
                       struct bytes *to)
{
    for (unsigned i = 0; i < line->token_count; i++) {
        size_t at = line->tokens + i * (g->kind == GRAMMAR_2 ? (size_t)3 : 2);
        unsigned type = image_byte(dump, at), data = image_byte(dump, at + 1);

        bytes_add(to, type & 0x10 ? '/' : ' ');
        if (g->kind == GRAMMAR_2)
            add_typed(dump, to, type & 15, image_word(dump, at + 1), image_word(dump, at + 1),
                      image_word(dump, at + 1));
        else
            add_typed(dump, to, type & 15, data, parsing_routine(dump, g, data),
                      data < g->adjective_count ? image_word(dump, g->adjectives + 2 * (size_t)data) : 0);
    }
}

/* ---- Version 1, and Infocom's: prepositions by number ---- */

/* Short lines, and the table that goes with them, have the number's lower six bits. */
static bool is_preposition(const struct dump *dump, const struct grammar *g, size_t entry, unsigned number)
{
    if (g->adjective_size == 3)
        return (image_byte(dump, entry + 2) & 63) == (number & 63);
    return image_word(dump, entry + 2) == number;
}

static void add_preposition(const struct dump *dump, const struct grammar *g, struct bytes *to, unsigned number)
{
    for (unsigned i = 0; i < g->adjective_count; i++) {
        size_t entry = g->adjectives + g->adjective_size * (size_t)i;

        if (is_preposition(dump, g, entry, number)) {
            add_word(dump, to, image_word(dump, entry));
            return;
        }
    }
    bytes_format(to, "preposition%u", number);
}

static void add_version_1(const struct dump *dump, const struct grammar *g, struct bytes *to, unsigned token)
{
    if (token < 16)
        add_elementary(to, token);
    else if (token < 112) {
        bytes_format(to, "%s", token < 48 ? "noun=" : token < 80 ? "" : "scope=");
        grammar_add_routine(dump, to, parsing_routine(dump, g, (token - 16) % 32));
    } else if (token < 180)
        add_attribute(dump, to, token - 128);
    else
        add_preposition(dump, g, to, token);
}

/* A token of 0 is "noun", as long as there are objects to come; then it is nothing. */
static void show_version_1(const struct dump *dump, const struct grammar *g, const struct grammar_line *line,
                           struct bytes *to)
{
    unsigned objects = 0;

    for (unsigned i = 0; i < line->token_count; i++) {
        unsigned token = image_byte(dump, line->tokens + i);

        if (token < 180 && objects++ >= line->objects)
            return;
        bytes_add(to, ' ');
        add_version_1(dump, g, to, token);
    }
}

/* prepositions, then the attribute and the places that the objects are looked for by: those have no names. */
static void add_infocom_object(const struct dump *dump, const struct grammar *g, struct bytes *to, const unsigned *part)
{
    if (part[0]) {
        bytes_add(to, ' ');
        add_preposition(dump, g, to, part[0]);
    }
    bytes_format(to, " noun(attribute%u,%02x)", part[1], part[2]);
}

static void show_infocom(const struct dump *dump, const struct grammar *g, const struct grammar_line *line,
                         struct bytes *to)
{
    size_t at = line->tokens;
    bool is_short = g->kind == GRAMMAR_INFOCOM_SHORT;
    unsigned first[3], second[3];

    for (size_t i = 0; i < 3; i++) {
        first[i] = image_byte(dump, is_short ? at + (i ? i + 1 : 0) : at + 2 * i);
        second[i] = image_byte(dump, is_short ? at + 4 + i : at + 2 * i + 1);
    }
    if (is_short) {
        first[0] &= 63;
        second[0] &= 63;
        first[0] += first[0] ? 192 : 0;
        second[0] += second[0] ? 192 : 0;
    }
    if (line->objects == 0 && first[0]) {
        bytes_add(to, ' ');
        add_preposition(dump, g, to, first[0]);
    }
    if (line->objects > 0)
        add_infocom_object(dump, g, to, first);
    if (line->objects > 1)
        add_infocom_object(dump, g, to, second);
}

/* Here prepositions stand as words. */
static void show_infocom_6(const struct dump *dump, const struct grammar_line *line, struct bytes *to)
{
    for (size_t i = 0; i < line->objects; i++) {
        size_t at = line->tokens + 4 * i;

        if (image_word(dump, at)) {
            bytes_add(to, ' ');
            add_word(dump, to, image_word(dump, at));
        }
        bytes_format(to, " noun(attribute%u,%02x)", image_byte(dump, at + 2), image_byte(dump, at + 3));
    }
}

void grammar_show_line(const struct dump *dump, const struct grammar *grammar, const struct grammar_line *line,
                       struct bytes *to)
{
    if (grammar->kind == GRAMMAR_2 || grammar->kind == GRAMMAR_3)
        show_typed(dump, grammar, line, to);
    else if (grammar->kind == GRAMMAR_1)
        show_version_1(dump, grammar, line, to);
    else if (grammar->kind == GRAMMAR_INFOCOM_6)
        show_infocom_6(dump, line, to);
    else
        show_infocom(dump, grammar, line, to);
}
