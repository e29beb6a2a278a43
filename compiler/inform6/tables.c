/* Golmac: MIT licence, see LICENSE. */
/* The end of the front: what the program has beyond code, objects and arrays becomes tables of cells; the constants
   that depend on them get their values; -s and the debug file get their facts. */
#include "compiler/inform6/front.h"

#include <string.h>

void tables_declare(struct front *f)
{
    static const struct { const char *name; bool is_static; } tables[TABLE_COUNT] = {
        [TABLE_CLASSES] = { "class numbers", false },
        [TABLE_IDENTIFIERS] = { "identifier names", false },
        [TABLE_INDIVIDUALS] = { "individual properties", false },
        [TABLE_GRAMMAR] = { "grammar table", true },
        [TABLE_ACTIONS] = { "actions table", true },
        [TABLE_ROUTINES] = { "parsing routines", true },
        [TABLE_PREPOSITIONS] = { "adjectives table", true },
        [TABLE_SYMBOLS] = { "Infix symbols", true }
    };
    for (int i = 0; i < TABLE_COUNT; i++)
        program_add_table(f->program, tables[i].name, tables[i].is_static);
    f->program->tables.at[TABLE_GRAMMAR].entry_name = "grammar line";
}

/* -s */

static void add_fact(struct front *f, int count, const char *text)
{
    *vector_add(&f->c->arena, &f->program->facts) = (struct ir_fact){ text, count };
}

static void note_facts(struct front *f)
{
    const struct tables *t = &f->tables;
    int lines = 0, tokens = 0;
    for (int i = 0; i < t->verbs.count; i++) {
        lines += t->verbs.at[i].lines.count;
        for (int k = 0; k < t->verbs.at[i].lines.count; k++)
            tokens += t->verbs.at[i].lines.at[k].tokens.count;
    }
    add_fact(f, t->classes.count, "classes (with the 4 metaclasses)");
    add_fact(f, t->verbs.count, "verbs");
    add_fact(f, lines, arena_format(&f->c->arena, "grammar lines (version %d)", t->grammar_version));
    add_fact(f, tokens, "grammar tokens");
    add_fact(f, t->actions.count, "actions");
    add_fact(f, t->attributes.count, f->program->version <= 3 ? "attributes (of 32)" : "attributes (of 48)");
    add_fact(f, t->properties.count,
             f->program->version <= 3 ? "common properties (of 31)" : "common properties (of 63)");
    add_fact(f, t->individuals.count, "individual properties");
}

/* The debug file */

static struct ir_debug *add_debug(struct front *f, const char *element, const char *name, struct ir_value value)
{
    struct ir_debug *d = vector_add(&f->c->arena, &f->program->debug);
    *d = (struct ir_debug){ .element = element, .prefix = "", .name = name, .value = value };
    return d;
}

/* Names that stand for numbers, aliases too. */
static const char *element_of(const struct symbol *s)
{
    switch (s->kind) {
    case SYMBOL_CONSTANT: return s->value.kind == VALUE_NONE ? NULL : "constant";
    case SYMBOL_ATTRIBUTE: return "attribute";
    case SYMBOL_PROPERTY: return "property";
    case SYMBOL_INDIVIDUAL: return s->index < 0 ? NULL : "property";
    default: return NULL;
    }
}

static void note_symbols(struct front *f)
{
    for (const struct name *n = f->c->names.first; n; n = n->next) {
        const struct symbol *s = n->symbol;
        const char *element = s ? element_of(s) : NULL;
        struct ir_debug *d;
        if (!element)
            continue;
        if (s->flags & SYMBOL_BUILT_IN && strcmp(n->text, "nothing") == 0)
            element = "object";
        d = add_debug(f, element, symbol_spelling(f->c, n, s->at),
                      s->kind == SYMBOL_CONSTANT ? s->value : ir_number(s->index));
        d->at = s->directive ? s->directive->start : s->at;
        d->ended = s->directive ? s->directive->end : 0;
    }
}

static void note_fake_actions(struct front *f)
{
    for (const struct directive *d = f->tree->first; d; d = d->next)
        if (d->kind == TREE_FAKE_ACTION && d->symbol) {
            const char *name = symbol_spelling(f->c, d->symbol->name, d->at);
            struct ir_debug *debug = add_debug(f, "fake-action", name, ir_number(d->symbol->index));
            debug->prefix = "##";
            debug->at = d->start;
            debug->ended = d->end;
        }
}

static void note_debug(struct front *f)
{
    const struct tables *t = &f->tables;
    add_debug(f, "property", "inheritance class", ir_number(2))->artificial = true;
    add_debug(f, "property", "instance variables table address (Z-code)", ir_number(3))->artificial = true;
    note_symbols(f);
    note_fake_actions(f);
    for (int i = 0; i < t->actions.count; i++)
        add_debug(f, "action", t->actions.at[i].name, ir_number(i))->prefix = "##";
    for (int i = 0; i < SYSTEM_COUNT; i++)
        add_debug(f, "constant", keywords_system_name((enum system_constant)i), ir_reference(VALUE_LATER, i))->prefix
            = "#";
}

void tables_build(struct front *f)
{
    program_merge_words(f->program);
    table_identifiers_build(f);
    table_infix_build(f);
    table_grammar_build(f);
    table_words_build(f);
    if (f->c->options.debug_file)
        note_debug(f);
    system_settle(f);
    note_facts(f);
    trace_tables(f);
}
