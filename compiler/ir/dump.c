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

static void dump_cells(const struct ir_program *p, const struct ir_cells *c, FILE *out)
{
    for (int i = 0; i < c->list.count; i++) {
        fputs(i % 16 ? " " : "\n    ", out);
        fputs(c->list.at[i].is_word ? "" : "byte ", out);
        dump_value(p, c->list.at[i].value, out);
    }
    putc('\n', out);
}

static void dump_object(const struct ir_program *p, const struct ir_object *o, FILE *out)
{
    fputs("    has", out);
    for (int a = 0; a < 48; a++)
        if (o->attributes[a / 8] & 128 >> a % 8)
            fprintf(out, " %d", a);
    putc('\n', out);
    for (int i = 0; i < o->properties.count; i++) {
        const struct ir_property *property = &o->properties.at[i];
        fprintf(out, "    property %d:", property->number);
        for (int v = 0; v < property->values.count; v++) {
            putc(' ', out);
            dump_value(p, property->values.at[v], out);
        }
        putc('\n', out);
    }
    if (o->behind.list.count) {
        fputs("    behind:", out);
        dump_cells(p, &o->behind, out);
    }
}

static void dump_objects(const struct ir_program *p, FILE *out)
{
    for (int i = 0; i < p->objects.count; i++) {
        const struct ir_object *o = &p->objects.at[i];
        fprintf(out, "object %d %s ", i, o->name ? o->name : "-");
        dump_text(&o->short_name, out);
        if (o->class_number >= 0)
            fprintf(out, " class %d", o->class_number);
        fprintf(out, "%s: parent %d child %d sibling %d\n", o->live ? "" : " (left out)", o->parent, o->child,
                o->sibling);
        dump_object(p, o, out);
    }
}

static void dump_tables(const struct ir_program *p, FILE *out)
{
    for (int i = 0; i < p->tables.count; i++) {
        const struct ir_table *t = &p->tables.at[i];
        fprintf(out, "table %d %s%s, %d bytes:", i, t->is_static ? "static " : "", t->name, t->cells.size);
        dump_cells(p, &t->cells, out);
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
        fprintf(out, ": entry %d, data", w->entry);
        for (int k = 0; k < p->word_data; k++)
            fprintf(out, " %d", w->data[k]);
        putc('\n', out);
    }
}

void program_dump(const struct ir_program *p, FILE *out)
{
    fprintf(out, "version %d, release %d, serial %s, main routine %d\n", p->version, p->release,
            p->serial, p->main);
    dump_data(p, out);
    dump_objects(p, out);
    dump_tables(p, out);
    ir_write(p, out);
}
