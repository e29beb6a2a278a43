/* Golmac: MIT licence, see LICENSE. */
/* The traces that show the tables of the story: $!DICT, $!OBJECTS, $!FREQ, $!BPATCH, $!MEM. */
#include "compiler/zcode/back.h"

static void put_word(const struct zcode *z, int word, FILE *out)
{
    const struct ir_word *w = &z->program->words.at[word];
    const uint8_t *entry = z->section[SECTION_DICTIONARY].at + 7 + z->word_entry[word] * z->entry_size;
    fprintf(out, "%5d  '", z->word_entry[word]);
    text_trace(w->text, out);
    putc('\'', out);
    fputs(w->note ? w->note : "", out);
    for (int k = 0; k < z->entry_size && z->c->options.trace[TRACE_DICT] > 1; k++)
        fprintf(out, " %02x", entry[k]);
    putc('\n', out);
}

/* In the order of the dictionary. Words that share an entry follow one another. */
static void trace_words(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    int *first = ARENA_ARRAY(&z->c->arena, int, z->entry_count), *next = ARENA_ARRAY(&z->c->arena, int, p->words.count);
    fprintf(out, "Dictionary: %d entries of %d bytes\n", z->entry_count, z->entry_size);
    for (int i = p->words.count - 1; i >= 0; i--)
        if (p->words.at[i].live) {
            next[i] = first[z->word_entry[i]];
            first[z->word_entry[i]] = i + 1;
        }
    for (int entry = 0; entry < z->entry_count; entry++)
        for (int i = first[entry]; i; i = next[i - 1])
            put_word(z, i - 1, out);
}

static int number_of(const struct zcode *z, int object)
{
    return object >= 0 ? z->object_number[object] : 0;
}

static void trace_objects(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    fputs("Objects: number, parent, sibling, child, name\n", out);
    for (int i = 0; i < p->objects.count; i++) {
        const struct ir_object *o = &p->objects.at[i];
        if (z->object_number[i])
            fprintf(out, "%5d %5d %5d %5d  %s\n", z->object_number[i], number_of(z, o->parent),
                    number_of(z, o->sibling), number_of(z, o->child), o->name ? o->name : "(no name)");
    }
}

static void trace_abbreviations(const struct zcode *z, FILE *out)
{
    fputs("Abbreviations: times used, bytes saved, text\n", out);
    for (int i = 0; i < z->abbreviations.count; i++) {
        const struct abbreviation *a = &z->abbreviations.at[i];
        int cost = text_characters(z, a->text);
        fprintf(out, "%6d %6d  \"", a->uses, 2 * ((cost - 2) * a->uses - cost) / 3);
        text_trace(a->text, out);
        fputs("\"\n", out);
    }
}

static void trace_references(const struct zcode *z, FILE *out)
{
    for (int i = 0; i < z->fixups.count; i++) {
        const struct fixup *f = &z->fixups.at[i];
        fprintf(out, "%s +%05x: %d byte%s = %04x\n", section_name((enum section)f->section), (unsigned)f->at, f->width,
                f->width > 1 ? "s" : "", (unsigned)value_resolve(z, f->value));
    }
}

void trace_story(const struct zcode *z, FILE *out)
{
    static const struct { enum trace trace; void (*show)(const struct zcode *, FILE *); } traces[] = {
        { TRACE_OBJECTS, trace_objects }, { TRACE_DICT, trace_words }, { TRACE_FREQ, trace_abbreviations },
        { TRACE_BPATCH, trace_references }
    };
    for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++)
        if (z->c->options.trace[traces[i].trace])
            traces[i].show(z, out);
    if (z->c->options.trace[TRACE_MEM])
        fprintf(out, "Memory taken: %zu bytes\n", z->c->arena.total);
}
