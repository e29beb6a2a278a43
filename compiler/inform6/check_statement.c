/* Golmac: MIT licence, see LICENSE. */
/* Checking statements and whole routines: operands, cases, labels, locals. */
#include "compiler/inform6/check.h"

#include <strings.h>

static struct diagnostics *said(const struct checker *k)
{
    return &k->f->c->diagnostics;
}

static void check_statement(struct checker *k, struct stmt *s);
static void check_statements(struct checker *k, struct stmt *first);

/* Switches */

struct seen_range { int from, to; struct expr *at; };
struct seen_cases { VECTOR(struct seen_range) ranges; };

static bool case_number(const struct expr *e, int *out)
{
    if (!e || e->constant.kind != VALUE_NUMBER
        || (e->kind == EXPR_NAME && e->symbol && e->symbol->kind == SYMBOL_UNDEFINED))
        return false;
    *out = (int)((e->constant.offset & 0xFFFF) ^ 0x8000) - 0x8000;
    return true;
}

static void check_case_range(struct checker *k, struct case_range *c, struct seen_cases *seen)
{
    int from, to;
    check_constant(k->f, c->from, "a switch case");
    if (c->to)
        check_constant(k->f, c->to, "a switch case");
    if (!case_number(c->from, &from) || !case_number(c->to ? c->to : c->from, &to))
        return;
    if (from > to)
        diag(said(k), DIAG_EMPTY_RANGE, c->from->at, (long)from, (long)to);
    for (int i = 0; i < seen->ranges.count; i++)
        if (from <= seen->ranges.at[i].to && to >= seen->ranges.at[i].from) {
            long first = from > seen->ranges.at[i].from ? from : seen->ranges.at[i].from;
            diag(said(k), DIAG_DUPLICATE_CASE, c->from->at, first);
            diag(said(k), DIAG_PREVIOUS_CASE, seen->ranges.at[i].at->at);
            break;
        }
    *vector_add(&k->f->c->arena, &seen->ranges) = (struct seen_range){ from, to, c->from };
}

static void check_case(struct checker *k, const struct stmt *s, struct seen_cases *seen)
{
    for (struct case_range *c = s->cases; c; c = c->next)
        check_case_range(k, c, seen);
}

/* The statements of a switch or routine, with the cases among them. */
static void check_case_list(struct checker *k, struct stmt *first)
{
    struct seen_cases seen = {0};
    for (struct stmt *s = first; s; s = s->next)
        if (s->kind == STMT_CASE)
            check_case(k, s, &seen);
        else
            check_statement(k, s);
}

/* Statements with operands */

static void check_give(struct checker *k, struct stmt *s)
{
    check_expression(k, s->a, USE_VALUE);
    check_kind(k->f, s->a, WANT_INSTANCE, "\"give\" statement");
    check_mark_local(k, s->a, LOCAL_NEEDED);
    for (struct expr *e = s->items; e; e = e->next) {
        struct expr *attribute = e->kind == EXPR_UNARY ? e->left : e;
        if (attribute->kind == EXPR_NAME && attribute->name->symbol)
            check_known(k->f, attribute->name, attribute->at, WANT_ATTRIBUTE);
        check_expression(k, attribute, USE_VALUE);
        check_kind(k->f, attribute, WANT_ATTRIBUTE, "\"give\" statement");
    }
}

static void check_print(struct checker *k, struct stmt *s)
{
    for (struct print_item *p = s->prints; p; p = p->next) {
        if (p->routine) {
            struct symbol *rule = check_resolve(k->f, p->routine, p->value->at);
            rule->flags |= SYMBOL_USED | SYMBOL_READ;
            if (rule->kind != SYMBOL_ROUTINE && rule->kind != SYMBOL_UNDEFINED && rule->kind != SYMBOL_GLOBAL)
                diag(said(k), DIAG_WRONG_KIND, p->value->at, p->routine->text, symbol_kind_word(rule->kind),
                     "a printing routine");
        }
        k->f->property_names_used |= p->rule == PRINT_PROPERTY;
        if (p->value->kind != EXPR_STRING || p->rule != PRINT_NONE || p->routine)
            check_expression(k, p->value, p->rule == PRINT_NONE && !p->routine ? USE_CONDITION : USE_VALUE);
        if (p->rule == PRINT_STRING || p->rule == PRINT_ADDRESS)
            check_mark_local(k, p->value, LOCAL_NEEDED);
    }
}

static void check_read(struct checker *k, const struct stmt *s)
{
    if (s->c && k->f->program->version < 4)
        diag(said(k), DIAG_NEEDS_VERSION, s->at, "a status line routine in 'read'", 4L, k->f->program->version);
}

static void check_string(struct checker *k, const struct stmt *s)
{
    long most = k->f->c->options.setting[SETTING_MAX_DYNAMIC_STRINGS] - 1, number;
    if (!s->a || s->a->constant.kind != VALUE_NUMBER)
        return;
    number = s->a->constant.offset & 0xFFFF;
    if (number > most)
        diag(said(k), DIAG_OUT_OF_RANGE, s->a->at, "the low string's number", number, 0L, most);
}

static void check_keyword(struct checker *k, struct stmt *s)
{
    bool low_string = s->keyword == STATEMENT_STRING && s->b && s->b->kind == EXPR_STRING;       /* lowering makes it */
    check_expression(k, s->a, USE_VALUE);
    if (!low_string)
        check_expression(k, s->b, USE_VALUE);
    check_expression(k, s->c, USE_VALUE);
    switch (s->keyword) {
    case STATEMENT_BREAK:
        if (!k->loops && !k->switches)
            diag(said(k), DIAG_MISPLACED, s->at, "break", "a loop or switch");
        break;
    case STATEMENT_CONTINUE:
        if (!k->loops)
            diag(said(k), DIAG_MISPLACED, s->at, "continue", "a loop");
        break;
    case STATEMENT_MOVE:
        check_kind(k->f, s->a, WANT_INSTANCE, "\"move\" statement");
        check_kind(k->f, s->b, WANT_OBJECT, "\"move\" statement");
        check_mark_local(k, s->a, LOCAL_NEEDED);
        check_mark_local(k, s->b, LOCAL_NEEDED);
        break;
    case STATEMENT_REMOVE:
        check_kind(k->f, s->a, WANT_INSTANCE, "\"remove\" statement");
        break;
    case STATEMENT_READ: check_read(k, s); break;
    case STATEMENT_STRING: check_string(k, s); break;
    default: break;
    }
}

/* Assembly is not checked: every variable in it counts as used and set. */
static void check_operand(struct checker *k, struct asm_operand *o)
{
    struct expr *e = o->value;
    if (!e)
        return;
    check_expression(k, e, USE_VALUE);
    if (e->kind == EXPR_LOCAL && e->value >= 0 && e->value < MOST_SOURCE_LOCALS)
        k->local_use[e->value] |= SYMBOL_USED | SYMBOL_ASSIGNED;
    if (e->kind != EXPR_LOCAL && e->kind != EXPR_BAD && e->constant.kind == VALUE_NONE
        && !(e->kind == EXPR_NAME && e->symbol && e->symbol->kind == SYMBOL_GLOBAL))
        diag(said(k), DIAG_NOT_CONSTANT, e->at, "an operand of an assembly instruction that is no variable");
}

static void check_store(struct checker *k, struct asm_operand *o)
{
    struct expr *e = o->value;
    check_operand(k, o);
    if (o->mode == ASM_VALUE && e && e->kind != EXPR_LOCAL && e->kind != EXPR_BAD
        && !(e->kind == EXPR_NAME && e->symbol
             && (e->symbol->kind == SYMBOL_GLOBAL || e->symbol->kind == SYMBOL_UNDEFINED)))
        diag(said(k), DIAG_BAD_LVALUE, e->at, "assigned to");
}

/* @ -> bytes, @ --> words */
static void check_raw(struct checker *k, const struct assembly *a)
{
    for (const struct asm_operand *o = a->operands; o; o = o->next) {
        if (!o->value || o->mode != ASM_VALUE) {
            diag(said(k), DIAG_NOT_CONSTANT, o->at, "a byte or word in the code");
            continue;
        }
        struct ir_value v = check_constant(k->f, o->value, "a byte or word in the code");
        if (!a->words && v.kind != VALUE_NUMBER)
            diag(said(k), DIAG_NOT_CONSTANT, o->at, "a byte in the code");
        else if (!a->words && v.offset >> 8)
            diag(said(k), DIAG_BYTE_ENTRY, o->at, (long)v.offset, (long)(v.offset & 0xFF));
    }
}

static void check_assembly(struct checker *k, struct assembly *a)
{
    if (!a->opcode) {
        check_raw(k, a);
        return;
    }
    for (struct asm_operand *o = a->operands; o; o = o->next)
        check_operand(k, o);
    if (a->store)
        check_store(k, a->store);
    k->f->any_property_set |= a->opcode == opcode_row(OP_put_prop);
}

/* Loops */

static void check_loop_body(struct checker *k, struct stmt *body)
{
    k->loops++;
    k->conditions++;
    check_statements(k, body);
    k->conditions--;
    k->loops--;
}

static void check_variable(struct checker *k, struct expr *e)
{
    check_expression(k, e, USE_VALUE);
    if (e && e->kind == EXPR_LOCAL && e->value >= 0 && e->value < MOST_SOURCE_LOCALS)
        k->local_use[e->value] |= SYMBOL_USED | SYMBOL_ASSIGNED;
    else if (e && e->kind == EXPR_NAME && e->symbol && e->symbol->kind != SYMBOL_GLOBAL
             && e->symbol->kind != SYMBOL_UNDEFINED)
        diag(said(k), DIAG_NOT_ASSIGNABLE, e->at, e->name->text, symbol_kind_word(e->symbol->kind));
}

static void check_objectloop(struct checker *k, struct stmt *s)
{
    check_variable(k, s->b);
    if (s->form == LOOP_ALL)
        check_expression(k, s->a, USE_CONDITION);
    else
        check_expression(k, s->c, USE_VALUE);
    check_loop_body(k, s->body);
}

static void check_for(struct checker *k, struct stmt *s)
{
    check_expression(k, s->a, USE_EFFECT);
    check_expression(k, s->b, USE_CONDITION);
    check_expression(k, s->c, USE_EFFECT);
    check_loop_body(k, s->body);
}

static void check_statement(struct checker *k, struct stmt *s)
{
    switch (s->kind) {
    case STMT_BLOCK: check_statements(k, s->body); break;
    case STMT_EXPRESSION: check_expression(k, s->a, USE_EFFECT); break;
    case STMT_KEYWORD: check_keyword(k, s); break;
    case STMT_DO:
        check_loop_body(k, s->body);
        check_expression(k, s->a, USE_CONDITION);
        break;
    case STMT_FOR: check_for(k, s); break;
    case STMT_GIVE: check_give(k, s); break;
    case STMT_IF:
        check_expression(k, s->a, USE_CONDITION);
        k->conditions++;
        check_statements(k, s->body);
        check_statements(k, s->other);
        k->conditions--;
        break;
    case STMT_OBJECTLOOP: check_objectloop(k, s); break;
    case STMT_PRINT: check_print(k, s); break;
    case STMT_SWITCH:
        check_expression(k, s->a, USE_VALUE);
        check_mark_local(k, s->a, LOCAL_TESTED);
        k->switches++;
        k->conditions++;
        check_case_list(k, s->body);
        k->conditions--;
        k->switches--;
        break;
    case STMT_WHILE:
        check_expression(k, s->a, USE_CONDITION);
        check_loop_body(k, s->body);
        break;
    case STMT_ACTION:
        check_expression(k, s->a, USE_VALUE);
        check_expression(k, s->b, USE_VALUE);
        check_expression(k, s->c, USE_VALUE);
        check_expression(k, s->d, USE_VALUE);
        break;
    case STMT_ASSEMBLY:
        if (s->assembly)
            check_assembly(k, s->assembly);
        break;
    case STMT_CASE: case STMT_BOX: case STMT_LABEL: break;
    }
}

static void check_statements(struct checker *k, struct stmt *first)
{
    for (struct stmt *s = first; s; s = s->next)
        check_statement(k, s);
}

/* Routines */

static void check_locals(struct checker *k, const struct routine *r)
{
    for (int i = 0; i < r->local_count && i + 1 < MOST_SOURCE_LOCALS && !said(k)->errors; i++) {
        int use = k->local_use[i + 1];
        position at = r->local_at ? r->local_at[i] : r->at;
        if (!use)
            diag(said(k), DIAG_UNUSED, at, "local variable", r->locals[i]->text);
        else if (!(use & SYMBOL_USED))
            diag(said(k), DIAG_SET_NEVER_USED, at, "local variable", r->locals[i]->text);
    }
    if (r->local_count > IR_MOST_LOCALS)
        diag(said(k), DIAG_LIMIT, r->local_at ? r->local_at[IR_MOST_LOCALS] : r->at,
             arena_format(&k->f->c->arena, "local variables of '%s'", r->name ? r->name->text : "this routine"),
             (long)r->local_count, k->f->program->version, (long)IR_MOST_LOCALS);
}

/* While the routine is checked, names know its locals, for hints. */
static void name_locals(const struct routine *r, bool known)
{
    for (int i = 0; i < r->local_count; i++)
        r->locals[i]->local = (int16_t)(known ? i + 1 : 0);
}

static bool may_be_left_out(const struct front *f, const struct routine *r)
{
    return f->c->options.setting[SETTING_OMIT_UNUSED_ROUTINES] && !r->embedded && !r->veneer;
}

void check_routine(struct front *f, struct routine *r)
{
    struct checker k = { .f = f, .routine = r };
    if (r->stub)
        return;
    f->checking = may_be_left_out(f, r) ? r : NULL;
    if (r->local_count && strcasecmp(r->locals[0]->text, "_vararg_count") == 0)
        diag(said(&k), DIAG_NO_VARARGS, r->local_at ? r->local_at[0] : r->at);
    name_locals(r, true);
    k.conditions = r->has_cases;
    check_case_list(&k, r->body);
    name_locals(r, false);
    check_flow(&k, r);
    check_locals(&k, r);
    check_note_needs(&k, r);
    f->checking = NULL;
}
