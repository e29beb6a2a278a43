/* Golmac: MIT licence, see LICENSE. */
/* The object table (Standard, section 12): defaults, tree, attributes, property tables. */
#include "compiler/zcode/back.h"

enum { MOST_NAME_WORDS = 255 };

static void limit(struct zcode *z, position at, const char *what, long value, long most)
{
    diag(&z->c->diagnostics, DIAG_LIMIT, at, what, value, z->version, most);
}

static int attribute_bytes(const struct zcode *z)
{
    return z->version <= 3 ? 4 : 6;
}

/* Properties are listed from the highest number to the lowest (section 12.4); a zero byte ends the list. */
static void add_properties(struct zcode *z, const struct ir_object *o)
{
    int most = z->version <= 3 ? 4 : 32;
    for (int i = o->properties.count - 1; i >= 0; i--) {
        const struct ir_property *p = &o->properties.at[i];
        struct ir_cells cells = {0};
        if (p->values.count > most)
            limit(z, p->at, "words in a property", p->values.count, most);
        cells_add_property(z->program, &cells, p);
        section_add_cells(z, SECTION_PROPERTIES, &cells);
    }
    bytes_add(&z->section[SECTION_PROPERTIES], 0);
}

static void add_name(struct zcode *z, const struct ir_object *o)
{
    struct encoded e = text_encode(z, o->short_name, TEXT_NAME);
    if (e.length / 2 > MOST_NAME_WORDS)
        limit(z, o->at, "words of text in a short name", e.length / 2, MOST_NAME_WORDS);
    bytes_add(&z->section[SECTION_PROPERTIES], e.length / 2);
    bytes_add_block(&z->section[SECTION_PROPERTIES], e.bytes, e.length);
}

static int add_table(struct zcode *z, const struct ir_object *o)
{
    int start = z->section[SECTION_PROPERTIES].count;
    add_name(z, o);
    add_properties(z, o);
    section_add_cells(z, SECTION_PROPERTIES, &o->behind);
    return start;
}

/* Links skip objects that were left out. */
static int live_number(const struct zcode *z, int object)
{
    const struct ir_program *p = z->program;
    for (int steps = 0; object >= 0 && steps <= p->objects.count; steps++) {
        if (z->object_number[object])
            return z->object_number[object];
        object = p->objects.at[object].sibling;
    }
    return 0;
}

static void add_link(struct zcode *z, int object)
{
    int number = live_number(z, object);
    if (z->version <= 3)
        bytes_add(&z->section[SECTION_OBJECTS], number);
    else
        bytes_add_word(&z->section[SECTION_OBJECTS], number);
}

static void add_object(struct zcode *z, int object)
{
    const struct ir_object *o = &z->program->objects.at[object];
    int start;
    bytes_add_block(&z->section[SECTION_OBJECTS], o->attributes, attribute_bytes(z));
    add_link(z, o->parent);
    add_link(z, o->sibling);
    add_link(z, o->child);
    start = add_table(z, o);
    section_add_value(z, SECTION_OBJECTS, value_of_section(SECTION_PROPERTIES, start));
}

void objects_build(struct zcode *z)
{
    const struct ir_program *p = z->program;
    for (int i = 1; i <= (z->version <= 3 ? 31 : 63); i++)
        section_add_value(z, SECTION_OBJECTS, p->property_defaults[i]);
    for (int i = 0; i < p->objects.count; i++)
        if (p->objects.at[i].live)
            add_object(z, i);
}
