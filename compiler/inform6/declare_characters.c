/* Golmac: MIT licence, see LICENSE. */
/* The Zcharacter directive (DM4, section 36): alphabets, the characters beyond ASCII, and the keys that end input.
   It takes effect in the first walk, since character constants and texts depend on it. */
#include "compiler/inform6/check.h"
#include "compiler/inform6/token.h"
#include "compiler/ir/alphabet.h"

#include <string.h>

enum { ROW = 26, ROW_2 = 23, QUOTE_PLACE = 54, ROW_2_PLACE = 55, FIRST_REPLACED = 54, MOST_EXTRA = 97,
       LEAST_EXTRA = 155 };

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

/* Zcharacter table: a list of characters in place of the standard one, or with + after it. */

/* A character that the table has already takes another place, too: so the codes of those behind it are Inform's. */
static void add_extra(struct front *f, const struct expr *e, uint32_t character)
{
    struct ir_program *p = f->program;
    if (character < LEAST_EXTRA)
        diag(said(f), DIAG_NEEDLESS_CHARACTER, e->at, (unsigned)character);
    if (character < LEAST_EXTRA)
        return;
    if (p->extra_characters.count == MOST_EXTRA)
        diag(said(f), DIAG_LIMIT, e->at, "characters beyond ASCII", (long)p->extra_characters.count + 1, p->version,
             (long)MOST_EXTRA);
    *vector_add(p->arena, &p->extra_characters) = character;
}

static void take_table(struct front *f, const struct directive *d)
{
    struct ir_program *p = f->program;
    for (int i = 0; d->additive && !p->extra_given && alphabet_standard_extra(i); i++)
        *vector_add(p->arena, &p->extra_characters) = alphabet_standard_extra(i);
    if (!d->additive)
        p->extra_characters.count = 0;
    p->extra_given = true;
    for (const struct expr *e = d->values; e; e = e->next) {
        if (e->kind == EXPR_CHARACTER || e->kind == EXPR_STRING || e->kind == EXPR_WORD) {
            struct text t = literal_any_text(f, e->text, e->length, e->at);
            for (int i = 0; i < t.length; i++)
                add_extra(f, e, t.units[i]);
        } else if (e->kind == EXPR_NUMBER) {
            add_extra(f, e, (uint32_t)e->value & 0xFFFF);
        } else {
            diag(said(f), DIAG_BAD_CHARACTER_CONSTANT, e->at);
        }
    }
}

static void take_terminating(struct front *f, const struct directive *d)
{
    for (struct expr *e = d->values; e; e = e->next) {
        int key = check_number(f, e, "a terminating character", 255);
        if ((key < 129 || key > 154) && (key < 252 || key > 255))
            diag(said(f), DIAG_BAD_TERMINATING, e->at, (long)key);
        else
            *vector_add(&f->c->arena, &f->program->terminating) = key;
    }
}

/* Alphabets */

/* False after a message about its length: the rows that follow were probably cut in the wrong place, too. */
static bool take_row(struct front *f, const struct expr *e, int place, int length)
{
    struct text t = literal_plain_text(f, e->text, e->length, e->at);
    if (t.length != length)
        diag(said(f), DIAG_ALPHABET_LENGTH, e->at, (long)length, (long)t.length);
    for (int i = 0; i < length && i < t.length; i++) {
        for (int j = 0; j < place + i; j++)
            if (f->program->alphabet[j] == t.units[i])
                diag(said(f), DIAG_ALPHABET_TWICE, e->at, (unsigned)t.units[i]);
        f->program->alphabet[place + i] = t.units[i];
    }
    return t.length == length;
}

static void take_alphabet(struct front *f, const struct directive *d)
{
    static const int places[] = { 0, ROW, ROW_2_PLACE }, lengths[] = { ROW, ROW, ROW_2 };
    uint32_t *alphabet = f->program->alphabet;
    int row = 0;
    bool good = true;
    memset(alphabet, 0, sizeof f->program->alphabet);
    alphabet[2 * ROW] = ' ';
    alphabet[2 * ROW + 1] = '\n';
    alphabet[QUOTE_PLACE] = '"';
    for (const struct expr *e = d->words; e && row < 3 && good; e = e->next, row++)
        good = take_row(f, e, places[row], lengths[row]);
    for (int i = 0; i < 3 * ROW; i++)
        if (!alphabet[i])
            alphabet[i] = '?';
}

/* Full stop, comma and quote keep their places: they are frequent in every story. */
static bool is_replaceable(const uint32_t *alphabet, int place)
{
    uint32_t c = alphabet_standard(place);
    return alphabet[place] == c && c != '.' && c != ',' && c != '"';
}

/* Zcharacter 'x': it takes the place of the next digit, then of a rare mark. */
static void take_one(struct front *f, const struct expr *e)
{
    uint32_t *alphabet = f->program->alphabet;
    struct text t = literal_any_text(f, e->text, e->length, e->at);
    int place = FIRST_REPLACED;
    if (t.length != 1) {
        diag(said(f), DIAG_BAD_CHARACTER_CONSTANT, e->at);
        return;
    }
    if (alphabet_zscii(f->program, t.units[0]) < 0) {
        diag(said(f), DIAG_NOT_IN_ZSCII, e->at, (unsigned)t.units[0], (unsigned)t.units[0]);
        return;
    }
    if (!alphabet[0])
        for (int i = 0; i < 3 * ROW; i++)
            alphabet[i] = alphabet_standard(i);
    for (int i = 0; i < 3 * ROW; i++)
        if (alphabet[i] == t.units[0])
            return;
    while (place < 3 * ROW && !is_replaceable(alphabet, place))
        place++;
    if (place == 3 * ROW)
        diag(said(f), DIAG_ALPHABET_FULL, e->at);
    else
        alphabet[place] = t.units[0];
}

/* The letters of the source's ISO 8859 set become the story's, in versions that have a table for them. */
void declare_character_set(struct front *f)
{
    uint16_t letters[ENCODING_MOST_LETTERS];
    int count = f->program->version < 5 ? 0 : encoding_letters(f->c->options.character_set, letters);
    for (int i = 0; i < count; i++)
        *vector_add(f->program->arena, &f->program->extra_characters) = letters[i];
    f->program->extra_given = count > 0;
}

static bool is_setting(const struct front *f, const struct directive *d)
{
    const struct source *s = source_find(&f->c->sources, d->at);
    return s && s->commands;
}

/* Settings win over what the program says. Versions 3 and 4 have no such tables: there the directive is an error, and
   a setting has no effect. */
static bool is_passed_over(const struct front *f, const struct directive *d)
{
    const char *const *text = f->c->options.text_setting;
    if (is_setting(f, d))
        return f->program->version < 5;
    return (d->word == WORD_TABLE && text[TEXT_SETTING_ZCHAR_TABLE])
        || (d->words && d->words->kind == EXPR_STRING && text[TEXT_SETTING_ZALPHABET]);
}

void declare_characters(struct front *f, struct directive *d)
{
    if (is_passed_over(f, d))
        return;
    if (f->program->version < 5)
        diag(said(f), DIAG_NEEDS_VERSION, d->at, "Zcharacter", 5L, f->program->version);
    else if (d->word == WORD_TABLE)
        take_table(f, d);
    else if (d->word == WORD_TERMINATING)
        take_terminating(f, d);
    else if (d->words && d->words->kind == EXPR_STRING)
        take_alphabet(f, d);
    else if (d->words)
        take_one(f, d->words);
}
