/* Golmac: MIT licence, see LICENSE. */
/* -k: gameinfo.dbg, the debugging information file in XML, format version 1.0 (Inform 6.33 release notes,
   "Debugging information file format"). It has names with their values and places in the source, the sequence
   points of routines, the sections of the story file, and its header, by which a debugger recognises it. */
#include "compiler/zcode/back.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER_LENGTH = 64 };

struct writer {
    const struct zcode *z;
    FILE *out;
};

static void put_text(struct writer *w, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            fputs("&amp;", w->out);
        else if (*text == '<')
            fputs("&lt;", w->out);
        else if (*text == '>')
            fputs("&gt;", w->out);
        else
            putc(*text, w->out);
    }
}

static void put_element(struct writer *w, const char *element, const char *text)
{
    fprintf(w->out, "<%s>", element);
    put_text(w, text);
    fprintf(w->out, "</%s>", element);
}

static void put_number(struct writer *w, const char *element, int number)
{
    fprintf(w->out, "<%s>%d</%s>", element, number, element);
}

static void put_identifier(struct writer *w, const char *prefix, const char *name, bool artificial)
{
    fprintf(w->out, "<identifier%s>%s", artificial ? " artificial=\"true\"" : "", prefix);
    put_text(w, name);
    fputs("</identifier>", w->out);
}

static int file_index(const struct writer *w, const struct source *source)
{
    const struct sources *s = &w->z->c->sources;
    for (int i = 0; i < s->list.count; i++)
        if (s->list.at[i] == source)
            return i;
    return 0;
}

/* Files and positions in them count from 0, lines and characters from 1. Nothing for what stands in no file. */
static void put_place(struct writer *w, position at, position end)
{
    struct location from = source_locate(&w->z->c->sources, at), to;
    if (!from.source || from.source->veneer)
        return;
    fputs("<source-code-location>", w->out);
    put_number(w, "file-index", file_index(w, from.source));
    put_number(w, "file-position", (int)(at - from.source->start));
    put_number(w, "line", from.real_line);
    put_number(w, "character", from.real_column);
    to = source_locate(&w->z->c->sources, end);
    if (to.source == from.source && end > at) {
        put_number(w, "end-file-position", (int)(end - to.source->start));
        put_number(w, "end-line", to.real_line);
        put_number(w, "end-character", to.real_column);
    }
    fputs("</source-code-location>", w->out);
}

/* From the root, if the file is still there. */
static void put_resolved_path(struct writer *w, const char *path)
{
    char whole[PATH_MAX];
    if (realpath(path, whole))
        put_element(w, "resolved-path", whole);
}

static void put_sources(struct writer *w)
{
    const struct sources *s = &w->z->c->sources;
    for (int i = 0; i < s->list.count; i++) {
        if (s->list.at[i]->veneer || s->list.at[i]->commands)
            continue;
        fprintf(w->out, "<source index=\"%d\">", i);
        put_element(w, "given-path", s->list.at[i]->path);
        put_resolved_path(w, s->list.at[i]->path);
        put_element(w, "language", w->z->program->language);
        fputs("</source>\n", w->out);
    }
}

/* What the story leaves out has no value. */
static bool has_value(const struct zcode *z, struct ir_value v)
{
    switch (v.kind) {
    case VALUE_NONE: return false;
    case VALUE_ROUTINE: return z->routine_at[v.index] >= 0;
    case VALUE_STRING: return z->string_at[v.index] >= 0;
    case VALUE_LOW_STRING: return z->low_string_at[v.index] >= 0;
    case VALUE_ARRAY: return z->array_at[v.index] >= 0;
    case VALUE_WORD: return z->program->words.at[v.index].live;
    default: return true;
    }
}

static void put_names(struct writer *w)
{
    const struct ir_program *p = w->z->program;
    for (int i = 0; i < p->debug.count; i++) {
        const struct ir_debug *d = &p->debug.at[i];
        if (!has_value(w->z, d->value))
            continue;
        fprintf(w->out, "<%s>", d->element);
        put_identifier(w, d->prefix, d->name, d->artificial);
        put_number(w, "value", value_resolve(w->z, d->value));
        put_place(w, d->at, d->ended);
        fprintf(w->out, "</%s>\n", d->element);
    }
}

static void put_objects(struct writer *w)
{
    const struct ir_program *p = w->z->program;
    for (int i = 0; i < p->objects.count; i++) {
        const struct ir_object *o = &p->objects.at[i];
        const char *element = o->class_number >= 0 ? "class" : "object";
        if (!w->z->object_number[i] || !o->name)
            continue;
        fprintf(w->out, "<%s>", element);
        put_identifier(w, "", o->name, false);
        if (o->class_number >= 0)
            put_number(w, "class-number", o->class_number);
        put_number(w, "value", w->z->object_number[i]);
        put_place(w, o->at, o->end);
        fprintf(w->out, "</%s>\n", element);
    }
}

static void put_variables(struct writer *w)
{
    const struct ir_program *p = w->z->program;
    for (int i = 0; i < p->globals.count; i++) {
        if (!w->z->global_number[i])
            continue;
        fputs("<global-variable>", w->out);
        put_identifier(w, "", p->globals.at[i].name, false);
        put_number(w, "address", w->z->address[SECTION_GLOBALS] + 2 * (w->z->global_number[i] - 16));
        put_place(w, p->globals.at[i].at, p->globals.at[i].ended);
        fputs("</global-variable>\n", w->out);
    }
}

static void put_arrays(struct writer *w)
{
    const struct ir_program *p = w->z->program;
    for (int i = 0; i < p->arrays.count; i++) {
        const struct ir_array *a = &p->arrays.at[i];
        if (!a->live || !a->name)
            continue;
        fputs("<array>", w->out);
        put_identifier(w, "", a->name, false);
        put_number(w, "value", value_resolve(w->z, ir_reference(VALUE_ARRAY, i)));
        put_number(w, "byte-count", a->count * (a->words ? 2 : 1) + (a->length_word ? 2 : 0));
        put_number(w, "bytes-per-element", a->words ? 2 : 1);
        put_element(w, "zeroth-element-holds-length", a->length_entry ? "true" : "false");
        put_place(w, a->at, a->ended);
        fputs("</array>\n", w->out);
    }
}

static void put_points(struct writer *w, int routine, int *next)
{
    const struct zcode *z = w->z;
    for (; *next < z->lines.count && z->lines.at[*next].routine == routine; ++*next) {
        const struct source *source = source_find(&z->c->sources, z->lines.at[*next].at);
        if (!source || source->veneer)
            continue;
        fputs("<sequence-point>", w->out);
        put_number(w, "address", z->address[SECTION_CODE] + z->lines.at[*next].offset);
        put_place(w, z->lines.at[*next].at, 0);
        fputs("</sequence-point>", w->out);
    }
}

static void put_routine(struct writer *w, int index, int *next)
{
    const struct zcode *z = w->z;
    const struct ir_routine *r = z->program->routines.at[index];
    int header = 1 + (z->version < 5 ? 2 * r->local_count : 0);
    fputs("<routine>", w->out);
    put_identifier(w, "", r->name ? r->name : "", r->embedded);
    put_number(w, "value", value_resolve(z, ir_reference(VALUE_ROUTINE, index)));
    put_number(w, "address", z->address[SECTION_CODE] + z->routine_at[index]);
    put_number(w, "byte-count", header + z->routine_length[index]);
    put_place(w, r->at, r->end);
    for (int i = 0; i < r->local_count && r->local_names; i++) {
        if (!r->local_names[i])
            continue;
        fputs("<local-variable>", w->out);
        put_identifier(w, "", r->local_names[i], false);
        put_number(w, "index", i + 1);
        fputs("</local-variable>", w->out);
    }
    put_points(w, index, next);
    fputs("</routine>\n", w->out);
}

/* In the order in which they were assembled, which is that of the sequence points. */
static void put_routines(struct writer *w)
{
    const struct ir_program *p = w->z->program;
    int next = 0;
    put_routine(w, p->main, &next);
    for (int i = 0; i < p->routines.count; i++)
        if (i != p->main && w->z->routine_at[i] >= 0)
            put_routine(w, i, &next);
}

static void put_entries(struct writer *w, int table)
{
    const struct ir_table *t = &w->z->program->tables.at[table];
    int address = value_resolve(w->z, ir_reference(VALUE_TABLE, table));
    for (int i = 0; i < t->entries.count; i++) {
        const struct ir_entry *e = &t->entries.at[i];
        fputs("<table-entry>", w->out);
        put_element(w, "type", t->entry_name);
        put_number(w, "address", address + e->start);
        put_number(w, "end-address", address + e->end);
        put_place(w, e->at, e->ended);
        fputs("</table-entry>\n", w->out);
    }
}

static void put_sections(struct writer *w)
{
    struct parts parts = section_parts(w->z);
    for (int i = 0; i < parts.list.count; i++) {
        fputs("<story-file-section>", w->out);
        put_element(w, "type", parts.list.at[i].name);
        put_number(w, "address", parts.list.at[i].address);
        put_number(w, "end-address", parts.list.at[i].address + parts.list.at[i].length);
        fputs("</story-file-section>\n", w->out);
    }
}

static void put_prefix(struct writer *w, const struct story_image *image)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    fputs("<story-file-prefix>", w->out);
    for (int i = 0; i < HEADER_LENGTH; i += 3) {
        unsigned three = 0;
        int have = HEADER_LENGTH - i < 3 ? HEADER_LENGTH - i : 3;
        for (int k = 0; k < 3; k++)
            three = three << 8 | (k < have ? image->bytes.at[i + k] : 0);
        for (int k = 0; k < 4; k++)
            putc(k <= have ? digits[three >> (18 - 6 * k) & 63] : '=', w->out);
    }
    fputs("</story-file-prefix>\n", w->out);
}

void debug_file_write(const struct zcode *z, const struct story_image *image, FILE *out)
{
    struct writer w = { z, out };
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<inform-story-file version=\"1.0\" content-creator=\"golc\" "
          "content-creator-version=\"" GOLC_VERSION "\">\n", out);
    put_prefix(&w, image);
    put_sources(&w);
    put_names(&w);
    put_objects(&w);
    put_variables(&w);
    put_arrays(&w);
    put_routines(&w);
    for (int i = 0; i < z->program->tables.count; i++)
        put_entries(&w, i);
    put_sections(&w);
    fputs("</inform-story-file>\n", out);
}
