/* Golmac: MIT licence, see LICENSE. */
/* Object, Nearby, Class and instances of classes: a header, then with, private, has and class in any order, commas
   between them or not. */
#include "compiler/inform6/parse.h"

#include <string.h>

static enum keyword_segment segment_of(struct parser *p)
{
    const struct token *t = parse_peek(p);
    return t->kind == TOKEN_NAME ? keywords_of_token(t, CONTEXT_SEGMENT) : SEGMENT_NONE;
}

static bool at_end(struct parser *p)
{
    const struct token *t = parse_peek(p);
    return p->failed || t->kind == TOKEN_END || (t->kind == TOKEN_MARK && t->mark == MARK_SEMICOLON);
}

/* #Message and its like, between segments or properties. */
static bool is_directive(struct parser *p)
{
    return parse_peek(p)->kind == TOKEN_HASH_NAME && parse_peek(p)->name->word[CONTEXT_DIRECTIVE];
}

static void parse_directives(struct parser *p)
{
    while (is_directive(p))
        parse_directive(p);
}

/* Properties */

/* An embedded routine among other values becomes a routine of the program, and the value its name. */
static struct expr *parse_routine_value(struct parser *p, struct object *o, struct property_value *v)
{
    struct token open = *parse_peek(p);
    struct directive *d = parse_new_directive(p, TREE_ROUTINE, open.at);
    struct expr *e;
    const char *text;
    d->routine = parse_embedded_routine(p, o, v->name);
    text = arena_format(&p->c->arena, "%s.%d", d->routine->name->text, p->tree->routine_count);
    d->name = d->routine->name = names_intern(&p->c->names, text, (int)strlen(text));
    d->symbol = symbol_define(p->c, d->name, SYMBOL_ROUTINE, d);
    parse_add_directive(p, d);
    e = parse_new_expr(p, EXPR_NAME, open.at);
    e->name = d->name;
    return e;
}

static struct expr *routine_as_value(struct parser *p, struct property_value *v)
{
    struct directive *d = parse_new_directive(p, TREE_ROUTINE, v->routine->at);
    const char *text = arena_format(&p->c->arena, "%s.%d", v->routine->name->text, p->tree->routine_count);
    struct expr *e = parse_new_expr(p, EXPR_NAME, v->routine->at);
    d->routine = v->routine;
    d->name = e->name = d->routine->name = names_intern(&p->c->names, text, (int)strlen(text));
    d->symbol = symbol_define(p->c, d->name, SYMBOL_ROUTINE, d);
    parse_add_directive(p, d);
    v->routine = NULL;
    return e;
}

static bool ends_values(struct parser *p)
{
    return at_end(p) || parse_is_mark(p, MARK_COMMA) || segment_of(p) || parse_begins_anew(p);
}

/* with description "..." name 'lamp': the second property became a value of the first. */
static void warn_of_comma(struct parser *p, const struct expr *e)
{
    if (e->kind == EXPR_NAME && !e->bracketed && e->name->symbol && e->name->symbol->kind == SYMBOL_PROPERTY)
        diag(&p->c->diagnostics, DIAG_MISSING_COMMA, e->at, e->name->text);
}

static void parse_property_values(struct parser *p, struct object *o, struct property_value *v)
{
    struct expr **last = &v->values;
    if (parse_is_mark(p, MARK_OPEN_SQUARE)) {
        v->routine = parse_embedded_routine(p, o, v->name);
        if (ends_values(p))
            return;
        *last = routine_as_value(p, v);
        last = &(*last)->next;
    }
    while (!ends_values(p)) {
        *last = parse_is_mark(p, MARK_OPEN_SQUARE) ? parse_routine_value(p, o, v) : parse_value(p);
        if (*last != v->values)
            warn_of_comma(p, *last);
        last = &(*last)->next;
    }
}

/* After with or private: property values, comma, property values ... */
static void parse_properties(struct parser *p, struct object *o, bool private)
{
    struct property_value **last = &o->properties;
    while (*last)
        last = &(*last)->next;
    do {
        struct property_value *v;
        parse_directives(p);
        if (at_end(p) || segment_of(p))
            return;
        v = ARENA_NEW(&p->c->arena, struct property_value);
        v->at = parse_peek(p)->at;
        v->private = private;
        v->name = parse_name(p, "a property's name");
        if (!v->name)
            return;
        symbol_mention(p->c, v->name, v->at)->flags |= SYMBOL_IN_OBJECT;
        parse_property_values(p, o, v);
        *last = v;
        last = &v->next;
    } while (!p->failed && parse_accept(p, MARK_COMMA));
}

/* After has or class: names, each maybe after ~. */
static void parse_names(struct parser *p, struct name_use **list, bool may_negate, const char *what)
{
    while (*list)
        list = &(*list)->next;
    while (!at_end(p) && !segment_of(p) && !parse_is_mark(p, MARK_COMMA) && !parse_begins_anew(p)) {
        struct name_use *use = ARENA_NEW(&p->c->arena, struct name_use);
        use->negated = may_negate && parse_accept(p, MARK_BIT_NOT);
        use->at = parse_peek(p)->at;
        use->name = parse_name(p, what);
        if (!use->name)
            return;
        *list = use;
        list = &use->next;
    }
}

static void parse_segment(struct parser *p, struct object *o, enum keyword_segment segment)
{
    parse_take(p);
    switch (segment) {
    case SEGMENT_WITH: parse_properties(p, o, false); break;
    case SEGMENT_PRIVATE: parse_properties(p, o, true); break;
    case SEGMENT_HAS: parse_names(p, &o->attributes, true, "an attribute"); break;
    default: parse_names(p, &o->classes, false, "a class"); break;
    }
}

static void parse_segments(struct parser *p, struct object *o)
{
    while (!at_end(p)) {
        enum keyword_segment segment = segment_of(p);
        if (parse_accept(p, MARK_COMMA))
            continue;
        if (is_directive(p)) {
            parse_directive(p);
        } else if (segment) {
            parse_segment(p, o, segment);
        } else {
            if (parse_begins_anew(p))
                return;
            parse_expected(p, "',' or 'with', 'has', 'class', 'private'");
        }
    }
}

/* Headers */

static bool is_header_name(struct parser *p)
{
    return parse_peek(p)->kind == TOKEN_NAME && !segment_of(p);
}

static void define(struct parser *p, struct directive *d, struct object *o, const struct token *name)
{
    o->name = d->name = name->name;
    d->at = name->at;
    d->symbol = symbol_define(p->c, d->name, o->is_class ? SYMBOL_CLASS : SYMBOL_OBJECT, d);
}

static void parse_short_name(struct parser *p, struct object *o)
{
    struct token t;
    if (parse_peek(p)->kind != TOKEN_STRING)
        return;
    t = parse_take(p);
    o->short_name = t.text;
    o->short_name_length = t.length;
}

/* -> -> name "short name" parent, all of it optional. */
static void parse_object_header(struct parser *p, struct directive *d, struct object *o)
{
    struct token t;
    for (;;) {
        parse_directives(p);
        if (parse_accept(p, MARK_ARROW))
            o->arrows++;
        else if (parse_accept(p, MARK_LONG_ARROW))
            parse_expected(p, "'->'");
        else
            break;
    }
    if (is_header_name(p)) {
        t = parse_take(p);
        define(p, d, o, &t);
    }
    parse_directives(p);
    parse_short_name(p, o);
    parse_directives(p);
    if (is_header_name(p) && parse_peek_at(p, 1)->kind == TOKEN_NAME
        && !keywords_of_token(parse_peek_at(p, 1), CONTEXT_SEGMENT)) {
        parse_expected(p, "'with', 'has', 'class' or 'private'");
    } else if (is_header_name(p)) {
        t = parse_take(p);
        o->parent = parse_expr_of_token(p, &t);
    }
}

static void parse_class_header(struct parser *p, struct directive *d, struct object *o)
{
    struct token t = *parse_peek(p);
    o->is_class = true;
    if (!parse_name(p, "the class's name"))
        return;
    define(p, d, o, &t);
    if (parse_accept(p, MARK_OPEN)) {
        o->instances = parse_any(p);
        parse_expect(p, MARK_CLOSE, "')'");
    }
}

static void parse_definition(struct parser *p, struct token *word)
{
    enum keyword_directive which = word->name->word[CONTEXT_DIRECTIVE];
    struct directive *d = parse_new_directive(p, which == DIRECTIVE_CLASS ? TREE_CLASS : TREE_OBJECT, word->at);
    struct object *o = d->object = ARENA_NEW(&p->c->arena, struct object);
    o->nearby = which == DIRECTIVE_NEARBY;
    if (which == DIRECTIVE_NONE)
        o->instance_of = word->name;
    if (which == DIRECTIVE_CLASS)
        parse_class_header(p, d, o);
    else
        parse_object_header(p, d, o);
    parse_segments(p, o);
    parse_add_directive(p, d);
}

void parse_object(struct parser *p, struct token *word)
{
    if (p->routine || p->in_object) {
        diag(&p->c->diagnostics, DIAG_CANNOT_NEST, word->at, "an object");
        p->failed = true;
    } else {
        p->in_object = true;
        parse_definition(p, word);
        p->in_object = false;
    }
    parse_semicolon(p);
}
