/* Golmac: MIT licence, see LICENSE. */
/* -X: what the library's debugger Infix asks the story for. Behind the names of arrays in #identifiers_table stand
   those of global variables, routines and constants, then a bit for each routine: whether its calls are told. A table
   of its own has what the names are; the veneer's Symb__Tab reads it. An array has its address, its kind, its highest
   entry; a routine or constant its value and its kind. Kinds have 16 added in system files. */
#include "compiler/inform6/front.h"

enum { IN_SYSTEM = 16, KIND_CLASS = 1, KIND_OBJECT = 2 };

static struct ir_cells *symbols(struct front *f)
{
    return &f->program->tables.at[TABLE_SYMBOLS].cells;
}

static bool is_listed(const struct ir_routine *r)
{
    return !r->embedded && !r->veneer && r->name && r->name[0];
}

int table_infix_routine(const struct front *f, int index)
{
    int number = 0;
    for (int i = 0; i < index; i++)
        number += is_listed(f->program->routines.at[i]);
    return number;
}

int table_infix_globals(const struct front *f)
{
    const struct ir_program *p = f->program;
    int count = 0;
    while (count < p->globals.count && p->globals.at[count].at)
        count++;
    return count;
}

static const struct symbol *symbol_named(struct front *f, const char *name)
{
    const struct name *n = name ? names_find(&f->c->names, name) : NULL;
    return n ? n->symbol : NULL;
}

static int in_system(const struct symbol *s)
{
    return !s || s->flags & (SYMBOL_IN_SYSTEM | SYMBOL_BUILT_IN) ? IN_SYSTEM : 0;
}

static void add_symbol(struct front *f, struct ir_value value, int kind)
{
    cells_add_word(f->program, symbols(f), value);
    cells_add_word(f->program, symbols(f), ir_number(kind));
}

static void add_arrays(struct front *f)
{
    for (int i = 0; i < f->program->arrays.count; i++) {
        const struct ir_array *a = &f->program->arrays.at[i];
        add_symbol(f, ir_reference(VALUE_ARRAY, i), a->kind + in_system(symbol_named(f, a->name)));
        cells_add_word(f->program, symbols(f), ir_number(a->count - 1 + (a->length_word ? 2 : 0)));
    }
}

static void add_routines(struct front *f)
{
    f->tables.infix_routines_at = symbols(f)->size;
    for (int i = 0; i < f->program->routines.count; i++) {
        const struct ir_routine *r = f->program->routines.at[i];
        if (!is_listed(r))
            continue;
        table_add_name(f, r->name);
        add_symbol(f, ir_reference(VALUE_ROUTINE, i), in_system(symbol_named(f, r->name)));
        f->tables.infix_routines++;
    }
}

/* Objects and classes are constants, too. */
static void add_constants(struct front *f)
{
    f->tables.infix_constants_at = symbols(f)->size;
    for (const struct name *n = f->c->names.first; n; n = n->next) {
        const struct symbol *s = n->symbol;
        if (!s || (s->kind != SYMBOL_OBJECT && s->kind != SYMBOL_CLASS
                   && (s->kind != SYMBOL_CONSTANT || s->value.kind == VALUE_NONE)))
            continue;
        table_add_name(f, n->text);
        if (s->kind == SYMBOL_CLASS)
            add_symbol(f, ir_reference(VALUE_OBJECT, f->tables.classes.at[s->index].object),
                       in_system(s) + KIND_CLASS);
        else
            add_symbol(f, s->value, in_system(s) + (s->kind == SYMBOL_OBJECT ? KIND_OBJECT : 0));
        f->tables.infix_constants++;
    }
}

/* Routines with a star are told from the beginning. */
static void add_flags(struct front *f)
{
    int count = f->tables.infix_routines;
    uint8_t *flags = ARENA_ARRAY(&f->c->arena, uint8_t, count / 8 + 1);
    for (const struct directive *d = f->tree->first; d; d = d->next)
        if (d->kind == TREE_ROUTINE && d->symbol && d->routine->traced) {
            int number = table_infix_routine(f, d->routine->index);
            flags[number / 8] |= (uint8_t)(1 << number % 8);
        }
    f->tables.infix_flags_at = f->program->tables.at[TABLE_IDENTIFIERS].cells.size;
    for (int i = 0; i < count; i += 8)
        cells_add_byte(f->program, &f->program->tables.at[TABLE_IDENTIFIERS].cells, flags[i / 8]);
}

void table_infix_build(struct front *f)
{
    if (!f->c->options.setting[SETTING_INFIX] || f->only_property_names)
        return;
    for (int i = 0; i < table_infix_globals(f); i++)
        table_add_name(f, f->program->globals.at[i].name);
    add_arrays(f);
    add_routines(f);
    add_constants(f);
    add_flags(f);
}
