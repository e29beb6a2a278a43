/* Golmac: MIT licence, see LICENSE.

   The parser's tables: which of the known formats they are in, where they are, how long. Inform's versions 1, 2 and 3
   (Inform Technical Manual, section 8.6; the Addendum for version 3) and Infocom's, with lines of eight bytes, short
   ones, or those of version 6 (lines.c).

   Nothing in a story says which it is. Verbs' lines follow each other without gaps, so that the right format is the one
   by which each verb's lines end where the next verb's begin. */
#include "frontends/tools/goldump/dump.h"
#include "interp/header.h"

#include <ctype.h>

/* ---- Which format ---- */

static size_t end_of_verb(const struct dump *dump, const struct grammar *g, unsigned verb)
{
    struct grammar_line line;
    size_t end = grammar_verb(dump, g, verb) + 1;

    for (bool more = grammar_first(dump, g, verb, &line); more; more = grammar_next(dump, g, &line))
        end = line.next;
    return end;
}

/* The address where a verb's lines must end: where the nearest other verb's begin; 0: it is the last. */
static size_t next_verb(const struct dump *dump, const struct grammar *g, unsigned verb)
{
    size_t own = grammar_verb(dump, g, verb), next = 0;

    for (unsigned i = 0; i < g->verb_count; i++)
        if (grammar_verb(dump, g, i) > own && (next == 0 || grammar_verb(dump, g, i) < next))
            next = grammar_verb(dump, g, i);
    return next;
}

static bool fits(const struct dump *dump, struct grammar *g, enum grammar_kind kind)
{
    g->kind = kind;
    for (unsigned i = 0; i < g->verb_count; i++) {
        size_t next = next_verb(dump, g, i), end = end_of_verb(dump, g, i);

        if (next ? end != next : end > dump->image.bytes.size)
            return false;
    }
    return true;
}

/* The table of verbs ends where the first verb's lines begin. */
static unsigned count_verbs(const struct dump *dump, size_t table)
{
    size_t lowest = dump->image.bytes.size;
    unsigned count = 0;

    while (table + 2 * (size_t)count + 2 <= lowest && count < 256) {
        size_t address = image_word(dump, table + 2 * (size_t)count);

        if (address <= table || address >= dump->image.bytes.size)
            return 0;
        lowest = address < lowest ? address : lowest;
        count++;
    }
    return count;
}

/* Inform leaves its version in the header; Infocom's stories are of the eighties. */
static bool is_infocom(const struct dump *dump)
{
    return image_byte(dump, H_SERIAL) == '8' && !isdigit(image_byte(dump, H_COMPILER));
}

bool grammar_is_infocom(enum grammar_kind kind)
{
    return kind >= GRAMMAR_INFOCOM;
}

static bool find_kind(const struct dump *dump, struct grammar *g)
{
    if (is_infocom(dump) && dump->image.version == 6)
        return grammar_find_verbs_6(dump, g);
    g->verbs = dump->image.statics;
    g->verb_count = g->verbs ? count_verbs(dump, g->verbs) : 0;
    if (g->verb_count == 0)
        return false;
    if (is_infocom(dump))
        return fits(dump, g, GRAMMAR_INFOCOM) || fits(dump, g, GRAMMAR_INFOCOM_SHORT);
    return fits(dump, g, GRAMMAR_2) || fits(dump, g, GRAMMAR_1) || fits(dump, g, GRAMMAR_3);
}

/* ---- The tables behind the verbs: actions, parsing routines or preactions, prepositions, then the dictionary ---- */

static unsigned highest_action(const struct dump *dump, const struct grammar *g, size_t *end)
{
    struct grammar_line line;
    unsigned highest = 0;

    *end = g->verbs + 2 * (size_t)g->verb_count;
    for (unsigned i = 0; i < g->verb_count; i++) {
        for (bool more = grammar_first(dump, g, i, &line); more; more = grammar_next(dump, g, &line))
            highest = line.action > highest ? line.action : highest;
        *end = end_of_verb(dump, g, i) > *end ? end_of_verb(dump, g, i) : *end;
    }
    return highest;
}

/* The count before the words, found from their end. */
static void find_adjectives(const struct dump *dump, struct grammar *g, size_t low)
{
    size_t size = g->adjective_size;

    for (unsigned n = 0; n < 256 && low + 2 + n * size <= dump->image.dictionary; n++) {
        size_t at = dump->image.dictionary - n * size - 2;

        if (image_word(dump, at) == n && (n == 0 || image_word(dump, at + 2) > dump->image.dictionary)) {
            g->adjectives = at + 2;
            g->adjective_count = n;
            if (n > 0)
                return;
        }
    }
}

/* How many parsing routines a line of versions 1 and 3 refers to by number, if more than most. */
static unsigned most_routines(const struct dump *dump, const struct grammar *g, const struct grammar_line *line,
                              unsigned most)
{
    for (unsigned t = 0; t < line->token_count; t++) {
        unsigned token = image_byte(dump, line->tokens + t * (g->kind == GRAMMAR_3 ? 2 : 1));
        unsigned number = g->kind == GRAMMAR_3 ? image_byte(dump, line->tokens + 2 * t + 1) : token % 32 ^ 16;
        bool routine = g->kind == GRAMMAR_3 ? (token & 0x80) != 0 : token >= 16 && token < 112;

        if (routine && number + 1 > most)
            most = number + 1;
    }
    return most;
}

static unsigned count_routines(const struct dump *dump, const struct grammar *g)
{
    struct grammar_line line;
    unsigned most = 0;

    for (unsigned v = 0; v < g->verb_count; v++)
        for (bool more = grammar_first(dump, g, v, &line); more; more = grammar_next(dump, g, &line))
            most = most_routines(dump, g, &line, most);
    return most;
}

static void place_inform(const struct dump *dump, struct grammar *g, unsigned actions)
{
    size_t end = dump->image.dictionary;

    if (g->kind != GRAMMAR_2) {
        g->adjective_size = g->kind == GRAMMAR_1 ? 4 : 2;
        find_adjectives(dump, g, g->actions + 2 * (size_t)actions);
        end = g->adjectives ? g->adjectives - 2 : end;
        g->preaction_count = count_routines(dump, g);
        end -= 2 * (size_t)g->preaction_count;
        g->preactions = end;
    }
    if (end > g->actions + 2 * (size_t)actions && end - g->actions < 2 * 1024 + 2)
        g->action_count = (unsigned)((end - g->actions) / 2);
    while (g->action_count > actions && image_word(dump, g->actions + 2 * ((size_t)g->action_count - 1)) == 0)
        g->action_count--;
}

/* Prepositions: a word's address and a number, of two bytes or, with short lines, one; then the dictionary. */
static void place_infocom(const struct dump *dump, struct grammar *g)
{
    size_t room;

    g->preactions = g->actions + 2 * (size_t)g->action_count;
    g->preaction_count = g->action_count;
    g->adjectives = g->preactions + 2 * (size_t)g->action_count + 2;
    g->adjective_count = image_word(dump, g->adjectives - 2);
    room = g->adjectives < dump->image.dictionary ? dump->image.dictionary - g->adjectives : 0;
    g->adjective_size = room < 4 * (size_t)g->adjective_count ? 3 : 4;
    if (g->adjectives + g->adjective_size * (size_t)g->adjective_count > dump->image.bytes.size)
        g->adjective_count = 0;
}

/* Actions follow the verbs, then as many preactions, then the dictionary. */
static void place_infocom_6(const struct dump *dump, struct grammar *g)
{
    size_t dictionary = dump->image.dictionary, end;
    unsigned actions = highest_action(dump, g, &end) + 1;

    g->actions = grammar_verb(dump, g, g->verb_count);
    g->action_count = actions;
    if (dictionary > g->actions && dictionary - g->actions >= 4 * (size_t)actions && dictionary - g->actions < 4 * 1024)
        g->action_count = (unsigned)((dictionary - g->actions) / 4);
    g->preactions = g->actions + 2 * (size_t)g->action_count;
    g->preaction_count = g->action_count;
}

struct grammar grammar_get(const struct dump *dump)
{
    struct grammar g = { .kind = GRAMMAR_NONE };

    if (!find_kind(dump, &g))
        return (struct grammar){ .kind = GRAMMAR_NONE };
    if (g.kind == GRAMMAR_INFOCOM_6) {
        place_infocom_6(dump, &g);
        return g;
    }
    g.action_count = highest_action(dump, &g, &g.actions) + 1;
    if (grammar_is_infocom(g.kind))
        place_infocom(dump, &g);
    else
        place_inform(dump, &g, g.action_count);
    return g;
}

/* ---- Showing ---- */

static const char *const kind_names[] = {
    "none that is known", "Inform's, version 1", "Inform's, version 2", "Inform's, version 3",
    "Infocom's, lines of eight bytes", "Infocom's, short lines", "Infocom's, of version 6",
};

/* Whether a dictionary entry is a word of this verb (13.1, remarks). Infocom's flags say which of its data bytes is the
   verb's number; where there is but one, it may be that of another part of speech. */
static bool is_word_of(const struct dump *dump, const struct grammar *g, const struct dictionary *d, size_t word,
                       unsigned verb)
{
    size_t data = word + d->text, second = d->text + 2u < d->size ? data + 2 : 0;
    unsigned flags = image_byte(dump, data);
    bool first = (flags & 3) == 1;

    if (g->kind == GRAMMAR_INFOCOM_6)
        return grammar_verb_6_of_word(dump, d, word) == grammar_verb(dump, g, verb);
    if (grammar_is_infocom(g->kind))
        return (flags & 0x40) && (first || second) && image_byte(dump, first ? data + 1 : second) == 255 - verb;
    return (flags & 1) && image_byte(dump, data + 1) == 255 - verb;
}

static void show_words(struct dump *dump, const struct grammar *g, unsigned verb)
{
    struct dictionary d = dictionary_get(dump);

    for (unsigned i = 0; i < d.count; i++) {
        struct bytes word = { .arena = dump->arena };
        size_t address = d.entries + (size_t)i * d.size;

        if (address + d.size > dump->image.bytes.size || !is_word_of(dump, g, &d, address, verb))
            continue;
        text_decode_part(dump, address, d.text, &word);
        if (dump->as_json)
            json_text(&dump->json, NULL, word.at, (size_t)word.count);
        else
            fprintf(dump->out, " '%.*s'", word.count, (const char *)(word.count ? word.at : (uint8_t *)""));
    }
}

static void show_line(struct dump *dump, const struct grammar *g, const struct grammar_line *line)
{
    struct bytes text = { .arena = dump->arena }, action = { .arena = dump->arena };
    const char *name = name_of(dump, NAME_ACTION, line->action);

    grammar_show_line(dump, g, line, &text);
    if (name)
        bytes_format(&action, "%s", name);
    else if (line->action < g->action_count)
        grammar_add_routine(dump, &action, image_word(dump, g->actions + 2 * (size_t)line->action));
    if (!dump->as_json) {
        fprintf(dump->out, "    *%-40.*s -> %.*s%s (%u)\n", text.count,
                (const char *)(text.count ? text.at : (uint8_t *)""),
                action.count, (const char *)(action.count ? action.at : (uint8_t *)""), line->reverse ? " reverse" : "",
                line->action);
        return;
    }
    json_open(&dump->json, NULL, '{');
    json_text(&dump->json, "tokens", text.count > 1 ? (const char *)text.at + 1 : "",
              text.count ? (size_t)text.count - 1 : 0);
    json_number(&dump->json, "action", line->action);
    json_text(&dump->json, "action_name", action.at, (size_t)action.count);
    json_bool(&dump->json, "reverse", line->reverse);
    json_close(&dump->json, '}');
}

/* How stories speak of it: by a number from 255 down, or its address. */
static void show_verb_number(struct dump *dump, const struct grammar *g, unsigned verb)
{
    bool numbered = g->kind != GRAMMAR_INFOCOM_6;

    if (dump->as_json)
        json_number(&dump->json, numbered ? "verb" : "address",
                    numbered ? 255 - (long)verb : (long)grammar_verb(dump, g, verb));
    else if (numbered)
        fprintf(dump->out, "\nVerb %u:", 255 - verb);
    else
        fprintf(dump->out, "\nVerb %04zx:", grammar_verb(dump, g, verb));
}

static void show_verb(struct dump *dump, const struct grammar *g, unsigned verb)
{
    struct grammar_line line;

    if (dump->as_json)
        json_open(&dump->json, NULL, '{');
    show_verb_number(dump, g, verb);
    if (dump->as_json)
        json_open(&dump->json, "words", '[');
    show_words(dump, g, verb);
    if (dump->as_json) {
        json_close(&dump->json, ']');
        json_open(&dump->json, "lines", '[');
    } else
        putc('\n', dump->out);
    for (bool more = grammar_first(dump, g, verb, &line); more; more = grammar_next(dump, g, &line)) {
        struct arena_mark mark = arena_mark(dump->arena);

        show_line(dump, g, &line);
        arena_release(dump->arena, mark);
    }
    if (dump->as_json) {
        json_close(&dump->json, ']');
        json_close(&dump->json, '}');
    }
}

static void show_actions(struct dump *dump, const struct grammar *g)
{
    if (dump->as_json)
        json_open(&dump->json, "actions", '[');
    else
        fprintf(dump->out, "\nActions:\n");
    for (unsigned i = 0; i < g->action_count; i++) {
        struct bytes routine = { .arena = dump->arena };
        const char *name = name_of(dump, NAME_ACTION, i);

        grammar_add_routine(dump, &routine, image_word(dump, g->actions + 2 * (size_t)i));
        if (dump->as_json) {
            json_open(&dump->json, NULL, '{');
            json_number(&dump->json, "number", i);
            json_string(&dump->json, "name", name);
            json_text(&dump->json, "routine", routine.at, (size_t)routine.count);
            json_close(&dump->json, '}');
        } else
            fprintf(dump->out, "%5u %-20s %.*s\n", i, name ? name : "", routine.count, (const char *)routine.at);
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}

void section_grammar(struct dump *dump)
{
    struct grammar g = grammar_get(dump);

    if (dump->as_json) {
        json_open(&dump->json, "grammar", '{');
        json_string(&dump->json, "format", kind_names[g.kind]);
        json_open(&dump->json, "verbs", '[');
    } else
        fprintf(dump->out, "Format of the tables: %s; %u verbs\n", kind_names[g.kind], g.verb_count);
    for (unsigned i = 0; i < g.verb_count; i++)
        show_verb(dump, &g, i);
    if (dump->as_json)
        json_close(&dump->json, ']');
    show_actions(dump, &g);
    if (dump->as_json)
        json_close(&dump->json, '}');
}
