/* Golmac: MIT licence, see LICENSE. */
/* Asking for a veneer routine. If the program has a routine of its name, that is taken. */
#include "compiler/inform6/check.h"

#include <string.h>

struct ir_value veneer_require(struct front *f, enum veneer id)
{
    const char *name = veneer_name(id);
    struct symbol *s = f->veneer[id];
    if (s)
        return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
    s = symbol_mention(f->c, names_intern(&f->c->names, name, (int)strlen(name)), 0);
    f->veneer[id] = s;
    if (s->kind != SYMBOL_UNDEFINED && check_symbol_value(f, s).kind == VALUE_ROUTINE) {
        f->veneer_index[id] = check_symbol_value(f, s).index;
        return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
    }
    if (s->kind != SYMBOL_UNDEFINED)
        diag(&f->c->diagnostics, DIAG_ROUTINE_NAME_TAKEN, s->at, name);
    f->veneer_index[id] = program_add_routine(f->program, name, 0);
    f->program->routines.at[f->veneer_index[id]]->veneer = true;
    *vector_add(&f->c->arena, &f->veneer_wanted) = id;
    return ir_reference(VALUE_ROUTINE, f->veneer_index[id]);
}

bool veneer_is_replaced(const struct front *f, enum veneer id)
{
    const struct name *n = names_find(&f->c->names, veneer_name(id));
    return n && n->symbol && n->symbol->kind == SYMBOL_ROUTINE && n->symbol->index >= 0
        && !f->program->routines.at[n->symbol->index]->veneer;
}

void veneer_require_original(struct front *f, struct symbol *s)
{
    enum veneer id;
    if (!veneer_find(s->original_of->name, &id))
        return;
    s->kind = SYMBOL_ROUTINE;
    if (s->original_of->kind == SYMBOL_UNDEFINED || !s->original_of->directive) {
        s->value = veneer_require(f, id);        /* nothing replaces it: both names are the veneer's routine */
        s->index = s->value.index;
        return;
    }
    s->index = program_add_routine(f->program, s->name->text, 0);
    s->value = ir_reference(VALUE_ROUTINE, s->index);
    f->program->routines.at[s->index]->veneer = true;
    *vector_add(&f->c->arena, &f->originals_wanted) = s;
}
