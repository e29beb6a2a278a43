/* Golmac: MIT licence, see LICENSE. */
/* The first walk over the program, which numbers everything that is defined. It goes in the order of definition,
   which programs can observe. */
#include "compiler/inform6/check.h"

#include <string.h>

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

/* Attributes and properties */

static void settle(struct symbol *s, enum symbol_kind kind, int number)
{
    s->kind = kind;
    s->index = number;
    s->value = ir_number(number);
}

/* The table of names shows all aliases of a thing. */
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
        add_alias_name(f, original, symbol_spelling(f->c, d->symbol->name, d->at));
        d->symbol->flags |= (original->flags & (SYMBOL_ADDITIVE | SYMBOL_LONG)) | SYMBOL_HANDED;
        original->flags |= SYMBOL_HANDED;
    } else if (original->kind != SYMBOL_UNDEFINED) {
        diag(said(f), DIAG_WRONG_KIND, d->at, d->other->text, symbol_kind_word(original->kind),
             wants_attribute ? "an attribute" : "a property");
    }
    return true;
}

static void declare_attribute(struct front *f, struct directive *d)
{
    int number = f->tables.attributes.count, most = f->program->version == 3 ? 32 : 48;
    if (!d->symbol || declare_alias(f, d, true))
        return;
    if (number == most)
        diag(said(f), DIAG_LIMIT, d->at, "attributes", (long)number + 1, f->program->version, (long)most);
    settle(d->symbol, SYMBOL_ATTRIBUTE, number);
    ADD_NAMED(f, &f->tables.attributes, { symbol_spelling(f->c, d->symbol->name, d->at), number, d->at });
}

static void declare_individual(struct front *f, struct symbol *s, position at)
{
    int number = f->c->options.setting[SETTING_INDIV_PROP_START] + f->tables.individuals.count;
    settle(s, SYMBOL_INDIVIDUAL, number);
    ADD_NAMED(f, &f->tables.individuals, { symbol_spelling(f->c, s->name, at), number, at });
}

static void declare_common(struct front *f, struct symbol *s, int number, position at)
{
    settle(s, SYMBOL_PROPERTY, number);
    ADD_NAMED(f, &f->tables.properties, { symbol_spelling(f->c, s->name, at), number, at });
}

static void declare_property(struct front *f, struct directive *d)
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

static void declare_built_in_properties(struct front *f)
{
    struct names *names = &f->c->names;
    struct symbol *s = symbol_mention(f->c, names_intern(names, "name", 4), 0);
    declare_common(f, s, 1, 0);
    s->flags |= SYMBOL_ADDITIVE | SYMBOL_BUILT_IN;
    for (int i = 0; symbol_messages[i]; i++) {
        s = symbol_mention(f->c, names_intern(names, symbol_messages[i], (int)strlen(symbol_messages[i])), 0);
        s->flags |= SYMBOL_BUILT_IN;
        declare_individual(f, s, 0);
    }
}

/* Routines */

static int declare_routine(struct front *f, struct routine *r)
{
    struct ir_routine *out;
    const struct source *source = source_find(&f->c->sources, r->at);
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

static void declare_metaclasses(struct front *f)
{
    for (int i = 0; symbol_metaclasses[i]; i++) {
        const char *text = symbol_metaclasses[i];
        struct symbol *s = symbol_mention(f->c, names_intern(&f->c->names, text, (int)strlen(text)), 0);
        s->flags |= SYMBOL_BUILT_IN;
        add_class(f, s, text, 0, 0);
    }
}

/* Class Bird(5): the five, and one more that is the pattern for created ones. */
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

static void declare_object(struct front *f, struct directive *d)
{
    struct object *o = d->object;
    const char *name = o->name ? symbol_spelling(f->c, o->name, d->at) : NULL;
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

/* The rest */

static void declare_fake_action(struct front *f, struct directive *d)
{
    struct symbol *s = d->symbol;
    if (!s)
        return;
    s->kind = SYMBOL_FAKE_ACTION;
    s->index = constant_first_fake_action(f->c) + f->tables.fake_actions.count;
    s->value = ir_number(s->index);
    *vector_add(&f->c->arena, &f->tables.fake_actions) = (struct named){
        symbol_spelling(f->c, s->name, d->at), s->index, d->at
    };
}

static void declare_global(struct front *f, struct directive *d)
{
    if (!d->symbol || d->symbol->directive != d)         /* declared again */
        return;
    d->symbol->index = f->program->globals.count;
    *vector_add(&f->c->arena, &f->program->globals) = (struct ir_global){
        symbol_spelling(f->c, d->symbol->name, d->at), d->start, ir_number(0), true, d->end
    };
}

static void declare_array(struct front *f, struct directive *d)
{
    static const bool words[] = { [ARRAY_WORD] = true, [ARRAY_TABLE] = true, [ARRAY_BUFFER] = false };
    if (!d->symbol)
        return;
    d->symbol->index = f->program->arrays.count;
    *vector_add(&f->c->arena, &f->program->arrays) = (struct ir_array){
        .name = symbol_spelling(f->c, d->symbol->name, d->at), .at = d->start, .ended = d->end,
        .live = true, .is_static = d->is_static,
        .kind = (uint8_t)d->array,
        .words = words[d->array], .length_word = d->array == ARRAY_BUFFER,
        .length_entry = d->array == ARRAY_STRING || d->array == ARRAY_TABLE
    };
}

static void declare(struct front *f, struct directive *d)
{
    switch (d->kind) {
    case TREE_ATTRIBUTE: declare_attribute(f, d); break;
    case TREE_PROPERTY: declare_property(f, d); break;
    case TREE_FAKE_ACTION: declare_fake_action(f, d); break;
    case TREE_GLOBAL: declare_global(f, d); break;
    case TREE_ARRAY: declare_array(f, d); break;
    case TREE_OBJECT:
    case TREE_CLASS: declare_object(f, d); break;
    case TREE_ZCHARACTER: declare_characters(f, d); break;
    case TREE_LOWSTRING:
        if (d->symbol)
            d->symbol->value = ir_reference(VALUE_LOW_STRING, program_add_string(f->program, (struct text){0}, d->at));
        break;
    case TREE_ROUTINE:
        d->routine->index = -1;
        if (d->symbol) {
            d->symbol->index = declare_routine(f, d->routine);
            d->symbol->value = ir_reference(VALUE_ROUTINE, d->symbol->index);
        }
        break;
    default: break;
    }
}

static void declare_own_global(struct front *f, struct symbol *s)
{
    s->index = f->program->globals.count;
    *vector_add(&f->c->arena, &f->program->globals) = (struct ir_global){ s->name->text, 0, ir_number(0), true, 0 };
}

/* sys__glob0 to 2 are the first three variables, whatever the program calls them, which versions up to 3 show in the
   status line. The compiler's own follow the program's. */
static void declare_own_globals(struct front *f)
{
    for (int i = 0; symbol_first_globals[i]; i++) {
        struct symbol *s = names_find(&f->c->names, symbol_first_globals[i])->symbol;
        if (i < f->program->globals.count)
            s->index = i;
        else
            declare_own_global(f, s);
    }
    for (struct name *n = f->c->names.first; n; n = n->next)
        if (n->symbol && n->symbol->kind == SYMBOL_GLOBAL && !n->symbol->directive && n->symbol->index < 0)
            declare_own_global(f, n->symbol);
}

/* Infix has the first attribute. */
static void declare_watching(struct front *f)
{
    struct symbol *s = names_find(&f->c->names, "infix__watching") ? names_find(&f->c->names, "infix__watching")->symbol
                                                                   : NULL;
    if (!f->c->options.setting[SETTING_INFIX] || !s)
        return;
    settle(s, SYMBOL_ATTRIBUTE, 0);
    ADD_NAMED(f, &f->tables.attributes, { s->name->text, 0, 0 });
}

void declare_program(struct front *f)
{
    declare_character_set(f);
    declare_metaclasses(f);
    declare_watching(f);
    declare_built_in_properties(f);
    for (struct directive *d = f->tree->first; d; d = d->next)
        declare(f, d);
    declare_own_globals(f);
}
