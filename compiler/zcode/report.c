/* Golmac: MIT licence, see LICENSE. */
/* -s, -z and --size: what the story is made of, and where its bytes go. */
#include "compiler/zcode/zcode.h"

#include <stdlib.h>

enum { MOST_ROUTINES_SHOWN = 20 };

const char *section_name(enum section s)
{
    static const char *const names[SECTION_COUNT] = {
        "header", "abbreviations", "abbreviations table", "header extension", "character tables", "object tree",
        "common properties", "class numbers", "identifier names", "individual properties", "global variables",
        "array space", "grammar table", "actions table", "parsing routines", "adjectives table", "dictionary",
        "static arrays", "code area", "strings area"
    };
    return names[s];
}

void report_map(const struct zcode *z, FILE *out)
{
    bool shares = z->c->options.trace[TRACE_MAP] > 1;
    int end = z->address[SECTION_STRINGS] + z->section[SECTION_STRINGS].count;
    fprintf(out, "Start  End    Bytes  %sSection\n", shares ? "Share    " : "");
    for (int s = 0; s < SECTION_COUNT; s++) {
        if (!z->section[s].count)
            continue;
        fprintf(out, "%05x  %05x %6d  ", (unsigned)z->address[s], (unsigned)(z->address[s] + z->section[s].count),
                z->section[s].count);
        if (shares)
            fprintf(out, "%5.1f %%  ", 100.0 * z->section[s].count / end);
        fprintf(out, "%s\n", section_name((enum section)s));
    }
}

static int grammar_tokens(const struct ir_program *p, int *lines)
{
    int tokens = 0;
    *lines = 0;
    for (int i = 0; i < p->verbs.count; i++) {
        *lines += p->verbs.at[i].lines.count;
        for (int k = 0; k < p->verbs.at[i].lines.count; k++)
            tokens += p->verbs.at[i].lines.at[k].tokens.count;
    }
    return tokens;
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

void report_statistics(const struct zcode *z, const struct story_image *image, FILE *out)
{
    static const int most_kilobytes[] = { 0, 0, 0, 128, 256, 256, 512, 320, 512 };
    const struct ir_program *p = z->program;
    int lines, tokens = grammar_tokens(p, &lines);
    report_sources(z, out);
    fprintf(out, "Out: version %d story file, release %d, serial %s, %d bytes\n", z->version, p->release, p->serial,
            image->length);
    fprintf(out, "%6d classes (with the 4 metaclasses)  %6d objects\n", p->classes.count, z->object_count);
    fprintf(out, "%6d global variables (of 240)         %6d bytes of arrays\n", z->global_count,
            z->section[SECTION_ARRAYS].count + z->section[SECTION_STATIC_ARRAYS].count);
    fprintf(out, "%6d verbs                             %6d dictionary entries\n", p->verbs.count, z->entry_count);
    fprintf(out, "%6d grammar lines (version %d)         %6d grammar tokens\n", lines, p->grammar_version, tokens);
    fprintf(out, "%6d actions                           %6d attributes (of %d)\n", p->actions.count, p->attributes.count,
            z->version <= 3 ? 32 : 48);
    fprintf(out, "%6d common properties (of %d)         %6d individual properties\n", p->properties.count,
            z->version <= 3 ? 31 : 63, p->individuals.count);
    fprintf(out, "%6d characters of text                %6d bytes of encoded text (rate %.3f)\n", z->text_characters,
            z->text_bytes, z->text_characters ? (double)z->text_bytes / z->text_characters : 0.0);
    fprintf(out, "%6d abbreviations (of %d)             %6d routines\n", z->abbreviations.count, 96 - z->low_string_count,
            live_routines(z));
    fprintf(out, "%6d instructions                      %6d bytes of readable memory (of 65536)\n", z->instruction_count,
            readable_end(z));
    fprintf(out, "%6d bytes used                        %6d bytes free\n", image->length,
            most_kilobytes[z->version] * 1024 - image->length);
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

void report_size(const struct zcode *z, const struct story_image *image, FILE *out)
{
    struct sized list[SECTION_COUNT];
    for (int s = 0; s < SECTION_COUNT; s++)
        list[s] = (struct sized){ section_name((enum section)s), z->section[s].count };
    qsort(list, SECTION_COUNT, sizeof *list, by_size);
    fprintf(out, "%8d bytes in all\n", image->length);
    for (int s = 0; s < SECTION_COUNT && list[s].bytes; s++)
        fprintf(out, "%8d  %5.1f %%  %s\n", list[s].bytes, 100.0 * list[s].bytes / image->length, list[s].name);
    fprintf(out, "%8d  %5.1f %%  is text, of the story and its names (part of the above)\n", z->text_bytes,
            100.0 * z->text_bytes / image->length);
    report_routines(z, out);
}
