/* Golmac: MIT licence, see LICENSE. */
/* The traces that show what Inform's tables are made of: $!ACTIONS, $!PROPS, $!VERBS, $!SYMBOLS, $!UNICODE, and what
   $!DICT says of words. */
#include "compiler/inform6/front.h"

enum { FIRST_EXTRA_CODE = 155 };

static void put_word(const struct front *f, int word, FILE *out)
{
    putc('\'', out);
    text_trace(f->program->words.at[word].text, out);
    putc('\'', out);
}

static void put_token(const struct front *f, const struct verb_token *t, FILE *out)
{
    const char *routine = t->value.kind == VALUE_ROUTINE ? f->program->routines.at[t->value.index]->name : "";
    switch (t->kind) {
    case GRAMMAR_ELEMENTARY: fputs(table_elementary_name(t->number), out); break;
    case GRAMMAR_ATTRIBUTE: fprintf(out, "attribute=%d", t->number); break;
    case GRAMMAR_NOUN_FILTER: fprintf(out, "noun=%s", routine); break;
    case GRAMMAR_SCOPE: fprintf(out, "scope=%s", routine); break;
    case GRAMMAR_ROUTINE: fputs(routine, out); break;
    case GRAMMAR_WORD: put_word(f, t->value.index, out); break;
    }
    fputs(t->slash ? " / " : " ", out);
}

/* Lines may name fake actions, too. */
static const char *action_name(const struct tables *t, int number)
{
    if (number < t->actions.count)
        return t->actions.at[number].name;
    for (int i = 0; i < t->fake_actions.count; i++)
        if (t->fake_actions.at[i].number == number)
            return t->fake_actions.at[i].name;
    return "";
}

static void put_line(const struct front *f, const struct verb_line *line, FILE *out)
{
    fputs("  * ", out);
    for (int t = 0; t < line->tokens.count; t++)
        put_token(f, &line->tokens.at[t], out);
    fprintf(out, "-> %s%s%s\n", action_name(&f->tables, line->action), line->reverse ? " reverse" : "",
            line->meta ? " meta" : "");
}

static void trace_verbs(const struct front *f, FILE *out)
{
    const struct tables *t = &f->tables;
    fprintf(out, "Grammar: %d verbs, version %d\n", t->verbs.count, t->grammar_version);
    for (int i = 0; i < t->verbs.count; i++) {
        fprintf(out, "Verb %d", FIRST_VERB_NUMBER - i);
        for (int w = 0; w < t->words.count; w++)
            if (t->words.at[w].verb == i) {
                putc(' ', out);
                put_word(f, w, out);
            }
        putc('\n', out);
        for (int k = 0; k < t->verbs.at[i].lines.count; k++)
            put_line(f, &t->verbs.at[i].lines.at[k], out);
    }
}

static void trace_actions(const struct front *f, FILE *out)
{
    const struct tables *t = &f->tables;
    for (int i = 0; i < t->actions.count; i++)
        fprintf(out, "Action %4d  %s%s\n", i, t->actions.at[i].name, t->actions.at[i].meta ? " meta" : "");
}

static void trace_named(const char *what, const struct named *list, int count, FILE *out)
{
    for (int i = 0; i < count; i++)
        fprintf(out, "%s %4d  %s\n", what, list[i].number, list[i].name);
}

static void trace_properties(const struct front *f, FILE *out)
{
    const struct tables *t = &f->tables;
    trace_named("Attribute ", t->attributes.at, t->attributes.count, out);
    trace_named("Property  ", t->properties.at, t->properties.count, out);
    trace_named("Individual", t->individuals.at, t->individuals.count, out);
}

static const char *note_of(const struct front *f, int word)
{
    static const struct { int flag; const char *name; } flags[] = {
        { WORD_FLAG_VERB, "verb" }, { WORD_FLAG_META, "meta" }, { WORD_FLAG_PLURAL, "plural" },
        { WORD_FLAG_PREPOSITION, "preposition" }, { WORD_FLAG_SINGULAR, "singular" }, { WORD_FLAG_NOUN, "noun" }
    };
    const struct word_meaning *m = &f->tables.words.at[word];
    const char *said = "";
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (m->flags & flags[i].flag)
            said = arena_format(&f->c->arena, "%s %s", said, flags[i].name);
    if (m->verb >= 0)
        said = arena_format(&f->c->arena, "%s:%d", said, FIRST_VERB_NUMBER - m->verb);
    return said;
}

/* The program's names in the order in which they were met; the compiler's own, too, if asked for. */
static void trace_symbols(const struct front *f, FILE *out)
{
    for (const struct name *n = f->c->names.first; n; n = n->next) {
        const struct symbol *s = n->symbol;
        struct location where = source_locate(&f->c->sources, s ? s->at : 0);
        bool own = !where.source || where.source->veneer;
        if (!s || s->kind == SYMBOL_UNDEFINED || (own && f->c->options.trace[TRACE_SYMBOLS] < 2))
            continue;
        fprintf(out, "%-32s %s", n->text, symbol_kind_word(s->kind));
        if (s->value.kind == VALUE_NUMBER)
            fprintf(out, " %d", (int)s->value.offset);
        if (!own)
            fprintf(out, ", \"%s\", line %d", where.source->path, where.real_line);
        putc('\n', out);
    }
}

/* The story's characters beyond ASCII by their ZSCII codes (Standard, section 3.8.5). */
static void trace_unicode(const struct ir_program *p, FILE *out)
{
    if (!p->extra_given)
        fputs("The story has no Unicode table of its own.\n", out);
    for (int i = 0; i < p->extra_characters.count; i++)
        fprintf(out, "ZSCII %3d  U+%04X\n", FIRST_EXTRA_CODE + i, (unsigned)p->extra_characters.at[i]);
}

void trace_tables(struct front *f)
{
    const int *trace = f->c->options.trace;
    for (int i = 0; trace[TRACE_DICT] && i < f->program->words.count; i++)
        f->program->words.at[i].note = note_of(f, i);
    if (trace[TRACE_ACTIONS])
        trace_actions(f, stdout);
    if (trace[TRACE_PROPS])
        trace_properties(f, stdout);
    if (trace[TRACE_VERBS])
        trace_verbs(f, stdout);
    if (trace[TRACE_SYMBOLS])
        trace_symbols(f, stdout);
    if (trace[TRACE_UNICODE])
        trace_unicode(f->program, stdout);
}
