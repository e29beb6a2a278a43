/* Golmac: MIT licence, see LICENSE. */
/* Checking expressions: what each name is, which values are known, whether operands suit their operators. A bad
   operand is reported once and then treated as the number 1, so that one mistake gives one message. */
#include "compiler/inform6/check.h"
#include "compiler/inform6/token.h"

static struct diagnostics *said(const struct checker *k)
{
    return &k->f->c->diagnostics;
}

/* Names */

static bool fits_value(const struct name *candidate, void *context)
{
    (void)context;
    return candidate->local || (candidate->symbol && candidate->symbol->kind != SYMBOL_UNDEFINED);
}

/* With $OMIT_UNUSED_ROUTINES nobody minds what a routine names that goes: whether it does is known in the end. */
static bool is_doubt(struct front *f, struct symbol *s, position at, int wanted)
{
    if (!f->checking)
        return false;
    f->checking->doubtful = true;
    *vector_add(&f->c->arena, &f->doubts) = (struct doubt){ f->checking, s, at, wanted };
    return true;
}

void check_doubts(struct front *f, const bool *used)
{
    for (int i = 0; i < f->doubts.count; i++) {
        const struct doubt *d = &f->doubts.at[i];
        if (used && !used[d->routine->index])
            continue;
        if (d->wanted < 0)
            check_unknown(f, d->symbol, d->at, DIAG_UNKNOWN_NAME, NULL);
        else
            check_known(f, d->symbol->name, d->at, (enum wanted)d->wanted);
    }
}

void check_unknown(struct front *f, struct symbol *s, position at, enum diagnostic_id id,
                   bool (*fits)(const struct name *, void *))
{
    const struct name *nearest;
    if (s->flags & SYMBOL_REPORTED || f->c->definitions_lost || (!fits && is_doubt(f, s, at, -1)))
        return;
    s->flags |= SYMBOL_REPORTED;
    if (!fits && glulx_has_name(s->name->text)) {
        diag(&f->c->diagnostics, DIAG_GLULX, at, (int)strlen(s->name->text), s->name->text);
        return;
    }
    nearest = names_nearest(&f->c->names, s->name, fits ? fits : fits_value, NULL);
    if (!fits && parse_habit_of_word(s->name->text))
        diag_hint(&f->c->diagnostics, "%s", parse_habit_of_word(s->name->text));
    else if (nearest)
        diag_hint(&f->c->diagnostics, "did you mean '%s'?", nearest->text);
    diag(&f->c->diagnostics, id, at, s->name->text);
}

/* A veneer routine's text calls another, whose name the program has for something else. */
static bool is_taken(struct front *f, const struct symbol *s, position at, enum veneer *id)
{
    const struct source *text;
    if (s->kind == SYMBOL_UNDEFINED || s->kind == SYMBOL_ROUTINE)
        return false;
    text = source_find(&f->c->sources, at);
    return text && text->veneer && veneer_find(s->name, id);
}

struct symbol *check_resolve(struct front *f, struct name *name, position at)
{
    struct symbol *s = name->symbol ? name->symbol : symbol_mention(f->c, name, at);
    enum veneer id;
    if (is_taken(f, s, at, &id))
        veneer_require(f, id);
    if (s->kind == SYMBOL_UNDEFINED && veneer_find(name, &id)) {
        struct ir_value v = veneer_require(f, id);
        f->property_names_used |= id == VENEER_PRINT_PROPERTY;
        s = f->veneer[id] ? f->veneer[id] : s;
        s->kind = SYMBOL_ROUTINE;
        s->index = v.index;
        s->value = v;
    }
    if (s->kind == SYMBOL_UNDEFINED && check_action_constant(f, name, at))
        return check_action_constant(f, name, at);
    if (s->kind == SYMBOL_UNDEFINED && s->original_of)
        veneer_require_original(f, s);
    if (s->kind == SYMBOL_UNDEFINED)
        check_unknown(f, s, at, DIAG_UNKNOWN_NAME, NULL);
    return s;
}

/* A constant whose value names what does not exist is an error only where it is used. */
bool check_names_unknown(struct front *f, const struct expr *e)
{
    const struct symbol *s;
    enum veneer id;
    if (!e)
        return false;
    s = e->kind != EXPR_NAME ? NULL : e->symbol ? e->symbol : e->name->symbol;
    if (e->kind == EXPR_NAME && (!s || (s->kind == SYMBOL_UNDEFINED && !s->original_of))
        && !veneer_find(e->name, &id) && !check_action_constant(f, e->name, e->at))
        return true;
    return check_names_unknown(f, e->left) || check_names_unknown(f, e->right);
}

static struct ir_value constant_value(struct front *f, struct symbol *s)
{
    struct checker k = { .f = f };
    struct routine *checking = f->checking;
    if (s->value.kind != VALUE_NONE || !s->expression)
        return s->value;
    if (s->flags & SYMBOL_EVALUATING) {
        diag(&f->c->diagnostics, DIAG_CIRCULAR_CONSTANT, s->at, s->name->text);
        return s->value = ir_number(1);
    }
    if (f->c->constant_depth >= DEEPEST_CONSTANT) {
        diag(&f->c->diagnostics, DIAG_NESTED_TOO_DEEP, s->at, "constants that need each other are", DEEPEST_CONSTANT);
        return s->value = ir_number(1);
    }
    s->flags |= SYMBOL_EVALUATING;
    f->c->constant_depth++;
    f->checking = NULL;          /* whose value it is does not depend on who asks first */
    check_expression(&k, s->expression, USE_VALUE);
    f->checking = checking;
    f->c->constant_depth--;
    s->flags &= ~(unsigned)SYMBOL_EVALUATING;
    if (s->value.kind == VALUE_NONE)
        s->value = s->expression->constant;
    if (s->value.kind == VALUE_NONE) {
        if (s->expression->kind != EXPR_BAD)
            diag(&f->c->diagnostics, DIAG_NOT_CONSTANT, s->expression->at, "the value of a Constant");
        s->value = ir_number(1);
    }
    return s->value;
}

struct ir_value check_symbol_value(struct front *f, struct symbol *s)
{
    switch (s->kind) {
    case SYMBOL_CONSTANT: return constant_value(f, s);
    case SYMBOL_ROUTINE: return s->value.kind == VALUE_NONE ? ir_reference(VALUE_ROUTINE, s->index) : s->value;
    case SYMBOL_ARRAY: return ir_reference(VALUE_ARRAY, s->index);
    case SYMBOL_OBJECT: return ir_reference(VALUE_OBJECT, s->index);
    case SYMBOL_CLASS: return ir_reference(VALUE_OBJECT, f->tables.classes.at[s->index].object);
    case SYMBOL_ATTRIBUTE:
    case SYMBOL_PROPERTY:
    case SYMBOL_INDIVIDUAL:
    case SYMBOL_ACTION:
    case SYMBOL_FAKE_ACTION: return ir_number(s->index);
    case SYMBOL_UNDEFINED: return ir_number(1);
    default: return (struct ir_value){0};
    }
}

struct ir_value check_name_value(struct front *f, struct name *name, position at)
{
    struct symbol *s = check_resolve(f, name, at);
    s->flags |= SYMBOL_USED;
    return check_symbol_value(f, s);
}

static const struct { const char *as_title, *in_text; } wanted_words[] = {
    [WANT_OBJECT] = { "Object", "object" }, [WANT_ATTRIBUTE] = { "Attribute", "attribute" },
    [WANT_PROPERTY] = { "Property", "property" }, [WANT_CLASS] = { "Class", "class" },
    [WANT_INSTANCE] = { "Object", "object" }, [WANT_ROUTINE] = { "Routine", "routine" },
    [WANT_RECEIVER] = { "Object, Class, Routine or String", "object" }
};

static bool fits_wanted(const struct name *candidate, void *context)
{
    enum symbol_kind kind = candidate->symbol ? candidate->symbol->kind : SYMBOL_UNDEFINED;
    switch (*(enum wanted *)context) {
    case WANT_ATTRIBUTE: return kind == SYMBOL_ATTRIBUTE;
    case WANT_PROPERTY: return kind == SYMBOL_PROPERTY || kind == SYMBOL_INDIVIDUAL;
    case WANT_CLASS: return kind == SYMBOL_CLASS;
    default: return fits_value(candidate, NULL);
    }
}

void check_known(struct front *f, const struct name *name, position at, enum wanted wanted)
{
    const struct name *nearest;
    enum veneer id;
    if (!name->symbol || name->symbol->kind != SYMBOL_UNDEFINED || name->symbol->flags & SYMBOL_REPORTED
        || f->c->definitions_lost || veneer_find(name, &id) || is_doubt(f, name->symbol, at, (int)wanted))
        return;
    name->symbol->flags |= SYMBOL_REPORTED;
    nearest = names_nearest(&f->c->names, name, fits_wanted, &wanted);
    if (nearest)
        diag_hint(&f->c->diagnostics, "did you mean '%s'?", nearest->text);
    diag(&f->c->diagnostics, DIAG_UNKNOWN_OF_KIND, at, wanted_words[wanted].in_text, name->text);
}

static bool suits(enum wanted wanted, enum symbol_kind kind)
{
    switch (kind) {
    case SYMBOL_ATTRIBUTE: return wanted == WANT_ATTRIBUTE;
    case SYMBOL_PROPERTY:
    case SYMBOL_INDIVIDUAL: return wanted == WANT_PROPERTY;
    case SYMBOL_OBJECT: return wanted == WANT_OBJECT || wanted == WANT_INSTANCE || wanted == WANT_RECEIVER;
    case SYMBOL_CLASS: return wanted == WANT_CLASS || wanted == WANT_OBJECT || wanted == WANT_RECEIVER;
    case SYMBOL_ROUTINE: return wanted == WANT_ROUTINE || wanted == WANT_RECEIVER;
    case SYMBOL_ARRAY: return false;
    default: return true;
    }
}

/* A text or word in quotes. */
static void check_literal_kind(struct front *f, const struct expr *e, enum wanted wanted, const char *context)
{
    enum { SHOWN = 24 };
    bool cut = e->length > SHOWN;
    if (e->kind != EXPR_WORD && wanted == WANT_RECEIVER)
        return;
    diag(&f->c->diagnostics, DIAG_UNLIKELY_KIND, e->at, context, wanted_words[wanted].as_title,
         e->kind == EXPR_WORD ? "dictionary word" : "string",
         arena_format(&f->c->arena, "%.*s%s", cut ? SHOWN : e->length, e->text, cut ? "..." : ""));
}

void check_kind(struct front *f, const struct expr *e, enum wanted wanted, const char *context)
{
    if (e && (e->kind == EXPR_STRING || e->kind == EXPR_WORD))
        check_literal_kind(f, e, wanted, context);
    if (e && e->kind == EXPR_NAME && e->symbol && !suits(wanted, e->symbol->kind))
        diag(&f->c->diagnostics, DIAG_UNLIKELY_KIND, e->at, context, wanted_words[wanted].as_title,
             symbol_kind_word(e->symbol->kind), e->name->text);
}

static bool is_property_name(const struct expr *e)
{
    return e->kind == EXPR_NAME && e->symbol
        && (e->symbol->kind == SYMBOL_PROPERTY || e->symbol->kind == SYMBOL_INDIVIDUAL);
}

static void check_not_bare(struct checker *k, const struct expr *e)
{
    if (is_property_name(e))
        diag(said(k), DIAG_BARE_PROPERTY, e->at, e->name->text, e->name->text);
}

/* Leaves */

static void check_name(struct checker *k, struct expr *e)
{
    if (!e->symbol)              /* the parser has bound constants: Undef may have taken their names from them */
        e->symbol = check_resolve(k->f, e->name, e->at);
    e->symbol->flags |= SYMBOL_READ | SYMBOL_USED;
    if (is_property_name(e))
        e->symbol->flags |= SYMBOL_HANDED;
    e->constant = check_symbol_value(k->f, e->symbol);
}

/* A property that is only read or called here. */
static void check_property(struct checker *k, struct expr *e)
{
    const struct symbol *s = e->kind != EXPR_NAME ? NULL : e->symbol ? e->symbol : e->name->symbol;
    bool handed = !s || s->flags & SYMBOL_HANDED;
    check_expression(k, e, USE_VALUE);
    if (!handed)
        e->symbol->flags &= (unsigned)~SYMBOL_HANDED;
}

static void check_local(struct checker *k, const struct expr *e, int use)
{
    if (e->value >= 0 && e->value < MOST_SOURCE_LOCALS)
        k->local_use[e->value] |= (uint8_t)use;
}

/* The constants that are addresses in #identifiers_table. */
static void check_names(struct checker *k, const struct expr *e)
{
    const struct options *o = &k->f->c->options;
    switch (e->value) {
    case SYSTEM_IDENTIFIERS_TABLE: case SYSTEM_ARRAY_NAMES_OFFSET: case SYSTEM_ATTRIBUTE_NAMES_ARRAY:
    case SYSTEM_PROPERTY_NAMES_ARRAY: case SYSTEM_ACTION_NAMES_ARRAY: case SYSTEM_FAKE_ACTION_NAMES_ARRAY:
    case SYSTEM_ARRAY_NAMES_ARRAY: case SYSTEM_GLOBAL_NAMES_ARRAY: case SYSTEM_ROUTINE_NAMES_ARRAY:
    case SYSTEM_CONSTANT_NAMES_ARRAY:
        k->f->names_used = true;
        if (o->setting[SETTING_OMIT_SYMBOL_TABLE] && o->setting_by[SETTING_OMIT_SYMBOL_TABLE] != CHOSEN_BY_DEFAULT)
            diag(said(k), DIAG_REFUSED, e->at,
                 arena_format(&k->f->c->arena, "$OMIT_SYMBOL_TABLE leaves out names: no #%s", e->name->text));
        break;
    default: break;
    }
}

bool check_has_short_words(const struct front *f)
{
    return f->c->options.setting[SETTING_ZCODE_LESS_DICT_DATA]
        && f->c->options.setting_by[SETTING_ZCODE_LESS_DICT_DATA] != CHOSEN_BY_DEFAULT;
}

static void check_system(struct checker *k, struct expr *e)
{
    int system = e->name ? e->name->word[CONTEXT_SYSTEM] - 1 : -1;
    if (system < 0) {
        diag(said(k), DIAG_UNKNOWN_SYSTEM_CONSTANT, e->at, e->name ? e->name->text : "");
        e->constant = ir_number(1);
        return;
    }
    e->value = system;
    check_names(k, e);
    if (system == SYSTEM_DICT_PAR3 && check_has_short_words(k->f))
        diag(said(k), DIAG_REFUSED, e->at, "with $ZCODE_LESS_DICT_DATA words have no third byte: no #dict_par3");
    if (system == SYSTEM_HIGHEST_META_ACTION_NUMBER)
        e->constant = ir_number(check_meta_actions(k->f) - 1);
    if (constant_evaluate(k->f->c, e).kind == VALUE_NONE)
        e->constant = ir_reference(VALUE_LATER, system);
}

static void check_hash_dollar(struct checker *k, struct expr *e)
{
    e->constant = ir_number(1);
    switch (e->value) {
    case 'a':
        diag(said(k), DIAG_OBSOLETE_FORM, e->at, "'#a$Act'", "'##Act'");
        e->constant = ir_number(check_action(k->f, e->name, e->at));
        break;
    case 'n':
        diag(said(k), DIAG_OBSOLETE_FORM, e->at, "'#n$word'", "''word//''");
        e->constant = ir_reference(VALUE_WORD, literal_word(k->f, e->name->text, e->name->length, e->at));
        break;
    case 'r':
        diag(said(k), DIAG_OBSOLETE_FORM, e->at, "'#r$Routine'", "'Routine'");
        e->symbol = check_resolve(k->f, e->name, e->at);
        e->symbol->flags |= SYMBOL_READ | SYMBOL_USED;
        e->constant = check_symbol_value(k->f, e->symbol);
        break;
    case 'g':
        e->symbol = check_resolve(k->f, e->name, e->at);
        e->symbol->flags |= SYMBOL_READ | SYMBOL_USED;
        e->constant = (struct ir_value){ VALUE_GLOBAL, e->symbol->index, -16 };
        if (e->symbol->kind != SYMBOL_GLOBAL) {
            if (e->symbol->kind != SYMBOL_UNDEFINED)
                diag(said(k), DIAG_NOT_A_GLOBAL, e->at, e->name->text);
            e->constant = ir_number(1);
        }
        break;
    default:
        diag(said(k), DIAG_NO_HASH_W, e->at);
    }
}

/* Operators */

static void check_expressions(struct checker *k, struct expr *first)
{
    for (struct expr *e = first; e; e = e->next)
        check_expression(k, e, USE_VALUE);
}

static void check_assignable(struct checker *k, struct expr *e, int use)
{
    switch (e->kind) {
    case EXPR_LOCAL:
        check_local(k, e, use);
        return;
    case EXPR_NAME:
        e->symbol = check_resolve(k->f, e->name, e->at);
        e->symbol->flags |= use & SYMBOL_USED ? SYMBOL_READ | SYMBOL_ASSIGNED : SYMBOL_ASSIGNED;
        if (e->symbol->kind == SYMBOL_GLOBAL || e->symbol->kind == SYMBOL_UNDEFINED)
            return;
        diag(said(k), DIAG_NOT_ASSIGNABLE, e->at, e->name->text, symbol_kind_word(e->symbol->kind));
        e->constant = check_symbol_value(k->f, e->symbol);
        return;
    case EXPR_BINARY:
        check_expression(k, e, USE_VALUE);
        if (e->mark == MARK_DOT && is_property_name(e->right))
            e->right->symbol->flags |= SYMBOL_HANDED;
        else if (e->mark == MARK_DOT)
            k->f->any_property_set = true;
        if (e->mark == MARK_ARROW || e->mark == MARK_LONG_ARROW)
            check_entry_writable(k, e);
        else if (e->mark != MARK_DOT && e->mark != MARK_SUPERCLASS)
            break;
        return;
    case EXPR_BAD:
        return;
    default:
        check_expression(k, e, USE_VALUE);
    }
    diag(said(k), DIAG_BAD_LVALUE, e->at, "assigned to");
}

static bool is_dot(enum mark mark)
{
    return mark >= MARK_DOT && mark <= MARK_DOT_DOT_HASH;
}

static void check_unqualified(struct checker *k, const struct expr *e)
{
    if (is_property_name(e) && !e->bracketed)
        diag(said(k), DIAG_UNQUALIFIED_PROPERTY, e->at, e->name->text);
}

/* If an operand must be of a kind, the message about an unknown name says so. */
static void check_operand_known(struct checker *k, const struct expr *e, enum wanted wanted)
{
    for (; e; e = e->next)
        if (e->kind == EXPR_NAME) {
            symbol_mention(k->f->c, e->name, e->at);
            check_known(k->f, e->name, e->at, wanted);
        }
}

/* Operands that cannot be 0: objects, arrays, divisors. */
static void check_needs(struct checker *k, const struct expr *e)
{
    if (is_dot(e->mark) || e->mark == MARK_ARROW || e->mark == MARK_LONG_ARROW)
        check_mark_local(k, e->left, LOCAL_NEEDED);
    else if (e->mark == MARK_DIVIDE || e->mark == MARK_REMAINDER)
        check_mark_local(k, e->right, LOCAL_NEEDED);
}

static void check_binary(struct checker *k, struct expr *e, enum use use)
{
    bool list = e->mark == MARK_COMMA;
    if (is_dot(e->mark))
        check_operand_known(k, e->right, WANT_PROPERTY);
    check_expression(k, e->left, list ? USE_EFFECT : USE_VALUE);
    if (e->mark == MARK_DOT || e->mark == MARK_DOT_HASH)
        check_property(k, e->right);
    else
        check_expression(k, e->right, list ? use : USE_VALUE);
    if (e->mark == MARK_ARROW || e->mark == MARK_LONG_ARROW)
        check_entry(k, e);
    if (is_dot(e->mark)) {
        check_kind(k->f, e->left, WANT_OBJECT, "\".\" expression");
        check_kind(k->f, e->right, WANT_PROPERTY, "\".\" expression");
    } else if (e->mark == MARK_SUPERCLASS) {
        check_kind(k->f, e->left, WANT_CLASS, "\"::\" expression");
    } else if (!list) {          /* a property may be assigned, passed on, or be what a variable is compared with */
        check_unqualified(k, e->left);
        check_unqualified(k, e->right);
    }
    check_needs(k, e);
    if (!list)
        constant_evaluate(k->f->c, e);
}

static int count_arguments(const struct expr *e)
{
    int count = 0;
    for (const struct expr *a = e->arguments; a; a = a->next)
        count++;
    return count;
}

static void check_call_size(struct checker *k, const struct expr *e, int count)
{
    int most = k->f->program->version == 3 ? 3 : 7;
    const struct symbol *s = e->left && e->left->kind == EXPR_NAME ? e->left->symbol : NULL;
    if (count > most) {
        diag(said(k), DIAG_TOO_MANY_CALL_ARGUMENTS, e->at, (long)count, k->f->program->version, (long)most);
    } else if (s && s->kind == SYMBOL_ROUTINE && s->directive && s->directive->routine && !(s->flags & SYMBOL_STUB)) {
        int locals = s->directive->routine->local_count;
        if (count > locals)
            diag(said(k), DIAG_TOO_MANY_ARGUMENTS, e->at, s->name->text, (long)locals, (long)count);
    }
}

static void check_call(struct checker *k, struct expr *e)
{
    check_expression(k, e->left, USE_VALUE);
    check_expressions(k, e->arguments);
    check_kind(k->f, e->left, WANT_ROUTINE, "function call");
    if (e->left->kind == EXPR_LOCAL && !e->left->bracketed && e->left->name->symbol
        && e->left->name->symbol->kind == SYMBOL_ROUTINE)
        diag(said(k), DIAG_HIDDEN_ROUTINE, e->left->at, e->left->name->text);
    check_call_size(k, e, count_arguments(e));
    check_note_call(k->f, e);
}

static void check_function(struct checker *k, struct expr *e)
{
    int count = count_arguments(e), least = 1, most = 1;
    if (e->function == FUNCTION_RANDOM)
        most = 99;
    if (e->function == FUNCTION_INDIRECT)
        most = k->f->program->version == 3 ? 4 : 8;
    check_expressions(k, e->arguments);
    for (const struct expr *a = e->arguments; a; a = a->next)
        check_mark_local(k, a, LOCAL_TESTED);
    if (e->function == FUNCTION_INDIRECT)
        check_kind(k->f, e->arguments, WANT_ROUTINE, "\"indirect\" call");
    if (count < least || count > most)
        diag(said(k), count < least ? DIAG_FUNCTION_TOO_FEW : DIAG_FUNCTION_TOO_MANY, e->at, (long)count,
             (long)(count < least ? least : most));
}

static void check_message(struct checker *k, struct expr *e)
{
    int most = k->f->program->version == 3 ? 1 : 5, count = count_arguments(e);
    check_expression(k, e->left, USE_VALUE);
    check_mark_local(k, e->left, LOCAL_NEEDED);
    check_operand_known(k, e->right, WANT_PROPERTY);
    check_property(k, e->right);
    check_expressions(k, e->arguments);
    check_kind(k->f, e->left, WANT_RECEIVER, "\".()\" expression");
    check_kind(k->f, e->right, WANT_PROPERTY, "\".\" expression");
    if (count > most)
        diag(said(k), DIAG_TOO_MANY_MESSAGE_ARGUMENTS, e->at, (long)count, k->f->program->version, (long)most);
}

static void check_condition_kinds(struct checker *k, const struct expr *e)
{
    static const struct { uint8_t condition; enum wanted left, right; const char *context; } rows[] = {
        { CONDITION_IN, WANT_INSTANCE, WANT_OBJECT, "\"in/notin\" expression" },
        { CONDITION_NOTIN, WANT_INSTANCE, WANT_OBJECT, "\"in/notin\" expression" },
        { CONDITION_HAS, WANT_INSTANCE, WANT_ATTRIBUTE, "\"has/hasnt\" expression" },
        { CONDITION_HASNT, WANT_INSTANCE, WANT_ATTRIBUTE, "\"has/hasnt\" expression" }
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].condition == e->condition) {
            check_kind(k->f, e->left, rows[i].left, rows[i].context);
            for (const struct expr *a = e->arguments; a; a = a->next)
                check_kind(k->f, a, rows[i].right, rows[i].context);
        }
    for (const struct expr *a = e->arguments; a; a = a->next)
        if (e->condition == CONDITION_OFCLASS)
            check_kind(k->f, a, WANT_CLASS, "\"ofclass\" expression");
        else if (e->condition == CONDITION_PROVIDES)
            check_kind(k->f, a, WANT_PROPERTY, "\"provides\" expression");
}

static void check_condition_known(struct checker *k, const struct expr *e)
{
    switch (e->condition) {
    case CONDITION_HAS: case CONDITION_HASNT: check_operand_known(k, e->arguments, WANT_ATTRIBUTE); break;
    case CONDITION_OFCLASS: check_operand_known(k, e->arguments, WANT_CLASS); break;
    case CONDITION_PROVIDES: check_operand_known(k, e->arguments, WANT_PROPERTY); break;
    default: break;
    }
}

/* Of nothing the others are false; these are errors. */
static bool is_object_test(int condition)
{
    return condition == CONDITION_HAS || condition == CONDITION_HASNT;
}

/* >= and <= are negations of < and >, and so are their alternatives, which surprises most people. */
static void check_alternatives(struct checker *k, const struct expr *e)
{
    if (e->arguments && e->arguments->next && (e->mark == MARK_GREATER_EQUAL || e->mark == MARK_LESS_EQUAL))
        diag(said(k), DIAG_NEGATED_OR, e->at, e->mark == MARK_LESS_EQUAL ? "<=" : ">=");
}

static void check_operator(struct checker *k, struct expr *e, enum use use)
{
    switch (e->kind) {
    case EXPR_UNARY:
        check_expression(k, e->left, e->mark == MARK_NOT ? USE_CONDITION : USE_VALUE);
        break;
    case EXPR_LOGIC:
        check_expression(k, e->left, USE_CONDITION);
        k->conditions++;
        check_expression(k, e->right, USE_CONDITION);
        k->conditions--;
        break;
    case EXPR_STEP:
        check_assignable(k, e->left, use == USE_EFFECT ? SYMBOL_ASSIGNED : SYMBOL_ASSIGNED | SYMBOL_USED);
        return;
    case EXPR_ASSIGN:
        check_expression(k, e->right, USE_VALUE);
        check_assignable(k, e->left, SYMBOL_ASSIGNED);
        return;
    case EXPR_COMPARE:
        check_expression(k, e->left, USE_VALUE);
        check_expressions(k, e->arguments);
        check_mark_local(k, e->left, LOCAL_TESTED);
        for (const struct expr *a = e->arguments; a; a = a->next)
            check_mark_local(k, a, LOCAL_TESTED);
        check_unqualified(k, e->left);
        check_alternatives(k, e);
        if (e->mark != MARK_EQUAL && e->mark != MARK_UNEQUAL)
            check_unqualified(k, e->arguments);
        break;
    default:
        check_expression(k, e->left, USE_VALUE);
        check_condition_known(k, e);
        for (struct expr *a = e->arguments; a; a = a->next)
            check_property(k, a);
        check_condition_kinds(k, e);
        check_mark_local(k, e->left, is_object_test(e->condition) ? LOCAL_NEEDED : LOCAL_TESTED);
        for (const struct expr *a = e->arguments; a; a = a->next)
            check_mark_local(k, a, LOCAL_TESTED);
        return;
    }
    constant_evaluate(k->f->c, e);
}

/* What an expression is used for */

static void check_use(struct checker *k, const struct expr *e, enum use use)
{
    switch (e->kind) {
    case EXPR_BAD: case EXPR_CALL: case EXPR_FUNCTION: case EXPR_MESSAGE: case EXPR_STEP: case EXPR_ASSIGN:
        if (use == USE_CONDITION && e->kind == EXPR_ASSIGN && !e->bracketed)
            diag(said(k), DIAG_ASSIGN_AS_CONDITION, e->at);
        return;
    case EXPR_COMPARE: case EXPR_CONDITION: case EXPR_LOGIC:
        if (use == USE_EFFECT)
            diag(said(k), DIAG_CONDITION_WITHOUT_EFFECT, e->at);
        return;
    case EXPR_BINARY:
        if (e->mark == MARK_COMMA)
            return;
        break;
    default:
        break;
    }
    if (use == USE_EFFECT)
        diag(said(k), DIAG_NO_EFFECT, e->at);
    if (use != USE_CONDITION)
        return;
    check_not_bare(k, e);
    check_mark_local(k, e, LOCAL_TESTED);
}

static void check_leaf(struct checker *k, struct expr *e)
{
    struct text text;
    switch (e->kind) {
    case EXPR_NUMBER: e->constant = ir_number(e->value); break;
    case EXPR_STRING:
        text = literal_text(k->f, e->text, e->length, e->at);
        e->constant = ir_reference(VALUE_STRING, program_add_string(k->f->program, text, e->at));
        break;
    case EXPR_WORD: e->constant = ir_reference(VALUE_WORD, literal_word(k->f, e->text, e->length, e->at)); break;
    case EXPR_CHARACTER: e->constant = ir_number(literal_character(k->f, e->text, e->length, e->at)); break;
    case EXPR_NAME: check_name(k, e); break;
    case EXPR_LOCAL: check_local(k, e, SYMBOL_USED); break;
    case EXPR_ACTION:
        e->constant = ir_number(check_action(k->f, e->name, e->at));
        e->symbol = e->name->action;
        break;
    case EXPR_SYSTEM: check_system(k, e); break;
    default: check_hash_dollar(k, e);
    }
}

void check_expression(struct checker *k, struct expr *e, enum use use)
{
    if (!e || e->kind == EXPR_BAD)
        return;
    if (e->constant.kind == VALUE_NONE || e->kind == EXPR_NAME)
        switch (e->kind) {
        case EXPR_CALL: check_call(k, e); break;
        case EXPR_FUNCTION: check_function(k, e); break;
        case EXPR_MESSAGE: check_message(k, e); break;
        case EXPR_BINARY: check_binary(k, e, use); break;
        case EXPR_UNARY: case EXPR_STEP: case EXPR_ASSIGN: case EXPR_COMPARE: case EXPR_CONDITION: case EXPR_LOGIC:
            check_operator(k, e, use);
            break;
        default: check_leaf(k, e);
        }
    check_use(k, e, use);
}

/* Constants */

struct ir_value check_constant(struct front *f, struct expr *e, const char *what)
{
    struct checker k = { .f = f };
    check_expression(&k, e, USE_VALUE);
    if (e->constant.kind != VALUE_NONE)
        return e->constant;
    if (e->kind != EXPR_BAD && !f->c->definitions_lost)
        diag(&f->c->diagnostics, DIAG_NOT_CONSTANT, e->at, what);
    return ir_number(1);
}

int check_number(struct front *f, struct expr *e, const char *what, int standard)
{
    struct ir_value v = check_constant(f, e, what);
    if (v.kind == VALUE_NUMBER)
        return (int)((v.offset & 0xFFFF) ^ 0x8000) - 0x8000;
    if (e->kind != EXPR_BAD && !f->c->definitions_lost)
        diag(&f->c->diagnostics, DIAG_NOT_CONSTANT, e->at, what);
    return standard;
}
