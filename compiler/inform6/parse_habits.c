/* Golmac: MIT licence, see LICENSE. */
/* What those who come from other languages write, and what Inform has for it. It is looked for only where something
   is wrong already, so that nothing here can be wrong with a program that compiles. */
#include "compiler/inform6/parse.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What was found where it cannot stand; `before`, if any, is what stands in front of it. */
static const struct {
    const char *before, *found;
    bool joined;                 /* without a blank between them */
    const char *hint;
} habits[] = {
    { "", "?", false, "there is no '? :' in expressions; use if and else" },
    { "", "and", false, "'and' between conditions is written '&&'" },
    { "", "not", false, "'not' before a condition is written '~~'" },
    { "not", "", false, "'not' before a condition is written '~~'" },
    { "case", "", false, "a case is written without the word 'case', as in '1: print \"one\";'" },
    { "function", "", false, "a routine is written '[ Name; ... ];'" },
    { "<", ">", true, "'unequal' is written '~='" },
    { "=", "<", true, "'less or equal' is written '<='" },
    { "=", ">", true, "'greater or equal' is written '>='" },
    { "==", "=", true, "'equal' is written '=='" },
    { ":", "=", true, "a value is assigned with '='" },
    { "", ":", false, "a value is assigned with '='" },
    { "+", "=", true, "'x += 1' is written 'x = x + 1'" },
    { "-", "=", true, "'x -= 1' is written 'x = x - 1'" },
    { "*", "=", true, "'x *= 2' is written 'x = x * 2'" },
    { "/", "=", true, "'x /= 2' is written 'x = x / 2'" },
    { "%", "=", true, "'x %= 2' is written 'x = x % 2'" },
    { "&", "=", true, "'x &= 2' is written 'x = x & 2'" },
    { "|", "=", true, "'x |= 2' is written 'x = x | 2'" },
    { "\\\"", "", false, "'~' is a quotation mark within a string" },
    { "", "<<", false, "there is no operator that shifts; multiply, or use @log_shift" },
    { "", ">>", false, "there is no operator that shifts; divide, or use @log_shift" }
};

/* Whether the text ends with the word or mark. */
static bool ends_with(const struct source *s, int end, const char *what)
{
    int length = (int)strlen(what), start = end - length;
    return start >= 0 && memcmp(s->text + start, what, (size_t)length) == 0
        && !(length && isalpha((unsigned char)what[0]) && start > 0
             && (isalnum((unsigned char)s->text[start - 1]) || s->text[start - 1] == '_'));
}

static bool is_found(const struct token *t, const char *what)
{
    return !*what || (t->length == (int)strlen(what) && memcmp(t->text, what, (size_t)t->length) == 0);
}

bool parse_hint_of_habit(struct parser *p, const struct token *t)
{
    const struct source *s = source_find(&p->c->sources, t->at);
    int end = s ? (int)(p->last_end - s->start) : 0;
    if (!s || t->kind == TOKEN_END || p->last_end < s->start || p->last_end > t->at)
        return false;
    for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++) {
        if (!is_found(t, habits[i].found) || !ends_with(s, end, habits[i].before)
            || (habits[i].joined && t->at != p->last_end) || t->line_start)
            continue;
        if (strcmp(habits[i].found, ":") == 0 && s->text[t->at - s->start + 1] != '=')
            continue;
        diag_hint(&p->c->diagnostics, "%s", habits[i].hint);
        return true;
    }
    return false;
}

/* The '!' on the line behind the token taken last; NULL: there is none. */
static const char *find_comment(struct parser *p, const struct token *t, const struct source *s)
{
    const char *at;
    if (!s || p->last_end < s->start || p->last_end > t->at)
        return NULL;
    at = s->text + (p->last_end - s->start);
    at += strspn(at, " \t");
    return *at == '!' ? at : NULL;
}

void parse_note_comment(struct parser *p)
{
    const struct token *t = parse_peek(p);
    const struct source *s = source_find(&p->c->sources, t->at);
    const char *at = find_comment(p, t, s);
    if (at && (isalpha((unsigned char)at[1]) || at[1] == '(') && strchr("(&|=", s->text[p->last_end - s->start - 1]))
        p->comment = s->start + (position)(at - s->text);
}

bool parse_is_comment_meant(struct parser *p, const struct token *t)
{
    const struct source *s = source_find(&p->c->sources, t->at);
    const char *at = find_comment(p, t, s);
    bool unequal = at && at[1] == '=';
    position where = unequal ? s->start + (position)(at - s->text) : p->comment;
    if (where)
        diag(&p->c->diagnostics, DIAG_COMMENT_INSIDE, where, unequal ? "'unequal'" : "'not'", unequal ? "~=" : "~~");
    p->comment = 0;
    return where;
}

/* Words that begin statements elsewhere. */
static const struct { const char *word, *hint; } words[] = {
    { "elseif", "it is written 'else if'" }, { "elsif", "it is written 'else if'" },
    { "elif", "it is written 'else if'" }, { "then", "'if' has no 'then'" },
    { "foreach", "'objectloop' goes through objects, 'for' counts" },
    { "printret", "did you mean 'print_ret'?" },
    { "println", "'print_ret' ends with a new line, and '^' in a string is one" },
    { "print_paddr", "write 'print (string)'" }, { "print_addr", "write 'print (address)'" },
    { "print_char", "write 'print (char)'" },
    { "printf", "write 'print' and what it prints, with commas between" },
    { "null", "write 'nothing' or 0" }, { "nil", "write 'nothing' or 0" }, { "none", "write 'nothing' or 0" }
};

const char *parse_habit_of_word(const char *word)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcasecmp(words[i].word, word) == 0)
            return words[i].hint;
    return NULL;
}
