/* Golmac: MIT licence, see LICENSE. */
/* The back's table of contents: its passes in order, then the files and reports beside the story. */
#include "compiler/zcode/back.h"
#include "interp/header.h"

#include <errno.h>
#include <string.h>

enum { SCRATCH_ROOM = 1024 * 1024 };

static void write_file(struct zcode *z, const char *path, const struct story_image *image,
                       void (*write)(const struct zcode *, const struct story_image *, FILE *))
{
    FILE *out = compiler_create(z->c, path);
    bool good;
    if (!out)
        return;
    write(z, image, out);
    good = !ferror(out);
    good = fclose(out) == 0 && good;
    if (!good)
        diag(&z->c->diagnostics, DIAG_CANNOT_WRITE, 0, path, strerror(errno));
}

static void write_transcript(const struct zcode *z, const struct story_image *image, FILE *out)
{
    (void)image;
    transcript_write(z, out);
}

static void write_reports(struct zcode *z, const struct story_image *image)
{
    const struct options *o = &z->c->options;
    if (o->debug_file)
        write_file(z, o->debug_name, image, debug_file_write);
    if (o->transcript)
        write_file(z, o->transcript_name, image, write_transcript);
    trace_story(z, stdout);
    if (o->trace[TRACE_MAP])
        report_map(z, stdout);
    if (o->trace[TRACE_STATS])
        report_statistics(z, image, stdout);
    if (o->size_report)
        report_size(z, image, stdout);
}

static void prepare(struct zcode *z, struct compiler *c, struct ir_program *p)
{
    z->c = c;
    z->program = p;
    z->version = p->version;
    z->unit = PACKED_UNIT(p->version);
    for (int s = 0; s < SECTION_COUNT; s++)
        z->section[s].arena = &c->arena;
    for (int i = 0; i < CODE_LOW_STRING; i++)
        z->first_abbreviation[i] = -1;
    arena_reserve(&z->scratch, SCRATCH_ROOM);
}

static void encode(struct zcode *z)
{
    number_live(z);
    abbreviate_choose(z);
    text_encode_strings(z);
    dictionary_build(z);
    objects_build(z);
    data_build(z);
    assemble_routines(z);
    image_add_characters(z);
}

struct story_image zcode_generate(struct compiler *c, struct ir_program *p)
{
    struct zcode *z = ARENA_NEW(&c->arena, struct zcode);
    struct story_image image = { .length = 0 };
    prepare(z, c, p);
    encode(z);
    arena_free(&z->scratch);
    layout_place(z);
    if (c->diagnostics.errors)
        return image;
    value_write_all(z);
    image = image_build(z);
    write_reports(z, &image);
    return image;
}
