/* Golmac: MIT licence, see LICENSE. */
/* What the definitions of objects and classes refer to. lower_objects.c does values and inheritance. */
#include "compiler/inform6/check.h"

#include <string.h>
#include <strings.h>

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

static struct symbol *resolve_as(struct front *f, struct name *name, position at, enum symbol_kind kind,
                                 const char *what)
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

static struct symbol *check_class(struct front *f, struct name *name, position at)
{
    struct symbol *s = resolve_as(f, name, at, SYMBOL_CLASS, "a class");
    if (s && !(s->flags & (SYMBOL_COMPLETE | SYMBOL_BUILT_IN)))
        diag(said(f), DIAG_CLASS_NOT_YET, at, name->text);
    return s;
}

static struct symbol *check_attribute(struct front *f, struct name *name, position at)
{
    return resolve_as(f, name, at, SYMBOL_ATTRIBUTE, "an attribute");
}

/* In the name property a string is a dictionary word. A character is a number, as it is elsewhere. */
static void check_name_words(struct front *f, struct property_value *p)
{
    for (struct expr *e = p->values; e; e = e->next)
        if (e->kind == EXPR_CHARACTER)
            diag(said(f), DIAG_CHARACTER_AS_NAME, e->at, e->length, e->text, e->length, e->text);
        else if (e->kind == EXPR_STRING)
            e->constant = ir_reference(VALUE_WORD, literal_word(f, e->text, e->length, e->at));
}

int check_most_values(const struct front *f)
{
    return f->program->version == 3 ? 4 : 32;
}

static void check_property(struct front *f, struct property_value *p)
{
    int most = check_most_values(f);
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
    if (p->symbol->kind == SYMBOL_PROPERTY && count > most)
        diag(said(f), DIAG_LIMIT, p->at, arena_format(&f->c->arena, "values of property '%s'", p->name->text), count,
             f->program->version, (long)most);
    if (p->routine)
        check_routine(f, p->routine);
}

static void check_twice(struct front *f, struct object *o)
{
    for (struct property_value *p = o->properties; p; p = p->next)
        for (struct property_value *q = o->properties; q != p; q = q->next)
            if (q->symbol == p->symbol
                || (q->symbol->index == p->symbol->index && q->symbol->kind == p->symbol->kind)) {
                diag(said(f), DIAG_PROPERTY_TWICE, p->at, p->name->text);
                break;
            }
}

static bool is_nothing(const struct symbol *s)
{
    return s->flags & SYMBOL_BUILT_IN && strcasecmp(s->name->text, "nothing") == 0;
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
        && o->parent->symbol->kind != SYMBOL_UNDEFINED && !is_nothing(o->parent->symbol))
        diag(said(f), DIAG_WRONG_KIND, o->parent->at, o->parent->name->text, symbol_kind_word(o->parent->symbol->kind),
             "an object");
}

void check_object(struct front *f, struct directive *d)
{
    struct object *o = d->object;
    check_parent(f, d);
    for (struct name_use *c = o->classes; c; c = c->next)
        c->symbol = check_class(f, c->name, c->at);
    if (o->instance_of)
        check_class(f, o->instance_of, d->at);
    for (struct name_use *a = o->attributes; a; a = a->next)
        a->symbol = check_attribute(f, a->name, a->at);
    for (struct property_value *p = o->properties; p; p = p->next)
        check_property(f, p);
    check_twice(f, o);
    if (o->is_class && d->symbol)
        d->symbol->flags |= SYMBOL_COMPLETE;
}
