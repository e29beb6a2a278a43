/* Golmac: MIT licence, see LICENSE. */
/* The parser's stream of tokens. */
#include "compiler/inform6/parse.h"

#include <string.h>

const struct token *parse_peek(struct parser *p)
{
    return preprocess_peek(p->in, 0);
}

const struct token *parse_peek_at(struct parser *p, int ahead)
{
    return preprocess_peek(p->in, ahead);
}

static const struct token *take(struct parser *p)
{
    const struct token *t = preprocess_next(p->in);
    if (t->kind != TOKEN_END)
        p->last_end = t->end;
    if (t->kind == TOKEN_STRING && memchr(t->text, '\n', (size_t)t->length))
        p->long_string = *t;
    p->cut_off |= t->unclosed;
    return t;
}

struct token parse_take(struct parser *p)
{
    return *take(p);
}

bool parse_is_mark(struct parser *p, enum mark mark)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_MARK && t->mark == mark;
}

bool parse_is_word(struct parser *p, enum keyword_word word)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_WORD) == (int)word;
}

bool parse_accept(struct parser *p, enum mark mark)
{
    bool there = parse_is_mark(p, mark);
    if (there)
        take(p);
    return there;
}

int parse_take_word(struct parser *p)
{
    struct token t = parse_take(p);
    return keywords_of_token(&t, CONTEXT_WORD);
}

bool parse_accept_word(struct parser *p, enum keyword_word word)
{
    bool there = parse_is_word(p, word);
    if (there)
        parse_take(p);
    return there;
}

const char *parse_found(struct parser *p, const struct token *t)
{
    switch (t->kind) {
    case TOKEN_END: return "the end of the program";
    case TOKEN_STRING: return "a string";
    case TOKEN_WORD: return "a dictionary word";
    case TOKEN_CHARACTER: return "a character";
    default: return arena_format(&p->c->arena, "'%.*s'", t->length < 60 ? t->length : 60, t->text);
    }
}
