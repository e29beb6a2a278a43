/* Golmac: MIT licence, see LICENSE. */
/* Properties of objects that the source names: whether the object has the property, where its values stand, and which
   routine a message runs, is known when compiling. What the veneer would find at run time is asked of the tables
   instead, unless the program has its own routine in the veneer's place. */
#include "compiler/inform6/lower.h"

bool lower_is_known_object(const struct expr *e)
{
    return e->constant.kind == VALUE_OBJECT && e->constant.offset == 0 && e->symbol && e->symbol->kind == SYMBOL_OBJECT;
}

static bool is_defined(const struct lowering *l, const char *name)
{
    const struct name *n = names_find(&l->f->c->names, name);
    return n && symbol_is_defined(n);
}

/* The library's debugging verbs show the messages and assignments that go through the veneer. */
static bool is_shown(const struct lowering *l)
{
    return is_defined(l, "DEBUG") && is_defined(l, "debug_flag");
}

/* Strict mode would find nothing wrong with it, and has nothing to show. */
bool lower_is_trusted_object(const struct lowering *l, const struct expr *e)
{
    return lower_is_known_object(e) && !is_shown(l);
}

static bool is_property(const struct expr *e)
{
    return e->kind == EXPR_NAME && e->symbol && e->constant.kind == VALUE_NUMBER
        && (e->symbol->kind == SYMBOL_PROPERTY || e->symbol->kind == SYMBOL_INDIVIDUAL);
}

/* The property as the object has it, NULL if it has none. */
static const struct block_property *find(const struct lowering *l, const struct expr *object, const struct expr *id)
{
    const struct block *own = &l->f->tables.own.at[object->constant.index];
    for (int i = 0; i < own->properties.count; i++)
        if (own->properties.at[i].number == id->constant.offset)
            return &own->properties.at[i];
    return NULL;
}

static int value_count(const struct block_property *p)
{
    return p->values.count ? p->values.count : 1;        /* without a value it has a zero */
}

/* Object and property are known, and asking the veneer routine would find `found` or, with NULL, nothing. A private
   property is found for self alone. */
static bool is_known(struct lowering *l, const struct expr *object, const struct expr *id, enum veneer asked,
                     const struct block_property **found)
{
    if (!lower_is_known_object(object) || !is_property(id) || veneer_is_replaced(l->f, asked)
        || veneer_is_replaced(l->f, VENEER_PROPERTY_ADDRESS))
        return false;
    *found = find(l, object, id);
    return !*found || !(*found)->private;
}

/* A word of the table of individual properties. */
bool lower_known_word(struct lowering *l, const struct expr *dot, enum veneer asked, struct ir_operand *at)
{
    const struct block_property *p;
    if (!is_known(l, dot->left, dot->right, asked, &p) || !p || p->place == 0 || value_count(p) != 1)
        return false;
    if (asked != VENEER_READ_PROPERTY && is_shown(l))
        return false;
    *at = operand_value((struct ir_value){ VALUE_TABLE, TABLE_INDIVIDUALS, p->place });
    return true;
}

bool lower_known_address(struct lowering *l, const struct expr *dot, struct ir_operand *address)
{
    const struct block_property *p;
    if (!is_known(l, dot->left, dot->right, VENEER_PROPERTY_ADDRESS, &p) || (p && p->place == 0))
        return false;
    *address = p ? operand_value((struct ir_value){ VALUE_TABLE, TABLE_INDIVIDUALS, p->place }) : operand_number(0);
    return true;
}

bool lower_known_length(struct lowering *l, const struct expr *dot, struct ir_operand *length)
{
    const struct block_property *p;
    if (!is_known(l, dot->left, dot->right, VENEER_PROPERTY_LENGTH, &p))
        return false;
    *length = operand_number(p ? 2 * value_count(p) : 0);
    return true;
}

/* Of one alternative. */
bool lower_known_provides(struct lowering *l, const struct expr *e, bool *provides)
{
    const struct block_property *p;
    if (e->arguments->next || !is_known(l, e->left, e->arguments, VENEER_PROVIDES, &p))
        return false;
    *provides = p != NULL;
    return true;
}

static bool has_class(const struct block *own, int class)
{
    for (int i = 0; i < own->properties.count; i++) {
        const struct block_property *p = &own->properties.at[i];
        for (int k = 0; p->number == PROPERTY_CLASSES && k < p->values.count; k++)
            if (p->values.at[k].index == class)
                return true;
    }
    return false;
}

bool lower_known_class(struct lowering *l, const struct expr *e, bool *is_of_class)
{
    const struct expr *class = e->arguments;
    if (class->next || !lower_is_known_object(e->left) || class->kind != EXPR_NAME || !class->symbol
        || class->symbol->kind != SYMBOL_CLASS || class->constant.kind != VALUE_OBJECT
        || veneer_is_replaced(l->f, VENEER_OF_CLASS))
        return false;
    *is_of_class = class->constant.index == METACLASS_OBJECT
        || has_class(&l->f->tables.own.at[e->left->constant.index], class->constant.index);
    return true;
}

/* Values may be changed by what copies whole objects, and by Infix. */
static bool may_be_copied(const struct lowering *l)
{
    static const char *const names[] = { "copy", "recreate", "destroy", "Copy__Primitive", "Cl__Ms", "Cl__Copy" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct name *n = names_find(&l->f->c->names, names[i]);
        if (n && n->symbol && n->symbol->flags & SYMBOL_READ)
            return true;
    }
    return is_defined(l, "INFIX");
}

/* The routine that stands in the property from first to last: the program nowhere does with this property but read it,
   call it and ask for its length. */
bool lower_known_routine(struct lowering *l, const struct expr *message, struct ir_operand *routine)
{
    const struct block_property *p;
    const struct name *life = names_find(&l->f->c->names, "life");
    if (!is_known(l, message->left, message->right, VENEER_CALL_PROPERTY, &p) || !p || p->values.count != 1
        || p->values.at[0].kind != VALUE_ROUTINE || p->values.at[0].offset != 0)
        return false;
    if (message->right->symbol->flags & SYMBOL_HANDED || l->f->any_property_set || may_be_copied(l) || is_shown(l)
        || (life && life->symbol == message->right->symbol))     /* the library's reason_code goes with it */
        return false;
    *routine = operand_value(p->values.at[0]);
    return true;
}
