/* Golmac: MIT licence, see LICENSE. */
/* Text to tokens. The longest mark wins; escapes stay raw; a token never leaves its source. An error is reported
   once, and still makes a token that the parser can use. */
#include "compiler/inform6/token.h"

#include <stdio.h>
#include <string.h>

struct mark_row {
    char text[4];                /* at most three, and zeros */
    enum mark mark;
};

/* Those that begin alike stand together, longer ones before those that begin them. */
static const struct mark_row marks[] = {
    { ";", MARK_SEMICOLON }, { "(", MARK_OPEN }, { ")", MARK_CLOSE }, { ",", MARK_COMMA },
    { "==", MARK_EQUAL }, { "=", MARK_ASSIGN }, { "&&", MARK_AND }, { "&", MARK_BIT_AND },
    { "||", MARK_OR }, { "|", MARK_BIT_OR }, { "~~", MARK_NOT }, { "~=", MARK_UNEQUAL }, { "~", MARK_BIT_NOT },
    { ">=", MARK_GREATER_EQUAL }, { ">>", MARK_DOUBLE_ARROW_CLOSE }, { ">", MARK_GREATER },
    { "<=", MARK_LESS_EQUAL }, { "<<", MARK_DOUBLE_ARROW_OPEN }, { "<", MARK_LESS },
    { "++", MARK_INCREMENT }, { "+", MARK_PLUS }, { "-->", MARK_LONG_ARROW }, { "->", MARK_ARROW },
    { "--", MARK_DECREMENT }, { "-", MARK_MINUS }, { "*", MARK_TIMES }, { "/", MARK_DIVIDE }, { "%", MARK_REMAINDER },
    { "..&", MARK_DOT_DOT_AMPERSAND }, { "..#", MARK_DOT_DOT_HASH }, { "..", MARK_DOT_DOT },
    { ".&", MARK_DOT_AMPERSAND }, { ".#", MARK_DOT_HASH }, { ".", MARK_DOT },
    { "::", MARK_SUPERCLASS }, { ":", MARK_COLON },
    { "[", MARK_OPEN_SQUARE }, { "]", MARK_CLOSE_SQUARE },
    { "{", MARK_OPEN_BRACE }, { "}", MARK_CLOSE_BRACE }, { "#", MARK_HASH }, { "@", MARK_AT },
    { "?~", MARK_QUESTION_NOT }, { "?", MARK_QUESTION }, { "$", MARK_DOLLAR }
};

const char *lexer_mark_text(enum mark mark)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (marks[i].mark == mark)
            return marks[i].text;
    return "";
}

enum { N = 1, D = 2, B = 4 };    /* begins a name; a digit; a blank: space, tab, end of line, form feed, $1A */

static const uint8_t classes[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, B, B, B, B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, B, 0, 0, 0, 0, 0,
    B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
    0, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, 0, 0, 0, 0, N,
    0, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, 0, 0, 0, 0, 0
};

static bool is_of(char c, int mask)
{
    return classes[(unsigned char)c] & mask;
}

static bool is_name_start(char c)
{
    return is_of(c, N);
}

static bool is_digit(char c)
{
    return is_of(c, D);
}

static bool is_blank(char c)
{
    return is_of(c, B);
}

struct lexer lexer_open(struct compiler *c, struct source *s)
{
    struct lexer l = { .compiler = c, .source = s };
    for (size_t i = sizeof marks / sizeof marks[0]; i-- > 0;)
        l.marks[(unsigned char)marks[i].text[0]] = (uint8_t)(i + 1);
    return l;
}

static const char *here(const struct lexer *l)
{
    return l->source->text + l->offset;
}

/* Blanks and comments; answers whether a line begins here. */
static bool skip_blanks(struct lexer *l)
{
    const char *text = l->source->text;
    bool line_start = l->offset == 0;
    for (;;) {
        char c = text[l->offset];
        if (is_blank(c)) {
            line_start |= c == '\n';
            l->offset++;
        } else if (c == '!') {
            const char *end = memchr(text + l->offset, '\n', (size_t)(l->source->length - l->offset));
            l->offset = end ? (int)(end - text) : l->source->length;
        } else {
            return line_start;
        }
    }
}

static int name_length(const char *at)
{
    int n = 0;
    if (!is_name_start(at[0]))
        return 0;
    while (is_of(at[n], N | D))
        n++;
    return n;
}

static void finish(struct lexer *l, struct token *t, int length)
{
    t->text = here(l);
    t->length = length;
    l->offset += length;
    t->end = l->source->start + (position)l->offset;
}

static struct name *intern(struct lexer *l, const char *text, int length)
{
    return names_intern(&l->compiler->names, text, length);
}

static void lex_name(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    uint32_t hash = NAMES_HASH_START;
    int length = 0;
    do
        hash = names_hash_step(hash, at[length++]);
    while (is_of(at[length], N | D));
    t->kind = TOKEN_NAME;
    finish(l, t, length);
    t->name = names_intern_hashed(&l->compiler->names, at, length, hash);
    if (t->name->reserved) {             /* Property Fixed is called Fixed, though "fixed" is a word of the language */
        t->name->reserved = false;
        t->name->text = arena_string(&l->compiler->arena, t->text, (size_t)t->length);
    }
}

static int digit_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

static void lex_number(struct lexer *l, struct token *t, int prefix, int base)
{
    const char *at = here(l);
    int n = prefix;
    int64_t value = 0;
    for (; digit_value(at[n]) < base; n++)
        value = value > UINT32_MAX ? value : value * base + digit_value(at[n]);
    t->kind = TOKEN_NUMBER;
    finish(l, t, n);
    t->value = (int32_t)(value & 0xFFFF);
    if (value > 0xFFFF && !l->quiet)
        diag(&l->compiler->diagnostics, DIAG_NUMBER_CUT, t->at, t->length, t->text, (int)t->value);
}

static void lex_string(struct lexer *l, struct token *t)
{
    const char *open = here(l), *close = memchr(open + 1, '"', (size_t)(l->source->length - l->offset - 1));
    t->kind = TOKEN_STRING;
    t->unclosed = !close;
    finish(l, t, close ? (int)(close - open) + 1 : l->source->length - l->offset);
    t->text++;
    t->length -= close ? 2 : 1;
    if (t->unclosed && !l->quiet)
        diag(&l->compiler->diagnostics, DIAG_UNTERMINATED, t->at, "this string");
}

int lexer_character_size(const char *at, int left)
{
    int n = 1;
    if (at[0] == '@' && left > 1 && at[1] == '@') {
        for (n = 2; n < left && is_digit(at[n]); n++)
            ;
    } else if (at[0] == '@' && left > 1 && (at[1] == '{' || at[1] == '(')) {
        const char *close = memchr(at, at[1] == '{' ? '}' : ')', (size_t)left);
        n = close ? (int)(close - at) + 1 : left;
    } else if (at[0] == '@') {
        n = left < 3 ? left : 3;
    }
    while (n < left && ((unsigned char)at[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* The place of the closing quote; 0: there is none on this line. A quote behind @ with a letter behind it is an
   accent, such as @'e. */
static int find_quote(const char *at)
{
    int n = at[1] == '\'' && at[2] == '\'' ? 2 : 1;
    while (at[n] && at[n] != '\n') {
        if (at[n] == '\'' && !(n > 1 && at[n - 1] == '@' && is_name_start(at[n + 1])))
            return n;
        n++;
    }
    return 0;
}

static void lex_quoted(struct lexer *l, struct token *t)
{
    const char *open = here(l);
    int close = find_quote(open), length = close - 1;
    if (close == 0) {
        const char *line_end = memchr(open, '\n', (size_t)(l->source->length - l->offset));
        finish(l, t, line_end ? (int)(line_end - open) : l->source->length - l->offset);
        length = t->length - 1;
        if (!l->quiet) {
            diag(&l->compiler->diagnostics, DIAG_UNTERMINATED, t->at, "this character or dictionary word");
            l->compiler->definitions_lost = true;        /* this is probably the text of a string */
        }
    } else {
        finish(l, t, close + 1);
    }
    t->text = open + 1;
    t->length = length;
    t->kind = length > 0 && lexer_character_size(t->text, length) == length ? TOKEN_CHARACTER : TOKEN_WORD;
    if (length == 0 && !l->quiet)
        diag(&l->compiler->diagnostics, DIAG_EMPTY_WORD, t->at);
}

/* #a$ #n$ #r$ #w$ #g$ and what follows. */
static void lex_hash_dollar(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    int n = 3;
    while (is_of(at[n], N | D))
        n++;
    t->kind = TOKEN_HASH_DOLLAR;
    t->value = at[1] | 0x20;
    finish(l, t, n);
    t->name = intern(l, at + 3, n - 3);
    if (n == 3 && !l->quiet)
        diag(&l->compiler->diagnostics, DIAG_EXPECTED, t->end, "a name", "none");
}

static void lex_hash(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    int n = at[1] == '#' ? 2 : 1, length;
    if (at[1] && strchr("anrwgANRWG", at[1]) && at[2] == '$') {
        lex_hash_dollar(l, t);
        return;
    }
    while (at[n] == ' ' || at[n] == '\t')
        n++;
    length = name_length(at + n);
    if (length) {
        t->kind = at[1] == '#' ? TOKEN_ACTION : TOKEN_HASH_NAME;
        t->name = intern(l, at + n, length);
        finish(l, t, n + length);
    } else {
        t->mark = MARK_HASH;
        finish(l, t, 1);
    }
}

/* How many bytes of the text the mark takes; 0 when it is another. */
static int match(const char *mark, const char *at)
{
    int n = 0;
    while (mark[n] && mark[n] == at[n])
        n++;
    return mark[n] ? 0 : n;
}

static bool lex_mark(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    size_t i = (unsigned char)at[0] < 128 ? l->marks[(unsigned char)at[0]] : 0;
    for (; i && i <= sizeof marks / sizeof marks[0] && marks[i - 1].text[0] == at[0]; i++) {
        int length = match(marks[i - 1].text, at);
        if (length) {
            t->mark = marks[i - 1].mark;
            finish(l, t, length);
            return true;
        }
    }
    return false;
}

/* Bytes that begin no token: one message for a run of them. */
static void skip_strangers(struct lexer *l)
{
    const char *at = here(l);
    int size = lexer_character_size(at, l->source->length - l->offset);
    char shown[16];
    if (size == 1 && ((unsigned char)at[0] < 32 || (unsigned char)at[0] == 127))
        snprintf(shown, sizeof shown, "$%02X", (unsigned char)at[0]);
    else
        snprintf(shown, sizeof shown, "'%.*s'", size < 8 ? size : 1, at);
    if (!l->quiet)
        diag(&l->compiler->diagnostics, DIAG_BAD_CHARACTER, l->source->start + (position)l->offset, shown);
    do {
        l->offset++;
    } while (l->offset < l->source->length && ((unsigned char)*here(l) >= 127 || ((unsigned char)*here(l) < 32
             && !is_blank(*here(l)))));
}

static void lex_dollar(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    if (at[1] == '$' && (at[2] == '0' || at[2] == '1')) {
        lex_number(l, t, 2, 2);
    } else if (digit_value(at[1]) < 16) {
        lex_number(l, t, 1, 16);
    } else if ((at[1] == '+' || at[1] == '-') && (is_digit(at[2]) || at[2] == '.')) {
        t->kind = TOKEN_NUMBER;
        finish(l, t, 2 + (int)strspn(at + 2, "0123456789.eE"));
        if (!l->quiet)
            diag(&l->compiler->diagnostics, DIAG_NO_FLOATS, t->at);
    } else {
        lex_mark(l, t);
    }
}

/* 0x1F, as other languages write it. */
static bool lex_other_number(struct lexer *l, struct token *t)
{
    const char *at = here(l);
    if (at[0] != '0' || (at[1] | 0x20) != 'x' || digit_value(at[2]) >= 16)
        return false;
    lex_number(l, t, 2, 16);
    if (!l->quiet)
        diag(&l->compiler->diagnostics, DIAG_OTHER_NUMBER, t->at, t->length - 2, at + 2, t->length, at);
    return true;
}

/* // and slash-star, as other languages have them. They can be nothing else, so what they hide is skipped. */
static bool skip_other_comment(struct lexer *l)
{
    const char *at = here(l), *end = NULL;
    if (l->quiet || at[0] != '/' || (at[1] != '/' && at[1] != '*'))
        return false;
    diag(&l->compiler->diagnostics, DIAG_OTHER_COMMENT, l->source->start + (position)l->offset, at);
    if (at[1] == '*')
        end = strstr(at + 2, "*/");
    if (end)
        end += 2;
    else
        end = strchr(at, '\n');
    l->offset = end ? (int)(end - l->source->text) : l->source->length;
    return true;
}

static bool lex_one(struct lexer *l, struct token *t)
{
    char c = *here(l);
    if (is_name_start(c))
        lex_name(l, t);
    else if (is_digit(c) && lex_other_number(l, t))
        return true;
    else if (is_digit(c))
        lex_number(l, t, 0, 10);
    else if (c == '"')
        lex_string(l, t);
    else if (c == '\'')
        lex_quoted(l, t);
    else if (c == '#' && here(l)[1] != '\0')
        lex_hash(l, t);
    else if (c == '$')
        lex_dollar(l, t);
    else
        return lex_mark(l, t);
    return true;
}

void lexer_next(struct lexer *l, struct token *t)
{
    for (;;) {
        *t = (struct token){ .kind = TOKEN_MARK, .line_start = skip_blanks(l) };
        t->at = t->end = l->source->start + (position)l->offset;
        t->margin = t->line_start && (l->offset == 0 || here(l)[-1] == '\n');
        if (l->offset >= l->source->length) {
            t->kind = TOKEN_END;
            return;
        }
        if (skip_other_comment(l))
            continue;
        if (lex_one(l, t))
            return;
        skip_strangers(l);
    }
}
