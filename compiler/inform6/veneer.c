/* Golmac: MIT licence, see LICENSE. */
/* Veneer routines: which names they are, and asking for one. A program's own routine of the name comes first. */
#include "compiler/inform6/check.h"
#include "compiler/inform6/veneer.h"

#include <string.h>
#include <strings.h>

static const char *const names[VENEER_COUNT] = {
#define VENEER(id, name, arguments) name,
#include "compiler/inform6/veneer.def"
#undef VENEER
};

bool veneer_find(const struct name *name, enum veneer *id)
{
    for (int i = 0; i < VENEER_COUNT; i++) {
        if (strcasecmp(names[i], name->text) != 0)
            continue;
        *id = (enum veneer)i;
        return true;
    }
    return false;
}

static const char *find_text(const struct veneer_text *t, enum veneer id, int version)
{
    for (; t->id != VENEER_COUNT; t++)
        if (t->id == id && version >= t->first_version && version <= t->last_version)
            return t->text;
    return NULL;
}

const char *veneer_text(const struct compiler *c, enum veneer id)
{
    static const struct veneer_text *const tables[] = { veneer_language_texts, veneer_class_texts, veneer_check_texts };
    const char *text = NULL;
    for (int i = 0; !text && i < (int)(sizeof tables / sizeof tables[0]); i++)
        text = find_text(tables[i], id, c->options.version);
    return text ? text : "";
}

struct ir_value veneer_require(struct front *f, enum veneer id)
{
    struct names *table = &f->c->names;
    struct symbol *s = f->veneer[id];
    if (s)
        return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
    s = symbol_mention(f->c, names_intern(table, names[id], (int)strlen(names[id])), 0);
    f->veneer[id] = s;
    if (s->kind != SYMBOL_UNDEFINED && check_symbol_value(f, s).kind == VALUE_ROUTINE) {
        f->veneer_index[id] = check_symbol_value(f, s).index;
        return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
    }
    f->veneer_index[id] = program_add_routine(f->program, names[id], 0);
    f->program->routines.at[f->veneer_index[id]]->veneer = true;
    *vector_add(&f->c->arena, &f->veneer_wanted) = id;
    return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
}

void veneer_require_original(struct front *f, struct symbol *s)
{
    enum veneer id;
    if (!veneer_find(s->original_of->name, &id))
        return;
    s->kind = SYMBOL_ROUTINE;
    if (s->original_of->kind == SYMBOL_UNDEFINED || !s->original_of->directive) {
        s->value = veneer_require(f, id);        /* replaced by nothing: both are the veneer's */
        s->index = s->value.index;
        return;
    }
    s->index = program_add_routine(f->program, s->name->text, 0);
    s->value = ir_reference(VALUE_ROUTINE, s->index);
    f->program->routines.at[s->index]->veneer = true;
    *vector_add(&f->c->arena, &f->originals_wanted) = s;
}
