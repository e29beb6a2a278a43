/* Golmac: MIT licence, see LICENSE. */
/* Veneer routines: their names and texts. */
#include "compiler/inform6/veneer.h"

#include <string.h>
#include <strings.h>

static const char *const names[VENEER_COUNT] = {
#define VENEER(id, name, arguments) name,
#include "compiler/inform6/veneer.def"
#undef VENEER
};

const char *veneer_name(enum veneer id)
{
    return names[id];
}

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

/* By the program's own source. */
static bool is_mentioned(struct compiler *c, enum veneer id)
{
    const struct name *n = names_find(&c->names, names[id]);
    const struct source *s = n && n->symbol ? source_find(&c->sources, n->symbol->used_at) : NULL;
    return s && !s->veneer;
}

/* Errors have numbers where checks report them: in strict mode, from version 4, or in programs that call RT__ routines
   themselves. */
static bool has_numbered_errors(struct compiler *c)
{
    for (int i = 0; i < VENEER_COUNT; i++)
        if (strncmp(names[i], "RT__", 4) == 0 && is_mentioned(c, (enum veneer)i))
            return true;
    return c->options.setting[SETTING_STRICT_MODE] && c->options.version > 3;
}

const char *veneer_text(struct compiler *c, enum veneer id)
{
    static const struct veneer_text *const tables[] = { veneer_language_texts, veneer_class_texts, veneer_check_texts };
    const char *text = id == VENEER_RUN_ERROR_TEXT && !has_numbered_errors(c) ? "[ RT__Say; ];\n" : NULL;
    for (int i = 0; !text && i < (int)(sizeof tables / sizeof tables[0]); i++)
        text = find_text(tables[i], id, c->options.version);
    return text ? text : "";
}
