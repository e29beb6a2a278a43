/* Golmac: MIT licence, see LICENSE. */
/* Objects, classes, attributes, properties and routines: their numbers, in the order in which programs
   can observe them, and what their definitions refer to. Values and inheritance are lower_objects.c's. */
#include "compiler/inform6/check.h"

#include <string.h>
#include <strings.h>

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

static void add_named(struct front *f, struct named **at, int *count, int *capacity, struct named named)
{
    *at = vector_grow(&f->c->arena, *at, *count, capacity, sizeof **at);
    (*at)[(*count)++] = named;
}

#define ADD_NAMED(f, vector, ...) \
    add_named((f), &(vector)->at, &(vector)->count, &(vector)->capacity, (struct named)__VA_ARGS__)

/* A name as the source spells it at this place: names ignore case, and may first have been seen in another one. */
const char *check_spelling(struct front *f, const struct name *name, position at)
{
    const struct source *s = sources_find(&f->c->sources, at);
    int from = s ? (int)(at - s->start) : 0;
    while (s && from < s->length && strchr("#<$ \t", s->text[from]))
        from++;
    if (!s || s->length - from < name->length || strncasecmp(s->text + from, name->text, (size_t)name->length) != 0)
        return name->text;
    return arena_string(&f->c->arena, s->text + from, (size_t)name->length);
}

/* Attributes and properties */

static void settle(struct symbol *s, enum symbol_kind kind, int number)
{
    s->kind = kind;
    s->index = number;
    s->value = ir_number(number);
}

/* The table of names shows a thing that has aliases under all of them. */
static void add_name(struct front *f, struct named *list, int count, const struct symbol *s, const char *alias)
{
    for (int i = 0; i < count; i++)
        if (list[i].number == s->index)
            list[i].name = arena_format(&f->c->arena, "%s/%s", list[i].name, alias);
}

static void add_alias_name(struct front *f, const struct symbol *original, const char *alias)
{
    struct tables *t = &f->tables;
    if (original->kind == SYMBOL_ATTRIBUTE)
        add_name(f, t->attributes.at, t->attributes.count, original, alias);
    else if (original->kind == SYMBOL_PROPERTY)
        add_name(f, t->properties.at, t->properties.count, original, alias);
    else
        add_name(f, t->individuals.at, t->individuals.count, original, alias);
}

/* An alias is its original under another name. */
static bool declare_alias(struct front *f, struct directive *d, bool wants_attribute)
{
    struct symbol *original;
    bool is_attribute, is_property;
    if (!d->other)
        return false;
    original = check_resolve(f, d->other, d->at);
    is_attribute = original->kind == SYMBOL_ATTRIBUTE;
    is_property = original->kind == SYMBOL_PROPERTY || original->kind == SYMBOL_INDIVIDUAL;
    original->flags |= SYMBOL_USED;
    if (wants_attribute ? is_attribute : is_property) {
        settle(d->symbol, original->kind, original->index);
        add_alias_name(f, original, check_spelling(f, d->symbol->name, d->at));
        d->symbol->flags |= original->flags & (SYMBOL_ADDITIVE | SYMBOL_LONG);
    } else if (original->kind != SYMBOL_UNDEFINED) {
        diag(said(f), DIAG_WRONG_KIND, d->at, d->other->text, symbol_kind_word(original->kind),
             wants_attribute ? "an attribute" : "a property");
    }
    return true;
}

void declare_attribute(struct front *f, struct directive *d)
{
    int number = f->tables.attributes.count, most = f->program->version == 3 ? 32 : 48;
    if (!d->symbol || declare_alias(f, d, true))
        return;
    if (number == most)
        diag(said(f), DIAG_LIMIT, d->at, "attributes", (long)number + 1, f->program->version, (long)most);
    settle(d->symbol, SYMBOL_ATTRIBUTE, number);
    ADD_NAMED(f, &f->tables.attributes, { check_spelling(f, d->symbol->name, d->at), number, d->at });
}

static void declare_individual(struct front *f, struct symbol *s, position at)
{
    int number = f->c->options.setting[SETTING_INDIV_PROP_START] + f->tables.individuals.count;
    settle(s, SYMBOL_INDIVIDUAL, number);
    ADD_NAMED(f, &f->tables.individuals, { check_spelling(f, s->name, at), number, at });
}

static void declare_common(struct front *f, struct symbol *s, int number, position at)
{
    settle(s, SYMBOL_PROPERTY, number);
    ADD_NAMED(f, &f->tables.properties, { check_spelling(f, s->name, at), number, at });
}

void declare_property(struct front *f, struct directive *d)
{
    int number = f->tables.properties.count + 3, most = f->program->version == 3 ? 31 : 63;
    if (!d->symbol || declare_alias(f, d, false))
        return;
    if (d->individual) {
        declare_individual(f, d->symbol, d->at);
        return;
    }
    d->symbol->flags |= (d->additive ? SYMBOL_ADDITIVE : 0u) | (d->is_long ? SYMBOL_LONG : 0u);
    if (number == most + 1)
        diag(said(f), DIAG_LIMIT, d->at, "properties", (long)number, f->program->version, (long)most);
    declare_common(f, d->symbol, number, d->at);
}

void declare_built_in_properties(struct front *f)
{
    static const char *const individuals[] = { "create", "recreate", "destroy", "remaining", "copy", "call", "print",
        "print_to_array" };
    struct names *names = &f->c->names;
    struct symbol *s = symbol_mention(f->c, names_intern(names, "name", 4), 0);
    declare_common(f, s, 1, 0);
    s->flags |= SYMBOL_ADDITIVE | SYMBOL_BUILT_IN;
    for (size_t i = 0; i < sizeof individuals / sizeof individuals[0]; i++) {
        s = symbol_mention(f->c, names_intern(names, individuals[i], (int)strlen(individuals[i])), 0);
        s->flags |= SYMBOL_BUILT_IN;
        declare_individual(f, s, 0);
    }
}

/* Routines */

int declare_routine(struct front *f, struct routine *r)
{
    struct ir_routine *out;
    const struct source *source = sources_find(&f->c->sources, r->at);
    r->index = program_add_routine(f->program, r->name ? r->name->text : "", r->at);
    out = f->program->routines.at[r->index];
    out->end = r->end;
    out->embedded = r->embedded;
    out->veneer = r->veneer;
    out->system = r->system || (source && source->system);
    return r->index;
}

/* Objects */

static int add_object(struct front *f, const char *name, position at, position end, int class_number)
{
    *vector_add(&f->c->arena, &f->program->objects) = (struct ir_object){
        .name = name, .at = at, .end = end, .live = true, .class_number = class_number,
        .parent = -1, .child = -1, .sibling = -1
    };
    return f->program->objects.count - 1;
}

static int add_class(struct front *f, struct symbol *s, const char *name, position at, position end)
{
    int index = f->tables.classes.count, object = add_object(f, name, at, end, index);
    *vector_add(&f->c->arena, &f->tables.classes) = (struct class){ .object = object };
    if (s) {
        s->kind = SYMBOL_CLASS;
        s->index = index;
        s->value = ir_reference(VALUE_OBJECT, object);
    }
    return index;
}

void declare_metaclasses(struct front *f)
{
    static const char *const metaclasses[] = { "Class", "Object", "Routine", "String" };
    for (int i = 0; i < 4; i++) {
        struct name *name = names_intern(&f->c->names, metaclasses[i], (int)strlen(metaclasses[i]));
        struct symbol *s = symbol_mention(f->c, name, 0);
        s->flags |= SYMBOL_BUILT_IN;
        add_class(f, s, metaclasses[i], 0, 0);
    }
}

/* Class Bird(5): the five and one more, kept as a pattern for the created ones. */
static void declare_instances(struct front *f, struct directive *d)
{
    enum { MOST_INSTANCES = 10000 };
    int count = check_number(f, d->object->instances, "the number of instances", 1);
    if (count < 0 || count > MOST_INSTANCES) {
        diag(said(f), DIAG_OUT_OF_RANGE, d->object->instances->at, "the number of instances", (long)count, 0L,
             (long)MOST_INSTANCES);
        count = 1;
    }
    for (int i = 0; i <= count; i++)
        add_object(f, NULL, d->at, d->end, -1);
}

static void declare_properties_used(struct front *f, struct object *o)
{
    for (struct property_value *p = o->properties; p; p = p->next) {
        struct symbol *s = p->name->symbol ? p->name->symbol : symbol_mention(f->c, p->name, p->at);
        p->symbol = s;
        s->flags |= SYMBOL_USED;
        if (s->kind == SYMBOL_UNDEFINED || (s->kind == SYMBOL_INDIVIDUAL && s->index < 0)) {
            s->at = s->at ? s->at : p->at;
            declare_individual(f, s, p->at);
        }
        if (p->routine)
            declare_routine(f, p->routine);
    }
}

void declare_object(struct front *f, struct directive *d)
{
    struct object *o = d->object;
    const char *name = o->name ? check_spelling(f, o->name, d->at) : NULL;
    if (o->is_class) {
        add_class(f, d->symbol, name, d->at, d->end);
        if (o->instances)
            declare_instances(f, d);
    } else {
        int index = add_object(f, name, d->at, d->end, -1);
        if (d->symbol) {
            d->symbol->kind = SYMBOL_OBJECT;
            d->symbol->index = index;
            d->symbol->value = ir_reference(VALUE_OBJECT, index);
        }
    }
    declare_properties_used(f, o);
}

static struct symbol *resolve_as(struct front *f, struct name *name, position at, enum symbol_kind kind, const char *what)
{
    struct symbol *s;
    symbol_mention(f->c, name, at);
    check_known(f, name, at, kind == SYMBOL_CLASS ? WANT_CLASS : WANT_ATTRIBUTE);
    s = check_resolve(f, name, at);
    s->flags |= SYMBOL_USED;
    if (s->kind == kind)
        return s;
    if (s->kind != SYMBOL_UNDEFINED)
        diag(said(f), DIAG_WRONG_KIND, at, name->text, symbol_kind_word(s->kind), what);
    return NULL;
}

struct symbol *check_attribute(struct front *f, struct name *name, position at)
{
    return resolve_as(f, name, at, SYMBOL_ATTRIBUTE, "an attribute");
}

/* In the name property, a string is a dictionary word; a character stays the number that it is elsewhere. */
static void check_name_words(struct front *f, struct property_value *p)
{
    for (struct expr *e = p->values; e; e = e->next)
        if (e->kind == EXPR_CHARACTER)
            diag(said(f), DIAG_CHARACTER_AS_NAME, e->at, e->length, e->text, e->length, e->text);
        else if (e->kind == EXPR_STRING)
            e->constant = ir_reference(VALUE_WORD, text_decode_word(f, e->text, e->length, e->at));
}

static void check_property(struct front *f, struct property_value *p)
{
    enum { MOST_VALUES = 32 };           /* version 3 keeps four, and lower_objects.c drops the rest */
    long count = 0;
    if (p->symbol->kind != SYMBOL_PROPERTY && p->symbol->kind != SYMBOL_INDIVIDUAL) {
        diag(said(f), DIAG_WRONG_KIND, p->at, p->name->text, symbol_kind_word(p->symbol->kind), "a property");
        return;
    }
    if (p->private && p->symbol->kind == SYMBOL_PROPERTY)
        diag(said(f), DIAG_PRIVATE_COMMON, p->at, p->name->text);
    if (p->symbol->kind == SYMBOL_PROPERTY && p->symbol->index == 1)
        check_name_words(f, p);
    for (struct expr *e = p->values; e; e = e->next, count++)
        check_constant(f, e, "a property's value");
    if (p->symbol->kind == SYMBOL_PROPERTY && count > MOST_VALUES && f->program->version > 3)
        diag(said(f), DIAG_LIMIT, p->at, arena_format(&f->c->arena, "values of property '%s'", p->name->text), count,
             f->program->version, (long)MOST_VALUES);
    if (p->routine)
        check_routine(f, p->routine);
}

static void check_twice(struct front *f, struct object *o)
{
    for (struct property_value *p = o->properties; p; p = p->next)
        for (struct property_value *q = o->properties; q != p; q = q->next)
            if (q->symbol == p->symbol || (q->symbol->index == p->symbol->index && q->symbol->kind == p->symbol->kind)) {
                diag(said(f), DIAG_PROPERTY_TWICE, p->at, p->name->text);
                break;
            }
}

static void check_parent(struct front *f, struct directive *d)
{
    struct object *o = d->object;
    struct ir_value v;
    if (!o->parent)
        return;
    v = check_constant(f, o->parent, "the parent");
    if (o->arrows || o->nearby)
        diag(said(f), DIAG_ARROWS_AND_PARENT, o->parent->at);
    if (v.kind != VALUE_OBJECT && o->parent->kind == EXPR_NAME && o->parent->symbol
        && o->parent->symbol->kind != SYMBOL_UNDEFINED)
        diag(said(f), DIAG_WRONG_KIND, o->parent->at, o->parent->name->text, symbol_kind_word(o->parent->symbol->kind),
             "an object");
}

void check_object(struct front *f, struct directive *d)
{
    struct object *o = d->object;
    check_parent(f, d);
    for (struct name_use *c = o->classes; c; c = c->next)
        c->symbol = resolve_as(f, c->name, c->at, SYMBOL_CLASS, "a class");
    if (o->instance_of)
        resolve_as(f, o->instance_of, d->at, SYMBOL_CLASS, "a class");
    for (struct name_use *a = o->attributes; a; a = a->next)
        a->symbol = check_attribute(f, a->name, a->at);
    for (struct property_value *p = o->properties; p; p = p->next)
        check_property(f, p);
    check_twice(f, o);
}
