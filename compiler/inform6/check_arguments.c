/* Golmac: MIT licence, see LICENSE. */
/* Whether calls give routines what they need. All arguments of a routine may be left out, and most routines have local
   variables that are no arguments at all. But one that is never set, never compared, and used as an object or array
   under no condition is an argument that the routine cannot do without. */
#include "compiler/inform6/check.h"

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

void check_mark_local(struct checker *k, const struct expr *e, int use)
{
    if (use == LOCAL_NEEDED && k->conditions)
        return;
    if (e && e->kind == EXPR_LOCAL && e->value >= 0 && e->value < MOST_SOURCE_LOCALS)
        k->local_use[e->value] |= (uint8_t)use;
}

void check_note_needs(const struct checker *k, struct routine *r)
{
    const int optional = LOCAL_NEEDED | LOCAL_TESTED | SYMBOL_ASSIGNED;
    for (int i = 1; i <= r->local_count && i < MOST_SOURCE_LOCALS; i++)
        if ((k->local_use[i] & optional) == LOCAL_NEEDED)
            r->needs = i;
}

static int count_arguments(const struct expr *e)
{
    int count = 0;
    for (const struct expr *a = e->arguments; a; a = a->next)
        count++;
    return count;
}

static const struct routine *routine_of(const struct expr *call)
{
    const struct symbol *s = call->left->kind == EXPR_NAME ? call->left->symbol : NULL;
    return s && s->kind == SYMBOL_ROUTINE && s->directive && !(s->flags & SYMBOL_STUB) ? s->directive->routine : NULL;
}

void check_note_call(struct front *f, const struct expr *call)
{
    const struct routine *r = routine_of(call);
    if (r && count_arguments(call) < r->local_count)
        *vector_add(&f->c->arena, &f->calls) = call;
}

void check_calls(struct front *f)
{
    for (int i = 0; i < f->calls.count && !said(f)->errors; i++) {
        const struct expr *call = f->calls.at[i];
        const struct routine *r = routine_of(call);
        int count = count_arguments(call);
        if (r && count < r->needs)
            diag(said(f), DIAG_TOO_FEW_ARGUMENTS, call->at, r->name->text, (long)r->needs, (long)count,
                 r->locals[r->needs - 1]->text);
    }
}
