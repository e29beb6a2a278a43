/* Golmac: MIT licence, see LICENSE. */
/* The program as text, for $!IR: one thing per line, everything by its index, names beside. It shows whatever
   it is given, finished or not. */
#include "compiler/ir/program.h"

static void dump_text(const struct text *t, FILE *out)
{
    putc('"', out);
    for (int i = 0; i < t->length; i++) {
        uint32_t u = t->units[i];
        if (u >= TEXT_LOW_STRING)
            fprintf(out, "@(%u)", (unsigned)(u - TEXT_LOW_STRING));
        else if (u >= TEXT_ZSCII)
            fprintf(out, "@@%u", (unsigned)(u - TEXT_ZSCII));
        else if (u == '\n' || u == '"')
            putc(u == '"' ? '~' : '^', out);
        else if (u >= 32 && u < 127)
            putc((int)u, out);
        else
            fprintf(out, "@{%X}", (unsigned)u);
    }
    putc('"', out);
}

static const char *name_of(const struct ir_program *p, struct ir_value v)
{
    switch (v.kind) {
    case VALUE_ROUTINE: return v.index < p->routines.count ? p->routines.at[v.index]->name : NULL;
    case VALUE_OBJECT: return v.index < p->objects.count ? p->objects.at[v.index].name : NULL;
    case VALUE_ARRAY: return v.index < p->arrays.count ? p->arrays.at[v.index].name : NULL;
    case VALUE_GLOBAL: return v.index < p->globals.count ? p->globals.at[v.index].name : NULL;
    default: return NULL;
    }
}

static void dump_value(const struct ir_program *p, struct ir_value v, FILE *out)
{
    static const char *const kinds[] = { "none", "", "routine", "string", "object", "array", "word", "variable",
        "system" };
    static const char *const systems[] = {
#define SYSTEM_CONSTANT(id, text) "#" #id,
#include "compiler/ir/system.def"
#undef SYSTEM_CONSTANT
    };
    const char *name = name_of(p, v);
    if (v.kind == VALUE_NUMBER) {
        fprintf(out, "%d", (int)v.offset);
        return;
    }
    if (v.kind == VALUE_SYSTEM)
        fputs(systems[v.index], out);
    else
        fprintf(out, "%s %d", kinds[v.kind], (int)v.index);
    if (name)
        fprintf(out, " %s", name);
    if (v.kind == VALUE_WORD && v.index < p->words.count)
        dump_text(&p->words.at[v.index].text, out);
    if (v.offset)
        fprintf(out, " %+d", (int)v.offset);
}

/* Code */

static void dump_operand(const struct ir_program *p, const struct ir_routine *r, const struct ir_operand *o, FILE *out)
{
    fputs(o->indirect ? " [" : " ", out);
    switch (o->kind) {
    case OPERAND_NONE: fputs("none", out); break;
    case OPERAND_VALUE: dump_value(p, o->value, out); break;
    case OPERAND_STACK: fputs("sp", out); break;
    case OPERAND_GLOBAL: fprintf(out, "global %d %s", (int)o->value.index, p->globals.at[o->value.index].name); break;
    default:
        fprintf(out, "local %d", (int)o->value.index);
        if (r->local_names && o->value.index >= 1 && o->value.index <= r->local_count)
            fprintf(out, " %s", r->local_names[o->value.index - 1]);
    }
    if (o->indirect)
        putc(']', out);
}

static void dump_label(const struct ir_instruction *i, FILE *out)
{
    bool branches = i->operation == IR_OPCODE;
    if (i->label == LABEL_NONE)
        return;
    fprintf(out, " %s", branches ? i->branch_if ? "?" : "?~" : "");
    if (i->label == LABEL_RETURN_FALSE || i->label == LABEL_RETURN_TRUE)
        fputs(i->label == LABEL_RETURN_TRUE ? "rtrue" : "rfalse", out);
    else
        fprintf(out, "L%d", i->label);
}

static void dump_instruction(const struct ir_program *p, const struct ir_routine *r, const struct ir_instruction *i,
                             FILE *out)
{
    static const char *const operations[] = {
        "opcode", "call", "return", "not", "print", "print_return", "jump", "label", "bytes", "line"
    };
    if (i->operation == IR_LABEL) {
        fprintf(out, "  L%d:\n", i->label);
        return;
    }
    fprintf(out, "    %s%s", i->by_hand ? "@" : "",
            i->operation == IR_OPCODE && i->opcode ? i->opcode->name : operations[i->operation]);
    for (int o = 0; o < i->operand_count; o++)
        dump_operand(p, r, &i->operands[o], out);
    if (i->text.length && i->operation == IR_BYTES)
        for (int b = 0; b < i->text.length; b++)
            fprintf(out, " %u", (unsigned)i->text.units[b]);
    else if (i->text.length) {
        putc(' ', out);
        dump_text(&i->text, out);
    }
    if (i->store.kind != OPERAND_NONE) {
        fputs(" ->", out);
        dump_operand(p, r, &i->store, out);
    }
    dump_label(i, out);
    putc('\n', out);
}

static void dump_routine(const struct ir_program *p, int index, FILE *out)
{
    const struct ir_routine *r = p->routines.at[index];
    fprintf(out, "routine %d %s%s%s: %d locals\n", index, r->name, r->live ? "" : " (left out)",
            r->veneer ? " (veneer)" : "", r->local_count);
    for (int i = 0; i < r->code.count; i++)
        dump_instruction(p, r, &r->code.at[i], out);
}

/* Data */

static void dump_block(const struct ir_program *p, const struct ir_block *b, FILE *out)
{
    fputs("    has", out);
    for (int a = 0; a < 48; a++)
        if (b->attributes[a / 8] & 128 >> a % 8)
            fprintf(out, " %d", a);
    putc('\n', out);
    for (int i = 0; i < b->properties.count; i++) {
        const struct ir_property *property = &b->properties.at[i];
        fprintf(out, "    property %d%s%s:", property->number, property->additive ? " additive" : "",
                property->private ? " private" : "");
        for (int v = 0; v < property->values.count; v++) {
            putc(' ', out);
            dump_value(p, property->values.at[v], out);
        }
        putc('\n', out);
    }
}

static void dump_objects(const struct ir_program *p, FILE *out)
{
    for (int i = 0; i < p->objects.count; i++) {
        const struct ir_object *o = &p->objects.at[i];
        fprintf(out, "object %d %s ", i, o->name ? o->name : "-");
        dump_text(&o->short_name, out);
        fprintf(out, "%s%s: parent %d child %d sibling %d\n", o->is_class ? " class" : "", o->live ? "" : " (left out)",
                o->parent, o->child, o->sibling);
        dump_block(p, &o->own, out);
    }
    for (int i = 0; i < p->classes.count; i++) {
        fprintf(out, "class %d: object %d\n", i, p->classes.at[i].object);
        dump_block(p, &p->classes.at[i].prototype, out);
    }
}

static void dump_data(const struct ir_program *p, FILE *out)
{
    for (int i = 0; i < p->globals.count; i++) {
        fprintf(out, "global %d %s%s = ", i, p->globals.at[i].name, p->globals.at[i].live ? "" : " (left out)");
        dump_value(p, p->globals.at[i].initial, out);
        putc('\n', out);
    }
    for (int i = 0; i < p->arrays.count; i++) {
        const struct ir_array *a = &p->arrays.at[i];
        fprintf(out, "array %d %s%s %s[%d]%s:", i, a->name ? a->name : "-", a->is_static ? " static" : "",
                a->words ? "words" : "bytes",
                a->count, a->length_word ? " after its length" : "");
        for (int v = 0; v < a->values.count; v++) {
            putc(' ', out);
            dump_value(p, a->values.at[v], out);
        }
        putc('\n', out);
    }
    for (int i = 0; i < p->strings.count; i++) {
        fprintf(out, "string %d%s ", i, p->strings.at[i].live ? "" : " (left out)");
        dump_text(&p->strings.at[i].text, out);
        putc('\n', out);
    }
    for (int i = 0; i < p->words.count; i++) {
        const struct ir_word *w = &p->words.at[i];
        fprintf(out, "word %d ", i);
        dump_text(&w->text, out);
        fprintf(out, ": flags %d %d %d, verb %d\n", w->flags, w->par2, w->par3, w->verb);
    }
}

static void dump_token(const struct ir_program *p, const struct ir_grammar_token *t, FILE *out)
{
    static const char *const kinds[] = { "elementary", "word", "noun=", "scope=", "attribute", "routine" };
    fprintf(out, " %s ", kinds[t->kind]);
    if (t->kind == IR_TOKEN_ELEMENTARY || t->kind == IR_TOKEN_ATTRIBUTE)
        fprintf(out, "%d", t->number);
    else
        dump_value(p, t->value, out);
    if (t->slash)
        fputs(" /", out);
}

static void dump_grammar(const struct ir_program *p, FILE *out)
{
    for (int i = 0; i < p->verbs.count; i++) {
        fprintf(out, "verb %d\n", i);
        for (int n = 0; n < p->verbs.at[i].lines.count; n++) {
            const struct ir_grammar_line *line = &p->verbs.at[i].lines.at[n];
            fputs("    *", out);
            for (int t = 0; t < line->tokens.count; t++)
                dump_token(p, &line->tokens.at[t], out);
            fprintf(out, " -> %d%s%s\n", line->action, line->reverse ? " reverse" : "", line->meta ? " meta" : "");
        }
    }
    for (int i = 0; i < p->actions.count; i++) {
        fprintf(out, "action %d %s%s: ", i, p->actions.at[i].name, p->actions.at[i].meta ? " meta" : "");
        dump_value(p, p->actions.at[i].routine, out);
        putc('\n', out);
    }
}

void program_dump(const struct ir_program *p, FILE *out)
{
    fprintf(out, "version %d, release %d, serial %s, grammar version %d, main routine %d\n", p->version, p->release,
            p->serial, p->grammar_version, p->main);
    dump_data(p, out);
    dump_objects(p, out);
    dump_grammar(p, out);
    for (int i = 0; i < p->routines.count; i++)
        dump_routine(p, i, out);
}
