/* Golmac: MIT licence, see LICENSE. */
/* -s, -z and --size: what the story is made of, and where its bytes go. */
#include "compiler/zcode/back.h"

#include <stdlib.h>

enum { MOST_ROUTINES_SHOWN = 20 };

void report_map(const struct zcode *z, FILE *out)
{
    bool shares = z->c->options.trace[TRACE_MAP] > 1;
    int end = z->address[SECTION_STRINGS] + z->section[SECTION_STRINGS].count;
    struct parts parts = section_parts(z);
    fprintf(out, "Start  End    Bytes  %sSection\n", shares ? "Share    " : "");
    for (int i = 0; i < parts.list.count; i++) {
        const struct part *p = &parts.list.at[i];
        fprintf(out, "%05x  %05x %6d  ", (unsigned)p->address, (unsigned)(p->address + p->length), p->length);
        if (shares)
            fprintf(out, "%5.1f %%  ", 100.0 * p->length / end);
        fprintf(out, "%s\n", p->name);
    }
}

static int live_routines(const struct zcode *z)
{
    int count = 0;
    for (int i = 0; i < z->program->routines.count; i++)
        count += z->routine_at[i] >= 0;
    return count;
}

static int readable_end(const struct zcode *z)
{
    return z->address[SECTION_STATIC_ARRAYS] + z->section[SECTION_STATIC_ARRAYS].count;
}

static void report_sources(const struct zcode *z, FILE *out)
{
    const struct sources *s = &z->c->sources;
    int files = 0, lines = 0, bytes = 0;
    for (int i = 0; i < s->list.count; i++) {
        const struct source *f = s->list.at[i];
        if (f->veneer || f->commands)
            continue;
        files++;
        bytes += f->length;
        for (int k = 0; k < f->length; k++)
            lines += f->text[k] == '\n';
    }
    fprintf(out, "In:  %d source files, %d lines, %d bytes\n", files, lines, bytes);
}

/* Facts stand two in a line. */
struct facts { FILE *out; int count; };

static void put_fact(struct facts *f, int count, const char *text)
{
    bool left = f->count++ % 2 == 0;
    fprintf(f->out, left ? "%6d %-30s" : "  %6d %s\n", count, text);
}

static void put_facts_of_language(struct facts *f, const struct ir_program *p)
{
    for (int i = 0; i < p->facts.count; i++)
        put_fact(f, p->facts.at[i].count, p->facts.at[i].text);
}

static void put_facts_of_story(struct facts *f, const struct zcode *z)
{
    struct arena *arena = &z->c->arena;
    double rate = z->text_characters ? (double)z->text_bytes / z->text_characters : 0.0;
    put_fact(f, z->object_count, "objects");
    put_fact(f, z->global_count, "global variables (of 240)");
    put_fact(f, z->section[SECTION_ARRAYS].count + z->section[SECTION_STATIC_ARRAYS].count, "bytes of arrays");
    put_fact(f, z->entry_count, "dictionary entries");
    put_fact(f, z->text_characters, "characters of text");
    put_fact(f, z->text_bytes, arena_format(arena, "bytes of encoded text (rate %.3f)", rate));
    put_fact(f, z->abbreviations.count, arena_format(arena, "abbreviations (of %d)", 96 - z->low_string_count));
    put_fact(f, live_routines(z), "routines");
    put_fact(f, z->instruction_count, "instructions");
    put_fact(f, readable_end(z), arena_format(arena, "bytes of readable memory (of %d)", 65536 - z->unit));
}

void report_statistics(const struct zcode *z, const struct story_image *image, FILE *out)
{
    const struct ir_program *p = z->program;
    struct facts facts = { out, 0 };
    report_sources(z, out);
    fprintf(out, "Out: version %d story file, release %d, serial %s, %d bytes\n", z->version, p->release, p->serial,
            image->length);
    put_facts_of_language(&facts, p);
    put_facts_of_story(&facts, z);
    put_fact(&facts, image->length, "bytes used");
    put_fact(&facts, (int)layout_most_bytes(z->version) - image->length, "bytes free");
    if (facts.count % 2)
        putc('\n', out);
}

struct sized { const char *name; int bytes; };

static int by_size(const void *a, const void *b)
{
    return ((const struct sized *)b)->bytes - ((const struct sized *)a)->bytes;
}

static void report_routines(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    struct sized *list = ARENA_ARRAY(&z->c->arena, struct sized, p->routines.count);
    int count = 0;
    for (int i = 0; i < p->routines.count; i++)
        if (z->routine_at[i] >= 0)
            list[count++] = (struct sized){ p->routines.at[i]->name, z->routine_length[i] };
    qsort(list, (size_t)count, sizeof *list, by_size);
    fprintf(out, "Largest routines:\n");
    for (int i = 0; i < count && i < MOST_ROUTINES_SHOWN; i++)
        fprintf(out, "%8d  %s\n", list[i].bytes, list[i].name ? list[i].name : "(no name)");
}

static int by_length(const void *a, const void *b)
{
    return ((const struct part *)b)->length - ((const struct part *)a)->length;
}

void report_size(const struct zcode *z, const struct story_image *image, FILE *out)
{
    struct parts parts = section_parts(z);
    qsort(parts.list.at, (size_t)parts.list.count, sizeof parts.list.at[0], by_length);
    fprintf(out, "%8d bytes in all\n", image->length);
    for (int i = 0; i < parts.list.count; i++)
        fprintf(out, "%8d  %5.1f %%  %s\n", parts.list.at[i].length, 100.0 * parts.list.at[i].length / image->length,
                parts.list.at[i].name);
    fprintf(out, "%8d  %5.1f %%  is text, of the story and its names (part of the above)\n", z->text_bytes,
            100.0 * z->text_bytes / image->length);
    report_routines(z, out);
}
