/* Golmac: MIT licence, see LICENSE. */
/* Actions: numbered as they are first mentioned, each with its routine. */
#include "compiler/inform6/check.h"

static bool fits_action(const struct name *candidate, void *context)
{
    (void)context;
    return candidate->action && candidate->action->kind != SYMBOL_UNDEFINED
        && !(candidate->action->flags & SYMBOL_REPORTED);
}

static struct symbol *find_action_symbol(struct front *f, const struct name *name)
{
    const struct name *routine = names_find(&f->c->names, arena_format(&f->c->arena, "%sSub", name->text));
    return routine ? routine->symbol : NULL;
}

static int add_action(struct front *f, struct symbol *action, position at)
{
    struct symbol *routine = find_action_symbol(f, action->name);
    struct action *a = vector_add(&f->c->arena, &f->tables.actions);
    a->name = symbol_spelling(f->c, action->name, at);
    a->routine = ir_number(0);
    action->kind = SYMBOL_ACTION;
    action->index = f->tables.actions.count - 1;
    action->value = ir_number(action->index);
    if (routine && routine->kind == SYMBOL_ROUTINE) {
        routine->flags |= SYMBOL_USED;
        a->routine = check_symbol_value(f, routine);
    } else if (!routine || !(routine->flags & SYMBOL_REPORTED)) {
        check_unknown(f, action, at, DIAG_NO_ACTION_ROUTINE, fits_action);
    }
    return action->index;
}

int check_action(struct front *f, struct name *name, position at)
{
    struct symbol *action = symbol_mention_action(f->c, name, at);
    if (action->kind == SYMBOL_FAKE_ACTION || action->value.kind != VALUE_NONE)
        return action->index;
    return add_action(f, action, at);
}

/* With $GRAMMAR_META_FLAG the meta actions get the lowest numbers. */
void check_meta_actions_first(struct front *f)
{
    for (struct directive *d = f->tree->first; d && f->tables.grammar_meta_flag; d = d->next)
        for (struct grammar_line *line = d->lines; line; line = line->next)
            if ((d->meta || line->meta) && line->action) {
                int number = check_action(f, line->action, line->action_at);
                if (number < f->tables.actions.count)
                    f->tables.actions.at[number].meta = true;
            }
}

int check_meta_actions(const struct front *f)
{
    int count = 0;
    while (f->tables.grammar_meta_flag && count < f->tables.actions.count && f->tables.actions.at[count].meta)
        count++;
    return count;
}
