/* Golmac: MIT licence, see LICENSE. */
/* The checker's two walks over the program. The first (declare.c) gives everything that is defined its number; the
   second looks into values, routines and grammar, in the order of the source. What was defined and never
   used is known when all texts have been read. */
#include "compiler/inform6/check.h"

#include <ctype.h>
#include <string.h>
#include <time.h>

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

/* The header */

/* The serial number: the program's, the $SERIAL setting's, or the date (Standard, section 11.1). */
static void settle_serial(struct front *f)
{
    time_t now = time(NULL);
    struct tm today;
    bool known = localtime_r(&now, &today) != NULL;
    int setting = f->c->options.setting[SETTING_SERIAL];
    if (f->tree->serial[0])
        memcpy(f->program->serial, f->tree->serial, sizeof f->program->serial);
    else if (setting)
        memcpy(f->program->serial, arena_format(&f->c->arena, "%06d", setting), 7);
    else if (!known || !strftime(f->program->serial, sizeof f->program->serial, "%y%m%d", &today))
        memcpy(f->program->serial, "000000", 7);
}

static void settle_header(struct front *f)
{
    const struct tree *t = f->tree;
    struct ir_program *p = f->program;
    const int *setting = f->c->options.setting;
    p->version = f->c->options.version;
    p->release = t->has_release ? t->release : 1;
    settle_serial(f);
    p->statusline_time = t->statusline_time;
    f->tables.grammar_version = setting[SETTING_GRAMMAR_VERSION];
    f->tables.grammar_meta_flag = setting[SETTING_GRAMMAR_META_FLAG];
}

/* Second walk: what definitions say */

static void check_array(struct front *f, struct directive *d)
{
    for (struct expr *e = d->values; e; e = e->next)
        if (d->fill != FILL_TEXT)
            check_constant(f, e, d->fill == FILL_SIZE ? "the size of an array" : "an entry of an array");
}

static void check_grammar_token(struct front *f, struct grammar_token *t)
{
    bool bare = t->kind == GRAMMAR_ATTRIBUTE;
    if (t->kind == GRAMMAR_WORD || t->kind == GRAMMAR_ELEMENTARY)
        return;
    t->symbol = check_resolve(f, t->name, t->at);
    t->symbol->flags |= SYMBOL_USED;
    if (bare && t->symbol->kind == SYMBOL_ROUTINE)
        t->kind = GRAMMAR_ROUTINE;
    else if (t->symbol->kind != SYMBOL_UNDEFINED && t->symbol->kind != (bare ? SYMBOL_ATTRIBUTE : SYMBOL_ROUTINE))
        diag(said(f), DIAG_WRONG_KIND, t->at, t->name->text, symbol_kind_word(t->symbol->kind),
             bare ? "an attribute or a parsing routine" : "a routine");
}

/* Grammar version 1 keeps the numbers of prepositions in the third byte. */
static void check_word_data(struct front *f, const struct directive *d)
{
    if (f->tables.grammar_version == 1 && check_has_short_words(f))
        diag(said(f), DIAG_REFUSED, d->at,
             "$ZCODE_LESS_DICT_DATA leaves no room for what grammar version 1 keeps in words");
}

static void check_grammar(struct front *f, struct directive *d)
{
    check_word_data(f, d);
    for (struct grammar_line *line = d->lines; line; line = line->next) {
        for (struct grammar_token *t = line->tokens; t; t = t->next)
            check_grammar_token(f, t);
        if (line->meta && !f->tables.grammar_meta_flag)
            diag(said(f), DIAG_REFUSED, line->action_at,
                 "'meta' after an action needs $GRAMMAR_META_FLAG=1 or 'Constant Grammar_Meta__Value = 1;'");
        if (line->action)
            check_action(f, line->action, line->action_at);
    }
}

static bool is_same_value(struct ir_value a, struct ir_value b)
{
    return a.kind == b.kind && a.index == b.index && ((a.offset ^ b.offset) & 0xFFFF) == 0;
}

/* sys__glob0 is the program's first global, which has a value of its own. */
static bool is_other_name(const struct front *f, const struct symbol *s)
{
    return !s->directive && f->program->globals.at[s->index].at;
}

/* A global may be declared again if its first value, 0 unless given, stays as it is, or if one comes in place of 0. */
static void check_global(struct front *f, struct directive *d)
{
    struct symbol *s = d->symbol;
    struct ir_value value, before = s && s->expression ? s->expression->constant : ir_number(0);
    if (!d->values)
        return;
    value = check_constant(f, d->values, "the first value of a Global");
    if (!s || is_same_value(value, before))
        return;
    if (is_same_value(before, ir_number(0)) && !is_other_name(f, s)) {
        s->expression = d->values;
        return;
    }
    diag(said(f), DIAG_ALREADY_DEFINED, d->at, d->name->text, "a global variable with", "another value");
    if (s->at)
        diag(said(f), DIAG_PREVIOUS_DEFINITION, s->at, d->name->text);
}

static void check_directive(struct front *f, struct directive *d)
{
    switch (d->kind) {
    case TREE_CONSTANT:
        if (d->symbol && !check_names_unknown(f, d->symbol->expression))
            check_symbol_value(f, d->symbol);
        break;
    case TREE_GLOBAL: check_global(f, d); break;
    case TREE_PROPERTY:
        for (struct expr *e = d->values; e; e = e->next)
            check_constant(f, e, "the default of a Property");
        break;
    case TREE_ARRAY: check_array(f, d); break;
    case TREE_OBJECT:
    case TREE_CLASS: check_object(f, d); break;
    case TREE_ROUTINE:
        if (d->symbol)
            check_routine(f, d->routine);
        break;
    case TREE_VERB:
    case TREE_EXTEND: check_grammar(f, d); break;
    case TREE_DICTIONARY:
    case TREE_LOWSTRING:
        for (struct expr *e = d->kind == TREE_DICTIONARY ? d->values : NULL; e; e = e->next)
            check_constant(f, e, "a Dictionary value");
        break;
    default: break;
    }
}

/* Definitions that nothing uses, unless there were errors. */

static void check_symbol_use(struct front *f, const struct symbol *s)
{
    enum veneer id;                      /* compiled code calls veneer routines, the program's own, too */
    bool counts = s->kind != SYMBOL_UNDEFINED && s->kind != SYMBOL_OBJECT && s->kind != SYMBOL_ACTION
        && !(s->kind == SYMBOL_ROUTINE && veneer_find(s->name, &id));
    if (!counts || !s->at || said(f)->errors || (s->flags & (SYMBOL_BUILT_IN | SYMBOL_REPLACED)))
        return;
    if (s->kind == SYMBOL_GLOBAL && (s->flags & SYMBOL_ASSIGNED) && !(s->flags & SYMBOL_READ))
        diag(said(f), DIAG_SET_NEVER_USED, s->at, "global variable", s->name->text);
    else if (!(s->flags & SYMBOL_USED))
        diag(said(f), DIAG_UNUSED, s->at, symbol_kind_word(s->kind), s->name->text);
}

/* -D for a program that has nothing for it. */
static void check_debug(struct front *f)
{
    const struct name *n = names_find(&f->c->names, "DEBUG");
    if (f->c->options.setting[SETTING_DEBUG] && n && n->symbol && !(n->symbol->flags & SYMBOL_USED)
        && !said(f)->errors)
        diag(said(f), DIAG_NO_DEBUG, 0);
}

/* A property that objects have and nothing reads, when there is one of almost the same name. */

static bool fits_property(const struct name *candidate, void *context)
{
    const struct symbol *s = candidate->symbol;
    const struct name *wrong = context;
    int i = 0;
    if (!s || (s->kind != SYMBOL_PROPERTY && s->kind != SYMBOL_INDIVIDUAL)
        || !(s->flags & (SYMBOL_READ | SYMBOL_BUILT_IN)))
        return false;
    while (candidate->text[i] && tolower((unsigned char)candidate->text[i]) == tolower((unsigned char)wrong->text[i]))
        i++;
    return !isdigit((unsigned char)candidate->text[i]) && !isdigit((unsigned char)wrong->text[i]);
}

static void check_unread(struct front *f, const struct property_value *p)
{
    struct symbol *s = p->symbol;
    const struct name *near;
    if (!s || s->kind != SYMBOL_INDIVIDUAL || s->directive || s->flags & (SYMBOL_READ | SYMBOL_BUILT_IN))
        return;
    near = names_nearest(&f->c->names, p->name, fits_property, p->name);
    s->flags |= SYMBOL_READ;
    if (!near)
        return;
    diag_hint(said(f), "did you mean '%s'?", near->text);
    diag(said(f), DIAG_UNREAD_PROPERTY, p->at, p->name->text);
}

static void check_properties_read(struct front *f)
{
    for (const struct directive *d = f->tree->first; d && !said(f)->errors; d = d->next)
        for (const struct property_value *p = d->object ? d->object->properties : NULL; p; p = p->next)
            check_unread(f, p);
}

void check_unused(struct front *f)
{
    check_properties_read(f);
    for (struct directive *d = f->tree->first; d; d = d->next)
        if (d->symbol && d->symbol->directive == d)
            check_symbol_use(f, d->symbol);
}

static void check_main(struct front *f)
{
    const struct name *n = names_find(&f->c->names, "Main");
    if (!n || !n->symbol || n->symbol->kind == SYMBOL_UNDEFINED) {
        if (!f->c->definitions_lost)
            diag(said(f), DIAG_NO_MAIN, 0);
        return;
    }
    n->symbol->flags |= SYMBOL_USED;
    if (n->symbol->kind != SYMBOL_ROUTINE)
        diag(said(f), DIAG_WRONG_KIND, n->symbol->at, n->text, symbol_kind_word(n->symbol->kind),
             "the routine where the story starts");
}

void check_program(struct front *f)
{
    settle_header(f);
    declare_program(f);
    check_meta_actions_first(f);
    check_main(f);
    for (struct directive *d = f->tree->first; d; d = d->next)
        check_directive(f, d);
    check_debug(f);
    check_calls(f);
}
