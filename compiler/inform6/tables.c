/* Golmac: MIT licence, see LICENSE. */
/* The end of the front: what the program has beyond code, objects and arrays becomes tables of cells; the constants
   that depend on them get their values; -s and the debug file get their facts. */
#include "compiler/inform6/front.h"

void tables_declare(struct front *f)
{
    static const struct { const char *name; bool is_static; } tables[TABLE_COUNT] = {
        [TABLE_CLASSES] = { "class numbers", false },
        [TABLE_IDENTIFIERS] = { "identifier names", false },
        [TABLE_INDIVIDUALS] = { "individual properties", false },
        [TABLE_GRAMMAR] = { "grammar table", true },
        [TABLE_ACTIONS] = { "actions table", true },
        [TABLE_ROUTINES] = { "parsing routines", true },
        [TABLE_PREPOSITIONS] = { "adjectives table", true }
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

static void add_debug(struct front *f, const char *element, const char *prefix, const char *name, position at,
                      struct ir_value value)
{
    *vector_add(&f->c->arena, &f->program->debug) = (struct ir_debug){ element, prefix, name, at, value };
}

static void note_constants(struct front *f)
{
    for (const struct name *n = f->c->names.first; n; n = n->next) {
        const struct symbol *s = n->symbol;
        if (s && s->kind == SYMBOL_CONSTANT && s->value.kind != VALUE_NONE)
            add_debug(f, "constant", "", n->text, s->at, s->value);
    }
}

static void note_named(struct front *f, const char *element, const char *prefix, const struct named *list, int count)
{
    for (int i = 0; i < count; i++)
        add_debug(f, element, prefix, list[i].name, list[i].at, ir_number(list[i].number));
}

static void note_debug(struct front *f)
{
    const struct tables *t = &f->tables;
    note_constants(f);
    note_named(f, "attribute", "", t->attributes.at, t->attributes.count);
    note_named(f, "property", "", t->properties.at, t->properties.count);
    note_named(f, "property", "", t->individuals.at, t->individuals.count);
    note_named(f, "fake-action", "##", t->fake_actions.at, t->fake_actions.count);
    for (int i = 0; i < t->actions.count; i++)
        add_debug(f, "action", "##", t->actions.at[i].name, 0, ir_number(i));
    for (int i = 0; i < SYSTEM_COUNT; i++)
        add_debug(f, "constant", "#", keywords_system_name((enum system_constant)i), 0, ir_reference(VALUE_LATER, i));
}

void tables_build(struct front *f)
{
    program_merge_words(f->program);
    table_identifiers_build(f);
    table_grammar_build(f);
    table_words_build(f);
    if (f->c->options.debug_file)
        note_debug(f);
    system_settle(f);
    note_facts(f);
    trace_tables(f);
}
