/* Golmac: MIT licence, see LICENSE. */
/* What names mean: defining, replacing and undefining them. Replace X discards definitions of X in system files; of
   several others the last one counts. Replace X Y gives the first definition, wherever it stands, to Y; of the
   others the last one is X. The first definition of a veneer routine is that of the veneer. */
#include "compiler/inform6/front.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const symbol_metaclasses[] = { "Class", "Object", "Routine", "String", NULL };
const char *const symbol_messages[] = {
    "create", "recreate", "destroy", "remaining", "copy", "call", "print", "print_to_array", NULL
};
const char *const symbol_first_globals[] = { "sys__glob0", "sys__glob1", "sys__glob2", NULL };
const char *const symbol_spare_globals[] = { "temp_global", "temp__global2", "temp__global3", "temp__global4", NULL };

static struct name *intern(struct compiler *c, const char *text)
{
    return names_intern(&c->names, text, (int)strlen(text));
}

static struct symbol *symbol_new(struct compiler *c, struct name *name, struct symbol **slot)
{
    struct symbol *s = *slot = ARENA_NEW(&c->arena, struct symbol);
    s->name = name;
    s->index = -1;
    return s;
}

static struct symbol *symbol_of(struct compiler *c, struct name *name)
{
    return name->symbol ? name->symbol : symbol_new(c, name, &name->symbol);
}

static const char *article(enum symbol_kind kind)
{
    return strchr("aio", symbol_kind_word(kind)[0]) ? "an" : "a";
}

/* The built-in names */

static struct symbol *install(struct compiler *c, const char *text, enum symbol_kind kind)
{
    struct symbol *s = symbol_of(c, intern(c, text));
    s->kind = kind;
    s->flags |= SYMBOL_BUILT_IN;
    return s;
}

static void install_constant(struct compiler *c, const char *text, int value, bool may_be_redefined)
{
    struct symbol *s = install(c, text, SYMBOL_CONSTANT);
    s->value = ir_number(value);
    if (may_be_redefined)
        s->flags |= SYMBOL_DEFAULT;
}

static void install_list(struct compiler *c, const char *const *texts, enum symbol_kind kind)
{
    for (; *texts; texts++)
        install(c, *texts, kind);
}

static void install_properties(struct compiler *c)
{
    struct symbol *s = install(c, "name", SYMBOL_PROPERTY);
    s->flags |= SYMBOL_ADDITIVE | SYMBOL_LONG;
    s->index = 1;
    s->value = ir_number(1);
    for (int i = 0; symbol_messages[i]; i++) {
        s = install(c, symbol_messages[i], SYMBOL_INDIVIDUAL);
        s->index = c->options.setting[SETTING_INDIV_PROP_START] + i;
        s->value = ir_number(s->index);
    }
}

/* A name that is defined if a setting is on. */
static void install_if(struct compiler *c, const char *text, int setting)
{
    struct symbol *s = symbol_of(c, intern(c, text));
    if (setting && s->kind == SYMBOL_UNDEFINED)
        install_constant(c, text, 0, true);
    else if (!setting && s->flags & SYMBOL_BUILT_IN)
        s->kind = SYMBOL_UNDEFINED;
}

/* A number that the version or a setting decides, unless the program has given the name its own. */
static void install_number(struct compiler *c, const char *text, int value, bool may_be_redefined)
{
    const struct symbol *s = symbol_of(c, intern(c, text));
    if (s->kind == SYMBOL_UNDEFINED || s->flags & SYMBOL_BUILT_IN)
        install_constant(c, text, value, may_be_redefined);
}

void symbol_update_all(struct compiler *c)
{
    const int *setting = c->options.setting;
    bool small = c->options.version <= 3;
    bool strict = setting[SETTING_STRICT_MODE]
                  && (c->options.version > 4 || c->options.setting_by[SETTING_STRICT_MODE] != CHOSEN_BY_DEFAULT);
    install_number(c, "Grammar__Version", setting[SETTING_GRAMMAR_VERSION], true);
    install_number(c, "Grammar_Meta__Value", setting[SETTING_GRAMMAR_META_FLAG], true);
    install_number(c, "DICT_WORD_SIZE", small ? 4 : 6, false);
    install_number(c, "DICT_ENTRY_BYTES", (small ? 7 : 9) - setting[SETTING_ZCODE_LESS_DICT_DATA], true);
    install_number(c, "NUM_ATTR_BYTES", small ? 4 : 6, false);
    install_if(c, "STRICT_MODE", strict);
    install_if(c, "DEBUG", setting[SETTING_DEBUG]);
    install_if(c, "INFIX", setting[SETTING_INFIX]);
    if (setting[SETTING_INFIX] && symbol_of(c, intern(c, "infix__watching"))->kind == SYMBOL_UNDEFINED)
        install(c, "infix__watching", SYMBOL_ATTRIBUTE)->index = 0;
    install_if(c, "GRAMMAR_META_FLAG", setting[SETTING_GRAMMAR_META_FLAG]);
    install_if(c, "OMIT_SYMBOL_TABLE", setting[SETTING_OMIT_SYMBOL_TABLE]);
}

/* Constants of the command line. From now on they are the program's: versions and settings do not change them. */
static void install_definitions(struct compiler *c)
{
    for (int i = 0; i < c->options.definitions.count; i++) {
        const struct definition *d = &c->options.definitions.at[i];
        struct symbol *s = symbol_of(c, intern(c, d->name));
        bool same = s->kind == SYMBOL_CONSTANT && s->value.offset == d->value;
        if (s->kind != SYMBOL_UNDEFINED && !(s->flags & SYMBOL_DEFAULT) && !same)
            diag(&c->diagnostics, DIAG_ALREADY_DEFINED, 0, d->name, article(s->kind), symbol_kind_word(s->kind));
        if (s->kind == SYMBOL_UNDEFINED || s->flags & SYMBOL_DEFAULT) {
            install_constant(c, d->name, d->value, false);
            s->flags &= ~(SYMBOL_BUILT_IN | SYMBOL_DEFAULT);
        }
    }
}

void symbol_install_all(struct compiler *c, struct tree *tree)
{
    static const char *const globals[] = { "self", "sender", "sw__var", NULL };
    (void)tree;
    install_constant(c, "true", 1, false);
    install_constant(c, "false", 0, false);
    install_constant(c, "nothing", 0, false);
    install_constant(c, "TARGET_ZCODE", 0, false);
    install_constant(c, "WORDSIZE", 2, false);
    install_constant(c, arena_format(&c->arena, "VN_1%d", GOLC_LANGUAGE_VERSION), 0, true);
    symbol_update_all(c);
    install_list(c, symbol_metaclasses, SYMBOL_CLASS);
    install_list(c, symbol_spare_globals, SYMBOL_GLOBAL);
    install_list(c, globals, SYMBOL_GLOBAL);
    install_list(c, symbol_first_globals, SYMBOL_GLOBAL);
    install_properties(c);
    install_definitions(c);
}

/* Mentioning */

static struct symbol *mention(struct symbol *s, position at)
{
    s->flags |= SYMBOL_USED;
    if (!s->used_at)
        s->used_at = at;
    return s;
}

struct symbol *symbol_mention(struct compiler *c, struct name *name, position at)
{
    return mention(symbol_of(c, name), at);
}

struct symbol *symbol_mention_action(struct compiler *c, struct name *name, position at)
{
    return mention(name->action ? name->action : symbol_new(c, name, &name->action), at);
}

/* Ifdef VN_1640 asks whether the language is at least so new. */
static bool is_known_version(const struct name *name)
{
    return name->length == 7 && strncasecmp(name->text, "VN_", 3) == 0 && strspn(name->text + 3, "0123456789") == 4
        && atoi(name->text + 3) <= 1000 + GOLC_LANGUAGE_VERSION;
}

bool symbol_is_defined(const struct name *name)
{
    const struct symbol *s = name->symbol;
    return (s && (s->kind != SYMBOL_UNDEFINED || s->flags & SYMBOL_IN_OBJECT) && !(s->flags & SYMBOL_UNFINISHED))
        || is_known_version(name);
}

const char *symbol_kind_word(enum symbol_kind kind)
{
    static const char *const words[] = {
        [SYMBOL_UNDEFINED] = "name", [SYMBOL_CONSTANT] = "constant", [SYMBOL_ROUTINE] = "routine",
        [SYMBOL_GLOBAL] = "global variable", [SYMBOL_ARRAY] = "array", [SYMBOL_OBJECT] = "object",
        [SYMBOL_CLASS] = "class",
        [SYMBOL_ATTRIBUTE] = "attribute", [SYMBOL_PROPERTY] = "property", [SYMBOL_INDIVIDUAL] = "individual property",
        [SYMBOL_ACTION] = "action", [SYMBOL_FAKE_ACTION] = "fake action"
    };
    return words[kind];
}

/* Defining */

static bool is_system(struct compiler *c, position at)
{
    const struct source *s = source_find(&c->sources, at);
    return s && s->system;
}

static void trace_definition(struct compiler *c, const struct symbol *s)
{
    struct location where = source_locate(&c->sources, s->at);
    if (where.source && !where.source->veneer)
        printf("\"%s\", line %d: %s '%s'\n", where.source->path, where.real_line, symbol_kind_word(s->kind),
               s->name->text);
}

static struct symbol *fill_in(struct compiler *c, struct symbol *s, enum symbol_kind kind, struct directive *d)
{
    s->kind = kind;
    s->flags &= (unsigned)~(SYMBOL_BUILT_IN | SYMBOL_DEFAULT | SYMBOL_STUB | SYMBOL_IN_SYSTEM);
    s->at = d ? d->at : 0;
    s->directive = d;
    s->expression = NULL;
    s->value = (struct ir_value){0};
    s->index = -1;
    if (d && is_system(c, d->at))
        s->flags |= SYMBOL_IN_SYSTEM;
    if (c->options.trace[TRACE_SYMDEF])
        trace_definition(c, s);
    return s;
}

/* Replace X Y: the first definition of X is Y's. Until a second one comes, X is Y as well. */
static struct symbol *define_renamed(struct compiler *c, struct symbol *s, enum symbol_kind kind, struct directive *d)
{
    struct symbol *other = s->renamed;
    s->renamed = NULL;
    s->kind = SYMBOL_CONSTANT;
    s->at = d->at;
    s->expression = ARENA_NEW(&c->arena, struct expr);
    s->expression->kind = EXPR_NAME;
    s->expression->at = s->expression->end = d->at;
    s->expression->name = other->name;
    d->name = other->name;
    if (d->routine)
        d->routine->name = other->name;
    return symbol_define(c, other->name, kind, d);
}

/* The definition of a routine that Replace names. NULL: it is discarded. */
static struct symbol *define_replaced(struct compiler *c, struct symbol *s, enum symbol_kind kind, struct directive *d)
{
    enum veneer id;
    if (s->flags & SYMBOL_RENAMED && s->renamed && !veneer_find(s->name, &id))
        return define_renamed(c, s, kind, d);
    if (!(s->flags & SYMBOL_RENAMED) && is_system(c, d->at))
        return NULL;
    if (s->directive)
        s->directive->symbol = NULL;
    return fill_in(c, s, kind, d);
}

static bool may_be_redefined(const struct symbol *s, enum symbol_kind kind)
{
    return s->kind == SYMBOL_UNDEFINED
        || (s->kind == SYMBOL_CONSTANT && kind == SYMBOL_CONSTANT
            && s->flags & SYMBOL_BUILT_IN && s->flags & SYMBOL_DEFAULT);
}

struct symbol *symbol_define(struct compiler *c, struct name *name, enum symbol_kind kind, struct directive *d)
{
    struct symbol **slot = kind == SYMBOL_ACTION || kind == SYMBOL_FAKE_ACTION ? &name->action : &name->symbol;
    struct symbol *s = *slot ? *slot : symbol_new(c, name, slot);
    if (s->flags & SYMBOL_REPLACED && kind == SYMBOL_ROUTINE && d)
        return define_replaced(c, s, kind, d);
    if (may_be_redefined(s, kind))
        return fill_in(c, s, kind, d);
    diag(&c->diagnostics, DIAG_ALREADY_DEFINED, d ? d->at : 0, name->text, article(s->kind), symbol_kind_word(s->kind));
    if (s->at)
        diag(&c->diagnostics, DIAG_PREVIOUS_DEFINITION, s->at, name->text);
    return NULL;
}

void symbol_replace(struct compiler *c, struct name *name, struct name *renamed, position at)
{
    struct symbol *s = symbol_of(c, name);
    enum veneer id;
    if (s->kind != SYMBOL_UNDEFINED) {
        diag(&c->diagnostics, DIAG_TOO_LATE_TO_REPLACE, at, name->text);
        if (s->at)
            diag(&c->diagnostics, DIAG_PREVIOUS_DEFINITION, s->at, name->text);
        return;
    }
    s->flags |= SYMBOL_REPLACED;
    if (renamed && renamed != name) {
        s->flags |= SYMBOL_RENAMED;
        s->renamed = symbol_of(c, renamed);
        if (veneer_find(name, &id))
            s->renamed->original_of = s;
    }
}

void symbol_undefine(struct compiler *c, struct name *name, position at)
{
    struct symbol *s = name->symbol;
    if (!s || s->kind == SYMBOL_UNDEFINED)
        return;
    if (s->kind != SYMBOL_CONSTANT) {
        diag(&c->diagnostics, DIAG_CANNOT_UNDEFINE, at, name->text, symbol_kind_word(s->kind));
        return;
    }
    if (s->directive)
        s->directive->symbol = NULL;
    name->symbol = NULL;
}

const char *symbol_spelling(struct compiler *c, const struct name *name, position at)
{
    const struct source *s = source_find(&c->sources, at);
    int from = s ? (int)(at - s->start) : 0;
    while (s && from < s->length && strchr("#<$ \t", s->text[from]))
        from++;
    if (!s || s->length - from < name->length || strncasecmp(s->text + from, name->text, (size_t)name->length) != 0)
        return name->text;
    return arena_string(&c->arena, s->text + from, (size_t)name->length);
}
