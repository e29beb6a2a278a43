/* Golmac: MIT licence, see LICENSE. */
/* Verb and Extend: words, then lines of tokens with an action each. */
#include "compiler/inform6/parse.h"

#include <string.h>

static bool is_quoted(const struct token *t)
{
    return t->kind == TOKEN_STRING || t->kind == TOKEN_WORD || t->kind == TOKEN_CHARACTER;
}

static struct expr *parse_word(struct parser *p)
{
    struct token t = *parse_peek(p);
    struct expr *e;
    if (!is_quoted(&t)) {
        parse_expected(p, "a verb in quotes");
        return NULL;
    }
    parse_take(p);
    e = parse_expr_of_token(p, &t);
    e->kind = EXPR_WORD;
    return e;
}

static void parse_words(struct parser *p, struct directive *d)
{
    struct expr **last = &d->words;
    do {
        *last = parse_word(p);
        if (!*last)
            return;
        last = &(*last)->next;
    } while (is_quoted(parse_peek(p)));
}

/* Tokens */

static void parse_filter(struct parser *p, struct grammar_token *g, enum grammar_token_kind kind)
{
    parse_take(p);
    g->kind = kind;
    g->name = parse_name(p, "a routine's name");
}

static void parse_named_token(struct parser *p, struct grammar_token *g)
{
    struct token t = parse_take(p);
    int word = keywords_of_token(&t, CONTEXT_WORD);
    bool assigned = parse_is_mark(p, MARK_ASSIGN);
    g->name = t.name;
    if (word == WORD_NOUN && assigned) {
        parse_filter(p, g, GRAMMAR_NOUN_FILTER);
    } else if (word == WORD_SCOPE) {
        if (assigned)
            parse_filter(p, g, GRAMMAR_SCOPE);
        else
            parse_expected(p, "'=' and a routine");
    } else if (word >= WORD_NOUN && word <= WORD_TOPIC) {
        g->kind = GRAMMAR_ELEMENTARY;
        g->word = (uint8_t)word;
    } else {
        g->kind = GRAMMAR_ATTRIBUTE;
    }
}

static struct grammar_token *parse_token(struct parser *p)
{
    struct token t = *parse_peek(p);
    struct grammar_token *g = ARENA_NEW(&p->c->arena, struct grammar_token);
    g->at = t.at;
    if (is_quoted(&t)) {
        parse_take(p);
        g->kind = GRAMMAR_WORD;
        g->text = t.text;
        g->length = t.length;
    } else if (t.kind == TOKEN_NAME) {
        parse_named_token(p, g);
    } else {
        parse_expected(p, "a grammar token or '->'");
        return NULL;
    }
    g->slash = parse_accept(p, MARK_DIVIDE);
    return p->failed ? NULL : g;
}

/* Lines */

static void parse_action(struct parser *p, struct grammar_line *line)
{
    line->action_at = parse_peek(p)->at;
    line->action = parse_peek(p)->kind == TOKEN_ACTION ? parse_take(p).name : parse_name(p, "an action");
    while (!p->failed && parse_peek(p)->kind == TOKEN_NAME) {
        if (parse_accept_word(p, WORD_REVERSE))
            line->reverse = true;
        else if (parse_accept_word(p, WORD_META))
            line->meta = true;
        else
            return;
    }
}

/* After '*'. */
static struct grammar_line *parse_line(struct parser *p, position at)
{
    struct grammar_line *line = ARENA_NEW(&p->c->arena, struct grammar_line);
    struct grammar_token **last = &line->tokens;
    line->at = at;
    while (!p->failed && !parse_is_mark(p, MARK_ARROW)) {
        *last = parse_token(p);
        if (!*last)
            return NULL;
        last = &(*last)->next;
    }
    if (!parse_expect(p, MARK_ARROW, "'->'"))
        return NULL;
    parse_action(p, line);
    line->end = p->last_end;
    return p->failed ? NULL : line;
}

static void parse_lines(struct parser *p, struct directive *d)
{
    struct grammar_line **last = &d->lines;
    if (!parse_is_mark(p, MARK_TIMES) && !parse_is_mark(p, MARK_SEMICOLON))
        parse_expected(p, "'*'");
    while (!p->failed && parse_is_mark(p, MARK_TIMES)) {
        position at = parse_take(p).at;
        *last = parse_line(p, at);
        if (*last)
            last = &(*last)->next;
    }
}

static void parse_place(struct parser *p, struct directive *d)
{
    if (parse_accept_word(p, WORD_FIRST))
        d->place = EXTEND_FIRST;
    else if (parse_accept_word(p, WORD_REPLACE))
        d->place = EXTEND_REPLACE;
    else
        parse_accept_word(p, WORD_LAST);
}

void parse_verb(struct parser *p, struct token *word)
{
    bool extend = word->name->word[CONTEXT_DIRECTIVE] == DIRECTIVE_EXTEND;
    struct directive *d = parse_new_directive(p, extend ? TREE_EXTEND : TREE_VERB, word->at);
    if (extend)
        d->only = parse_accept_word(p, WORD_ONLY);
    else
        d->meta = parse_accept_word(p, WORD_META);
    parse_words(p, d);
    if (!p->failed && !extend && parse_accept(p, MARK_ASSIGN)) {
        d->same_as = parse_word(p);
    } else if (!p->failed) {
        if (extend)
            parse_place(p, d);
        parse_lines(p, d);
    }
    parse_add_directive(p, d);
    parse_semicolon(p);
}
