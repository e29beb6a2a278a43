/* Golmac: MIT licence, see LICENSE. */
/* The object table (Standard, section 12): defaults, tree, attributes, property tables; the class prototypes that stand
   behind the property lists of classes, the table of classes, and the individual properties.
   The README, "Formats that veneer and back share", says what the veneer counts on. */
#include "compiler/zcode/zcode.h"

#include <string.h>

enum { PROPERTY_INDIVIDUALS = 3, FIRST_INDIVIDUAL = 64, PRIVATE = 0x8000 };
enum { MOST_NAME_WORDS = 255, MOST_INDIVIDUAL = 255 };

static void limit(struct zcode *z, position at, const char *what, long value, long most)
{
    diag(&z->c->diagnostics, DIAG_LIMIT, at, what, value, z->version, most);
}

static int attribute_bytes(const struct zcode *z)
{
    return z->version <= 3 ? 4 : 6;
}

static void add_size(struct zcode *z, const struct ir_property *p, int words)
{
    struct bytes *out = &z->section[SECTION_PROPERTIES];
    int most = z->version <= 3 ? 4 : 32, number = p->number;
    if (words > most)
        limit(z, p->at, "words in a property", words, most);
    if (z->version <= 3) {
        bytes_add(out, (words * 2 - 1) << 5 | number);
    } else if (words == 1) {
        bytes_add(out, 0x40 | number);
    } else {
        bytes_add(out, 0x80 | number);
        bytes_add(out, 0x80 | (words * 2 & 63));
    }
}

/* A common property of no values still has room for one: the Z-machine has no shorter word property. */
static void add_common(struct zcode *z, const struct ir_property *p)
{
    int words = p->values.count ? p->values.count : 1;
    add_size(z, p, words);
    for (int i = 0; i < words; i++)
        section_add_value(z, SECTION_PROPERTIES, i < p->values.count ? p->values.at[i] : ir_number(0));
}

static bool has_individuals(const struct ir_block *b)
{
    for (int i = 0; i < b->properties.count; i++)
        if (b->properties.at[i].number >= FIRST_INDIVIDUAL)
            return true;
    return false;
}

static int add_individuals(struct zcode *z, const struct ir_block *b)
{
    struct bytes *out = &z->section[SECTION_INDIVIDUALS];
    int start = out->count;
    for (int i = 0; i < b->properties.count; i++) {
        const struct ir_property *p = &b->properties.at[i];
        if (p->number < FIRST_INDIVIDUAL)
            continue;
        if (p->values.count * 2 > MOST_INDIVIDUAL)
            limit(z, p->at, "bytes in an individual property", p->values.count * 2, MOST_INDIVIDUAL);
        bytes_add_word(out, p->number | (p->private ? PRIVATE : 0));
        bytes_add(out, p->values.count * 2);
        for (int k = 0; k < p->values.count; k++)
            section_add_value(z, SECTION_INDIVIDUALS, p->values.at[k]);
    }
    bytes_add_word(out, 0);
    return start;
}

static const struct ir_property *find_property(const struct ir_block *b, int number)
{
    for (int i = 0; i < b->properties.count; i++)
        if (b->properties.at[i].number == number)
            return &b->properties.at[i];
    return NULL;
}

/* Properties stand from the highest number to the lowest (section 12.4); a zero byte ends them. */
static void add_properties(struct zcode *z, const struct ir_block *b, int individuals)
{
    struct ir_value address = value_in_section(SECTION_INDIVIDUALS, individuals);
    struct ir_property table = { .number = PROPERTY_INDIVIDUALS, .values = { &address, 1, 1 } };
    for (int number = z->version <= 3 ? 31 : 63; number >= 1; number--) {
        const struct ir_property *p = find_property(b, number);
        if (number == PROPERTY_INDIVIDUALS && individuals >= 0)
            p = &table;
        if (p)
            add_common(z, p);
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

static const struct ir_class *class_of(const struct zcode *z, int object)
{
    for (int i = 0; i < z->program->classes.count; i++)
        if (z->program->classes.at[i].object == object)
            return &z->program->classes.at[i];
    return NULL;
}

static bool same_individuals(const struct ir_block *a, const struct ir_block *b)
{
    int k = 0;
    for (int i = 0; i < a->properties.count; i++) {
        const struct ir_property *p = &a->properties.at[i], *q;
        if (p->number < FIRST_INDIVIDUAL)
            continue;
        while (k < b->properties.count && b->properties.at[k].number < FIRST_INDIVIDUAL)
            k++;
        q = k < b->properties.count ? &b->properties.at[k++] : NULL;
        if (!q || q->number != p->number || q->private != p->private || q->values.count != p->values.count
            || memcmp(q->values.at, p->values.at, sizeof p->values.at[0] * (size_t)p->values.count))
            return false;
    }
    for (; k < b->properties.count; k++)
        if (b->properties.at[k].number >= FIRST_INDIVIDUAL)
            return false;
    return true;
}

/* A class's own table and its prototype's are one when they say the same, as they always did. */
static void add_prototype(struct zcode *z, const struct ir_class *c, const struct ir_block *own, int own_table)
{
    int table = -1;
    bytes_add_block(&z->section[SECTION_PROPERTIES], c->prototype.attributes, sizeof c->prototype.attributes);
    if (has_individuals(&c->prototype)) {
        bool shared = own_table >= 0 && same_individuals(own, &c->prototype);
        table = shared ? own_table : add_individuals(z, &c->prototype);
    }
    add_properties(z, &c->prototype, table);
}

static int add_table(struct zcode *z, int object)
{
    const struct ir_object *o = &z->program->objects.at[object];
    const struct ir_class *c = o->is_class ? class_of(z, object) : NULL;
    int start = z->section[SECTION_PROPERTIES].count;
    int table = has_individuals(&o->own) ? add_individuals(z, &o->own) : -1;
    add_name(z, o);
    add_properties(z, &o->own, table);
    if (c)
        add_prototype(z, c, &o->own, table);
    return start;
}

/* Links pass over what was left out. */
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
    bytes_add_block(&z->section[SECTION_OBJECTS], o->own.attributes, attribute_bytes(z));
    add_link(z, o->parent);
    add_link(z, o->sibling);
    add_link(z, o->child);
    start = add_table(z, object);
    section_add_value(z, SECTION_OBJECTS, value_in_section(SECTION_PROPERTIES, start));
}

void objects_build(struct zcode *z)
{
    const struct ir_program *p = z->program;
    for (int i = 1; i <= (z->version <= 3 ? 31 : 63); i++)
        section_add_value(z, SECTION_OBJECTS, p->property_defaults[i]);
    for (int i = 0; i < p->objects.count; i++)
        if (p->objects.at[i].live)
            add_object(z, i);
    for (int i = 0; i < p->classes.count; i++)
        if (z->object_number[p->classes.at[i].object])
            bytes_add_word(&z->section[SECTION_CLASS_NUMBERS], z->object_number[p->classes.at[i].object]);
    bytes_add_word(&z->section[SECTION_CLASS_NUMBERS], 0);
}
