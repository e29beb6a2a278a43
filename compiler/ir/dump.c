/* Golmac: MIT licence, see LICENSE. */
/* The program as text, for $!IR: one thing per line, everything by its index, names beside. It shows whatever
   it is given, finished or not. */
#include "compiler/ir/text.h"

static void dump_text(const struct text *t, FILE *out)
{
    ir_write_text(*t, out);
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
    const char *name = name_of(p, v);
    ir_write_value(v, out);
    if (name)
        fprintf(out, " %s", name);
    if (v.kind == VALUE_WORD && v.index < p->words.count)
        dump_text(&p->words.at[v.index].text, out);
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
    ir_write(p, out);
}
