/* Golmac: MIT licence, see LICENSE. */
/* Lowering objects and classes: places in the tree, attributes, properties, inheritance. A class's prototype
   contains all that the class inherits, so an object only looks at the classes that it names. Property 2 lists an
   object's classes, each followed by those that it inherits from. */
#include "compiler/inform6/check.h"

#include <string.h>

enum { MOST_ARROWS = 64 };

struct placing {
    struct front *f;
    int next;                    /* the object that the next definition makes */
    int latest[MOST_ARROWS];     /* by number of arrows: the object placed so last; -1: none */
    VECTOR(int) youngest;        /* by object: its last child, -1: none */
};

static struct ir_object *object_at(const struct placing *p, int index)
{
    return &p->f->program->objects.at[index];
}

/* The tree */

static bool is_inside(const struct placing *p, int object, int container)
{
    while (object >= 0 && object != container)
        object = object_at(p, object)->parent;
    return object >= 0;
}

static void place(struct placing *p, int child, int parent)
{
    int elder = p->youngest.at[parent];
    object_at(p, child)->parent = parent;
    if (elder < 0)
        object_at(p, parent)->child = child;
    else
        object_at(p, elder)->sibling = child;
    p->youngest.at[parent] = child;
}

/* The depth of the object in the tree, which the arrows of later objects count from. */
static int depth_of(const struct placing *p, int object)
{
    int depth = 0;
    while ((object = object_at(p, object)->parent) >= 0)
        depth++;
    return depth;
}

static void place_by_arrows(struct placing *p, const struct directive *d, int index, int arrows)
{
    struct diagnostics *said = &p->f->c->diagnostics;
    if (arrows >= MOST_ARROWS) {
        diag(said, DIAG_OUT_OF_RANGE, d->at, "the number of arrows", (long)arrows, 0L, (long)MOST_ARROWS - 1);
        return;
    }
    if (arrows > 0 && p->latest[arrows - 1] < 0) {
        diag(said, p->latest[0] >= 0 ? DIAG_TOO_MANY_ARROWS : DIAG_NO_PARENT_BY_ARROWS, d->at);
        return;
    }
    p->latest[arrows] = index;
    if (arrows > 0)
        place(p, index, p->latest[arrows - 1]);
}

static void place_object(struct placing *p, const struct directive *d, int index)
{
    const struct object *o = d->object;
    if (o->is_class) {
        place(p, index, 0);
    } else if (!o->parent || o->parent->constant.kind == VALUE_NUMBER) {         /* the number is 0: nothing */
        place_by_arrows(p, d, index, o->nearby ? 1 : o->arrows);
    } else if (o->parent->constant.kind == VALUE_OBJECT) {
        int parent = o->parent->constant.index;
        if (is_inside(p, parent, index))
            diag(&p->f->c->diagnostics, DIAG_TREE_CIRCLE, o->parent->at);
        else
            place(p, index, parent);
        if (depth_of(p, index) < MOST_ARROWS)
            p->latest[depth_of(p, index)] = index;
    }
}

/* Properties */

/* A private property is another than one that all may see, though of the same name. */
static struct block_property *find_property(struct block *b, int number, bool private)
{
    for (int i = 0; i < b->properties.count; i++)
        if (b->properties.at[i].number == number && b->properties.at[i].private == private)
            return &b->properties.at[i];
    return NULL;
}

/* The property, made if the block does not have it. Properties are in the order of their numbers. */
static struct block_property *need_property(struct front *f, struct block *b, int number, bool private)
{
    struct block_property *found = find_property(b, number, private), *p;
    int i = b->properties.count;
    if (found)
        return found;
    vector_add(&f->c->arena, &b->properties);
    for (p = b->properties.at; i > 0 && p[i - 1].number > number; i--)
        p[i] = p[i - 1];
    p[i] = (struct block_property){ .number = number, .private = private };
    return &p[i];
}

static void add_values(struct front *f, struct block_property *p, const struct ir_value *values, int count)
{
    for (int i = 0; i < count; i++)
        *vector_add(&f->c->arena, &p->values) = values[i];
}

static void add_own_property(struct front *f, struct block *b, const struct property_value *v)
{
    struct block_property *p;
    if (v->symbol->kind != SYMBOL_PROPERTY && v->symbol->kind != SYMBOL_INDIVIDUAL)
        return;
    p = need_property(f, b, v->symbol->index, v->private);
    p->at = v->at;
    p->additive = (v->symbol->flags & SYMBOL_ADDITIVE) != 0;
    for (const struct expr *e = v->values; e; e = e->next)
        add_values(f, p, &e->constant, 1);
    if (v->routine)
        *vector_add(&f->c->arena, &p->values) = ir_reference(VALUE_ROUTINE, v->routine->index);
    else if (!v->values)
        *vector_add(&f->c->arena, &p->values) = ir_number(0);
}

static void inherit_property(struct front *f, struct block *b, const struct block_property *from)
{
    struct block_property *p = find_property(b, from->number, from->private);
    if (p && !from->additive)
        return;
    if (!p) {
        p = need_property(f, b, from->number, from->private);
        p->at = from->at;
        p->additive = from->additive;
    }
    add_values(f, p, from->values.at, from->values.count);
}

static void inherit_class(struct front *f, struct block *b, int class)
{
    const struct block *prototype = &f->tables.classes.at[class].prototype;
    for (int i = 0; i < prototype->properties.count; i++)
        inherit_property(f, b, &prototype->properties.at[i]);
    for (size_t i = 0; i < sizeof b->attributes; i++)
        b->attributes[i] |= prototype->attributes[i];
}

static const char *property_name(const struct front *f, int number)
{
    for (int i = 0; i < f->tables.properties.count; i++)
        if (f->tables.properties.at[i].number == number)
            return f->tables.properties.at[i].name;
    return "class";
}

static void check_inherited_values(struct front *f, const struct block *b, position at)
{
    int most = check_most_values(f);
    for (int i = 0; i < b->properties.count; i++) {
        const struct block_property *p = &b->properties.at[i];
        if (p->number < FIRST_INDIVIDUAL && p->values.count > most)
            diag(&f->c->diagnostics, DIAG_LIMIT, at,
                 arena_format(&f->c->arena, "values of property '%s', with those inherited",
                              property_name(f, p->number)),
                 (long)p->values.count, f->program->version, (long)most);
    }
}

/* Attributes and classes take effect in the order in which they are written: has ~light behind a class takes its
   light away. */
static void apply_attribute(struct block *b, const struct name_use *a)
{
    int number = a->symbol ? a->symbol->index : 48;
    if (number >= 48)
        return;
    if (a->negated)
        b->attributes[number / 8] &= (uint8_t)~(128 >> number % 8);
    else
        b->attributes[number / 8] |= (uint8_t)(128 >> number % 8);
}

static void inherit(struct front *f, struct block *b, const struct symbol *class)
{
    if (class && class->kind == SYMBOL_CLASS)
        inherit_class(f, b, class->index);
}

static struct block make_block(struct front *f, const struct directive *d, int index)
{
    const struct object *o = d->object;
    const struct name_use *attribute = o->attributes, *class = o->classes;
    struct block b = {0};
    if (o->is_class) {
        struct ir_value self = ir_reference(VALUE_OBJECT, index);
        struct block_property *classes = need_property(f, &b, PROPERTY_CLASSES, false);
        classes->additive = true;
        add_values(f, classes, &self, 1);
    }
    for (const struct property_value *v = o->properties; v; v = v->next)
        add_own_property(f, &b, v);
    if (o->instance_of)
        inherit(f, &b, o->instance_of->symbol);
    while (attribute || class)
        if (!class || (attribute && attribute->at < class->at)) {
            apply_attribute(&b, attribute);
            attribute = attribute->next;
        } else {
            inherit(f, &b, class->symbol);
            class = class->next;
        }
    check_inherited_values(f, &b, d->at);
    return b;
}

/* Names */

static struct text plain_text(struct front *f, const char *from)
{
    int length = (int)strlen(from);
    uint32_t *units = ARENA_ARRAY(&f->c->arena, uint32_t, length);
    for (int i = 0; i < length; i++)
        units[i] = (unsigned char)from[i];
    return (struct text){ units, length };
}

/* An object without a short name gets its identifier in brackets (a class: without), or else its number. */
static struct text short_name(struct front *f, const struct directive *d, int index)
{
    const struct object *o = d->object;
    const char *name;
    if (o->short_name)
        return literal_text(f, o->short_name, o->short_name_length, d->at);
    if (!o->name)
        return plain_text(f, arena_format(&f->c->arena, "(%d)", index + 1));
    name = f->program->objects.at[index].name;
    return plain_text(f, o->is_class ? name : arena_format(&f->c->arena, "(%s)", name));
}

/* Definitions */

static struct block copy_of(struct front *f, const struct block *b)
{
    struct block out = { .properties = {0} };
    memcpy(out.attributes, b->attributes, sizeof out.attributes);
    for (int i = 0; i < b->properties.count; i++)
        *vector_add(&f->c->arena, &out.properties) = b->properties.at[i];
    return out;
}

static bool is_instance_of(const struct placing *p, int index, const struct directive *d)
{
    const struct ir_object *o = object_at(p, index);
    return index < p->f->program->objects.count && !o->name && o->class_number < 0 && o->at == d->at;
}

static void lower_instances(struct placing *p, const struct directive *d, int class)
{
    const struct block *prototype = &p->f->tables.classes.at[class].prototype;
    int owner = p->f->tables.classes.at[class].object;
    for (int i = 1; p->next < p->f->program->objects.count && is_instance_of(p, p->next, d); i++, p->next++) {
        struct ir_object *o = object_at(p, p->next);
        o->short_name = plain_text(p->f, arena_format(&p->f->c->arena, "%s_%d", object_at(p, owner)->name, i));
        p->f->tables.own.at[p->next] = copy_of(p->f, prototype);
        place(p, p->next, owner);
        p->latest[depth_of(p, p->next)] = p->next;       /* as any object with a named parent */
    }
}

static void lower_object(struct placing *p, const struct directive *d, int *next_class)
{
    int index = p->next++;
    struct block b = make_block(p->f, d, index);
    object_at(p, index)->short_name = short_name(p->f, d, index);
    place_object(p, d, index);
    if (!d->object->is_class) {
        p->f->tables.own.at[index] = b;
        return;
    }
    p->f->tables.classes.at[*next_class].prototype = b;      /* a class answers no property for itself */
    if (d->object->instances)
        lower_instances(p, d, *next_class);
    ++*next_class;
}

static void start(struct placing *p, struct front *f)
{
    p->f = f;
    for (int i = 0; i < MOST_ARROWS; i++)
        p->latest[i] = -1;
    for (int i = 0; i < f->program->objects.count; i++) {
        *vector_add(&f->c->arena, &p->youngest) = -1;
        *vector_add(&f->c->arena, &f->tables.own) = (struct block){0};
    }
    for (; p->next < 4; p->next++)
        object_at(p, p->next)->short_name = plain_text(f, object_at(p, p->next)->name);
}

void lower_objects(struct front *f)
{
    struct placing p = {0};
    int next_class = 4;
    start(&p, f);
    for (const struct directive *d = f->tree->first; d; d = d->next)
        if (d->kind == TREE_OBJECT || d->kind == TREE_CLASS)
            lower_object(&p, d, &next_class);
}
