/* Golmac: MIT licence, see LICENSE. */
/* Objects and classes as the story has them. Individual properties have a table of their own, to which property 3
   refers. Behind the property list of a class its prototype follows: attributes, then a property list. Then the
   table of classes. */
#include "compiler/inform6/front.h"

enum { PRIVATE = 0x8000, MOST_INDIVIDUAL_BYTES = 255 };

static bool has_individuals(const struct block *b)
{
    for (int i = 0; i < b->properties.count; i++)
        if (b->properties.at[i].number >= FIRST_INDIVIDUAL)
            return true;
    return false;
}

/* The address of the new table. */
static struct ir_value add_individuals(struct front *f, struct block *b)
{
    struct ir_cells *out = &f->program->tables.at[TABLE_INDIVIDUALS].cells;
    struct ir_value address = { VALUE_TABLE, TABLE_INDIVIDUALS, out->size };
    for (int i = 0; i < b->properties.count; i++) {
        struct block_property *p = &b->properties.at[i];
        if (p->number < FIRST_INDIVIDUAL)
            continue;
        if (p->values.count * 2 > MOST_INDIVIDUAL_BYTES)
            diag(&f->c->diagnostics, DIAG_LIMIT, p->at, "bytes in an individual property", (long)p->values.count * 2,
                 f->program->version, (long)MOST_INDIVIDUAL_BYTES);
        cells_add_word(f->program, out, ir_number(p->number | (p->private ? PRIVATE : 0)));
        cells_add_byte(f->program, out, p->values.count * 2);
        p->place = out->size;
        for (int k = 0; k < p->values.count; k++)
            cells_add_word(f->program, out, p->values.at[k]);
    }
    cells_add_word(f->program, out, ir_number(0));
    return address;
}

static void add_property(struct front *f, struct ir_object *o, const struct block_property *p)
{
    struct ir_property *out = vector_add(f->program->arena, &o->properties);
    *out = (struct ir_property){ .number = p->number, .at = p->at };
    for (int i = 0; i < p->values.count; i++)
        *vector_add(f->program->arena, &out->values) = p->values.at[i];
}

static void note_long_properties(struct front *f, const struct block *b)
{
    for (int i = 0; i < b->properties.count; i++)
        if (b->properties.at[i].number < FIRST_INDIVIDUAL && b->properties.at[i].values.count > 1)
            f->tables.long_properties |= 1ULL << b->properties.at[i].number;
}

/* The common properties of a block, and property 3, by number. */
static void add_properties(struct front *f, struct ir_object *o, struct block *b)
{
    struct block_property individuals = { .number = PROPERTY_INDIVIDUALS };
    int i = 0;
    note_long_properties(f, b);
    for (; i < b->properties.count && b->properties.at[i].number < PROPERTY_INDIVIDUALS; i++)
        add_property(f, o, &b->properties.at[i]);
    if (has_individuals(b)) {
        *vector_add(f->program->arena, &individuals.values) = add_individuals(f, b);
        add_property(f, o, &individuals);
    }
    for (; i < b->properties.count && b->properties.at[i].number < FIRST_INDIVIDUAL; i++)
        add_property(f, o, &b->properties.at[i]);
}

/* Property lists go from the highest number to the lowest (Standard, section 12.4). */
static void add_prototype(struct front *f, struct ir_object *o, struct block *prototype)
{
    struct ir_object pattern = {0};
    for (size_t i = 0; i < sizeof prototype->attributes; i++)
        cells_add_byte(f->program, &o->behind, prototype->attributes[i]);
    add_properties(f, &pattern, prototype);
    for (int i = pattern.properties.count - 1; i >= 0; i--)
        cells_add_property(f->program, &o->behind, &pattern.properties.at[i]);
    cells_add_byte(f->program, &o->behind, 0);
}

static void add_class_numbers(struct front *f)
{
    struct ir_cells *out = &f->program->tables.at[TABLE_CLASSES].cells;
    for (int i = 0; i < f->tables.classes.count; i++)
        cells_add_word(f->program, out, ir_reference(VALUE_OBJECT, f->tables.classes.at[i].object));
    cells_add_word(f->program, out, ir_number(0));
}

void table_objects_build(struct front *f)
{
    for (int i = 0; i < f->program->objects.count; i++) {
        struct ir_object *o = &f->program->objects.at[i];
        struct block *own = &f->tables.own.at[i];
        for (size_t k = 0; k < sizeof o->attributes; k++)
            o->attributes[k] = own->attributes[k];
        add_properties(f, o, own);
        if (o->class_number >= 0)
            add_prototype(f, o, &f->tables.classes.at[o->class_number].prototype);
    }
    add_class_numbers(f);
}
