/* Golmac: MIT licence, see LICENSE. */
/* The tree as text, for $!TREE: a directive or statement a line, expressions with all brackets. */
#include "compiler/inform6/symbol.h"
#include "compiler/inform6/tree.h"

static const char *const directive_texts[] = {
    [TREE_ABBREVIATE] = "Abbreviate", [TREE_ARRAY] = "Array", [TREE_ATTRIBUTE] = "Attribute", [TREE_CLASS] = "Class",
    [TREE_CONSTANT] = "Constant", [TREE_DICTIONARY] = "Dictionary", [TREE_EXTEND] = "Extend",
    [TREE_FAKE_ACTION] = "Fake_action", [TREE_GLOBAL] = "Global", [TREE_LOWSTRING] = "Lowstring",
    [TREE_OBJECT] = "Object",
    [TREE_PROPERTY] = "Property", [TREE_ROUTINE] = "Routine", [TREE_VERB] = "Verb", [TREE_ZCHARACTER] = "Zcharacter",
    [TREE_TRACE] = "Trace"
};

static const char *const statement_texts[] = {
    [STMT_BLOCK] = "block", [STMT_EXPRESSION] = "expression", [STMT_KEYWORD] = "keyword", [STMT_BOX] = "box",
    [STMT_DO] = "do", [STMT_FOR] = "for", [STMT_GIVE] = "give", [STMT_IF] = "if", [STMT_OBJECTLOOP] = "objectloop",
    [STMT_PRINT] = "print", [STMT_SWITCH] = "switch", [STMT_CASE] = "case", [STMT_WHILE] = "while",
    [STMT_ACTION] = "action", [STMT_LABEL] = "label", [STMT_ASSEMBLY] = "assembly"
};

static void indent(FILE *out, int depth)
{
    fprintf(out, "%*s", depth * 2, "");
}

static void put_name(FILE *out, const struct name *n)
{
    if (n)
        fprintf(out, " %s", n->text);
}

static void put_expr(FILE *out, const struct expr *e);

static void put_list(FILE *out, const struct expr *e, const char *between)
{
    for (; e; e = e->next) {
        put_expr(out, e);
        if (e->next)
            fputs(between, out);
    }
}

static void put_operation(FILE *out, const struct expr *e)
{
    putc('(', out);
    if (e->left && !(e->kind == EXPR_STEP && e->prefix))
        put_expr(out, e->left);
    if (e->kind == EXPR_CONDITION)
        fprintf(out, " %s ", keywords_text(CONTEXT_CONDITION, (int)e->condition));
    else
        fprintf(out, " %s ", lexer_mark_text(e->mark));
    if (e->kind == EXPR_STEP && e->prefix)
        put_expr(out, e->left);
    if (e->right)
        put_expr(out, e->right);
    put_list(out, e->arguments, " or ");
    putc(')', out);
}

static void put_call(FILE *out, const struct expr *e)
{
    if (e->kind == EXPR_FUNCTION) {
        fputs(keywords_text(CONTEXT_FUNCTION, e->function), out);
    } else {
        put_expr(out, e->left);
        if (e->kind == EXPR_MESSAGE) {
            putc('.', out);
            put_expr(out, e->right);
        }
    }
    putc('(', out);
    put_list(out, e->arguments, ", ");
    putc(')', out);
}

static void put_expr(FILE *out, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER: fprintf(out, "%d", e->value); break;
    case EXPR_STRING: fprintf(out, "\"%.*s\"", e->length, e->text); break;
    case EXPR_WORD: case EXPR_CHARACTER: fprintf(out, "'%.*s'", e->length, e->text); break;
    case EXPR_NAME: fputs(e->name->text, out); break;
    case EXPR_LOCAL: fprintf(out, "%s@%d", e->name->text, e->value); break;
    case EXPR_ACTION: fprintf(out, "##%s", e->name->text); break;
    case EXPR_SYSTEM: fprintf(out, "#%s", e->name->text); break;
    case EXPR_HASH_DOLLAR: fprintf(out, "#%c$%s", e->value, e->name->text); break;
    case EXPR_CALL: case EXPR_FUNCTION: case EXPR_MESSAGE: put_call(out, e); break;
    case EXPR_UNARY: fprintf(out, "(%s ", lexer_mark_text(e->mark)); put_expr(out, e->left); putc(')', out); break;
    case EXPR_ASSIGN:
        putc('(', out);
        put_expr(out, e->left);
        fputs(" = ", out);
        put_expr(out, e->right);
        putc(')', out);
        break;
    case EXPR_BAD: fputs("BAD", out); break;
    default: put_operation(out, e); break;
    }
}

static void put_part(FILE *out, const char *before, const struct expr *e)
{
    if (!e)
        return;
    fputs(before, out);
    put_expr(out, e);
}

static void put_statements(FILE *out, const struct stmt *s, int depth);

static void put_operand(FILE *out, const char *before, const struct asm_operand *o)
{
    fputs(before, out);
    if (o->mode == ASM_INDIRECT)
        putc('[', out);
    if (o->value)
        put_expr(out, o->value);
    else
        fputs("sp", out);
    if (o->mode == ASM_INDIRECT)
        putc(']', out);
}

static void put_assembly(FILE *out, const struct assembly *a)
{
    fprintf(out, " @%s", a->opcode ? a->opcode->name : a->words ? "-->" : "->");
    if (a->text)
        fprintf(out, " \"%.*s\"", a->length, a->text);
    for (const struct asm_operand *o = a->operands; o; o = o->next)
        put_operand(out, " ", o);
    if (a->target)
        fprintf(out, " %s", a->target->name->text);
    if (a->store)
        put_operand(out, " -> ", a->store);
    if (a->branches)
        fprintf(out, " ?%s%s", a->negated ? "~" : "",
                a->branch ? a->branch->name->text : a->branch_returns > 0 ? "rtrue" : "rfalse");
}

static void put_prints(FILE *out, const struct print_item *i)
{
    for (; i; i = i->next) {
        fprintf(out, " (rule %d%s%s) ", i->rule, i->capital ? " capital" : "", i->routine ? " by" : "");
        put_name(out, i->routine);
        put_expr(out, i->value);
    }
}

static void put_cases(FILE *out, const struct case_range *r)
{
    if (!r)
        fputs(" default", out);
    for (; r; r = r->next) {
        put_part(out, " ", r->from);
        put_part(out, " to ", r->to);
    }
}

static void put_statement(FILE *out, const struct stmt *s, int depth)
{
    indent(out, depth);
    fputs(s->kind == STMT_KEYWORD ? keywords_text(CONTEXT_STATEMENT, s->keyword) : statement_texts[s->kind], out);
    fputs(s->returns ? " returns" : "", out);
    if (s->kind == STMT_OBJECTLOOP)
        fprintf(out, " form %d", s->form);
    put_part(out, " ", s->a);
    put_part(out, " | ", s->b);
    put_part(out, " | ", s->c);
    put_part(out, " | ", s->d);
    if (s->items) {
        fputs(" items ", out);
        put_list(out, s->items, " ");
    }
    if (s->label)
        fprintf(out, " .%s", s->label->name->text);
    put_prints(out, s->prints);
    if (s->kind == STMT_CASE)
        put_cases(out, s->cases);
    if (s->assembly)
        put_assembly(out, s->assembly);
    putc('\n', out);
    put_statements(out, s->body, depth + 1);
    if (s->other) {
        indent(out, depth);
        fputs("else\n", out);
        put_statements(out, s->other, depth + 1);
    }
}

static void put_statements(FILE *out, const struct stmt *s, int depth)
{
    for (; s; s = s->next)
        put_statement(out, s, depth);
}

static void put_routine(FILE *out, const struct routine *r, int depth)
{
    indent(out, depth);
    fprintf(out, "[%s%s", r->name->text, r->traced ? " *" : "");
    for (int i = 0; i < r->local_count; i++)
        fprintf(out, " %s", r->locals[i]->text);
    fputs("\n", out);
    put_statements(out, r->body, depth + 1);
}

static void put_names(FILE *out, const char *word, const struct name_use *n)
{
    if (!n)
        return;
    fprintf(out, "  %s", word);
    for (; n; n = n->next)
        fprintf(out, " %s%s", n->negated ? "~" : "", n->name->text);
    putc('\n', out);
}

static void put_object(FILE *out, const struct object *o)
{
    fprintf(out, " arrows %d", o->arrows);
    if (o->instance_of)
        fprintf(out, " of %s", o->instance_of->text);
    if (o->short_name)
        fprintf(out, " \"%.*s\"", o->short_name_length, o->short_name);
    put_part(out, " in ", o->parent);
    put_part(out, " instances ", o->instances);
    putc('\n', out);
    for (const struct property_value *v = o->properties; v; v = v->next) {
        fprintf(out, "  %s%s ", v->private ? "private " : "", v->name->text);
        put_list(out, v->values, " ");
        putc('\n', out);
        if (v->routine)
            put_routine(out, v->routine, 2);
    }
    put_names(out, "has", o->attributes);
    put_names(out, "class", o->classes);
}

static void put_token(FILE *out, const struct grammar_token *g)
{
    if (g->kind == GRAMMAR_WORD)
        fprintf(out, " '%.*s'", g->length, g->text);
    else
        fprintf(out, " %s%s", g->kind == GRAMMAR_NOUN_FILTER ? "noun=" : g->kind == GRAMMAR_SCOPE ? "scope=" : "",
                g->name->text);
    if (g->slash)
        fputs(" /", out);
}

static void put_lines(FILE *out, const struct grammar_line *l)
{
    for (; l; l = l->next) {
        fputs("  *", out);
        for (const struct grammar_token *g = l->tokens; g; g = g->next)
            put_token(out, g);
        fprintf(out, " -> %s%s%s\n", l->action->text, l->reverse ? " reverse" : "", l->meta ? " meta" : "");
    }
}

static void put_directive(FILE *out, const struct directive *d)
{
    fputs(directive_texts[d->kind], out);
    put_name(out, d->name);
    put_name(out, d->other);
    fprintf(out, "%s%s%s", d->is_static ? " static" : "", d->additive ? " additive" : "", d->is_long ? " long" : "");
    fprintf(out, "%s%s%s%s", d->individual ? " individual" : "", d->meta ? " meta" : "", d->only ? " only" : "",
            d->system ? " system" : "");
    if (d->kind == TREE_ARRAY)
        fprintf(out, " kind %d fill %d", d->array, d->fill);
    if (d->words) {
        fputs(" words ", out);
        put_list(out, d->words, " ");
    }
    put_part(out, " same as ", d->same_as);
    if (d->values) {
        fputs(" values ", out);
        put_list(out, d->values, " ");
    }
    if (d->object)
        put_object(out, d->object);
    else
        putc('\n', out);
    put_lines(out, d->lines);
    if (d->routine)
        put_routine(out, d->routine, 1);
}

void tree_dump(const struct tree *tree, FILE *out)
{
    for (const struct directive *d = tree->first; d; d = d->next)
        put_directive(out, d);
}

void tree_trace_expression(struct sources *sources, const struct expr *e, FILE *out)
{
    struct location where = source_locate(sources, e->at);
    if (!(e->left || e->right || e->arguments) || !where.source || where.source->veneer)
        return;
    fprintf(out, "\"%s\", line %d: ", where.source->path, where.real_line);
    put_expr(out, e);
    putc('\n', out);
}
