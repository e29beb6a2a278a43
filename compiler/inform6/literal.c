/* Golmac: MIT licence, see LICENSE. */
/* What the source writes between quotes, to texts and values: the escapes of DM4 section 1.11 (^ ~ @@n @{hex}
   accents, low strings), line breaks inside strings, dictionary words with their //flags, characters. */
#include "compiler/inform6/check.h"
#include "compiler/ir/alphabet.h"

#include <ctype.h>
#include <string.h>

enum { LEAST_LARGE_CODE = 1024 };   /* ZSCII codes have ten bits (Standard, section 3.4) */

/* Row i is ZSCII 155 + i. */
static const char accents[][3] = {
    ":a", ":o", ":u", ":A", ":O", ":U", "ss", ">>", "<<", ":e", ":i", ":y", ":E", ":I", "'a", "'e", "'i", "'o", "'u",
    "'y", "'A", "'E", "'I", "'O", "'U", "'Y", "`a", "`e", "`i", "`o", "`u", "`A", "`E", "`I", "`O", "`U", "^a", "^e",
    "^i", "^o", "^u", "^A", "^E", "^I", "^O", "^U", "oa", "oA", "/o", "/O", "~a", "~n", "~o", "~A", "~N", "~O", "ae",
    "AE", "cc", "cC", "th", "et", "Th", "Et", "LL", "oe", "OE", "!!", "??"
};
enum { ACCENT_COUNT = sizeof accents / sizeof accents[0] };

struct decoder {
    struct front *f;
    const char *raw;
    int length, next;            /* next: offset of the next byte */
    position at;
    VECTOR(uint32_t) units;
    bool any;                    /* characters outside the story's set may stand here */
    bool plain;                  /* ^ and ~ stand for themselves, as they do in arrays */
    bool no_low_strings;         /* not in words, characters, arrays: only where the machine decodes Z-characters */
    int blanks;                  /* units at the end that are blanks of the source itself, not of escapes */
    bool caret;                  /* before those stands a ^ of the source */
};

/* The position of raw[offset]. For tokens of files, raw lies in the memory of the source. */
static position position_at(const struct decoder *d, int offset)
{
    const struct source *s = source_find(&d->f->c->sources, d->at);
    if (s && d->raw >= s->text && d->raw <= s->text + s->length)
        return s->start + (position)(d->raw - s->text + offset);
    return d->at;
}

static void put(struct decoder *d, uint32_t unit)
{
    *vector_add(&d->f->c->arena, &d->units) = unit;
}

/* The next character of well-formed UTF-8, which encoding.c guarantees. */
static uint32_t take_character(struct decoder *d)
{
    unsigned char first = (unsigned char)d->raw[d->next++];
    int more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    uint32_t character = more ? first & (0x3Fu >> more) : first;
    while (more-- && d->next < d->length)
        character = character << 6 | ((unsigned char)d->raw[d->next++] & 0x3F);
    return character;
}

/* Where a file was taken as UTF-8 unasked, other compilers would not have stopped at its characters. */
static void say_not_in_story(struct front *f, uint32_t character, position at)
{
    struct source *s = source_find(&f->c->sources, at);
    if (!s || !s->guessed) {
        diag(&f->c->diagnostics, DIAG_NOT_IN_ZSCII, at, (unsigned)character, (unsigned)character);
    } else if (!s->guess_failed) {
        diag(&f->c->diagnostics, DIAG_GUESSED_NOT_IN_ZSCII, at, (unsigned)character);
        s->guess_failed = true;
    }
}

static void put_character(struct decoder *d, uint32_t character, int offset)
{
    if (character == '\v' || character == 26) {          /* blanks between tokens, but no characters of a text */
        character = '?';
    } else if (!d->any && alphabet_zscii(d->f->program, character) < 0) {
        say_not_in_story(d->f, character, position_at(d, offset));
        character = '?';
    }
    put(d, character);
}

/* Escapes that begin with '@' */

/* A character by its number. What strings write in other ways is meant as it is: @{5E} is a circumflex. A line feed
   ends a line in texts, where the machine has no such character; elsewhere it is a number. */
static void put_numbered(struct decoder *d, uint32_t number, int start)
{
    if (d->any)
        put(d, number);
    else if (number == 13 || (number == 10 && !d->no_low_strings))
        put(d, '\n');
    else if (number < 32)
        put(d, TEXT_ZSCII + number);
    else
        put_character(d, number, start);
}

/* @@233: a Unicode character. One that the story does not have may be meant as a ZSCII code, as it was of old. */
static void take_decimal(struct decoder *d, int start)
{
    long value = 0;
    int first = d->next;
    for (; d->next < d->length && isdigit((unsigned char)d->raw[d->next]); d->next++)
        value = value > 0xFFFF ? value : value * 10 + (d->raw[d->next] - '0');
    if (d->next == first)
        diag(&d->f->c->diagnostics, DIAG_BAD_ESCAPE, position_at(d, start), "@@",
             "the decimal number of a character follows '@@'");
    else if (value > 0xFFFF)
        diag(&d->f->c->diagnostics, DIAG_OUT_OF_RANGE, position_at(d, start), "the character's number", value, 0L,
             0xFFFFL);
    else if (!d->any && value < LEAST_LARGE_CODE && alphabet_zscii(d->f->program, (uint32_t)value) < 0)
        put(d, TEXT_ZSCII + (uint32_t)value);
    else
        put_numbered(d, (uint32_t)value, start);
}

static void take_hexadecimal(struct decoder *d, int start)
{
    const char *close = memchr(d->raw + d->next, '}', (size_t)(d->length - d->next));
    uint32_t value = 0;
    int digits = close ? (int)(close - (d->raw + d->next)) : 0;
    bool good = digits >= 1 && digits <= 6;
    for (int i = 0; i < digits && good; i++) {
        unsigned char c = (unsigned char)d->raw[d->next + i];
        good = isxdigit(c);
        value = value * 16 + (uint32_t)(isdigit(c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    if (close)
        d->next += digits + 1;
    if (!good || value > 0xFFFF)
        diag(&d->f->c->diagnostics, DIAG_BAD_ESCAPE, position_at(d, start), "@{",
             "one to four hexadecimal digits stand between '@{' and '}'");
    else
        put_numbered(d, value, start);
}

static void put_low_string(struct decoder *d, long number, int start)
{
    long most = d->f->c->options.setting[SETTING_MAX_DYNAMIC_STRINGS];
    if (d->no_low_strings) {
        diag(&d->f->c->diagnostics, DIAG_BAD_ESCAPE, position_at(d, start),
             arena_format(&d->f->c->arena, "@%02ld", number), "low strings can stand only in strings that are printed");
        put(d, '?');
    } else if (number < 0 || number >= most) {
        diag(&d->f->c->diagnostics, DIAG_OUT_OF_RANGE, position_at(d, start), "the low string's number", number, 0L,
             most - 1);
    } else {
        put(d, TEXT_LOW_STRING + (uint32_t)number);
    }
}

static bool is_name_letter(char c)
{
    return c == '_' || isalnum((unsigned char)c);
}

static bool take_low_string_name(struct decoder *d, const char *text, int length, int start, long *number)
{
    struct name *name = names_intern(&d->f->c->names, text, length);
    struct ir_value v = check_name_value(d->f, name, position_at(d, start + 2));
    *number = v.offset;
    if (v.kind != VALUE_NUMBER)
        diag(&d->f->c->diagnostics, DIAG_NOT_CONSTANT, position_at(d, start + 2), "the low string's number");
    return v.kind == VALUE_NUMBER;
}

/* @(12) or @(name of a constant) */
static void take_low_string(struct decoder *d, int start)
{
    const char *open = d->raw + d->next;
    int length = 0, digits = 0, left = d->length - d->next;
    long value = 0;
    for (; length < left && is_name_letter(open[length]); length++) {
        digits += isdigit((unsigned char)open[length]) != 0;
        value = value > 999 ? value : value * 10 + (open[length] - '0');
    }
    if (length == 0 || length == left || open[length] != ')') {
        diag(&d->f->c->diagnostics, DIAG_BAD_ESCAPE, position_at(d, start), "@(",
             "a number or a constant stands between '@(' and ')'");
        return;
    }
    d->next += length + 1;
    if (digits == length || take_low_string_name(d, open, length, start, &value))
        put_low_string(d, value, start);
}

static void take_accent(struct decoder *d, int start)
{
    for (int i = 0; i < ACCENT_COUNT && d->length - d->next >= 2; i++)
        if (memcmp(accents[i], d->raw + d->next, 2) == 0) {
            d->next += 2;
            put_character(d, alphabet_standard_extra(i), start);
            return;
        }
    diag(&d->f->c->diagnostics, DIAG_BAD_ESCAPE, position_at(d, start),
         arena_format(&d->f->c->arena, "@%.*s", d->length - d->next < 2 ? d->length - d->next : 2, d->raw + d->next),
         "'@' opens an accent (@'e), @{hex}, @@decimal, or a low string (@00, @(n))");
}

static void take_escape(struct decoder *d)
{
    int start = d->next - 1, rest = d->length - d->next;
    const char *next = d->raw + d->next;
    if (rest >= 1 && next[0] == '@') {
        d->next++;
        take_decimal(d, start);
    } else if (rest >= 1 && next[0] == '{') {
        d->next++;
        take_hexadecimal(d, start);
    } else if (rest >= 1 && next[0] == '(') {
        d->next++;
        take_low_string(d, start);
    } else if (rest >= 2 && isdigit((unsigned char)next[0]) && isdigit((unsigned char)next[1])) {
        d->next += 2;
        put_low_string(d, (next[0] - '0') * 10 + (next[1] - '0'), start);
    } else {
        take_accent(d, start);
    }
}

/* Strings */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void skip_blanks(struct decoder *d)
{
    while (d->next < d->length && is_blank(d->raw[d->next]))
        d->next++;
}

/* A line's end with the blanks round it counts as one space, and as nothing just after '^'. */
static void take_line_end(struct decoder *d)
{
    d->units.count -= d->blanks;
    if (!d->caret)
        put(d, ' ');
    skip_blanks(d);
}

/* What the escape of other languages is here. */
static void say_backslash(struct decoder *d, int start)
{
    char next = d->next < d->length ? d->raw[d->next] : '"';
    if (next == 'n' || next == '"' || next == '\\')
        diag_hint(&d->f->c->diagnostics, next == 'n' ? "'^' is a new line" : next == '"' ? "'~' is a quotation mark"
                                                                             : "'@@92' is a backslash");
    diag(&d->f->c->diagnostics, DIAG_BAD_BACKSLASH, position_at(d, start));
    d->next += next == '\\';
}

/* A backslash joins the next line on. */
static void take_backslash(struct decoder *d)
{
    int start = d->next - 1;
    while (d->next < d->length && is_blank(d->raw[d->next]) && d->raw[d->next] != '\n')
        d->next++;
    if (d->next < d->length && d->raw[d->next] == '\n')
        skip_blanks(d);
    else
        say_backslash(d, start);
}

/* -d1 takes one of two spaces after '.', -d2 also after '!' and '?'. */
static void skip_double_space(struct decoder *d, uint32_t before)
{
    int level = d->f->c->options.double_space;
    bool ends = (level >= 1 && before == '.') || (level >= 2 && (before == '!' || before == '?'));
    if (ends && d->length - d->next >= 2 && d->raw[d->next] == ' ' && d->raw[d->next + 1] == ' ')
        d->next++;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

static void take_unit(struct decoder *d)
{
    int start = d->next;
    uint32_t c = take_character(d);
    switch (c) {
    case '^': put(d, d->plain ? c : '\n'); break;
    case '~': put(d, d->plain ? c : '"'); break;
    case '@': take_escape(d); break;
    case '\\': take_backslash(d); break;
    case '\n': take_line_end(d); break;
    default:
        put_character(d, is_space(c) ? ' ' : c, start);
        if (!d->plain)
            skip_double_space(d, c);
    }
    d->blanks = is_space(c) ? d->blanks + 1 : 0;
    d->caret = c == '^' || (d->caret && is_space(c));
}

static struct text take_text(struct decoder d)
{
    d.units.at = ARENA_ARRAY(&d.f->c->arena, uint32_t, d.length);          /* an escape is longer than its character */
    d.units.capacity = d.length;
    while (d.next < d.length)
        take_unit(&d);
    return (struct text){ d.units.at, d.units.count };
}

struct text literal_text(struct front *f, const char *raw, int length, position at)
{
    return take_text((struct decoder){ .f = f, .raw = raw, .length = length, .at = at });
}

struct text literal_any_text(struct front *f, const char *raw, int length, position at)
{
    return take_text((struct decoder){
        .f = f, .raw = raw, .length = length, .at = at, .any = true, .plain = true, .no_low_strings = true });
}

struct text literal_plain_text(struct front *f, const char *raw, int length, position at)
{
    return take_text((struct decoder){
        .f = f, .raw = raw, .length = length, .at = at, .plain = true, .no_low_strings = true });
}

/* Dictionary words */

/* Only ASCII letters are folded here. Folding other letters that a player types is up to the story. */
static uint32_t lower_case(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

struct word_flags { int set, clear; };

static int flag_of(char letter)
{
    return letter == 'p' ? WORD_FLAG_PLURAL : letter == 's' ? WORD_FLAG_SINGULAR : letter == 'n' ? WORD_FLAG_NOUN : 0;
}

/* A tilde turns the next flag off; another one turns it on again. */
static void take_flags(struct decoder *d, struct word_flags *flags)
{
    bool negative = false;
    for (; d->next < d->length; d->next++) {
        char c = d->raw[d->next];
        if (c == '~' ? d->next + 1 == d->length : !flag_of(c)) {
            diag(&d->f->c->diagnostics, DIAG_BAD_WORD_FLAG, position_at(d, d->next));
            return;
        }
        if (negative)
            flags->clear |= flag_of(c);
        else
            flags->set |= flag_of(c);
        negative = c == '~' && !negative;
    }
}

/* The word's letters up to the end or its flags. Answers whether the dictionary cuts the last letter off. */
static bool take_word_letters(struct decoder *d)
{
    int width = 0, most = d->f->program->version == 3 ? 6 : 9;
    while (d->next < d->length) {
        int start = d->next;
        uint32_t c;
        if (d->raw[d->next] == '/' && d->next + 1 < d->length && d->raw[d->next + 1] == '/' && d->next > 0)
            break;
        c = take_character(d);
        if (c == '@')
            take_escape(d);
        else
            put_character(d, c == '^' ? '\'' : c == '~' ? '"' : is_blank((char)(c < 128 ? c : 0)) ? ' ' : c, start);
    }
    for (int i = 0; i < d->units.count; i++) {
        int zscii = alphabet_zscii(d->f->program, d->units.at[i] = lower_case(d->units.at[i]));
        width += i + 1 < d->units.count ? alphabet_spell(alphabet_of(d->f->program), zscii).count : 0;
    }
    return width >= most;
}

int literal_word(struct front *f, const char *raw, int length, position at)
{
    return literal_word_as(f, raw, length, at, WORD_FLAG_NOUN);
}

int literal_word_as(struct front *f, const char *raw, int length, position at, int use)
{
    struct decoder d = { .f = f, .raw = raw, .length = length, .at = at, .no_low_strings = true };
    struct word_flags flags = {0};
    const int *setting = f->c->options.setting;
    bool cut = take_word_letters(&d);
    if (d.units.count == 0)
        diag(&f->c->diagnostics, DIAG_EMPTY_WORD, at);
    if (d.next < d.length && !(cut && setting[SETTING_LONG_DICT_FLAG_BUG])) {
        d.next += 2;
        take_flags(&d, &flags);
    }
    use = (use | flags.set) & ~flags.clear;
    if (setting[SETTING_DICT_IMPLICIT_SINGULAR] && (use & WORD_FLAG_NOUN) && !(flags.set & WORD_FLAG_PLURAL)
        && !(flags.clear & WORD_FLAG_SINGULAR))
        use |= WORD_FLAG_SINGULAR;
    return table_add_word(f, (struct text){ d.units.at, d.units.count }, use, at);
}

/* Characters */

int literal_character(struct front *f, const char *raw, int length, position at)
{
    struct decoder d = { .f = f, .raw = raw, .length = length, .at = at, .no_low_strings = true };
    int zscii;
    if (length == 0)
        return 0;
    uint32_t c = take_character(&d);
    if (c == '@' && length > 1) {
        take_escape(&d);
        c = d.units.count == 1 ? d.units.at[0] : 0;
    }
    if (d.next < d.length || (c == 0 && d.units.count != 1) || c >= TEXT_LOW_STRING) {
        diag(&f->c->diagnostics, DIAG_BAD_CHARACTER_CONSTANT, at);
        return 0;
    }
    if (c >= TEXT_ZSCII)
        return (int)(c - TEXT_ZSCII);
    c = is_space(c) ? ' ' : c;
    zscii = alphabet_zscii(f->program, c);
    if (zscii < 0)
        say_not_in_story(f, c, at);
    return zscii < 0 ? '?' : zscii;
}

struct text literal_low_string(struct front *f, const char *raw, int length, position at)
{
    struct text t = literal_text(f, raw, length, at);
    for (int i = 0; i < t.length; i++)
        if (t.units[i] >= TEXT_LOW_STRING) {
            diag(&f->c->diagnostics, DIAG_NESTED_LOW_STRING, at);
            break;
        }
    return t;
}
