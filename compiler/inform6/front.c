/* Golmac: MIT licence, see LICENSE. */
/* The front in order: parse, check, lower; then the veneer routines that were asked for, which may ask for more. */
#include "compiler/inform6/front.h"

#include <string.h>

static void lower_object_routines(struct front *f, const struct object *o)
{
    for (const struct property_value *p = o->properties; p; p = p->next)
        if (p->routine && p->routine->index >= 0)
            lower_routine(f, p->routine);
}

static void lower_directive(struct front *f, const struct directive *d)
{
    if (d->kind == TREE_ROUTINE && d->symbol && d->routine->index >= 0)
        lower_routine(f, d->routine);
    else if (d->kind == TREE_OBJECT || d->kind == TREE_CLASS)
        lower_object_routines(f, d->object);
}

static struct directive *parse_veneer_text(struct front *f, const struct name *name, const char *text)
{
    const char *path = arena_format(&f->c->arena, "veneer routine %s", name->text);
    struct source *source = source_add(&f->c->sources, path, text, (int)strlen(text), 0);
    source->system = source->veneer = true;
    return parse_veneer(f->c, f->tree, source);
}

static void add_routines(struct front *f, struct directive *d, int index)
{
    for (; d; d = d->next) {
        if (d->kind != TREE_ROUTINE)
            continue;
        d->routine->index = index;
        check_routine(f, d->routine);
        lower_routine(f, d->routine);
    }
}

/* The symbol may be a routine already, since the program mentions it; parsing the text defines it. */
static void add_veneer(struct front *f, enum veneer id)
{
    struct symbol *s = f->veneer[id];
    struct directive *d;
    s->kind = SYMBOL_UNDEFINED;
    s->flags &= ~(unsigned)SYMBOL_REPLACED;
    d = parse_veneer_text(f, s->name, veneer_text(f->c, id));
    s->index = f->veneer_index[id];
    s->value = ir_reference(VALUE_ROUTINE, s->index);
    add_routines(f, d, s->index);
    f->program->routines.at[s->index]->says_fault = id == VENEER_RUN_ERROR;
}

/* Parses the veneer's text under the second name, in place of the first, which stands behind "[ ". */
static void add_original(struct front *f, struct symbol *s)
{
    enum veneer id;
    struct ir_value value = s->value;
    const char *text;
    if (!veneer_find(s->original_of->name, &id))
        return;
    text = veneer_text(f->c, id) + strlen("[ ") + strlen(s->original_of->name->text);
    s->kind = SYMBOL_UNDEFINED;
    text = arena_format(&f->c->arena, "[ %s%s", s->name->text, text);
    add_routines(f, parse_veneer_text(f, s->name, text), value.index);
    s->index = value.index;
    s->value = value;
}

/* Each may ask for more of both. */
static void add_all_veneer(struct front *f)
{
    for (int i = 0, o = 0; i < f->veneer_wanted.count || o < f->originals_wanted.count;) {
        if (i < f->veneer_wanted.count)
            add_veneer(f, f->veneer_wanted.at[i++]);
        else
            add_original(f, f->originals_wanted.at[o++]);
    }
}

/* Globals that the compiled code keeps for itself. */
static void list_spare_globals(struct front *f)
{
    for (int k = 0; symbol_spare_globals[k]; k++) {
        const struct name *n = names_find(&f->c->names, symbol_spare_globals[k]);
        if (n && n->symbol && n->symbol->kind == SYMBOL_GLOBAL)
            f->program->spare_globals[f->program->spare_count++] = n->symbol->index;
    }
}

static void lower_program(struct front *f)
{
    list_spare_globals(f);
    f->program->main = veneer_require(f, VENEER_MAIN_DEFAULT).index;
    lower_data(f);
    lower_objects(f);
    table_objects_build(f);
    lower_grammar(f);
    for (const struct directive *d = f->tree->first; d; d = d->next)
        lower_directive(f, d);
    add_all_veneer(f);
    tables_build(f);
}

/* With -O. The run-time checks of strict mode read all of the table. */
static void choose_names(struct front *f)
{
    const struct options *o = &f->c->options;
    if (!o->optimize)
        return;
    if (f->names_used || f->property_names_used)
        options_keep_names(f->c);
    f->only_property_names = !f->names_used && !o->setting[SETTING_STRICT_MODE]
        && o->setting_by[SETTING_OMIT_SYMBOL_TABLE] == CHOSEN_BY_DEFAULT;
}

struct ir_program *inform6_compile_source(struct compiler *c, struct source *main)
{
    struct front f = { .c = c };
    f.tree = parse_program(c, main);
    if (!diag_may_continue(&c->diagnostics))
        return NULL;
    options_settle(c);
    if (c->options.trace[TRACE_TREE])
        tree_dump(f.tree, stdout);
    f.program = program_new(c);
    f.program->language = "Inform 6";
    f.program->abbreviate = "Abbreviate";
    tables_declare(&f);
    check_program(&f);
    if (c->diagnostics.errors) {
        check_doubts(&f, NULL);
        return NULL;
    }
    choose_names(&f);
    symbol_update_all(c);        /* -O leaves out names from now on, and the veneer's texts ask for that */
    lower_program(&f);
    if (f.doubts.count)
        check_doubts(&f, program_used_routines(f.program));
    check_unused(&f);
    return c->diagnostics.errors ? NULL : f.program;
}

struct ir_program *inform6_compile(struct compiler *c)
{
    struct source *main = include_read_main(c, c->options.source_file, 0);
    return main ? inform6_compile_source(c, main) : NULL;
}
