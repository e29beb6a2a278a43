/* Golmac: MIT licence, see LICENSE. */
/* #identifiers_table: the names of properties, attributes, actions, fake actions and arrays, for `print (property)` and
   run-time errors. The README says how it is laid out. */
#include "compiler/zcode/zcode.h"

#include <string.h>

enum { ATTRIBUTE_NAMES = 48 };

static struct text text_of(struct zcode *z, const char *name)
{
    int length = (int)strlen(name);
    uint32_t *units = ARENA_ARRAY(&z->c->arena, uint32_t, length);
    for (int i = 0; i < length; i++)
        units[i] = (unsigned char)name[i];
    return (struct text){ units, length };
}

/* The packed address of a name's text, 0 for none. */
static struct ir_value place_name(struct zcode *z, const char *name)
{
    struct ir_value v = { (enum ir_value_kind)VALUE_PACKED_STRING, 0, 0 };
    if (!name)
        return ir_number(0);
    v.offset = string_place(z, text_encode(z, text_of(z, name), TEXT_NAME));
    return v;
}

static void add_name(struct zcode *z, const char *name)
{
    section_add_value(z, SECTION_IDENTIFIERS, place_name(z, name));
}

static void take_names(const struct ir_named *list, int count, const char **names, int size)
{
    for (int i = 0; i < count; i++)
        if (list[i].number >= 0 && list[i].number < size && !names[list[i].number])
            names[list[i].number] = list[i].name;
}

static void add_properties(struct zcode *z)
{
    const struct ir_program *p = z->program;
    const char **names = ARENA_ARRAY(&z->c->arena, const char *, z->property_count);
    take_names(p->properties.at, p->properties.count, names, z->property_count);
    take_names(p->individuals.at, p->individuals.count, names, z->property_count);
    bytes_add_word(&z->section[SECTION_IDENTIFIERS], z->property_count);
    for (int i = 1; i < z->property_count; i++)
        add_name(z, names[i]);
}

/* The run-time checks of strict mode print the names of attributes that do not exist. */
static struct ir_value place_nameless(struct zcode *z)
{
    bool strict = z->version >= 5 && z->c->options.setting[SETTING_STRICT_MODE];
    return place_name(z, strict ? "<unknown attribute>" : NULL);
}

static void add_rest(struct zcode *z)
{
    const struct ir_program *p = z->program;
    const char *attributes[ATTRIBUTE_NAMES] = {0};
    struct ir_value nameless = place_nameless(z);
    take_names(p->attributes.at, p->attributes.count, attributes, ATTRIBUTE_NAMES);
    for (int i = 0; i < ATTRIBUTE_NAMES; i++)
        section_add_value(z, SECTION_IDENTIFIERS, attributes[i] ? place_name(z, attributes[i]) : nameless);
    for (int i = 0; i < p->actions.count; i++)
        add_name(z, p->actions.at[i].name);
    for (int i = 0; i < p->fake_actions.count; i++)
        add_name(z, p->fake_actions.at[i].name);
    for (int i = 0; i < p->arrays.count; i++)
        if (p->arrays.at[i].live)
            add_name(z, p->arrays.at[i].name);
}

void identifiers_build(struct zcode *z)
{
    if (z->c->options.setting[SETTING_OMIT_SYMBOL_TABLE]) {
        bytes_add_word(&z->section[SECTION_IDENTIFIERS], 0);
        return;
    }
    add_properties(z);
    add_rest(z);
}
