/* Golmac: MIT licence, see LICENSE. */
/* Lowering grammar: verbs with their words and lines, and Extend in all its forms. A word belongs to the verb that
   its meaning names. Words that the dictionary cuts to the same letters are one word. */
#include "compiler/inform6/check.h"

#include <string.h>

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

/* Words */

static int word_of(struct front *f, const struct expr *e, int flags)
{
    return literal_word_as(f, e->text, e->length, e->at, flags);
}

static bool is_same_entry(const struct front *f, int a, int b)
{
    const struct ir_word *words = f->program->words.at;
    return memcmp(words[a].letters, words[b].letters, sizeof words[a].letters) == 0;
}

static int verb_of_word(const struct front *f, int word)
{
    if (f->tables.words.at[word].verb >= 0)
        return f->tables.words.at[word].verb;
    for (int i = 0; i < f->program->words.count; i++)
        if (f->tables.words.at[i].verb >= 0 && is_same_entry(f, i, word))
            return f->tables.words.at[i].verb;
    return -1;
}

/* The verb that a word must already have; -1 after an error. */
static int find_verb(struct front *f, const struct expr *e)
{
    int verb = verb_of_word(f, word_of(f, e, 0));
    if (verb < 0)
        diag(said(f), DIAG_NO_SUCH_VERB, e->at, e->length, e->text);
    return verb;
}

static int add_verb(struct front *f, position at)
{
    *vector_add(&f->c->arena, &f->tables.verbs) = (struct verb){ .at = at };
    return f->tables.verbs.count - 1;
}

/* False when the word has another verb. A longer word that the dictionary cannot tell from that one is left out. */
static bool give_word(struct front *f, const struct expr *e, int verb, bool meta)
{
    int word = word_of(f, e, WORD_FLAG_VERB | (meta ? WORD_FLAG_META : 0)), before = verb_of_word(f, word);
    bool good = before < 0 || before == verb;
    if (!good && f->tables.words.at[word].verb < 0) {
        diag(said(f), DIAG_VERB_CUT, e->at, e->length, e->text);
        return true;
    }
    if (!good)
        diag(said(f), DIAG_WORD_HAS_VERB, e->at, e->length, e->text);
    f->tables.words.at[word].verb = verb;
    return good;
}

/* Lines */

static const uint8_t elementary[] = {
    WORD_NOUN, WORD_HELD, WORD_MULTI, WORD_MULTIHELD, WORD_MULTIEXCEPT, WORD_MULTIINSIDE, WORD_CREATURE, WORD_SPECIAL,
    WORD_NUMBER, WORD_TOPIC
};

static int elementary_number(enum keyword_word word)
{
    for (int i = 0; i < (int)sizeof elementary; i++)
        if (elementary[i] == word)
            return i;
    return 0;
}

const char *table_elementary_name(int number)
{
    return keywords_text(CONTEXT_WORD, elementary[number]);
}

static struct verb_token lower_token(struct front *f, const struct grammar_token *t)
{
    struct verb_token out = { .kind = t->kind, .slash = t->slash, .value = ir_number(0) };
    if (t->slash && (t->kind != GRAMMAR_WORD || !t->next || t->next->kind != GRAMMAR_WORD))
        diag(said(f), DIAG_GRAMMAR_SLASH, t->at);
    if (t->kind == GRAMMAR_WORD)
        out.value = ir_reference(VALUE_WORD, literal_word_as(f, t->text, t->length, t->at, WORD_FLAG_PREPOSITION));
    else if (t->kind == GRAMMAR_ELEMENTARY)
        out.number = elementary_number(t->word);
    else if (t->kind == GRAMMAR_ATTRIBUTE)
        out.number = t->symbol->index;
    else
        out.value = check_symbol_value(f, t->symbol);
    return out;
}

static struct verb_line lower_line(struct front *f, const struct directive *d, const struct grammar_line *line)
{
    struct verb_line out = {
        .at = line->at, .end = line->end, .reverse = line->reverse, .meta = line->meta || d->meta
    };
    if (line->action)
        out.action = check_action(f, line->action, line->action_at);
    for (const struct grammar_token *t = line->tokens; t; t = t->next)
        *vector_add(&f->c->arena, &out.tokens) = lower_token(f, t);
    if (line->meta && out.action < f->tables.actions.count)
        f->tables.actions.at[out.action].meta = true;
    return out;
}

static void add_lines(struct front *f, struct verb *verb, const struct verb_line *lines, int count)
{
    for (int i = 0; i < count; i++)
        *vector_add(&f->c->arena, &verb->lines) = lines[i];
}

/* Puts the directive's lines before, behind or in place of those that the verb has. */
static void extend(struct front *f, const struct directive *d, int verb, enum extend_place where)
{
    struct verb old = f->tables.verbs.at[verb], new = { .at = old.at };
    if (where == EXTEND_LAST)
        new.lines = old.lines;
    for (const struct grammar_line *line = d->lines; line; line = line->next)
        *vector_add(&f->c->arena, &new.lines) = lower_line(f, d, line);
    if (where == EXTEND_FIRST)
        add_lines(f, &new, old.lines.at, old.lines.count);
    f->tables.verbs.at[verb] = new;
}

/* Directives */

/* The verb that all words of a Verb directive have already, or -1. Since 6.43 the lines then extend that verb. */
static int find_common_verb(struct front *f, const struct directive *d)
{
    int verb = -1;
    for (const struct expr *e = d->words; e; e = e->next) {
        int of_word = verb_of_word(f, word_of(f, e, 0));
        if (of_word < 0 || (e != d->words && of_word != verb))
            return -1;
        verb = of_word;
    }
    if (verb >= 0)
        diag(said(f), DIAG_VERB_AGAIN, d->words->at, d->words->length, d->words->text);
    return verb;
}

static void lower_verb(struct front *f, const struct directive *d)
{
    int verb = d->same_as ? find_verb(f, d->same_as) : find_common_verb(f, d);
    if (d->same_as && verb < 0)
        return;
    if (verb < 0)
        verb = add_verb(f, d->at);
    for (const struct expr *e = d->words; e; e = e->next)
        if (!give_word(f, e, verb, d->meta))
            break;
    if (!d->same_as)
        extend(f, d, verb, EXTEND_LAST);
}

static int copy_verb(struct front *f, int verb, position at)
{
    int copy = add_verb(f, at);
    struct verb *to = &f->tables.verbs.at[copy];
    add_lines(f, to, f->tables.verbs.at[verb].lines.at, f->tables.verbs.at[verb].lines.count);
    return copy;
}

static bool is_named(struct front *f, const struct directive *d, int word)
{
    for (const struct expr *e = d->words; e; e = e->next)
        if (is_same_entry(f, word_of(f, e, 0), word))
            return true;
    return false;
}

/* Whether the verb keeps a word when those that the directive names have left it. */
static bool keeps_words(struct front *f, const struct directive *d, int verb)
{
    for (int i = 0; i < f->program->words.count; i++)
        if (f->tables.words.at[i].verb == verb && !is_named(f, d, i))
            return true;
    return false;
}

static bool all_of_verb(struct front *f, const struct directive *d, int verb)
{
    for (const struct expr *e = d->words; e; e = e->next)
        if (verb_of_word(f, word_of(f, e, 0)) != verb)
            return false;
    return true;
}

/* Extend only: the words named leave their verb and get a copy of it, which is then extended. A verb that would be left
   without words is extended itself. */
static void lower_extend(struct front *f, const struct directive *d)
{
    int verb = d->words ? find_verb(f, d->words) : -1;
    if (verb < 0)
        return;
    for (const struct expr *e = d->words->next; e; e = e->next) {
        int other = find_verb(f, e);
        if (other >= 0 && other != verb)
            diag(said(f), DIAG_DIFFERENT_VERBS, e->at, e->length, e->text);
    }
    if (d->only && !keeps_words(f, d, verb)) {
        if (d->place != EXTEND_REPLACE && all_of_verb(f, d, verb))
            diag(said(f), DIAG_VERB_WITHOUT_OTHERS, d->at);
    } else if (d->only) {
        verb = copy_verb(f, verb, d->at);
        for (int i = 0; i < f->tables.words.count; i++)
            if (is_named(f, d, i))
                f->tables.words.at[i].verb = verb;
    }
    extend(f, d, verb, d->place);
}

void lower_grammar(struct front *f)
{
    for (const struct directive *d = f->tree->first; d; d = d->next)
        if (d->kind == TREE_VERB)
            lower_verb(f, d);
        else if (d->kind == TREE_EXTEND)
            lower_extend(f, d);
}
