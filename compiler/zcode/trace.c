/* Golmac: MIT licence, see LICENSE. */
/* The traces that show the tables of the story: $!DICT, $!OBJECTS, $!VERBS, $!ACTIONS, $!PROPS, $!FREQ, $!BPATCH, $!MEM. */
#include "compiler/zcode/zcode.h"

static void put_units(struct text t, FILE *out)
{
    for (int i = 0; i < t.length; i++) {
        if (t.units[i] < 0x7F && t.units[i] >= ' ')
            putc((int)t.units[i], out);
        else
            fprintf(out, t.units[i] == '\n' ? "^" : t.units[i] < TEXT_ZSCII ? "@{%x}" : "@@%u",
                    (unsigned)(t.units[i] & 0xFFFF));
    }
}

static void put_word(const struct zcode *z, int word, FILE *out)
{
    static const struct { int bit; const char *name; } flags[] = {
        { 1, "verb" }, { 2, "meta" }, { 4, "plural" }, { 8, "preposition" }, { 16, "singular" }, { 128, "noun" }
    };
    const struct ir_word *w = &z->program->words.at[word];
    const uint8_t *entry = z->section[SECTION_DICTIONARY].at + 7 + z->word_entry[word] * z->entry_size;
    fprintf(out, "%5d  '", z->word_entry[word]);
    put_units(w->text, out);
    putc('\'', out);
    for (size_t k = 0; k < sizeof flags / sizeof flags[0]; k++)
        if (w->flags & flags[k].bit)
            fprintf(out, " %s", flags[k].name);
    if (w->verb >= 0)
        fprintf(out, ":%d", 255 - w->verb);
    for (int k = 0; k < z->entry_size && z->c->options.trace[TRACE_DICT] > 1; k++)
        fprintf(out, " %02x", entry[k]);
    putc('\n', out);
}

/* In the order of the dictionary; words that share an entry one after the other. */
static void trace_words(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    int *first = ARENA_ARRAY(&z->c->arena, int, z->entry_count), *next = ARENA_ARRAY(&z->c->arena, int, p->words.count);
    fprintf(out, "Dictionary: %d entries of %d bytes\n", z->entry_count, z->entry_size);
    for (int i = p->words.count - 1; i >= 0; i--)
        if (p->words.at[i].live) {
            next[i] = first[z->word_entry[i]];
            first[z->word_entry[i]] = i + 1;
        }
    for (int entry = 0; entry < z->entry_count; entry++)
        for (int i = first[entry]; i; i = next[i - 1])
            put_word(z, i - 1, out);
}

static int number_of(const struct zcode *z, int object)
{
    return object >= 0 ? z->object_number[object] : 0;
}

static void trace_objects(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    fputs("Objects: number, parent, sibling, child, name\n", out);
    for (int i = 0; i < p->objects.count; i++) {
        const struct ir_object *o = &p->objects.at[i];
        if (z->object_number[i])
            fprintf(out, "%5d %5d %5d %5d  %s\n", z->object_number[i], number_of(z, o->parent), number_of(z, o->sibling),
                    number_of(z, o->child), o->name ? o->name : "(no name)");
    }
}

static void put_token(const struct zcode *z, const struct ir_grammar_token *t, FILE *out)
{
    static const char *const names[] = {
        "noun", "held", "multi", "multiheld", "multiexcept", "multiinside", "creature", "special", "number", "topic"
    };
    const struct ir_program *p = z->program;
    const char *routine = t->value.kind == VALUE_ROUTINE ? p->routines.at[t->value.index]->name : NULL;
    switch ((enum ir_grammar_kind)t->kind) {
    case IR_TOKEN_ELEMENTARY: fputs(names[t->number], out); break;
    case IR_TOKEN_ATTRIBUTE: fprintf(out, "attribute=%d", t->number); break;
    case IR_TOKEN_NOUN_FILTER: fprintf(out, "noun=%s", routine ? routine : ""); break;
    case IR_TOKEN_SCOPE: fprintf(out, "scope=%s", routine ? routine : ""); break;
    case IR_TOKEN_ROUTINE: fputs(routine ? routine : "", out); break;
    case IR_TOKEN_WORD:
        putc('\'', out);
        put_units(p->words.at[t->value.index].text, out);
        putc('\'', out);
        break;
    }
    fputs(t->slash ? " / " : " ", out);
}

static void trace_verbs(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    fprintf(out, "Grammar: %d verbs, version %d\n", p->verbs.count, p->grammar_version);
    for (int i = 0; i < p->verbs.count; i++) {
        const struct ir_verb *v = &p->verbs.at[i];
        fprintf(out, "Verb %d", 255 - i);
        for (int w = 0; w < p->words.count; w++)
            if (p->words.at[w].verb == i && p->words.at[w].live) {
                fputs(" '", out);
                put_units(p->words.at[w].text, out);
                putc('\'', out);
            }
        putc('\n', out);
        for (int k = 0; k < v->lines.count; k++) {
            fputs("  * ", out);
            for (int t = 0; t < v->lines.at[k].tokens.count; t++)
                put_token(z, &v->lines.at[k].tokens.at[t], out);
            fprintf(out, "-> %s%s%s\n", p->actions.at[v->lines.at[k].action].name, v->lines.at[k].reverse ? " reverse" : "",
                    v->lines.at[k].meta ? " meta" : "");
        }
    }
}

static void trace_actions(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    for (int i = 0; i < p->actions.count; i++)
        fprintf(out, "Action %4d  %s%s\n", i, p->actions.at[i].name, p->actions.at[i].meta ? " meta" : "");
}

static void trace_named(const char *what, const struct ir_named *list, int count, FILE *out)
{
    for (int i = 0; i < count; i++)
        fprintf(out, "%s %4d  %s\n", what, list[i].number, list[i].name);
}

static void trace_properties(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    trace_named("Attribute ", p->attributes.at, p->attributes.count, out);
    trace_named("Property  ", p->properties.at, p->properties.count, out);
    trace_named("Individual", p->individuals.at, p->individuals.count, out);
}

static void trace_abbreviations(const struct zcode *z, FILE *out)
{
    fputs("Abbreviations: times used, bytes saved, text\n", out);
    for (int i = 0; i < z->abbreviations.count; i++) {
        const struct abbreviation *a = &z->abbreviations.at[i];
        int cost = text_characters(z, a->text);
        fprintf(out, "%6d %6d  \"", a->uses, 2 * ((cost - 2) * a->uses - cost) / 3);
        put_units(a->text, out);
        fputs("\"\n", out);
    }
}

static void trace_references(const struct zcode *z, FILE *out)
{
    for (int i = 0; i < z->fixups.count; i++) {
        const struct fixup *f = &z->fixups.at[i];
        fprintf(out, "%s +%05x: %d byte%s = %04x\n", section_name((enum section)f->section), (unsigned)f->at, f->width,
                f->width > 1 ? "s" : "", (unsigned)value_resolve(z, f->value));
    }
}

void trace_tables(const struct zcode *z, FILE *out)
{
    static const struct { enum trace trace; void (*show)(const struct zcode *, FILE *); } traces[] = {
        { TRACE_ACTIONS, trace_actions }, { TRACE_PROPS, trace_properties }, { TRACE_OBJECTS, trace_objects },
        { TRACE_VERBS, trace_verbs }, { TRACE_DICT, trace_words }, { TRACE_FREQ, trace_abbreviations },
        { TRACE_BPATCH, trace_references }
    };
    for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++)
        if (z->c->options.trace[traces[i].trace])
            traces[i].show(z, out);
    if (z->c->options.trace[TRACE_MEM])
        fprintf(out, "Memory taken: %zu bytes\n", z->c->arena.total);
}
