/* Golmac: MIT licence, see LICENSE. */
/* Actions: numbered as they are first mentioned, each with its routine. */
#include "compiler/inform6/check.h"

#include <strings.h>

static bool fits_action(const struct name *candidate, void *context)
{
    (void)context;
    return candidate->action && candidate->action->kind != SYMBOL_UNDEFINED
        && !(candidate->action->flags & SYMBOL_REPORTED);
}

/* A routine that was to be an action's, from its name, and is not. */
static bool fits_action_routine(const struct name *candidate, void *context)
{
    (void)context;
    return candidate->symbol && candidate->symbol->kind == SYMBOL_ROUTINE && !(candidate->symbol->flags & SYMBOL_USED)
        && candidate->length > 3;
}

static const struct name *nearest_action_routine(struct front *f, const struct name *action)
{
    const char *text = arena_format(&f->c->arena, "%sSub", action->text);
    struct name wanted = { .text = text, .length = action->length + 3 };
    return names_nearest(&f->c->names, &wanted, fits_action_routine, NULL);
}

/* The routine is misspelt, or the action is. */
static void say_no_routine(struct front *f, struct symbol *action, position at)
{
    const struct name *routine = nearest_action_routine(f, action->name);
    if (!routine) {
        check_unknown(f, action, at, DIAG_NO_ACTION_ROUTINE, fits_action);
        return;
    }
    if (action->flags & SYMBOL_REPORTED || f->c->definitions_lost)
        return;
    action->flags |= SYMBOL_REPORTED;
    diag_hint(&f->c->diagnostics, "is the routine '%s' meant, in line %d?", routine->text,
              source_locate(&f->c->sources, routine->symbol->at).line);
    diag(&f->c->diagnostics, DIAG_NO_ACTION_ROUTINE, at, action->name->text);
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
        say_no_routine(f, action, at);
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

/* Take__A is ##Take: the action or fake action of that name, if there is one. */
struct symbol *check_action_constant(struct front *f, const struct name *name, position at)
{
    static const char ending[] = "__A";
    int length = name->length - (int)(sizeof ending - 1);
    struct name *action = NULL;
    if (length > 0 && strcasecmp(name->text + length, ending) == 0)
        action = names_find(&f->c->names, arena_string(&f->c->arena, name->text, (size_t)length));
    if (!action || (!action->action && !find_action_symbol(f, action)))
        return NULL;
    check_action(f, action, at);
    return action->action;
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
