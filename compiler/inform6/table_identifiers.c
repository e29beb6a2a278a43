/* Golmac: MIT licence, see LICENSE. */
/* #identifiers_table: the names of properties, attributes, actions, fake actions and arrays, for `print (property)` and
   run-time errors. The README says how it is laid out. */
#include "compiler/inform6/front.h"

#include <string.h>

enum { ATTRIBUTE_NAMES = 48 };

static struct ir_cells *table(struct front *f)
{
    return &f->program->tables.at[TABLE_IDENTIFIERS].cells;
}

/* The packed address of a name's text, 0 for none. */
static struct ir_value name_value(struct front *f, const char *name)
{
    int length = name ? (int)strlen(name) : 0, string;
    uint32_t *units = ARENA_ARRAY(&f->c->arena, uint32_t, length);
    if (!name)
        return ir_number(0);
    for (int i = 0; i < length; i++)
        units[i] = (unsigned char)name[i];
    string = program_add_string(f->program, (struct text){ units, length }, 0);
    f->program->strings.at[string].is_name = true;
    return ir_reference(VALUE_STRING, string);
}

void table_add_name(struct front *f, const char *name)
{
    cells_add_word(f->program, table(f), name_value(f, name));
}

static void take_names(const struct named *list, int count, const char **names, int size)
{
    for (int i = 0; i < count; i++)
        if (list[i].number >= 0 && list[i].number < size && !names[list[i].number])
            names[list[i].number] = list[i].name;
}

static int highest(const struct named *list, int count, int so_far)
{
    for (int i = 0; i < count; i++)
        if (list[i].number > so_far)
            so_far = list[i].number;
    return so_far;
}

int table_property_count(const struct front *f)
{
    int top = highest(f->tables.properties.at, f->tables.properties.count, 0);
    return highest(f->tables.individuals.at, f->tables.individuals.count, top) + 1;
}

static void add_properties(struct front *f)
{
    int count = table_property_count(f);
    const char **names = ARENA_ARRAY(&f->c->arena, const char *, count);
    take_names(f->tables.properties.at, f->tables.properties.count, names, count);
    take_names(f->tables.individuals.at, f->tables.individuals.count, names, count);
    cells_add_word(f->program, table(f), ir_number(count));
    for (int i = 1; i < count; i++)
        table_add_name(f, names[i]);
}

/* The run-time checks of strict mode print names of attributes that do not exist. */
static void add_attributes(struct front *f)
{
    bool strict = f->program->version >= 5 && f->c->options.setting[SETTING_STRICT_MODE];
    struct ir_value nameless = name_value(f, strict ? "<unknown attribute>" : NULL);
    const char *names[ATTRIBUTE_NAMES] = {0};
    take_names(f->tables.attributes.at, f->tables.attributes.count, names, ATTRIBUTE_NAMES);
    for (int i = 0; i < ATTRIBUTE_NAMES; i++)
        cells_add_word(f->program, table(f), names[i] ? name_value(f, names[i]) : nameless);
}

void table_identifiers_build(struct front *f)
{
    const struct tables *t = &f->tables;
    if (f->c->options.setting[SETTING_OMIT_SYMBOL_TABLE]) {
        cells_add_word(f->program, table(f), ir_number(0));
        return;
    }
    add_properties(f);
    if (f->only_property_names)
        return;
    add_attributes(f);
    for (int i = 0; i < t->actions.count; i++)
        table_add_name(f, t->actions.at[i].name);
    for (int i = 0; i < t->fake_actions.count; i++)
        table_add_name(f, t->fake_actions.at[i].name);
    for (int i = 0; i < f->program->arrays.count; i++)
        table_add_name(f, f->program->arrays.at[i].name);
}
